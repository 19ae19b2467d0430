//! Tabs: a row of them, and the panel of the one that is chosen. Keys as in the ARIA Authoring Practices; what the focus
//! goes to is chosen at once.

use crate::behaviour::tab_keys::step;
use crate::behaviour::{focus, ids};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// One tab: a code, which the address may carry, and its words.
#[derive(Clone)]
pub struct Tab {
    pub code: &'static str,
    pub label: Signal<String>,
}

/// The tabs and the panel below them; `panel` gives the content for a code.
#[component]
pub fn Tabs(
    #[prop(into)] label: Signal<String>,
    tabs: Vec<Tab>,
    #[prop(into)] chosen: Signal<&'static str>,
    #[prop(into)] on_choose: Callback<&'static str>,
    panel: impl Fn(&'static str) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let id = ids::unique("tabs");
    let tab_id = {
        let id = id.clone();
        move |code: &str| format!("{id}-{code}")
    };
    let panel_id = format!("{id}-panel");
    let codes: Vec<&'static str> = tabs.iter().map(|tab| tab.code).collect();
    let key = {
        let tab_id = tab_id.clone();
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let current = codes.iter().position(|code| *code == chosen.get_untracked()).unwrap_or(0);
            let row = event.current_target().and_then(|row| row.dyn_into::<Element>().ok());
            let right_to_left = row.is_some_and(|row| row.matches(":dir(rtl)").unwrap_or(false));
            let to = step(&event.key(), current, codes.len(), right_to_left);
            let Some(&code) = to.and_then(|to| codes.get(to)) else { return };
            event.prevent_default();
            on_choose.run(code);
            if let Some(tab) = focus::by_id(&tab_id(code)) {
                let _ = tab.focus();
            }
        }
    };
    let row = tabs.into_iter().map(|Tab { code, label }| {
        let is_chosen = move || chosen.get() == code;
        view! {
            <button
                id=tab_id(code)
                type="button"
                role="tab"
                class="tab"
                aria-selected=move || if is_chosen() { "true" } else { "false" }
                aria-controls=panel_id.clone()
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                on:click=move |_| on_choose.run(code)
            >
                {move || label.get()}
            </button>
        }
    });
    let row = row.collect_view();
    // Where there is no room for all of them, the open one is in sight.
    let scroller = NodeRef::<html::Div>::new();
    Effect::new({
        let tab_id = tab_id.clone();
        move |_| {
            let open = tab_id(chosen.get());
            if let Some((row, tab)) = scroller.get().zip(focus::by_id(&open)) {
                let end = tab.offset_left() + tab.offset_width();
                if end > row.scroll_left() + row.client_width() || tab.offset_left() < row.scroll_left() {
                    row.set_scroll_left(tab.offset_left() - (row.client_width() - tab.offset_width()) / 2);
                }
            }
        }
    });
    let shown = Memo::new(move |_| chosen.get());
    let labelled_by = move || tab_id(chosen.get());
    view! {
        <div node_ref=scroller class="tabs__row" role="tablist" aria-label=move || label.get() on:keydown=key>
            {row}
        </div>
        <div id=panel_id class="tabs__panel" role="tabpanel" aria-labelledby=labelled_by>
            {move || panel(shown.get())}
        </div>
    }
}
