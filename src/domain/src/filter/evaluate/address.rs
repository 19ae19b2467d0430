//! Which addresses contain a text, without writing any of them.

use std::net::Ipv4Addr;

/// A text that can be part of an address in writing: what each octet under it has to be.
pub struct PartOfAddress {
    /// For each stretch of digits between dots the octets that fit. Empty when nothing does.
    octets: Vec<[bool; 256]>,
}

impl PartOfAddress {
    pub fn new(text: &str) -> Self {
        let parts: Vec<&str> = text.split('.').collect();
        let last = parts.len() - 1;
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
        // There are four.
        let octets = if last < 4 { (0..=last).map(table).collect() } else { Vec::new() };
        Self { octets }
    }

    /// Whether the address contains the text.
    pub fn is_in(&self, address: Ipv4Addr) -> bool {
        let fits = |(table, octet): (&[bool; 256], &u8)| table[usize::from(*octet)];
        !self.octets.is_empty()
            && address
                .octets()
                .windows(self.octets.len())
                .any(|under| self.octets.iter().zip(under).all(fits))
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
            prop_assert_eq!(PartOfAddress::new(&text).is_in(address), written.contains(&text));
            let within: String = written.chars().skip(cut).take(len).collect();
            prop_assert!(PartOfAddress::new(&within).is_in(address));
        }
    }
}
