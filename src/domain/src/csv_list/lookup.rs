//! Finding the SIMs of a number.

use super::Identifier;
use super::number::Number;
use crate::estate::Estate;
use crate::estate::column::ShortText;

/// The numbers of an estate, sorted: each with its row in the lowest 32 bits, which is quicker than pairs.
pub struct Lookup<'e> {
    estate: &'e Estate,
    identifier: Identifier,
    rows: Vec<u128>,
}

impl<'e> Lookup<'e> {
    pub fn new(estate: &'e Estate, identifier: Identifier) -> Self {
        let number = |row: u32| {
            let number = Number::of_digits(&value(estate, identifier, row))?;
            Some(key(identifier, number).packed() << 32 | u128::from(row))
        };
        let mut rows: Vec<u128> = estate.present().iter().filter_map(number).collect();
        rows.sort_unstable();
        Self { estate, identifier, rows }
    }

    /// The rows that a line with this number names.
    ///
    /// An ICCID is found with or without its check digit at either side; as it stands it goes before both.
    ///
    /// An IMEI names a device by its first 14 digits (3GPP TS 23.003, 6.2). The fifteenth only checks them and is sent
    /// as 0, and the sixteenth digit turns 15 and 16 into the version of the software, which changes with updates. So 14
    /// digits are compared; but 15 digits whose last one does not check the others are mistyped, and only match as they
    /// stand.
    pub fn rows(&self, number: Number) -> Vec<u32> {
        match self.identifier {
            Identifier::Iccid => {
                let mut rows = self.equal(number);
                if rows.is_empty() {
                    rows = self.equal(number.with_check_digit());
                }
                let shorter = number.first(number.len() - 1);
                if rows.is_empty() && shorter.with_check_digit() == number {
                    rows = self.equal(shorter);
                }
                rows
            }
            Identifier::Imei => {
                let device = key(self.identifier, number);
                let mut rows = self.equal(device);
                let sent = number.len() == 15 && number.last_digit() != 0;
                if sent && device.with_check_digit() != number {
                    rows.retain(|&row| Number::of_digits(&self.value(row)) == Some(number));
                }
                rows
            }
            Identifier::Imsi | Identifier::Msisdn => self.equal(number),
        }
    }

    /// What a row has, as it stands there.
    pub fn value(&self, row: u32) -> ShortText {
        value(self.estate, self.identifier, row)
    }

    fn equal(&self, number: Number) -> Vec<u32> {
        let number = number.packed();
        let start = self.rows.partition_point(|&entry| entry >> 32 < number);
        let equal = self.rows[start..].iter().take_while(|&&entry| entry >> 32 == number);
        equal.map(|&entry| entry as u32).collect()
    }
}

fn value(estate: &Estate, identifier: Identifier, row: u32) -> ShortText {
    match identifier {
        Identifier::Iccid => estate.iccid(row),
        Identifier::Imsi => estate.imsi(row),
        Identifier::Msisdn => estate.msisdn(row),
        Identifier::Imei => estate.imei(row),
    }
}

/// What has to be equal.
fn key(identifier: Identifier, number: Number) -> Number {
    match identifier {
        Identifier::Imei => number.first(14),
        Identifier::Iccid | Identifier::Imsi | Identifier::Msisdn => number,
    }
}
