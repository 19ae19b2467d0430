//! Selecting SIMs, and the keys of the grid.

use journeys::{ADMIN, Estate, SimList, Stage, iccid, journey};
use serde_json::json;

fn at_the_list(play: impl Fn(&mut Stage, &SimList, &[&str])) {
    journey(Estate::of(400), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let iccids: Vec<&str> = sims.iter().map(iccid).collect();
        let list = SimList::opened(stage, ADMIN, "/sims");
        list.status().shows("400 SIMs");
        assert_eq!(list.first_in_sight(5), iccids[..5]);
        play(stage, &list, &iccids);
    });
}

#[test]
fn selects_with_the_mouse_as_in_a_file_manager() {
    at_the_list(|_, list, sims| {
        list.sim(sims[2]).click();
        list.has_selected(&[sims[2]]);
        list.sim(sims[5]).click_with(&["Control"]);
        list.has_selected(&[sims[2], sims[5]]);
        list.sim(sims[7]).click_with(&["Shift"]);
        list.has_selected(&[sims[5], sims[6], sims[7]]);
        list.sim(sims[6]).click_with(&["Control"]);
        list.has_selected(&[sims[5], sims[7]]);
        list.sim(sims[1]).click();
        list.has_selected(&[sims[1]]);
    });
}

#[test]
fn selects_with_tick_boxes_and_all_with_the_one_in_the_header() {
    at_the_list(|_, list, sims| {
        list.tick_box(sims[1]).click();
        list.tick_box(sims[3]).click();
        list.has_selected(&[sims[1], sims[3]]);
        list.tick_box(sims[1]).click();
        list.has_selected(&[sims[3]]);
        let header = list.grid().find("checkbox", "Select all 400");
        header.click();
        list.status().shows("400 selected");
        list.person.wait_until("all rows look selected", || {
            let selected = list.selected();
            list.in_sight().iter().all(|it| selected.contains(it))
        });
        header.click();
        list.has_selected(&[]);
        list.person.find("region", "SIM list").find("button", "Select all 400").click();
        list.status().shows("400 selected");
        list.tick_box(sims[0]).click();
        list.status().shows("399 selected");
        list.person.find("toolbar", "Selected SIMs").find("button", "Clear selection").click();
        list.has_selected(&[]);
    });
}

#[test]
fn selects_with_the_keyboard() {
    at_the_list(|_, list, sims| {
        let ann = &list.person;
        list.sim(sims[2]).click();
        list.sim(sims[2]).has_focus();
        ann.press("Shift+ArrowDown");
        ann.press("Shift+ArrowDown");
        list.has_selected(&[sims[2], sims[3], sims[4]]);
        list.sim(sims[4]).has_focus();
        ann.press("Shift+ArrowUp");
        list.has_selected(&[sims[2], sims[3]]);
        // Plain arrows move the focus, not the selection.
        ann.press("ArrowDown");
        ann.press("ArrowDown");
        list.sim(sims[5]).has_focus();
        list.has_selected(&[sims[2], sims[3]]);
        ann.press("Space");
        list.has_selected(&[sims[2], sims[3], sims[5]]);
        ann.press("Control+a");
        list.status().shows("400 selected");
        ann.press("Escape");
        list.has_selected(&[]);
        list.sim(sims[5]).has_focus();
    });
}

#[test]
fn the_keys_of_the_grid_move_one_focused_cell() {
    at_the_list(|_, list, sims| {
        let ann = &list.person;
        list.sim(sims[0]).click();
        for (key, cell) in [
            ("ArrowRight", (2, 3)),
            ("ArrowLeft", (2, 2)),
            ("ArrowLeft", (2, 1)),
            ("ArrowLeft", (2, 1)),
            ("End", (2, 15)),
            ("ArrowRight", (2, 15)),
            ("Home", (2, 1)),
            ("ArrowDown", (3, 1)),
            ("Control+End", (401, 15)),
            ("ArrowDown", (401, 15)),
            ("Control+Home", (2, 1)),
            ("ArrowUp", (1, 1)),
            ("ArrowDown", (2, 1)),
        ] {
            ann.press(key);
            is_at(list, cell, key);
            // What has the focus is in sight.
            if let Some(sim) = sims.get((cell.0 as usize).wrapping_sub(2)) {
                ann.wait_until(&format!("{sim} is in sight after {key}"), || {
                    list.in_sight().iter().any(|it| it == sim)
                });
            }
        }
        ann.press("PageDown");
        ann.wait_until("a page was turned", || (10..40).contains(&place_of_focus(list).0));
        ann.press("PageUp");
        is_at(list, (2, 1), "PageUp");
        // The grid is one stop on the way of the Tab key.
        ann.press("Shift+Tab");
        ann.wait_until("Shift+Tab leaves the grid", || place_of_focus(list) == (0, 0));
        ann.press("Tab");
        is_at(list, (2, 1), "Tab");
    });
}

#[test]
fn after_a_jump_the_rows_around_those_in_sight_are_drawn_as_well() {
    at_the_list(|_, list, sims| {
        let half =
            "const grid = document.querySelector('[role=grid]'); grid.scrollTop = grid.scrollHeight / 2;";
        list.person.run(half, &json!([]));
        list.person.wait_until("a screen reader can read on upwards", || {
            let drawn = list.drawn();
            let first = list.in_sight().first().and_then(|first| sims.iter().position(|sim| sim == first));
            first.is_some_and(|first| first > 100 && drawn.iter().any(|it| it == sims[first - 3]))
        });
    });
}

#[test]
fn sorts_by_a_column_with_mouse_and_keyboard() {
    at_the_list(|stage, list, _| {
        let ann = &list.person;
        let mut sims = stage.api(ADMIN).all_sims();
        let usage = list.grid().find("columnheader", "Usage");
        usage.find("button", "Usage").click();
        sims.sort_by_key(|sim| sim["usage_bytes"].as_u64());
        let most = sims.last().map(iccid).expect("there are SIMs").to_owned();
        ann.wait_until("Usage is sorted", || usage.attribute("aria-sort").as_deref() == Some("ascending"));
        ann.arrives_at("/sims?sort=usage");
        ann.press("Enter");
        ann.wait_until("Usage is sorted the other way", || {
            usage.attribute("aria-sort").as_deref() == Some("descending")
        });
        ann.wait_until("the SIM with most usage comes first", || list.in_sight()[0] == most);
        ann.arrives_at("/sims?sort=-usage");
        usage.find("button", "Usage").has_focus();
        // By keyboard alone: from the first row up into the header.
        list.sim(&most).click();
        ann.press("ArrowUp");
        list.grid().find("columnheader", "ICCID").find("button", "ICCID").has_focus();
        ann.press("Enter");
        sims.sort_by(|a, b| iccid(a).cmp(iccid(b)));
        let first = iccid(&sims[0]).to_owned();
        ann.wait_until("the lowest ICCID comes first", || list.in_sight()[0] == first);
        ann.arrives_at("/sims?sort=iccid");
        list.has_selected_somewhere(&most);
    });
}

/// Row and column of the focused cell, as assistive technology counts them; zeros outside the grid.
fn place_of_focus(list: &SimList) -> (u64, u64) {
    let script = "
        const cell = document.activeElement?.closest('[role=grid] [aria-colindex]');
        return cell ? [Number(cell.closest('[aria-rowindex]').ariaRowIndex), Number(cell.ariaColIndex)] : [0, 0];";
    let at = list.person.run(script, &serde_json::json!([]));
    (at[0].as_u64().unwrap_or_default(), at[1].as_u64().unwrap_or_default())
}

#[track_caller]
fn is_at(list: &SimList, cell: (u64, u64), key: &str) {
    list.person.comes_to(&format!("the focus after {key}"), cell, || place_of_focus(list));
    let stops = list.person.run(
        "return document.querySelectorAll('[role=grid] [tabindex=\"0\"]').length",
        &serde_json::json!([]),
    );
    assert_eq!(stops, 1, "after {key} the grid has not one tab stop");
}
