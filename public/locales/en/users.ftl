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
user-never = Never
user-state-invited = Invited
user-state-active = Active
user-state-disabled = Disabled
