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

## Features
feature-caps-and-alerts = Caps and alerts
feature-sub-accounts = Sub-accounts allowed
feature-on = On
feature-off = Off
