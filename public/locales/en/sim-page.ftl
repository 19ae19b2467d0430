# The page of a SIM and what it shows: charts, usage, sessions, tests.

## Charts
chart-as-table = Show as table
chart-reading = { $label }: { $value }
chart-reading-total = { $label }: { $value } · { $total }: { $sum }
chart-line = { $label } { $value }
chart-above = (above this scale)

## Usage
usage-latest = Usage of the last 30 days
usage-day = Day
usage-used = Usage
usage-in-period-so-far = Since the beginning of the month
usage-sum = { $sum } in all
usage-not-read = The usage could not be read.
usage = Usage
usage-period = Month
usage-by-periods = Last 12 months
usage-show = Period
usage-of = Usage in { $period }

## The page
open-sim-page = Open page
back-to-list = Back to the list
sim-of-list = { $number } of { $count }
sim-not-in-list = Not in this list
previous-sim = Previous SIM
previous-sim-keys = Previous SIM (Alt + ↑)
next-sim = Next SIM
next-sim-keys = Next SIM (Alt + ↓)
sim-gone = This SIM is not there, or no longer in an account that you see.
copy-field = Copy { $field }
copied-field = { $field } copied
category-and-tags = Category and tags
label-and-note = Label and note
edit-label-and-note = Edit label and note
texts-saved = Label and note saved
label-and-note-values = “{ $label }”, note “{ $note }”

## Sessions
sessions = Sessions
sessions-not-read = The sessions could not be read.
sessions-none = This SIM has had no session in the last months.
sessions-more = Show earlier sessions
in-session-now = In session now
session-began = Began
session-ended = Ended
session-duration = Duration
session-ip = IP address
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes } min

## Ping and diagnostics
sim-tests = Ping and diagnostics
act-ping = Ping
act-diagnose = Run diagnostics
diagnostics = Diagnostics
tests-none = This SIM has not been tested yet.
tests-failed = That did not work.
test-runs = Running…
ping-begun = Pinging { $iccid }…
diagnostics-begun = Running diagnostics of { $iccid }…
ping-unreachable = Not reachable: { $why }
ping-answered = { $answers } of { $sent } packets answered, { $mean } ms on average
ping-unanswered = None of { $sent } packets was answered
ping-trips = Round trips in ms: { $trips }
diagnostics-fine = All { $count } checks passed
diagnostics-found =
    { $failed ->
        [0] { $warnings ->
            [one] { $warnings } warning
           *[other] { $warnings } warnings
        }
        [one] { $failed } check failed, warnings: { $warnings }
       *[other] { $failed } checks failed, warnings: { $warnings }
    }
check-service = Service
check-session = Session
check-last-seen = Last seen
check-address = IP address
check-device = Device
check-cap = Cap
check-operator = Operator
check-unknown = Something else
check-ok = Passed
check-warning = Warning
check-failed = Failed
finding-in-service = The SIM is in service.
finding-alerted = The SIM is in service, and its usage has reached the alert level.
finding-blocked = The SIM is blocked: its usage has reached the cap.
finding-suspended = The SIM is suspended.
finding-not-activated = The SIM has not been activated.
finding-activation-pending = The operator is still activating the SIM.
finding-terminated = The SIM is terminated.
finding-unmanaged = The SIM is not managed here.
finding-in-session = A session is running.
finding-no-session = No session is running.
finding-seen-lately = The network saw the SIM within the last day.
finding-not-seen-for-days = The network has not seen the SIM for more than a day.
finding-not-seen-for-long = The network has not seen the SIM for more than 30 days.
finding-never-seen = The network has never seen the SIM.
finding-has-address = The SIM has an IP address.
finding-no-address = The SIM has no IP address.
finding-device-known = The device has told its IMEI.
finding-device-unknown = It is not known which device the SIM is in.
finding-no-cap = No cap is set.
finding-below-cap = The usage is below the cap.
finding-near-cap = The usage has reached 90 % of the cap or more.
finding-cap-reached = The usage has reached the cap.
finding-ends-sessions = The operator ends sessions when that is asked for.
finding-sessions-go-on = The operator does not end running sessions: the cap can be overshot.
finding-unknown = Something that this version of the app does not know.
