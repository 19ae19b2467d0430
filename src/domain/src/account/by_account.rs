//! Something for each account, to be looked up for a million rows.

use super::AccountId;
use std::collections::HashMap;

/// Ids below this are looked up by place; most back ends give no others.
const NEAR: u32 = 1 << 16;

/// A value for some accounts.
#[derive(Clone, Debug)]
pub struct ByAccount<T> {
    near: Vec<Option<T>>,
    far: HashMap<AccountId, T>,
}

impl<T: Copy> ByAccount<T> {
    /// The value of an account, if it has one.
    pub fn get(&self, id: AccountId) -> Option<T> {
        match self.near.get(id.0 as usize) {
            Some(value) => *value,
            None => self.far.get(&id).copied(),
        }
    }
}

impl<T: Copy> FromIterator<(AccountId, T)> for ByAccount<T> {
    fn from_iter<I: IntoIterator<Item = (AccountId, T)>>(values: I) -> Self {
        let mut by_account = Self { near: Vec::new(), far: HashMap::new() };
        for (id, value) in values {
            if id.0 >= NEAR {
                by_account.far.insert(id, value);
                continue;
            }
            let place = id.0 as usize;
            if place >= by_account.near.len() {
                by_account.near.resize(place + 1, None);
            }
            by_account.near[place] = Some(value);
        }
        by_account
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_near_and_far_ids_and_no_others() {
        let ids = [3, 0, NEAR, u32::MAX, NEAR - 1].map(AccountId);
        let by_account: ByAccount<u32> = ids.into_iter().map(|id| (id, id.0)).collect();
        assert!(ids.into_iter().all(|id| by_account.get(id) == Some(id.0)));
        assert_eq!([1, NEAR + 1].map(|id| by_account.get(AccountId(id))), [None, None]);
    }
}
