//! What a section of the profile looks like.

use crate::behaviour::ids;
use leptos::prelude::*;

/// A section with its heading and a sentence about it; beside them, where there is room, what can be done.
#[component]
pub fn Section(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] about: Signal<String>,
    children: Children,
) -> impl IntoView {
    let id = ids::unique("section");
    let labelled_by = id.clone();
    view! {
        <section class="profile__section" aria-labelledby=labelled_by>
            <div class="profile__about">
                <h2 id=id>{move || title.get()}</h2>
                <p>{move || about.get()}</p>
            </div>
            <div class="profile__body">{children()}</div>
        </section>
    }
}
