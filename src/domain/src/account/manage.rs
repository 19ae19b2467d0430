//! What may be done with accounts. Asked of the tree that somebody sees, whose topmost account is that person's own.

use super::{Account, AccountId, AccountTree, Features};

/// Most characters in the name of an account.
pub const NAME_LENGTH: usize = 80;

/// Why a change to accounts is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("a name is missing")]
    NameMissing,
    #[error("the name has more than {NAME_LENGTH} characters")]
    NameTooLong,
    #[error("the name has control characters")]
    NameUnreadable,
    #[error("another account under the same parent has this name")]
    NameTaken,
    #[error("there is no such account")]
    UnknownAccount,
    #[error("the account above would be the account itself or one below it")]
    UnderItself,
    #[error("the account above is disabled")]
    ParentDisabled,
    #[error("the account above may not have sub-accounts")]
    NoSubAccounts,
    #[error("the account above does not have this feature")]
    ParentLacks,
    #[error("nobody does this to the account they belong to")]
    OwnAccount,
}

/// Which part of a change is refused, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    pub part: Part,
    pub why: Refusal,
}

/// A part of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Name,
    Parent,
    Enabled,
    CapsAndAlerts,
    SubAccounts,
}

impl Part {
    fn because<T>(self, why: Refusal) -> Result<T, Refused> {
        Err(Refused { part: self, why })
    }
}

/// What is to become of an account; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change<'a> {
    pub name: Option<&'a str>,
    pub parent: Option<AccountId>,
    pub enabled: Option<bool>,
    pub caps_and_alerts: Option<bool>,
    pub sub_accounts: Option<bool>,
    pub require_two_factor: Option<bool>,
}

/// An account as it would be after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub name: String,
    /// `None` for the topmost, which stays where it is.
    pub parent: Option<AccountId>,
    pub enabled: bool,
    pub features: Features,
    pub require_two_factor: bool,
}

impl Features {
    /// What is left of these under a parent that has those.
    pub fn under(self, parent: Self) -> Self {
        Self {
            caps_and_alerts: self.caps_and_alerts && parent.caps_and_alerts,
            sub_accounts: self.sub_accounts && parent.sub_accounts,
        }
    }
}

impl AccountTree {
    /// A new account under a parent: its name without the spaces around it, and what it can use.
    pub fn new_account(&self, parent: AccountId, name: &str) -> Result<Changed, Refused> {
        let name = readable(name)?;
        let above = self.accepting(parent)?;
        self.check_name_free(above, name, None)?;
        Ok(Changed {
            name: name.to_owned(),
            parent: Some(parent),
            enabled: true,
            features: Features { caps_and_alerts: true, sub_accounts: true }.under(above.features),
            require_two_factor: false,
        })
    }

    /// The account after a change. What it loses by moving is taken from it; what it is given and cannot have is refused.
    pub fn changed(&self, id: AccountId, change: Change<'_>) -> Result<Changed, Refused> {
        let Some(before) = self.get(id) else { return Part::Parent.because(Refusal::UnknownAccount) };
        let name = change.name.map_or(Ok(before.name.as_str()), readable)?;
        let wished = Features {
            caps_and_alerts: change.caps_and_alerts.unwrap_or(before.features.caps_and_alerts),
            sub_accounts: change.sub_accounts.unwrap_or(before.features.sub_accounts),
        };
        let enabled = change.enabled.unwrap_or(before.enabled);
        // The own account's, too: its users' safety is theirs to raise. What an account above requires holds all the same.
        let require_two_factor = change.require_two_factor.unwrap_or(before.require_two_factor);
        let Some(at) = before.parent_id else {
            // Its siblings are out of sight, and so is what they are called.
            check_own(before, change, wished, enabled)?;
            return Ok(Changed {
                name: name.to_owned(),
                parent: None,
                enabled,
                features: wished,
                require_two_factor,
            });
        };
        let parent = change.parent.unwrap_or(at);
        let above = if parent == at { self.get(at) } else { Some(self.destination(id, parent)?) };
        let Some(above) = above else { return Part::Parent.because(Refusal::UnknownAccount) };
        if (parent, name) != (at, before.name.as_str()) {
            self.check_name_free(above, name, Some(id)).map_err(|refused| Refused {
                part: if change.name.is_some() { Part::Name } else { Part::Parent },
                ..refused
            })?;
        }
        if change.caps_and_alerts == Some(true) && !above.features.caps_and_alerts {
            return Part::CapsAndAlerts.because(Refusal::ParentLacks);
        }
        if change.sub_accounts == Some(true) && !above.features.sub_accounts {
            return Part::SubAccounts.because(Refusal::ParentLacks);
        }
        let features = wished.under(above.features);
        Ok(Changed { name: name.to_owned(), parent: Some(parent), enabled, features, require_two_factor })
    }

    /// Where an account may be moved.
    fn destination(&self, id: AccountId, parent: AccountId) -> Result<&Account, Refused> {
        if self.is_within(parent, id) {
            return Part::Parent.because(Refusal::UnderItself);
        }
        self.accepting(parent)
    }

    /// An account that may have one more below it.
    fn accepting(&self, parent: AccountId) -> Result<&Account, Refused> {
        let Some(parent) = self.get(parent) else { return Part::Parent.because(Refusal::UnknownAccount) };
        if !parent.open {
            return Part::Parent.because(Refusal::ParentDisabled);
        }
        if !parent.features.sub_accounts {
            return Part::Parent.because(Refusal::NoSubAccounts);
        }
        Ok(parent)
    }

    /// How many accounts stand right below this one.
    pub fn child_count(&self, id: AccountId) -> usize {
        self.children(id).count()
    }

    fn children(&self, id: AccountId) -> impl Iterator<Item = &Account> {
        let below = self.subtree(id).iter().map(|node| &node.account);
        below.filter(move |account| account.parent_id == Some(id))
    }

    fn check_name_free(&self, above: &Account, name: &str, except: Option<AccountId>) -> Result<(), Refused> {
        let folded = name.to_lowercase();
        let taken = self
            .children(above.id)
            .any(|sibling| Some(sibling.id) != except && sibling.name.to_lowercase() == folded);
        if taken { Part::Name.because(Refusal::NameTaken) } else { Ok(()) }
    }
}

/// Somebody above decides where an account stands, whether it is open and what it can use: not its own users.
fn check_own(before: &Account, change: Change<'_>, wished: Features, enabled: bool) -> Result<(), Refused> {
    if change.parent.is_some() {
        return Part::Parent.because(Refusal::OwnAccount);
    }
    if enabled != before.enabled {
        return Part::Enabled.because(Refusal::OwnAccount);
    }
    if wished.caps_and_alerts != before.features.caps_and_alerts {
        return Part::CapsAndAlerts.because(Refusal::OwnAccount);
    }
    if wished.sub_accounts != before.features.sub_accounts {
        return Part::SubAccounts.because(Refusal::OwnAccount);
    }
    Ok(())
}

/// A name without the spaces around it.
fn readable(name: &str) -> Result<&str, Refused> {
    let name = name.trim();
    if name.is_empty() {
        return Part::Name.because(Refusal::NameMissing);
    }
    if name.chars().count() > NAME_LENGTH {
        return Part::Name.because(Refusal::NameTooLong);
    }
    if name.chars().any(char::is_control) {
        return Part::Name.because(Refusal::NameUnreadable);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::account;
    use super::*;

    const ALL: Features = Features { caps_and_alerts: true, sub_accounts: true };

    /// 1 above 2, 3 and 5; 2 above 4.
    fn tree(change: impl FnOnce(&mut [Account])) -> AccountTree {
        let mut accounts = [
            account(1, None, "Northgate"),
            account(2, Some(1), "Alpine"),
            account(3, Some(1), "Öresund"),
            account(4, Some(2), "Depot"),
            account(5, Some(1), "Depot"),
        ];
        change(&mut accounts);
        let mut tree = AccountTree::new(accounts.to_vec());
        tree.complete(false);
        tree
    }

    fn refused<T>(result: Result<T, Refused>) -> (Part, Refusal) {
        let Err(Refused { part, why }) = result else { panic!("not refused") };
        (part, why)
    }

    fn moved(to: u32) -> Change<'static> {
        Change { parent: Some(AccountId(to)), ..Change::default() }
    }

    #[test]
    fn a_new_account_has_a_readable_name_of_its_own() {
        let tree = tree(|_| {});
        let made = tree.new_account(AccountId(1), "  Harbour ").unwrap();
        assert_eq!((made.name.as_str(), made.parent, made.features), ("Harbour", Some(AccountId(1)), ALL));
        let new = |parent, name: &str| refused(tree.new_account(AccountId(parent), name));
        assert_eq!(new(1, " \t"), (Part::Name, Refusal::NameMissing));
        assert_eq!(new(1, &"x".repeat(81)), (Part::Name, Refusal::NameTooLong));
        assert_eq!(new(1, "a\u{7}b"), (Part::Name, Refusal::NameUnreadable));
        assert_eq!(new(1, "öRESUND"), (Part::Name, Refusal::NameTaken));
        assert_eq!(new(9, "Harbour"), (Part::Parent, Refusal::UnknownAccount));
        assert!(tree.new_account(AccountId(2), "öRESUND").is_ok());
        assert!(tree.new_account(AccountId(1), &"ü".repeat(80)).is_ok());
    }

    #[test]
    fn only_an_open_account_with_sub_accounts_takes_another() {
        let disabled = tree(|accounts| accounts[1].enabled = false);
        for parent in [2, 4] {
            let why = refused(disabled.new_account(AccountId(parent), "New"));
            assert_eq!(why, (Part::Parent, Refusal::ParentDisabled));
        }
        assert_eq!(
            refused(disabled.changed(AccountId(3), moved(2))),
            (Part::Parent, Refusal::ParentDisabled)
        );
        let without = tree(|accounts| accounts[2].features.sub_accounts = false);
        assert_eq!(refused(without.new_account(AccountId(3), "New")), (Part::Parent, Refusal::NoSubAccounts));
        assert_eq!(refused(without.changed(AccountId(2), moved(3))), (Part::Parent, Refusal::NoSubAccounts));
    }

    #[test]
    fn an_account_moves_anywhere_but_under_itself() {
        let tree = tree(|_| {});
        assert_eq!(tree.changed(AccountId(2), moved(3)).unwrap().parent, Some(AccountId(3)));
        for to in [2, 4] {
            assert_eq!(refused(tree.changed(AccountId(2), moved(to))), (Part::Parent, Refusal::UnderItself));
        }
        assert_eq!(refused(tree.changed(AccountId(2), moved(9))), (Part::Parent, Refusal::UnknownAccount));
        // Where one of its name is already.
        assert_eq!(refused(tree.changed(AccountId(4), moved(1))), (Part::Parent, Refusal::NameTaken));
        let renamed = Change { name: Some("Depot 2"), ..moved(1) };
        assert!(tree.changed(AccountId(4), renamed).is_ok());
    }

    #[test]
    fn a_name_can_change_its_case() {
        let tree = tree(|_| {});
        let named = |name| tree.changed(AccountId(2), Change { name: Some(name), ..Change::default() });
        assert_eq!(named("ALPINE").unwrap().name, "ALPINE");
        assert_eq!(refused(named("depot")), (Part::Name, Refusal::NameTaken));
    }

    #[test]
    fn no_account_has_what_the_one_above_lacks() {
        let tree = tree(|accounts| {
            accounts[2].features.caps_and_alerts = false;
            accounts[3].features = Features { caps_and_alerts: false, sub_accounts: false };
        });
        let on = Change { caps_and_alerts: Some(true), ..moved(3) };
        assert_eq!(refused(tree.changed(AccountId(2), on)), (Part::CapsAndAlerts, Refusal::ParentLacks));
        // Moving takes it away.
        let after = tree.changed(AccountId(2), moved(3)).unwrap();
        assert_eq!(after.features, Features { caps_and_alerts: false, sub_accounts: true });
        let back = Change { caps_and_alerts: Some(true), sub_accounts: Some(true), ..Change::default() };
        assert_eq!(tree.changed(AccountId(4), back).unwrap().features, ALL);
    }

    #[test]
    fn of_the_own_account_only_name_and_two_factor_sign_in_can_be_changed() {
        let tree = tree(|_| {});
        let own = |change| tree.changed(AccountId(1), change);
        let named = Change { name: Some("Southgate"), enabled: Some(true), ..Change::default() };
        assert_eq!(own(named).unwrap().name, "Southgate");
        let safer = Change { require_two_factor: Some(true), ..Change::default() };
        assert!(own(safer).unwrap().require_two_factor);
        assert_eq!(refused(own(moved(2))), (Part::Parent, Refusal::OwnAccount));
        for (change, part) in [
            (Change { enabled: Some(false), ..Change::default() }, Part::Enabled),
            (Change { caps_and_alerts: Some(false), ..Change::default() }, Part::CapsAndAlerts),
            (Change { sub_accounts: Some(false), ..Change::default() }, Part::SubAccounts),
        ] {
            assert_eq!(refused(own(change)), (part, Refusal::OwnAccount));
        }
    }
}
