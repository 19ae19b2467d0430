//! Others have changed the same meanwhile: both values, and which of them is to stay.

use super::form::BrandingForm;
use crate::behaviour::branding_draft::Part;
use crate::t;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use leptos::prelude::*;

pub fn notice(form: BrandingForm) -> impl IntoView {
    move || {
        let parts = form.conflicts.get();
        (!parts.is_empty()).then(move || {
            let both = parts.into_iter().map(move |part| {
                view! {
                    <dt class="conflict__what">{name(part)}</dt>
                    <dt>{move || t!("theirs")}</dt><dd>{shown(part, form.theirs(part))}</dd>
                    <dt>{move || t!("yours")}</dt><dd>{move || shown(part, form.text(part).get())}</dd>
                }
            });
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{move || t!("choice-changed-meanwhile")}</p>
                    <dl class="conflict">{both.collect_view()}</dl>
                    <Button on_press=Callback::new(move |()| form.decide(true))>
                        {move || t!("keep-theirs")}
                    </Button>
                    <Button
                        variant=ButtonVariant::Primary
                        on_press=Callback::new(move |()| form.decide(false))
                    >
                        {move || t!("apply-mine")}
                    </Button>
                </Notice>
            }
        })
    }
}

fn name(part: Part) -> String {
    match part {
        Part::ProductName => t!("branding-product-name"),
        Part::Logo => t!("branding-logo"),
        Part::Favicon => t!("branding-favicon"),
        Part::Accent => t!("branding-accent"),
        Part::HeaderBackground => t!("branding-header"),
        Part::HeaderText => t!("branding-header-text"),
        Part::MailSender => t!("branding-mail-sender"),
        Part::MailFooter => t!("branding-mail-footer"),
        Part::Hosts => t!("branding-host-names"),
    }
}

/// A digest says nothing to anybody.
fn shown(part: Part, text: String) -> String {
    match part {
        _ if text.is_empty() => t!("branding-as-above"),
        Part::Logo | Part::Favicon => t!("branding-another-picture"),
        _ => text,
    }
}
