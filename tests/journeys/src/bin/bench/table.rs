//! The figures as a table in Markdown.

use crate::contestant::Contestant;
use crate::figures::{Figure, Figures, Spread, Unit};
use journeys::grouped;

/// Everything that was measured with an estate of one size.
pub struct Results {
    pub sims: u32,
    pub rounds: usize,
    /// The time between two frames of this machine, in milliseconds.
    pub frame: f64,
    pub figures: Vec<(Contestant, Figures)>,
}

impl Results {
    pub fn markdown(&self) -> String {
        let names: Vec<&str> = self.figures.iter().map(|(contestant, _)| contestant.name()).collect();
        let mut text = format!(
            "### {} SIMs\n\nRuns of each: {}. A frame of this machine takes {:.1} ms.\n\n",
            grouped(self.sims as usize),
            self.rounds,
            self.frame
        );
        let columns: Vec<&str> = std::iter::once("").chain(names).chain(["to the best peer"]).collect();
        text += &row(&columns);
        text += &row(&vec!["---"; columns.len()]);
        for figure in Figure::ALL {
            let spreads: Vec<Option<Spread>> = self.figures.iter().map(|(_, it)| it.of(figure)).collect();
            if spreads.iter().all(Option::is_none) {
                continue;
            }
            let mut cells = vec![figure.title().to_owned()];
            cells.extend(spreads.iter().map(|it| it.as_ref().map_or("–".to_owned(), |it| told(figure, it))));
            cells.push(self.compared(figure).unwrap_or_else(|| "–".to_owned()));
            text += &row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        }
        text
    }

    /// Our figure as so many times the best of the others, whose name it says; acts also in frames.
    fn compared(&self, figure: Figure) -> Option<String> {
        let ours = self.figures.iter().find(|(contestant, _)| contestant.is_ours())?.1.of(figure)?;
        let mut words = Vec::new();
        let peers = self.figures.iter().filter(|(contestant, _)| !contestant.is_ours());
        let peers = peers.filter_map(|(contestant, figures)| {
            Some((contestant.name(), typical(figure, &figures.of(figure)?)))
        });
        let best = peers.min_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((name, best)) = best.filter(|&(_, best)| best > 0.0) {
            words.push(format!("{:.2} of {name}", typical(figure, &ours) / best));
        }
        if figure.unit() == Unit::Act {
            let frames = |time: f64| time / self.frame;
            let (half, most) = (frames(ours.median()), frames(ours.percentile(95)));
            words.push(format!("{half:.1} frames, 95 % {most:.1}"));
        }
        (!words.is_empty()).then(|| words.join("; "))
    }
}

/// What figures are compared by.
fn typical(figure: Figure, spread: &Spread) -> f64 {
    match figure.unit() {
        Unit::Count => spread.sum(),
        Unit::Frames => spread.percentile(95),
        _ => spread.median(),
    }
}

fn told(figure: Figure, spread: &Spread) -> String {
    let range = |write: fn(f64) -> String| {
        let (median, least, most) = (write(spread.median()), write(spread.least()), write(spread.most()));
        if least == most { median } else { format!("{median} ({least}–{most})") }
    };
    match figure.unit() {
        Unit::Kilobytes => range(|kilobytes| format!("{kilobytes:.0} kB")),
        Unit::Megabytes => range(|mebibytes| format!("{mebibytes:.0} MiB")),
        Unit::Seconds => range(time),
        Unit::Act => {
            let tail = format!(
                "95 % {}, {}–{}",
                time(spread.percentile(95)),
                time(spread.least()),
                time(spread.most())
            );
            format!("{} ({tail})", time(spread.median()))
        }
        Unit::Frames => {
            let [half, most, nearly_all] = [50, 95, 99].map(|percent| spread.percentile(percent));
            format!("{half:.1} / {most:.1} / {nearly_all:.1} ms")
        }
        Unit::Count => format!("{:.0}", spread.sum()),
    }
}

/// Milliseconds, or seconds where there are many.
fn time(milliseconds: f64) -> String {
    if milliseconds < 1000.0 {
        format!("{milliseconds:.0} ms")
    } else {
        format!("{:.1} s", milliseconds / 1000.0)
    }
}

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}
