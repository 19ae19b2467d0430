//! Following what changes often, with pauses.

use leptos::prelude::*;
use std::time::Duration;

/// Whether a pause is on, and whether something changed in it.
#[derive(Clone, Copy, Default)]
struct Pause {
    on: bool,
    missed: bool,
}

/// Counts changes of what `track` follows: the first at once, and those that come soon after it together, when a pause is
/// over. To be called in the body of a component.
pub fn paced(track: impl Fn() + 'static, pause: Duration) -> Signal<u64> {
    let beat = RwSignal::new(0);
    let state = StoredValue::new(Pause::default());
    Effect::new(move |before: Option<()>| {
        track();
        if before.is_none() {
            return;
        }
        let resting = state.try_update_value(|state| {
            state.missed = state.on;
            state.on
        });
        if resting == Some(false) {
            go(beat, state, pause);
        }
    });
    beat.into()
}

fn go(beat: RwSignal<u64>, state: StoredValue<Pause>, pause: Duration) {
    // What is counted may be gone when the pause is over.
    if beat.try_update(|count| *count += 1).is_none() {
        return;
    }
    state.try_set_value(Pause { on: true, missed: false });
    set_timeout(
        move || {
            let missed = state.try_update_value(|state| {
                state.on = false;
                std::mem::take(&mut state.missed)
            });
            if missed == Some(true) {
                go(beat, state, pause);
            }
        },
        pause,
    );
}
