//! A password, with a button that shows it.

use crate::behaviour::ids;
use crate::t;
use leptos::html::Input;
use leptos::prelude::*;

/// The value stays in the element: what a password manager fills in is never missed.
#[component]
pub fn PasswordField(
    node_ref: NodeRef<Input>,
    #[prop(into)] error: Signal<Option<String>>,
    /// "Password", if nothing else is said.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// What a password manager fills in or keeps.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    #[prop(optional)] on_input: Option<Callback<()>>,
    /// The id of what is said about it besides the error.
    #[prop(optional, into)]
    hint_id: Option<String>,
) -> impl IntoView {
    let (id, error_id) = (ids::unique("password"), ids::unique("error"));
    let shown = RwSignal::new(false);
    let show_label = move || match label {
        Some(label) => t!("show-field", field = label.get()),
        None => t!("show-password"),
    };
    let label = label.unwrap_or_else(|| Signal::derive(|| t!("password")));
    let described_by = {
        let error_id = error_id.clone();
        move || {
            let error = error.with(Option::is_some).then(|| error_id.clone());
            let parts: Vec<String> = error.into_iter().chain(hint_id.clone()).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    };
    view! {
        <div class="credential">
            <label class="credential__label" for=id.clone()>
                {move || label.get()}
            </label>
            <div class="credential__box">
                <input
                    node_ref=node_ref
                    id=id.clone()
                    class="credential__input"
                    name=autocomplete
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described_by
                    on:input=move |_| {
                        if let Some(on_input) = on_input {
                            on_input.run(());
                        }
                    }
                />
                <button
                    type="button"
                    class="credential__show"
                    aria-controls=id
                    aria-pressed=move || if shown.get() { "true" } else { "false" }
                    aria-label=show_label
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { t!("hide") } else { t!("show") }}
                </button>
            </div>
            <p id=error_id class="credential__error">{move || error.get()}</p>
        </div>
    }
}
