//! The colours to choose from: radio buttons, each with its name.

use super::words;
use crate::behaviour::ids;
use crate::t;
use crate::ui::label_chip;
use domain::label::Colour;
use leptos::prelude::*;

pub fn colours(chosen: RwSignal<Colour>) -> impl IntoView {
    let group = ids::unique("colours");
    let options = Colour::ALL.iter().map(|&colour| {
        let dot = label_chip::class(Some(colour));
        view! {
            <label class="colours__option">
                <input
                    type="radio"
                    class="colours__input"
                    name=group.clone()
                    prop:checked=move || chosen.get() == colour
                    on:change=move |_| chosen.set(colour)
                />
                <span class=format!("{dot} is-dot") aria-hidden="true"></span>
                <span>{move || words::colour(colour)}</span>
            </label>
        }
    });
    let options = options.collect_view();
    view! {
        <div class="colours" role="radiogroup" aria-label=move || t!("label-colour")>
            {options}
        </div>
    }
}
