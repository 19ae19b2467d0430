//! The way to help: a link to the page, or a button that says whom to ask.

use super::contact;
use crate::state::brand::use_brand;
use crate::state::entrance::SUPPORT_PAGE;
use crate::t;
use crate::ui::dialog::use_dialogs;
use crate::ui::icon::{Icon, IconName};
use contract::branding::ShownSupport;
use leptos::prelude::*;

/// Leads to help, if there is any. It looks as its place says by `class`.
#[component]
pub fn SupportLink(
    class: &'static str,
    /// The words are for screen readers and the tooltip only.
    #[prop(optional)]
    icon_only: bool,
    /// Leads to another window, because what was typed on this page would be lost.
    #[prop(optional)]
    aside: bool,
    /// To be told when it is followed.
    #[prop(optional, into)]
    on_follow: Option<Callback<()>>,
) -> impl IntoView {
    let (support, dialogs) = (use_brand().support(), use_dialogs());
    let followed = move |_| {
        if let Some(on_follow) = on_follow {
            on_follow.run(());
        }
    };
    let words = move || {
        view! {
            <Icon name=IconName::Help />
            <span class:visually-hidden=icon_only>{move || t!("support-title")}</span>
        }
    };
    let tooltip = move || icon_only.then(|| t!("support-title"));
    move || {
        support.get().map(|support| match support {
            ShownSupport::Page => view! {
                <a
                    class=class
                    href=SUPPORT_PAGE.trim_start_matches('/')
                    target=aside.then_some("_blank")
                    title=tooltip
                    on:click=followed
                >
                    {words()}
                </a>
            }
            .into_any(),
            ShownSupport::Address(address) => view! {
                <a
                    class=class
                    href=address.url
                    target="_blank"
                    rel="noopener noreferrer"
                    title=tooltip
                    on:click=followed
                >
                    {words()}
                </a>
            }
            .into_any(),
            ShownSupport::Contact(contact) => view! {
                <button
                    type="button"
                    class=class
                    title=tooltip
                    aria-haspopup="dialog"
                    on:click=move |event| {
                        followed(event);
                        contact::open(dialogs, contact.clone());
                    }
                >
                    {words()}
                </button>
            }
            .into_any(),
        })
    }
}
