//! One letter about many SIMs whose usage reached a level.

use super::level::Reached;
use super::{Address, Draft, Language, Letter, Part};
use domain::cap::Threshold;
use domain::filter::{ChoiceField, Filter};
use domain::sim::Status;
use std::collections::BTreeMap;

/// Most SIMs that are named, and most accounts.
pub const MOST_NAMED: usize = 50;

/// Writes the letter.
pub fn write(to: Address<'_>, reached: &[&Reached]) -> Letter {
    let language = to.language;
    let caps = reached.iter().filter(|one| one.threshold == Threshold::Cap).count();
    let [all, caps_told, alerts_told] =
        [reached.len(), caps, reached.len() - caps].map(|count| language.count(count));
    let (subject, opening, button) = match language {
        Language::English => (
            format!("{all} SIMs reached their alert level or data cap"),
            format!("At their data cap, and blocked: {caps_told}. At their alert level: {alerts_told}."),
            "Show the SIMs that are alerted or blocked now",
        ),
        Language::German => (
            format!("{all} SIMs haben ihre Datenwarnstufe oder Datenobergrenze erreicht"),
            format!(
                "An der Datenobergrenze und gesperrt: {caps_told}. An der Datenwarnstufe: {alerts_told}."
            ),
            "SIMs anzeigen, die jetzt gewarnt oder gesperrt sind",
        ),
    };
    let parts = vec![
        Part::Text(opening),
        by_account(language, reached),
        by_sim(language, reached),
        Part::Link { words: button.to_owned(), address: list(&to.brand.origin) },
    ];
    Draft { subject, parts }.to(to)
}

/// Where the dashboard lists them.
fn list(origin: &str) -> String {
    let any_of = [Status::Alerted, Status::Blocked].map(|status| status.code().to_owned()).to_vec();
    let filter = Filter::Choice { field: ChoiceField::Status, any_of }.to_string();
    // As a form writes it; of what is in it only these need it.
    let filter = filter.replace(' ', "+").replace(',', "%2C").replace('(', "%28").replace(')', "%29");
    format!("{origin}/sims?filter={filter}")
}

fn by_account(language: Language, reached: &[&Reached]) -> Part {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for one in reached {
        let place = usize::from(one.threshold == Threshold::Alert);
        counts.entry(&one.account_name).or_default()[place] += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // Most first; accounts with as many stay in the order of their names.
    counts.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<usize>()));
    let rows = counts
        .iter()
        .take(MOST_NAMED)
        .map(|(name, counts)| vec![(*name).to_owned(), language.count(counts[0]), language.count(counts[1])])
        .collect();
    let (caption, columns) = match language {
        Language::English => ("By account", vec!["Account", "At the data cap", "At the alert level"]),
        Language::German => ("Nach Konto", vec!["Konto", "An der Datenobergrenze", "An der Datenwarnstufe"]),
    };
    let caption = with_rest(language, caption, counts.len());
    Part::Table { caption, columns, rows }
}

fn by_sim(language: Language, reached: &[&Reached]) -> Part {
    let rows = reached
        .iter()
        .take(MOST_NAMED)
        .map(|one| {
            vec![
                one.iccid.clone(),
                one.label.clone(),
                one.account_name.clone(),
                format!("{}: {}", language.level(one.threshold), language.amount(one.level)),
                language.amount(one.usage),
            ]
        })
        .collect();
    let (caption, columns) = match language {
        Language::English => ("SIMs", vec!["ICCID", "Label", "Account", "Reached", "Usage"]),
        Language::German => ("SIMs", vec!["ICCID", "Bezeichnung", "Konto", "Erreicht", "Verbrauch"]),
    };
    Part::Table { caption: with_rest(language, caption, reached.len()), columns, rows }
}

/// Says how many of all are named, where not all are.
fn with_rest(language: Language, caption: &str, all: usize) -> String {
    if all <= MOST_NAMED {
        return caption.to_owned();
    }
    let all = language.count(all);
    match language {
        Language::English => format!("{caption}: the first {MOST_NAMED} of {all}"),
        Language::German => format!("{caption}: die ersten {MOST_NAMED} von {all}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::brand::Brand;
    use domain::sim::{HardCap, SimId};
    use domain::time::Timestamp;

    fn letter(language: Language, count: u32) -> Letter {
        let all: Vec<Reached> = (0..count)
            .map(|n| Reached {
                at: Timestamp::from_unix(1_795_000_000),
                threshold: if n % 4 == 0 { Threshold::Alert } else { Threshold::Cap },
                level: 10_000_000,
                usage: 10_500_000,
                sim: SimId(n),
                iccid: format!("89441{n:014}"),
                label: "<i>".to_owned(),
                account_name: if n % 10 == 0 { "Depot" } else { "Alpine" }.to_owned(),
                status: Status::Blocked,
                cap: None,
                hard_cap: HardCap::Off,
                in_session: false,
            })
            .collect();
        let (name, origin) = ("Simgrove".to_owned(), "https://sims.example".to_owned());
        let brand = Brand { name, origin, ..Brand::default() };
        let to = Address { name: Some("Ada"), email: "ada@a.example", language, brand: &brand };
        write(to, &all.iter().collect::<Vec<_>>())
    }

    #[test]
    fn counts_first_then_some_sims_then_the_list() {
        let english = letter(Language::English, 1_200);
        assert_eq!(english.subject, "1,200 SIMs reached their alert level or data cap");
        for part in [
            "blocked: 900. At their alert level: 300.",
            "\nAlpine | 840 | 240\nDepot | 60 | 60\n",
            "SIMs: the first 50 of 1,200\n",
            "\n8944100000000000049 | <i> | Alpine | Data cap: 10\u{a0}MB | 10.5\u{a0}MB\n",
            "https://sims.example/sims?filter=status+in+%28alerted%2C+blocked%29\n",
        ] {
            assert!(english.text.contains(part), "{part} in {}", english.text);
        }
        assert!(!english.text.contains("8944100000000000050") && !english.html.contains("<i>"));
    }

    #[test]
    fn in_german() {
        let german = letter(Language::German, 60);
        assert_eq!(german.subject, "60 SIMs haben ihre Datenwarnstufe oder Datenobergrenze erreicht");
        assert!(german.text.contains("SIMs: die ersten 50 von 60"), "{}", german.text);
        assert!(german.text.contains("Datenobergrenze: 10\u{a0}MB | 10,5\u{a0}MB"));
    }
}
