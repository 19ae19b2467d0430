//! A file from the person's own machine.

use super::frame::{FieldFrame, FieldIds};
use crate::text::t;
use leptos::html;
use leptos::prelude::*;
use web_sys::File;

/// A file field with words of our own: those of the browser are in its language, and say that nothing is chosen when what
/// was chosen has been taken, which empties the field.
#[component]
pub fn FileField(
    #[prop(into)] label: Signal<String>,
    /// Types and endings, such as `image/png,.png`.
    accept: &'static str,
    #[prop(into)] on_choose: Callback<File>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let field = ids.clone();
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen once more, after it was changed.
        input.set_value("");
        if let Some(file) = file {
            on_choose.run(file);
        }
    };
    view! {
        <FieldFrame ids label hint error>
            <label class="button file-field">
                <input
                    node_ref=input
                    id=field.field.to_string()
                    class="visually-hidden"
                    type="file"
                    accept=accept
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=field.described_by(hint, error)
                    on:change=choose
                />
                <span aria-hidden="true">{move || t!("choose-file")}</span>
            </label>
        </FieldFrame>
    }
}
