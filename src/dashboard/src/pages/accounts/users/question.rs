//! What is asked before something is done to a user.

use super::UsersTab;
use crate::pages::accounts::confirm::{Confirm, NotDone};
use contract::user::ManagedUser;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

/// The words of the dialog, and what its button does. `title` and `done` are given the user's name.
#[derive(Clone, Copy)]
pub struct Question {
    pub title: fn(String) -> String,
    pub text: fn() -> String,
    pub verb: fn() -> String,
    /// Told to screen readers when it is done.
    pub done: fn(String) -> String,
    /// Whether the user's row is gone then, and the focus has to go elsewhere.
    pub row_goes: bool,
    pub act: fn(UsersTab, u32) -> LocalBoxFuture<'static, Result<(), NotDone>>,
}

/// Asks, and does it.
pub fn ask(tab: UsersTab, user: ManagedUser, question: Question) {
    let (id, name) = (user.id, user.name);
    let dialog = move |close| {
        let said = name.clone();
        let act = move || {
            let name = said.clone();
            async move {
                (question.act)(tab, id).await?;
                tab.page.live.say((question.done)(name));
                Ok(())
            }
        };
        view! {
            <Confirm
                title=move || (question.title)(name.clone())
                verb=move || (question.verb)()
                danger=true
                scope=tab.page.scope
                close
                act
            >
                <p>{(question.text)()}</p>
            </Confirm>
        }
        .into_any()
    };
    if question.row_goes {
        tab.page.dialogs.open_or_return_to(super::table_place, dialog);
    } else {
        tab.page.dialogs.open(dialog);
    }
}
