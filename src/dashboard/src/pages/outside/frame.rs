//! What stands around each of these pages: the product above, the language below, a card between.

use crate::behaviour::focus;
use crate::pages::language_select::LanguageSelect;
use crate::pages::product::Product;
use crate::pages::support::SupportLink;
use crate::pages::title;
use leptos::html;
use leptos::prelude::*;

/// A page with a card, named by its title, which has the focus at first unless a field takes it.
#[component]
pub fn Frame(
    #[prop(into)] title: Signal<String>,
    /// For a text to read. It is where help leads to, so it does not lead there.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    title::name(move || title.get());
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(|heading| {
        if focus::focused().is_none() {
            let _ = heading.focus();
        }
    });
    view! {
        <main class="sign-in">
            <div class="sign-in__card" class=("sign-in__card--page", wide)>
                <p class="sign-in__product">
                    <Product />
                </p>
                <h1 node_ref=heading class="sign-in__title" tabindex="-1">
                    {move || title.get()}
                </h1>
                {children()}
            </div>
            <div class="sign-in__foot">
                <LanguageSelect />
                {(!wide).then(|| view! { <SupportLink class="button button--bare" aside=true /> })}
            </div>
        </main>
    }
}
