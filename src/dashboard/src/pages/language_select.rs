//! The language in a small place: on the sign-in page and among the display settings.

use super::language_choice::LanguageChoice;
use crate::state::config::use_config;
use crate::t;
use crate::text;
use leptos::html;
use leptos::prelude::*;

/// The languages by the names they have for themselves.
#[component]
pub fn LanguageSelect() -> impl IntoView {
    let languages = use_config().languages.clone();
    let select = NodeRef::<html::Select>::new();
    let choice = LanguageChoice::new();
    // What could not be shown is not shown as chosen.
    Effect::new(move || {
        if choice.failure().is_some()
            && let Some(select) = select.get_untracked()
        {
            select.set_value(untrack(text::language).tag());
        }
    });
    let choose = {
        let languages = languages.clone();
        move |event: leptos::ev::Event| {
            let tag = event_target_value(&event);
            if let Some(language) = languages.iter().find(|language| language.tag() == tag) {
                choice.choose(Some(language.clone()));
            }
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
            {move || choice.failure().map(|error| view! { <span class="error-text" role="alert">{text::problem(&error)}</span> })}
        </label>
    }
}
