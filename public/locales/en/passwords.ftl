# Choosing a password, where mailed links lead, and a forgotten password.

## Choosing a password
current-password = Current password
new-password = New password
new-password-hint = { $least } characters or more. A few words that have nothing to do with each other are good.
show-field = Show: { $field }
set-password = Set password
strength = Strength: { $word }.
strength-very-weak = Very weak
strength-weak = Weak
strength-good = Good
strength-strong = Strong

## What makes a password weak, and how to mend it
weakness-too-short = This is too short: use { $least } characters or more.
weakness-too-long = This is too long: use { $most } characters at most.
weakness-about-you = It is made of your name or e-mail address: use something that is not about you.
weakness-common = Many people choose this or something like it: add words that have nothing to do with it.
weakness-keyboard = Keys that lie side by side are guessed soon: use words instead.
weakness-repeats = Repeating something adds little: use different words.
weakness-sequence = Sequences such as abc or 6543 are guessed soon: leave them out.
weakness-date = Dates and years are guessed soon: leave them out.
weakness-single-word = A single word is guessed soon: add two or three more.
weakness-name = Names are guessed soon: add words that have nothing to do with them.
weakness-capitals = Capital letters at the start, or everywhere, add little: add a word instead.
weakness-reversed = Writing a word backwards adds little: add another word instead.
weakness-substitutions = Replacing letters, such as @ for a, adds little: add a word instead.
weakness-unknown = It would be guessed soon: add one or two more words.

## An invitation
invitation-title = Welcome
invitation-text = { $name }, you are invited to { $account }. Choose the password with which you will sign in.
invitation-invalid = Have you set your password already? Then sign in, or ask for a new one if you have forgotten it. Otherwise ask whoever invited you to send the invitation again.

## A new password by mail
reset-title = Choose a new password
reset-text = { $name }, choose a new password. It ends all your sessions.
reset-invalid = You can ask for a new link. Only the latest one works, for an hour.
forgot-password = Forgot password?
forgot-title = Forgot password?
forgot-text = Enter your e-mail address. You get a mail with a link by which you choose a new password.
forgot-send = Send link
forgot-ask = Forgot password?
forgot-sent = If somebody signs in with { $email } here, a mail with a link is on its way there.
forgot-sent-detail = The link works for an hour. If no mail comes, look among your junk mail and check that the address is the one you sign in with.

## A new e-mail address
confirm-email-title = Confirm your e-mail address
confirm-email-text = { $name }, from now on you will sign in with { $email }, and mails will go there.
confirm-email = Confirm e-mail
confirm-email-invalid = Your e-mail address is as it was before, unless you have confirmed the new one already. To change it, sign in and open your profile.

## All mailed links
link-waiting = The link is being checked…
link-invalid = This link no longer works: it was used, has expired, or was withdrawn.
signed-in-as = { $name } ({ $email }) is signed in here. To use this link, sign out first.
to-sign-in = To sign-in
password-set = Your password is set. You can sign in with it now.
email-confirmed-now = { $email } is confirmed as the new e-mail address.
email-confirmed = Your new e-mail address is confirmed. You can sign in with it now.
