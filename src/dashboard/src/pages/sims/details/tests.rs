//! Pings and diagnostics of the SIM: asked for here or from the list, and what they found.

mod outcome;

use super::Details;
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, IdempotencyKey};
use contract::activity::{SimTest, TestKind};
use domain::permission::Permission;
use domain::sim::SimId;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// Between two looks at a test that runs, in milliseconds.
const LOOK: u32 = 500;

/// Why the SIM cannot be tested.
fn hindrance(details: Details) -> Option<String> {
    details.of(|sim| sim.status.editable().err()).flatten().map(text::reason)
}

/// Tests a SIM from the list; what was found is told as a message, and more of it is on the SIM's page.
pub fn ask_for(page: SimsPage, id: SimId, kind: TestKind) {
    let iccid = page.estate.peek(|estate| estate.row(id).map(|row| estate.iccid(row).to_string()));
    let iccid = iccid.unwrap_or_default();
    let begun = page.toasts.show(Toast::new(
        ToastKind::Info,
        match kind {
            TestKind::Ping => t!("ping-begun", iccid = iccid.as_str()),
            TestKind::Diagnostics => t!("diagnostics-begun", iccid = iccid.as_str()),
        },
    ));
    let show = move || {
        page.details_tab.set(super::page::TESTS);
        page.show_page(id);
    };
    page.scope.spawn(async move {
        let told = match carry_out(page, id, kind, |_| {}).await {
            Ok(test) => Toast::new(ToastKind::Info, format!("{iccid}: {}", outcome::summary(&test))),
            Err(error) => Toast::new(ToastKind::Danger, format!("{iccid}: {}", text::problem(&error))),
        };
        page.toasts.dismiss(begun);
        page.toasts.show(told.with_action(t!("act-show-details"), show));
    });
}

/// Begins a test, tells it, and gives it when it is done.
async fn carry_out(
    page: SimsPage,
    id: SimId,
    kind: TestKind,
    begun: impl FnOnce(&SimTest),
) -> Result<SimTest, Error> {
    let key = IdempotencyKey::new();
    let ask = |api: client::Api| {
        let key = key.clone();
        async move { api.test_sim(id, kind, &key).await }
    };
    let test = page.session.call(ask).await?;
    begun(&test);
    finished(page, test).await
}

/// The test when it is done.
async fn finished(page: SimsPage, mut test: SimTest) -> Result<SimTest, Error> {
    while test.result.is_none() {
        TimeoutFuture::new(LOOK).await;
        let (sim, id) = (test.sim_id, test.id);
        test = page.session.call(move |api| async move { api.sim_test(sim, id).await }).await?;
    }
    Ok(test)
}

/// What is known of the tests.
#[derive(Clone, Copy)]
struct Tests {
    details: Details,
    known: RwSignal<Option<Vec<SimTest>>>,
    /// Which one was asked for here and is not done.
    busy: RwSignal<Option<TestKind>>,
    error: RwSignal<Option<Arc<Error>>>,
}

impl Tests {
    fn read(self) {
        self.details.scope.spawn(async move {
            let (page, id) = (self.details.page, self.details.id);
            match page.session.call(move |api| async move { api.sim_tests(id).await }).await {
                Ok(tests) => {
                    // Somebody else's, or one that was asked for before the page was left.
                    let running: Vec<_> =
                        tests.iter().filter(|test| test.result.is_none()).cloned().collect();
                    self.error.set(None);
                    self.known.set(Some(tests));
                    for test in running {
                        if let Ok(test) = finished(page, test).await {
                            self.note(test);
                        }
                    }
                }
                Err(error) => self.error.set(Some(Arc::new(error))),
            }
        });
    }

    /// Takes in how far a test is.
    fn note(self, test: SimTest) {
        self.known.update(|known| {
            let known = known.get_or_insert_default();
            match known.iter_mut().find(|other| other.id == test.id) {
                Some(place) => *place = test,
                None => known.insert(0, test),
            }
        });
    }

    fn run(self, kind: TestKind) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        self.busy.set(Some(kind));
        self.error.set(None);
        self.details.scope.spawn(async move {
            let (page, id) = (self.details.page, self.details.id);
            let done = carry_out(page, id, kind, |test| self.note(test.clone())).await;
            self.busy.set(None);
            match done {
                Ok(test) => {
                    page.live.say(outcome::summary(&test));
                    self.note(test);
                }
                Err(error) => self.error.set(Some(Arc::new(error))),
            }
        });
    }
}

pub fn tests(details: Details) -> impl IntoView {
    let tests =
        Tests { details, known: RwSignal::new(None), busy: RwSignal::new(None), error: RwSignal::new(None) };
    tests.read();
    let loading = move || tests.known.with(Option::is_none) && tests.error.with(Option::is_none);
    let none = move || tests.known.with(|known| known.as_ref().is_some_and(Vec::is_empty));
    view! {
        <div class="sim-page__panel">
            <Show when=move || details.page.session.may(Permission::SimpleTasks)>
                <div class="sim-page__tools">
                    {button(tests, TestKind::Ping)}
                    {button(tests, TestKind::Diagnostics)}
                </div>
            </Show>
            {move || tests.error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("tests-failed")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| tests.read())>{move || t!("app-retry")}</Button>
                </Notice>
            })}
            {move || loading().then(|| view! { <Skeleton lines=3/> })}
            {move || none().then(|| view! { <p class="sim-page__none">{t!("tests-none")}</p> })}
            <For
                each=move || tests.known.get().unwrap_or_default()
                key=|test| (test.id, test.result.is_some())
                children=move |test| outcome::outcome(&test)
            />
        </div>
    }
}

fn button(tests: Tests, kind: TestKind) -> impl IntoView {
    let icon = match kind {
        TestKind::Ping => IconName::Ping,
        TestKind::Diagnostics => IconName::Diagnose,
    };
    view! {
        <Button
            icon
            busy=Signal::derive(move || tests.busy.get() == Some(kind))
            disabled_reason=Signal::derive(move || hindrance(tests.details))
            on_press=Callback::new(move |()| tests.run(kind))
        >
            {move || match kind {
                TestKind::Ping => t!("act-ping"),
                TestKind::Diagnostics => t!("act-diagnose"),
            }}
        </Button>
    }
}
