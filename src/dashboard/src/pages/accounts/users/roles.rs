//! The roles that the person may give: none above the own.

use crate::state::session::SessionState;
use crate::text;
use domain::permission::Role;

/// The roles as a list to choose from, each with its code.
pub fn choices(session: SessionState) -> Vec<(String, String)> {
    let own = session.user().map(|user| user.role);
    let given = Role::ALL.iter().copied().filter(|&role| own.is_some_and(|own| own.may_give(role)));
    given.map(|role| (role.code().to_owned(), text::role(role))).collect()
}

/// The role of a code.
pub fn of_code(code: &str) -> Role {
    Role::ALL.iter().copied().find(|role| role.code() == code).unwrap_or(Role::ViewOnly)
}
