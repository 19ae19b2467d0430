//! The same filter as text, for those who would rather type.

use super::editor::Editor;
use crate::behaviour::filter_draft::Draft;
use crate::t;
use crate::ui::field::TextArea;
use domain::filter::Filter;
use leptos::prelude::*;

/// Longest text that is shown: a list of many identifiers is no text to type in.
const LONGEST: usize = 10_000;

pub fn text_form(editor: Editor) -> impl IntoView {
    let said = Memo::new(move |_| {
        let filter = editor.draft.with(Draft::complete);
        if filter.is_everything() { String::new() } else { filter.to_string() }
    });
    let error = Signal::derive(move || {
        let typed = editor.typed.get().filter(|typed| !typed.trim().is_empty())?;
        let error = typed.parse::<Filter>().err()?;
        Some(t!("filter-text-wrong", place = error.at as u64 + 1))
    });
    let on_input = Callback::new(move |text: String| {
        let filter = if text.trim().is_empty() { Ok(Filter::default()) } else { text.parse() };
        if let Ok(filter) = filter {
            editor.draft.update(|draft| draft.replace(&filter));
        }
        editor.typed.set(Some(text));
    });
    let fits = Memo::new(move |_| said.with(|said| said.len() <= LONGEST));
    move || {
        fits.get().then(|| {
            view! {
                <details class="filter-builder__text">
                    <summary>{move || t!("filter-as-text")}</summary>
                    <TextArea
                        label=Signal::derive(|| t!("filter-as-text"))
                        label_hidden=true
                        rows=3
                        hint=Signal::derive(|| Some(t!("filter-as-text-hint")))
                        value=Signal::derive(move || editor.typed.get().unwrap_or_else(|| said.get()))
                        on_input=on_input
                        error=error
                    />
                </details>
            }
        })
    }
}
