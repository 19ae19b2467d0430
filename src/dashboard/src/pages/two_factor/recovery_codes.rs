//! Recovery codes, which are shown once: to copy, to download, to write down.

use crate::behaviour::download;
use crate::state::scope::Scope;
use crate::t;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::live::use_live;
use crate::ui::notice::{Notice, NoticeKind};
use js_sys::Array;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// The codes and what can be done with them.
#[component]
pub fn RecoveryCodeList(
    codes: Arc<Vec<String>>,
    /// The person was about to go on without having stored them.
    #[prop(into)]
    reminded: Signal<bool>,
) -> impl IntoView {
    let (scope, live) = (Scope::new(), use_live());
    // Beside the buttons: messages at the root lie under a dialog.
    let said = RwSignal::new(None::<String>);
    let tell = move |text: String| {
        live.say(text.clone());
        said.set(Some(text));
    };
    // What had the focus is gone with the step before.
    let list = NodeRef::<html::Ul>::new();
    list.on_load(|list| {
        let _ = list.focus();
    });
    let text = codes.join("\n") + "\n";
    let file = text.clone();
    let copy = Callback::new(move |()| {
        let written = JsFuture::from(window().navigator().clipboard().write_text(&text));
        scope.spawn(async move {
            let done = written.await.is_ok();
            tell(if done { t!("two-factor-codes-copied") } else { t!("two-factor-copy-refused") });
        });
    });
    let save = Callback::new(move |()| {
        let parts = Array::of1(&file.as_str().into());
        let name = format!("{}.txt", download::file_name(&t!("two-factor-codes-file")));
        if download::save(&parts, "text/plain;charset=utf-8", &name).is_err() {
            tell(t!("two-factor-download-refused"));
        }
    });
    view! {
        <p>{move || t!("two-factor-codes-about")}</p>
        <ul node_ref=list class="recovery-codes" tabindex="-1" aria-label=move || t!("two-factor-codes")>
            {codes.iter().map(|code| view! { <li><code>{code.clone()}</code></li> }).collect_view()}
        </ul>
        <div class="recovery-codes__acts">
            <Button icon=IconName::Copy on_press=copy>{move || t!("two-factor-copy-codes")}</Button>
            <Button icon=IconName::Import on_press=save>{move || t!("two-factor-download-codes")}</Button>
            <p>{move || said.get()}</p>
        </div>
        <Show when=move || reminded.get()>
            <Notice kind=NoticeKind::Warning><p>{move || t!("two-factor-codes-reminder")}</p></Notice>
        </Show>
    }
}
