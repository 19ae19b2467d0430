//! The list as a file: what is shown, all of it, in its order, and nothing that runs.

use journeys::{ADMIN, Estate, Person, SimList, VIEWER, iccid, journey};
use serde_json::{Value, json};
use std::collections::HashMap;

/// As plainly as RFC 4180 can be read.
fn read_csv(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter if !quoted && letter == separator => row.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    rows
}

/// A value of the API as the file has it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn a_csv_file_has_what_the_list_shows_in_its_order() {
    journey(Estate::of(3_000), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let active: Vec<&Value> = sims.iter().filter(|sim| sim["status"] == "active").collect();
        let dangerous = ["=HYPERLINK(\"http://example.net\",\"x\")", "a;-1, \"b\"", "@SUM(1)"];
        let safe = ["'=HYPERLINK(\"http://example.net\",\"x\")", "a;'-1, \"b\"", "'@SUM(1)"];
        for (sim, label) in active.iter().zip(dangerous) {
            let path = format!("/api/v1/sims/{}", sim["id"]);
            let read = api.get(&path);
            let tag = read.header("etag").expect("a SIM has an ETag");
            api.send("PATCH", &path, Some(&json!({ "label": label })), &[("if-match", tag)]).expect(200);
        }
        let guarded: HashMap<&str, &str> = active.iter().map(|sim| iccid(sim)).zip(safe).collect();
        let by_iccid: HashMap<&str, &Value> = sims.iter().map(|sim| (iccid(sim), sim)).collect();
        let accounts = api.get("/api/v1/accounts").expect(200);
        let name = |id: &Value| {
            let found =
                accounts["items"].as_array().into_iter().flatten().find(|account| account["id"] == *id);
            plain(&found.expect("it is there")["name"])
        };
        let list = SimList::opened(stage, VIEWER, "/sims?filter=status+is+active&sort=-usage");
        let (ann, shown) = (&list.person, list.number_shown());
        ann.find("button", "Export…").click();
        let dialog = list.dialog("Export SIMs");
        dialog.shows("in the order shown");
        ann.is_accessible();
        let (file, text) = ann.download(|| dialog.find("button", "Export").click());
        dialog.disappears();
        assert!(file.starts_with("simgrove-sims-20") && file.ends_with(".csv"), "{file}");
        ann.find("region", "Notifications").shows("SIMs exported to simgrove-sims-20");
        let rows = read_csv(text.strip_prefix('\u{feff}').expect("a byte order mark"), ',');
        let headings: Vec<&str> = rows[0].iter().map(String::as_str).collect();
        let names: Vec<&str> = headings.iter().filter_map(|heading| heading.split(" (").next()).collect();
        let shown_headings = list.grid().find_all("columnheader").texts();
        assert_eq!(
            names,
            shown_headings.iter().filter(|name| names.contains(&name.as_str())).collect::<Vec<_>>()
        );
        assert_eq!(rows.len() - 1, shown, "not all rows, or too many");
        let listed: Vec<String> = list.in_sight();
        let written: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(written[..listed.len()], listed);
        for row in &rows[1..] {
            let sim = by_iccid[row[0].as_str()];
            assert_eq!(row.len(), headings.len());
            for (cell, heading) in row.iter().zip(&headings) {
                let expected = match *heading {
                    "Account name" => name(&sim["account_id"]),
                    "Usage (bytes)" => plain(&sim["usage_bytes"]),
                    "Cap (bytes)" => plain(&sim["cap_bytes"]),
                    "Alert (bytes)" => plain(&sim["alert_bytes"]),
                    "In session" => plain(&sim["in_session"]),
                    "Last seen (UTC)" => plain(&sim["last_seen"]),
                    "Label" if guarded.contains_key(row[0].as_str()) => guarded[row[0].as_str()].to_owned(),
                    other => plain(&sim[other.to_lowercase()]),
                };
                assert_eq!(cell, &expected, "{heading}");
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell} runs");
            }
        }
    });
}

#[test]
fn selected_sims_go_to_json_and_semicolons_are_a_choice() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let list = SimList::opened(stage, ADMIN, "/sims?sort=-iccid");
        let ann = &list.person;
        let listed = list.in_sight();
        list.sim(&listed[3]).click();
        list.sim(&listed[1]).click_with(&["Control"]);
        list.status().shows("2 selected");
        let open = || {
            ann.find("button", "Export…").click();
            list.dialog("Export SIMs")
        };
        let dialog = open();
        for choice in ["Only the 2 selected", "JSON"] {
            dialog.find("radio", choice).click();
        }
        dialog.shows("2 SIMs, ");
        let (file, text) = ann.download(|| dialog.find("button", "Export").click());
        assert!(file.ends_with(".json"), "{file}");
        let read: Vec<Value> = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(read.iter().map(iccid).collect::<Vec<_>>(), [&listed[1], &listed[3]]);
        for object in &read {
            let sim = sims.iter().find(|sim| iccid(sim) == iccid(object)).expect("it is there");
            for (key, value) in object.as_object().expect("an object") {
                assert!(key == "account_name" || value == &sim[key], "{key}: {value} {}", sim[key]);
            }
        }
        list.status().shows("2 selected");
        let dialog = open();
        dialog.find("radio", "Semicolon").click();
        let (_, text) = ann.download(|| dialog.find("button", "Export").click());
        let rows = read_csv(text.trim_start_matches('\u{feff}'), ';');
        assert_eq!(rows.len(), 301);
        assert!(rows.iter().all(|row| row.len() == rows[0].len() && row.len() > 5));
    });
}

/// What the browser would print: the heading, and the first cell of each row.
fn printed(ann: &Person) -> (String, Vec<String>) {
    let script = "
        dispatchEvent(new Event('beforeprint'));
        const text = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent);
        const found = [text('.print__about').join(), text('.print tbody td:first-child')];
        dispatchEvent(new Event('afterprint'));
        return found;";
    serde_json::from_value(ann.run(script, &json!([]))).expect("a heading and cells")
}

#[test]
fn on_paper_is_all_that_is_listed_or_selected() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(VIEWER);
        let active: Vec<Value> = api.all_sims().into_iter().filter(|sim| sim["status"] == "active").collect();
        let list = SimList::opened(stage, VIEWER, "/sims?filter=status+is+active&sort=-usage");
        let ann = &list.person;
        let shown = list.first_in_sight(3);
        let (about, rows) = printed(ann);
        assert!(about.contains(&format!("Simgrove · {} SIMs", active.len())), "{about}");
        assert_eq!(rows.len(), active.len(), "more than are in sight");
        assert_eq!(rows[..3], shown[..]);
        // Selected ones alone, in the order of the list.
        list.tick_box(&shown[2]).click();
        list.tick_box(&shown[0]).click();
        list.has_selected(&[&shown[0], &shown[2]]);
        assert_eq!(printed(ann).1, [shown[0].clone(), shown[2].clone()]);
        // The page of a SIM is printed as it is.
        list.choose(&shown[1], "Show details");
        ann.find("complementary", "SIM details").find("button", "Open page").click();
        ann.find("region", "SIM details").find("heading", shown[1].as_str()).appears();
        assert!(printed(ann).1.is_empty());
    });
}
