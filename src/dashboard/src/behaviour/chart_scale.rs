//! How a chart of bars is laid out: in CSS pixels, from the numbers alone.

/// Room for the words beside the bars, and below them.
const BESIDE: f64 = 60.0;
const BELOW: f64 = 22.0;
/// Room for a line, or half of the words of the uppermost mark, above the bars.
const ABOVE: f64 = 8.0;
/// About as wide as a character of the words below.
const CHARACTER: f64 = 6.6;
/// Lines further away than so many times the highest bar are left out: the bars would be too low to tell apart.
const FURTHEST_LINE: u64 = 4;

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    /// Where the bars begin and how much of the width each has.
    pub left: f64,
    pub slot: f64,
    /// The value at the upper edge.
    pub top: u64,
    /// The values that are marked beside the bars, from 0 to the upper edge.
    pub marks: Vec<u64>,
}

impl Layout {
    /// Lays out so many bars; `highest` is the highest of them, `lines` the values of lines to show if they are near.
    pub fn new(width: f64, height: f64, bars: usize, highest: u64, lines: &[u64]) -> Self {
        let near = |line: &&u64| **line / FURTHEST_LINE <= highest;
        let reach = lines.iter().filter(near).copied().chain([highest]).max().unwrap_or(0).max(1);
        let step = step(reach);
        let steps = reach.div_ceil(step);
        let slot = (width - BESIDE).max(1.0) / bars.max(1) as f64;
        let marks = (0..=steps).map(|count| count * step).collect();
        Self { width, height, left: BESIDE, slot, top: step * steps, marks }
    }

    /// How far from above a value is.
    pub fn y(&self, value: u64) -> f64 {
        let share = value.min(self.top) as f64 / self.top as f64;
        self.foot() - share * (self.foot() - ABOVE)
    }

    /// How far from above the bars end.
    pub fn foot(&self) -> f64 {
        self.height - BELOW
    }

    /// Where a bar begins, and how wide it is.
    pub fn bar(&self, at: usize) -> (f64, f64) {
        let gap = if self.slot > 6.0 { self.slot * 0.2 } else { 0.5 };
        (self.left + at as f64 * self.slot + gap / 2.0, self.slot - gap)
    }

    /// Which of so many bars is at a place across.
    pub fn at(&self, x: f64, bars: usize) -> Option<usize> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and few")]
        let at = ((x - self.left) / self.slot).floor().max(0.0) as usize;
        (bars > 0).then(|| at.min(bars - 1))
    }

    /// Of how many bars one can have its words below, when the longest of them has so many characters.
    pub fn every(&self, longest: usize) -> usize {
        let room = (longest + 1) as f64 * CHARACTER;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and few")]
        let every = (room / self.slot).ceil() as usize;
        every.max(1)
    }
}

/// One, two or five times a power of ten, so that two to five of them reach a value.
fn step(reach: u64) -> u64 {
    let mut power = 1;
    while reach / power >= 50 {
        power *= 10;
    }
    [1, 2, 5, 10]
        .into_iter()
        .map(|times| times * power)
        .find(|step| reach.div_ceil(*step) <= 5)
        .unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_few() {
        for reach in [1, 7, 50, 99, 100, 101, 480, 123_456_789, 5_000_000_000, u64::MAX / 100] {
            let marks = Layout::new(600.0, 200.0, 30, reach, &[]).marks;
            assert!((2..=6).contains(&marks.len()), "{reach}: {marks:?}");
            assert!(marks.last() >= Some(&reach), "{reach}: {marks:?}");
        }
        assert_eq!(Layout::new(600.0, 200.0, 30, 480, &[]).marks, [0, 100, 200, 300, 400, 500]);
    }

    #[test]
    fn near_lines_are_in_sight_and_far_ones_do_not_flatten_the_bars() {
        assert_eq!(Layout::new(600.0, 200.0, 30, 300, &[1_000]).top, 1_000);
        assert_eq!(Layout::new(600.0, 200.0, 30, 30, &[1_000]).top, 30);
        assert_eq!(Layout::new(600.0, 200.0, 30, 0, &[1_000]).top, 1);
    }

    #[test]
    fn bars_stand_side_by_side_from_edge_to_edge() {
        let layout = Layout::new(660.0, 200.0, 30, 100, &[]);
        let (x, width) = layout.bar(0);
        assert!(x > layout.left && x + width < layout.left + layout.slot);
        let (x, width) = layout.bar(29);
        assert!(x + width < 660.0);
        assert_eq!(
            (layout.at(x, 30), layout.at(0.0, 30), layout.at(9_000.0, 30)),
            (Some(29), Some(0), Some(29))
        );
        assert_eq!(layout.at(5.0, 0), None);
    }

    #[test]
    fn values_go_from_the_foot_to_above() {
        let layout = Layout::new(660.0, 200.0, 30, 100, &[]);
        assert_eq!(layout.y(0), layout.foot());
        assert!(layout.y(100) < layout.y(50) && layout.y(200) == layout.y(100));
    }

    #[test]
    fn words_below_do_not_run_into_each_other() {
        let layout = Layout::new(360.0, 200.0, 30, 100, &[]);
        assert_eq!(layout.every(0), 1);
        assert!(layout.every(6) >= 4);
    }
}
