//! "Change role": what a user may do from now on.

use super::acts::not_done;
use super::{UsersTab, roles};
use crate::pages::accounts::confirm::NotDone;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::field::SelectField;
use crate::ui::notice::{Notice, NoticeKind};
use contract::user::{ManagedUser, UserPatch};
use leptos::prelude::*;

pub fn open(tab: UsersTab, user: ManagedUser) {
    tab.page.dialogs.open(move |close| change_role(tab, user, close).into_any());
}

fn change_role(tab: UsersTab, user: ManagedUser, close: Callback<()>) -> impl IntoView {
    let session = tab.page.session;
    let (id, name) = (user.id, user.name);
    let role = RwSignal::new(user.role.code().to_owned());
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let error = RwSignal::new(None::<String>);
    let save = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let Some(seen) = tab.state.user(id) else { return close.run(()) };
        let wished = roles::of_code(&role.get_untracked());
        if wished == seen.role {
            return close.run(());
        }
        busy.set(true);
        trouble.set(None);
        error.set(None);
        tab.page.scope.spawn(async move {
            let patch = UserPatch { role: Some(wished), ..UserPatch::default() };
            let changed = tab.state.change(&seen, &patch).await;
            busy.try_set(false);
            match changed.map_err(not_done) {
                Ok(now) => {
                    tab.page.live.say(t!("user-has-role", name = now.name, role = text::role(now.role)));
                    close.run(());
                }
                Err(NotDone::Stale(now)) => {
                    trouble.try_set(Some(t!("managed-stale", now = now)));
                }
                Err(NotDone::Failed(why)) => match why.field("/role") {
                    Some(code) => {
                        error.try_set(Some(text::field_problem(code)));
                    }
                    None => {
                        trouble.try_set(Some(text::refused(&why)));
                    }
                },
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("user-change-role-verb")}</Button>
        }
    };
    view! {
        <Dialog
            title=move || t!("user-change-role-title", name = name.clone())
            on_close=close
            on_submit=save
            actions=actions
        >
            <SelectField
                label=move || t!("user-role")
                options=Signal::derive(move || roles::choices(session))
                value=role
                error=error
                on_change=move |code: String| {
                    role.set(code);
                    error.set(None);
                }
            />
            <p class="preview__detail">{move || means(&role.get())}</p>
            {move || {
                trouble.get().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })
            }}
        </Dialog>
    }
}

/// What somebody with this role may do.
pub fn means(code: &str) -> String {
    match roles::of_code(code) {
        domain::permission::Role::ViewOnly => t!("role-view-only-means"),
        domain::permission::Role::User => t!("role-user-means"),
        domain::permission::Role::Admin => t!("role-admin-means"),
    }
}
