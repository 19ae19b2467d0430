//! The list of choices, in the top layer so that no dialog or scroller cuts it off.

use super::Choice;
use super::state::ComboboxState;
use crate::behaviour::popup::{Rect, place, window_size};
use crate::behaviour::{focus, listen};
use crate::text::t;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlDivElement;

#[component]
pub fn ChoiceList(state: ComboboxState, label: Signal<String>) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    show_while_open(&state, element);
    keep_mark_in_sight(&state);
    let (id, lines, rest) = (state.list_id(), state.clone(), state.clone());
    let more = move || {
        let fitting = rest.fitting.get();
        match (fitting.shown.len(), fitting.more) {
            (0, _) => Some(t!("choices-none")),
            (_, 0) => None,
            (_, more) => Some(t!("choices-more", count = more)),
        }
    };
    let has_more = more;
    view! {
        <div
            node_ref=element
            class="suggestions"
            popover="manual"
            // The focus stays in the field.
            on:mousedown=|event| event.prevent_default()
        >
            <div id=id class="suggestions__list" role="listbox" aria-label=move || label.get()>
                {move || {
                    let fitting = lines.fitting.get();
                    let line = |(at, option): (usize, usize)| {
                        let choice = lines.options.with_untracked(|options| options.get(option).cloned());
                        choice.map(|choice| choice_line(lines.clone(), at, choice))
                    };
                    fitting.shown.into_iter().enumerate().map(line).collect_view()
                }}
            </div>
            <p class="suggestions__more" hidden=move || has_more().is_none()>
                {more}
            </p>
        </div>
    }
}

fn choice_line(state: ComboboxState, at: usize, choice: Choice) -> impl IntoView {
    let (marked, id) = (state.clone(), state.option_id(at));
    let disabled = choice.disabled_reason.is_some();
    let detail = choice.disabled_reason.or(choice.detail);
    let detail = detail.map(|detail| view! { <span class="suggestions__detail">{detail}</span> });
    view! {
        <div
            id=id
            class="suggestions__line"
            role="option"
            aria-selected=move || if marked.marked() == Some(at) { "true" } else { "false" }
            aria-disabled=disabled.then_some("true")
            on:click=move |_| state.choose(at)
        >
            <span class="suggestions__label">{choice.label}</span>
            {detail}
        </div>
    }
}

/// Puts the list into the top layer while it is open, and keeps it at the field while things move.
fn show_while_open(state: &ComboboxState, element: NodeRef<html::Div>) {
    let shown = state.clone();
    Effect::new(move |_| {
        let Some(list) = element.get() else { return };
        if shown.is_open() {
            shown.fitting.track();
            let _ = list.show_popover();
            place_list(&list);
            // Once more when the choices are in it.
            request_animation_frame(move || place_list(&list));
        } else {
            let _ = list.hide_popover();
        }
    });
    for name in ["scroll", "resize"] {
        let moved = state.clone();
        listen::everywhere(name, move |event| {
            if let Some(list) = element.try_get_untracked().flatten()
                && moved.is_open_untracked()
                && !listen::within(event, &list)
            {
                place_list(&list);
            }
        });
    }
}

fn place_list(list: &HtmlDivElement) {
    let Some(field) = list.parent_element().map(|field| field.get_bounding_client_rect()) else { return };
    let style = web_sys::HtmlElement::style(list);
    let _ = style.set_property("--popup-width", &format!("{}px", field.width()));
    let size = (f64::from(list.offset_width()), f64::from(list.offset_height()));
    let anchor = Rect { left: field.left(), top: field.top(), width: field.width(), height: field.height() };
    let (left, top) = place(anchor, size, window_size());
    let _ = style.set_property("--popup-left", &format!("{left}px"));
    let _ = style.set_property("--popup-top", &format!("{top}px"));
}

fn keep_mark_in_sight(state: &ComboboxState) {
    let marked = state.clone();
    Effect::new(move |_| {
        if let Some(line) = marked.marked_id().and_then(|id| focus::by_id(&id)) {
            focus::reveal(&line);
        }
    });
}
