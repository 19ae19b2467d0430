//! How the app is shown: theme, density, language. A native popover, so that Escape and a click beside it close it.

use crate::pages::language_select::LanguageSelect;
use crate::state::layout::use_layout;
use crate::state::settings::{Theme, use_settings};
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use domain::layout::Density;
use leptos::prelude::*;

#[component]
pub fn DisplaySettings() -> impl IntoView {
    let settings = use_settings();
    let themes = Theme::ALL.map(|theme| {
        let is_chosen = move || settings.theme() == theme;
        choice("theme", move || theme_name(theme), is_chosen, move || settings.set_theme(theme))
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
    let densities = densities.collect_view();
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
            <fieldset class="choices">
                <legend class="choices__legend">{move || t!("theme")}</legend>
                <div class="choices__row">{themes.into_iter().collect_view()}</div>
            </fieldset>
            <fieldset class="choices">
                <legend class="choices__legend">{move || t!("density")}</legend>
                <div class="choices__row">{densities}</div>
            </fieldset>
            <LanguageSelect />
        </div>
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
