//! The text form of a filter, for the address bar and for typing: `status in (active, alerted) and usage >= 500MB`.
//!
//! ```text
//! either     = both *("or" both)
//! both       = one *("and" one)
//! one        = "not" one / "(" either ")" / ("all" / "any") "(" either ")" / "everything" / "nothing" / condition
//! condition  = "search" value
//!            / text-field ("contains" / "starts with" / "is") value / text-field "in" values
//!            / choice-field "is" value / choice-field "in" values
//!            / "account" ("contains" / "starts with" / "is") value / "account" "in" values
//!            / "account id" number / "account id in" numbers / "account under" number
//!            / number-field ("=" / "<" / "<=" / ">" / ">=") amount / number-field "between" amount "and" amount
//!            / time-field ("before" / "since") time / time-field ["not"] "in last" number "days"
//!            / "in_session is" ("yes" / "no") / optional-field "is empty"
//! values     = "(" [value *("," value)] ")"
//! value      = word / '"' text with \" and \\ '"'
//! ```
//! Amounts are bytes with a unit (`500MB`) or whole percents. Writing and reading back gives the same filter.

mod read;
mod write;

pub use read::{Mistake, TextError};
