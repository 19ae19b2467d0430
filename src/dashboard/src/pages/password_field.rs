//! A password, with a button that shows it.

use crate::behaviour::ids;
use crate::t;
use leptos::html::Input;
use leptos::prelude::*;

/// The value stays in the element: what a password manager fills in is never missed.
#[component]
pub fn PasswordField(node_ref: NodeRef<Input>, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let (id, error_id) = (ids::unique("password"), ids::unique("error"));
    let shown = RwSignal::new(false);
    let described_by = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    view! {
        <div class="credential">
            <label class="credential__label" for=id.clone()>
                {move || t!("password")}
            </label>
            <div class="credential__box">
                <input
                    node_ref=node_ref
                    id=id.clone()
                    class="credential__input"
                    name="password"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete="current-password"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described_by
                />
                <button
                    type="button"
                    class="credential__show"
                    aria-controls=id
                    aria-pressed=move || if shown.get() { "true" } else { "false" }
                    aria-label=move || t!("show-password")
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { t!("hide") } else { t!("show") }}
                </button>
            </div>
            <p id=error_id class="credential__error">{move || error.get()}</p>
        </div>
    }
}
