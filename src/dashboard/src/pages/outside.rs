//! The pages for which nobody has to be signed in.

mod confirm_email;
mod forgot;
mod frame;
mod link;
mod set_password;
mod support;

use crate::state::entrance::Outside;
use confirm_email::ConfirmEmail;
use forgot::Forgot;
use leptos::prelude::*;
use set_password::{Occasion, SetPassword};
use support::Support;

/// Shows one of them.
#[component]
pub fn OutsidePage(page: Outside) -> impl IntoView {
    match page {
        Outside::Invitation(token) => {
            view! { <SetPassword occasion=Occasion::Invitation token /> }.into_any()
        }
        Outside::PasswordReset(token) => view! { <SetPassword occasion=Occasion::Reset token /> }.into_any(),
        Outside::EmailConfirmation(token) => view! { <ConfirmEmail token /> }.into_any(),
        Outside::ForgotPassword => view! { <Forgot /> }.into_any(),
        Outside::Support => view! { <Support /> }.into_any(),
    }
}
