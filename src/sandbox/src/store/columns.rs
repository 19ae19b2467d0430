//! SIMs as columns, written as they are read: a million of them pass through, and none is made into a value of its own.

use crate::store::accounts::Scope;
use crate::store::sims::COLUMNS;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::net::Ipv4Addr;

/// SIMs as the JSON of [`domain::estate::batch::Batch`].
#[derive(Default)]
pub struct Columns {
    /// The id of the last SIM.
    pub last: Option<u32>,
    pub len: u32,
    id: Array,
    iccid: Array,
    imsi: Array,
    msisdn: Array,
    imei: Array,
    account_id: Array,
    status: Dictionary,
    tariff: Dictionary,
    operator: Dictionary,
    usage_bytes: Array,
    cap_bytes: Array,
    alert_bytes: Array,
    hard_cap: Dictionary,
    in_session: Array,
    last_seen: Array,
    ip_address: Array,
    activated_on: Array,
    label: Array,
    note: Array,
    category: Dictionary,
    tags: Dictionary,
}

/// The first SIMs of a scope after an id and up to another one, in the order of ids.
pub fn page(
    connection: &Connection,
    scope: &Scope,
    after: u32,
    until: u32,
    limit: u32,
) -> rusqlite::Result<Columns> {
    read(connection, scope, "id > ?1 AND id <= ?2 ORDER BY id LIMIT ?3", (after, until, limit))
}

/// The SIMs of a scope that changed after a version and up to another one, in the order of ids.
pub fn changed(connection: &Connection, scope: &Scope, since: u64, upto: u64) -> rusqlite::Result<Columns> {
    read(connection, scope, "version > ?1 AND version <= ?2 ORDER BY id", (since, upto))
}

/// The JSON of a page: its other fields, and `columns`.
pub fn with_head(head: &impl Serialize, columns: Columns) -> serde_json::Result<String> {
    let mut json = serde_json::to_string(head)?;
    // It is an object with fields.
    json.pop();
    json.push_str(",\"columns\":");
    json.push_str(&columns.json()?);
    json.push('}');
    Ok(json)
}

fn read(
    connection: &Connection,
    scope: &Scope,
    condition: &str,
    parameters: impl Params,
) -> rusqlite::Result<Columns> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM sims WHERE {} AND {condition}", scope.condition()))?;
    let mut rows = statement.query(parameters)?;
    let mut columns = Columns::default();
    while let Some(row) = rows.next()? {
        columns.push(row)?;
    }
    Ok(columns)
}

impl Columns {
    fn push(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let id: u32 = row.get(0)?;
        self.last = Some(id);
        self.len += 1;
        self.id.number(id.into());
        for (array, column) in [
            (&mut self.iccid, 1),
            (&mut self.imsi, 2),
            (&mut self.msisdn, 3),
            (&mut self.imei, 4),
            (&mut self.label, 17),
            (&mut self.note, 18),
        ] {
            array.text(row.get_ref(column)?.as_str()?);
        }
        for (dictionary, column) in [
            (&mut self.status, 6),
            (&mut self.tariff, 7),
            (&mut self.operator, 8),
            (&mut self.hard_cap, 12),
            (&mut self.category, 19),
            (&mut self.tags, 20),
        ] {
            dictionary.push(row.get_ref(column)?.as_str()?);
        }
        for (array, column) in [
            (&mut self.account_id, 5),
            (&mut self.usage_bytes, 9),
            (&mut self.in_session, 13),
            (&mut self.last_seen, 14),
            (&mut self.activated_on, 16),
        ] {
            array.number(row.get_ref(column)?.as_i64()?);
        }
        for (array, column) in [(&mut self.cap_bytes, 10), (&mut self.alert_bytes, 11)] {
            match row.get_ref(column)?.as_i64_or_null()? {
                Some(bytes) => array.number(bytes),
                None => array.separated().push_str("null"),
            }
        }
        let address = row.get::<_, Option<u32>>(15)?.map(Ipv4Addr::from_bits);
        // Writing to a string does not fail.
        let _ = match address {
            Some(address) => write!(self.ip_address.separated(), "\"{address}\""),
            None => write!(self.ip_address.separated(), "\"\""),
        };
        Ok(())
    }

    /// The columns as JSON.
    pub fn json(self) -> serde_json::Result<String> {
        let Self { id, iccid, imsi, msisdn, imei, account_id, status, tariff, operator, .. } = self;
        let Self { usage_bytes, cap_bytes, alert_bytes, hard_cap, in_session, last_seen, .. } = self;
        let Self { ip_address, activated_on, label, note, category, tags, .. } = self;
        let columns = [
            ("id", id.json()),
            ("iccid", iccid.json()),
            ("imsi", imsi.json()),
            ("msisdn", msisdn.json()),
            ("imei", imei.json()),
            ("account_id", account_id.json()),
            ("status", status.json()?),
            ("tariff", tariff.json()?),
            ("operator", operator.json()?),
            ("usage_bytes", usage_bytes.json()),
            ("cap_bytes", cap_bytes.json()),
            ("alert_bytes", alert_bytes.json()),
            ("hard_cap", hard_cap.json()?),
            ("in_session", in_session.json()),
            ("last_seen", last_seen.json()),
            ("ip_address", ip_address.json()),
            ("activated_on", activated_on.json()),
            ("label", label.json()),
            ("note", note.json()),
            ("category", category.json()?),
            ("tags", tags.json()?),
        ];
        let mut text = String::with_capacity(columns.iter().map(|(_, column)| column.len() + 20).sum());
        for (at, (name, column)) in columns.iter().enumerate() {
            let _ = write!(text, "{}\"{name}\":{column}", if at == 0 { "{" } else { "," });
        }
        text.push('}');
        Ok(text)
    }
}

/// A JSON array that grows.
#[derive(Default)]
struct Array(String);

impl Array {
    /// Behind the comma that stands before the next value, or the bracket before the first.
    fn separated(&mut self) -> &mut String {
        self.0.push(if self.0.is_empty() { '[' } else { ',' });
        &mut self.0
    }

    fn number(&mut self, number: i64) {
        self.separated().push_str(itoa::Buffer::new().format(number));
    }

    fn text(&mut self, text: &str) {
        let into = self.separated();
        if text.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\')) {
            into.push('"');
            into.push_str(text);
            into.push('"');
        } else {
            into.push_str(&serde_json::Value::from(text).to_string());
        }
    }

    fn json(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('[');
        }
        self.0.push(']');
        self.0
    }
}

/// [`domain::estate::batch::Dictionary`] as it is written.
#[derive(Default)]
struct Dictionary {
    values: Vec<String>,
    known: HashMap<String, usize>,
    index: Array,
    latest: usize,
}

impl Dictionary {
    fn push(&mut self, value: &str) {
        // Neighbours are often alike.
        if self.values.get(self.latest).is_none_or(|latest| latest != value) {
            self.latest = self.number(value);
        }
        self.index.separated().push_str(itoa::Buffer::new().format(self.latest));
    }

    fn number(&mut self, value: &str) -> usize {
        if let Some(&number) = self.known.get(value) {
            return number;
        }
        let number = self.values.len();
        self.values.push(value.to_owned());
        self.known.insert(value.to_owned(), number);
        number
    }

    fn json(self) -> serde_json::Result<String> {
        Ok(format!("{{\"values\":{},\"index\":{}}}", serde_json::to_string(&self.values)?, self.index.json()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sims;
    use domain::estate::batch::Batch;

    #[test]
    fn writes_what_a_batch_reads() {
        let connection = Connection::open_in_memory().unwrap();
        let texts = ["", "plain", "\"quoted\\\"", "Grüße\n\u{1}"];
        let mut columns = Columns::default();
        let mut batch = Batch::default();
        for (at, text) in texts.iter().enumerate() {
            let mut statement = connection
                .prepare(
                    "SELECT ?1 + 7, '8944', '2320', '49151', ?2, 3, CASE ?1 WHEN 0 THEN 'active' ELSE 'blocked' END,
                       'T', 'Alfa', 12345678901, CASE ?1 WHEN 1 THEN 5 END, NULL, 'yes', ?1 % 2, 1000000000 * ?1,
                       CASE ?1 WHEN 2 THEN 167772161 END, 0, ?2, ?2, ?2, '', NULL",
                )
                .unwrap();
            let mut rows = statement.query((at, text)).unwrap();
            let row = rows.next().unwrap().unwrap();
            columns.push(row).unwrap();
            batch.push(&sims::sim(row).unwrap());
        }
        assert_eq!((columns.last, columns.len), (Some(10), 4));
        let json = columns.json().unwrap();
        let read: Batch<'_> = serde_json::from_str(&json).unwrap();
        assert_eq!(read.check(), Ok(()));
        let sims = |batch: &Batch<'_>| (0..batch.len()).map(|row| batch.sim(row)).collect::<Vec<_>>();
        assert_eq!(sims(&read), sims(&batch));
        assert!(serde_json::from_str::<Batch<'_>>(&Columns::default().json().unwrap()).unwrap().is_empty());
    }
}
