# Who is told about alerts.

## The tab "Notifications" of an account
notifications-not-read = Who is told could not be read.
notifications-no-caps = Caps and alerts are switched off for this account: nothing is sent about its own SIMs.
notifications-addresses = E-mail addresses
notifications-email = E-mail
notifications-all-sims = All SIM alerts
notifications-all-sims-of = All SIM alerts for { $email }
notifications-on-sims = Set on SIMs
notifications-sim-count = { $count ->
    [0] None
    [one] { $count } SIM
   *[other] { $count } SIMs
}
notifications-acts = Actions
notifications-add = Add address
notifications-added = { $email } added
notifications-none = This account has no addresses yet. Add one that gets all alerts, or that you set on single SIMs in their details.
notifications-remove-of = Remove { $email }
notifications-remove-title = Remove { $email }?
notifications-remove = Remove
notifications-removed = { $email } removed
notifications-set-on = { $count ->
    [one] It is set on { $count } SIM: { $accounts }
   *[other] It is set on { $count } SIMs: { $accounts }
}
notifications-set-on-none = It is not set on any SIM.
notifications-gets-all = It receives all alerts of { $account } and its sub-accounts.
notifications-remove-text = It is removed everywhere, and nothing is sent to it any more. This cannot be undone.
notifications-others = Also told
notifications-others-about = Users who opted in in their profile, and whoever gets all alerts through an account above.

## Who is told, and why
told-title = Who is told
told-not-read = Who is told could not be read.
told-this-sim = Set on this SIM
told-all-sims = All SIM alerts of { $account }
told-opt-in = User of { $account }, opted in
told-above = { $count ->
    [one] And { $count } more through accounts above yours.
   *[other] And { $count } more through accounts above yours.
}
told-nobody = Nobody is told about the alerts of this SIM.
told-nobody-else = Nobody else.
told-take-off = Remove { $email } from this SIM
told-add = Add address
told-add-placeholder = Type an e-mail address
told-add-none = There is no other address. Addresses are added under “Managed accounts”, “Notifications”.

## In the profile
profile-alerts-title = Alerts
profile-alerts-about = An e-mail whenever a SIM of your account or of a sub-account reaches its alert level or its cap.
profile-alerts = Tell me about alerts
profile-alerts-saved = Saved
