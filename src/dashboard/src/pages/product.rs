//! What stands for the product: its mark and name, or the logo of the brand.

use crate::state::brand::{Brand, use_brand};
use leptos::prelude::*;

// Constants rather than literals in the view: Leptos sets literal-only markup through `innerHTML`, which the page's
// security policy (Trusted Types) refuses.
const CARD: &str = "M9 2h10.2L27 9.8V26a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z";
const TREE: &str = "M16 25V13M16 20l-5-3.5M16 17l5-4M11 16.5V13M21 13v-2.5";

/// The logo, which says the product's name; without one our mark and the name.
#[component]
pub fn Product() -> impl IntoView {
    let brand = use_brand().shown();
    move || brand.with(of_brand)
}

/// What stands for the product of a brand.
pub fn of_brand(brand: &Brand) -> AnyView {
    let name = brand.product_name.clone();
    match brand.logo.clone() {
        Some(logo) => view! { <img class="product__logo" src=logo alt=name /> }.into_any(),
        None => view! {
            {mark()}
            <span class="product__name" title=name.clone()>{name.clone()}</span>
        }
        .into_any(),
    }
}

/// A SIM card with a tree on it. Silent: the product's name stands beside it.
fn mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="mark__card" d=CARD />
            <path class="mark__tree" d=TREE />
        </svg>
    }
}
