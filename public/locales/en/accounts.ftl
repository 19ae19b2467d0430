# Accounts: the tree and what belongs to it.

## The navigator
accounts-title = Accounts
accounts-find = Find account
accounts-none = No account with this name
accounts-row = { $name } { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}
accounts-row-users = , { $count ->
    [one] { $count } user
   *[other] { $count } users
}
accounts-row-disabled = , disabled
accounts-name = Name of the account
accounts-new-name = Name of the new account
accounts-drag-under = { $name } under { $account }
accounts-counts = { $own ->
    [one] { $own } SIM of its own
   *[other] { $own } SIMs of its own
}, { $count } with all sub-accounts
accounts-disabled = Disabled
accounts-actions = Actions for { $name }
