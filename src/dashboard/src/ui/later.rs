//! What is drawn a few frames after the page around it, so that no single task holds up the browser for long.

use leptos::prelude::*;

/// Draws its content after so many frames.
#[component]
pub fn Later(frames: u32, children: ChildrenFn) -> impl IntoView {
    let left = RwSignal::new(frames);
    wait(left);
    move || (left.get() == 0).then(|| children())
}

/// Counts frames down; the page may go meanwhile.
fn wait(left: RwSignal<u32>) {
    request_animation_frame(move || {
        let now = left.try_update(|left| {
            *left = left.saturating_sub(1);
            *left
        });
        if now.is_some_and(|now| now > 0) {
            wait(left);
        }
    });
}
