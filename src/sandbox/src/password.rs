//! Passwords: argon2id, at the same cost for a user that does not exist.

use anyhow::anyhow;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Checks at once: each takes a core and some memory for a while.
const AT_ONCE: usize = 2;

/// How much work a guess takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// What argon2 recommends.
    Real,
    /// Next to nothing: for tests that sign in often.
    Test,
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// Checked when there is no such user, so that the answer takes as long.
    dummy: Arc<str>,
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// Prepares for a cost.
    pub fn new(cost: Cost) -> anyhow::Result<Self> {
        let params = match cost {
            Cost::Real => Params::default(),
            Cost::Test => Params::new(8, 1, 1, None).map_err(|error| anyhow!("{error}"))?,
        };
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let dummy = hash(&argon2, "nobody's password")?.into();
        Ok(Self { argon2, dummy, turns: Arc::new(Semaphore::new(AT_ONCE)) })
    }

    /// The hash to keep.
    pub fn hash(&self, password: &str) -> anyhow::Result<String> {
        hash(&self.argon2, password)
    }

    /// [`Self::hash`] for a person who chooses a password while others wait for their turn.
    pub async fn hash_chosen(&self, password: String) -> anyhow::Result<String> {
        let _turn = self.turns.acquire().await?;
        let this = self.clone();
        tokio::task::spawn_blocking(move || this.hash(&password)).await?
    }

    /// Whether the password fits the hash; never without one.
    pub async fn check(&self, password: String, hash: Option<String>) -> bool {
        let Ok(_turn) = self.turns.acquire().await else { return false };
        let this = self.clone();
        let check = move || {
            let fits = PasswordHash::new(hash.as_deref().unwrap_or(&this.dummy))
                .is_ok_and(|parsed| this.argon2.verify_password(password.as_bytes(), &parsed).is_ok());
            fits && hash.is_some()
        };
        tokio::task::spawn_blocking(check).await.unwrap_or(false)
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> anyhow::Result<String> {
    let hash =
        argon2.hash_password(password.as_bytes()).map_err(|error| anyhow!("hashing a password: {error}"))?;
    Ok(hash.to_string())
}
