//! Files as people have them, good and bad, and what becomes of each.

use domain::account::AccountId;
use domain::csv_list::{Fault, Identifier, NotText, Refusal, decode, read};
use domain::estate::Estate;
use domain::estate::batch::Batch;
use domain::sim::{HardCap, Sim, SimId, Status};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Three SIMs: `A` has an ICCID of 19 digits, `B` one of 20, both with a check digit; `C` one of 20 that ends in any
/// digit. `A` and `B` are in one device.
fn estate() -> Estate {
    let mut batch = Batch::default();
    for (id, iccid, imei) in [
        (1, "8944501404000000017", Some("351451208401216")),
        (2, "89445014040000002007", Some("351451208401216")),
        (3, "89445014040000003006", None),
    ] {
        batch.push(&Sim {
            id: SimId(id),
            iccid: iccid.to_owned(),
            imsi: format!("00101000000000{id}"),
            msisdn: format!("49151000000000{id}"),
            imei: imei.map(str::to_owned),
            account_id: AccountId(1),
            status: Status::Active,
            tariff: String::new(),
            operator: String::new(),
            usage_bytes: 0,
            cap_bytes: None,
            alert_bytes: None,
            regular_cap_bytes: None,
            hard_cap: HardCap::Unsupported,
            in_session: false,
            last_seen: None,
            ip_address: None,
            activated_on: None,
            label: String::new(),
            note: String::new(),
            category: None,
            tags: Vec::new(),
        });
    }
    let mut estate = Estate::default();
    estate.append(&batch).expect("it fits together");
    estate
}

/// What becomes of a file: the identifier, the SIMs that match, and the problems by line; or why it is refused.
fn outcome(file: &Path, chosen: Option<Identifier>) -> String {
    let bytes = fs::read(file).expect("the file is there");
    let text = match decode(&bytes) {
        Ok(text) => text,
        Err(NotText::Workbook) => return "refused: workbook".to_owned(),
        Err(NotText::Binary) => return "refused: binary".to_owned(),
    };
    let list = match read(&text, chosen) {
        Ok(list) => list,
        Err(Refusal::TooManyLines(count)) => return format!("refused: {count} lines"),
        Err(refusal) => return format!("refused: {refusal:?}"),
    };
    let estate = estate();
    let report = list.find(&estate);
    let names: String = (0..3)
        .filter(|&row| {
            let value = match report.identifier {
                Identifier::Iccid => estate.iccid(row),
                Identifier::Imsi => estate.imsi(row),
                Identifier::Msisdn => estate.msisdn(row),
                Identifier::Imei => estate.imei(row),
            };
            report.values.iter().any(|one| **one == *value)
        })
        .map(|row| ["A", "B", "C"][row as usize])
        .collect();
    let problems = report.problems.iter().map(|problem| match problem.fault {
        Fault::Unknown => format!("; {} unknown", problem.line),
        Fault::Malformed(reason) => format!("; {} {reason:?}", problem.line),
        Fault::Duplicate(of) => format!("; {} as {of}", problem.line),
    });
    let by = if report.by_heading { "by heading" } else { "as chosen" };
    format!("{:?} {by}: {names}{}", report.identifier, problems.collect::<String>())
}

#[test]
fn each_file_comes_to_what_is_expected() {
    let none = None;
    let iccid = Some(Identifier::Iccid);
    let expected = [
        ("plain.csv", iccid, "Iccid as chosen: ABC"),
        ("heading.csv", none, "Iccid by heading: AB"),
        ("heading-in-quotes-and-small-letters.csv", none, "Iccid by heading: AB"),
        ("heading-imsi.csv", iccid, "Imsi by heading: A; 3 unknown"),
        ("heading-msisdn.csv", none, "Msisdn by heading: ABC"),
        ("heading-imei.csv", none, "Imei by heading: AB; 3 as 2; 4 as 2; 5 unknown"),
        ("bom.csv", none, "Iccid by heading: A"),
        ("utf-16-le.csv", none, "Iccid by heading: A"),
        ("utf-16-be.csv", none, "Iccid by heading: B"),
        ("windows-1252.csv", none, "Iccid by heading: A"),
        ("crlf.csv", none, "Iccid by heading: AB"),
        ("cr.csv", none, "Iccid by heading: AB"),
        ("no-last-line-end.csv", none, "Iccid by heading: AB"),
        ("semicolons.csv", none, "Iccid by heading: AB"),
        ("tabs.csv", none, "Iccid by heading: AB"),
        ("commas.csv", none, "Iccid by heading: AB"),
        ("sep-line.csv", none, "Iccid by heading: A"),
        ("blank-lines.csv", none, "Iccid by heading: AB"),
        ("spreadsheet-artefacts.csv", none, "Iccid by heading: ABC; 5 Missing"),
        ("line-breaks-in-quotes.csv", none, "Iccid by heading: AB"),
        ("stray-quote.csv", none, "Iccid by heading: B; 2 NotDigits"),
        // C's last digit checks nothing, so without it C is not named.
        ("check-digits.csv", none, "Iccid by heading: AB; 4 unknown"),
        ("filler.csv", none, "Iccid by heading: A; 3 as 2"),
        ("spaced.csv", none, "Iccid by heading: AB"),
        ("scientific.csv", none, "Iccid by heading: A; 2 Scientific; 3 Scientific"),
        (
            "every-fault.csv",
            none,
            "Iccid by heading: AB; 3 unknown; 4 NotDigits; 5 WrongLength(4); 6 as 2; 7 as 3",
        ),
        ("missing-cells.csv", none, "Iccid by heading: A; 3 Missing; 4 Missing"),
        ("two-identifiers.csv", none, "Imsi by heading: A"),
        ("two-identifiers.csv", iccid, "Iccid by heading: B"),
        ("wrong-heading.csv", none, "refused: NoHeading"),
        ("wrong-heading.csv", iccid, "Iccid as chosen: A; 1 NotDigits"),
        ("only-heading.csv", none, "refused: OnlyHeading"),
        ("empty.csv", none, "refused: Empty"),
        ("blank.csv", iccid, "refused: Empty"),
        ("web-page.csv", iccid, "refused: WebPage"),
        ("workbook.csv", iccid, "refused: workbook"),
        ("picture.csv", iccid, "refused: binary"),
        ("huge-field.csv", none, "Iccid by heading: A; 2 WrongLength(20000)"),
    ];
    let folder = Path::new("tests/csv_lists");
    for (file, chosen, expected) in expected {
        assert_eq!(outcome(&folder.join(file), chosen), expected, "{file}");
    }
    let there: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    assert_eq!(there, expected.iter().map(|(file, ..)| (*file).to_owned()).collect());
}
