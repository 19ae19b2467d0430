//! The acts of the context menu as a toolbar over the grid, while something is selected. What there is no room for stands
//! in the menu of its last button.

use super::acts::{self, Act, Selected};
use super::context::SimsPage;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::later::Later;
use crate::ui::menu::{MenuPlace, MenuRequest};
use leptos::html::{Button, Div};
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
        let buttons = shown_buttons(&element);
        let active = document().active_element();
        let at = buttons.iter().position(|button| Some(button.as_ref()) == active.as_ref());
        let (Some(at), last) = (at, buttons.len().saturating_sub(1)) else { return };
        let next = match event.key().as_str() {
            "ArrowRight" if at == last => 0,
            "ArrowRight" => at + 1,
            "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            "Escape" => {
                page.focus_grid.notify();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(button) = buttons.get(next) {
            let _ = button.focus();
        }
    };
    view! {
        <Show when=move || any.get()>
            // The rows show first that they are selected.
            <Later frames=2>
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
                        let acts: Vec<Act> = Act::in_toolbar(user.role).collect();
                        let buttons = acts.iter().enumerate().map(|(at, act)| button(page, selected, at, *act));
                        let buttons = buttons.collect_view();
                        view! {
                            {buttons}
                            {more_button(page, element, acts)}
                        }
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
            </Later>
        </Show>
    }
}

/// The buttons that the style sheet leaves room for.
fn shown_buttons(toolbar: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(buttons) = toolbar.query_selector_all("button") else { return Vec::new() };
    let buttons = (0..buttons.length()).filter_map(|at| buttons.get(at)?.dyn_into::<HtmlElement>().ok());
    buttons.filter(|button| button.offset_parent().is_some()).collect()
}

fn button(page: SimsPage, selected: Memo<Selected>, at: usize, act: Act) -> impl IntoView {
    let hindrance = Memo::new(move |_| selected.with(|selected| selected.hindrance(act)));
    view! {
        <button
            type="button"
            class="selection-toolbar__button"
            tabindex=if at == 0 { "0" } else { "-1" }
            data-at=at.to_string()
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

/// Leads to the acts whose buttons are not shown; the style sheet hides it when all are.
fn more_button(page: SimsPage, toolbar: NodeRef<Div>, acts: Vec<Act>) -> impl IntoView {
    let element = NodeRef::<Button>::new();
    let open = move || {
        let (Some(toolbar), Some(button)) = (toolbar.get_untracked(), element.get_untracked()) else {
            return;
        };
        let shown: Vec<usize> = shown_buttons(&toolbar)
            .iter()
            .filter_map(|button| button.get_attribute("data-at")?.parse().ok())
            .collect();
        let left_out = acts.iter().enumerate().filter(|(at, _)| !shown.contains(at)).map(|(_, act)| *act);
        page.menus.open(|| MenuRequest {
            label: t!("more-acts"),
            items: acts::more_entries(page, left_out),
            at: MenuPlace::Below(button.into()),
            return_focus: None,
        });
    };
    view! {
        <button
            type="button"
            class="selection-toolbar__button selection-toolbar__more"
            tabindex="-1"
            aria-haspopup="menu"
            node_ref=element
            on:click=move |_| open()
        >
            <Icon name=IconName::More/>
            <span>{move || t!("more-acts")}</span>
        </button>
    }
}
