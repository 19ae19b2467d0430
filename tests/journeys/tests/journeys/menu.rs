//! The context menu of the list, however it is opened, and what each role finds in it.

use journeys::{ADMIN, Estate, Query, SimList, VIEWER, iccid, journey};
use serde_json::json;

const OF_ADMINS: [&str; 12] = [
    "Move to account…",
    "Set cap and alert…",
    "Activate…",
    "Suspend",
    "Resume",
    "Terminate…",
    "Edit tags…",
    "Set category…",
    "Ping",
    "Run diagnostics",
    "Copy ICCIDs",
    "Show details",
];

#[test]
fn a_right_click_acts_on_the_selection_or_selects_the_row_first() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let sims: Vec<&str> = sims.iter().map(iccid).collect();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let (ann, menu) = (&list.person, list.person.find("menu", "SIM actions"));
        list.sim(sims[1]).click();
        list.sim(sims[3]).click_with(&["Control"]);
        list.sim(sims[3]).right_click();
        menu.appears();
        ann.comes_to("the menu", OF_ADMINS.map(str::to_owned).to_vec(), || menu.find_all("menuitem").texts());
        menu.find("menuitem", "Move to account…").has_focus();
        list.has_selected(&[sims[1], sims[3]]);
        // Details are of one SIM: with two selected the item is there, and does nothing.
        assert!(menu.find("menuitem", "Show details").is_disabled());
        ann.press("Escape");
        menu.disappears();
        list.sim(sims[3]).has_focus();
        list.sim(sims[6]).right_click();
        list.has_selected(&[sims[6]]);
        assert!(!menu.find("menuitem", "Show details").is_disabled());
        ann.press("Escape");
        menu.disappears();
        list.sim(sims[6]).has_focus();
        list.has_selected(&[sims[6]]);
    });
}

/// Browsers tell of scrolling when they draw next: by then the menu may be open.
#[test]
fn scrolling_from_before_it_was_opened_leaves_the_menu_open_and_later_scrolling_closes_it() {
    journey(Estate::of(300), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let (ann, menu) = (&list.person, list.person.find("menu", "SIM actions"));
        let scroll = "document.querySelector('[role=grid][aria-label=SIMs]').scrollTop += 40;";
        let press = "
            const [row] = document.querySelectorAll('[role=grid][aria-label=SIMs] [role=rowheader]');
            const { x, y } = row.getBoundingClientRect();
            row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y }));";
        let drawn = "requestAnimationFrame(() => setTimeout(arguments[arguments.length - 1]));";
        ann.run_async(&[scroll, press, drawn].concat(), &json!([]));
        assert!(menu.exists(), "the menu is gone");
        menu.find("menuitem", "Move to account…").has_focus();
        ann.run(scroll, &json!([]));
        menu.disappears();
    });
}

#[test]
fn shift_f10_and_the_button_in_the_row_open_the_same_menu() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let sims: Vec<&str> = sims.iter().map(iccid).collect();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let (ann, menu) = (&list.person, list.person.find("menu", "SIM actions"));
        list.sim(sims[2]).click();
        ann.press("ArrowDown");
        list.sim(sims[3]).has_focus();
        ann.press("Shift+F10");
        menu.find("menuitem", "Move to account…").has_focus();
        list.has_selected(&[sims[3]]);
        for (key, item) in [
            ("ArrowDown", "Set cap and alert…"),
            ("End", "Show details"),
            ("ArrowUp", "Copy ICCIDs"),
            ("Home", "Move to account…"),
            ("c", "Copy ICCIDs"),
        ] {
            ann.press(key);
            menu.find("menuitem", item).has_focus();
        }
        ann.press("Escape");
        menu.disappears();
        list.sim(sims[3]).has_focus();
        list.more_button(sims[5]).click();
        menu.find("menuitem", "Move to account…").has_focus();
        list.has_selected(&[sims[5]]);
        ann.press("Escape");
        menu.disappears();
        list.more_button(sims[5]).has_focus();
        // A dialog gives the focus back as well.
        list.more_button(sims[5]).click();
        menu.find("menuitem", "Move to account…").click();
        let dialog = list.dialog("Move 1 SIM");
        dialog.find("combobox", "Destination account").has_focus();
        dialog.find("button", "Cancel").click();
        dialog.disappears();
        list.more_button(sims[5]).has_focus();
    });
}

#[test]
fn copies_the_iccids_of_the_selected_sims() {
    journey(Estate::of(200), |stage| {
        let sims = stage.api(VIEWER).all_sims();
        let sims: Vec<&str> = sims.iter().map(iccid).collect();
        let list = SimList::opened(stage, VIEWER, "/sims");
        let ann = &list.person;
        list.sim(sims[1]).click();
        list.sim(sims[4]).click_with(&["Control"]);
        list.press("Copy ICCIDs");
        // An engine may refuse; then the person is told.
        let told = Query::role("region").named("Notifications");
        ann.wait_until("a message about the copy", || {
            let said = ann.find_by(told.clone()).texts().join(" ");
            said.contains("2 ICCIDs copied") || said.contains("did not let the ICCIDs be copied")
        });
        if ann.find_by(told).text().contains("2 ICCIDs copied") {
            let search = ann.find("searchbox", "Search SIMs");
            search.focus();
            ann.press("Control+v");
            // A field of one line joins the lines.
            ann.wait_until("what was copied can be pasted", || {
                let pasted = search.value();
                pasted.contains(sims[1]) && pasted.contains(sims[4])
            });
        }
    });
}
