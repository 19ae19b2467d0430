//! Whose doings can be asked for: the users of the person's part of the tree, and the API tokens of the own account.

use crate::state::history::Who;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::t;
use crate::ui::combobox::Choice;
use client::{Error, UserQuery};
use contract::token::ApiToken;
use contract::user::{MOST_USERS, ManagedUser};
use domain::permission::Permission;
use leptos::prelude::*;
use std::sync::Arc;

/// Most pages of users: nobody looks for somebody among more by going through a list.
const MOST_PAGES: usize = 4;
/// Choices are numbers; this one tells a token from a user.
const TOKEN: u32 = 1 << 31;

/// Those who can be chosen.
#[derive(Clone, Copy)]
pub struct People {
    session: SessionState,
    scope: Scope,
    users: RwSignal<Vec<ManagedUser>>,
    tokens: RwSignal<Vec<ApiToken>>,
    /// None while they are being read.
    read: RwSignal<Option<Result<(), Arc<Error>>>>,
}

impl People {
    /// To be called in the body of the page.
    pub fn new(session: SessionState) -> Self {
        Self {
            session,
            scope: Scope::new(),
            users: RwSignal::new(Vec::new()),
            tokens: RwSignal::new(Vec::new()),
            read: RwSignal::new(None),
        }
    }

    /// Whether they are known as far as they will be.
    pub fn is_read(self) -> bool {
        self.read.with(Option::is_some)
    }

    /// Why they could not be read.
    pub fn failure(self) -> Option<Arc<Error>> {
        self.read.with(|read| read.as_ref()?.as_ref().err().cloned())
    }

    /// Reads them.
    pub fn read(self) {
        self.scope.spawn(async move {
            let (users, tokens) = futures::future::join(self.read_users(), self.read_tokens()).await;
            self.read.set(Some(users.and(tokens).map_err(Arc::new)));
        });
    }

    async fn read_users(self) -> Result<(), Error> {
        let query = UserQuery { include_below: true, ..UserQuery::default() };
        let mut cursor = None;
        for _ in 0..MOST_PAGES {
            let page = self.session.call(|api| {
                let (query, cursor): (UserQuery, Option<String>) = (query.clone(), cursor.clone());
                async move { api.users(&query, cursor.as_deref(), MOST_USERS).await }
            });
            let page = page.await?;
            self.users.update(|users| users.extend(page.items));
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        Ok(())
    }

    async fn read_tokens(self) -> Result<(), Error> {
        let own = self.session.user().filter(|user| user.role.may(Permission::ManageTokens));
        if let Some(account) = own.map(|user| user.account_id) {
            let tokens = self.session.call(|api| async move { api.api_tokens(account).await }).await?;
            self.tokens.set(tokens);
        }
        Ok(())
    }

    /// The choices, with whoever is asked for already, known or not.
    pub fn choices(self, asked: Option<Who>) -> Vec<Choice> {
        let choice = |value, label, detail| Choice { value, label, detail, disabled_reason: None };
        let mut choices: Vec<Choice> = self.users.with(|users| {
            users.iter().map(|user| choice(user.id, user.name.clone(), Some(user.email.clone()))).collect()
        });
        self.tokens.with(|tokens| {
            choices.extend(tokens.iter().map(|token| {
                let name = t!("history-by-token-alone", token = token.name.clone());
                choice(value(Who::Token(token.id)), name, None)
            }));
        });
        if let Some(asked) = asked.filter(|asked| choices.iter().all(|choice| choice.value != value(*asked)))
        {
            let label = match asked {
                Who::User(id) => t!("history-user-number", id = id.to_string()),
                Who::Token(id) => t!("history-token-number", id = id.to_string()),
            };
            choices.push(choice(value(asked), label, None));
        }
        choices
    }
}

/// The value of a choice.
pub fn value(who: Who) -> u32 {
    match who {
        Who::User(id) => id,
        Who::Token(id) => id | TOKEN,
    }
}

/// Who a choice stands for.
pub fn chosen(value: u32) -> Who {
    if value & TOKEN == 0 { Who::User(value) } else { Who::Token(value & !TOKEN) }
}
