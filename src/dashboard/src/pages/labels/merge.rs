//! Merging a tag or category into another one, which takes its place on SIMs.

use super::LabelsPage;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, NoticeKind};
use client::IdempotencyKey;
use contract::label::Label;
use domain::label::{LabelId, holds_for};
use leptos::prelude::*;

/// Opens the dialog.
pub fn open(page: LabelsPage, label: Label) {
    page.dialogs.open_or_return_to(page.fallback(), move |close| merge(page, label, close).into_any());
}

/// Those that hold wherever it does.
fn choices(page: LabelsPage, label: &Label) -> Vec<Choice> {
    let tree = page.accounts.tree().get_untracked();
    let Some(account) = label.account_id else { return Vec::new() };
    let items = page.list.items().get_untracked().unwrap_or_default();
    let fits = |other: &&Label| {
        other.id.is_some() && other.id != label.id && holds_for(&tree, other.account_id, account)
    };
    let choice = |other: &Label| Choice {
        value: other.id.map_or(0, |id| id.0),
        label: other.name.clone(),
        detail: None,
        disabled_reason: None,
    };
    items.iter().filter(fits).map(choice).collect()
}

fn merge(page: LabelsPage, label: Label, close: Callback<()>) -> impl IntoView {
    let options = StoredValue::new(choices(page, &label));
    let (name, sims) = (StoredValue::new(label.name.clone()), label.sims.unwrap_or(0));
    let into = RwSignal::new(None::<u32>);
    let (missing, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<String>);
    // One key for each choice, so that a press after a broken connection does it once.
    let sent = StoredValue::new_local(None::<(u32, IdempotencyKey)>);
    let chosen_name = move || {
        let into = into.get()?;
        options.with_value(|all| all.iter().find(|choice| choice.value == into).map(|it| it.label.clone()))
    };
    let act = Callback::new(move |()| {
        let (Some(id), Some(etag)) = (label.id, label.etag.clone()) else { return };
        let Some(into) = into.get_untracked() else { return missing.set(true) };
        if busy.get_untracked() {
            return;
        }
        let known = sent.with_value(|sent| sent.clone()).filter(|(before, _)| *before == into);
        let (_, key) = known.unwrap_or_else(|| (into, IdempotencyKey::new()));
        sent.set_value(Some((into, key.clone())));
        busy.set(true);
        error.set(None);
        page.list.scope.spawn(async move {
            let merged = page.list.merge(id, &etag, LabelId(into), &key).await;
            busy.try_set(false);
            match merged {
                Ok(_) => {
                    page.live.say(t!("label-merged", name = name.get_value()));
                    close.run(());
                }
                Err(failed) => {
                    error.try_set(Some(text::refused(&failed)));
                }
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Danger submit=true busy=busy>{move || t!("label-merge-button")}</Button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t!("label-merge-title", name = name.get_value()))
            on_close=close
            on_submit=act
            actions=actions
        >
            <Combobox
                label=Signal::derive(move || t!("label-merge-into"))
                options=Signal::derive(move || options.get_value())
                value=into
                on_choose=Callback::new(move |chosen: Option<u32>| {
                    into.set(chosen);
                    missing.set(false);
                })
                error=Signal::derive(move || missing.get().then(|| t!("label-merge-missing")))
            />
            <p class="preview__detail" aria-live="polite">
                {move || chosen_name().map(|into| {
                    t!("label-merge-explained", count = sims, name = name.get_value(), into = into)
                })}
            </p>
            {move || error.get().map(|words| view! {
                <Notice kind=NoticeKind::Danger><p>{words}</p></Notice>
            })}
        </Dialog>
    }
}
