//! What every request and every background task shares.

use crate::announcer::Announcer;
use crate::database::Database;
use crate::faults::Faults;
use crate::mail::Mailer;
use crate::network::NetworkClock;
use crate::password::Passwords;
use crate::sign_in_limit::SignInLimit;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// Who sends mails when nobody else is named.
pub const MAIL_FROM: &str = "Simgrove <no-reply@simgrove.example>";

/// How this run differs from another one.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A session ends when nothing was asked for so long.
    pub session_idle: Duration,
    /// The dashboard's files; without them only the API is served.
    pub bundle: Option<PathBuf>,
    /// The path that they are served below, without a slash at its end: empty at the root.
    pub bundle_path: String,
    /// How long a mailed invitation can be accepted.
    pub invitation_life: Duration,
    /// The mail server; without one mails become files.
    pub smtp: Option<String>,
    /// Who sends the mails.
    pub mail_from: String,
    /// Where people reach the dashboard, for links in mails; where it listens when absent.
    pub public_url: Option<String>,
    /// Origins whose pages may ask the API, beside its own, as browsers write them.
    pub allowed_origins: Vec<String>,
    /// Where the API is that the bundle served here asks, when it is not this one.
    pub api_origin: Option<String>,
    /// Whether faults can be switched while it runs.
    pub faults_switchable: bool,
    /// Whether time can be made to pass on the operators' side, and reports be made for them.
    pub network_switchable: bool,
    /// Levels that were reached are mailed when no further one was for so long: a wave becomes one mail.
    pub mail_rest: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            session_idle: Duration::from_secs(30 * 60),
            bundle: None,
            bundle_path: String::new(),
            invitation_life: Duration::from_secs(7 * 24 * 3600),
            smtp: None,
            mail_from: MAIL_FROM.to_owned(),
            public_url: None,
            allowed_origins: Vec::new(),
            api_origin: None,
            faults_switchable: false,
            network_switchable: false,
            mail_rest: Duration::from_secs(4),
        }
    }
}

/// Shared by cloning.
#[derive(Clone)]
pub struct App {
    pub database: Database,
    pub announcer: Arc<Announcer>,
    pub network: Arc<NetworkClock>,
    /// Wakes the worker of bulk operations.
    pub work: Arc<Notify>,
    /// Wakes the worker of pings and diagnostics.
    pub tests: Arc<Notify>,
    /// Wakes what sends the mails of the outbox.
    pub mail: Arc<Notify>,
    pub faults: Arc<Faults>,
    pub passwords: Passwords,
    pub sign_in_limit: Arc<SignInLimit>,
    /// Slows down guessing at mailed links and asking for them.
    pub link_limit: Arc<SignInLimit>,
    /// Slows down guessing at the codes of two-factor sign-in.
    pub code_limit: Arc<SignInLimit>,
    /// Keeps the judging of passwords from becoming work for others.
    pub strength_limit: Arc<SignInLimit>,
    pub mailer: Mailer,
    /// Where people reach the dashboard. Not taken from requests: a forged `Host` would lead a mailed link elsewhere.
    pub origin: Arc<str>,
    pub settings: Arc<Settings>,
    /// Becomes true when the program is to end: what never ends by itself looks at it.
    pub ending: watch::Receiver<bool>,
}

impl App {
    /// The name that mails come from: what the product is called where no account calls it otherwise.
    pub fn brand(&self) -> &str {
        let from = &self.settings.mail_from;
        let name = from.split('<').next().unwrap_or_default();
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == '"');
        // A bare address, or none at all.
        if name.is_empty() || name.contains('@') { "SIM" } else { name }
    }
}
