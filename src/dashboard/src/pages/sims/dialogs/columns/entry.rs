//! The list of columns: a tick box for each, and how to move it. One stop for the Tab key, with arrows inside.

use super::choice::{Chooser, id};
use crate::behaviour::focus;
use crate::behaviour::order_keys::{OrderStep, step};
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use domain::estate::order::Column;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

pub fn list(chooser: Chooser) -> impl IntoView {
    view! {
        <p class="field__hint">{move || t!("columns-hint")}</p>
        <ul class="column-chooser__list" role="list" node_ref=chooser.element>
            <For each=move || chooser.columns() key=|column| *column children=move |column| entry(chooser, column)/>
        </ul>
    }
}

fn entry(chooser: Chooser, column: Column) -> impl IntoView {
    let stays = column == Column::Iccid;
    let reason_id = format!("{}-reason", id(column));
    let tab_stop = move || if chooser.is_current(column) { "0" } else { "-1" };
    let len = move || chooser.columns().len();
    let on_keydown = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let (at, len) = untrack(|| (chooser.place(column), len()));
        let Some(step) = step(&event.key(), event.alt_key(), at, len) else { return };
        event.prevent_default();
        match step {
            OrderStep::Go(at) => chooser.go(at),
            OrderStep::Take(to) => chooser.take(column, to, move || focus::by_id(&id(column))),
        }
    };
    let reason = stays.then(|| {
        view! {
            <span id=reason_id.clone() class="column-chooser__reason">
                {move || t!("column-always-shown")}
            </span>
        }
    });
    view! {
        <li
            class="column-chooser__entry"
            class:is-dragged=move || chooser.is_dragged(column)
            class:is-hidden=move || !chooser.is_shown(column)
            on:focusin=move |_| chooser.set_current(column)
            on:keydown=on_keydown
        >
            <span
                class="column-chooser__grip"
                class:is-off=stays
                aria-hidden="true"
                on:pointerdown=move |event| {
                    if !stays && event.button() == 0 {
                        chooser.drag(column, &event);
                    }
                }
            >
                <Icon name=IconName::Grip/>
            </span>
            <label class="checkbox__row column-chooser__name">
                <input
                    id=id(column)
                    type="checkbox"
                    class="checkbox__input"
                    tabindex=tab_stop
                    data-autofocus=stays.then_some("")
                    aria-disabled=stays.then_some("true")
                    aria-describedby=stays.then_some(reason_id)
                    prop:checked=move || chooser.is_shown(column)
                    on:click=move |event| {
                        if stays {
                            event.prevent_default();
                        }
                    }
                    on:change=move |event| chooser.show(column, event_target_checked(&event))
                />
                <span>{move || text::column(column)}</span>
            </label>
            {reason}
            {(!stays).then(|| view! {
                {mover(chooser, column, -1, IconName::ArrowUp)}
                {mover(chooser, column, 1, IconName::ArrowDown)}
            })}
        </li>
    }
}

/// A button that moves the column by one place. Below the ICCID and at the end it does nothing, and says where it is.
fn mover(chooser: Chooser, column: Column, by: isize, icon: IconName) -> impl IntoView {
    let name = move || {
        let column = text::column(column);
        if by < 0 { t!("column-up", column = column) } else { t!("column-down", column = column) }
    };
    view! {
        <button
            type="button"
            class="icon-button"
            tabindex=move || if chooser.is_current(column) { "0" } else { "-1" }
            aria-label=name
            title=name
            on:click=move |event| {
                let to = untrack(|| chooser.place(column)).saturating_add_signed(by);
                // Pressed again without looking for it.
                let button = event.current_target().and_then(|it| it.dyn_into().ok());
                chooser.take(column, to, move || button);
            }
        >
            <Icon name=icon/>
        </button>
    }
}
