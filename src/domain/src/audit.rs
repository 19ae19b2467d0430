//! What the audit log names: acts, and what they are done to.

use crate::sim::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Something that was done, or tried.
    AuditAction {
        SignedIn = "signed_in",
        /// With the e-mail address of a user, who is the subject: nobody was signed in.
        SignInFailed = "sign_in_failed",
        SignedOut = "signed_out",
        /// Everywhere but where it was asked for.
        SignedOutElsewhere = "signed_out_elsewhere",

        AccountCreated = "account_created",
        AccountRenamed = "account_renamed",
        AccountMoved = "account_moved",
        AccountDisabled = "account_disabled",
        AccountEnabled = "account_enabled",
        FeaturesChanged = "features_changed",
        TwoFactorRequirementChanged = "two_factor_requirement_changed",
        AccountDeleted = "account_deleted",
        BrandingChanged = "branding_changed",
        SupportChanged = "support_changed",

        UserInvited = "user_invited",
        InvitationResent = "invitation_resent",
        InvitationWithdrawn = "invitation_withdrawn",
        InvitationAccepted = "invitation_accepted",
        UserRenamed = "user_renamed",
        UserRoleChanged = "user_role_changed",
        UserDisabled = "user_disabled",
        UserEnabled = "user_enabled",
        UserDeleted = "user_deleted",
        ProfileChanged = "profile_changed",
        PasswordChanged = "password_changed",
        /// In place of a forgotten one, by a mailed link.
        PasswordReset = "password_reset",
        EmailChanged = "email_changed",

        TwoFactorEnabled = "two_factor_enabled",
        TwoFactorDisabled = "two_factor_disabled",
        /// By an Admin, for a user who lost the app.
        TwoFactorReset = "two_factor_reset",
        RecoveryCodesRenewed = "recovery_codes_renewed",
        RecoveryCodeUsed = "recovery_code_used",

        RecipientAdded = "recipient_added",
        /// Whether it gets all alerts, or on which SIM it is set.
        RecipientChanged = "recipient_changed",
        RecipientRemoved = "recipient_removed",

        TokenCreated = "token_created",
        TokenRevoked = "token_revoked",

        ViewAsBegan = "view_as_began",
        ViewAsEnded = "view_as_ended",

        LabelCreated = "label_created",
        LabelRenamed = "label_renamed",
        LabelColourChanged = "label_colour_changed",
        /// Another one took its place.
        LabelMerged = "label_merged",
        LabelDeleted = "label_deleted",
        /// By undoing what was done to it.
        LabelRestored = "label_restored",

        SimChanged = "sim_changed",
        MoveStarted = "move_started",
        LevelsStarted = "levels_started",
        ActivateStarted = "activate_started",
        SuspendStarted = "suspend_started",
        ResumeStarted = "resume_started",
        TerminateStarted = "terminate_started",
        TagsStarted = "tags_started",
        CategoryStarted = "category_started",
        /// A tag or category is replaced on SIMs, or taken off them, because the list of them was changed.
        ReplaceLabelStarted = "replace_label_started",
        OperationCancelled = "operation_cancelled",
    }
}

codes! {
    /// What an act is done to.
    SubjectKind {
        Account = "account",
        User = "user",
        Token = "token",
        /// A notification address.
        Recipient = "recipient",
        Tag = "tag",
        Category = "category",
        Sim = "sim",
        Operation = "operation",
    }
}

codes! {
    /// What acts are about.
    AuditGroup {
        SignIn = "sign_in",
        Accounts = "accounts",
        Users = "users",
        /// What people do about themselves.
        Profiles = "profiles",
        Recipients = "recipients",
        Tokens = "tokens",
        Views = "views",
        /// Tags and categories.
        Labels = "labels",
        Sims = "sims",
    }
}

impl AuditAction {
    /// What it is about.
    pub fn group(self) -> AuditGroup {
        match self {
            Self::SignedIn | Self::SignInFailed | Self::SignedOut | Self::SignedOutElsewhere => {
                AuditGroup::SignIn
            }
            Self::AccountCreated
            | Self::AccountRenamed
            | Self::AccountMoved
            | Self::AccountDisabled
            | Self::AccountEnabled
            | Self::FeaturesChanged
            | Self::TwoFactorRequirementChanged
            | Self::AccountDeleted
            | Self::BrandingChanged
            | Self::SupportChanged => AuditGroup::Accounts,
            Self::UserInvited
            | Self::InvitationResent
            | Self::InvitationWithdrawn
            | Self::InvitationAccepted
            | Self::UserRenamed
            | Self::UserRoleChanged
            | Self::UserDisabled
            | Self::UserEnabled
            | Self::UserDeleted
            | Self::TwoFactorReset => AuditGroup::Users,
            Self::ProfileChanged
            | Self::PasswordChanged
            | Self::PasswordReset
            | Self::EmailChanged
            | Self::TwoFactorEnabled
            | Self::TwoFactorDisabled
            | Self::RecoveryCodesRenewed
            | Self::RecoveryCodeUsed => AuditGroup::Profiles,
            Self::RecipientAdded | Self::RecipientChanged | Self::RecipientRemoved => AuditGroup::Recipients,
            Self::TokenCreated | Self::TokenRevoked => AuditGroup::Tokens,
            Self::ViewAsBegan | Self::ViewAsEnded => AuditGroup::Views,
            Self::LabelCreated
            | Self::LabelRenamed
            | Self::LabelColourChanged
            | Self::LabelMerged
            | Self::LabelDeleted
            | Self::LabelRestored => AuditGroup::Labels,
            Self::SimChanged
            | Self::MoveStarted
            | Self::LevelsStarted
            | Self::ActivateStarted
            | Self::SuspendStarted
            | Self::ResumeStarted
            | Self::TerminateStarted
            | Self::TagsStarted
            | Self::CategoryStarted
            | Self::ReplaceLabelStarted
            | Self::OperationCancelled => AuditGroup::Sims,
        }
    }
}

codes! {
    /// What the audit log tells of, beside what changes on a SIM ([`crate::history::SimField`]).
    AuditField {
        /// The account above.
        Parent = "parent_id",
        Name = "name",
        Enabled = "enabled",
        CapsAndAlerts = "caps_and_alerts",
        SubAccounts = "sub_accounts",
        RequireTwoFactor = "require_two_factor",
        Email = "email",
        Role = "role",
        Language = "language",
        /// Whether the user wants to be told about alerts.
        Alerts = "alerts",
        /// Whether an address is told about all SIMs of its account.
        AllSims = "all_sims",
        /// The ICCID of the SIM that an address is set on.
        Sim = "sim",
        /// When a token ends.
        ExpiresAt = "expires_at",
        /// How many SIMs an operation is for.
        Sims = "sims",
        EndSessionAtCap = "end_session_at_cap",
        Colour = "colour",
        ProductName = "product_name",
        Logo = "logo",
        Favicon = "favicon",
        Accent = "accent",
        /// The colours of the header, background and text.
        Header = "header",
        MailSender = "mail_sender",
        MailFooter = "mail_footer",
        Hosts = "hosts",
        /// Which way help is found.
        Support = "support",
        /// What a tag or category was merged into.
        Into = "into",
        Tag = "tag",
        UndoOf = "undo_of",
        RetryOf = "retry_of",
    }
}
