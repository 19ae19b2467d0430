//! A button that copies a number.

use super::Details;
use crate::t;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::toast::{Toast, ToastKind};
use domain::sim::Sim;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// For the field of this name; there is none while the field is empty.
pub fn copy_button(details: Details, name: Signal<String>, read: fn(&Sim) -> String) -> impl IntoView {
    let has_value = Memo::new(move |_| details.of(read).is_some_and(|value| !value.is_empty()));
    let copy = Callback::new(move |()| {
        let value = untrack(|| details.of(read)).unwrap_or_default();
        let written = JsFuture::from(window().navigator().clipboard().write_text(&value));
        details.scope.spawn(async move {
            details.page.toasts.show(match written.await {
                Ok(_) => Toast::new(ToastKind::Success, t!("copied-field", field = name.get_untracked())),
                Err(_) => Toast::new(ToastKind::Danger, t!("copy-refused")),
            });
        });
    });
    move || {
        has_value.get().then(|| {
            let label = Signal::derive(move || t!("copy-field", field = name.get()));
            view! { <IconButton label icon=IconName::Copy on_press=copy/> }
        })
    }
}
