//! A row as a JSON object.

use super::value::{Value, value};
use crate::account::AccountTree;
use crate::estate::Estate;
use crate::estate::order::Column;
use serde_json::json;
use std::fmt::Write as _;

/// The name of a column as `GET /sims` has it. The account stands there by its number; here also by its name.
fn name(column: Column) -> &'static str {
    match column {
        Column::Account => "account_name",
        Column::Usage => "usage_bytes",
        Column::Cap => "cap_bytes",
        Column::Alert => "alert_bytes",
        Column::Ip => "ip_address",
        Column::Activated => "activated_on",
        column => column.code(),
    }
}

/// Writes the columns of a row.
pub fn object(into: &mut String, columns: &[Column], estate: &Estate, accounts: &AccountTree, row: u32) {
    into.push('{');
    for (at, &column) in columns.iter().enumerate() {
        if at > 0 {
            into.push(',');
        }
        if column == Column::Account {
            let _ = write!(into, "\"account_id\":{},", estate.account(row).0);
        }
        let value = match value(estate, accounts, column, row) {
            Value::Digits(digits) => json!(*digits),
            Value::Text(text) => json!(text),
            Value::Code(code) => json!(code),
            Value::Bytes(bytes) => json!(bytes),
            Value::Flag(flag) => json!(flag),
            Value::Time(time) => json!(time),
            Value::Address(address) => json!(address),
            Value::List(values) => json!(values),
            Value::None => json!(null),
        };
        // Writing to a string does not fail.
        let _ = write!(into, "\"{}\":{value}", name(column));
    }
    into.push('}');
}
