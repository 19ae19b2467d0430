//! The token that was just made, for the only time.

use crate::pages::accounts::context::AccountsPage;
use crate::state::scope::Scope;
use crate::t;
use crate::ui::button::Button;
use crate::ui::field::{FieldFrame, FieldIds};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use contract::token::CreatedToken;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

pub fn secret(page: AccountsPage, made: CreatedToken) -> impl IntoView {
    let name = made.token.name;
    match made.secret {
        Some(secret) => shown(page, name, secret).into_any(),
        None => view! {
            <Notice kind=NoticeKind::Warning>
                <p>{move || t!("token-lost", name = name.clone())}</p>
            </Notice>
        }
        .into_any(),
    }
}

fn shown(page: AccountsPage, name: String, secret: String) -> impl IntoView {
    let scope = Scope::new();
    let ids = FieldIds::new();
    let field = NodeRef::<html::Input>::new();
    let none = Signal::stored(None);
    let outcome = RwSignal::new(None::<bool>);
    // What had the focus went with the fields.
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let copied = secret.clone();
    let copy = Callback::new(move |()| {
        let written = JsFuture::from(window().navigator().clipboard().write_text(&copied));
        scope.spawn(async move {
            let done = written.await.is_ok();
            page.live.say(if done { t!("token-copied") } else { t!("token-copy-refused") });
            outcome.set(Some(done));
        });
    });
    view! {
        <p>{move || t!("token-created-text", name = name.clone())}</p>
        <div class="new-token">
            <FieldFrame ids=ids.clone() label=Signal::derive(|| t!("token-itself")) hint=none error=none>
                <span class="field__box">
                    <input
                        node_ref=field
                        id=ids.field.to_string()
                        class="field__input new-token__text"
                        type="text"
                        readonly
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=secret
                    />
                </span>
            </FieldFrame>
            <Button icon=IconName::Copy on_press=copy>{move || t!("token-copy")}</Button>
        </div>
        {move || outcome.get().map(|done| match done {
            true => view! { <p class="new-token__copied">{t!("token-copied")}</p> }.into_any(),
            false => view! {
                <Notice kind=NoticeKind::Warning><p>{t!("token-copy-refused")}</p></Notice>
            }
            .into_any(),
        })}
        <p class="new-token__use">{move || t!("token-use")}</p>
    }
}
