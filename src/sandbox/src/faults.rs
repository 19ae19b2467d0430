//! Faults on demand, so that tests can see what the dashboard makes of them.

use serde::{Deserialize, Serialize};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is to go wrong. What is left out does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultPlan {
    /// Added to every answer of the API.
    pub latency_ms: u64,
    /// The share of requests that fail, 0 to 1.
    pub fail_rate: f64,
    /// So many of the next requests fail.
    pub fail_next: u32,
    /// With which status: 429, 500 or 503.
    pub status: u16,
    /// Whether a connection breaks off instead of an answer with a status.
    pub drop_connections: bool,
    /// Only requests with this method fail; all when empty.
    pub method: String,
    /// Only requests fail whose path contains this.
    pub path: String,
    /// Pause after each chunk of a bulk operation.
    pub bulk_delay_ms: u64,
}

impl Default for FaultPlan {
    fn default() -> Self {
        Self {
            latency_ms: 0,
            fail_rate: 0.0,
            fail_next: 0,
            status: 503,
            drop_connections: false,
            method: String::new(),
            path: String::new(),
            bulk_delay_ms: 0,
        }
    }
}

/// How one request fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Status(u16),
    Dropped,
}

/// The plan in force.
#[derive(Debug, Default)]
pub struct Faults {
    plan: Mutex<FaultPlan>,
}

impl Faults {
    /// Begins with a plan.
    pub fn new(plan: FaultPlan) -> Self {
        Self { plan: Mutex::new(plan) }
    }

    fn lock(&self) -> MutexGuard<'_, FaultPlan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The plan in force.
    pub fn plan(&self) -> FaultPlan {
        self.lock().clone()
    }

    /// Puts another plan in force.
    pub fn set(&self, plan: FaultPlan) {
        *self.lock() = plan;
    }

    /// How long to wait before a request is looked at.
    pub fn latency(&self) -> Duration {
        Duration::from_millis(self.lock().latency_ms)
    }

    /// How long to wait after a chunk of a bulk operation.
    pub fn bulk_delay(&self) -> Duration {
        Duration::from_millis(self.lock().bulk_delay_ms)
    }

    /// Whether this request is to fail, and how.
    pub fn strike(&self, method: &str, path: &str) -> Option<Fault> {
        let mut plan = self.lock();
        let meant =
            (plan.method.is_empty() || plan.method.eq_ignore_ascii_case(method)) && path.contains(&plan.path);
        if !meant {
            return None;
        }
        if plan.fail_next > 0 {
            plan.fail_next -= 1;
        } else if plan.fail_rate <= 0.0 || fastrand::f64() >= plan.fail_rate {
            return None;
        }
        Some(if plan.drop_connections { Fault::Dropped } else { Fault::Status(plan.status) })
    }
}
