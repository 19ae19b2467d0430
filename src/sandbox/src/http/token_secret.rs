//! The secret that an API token is.

use crate::http::failure::Failure;
use axum::http::{HeaderMap, header};
use contract::problem::ProblemCode;
use sha2::{Digest as _, Sha256};

/// How every token begins, so that whoever scans code and logs for secrets knows one.
const PREFIX: &str = "sg_";
/// Random characters: more than 256 bits.
const LENGTH: usize = 44;
/// Characters of a token that are shown later.
const HINT: usize = PREFIX.len() + 6;
/// No signs, so that a double click selects all of it.
const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A token. Only its hash is kept.
pub struct TokenSecret(String);

impl TokenSecret {
    /// A new one.
    pub fn random() -> Result<Self, Failure> {
        let mut text = PREFIX.to_owned();
        while text.len() < PREFIX.len() + LENGTH {
            let mut bytes = [0; LENGTH];
            getrandom::fill(&mut bytes).map_err(|error| {
                tracing::error!(%error, "no random numbers");
                Failure::new(ProblemCode::Internal)
            })?;
            // Six bits of each; what falls outside the alphabet is left out, so that every character is as likely.
            let drawn = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(byte & 63)));
            text.extend(drawn.map(|&byte| char::from(byte)).take(PREFIX.len() + LENGTH - text.len()));
        }
        Ok(Self(text))
    }

    /// The one that a request carries, whatever it looks like. A request without one may carry a session.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| Self(token.trim().to_owned()))
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"token").chain_update(&self.0).finalize().into()
    }

    /// How it begins.
    pub fn hint(&self) -> &str {
        self.0.get(..HINT).unwrap_or_default()
    }

    /// The token itself.
    pub fn text(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_by_its_form() {
        let (one, other) = (TokenSecret::random().unwrap(), TokenSecret::random().unwrap());
        assert!(one.text() != other.text() && one.hash() != other.hash());
        assert_eq!(one.text().len(), 47);
        assert!(one.text().strip_prefix("sg_").unwrap().bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_eq!((one.hint().len(), one.text().starts_with(one.hint())), (9, true));
    }

    #[test]
    fn only_a_bearer_is_one() {
        let of = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
            TokenSecret::of(&headers).map(|secret| secret.text().to_owned())
        };
        assert_eq!(of("Bearer sg_x").as_deref(), Some("sg_x"));
        assert_eq!(of("bearer  sg_x ").as_deref(), Some("sg_x"));
        assert_eq!(of("Bearer "), Some(String::new()));
        assert_eq!((of("Basic c2c="), of("sg_x")), (None, None));
        assert!(TokenSecret::of(&HeaderMap::new()).is_none());
    }
}
