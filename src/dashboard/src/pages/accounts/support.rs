//! The tab "Help & support": where the people of the account and of those below find help.

mod fields;
mod form;
mod preview;

use super::context::AccountsPage;
use super::unread;
use crate::state::account_choice::AccountChoice;
use crate::ui::skeleton::Skeleton;
use contract::branding::AccountSupport;
use domain::account::AccountId;
use form::SupportForm;
use leptos::prelude::*;

pub fn support(page: AccountsPage, id: AccountId) -> impl IntoView {
    let choice = AccountChoice::<AccountSupport>::new(page.session, id);
    choice.read();
    let known = Memo::new(move |_| choice.seen().with(Option::is_some));
    view! {
        <div class="branding">
            {unread::notice(choice)}
            {move || match known.get() {
                true => SupportForm::new(choice).view().into_any(),
                false if choice.failure().with(Option::is_none) => view! { <Skeleton lines=8 /> }.into_any(),
                false => ().into_any(),
            }}
        </div>
    }
}
