//! What an act would do, said at once from what the browser has and then by the server, and the start itself.

use super::context::SimsPage;
use crate::state::estate::Load;
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use client::{Error, IdempotencyKey};
use contract::bulk::{BulkRequest, Preview, Target};
use contract::problem::ProblemCode;
use domain::act::Action;
use domain::bitmap::Bitmap;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// How long typing rests before the server is asked, in milliseconds.
const REST: u32 = 250;

/// An act being prepared in a dialog.
#[derive(Clone, Copy)]
pub struct Preparation {
    page: SimsPage,
    scope: Scope,
    target: StoredValue<Target>,
    /// The SIMs of the target that the browser has.
    rows: StoredValue<Bitmap>,
    /// SIMs that were selected when the dialog was opened.
    selected: u64,
    latest: Latest,
    preview: RwSignal<Option<Preview>>,
    asking: RwSignal<bool>,
    starting: RwSignal<bool>,
    error: RwSignal<Option<Arc<Error>>>,
    /// The last request that was sent, with its key: pressing again after a broken connection sends the same one, so
    /// that it is done once.
    sent: StoredValue<Option<(BulkRequest, IdempotencyKey)>, LocalStorage>,
}

impl Preparation {
    /// For the SIMs of a target, of which there were so many; made inside the dialog, so that it ends with it.
    pub fn new(page: SimsPage, target: Target, selected: u64) -> Self {
        let rows = match &target {
            Target::Ids(ids) => page.estate.peek(|estate| {
                let rows = ids.iter().filter_map(|&id| estate.row(id));
                rows.filter(|&row| estate.is_present(row)).collect()
            }),
            Target::Matching { .. } => untrack(|| page.list.selected()),
        };
        Self {
            page,
            scope: Scope::new(),
            target: StoredValue::new(target),
            rows: StoredValue::new(rows),
            selected,
            latest: Latest::new(),
            preview: RwSignal::new(None),
            asking: RwSignal::new(false),
            starting: RwSignal::new(false),
            error: RwSignal::new(None),
            sent: StoredValue::new_local(None),
        }
    }

    /// How many SIMs the act is about: what was counted, or until then what was selected.
    pub fn count(self) -> u64 {
        self.preview.with(|preview| preview.as_ref().map_or(self.selected, |preview| preview.total))
    }

    pub fn preview(self) -> Signal<Option<Preview>> {
        self.preview.into()
    }

    fn starting(self) -> Signal<bool> {
        self.starting.into()
    }

    pub fn error(self) -> Signal<Option<Arc<Error>>> {
        self.error.into()
    }

    /// The request, with the number of SIMs the person was told of.
    fn request(self, action: Action, dry_run: bool) -> BulkRequest {
        let mut target = self.target.get_value();
        if let Target::Matching { expected_count, .. } = &mut target {
            *expected_count = (!dry_run).then(|| untrack(|| self.count()));
        }
        BulkRequest { action, target, dry_run }
    }

    /// Runs a task that ends with the dialog.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        self.scope.spawn(task);
    }

    /// Asks what the act would do, once typing rests; only the newest answer counts.
    pub fn ask(self, action: Action) {
        self.ask_after(REST, action, move || self.error.set(None));
    }

    /// The same without a rest: nothing is being typed.
    pub fn ask_at_once(self, action: Action) {
        self.ask_after(0, action, move || self.error.set(None));
    }

    fn ask_after(self, pause: u32, action: Action, then: impl FnOnce() + 'static) {
        let ticket = self.latest.ticket();
        let request = self.request(action, true);
        self.asking.set(true);
        self.scope.spawn(async move {
            // What was typed or opened is painted first.
            TimeoutFuture::new(0).await;
            if !ticket.is_latest() {
                return;
            }
            self.foresee(&request.action);
            TimeoutFuture::new(pause).await;
            if !ticket.is_latest() {
                return;
            }
            let answer = self.page.session.call(|api| {
                let request = request.clone();
                async move { api.preview(&request).await }
            });
            let answer = answer.await;
            if !ticket.is_latest() {
                return;
            }
            self.asking.set(false);
            match answer {
                Ok(preview) => {
                    self.preview.set(Some(preview));
                    then();
                }
                Err(error) => {
                    self.preview.set(None);
                    self.error.set(Some(Arc::new(error)));
                }
            }
        });
    }

    /// Shows what the browser makes of the act until the server answers, which alone knows the addresses on SIMs. With
    /// SIMs still to come it would be too few.
    fn foresee(self, action: &Action) {
        let estate = self.page.estate;
        if !matches!(estate.progress().get_untracked(), Load::Ready) {
            return;
        }
        let accounts = estate.accounts().get_untracked();
        let outlook =
            self.rows.with_value(|rows| estate.peek(|estate| estate.outlook(rows, &accounts, action)));
        self.preview.set(Some(Preview::new(outlook, None)));
    }

    /// There is nothing to ask about: what was typed makes no sense yet.
    pub fn forget(self) {
        self.latest.ticket();
        self.asking.set(false);
        self.preview.set(None);
        self.error.set(None);
    }

    /// Starts the act and closes the dialog once the server has taken it. A second press meanwhile does nothing.
    pub fn start(self, action: Action, close: Callback<()>) {
        if self.starting.get_untracked() {
            return;
        }
        let request = self.request(action.clone(), false);
        let known = self.sent.with_value(|sent| sent.clone()).filter(|(sent, _)| *sent == request);
        let (request, key) = known.unwrap_or_else(|| (request, IdempotencyKey::new()));
        self.sent.set_value(Some((request.clone(), key.clone())));
        self.starting.set(true);
        self.error.set(None);
        self.scope.spawn(async move {
            let started = self.page.operations.start(request, key).await;
            self.starting.set(false);
            match started {
                Ok(()) => close.run(()),
                Err(error) => {
                    let count_changed = error.code() == Some(ProblemCode::CountChanged);
                    self.error.set(Some(Arc::new(error)));
                    if count_changed {
                        // Counts anew; the message that it has to be stays.
                        self.ask_after(0, action, || {});
                    }
                }
            }
        });
    }
}

/// How many SIMs change, which do not and why, and what went wrong.
pub fn summary(
    preparation: Preparation,
    changing: impl Fn(u64) -> String + Send + Sync + 'static,
) -> impl IntoView {
    let changing = StoredValue::new(changing);
    // Where the server says the same as the browser did before, nothing is drawn and read out again.
    let counts = Memo::new(move |_| {
        preparation.preview.with(|preview| preview.as_ref().map(|it| (it.changing, it.refused.clone())))
    });
    view! {
        <div class="preview" aria-live="polite" aria-busy=move || preparation.asking.get().to_string()>
            {move || counts.get().map(|(count, refused)| {
                view! {
                    <p class="preview__changing">{changing.with_value(|changing| changing(count))}</p>
                    {(!refused.is_empty()).then(|| view! {
                        <ul class="preview__refused">
                            {refused.into_iter().map(|refusal| view! {
                                <li>
                                    <strong>{t!("preview-refused", count = refusal.count)}</strong>
                                    " "
                                    {text::reason(refusal.reason)}
                                    <span class="preview__examples">{refusal.examples.join(", ")}</span>
                                </li>
                            }).collect_view()}
                        </ul>
                    })}
                }
            })}
        </div>
        {move || preparation.error.get().map(|error| view! {
            <Notice kind=NoticeKind::Danger><p>{text::problem(&error)}</p></Notice>
        })}
    }
}

/// Why the act cannot be started, as the server has it: while it is being asked nothing hinders.
pub fn hindrance(preparation: Preparation) -> Option<String> {
    let nothing = preparation.preview.with(|preview| preview.as_ref().is_some_and(|it| it.changing == 0));
    (nothing && !preparation.asking.get()).then(|| t!("preview-nothing-changes"))
}

/// "Cancel" and the button that starts the act, at the foot of its dialog.
pub fn actions(
    preparation: Preparation,
    close: Callback<()>,
    start: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    actions_as(ButtonVariant::Primary, preparation, close, start)
}

/// [`actions`] with a button of another kind.
pub fn actions_as(
    variant: ButtonVariant,
    preparation: Preparation,
    close: Callback<()>,
    start: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    view! {
        <Button on_press=close>{move || t!("app-cancel")}</Button>
        <Button
            variant=variant
            submit=true
            busy=preparation.starting()
            disabled_reason=Signal::derive(move || hindrance(preparation))
        >
            {start}
        </Button>
    }
}
