//! Something for each account, to be looked up for a million rows.

use super::AccountId;
use std::collections::HashMap;

/// Ids below this are looked up by place; most back ends give no others.
const NEAR: u32 = 1 << 16;

/// A value for some accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByAccount<T> {
    near: Vec<Option<T>>,
    far: HashMap<AccountId, T>,
}

impl<T> Default for ByAccount<T> {
    fn default() -> Self {
        Self { near: Vec::new(), far: HashMap::new() }
    }
}

impl<T: Copy> ByAccount<T> {
    /// The value of an account, if it has one.
    pub fn get(&self, id: AccountId) -> Option<T> {
        match self.near.get(id.0 as usize) {
            Some(value) => *value,
            None => self.far.get(&id).copied(),
        }
    }

    /// Gives an account another value, in place of the one it has.
    pub fn update(&mut self, id: AccountId, value: impl FnOnce(Option<T>) -> T) {
        let value = value(self.get(id));
        if id.0 >= NEAR {
            self.far.insert(id, value);
            return;
        }
        let place = id.0 as usize;
        if place >= self.near.len() {
            self.near.resize(place + 1, None);
        }
        self.near[place] = Some(value);
    }

    /// All that have a value, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (AccountId, T)> {
        let near = (0..).map(AccountId).zip(&self.near).filter_map(|(id, value)| Some((id, (*value)?)));
        near.chain(self.far.iter().map(|(id, value)| (*id, *value)))
    }
}

impl<T: Copy> FromIterator<(AccountId, T)> for ByAccount<T> {
    fn from_iter<I: IntoIterator<Item = (AccountId, T)>>(values: I) -> Self {
        let mut by_account = Self::default();
        for (id, value) in values {
            by_account.update(id, |_| value);
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
        let mut all: Vec<(AccountId, u32)> = by_account.iter().collect();
        all.sort_unstable();
        assert_eq!(
            all,
            [(0, 0), (3, 3), (NEAR - 1, NEAR - 1), (NEAR, NEAR), (u32::MAX, u32::MAX)]
                .map(|(id, value)| (AccountId(id), value))
        );
    }

    #[test]
    fn counts() {
        let mut counts = ByAccount::<u64>::default();
        for id in [3, NEAR, 3] {
            counts.update(AccountId(id), |count| count.unwrap_or(0) + 1);
        }
        assert_eq!([3, NEAR, 4].map(|id| counts.get(AccountId(id))), [Some(2), Some(1), None]);
    }
}
