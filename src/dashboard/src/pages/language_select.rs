//! Choosing the language.

use crate::state::config::use_config;
use crate::state::scope::Scope;
use crate::state::settings;
use crate::t;
use crate::text;
use client::Error;
use leptos::html;
use leptos::prelude::*;

/// The languages by the names they have for themselves.
#[component]
pub fn LanguageSelect() -> impl IntoView {
    let scope = Scope::new();
    let languages = use_config().languages.clone();
    let select = NodeRef::<html::Select>::new();
    let failed = RwSignal::new(None::<Error>);
    let choose = {
        let languages = languages.clone();
        move |event: leptos::ev::Event| {
            let tag = event_target_value(&event);
            let Some(language) = languages.iter().find(|language| language.tag() == tag).cloned() else {
                return;
            };
            scope.spawn(async move {
                failed.set(None);
                match text::switch(language.clone()).await {
                    Ok(()) => settings::remember_language(&language),
                    Err(error) => {
                        failed.set(Some(error));
                        if let Some(select) = select.get_untracked() {
                            select.set_value(text::language().tag());
                        }
                    }
                }
            });
        }
    };
    view! {
        <label class="language-select">
            <span class="language-select__label">{move || t!("language")}</span>
            <select node_ref=select class="select" on:change=choose prop:value=move || text::language().tag().to_owned()>
                {languages
                    .into_iter()
                    .map(|language| {
                        let tag = language.tag().to_owned();
                        let is_chosen = text::language() == language;
                        view! {
                            <option value=tag.clone() lang=tag selected=is_chosen>
                                {language.name()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            {move || failed.get().map(|error| view! { <span class="error-text" role="alert">{text::problem(&error)}</span> })}
        </label>
    }
}
