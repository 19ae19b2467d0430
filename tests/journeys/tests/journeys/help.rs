//! The built-in help.

use journeys::{CUSTOMER_VIEWER, Estate, Name, journey};

#[test]
fn the_help_says_what_keys_do_and_statuses_mean() {
    journey(Estate::of(50), |stage| {
        let vera = stage.person_at(CUSTOMER_VIEWER, "/sims");
        vera.find("button", Name::containing("Your profile")).click();
        let panel = vera.find("dialog", "Your profile");
        panel.find("link", "Help").click();
        panel.disappears();
        vera.arrives_at("/help");
        let heading = vera.find("heading", "Help");
        heading.has_focus();
        vera.comes_to("the title", "Help – Simgrove".to_owned(), || vera.title());
        let keys = vera.find("table", "In the list of SIMs");
        keys.find("row", "Ctrl + A Select all SIMs of the list").appears();
        keys.find("row", "↑ ↓ ← → Ctrl + ↑ Ctrl + ↓ Go from cell to cell").appears();
        vera.find("table", "On the page of a SIM").shows("Alt + ↓");
        vera.find("region", "What each status means").shows("Its usage has reached the data cap");
        vera.is_accessible();
        vera.resize(500, 844);
        let fits =
            vera.run("return document.documentElement.scrollWidth <= innerWidth", &serde_json::json!([]));
        assert_eq!(fits, true, "the page is wider than the window");
        vera.find("button", "Display").click();
        vera.find("dialog", "Display").find("combobox", "Language").choose("Deutsch");
        vera.press("Escape");
        vera.find("table", "In der SIM-Liste").shows("Strg + A");
        vera.is_accessible();
    });
}
