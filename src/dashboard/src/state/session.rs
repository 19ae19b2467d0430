//! Who is signed in, and what happens when that ends while people work.
//!
//! The session itself is a cookie that no script can read, or a token that the client keeps in memory. When it has ended,
//! the page stays as it is: a dialog asks for the password, and whatever waited for the API goes on.

use super::base;
use super::kept::KeptState;
use client::{Api, Error};
use contract::branding::ShownBranding;
use contract::problem::ProblemCode;
use contract::session::{Credentials, Session, User, View};
use domain::account::AccountId;
use domain::permission::{Permission, Role};
use domain::time::Timestamp;
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::sync::Arc;

/// How far signing in is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It is not known yet whether there is a session.
    Starting,
    /// It could not be found out.
    Unreachable(Error),
    SignedOut,
    SignedIn(Arc<User>),
    /// The account requires two-factor sign-in: nothing else answers before the person has set it up.
    TwoFactorMissing(Arc<User>),
    /// The session ended while the person was working.
    Expired(Arc<User>),
}

/// The session, everywhere.
#[derive(Clone, Copy)]
pub struct SessionState {
    /// How far signing in is.
    pub phase: Signal<Phase>,
    set_phase: WriteSignal<Phase>,
    /// The account that the person sees the app as.
    pub view: RwSignal<Option<View>>,
    /// How the app looks to the person, as the accounts want it; `None` before that is known.
    pub branding: RwSignal<Option<ShownBranding>>,
    /// While the server could not be reached when the page began: of when what is shown is. Nothing can be changed.
    pub offline: RwSignal<Option<Timestamp>>,
    kept: KeptState,
    api: StoredValue<Api, LocalStorage>,
    /// Who waits for the session to be renewed.
    waiting: StoredValue<Vec<oneshot::Sender<()>>>,
    /// How often it was renewed: an answer to an earlier request says nothing about the session now.
    renewals: StoredValue<u32>,
}

/// Gives the session to all below. To be followed by [`SessionState::start`].
pub fn provide(api: Api) -> SessionState {
    let (phase, set_phase) = signal(Phase::Starting);
    let kept = KeptState::new(api.outlives_pages().map(str::to_owned));
    let session = SessionState {
        phase: phase.into(),
        set_phase,
        view: RwSignal::new(None),
        branding: RwSignal::new(None),
        offline: RwSignal::new(None),
        kept,
        api: StoredValue::new_local(api),
        waiting: StoredValue::new(Vec::new()),
        renewals: StoredValue::new(0),
    };
    provide_context(session);
    session
}

/// The session.
pub fn use_session() -> SessionState {
    expect_context()
}

impl Phase {
    /// Who works with the page, also while the session has ended.
    pub fn user(&self) -> Option<&Arc<User>> {
        match self {
            Self::SignedIn(user) | Self::TwoFactorMissing(user) | Self::Expired(user) => Some(user),
            Self::Starting | Self::Unreachable(_) | Self::SignedOut => None,
        }
    }
}

impl SessionState {
    /// Who is signed in.
    pub fn user(self) -> Option<User> {
        self.phase.with(|phase| phase.user().map(|user| User::clone(user)))
    }

    /// Whether the role of who is signed in allows it. The API decides; this is for showing.
    pub fn may(self, permission: Permission) -> bool {
        self.phase.with(|phase| phase.user().is_some_and(|user| user.role.may(permission)))
    }

    /// To be called when who is signed in has changed something about itself.
    pub fn user_changed(self, change: impl FnOnce(&mut User)) {
        self.set_phase.update(|phase| {
            if let Phase::SignedIn(user) | Phase::Expired(user) = phase {
                change(Arc::make_mut(user));
            }
        });
    }

    /// The API.
    pub fn api(self) -> Api {
        self.api.get_value()
    }

    /// What this browser keeps while the session lasts.
    pub fn kept(self) -> KeptState {
        self.kept
    }

    /// Who is signed in as nobody else: not while the app is seen as another account, and not offline.
    pub fn own_user(self) -> Option<User> {
        let own = self.view.with_untracked(Option::is_none) && self.offline.with_untracked(Option::is_none);
        self.phase.with_untracked(|phase| match phase {
            Phase::SignedIn(user) if own => Some(User::clone(user)),
            _ => None,
        })
    }

    /// Finds out whether there is a session.
    pub async fn start(self) {
        self.set_phase.set(Phase::Starting);
        let api = self.api();
        let answer = self.kept.look_while(api.session()).await;
        let phase = match answer {
            Ok(session) => {
                self.view.set(session.view.clone());
                self.kept.signed_in(&session).await;
                self.signed_in(session)
            }
            Err(Error::SignedOut) => {
                spawn_local(self.kept.wipe());
                Phase::SignedOut
            }
            Err(error) => match self.kept.last_seen().filter(|_| error.is_retryable()) {
                Some((user, at)) => {
                    self.offline.set(Some(at));
                    Phase::SignedIn(Arc::new(User { role: Role::ViewOnly, ..user }))
                }
                None => Phase::Unreachable(error),
            },
        };
        self.set_phase.set(phase);
    }

    /// Asks anew who is signed in: what that person may do can change at any time.
    pub async fn renew(self) {
        let before = self.phase.with_untracked(|phase| match phase {
            Phase::SignedIn(user) => Some(Arc::clone(user)),
            _ => None,
        });
        let Some(before) = before else { return };
        match self.api().session().await {
            Ok(session) => {
                if session.user.account_id != before.account_id {
                    // In another window the app was begun to be seen as another account: nothing here is true any more.
                    leave();
                }
                // Meanwhile the session may have ended, or have been asked for twice.
                let unchanged =
                    self.phase.with_untracked(|phase| *phase == Phase::SignedIn(Arc::clone(&before)));
                if unchanged {
                    self.kept.signed_in(&session).await;
                    self.offline.set(None);
                    let phase = self.signed_in(session);
                    if phase != Phase::SignedIn(before) {
                        self.set_phase.set(phase);
                    }
                }
            }
            Err(Error::SignedOut) => self.ended(),
            Err(error) => leptos::logging::warn!("the session could not be asked for: {error}"),
        }
    }

    /// Signs in, at first or again. When it is somebody else than before, or somebody who saw the app as another account,
    /// the page starts anew: nothing of what the one saw is left for the other.
    pub async fn sign_in(self, credentials: &Credentials) -> Result<(), Error> {
        let session = self.api().sign_in(credentials).await?;
        let sees = |user: &User| (user.id, user.account_id);
        let before = self.phase.with_untracked(|phase| phase.user().map(|user| sees(user)));
        self.kept.signed_in(&session).await;
        if before.is_some_and(|before| before != sees(&session.user)) {
            let _ = window().location().reload();
            return Ok(());
        }
        self.renewals.update_value(|renewals| *renewals += 1);
        let phase = self.signed_in(session);
        self.set_phase.set(phase);
        for waiting in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            // Whoever waited may be gone.
            let _ = waiting.send(());
        }
        Ok(())
    }

    /// Sees the app as an account below: the page starts anew, with nothing that the person saw before.
    pub async fn begin_view(self, account: AccountId) -> Result<(), Error> {
        self.call(|api| async move { api.begin_view(account).await }).await?;
        leave();
        Ok(())
    }

    /// Sees the app as oneself again: the page starts anew.
    pub async fn end_view(self) -> Result<(), Error> {
        self.call(|api| async move { api.end_view().await }).await?;
        leave();
        Ok(())
    }

    /// Signs out and stays where that is asked for: outside the app, where nothing of it is shown.
    pub async fn sign_out_here(self) -> Result<(), Error> {
        self.api().sign_out().await?;
        self.kept.wipe().await;
        self.view.set(None);
        self.set_phase.set(Phase::SignedOut);
        Ok(())
    }

    /// Signs out and leaves nothing behind: the page is loaded anew, from its first address.
    pub async fn sign_out(self) -> Result<(), Error> {
        self.api().sign_out().await?;
        self.kept.wipe().await;
        leave();
        Ok(())
    }

    /// To be called by whoever was told [`Error::SignedOut`] by a way other than [`Self::call`].
    pub fn ended(self) {
        let phase = self.phase.with_untracked(|phase| match phase {
            Phase::SignedIn(user) => Some(Phase::Expired(Arc::clone(user))),
            // There is no page yet that could stay as it is.
            Phase::TwoFactorMissing(_) => Some(Phase::SignedOut),
            _ => None,
        });
        if let Some(phase) = phase {
            self.offline.set(None);
            self.set_phase.set(phase);
            spawn_local(self.kept.wipe());
        }
    }

    /// Asks the API something. When the session has ended, waits until it is renewed and asks once more.
    pub async fn call<T, F>(self, ask: impl Fn(Api) -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        self.renewed().await;
        let renewals = self.renewals.get_value();
        match ask(self.api()).await {
            Err(Error::SignedOut) => {
                if self.renewals.get_value() == renewals {
                    self.ended();
                }
                self.renewed().await;
                ask(self.api()).await
            }
            Err(error)
                if matches!(
                    error.code(),
                    Some(ProblemCode::Forbidden | ProblemCode::TwoFactorSetupRequired)
                ) =>
            {
                // The role, or what the account requires, is not what it was when the page was drawn.
                spawn_local(self.renew());
                Err(error)
            }
            answer => answer,
        }
    }

    /// Takes in how the app looks to somebody whose session runs, and says how far that person is.
    fn signed_in(self, session: Session) -> Phase {
        if self.branding.with_untracked(|shown| shown.as_ref() != Some(&session.branding)) {
            self.branding.set(Some(session.branding));
        }
        let user = Arc::new(session.user);
        if session.two_factor_setup_required { Phase::TwoFactorMissing(user) } else { Phase::SignedIn(user) }
    }

    /// Waits while the session has ended.
    async fn renewed(self) {
        while self.phase.with_untracked(|phase| matches!(phase, Phase::Expired(_))) {
            let (tell, told) = oneshot::channel();
            self.waiting.update_value(|waiting| {
                waiting.retain(|waiting| !waiting.is_canceled());
                waiting.push(tell);
            });
            let _ = told.await;
        }
    }
}

/// Goes to the first address of the app, which loads the page anew.
pub fn leave() {
    let _ = window().location().replace(&base::address());
}
