//! The dialogs of two-factor sign-in: setting it up, new recovery codes, switching it off.

use crate::pages::two_factor::proof::Proof;
use crate::pages::two_factor::recovery_codes::RecoveryCodeList;
use crate::pages::two_factor::setup::Setup;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::t;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use contract::two_factor::TwoFactorProof;
use leptos::prelude::*;
use std::sync::Arc;

/// Sets it up, or goes over to another app.
#[component]
pub fn SetUp(
    session: SessionState,
    replaces: bool,
    close: Callback<()>,
    changed: Callback<()>,
) -> impl IntoView {
    let done = Callback::new(move |()| {
        close.run(());
        changed.try_run(());
    });
    let setup = Setup::new(session, replaces, done);
    let leave = Callback::new(move |()| {
        if setup.may_leave() {
            close.run(());
        }
    });
    let actions = ViewFn::from(move || {
        view! {
            <Show when=move || setup.can_cancel()>
                <Button on_press=leave>{move || t!("app-cancel")}</Button>
            </Show>
            {setup.action()}
        }
    });
    view! {
        <Dialog
            title=setup.title()
            on_close=leave
            on_submit=Callback::new(move |()| setup.submit())
            actions=actions
        >
            <div class="two-factor-steps">{setup.body()}</div>
        </Dialog>
    }
}

/// New recovery codes in place of the old ones.
#[component]
pub fn NewCodes(session: SessionState, close: Callback<()>, changed: Callback<()>) -> impl IntoView {
    let (scope, proof) = (Scope::new(), Proof::new(true));
    let codes = RwSignal::new(None::<Arc<Vec<String>>>);
    let reminded = RwSignal::new(false);
    let submit = Callback::new(move |()| {
        if codes.with_untracked(Option::is_some) {
            close.run(());
            changed.try_run(());
            return;
        }
        let Some((password, Some(code))) = proof.begin() else { return };
        let sent = TwoFactorProof { password, code };
        scope.spawn(async move {
            let answer = session.call(|api| {
                let sent = sent.clone();
                async move { api.new_recovery_codes(&sent).await }
            });
            match answer.await {
                Ok(answer) => {
                    proof.end(None);
                    codes.set(Some(Arc::new(answer.codes)));
                }
                Err(error) => proof.end(Some(error)),
            }
        });
    });
    let leave = Callback::new(move |()| {
        if codes.with_untracked(Option::is_some) {
            reminded.set(true);
        } else {
            close.run(());
        }
    });
    let actions = ViewFn::from(move || {
        let words = move || {
            if codes.with(Option::is_some) { t!("two-factor-stored") } else { t!("two-factor-make-codes") }
        };
        view! {
            <Show when=move || codes.with(Option::is_none)>
                <Button on_press=leave>{move || t!("app-cancel")}</Button>
            </Show>
            <Button variant=ButtonVariant::Primary submit=true busy=proof.busy()>{words}</Button>
        }
    });
    view! {
        <Dialog
            title=Signal::derive(|| t!("two-factor-new-codes-title"))
            on_close=leave
            on_submit=submit
            actions=actions
        >
            <div class="two-factor-steps">
                {move || match codes.get() {
                    Some(codes) => view! { <RecoveryCodeList codes reminded /> }.into_any(),
                    None => view! {
                        <p>{move || t!("two-factor-new-codes-about")}</p>
                        {proof.view()}
                    }
                    .into_any(),
                }}
            </div>
        </Dialog>
    }
}

/// Switches it off.
#[component]
pub fn SwitchOff(session: SessionState, close: Callback<()>, changed: Callback<()>) -> impl IntoView {
    let (scope, proof) = (Scope::new(), Proof::new(true));
    let submit = Callback::new(move |()| {
        let Some((password, Some(code))) = proof.begin() else { return };
        let sent = TwoFactorProof { password, code };
        scope.spawn(async move {
            let answer = session.call(|api| {
                let sent = sent.clone();
                async move { api.remove_two_factor(&sent).await }
            });
            match answer.await {
                Ok(()) => {
                    close.run(());
                    changed.try_run(());
                }
                Err(error) => proof.end(Some(error)),
            }
        });
    });
    let actions = ViewFn::from(move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Danger submit=true busy=proof.busy()>
                {move || t!("two-factor-switch-off")}
            </Button>
        }
    });
    view! {
        <Dialog
            title=Signal::derive(|| t!("two-factor-switch-off-title"))
            on_close=close
            on_submit=submit
            actions=actions
        >
            <div class="two-factor-steps">
                <p>{move || t!("two-factor-switch-off-about")}</p>
                {proof.view()}
            </div>
        </Dialog>
    }
}
