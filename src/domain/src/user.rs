//! Users: what they are called, and who may do what to whom.

use crate::permission::Role;
use crate::sim::codes;
use serde::{Deserialize, Serialize};

/// Most characters in the name of a user.
pub const NAME_LENGTH: usize = 100;
/// Most characters in an e-mail address (RFC 5321 with its errata).
pub const EMAIL_LENGTH: usize = 254;
/// Fewest characters in a password.
pub const PASSWORD_LEAST: usize = 12;
/// Most characters in a password.
pub const PASSWORD_MOST: usize = 128;

codes! {
    /// How far a user has come.
    UserState {
        /// Has not set a password yet.
        Invited = "invited",
        /// Can sign in.
        Active = "active",
        /// Is kept from signing in.
        Disabled = "disabled",
    }
}

/// What an account's administration depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub role: Role,
    pub state: UserState,
}

impl Standing {
    /// Whether this one can administer the account.
    pub fn is_active_admin(self) -> bool {
        self.role == Role::Admin && self.state == UserState::Active
    }
}

/// Who else belongs to a user's account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
    pub active_admins: u32,
    pub users: u32,
}

impl Others {
    /// Whether an account would lose its last active Admin by a change of one user, which is refused. `after` is `None` when
    /// the user is deleted. Somebody above may delete the very last user: an account could never be emptied otherwise.
    pub fn leaves_nobody(self, before: Standing, after: Option<Standing>, by_someone_above: bool) -> bool {
        let loses = before.is_active_admin() && !after.is_some_and(Standing::is_active_admin);
        let empties = after.is_none() && by_someone_above && self.users == 0;
        loses && self.active_admins == 0 && !empties
    }
}

impl Role {
    /// Whether somebody with this role may give another one to somebody: never one above the own.
    pub fn may_give(self, other: Self) -> bool {
        other <= self
    }
}

/// Whether a text can be an e-mail address: `local@domain.tld`, in the form that every mail server takes.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let atom = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
    };
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= EMAIL_LENGTH
        && local.len() <= 64
        && local.split('.').all(atom)
        && domain.contains('.')
        && domain.split('.').all(label)
        && domain.rsplit('.').next().is_some_and(|top| top.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADMIN: Standing = Standing { role: Role::Admin, state: UserState::Active };
    const NOBODY: Others = Others { active_admins: 0, users: 3 };

    #[test]
    fn the_last_active_admin_stays() {
        let demoted = Some(Standing { role: Role::User, ..ADMIN });
        let disabled = Some(Standing { state: UserState::Disabled, ..ADMIN });
        for after in [demoted, disabled, None] {
            for above in [true, false] {
                assert!(NOBODY.leaves_nobody(ADMIN, after, above));
                assert!(!Others { active_admins: 1, users: 3 }.leaves_nobody(ADMIN, after, above));
            }
        }
        assert!(!NOBODY.leaves_nobody(ADMIN, Some(ADMIN), false));
        for other in [
            Standing { role: Role::User, ..ADMIN },
            Standing { state: UserState::Invited, ..ADMIN },
            Standing { state: UserState::Disabled, ..ADMIN },
        ] {
            assert!(!NOBODY.leaves_nobody(other, None, false));
        }
    }

    #[test]
    fn somebody_above_may_empty_an_account() {
        let alone = Others::default();
        assert!(!alone.leaves_nobody(ADMIN, None, true));
        assert!(alone.leaves_nobody(ADMIN, None, false));
        assert!(alone.leaves_nobody(ADMIN, Some(Standing { role: Role::User, ..ADMIN }), true));
    }

    #[test]
    fn nobody_gives_more_than_they_have() {
        assert!(Role::Admin.may_give(Role::Admin) && Role::Admin.may_give(Role::ViewOnly));
        assert!(Role::User.may_give(Role::User) && !Role::User.may_give(Role::Admin));
    }

    #[test]
    fn what_an_e_mail_address_looks_like() {
        for good in ["a@b.example", "first.last+sims@sub.example.com", "o'neil@xn--mller-kva.de", "1@2.co"] {
            assert!(is_email(good), "{good}");
        }
        let long = format!("{}@example.com", "x".repeat(65));
        for bad in [
            "",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a@b..example",
            ".a@b.example",
            "a.@b.example",
            "a@-b.example",
            "a@b.example.",
            "a@b.1",
            "a@b@c.example",
            "ü@b.example",
            "a@b.example\n",
            "<a@b.example>",
            &long,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
