//! What stands where a list would be, when there is nothing to list.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// An empty state: a picture, a sentence that says why, and what to do about it as children.
#[component]
pub fn Empty(
    icon: IconName,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty__icon">
                <Icon name=icon />
            </span>
            <p class="empty__text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty__action">{children()}</div> })}
        </div>
    }
}
