//! Where the list comes from: pasted, or a file that is chosen or dropped.

use super::reading::{Reading, words};
use crate::t;
use crate::ui::field::{FieldFrame, FieldIds, TextArea};
use leptos::html;
use leptos::prelude::*;
use web_sys::DragEvent;

pub fn source(reading: Reading) -> impl IntoView {
    let file = reading.file();
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let error = move |of_file: bool| {
        Signal::derive(move || {
            let trouble = reading.trouble().get().filter(|_| file.with(Option::is_some) == of_file);
            trouble.as_ref().map(words)
        })
    };
    let (paste_error, file_error) = (error(false), error(true));
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(files) = event.data_transfer().and_then(|data| data.files()) else { return };
        if let Some(dropped) = files.get(0) {
            // So that the field names it as if it had been chosen there.
            if let Some(input) = input.get_untracked() {
                input.set_files(Some(&files));
            }
            reading.choose_file(Some(dropped));
        }
    };
    let take_back = move |_| {
        if let Some(input) = input.get_untracked() {
            input.set_value("");
            let _ = input.focus();
        }
        reading.choose_file(None);
    };
    let ids = FieldIds::new();
    let field = ids.clone();
    let hint = Signal::derive(|| Some(t!("csv-file-hint")));
    view! {
        <div
            class="csv-source"
            class:is-over=move || over.get()
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <Show when=move || file.with(Option::is_none)>
                <TextArea
                    label=Signal::derive(|| t!("csv-paste"))
                    value=reading.pasted()
                    on_input=Callback::new(move |text| reading.paste(text))
                    hint=Signal::derive(|| Some(t!("csv-paste-hint")))
                    error=paste_error
                    rows=5
                />
            </Show>
            <div class="csv-source__file">
                <FieldFrame ids label=Signal::derive(|| t!("csv-file")) hint error=file_error>
                    <input
                        node_ref=input
                        id=field.field.to_string()
                        class="csv-source__input"
                        type="file"
                        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
                        aria-invalid=move || file_error.with(Option::is_some).then_some("true")
                        aria-describedby=field.described_by(hint, file_error)
                        on:change=move |_| {
                            let files = input.get_untracked().and_then(|input| input.files());
                            reading.choose_file(files.and_then(|files| files.get(0)));
                        }
                    />
                </FieldFrame>
                <Show when=move || file.with(Option::is_some)>
                    <button type="button" class="link-button" on:click=take_back>{move || t!("csv-remove-file")}</button>
                </Show>
            </div>
        </div>
    }
}
