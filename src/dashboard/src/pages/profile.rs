//! What people keep for themselves: name, language, e-mail address, password, sessions. Each section saves by itself.

mod alerts;
mod email;
mod language;
mod name;
mod own;
mod password;
mod section;
mod sessions;
mod two_factor;

use crate::behaviour::focus;
use crate::pages::title;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;
use own::{Loaded, OwnProfile};

#[component]
pub fn ProfilePage() -> impl IntoView {
    title::name(|| t!("profile-title"));
    let own = OwnProfile::provide();
    let heading = focus::page_heading(false);
    view! {
        <div class="profile">
            <div class="profile__page">
                <h1 node_ref=heading class="profile__title" tabindex="-1">
                    {move || t!("profile-title")}
                </h1>
                {move || match own.loaded() {
                    Loaded::Not => view! {
                        <div class="profile__waiting">
                            <p class="visually-hidden" role="status">{move || t!("profile-loading")}</p>
                            <Skeleton lines=6 />
                        </div>
                    }
                    .into_any(),
                    Loaded::Failed(error) => view! {
                        <Notice kind=NoticeKind::Danger>
                            <p>{move || t!("profile-not-loaded")} " " {move || text::problem(&error)}</p>
                            <Button on_press=Callback::new(move |()| own.load())>{move || t!("app-retry")}</Button>
                        </Notice>
                    }
                    .into_any(),
                    Loaded::Done => view! {
                        <name::Name own />
                        <language::LanguageSection />
                        <alerts::Alerts own />
                        <email::Email own />
                        <password::Password own />
                        <two_factor::TwoFactorSection />
                        <sessions::Sessions own />
                    }
                    .into_any(),
                }}
            </div>
        </div>
    }
}
