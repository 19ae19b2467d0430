# What people keep for themselves: name, language, e-mail address, password, sessions.

profile-title = Your profile
profile-loading = Your profile is being loaded…
profile-not-loaded = Your profile could not be loaded.
profile-save = Save
profile-changed-meanwhile = This has been changed elsewhere since you opened this page.

## Name
profile-name-title = Name
profile-name-about = As others see it: in the list of users, beside what you do, and in mails to you.
profile-name = Name
profile-name-saved = Name saved

## Language
profile-language-title = Language
profile-language-about = Holds wherever you sign in, and for mails to you. It takes effect at once.
profile-language-browser = As the browser
profile-language-saved = Language saved

## Sessions
sessions-title = Your sessions
sessions-about = Where you are signed in. A session ends by itself when it is not used.
sessions-current = This session
sessions-times = Signed in { $began } · ends { $ends } if not used
sessions-raw = What the browser says of itself
sessions-not-loaded = Your sessions could not be loaded.
sessions-end = Sign out everywhere
sessions-end-question = Sign out everywhere?
sessions-end-text = All your other sessions end at once, on every device. This one stays.
sessions-ended = Signed out everywhere else
browser-on-system = { $browser } on { $system }
browser-unknown = Unknown browser

## E-mail address
profile-email-title = E-mail
profile-email-about = You sign in with it, and mails go to it.
profile-email-change = Change e-mail…
profile-email-new = New e-mail
profile-email-send = Send confirmation
profile-email-sent = A mail has gone to { $to }. Nothing changes until you follow the link in it, within 24 hours: until then you sign in with { $now }.

## Password
profile-password-title = Password
profile-password-about = Changing it ends your other sessions, on every device.
profile-password-change = Change password…
profile-password-ends = When you save, all your other sessions end. This one stays.
profile-password-save = Change password
profile-password-changed = Password changed. Your other sessions have ended.
