//! Beside the list: what there is to know at a glance.

use super::{Details, edit, fields, labels, texts, told, usage};
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::ui::button::{Button, IconButton};
use crate::ui::icon::IconName;
use crate::ui::status_chip::StatusChip;
use domain::sim::SimId;
use leptos::html;
use leptos::prelude::*;

pub fn panel(page: SimsPage, id: SimId) -> impl IntoView {
    let details = Details::new(page, id);
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let close = Callback::new(move |()| page.open_sim(None));
    let status = Memo::new(move |_| details.of(|sim| sim.status));
    view! {
        <aside
            class="sim-details"
            aria-label=move || t!("sim-details")
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.default_prevented() {
                    close.run(());
                }
            }
        >
            <header class="sim-details__head">
                <div>
                    <h2 class="sim-details__title" tabindex="-1" node_ref=heading>{move || details.iccid()}</h2>
                    {move || status.get().map(|status| view! { <StatusChip status/> })}
                </div>
                <IconButton label=Signal::derive(move || t!("close-details")) icon=IconName::Close on_press=close/>
            </header>
            <div class="sim-details__acts sim-details__acts--start">
                <Button icon=IconName::External on_press=Callback::new(move |()| page.show_page(id))>
                    {move || t!("open-sim-page")}
                </Button>
            </div>
            {details.once_known(move || view! {
                {fields::usage_bar(details)}
                {edit::levels(details)}
                {usage::latest(details)}
                {fields::fields(details)}
                {labels::labels(details)}
                {texts::texts(details)}
                {told::recipients(details)}
            }.into_any())}
        </aside>
    }
}
