//! How an account stands: SIMs are counted here, from the estate; what was used in this period and before, the API tells.

use crate::state::accounts::AccountsState;
use crate::state::address::Query;
use crate::state::estate::{EstateState, Load, now};
use crate::state::paced::paced;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::Error;
use contract::overview::{UsageCompared, UsageOverview};
use contract::problem::ProblemCode;
use domain::account::AccountId;
use domain::overview::{Overview, Parts, count};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Between two counts while the estate fills or changes fast.
const COUNT_EVERY: Duration = Duration::from_millis(250);
/// Between two questions for the usage while the estate changes.
const ASK_EVERY: Duration = Duration::from_secs(5);

/// An account with what is known of it.
#[derive(Clone, Copy)]
pub struct OverviewState {
    session: SessionState,
    accounts: AccountsState,
    scope: Scope,
    latest: Latest,
    /// The account, and whether it alone is meant; none while it is not among those that are visible.
    pub shown: Memo<Option<(AccountId, bool)>>,
    pub parts: Memo<Parts>,
    pub counted: Memo<Overview>,
    /// All SIMs are in.
    pub ready: Memo<bool>,
    usage: RwSignal<Option<Arc<UsageOverview>>>,
    failure: RwSignal<Option<Arc<Error>>>,
}

impl OverviewState {
    /// Of the account that the question names, or of the topmost one. To be called in the body of a component.
    pub fn new(
        session: SessionState,
        accounts: AccountsState,
        estate: EstateState,
        query: Memo<Query>,
    ) -> Self {
        let tree = accounts.tree();
        let shown = Memo::new(move |_| {
            let (named, own_only) = query.with(|query| (query.account, query.own_only));
            let id = named.or_else(|| accounts.topmost())?;
            tree.with(|tree| tree.get(id).is_some()).then_some((id, own_only))
        });
        let parts = Memo::new(move |_| {
            let shown = shown.get();
            tree.with(|tree| shown.map(|(id, own)| Parts::of(tree, id, own)).unwrap_or_default())
        });
        let ready = Memo::new(move |_| estate.progress().with(|load| *load == Load::Ready));
        let changed = paced(move || estate.track(), COUNT_EVERY);
        let counted = Memo::new(move |_| {
            changed.track();
            ready.track();
            parts.with(|parts| estate.peek(|estate| count(estate, parts, now())))
        });
        let state = Self {
            session,
            accounts,
            scope: Scope::new(),
            latest: Latest::new(),
            shown,
            parts,
            counted,
            ready,
            usage: RwSignal::new(None),
            failure: RwSignal::new(None),
        };
        let used = paced(
            move || {
                // While the estate fills nothing is used.
                if ready.get() {
                    estate.track();
                }
            },
            ASK_EVERY,
        );
        Effect::new(move |before: Option<Option<(AccountId, bool)>>| {
            let shown = shown.get();
            used.track();
            if before != Some(shown) {
                state.usage.set(None);
                state.failure.set(None);
            }
            state.ask();
            shown
        });
        state
    }

    /// What was used, as far as it has been told.
    pub fn usage(self) -> Signal<Option<Arc<UsageOverview>>> {
        self.usage.into()
    }

    /// What a part of the account used: the account itself, or a direct sub-account with all below it.
    pub fn usage_of(self, head: AccountId) -> Option<UsageCompared> {
        self.usage.with(|usage| {
            let usage = usage.as_ref()?;
            if usage.account_id == head {
                return Some(usage.own);
            }
            usage.sub_accounts.iter().find(|sub| sub.account_id == head).map(|sub| sub.usage)
        })
    }

    /// Why the usage was not told when it was asked for last.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// Asks what was used.
    pub fn ask(self) {
        let Some((account, own)) = self.shown.get_untracked() else { return };
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let answer =
                self.session.call(move |api| async move { api.usage_overview(account, own).await }).await;
            if !ticket.is_latest() {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.failure.set(None);
                    self.usage.set(Some(Arc::new(answer)));
                }
                Err(error) => {
                    // It has just gone out of sight: the accounts say so.
                    if error.code() == Some(ProblemCode::NotFound) {
                        self.accounts.read();
                    }
                    self.failure.set(Some(Arc::new(error)));
                }
            }
        });
    }
}
