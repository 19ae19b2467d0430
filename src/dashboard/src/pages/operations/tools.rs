//! What stands over the SIMs of an operation: filters, the file, and the way to the list of SIMs.

use super::address::ItemAddress;
use crate::behaviour::download;
use crate::state::address::{Query, is_long};
use crate::state::brand::use_brand;
use crate::state::one_operation::OneOperation;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text::{self, format};
use crate::ui::button::Button;
use crate::ui::field::SelectField;
use crate::ui::icon::{Icon, IconName};
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use client::{Error, IdempotencyKey};
use contract::bulk::ItemState;
use domain::export::MARK;
use domain::filter::{Filter, TextField, TextTest};
use domain::lifecycle::Reason;
use js_sys::Array;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// How long typing rests before the address follows: browsers limit how often it may change.
const REST: Duration = Duration::from_millis(300);

pub fn tools(state: OneOperation, address: ItemAddress) -> impl IntoView {
    view! {
        <div class="operation-sims__tools">
            {by_iccid(address)}
            {by_state(address)}
            {by_reason(state, address)}
            <span class="operation-sims__out">{files(state)}</span>
        </div>
    }
}

fn by_iccid(address: ItemAddress) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        if let Some(pending) = pending.try_update_value(Option::take).flatten() {
            pending.clear();
        }
    };
    on_cleanup(forget);
    // What the address says counts, but for what is just being typed.
    Effect::new(move |_| {
        let asked = address.query.with(|query| query.iccid.clone());
        if pending.with_value(Option::is_none) {
            typed.set(asked);
        }
    });
    let ask = move || {
        pending.set_value(None);
        address.change(|query| query.iccid = typed.get_untracked().trim().to_owned());
    };
    view! {
        <span class="users__find">
            <Icon name=IconName::Search />
            <input
                type="search"
                autocomplete="off"
                spellcheck="false"
                inputmode="numeric"
                maxlength="22"
                aria-label=move || t!("operation-sims-find")
                placeholder=move || t!("operation-sims-find")
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    forget();
                    pending.set_value(set_timeout_with_handle(ask, REST).ok());
                }
            />
        </span>
    }
}

/// A reason belongs to what failed.
fn by_state(address: ItemAddress) -> impl IntoView {
    let options = Signal::derive(|| {
        let all = [
            ("", t!("items-any")),
            ("done", t!("item-done")),
            ("failed", t!("item-failed")),
            ("pending", t!("item-pending")),
        ];
        all.map(|(code, words)| (code.to_owned(), words)).into()
    });
    let value = Signal::derive(move || {
        let code = match address.query.with(|query| query.state) {
            None => "",
            Some(ItemState::Done) => "done",
            Some(ItemState::Failed) => "failed",
            Some(ItemState::Pending) => "pending",
        };
        code.to_owned()
    });
    let choose = Callback::new(move |code: String| {
        address.change(|query| {
            query.state = match code.as_str() {
                "done" => Some(ItemState::Done),
                "failed" => Some(ItemState::Failed),
                "pending" => Some(ItemState::Pending),
                _ => None,
            };
            query.reason = query.reason.filter(|_| query.state == Some(ItemState::Failed));
        });
    });
    view! {
        <SelectField
            label=Signal::derive(|| t!("item-state"))
            label_hidden=true
            options=options
            value=value
            on_change=choose
        />
    }
}

fn by_reason(state: OneOperation, address: ItemAddress) -> impl IntoView {
    let reasons = state.reasons();
    let chosen = Memo::new(move |_| address.query.with(|query| query.reason));
    let options = Signal::derive(move || {
        let mut options = vec![(String::new(), t!("items-any-reason"))];
        let counted = |one: &contract::bulk::ReasonCount| {
            let words = format!("{} ({})", text::reason(one.reason), format::count(one.count));
            (one.reason.code().to_owned(), words)
        };
        reasons.with(|reasons| options.extend(reasons.iter().map(counted)));
        options
    });
    let value = Signal::derive(move || chosen.get().map(Reason::code).unwrap_or_default().to_owned());
    let choose = Callback::new(move |code: String| {
        address.change(|query| {
            query.reason = Reason::from_code(&code);
            if query.reason.is_some() {
                query.state = Some(ItemState::Failed);
            }
        });
    });
    let any = Memo::new(move |_| reasons.with(|reasons| !reasons.is_empty()));
    view! {
        <Show when=move || any.get()>
            <SelectField
                label=Signal::derive(|| t!("item-reason"))
                label_hidden=true
                options=options
                value=value
                on_change=choose
            />
        </Show>
    }
}

/// The SIMs that the filters find as a file, and as a filter of the list of SIMs.
fn files(state: OneOperation) -> impl IntoView {
    let (toasts, session, scope) = (use_toasts(), use_session(), Scope::new());
    let navigate = StoredValue::new_local(use_navigate());
    let brand = use_brand();
    let (downloading, showing) = (RwSignal::new(false), RwSignal::new(false));
    let failed = move |error: &Error| {
        let words = format!("{} {}", t!("operation-file-failed"), text::problem(error));
        toasts.show(Toast::new(ToastKind::Danger, words));
    };
    let save = Callback::new(move |()| {
        let product = download::file_name(&untrack(|| brand.product_name()));
        let name = format!("{product}-operation-{}.csv", state.id);
        downloading.set(true);
        scope.spawn(async move {
            let file = state.file(format::has_decimal_comma()).await;
            downloading.set(false);
            match file {
                // Reading it as text has taken the mark off.
                Ok(text) => {
                    let parts = Array::of2(&MARK.to_string().into(), &text.into());
                    if download::save(&parts, "text/csv;charset=utf-8", &name).is_err() {
                        toasts.show(Toast::new(ToastKind::Danger, t!("export-failed")));
                    }
                }
                Err(error) => failed(&error),
            }
        });
    });
    let show = Callback::new(move |()| {
        showing.set(true);
        scope.spawn(async move {
            let filter = match state.file(false).await {
                Ok(text) => of_iccids(&text),
                Err(error) => {
                    showing.set(false);
                    return failed(&error);
                }
            };
            // A filter that is too long for an address has to be given an id first.
            let link = if is_long(&filter) {
                let key = IdempotencyKey::new();
                let made = session.call(|api| {
                    let (filter, key) = (filter.clone(), key.clone());
                    async move { api.link_filter(filter, &key).await }
                });
                match made.await {
                    Ok(id) => Some(id),
                    Err(error) => {
                        showing.set(false);
                        return failed(&error);
                    }
                }
            } else {
                None
            };
            showing.set(false);
            let query = Query { filter, ..Query::default() }.write(|_| link.clone());
            navigate.with_value(|navigate| navigate(&format!("/sims{query}"), Default::default()));
        });
    });
    let nothing =
        Signal::derive(move || state.items().with(Vec::is_empty).then(|| t!("operation-sims-none")));
    view! {
        <Button icon=IconName::Export busy=downloading disabled_reason=nothing on_press=save>
            {move || t!("operation-file")}
        </Button>
        <Button icon=IconName::Sim busy=showing disabled_reason=nothing on_press=show>
            {move || t!("operation-show-sims")}
        </Button>
    }
}

/// The SIMs of a file as a filter. Their ICCIDs stand first in its lines, and need no quotes.
fn of_iccids(file: &str) -> Filter {
    let first = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
    let iccids = file.lines().skip(1).map(first).filter(|iccid| !iccid.is_empty()).collect();
    Filter::Text { field: TextField::Iccid, test: TextTest::AnyOf(iccids) }
}

#[cfg(test)]
mod tests {
    use super::of_iccids;

    #[test]
    fn a_file_as_a_filter() {
        let file = "iccid,state,reason\r\n8944000000000000018,done,\r\n,failed,not_found\r\n8944000000000000026,done,\r\n";
        let written = of_iccids(file).to_string();
        assert!(
            written.contains("8944000000000000018") && written.contains("8944000000000000026"),
            "{written}"
        );
    }
}
