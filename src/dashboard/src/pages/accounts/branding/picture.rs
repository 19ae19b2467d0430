//! A picture: the one that is shown, another one from a file, or again the one of the account above.

use super::form::BrandingForm;
use crate::behaviour::branding_draft::Part;
use crate::pages::accounts::upload::{ACCEPT, Upload};
use crate::t;
use crate::ui::field::FileField;
use domain::branding::ImageId;
use leptos::prelude::*;

pub fn field(form: BrandingForm, part: Part) -> impl IntoView {
    let name = move || match part {
        Part::Favicon => t!("branding-favicon"),
        _ => t!("branding-logo"),
    };
    let upload = Upload::new(form.choice.session, form.choice.account);
    let shown = Memo::new(move |_| {
        let result = form.result();
        match part {
            Part::Favicon => result.favicon,
            _ => result.logo,
        }
    });
    let is_own = Memo::new(move |_| form.draft.with(|draft| !draft.is_empty(part)));
    let error = form.error(part);
    let error = Signal::derive(move || upload.failure().or_else(|| error.get()));
    let hint = Signal::derive(move || {
        Some(match () {
            () if upload.is_busy() => t!("branding-uploading"),
            () if !is_own.get() && shown.with(Option::is_some) => t!("branding-picture-from-above"),
            () if part == Part::Favicon => t!("branding-favicon-hint"),
            () => t!("branding-logo-hint"),
        })
    });
    let choose = Callback::new(move |file| {
        upload.send(file, move |image| form.set(part, image.id.to_string()));
    });
    let alt = move || t!("branding-picture-now", what = name());
    view! {
        <div class="branding__picture">
            {move || shown.get().map(|id: ImageId| {
                view! { <img class="branding__shown" src=form.choice.session.api().image_address(&id) alt=alt /> }
            })}
            <FileField label=Signal::derive(name) accept=ACCEPT on_choose=choose hint=hint error=error />
            <Show when=move || is_own.get()>
                <button
                    type="button"
                    class="link-button"
                    aria-label=move || t!("branding-picture-remove", what = name())
                    on:click=move |_| form.set(part, String::new())
                >
                    {move || t!("branding-remove")}
                </button>
            </Show>
        </div>
    }
}
