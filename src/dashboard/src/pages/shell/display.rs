//! How the app is shown: colours, contrast, motion, density, language. A native popover, so that Escape and a click beside it close it.

use crate::pages::language_select::LanguageSelect;
use crate::state::appearance::use_appearance;
use crate::state::layout::use_layout;
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use domain::appearance::{Contrast, Motion, Theme};
use domain::layout::Density;
use leptos::prelude::*;

#[component]
pub fn DisplaySettings() -> impl IntoView {
    let appearance = use_appearance();
    let themes = Theme::ALL.iter().map(|&theme| {
        let is_chosen = move || appearance.shown().theme == theme;
        let choose = move || appearance.change(|shown| shown.theme = theme);
        choice("theme", move || theme_name(theme), is_chosen, choose)
    });
    let contrasts = Contrast::ALL.iter().map(|&contrast| {
        let is_chosen = move || appearance.shown().contrast == contrast;
        let choose = move || appearance.change(|shown| shown.contrast = contrast);
        choice("contrast", move || contrast_name(contrast), is_chosen, choose)
    });
    let motions = Motion::ALL.iter().map(|&motion| {
        let is_chosen = move || appearance.shown().motion == motion;
        let choose = move || appearance.change(|shown| shown.motion = motion);
        choice("motion", move || motion_name(motion), is_chosen, choose)
    });
    let layout = use_layout();
    let densities = Density::ALL.iter().map(|&density| {
        let is_chosen = move || layout.density() == density;
        let choose = move || {
            layout.set_density(density);
            layout.keep();
        };
        choice("density", move || text::density(density), is_chosen, choose)
    });
    view! {
        <button
            type="button"
            class="icon-button"
            popovertarget="display-settings"
            aria-label=move || t!("display")
            title=move || t!("display")
        >
            <Icon name=IconName::Settings />
        </button>
        <div id="display-settings" class="shell__panel" popover="auto" role="dialog" aria-label=move || t!("display")>
            {group(|| t!("theme"), themes.collect_view())}
            {group(|| t!("contrast"), contrasts.collect_view())}
            {group(|| t!("motion"), motions.collect_view())}
            {group(|| t!("density"), densities.collect_view())}
            <LanguageSelect />
        </div>
    }
}

fn group(name: fn() -> String, choices: impl IntoView) -> impl IntoView {
    view! {
        <fieldset class="choices">
            <legend class="choices__legend">{name}</legend>
            <div class="choices__row">{choices}</div>
        </fieldset>
    }
}

fn choice(
    name: &'static str,
    label: impl Fn() -> String + Send + 'static,
    is_chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="choices__choice">
            <input type="radio" name=name prop:checked=is_chosen on:change=move |_| choose() />
            <span>{label}</span>
        </label>
    }
}

fn theme_name(theme: Theme) -> String {
    match theme {
        Theme::System => t!("theme-system"),
        Theme::Light => t!("theme-light"),
        Theme::Dark => t!("theme-dark"),
    }
}

fn contrast_name(contrast: Contrast) -> String {
    match contrast {
        Contrast::System => t!("theme-system"),
        Contrast::More => t!("contrast-more"),
    }
}

fn motion_name(motion: Motion) -> String {
    match motion {
        Motion::System => t!("theme-system"),
        Motion::Reduced => t!("motion-reduced"),
    }
}
