//! "Create API token": what it is to be, and then, once, what it is.

mod secret;

use super::TokensTab;
use crate::state::scope::Scope;
use crate::t;
use crate::text::{self, format};
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::field::{SelectField, TextField};
use crate::ui::notice::{Notice, NoticeKind};
use client::{Error, IdempotencyKey};
use contract::problem::FieldCode;
use contract::token::{CreatedToken, NewToken};
use domain::permission::Role;
use domain::time::{DAY, Timestamp};
use domain::token::{BadExpiry, NAME_LENGTH, check_expiry};
use leptos::prelude::*;
use std::sync::Arc;

/// Days after which a token ends when nobody chooses otherwise.
const USUAL_LIFE: u64 = 365;

/// What is typed, and what became of it.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    role: RwSignal<Role>,
    /// As a date field has it.
    expires: RwSignal<String>,
    busy: RwSignal<bool>,
    name_problem: RwSignal<Option<FieldCode>>,
    expires_problem: RwSignal<Option<FieldCode>>,
    error: RwSignal<Option<Arc<Error>>>,
    /// What was sent last, with its key: the same sent again makes no second token.
    sent: StoredValue<Option<(NewToken, IdempotencyKey)>, LocalStorage>,
    made: RwSignal<Option<CreatedToken>>,
}

/// Opens the dialog.
pub fn create(tab: TokensTab) {
    tab.page.dialogs.open(move |close| dialog(tab, close).into_any());
}

fn dialog(tab: TokensTab, close: Callback<()>) -> impl IntoView {
    let scope = Scope::new();
    let later = i64::from(format::now().unix()) + (USUAL_LIFE * DAY).cast_signed();
    let form = Form {
        name: RwSignal::new(String::new()),
        role: RwSignal::new(Role::ViewOnly),
        expires: RwSignal::new(format::day_of(Timestamp::from_unix(later))),
        busy: RwSignal::new(false),
        name_problem: RwSignal::new(None),
        expires_problem: RwSignal::new(None),
        error: RwSignal::new(None),
        sent: StoredValue::new_local(None),
        made: RwSignal::new(None),
    };
    let submit = Callback::new(move |()| {
        if form.made.with_untracked(Option::is_some) {
            close.run(());
        } else if !form.busy.get_untracked()
            && let Some(new) = form.read()
        {
            let key = form.key_for(&new);
            form.busy.set(true);
            scope.spawn(async move {
                let made = tab.state.create(&new, &key).await;
                form.take(made);
            });
        }
    });
    let title = Signal::derive(move || match form.made.with(Option::is_some) {
        true => t!("token-created-title"),
        false => t!("tokens-create"),
    });
    let actions = move || {
        view! {
            {move || match form.made.with(Option::is_some) {
                true => view! {
                    <Button variant=ButtonVariant::Primary submit=true>{move || t!("token-done")}</Button>
                }
                .into_any(),
                false => view! {
                    <Button on_press=close>{move || t!("app-cancel")}</Button>
                    <Button variant=ButtonVariant::Primary submit=true busy=form.busy>
                        {move || t!("token-create")}
                    </Button>
                }
                .into_any(),
            }}
        }
    };
    view! {
        <Dialog title=title on_close=close on_submit=submit actions=actions>
            {move || match form.made.get() {
                Some(made) => secret::secret(tab.page, made).into_any(),
                None => fields(tab, form).into_any(),
            }}
        </Dialog>
    }
}

impl Form {
    /// What is typed; tells what is wrong with it otherwise.
    fn read(self) -> Option<NewToken> {
        let name = self.name.get_untracked().trim().to_owned();
        let name_problem = match name.chars().count() {
            0 => Some(FieldCode::Required),
            length if length > NAME_LENGTH => Some(FieldCode::TooLong),
            _ => None,
        };
        // To the end of that day.
        let expires_at = self
            .expires
            .with_untracked(|day| format::start_of_day(day))
            .map(|start| Timestamp::from_unix(i64::from(start.unix()) + DAY.cast_signed() - 1));
        let expires_problem = match expires_at.map(|time| check_expiry(time, format::now())) {
            None => Some(FieldCode::Required),
            Some(Err(BadExpiry::Past)) => Some(FieldCode::InThePast),
            Some(Err(BadExpiry::TooFar)) => Some(FieldCode::TooFarAhead),
            Some(Ok(())) => None,
        };
        self.error.set(None);
        self.name_problem.set(name_problem);
        self.expires_problem.set(expires_problem);
        let in_order = name_problem.is_none() && expires_problem.is_none();
        let expires_at = expires_at.filter(|_| in_order)?;
        Some(NewToken { name, role: self.role.get_untracked(), expires_at })
    }

    fn key_for(self, new: &NewToken) -> IdempotencyKey {
        let known = self.sent.with_value(|sent| sent.clone().filter(|(sent, _)| sent == new));
        let key = known.map_or_else(IdempotencyKey::new, |(_, key)| key);
        self.sent.set_value(Some((new.clone(), key.clone())));
        key
    }

    fn take(self, made: Result<CreatedToken, Error>) {
        self.busy.set(false);
        match made {
            Ok(made) => self.made.set(Some(made)),
            Err(error) => {
                self.name_problem.set(error.field("/name"));
                self.expires_problem.set(error.field("/expires_at"));
                let at_a_field = error.field("/name").is_some() || error.field("/expires_at").is_some();
                self.error.set((!at_a_field).then(|| Arc::new(error)));
            }
        }
    }
}

fn fields(tab: TokensTab, form: Form) -> impl IntoView {
    let own = tab.page.session.user().map_or(Role::ViewOnly, |user| user.role);
    let roles = Signal::derive(move || {
        let given = Role::ALL.iter().filter(|role| own.may_give(**role));
        given.map(|&role| (role.code().to_owned(), text::role(role))).collect::<Vec<_>>()
    });
    let words =
        |problem: RwSignal<Option<FieldCode>>| Signal::derive(move || problem.get().map(text::field_problem));
    view! {
        <TextField
            label=Signal::derive(|| t!("token-name"))
            hint=Signal::derive(|| Some(t!("token-name-hint")))
            value=form.name
            on_input=Callback::new(move |text| {
                form.name.set(text);
                form.name_problem.set(None);
            })
            error=words(form.name_problem)
            required=true
        />
        <SelectField
            label=Signal::derive(|| t!("token-role"))
            options=roles
            value=Signal::derive(move || form.role.get().code().to_owned())
            on_change=Callback::new(move |code: String| {
                if let Some(role) = Role::from_code(&code) {
                    form.role.set(role);
                }
            })
        />
        <TextField
            label=Signal::derive(|| t!("token-expires"))
            hint=Signal::derive(|| Some(t!("token-expires-hint")))
            kind="date"
            value=form.expires
            on_input=Callback::new(move |day| {
                form.expires.set(day);
                form.expires_problem.set(None);
            })
            error=words(form.expires_problem)
            required=true
        />
        {move || form.error.get().map(|error| view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("token-not-created")} " " {too_many_or(&error)}</p>
            </Notice>
        })}
    }
}

/// The one thing that can be wrong with the whole, or what else failed.
fn too_many_or(error: &Error) -> String {
    match error.field("") {
        Some(FieldCode::TooMany) => t!("tokens-too-many"),
        _ => text::problem(error),
    }
}
