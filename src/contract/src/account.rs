//! Managed accounts.

use crate::wire;
use domain::account::Account;

wire! {
    /// `GET /accounts`: every account the caller sees, in no particular order.
    pub struct Accounts {
        pub items: Vec<Account>,
    }
}
