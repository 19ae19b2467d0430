//! A password that somebody chooses, and what is said about it meanwhile.

use super::password_field::PasswordField;
use crate::behaviour::ids;
use crate::state::scope::Scope;
use crate::state::session::{SessionState, use_session};
use crate::t;
use crate::text;
use contract::problem::FieldCode;
use contract::strength::{PasswordStrength, PasswordToJudge, TAKEN, Weakness};
use domain::user::{PASSWORD_LEAST, PASSWORD_MOST};
use futures::future::{AbortHandle, abortable};
use gloo_timers::future::TimeoutFuture;
use leptos::html::Input;
use leptos::prelude::*;

/// Milliseconds for which typing rests before the API is asked.
const REST: u32 = 300;
/// The parts of the meter: one more than the lowest score has.
const PARTS: u8 = 4;

/// A password being chosen.
#[derive(Clone, Copy)]
pub struct NewPassword {
    pub field: NodeRef<Input>,
    session: SessionState,
    scope: Scope,
    /// What is known of the person.
    known: Signal<Vec<String>>,
    judged: RwSignal<Option<PasswordStrength>>,
    /// What is wrong with it before it is sent.
    problem: RwSignal<Option<FieldCode>>,
    asking: StoredValue<Option<AbortHandle>>,
}

impl NewPassword {
    /// To be called in the body of a component, with what is known of the person: name, e-mail address.
    pub fn new(known: Signal<Vec<String>>) -> Self {
        Self {
            field: NodeRef::new(),
            session: use_session(),
            scope: Scope::new(),
            known,
            judged: RwSignal::new(None),
            problem: RwSignal::new(None),
            asking: StoredValue::new(None),
        }
    }

    /// What stands in the field.
    pub fn value(self) -> String {
        self.field.get_untracked().map(|field| field.value()).unwrap_or_default()
    }

    /// Whether it can be sent; if not, says why at the field.
    pub fn check(self) -> bool {
        let length = self.value().chars().count();
        let problem = match length {
            0 => Some(FieldCode::Required),
            1..PASSWORD_LEAST => Some(FieldCode::TooShort),
            _ if length > PASSWORD_MOST => Some(FieldCode::TooLong),
            _ => None,
        };
        self.problem.set(problem);
        problem.is_none()
    }

    /// Asks the API about what stands in the field, when typing has come to rest. Without an answer nothing is said: it
    /// can be sent all the same.
    fn typed(self) {
        self.problem.set(None);
        if let Some(before) = self.asking.try_update_value(Option::take).flatten() {
            before.abort();
        }
        let password = self.value();
        if password.is_empty() {
            self.judged.set(None);
            return;
        }
        let question = PasswordToJudge { password, words: self.known.get_untracked() };
        let (ask, handle) = abortable(async move {
            TimeoutFuture::new(REST).await;
            self.session.api().password_strength(&question).await.ok()
        });
        self.asking.set_value(Some(handle));
        self.scope.spawn(async move {
            if let Ok(judged) = ask.await {
                self.judged.set(judged);
            }
        });
    }
}

/// The field, with a meter and what would make the password better.
#[component]
pub fn NewPasswordField(
    password: NewPassword,
    /// What the API said about it.
    #[prop(into)]
    refused: Signal<Option<FieldCode>>,
    /// To be called when something is typed.
    on_input: Callback<()>,
) -> impl IntoView {
    let hint_id = ids::unique("strength");
    let error = Signal::derive(move || password.problem.get().or_else(|| refused.get()).map(about_field));
    view! {
        <PasswordField
            node_ref=password.field
            label=Signal::derive(|| t!("new-password"))
            autocomplete="new-password"
            error
            hint_id=hint_id.clone()
            on_input=Callback::new(move |()| {
                on_input.run(());
                password.typed();
            })
        />
        <div id=hint_id class="strength">
            {move || match password.judged.get() {
                None => view! { <p class="strength__hint">{t!("new-password-hint", least = text::format::count(PASSWORD_LEAST as u64))}</p> }.into_any(),
                Some(judged) => meter(&judged).into_any(),
            }}
            <p class="visually-hidden" role="status">
                {move || password.judged.get().map(|judged| in_words(&judged))}
            </p>
        </div>
    }
}

fn meter(judged: &PasswordStrength) -> impl IntoView + use<> {
    let score = judged.score;
    let is_taken = score >= TAKEN;
    let filled = move |part: u8| part < score.max(1);
    let parts = (0..PARTS).map(|part| {
        view! { <span class="strength__part" class:strength__part--filled=filled(part)></span> }
    });
    view! {
        <div class="strength__meter" class:strength__meter--taken=is_taken aria-hidden="true">
            {parts.collect_view()}
        </div>
        <p class="strength__word" aria-hidden="true">{word(score)}</p>
        {advice(judged).map(|sentence| view! { <p class="strength__hint" aria-hidden="true">{sentence}</p> })}
    }
}

/// The same for ears.
fn in_words(judged: &PasswordStrength) -> String {
    let mut words = vec![t!("strength", word = word(judged.score))];
    words.extend(advice(judged));
    words.join(" ")
}

fn word(score: u8) -> String {
    match score {
        0 | 1 => t!("strength-very-weak"),
        2 => t!("strength-weak"),
        3 => t!("strength-good"),
        _ => t!("strength-strong"),
    }
}

/// What above all makes it weak, and how to mend it. Of a good one there is nothing to say.
fn advice(judged: &PasswordStrength) -> Option<String> {
    let first = judged.weaknesses.first().copied().unwrap_or(Weakness::Unknown);
    (judged.score < TAKEN).then(|| text::weakness(first))
}

/// The length is said with its number: the person has to count.
fn about_field(code: FieldCode) -> String {
    match code {
        FieldCode::TooShort => text::weakness(Weakness::TooShort),
        FieldCode::TooLong => text::weakness(Weakness::TooLong),
        code => text::field_problem(code),
    }
}
