//! The users of the demo.

use crate::demo::companies::{COMPANIES, CUSTOMER, id};
use contract::session::User;
use domain::account::AccountId;
use domain::permission::Role;

/// Everybody who can sign in.
pub fn people() -> Vec<User> {
    let root = id(0);
    let customer = COMPANIES.iter().position(|company| company.name == CUSTOMER).map_or(root, id);
    [
        ("Ada Lindqvist", "admin@northgate.example", Role::Admin, root),
        ("Jonas Weber", "user@northgate.example", Role::User, root),
        ("Priya Raman", "viewer@northgate.example", Role::ViewOnly, root),
        ("Magdalena Höfer", "admin@alpine.example", Role::Admin, customer),
        ("Tomás Ferreira", "viewer@alpine.example", Role::ViewOnly, customer),
    ]
    .into_iter()
    .zip(1..)
    .map(|((name, email, role, account), id)| User {
        id,
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        account_id: AccountId(account),
        language: None,
    })
    .collect()
}
