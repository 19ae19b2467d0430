//! The line under the grid: how many SIMs are shown and selected, and how fresh they are.

use super::context::SimsPage;
use crate::state::address::Query;
use crate::state::live::Contact;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;

pub fn status_line(page: SimsPage, contact: Signal<Contact>) -> impl IntoView {
    let shown = Memo::new(move |_| page.list.view().with(|view| view.rows.len()) as u64);
    let selected = Memo::new(move |_| page.list.selected().count() as u64);
    let out_of_sight = Memo::new(move |_| {
        let mut rows = page.list.selected();
        page.list.view().with(|view| rows.subtract(&view.matching));
        rows.count() as u64
    });
    let filtered = Memo::new(move |_| page.list.query.with(Query::is_filtered));
    let sorted = Memo::new(move |_| page.list.query.with(|query| !query.sort.is_empty()));
    view! {
        <div class="status-line">
            <p role="status">
                <span>{move || if filtered.get() { t!("sims-match", count = shown.get()) } else { t!("sims-count", count = shown.get()) }}</span>
                <span class="status-line__selected">
                    {move || (selected.get() > 0).then(|| t!("selected-count", count = selected.get()))}
                </span>
                {move || (out_of_sight.get() > 0).then(|| view! {
                    <span>{t!("selected-out-of-sight", count = out_of_sight.get())}</span>
                })}
            </p>
            <Show when=move || { shown.get() > 0 && selected.get() < shown.get() }>
                <button type="button" class="link-button" on:click=move |_| page.list.select_all()>
                    {move || t!("select-all-matching", count = shown.get())}
                </button>
            </Show>
            <Show when=move || { selected.get() > 0 }>
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| {
                        let matching = page.list.view().get_untracked().matching;
                        page.list.selection.update(|selection| selection.invert(&matching));
                    }
                >
                    {move || t!("invert-selection")}
                </button>
            </Show>
            <span class="status-line__space"></span>
            <span class="status-line__contact" class:is-live=move || contact.get() == Contact::Live>
                {move || match contact.get() {
                    Contact::Live => t!("live"),
                    Contact::Polling => t!("not-live"),
                }}
            </span>
            <button
                type="button"
                class="icon-button"
                title=move || if sorted.get() { t!("refresh-and-sort") } else { t!("refresh") }
                aria-label=move || if sorted.get() { t!("refresh-and-sort") } else { t!("refresh") }
                on:click=move |_| {
                    page.estate.follow();
                    page.estate.read_accounts();
                    page.list.sort_again();
                }
            >
                <Icon name=IconName::Refresh/>
            </button>
        </div>
    }
}
