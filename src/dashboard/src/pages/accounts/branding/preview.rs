//! What it will look like, in light and in dark, while it is typed.

use super::form::BrandingForm;
use crate::pages::product;
use crate::state::brand::Brand;
use crate::state::config::use_config;
use crate::t;
use contract::branding::ShownBranding;
use leptos::html;
use leptos::prelude::*;

pub fn preview(form: BrandingForm) -> impl IntoView {
    let config = use_config();
    let brand = Memo::new(move |_| {
        let shown = ShownBranding::new(form.result(), None);
        config.brand.under(&shown, |id| form.choice.session.api().image_address(id))
    });
    view! {
        <section class="brand-preview" aria-labelledby="brand-preview">
            <h3 id="brand-preview" class="branding__heading">{move || t!("branding-preview")}</h3>
            <div class="brand-preview__schemes">
                {scheme(brand, "light", Signal::derive(|| t!("theme-light")))}
                {scheme(brand, "dark", Signal::derive(|| t!("theme-dark")))}
            </div>
        </section>
    }
}

/// The app in small. Its parts only look like what they stand for: nothing there can be pressed.
fn scheme(brand: Memo<Brand>, theme: &'static str, name: Signal<String>) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            brand.with(|brand| brand.colour(&place));
        }
    });
    view! {
        <figure class="brand-preview__one">
            <figcaption>{move || name.get()}</figcaption>
            <div node_ref=place class="branded brand-preview__app" data-theme=theme>
                <div class="brand-preview__header">
                    <span class="brand-preview__product">{move || brand.with(product::of_brand)}</span>
                    <span class="brand-preview__page">{move || t!("page-sims")}</span>
                </div>
                <div class="brand-preview__body">
                    <p class="brand-preview__row">{move || t!("branding-sample-row")}</p>
                    <p>
                        <span class="brand-preview__link">{move || t!("branding-sample-link")}</span>
                    </p>
                    <span class="brand-preview__button">{move || t!("branding-sample-button")}</span>
                </div>
            </div>
        </figure>
    }
}
