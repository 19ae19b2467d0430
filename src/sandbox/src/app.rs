//! What every request and every background task shares.

use crate::announcer::Announcer;
use crate::database::Database;
use crate::faults::Faults;
use crate::password::Passwords;
use crate::sign_in_limit::SignInLimit;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How this run differs from another one.
#[derive(Clone, Debug)]
pub struct Settings {
    /// A session ends when nothing was asked for so long.
    pub session_idle: Duration,
    /// The dashboard's files; without them only the API is served.
    pub bundle: Option<PathBuf>,
    /// Whether faults can be switched while it runs.
    pub faults_switchable: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { session_idle: Duration::from_secs(30 * 60), bundle: None, faults_switchable: false }
    }
}

/// Shared by cloning.
#[derive(Clone)]
pub struct App {
    pub database: Database,
    pub announcer: Arc<Announcer>,
    /// Wakes the worker of bulk operations.
    pub work: Arc<Notify>,
    pub faults: Arc<Faults>,
    pub passwords: Passwords,
    pub sign_in_limit: Arc<SignInLimit>,
    pub settings: Arc<Settings>,
    /// Becomes true when the program is to end: what never ends by itself looks at it.
    pub ending: watch::Receiver<bool>,
}
