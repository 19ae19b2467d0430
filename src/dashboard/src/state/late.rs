//! What waits until the answer to an act is painted: rows kept above and below those in sight, counts beside the list.

use leptos::prelude::*;

/// Counts the times at which what waited is to be drawn.
#[derive(Clone, Copy)]
pub struct Late {
    beat: RwSignal<u64>,
    waiting: StoredValue<bool>,
}

impl Late {
    pub fn new() -> Self {
        Self { beat: RwSignal::new(0), waiting: StoredValue::new(false) }
    }

    /// Runs again when what waited is to be drawn.
    pub fn track(self) {
        self.beat.track();
    }

    /// Follows what `track` does, a frame behind it.
    pub fn follow(self, track: impl Fn() + 'static) {
        Effect::new(move |_| {
            track();
            if !self.waiting.get_value() {
                self.waiting.set_value(true);
                // The first frame is the one in which the answer is drawn.
                request_animation_frame(move || request_animation_frame(move || self.draw()));
            }
        });
    }

    fn draw(self) {
        // What waits may be gone when the frame comes.
        if self.waiting.try_set_value(false).is_none() {
            self.beat.update(|beat| *beat += 1);
        }
    }
}
