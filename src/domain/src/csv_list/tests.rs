//! Against a plain implementation, and against anything at all.

use super::*;
use crate::estate::Estate;
use crate::estate::tests::{any_sim, estate};
use crate::sim::Sim;
use proptest::prelude::*;

/// What a line says, and how it is dressed up. None is for what is no identifier.
#[derive(Clone, Debug)]
struct Written {
    digits: Option<String>,
    text: String,
}

fn of(identifier: Identifier, sim: &Sim) -> String {
    match identifier {
        Identifier::Iccid => sim.iccid.clone(),
        Identifier::Imsi => sim.imsi.clone(),
        Identifier::Msisdn => sim.msisdn.clone(),
        Identifier::Imei => sim.imei.clone().unwrap_or_default(),
    }
}

fn check_digit(digits: &str) -> String {
    let doubled = |(place, digit): (usize, char)| {
        let digit = digit.to_digit(10).expect("a digit") * if place % 2 == 0 { 2 } else { 1 };
        if digit > 9 { digit - 9 } else { digit }
    };
    let sum: u32 = digits.chars().rev().enumerate().map(doubled).sum();
    ((10 - sum % 10) % 10).to_string()
}

fn checks(digits: &str) -> bool {
    digits.ends_with(&check_digit(&digits[..digits.len() - 1]))
}

/// The ids that digits name, one SIM after the other.
fn named(identifier: Identifier, digits: &str, sims: &[Sim]) -> Vec<u32> {
    let all = |is: &dyn Fn(&str) -> bool| -> Vec<u32> {
        sims.iter().filter(|sim| is(&of(identifier, sim))).map(|sim| sim.id.0).collect()
    };
    match identifier {
        Identifier::Iccid => {
            let exact = all(&|iccid| iccid == digits);
            let longer = all(&|iccid| iccid == format!("{digits}{}", check_digit(digits)));
            let shorter = all(&|iccid| checks(digits) && iccid == &digits[..digits.len() - 1]);
            [exact, longer, shorter].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
        }
        Identifier::Imei => {
            let typo = digits.len() == 15 && !digits.ends_with('0') && !checks(digits);
            all(&|imei| imei == digits || (!typo && imei.len() >= 14 && imei[..14] == digits[..14]))
        }
        Identifier::Imsi | Identifier::Msisdn => all(&|value| value == digits),
    }
}

fn any_line(identifier: Identifier, sims: Vec<Sim>) -> impl Strategy<Value = Written> {
    let known = (0..sims.len().max(1), 0usize..6).prop_map(move |(at, form)| {
        let value = sims.get(at).map(|sim| of(identifier, sim)).unwrap_or_default();
        if value.len() < 14 {
            return value;
        }
        match (identifier, form) {
            (Identifier::Iccid, 0) if value.len() == 20 => value[..19].to_owned(),
            (Identifier::Iccid, 1) if value.len() == 19 => format!("{value}{}", check_digit(&value)),
            (Identifier::Imei, 0) => value[..14].to_owned(),
            (Identifier::Imei, 1) => format!("{}{}", &value[..14], check_digit(&value[..14])),
            (Identifier::Imei, 2) => format!("{}07", &value[..14]),
            (Identifier::Imei, 3) => format!("{}0", &value[..14]),
            _ => value,
        }
    });
    let random = match identifier {
        Identifier::Iccid => "89[0-9]{16,18}",
        Identifier::Imsi => "[0-9]{6,15}",
        Identifier::Msisdn => "[1-9][0-9]{7,14}",
        Identifier::Imei => "[0-9]{14,16}",
    };
    let digits = prop_oneof![4 => known, 1 => random].prop_filter("digits", |digits| !digits.is_empty());
    let dressed = (digits, 0usize..6).prop_map(|(digits, dress)| {
        let text = match dress {
            0 => format!("  {digits} "),
            1 => format!("\"{digits}\""),
            2 => format!("\"=\"\"{digits}\"\"\""),
            3 => format!("'{digits}"),
            4 => format!("{} {}", &digits[..4], &digits[4..]),
            _ => digits.clone(),
        };
        Written { digits: Some(digits), text }
    });
    let junk = prop_oneof!["[a-z]{1,8}", "8\\.9[0-9]E\\+18", "[0-9]{1,4}", Just("\"\"x".to_owned())];
    let junk = junk.prop_map(|text| Written { digits: None, text });
    prop_oneof![6 => dressed, 1 => junk]
}

fn any_case() -> impl Strategy<Value = (Identifier, Vec<Sim>, Vec<Written>)> {
    (0usize..4, proptest::collection::vec(any_sim(), 1..12)).prop_flat_map(|(which, mut sims)| {
        // MSISDNs that begin with 00 are none.
        sims.iter_mut().for_each(|sim| sim.msisdn.insert(0, '4'));
        sims.iter_mut().for_each(|sim| sim.msisdn.truncate(15));
        sims.sort_by_key(|sim| sim.id);
        sims.dedup_by_key(|sim| sim.id);
        let identifier = Identifier::ALL[which];
        let lines = proptest::collection::vec(any_line(identifier, sims.clone()), 1..20);
        (Just(identifier), Just(sims), lines)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn agrees_with_a_plain_implementation((identifier, sims, lines) in any_case(), end in 0usize..3) {
        let end = ["\n", "\r\n", "\r"][end];
        let mut text = identifier.field().code().to_uppercase() + end;
        lines.iter().for_each(|line| text += &format!("{}{end}", line.text));
        let report = read(&text, None).expect("a list").find(&estate(&sims));

        let (mut matched, mut problems) = (Vec::new(), Vec::new());
        let mut before: Vec<(String, Vec<u32>, usize)> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let place = at + 2;
            let Some(digits) = &line.digits else {
                problems.push((place, "malformed", 0));
                continue;
            };
            let ids = named(identifier, digits, &sims);
            let first = |id: &u32| before.iter().find(|(_, ids, _)| ids.contains(id)).map(|(_, _, place)| *place);
            match ids.first() {
                None => match before.iter().find(|(other, ..)| other == digits) {
                    Some(&(.., first)) => problems.push((place, "duplicate", first)),
                    None => problems.push((place, "unknown", 0)),
                },
                Some(id) if ids.iter().all(|id| first(id).is_some()) => {
                    problems.push((place, "duplicate", first(id).unwrap_or(0)));
                }
                Some(_) => matched.extend(ids.iter().copied()),
            }
            before.push((digits.clone(), ids, place));
        }
        matched.sort_unstable();
        matched.dedup();

        let found: Vec<_> = report.problems.iter().map(|problem| match problem.fault {
            Fault::Unknown => (problem.line, "unknown", 0),
            Fault::Malformed(_) => (problem.line, "malformed", 0),
            Fault::Duplicate(first) => (problem.line, "duplicate", first),
        }).collect();
        prop_assert_eq!(found, problems, "{}", text);
        prop_assert_eq!(report.sims, matched.len());
        prop_assert_eq!(report.matched + report.problems.len(), lines.len());
        let mut values: Vec<String> =
            sims.iter().filter(|sim| matched.contains(&sim.id.0)).map(|sim| of(identifier, sim)).collect();
        values.sort_unstable();
        values.dedup();
        let mut found = report.values;
        found.sort_unstable();
        prop_assert_eq!(found, values);
    }

    #[test]
    fn any_text_is_answered(text in "([\"',;=\t\r\n E+F0-9]|\\PC|ICCID|IMEI){0,80}", chosen in 0usize..5) {
        let chosen = Identifier::ALL.get(chosen).copied();
        if let Ok(list) = read(&text, chosen) {
            let report = list.find(&Estate::default());
            prop_assert_eq!(report.matched, 0);
            prop_assert_eq!(report.unknown() + report.malformed() + report.duplicates(), report.lines);
            prop_assert!(report.filter().is_none());
            prop_assert_eq!(report.table(|fault| format!("{fault:?}")).lines().count(), report.lines);
        }
    }
}

#[test]
fn as_many_lines_as_a_bulk_operation_takes_and_no_more() {
    let text = |lines: usize| "8944000000000000001\n".repeat(lines);
    let chosen = Some(Identifier::Iccid);
    assert_eq!(read(&text(MOST_LINES), chosen).map(|list| list.lines.len()), Ok(MOST_LINES));
    assert_eq!(read(&text(MOST_LINES + 3), chosen).err(), Some(Refusal::TooManyLines(MOST_LINES + 3)));
}

#[test]
fn sims_that_left_are_unknown() {
    let sims = crate::estate::tests::some_sims(1);
    let mut estate = estate(&sims);
    let list = read(&sims[0].iccid, Some(Identifier::Iccid)).expect("a list");
    assert_eq!(list.find(&estate).matched, 1);
    estate.remove(&[sims[0].id]);
    assert_eq!(list.find(&estate).unknown(), 1);
}

#[test]
fn numbers_pasted_side_by_side_all_count() {
    let list =
        read("8944000000000000001, 8944000000000000002,,x\n", Some(Identifier::Iccid)).expect("a list");
    assert_eq!(list.lines.len(), 3);
}
