//! An address that leads nowhere.

use crate::pages::title;
use crate::t;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use leptos::prelude::*;

#[component]
pub fn NotFound() -> impl IntoView {
    title::name(|| t!("page-not-found"));
    view! {
        <Empty icon=IconName::Search text=Signal::derive(move || t!("page-not-found")) whole_page=true>
            <a href="sims">{move || t!("sim-list")}</a>
        </Empty>
    }
}
