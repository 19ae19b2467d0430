//! What there is to read, read when it is to be seen.

use super::{blocks, contact_card};
use crate::state::brand::{host_name, use_brand};
use crate::state::scope::{Latest, Scope};
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::branding::ShownSupport;
use contract::support_page::SupportPage;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn SupportText() -> impl IntoView {
    let support = use_brand().support();
    move || {
        match support.get() {
        Some(ShownSupport::Page) => view! { <OwnPage /> }.into_any(),
        Some(ShownSupport::Contact(contact)) => contact_card(&contact).into_any(),
        Some(ShownSupport::Address(address)) => view! {
            <p>
                <a href=address.url.clone() target="_blank" rel="noopener noreferrer">{address.url.clone()}</a>
            </p>
        }
        .into_any(),
        None => view! { <Empty icon=IconName::Help text=Signal::derive(|| t!("support-none")) /> }.into_any(),
    }
    }
}

/// The page of the account: of who is signed in, or of the host name.
#[component]
fn OwnPage() -> impl IntoView {
    let (session, scope, latest) = (use_session(), Scope::new(), Latest::new());
    let read = RwSignal::new(None::<Result<SupportPage, Arc<Error>>>);
    let signed_in = Memo::new(move |_| session.phase.with(|phase| phase.user().is_some()));
    let ask = move |signed_in: bool| {
        let ticket = latest.ticket();
        scope.spawn(async move {
            let page = if signed_in {
                session.call(|api| async move { api.own_support_page().await }).await
            } else {
                session.api().support_page_of_host(&host_name()).await
            };
            if ticket.is_latest() {
                read.set(Some(page.map_err(Arc::new)));
            }
        });
    };
    // Again when the look is said anew, which is when the page may have changed.
    Effect::new(move |_| {
        session.branding.track();
        ask(signed_in.get());
    });
    move || match read.get() {
        None => view! { <Skeleton lines=6 /> }.into_any(),
        Some(Ok(page)) => {
            view! { <article class="support">{blocks(&page.blocks, &session.api())}</article> }.into_any()
        }
        Some(Err(error)) => view! {
            <Notice kind=NoticeKind::Danger>
                <p>{move || t!("support-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| ask(signed_in.get_untracked()))>
                    {move || t!("app-retry")}
                </Button>
            </Notice>
        }
        .into_any(),
    }
}
