//! A CSV list as a filter: pasted or as a file, with a word on each line that brings no SIM.

use journeys::{ADMIN, Estate, File, SimList, Spot, iccid, journey};
use serde_json::Value;

fn open(list: &SimList) -> Spot {
    list.person.find("button", "Filter with CSV list…").click();
    list.dialog("Filter with CSV list")
}

fn paste(dialog: &Spot) -> Spot {
    dialog.find("textbox", "Paste a list")
}

/// Waits until the list shows exactly these, whatever their order.
#[track_caller]
fn shows_exactly(list: &SimList, sims: &[&Value]) {
    let mut expected: Vec<String> = sims.iter().map(|sim| iccid(sim).to_owned()).collect();
    expected.sort();
    list.person.comes_to("the list", expected, || {
        let mut now = list.in_sight();
        now.sort();
        now
    });
}

#[test]
fn each_line_is_told_what_became_of_it_and_the_list_joins_the_filter() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let active = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
        let other = sims.iter().find(|sim| sim["status"] != "active").expect("some are not");
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let dialog = open(&list);
        paste(&dialog).has_focus();
        // Nothing is not a list.
        dialog.find("button", "Apply").click();
        dialog.shows("Paste a list or choose a file.");
        let lines = [
            "iccid",
            iccid(active),
            "8999999999999999999",
            "hello",
            "8.94E+18",
            iccid(active),
            "",
            iccid(other),
            "89123",
        ];
        paste(&dialog).fill(&lines.join("\n"));
        let report = dialog.find("region", "Report");
        report.shows("Read as ICCID, as the heading says.");
        report.shows("Matched 2 Unknown 1 Malformed 3 Duplicate 1");
        let problems = report.find("group", "Lines with problems");
        let rows = problems.find_all("row").texts();
        for (row, expected) in rows.iter().zip([
            "Line Text Problem",
            "3 8999999999999999999 No SIM that you can see has it.",
            "4 hello There is more than digits in it.",
            "5 8.94E+18 A spreadsheet has shortened this number and lost digits. Set the column to text there and export again.",
            "6 SAME The same as line 2.",
            "9 89123 It has 5 digits, which is not a length this identifier has.",
        ]) {
            assert_eq!(row, &expected.replace("SAME", iccid(active)));
        }
        assert_eq!(rows.len(), 6);
        dialog.find_all("status").shows("2 matched, 1 unknown, 3 malformed, 1 duplicate.");
        ann.is_accessible();
        dialog.find("button", "Apply").click();
        dialog.disappears();
        list.status().shows("2 SIMs match");
        shows_exactly(&list, &[active, other]);
        ann.wait_until("the address carries the list", || ann.address().contains(iccid(active)));
        ann.find("button", "Filter with CSV list…").has_focus();
        // It joins what else is filtered by.
        ann.find("search", "Filters").find("button", "Status").click();
        ann.find("menu", "Filter by status").find("menuitemcheckbox", "Active").click();
        ann.press("Escape");
        list.status().shows("1 SIM matches");
        shows_exactly(&list, &[active]);
        // Another list takes its place, and the status stays.
        let more: Vec<&Value> = sims.iter().filter(|sim| sim["status"] == "active").skip(1).take(3).collect();
        let dialog = open(&list);
        dialog.find("radio", "IMSI").click();
        let imsis: Vec<&str> = more.iter().filter_map(|sim| sim["imsi"].as_str()).collect();
        paste(&dialog).fill(&imsis.join("\n"));
        dialog.find("region", "Report").shows("Read as IMSI, as chosen; there is no heading.");
        dialog.find("button", "Apply").click();
        dialog.disappears();
        shows_exactly(&list, &more);
    });
}

#[test]
fn a_file_is_read_whatever_wrote_it_and_what_was_pasted_is_kept() {
    journey(Estate::of(300), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let chosen: Vec<&Value> = sims.iter().skip(20).take(4).collect();
        let mut text = "Süd;MSISDN\r\n".to_owned();
        for sim in &chosen {
            text += &format!("\"a;b\";+{}\r\n", sim["msisdn"].as_str().expect("it has one"));
        }
        let utf_16: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let file = File::new("list.csv", utf_16);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let dialog = open(&list);
        paste(&dialog).fill("mine");
        let field = dialog.field("Or choose a CSV file");
        field.upload(file.path());
        dialog.find("region", "Report").shows("Read as MSISDN, as the heading says. Matched 4");
        dialog.find("button", "Remove file").click();
        dialog.shows("The first line does not name ICCID, IMSI, MSISDN or IMEI.");
        assert_eq!(paste(&dialog).value(), "mine");
        field.upload(file.path());
        dialog.find("region", "Report").shows("Matched 4");
        dialog.find("button", "Apply").click();
        shows_exactly(&list, &chosen);
    });
}

#[test]
fn what_is_no_list_is_refused_where_it_was_given() {
    journey(Estate::of(300), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let dialog = open(&list);
        let field = dialog.field("Or choose a CSV file");
        for (name, content, error) in [
            ("picture.csv", &b"\x89PNG\r\n\x1a\n\0\0"[..], "This file is not text. Choose a CSV file."),
            ("book.csv", b"PK\x03\x04\0\0", "This is a spreadsheet file. Save it as CSV there"),
            ("page.csv", b"<!doctype html><p>Sign in", "This is a web page and not a list."),
            ("heading.csv", b"ICCID\r\n", "There is only a heading in this list."),
            (
                "unknown.csv",
                b"ICCID\n8999999999999999999\n",
                "The line in this list names no SIM that you can see.",
            ),
            ("empty.csv", b" \n", "Paste a list or choose a file."),
        ] {
            let file = File::new(name, content);
            field.upload(file.path());
            dialog.shows(error);
            assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"), "{name}");
            dialog.find("button", "Apply").click();
            dialog.appears();
        }
        list.person.is_accessible();
        let long = File::new("long.csv", "8999999999999999999\n".repeat(100_001));
        dialog.find("radio", "ICCID").click();
        field.upload(long.path());
        dialog.shows("This list has 100,001 lines. At most 100,000 can be read at once: split it.");
        list.person.press("Escape");
        dialog.disappears();
        list.status().shows("300 SIMs");
        assert_eq!(list.person.address(), "/sims");
    });
}

#[test]
fn a_long_list_survives_a_reload_and_a_link_leads_to_it() {
    journey(Estate::of(2_000), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let text: String = sims.iter().skip(500).map(|sim| format!("{}\n", iccid(sim))).collect();
        let file = File::new("many.csv", format!("ICCID\n{text}"));
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let dialog = open(&list);
        dialog.field("Or choose a CSV file").upload(file.path());
        dialog.find("region", "Report").shows("Matched 1,500");
        dialog.find("button", "Apply").click();
        list.status().shows("1,500 SIMs match");
        ann.wait_until("the address follows", || ann.address() != "/sims");
        let address = ann.address();
        assert!(address.len() < 200, "{address}");
        ann.reload();
        list.is_loaded();
        list.status().shows("1,500 SIMs match");
        list.grid().find("columnheader", "Usage").find("button", "Usage").click();
        ann.wait_until("the address follows", || ann.address().contains("sort=usage"));
        ann.back();
        ann.arrives_at(&address);
        list.status().shows("1,500 SIMs match");
        let other = SimList::opened(stage, ADMIN, &address);
        other.status().shows("1,500 SIMs match");
    });
}
