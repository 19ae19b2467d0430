//! Who may do what: the table of PRODUCT.md §2, read by the sandbox to enforce and by the dashboard to show.

pub mod routes;

use crate::sim::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// A user's role. A later one may do all that an earlier one may.
    Role {
        ViewOnly = "view_only",
        User = "user",
        Admin = "admin",
    }
}

/// Something that a role may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See SIMs, details, usage; filter, save filters, arrange columns, export.
    ViewSims,
    /// Edit a SIM's label and note.
    EditNotes,
    /// Pause and resume a SIM's data, ping, run diagnostics.
    SimpleTasks,
    /// Set cap and alert levels.
    SetLevels,
    /// Move SIMs between accounts of the own scope.
    MoveSims,
    /// Activate, suspend, resume, terminate.
    ChangeLifecycle,
    /// Tags and categories: their lists, and which SIMs have them.
    ManageLabels,
    /// The own name, e-mail address, password, language, sessions.
    OwnProfile,
    /// Create, rename, move, disable and delete sub-accounts.
    ManageAccounts,
    /// Invite, change, disable and delete users of the own account and of those below.
    ManageUsers,
    /// See and change who is told about alerts.
    ManageRecipients,
    /// The look of accounts, and where their people find help.
    ManageBranding,
    /// See bulk operations of others within the scope.
    SeeAllOperations,
    /// Change and delete what others of the account saved and shared.
    EditSharedFilters,
    /// See the app as an account below the own does, without changing anything.
    ViewAsCustomer,
    /// Make and revoke API tokens of the own account and of those below.
    ManageTokens,
    /// See who did what within the scope.
    SeeAuditLog,
}

impl Permission {
    /// The least role that has this permission.
    pub fn least_role(self) -> Role {
        match self {
            Self::ViewSims | Self::OwnProfile => Role::ViewOnly,
            Self::EditNotes | Self::SimpleTasks => Role::User,
            Self::SetLevels
            | Self::MoveSims
            | Self::ChangeLifecycle
            | Self::ManageLabels
            | Self::ManageAccounts
            | Self::ManageUsers
            | Self::ManageRecipients
            | Self::ManageBranding
            | Self::SeeAllOperations
            | Self::EditSharedFilters
            | Self::ViewAsCustomer
            | Self::ManageTokens
            | Self::SeeAuditLog => Role::Admin,
        }
    }
}

impl Role {
    /// Whether this role has the permission.
    pub fn may(self, permission: Permission) -> bool {
        self >= permission.least_role()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_product() {
        use Permission::*;
        let may = |role: Role| {
            [ViewSims, EditNotes, SimpleTasks, SetLevels, MoveSims, ChangeLifecycle, ManageAccounts]
                .map(|permission| role.may(permission))
        };
        assert_eq!(may(Role::ViewOnly), [true, false, false, false, false, false, false]);
        assert_eq!(may(Role::User), [true, true, true, false, false, false, false]);
        assert_eq!(may(Role::Admin), [true; 7]);
    }
}
