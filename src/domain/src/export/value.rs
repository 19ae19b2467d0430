//! What stands in a cell, before it is written in one form or the other.

use crate::account::AccountTree;
use crate::estate::Estate;
use crate::estate::column::ShortText;
use crate::estate::order::Column;
use crate::time::Timestamp;
use std::net::Ipv4Addr;

/// A cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Digits that are a name and no number. They come from outside like any text.
    Digits(ShortText),
    Text(&'a str),
    Code(&'static str),
    Bytes(u64),
    Flag(bool),
    Time(Timestamp),
    Address(Ipv4Addr),
    List(Vec<&'a str>),
    None,
}

/// The value of a column in a row.
pub fn value<'a>(estate: &'a Estate, accounts: &'a AccountTree, column: Column, row: u32) -> Value<'a> {
    let digits = |text: ShortText| if text.is_empty() { Value::None } else { Value::Digits(text) };
    let level = |bytes: Option<u64>| bytes.map_or(Value::None, Value::Bytes);
    let time = |time: Option<Timestamp>| time.map_or(Value::None, Value::Time);
    match column {
        Column::Iccid => Value::Digits(estate.iccid(row)),
        Column::Imsi => Value::Digits(estate.imsi(row)),
        Column::Msisdn => Value::Digits(estate.msisdn(row)),
        Column::Imei => digits(estate.imei(row)),
        Column::Label => Value::Text(estate.label(row)),
        Column::Note => Value::Text(estate.note(row)),
        Column::Account => Value::Text(accounts.name(estate.account(row))),
        Column::Operator => Value::Text(estate.operator(row)),
        Column::Tariff => Value::Text(estate.tariff(row)),
        Column::Category => match estate.category(row) {
            "" => Value::None,
            category => Value::Text(category),
        },
        Column::Tags => Value::List(estate.tags(row).collect()),
        Column::Status => Value::Code(estate.status(row).code()),
        Column::HardCap => Value::Code(estate.hard_cap(row).code()),
        Column::Usage => Value::Bytes(estate.usage(row)),
        Column::Cap => level(estate.levels(row).cap),
        Column::Alert => level(estate.levels(row).alert),
        Column::InSession => Value::Flag(estate.in_session(row)),
        Column::LastSeen => time(estate.last_seen(row)),
        Column::Activated => time(estate.activated(row)),
        Column::Ip => estate.ip(row).map_or(Value::None, Value::Address),
    }
}
