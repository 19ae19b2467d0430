# What went wrong, why, and what to do about it.

## Problems of a request
problem-offline = The service cannot be reached. Please check your connection and try again.
problem-timed-out = The service did not answer in time. What you asked for may still have happened: please check before you try again.
problem-session-expired = Your session has ended. Please sign in again.
problem-cancelled = This was interrupted. Please try again.
problem-unreadable = The service gave an answer that this app does not understand. Please reload the page; if that does not help, contact support.
problem-bad-request = The service did not understand the request. Please reload the page and try again.
problem-bad-credentials = E-mail or password is wrong, or this user cannot sign in. Please check both and try again.
problem-two-factor-required = A code from your authenticator app is needed as well.
problem-two-factor-setup-required = Your account requires two-factor sign-in. Please set it up first.
problem-bad-csrf-token = The request could not be confirmed as yours. Please reload the page and try again.
problem-forbidden = Your role does not allow this. An admin of your account can do it or give you another role.
problem-view-only = You see the app as another account: nothing can be changed. Stop viewing it first.
problem-token-invalid = This API token is not accepted: it was revoked, has expired, or whoever made it cannot sign in any more.
problem-not-for-tokens = API tokens cannot do this. Please sign in as a user.
problem-not-found = This is no longer there, or you can no longer see it.
problem-link-invalid = This link is no longer valid: it was used, has expired, or was withdrawn. Please ask for a new one.
problem-method-not-allowed = The service does not offer this.
problem-count-changed = The number of SIMs that match has changed in the meantime. Please look at the preview again and confirm.
problem-wrong-state = This is not possible any more: it has gone on in the meantime.
problem-account-not-empty = There is still something in this account: SIMs, users or sub-accounts. Please move or delete them first.
problem-key-reused = This was already sent with other values. Please close the dialog and start again.
problem-stale = Someone else has changed this since you opened it. Your entry is still here: compare it with the new values, then save again.
problem-too-large = This is too much for one request. Please choose less.
problem-unsupported-media-type = The service does not accept this kind of file or data.
problem-invalid = Something in this form is not right. Please check the marked fields.
problem-precondition-required = The service needs to know which version you changed. Please reload the page and try again.
problem-key-required = The request was incomplete and was not carried out. Please reload the page and try again.
problem-rate-limited = Too many requests. Please wait a moment and try again.
problem-rate-limited-seconds = Too many attempts. Please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} and try again.
problem-rate-limited-minutes = Too many attempts. Please wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} and try again.
problem-unavailable = The service is not available at the moment. Please try again in a few minutes.
problem-internal = The service made an error. Please try again; if it happens again, tell support this number: { $trace }
problem-unknown = The service refused this for a reason this app does not know. Please reload the page; if it happens again, tell support this number: { $trace }

## What is wrong with a field
field-required = Please fill this in.
field-too-long = This is too long. Please shorten it.
field-alert-above-cap = The alert cannot be above the cap.
field-level-too-large = This is more than { $most }. Please check the unit.
field-level-zero = 0 is not a level. Leave it empty for none.
field-unknown-account = There is no such account, or you cannot see it.
field-account-disabled = This account is disabled.
field-caps-not-enabled = Caps and alerts are switched off for this account.
field-not-above-cap = The cap can only be raised: please type more than the cap is now.
field-no-cap = This SIM has no cap that could be raised.
field-hard-cap-unsupported = The operator of this SIM cannot end a running session.
field-not-editable = This cannot be changed on this SIM.
field-empty-target = Please select at least one SIM.
field-too-deep = This filter has too many levels.
field-name-taken = There is one of this name already. Please choose another name.
field-too-many = You have as many as possible. Please delete one you no longer need.
field-under-itself = An account cannot be placed under itself or under one of its sub-accounts.
field-sub-accounts-not-allowed = This account may not have sub-accounts.
field-parent-lacks-feature = The account above does not have this. It has to be switched on there first.
field-not-below = Please choose an account below your own.
field-own-account = This is your own account. Only an admin of an account above it can change this.
field-last-admin = This is the last active admin of the account. Please make another user an admin first.
field-role-above-own = You cannot give a role above your own.
field-in-the-past = Please choose a date in the future.
field-too-far-ahead = Please choose a date within the next two years.
field-bad-email = This is not an e-mail address. Please check it.
field-email-taken = There is a user with this e-mail address already.
field-recipient-taken = This account has this address already.
field-too-short = This is too short. Please make it longer.
field-weak-password = This password would be guessed soon. Please use more words or characters, and none that are about you.
field-wrong-password = This is not your current password.
field-wrong-code = This code is not right, or it was used already. Please wait for the next one and try again.
field-two-factor-enforced = Your account requires two-factor sign-in: it cannot be switched off.
field-unknown-label = It does not hold for all of these SIMs, or is no longer there.
field-too-little-contrast = The text cannot be read on its background. Take one that is darker or lighter.
field-bad-host = This is not a host name. Write only the name, such as sims.example.com, without https:// and without a port.
field-host-taken = This host name is taken already, here or by another account.
field-bad-address = This is not the address of a page. It begins with https:// or http://.
field-unknown-image = This picture is no longer there. Please choose it again.
field-bad-image = This is not a picture that can be shown. Choose an SVG, PNG, JPEG, WebP or GIF file of at most 4096 by 4096 pixels.
field-unsafe-image = This SVG holds more than a drawing, such as a script, a style sheet or a link, and is not taken. Save it as a plain SVG, or as PNG.
field-invalid = This is not valid. Please check it.

## Why a SIM cannot take part
reason-unmanaged = It is listed, but not managed here.
reason-terminated = It is terminated.
reason-not-in-service = It is not in service.
reason-activation-pending = Its activation has been asked for already.
reason-already-activated = It has been activated already.
reason-already-suspended = It is suspended already.
reason-not-suspended = It is not suspended.
reason-already-there = It is in this account already.
reason-unchanged = It has these values already.
reason-too-many-tags = It would have more than 20 tags.
reason-caps-not-enabled = Its account does not have caps and alerts.
reason-not-found = It is no longer among your SIMs.
reason-changed-since = Someone has changed it since; undoing would overwrite that.
reason-cancelled = The operation was cancelled before its turn.
