//! What is typed for the chosen way.

use super::form::SupportForm;
use crate::behaviour::support_draft::{Field, Way};
use crate::pages::accounts::upload::{ACCEPT, Upload};
use crate::t;
use crate::ui::field::{FileField, TextArea, TextField};
use leptos::html;
use leptos::prelude::*;
use web_sys::File;

pub fn fields(form: SupportForm) -> impl IntoView {
    let way = Memo::new(move |_| form.draft.with(|draft| draft.way));
    move || match way.get() {
        Way::Above => above(form).into_any(),
        Way::Page => page(form).into_any(),
        Way::Address => view! {
            <TextField
                label=Signal::derive(|| t!("support-address"))
                value=form.text(Field::Url)
                kind="url"
                inputmode="url"
                on_input=form.edit(Field::Url)
                error=form.error(Field::Url)
                hint=Signal::derive(|| Some(t!("support-address-hint")))
            />
        }
        .into_any(),
        Way::Contact => contact(form).into_any(),
    }
}

fn above(form: SupportForm) -> impl IntoView {
    let nothing =
        move || form.choice.seen().with(|seen| seen.as_ref().is_some_and(|seen| seen.inherited.is_none()));
    view! {
        <p class="branding__note">
            {move || if nothing() { t!("support-above-none") } else { t!("support-above-means") }}
        </p>
    }
}

fn page(form: SupportForm) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let upload = Upload::new(form.choice.session, form.choice.account);
    let insert = Callback::new(move |file: File| {
        let name = file.name();
        let seen = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).replace(['[', ']'], "");
        upload.send(file, move |image| {
            let (before, after) = split_at_cursor(area, form.text(Field::Markdown).get_untracked());
            form.edit(Field::Markdown).run(format!("{before}![{seen}](image:{}){after}", image.id));
        });
    });
    let hint = Signal::derive(move || {
        Some(if upload.is_busy() { t!("branding-uploading") } else { t!("support-picture-hint") })
    });
    view! {
        <TextArea
            label=Signal::derive(|| t!("support-markdown"))
            value=form.text(Field::Markdown)
            rows=16
            on_input=form.edit(Field::Markdown)
            error=form.error(Field::Markdown)
            hint=Signal::derive(|| Some(t!("support-markdown-hint")))
            node_ref=area
        />
        <FileField
            label=Signal::derive(|| t!("support-picture"))
            accept=ACCEPT
            on_choose=insert
            hint=hint
            error=Signal::derive(move || upload.failure())
        />
    }
}

/// The text before and after where one was typing last.
fn split_at_cursor(area: NodeRef<html::Textarea>, text: String) -> (String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = area.get_untracked().and_then(|area| area.selection_end().ok().flatten());
    let at = at.map_or(units.len(), |at| (at as usize).min(units.len()));
    let (before, after) = units.split_at(at);
    (String::from_utf16_lossy(before), String::from_utf16_lossy(after))
}

fn contact(form: SupportForm) -> impl IntoView {
    view! {
        <TextField
            label=Signal::derive(|| t!("support-name"))
            value=form.text(Field::Name)
            on_input=form.edit(Field::Name)
            error=form.error(Field::Name)
            hint=Signal::derive(|| Some(t!("support-name-hint")))
        />
        <TextField
            label=Signal::derive(|| t!("support-phone"))
            value=form.text(Field::Phone)
            kind="tel"
            inputmode="tel"
            on_input=form.edit(Field::Phone)
            error=form.error(Field::Phone)
        />
        <TextField
            label=Signal::derive(|| t!("support-email"))
            value=form.text(Field::Email)
            kind="email"
            inputmode="email"
            on_input=form.edit(Field::Email)
            error=form.error(Field::Email)
        />
        <TextField
            label=Signal::derive(|| t!("support-hours"))
            value=form.text(Field::Hours)
            on_input=form.edit(Field::Hours)
            error=form.error(Field::Hours)
        />
        <TextArea
            label=Signal::derive(|| t!("support-note"))
            value=form.text(Field::Note)
            rows=4
            on_input=form.edit(Field::Note)
            error=form.error(Field::Note)
        />
    }
}
