//! Who shows texts, and has to show them anew in another language.

use indexmap::IndexMap;
use leptos::reactive::graph::{AnySubscriber, Observer, ReactiveNode as _};
use std::cell::RefCell;

/// With fewer, nobody looks who is gone.
const FEW: usize = 1_000;

/// Effects and memos, in the order in which they came. A signal would not do: it never lets go of a subscriber that is
/// gone, and while the language stays thousands come and go.
#[derive(Default)]
pub struct Readers(RefCell<Inner>);

#[derive(Default)]
struct Inner {
    /// By where they lie in memory: each is there once.
    all: IndexMap<usize, AnySubscriber>,
    /// When there are more, those that are gone are let go of.
    most: usize,
}

impl Readers {
    /// Whoever runs now runs again when the language changes.
    pub fn track(&self) {
        let Some(reader) = Observer::get() else { return };
        let mut inner = self.0.borrow_mut();
        if inner.all.len() >= inner.most.max(FEW) {
            inner.all.retain(|_, reader| reader.1.strong_count() > 0);
            inner.most = 2 * inner.all.len();
        }
        inner.all.insert(reader.0, reader);
    }

    /// Has all of them run again.
    pub fn notify(&self) {
        // Not while they are borrowed: a memo may run at once.
        let all: Vec<AnySubscriber> = self.0.borrow().all.values().cloned().collect();
        all.iter().for_each(|reader| reader.mark_dirty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::*;
    use leptos::reactive::computed::ArcMemo;

    thread_local! {
        static READERS: Readers = Readers::default();
    }

    fn reader(number: &ArcRwSignal<u32>) -> ArcMemo<u32> {
        let number = number.clone();
        let memo = ArcMemo::new(move |_| {
            READERS.with(|readers| readers.track());
            number.get_untracked()
        });
        memo.get();
        memo
    }

    #[test]
    fn those_that_are_there_run_again_and_those_that_are_gone_are_let_go_of() {
        let owner = Owner::new();
        owner.with(|| {
            let number = ArcRwSignal::new(1);
            let first = reader(&number);
            for _ in 0..3 * FEW {
                drop(reader(&number));
            }
            assert!(READERS.with(|readers| readers.0.borrow().all.len()) <= FEW + 1);
            number.set(2);
            assert_eq!(first.get(), 1, "nothing told it");
            READERS.with(|readers| readers.notify());
            assert_eq!(first.get(), 2);
        });
    }
}
