# Users of managed accounts.

users-find = Search users
users-below = Include sub-accounts
users-not-read = The users could not be read.
users-none = Nobody belongs to this account yet.
users-none-found = No user matches.
users-shown = { $shown } of { $count ->
    [one] { $count } user
   *[other] { $count } users
}
users-more = Show more
user-name = Name
user-email = E-mail
user-role = Role
user-state = State
user-account = Account
user-last-sign-in = Last sign-in
user-never = Never signed in
user-state-invited = Invited
user-link-expired = The link has expired
user-state-active = Active
user-state-disabled = Disabled

## What can be done with a user
user-acts = Actions
user-actions = Actions for { $name }
user-own = This is you. Another admin can do this.
user-above-own = This user has a role above your own.
user-change-role = Change role
user-disable = Disable
user-enable = Enable
user-resend = Re-send invitation
user-withdraw = Withdraw invitation
user-delete = Delete
user-now = { $name }, { $role }, { $state }
user-is-enabled = { $name } is enabled.
user-is-disabled = { $name } is disabled.
user-has-role = { $name } is “{ $role }” now.
user-resent = A new invitation was sent to { $email }. The link in the old one does not work any more.
user-withdrawn = The invitation of { $name } was withdrawn.
user-deleted = { $name } was deleted.
user-change-role-title = Change the role of { $name }
user-change-role-verb = Change
user-disable-title = Disable { $name }?
user-disable-verb = Disable
user-disable-text = This user cannot sign in any more until enabled again. Sessions end at once; nothing is lost.
user-withdraw-title = Withdraw the invitation of { $name }?
user-withdraw-verb = Withdraw
user-withdraw-text = The link in the mail does not work any more, and the user is removed.
user-delete-title = Delete { $name }?
user-delete-verb = Delete
user-delete-text = This user cannot sign in any more, and sessions end at once. Own filters and settings are deleted; what was done stays in the history under this name. This cannot be taken back.

## Inviting
user-invite = Invite user
user-invite-text = A mail with a link to set a password goes to the address. The user belongs to { $account } and sees that account and all below it.
user-invite-verb = Send invitation
user-invited = { $name } was invited: a mail is on its way to { $email }.
role-view-only-means = Sees SIMs, usage and sessions; changes nothing.
role-user-means = Sees everything, edits labels and notes, pauses data and runs diagnostics.
role-admin-means = Does everything, also with caps, SIMs, accounts and users.
