//! Asks before a token is revoked.

use super::TokensTab;
use crate::behaviour::focus;
use crate::state::scope::Scope;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::{Dialog, InitialFocus};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::Error;
use contract::token::ApiToken;
use leptos::prelude::*;
use std::sync::Arc;

/// Opens the question. The row goes with the token, so the focus then goes to what makes another one.
pub fn revoke(tab: TokensTab, token: ApiToken) {
    let elsewhere = || focus::find(&document().body()?.into(), "#create-api-token button");
    tab.page.dialogs.open_or_return_to(elsewhere, move |close| question(tab, token, close).into_any());
}

fn question(tab: TokensTab, token: ApiToken, close: Callback<()>) -> impl IntoView {
    let (scope, toasts) = (Scope::new(), tab.page.toasts);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Arc<Error>>);
    let (id, name) = (token.id, token.name);
    let titled = name.clone();
    let submit = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        let name = name.clone();
        scope.spawn(async move {
            let revoked = tab.state.revoke(id).await;
            busy.set(false);
            match revoked {
                Ok(()) => {
                    toasts.show(Toast::new(ToastKind::Success, t!("token-revoked", name = name)));
                    close.run(());
                }
                Err(failed) => error.set(Some(Arc::new(failed))),
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Danger submit=true busy=busy>{move || t!("token-revoke")}</Button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t!("token-revoke-title", name = titled.clone()))
            on_close=close
            on_submit=submit
            initial_focus=InitialFocus::FirstAction
            alert=true
            actions=actions
        >
            <p>{move || t!("token-revoke-text")}</p>
            {move || error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("token-not-revoked")} " " {text::problem(&error)}</p>
                </Notice>
            })}
        </Dialog>
    }
}
