//! Shows the open menu, one at a time.

use super::popup::MenuPopup;
use super::use_menus;
use leptos::prelude::*;

/// Holds the open menu, mounted once.
#[component]
pub fn MenuHost() -> impl IntoView {
    let menus = use_menus();
    view! {
        <For each=move || menus.0.get() key=|opened| opened.id.clone() let(opened)>
            <MenuPopup id=opened.id request=opened.request owner=opened.owner menus />
        </For>
    }
}
