//! The page with the list of SIMs, in the words of those who work with it.

use crate::person::Person;
use crate::query::{Name, Query};
use crate::spot::Spot;
use crate::stage::{Login, Stage};
use serde_json::{Value, json};

/// Someone at the list of SIMs.
#[derive(Clone)]
pub struct SimList {
    pub person: Person,
}

impl SimList {
    /// Someone who is signed in and sees the whole list.
    #[track_caller]
    pub fn opened(stage: &mut Stage, login: Login, path: &str) -> Self {
        let list = Self { person: stage.person_at(login, path) };
        list.is_loaded();
        list
    }

    /// Waits until all SIMs are there, no longer announced as loading, and drawn as far as there is room.
    #[track_caller]
    pub fn is_loaded(&self) {
        self.grid().appears();
        self.person.wait_until("the whole estate is loaded", || {
            !self.person.find("progressbar", "Loading SIMs").exists() && self.number_shown() > 0
        });
        self.person.wait_until("the list is drawn to its end", || self.is_drawn());
    }

    /// Rows are drawn a few per frame: whether the last SIM is among them, or one at the lower edge.
    fn is_drawn(&self) -> bool {
        let script = "
            const grid = document.querySelector('[role=grid]');
            const rows = [...grid.querySelectorAll('[role=row][aria-selected]:not([hidden])')];
            const lowest = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom));
            return rows.length >= grid.ariaRowCount - 1
              || lowest >= grid.getBoundingClientRect().top + grid.clientHeight;";
        self.person.run(script, &json!([])) == true
    }

    pub fn grid(&self) -> Spot {
        self.person.find("grid", "SIMs")
    }

    /// The row of a SIM that is in sight, by the cell that names it.
    pub fn sim(&self, iccid: &str) -> Spot {
        self.grid().find("rowheader", iccid)
    }

    /// The header of a column.
    pub fn header(&self, column: &str) -> Spot {
        self.grid().find("columnheader", column)
    }

    /// The names of the columns in their order, also while a dialog lies over them.
    #[track_caller]
    pub fn columns(&self) -> Vec<String> {
        let script = "
            const headers = [...document.querySelectorAll('[role=grid] [role=columnheader]:has(button)')];
            headers.sort((a, b) => a.ariaColIndex - b.ariaColIndex);
            return headers.map((header) => header.querySelector('button span').innerText.trim());";
        let names = self.person.run(script, &json!([]));
        names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until the first columns are these.
    #[track_caller]
    pub fn has_first_columns(&self, expected: &[&str]) {
        let expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        let count = expected.len();
        self.person.comes_to("the columns", expected, || {
            let mut columns = self.columns();
            columns.truncate(count);
            columns
        });
    }

    pub fn tick_box(&self, iccid: &str) -> Spot {
        self.grid().find("checkbox", format!("Select {iccid}"))
    }

    /// The "⋯" in the row.
    pub fn more_button(&self, iccid: &str) -> Spot {
        self.grid().find("button", format!("Actions for {iccid}"))
    }

    pub fn status(&self) -> Spot {
        self.person.find("region", "SIM list").find_all("status")
    }

    /// How many SIMs the list has, in sight or not.
    #[track_caller]
    pub fn number_shown(&self) -> usize {
        let rows = self.grid().attribute("aria-rowcount").and_then(|rows| rows.parse::<usize>().ok());
        rows.map_or(0, |rows| rows.saturating_sub(1))
    }

    /// The ICCIDs in sight, in the order of the list. What has the focus may be elsewhere, and is not meant.
    #[track_caller]
    pub fn in_sight(&self) -> Vec<String> {
        let visible = "
            const grid = document.querySelector('[role=grid]');
            const top = grid.querySelector('[role=row]').getBoundingClientRect();
            const highest = Math.max(top.bottom, grid.getBoundingClientRect().top) + 1;
            const lowest = grid.getBoundingClientRect().top + grid.clientHeight - 1;
            const fits = (row) => {
              const { top, bottom } = row.getBoundingClientRect();
              return bottom > highest && top < lowest;
            };";
        self.rows(visible)
    }

    /// The topmost of the ICCIDs in sight.
    #[track_caller]
    pub fn first_in_sight(&self, count: usize) -> Vec<String> {
        let mut iccids = self.in_sight();
        iccids.truncate(count);
        iccids
    }

    /// Those that are drawn, in sight or not: what a screen reader comes to.
    #[track_caller]
    pub fn drawn(&self) -> Vec<String> {
        self.rows("const fits = () => true;")
    }

    /// Those that are drawn and selected.
    #[track_caller]
    pub fn selected(&self) -> Vec<String> {
        self.rows("const fits = (row) => row.ariaSelected === 'true';")
    }

    /// One question for all rows: rows come and go between two.
    #[track_caller]
    fn rows(&self, fits: &str) -> Vec<String> {
        let script = "
            const rows = [...document.querySelectorAll('[role=grid] [role=row][aria-selected]:not([hidden])')].filter(fits);
            rows.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
            return rows.map((row) => row.querySelector('[role=rowheader]').innerText.trim());";
        let rows = self.person.run(&format!("{fits}{script}"), &json!([]));
        rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until exactly these are selected, in the order of the list.
    #[track_caller]
    pub fn has_selected(&self, expected: &[&str]) {
        let expected: Vec<String> = expected.iter().map(|&iccid| iccid.to_owned()).collect();
        self.person.comes_to("the selection", expected.clone(), || self.selected());
        match expected.len() {
            0 => assert!(!self.status().text().contains("selected"), "{}", self.status().text()),
            count => self.status().shows(&format!("{} selected", grouped(count))),
        }
    }

    /// Waits until one SIM is selected, wherever in the list it is by now.
    #[track_caller]
    pub fn has_selected_somewhere(&self, iccid: &str) {
        self.status().shows("1 selected");
        let search = self.person.find("searchbox", "Search SIMs");
        search.fill(iccid);
        self.has_selected(&[iccid]);
        search.fill("");
    }

    /// Right-clicks on a SIM and chooses from its menu.
    #[track_caller]
    pub fn choose(&self, iccid: &str, item: &str) {
        self.sim(iccid).right_click();
        self.person.find("menu", "SIM actions").find("menuitem", item).click();
    }

    /// Presses a button over the selected SIMs.
    #[track_caller]
    pub fn press(&self, button: &str) {
        self.person.find("toolbar", "Selected SIMs").find("button", button).click();
    }

    pub fn dialog(&self, title: &str) -> Spot {
        self.person.find("dialog", title)
    }

    /// Types the name of an account where SIMs are to go, and takes the account that is offered.
    #[track_caller]
    pub fn type_destination(&self, dialog: &Spot, account: &str) {
        let field = dialog.find("combobox", "Destination account");
        field.fill(account);
        dialog.find_by(Query::role("option").named(Name::containing(account)).selected(true)).appears();
        self.person.press("Enter");
        assert_eq!(field.value(), account);
    }

    /// The panel that tells of one operation.
    pub fn operation(&self, heading: &str) -> Spot {
        self.person.find("region", "Operations").find("article", heading)
    }

    /// Waits until the tree says how many SIMs an account has with all below it.
    #[track_caller]
    pub fn tree_says(&self, account: &str, count: u64) {
        let sims = if count == 1 { "SIM" } else { "SIMs" };
        let name = format!("{account} {} {sims}", grouped(usize::try_from(count).unwrap_or_default()));
        self.person.find("navigation", "Accounts").find("tree", "Accounts").find("treeitem", name).appears();
    }

    /// Has the tree show only the accounts with this in their name, and those above them.
    #[track_caller]
    pub fn find_account(&self, name: &str) {
        self.person.find("navigation", "Accounts").find("searchbox", "Find account").fill(name);
    }
}

/// A count as English writes it: `1,234`.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The ICCID of a SIM as the API gives it.
pub fn iccid(sim: &Value) -> &str {
    sim["iccid"].as_str().expect("a SIM has an ICCID")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1_000, 100_000].map(grouped), ["0", "999", "1,000", "100,000"]);
    }
}
