//! What is asked for, as a file.

use crate::behaviour::download;
use crate::state::brand::use_brand;
use crate::state::history::{HistoryState, Source};
use crate::state::scope::Scope;
use crate::t;
use crate::text::{self, format};
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use leptos::prelude::*;

pub fn button(state: HistoryState, disabled_reason: Signal<Option<String>>) -> impl IntoView {
    let (scope, toasts) = (Scope::new(), use_toasts());
    let brand = use_brand();
    let busy = RwSignal::new(false);
    let export = Callback::new(move |()| {
        let what = match state.source() {
            Source::Audit => "audit-log",
            Source::Sim(_) | Source::Estate => "sim-history",
        };
        let product = download::file_name(&untrack(|| brand.product_name()));
        let file = format!("{product}-{what}-{}.csv", format::today());
        busy.set(true);
        scope.spawn(async move {
            let read = state.file().await;
            busy.set(false);
            let toast = match read {
                Ok(blob) if download::save_blob(&blob, &file).is_ok() => {
                    Toast::new(ToastKind::Success, t!("history-exported", file = file))
                }
                Ok(_) => Toast::new(ToastKind::Danger, t!("history-not-exported")),
                Err(error) => {
                    let why = text::problem(&error);
                    Toast::new(ToastKind::Danger, format!("{} {why}", t!("history-not-exported")))
                }
            };
            toasts.show(toast);
        });
    });
    view! {
        <Button icon=IconName::Export busy=busy disabled_reason=disabled_reason on_press=export>
            {move || t!("history-export")}
        </Button>
    }
}
