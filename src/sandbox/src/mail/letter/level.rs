//! The letter about one SIM whose usage reached a level.

use super::{Address, Draft, Language, Letter, Part};
use domain::cap::Threshold;
use domain::sim::{HardCap, SimId, Status};
use domain::time::Timestamp;

/// A SIM whose usage reached a level, as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub at: Timestamp,
    pub threshold: Threshold,
    pub level: u64,
    pub usage: u64,
    pub sim: SimId,
    pub iccid: String,
    pub label: String,
    pub account_name: String,
    pub status: Status,
    pub cap: Option<u64>,
    pub hard_cap: HardCap,
    pub in_session: bool,
}

/// Writes the letter.
pub fn write(to: Address<'_>, reached: &Reached) -> Letter {
    let language = to.language;
    let level = language.amount(reached.level);
    let iccid = &reached.iccid;
    let (subject, opening) = match (language, reached.threshold) {
        (Language::English, Threshold::Alert) => (
            format!("SIM {iccid} reached its alert level ({level})"),
            "The usage of a SIM has reached its alert level.",
        ),
        (Language::English, Threshold::Cap) => (
            format!("SIM {iccid} reached its data cap ({level})"),
            "The usage of a SIM has reached its data cap.",
        ),
        (Language::German, Threshold::Alert) => (
            format!("SIM {iccid} hat ihre Datenwarnstufe erreicht ({level})"),
            "Der Verbrauch einer SIM hat ihre Datenwarnstufe erreicht.",
        ),
        (Language::German, Threshold::Cap) => (
            format!("SIM {iccid} hat ihre Datenobergrenze erreicht ({level})"),
            "Der Verbrauch einer SIM hat ihre Datenobergrenze erreicht.",
        ),
    };
    let parts = vec![
        Part::Text(opening.to_owned()),
        Part::Facts(facts(language, reached)),
        Part::Text(consequence(language, reached)),
        Part::Link {
            words: match language {
                Language::English => "Show the SIM".to_owned(),
                Language::German => "SIM anzeigen".to_owned(),
            },
            address: format!("{}/sims/{}", to.brand.origin, reached.sim.0),
        },
    ];
    Draft { subject, parts }.to(to)
}

fn facts(language: Language, reached: &Reached) -> Vec<(&'static str, String)> {
    let [sim, label, account, usage, at, until] = match language {
        Language::English => {
            ["SIM (ICCID)", "Label", "Account", "Usage in this period", "Noticed", "Period ends after"]
        }
        Language::German => [
            "SIM (ICCID)",
            "Bezeichnung",
            "Konto",
            "Verbrauch in diesem Zeitraum",
            "Bemerkt",
            "Zeitraum endet nach",
        ],
    };
    let mut facts = vec![(sim, reached.iccid.clone())];
    if !reached.label.is_empty() {
        facts.push((label, reached.label.clone()));
    }
    facts.extend([
        (account, reached.account_name.clone()),
        (language.level(reached.threshold), language.amount(reached.level)),
        (usage, language.amount(reached.usage)),
        (at, language.moment(reached.at)),
        (until, language.last_day(reached.at)),
    ]);
    facts
}

/// What happens now.
fn consequence(language: Language, reached: &Reached) -> String {
    if reached.status == Status::Blocked {
        return blocked(language, reached);
    }
    if !reached.status.in_service() {
        return match language {
            Language::English => "The SIM is not in service any more.".to_owned(),
            Language::German => "Die SIM ist nicht mehr in Betrieb.".to_owned(),
        };
    }
    match (language, reached.cap) {
        (Language::English, Some(cap)) => {
            format!(
                "The SIM stays in service. At its data cap of {} it will be blocked.",
                language.amount(cap)
            )
        }
        (Language::English, None) => "The SIM stays in service. It has no data cap.".to_owned(),
        (Language::German, Some(cap)) => format!(
            "Die SIM bleibt in Betrieb. Bei ihrer Datenobergrenze von {} wird sie gesperrt.",
            language.amount(cap)
        ),
        (Language::German, None) => "Die SIM bleibt in Betrieb. Sie hat keine Datenobergrenze.".to_owned(),
    }
}

fn blocked(language: Language, reached: &Reached) -> String {
    let (state, session) = match language {
        Language::English => (
            "The SIM is blocked: it gets no new data session until the next period begins or the cap is raised.",
            match (reached.in_session, reached.hard_cap) {
                (true, _) => "The session that is running goes on until it ends, and can use more data.",
                (false, HardCap::On) => "A session that was running has been ended.",
                (false, _) => "No session is running.",
            },
        ),
        Language::German => (
            "Die SIM ist gesperrt: Bis zum nächsten Zeitraum oder bis die Datenobergrenze erhöht wird, erhält sie keine \
             neue Datensitzung.",
            match (reached.in_session, reached.hard_cap) {
                (true, _) => {
                    "Die laufende Sitzung geht weiter, bis sie endet, und kann noch Daten verbrauchen."
                }
                (false, HardCap::On) => "Eine laufende Sitzung wurde beendet.",
                (false, _) => "Es läuft keine Sitzung.",
            },
        ),
    };
    format!("{state} {session}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::brand::Brand;

    fn reached(threshold: Threshold) -> Reached {
        Reached {
            at: "2026-11-22T10:15:00Z".parse().unwrap(),
            threshold,
            level: 1_500_000_000,
            usage: 1_512_345_678,
            sim: SimId(7),
            iccid: "8944100000000000017".to_owned(),
            label: "Truck 12".to_owned(),
            account_name: "Alpine".to_owned(),
            status: Status::Blocked,
            cap: Some(2_000_000_000),
            hard_cap: HardCap::Off,
            in_session: false,
        }
    }

    fn letter(language: Language, reached: &Reached) -> Letter {
        let (name, origin) = ("Simgrove".to_owned(), "https://sims.example".to_owned());
        let brand = Brand { name, origin, ..Brand::default() };
        write(Address { name: None, email: "ops@a.example", language, brand: &brand }, reached)
    }

    #[test]
    fn it_says_what_was_reached_and_what_happens_now() {
        let english = letter(Language::English, &reached(Threshold::Cap));
        assert_eq!(english.subject, "SIM 8944100000000000017 reached its data cap (1.5 GB)");
        for part in [
            "Hello,\n",
            "Label: Truck 12\n",
            "Account: Alpine\n",
            "Usage in this period: 1.51\u{a0}GB\n",
            "Period ends after: 30 November 2026 (UTC)\n",
            "The SIM is blocked",
            "No session is running.",
            "https://sims.example/sims/7\n",
            "-- \nSimgrove\n",
        ] {
            assert!(english.text.contains(part), "{part} in {}", english.text);
        }
        let german = letter(
            Language::German,
            &Reached { status: Status::Alerted, label: String::new(), ..reached(Threshold::Alert) },
        );
        assert_eq!(german.subject, "SIM 8944100000000000017 hat ihre Datenwarnstufe erreicht (1,5 GB)");
        assert!(german.text.contains("Bei ihrer Datenobergrenze von 2\u{a0}GB wird sie gesperrt."));
        assert!(german.text.contains("Bemerkt: 22. November 2026, 10:15 Uhr (UTC)"), "{}", german.text);
        assert!(!german.text.contains("Bezeichnung") && german.html.contains("<html lang=\"de\">"));
    }

    #[test]
    fn what_becomes_of_the_session_is_said() {
        let say = |hard_cap, in_session| {
            letter(Language::English, &Reached { hard_cap, in_session, ..reached(Threshold::Cap) }).text
        };
        assert!(say(HardCap::On, false).contains("has been ended"));
        assert!(say(HardCap::Off, true).contains("goes on until it ends"));
        assert!(say(HardCap::Unsupported, true).contains("goes on until it ends"));
    }

    #[test]
    fn a_label_stays_a_label() {
        let label = "\r\nBcc: x@y.example\u{202e}<b>'&\"".to_owned();
        let letter = letter(Language::English, &Reached { label, ..reached(Threshold::Cap) });
        assert!(letter.text.contains("\nLabel:   Bcc: x@y.example<b>'&\"\n"), "{}", letter.text);
        assert!(letter.html.contains("  Bcc: x@y.example&lt;b&gt;&#39;&amp;&quot;</td>"), "{}", letter.html);
    }
}
