//! Help & support: the page of the account, whom to ask, or where else to look. The same before and after signing in.

mod blocks;
mod contact;
mod link;
mod page;

pub use blocks::blocks;
pub use contact::contact_card;
pub use link::SupportLink;
pub use page::SupportText;

use crate::behaviour::focus;
use crate::pages::title;
use crate::t;
use leptos::prelude::*;

/// The page inside the app.
#[component]
pub fn SupportPage() -> impl IntoView {
    title::name(|| t!("support-title"));
    let heading = focus::page_heading(false);
    view! {
        <div class="help">
            <div class="help__page">
                <h1 node_ref=heading class="help__title" tabindex="-1">{move || t!("support-title")}</h1>
                <SupportText />
                <p class="support__more">
                    <a href="help">{move || t!("support-built-in")}</a>
                </p>
            </div>
        </div>
    }
}
