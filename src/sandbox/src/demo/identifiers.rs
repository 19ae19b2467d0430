//! Numbers that are formed like real ones.

/// Appends the Luhn check digit (ISO/IEC 7812-1).
pub fn with_check_digit(digits: String) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            match (place % 2, digit * 2) {
                (0, doubled) if doubled > 9 => doubled - 9,
                (0, doubled) => doubled,
                _ => digit,
            }
        })
        .sum();
    let check = (10 - sum % 10) % 10;
    format!("{digits}{check}")
}

/// An operator and how its numbers are formed.
#[derive(Clone, Copy, Debug)]
pub struct Operator {
    pub name: &'static str,
    /// 89, country and issuer (ITU-T E.118).
    pub iccid_prefix: &'static str,
    /// How long its ICCIDs are, check digit included.
    pub iccid_length: usize,
    /// Country and network (ITU-T E.212).
    pub imsi_prefix: &'static str,
    /// Country and range (ITU-T E.164).
    pub msisdn_prefix: &'static str,
    pub msisdn_length: usize,
    /// Whether it can end a session when a cap is reached.
    pub hard_cap: bool,
}

/// The operators, most used first.
pub const OPERATORS: [Operator; 5] = [
    Operator {
        name: "Rheinfunk",
        iccid_prefix: "894902",
        iccid_length: 19,
        imsi_prefix: "26202",
        msisdn_prefix: "4915",
        msisdn_length: 13,
        hard_cap: true,
    },
    Operator {
        name: "Northgate Global",
        iccid_prefix: "894450",
        iccid_length: 20,
        imsi_prefix: "23450",
        msisdn_prefix: "447",
        msisdn_length: 12,
        hard_cap: true,
    },
    Operator {
        name: "Alpenmobil",
        iccid_prefix: "894301",
        iccid_length: 20,
        imsi_prefix: "23201",
        msisdn_prefix: "43664",
        msisdn_length: 12,
        hard_cap: false,
    },
    Operator {
        name: "Polder Telecom",
        iccid_prefix: "893104",
        iccid_length: 19,
        imsi_prefix: "20404",
        msisdn_prefix: "3197",
        msisdn_length: 13,
        hard_cap: true,
    },
    Operator {
        name: "Great Plains Wireless",
        iccid_prefix: "8901260",
        iccid_length: 20,
        imsi_prefix: "310260",
        msisdn_prefix: "1500",
        msisdn_length: 11,
        hard_cap: false,
    },
];

impl Operator {
    /// The ICCID of its nth SIM.
    pub fn iccid(&self, number: u32) -> String {
        with_check_digit(numbered(self.iccid_prefix, self.iccid_length - 1, number))
    }

    /// The IMSI of its nth SIM.
    pub fn imsi(&self, number: u32) -> String {
        numbered(self.imsi_prefix, 15, number)
    }

    /// The number of its nth SIM.
    pub fn msisdn(&self, number: u32) -> String {
        numbered(self.msisdn_prefix, self.msisdn_length, number)
    }
}

/// The prefix, then the number with zeros before it.
fn numbered(prefix: &str, length: usize, number: u32) -> String {
    format!("{prefix}{number:0width$}", width = length - prefix.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        assert_eq!(with_check_digit("7992739871".into()), "79927398713");
        assert_eq!(with_check_digit("49015420323751".into()), "490154203237518");
    }

    #[test]
    fn every_number_has_its_length() {
        for operator in OPERATORS {
            assert_eq!(operator.iccid(1_000_000).len(), operator.iccid_length);
            assert_eq!(operator.imsi(1_000_000).len(), 15);
            assert_eq!(operator.msisdn(1_000_000).len(), operator.msisdn_length);
        }
    }
}
