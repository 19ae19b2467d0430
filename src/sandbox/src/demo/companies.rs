//! The accounts: a reseller, its distributors, their customers, and the parts of those.

use crate::demo::labels::Business;
use Business::{Cooling, Fleet, Metering, Retail, Vending};
use domain::account::Features;

/// An account of the demo.
#[derive(Clone, Copy, Debug)]
pub struct Company {
    pub name: &'static str,
    /// How far below the reseller; it belongs to the nearest one before it that is one less deep.
    pub depth: usize,
    /// Its share of the SIMs, to those of the others.
    pub weight: u32,
    pub business: Business,
    pub enabled: bool,
    pub features: Features,
}

const fn company(depth: usize, name: &'static str, weight: u32, business: Business) -> Company {
    let features = Features { caps_and_alerts: true, sub_accounts: true };
    Company { name, depth, weight, business, enabled: true, features }
}

impl Company {
    const fn disabled(self) -> Self {
        Self { enabled: false, ..self }
    }

    const fn without_caps(self) -> Self {
        Self { features: Features { caps_and_alerts: false, sub_accounts: false }, ..self }
    }

    const fn without_sub_accounts(self) -> Self {
        Self { features: Features { caps_and_alerts: true, sub_accounts: false }, ..self }
    }
}

/// All of them, each before those below it. The first has id 1, and so on.
pub const COMPANIES: [Company; 41] = [
    company(0, "Northgate IoT", 4, Fleet),
    company(1, "Brightwater Distribution", 3, Fleet),
    company(2, "Alpine Telematics", 6, Fleet),
    company(3, "Alpine Fleet Süd", 8, Fleet),
    company(4, "Depot Innsbruck", 5, Fleet),
    company(4, "Depot Bozen", 3, Fleet),
    company(4, "Depot Villach", 2, Fleet),
    company(3, "Alpine Kühllogistik", 5, Cooling),
    company(4, "Kühlhaus Linz", 2, Cooling),
    company(4, "Kühlhaus Salzburg", 2, Cooling),
    company(3, "Alpine Rail Sensors", 3, Metering),
    company(2, "Lakeside Metering", 12, Metering),
    company(3, "Lakeside Water North", 4, Metering),
    company(3, "Lakeside Water South", 6, Metering),
    company(2, "Müller Kältetechnik", 4, Cooling),
    company(3, "Müller Servicefahrzeuge", 1, Fleet).without_sub_accounts(),
    company(2, "Redwood Rentals", 5, Fleet),
    company(1, "Cobalt Connect", 2, Retail),
    company(2, "Kornblume Bäckereien", 4, Retail),
    company(3, "Filialen Ruhrgebiet", 3, Retail),
    company(3, "Filialen Münsterland", 2, Retail),
    company(2, "Quayside Vending", 6, Vending).without_caps(),
    company(2, "Tillhouse Retail Systems", 7, Retail),
    company(3, "Tillhouse Scotland", 2, Retail),
    company(3, "Tillhouse Wales", 1, Retail),
    company(2, "Stonebridge Taxis", 2, Fleet).disabled(),
    company(1, "Harbourline Wholesale", 3, Fleet),
    company(2, "Ostsee Containerdienst", 5, Fleet),
    company(3, "Terminal Lübeck", 2, Fleet),
    company(3, "Terminal Rostock", 2, Fleet),
    company(2, "Harbourline Cold Stores", 3, Cooling),
    company(2, "Jørgensen Marine", 2, Fleet),
    company(1, "Nordlicht Telematik", 2, Metering),
    company(2, "Stadtwerke Weißenfels", 9, Metering),
    company(3, "Fernwärme Weißenfels", 3, Metering),
    company(2, "Heidekraut Energie", 6, Metering),
    company(2, "Windpark Größenwalde", 1, Metering),
    company(1, "Sunfield M2M", 2, Vending),
    company(2, "Prairie Irrigation", 5, Metering),
    company(2, "Desert Snack Machines", 4, Vending),
    company(3, "Desert Snack Nevada", 2, Vending),
];

/// The account of the demo's second set of users.
pub const CUSTOMER: &str = "Alpine Telematics";

/// The id of the account at a place in [`COMPANIES`].
pub fn id(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

/// The id of the account above the one at a place.
pub fn parent_id(place: usize) -> Option<u32> {
    let depth = COMPANIES[place].depth;
    COMPANIES[..place].iter().rposition(|above| above.depth + 1 == depth).map(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_tree_of_five_levels() {
        assert_eq!(COMPANIES.iter().map(|company| company.depth).max(), Some(4));
        for (place, company) in COMPANIES.iter().enumerate() {
            assert_eq!(parent_id(place).is_none(), company.depth == 0, "{}", company.name);
        }
        let customer = COMPANIES.iter().position(|company| company.name == CUSTOMER).unwrap();
        assert_eq!(COMPANIES[customer].depth, 2);
        assert_eq!(parent_id(customer), Some(2));
    }

    #[test]
    fn no_child_has_what_its_parent_lacks() {
        for (place, company) in COMPANIES.iter().enumerate() {
            let Some(parent) = parent_id(place) else { continue };
            let parent = COMPANIES[parent as usize - 1].features;
            assert!(parent.caps_and_alerts || !company.features.caps_and_alerts, "{}", company.name);
            assert!(parent.sub_accounts, "{}", company.name);
        }
    }
}
