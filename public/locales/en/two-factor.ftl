# Two-factor sign-in: signing in with a code, setting it up, accounts that require it.

## Signing in
two-factor-ask = Your password is right. One more step:
two-factor-code = Code from your authenticator app
two-factor-code-missing = Please enter the code.
two-factor-recovery-code = Recovery code
two-factor-use-recovery = Use a recovery code
two-factor-use-app = Use a code from the app
two-factor-back = Back

## In the profile
two-factor-title = Two-factor sign-in
two-factor-about = Beside your password, signing in takes a code from an app on your phone. Who learns your password cannot get in with it.
two-factor-not-loaded = Whether it is on could not be found out.
two-factor-on = Two-factor sign-in is on.
two-factor-off = Two-factor sign-in is off: your password alone signs you in.
two-factor-codes-left = { $count ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
two-factor-few-codes = Make new recovery codes before the last one is used: without them and without your phone you cannot sign in.
two-factor-set-up = Set up
two-factor-other-app = Change the app
two-factor-new-codes = New recovery codes
two-factor-switch-off = Switch off

## Setting it up
two-factor-set-up-title = Set up two-factor sign-in
two-factor-set-up-about = First, please confirm that it is you.
two-factor-go-on = Continue
two-factor-scan = Open an authenticator app on your phone and scan this QR code with it. Then enter the code that the app shows.
two-factor-qr-code = QR code for your authenticator app
two-factor-or-type = Or type this secret into the app:
two-factor-copy-secret = Copy the secret
two-factor-secret-copied = The secret is copied.
two-factor-copy-refused = The browser did not allow copying. Please select the text and copy it yourself.
two-factor-open-app = Open in an app on this device
two-factor-switch-on = Switch on

## Recovery codes
two-factor-codes = Your recovery codes
two-factor-codes-about = Each of these codes signs you in once when your phone is not at hand. They are shown only now: keep them in a safe place.
two-factor-copy-codes = Copy
two-factor-codes-copied = The codes are copied.
two-factor-download-codes = Download
two-factor-download-refused = The browser did not allow the download. Please copy the codes.
two-factor-codes-file = Recovery codes
two-factor-stored = I have stored them
two-factor-codes-reminder = These codes are not shown again. Store them first, then choose “I have stored them”.
two-factor-new-codes-title = New recovery codes
two-factor-new-codes-about = The codes you have now will no longer work.
two-factor-make-codes = Make new codes

## Switching it off
two-factor-switch-off-title = Switch off two-factor sign-in?
two-factor-switch-off-about = From then on your password alone signs you in, and your recovery codes no longer work.

## Required by the account
two-factor-required-about = Your account requires it: beside your password, signing in takes a code from an app on your phone. Set it up now, then you go on.

## For Admins
two-factor-require = Require two-factor sign-in
two-factor-require-means = For all users of this account and of the accounts below: whoever has not set it up yet has to do so before anything else, also those who are signed in now.
two-factor-required-above = An account above requires it.
two-factor-reset = Reset two-factor sign-in
two-factor-reset-title = Reset the two-factor sign-in of { $name }?
two-factor-reset-text = For someone who lost the phone: it is switched off, and their sessions end. They can then sign in with the password alone and set it up again.
two-factor-reset-verb = Reset
two-factor-is-reset = The two-factor sign-in of { $name } is reset.
