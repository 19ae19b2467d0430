//! Who is told about the alerts of a SIM (PRODUCT.md §4), and what of that somebody is shown.
//!
//! An address outside belongs to an account and is told only about SIMs of that account and of those below it: about SIMs
//! that its account sees. The same goes for the users who want to be told.

use crate::account::{AccountId, AccountTree};
use crate::sim::codes;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most addresses of one account.
pub const MOST_RECIPIENTS: usize = 100;

/// Identifies an address within one back end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecipientId(pub u32);

codes! {
    /// Why somebody is told about the alerts of a SIM.
    Cause {
        /// The address is set on the SIM.
        ThisSim = "this_sim",
        /// The address gets all alerts of its account and of those below.
        AllSims = "all_sims",
        /// The user wants the alerts of the own account and of those below.
        OptIn = "opt_in",
    }
}

/// One cause, and through which account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Source {
    pub cause: Cause,
    /// Whose address or user it is: the account of the SIM or one above it.
    pub account_id: AccountId,
    /// `null` for a user.
    pub recipient_id: Option<RecipientId>,
}

/// Somebody who could be told, for one cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub email: String,
    /// Who it is, when it is a user.
    pub user: Option<Reader>,
    pub source: Source,
}

/// A user who reads alerts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reader {
    pub id: u32,
    pub name: String,
    /// A language tag (RFC 5646); `null` when none was chosen.
    pub language: Option<String>,
}

/// An address that is told, once, for whatever causes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Told {
    /// Lower case.
    pub email: String,
    /// The user with this address who wants alerts, if there is one.
    pub user: Option<Reader>,
    /// At least one.
    pub sources: Vec<Source>,
}

/// Each address once, by address. Somebody whose address is also an address outside is told once all the same.
pub fn told(candidates: impl IntoIterator<Item = Candidate>) -> Vec<Told> {
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    for Candidate { email, user, source } in candidates {
        let email = email.to_lowercase();
        let one = told.entry(email.clone()).or_insert(Told { email, user: None, sources: Vec::new() });
        one.user = one.user.take().or(user);
        one.sources.push(source);
    }
    told.into_values()
        .map(|mut one| {
            one.sources.sort();
            one.sources.dedup();
            one
        })
        .collect()
}

/// What somebody is shown who sees `scope`: of accounts above only how many are told that are not shown anyway.
pub fn shown(told: Vec<Told>, scope: &AccountTree) -> (Vec<Told>, u32) {
    let all = told.len();
    let seen = |account: AccountId| scope.position(account).is_some();
    let shown: Vec<Told> = told
        .into_iter()
        .map(|mut one| {
            one.sources.retain(|source| seen(source.account_id));
            // Whose name it is above is not told by an address below.
            one.user = one.user.filter(|_| one.sources.iter().any(|source| source.cause == Cause::OptIn));
            one
        })
        .filter(|one| !one.sources.is_empty())
        .collect();
    let hidden = all - shown.len();
    (shown, u32::try_from(hidden).unwrap_or(u32::MAX))
}

/// The accounts of a SIM's line whose people are told: from the topmost down to the first that is disabled. `line` begins
/// with the topmost account.
pub fn listening(line: &[(AccountId, bool)]) -> impl Iterator<Item = AccountId> {
    line.iter().take_while(|(_, enabled)| *enabled).map(|(account, _)| *account)
}

/// What becomes of the addresses set on a SIM.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Put on the SIM.
    pub added: Vec<RecipientId>,
    /// Taken off it.
    pub removed: Vec<RecipientId>,
}

impl Exchange {
    /// What takes it back.
    pub fn reversed(&self) -> Self {
        Self { added: self.removed.clone(), removed: self.added.clone() }
    }
}

/// An address and its account.
pub type Owned = (RecipientId, AccountId);

/// What a move to an account takes off a SIM, for somebody who sees `scope`.
///
/// What belongs to accounts above `scope` stays: they see the SIM before and after, and whoever moves it does not see them.
/// Of the rest only what belongs to the new account or to one above it can stay, and only if it shall.
pub fn left_behind(set: &[Owned], scope: &AccountTree, to: AccountId, keep: bool) -> Vec<RecipientId> {
    let stays = |owner: AccountId| match scope.position(owner) {
        None => true,
        Some(_) => keep && scope.is_within(to, owner),
    };
    set.iter().filter(|(_, owner)| !stays(*owner)).map(|(id, _)| *id).collect()
}

/// What a SIM that is moved back gets again, of what it lost: what still can be set on it there.
pub fn brought_back(lost: &[Owned], scope: &AccountTree, to: AccountId) -> Vec<RecipientId> {
    lost.iter().filter(|(_, owner)| scope.is_within(to, *owner)).map(|(id, _)| *id).collect()
}

#[cfg(test)]
mod tests;
