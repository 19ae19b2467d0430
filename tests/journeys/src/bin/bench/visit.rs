//! One run: a fresh browser, one contestant, every act once or a few times.

use crate::contestant::Contestant;
use crate::figures::{Figure, Figures};
use crate::page::{Blank, Page, Stuck, number};
use crate::truth::Truth;
use journeys::{ADMIN, Stage};
use serde_json::Value;

/// How often what is quick is done in each run.
pub const TIMES: usize = 3;
/// About three seconds.
pub const FRAMES: usize = 180;
/// A frame is late when it comes more than so many milliseconds after the one before.
const LATE: f64 = 33.0;
const MIB: f64 = 1024.0 * 1024.0;
/// From a click to its outcome: the release of the button, which all pages act upon.
pub const CLICK: &str = "pointerup";
const KEY: &str = "keydown";

/// Everything that is measured of a contestant. Of others that get stuck on a busy machine, what they did until then.
pub fn figures(stage: &mut Stage, contestant: Contestant, truth: &Truth, blank: &Blank) -> Figures {
    let page = Page::opened(stage, contestant, &truth.everything());
    let mut visit = Visit { page, truth, figures: Figures::default() };
    let mut done = visit.works_like_all(blank);
    if contestant.is_ours() {
        done = done.and_then(|()| visit.works_alone(&stage.api(ADMIN)));
    }
    match done {
        Ok(()) => {}
        Err(stuck) if contestant.is_ours() => panic!("the dashboard {stuck}"),
        Err(stuck) => eprintln!("{} {stuck}: the rest of its run is left out", contestant.name()),
    }
    stage.leaves(visit.page.person);
    visit.figures
}

pub struct Visit<'a> {
    pub page: Page,
    pub truth: &'a Truth,
    pub figures: Figures,
}

impl Visit<'_> {
    /// What all have.
    fn works_like_all(&mut self, blank: &Blank) -> Result<(), Stuck> {
        let (truth, contestant) = (self.truth, self.page.contestant);
        self.loads([Figure::FirstRow, Figure::AllRows])?;
        self.answers_meanwhile();
        self.ships();
        for digits in &truth.iccids {
            self.types("iccid", digits, Figure::Iccid, |part| truth.with_digits(contestant, part))?;
        }
        for name in &truth.accounts {
            self.types("account", name, Figure::Account, |part| truth.with_account(part))?;
        }
        for status in &truth.statuses {
            self.chooses_status(status)?;
        }
        for _ in 0..TIMES {
            self.acts(Figure::SelectAll, CLICK, &truth.all_selected(true), |page| page.click("all"))?;
            self.page.click("all");
            self.page.comes_to(&truth.all_selected(false))?;
        }
        for _ in 0..TIMES {
            self.jumps()?;
        }
        self.scrolls("wheel", Figure::Wheel, Figure::WheelLate);
        self.scrolls("drag", Figure::Drag, Figure::DragLate);
        self.goes_to_the_top()?;
        for descending in [false, true] {
            self.acts(Figure::Sort, CLICK, &truth.by_usage(descending), |page| page.click("usage"))?;
        }
        let memory = self.page.person.memory_of_page().saturating_sub(blank.memory);
        self.figures.add(Figure::Memory, memory as f64 / MIB);
        Ok(())
    }

    pub fn loads(&mut self, figures: [Figure; 2]) -> Result<(), Stuck> {
        for (figure, time) in figures.into_iter().zip(self.page.loaded()?) {
            self.figures.add(figure, time);
        }
        Ok(())
    }

    /// Tells how far the page could not be worked with while it loaded.
    fn answers_meanwhile(&mut self) {
        let tasks = self.page.times("bench.longTasks()");
        self.figures.add(Figure::LongTasks, tasks.len() as f64);
        if let Some(longest) = tasks.into_iter().max_by(f64::total_cmp) {
            self.figures.add(Figure::LongestTask, longest);
        }
    }

    fn ships(&mut self) {
        let bytes = self.page.value("bench.bytes()");
        self.figures.add(Figure::Shipped, number(&bytes["all"]) / 1000.0);
        self.figures.add(Figure::ShippedToFirstRow, number(&bytes["first"]) / 1000.0);
    }

    /// Types a text key by key, each of which is an act, and takes it away again.
    fn types(
        &mut self,
        field: &str,
        text: &str,
        figure: Figure,
        found: impl Fn(&str) -> Value,
    ) -> Result<(), Stuck> {
        self.page.click(field);
        for (at, char) in text.char_indices() {
            let goal = found(&text[..at + char.len_utf8()]);
            self.acts(figure, KEY, &goal, |page| page.person.press(&char.to_string()))?;
        }
        self.page.person.press("Control+a");
        self.page.person.press("Delete");
        self.page.comes_to(&self.truth.everything())
    }

    fn chooses_status(&mut self, status: &str) -> Result<(), Stuck> {
        let button = format!("status-{status}");
        self.opens_statuses();
        self.acts(Figure::Status, CLICK, &self.truth.with_status(status), |page| page.click(&button))?;
        self.opens_statuses();
        self.page.click(&button);
        self.page.comes_to(&self.truth.everything())
    }

    /// Ours has them in a menu.
    fn opens_statuses(&self) {
        if self.page.contestant.is_ours() {
            self.page.click("statuses");
        }
    }

    fn jumps(&mut self) -> Result<(), Stuck> {
        self.goes_to_the_top()?;
        self.page.value("contestant.focusGrid()");
        let key = self.page.value("contestant.endKey");
        let key = key.as_str().unwrap_or_default();
        match self.page.timed(KEY, &self.truth.last(), || self.page.person.press(key)) {
            Ok(time) => self.figures.add(Figure::Jump, time),
            Err(stuck) if self.page.contestant.is_ours() => return Err(stuck),
            // Others stop short of the end at times, where the list is higher than the browser allows.
            Err(_) => eprintln!("{} does not come to the last row", self.page.contestant.name()),
        }
        Ok(())
    }

    pub fn goes_to_the_top(&self) -> Result<(), Stuck> {
        self.page.value("contestant.toTop()");
        self.page.comes_to(&self.truth.everything())
    }

    fn scrolls(&mut self, way: &str, times: Figure, late: Figure) {
        let between = self.page.times(&format!("bench.scroll('{way}', {FRAMES})"));
        self.frames(between, times, late);
        // What Glide paints has no elements to look at.
        if self.page.contestant != Contestant::Glide {
            let blank = self.page.answer(&format!("bench.blanks('{way}', {FRAMES})"));
            self.figures.add(Figure::Blank, number(&blank));
        }
    }

    pub fn frames(&mut self, between: Vec<f64>, times: Figure, late: Figure) {
        self.figures.add(late, between.iter().filter(|&&time| time > LATE).count() as f64);
        between.into_iter().for_each(|time| self.figures.add(times, time));
    }

    /// Does something and takes the time until a frame shows the goal.
    pub fn acts(
        &mut self,
        figure: Figure,
        event: &str,
        goal: &Value,
        act: impl FnOnce(&Page),
    ) -> Result<(), Stuck> {
        let time = self.page.timed(event, goal, || act(&self.page))?;
        self.figures.add(figure, time);
        Ok(())
    }
}
