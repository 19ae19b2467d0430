//! The cookie that carries a session, and what follows from it.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

const NAME: &str = "simgrove_session";

/// The secret in the cookie: 256 random bits.
#[derive(Clone)]
pub struct SessionSecret([u8; 32]);

impl SessionSecret {
    /// A new one.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The one that a request carries.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let bytes = URL_SAFE_NO_PAD.decode(jar.get(NAME)?.value()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        self.derive(b"session")
    }

    /// What the page has to send with everything that changes something. Another site's page cannot know it.
    pub fn csrf_token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.derive(b"csrf"))
    }

    fn derive(&self, purpose: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(purpose).chain_update(self.0).finalize().into()
    }

    /// The cookie to set.
    pub fn cookie(&self, headers: &HeaderMap) -> Cookie<'static> {
        cookie(URL_SAFE_NO_PAD.encode(self.0), headers)
    }
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
