//! What is asked for: who, what, when, and of which account. All of it stands in the address.

use super::address::Address;
use super::export;
use super::people::{self, People};
use crate::pages::account_choices::account_choices;
use crate::state::accounts::use_accounts;
use crate::state::history::{HistoryFilter, HistoryState, Source};
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text::{self, format, history};
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::combobox::Combobox;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::{Icon, IconName};
use domain::account::AccountId;
use domain::audit::{AuditAction, AuditGroup};
use domain::history::{Cause, SimField};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// How long typing rests before it is asked for, in milliseconds.
const REST: u32 = 300;

/// The element that holds the fields.
const FIELDS: &str = "history-fields";

/// The filter as it is being edited. The address follows as soon as typing rests.
#[derive(Clone, Copy)]
struct Editor {
    address: Address,
    draft: RwSignal<HistoryFilter>,
    /// What the address was last made to ask for: it comes back from there later, while more is typed.
    sent: StoredValue<HistoryFilter>,
    /// Counts what was asked for in another way than by these fields: those that keep what is typed begin anew.
    renewals: RwSignal<u32>,
    scope: Scope,
    latest: Latest,
}

impl Editor {
    fn new(address: Address) -> Self {
        let editor = Self {
            address,
            draft: RwSignal::new(address.filter.get_untracked()),
            sent: StoredValue::new(address.filter.get_untracked()),
            renewals: RwSignal::new(0),
            scope: Scope::new(),
            latest: Latest::new(),
        };
        Effect::new(move |_| {
            let now = address.filter.get();
            if editor.sent.with_value(|sent| *sent != now) {
                editor.sent.set_value(now.clone());
                editor.begin_anew(now);
            }
        });
        editor
    }

    fn begin_anew(self, filter: HistoryFilter) {
        self.latest.ticket();
        self.draft.set(filter);
        self.renewals.update(|renewals| *renewals += 1);
    }

    fn change(self, rest: u32, change: impl FnOnce(&mut HistoryFilter)) {
        self.draft.update(change);
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            if rest > 0 {
                TimeoutFuture::new(rest).await;
            }
            if ticket.is_latest() {
                let filter = self.draft.get_untracked();
                self.sent.set_value(filter.clone());
                self.address.ask(&filter);
            }
        });
    }

    /// Asks for something else altogether.
    fn replace(self, filter: HistoryFilter) {
        self.begin_anew(filter);
        self.change(0, |_| {});
    }

    fn get<T>(self, read: impl Fn(&HistoryFilter) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Send + Sync + 'static,
    {
        Signal::derive(move || self.draft.with(&read))
    }
}

pub fn filters(address: Address, people: People, state: HistoryState) -> impl IntoView {
    let editor = Editor::new(address);
    let audit = state.source() == Source::Audit;
    let wrong = Signal::derive(move || {
        address.filter.with(|filter| filter.faults().any()).then(|| t!("history-wrong-filter"))
    });
    // Where there is little room the fields wait until they are wanted, or wrong. Whether there is, is a matter of style.
    let is_out = RwSignal::new(wrong.with_untracked(Option::is_some));
    let is_filtered = Memo::new(move |_| editor.draft.with(|filter| !filter.is_empty()));
    view! {
        <div class="history-filter" role="search" aria-label=move || t!("history-filter")>
            <button
                type="button"
                class="button history-filter__fold"
                class:is-active=is_filtered
                aria-expanded=move || if is_out.get() { "true" } else { "false" }
                aria-controls=FIELDS
                on:click=move |_| is_out.update(|out| *out = !*out)
            >
                <Icon name=IconName::Filter />
                <span>{move || t!("history-filter")}</span>
            </button>
            <div id=FIELDS class="history-filter__fields" class:is-out=is_out>
                {who(editor, people)} {account(editor)}
                {if audit { acts(editor).into_any() } else { changes(editor).into_any() }} {days(editor)}
            </div>
            <div class="history-filter__tools">
                {presets(editor)}
                <span class="history-filter__end">
                    <Button
                        variant=ButtonVariant::Bare
                        icon=IconName::Close
                        on_press=Callback::new(move |()| editor.replace(HistoryFilter::default()))
                    >
                        {move || t!("history-clear")}
                    </Button>
                    {export::button(state, wrong)}
                </span>
            </div>
        </div>
    }
}

fn who(editor: Editor, people: People) -> impl IntoView {
    let asked = editor.get(|filter| filter.who.map(people::value));
    let failed = Signal::derive(move || {
        people.failure().map(|error| format!("{} {}", t!("history-people-not-read"), text::problem(&error)))
    });
    let choose = Callback::new(move |value: Option<u32>| {
        editor.change(0, |filter| filter.who = value.map(people::chosen));
    });
    move || {
        editor.renewals.track();
        let who = editor.draft.with_untracked(|draft| draft.who);
        // A field takes what stands in it from the start.
        people.is_read().then(|| {
            view! {
                <Combobox
                    label=move || t!("history-who")
                    options=Signal::derive(move || people.choices(who))
                    value=asked
                    placeholder=Signal::derive(move || t!("history-anybody"))
                    error=failed
                    on_choose=choose
                />
            }
        })
    }
}

fn account(editor: Editor) -> impl IntoView {
    let tree = use_accounts().tree();
    let read = Memo::new(move |_| tree.with(|tree| !tree.is_empty()));
    let asked = editor.get(|filter| filter.account.map(|account| account.0));
    let choose = Callback::new(move |value: Option<u32>| {
        editor.change(0, |filter| filter.account = value.map(AccountId));
    });
    move || {
        editor.renewals.track();
        read.get().then(|| {
            view! {
                <Combobox
                    label=move || t!("column-account")
                    options=Signal::derive(move || tree.with(|tree| account_choices(tree, |_| None)))
                    value=asked
                    placeholder=Signal::derive(move || t!("history-any-account"))
                    on_choose=choose
                />
            }
        })
    }
}

/// A code in a select; empty for any.
fn choices<T: Copy>(
    any: String,
    all: &[T],
    code: fn(T) -> &'static str,
    name: fn(T) -> String,
) -> Vec<(String, String)> {
    let codes = all.iter().map(|&it| (code(it).to_owned(), name(it)));
    std::iter::once((String::new(), any)).chain(codes).collect()
}

/// What is asked for of the history of SIMs.
fn changes(editor: Editor) -> impl IntoView {
    let iccid_fault = editor.get(|filter| filter.faults().iccid);
    view! {
        <SelectField
            label=move || t!("history-what-changed")
            options=Signal::derive(move || {
                choices(t!("history-anything"), SimField::ALL, SimField::code, history::sim_field)
            })
            value=editor.get(|filter| filter.field.map(SimField::code).unwrap_or_default().to_owned())
            on_change=move |code: String| editor.change(0, |filter| filter.field = SimField::from_code(&code))
        />
        <SelectField
            label=move || t!("history-why")
            options=Signal::derive(move || {
                choices(t!("history-any-cause"), Cause::ALL, Cause::code, history::cause)
            })
            value=editor.get(|filter| filter.cause.map(Cause::code).unwrap_or_default().to_owned())
            on_change=move |code: String| editor.change(0, |filter| filter.cause = Cause::from_code(&code))
        />
        <TextField
            label=move || t!("history-iccid")
            inputmode="numeric"
            value=editor.get(|filter| filter.iccid.clone())
            error=Signal::derive(move || iccid_fault.get().then(|| t!("history-not-an-iccid")))
            on_input=move |iccid: String| editor.change(REST, |filter| filter.iccid = iccid)
        />
    }
}

/// What is asked for of the audit log.
fn acts(editor: Editor) -> impl IntoView {
    let group = editor.get(|filter| filter.group);
    let actions = Signal::derive(move || {
        let of_group = |action: &AuditAction| group.get().is_none_or(|group| action.group() == group);
        let all: Vec<AuditAction> = AuditAction::ALL.iter().copied().filter(of_group).collect();
        choices(t!("history-any-act"), &all, AuditAction::code, history::audit_action)
    });
    view! {
        <SelectField
            label=move || t!("history-about")
            options=Signal::derive(move || {
                choices(t!("history-anything"), AuditGroup::ALL, AuditGroup::code, history::audit_group)
            })
            value=editor.get(|filter| filter.group.map(AuditGroup::code).unwrap_or_default().to_owned())
            on_change=move |code: String| {
                editor.change(0, |filter| {
                    filter.group = AuditGroup::from_code(&code);
                    filter.action = filter.action.filter(|action| Some(action.group()) == filter.group);
                });
            }
        />
        <SelectField
            label=move || t!("history-act")
            options=actions
            value=editor.get(|filter| filter.action.map(AuditAction::code).unwrap_or_default().to_owned())
            on_change=move |code: String| {
                editor.change(0, |filter| {
                    filter.action = AuditAction::from_code(&code);
                    filter.group = filter.action.map(AuditAction::group).or(filter.group);
                });
            }
        />
        <TextField
            label=move || t!("history-name")
            value=editor.get(|filter| filter.text.clone())
            on_input=move |text: String| editor.change(REST, |filter| filter.text = text)
        />
    }
}

fn days(editor: Editor) -> impl IntoView {
    let faults = editor.get(HistoryFilter::faults);
    let not_a_day = |wrong: bool| wrong.then(|| t!("history-not-a-day"));
    view! {
        <TextField
            label=move || t!("history-from")
            kind="date"
            value=editor.get(|filter| filter.from.clone())
            error=Signal::derive(move || not_a_day(faults.get().from))
            on_input=move |day: String| editor.change(REST, |filter| filter.from = day)
        />
        <TextField
            label=move || t!("history-to")
            kind="date"
            value=editor.get(|filter| filter.to.clone())
            error=Signal::derive(move || {
                let faults = faults.get();
                not_a_day(faults.to).or_else(|| faults.order.then(|| t!("history-ends-early")))
            })
            on_input=move |day: String| editor.change(REST, |filter| filter.to = day)
        />
    }
}

/// Spans that end now.
fn presets(editor: Editor) -> impl IntoView {
    // A span of seven days is today and the six before.
    let preset = move |label: Signal<String>, days_before: Option<u32>| {
        let from = move || days_before.map(format::days_ago).unwrap_or_default();
        let chosen = move || editor.draft.with(|draft| draft.to.is_empty() && draft.from == from());
        view! {
            <button
                type="button"
                class="history-filter__preset"
                aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=move |_| {
                    editor.change(0, |filter| (filter.from, filter.to) = (from(), String::new()));
                }
            >
                {move || label.get()}
            </button>
        }
    };
    view! {
        {preset(Signal::derive(move || t!("history-any-time")), None)}
        {preset(Signal::derive(move || t!("history-today")), Some(0))}
        {preset(Signal::derive(move || t!("history-last-days", days = 7)), Some(6))}
        {preset(Signal::derive(move || t!("history-last-days", days = 30)), Some(29))}
    }
}
