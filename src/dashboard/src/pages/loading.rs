//! How far the estate has been filled, and going on where that stopped.

use crate::state::estate::{EstateState, Load};
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use leptos::prelude::*;

/// Nothing, once all SIMs are in.
pub fn loading(estate: EstateState) -> impl IntoView {
    let progress = estate.progress();
    move || match progress.get() {
        Load::Ready => None,
        Load::Loading { loaded, total } => Some(
            view! {
                <div class="loading-sims">
                    <Progress label=t!("loading-sims") value=loaded max=total.max(1)/>
                </div>
            }
            .into_any(),
        ),
        Load::Failed { error, .. } => Some(
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("loading-stopped")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| estate.load())>
                        {move || t!("go-on-loading")}
                    </Button>
                </Notice>
            }
            .into_any(),
        ),
    }
}
