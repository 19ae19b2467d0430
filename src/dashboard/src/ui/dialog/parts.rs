//! The dialog itself: title, content that scrolls, actions that stay.

use crate::behaviour::{focus, ids};
use crate::text::t;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::live::LiveRegion;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

/// What has the focus when the dialog opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitialFocus {
    /// The element marked `data-autofocus`, or else the first field.
    #[default]
    FirstField,
    /// The title: for long or structured content that wants to be read first.
    Title,
    /// The first of the actions: put the least destructive one there.
    FirstAction,
}

/// A modal dialog, named by its title. It asks to be closed by `on_close` (close button, Escape, the back gesture) and
/// goes when its owner removes it.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    /// Enter in a field, or a press on a button with `submit`.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    #[prop(optional)] initial_focus: InitialFocus,
    #[prop(optional)] wide: bool,
    /// A brief confirmation that interrupts: read out at once with the text of the content.
    #[prop(optional)]
    alert: bool,
    /// The buttons at the foot, the least destructive first.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let (title_id, content_id) = (ids::unique("dialog-title"), ids::unique("dialog-content"));
    let (labelled_by, described_by) = (title_id.clone(), alert.then(|| content_id.clone()));
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = element.get()
            && !dialog.open()
            && dialog.show_modal().is_ok()
        {
            place_focus(&dialog, initial_focus);
        }
    });
    // `try_run`: the browser reports a close after the owner may have removed the dialog.
    let closed = move || {
        on_close.try_run(());
    };
    view! {
        <dialog
            node_ref=element
            class=if wide { "dialog dialog--wide" } else { "dialog" }
            role=alert.then_some("alertdialog")
            aria-labelledby=labelled_by
            aria-describedby=described_by
            on:cancel=move |event: Event| {
                // A file field's own `cancel` bubbles up to here.
                if is_its_own(&event) {
                    event.prevent_default();
                    closed();
                }
            }
            on:close=move |event: Event| {
                if is_its_own(&event) {
                    closed();
                }
            }
        >
            <form
                class="dialog__panel"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    if let Some(on_submit) = on_submit {
                        on_submit.run(());
                    }
                }
            >
                <div class="dialog__header">
                    <h2 id=title_id class="dialog__title" tabindex="-1">
                        {move || title.get()}
                    </h2>
                    <IconButton
                        icon=IconName::Close
                        label=move || t!("app-close")
                        on_press=Callback::new(move |()| closed())
                    />
                </div>
                <div id=content_id class="dialog__content">
                    {children()}
                </div>
                {actions.map(|actions| view! { <div class="dialog__actions">{actions.run()}</div> })}
            </form>
            <LiveRegion />
        </dialog>
    }
}

fn is_its_own(event: &Event) -> bool {
    event.target() == event.current_target()
}

fn place_focus(dialog: &web_sys::HtmlDialogElement, wanted: InitialFocus) {
    let fields = ".dialog__content :is(input, select, textarea):not([disabled])";
    let found = match wanted {
        InitialFocus::FirstField => {
            focus::find(dialog, "[data-autofocus]").or_else(|| focus::find(dialog, fields))
        }
        InitialFocus::Title => None,
        InitialFocus::FirstAction => focus::find(dialog, ".dialog__actions button"),
    };
    if let Some(element) = found.or_else(|| focus::find(dialog, ".dialog__title")) {
        focus::focus_quietly(&element);
    }
}
