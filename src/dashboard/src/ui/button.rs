//! Buttons. One that cannot be used says why: it keeps its place in the tab order and tells its reason.

use super::icon::{Icon, IconName};
use super::toast::{Toast, ToastKind, use_toasts};
use crate::behaviour::ids;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonVariant {
    /// The one thing to do here.
    Primary,
    /// Everything else.
    #[default]
    Quiet,
    /// What cannot be taken back.
    Danger,
    /// Without a frame, for toolbars and rows.
    Bare,
}

impl ButtonVariant {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Quiet => "button",
            Self::Danger => "button button--danger",
            Self::Bare => "button button--bare",
        }
    }
}

/// A button with words on it. Inside a [`super::dialog::Dialog`], `submit` makes it the one that Enter presses.
#[component]
pub fn Button(
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    #[prop(optional)] variant: ButtonVariant,
    #[prop(optional, into)] icon: Option<IconName>,
    /// Work begun by this button is going on: it shows so and takes no further press.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why the button cannot be used now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    #[prop(optional)] submit: bool,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Button>,
    children: Children,
) -> impl IntoView {
    let reason_id = ids::unique("reason");
    let described_by = {
        let reason_id = reason_id.clone();
        move || disabled_reason.with(Option::is_some).then(|| reason_id.clone())
    };
    let press = pressed(on_press, busy, disabled_reason);
    view! {
        <button
            node_ref=node_ref
            type=if submit { "submit" } else { "button" }
            class=variant.class()
            aria-disabled=move || (busy.get() || disabled_reason.with(Option::is_some)).then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-describedby=described_by
            title=move || disabled_reason.get()
            on:click=press
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span class="button__text">{children()}</span>
            <span id=reason_id hidden>
                {move || disabled_reason.get()}
            </span>
        </button>
    }
}

/// A button with an icon only; its label is its name and its tooltip.
#[component]
pub fn IconButton(
    #[prop(into)] label: Signal<String>,
    icon: IconName,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
    /// For a button that switches something on and off.
    #[prop(optional, into)]
    pressed_state: Signal<Option<bool>>,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let press = pressed(on_press, Signal::stored(false), disabled_reason);
    view! {
        <button
            node_ref=node_ref
            type="button"
            class="icon-button"
            aria-label=move || label.get()
            aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
            aria-pressed=move || pressed_state.get().map(|on| if on { "true" } else { "false" })
            title=move || disabled_reason.get().unwrap_or_else(|| label.get())
            on:click=press
        >
            <Icon name=icon />
        </button>
    }
}

/// What a click does: the act, or, when that is not possible, the reason as a message (a tooltip reaches neither
/// fingers nor keys).
fn pressed(
    on_press: Option<Callback<()>>,
    busy: Signal<bool>,
    disabled_reason: Signal<Option<String>>,
) -> impl Fn(leptos::ev::MouseEvent) {
    let toasts = use_toasts();
    move |event| {
        if let Some(reason) = disabled_reason.get_untracked() {
            event.prevent_default();
            toasts.show(Toast::new(ToastKind::Info, reason));
        } else if busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    }
}
