//! What people write on their SIMs.

use fastrand::Rng;

/// What a company does, which tells what its SIMs are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Business {
    Fleet,
    Cooling,
    Metering,
    Retail,
    Vending,
}

const TOWNS: [&str; 16] = [
    "Köln", "Lübeck", "Graz", "Zürich", "Münster", "Bozen", "Leeds", "Hull", "Malmö", "Ghent", "Linz",
    "Cardiff", "Ulm", "Basel", "Görlitz", "Perth",
];
const PLATES: [&str; 8] = ["M-KT", "IL-AT", "HL-OC", "GZ-FS", "K-RW", "B-VT", "TÜ-LM", "LÖ-SB"];
const NOTES: [&str; 8] = [
    "Replaced after water damage, old card destroyed.",
    "Antenna on the roof; weak signal in the depot.",
    "Rückläufer, vor Ausgabe prüfen.",
    "Customer asked for monthly report.",
    "Ersatzkarte für defektes Gerät.",
    "Test device, do not terminate before the trade fair.",
    "Gerät steht im Keller, nur 2G.",
    "Belongs to the pilot; contact is the depot manager.\nCall before suspending.",
];
const TAGS: [&str; 8] = ["pilot", "spare", "roaming", "legacy", "sla-gold", "winter", "audit-2026", "prüfen"];

fn pick<'a>(rng: &mut Rng, from: &[&'a str]) -> &'a str {
    from[rng.usize(..from.len())]
}

impl Business {
    /// Empty for about every fifth.
    pub fn label(self, rng: &mut Rng) -> String {
        if rng.u8(..100) < 20 {
            return String::new();
        }
        let number = rng.u32(1..1_000);
        match (self, rng.u8(..3)) {
            (Self::Fleet, 0) => format!("Van {number}"),
            (Self::Fleet, 1) => format!("{} {}", pick(rng, &PLATES), rng.u32(100..10_000)),
            (Self::Fleet, _) => format!("Tracker {} {number}", pick(rng, &TOWNS)),
            (Self::Cooling, 0) => format!("Kühlzelle {number}"),
            (Self::Cooling, 1) => format!("Cold store {} {}", pick(rng, &TOWNS), number % 40),
            (Self::Cooling, _) => format!("Reefer {number:04}"),
            (Self::Metering, 0) => format!("Meter {:06}", rng.u32(..1_000_000)),
            (Self::Metering, 1) => format!("Zähler {} {number}", pick(rng, &TOWNS)),
            (Self::Metering, _) => format!("Schacht {number} {}", pick(rng, &TOWNS)),
            (Self::Retail, 0) => format!("Till {} {}", number % 12 + 1, pick(rng, &TOWNS)),
            (Self::Retail, 1) => format!("Kasse {} {}", number % 12 + 1, pick(rng, &TOWNS)),
            (Self::Retail, _) => format!("Card terminal {number}"),
            (Self::Vending, 0) => format!("Machine {number:04}"),
            (Self::Vending, 1) => format!("Automat Bahnhof {}", pick(rng, &TOWNS)),
            (Self::Vending, _) => format!("Snack {} {number}", pick(rng, &TOWNS)),
        }
    }

    /// What its SIMs are grouped by; empty for some.
    pub fn category(self, rng: &mut Rng) -> &'static str {
        match (self, rng.u8(..100)) {
            (_, ..15) => "",
            (_, 15..20) => "Spare parts",
            (Self::Fleet, ..60) => "Vehicles",
            (Self::Fleet, _) => "Trackers",
            (Self::Cooling, _) => "Kühlgeräte",
            (Self::Metering, _) => "Meters",
            (Self::Retail, _) => "Tills",
            (Self::Vending, _) => "Vending machines",
        }
    }
}

/// A note, for few.
pub fn note(rng: &mut Rng) -> &'static str {
    if rng.u8(..100) < 7 { pick(rng, &NOTES) } else { "" }
}

/// Tags, separated by line feeds; none for most.
pub fn tags(rng: &mut Rng) -> String {
    let (first, second) = (rng.usize(..TAGS.len()), rng.usize(..TAGS.len()));
    match rng.u8(..100) {
        ..75 => String::new(),
        75..95 => TAGS[first].to_owned(),
        _ if first == second => TAGS[first].to_owned(),
        _ => format!("{}\n{}", TAGS[first], TAGS[second]),
    }
}
