//! What stands where a list would be, when there is nothing to list.

use super::icon::{Icon, IconName};
use leptos::prelude::*;

/// An empty state: a picture, a sentence that says why, and what to do about it as children. Where it is all of a page, the
/// sentence is the page's heading.
#[component]
pub fn Empty(
    icon: IconName,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] whole_page: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let words = move || text.get();
    view! {
        <div class="empty">
            <span class="empty__icon">
                <Icon name=icon />
            </span>
            {match whole_page {
                true => view! { <h1 class="empty__text">{words}</h1> }.into_any(),
                false => view! { <p class="empty__text">{words}</p> }.into_any(),
            }}
            {children.map(|children| view! { <div class="empty__action">{children()}</div> })}
        </div>
    }
}
