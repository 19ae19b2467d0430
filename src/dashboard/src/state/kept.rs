//! What this browser keeps of the estate while a session lasts, and how the next start finds it.
//!
//! It is kept under a key that ends with the session (`client::Vault`), as one set of pieces after the other: a set counts
//! when what is told about it has been written, and then the one before is forgotten. Whatever fails means that nothing is
//! kept, and the estate is read from the server.

use client::{Vault, VaultError};
use contract::session::{Session, User};
use domain::account::{Account, AccountId};
use domain::time::Timestamp;
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use std::pin::pin;
use std::rc::Rc;

/// What is known about the set of pieces.
const ABOUT: &str = "about";
/// Milliseconds that a start waits at least for the browser to find what is kept.
const PATIENCE: u32 = 1_000;
/// Seconds between two times that the end of the key is put off.
const PROLONG_EVERY: u32 = 60;
/// Seconds in which another window that keeps the same is taken to go on doing so.
const KEPT_BY_OTHERS: u32 = 120;

/// A set of pieces, and whose it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct About {
    /// The address of the API.
    api: String,
    /// Stands before the name of each piece.
    pub set: String,
    /// The version of the estate up to which changes are in it.
    pub version: u64,
    pub blocks: usize,
    /// When it was written.
    pub at: Timestamp,
    pub user: User,
    pub accounts: Vec<Account>,
}

/// What is kept, beside all pages.
#[derive(Clone, Copy)]
pub struct KeptState(StoredValue<Inner, LocalStorage>);

#[derive(Default)]
struct Inner {
    /// Where the API is, unless its sessions end with the page: then nothing is kept.
    api: Option<String>,
    vault: Option<Rc<Vault>>,
    /// What was found at the start, until it is used.
    found: Option<Rc<About>>,
    /// Seconds after which a session ends in which nothing is asked.
    idle: u32,
    /// When the end of the key was last put off.
    prolonged: u32,
}

/// Whose estate it is.
fn owner(user: &User) -> (u32, AccountId) {
    (user.id, user.account_id)
}

/// What an earlier page has kept of the estate of an API.
async fn look(api: &str) -> Result<Option<(Vault, About)>, VaultError> {
    let Some(vault) = Vault::open(super::estate::now()).await? else { return Ok(None) };
    let about = vault.get(ABOUT).await?;
    let about = about.and_then(|json| serde_json::from_slice::<About>(&json).ok());
    Ok(about.filter(|about| about.api == api).map(|about| (vault, about)))
}

impl KeptState {
    /// To be made once. `api` is where it is, if its sessions outlive the page.
    pub fn new(api: Option<String>) -> Self {
        Self(StoredValue::new_local(Inner { api, ..Inner::default() }))
    }

    /// Asks something, and looks meanwhile for what an earlier page has kept; once there is an answer, not for long: the
    /// server has it all.
    pub async fn look_while<T>(self, ask: impl Future<Output = T>) -> T {
        let Some(api) = self.0.with_value(|inner| inner.api.clone()) else { return ask.await };
        let (tell, found) = oneshot::channel();
        // Not given up half-way: the browser answers when it can, and somebody has to be there to hear it.
        spawn_local(async move {
            let _ = tell.send(look(&api).await);
        });
        let patience = TimeoutFuture::new(PATIENCE);
        let (found, answer) = match select(found, pin!(ask)).await {
            Either::Left((found, ask)) => (Some(found), ask.await),
            Either::Right((answer, found)) => match select(found, patience).await {
                Either::Left((found, _)) => (Some(found), answer),
                Either::Right(_) => (None, answer),
            },
        };
        match found {
            Some(Ok(Ok(Some((vault, about))))) => self.0.update_value(|inner| {
                inner.vault = Some(Rc::new(vault));
                inner.found = Some(Rc::new(about));
            }),
            Some(Ok(Err(error))) => {
                leptos::logging::warn!("{error}");
                self.wipe().await;
            }
            _ => {}
        }
        answer
    }

    /// Who was signed in when it was kept, and when that was, as long as nobody can say whether that still holds.
    pub fn last_seen(self) -> Option<(User, Timestamp)> {
        self.0.with_value(|inner| inner.found.as_ref().map(|about| (about.user.clone(), about.at)))
    }

    /// Somebody is signed in: what another one has left is not theirs to see.
    pub async fn signed_in(self, session: &Session) {
        let now = super::estate::now();
        let other = self.0.try_update_value(|inner| {
            inner.idle = session.expires_at.unix().saturating_sub(now.unix());
            inner.found.as_ref().is_some_and(|about| owner(&about.user) != owner(&session.user))
        });
        // Whoever sees the app as another account comes back to their own.
        if session.view.is_some() {
            self.0.update_value(|inner| *inner = Inner::default());
        } else if other == Some(true) {
            self.wipe().await;
        }
    }

    /// What was found, once.
    pub fn take_found(self) -> Option<(Rc<Vault>, Rc<About>)> {
        self.0.try_update_value(|inner| Some((inner.vault.clone()?, inner.found.take()?))).flatten()
    }

    /// Forgets everything.
    pub async fn wipe(self) {
        self.0.update_value(|inner| {
            inner.vault = None;
            inner.found = None;
        });
        if let Err(error) = client::wipe_vault().await {
            leptos::logging::warn!("{error}");
        }
    }

    /// The session goes on: so does the key.
    pub async fn session_goes_on(self) {
        let now = super::estate::now();
        let due = self.0.try_update_value(|inner| {
            let due = now.unix().saturating_sub(inner.prolonged) >= PROLONG_EVERY;
            if due {
                inner.prolonged = now.unix();
            }
            inner.vault.clone().filter(|_| due).map(|vault| (vault, inner.idle))
        });
        if let Some((vault, idle)) = due.flatten()
            && let Err(error) = vault.prolong(now.after(idle)).await
        {
            leptos::logging::warn!("{error}");
        }
    }

    /// A place for a new set; none when another window has just written one, or nothing is kept at all.
    pub async fn place(self, user: &User) -> Option<Place> {
        let (api, idle) = self.0.with_value(|inner| Some((inner.api.clone()?, inner.idle)))?;
        let now = super::estate::now();
        let vault = match self.open(user, now).await {
            Ok(Some(vault)) => vault,
            Ok(None) => match Vault::make(now.after(idle)).await {
                Ok(vault) => Rc::new(vault),
                Err(error) => {
                    leptos::logging::warn!("{error}");
                    return None;
                }
            },
            Err(()) => return None,
        };
        self.0.update_value(|inner| inner.vault = Some(Rc::clone(&vault)));
        let set = format!("{:x}", (js_sys::Math::random() * 1e15) as u64);
        Some(Place {
            vault,
            about: About {
                api,
                set,
                version: 0,
                blocks: 0,
                at: now,
                user: user.clone(),
                accounts: Vec::new(),
            },
        })
    }

    /// The vault that there is; nothing when it is another person's, and an error when another window is at it.
    async fn open(self, user: &User, now: Timestamp) -> Result<Option<Rc<Vault>>, ()> {
        let Ok(Some(vault)) = Vault::open(now).await else { return Ok(None) };
        let about = vault.get(ABOUT).await.ok().flatten();
        let Some(about) = about.and_then(|json| serde_json::from_slice::<About>(&json).ok()) else {
            return Ok(None);
        };
        if owner(&about.user) != owner(user) {
            return Ok(None);
        }
        if now.unix().saturating_sub(about.at.unix()) < KEPT_BY_OTHERS {
            Err(())
        } else {
            Ok(Some(Rc::new(vault)))
        }
    }
}

/// Where a set is written.
pub struct Place {
    vault: Rc<Vault>,
    about: About,
}

impl Place {
    pub async fn put(&self, piece: &str, bytes: &[u8]) -> Result<(), VaultError> {
        self.vault.put(&name(&self.about.set, piece), bytes).await
    }

    /// All pieces are written: from now on this set counts.
    pub async fn finish(self, version: u64, blocks: usize, accounts: Vec<Account>) -> Result<(), VaultError> {
        let about = About { version, blocks, accounts, at: super::estate::now(), ..self.about };
        let json = serde_json::to_vec(&about).unwrap_or_default();
        self.vault.put(ABOUT, &json).await?;
        self.vault.retain(|kept| kept == ABOUT || kept.starts_with(&about.set)).await
    }
}

/// Under which name a piece of a set is kept.
pub fn name(set: &str, piece: &str) -> String {
    format!("{set}/{piece}")
}
