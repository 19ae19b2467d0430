//! The fields, in the groups in which one thinks of them.

use super::form::BrandingForm;
use super::picture;
use crate::behaviour::branding_draft::Part;
use crate::behaviour::ids;
use crate::t;
use crate::text::format;
use crate::ui::field::{ColourField, TextArea, TextField};
use domain::brand::{READABLE, Scheme};
use domain::branding::Branding;
use leptos::prelude::*;

pub fn fields(form: BrandingForm) -> impl IntoView {
    view! {
        <Group name=Signal::derive(|| t!("branding-identity"))>
            <TextField
                label=Signal::derive(|| t!("branding-product-name"))
                value=form.text(Part::ProductName)
                on_input=form.edit(Part::ProductName)
                error=form.error(Part::ProductName)
                hint=from_above(form, |above| above.product_name.clone(), || Some(t!("branding-product-name-hint")))
            />
            {picture::field(form, Part::Logo)}
            {picture::field(form, Part::Favicon)}
        </Group>
        <Group name=Signal::derive(|| t!("branding-colours"))>
            <ColourField
                label=Signal::derive(|| t!("branding-accent"))
                picker_label=Signal::derive(|| t!("branding-pick", what = t!("branding-accent")))
                value=form.text(Part::Accent)
                on_input=form.edit(Part::Accent)
                error=form.error(Part::Accent)
                hint=from_above(form, |above| above.accent.map(|colour| colour.to_string()), || Some(t!("branding-accent-hint")))
            />
            {shades(form)}
            <div class="branding__pair">
                <ColourField
                    label=Signal::derive(|| t!("branding-header"))
                    picker_label=Signal::derive(|| t!("branding-pick", what = t!("branding-header")))
                    value=form.text(Part::HeaderBackground)
                    on_input=form.edit(Part::HeaderBackground)
                    error=form.error(Part::HeaderBackground)
                    hint=from_above(form, |above| above.header.map(|header| header.background.to_string()), || None)
                />
                <ColourField
                    label=Signal::derive(|| t!("branding-header-text"))
                    picker_label=Signal::derive(|| t!("branding-pick", what = t!("branding-header-text")))
                    value=form.text(Part::HeaderText)
                    on_input=form.edit(Part::HeaderText)
                    error=form.error(Part::HeaderText)
                    hint=from_above(form, |above| above.header.map(|header| header.text.to_string()), || None)
                />
            </div>
            {contrast(form)}
        </Group>
        <Group name=Signal::derive(|| t!("branding-mails"))>
            <TextField
                label=Signal::derive(|| t!("branding-mail-sender"))
                value=form.text(Part::MailSender)
                kind="email"
                inputmode="email"
                on_input=form.edit(Part::MailSender)
                error=form.error(Part::MailSender)
                disabled_reason=set_above(form)
                hint=from_above(form, |above| above.mail_sender.clone(), || Some(t!("branding-mail-sender-hint")))
            />
            <TextArea
                label=Signal::derive(|| t!("branding-mail-footer"))
                value=form.text(Part::MailFooter)
                rows=3
                on_input=form.edit(Part::MailFooter)
                error=form.error(Part::MailFooter)
                hint=from_above(form, |above| above.mail_footer.clone(), || Some(t!("branding-mail-footer-hint")))
            />
        </Group>
        <Group name=Signal::derive(|| t!("branding-hosts"))>
            <TextArea
                label=Signal::derive(|| t!("branding-host-names"))
                value=form.text(Part::Hosts)
                rows=2
                on_input=form.edit(Part::Hosts)
                error=form.error(Part::Hosts)
                disabled_reason=set_above(form)
                hint=Signal::derive(|| Some(t!("branding-hosts-hint")))
            />
        </Group>
    }
}

/// Fields with a heading.
#[component]
fn Group(#[prop(into)] name: Signal<String>, children: Children) -> impl IntoView {
    let id = ids::unique("branding");
    let named_by = id.clone();
    view! {
        <section class="branding__group" aria-labelledby=named_by>
            <h3 id=id class="branding__heading">{move || name.get()}</h3>
            {children()}
        </section>
    }
}

/// What holds while nothing is chosen; where nothing does, what the field is for.
fn from_above(
    form: BrandingForm,
    what: fn(&Branding) -> Option<String>,
    otherwise: fn() -> Option<String>,
) -> Signal<Option<String>> {
    Signal::derive(move || match what(&form.inherited()) {
        Some(above) => Some(t!("branding-from-above", value = above)),
        None => otherwise(),
    })
}

/// Why host names and the sender cannot be set here.
fn set_above(form: BrandingForm) -> Signal<Option<String>> {
    Signal::derive(move || {
        let can = form.choice.seen().with(|seen| seen.as_ref().is_some_and(|seen| seen.can_set_addresses));
        (!can).then(|| t!("branding-set-above"))
    })
}

/// Which shades the accent becomes where it could not be read as it is.
fn shades(form: BrandingForm) -> impl IntoView {
    let accent = Memo::new(move |_| form.draft.with(|draft| draft.colour(Part::Accent)));
    move || {
        accent.get().map(|accent| {
            let [light, dark] = Scheme::ALL.map(|scheme| scheme.accent(accent).colour);
            let words = if (light, dark) == (accent, accent) {
                t!("branding-accent-fits")
            } else {
                t!("branding-accent-shades", light = light.to_string(), dark = dark.to_string())
            };
            view! { <p class="branding__note">{words}</p> }
        })
    }
}

/// How well the header can be read, as it is typed.
fn contrast(form: BrandingForm) -> impl IntoView {
    let contrast = Memo::new(move |_| {
        form.draft.with(|draft| {
            draft
                .colour(Part::HeaderBackground)
                .zip(draft.colour(Part::HeaderText))
                // Rounded down, so that it never looks enough.
                .map(|(background, text)| (background.contrast(text) * 100.0).floor() / 100.0)
        })
    });
    view! {
        <p class="branding__note" class:is-bad=move || contrast.get().is_some_and(|ratio| ratio < READABLE) role="status">
            {move || contrast.get().map(|ratio| {
                let (ratio, least) = (format::ratio(ratio), format::ratio(READABLE));
                t!("branding-contrast", ratio = ratio, least = least)
            })}
        </p>
    }
}
