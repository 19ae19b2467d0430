//! How the columns of an estate are kept: each kind as small as it can be and still be searched within a frame.

mod amounts;
mod digits;
mod free;
mod interned;
mod places;

pub use amounts::Amounts;
pub use digits::{DigitColumn, ShortText};
pub use free::Free;
pub use interned::Interned;

/// For each of `count` things its place in the order of `key`; equal ones share a place.
pub fn ranks<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut order: Vec<(K, usize)> = (0..count).map(|index| (key(index), index)).collect();
    order.sort_unstable();
    let mut ranks = vec![0; count];
    let mut rank = 0;
    for at in 0..order.len() {
        if at > 0 && order[at].0 != order[at - 1].0 {
            rank += 1;
        }
        ranks[order[at].1] = rank;
    }
    ranks
}
