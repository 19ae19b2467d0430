//! Help & support for who cannot or need not sign in.

use super::frame::Frame;
use crate::pages::support::SupportText;
use crate::t;
use leptos::prelude::*;

#[component]
pub fn Support() -> impl IntoView {
    view! {
        <Frame title=Signal::derive(|| t!("support-title")) wide=true>
            <SupportText />
            <a class="sign-in__forgot" href=".">{move || t!("support-to-sign-in")}</a>
        </Frame>
    }
}
