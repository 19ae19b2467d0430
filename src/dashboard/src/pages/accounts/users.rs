//! The tab "Users": who belongs to the account, and, if wanted, to those below it.

mod acts;
mod change_role;
mod invite;
mod question;
mod roles;
mod table;

use super::context::AccountsPage;
use crate::behaviour::focus;
use crate::state::live::use_announcements;
use crate::state::paged::Load;
use crate::state::scope::Scope;
use crate::state::users::UsersState;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::switch::Switch;
use domain::account::AccountId;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// What the parts of the tab share.
#[derive(Clone, Copy)]
pub struct UsersTab {
    page: AccountsPage,
    state: UsersState,
}

pub fn users(page: AccountsPage, id: AccountId) -> impl IntoView {
    let state = UsersState::new(page.session, Scope::new(), id);
    let tab = UsersTab { page, state };
    let announcements = use_announcements();
    Effect::new(move |_| {
        announcements.track_users();
        state.read();
    });
    let has_below = Memo::new(move |_| page.accounts.tree().with(|tree| tree.has_children(id)));
    let below = Signal::derive(move || state.query.with(|query| query.include_below));
    let include = Callback::new(move |below| {
        state.query.update(|query| query.include_below = below);
        state.read();
    });
    view! {
        <div class="users">
            <div class="users__tools">
                <span class="users__find">
                    <Icon name=IconName::Search />
                    <input
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=move || t!("users-find")
                        placeholder=move || t!("users-find")
                        prop:value=move || state.query.with(|query| query.text.clone())
                        on:input=move |event| state.find(event_target_value(&event))
                    />
                </span>
                {move || {
                    has_below
                        .get()
                        .then(|| view! { <Switch label=move || t!("users-below") on=below on_change=include /> })
                }}
                <span class="users__invite">
                    <Button
                        variant=ButtonVariant::Primary
                        icon=IconName::Plus
                        on_press=Callback::new(move |()| invite::open(tab, id))
                    >
                        {move || t!("user-invite")}
                    </Button>
                </span>
            </div>
            {failure(tab)}
            {table::table(tab)}
            {nobody(tab)}
            {foot(tab)}
        </div>
    }
}

/// Where the focus goes when the row is gone that it came from.
fn table_place() -> Option<HtmlElement> {
    let body = document().body()?;
    focus::find(&body, ".users .user [aria-haspopup]").or_else(|| focus::find(&body, ".users__invite button"))
}

fn failure(tab: UsersTab) -> impl IntoView {
    move || match tab.state.load().get() {
        Load::Failed(error) => Some(view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("users-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| tab.state.read())>{move || t!("app-retry")}</Button>
            </Notice>
        }),
        Load::Loading | Load::Ready => None,
    }
}

fn nobody(tab: UsersTab) -> impl IntoView {
    let items = tab.state.items();
    let nobody = Memo::new(move |_| items.with(Vec::is_empty) && tab.state.load().get() == Load::Ready);
    let words = Signal::derive(move || match tab.state.query.with(|query| query.text.trim().is_empty()) {
        true => t!("users-none"),
        false => t!("users-none-found"),
    });
    move || nobody.get().then(|| view! { <Empty icon=IconName::Users text=words /> })
}

/// How many there are, and the way to more of them.
fn foot(tab: UsersTab) -> impl IntoView {
    let (items, total) = (tab.state.items(), tab.state.total());
    let shown = Memo::new(move |_| items.with(Vec::len) as u64);
    let busy = Signal::derive(move || tab.state.load().get() == Load::Loading);
    view! {
        <div class="users__foot">
            <p role="status">
                {move || {
                    (shown.get() > 0).then(|| t!("users-shown", shown = shown.get(), count = total.get()))
                }}
            </p>
            {move || {
                (shown.get() < total.get())
                    .then(|| {
                        view! {
                            <Button busy=busy on_press=Callback::new(move |()| tab.state.read_more())>
                                {move || t!("users-more")}
                            </Button>
                        }
                    })
            }}
        </div>
    }
}
