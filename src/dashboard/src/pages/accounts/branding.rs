//! The tab "Branding": what the people of the account see in place of ours.

mod conflict;
mod fields;
mod form;
mod picture;
mod preview;

use super::context::AccountsPage;
use super::unread;
use crate::state::account_choice::AccountChoice;
use crate::ui::skeleton::Skeleton;
use contract::branding::AccountBranding;
use domain::account::AccountId;
use form::BrandingForm;
use leptos::prelude::*;

pub fn branding(page: AccountsPage, id: AccountId) -> impl IntoView {
    let choice = AccountChoice::<AccountBranding>::new(page.session, id);
    choice.read();
    let known = Memo::new(move |_| choice.seen().with(Option::is_some));
    view! {
        <div class="branding">
            {unread::notice(choice)}
            {move || match known.get() {
                true => BrandingForm::new(choice).view().into_any(),
                false if choice.failure().with(Option::is_none) => view! { <Skeleton lines=8 /> }.into_any(),
                false => ().into_any(),
            }}
        </div>
    }
}
