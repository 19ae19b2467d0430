# What is done with SIMs: menu, dialogs, operations.

act-move = Move to account…
act-set-levels = Set cap and alert…
act-activate = Activate…
act-suspend = Suspend
act-resume = Resume
act-terminate = Terminate…
act-edit-tags = Edit tags…
act-set-category = Set category…
act-copy-iccids = Copy ICCIDs
act-show-details = Show details
more-acts = More

hindrance-unmanaged = Unmanaged SIMs cannot be changed.
hindrance-not-editable = Unmanaged and terminated SIMs cannot be changed.
hindrance-no-caps = Caps and alerts are switched off for this account.
hindrance-not-inactive = None of these SIMs waits to be activated.
hindrance-not-in-service = None of these SIMs is in service.
hindrance-not-suspended = None of these SIMs is suspended.
hindrance-one-only = Details are shown for one SIM at a time.

copied-iccids =
    { $count ->
        [one] { $count } ICCID copied
       *[other] { $count } ICCIDs copied
    }
copy-refused = The browser did not let the ICCIDs be copied.

## Preview

preview-refused =
    { $count ->
        [one] { $count } SIM is left as it is:
       *[other] { $count } SIMs are left as they are:
    }
preview-nothing-changes = Nothing would change.

## Move

move-title =
    { $count ->
        [one] Move { $count } SIM
       *[other] Move { $count } SIMs
    }
move-button = Move
destination-account = Destination account
destination-hint = Type an account name
destination-missing = Choose the account to move to.
account-disabled = disabled
move-changing =
    { $count ->
        [one] { $count } SIM moves to { $account }.
       *[other] { $count } SIMs move to { $account }.
    }
move-from = From { $accounts }
move-from-account = { $account } ({ $count })
move-from-more = and { $count } more
move-keeps = Label, note, cap, alert and tags stay on the SIMs.
move-keep-recipients = Keep notification addresses
move-parts-with =
    { $count ->
        [one] { $count } SIM loses notification addresses whose account will not see it any more.
       *[other] { $count } SIMs lose notification addresses whose account will not see them any more.
    }
move-drops =
    { $count ->
        [one] { $count } SIM loses its notification addresses.
       *[other] { $count } SIMs lose their notification addresses.
    }

## Cap and alert

levels-title =
    { $count ->
        [one] Cap and alert for { $count } SIM
       *[other] Cap and alert for { $count } SIMs
    }
data-cap = Data cap
data-cap-hint = Such as 500 MB or 1.5 GB; 0 or empty is no cap
data-cap-differs = These SIMs have different caps. Type one for all; 0 is no cap.
data-alert = Data alert
data-alert-follows = 80 % of the cap, until you type another
data-alert-typed = Stays as typed; 0 or empty is no alert
end-session-at-cap = End the running session when the cap is reached
end-session-supported = Applies to { $count } of { $total }; the others do not support it
end-session-unsupported =
    { $count ->
        [one] The operator of this SIM cannot end a running session at the cap: it goes on until it ends by itself.
       *[other] The operators of these SIMs cannot end a running session at the cap: it goes on until it ends by itself.
    }
cap-overshoot = Operators report usage late, some only when a session ends: a cap can be overshot.
levels-changing =
    { $count ->
        [one] { $count } SIM gets these levels.
       *[other] { $count } SIMs get these levels.
    }
effect-blocked =
    { $count ->
        [one] { $count } of these is already over this cap and will be blocked.
       *[other] { $count } of these are already over this cap and will be blocked.
    }
effect-alerted =
    { $count ->
        [one] { $count } has already reached this alert and will be marked as alerted.
       *[other] { $count } have already reached this alert and will be marked as alerted.
    }
effect-cleared =
    { $count ->
        [one] { $count } is freed: its usage is below the new levels.
       *[other] { $count } are freed: their usage is below the new levels.
    }
effect-hard-cap-unsupported =
    { $count ->
        [one] For { $count }, the running session goes on until it ends: its operator cannot end it.
       *[other] For { $count }, a running session goes on until it ends: their operators cannot end it.
    }
effect-none = No SIM changes its status at once.
amount-unreadable = Type an amount such as 500 MB or 1.5 GB.
amount-negative = An amount cannot be negative.
amount-too-large = At most 1,000 TB.
alert-above-cap = The alert cannot be above the cap.
cap-missing = Type a cap; 0 is no cap.

## Activate, suspend, resume, terminate

activate-title =
    { $count ->
        [one] Activate { $count } SIM
       *[other] Activate { $count } SIMs
    }
activate-explained = The operator is asked to bring the SIMs into service. Until it has done so, this can be undone.
activate-changing =
    { $count ->
        [one] { $count } SIM will be activated.
       *[other] { $count } SIMs will be activated.
    }
activate-button = Activate
terminate-title =
    { $count ->
        [one] Terminate { $count } SIM
       *[other] Terminate { $count } SIMs
    }
terminate-explained = A terminated SIM is out of service for good: running sessions end, and there is no undo.
terminate-changing =
    { $count ->
        [one] { $count } SIM will be terminated for good.
       *[other] { $count } SIMs will be terminated for good.
    }
terminate-confirm = Type { $count } to confirm
terminate-counting = The SIMs are being counted
terminate-wrong-count = Type { $count }, the number of SIMs that will be terminated.
terminate-button = Terminate

suspend-title =
    { $count ->
        [one] Suspend { $count } SIM
       *[other] Suspend { $count } SIMs
    }
suspend-explained = A suspended SIM can open no new data session until it is resumed.
suspend-changing =
    { $count ->
        [one] { $count } SIM will be suspended.
       *[other] { $count } SIMs will be suspended.
    }
resume-title =
    { $count ->
        [one] Resume { $count } SIM
       *[other] Resume { $count } SIMs
    }
resume-explained = A resumed SIM is in service again; one over its cap is blocked.
resume-changing =
    { $count ->
        [one] { $count } SIM will be resumed.
       *[other] { $count } SIMs will be resumed.
    }

## Operations

operations = Operations
doing-move =
    { $count ->
        [one] Moving { $count } SIM to { $account }
       *[other] Moving { $count } SIMs to { $account }
    }
done-move =
    { $count ->
        [one] { $count } SIM moved to { $account }
       *[other] { $count } SIMs moved to { $account }
    }
doing-levels =
    { $count ->
        [one] Setting cap and alert of { $count } SIM
       *[other] Setting cap and alert of { $count } SIMs
    }
done-levels =
    { $count ->
        [one] Cap and alert of { $count } SIM set
       *[other] Cap and alert of { $count } SIMs set
    }
doing-activate =
    { $count ->
        [one] Activating { $count } SIM
       *[other] Activating { $count } SIMs
    }
done-activate =
    { $count ->
        [one] Activation of { $count } SIM asked for
       *[other] Activation of { $count } SIMs asked for
    }
doing-suspend =
    { $count ->
        [one] Suspending { $count } SIM
       *[other] Suspending { $count } SIMs
    }
done-suspend =
    { $count ->
        [one] { $count } SIM suspended
       *[other] { $count } SIMs suspended
    }
doing-resume =
    { $count ->
        [one] Resuming { $count } SIM
       *[other] Resuming { $count } SIMs
    }
done-resume =
    { $count ->
        [one] { $count } SIM resumed
       *[other] { $count } SIMs resumed
    }
doing-terminate =
    { $count ->
        [one] Terminating { $count } SIM
       *[other] Terminating { $count } SIMs
    }
done-terminate =
    { $count ->
        [one] { $count } SIM terminated
       *[other] { $count } SIMs terminated
    }
doing-tags =
    { $count ->
        [one] Changing the tags of { $count } SIM
       *[other] Changing the tags of { $count } SIMs
    }
done-tags =
    { $count ->
        [one] Tags of { $count } SIM changed
       *[other] Tags of { $count } SIMs changed
    }
doing-category =
    { $count ->
        [one] Setting the category of { $count } SIM
       *[other] Setting the category of { $count } SIMs
    }
done-category =
    { $count ->
        [one] Category of { $count } SIM set
       *[other] Category of { $count } SIMs set
    }
doing-replace-label =
    { $count ->
        [one] Changing “{ $name }” to “{ $by }” on { $count } SIM
       *[other] Changing “{ $name }” to “{ $by }” on { $count } SIMs
    }
done-replace-label =
    { $count ->
        [one] “{ $name }” changed to “{ $by }” on { $count } SIM
       *[other] “{ $name }” changed to “{ $by }” on { $count } SIMs
    }
doing-remove-label =
    { $count ->
        [one] Taking “{ $name }” off { $count } SIM
       *[other] Taking “{ $name }” off { $count } SIMs
    }
done-remove-label =
    { $count ->
        [one] “{ $name }” taken off { $count } SIM
       *[other] “{ $name }” taken off { $count } SIMs
    }
doing-undo =
    { $count ->
        [one] Undoing for { $count } SIM
       *[other] Undoing for { $count } SIMs
    }
done-undo =
    { $count ->
        [one] Undone for { $count } SIM
       *[other] Undone for { $count } SIMs
    }
operation-progress = { $done } of { $total }
operation-out-of-touch = The server cannot be reached. How far this is by now is not known; trying again.
operation-cancelled = Stopped. What was done stays done.
operation-failed =
    { $count ->
        [one] { $count } SIM failed:
       *[other] { $count } SIMs failed:
    }
failures = Failures
show-all-failures = Show all { $count }
stop = Stop
undo = Undo
retry-failed = Retry failed
