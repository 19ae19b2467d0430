//! Values that rest while what they are made of changes.

use leptos::prelude::*;

/// A value whose readers are woken when it has become another one, in a microtask after that. Whoever reads a memo is
/// woken to ask whether it has: with a thousand of them in the cells of a list, that was a quarter of what a key in the
/// quick search cost. To be called in the body of a component.
pub fn still<T: Clone + PartialEq + Send + Sync + 'static>(
    make: impl Fn() -> T + Send + Sync + 'static,
) -> ReadSignal<T> {
    let (now, set) = signal(untrack(&make));
    Effect::new(move |_| {
        let made = make();
        if now.with_untracked(|now| *now != made) {
            set.set(made);
        }
    });
    now
}
