# The app as a whole: signing in, the header, settings.

## Signing in
sign-in = Sign in
signing-in = Signing in…
email = E-mail
email-missing = Please enter your e-mail address.
password = Password
password-missing = Please enter your password.
show = Show
hide = Hide
show-password = Show password

## The session has ended
session-expired-title = Please sign in again
session-expired-text = Your session has ended. Nothing is lost: enter your password, and the page goes on where you were. If that is refused, your access may have been disabled: an admin of your account can tell you.
go-on = Go on
sign-in-as-other = Sign in as someone else

## The header
skip-to-content = Skip to content
accounts-drawer = Accounts
person = Your profile
sign-out = Sign out
view-as = View as customer
view-as-text = You see the app as { $account } does. Nothing can be changed.
view-as-stop = Stop viewing
offline = Offline
offline-text = The server cannot be reached. You see the SIMs as they were { $ago } ({ $time }), and nothing can be changed.
role-view-only = View only
role-user = User
role-admin = Admin

## Display settings
display = Display
theme = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
contrast = Contrast
contrast-more = More
motion = Motion
motion-reduced = Reduced
appearance-not-stored = How the app looks is kept only in this browser. { $why }
density = Rows
density-comfortable = Comfortable
density-compact = Compact
language = Language

## When the app cannot start
cannot-start = The app cannot start
cannot-reach = The service cannot be reached
try-again = Try again
config-not-an-object = The file config.json cannot be read: it has to be a JSON object.
config-unknown-key = In the file config.json there is “{ $key }”, which does not exist. It may be misspelt; config.schema.json lists what there is.
config-wrong-value = In the file config.json, the value of “{ $key }” has to be { $expected }.
config-expects-text = a text that is not empty
config-expects-address = an address, such as "brand/logo.svg" or "https://api.example.com/v1", without spaces
config-expects-carrier = either "cookie" or "token"
config-expects-support = { "{" }"address": { "{" }"url": "https://…"{ "}" }{ "}" } or { "{" }"contact": { "{" }"name": "…", "phone": "…", "email": "…", "hours": "…", "note": "…"{ "}" }{ "}" }, where only the name is needed
config-expects-object = an object, in { "{" } and { "}" }
config-expects-colour = a colour such as "#1b6b47"
config-expects-both-of-the-header = either with both “header” and “header_text”, or with neither of them
config-expects-readable = a colour that can be read on “colours.header”: the contrast is { $ratio }, and it takes { $least } or more
config-expects-language = a language tag such as "en"
config-expects-languages = a list of language tags such as ["en", "de"], with one or more in it
config-expects-one-of-the-languages = one of “languages”

## Parts of the interface
app-close = Close
app-dismiss = Dismiss
app-notifications = Notifications
key-control = Ctrl
key-shift = Shift
key-enter = Enter
key-alt = Alt
key-page-up = Page Up
key-page-down = Page Down
key-home = Home
key-end = End
key-space = Space
key-escape = Esc
key-menu = Menu
app-apply = Apply
app-cancel = Cancel
choose-file = Choose file…
app-retry = Try again
choices-count = { $count ->
    [0] No match
    [one] { $count } match
   *[other] { $count } matches
}
choices-none = No match
choices-more = { $count } more: type on
usage-of-cap-with-alert = { $used } of { $cap } used, alert at { $alert }
usage-of-cap = { $used } of { $cap } used
usage-with-alert = { $used } used, alert at { $alert }, no cap
usage-without-level = { $used } used, no cap

## From page to page
pages = Pages
page-sims = SIMs
pages-more = More
page-overview = Overview
page-accounts = Managed accounts
page-operations = Operations
role-changed = Your role was changed: you are “{ $role }” now. What you may do has changed with it.
