# The page of managed accounts.

managed-title = Managed accounts
managed-not-allowed = Your role does not include managing accounts. An Admin of your account can change that.
managed-not-read = The accounts could not be read.
managed-unknown = There is no such account here, or you may not see it.
managed-tabs = Parts of the account
managed-users = Users
managed-notifications = Notifications
managed-features = Features
managed-disabled = Disabled
managed-shut = Disabled above
managed-sims = { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}, { $own } of its own
managed-user-count = { $count ->
    [one] { $count } user
   *[other] { $count } users
}

## What can be done with an account
managed-stale = Someone else has changed this meanwhile. It is now: { $now }. Do it again to go on with that.
account-now = “{ $name }”, { $state }
account-add = Add sub-account
account-add-shut = This account is disabled, or one above it. Enable it first.
account-add-not-allowed = This account may not have sub-accounts. See its features.
account-more = More actions for { $name }
account-show-sims = Show SIMs
account-rename = Rename
account-move = Move to…
account-disable = Disable
account-enable = Enable
account-delete = Delete
account-enabled = enabled
account-created = { $name } was created.
account-renamed = { $before } is called { $name } now.
account-rename-stale = Someone else has renamed this account meanwhile: it is called “{ $name }” now. Press Enter again to give it your name, or Escape to leave it.
account-moved = { $name } was moved.
account-deleted = { $name } was deleted.
account-is-disabled = { $name } is disabled.
account-is-enabled = { $name } is enabled.

## Moving an account
account-move-title = Move { $name }
account-move-parent = Under which account
account-move-verb = Move
account-move-there = It is under this account already.
account-move-text = It moves with { $below ->
    [0] no sub-accounts
    [one] { $below } sub-account
   *[other] its { $below } sub-accounts
} and { $sims ->
    [one] { $sims } SIM
   *[other] { $sims } SIMs
}. Who sees them now only through an account above loses sight of them unless the new place is below that account too.
account-move-loses-caps = “{ $account }” does not have caps and alerts: { $count ->
    [one] one account loses
   *[other] { $count } accounts lose
} them.
account-move-loses-sub-accounts = “{ $account }” may not have sub-accounts: { $count ->
    [one] one account loses
   *[other] { $count } accounts lose
} that right.

## Disabling and enabling
account-disable-title = Disable { $name }?
account-disable-verb = Disable
account-disable-text = { $users ->
    [0] Nobody belongs to it yet; who is invited later
    [one] Its one user
   *[other] Its { $users } users
} { $below ->
    [0] {""}
    [one] (one sub-account included){" "}
   *[other] ({ $below } sub-accounts included){" "}
}cannot sign in any more until it is enabled again. Sessions end at once.
account-disable-sims = Its SIMs go on working and stay visible in the accounts above.
account-enable-title = Enable { $name }?
account-enable-verb = Enable
account-enable-text = Its users can sign in again ({ $users ->
    [one] one user
   *[other] { $users } users
}, sub-accounts included), except those who are disabled themselves or belong to a sub-account that is.
account-enable-shut-above = An account above it is disabled too: until that is enabled, nobody here can sign in.

## Deleting
account-delete-title = Delete { $name }?
account-delete-verb = Delete
account-delete-text = The account is empty. This cannot be taken back.
account-delete-not-empty = { $name } cannot be deleted yet
account-delete-holds = Only an empty account can be deleted. This is still in it:
account-holds-sims = { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}
account-holds-users = { $count ->
    [one] { $count } user
   *[other] { $count } users
}
account-holds-accounts = { $count ->
    [one] { $count } sub-account
   *[other] { $count } sub-accounts
}

## Features
feature-caps-and-alerts = Caps and alerts
feature-caps-and-alerts-means = Admins set a cap and an alert on the usage of SIMs.
feature-caps-and-alerts-off = Caps and alerts of its SIMs stay written down, but nobody can change them while this is off.
feature-sub-accounts = Sub-accounts allowed
feature-sub-accounts-means = Admins create accounts below this one.
feature-sub-accounts-off = Accounts that are below it stay, and no further ones can be created.
feature-off-above = Off because { $account } has it off.
feature-below = On in { $count ->
    [one] one account
   *[other] { $count } accounts
} below. Switched off here, it is off there too.
feature-off-title = Switch off “{ $feature }”?
feature-off-verb = Switch off
feature-off-below = It goes off in { $count ->
    [one] one account
   *[other] { $count } accounts
} below as well, and does not come on there again by itself.
feature-switched = The features of { $name } were changed.
feature-stale = Someone else has changed this account meanwhile. It is shown as it is now; please look and switch again.
