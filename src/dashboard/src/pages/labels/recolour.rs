//! Another colour.

use super::LabelsPage;
use super::colours::colours;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, NoticeKind};
use contract::label::{Label, LabelPatch};
use leptos::prelude::*;

/// Opens the dialog.
pub fn open(page: LabelsPage, label: Label) {
    let (Some(id), Some(etag), Some(before)) = (label.id, label.etag, label.colour) else { return };
    let name = label.name;
    page.dialogs.open_or_return_to(page.fallback(), move |close| {
        let (colour, busy) = (RwSignal::new(before), RwSignal::new(false));
        let error = RwSignal::new(None::<String>);
        let save = Callback::new(move |()| {
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            error.set(None);
            let (etag, patch) = (etag.clone(), LabelPatch { colour: Some(colour.get_untracked()), name: None });
            page.list.scope.spawn(async move {
                let changed = page.list.change(id, &etag, &patch).await;
                busy.try_set(false);
                match changed {
                    Ok(_) => close.run(()),
                    Err(failed) => {
                        error.try_set(Some(text::refused(&failed)));
                    }
                }
            });
        });
        let actions = move || {
            view! {
                <Button on_press=close>{move || t!("app-cancel")}</Button>
                <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("app-apply")}</Button>
            }
        };
        view! {
            <Dialog
                title=Signal::derive(move || t!("label-colour-title", name = name.clone()))
                on_close=close
                on_submit=save
                actions=actions
            >
                {colours(colour)}
                {move || error.get().map(|words| view! {
                    <Notice kind=NoticeKind::Danger><p>{words}</p></Notice>
                })}
            </Dialog>
        }
        .into_any()
    });
}
