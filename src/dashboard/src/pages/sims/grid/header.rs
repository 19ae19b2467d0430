//! The header row: the tick box that selects all that match, and a button per column that sorts.

use super::Grid;
use crate::state::columns;
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;

pub fn header(grid: Grid) -> impl IntoView {
    let page = grid.page;
    let count = move || page.list.selected().count();
    let total = move || page.list.view().with(|view| view.rows.len());
    let all = move || {
        total() > 0
            && page.list.view().with(|view| {
                let mut left = (*view.matching).clone();
                page.list.selection.with(|selection| left.subtract(selection.rows()));
                left.is_empty()
            })
    };
    let toggle = move |_| {
        if untrack(all) {
            page.list.selection.update(|selection| selection.clear());
        } else {
            page.list.select_all();
        }
        grid.announce();
    };
    view! {
        <div class="sim-grid__header" role="row" aria-rowindex="1">
            <div class="sim-grid__cell is-tick" role="columnheader" aria-colindex="1">
                <input
                    type="checkbox"
                    aria-label=move || t!("select-all-matching", count = total() as u64)
                    title=move || t!("select-all-matching", count = total() as u64)
                    tabindex=move || tab_stop(grid, 0)
                    data-header-cell="0"
                    prop:checked=all
                    prop:indeterminate=move || { count() > 0 && !all() }
                    on:change=toggle
                    on:focus=move |_| grid.focus.set(None, 0)
                />
            </div>
            <For
                each=move || grid.columns.get().into_iter().enumerate()
                key=|(at, column)| (*at, *column)
                children=move |(at, column)| {
                    let cell = at + 1;
                    let key = move || {
                        page.list.query.with(|query| {
                            let at = query.sort.iter().position(|key| key.column == column)?;
                            Some((at, query.sort[at].descending, query.sort.len()))
                        })
                    };
                    let direction = move || match key() {
                        Some((0, true, _)) => Some("descending"),
                        Some((0, false, _)) => Some("ascending"),
                        _ => None,
                    };
                    view! {
                        <div
                            class="sim-grid__cell"
                            class:is-first=at == 0
                            class:is-numeric=columns::is_numeric(column)
                            role="columnheader"
                            aria-colindex=(cell + 1).to_string()
                            aria-sort=direction
                        >
                            <button
                                type="button"
                                class="sim-grid__sort"
                                class:is-sorted=move || key().is_some()
                                tabindex=move || tab_stop(grid, cell)
                                data-header-cell=cell.to_string()
                                on:click=move |event| page.list.sort_by(column, event.shift_key())
                                on:focus=move |_| grid.focus.set(None, cell)
                            >
                                <span class="sim-grid__sort-name">{move || text::column(column)}</span>
                                {move || key().map(|(place, descending, keys)| view! {
                                    <Icon name=if descending { IconName::ArrowDown } else { IconName::ArrowUp }/>
                                    {(keys > 1).then(|| view! { <span class="sim-grid__sort-order">{place + 1}</span> })}
                                })}
                            </button>
                        </div>
                    }
                }
            />
            <div class="sim-grid__cell is-more" role="columnheader" aria-colindex=move || (grid.columns.with(Vec::len) + 2).to_string()>
                <span
                    class="visually-hidden"
                    data-header-cell=move || (grid.columns.with(Vec::len) + 1).to_string()
                    tabindex=move || tab_stop(grid, grid.columns.with(Vec::len) + 1)
                >
                    {move || t!("row-actions")}
                </span>
            </div>
        </div>
    }
}

fn tab_stop(grid: Grid, cell: usize) -> &'static str {
    if grid.focus.is_tab_stop(None, cell) { "0" } else { "-1" }
}
