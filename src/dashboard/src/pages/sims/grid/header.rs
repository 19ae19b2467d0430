//! The header row: the tick box that selects all that match, and a button per column that sorts.

mod acts;
mod cell;
mod menu;
mod pointer;

pub use acts::run;

use super::Grid;
use crate::t;
use cell::header_cell;
use leptos::prelude::*;
use pointer::Pointer;

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
    let pointer = Pointer::new();
    view! {
        <div
            class="sim-grid__header"
            role="row"
            aria-rowindex="1"
            on:pointerdown=move |event| pointer.press(grid, &event)
            on:dblclick=move |event| pointer::double_click(grid, &event)
            on:contextmenu=move |event| menu::open_at_pointer(grid, &event)
        >
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
                each=move || grid.columns.get()
                key=|column| *column
                children=move |column| header_cell(grid, pointer, column)
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
            <div
                class="sim-grid__drop"
                aria-hidden="true"
                hidden=move || pointer.drop_at().is_none()
                style=("--drop", move || format!("{}px", pointer.drop_at().unwrap_or_default()))
                style=("--drop-height", move || format!("{}px", grid.measures.get().height))
            ></div>
        </div>
    }
}

fn tab_stop(grid: Grid, cell: usize) -> &'static str {
    if grid.focus.is_tab_stop_in_header(cell) { "0" } else { "-1" }
}
