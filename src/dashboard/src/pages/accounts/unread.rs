//! What an account chooses could not be read: why, and once more.

use crate::state::account_choice::{AccountChoice, Choice};
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use leptos::prelude::*;

pub fn notice<T: Choice>(choice: AccountChoice<T>) -> impl IntoView {
    move || {
        choice.failure().get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{move || t!("choice-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| choice.read())>{move || t!("app-retry")}</Button>
                </Notice>
            }
        })
    }
}
