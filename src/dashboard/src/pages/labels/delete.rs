//! Deleting a tag or category, after saying from how many SIMs it goes.

use super::LabelsPage;
use crate::pages::accounts::confirm::{Confirm, NotDone};
use crate::t;
use contract::label::Label;
use leptos::prelude::*;
use std::sync::Arc;

/// Opens the dialog.
pub fn open(page: LabelsPage, label: Label) {
    let (Some(id), Some(etag)) = (label.id, label.etag) else { return };
    let (name, sims) = (label.name, label.sims.unwrap_or(0));
    page.dialogs.open_or_return_to(page.fallback(), move |close| {
        let title = {
            let name = name.clone();
            Signal::derive(move || t!("label-delete-title", name = name.clone()))
        };
        let delete = move || {
            let (etag, name) = (etag.clone(), name.clone());
            async move {
                match page.list.delete(id, &etag).await {
                    Ok(_) => {
                        page.live.say(t!("label-deleted", name = name));
                        Ok(())
                    }
                    Err(error) => Err(NotDone::Failed(Arc::new(error))),
                }
            }
        };
        view! {
            <Confirm
                title=title
                verb=Signal::derive(move || t!("label-delete-button"))
                danger=true
                scope=page.list.scope
                close=close
                act=delete
            >
                <p>
                    {move || if sims > 0 {
                        t!("label-delete-sims", count = sims)
                    } else {
                        t!("label-delete-no-sims")
                    }}
                </p>
            </Confirm>
        }
        .into_any()
    });
}
