//! Filters too long for an address, such as a list of thousands of ICCIDs: they are kept in this tab, and the address
//! carries a key.
//!
//! Servers and proxies refuse addresses of more than some thousand characters, and browsers do at some millions. So a
//! reload and the way back show the same list; a link to it works in no other browser, and says so there.

use domain::filter::Filter;
use domain::filter::text::TextError;
use leptos::prelude::window;
use std::cell::RefCell;
use web_sys::Storage;

/// Most characters of a filter in an address.
const MOST: usize = 6_000;
/// What a filter begins with that stands for one that is kept. No filter begins so.
const KEPT: &str = "kept ";
const STORED: &str = "simgrove.filter.";
/// How many are kept ready to use: what the way back leads to most often.
const READY: usize = 4;

thread_local! {
    /// The latest last.
    static FILTERS: RefCell<Vec<(String, Filter)>> = const { RefCell::new(Vec::new()) };
}

/// The filter as it stands in the address.
pub fn write(filter: &Filter) -> String {
    if let Some(key) = ready(|(_, kept)| kept == filter).map(|(key, _)| key) {
        return format!("{KEPT}{key}");
    }
    let text = filter.to_string();
    if text.len() <= MOST {
        return text;
    }
    let key = format!("{:016x}", fingerprint(&text));
    store(&key, &text);
    keep(&key, filter);
    format!("{KEPT}{key}")
}

/// The filter that an address has.
pub fn read(text: &str) -> Result<Filter, TextError> {
    let Some(key) = text.strip_prefix(KEPT) else { return text.parse() };
    if let Some((_, filter)) = ready(|(kept, _)| kept == key) {
        return Ok(filter);
    }
    let stored = storage().and_then(|storage| storage.get_item(&format!("{STORED}{key}")).ok()?);
    let filter: Filter = stored.as_deref().unwrap_or(text).parse()?;
    keep(key, &filter);
    Ok(filter)
}

/// Whether the text stands for a filter that is kept, here or in another browser.
pub fn is_kept(text: &str) -> bool {
    text.starts_with(KEPT)
}

/// Nothing is left for whoever signs in next.
pub fn forget() {
    FILTERS.with_borrow_mut(Vec::clear);
    if let Some(storage) = storage() {
        clear(&storage);
    }
}

fn ready(is: impl Fn(&&(String, Filter)) -> bool) -> Option<(String, Filter)> {
    FILTERS.with_borrow(|filters| filters.iter().find(is).cloned())
}

fn keep(key: &str, filter: &Filter) {
    FILTERS.with_borrow_mut(|filters| {
        if filters.len() == READY {
            filters.remove(0);
        }
        filters.push((key.to_owned(), filter.clone()));
    });
}

/// A browser may forbid storage; the list then lasts as long as the page. It may be full: what was kept before goes.
fn store(key: &str, text: &str) {
    let Some(storage) = storage() else { return };
    let name = format!("{STORED}{key}");
    if storage.set_item(&name, text).is_err() {
        clear(&storage);
        let _ = storage.set_item(&name, text);
    }
}

fn clear(storage: &Storage) {
    let names: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|at| storage.key(at).ok()?)
        .filter(|name| name.starts_with(STORED))
        .collect();
    for name in names {
        let _ = storage.remove_item(&name);
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// FNV-1a: the same list has the same key.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_filter_begins_like_one_that_is_kept() {
        assert!("kept 00".parse::<Filter>().is_err());
        assert_eq!(fingerprint("foobar"), 0x8594_4171_f739_67e8);
    }
}
