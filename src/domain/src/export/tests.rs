//! Read back as RFC 4180 and JSON have it.

use super::*;
use crate::account::tests::account;
use crate::estate::tests::{any_sim, estate};
use crate::sim::Sim;
use proptest::prelude::*;
use serde_json::Value;

fn accounts() -> AccountTree {
    AccountTree::new(
        (0..6).map(|id| account(id, None, ["Nord", "=1+1", "a;b", "Süd", "-", ""][id as usize])).collect(),
    )
}

fn write(format: Format, columns: &[Column], sims: &[Sim], piece: usize) -> String {
    let (estate, accounts) = (estate(sims), accounts());
    let mut export = Export::new(format, columns.to_vec());
    let rows: Vec<u32> = (0..sims.len() as u32).rev().collect();
    let mut text = export.start(|column| format!("{}, \"{column:?}\"", column.code()));
    rows.chunks(piece).for_each(|rows| text += &export.rows(&estate, &accounts, rows));
    text + export.end()
}

/// As plainly as RFC 4180 can be read.
fn read_csv(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
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
    assert!(row.is_empty() && cell.is_empty() && !quoted);
    rows
}

fn runs(cell: &str) -> bool {
    let inner = cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
    inner.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r', '\n'])
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[-=+@,;\"'\t\r\n a1＝]{0,8}", "\\PC{0,8}"]
}

fn any_sims() -> impl Strategy<Value = Vec<Sim>> {
    let sim = (any_sim(), any_text(), any_text(), any_text(), any_text())
        .prop_map(|(sim, label, note, operator, tariff)| Sim { label, note, operator, tariff, ..sim });
    proptest::collection::vec(sim, 0..12).prop_map(|mut sims| {
        sims.sort_by_key(|sim| sim.id);
        sims.dedup_by_key(|sim| sim.id);
        sims
    })
}

fn any_columns() -> impl Strategy<Value = Vec<Column>> {
    proptest::sample::subsequence(Column::ALL.to_vec(), 1..Column::ALL.len()).prop_shuffle()
}

proptest! {
    #[test]
    fn csv_reads_back_and_nothing_runs(
        sims in any_sims(), columns in any_columns(), semicolon: bool, piece in 1usize..5,
    ) {
        let (separator, letter) =
            if semicolon { (Separator::Semicolon, ';') } else { (Separator::Comma, ',') };
        let text = write(Format::Csv(separator), &columns, &sims, piece);
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let rows = read_csv(text, letter);
        prop_assert_eq!(rows.len(), sims.len() + 1);
        for (at, column) in columns.iter().enumerate() {
            prop_assert_eq!(&rows[0][at], &format!("{}, \"{column:?}\"", column.code()));
        }
        for (cells, sim) in rows[1..].iter().zip(sims.iter().rev()) {
            prop_assert_eq!(cells.len(), columns.len());
            for (cell, column) in cells.iter().zip(&columns) {
                prop_assert!(!runs(cell), "{:?}", cell);
                let time = |time: Option<crate::time::Timestamp>| {
                    time.map(|time| time.to_string()).unwrap_or_default()
                };
                let level = |level: Option<u64>| level.map(|bytes| bytes.to_string()).unwrap_or_default();
                let plain = match column {
                    Column::Iccid => sim.iccid.clone(),
                    Column::Imei => sim.imei.clone().unwrap_or_default(),
                    Column::Status => sim.status.code().to_owned(),
                    Column::Usage => sim.usage_bytes.to_string(),
                    Column::Cap => level(sim.cap_bytes),
                    Column::LastSeen => time(sim.last_seen),
                    Column::Tags => sim.tags.join(", "),
                    Column::Label => safe_text(&sim.label).into_owned(),
                    Column::Note => safe_text(&sim.note).into_owned(),
                    _ => continue,
                };
                prop_assert_eq!(cell, &plain);
            }
        }
        // Also for who takes the other separator for the file's, and quotes for letters.
        for cell in text.split([',', ';', '\t', '\r', '\n']).filter(|cell| !cell.is_empty()) {
            prop_assert!(!runs(cell), "{cell:?} in {text:?}");
        }
    }

    #[test]
    fn only_what_could_run_is_changed(text in any_text()) {
        let safe = safe_text(&text);
        prop_assert!(!runs(&safe), "{safe:?}");
        prop_assert_eq!(safe_text(&safe).into_owned(), safe.to_string(), "twice is once");
        // Without the apostrophes that were put in, it is the text.
        let mut rest = text.chars().peekable();
        for letter in safe.chars() {
            if rest.peek() == Some(&letter) { rest.next(); } else { prop_assert_eq!(letter, '\''); }
        }
        prop_assert!(rest.next().is_none());
    }

    #[test]
    fn json_has_the_values_of_the_api(sims in any_sims(), columns in any_columns(), piece in 1usize..5) {
        let text = write(Format::Json, &columns, &sims, piece);
        let read: Vec<Value> = serde_json::from_str(&text).expect("it is JSON");
        prop_assert_eq!(read.len(), sims.len());
        for (object, sim) in read.iter().zip(sims.iter().rev()) {
            let api = serde_json::to_value(sim).expect("a SIM is JSON");
            for (name, value) in object.as_object().expect("an object") {
                if name != "account_name" {
                    prop_assert_eq!(value, &api[name], "{}", name);
                }
            }
            let account = usize::from(columns.contains(&Column::Account));
            prop_assert_eq!(object.as_object().map(serde_json::Map::len), Some(columns.len() + account));
        }
    }
}

#[test]
fn harmless_text_stays_as_it_is() {
    for text in ["", "Van 12", "a-b", "1+1", "2026-11-21", "Süd, Ost; West", "\"quoted\"", "O'Brien"] {
        assert_eq!(safe_text(text), text);
    }
    for (text, safe) in [
        ("=1+1", "'=1+1"),
        ("-5 °C", "'-5 °C"),
        ("  @x", "  '@x"),
        ("x;=HYPERLINK(1)", "x;'=HYPERLINK(1)"),
        ("\tx", "'\tx"),
        ("\"=1\"", "\"'=1\""),
    ] {
        assert_eq!(safe_text(text), safe);
    }
}
