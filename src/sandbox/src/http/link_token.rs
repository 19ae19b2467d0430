//! The secret in a mailed link.

use crate::http::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::problem::ProblemCode;
use sha2::{Digest as _, Sha256};

/// 256 random bits. Only their hash is kept.
pub struct LinkToken([u8; 32]);

impl LinkToken {
    /// A new one.
    pub fn random() -> Result<Self, Failure> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| {
            tracing::error!(%error, "no random numbers");
            Failure::new(ProblemCode::Internal)
        })?;
        Ok(Self(bytes))
    }

    /// The one that a path carries: what cannot be one is as unknown as one that is not.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| Failure::new(ProblemCode::LinkInvalid))
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"link").chain_update(self.0).finalize().into()
    }

    /// What the link carries.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
}
