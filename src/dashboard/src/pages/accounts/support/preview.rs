//! What people will see, before it is saved.

use super::form::SupportForm;
use crate::behaviour::support_draft::SupportDraft;
use crate::pages::support::{blocks, contact_card};
use crate::state::scope::Latest;
use crate::t;
use crate::text;
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use contract::support_page::{PageDraft, SupportPage};
use domain::support::Support;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// How long nothing is typed before the page is read anew, in milliseconds.
const REST: u32 = 300;

pub fn preview(form: SupportForm) -> impl IntoView {
    // What would hold: the own choice, or that of the account above.
    let shown = Memo::new(move |_| {
        let own = form.draft.with(SupportDraft::choice);
        own.or_else(|| form.choice.seen().with(|seen| seen.as_ref()?.inherited.clone()))
    });
    let page = read_page(form, shown);
    view! {
        <section class="brand-preview" aria-labelledby="support-preview">
            <h3 id="support-preview" class="branding__heading">{move || t!("branding-preview")}</h3>
            <div class="support-preview">
                {move || match shown.get() {
                    None => view! { <p class="branding__note">{move || t!("support-none")}</p> }.into_any(),
                    Some(Support::Contact(contact)) => contact_card(&contact).into_any(),
                    Some(Support::Address(address)) => {
                        view! { <p class="branding__note">{t!("support-opens", address = address.url)}</p> }
                            .into_any()
                    }
                    Some(Support::Page(_)) => read_of(form, page).into_any(),
                }}
            </div>
        </section>
    }
}

type Read = RwSignal<Option<Result<SupportPage, Arc<Error>>>>;

/// The page as the API reads it, a moment after it was typed.
fn read_page(form: SupportForm, shown: Memo<Option<Support>>) -> Read {
    let (read, latest) = (RwSignal::new(None), Latest::new());
    Effect::new(move |_| {
        let Some(Support::Page(page)) = shown.get() else { return };
        let ticket = latest.ticket();
        form.choice.scope.spawn(async move {
            TimeoutFuture::new(REST).await;
            if !ticket.is_latest() {
                return;
            }
            let draft = PageDraft { markdown: page.markdown };
            let answer = match draft.markdown.trim() {
                "" => Ok(SupportPage { blocks: Vec::new() }),
                _ => form.choice.preview(draft).await,
            };
            if ticket.is_latest() {
                read.set(Some(answer.map_err(Arc::new)));
            }
        });
    });
    read
}

fn read_of(form: SupportForm, read: Read) -> impl IntoView {
    move || match read.get() {
        None => ().into_any(),
        Some(Ok(page)) => view! {
            <article class="support">{blocks(&page.blocks, &form.choice.session.api())}</article>
        }
        .into_any(),
        Some(Err(error)) => view! {
            <Notice kind=NoticeKind::Danger>
                <p>{move || t!("support-no-preview")} " " {text::problem(&error)}</p>
            </Notice>
        }
        .into_any(),
    }
}
