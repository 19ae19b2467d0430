//! A tag or a category: its name on its colour. One that no account defines is grey.

use domain::label::Colour;
use leptos::prelude::*;

/// The name on its colour. A function and not a component: a list of SIMs has hundreds.
pub fn label_chip(name: String, colour: Option<Colour>) -> impl IntoView {
    view! { <span class=class(colour)>{name}</span> }
}

/// Several of them, which a screen reader reads with commas between.
pub fn label_chips(labels: Vec<(String, Option<Colour>)>) -> impl IntoView {
    let chips = labels.into_iter().enumerate().map(|(at, (name, colour))| {
        let comma = (at > 0).then(|| view! { <span class="visually-hidden">", "</span> });
        view! {
            {comma}
            {label_chip(name, colour)}
        }
    });
    chips.collect_view()
}

/// The class of a colour, made once: nothing is put together while a list is scrolled.
pub fn class(colour: Option<Colour>) -> &'static str {
    match colour {
        None => "label-chip",
        Some(Colour::Red) => "label-chip label-chip--red",
        Some(Colour::Orange) => "label-chip label-chip--orange",
        Some(Colour::Yellow) => "label-chip label-chip--yellow",
        Some(Colour::Green) => "label-chip label-chip--green",
        Some(Colour::Teal) => "label-chip label-chip--teal",
        Some(Colour::Blue) => "label-chip label-chip--blue",
        Some(Colour::Indigo) => "label-chip label-chip--indigo",
        Some(Colour::Purple) => "label-chip label-chip--purple",
        Some(Colour::Pink) => "label-chip label-chip--pink",
        Some(Colour::Brown) => "label-chip label-chip--brown",
    }
}
