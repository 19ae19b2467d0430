# The history of SIMs, and the audit log.

page-history = History
history-title = History
history-not-allowed = The history of all SIMs and the audit log are for admins. What became of one SIM stands in its details.
history-sims = SIM changes
history-audit = Audit log

history-when = When
history-who = Who
history-what = What
history-why = Why
history-subject = On what
history-filter = Filter
history-anybody = Anybody
history-any-account = All accounts
history-anything = Anything
history-any-cause = Any cause
history-what-changed = What changed
history-about = About
history-act = Act
history-any-act = Any act
history-from = From
history-to = To
history-today = Today
history-last-days = { $days } days
history-any-time = Any time
history-iccid = ICCID
history-name = Name or ICCID
history-clear = Clear filter
history-not-a-day = This is not a date.
history-ends-early = This lies before the beginning.
history-not-an-iccid = An ICCID has 18 to 22 digits.
history-wrong-filter = Please correct the filter.
history-people-not-read = The users could not be read.
history-user-number = User { $id }
history-token-number = API token { $id }

history-none = Nothing has happened yet.
history-none-found = Nothing that was asked for has happened.
history-not-read = The history could not be read.
history-shown =
    { $count ->
        [one] One entry
       *[other] { $count } entries
    }
history-more = Show more
history-fresh =
    { $count ->
        [one] Show 1 new
       *[other] Show { $count } new
    }
history-export = Export CSV…
history-exported = Saved as { $file }.
history-not-exported = The file could not be made.

history-provider = Your provider
history-nobody = Automatic
history-not-signed-in = Not signed in
history-by-token = Token “{ $token }” of { $name }
history-by-token-alone = Token “{ $token }”
history-seen-as = seen as { $account }
history-operation = Operation { $id }
history-another-account = another account
history-left = No longer in your accounts

# “Data cap: 500 MB → 700 MB”
history-change = { $field }: { $old } → { $new }
history-set = { $field }: { $new }
history-unset = { $field }: no longer { $old }
history-quoted = “{ $text }”

## Why a SIM changed

cause-edited = Edited
cause-operation = Bulk operation
cause-lifted = Cap raised for this period
cause-usage = Usage reached a level
cause-new-period = New period
cause-network = Reported by the operator

## What was done

audit-signed-in = Signed in
audit-sign-in-failed = Sign-in failed
audit-signed-out = Signed out
audit-signed-out-elsewhere = Signed out everywhere else
audit-account-created = Account created
audit-account-renamed = Account renamed
audit-account-moved = Account moved
audit-account-disabled = Account disabled
audit-account-enabled = Account enabled
audit-features-changed = Features changed
audit-two-factor-requirement-changed = Two-factor requirement changed
audit-account-deleted = Account deleted
audit-branding-changed = Branding changed
audit-support-changed = Help & support changed
audit-user-invited = User invited
audit-invitation-resent = Invitation sent again
audit-invitation-withdrawn = Invitation withdrawn
audit-invitation-accepted = Invitation accepted
audit-user-renamed = User renamed
audit-user-role-changed = Role changed
audit-user-disabled = User disabled
audit-user-enabled = User enabled
audit-user-deleted = User deleted
audit-profile-changed = Profile changed
audit-password-changed = Password changed
audit-password-reset = Password reset by mail
audit-email-changed = E-mail address changed
audit-two-factor-enabled = Two-factor sign-in switched on
audit-two-factor-disabled = Two-factor sign-in switched off
audit-two-factor-reset = Two-factor sign-in reset
audit-recovery-codes-renewed = Recovery codes renewed
audit-recovery-code-used = Recovery code used
audit-recipient-added = Notification address added
audit-recipient-changed = Notification address changed
audit-recipient-removed = Notification address removed
audit-token-created = API token created
audit-token-revoked = API token revoked
audit-view-as-began = Began to view as customer
audit-view-as-ended = Ended the view as customer
audit-label-created = Tag or category created
audit-label-renamed = Tag or category renamed
audit-label-colour-changed = Colour of a tag or category changed
audit-label-merged = Tag or category merged
audit-label-deleted = Tag or category deleted
audit-label-restored = Tag or category restored
audit-sim-changed = SIM edited
audit-move-started = Move of SIMs started
audit-levels-started = Setting of caps and alerts started
audit-activate-started = Activation of SIMs started
audit-suspend-started = Suspension of SIMs started
audit-resume-started = Resumption of SIMs started
audit-terminate-started = Termination of SIMs started
audit-tags-started = Editing of tags started
audit-category-started = Setting of a category started
audit-replace-label-started = Replacement of a tag or category on SIMs started
audit-operation-cancelled = Operation cancelled

## What acts are about

audit-group-sign-in = Sign-in
audit-group-accounts = Accounts
audit-group-users = Users
audit-group-profiles = Own profile
audit-group-recipients = Notification addresses
audit-group-tokens = API tokens
audit-group-views = View as customer
audit-group-labels = Tags and categories
audit-group-sims = SIMs and operations

## What an act was done to

subject-account = Account
subject-user = User
subject-token = API token
subject-recipient = Notification address
subject-tag = Tag
subject-category = Category
subject-sim = SIM
subject-operation = Operation

## What changes on a SIM

sim-field-account = Account
sim-field-status = Status
sim-field-cap = Data cap
sim-field-regular-cap = Cap from the next period on
sim-field-alert = Data alert
sim-field-hard-cap = End the session at the cap
sim-field-label = Label
sim-field-note = Note
sim-field-category = Category
sim-field-tags = Tags
sim-field-recipient = Notification address

## What else changes

audit-field-parent = Account above
audit-field-name = Name
audit-field-enabled = Enabled
audit-field-caps-and-alerts = Caps and alerts
audit-field-sub-accounts = Sub-accounts allowed
audit-field-require-two-factor = Two-factor sign-in required
audit-field-email = E-mail address
audit-field-role = Role
audit-field-language = Language
audit-field-alerts = Alerts by mail
audit-field-all-sims = Alerts of all SIMs
audit-field-sim = Set on the SIM
audit-field-expires-at = Valid until
audit-field-sims = SIMs
audit-field-end-session-at-cap = End the session at the cap
audit-field-colour = Colour
audit-field-into = Merged into
audit-field-tag = Tag
audit-field-undo-of = Undoes operation
audit-field-retry-of = Tries again what failed in operation
