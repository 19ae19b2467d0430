//! The profile as it was read last, for all sections.

use crate::state::scope::Scope;
use crate::state::session::{SessionState, use_session};
use client::Error;
use contract::me::{Profile, ProfilePatch};
use leptos::prelude::*;
use std::sync::Arc;

/// How far reading it is.
#[derive(Clone, PartialEq)]
pub enum Loaded {
    Not,
    Failed(Arc<Error>),
    Done,
}

/// The profile of who is signed in.
#[derive(Clone, Copy)]
pub struct OwnProfile {
    pub session: SessionState,
    pub scope: Scope,
    profile: RwSignal<Option<Arc<Profile>>>,
    failure: RwSignal<Option<Arc<Error>>>,
    loaded: Memo<Loaded>,
    /// How often other sessions have been ended.
    ended: RwSignal<u32>,
}

impl OwnProfile {
    /// Reads the profile. To be called in the body of the page.
    pub fn provide() -> Self {
        let profile = RwSignal::new(None::<Arc<Profile>>);
        let failure = RwSignal::new(None::<Arc<Error>>);
        let loaded = Memo::new(move |_| match (profile.with(Option::is_some), failure.get()) {
            (true, _) => Loaded::Done,
            (false, Some(error)) => Loaded::Failed(error),
            (false, None) => Loaded::Not,
        });
        let own = Self {
            session: use_session(),
            scope: Scope::new(),
            profile,
            failure,
            loaded,
            ended: RwSignal::new(0),
        };
        own.load();
        own
    }

    /// How far reading it is: once done, it stays so.
    pub fn loaded(self) -> Loaded {
        self.loaded.get()
    }

    /// Reads it again.
    pub fn load(self) {
        self.failure.set(None);
        self.scope.spawn(async move {
            if let Err(error) = self.read().await {
                self.failure.set(Some(Arc::new(error)));
            }
        });
    }

    /// The name as it was read last.
    pub fn name(self) -> String {
        self.of(|profile| profile.name.clone())
    }

    /// The e-mail address as it was read last.
    pub fn email(self) -> String {
        self.of(|profile| profile.email.clone())
    }

    /// To be called when other sessions have been ended.
    pub fn sessions_ended(self) {
        self.ended.update(|times| *times += 1);
    }

    /// How often that was.
    pub fn times_sessions_ended(self) -> u32 {
        self.ended.get()
    }

    /// Whether the person wants to be told about alerts.
    pub fn alerts(self) -> bool {
        self.profile.with(|profile| profile.as_deref().is_some_and(|profile| profile.alerts))
    }

    fn of(self, part: fn(&Profile) -> String) -> String {
        self.profile.with(|profile| profile.as_deref().map(part).unwrap_or_default())
    }

    /// Reads it again and gives it to all sections.
    pub async fn read(self) -> Result<Arc<Profile>, Error> {
        let profile = self.session.call(|api| async move { api.profile().await }).await?;
        Ok(self.take(profile))
    }

    /// Changes a part of it, as of the version that was read last.
    pub async fn save(self, patch: &ProfilePatch) -> Result<(), Error> {
        let etag = self.profile.with_untracked(|profile| profile.as_deref().map(|it| it.etag.clone()));
        let etag = etag.unwrap_or_default();
        let profile = self.session.call(|api| {
            let (patch, etag) = (patch.clone(), etag.clone());
            async move { api.patch_profile(&patch, &etag).await }
        });
        self.take(profile.await?);
        Ok(())
    }

    fn take(self, profile: Profile) -> Arc<Profile> {
        self.session.user_changed(|user| {
            user.name.clone_from(&profile.name);
            user.email.clone_from(&profile.email);
            user.language.clone_from(&profile.language);
        });
        let profile = Arc::new(profile);
        self.profile.set(Some(Arc::clone(&profile)));
        profile
    }
}
