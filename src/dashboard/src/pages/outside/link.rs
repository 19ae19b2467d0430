//! What all mailed links have in common: asking whom one is for, and links that lead nowhere.

use crate::state::entrance::use_entrance;
use crate::state::scope::Scope;
use crate::state::session::{Phase, SessionState, use_session};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::{Api, Error};
use contract::problem::ProblemCode;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// A link and what the API says about it.
pub struct Link<T: 'static> {
    pub session: SessionState,
    pub scope: Scope,
    pub about: RwSignal<Option<Result<Arc<T>, Arc<Error>>>>,
    ask: StoredValue<Box<dyn Fn()>, LocalStorage>,
}

impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Link<T> {}

impl<T: Send + Sync + 'static> Link<T> {
    /// Asks the API about a link. To be called in the body of its page.
    pub fn new<F>(ask: impl Fn(Api) -> F + Clone + 'static) -> Self
    where
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let (session, scope) = (use_session(), Scope::new());
        let about = RwSignal::new(None::<Result<Arc<T>, Arc<Error>>>);
        let ask = StoredValue::new_local(Box::new(move || {
            about.set(None);
            let answer = ask(session.api());
            scope.spawn(async move {
                about.set(Some(answer.await.map(Arc::new).map_err(Arc::new)));
            });
        }) as Box<dyn Fn()>);
        let link = Self { session, scope, about, ask };
        link.ask();
        link
    }

    /// Asks again.
    pub fn ask(self) {
        self.ask.with_value(|ask| ask());
    }

    /// Who is signed in here. Nobody, while that is not known.
    pub fn somebody(self) -> Option<(String, String)> {
        self.session.user().map(|user| (user.name, user.email))
    }

    /// Whether all is known that the page depends on.
    pub fn is_known(self) -> bool {
        let starting = self.session.phase.with(|phase| matches!(phase, Phase::Starting));
        !starting && self.about.with(Option::is_some)
    }
}

/// What stands there while the API is asked.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">{move || t!("link-waiting")}</p>
        <Skeleton lines=3 />
    }
}

/// A link that leads nowhere and what to do now, or a failure after which one can try again.
#[component]
pub fn LinkTrouble(
    error: Arc<Error>,
    /// What can be done about a link that no longer works.
    #[prop(into)]
    advice: Signal<String>,
    /// Whether a new password can be asked for.
    offers_new: bool,
    again: Callback<()>,
) -> impl IntoView {
    let entrance = use_entrance();
    if error.code() != Some(ProblemCode::LinkInvalid) {
        return view! {
            <Notice kind=NoticeKind::Danger>
                <p>{move || text::problem(&error)}</p>
                <Button on_press=again>{move || t!("app-retry")}</Button>
            </Notice>
        }
        .into_any();
    }
    view! {
        <p>{move || t!("link-invalid")}</p>
        <p class="sign-in__detail">{move || advice.get()}</p>
        <div class="sign-in__acts">
            <Show when=move || offers_new>
                <Button
                    variant=ButtonVariant::Primary
                    on_press=Callback::new(move |()| entrance.forgot_password())
                >
                    {move || t!("forgot-ask")}
                </Button>
            </Show>
            <Button on_press=Callback::new(move |()| entrance.leave(None))>{move || t!("to-sign-in")}</Button>
        </div>
    }
    .into_any()
}

/// Somebody is signed in here: first that has to end.
#[component]
pub fn SignedInAs(name: String, email: String) -> impl IntoView {
    let (session, scope) = (use_session(), Scope::new());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Error>));
    let sign_out = move |()| {
        busy.set(true);
        failure.set(None);
        scope.spawn(async move {
            if let Err(error) = session.sign_out_here().await {
                busy.set(false);
                failure.set(Some(error));
            }
        });
    };
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>{move || t!("signed-in-as", name = name.clone(), email = email.clone())}</p>
        </Notice>
        {move || failure.get().map(|error| view! {
            <Notice kind=NoticeKind::Danger><p>{text::problem(&error)}</p></Notice>
        })}
        <div class="sign-in__acts">
            <Button variant=ButtonVariant::Primary busy=busy on_press=Callback::new(sign_out)>
                {move || t!("sign-out")}
            </Button>
        </div>
    }
}
