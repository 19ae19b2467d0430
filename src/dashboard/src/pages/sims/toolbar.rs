//! The acts of the context menu as a toolbar over the grid, while something is selected.

use super::acts::{self, Act, Selected};
use super::context::SimsPage;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

pub fn toolbar(page: SimsPage) -> impl IntoView {
    let rows = Memo::new(move |_| page.list.selected());
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let selected = Memo::new(move |_| rows.with(|rows| Selected::of(page.estate, rows)));
    let element = NodeRef::<Div>::new();
    // Arrows lead from button to button; Tab leads out.
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        let Some(element) = element.get_untracked() else { return };
        let Ok(buttons) = element.query_selector_all("button") else { return };
        let active = document().active_element();
        let at = (0..buttons.length()).find(|&at| buttons.get(at).as_ref() == active.as_deref());
        let (Some(at), last) = (at, buttons.length().saturating_sub(1)) else { return };
        let next = match event.key().as_str() {
            "ArrowRight" => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            "ArrowLeft" => {
                if at == 0 {
                    last
                } else {
                    at - 1
                }
            }
            "Home" => 0,
            "End" => last,
            "Escape" => {
                page.focus_grid.notify();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(button) = buttons.get(next).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    };
    view! {
        <Show when=move || any.get()>
            <div
                class="selection-toolbar"
                role="toolbar"
                aria-label=move || t!("selected-sims")
                node_ref=element
                on:keydown=on_keydown
            >
                <span class="selection-toolbar__count">
                    {move || t!("selected-count", count = rows.with(|rows| rows.count()) as u64)}
                </span>
                {move || page.session.user().map(|user| {
                    Act::of(user.role).enumerate().map(|(at, act)| button(page, selected, at, act)).collect_view()
                })}
                <button
                    type="button"
                    class="icon-button"
                    tabindex="-1"
                    aria-label=move || t!("clear-selection")
                    title=move || t!("clear-selection")
                    on:click=move |_| {
                        page.list.selection.update(|selection| selection.clear());
                        page.focus_grid.notify();
                    }
                >
                    <Icon name=IconName::Close/>
                </button>
            </div>
        </Show>
    }
}

fn button(page: SimsPage, selected: Memo<Selected>, at: usize, act: Act) -> impl IntoView {
    let hindrance = Memo::new(move |_| selected.with(|selected| selected.hindrance(act)));
    view! {
        <button
            type="button"
            class="selection-toolbar__button"
            tabindex=if at == 0 { "0" } else { "-1" }
            aria-disabled=move || hindrance.get().map(|_| "true")
            title=move || hindrance.get().unwrap_or_else(|| act.label())
            on:click=move |_| {
                if hindrance.get_untracked().is_none() {
                    acts::perform(page, act);
                }
            }
        >
            <Icon name=act.icon()/>
            <span>{move || act.label()}</span>
        </button>
    }
}
