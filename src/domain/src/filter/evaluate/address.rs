//! Which addresses contain a text, without writing any of them.

use std::net::Ipv4Addr;

/// A text that can be part of an address in writing: what each octet under it has to be.
pub struct PartOfAddress {
    /// For each stretch of digits between dots the octets that fit. At least one of each does.
    octets: Vec<[bool; 256]>,
}

impl PartOfAddress {
    /// None for a text that no address contains.
    pub fn new(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let last = parts.len() - 1;
        if last >= 4 {
            return None;
        }
        let fits = |at: usize, octet: u8| {
            let (octet, part) = (octet.to_string(), parts[at]);
            match (at == 0, at == last) {
                (true, true) => octet.contains(part),
                (true, false) => octet.ends_with(part),
                (false, true) => octet.starts_with(part),
                (false, false) => octet == part,
            }
        };
        let table = |at: usize| std::array::from_fn(|octet| u8::try_from(octet).is_ok_and(|it| fits(at, it)));
        let octets: Vec<[bool; 256]> = (0..=last).map(table).collect();
        octets.iter().all(|table| table.contains(&true)).then_some(Self { octets })
    }

    /// Whether the address contains the text.
    pub fn is_in(&self, address: Ipv4Addr) -> bool {
        let fits = |(table, octet): (&[bool; 256], &u8)| table[usize::from(*octet)];
        match &self.octets[..] {
            // All four are looked up: faster than to guess which of them fits.
            [table] => address.octets().iter().fold(false, |found, octet| found | fits((table, octet))),
            tables => address.octets().windows(tables.len()).any(|under| tables.iter().zip(under).all(fits)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_what_contains_it_in_writing(octets: [u8; 4], text in "[0-9]{0,3}(\\.[0-9]{0,3}){0,4}", cut in 0usize..15, len in 1usize..9) {
            let address = Ipv4Addr::from(octets);
            let written = address.to_string();
            let is_in = |text: &str| PartOfAddress::new(text).is_some_and(|part| part.is_in(address));
            prop_assert_eq!(is_in(&text), written.contains(&text));
            let within: String = written.chars().skip(cut).take(len).collect();
            prop_assert!(is_in(&within));
        }
    }
}
