//! The tab "API tokens": what integrations sign in with.

mod create;
mod revoke;
mod table;

use super::context::AccountsPage;
use crate::state::api_tokens::ApiTokensState;
use crate::state::live::use_announcements;
use crate::state::paged::Load;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use domain::account::AccountId;
use leptos::prelude::*;

/// What the parts of the tab share.
#[derive(Clone, Copy)]
pub struct TokensTab {
    page: AccountsPage,
    state: ApiTokensState,
}

pub fn api_tokens(page: AccountsPage, id: AccountId) -> impl IntoView {
    let tab = TokensTab { page, state: ApiTokensState::new(page.session, id) };
    let announcements = use_announcements();
    Effect::new(move |_| {
        announcements.track_users();
        tab.state.read();
    });
    view! {
        <div class="api-tokens">
            <div class="api-tokens__tools">
                <p class="api-tokens__about">{move || t!("tokens-about")}</p>
                <span id="create-api-token">
                    <Button
                        variant=ButtonVariant::Primary
                        icon=IconName::Plus
                        on_press=Callback::new(move |()| create::create(tab))
                    >
                        {move || t!("tokens-create")}
                    </Button>
                </span>
            </div>
            {failure(tab)}
            {table::table(tab)}
            {nothing(tab)}
        </div>
    }
}

fn failure(tab: TokensTab) -> impl IntoView {
    move || match tab.state.load().get() {
        Load::Failed(error) => Some(view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("tokens-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| tab.state.read())>{move || t!("app-retry")}</Button>
            </Notice>
        }),
        Load::Loading | Load::Ready => None,
    }
}

/// What stands there while there is no token to show.
fn nothing(tab: TokensTab) -> impl IntoView {
    let items = tab.state.items();
    let load = Memo::new(move |_| items.with(Vec::is_empty).then(|| tab.state.load().get()));
    move || match load.get() {
        Some(Load::Loading) => Some(view! { <Skeleton lines=3 /> }.into_any()),
        Some(Load::Ready) => {
            let words = Signal::derive(move || t!("tokens-none"));
            Some(view! { <Empty icon=IconName::Link text=words /> }.into_any())
        }
        Some(Load::Failed(_)) | None => None,
    }
}
