//! Why a change to accounts is refused, in the same words whoever finds it out.

use super::{field_problem, problem};
use client::Error;
use domain::account::manage::Refusal;

/// A sentence for a refusal that was found out here.
pub fn refusal(refusal: Refusal) -> String {
    field_problem(refusal.into())
}

/// A sentence for one that the API told: what is wrong with the first part of the request, if it says so.
pub fn refused(error: &Error) -> String {
    match error.field_errors().first() {
        Some(field) => field_problem(field.code),
        None => problem(error),
    }
}
