//! The page's one polite live region: what a screen reader should say without a change of focus.

use leptos::prelude::*;

/// Says things; see [`use_live`].
#[derive(Clone, Copy)]
pub struct Live(RwSignal<String>);

impl Live {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says a sentence. Saying the same again is heard again: a region is read out when its text changes, so every
    /// other time a no-break space is added.
    pub fn say(self, text: String) {
        self.0.update(|said| *said = if *said == text { text + "\u{a0}" } else { text });
    }
}

/// The way to say something, from anywhere below [`super::provide`].
pub fn use_live() -> Live {
    expect_context()
}

/// The region. Besides the one at the root each open dialog has its own, because everything outside a modal dialog is
/// hidden from screen readers; both say the same.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let live = use_live();
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">
            {move || live.0.get()}
        </div>
    }
}
