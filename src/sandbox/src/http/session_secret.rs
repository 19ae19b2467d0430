//! What a session is known by: a secret, in a cookie or, where the dashboard is elsewhere, as a token that the page sends.

use crate::http::token_secret::TokenSecret;
use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::session::Carrier;
use sha2::{Digest as _, Sha256};

const NAME: &str = "simgrove_session";
/// How every token of a session begins, so that nobody takes it for an API token, and whoever scans logs knows one.
const PREFIX: &str = "simgrove_session_";

/// 256 random bits.
#[derive(Clone)]
pub struct SessionSecret {
    bits: [u8; 32],
    carrier: Carrier,
}

impl SessionSecret {
    /// A new one.
    pub fn random(carrier: Carrier) -> Result<Self, getrandom::Error> {
        let mut bits = [0; 32];
        getrandom::fill(&mut bits)?;
        Ok(Self { bits, carrier })
    }

    /// The one that a request carries. A token counts, whatever cookie comes with it.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let token =
            TokenSecret::of(headers).and_then(|token| token.text().strip_prefix(PREFIX).map(str::to_owned));
        let (text, carrier) = match token {
            Some(token) => (token, Carrier::Token),
            None => (CookieJar::from_headers(headers).get(NAME)?.value().to_owned(), Carrier::Cookie),
        };
        let bits = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        Some(Self { bits, carrier })
    }

    /// How it comes with requests.
    pub fn carrier(&self) -> Carrier {
        self.carrier
    }

    /// What is kept of it. What is in a cookie is no token, and the other way round: neither goes around what the other one
    /// asks for.
    pub fn hash(&self) -> [u8; 32] {
        self.derive(match self.carrier {
            Carrier::Cookie => b"session",
            Carrier::Token => b"session token",
        })
    }

    /// What the page has to send with everything that changes something, where a cookie is sent by itself. Another site's
    /// page cannot know it.
    pub fn csrf_token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.derive(b"csrf"))
    }

    fn derive(&self, purpose: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(purpose).chain_update(self.bits).finalize().into()
    }

    /// The cookie to set; `None` for what goes with a token.
    pub fn cookie(&self, headers: &HeaderMap) -> Option<Cookie<'static>> {
        (self.carrier == Carrier::Cookie).then(|| cookie(URL_SAFE_NO_PAD.encode(self.bits), headers))
    }

    /// The token to tell; `None` for what goes with a cookie.
    pub fn token(&self) -> Option<String> {
        (self.carrier == Carrier::Token).then(|| format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(self.bits)))
    }
}

/// Whether a token is that of a session, or looks like one.
pub fn is_token(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// The cookie that removes it.
pub fn removal(headers: &HeaderMap) -> Cookie<'static> {
    let mut cookie = cookie(String::new(), headers);
    cookie.make_removal();
    cookie
}

fn cookie(value: String, headers: &HeaderMap) -> Cookie<'static> {
    let https = headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https");
    Cookie::build((NAME, value)).path("/").http_only(true).same_site(SameSite::Strict).secure(https).build()
}
