//! The filter in words: a chip for each condition that is not said by a control of its own, to be edited or taken away.

use super::context::SimsPage;
use super::{filter_bar, filter_builder, filter_words, saved_filters};
use crate::state::simple_filter::SimpleFilter;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use domain::filter::Filter;
use domain::filter::quick::QuickFilter;
use leptos::prelude::*;

pub fn chips(page: SimsPage, simple: Memo<SimpleFilter>) -> impl IntoView {
    // The place of each among the parts of the filter, which is what is edited.
    let parts = Memo::new(move |_| {
        let shown = simple.with(|simple| simple.rest.parts().to_vec());
        page.list.query.with(|query| {
            let parts = query.filter.parts().iter().cloned().enumerate();
            parts.filter(|(_, part)| shown.contains(part) && !is_pressed(part)).collect::<Vec<_>>()
        })
    });
    let filtered = Memo::new(move |_| filter_bar::is_filtered(page));
    let can_undo = Memo::new(move |_| page.list.can_undo_filter());
    view! {
        <div class="filter-chips" hidden=move || !(filtered.get() || can_undo.get())>
            <For each=move || parts.get() key=|part| part.clone().1.to_string() + &part.0.to_string() let((at, part))>
                {chip(page, at, part)}
            </For>
            <Show when=move || filtered.get()>
                <button type="button" class="link-button" on:click=move |_| filter_bar::clear(page)>
                    {move || t!("clear-filter")}
                </button>
                <button type="button" class="link-button" on:click=move |_| saved_filters::save(page)>
                    {move || t!("save-filter")}
                </button>
            </Show>
            <Show when=move || can_undo.get()>
                <button type="button" class="link-button" on:click=move |_| page.list.undo_filter()>
                    {move || t!("undo-filter-change")}
                </button>
            </Show>
        </div>
    }
}

/// Whether a quick filter says it already.
fn is_pressed(part: &Filter) -> bool {
    QuickFilter::ALL.iter().any(|quick| quick.filter() == *part)
}

fn chip(page: SimsPage, at: usize, part: Filter) -> impl IntoView {
    let accounts = page.estate.accounts();
    let words = Memo::new(move |_| accounts.with(|accounts| filter_words::filter(&part, accounts)));
    view! {
        <span class="filter-chip">
            <button
                type="button"
                class="filter-chip__words"
                aria-label=move || t!("edit-this-condition", condition = words.get())
                aria-haspopup="dialog"
                title=move || words.get()
                on:click=move |_| filter_builder::open_part(page, at)
            >
                {move || words.get()}
            </button>
            <button
                type="button"
                class="icon-button"
                aria-label=move || t!("remove-condition", condition = words.get())
                on:click=move |_| page.list.change_filter(|query| {
                    let mut parts = query.filter.parts().to_vec();
                    parts.remove(at);
                    query.filter = Filter::all_of(parts);
                })
            >
                <Icon name=IconName::Close/>
            </button>
        </span>
    }
}
