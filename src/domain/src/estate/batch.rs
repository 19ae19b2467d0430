//! SIMs as columns on the wire: each field an array, repeated strings as a dictionary.

use crate::account::AccountId;
use crate::sim::{HardCap, Sim, SimId, Status};
use crate::time::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Text that borrows from the JSON it was read from, where that has no escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
pub struct Text<'a>(pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

/// A column of few different strings: `values[index[row]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dictionary {
    pub values: Vec<String>,
    pub index: Vec<u32>,
    #[serde(skip)]
    known: HashMap<String, u32>,
}

impl Dictionary {
    fn push(&mut self, value: &str) {
        let index = match self.known.get(value) {
            Some(&index) => index,
            None => {
                let index = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
                self.values.push(value.to_owned());
                self.known.insert(value.to_owned(), index);
                index
            }
        };
        self.index.push(index);
    }

    /// The value in a row; empty where the index points nowhere.
    pub fn get(&self, row: usize) -> &str {
        self.index.get(row).and_then(|&index| self.values.get(index as usize)).map_or("", String::as_str)
    }
}

/// Some SIMs as columns of equal length. Times are Unix seconds here, 0 for never; an unknown IMEI or address is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Batch<'a> {
    pub id: Vec<u32>,
    #[serde(borrow)]
    pub iccid: Vec<Text<'a>>,
    #[serde(borrow)]
    pub imsi: Vec<Text<'a>>,
    #[serde(borrow)]
    pub msisdn: Vec<Text<'a>>,
    #[serde(borrow)]
    pub imei: Vec<Text<'a>>,
    pub account_id: Vec<u32>,
    pub status: Dictionary,
    pub tariff: Dictionary,
    pub operator: Dictionary,
    pub usage_bytes: Vec<u64>,
    pub cap_bytes: Vec<Option<u64>>,
    pub alert_bytes: Vec<Option<u64>>,
    pub hard_cap: Dictionary,
    pub in_session: Vec<u8>,
    pub last_seen: Vec<u32>,
    #[serde(borrow)]
    pub ip_address: Vec<Text<'a>>,
    pub activated_on: Vec<u32>,
    #[serde(borrow)]
    pub label: Vec<Text<'a>>,
    #[serde(borrow)]
    pub note: Vec<Text<'a>>,
    /// Empty for none.
    pub category: Dictionary,
    /// Each value is a list of tags, separated by line feeds.
    pub tags: Dictionary,
}

/// A batch that cannot be taken: its columns differ in length, or a code is unknown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the columns of SIMs do not fit together: {0}")]
pub struct BadBatch(pub &'static str);

impl Batch<'_> {
    /// How many SIMs.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// Checks what the type does not say: equal lengths, known codes.
    pub fn check(&self) -> Result<(), BadBatch> {
        let rows = self.len();
        let lengths = [
            self.iccid.len(),
            self.imsi.len(),
            self.msisdn.len(),
            self.imei.len(),
            self.account_id.len(),
            self.status.index.len(),
            self.tariff.index.len(),
            self.operator.index.len(),
            self.usage_bytes.len(),
            self.cap_bytes.len(),
            self.alert_bytes.len(),
            self.hard_cap.index.len(),
            self.in_session.len(),
            self.last_seen.len(),
            self.ip_address.len(),
            self.activated_on.len(),
            self.label.len(),
            self.note.len(),
            self.category.index.len(),
            self.tags.index.len(),
        ];
        if lengths.iter().any(|&length| length != rows) {
            return Err(BadBatch("lengths"));
        }
        if self.status.values.iter().any(|code| Status::from_code(code).is_none()) {
            return Err(BadBatch("status"));
        }
        if self.hard_cap.values.iter().any(|code| HardCap::from_code(code).is_none()) {
            return Err(BadBatch("hard_cap"));
        }
        for dictionary in
            [&self.status, &self.tariff, &self.operator, &self.hard_cap, &self.category, &self.tags]
        {
            if dictionary.index.iter().any(|&index| index as usize >= dictionary.values.len()) {
                return Err(BadBatch("dictionary"));
            }
        }
        Ok(())
    }

    /// Appends a SIM.
    pub fn push(&mut self, sim: &Sim) {
        let owned = |text: &str| Text(Cow::Owned(text.to_owned()));
        self.id.push(sim.id.0);
        self.iccid.push(owned(&sim.iccid));
        self.imsi.push(owned(&sim.imsi));
        self.msisdn.push(owned(&sim.msisdn));
        self.imei.push(owned(sim.imei.as_deref().unwrap_or("")));
        self.account_id.push(sim.account_id.0);
        self.status.push(sim.status.code());
        self.tariff.push(&sim.tariff);
        self.operator.push(&sim.operator);
        self.usage_bytes.push(sim.usage_bytes);
        self.cap_bytes.push(sim.cap_bytes);
        self.alert_bytes.push(sim.alert_bytes);
        self.hard_cap.push(sim.hard_cap.code());
        self.in_session.push(u8::from(sim.in_session));
        self.last_seen.push(sim.last_seen.map_or(0, Timestamp::unix));
        self.ip_address.push(Text(Cow::Owned(sim.ip_address.map(|ip| ip.to_string()).unwrap_or_default())));
        self.activated_on.push(sim.activated_on.map_or(0, Timestamp::unix));
        self.label.push(owned(&sim.label));
        self.note.push(owned(&sim.note));
        self.category.push(sim.category.as_deref().unwrap_or(""));
        self.tags.push(&sim.tags.join("\n"));
    }

    /// The SIM in a row of a batch that was checked.
    pub fn sim(&self, row: usize) -> Sim {
        let text = |column: &[Text<'_>]| column.get(row).map(|text| text.0.to_string()).unwrap_or_default();
        let time = |column: &[u32]| {
            column
                .get(row)
                .filter(|&&seconds| seconds > 0)
                .map(|&seconds| Timestamp::from_unix(i64::from(seconds)))
        };
        let optional = |text: String| (!text.is_empty()).then_some(text);
        Sim {
            id: SimId(self.id.get(row).copied().unwrap_or(0)),
            iccid: text(&self.iccid),
            imsi: text(&self.imsi),
            msisdn: text(&self.msisdn),
            imei: optional(text(&self.imei)),
            account_id: AccountId(self.account_id.get(row).copied().unwrap_or(0)),
            status: Status::from_code(self.status.get(row)).unwrap_or(Status::Unmanaged),
            tariff: self.tariff.get(row).to_owned(),
            operator: self.operator.get(row).to_owned(),
            usage_bytes: self.usage_bytes.get(row).copied().unwrap_or(0),
            cap_bytes: self.cap_bytes.get(row).copied().flatten(),
            alert_bytes: self.alert_bytes.get(row).copied().flatten(),
            regular_cap_bytes: None,
            hard_cap: HardCap::from_code(self.hard_cap.get(row)).unwrap_or(HardCap::Unsupported),
            in_session: self.in_session.get(row).is_some_and(|&flag| flag != 0),
            last_seen: time(&self.last_seen),
            ip_address: text(&self.ip_address).parse().ok(),
            activated_on: time(&self.activated_on),
            label: text(&self.label),
            note: text(&self.note),
            category: optional(self.category.get(row).to_owned()),
            tags: self.tags.get(row).split('\n').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
        }
    }
}
