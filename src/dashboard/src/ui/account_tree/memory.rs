//! Remembers which accounts are open, in this browser.

use domain::account::AccountId;
use leptos::prelude::window;
use std::collections::HashSet;
use web_sys::Storage;

const KEY: &str = "simgrove.accounts.expanded";

/// `None` when the browser has none or lets us have none (private windows).
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What was open; `None` when nothing was ever remembered.
pub fn load() -> Option<HashSet<AccountId>> {
    storage()?.get_item(KEY).ok().flatten().map(|text| read(&text))
}

/// Remembers what is open. Where that cannot be kept it is forgotten with the page, no worse.
pub fn save(expanded: &HashSet<AccountId>) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, &write(expanded));
    }
}

fn read(text: &str) -> HashSet<AccountId> {
    text.split(',').filter_map(|id| id.parse().ok().map(AccountId)).collect()
}

fn write(expanded: &HashSet<AccountId>) -> String {
    let mut ids: Vec<u32> = expanded.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let expanded: HashSet<_> = [AccountId(7), AccountId(40), AccountId(3)].into();
        assert_eq!(write(&expanded), "3,7,40");
        assert_eq!(read(&write(&expanded)), expanded);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert!(read("").is_empty());
        assert_eq!(read("1,x,,-2"), HashSet::from([AccountId(1)]));
    }
}
