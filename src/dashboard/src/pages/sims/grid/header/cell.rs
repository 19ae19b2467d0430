//! The header of one column: its name, how the list is sorted by it, and the edge by which it is made wider.

use super::pointer::Pointer;
use super::tab_stop;
use crate::behaviour::ids;
use crate::pages::sims::grid::Grid;
use crate::pages::sims::grid::columns::GridColumn;
use crate::state::columns;
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;

pub fn header_cell(grid: Grid, pointer: Pointer, drawn: GridColumn) -> impl IntoView {
    let GridColumn { column, at, stays, is_edge, .. } = drawn;
    let (page, cell) = (grid.page, at + 1);
    let key = Memo::new(move |_| {
        page.list.query.with(|query| {
            let place = query.sort.iter().position(|key| key.column == column)?;
            Some((place, query.sort[place].descending, query.sort.len()))
        })
    });
    // Of several columns only the one that decides most is said to be sorted (ARIA); the rest is in the description.
    let direction = move || match key.get() {
        Some((0, true, _)) => Some("descending"),
        Some((0, false, _)) => Some("ascending"),
        _ => None,
    };
    let sorted_id = ids::unique("sorted");
    let described_by = sorted_id.clone();
    let sorted = move || {
        let (place, descending, _) = key.get().filter(|(.., keys)| *keys > 1)?;
        let place = place as u64 + 1;
        Some(if descending {
            t!("sorted-descending", place = place)
        } else {
            t!("sorted-ascending", place = place)
        })
    };
    view! {
        <div
            class="sim-grid__cell"
            class:is-first=at == 0
            class:is-pinned=stays
            class:is-edge=is_edge
            class:is-numeric=columns::is_numeric(column)
            class:is-dragged=move || pointer.drags(at)
            role="columnheader"
            data-at=at.to_string()
            aria-colindex=(cell + 1).to_string()
            aria-sort=direction
        >
            <button
                type="button"
                class="sim-grid__sort"
                class:is-sorted=move || key.with(Option::is_some)
                tabindex=move || tab_stop(grid, cell)
                data-header-cell=cell.to_string()
                title=move || text::column(column)
                aria-describedby=move || key.get().filter(|(.., keys)| *keys > 1).map(|_| described_by.clone())
                on:click=move |event| {
                    if !pointer.has_dragged() {
                        page.list.sort_by(column, event.shift_key());
                    }
                }
                on:focus=move |_| grid.focus.set(None, cell)
            >
                <span class="sim-grid__sort-name">{move || text::column(column)}</span>
                {move || key.get().map(|(place, descending, keys)| view! {
                    <Icon name=if descending { IconName::ArrowDown } else { IconName::ArrowUp }/>
                    {(keys > 1).then(|| view! {
                        <span class="sim-grid__sort-order" aria-hidden="true">{place + 1}</span>
                    })}
                })}
            </button>
            <span id=sorted_id hidden>{sorted}</span>
            <span class="sim-grid__resize" data-resize="" aria-hidden="true"></span>
        </div>
    }
}
