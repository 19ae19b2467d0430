//! The main job on a telephone, with nothing but a finger.

use journeys::{ADMIN, Engine, Estate, Person, SimList, Spot, iccid, journey};
use serde_json::json;

const CAP: u64 = 75_000_000;

/// A finger hits what is this large, in CSS pixels.
const FINGER: f64 = 44.0;
/// Nothing is smaller than this, wherever it stands.
const SMALLEST: u32 = 24;

/// WebKit's driver makes a mouse of every finger: there a tap is a click, and nothing rests.
fn has_finger(ann: &Person) -> bool {
    ann.engine() != Engine::WebKit
}

/// Rests on a SIM until its menu has come, from below and as wide as the window.
#[track_caller]
fn rest_on(list: &SimList, sim: &str) -> Spot {
    let ann = &list.person;
    if has_finger(ann) {
        list.sim(sim).long_press();
    } else {
        list.more_button(sim).tap();
    }
    let menu = ann.find("menu", "SIM actions");
    menu.find("menuitem", "Move to account…").appears();
    comes_from_below(ann, &menu);
    menu
}

#[track_caller]
fn comes_from_below(ann: &Person, sheet: &Spot) {
    let window = ann.run("return [innerWidth, innerHeight]", &json!([]));
    let [wide, high] = [0, 1].map(|at| window[at].as_f64().unwrap_or_default());
    // Around the items there is a little room.
    let near = |one: f64, other: f64| (one - other).abs() < 12.0;
    ann.wait_until("the sheet lies at the foot of the window", || {
        let [left, top, width, height] = sheet.rectangle();
        near(left, 0.0) && near(width, wide) && near(top + height, high) && top > 0.0
    });
}

#[track_caller]
fn takes_a_finger(spot: &Spot) {
    let [_, _, width, height] = spot.rectangle();
    assert!(width >= FINGER && height >= FINGER, "{spot} is {width} × {height}");
}

#[test]
fn two_sims_are_found_moved_and_capped_by_touch() {
    journey(Estate::of(1_000), |stage| {
        let api = stage.api(ADMIN);
        let redwood = api.account("Redwood Rentals")["id"].clone();
        let home = api.account("Lakeside Metering");
        let sims = api.all_sims();
        let mut movable =
            sims.iter().filter(|sim| sim["status"] == "active" && sim["account_id"] == home["id"]);
        let (Some(first), Some(second)) = (movable.next(), movable.next()) else {
            panic!("two of them are active")
        };

        let ann = stage.person();
        ann.takes_a_telephone();
        ann.goto("/");
        ann.find("textbox", "E-mail").tap();
        ann.type_text(ADMIN.email);
        ann.field("Password").tap();
        ann.type_text(ADMIN.password);
        ann.find("button", "Sign in").tap();
        let list = SimList { person: ann.clone() };
        list.is_loaded();
        if stage.engine() == Engine::Chromium {
            for button in ["Display", "Accounts", "Filter", "Columns…", "Refresh"] {
                takes_a_finger(&ann.find("button", button));
            }
            takes_a_finger(&list.more_button(&list.in_sight()[0]));
            assert_eq!(ann.smaller_than(SMALLEST), Vec::<String>::new());
        }

        // The first one by resting on it, the second one by a tap: both are selected.
        let by_account = ann.find("textbox", "Filter by account name");
        by_account.tap();
        ann.type_text("Lakeside Metering");
        ann.find("searchbox", "Search SIMs").tap();
        list.sim(iccid(first)).appears();
        list.sim(iccid(second)).appears();
        let menu = rest_on(&list, iccid(first));
        list_has_menu_of(&list, iccid(first));
        takes_a_finger(&menu.find("menuitem", "Set cap and alert…"));
        ann.tap_at((200, 90));
        menu.disappears();
        list.has_selected(&[iccid(first)]);
        if has_finger(&ann) {
            list.sim(iccid(second)).tap();
        } else {
            list.tick_box(iccid(second)).tap();
        }
        list.has_selected(&[iccid(first), iccid(second)]);

        // Both are moved, from the menu of one of them.
        rest_on(&list, iccid(second)).find("menuitem", "Move to account…").tap();
        let dialog = list.dialog("Move 2 SIMs");
        comes_from_below(&ann, &dialog);
        dialog.find("combobox", "Destination account").tap();
        ann.type_text("Redwood R");
        dialog.find_all("option").tap();
        dialog.shows("2 SIMs move to Redwood Rentals.");
        let go = dialog.find("button", "Move");
        if stage.engine() == Engine::Chromium {
            takes_a_finger(&go);
        }
        go.tap();
        let moved = list.operation("2 SIMs moved to Redwood Rentals");
        moved.appears();
        moved.find("button", "Close").tap();
        moved.disappears();

        // They are still selected, and get their cap by the toolbar.
        by_account.fill("");
        list.status().shows("2 selected");
        ann.find("toolbar", "Selected SIMs").find("button", "Set cap and alert…").tap();
        let dialog = list.dialog("Cap and alert for 2 SIMs");
        comes_from_below(&ann, &dialog);
        let cap = dialog.find("textbox", "Data cap");
        cap.tap();
        cap.fill("75 MB");
        ann.comes_to("the alert", "60 MB".to_owned(), || {
            dialog.find("textbox", "Data alert").value().replace('\u{a0}', " ")
        });
        dialog.find("button", "Apply").tap();
        dialog.disappears();
        list.operation("Cap and alert of 2 SIMs set").appears();
        for sim in [first, second] {
            let now = api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200);
            assert_eq!(now["account_id"], redwood);
            assert_eq!(now["cap_bytes"].as_u64(), Some(CAP));
        }

        // What came of it, on the page of one of them.
        ann.find("button", "Clear selection").tap();
        list.has_selected(&[]);
        ann.find("searchbox", "Search SIMs").tap();
        ann.type_text(iccid(first));
        list.sim(iccid(first)).appears();
        list.more_button(iccid(first)).tap();
        ann.find("menu", "SIM actions").find("menuitem", "Show details").tap();
        let details = ann.find("complementary", "SIM details");
        details.shows("Redwood Rentals");
        details.find("region", "Cap and alert").shows("75 MB");
        assert_eq!(ann.cut_off(), Vec::<String>::new());
    });
}

/// The SIM whose menu is open is selected, alone.
#[track_caller]
fn list_has_menu_of(list: &SimList, sim: &str) {
    list.person.comes_to("the selection", vec![sim.to_owned()], || list.selected());
}
