//! The root of the app: state that lives as long as the page, hosts that are mounted once, and the router.

use leptos::prelude::*;

#[component]
pub fn App() -> impl IntoView {
    view! { <main></main> }
}
