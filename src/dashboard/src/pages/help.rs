//! The built-in help: keys, what each status means, and how caps and alerts work.

mod keys;

use crate::behaviour::focus;
use crate::pages::title;
use crate::t;
use crate::ui::status_chip::StatusChip;
use domain::sim::Status;
use leptos::prelude::*;

#[component]
pub fn HelpPage() -> impl IntoView {
    title::name(|| t!("help-title"));
    let heading = focus::page_heading(false);
    view! {
        <div class="help">
            <div class="help__page">
                <h1 node_ref=heading class="help__title" tabindex="-1">{move || t!("help-title")}</h1>
                <section class="help__section" aria-labelledby="help-statuses">
                    <h2 id="help-statuses">{move || t!("help-statuses")}</h2>
                    <dl class="help__list">
                        {Status::ALL.iter().map(|&status| view! {
                            <div>
                                <dt><StatusChip status /></dt>
                                <dd>{move || meaning(status)}</dd>
                            </div>
                        }).collect_view()}
                    </dl>
                </section>
                <section class="help__section" aria-labelledby="help-levels">
                    <h2 id="help-levels">{move || t!("help-levels")}</h2>
                    <p>{move || t!("help-levels-alert")}</p>
                    <p>{move || t!("help-levels-cap")}</p>
                    <p>{move || t!("help-levels-over")}</p>
                    <p>{move || t!("help-levels-period")}</p>
                </section>
                {keys::keys()}
            </div>
        </div>
    }
}

fn meaning(status: Status) -> String {
    match status {
        Status::Inactive => t!("help-inactive"),
        Status::ActivationPending => t!("help-activation-pending"),
        Status::Active => t!("help-active"),
        Status::Alerted => t!("help-alerted"),
        Status::Suspended => t!("help-suspended"),
        Status::Blocked => t!("help-blocked"),
        Status::Terminated => t!("help-terminated"),
        Status::Unmanaged => t!("help-unmanaged"),
    }
}
