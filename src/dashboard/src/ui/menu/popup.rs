//! The open menu: its items, its place and its keys.

use super::{MenuEntry, MenuItem, MenuRequest, Menus};
use crate::behaviour::menu_keys::{MenuStep, step};
use crate::behaviour::popup::{place, window_size};
use crate::behaviour::typeahead::Typeahead;
use crate::behaviour::{focus, listen};
use crate::text;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;
use leptos::{ev, html};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Kept free below the items for the reason why one cannot be used: three lines, in CSS pixels.
const REASON_HEIGHT: f64 = 76.0;

/// An open menu and what its parts share.
#[derive(Clone)]
struct Popup {
    id: Arc<str>,
    items: Arc<[MenuItem]>,
    menus: Menus,
    return_focus: Option<HtmlElement>,
    current: RwSignal<usize>,
    /// Of the items: one that was chosen still acts while the menu goes.
    _owner: Owner,
}

impl Popup {
    fn has_reasons(&self) -> bool {
        self.items.iter().any(|item| item.disabled_reason.is_some())
    }

    fn item_id(&self, at: usize) -> String {
        format!("{}-{at}", self.id)
    }

    fn go(&self, at: usize) {
        self.current.set(at);
        if let Some(item) = focus::by_id(&self.item_id(at)) {
            let _ = item.focus();
        }
    }

    /// Closes the menu, with the focus back where it came from before anything else happens: a dialog that an item
    /// opens then knows whom to give it back to.
    fn dismiss(&self) {
        if let Some(element) = &self.return_focus {
            focus::focus_quietly(element);
        }
        self.menus.close();
    }

    fn activate(&self, at: usize) {
        let Some(item) = self.items.get(at).filter(|item| item.disabled_reason.is_none()) else { return };
        if item.checked.is_none() {
            self.dismiss();
        }
        item.action.try_run(());
    }
}

#[component]
pub fn MenuPopup(id: String, request: MenuRequest, owner: Owner, menus: Menus) -> impl IntoView {
    let MenuRequest { label, items: entries, at, return_focus } = request;
    let items = entries.iter().filter_map(|entry| match entry {
        MenuEntry::Item(item) => Some(item.clone()),
        MenuEntry::Separator => None,
    });
    let current = RwSignal::new(0);
    let popup = Popup { id: id.into(), items: items.collect(), menus, return_focus, current, _owner: owner };
    let element = NodeRef::<html::Div>::new();

    let opened = popup.clone();
    Effect::new(move |_| {
        if let Some(menu) = element.get() {
            show(&menu, &at, opened.has_reasons());
            opened.go(0);
        }
    });
    close_from_outside(element, menus);
    let return_focus = popup.return_focus.clone();
    on_cleanup(move || request_animation_frame(move || focus::give_back(return_focus, || None)));

    let reasons = popup.has_reasons().then(|| {
        let items = popup.items.clone();
        let reason = move || items.get(current.get()).and_then(|item| item.disabled_reason.clone());
        view! { <p class="menu__reason" aria-hidden="true">{reason}</p> }
    });
    let mut next = 0;
    let lines = entries.into_iter().map(|entry| match entry {
        MenuEntry::Separator => view! { <div class="menu__separator" role="separator"></div> }.into_any(),
        MenuEntry::Item(item) => {
            let at = next;
            next += 1;
            line(&popup, at, item).into_any()
        }
    });
    let lines = lines.collect_view();
    view! {
        <div class="menu-scrim"></div>
        <div
            node_ref=element
            class="menu"
            popover="manual"
            on:keydown=keys(popup)
            on:contextmenu=|event| event.prevent_default()
            on:focusout=move |event| left(&event, menus)
        >
            <div class="menu__items" role="menu" aria-label=label>
                {lines}
            </div>
            {reasons}
        </div>
    }
}

fn line(popup: &Popup, at: usize, item: MenuItem) -> impl IntoView {
    let id = popup.item_id(at);
    let reason_id = item.disabled_reason.is_some().then(|| format!("{id}-reason"));
    let reason =
        reason_id.clone().map(|id| view! { <span id=id hidden>{item.disabled_reason.clone()}</span> });
    let current = popup.current;
    let (hovering, pressing) = (popup.clone(), popup.clone());
    // A click that began outside (the finger of a long press lifted over the menu) is not meant for it.
    let pressed = StoredValue::new(false);
    view! {
        <div
            id=id
            class="menu__item"
            class:menu__item--danger=item.danger
            role=if item.checked.is_some() { "menuitemcheckbox" } else { "menuitem" }
            aria-checked=move || item.checked.map(|checked| if checked.get() { "true" } else { "false" })
            tabindex=move || if current.get() == at { "0" } else { "-1" }
            aria-disabled=item.disabled_reason.is_some().then_some("true")
            aria-current=item.current.then_some("page")
            aria-describedby=reason_id
            aria-keyshortcuts=item.shortcut.clone()
            on:pointerdown=move |_| pressed.set_value(true)
            on:pointermove=move |event| {
                // A finger does not hover: it still rests where the menu came up under it.
                if event.pointer_type() != "touch" && current.get_untracked() != at {
                    hovering.go(at);
                }
            }
            on:click=move |event| {
                if pressed.get_value() || event.detail() == 0 {
                    pressing.activate(at);
                }
            }
        >
            <span class="menu__icon">
                {move || {
                    let icon = match item.checked {
                        Some(checked) => checked.get().then_some(IconName::Check),
                        None => item.icon,
                    };
                    icon.map(|name| view! { <Icon name /> })
                }}
            </span>
            <span class="menu__label">{item.label}</span>
            {item.shortcut.as_ref().map(|keys| view! { <kbd class="menu__shortcut" aria-hidden="true">{shown(keys)}</kbd> })}
            {reason}
        </div>
    }
}

/// A shortcut as people read it: `Ctrl+←`.
fn shown(shortcut: &str) -> String {
    shortcut.split('+').map(text::key).collect::<Vec<_>>().join("+")
}

fn keys(popup: Popup) -> impl Fn(ev::KeyboardEvent) {
    let typeahead = StoredValue::new(Typeahead::default());
    move |event| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        let current = popup.current.get_untracked();
        let label = |at: usize| popup.items.get(at).map(|item| item.label.clone()).unwrap_or_default();
        let step = typeahead.try_update_value(|typeahead| {
            step(&event.key(), plain, current, popup.items.len(), typeahead, event.time_stamp(), label)
        });
        match step.unwrap_or(MenuStep::Ignore) {
            MenuStep::Ignore => return,
            MenuStep::Leave => {
                // Without preventing it: Tab goes on from where the menu was opened.
                popup.dismiss();
                return;
            }
            MenuStep::Go(at) => popup.go(at),
            MenuStep::Activate => popup.activate(current),
            MenuStep::Dismiss => popup.dismiss(),
            MenuStep::Stay => {}
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Puts the menu into the top layer, at its place. One that belongs to a dialog has to be inside it, since everything
/// outside a modal dialog takes no input.
fn show(menu: &HtmlElement, at: &super::MenuPlace, with_reasons: bool) {
    let anchor = at.element().cloned().or_else(focus::focused);
    if let Some(dialog) = anchor.and_then(|anchor| anchor.closest("dialog[open]").ok().flatten()) {
        let _ = dialog.append_child(menu);
    }
    let _ = menu.show_popover();
    let below = if with_reasons { REASON_HEIGHT } else { 0.0 };
    let size = (f64::from(menu.offset_width()), f64::from(menu.offset_height()) + below);
    let (left, top) = place(at.rect(), size, window_size());
    let style = HtmlElement::style(menu);
    let _ = style.set_property("--popup-left", &format!("{left}px"));
    let _ = style.set_property("--popup-top", &format!("{top}px"));
}

/// A press anywhere else, scrolling, another size of the window, or leaving the window closes the menu.
fn close_from_outside(element: NodeRef<html::Div>, menus: Menus) {
    // Until the next frame, browsers tell of scrolling from before the menu was opened.
    let is_drawn = StoredValue::new(false);
    request_animation_frame(move || {
        is_drawn.try_set_value(true);
    });
    for name in ["pointerdown", "scroll", "resize", "blur"] {
        listen::everywhere(name, move |event| {
            let menu = element.try_get_untracked().flatten();
            // A blur of an element is not one of the window.
            let of_element =
                name == "blur" && event.target().is_some_and(|target| target.has_type::<web_sys::Node>());
            let of_before = name == "scroll" && is_drawn.try_get_value() != Some(true);
            if !of_element && !of_before && menu.is_some_and(|menu| !listen::within(event, &menu)) {
                menus.close();
            }
        });
    }
}

/// Closes the menu when the focus goes somewhere else.
fn left(event: &ev::FocusEvent, menus: Menus) {
    let inside = event.current_target().and_then(|menu| menu.dyn_into::<web_sys::Node>().ok());
    let goes_to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    if goes_to.is_some() && inside.is_some_and(|menu| !menu.contains(goes_to.as_ref())) {
        menus.close();
    }
}
