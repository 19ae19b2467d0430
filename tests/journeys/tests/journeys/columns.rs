//! Columns: chosen, ordered, sized, pinned, sorted by, remembered and carried by links; and what a search found in them.

use journeys::{ADMIN, Estate, SimList, Spot, iccid, journey};
use serde_json::{Value, json};

const FIRST: [&str; 5] = ["ICCID", "Label", "Account name", "Status", "Usage"];

fn open_dialog(list: &SimList) -> Spot {
    list.person.find("button", "Columns…").click();
    let dialog = list.dialog("Columns");
    dialog.find("checkbox", "ICCID").has_focus();
    dialog
}

fn width(list: &SimList, column: &str) -> i64 {
    list.header(column).rectangle()[2].round() as i64
}

#[track_caller]
fn is_wide(list: &SimList, column: &str, expected: i64) {
    list.person.comes_to(&format!("the width of {column}"), expected, || width(list, column));
}

/// The widths and the order that the API keeps.
#[track_caller]
fn kept(list: &SimList, stage: &journeys::Stage, is_it: impl Fn(&Value) -> bool) {
    let api = stage.api(ADMIN);
    list.person.wait_until("the layout is stored", || {
        is_it(&api.get("/api/v1/me/list-layout").expect(200)["layout"])
    });
}

#[test]
fn columns_are_chosen_and_ordered_by_keyboard_and_follow_the_person() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        list.has_first_columns(&FIRST);
        let dialog = open_dialog(&list);
        let entry = |name: &str| dialog.find("checkbox", name);
        assert!(entry("ICCID").is_disabled(), "the ICCID can be hidden");
        ann.press("Space");
        ann.press("ArrowDown");
        entry("Label").has_focus();
        ann.press("Space");
        // The grid behind follows at once.
        list.has_first_columns(&["ICCID", "Account name", "Status"]);
        ann.press("End");
        entry("Note").has_focus();
        ann.press("Space");
        ann.press("Alt+Home");
        entry("Note").has_focus();
        dialog.find_all("status").shows("Note, 2 of 20");
        ann.press("Alt+ArrowDown");
        dialog.find_all("status").shows("Note, 3 of 20");
        list.has_first_columns(&["ICCID", "Note", "Account name"]);
        entry("Note").has_focus();
        ann.press("ArrowDown");
        entry("Account name").has_focus();
        // From an entry Tab leads to its buttons.
        ann.press("Tab");
        dialog.find("button", "Move Account name up").has_focus();
        ann.press("Enter");
        dialog.find("button", "Move Account name up").has_focus();
        list.has_first_columns(&["ICCID", "Account name", "Note", "Status"]);
        ann.is_accessible();
        dialog.find("button", "Done").click();
        dialog.disappears();
        kept(&list, stage, |layout| layout["columns"][2]["column"] == "note");
        ann.wait_until("the address carries the columns", || {
            ann.address().starts_with("/sims?columns=iccid,account,note,status,")
        });
        // Somewhere else, in another browser.
        let other = SimList::opened(stage, ADMIN, "/sims");
        other.has_first_columns(&["ICCID", "Account name", "Note", "Status"]);
        open_dialog(&other).find("button", "Reset").click();
        other.dialog("Columns").find("button", "Done").click();
        other.has_first_columns(&FIRST);
        other.person.arrives_at("/sims");
        kept(&other, stage, Value::is_null);
    });
}

#[test]
fn columns_are_dragged_in_the_dialog_and_cancel_takes_everything_back() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let dialog = open_dialog(&list);
        let grip = (0.045, 0.5);
        let entry = dialog.find_all("listitem").nth(4);
        let [.., height] = entry.rectangle();
        entry.drag_by(grip, (0, -3 * height as i64));
        list.has_first_columns(&["ICCID", "Usage", "Label", "Account name", "Status"]);
        dialog.find_all("status").shows("Usage, 2 of 20");
        dialog.find("radio", "Compact").click();
        dialog.find("radio", "2").click();
        dialog.find("checkbox", "Status").click();
        list.has_first_columns(&["ICCID", "Usage", "Label", "Account name", "Cap"]);
        ann.press("Escape");
        dialog.disappears();
        list.has_first_columns(&FIRST);
        let button = ann.find("button", "Columns…");
        button.has_focus();
        kept(&list, stage, Value::is_null);
        ann.arrives_at("/sims");
        // Density is the one of the display settings.
        let dialog = open_dialog(&list);
        dialog.find("radio", "Compact").click();
        dialog.find("button", "Done").click();
        kept(&list, stage, |layout| layout["density"] == "compact");
        ann.find("button", "Display").click();
        let display = ann.find("dialog", "Display");
        display.find_by(journeys::Query::role("radio").named("Compact").checked(true)).appears();
        display.find("radio", "Comfortable").click();
        kept(&list, stage, Value::is_null);
    });
}

#[test]
fn headers_are_dragged_and_their_edges_too() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        list.has_first_columns(&FIRST);
        // Past the middle of the label.
        let way = (width(&list, "Account name") + width(&list, "Label")) / 2 + 30;
        list.header("Account name").drag_by((0.5, 0.5), (-way, 0));
        list.has_first_columns(&["ICCID", "Account name", "Label", "Status"]);
        assert_eq!(list.header("Account name").attribute("aria-sort"), None, "the drag has sorted");
        list.header("Account name").find("button", "Account name").has_focus();
        // Not before the ICCID, which cannot be dragged either.
        list.header("Label").drag_by((0.5, 0.5), (-400, 0));
        list.has_first_columns(&["ICCID", "Label", "Account name", "Status"]);
        list.header("ICCID").drag_by((0.5, 0.5), (300, 0));
        list.has_first_columns(&FIRST);
        let usual = width(&list, "Label");
        list.header("Label").drag_by((0.98, 0.5), (57, 0));
        is_wide(&list, "Label", usual + 57);
        list.header("Label").drag_by((0.99, 0.5), (-600, 0));
        is_wide(&list, "Label", 48);
        kept(&list, stage, |layout| layout["columns"][1]["width_px"] == 48);
        ann.wait_until("the address carries the width", || ann.address().contains("columns=iccid,label:48,"));
        list.header("Label").double_click_at((0.95, 0.5));
        is_wide(&list, "Label", usual);
        ann.arrives_at("/sims");
    });
}

#[test]
fn headers_are_sized_moved_and_hidden_by_keyboard() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let button = |name: &str| list.header(name).find("button", name);
        list.sim(&list.in_sight()[0]).click();
        ann.press("ArrowRight");
        ann.press("ArrowUp");
        button("Label").has_focus();
        let usual = width(&list, "Label");
        ann.press("Shift+ArrowRight");
        ann.press("Shift+ArrowRight");
        is_wide(&list, "Label", usual + 32);
        ann.press("Shift+ArrowLeft");
        is_wide(&list, "Label", usual + 16);
        ann.press("Control+Shift+ArrowRight");
        list.has_first_columns(&["ICCID", "Account name", "Label", "Status"]);
        button("Label").has_focus();
        ann.press("Control+Shift+ArrowLeft");
        list.has_first_columns(&FIRST);
        button("Label").has_focus();
        let menu = ann.find("menu", "Column Label");
        ann.press("Shift+F10");
        menu.find("menuitem", "Sort ascending").has_focus();
        assert!(menu.find("menuitem", "Move left").is_disabled(), "it can go before the ICCID");
        assert!(menu.find("menuitem", "Add to sort").is_disabled());
        menu.find("menuitem", "Reset width").click();
        is_wide(&list, "Label", usual);
        button("Label").has_focus();
        ann.press("Shift+F10");
        menu.find("menuitem", "Hide column").click();
        list.has_first_columns(&["ICCID", "Account name", "Status", "Usage"]);
        button("Account name").has_focus();
        list.header("Account name").right_click();
        ann.find("menu", "Column Account name").find("menuitem", "Columns…").click();
        let dialog = list.dialog("Columns");
        assert_eq!(dialog.find("checkbox", "Label").value(), "on");
        dialog.find_by(journeys::Query::role("checkbox").named("Label").checked(false)).click();
        dialog.find("button", "Done").click();
        list.has_first_columns(&["ICCID", "Account name", "Status", "Usage"]);
        assert_eq!(list.columns().last().map(String::as_str), Some("Label"));
    });
}

#[test]
fn pinned_columns_stay_in_view_and_the_focus_never_hides_under_them() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        list.header("Label").right_click();
        ann.find("menu", "Column Label").find("menuitem", "Pin up to here").click();
        kept(&list, stage, |layout| layout["pinned"] == 2);
        let at = |column: &str| list.header(column).rectangle()[0];
        let before = (at("ICCID"), at("Label"), at("Status"));
        let first = list.in_sight()[0].clone();
        list.sim(&first).click();
        ann.press("End");
        ann.press("ArrowLeft");
        ann.wait_until("the last column is in view", || at("Status") < before.2 - 100.0);
        assert_eq!((at("ICCID"), at("Label")), (before.0, before.1), "pinned columns have moved");
        let edge = || {
            let [left, _, width, _] = list.header("Label").rectangle();
            left + width
        };
        // Back over all columns: each is beside the pinned ones while it has the focus.
        let start = "const cell = document.activeElement.closest('[aria-colindex]');
            return [Number(cell.ariaColIndex), cell.getBoundingClientRect().left]";
        for column in (4..=13).rev() {
            ann.press("ArrowLeft");
            ann.wait_until(&format!("column {column} has the focus beside the pinned ones"), || {
                let at = ann.run(start, &json!([]));
                at[0] == column && at[1].as_f64().is_some_and(|left| left >= edge() - 1.0)
            });
        }
        // Scrolled away by hand, and tabbed back to.
        ann.press("Shift+Tab");
        ann.run("document.querySelector('[role=grid]').scrollLeft = 300", &json!([]));
        ann.press("Tab");
        ann.wait_until("the focused column is beside the pinned ones", || {
            let at = ann.run(start, &json!([]));
            at[0] == 4 && at[1].as_f64().is_some_and(|left| left >= edge() - 1.0)
        });
    });
}

#[test]
fn a_link_shows_the_same_columns_and_leaves_ones_own_alone() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims?columns=usage,label:120,colour,note");
        let ann = &list.person;
        let linked = ["ICCID", "Usage", "Label", "Note"].map(str::to_owned).to_vec();
        ann.comes_to("the columns", linked.clone(), || list.columns());
        ann.arrives_at("/sims?columns=iccid,usage,label:120,note");
        is_wide(&list, "Label", 120);
        kept(&list, stage, Value::is_null);
        let dialog = open_dialog(&list);
        dialog.shows("These columns come from the link");
        dialog.find("button", "Show my own").click();
        list.has_first_columns(&FIRST);
        ann.press("Escape");
        ann.comes_to("the columns", linked, || list.columns());
        // Going to another account and back keeps them; so does a reload.
        ann.find("searchbox", "Search SIMs").fill("89");
        ann.arrives_at("/sims?q=89&columns=iccid,usage,label:120,note");
        ann.reload();
        list.is_loaded();
        list.has_first_columns(&["ICCID", "Usage", "Label", "Note"]);
        kept(&list, stage, Value::is_null);
        // What the person changes becomes their own.
        list.header("Usage").right_click();
        ann.find("menu", "Column Usage").find("menuitem", "Move right").click();
        list.has_first_columns(&["ICCID", "Label", "Usage", "Note"]);
        kept(&list, stage, |layout| layout["columns"].as_array().is_some_and(|columns| columns.len() == 4));
        let other = SimList::opened(stage, ADMIN, "/sims?columns=colour");
        other.has_first_columns(&["ICCID", "Label", "Usage", "Note"]);
    });
}

#[test]
fn sorts_by_several_columns() {
    journey(Estate::of(400), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let mut sims = stage.api(ADMIN).all_sims();
        let button = |name: &str| list.header(name).find("button", name);
        button("Operator").click();
        ann.arrives_at("/sims?sort=operator");
        button("Usage").click_with(&["Shift"]);
        ann.arrives_at("/sims?sort=operator%2Cusage");
        // The same by keyboard: once more is the other way.
        button("Usage").has_focus();
        ann.press("Shift+Enter");
        ann.arrives_at("/sims?sort=operator%2C-usage");
        sims.sort_by_key(|sim| {
            let usage = sim["usage_bytes"].as_u64().unwrap_or_default();
            (sim["operator"].as_str().unwrap_or_default().to_lowercase(), std::cmp::Reverse(usage))
        });
        let expected: Vec<String> = sims.iter().take(8).map(|sim| iccid(sim).to_owned()).collect();
        ann.comes_to("the first SIMs", expected.clone(), || list.first_in_sight(8));
        let described = |name: &str| {
            let script = "
                const [button] = [...document.querySelectorAll('[role=columnheader] button')]
                  .filter((it) => it.innerText.trim().startsWith(arguments[0]));
                return document.getElementById(button.getAttribute('aria-describedby'))?.textContent ?? '';";
            ann.run(script, &json!([name])).as_str().unwrap_or_default().to_owned()
        };
        ann.comes_to("what is said of Usage", "sorted descending, 2nd key".to_owned(), || described("Usage"));
        assert_eq!(described("Operator"), "sorted ascending, 1st key");
        assert_eq!(list.header("Operator").attribute("aria-sort").as_deref(), Some("ascending"));
        assert_eq!(
            list.header("Usage").attribute("aria-sort"),
            None,
            "two columns are said to be the sorted one"
        );
        list.header("Usage").shows("2");
        ann.reload();
        list.is_loaded();
        ann.comes_to("the first SIMs", expected, || list.first_in_sight(8));
        list.header("Operator").right_click();
        ann.find("menu", "Column Operator").find("menuitem", "Remove from sort").click();
        ann.arrives_at("/sims?sort=-usage");
        list.header("Status").right_click();
        ann.find("menu", "Column Status").find("menuitem", "Add to sort").click();
        ann.arrives_at("/sims?sort=-usage%2Cstatus");
    });
}

#[test]
fn what_the_search_found_is_marked() {
    journey(Estate::of(400), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let labelled = sims.iter().find(|sim| sim["label"].as_str().is_some_and(|label| label.len() > 4));
        let label = labelled.and_then(|sim| sim["label"].as_str()).expect("a SIM has a label");
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let marks = || {
            let script = "return [...document.querySelectorAll('[role=grid] mark')]
                .filter((mark) => mark.closest('[role=row]').checkVisibility())
                .map((mark) => [mark.closest('[data-column]').dataset.column, mark.innerText])";
            ann.run(script, &json!([]))
        };
        assert_eq!(marks(), json!([]));
        let part: String = label.chars().take(4).collect::<String>().trim().to_owned();
        ann.find("searchbox", "Search SIMs").fill(&part.to_uppercase());
        ann.wait_until("the labels are marked", || {
            let marks = marks();
            let marks = marks.as_array().cloned().unwrap_or_default();
            let fits = |mark: &Value| {
                mark[0] == "label"
                    && mark[1].as_str().is_some_and(|text| text.to_lowercase() == part.to_lowercase())
            };
            marks.len() >= list.in_sight().len() && marks.iter().all(fits)
        });
        let last = &iccid(&sims[7])[12..];
        ann.find("searchbox", "Search SIMs").fill(last);
        ann.wait_until("the ICCID is marked", || {
            marks().as_array().is_some_and(|marks| marks.contains(&json!(["iccid", last])))
        });
        // A cell is read as one text.
        list.sim(iccid(&sims[7])).appears();
        ann.is_accessible();
        ann.find("searchbox", "Search SIMs").fill("");
        ann.comes_to("the marks", json!([]), marks);
    });
}

#[test]
fn columns_that_cannot_be_stored_are_kept_here_and_stored_later() {
    journey(Estate::of(200), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.expects_trouble();
        stage.crash_the_server();
        list.header("Label").right_click();
        ann.find("menu", "Column Label").find("menuitem", "Hide column").click();
        list.has_first_columns(&["ICCID", "Account name", "Status"]);
        let messages = ann.find("region", "Notifications");
        messages.shows("Your columns are kept in this browser only");
        stage.bring_the_server_back();
        messages.find("button", "Try again").click();
        messages.find("button", "Try again").disappears();
        kept(&list, stage, |layout| layout["columns"][1]["column"] == "account");
        // What the API never heard of is not lost with the page either.
        stage.crash_the_server();
        list.header("Status").right_click();
        ann.find("menu", "Column Status").find("menuitem", "Hide column").click();
        messages.shows("Your columns are kept in this browser only");
        stage.bring_the_server_back();
        ann.goto("/sims");
        list.is_loaded();
        list.has_first_columns(&["ICCID", "Account name", "Usage"]);
        kept(&list, stage, |layout| layout["columns"][2]["column"] == "usage");
    });
}

#[test]
fn what_is_cut_off_in_a_cell_is_told_whole_when_it_is_pointed_at() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let sim = api.all_sims()[0].clone();
        let path = format!("/api/v1/sims/{}", sim["id"]);
        let label = "Refrigerated container on the way from Rotterdam to Graz, third from the left";
        let etag = api.get(&path).header("etag").map(str::to_owned).unwrap_or_default();
        api.send("PATCH", &path, Some(&json!({ "label": label })), &[("If-Match", &etag)]).expect(200);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let cell = list.grid().find("gridcell", label);
        cell.hover();
        ann.comes_to("the title of the cell", Some(label.to_owned()), || cell.attribute("title"));
        let whole = list.sim(iccid(&sim));
        whole.hover();
        ann.comes_to("the title of a cell that is whole", None, || whole.attribute("title"));
    });
}
