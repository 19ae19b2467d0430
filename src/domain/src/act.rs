//! What can be done to many SIMs at once, what it makes of each, and why of some nothing (PRODUCT.md §3, §4).
//!
//! The same answers at both ends: the server previews and carries out with them, the dashboard says with them at once
//! what an act would do.

pub mod outlook;

use crate::account::{AccountId, AccountTree};
use crate::label::{self, LabelKind};
use crate::lifecycle::Reason;
use crate::metering::LevelSetting;
use crate::permission::Permission;
use crate::sim::Status;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What to do with each SIM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Action {
    /// Note, label, cap, alert and tags stay on the SIM.
    MoveToAccount {
        account_id: AccountId,
        /// Whether the notification addresses set on the SIM stay that are of the new account or of one above it. Those of
        /// accounts that no longer see the SIM are taken off in any case; those of accounts above the caller's stay.
        #[serde(default = "yes")]
        keep_recipients: bool,
    },
    /// Sets both levels; `null` is none.
    SetLevels {
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1_000_000_000_000_000_u64))]
        cap_bytes: Option<u64>,
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1_000_000_000_000_000_u64))]
        alert_bytes: Option<u64>,
        /// Applied where the operator supports it; left as it is when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end_session_at_cap: Option<bool>,
    },
    /// The operator completes it. Can be undone until then.
    Activate,
    Suspend,
    Resume,
    /// For good: the running session ends, and there is no undo.
    Terminate,
    /// Puts tags on and takes tags off; what is in neither list stays.
    EditTags {
        #[serde(default)]
        add: Vec<String>,
        #[serde(default)]
        remove: Vec<String>,
    },
    /// `null` is none.
    SetCategory {
        category: Option<String>,
    },
    /// What follows from a change to the list of tags or categories: one name in place of another, or of none, whatever
    /// the status of the SIM. Only started by that change.
    ReplaceLabel {
        kind: LabelKind,
        name: String,
        by: Option<String>,
    },
}

/// What is absent is wished.
fn yes() -> bool {
    true
}

/// What acts look at on a SIM, wherever it is kept.
pub trait Subject {
    fn iccid(&self) -> String;
    fn account(&self) -> AccountId;
    fn status(&self) -> Status;
    /// Bytes in the current period.
    fn usage(&self) -> u64;
    fn setting(&self) -> LevelSetting;
    fn tags(&self) -> Cow<'_, [String]>;
    /// Empty for none.
    fn category(&self) -> &str;
}

/// What becomes of a SIM: the one thing of it that an act changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Account(AccountId),
    /// What usage and these levels make of the status follows.
    Setting(LevelSetting),
    Service(Status),
    Tags(Vec<String>),
    /// Empty for none.
    Category(String),
}

impl Action {
    /// What it makes of a SIM in one of these accounts, the caller's part of the tree.
    pub fn outcome(&self, sim: &impl Subject, accounts: &AccountTree) -> Result<Outcome, Reason> {
        within(accounts, sim.account())?;
        match self {
            &Self::MoveToAccount { account_id, .. } => move_to(account_id, sim, accounts),
            &Self::SetLevels { cap_bytes, alert_bytes, end_session_at_cap } => {
                let mut setting = sim.setting();
                setting.levels.cap = cap_bytes;
                setting.levels.alert = alert_bytes;
                setting.regular_cap = None;
                if let Some(on) = end_session_at_cap {
                    setting.hard_cap = setting.hard_cap.wished(on);
                }
                set(setting, sim, accounts)
            }
            Self::Activate => sim.status().activate().map(Outcome::Service),
            Self::Suspend => sim.status().suspend().map(Outcome::Service),
            Self::Resume => sim.status().resume(sim.usage(), sim.setting().levels).map(Outcome::Service),
            Self::Terminate => sim.status().terminate().map(Outcome::Service),
            Self::EditTags { add, remove } => {
                sim.status().editable()?;
                label::retagged(&sim.tags(), add, remove).map(Outcome::Tags)
            }
            Self::SetCategory { category } => {
                sim.status().editable()?;
                categorise(category.as_deref(), sim)
            }
            Self::ReplaceLabel { kind: LabelKind::Tag, name, by } => {
                label::replaced(&sim.tags(), name, by.as_deref()).map(Outcome::Tags)
            }
            Self::ReplaceLabel { kind: LabelKind::Category, name, by } => {
                if sim.category() != name {
                    return Err(Reason::Unchanged);
                }
                categorise(by.as_deref(), sim)
            }
        }
    }

    /// What a role needs to be allowed to ask for it.
    pub fn permission(&self) -> Permission {
        match self {
            Self::MoveToAccount { .. } => Permission::MoveSims,
            Self::SetLevels { .. } => Permission::SetLevels,
            Self::Activate | Self::Suspend | Self::Resume | Self::Terminate => Permission::ChangeLifecycle,
            Self::EditTags { .. } | Self::SetCategory { .. } | Self::ReplaceLabel { .. } => {
                Permission::ManageLabels
            }
        }
    }

    /// Whether it changes tags or categories of SIMs.
    pub fn is_about_labels(&self) -> bool {
        self.permission() == Permission::ManageLabels
    }

    /// Whether what it did can be taken back at all.
    pub fn can_be_undone(&self) -> bool {
        *self != Self::Terminate
    }
}

/// Whether an account lies in the caller's part of the tree.
pub fn within(accounts: &AccountTree, id: AccountId) -> Result<(), Reason> {
    accounts.position(id).map(|_| ()).ok_or(Reason::NotFound)
}

/// A move. The account may have been moved elsewhere or deleted since it was chosen.
pub fn move_to(to: AccountId, sim: &impl Subject, accounts: &AccountTree) -> Result<Outcome, Reason> {
    sim.status().movable()?;
    within(accounts, to)?;
    if sim.account() == to {
        return Err(Reason::AlreadyThere);
    }
    Ok(Outcome::Account(to))
}

/// Other levels: only where the account has caps and alerts.
pub fn set(after: LevelSetting, sim: &impl Subject, accounts: &AccountTree) -> Result<Outcome, Reason> {
    sim.status().editable()?;
    if !accounts.get(sim.account()).is_some_and(|account| account.features.caps_and_alerts) {
        return Err(Reason::CapsNotEnabled);
    }
    if sim.setting() == after {
        return Err(Reason::Unchanged);
    }
    Ok(Outcome::Setting(after))
}

/// Another category, or none.
pub fn categorise(category: Option<&str>, sim: &impl Subject) -> Result<Outcome, Reason> {
    let after = category.unwrap_or_default();
    if sim.category() == after {
        return Err(Reason::Unchanged);
    }
    Ok(Outcome::Category(after.to_owned()))
}
