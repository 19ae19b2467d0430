//! A history as a list: a table where there is room, and cards where there is not.

use super::words;
use crate::state::history::{Act, Entry, HistoryState, Source};
use crate::state::paged::Load;
use crate::state::session::use_session;
use crate::t;
use crate::text::{self, format, history};
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use domain::audit::SubjectKind;
use domain::sim::SimId;
use leptos::html;
use leptos::prelude::*;

/// What became of one SIM, for a tab of its details. To be called in the body of a component.
pub fn sim_history(id: SimId) -> AnyView {
    let state = HistoryState::new(use_session(), Source::Sim(id));
    state.read();
    let label = Signal::derive(move || t!("history-title"));
    entries(state, label, Signal::stored(true)).into_any()
}

/// The entries with all that stands around them: what is new, what failed, and the way to more.
pub fn entries(state: HistoryState, label: Signal<String>, everything: Signal<bool>) -> impl IntoView {
    let shown = state.entries();
    let empty = Memo::new(move |_| shown.with(Vec::is_empty));
    let fresh = state.fresh();
    let words = Signal::derive(move || match everything.get() {
        true => t!("history-none"),
        false => t!("history-none-found"),
    });
    let nothing = Memo::new(move |_| empty.get().then(|| state.load().get()));
    let list = NodeRef::<html::Table>::new();
    let show_fresh = Callback::new(move |()| {
        state.show_fresh();
        // The button goes: the focus is at what it brought.
        if let Some(list) = list.get_untracked() {
            let _ = list.focus();
        }
    });
    view! {
        <div class="history-list">
            <div class="history-list__fresh" role="status">
                {move || {
                    (fresh.get() > 0)
                        .then(|| {
                            view! {
                                <Button icon=IconName::ArrowUp on_press=show_fresh>
                                    {move || t!("history-fresh", count = fresh.get())}
                                </Button>
                            }
                        })
                }}
            </div>
            {table(state, label, empty, list)}
            {failure(state)}
            {move || match nothing.get() {
                Some(Load::Loading) => Some(view! { <Skeleton lines=5 /> }.into_any()),
                Some(Load::Ready) => Some(view! { <Empty icon=IconName::History text=words /> }.into_any()),
                Some(Load::Failed(_)) | None => None,
            }}
            {foot(state, empty)}
        </div>
    }
}

fn failure(state: HistoryState) -> impl IntoView {
    move || match state.load().get() {
        Load::Failed(error) => Some(view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("history-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| state.read_more())>{move || t!("app-retry")}</Button>
            </Notice>
        }),
        Load::Loading | Load::Ready => None,
    }
}

fn foot(state: HistoryState, empty: Memo<bool>) -> impl IntoView {
    let (shown, more) = (state.entries(), state.has_more());
    let busy = Signal::derive(move || state.load().get() == Load::Loading);
    let offers = Memo::new(move |_| more.get() && !empty.get());
    view! {
        <div class="history-list__foot">
            <p role="status">
                {move || (!empty.get()).then(|| t!("history-shown", count = shown.with(Vec::len) as u64))}
            </p>
            {move || {
                offers
                    .get()
                    .then(|| {
                        view! {
                            <Button busy=busy on_press=Callback::new(move |()| state.read_more())>
                                {move || t!("history-more")}
                            </Button>
                        }
                    })
            }}
        </div>
    }
}

fn table(
    state: HistoryState,
    label: Signal<String>,
    empty: Memo<bool>,
    list: NodeRef<html::Table>,
) -> impl IntoView {
    let source = state.source();
    let of_one = matches!(source, Source::Sim(_));
    let entries = state.entries();
    view! {
        <table node_ref=list class="history" tabindex="-1" hidden=move || empty.get() aria-label=move || label.get()>
            <thead>
                <tr>
                    <th scope="col">{move || t!("history-when")}</th>
                    <th scope="col">{move || t!("history-who")}</th>
                    <th scope="col">{move || t!("history-what")}</th>
                    {(!of_one)
                        .then(|| view! { <th scope="col">{move || t!("history-subject")}</th> })}
                    {(source != Source::Audit)
                        .then(|| view! { <th scope="col">{move || t!("history-why")}</th> })}
                    {(!of_one)
                        .then(|| view! { <th scope="col">{move || t!("column-account")}</th> })}
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || entries.get()
                    key=|entry| entry.id
                    children=move |entry| row(state, entry)
                />
            </tbody>
        </table>
    }
}

fn row(state: HistoryState, entry: Entry) -> impl IntoView {
    let of_one = matches!(state.source(), Source::Sim(_));
    let entry = StoredValue::new(entry);
    let at = entry.with_value(|entry| entry.at);
    let why = entry.with_value(|entry| match entry.act {
        Act::Sim { cause, .. } => Some((cause, entry.operation)),
        Act::Audited { .. } => None,
    });
    let account = entry.with_value(|entry| entry.account);
    view! {
        <tr class="history__row">
            <td class="history__when">
                <time datetime=at.to_string() title=move || format::ago(at)>{move || format::time(at)}</time>
            </td>
            <td class="history__who">{move || entry.with_value(|entry| words::who(entry, state))}</td>
            <td class="history__what">{what(state, entry)}</td>
            {(!of_one).then(|| view! { <td class="history__subject">{subject(entry)}</td> })}
            {why.map(|(cause, operation)| {
                view! {
                    <td class="history__why">
                        <span>{move || history::cause(cause)}</span>
                        {operation.map(operation_link)}
                    </td>
                }
            })}
            {(!of_one)
                .then(|| {
                    view! {
                        <td class="history__account">
                            {move || match account {
                                Some(account) => words::account_name(state, account),
                                None => t!("history-another-account"),
                            }}
                        </td>
                    }
                })}
        </tr>
    }
}

fn what(state: HistoryState, entry: StoredValue<Entry>) -> impl IntoView {
    let action = entry.with_value(|entry| match entry.act {
        Act::Audited { action, .. } => Some(action),
        Act::Sim { .. } => None,
    });
    view! {
        {action.map(|action| view! { <span class="history__act">{move || history::audit_action(action)}</span> })}
        {move || {
            let sentences = entry.with_value(|entry| words::changes(entry, state));
            let sentences = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> });
            let list = sentences.collect_view();
            (!list.is_empty()).then(|| view! { <ul class="history__changes">{list}</ul> })
        }}
    }
}

/// What it was done to, with the way there.
fn subject(entry: StoredValue<Entry>) -> AnyView {
    entry.with_value(|entry| match &entry.act {
        Act::Sim { id, iccid, in_sight: true, .. } => sim_link(*id, iccid.clone()),
        Act::Sim { iccid, .. } => {
            let iccid = iccid.clone();
            view! { <span title=move || t!("history-left")>{iccid}</span> }.into_any()
        }
        Act::Audited { subject, .. } => {
            let (kind, id, name) = (subject.kind, subject.id, subject.name.clone());
            match kind {
                SubjectKind::Operation => operation_link(id),
                SubjectKind::Sim => sim_link(SimId(id), name),
                kind => view! {
                    <span class="history__kind">{move || history::subject_kind(kind)}</span>
                    " "
                    <span>{name}</span>
                }
                .into_any(),
            }
        }
    })
}

fn sim_link(id: SimId, iccid: String) -> AnyView {
    view! { <a href=format!("sims/{}/details", id.0)>{iccid}</a> }.into_any()
}

fn operation_link(id: u32) -> AnyView {
    view! { <a href=format!("operations/{id}")>{move || t!("history-operation", id = id.to_string())}</a> }
        .into_any()
}
