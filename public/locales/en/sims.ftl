# The list of SIMs: grid, filters, status line, details.

sims = SIMs
sim-list = SIM list
sim-actions = SIM actions
sim-details = SIM details
selected-sims = Selected SIMs
page-not-found = There is no such page.
account-path = Path of the account

yes = Yes
no = No
none = None
never = Never
unsupported = Not supported
in-session = In session

## Filters

filters = Filters
search-sims = Search SIMs
search-sims-hint = ICCID, IMSI, MSISDN, label, IP
filter-by-account-name = Filter by account name
account-name = Account name
status = Status
filter-by-status = Filter by status
include-sub-accounts = Include sub-accounts
remove-condition = Remove the condition { $condition }
clear-filter = Clear filter
filter-unreadable = The filter in this address cannot be read (character { $place }). All SIMs are shown.
drop-filter = Drop the filter

## Grid

select-all-matching = Select all { $count }
select-sim = Select { $iccid }
actions-for-sim = Actions for { $iccid }
row-actions = Actions
no-sim-matches = No SIM matches this filter.
no-sim-in-account = This account has no SIMs yet.
loading-sims = Loading SIMs
loading-stopped = Loading stopped.
go-on-loading = Go on loading

## Status line

sims-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
sims-match =
    { $count ->
        [one] { $count } SIM matches
       *[other] { $count } SIMs match
    }
selected-count = { $count } selected
selected-out-of-sight = { $count } of them not in this list
clear-selection = Clear selection
invert-selection = Invert selection
live = Live
not-live = Updates every few seconds
refresh = Refresh
refresh-and-sort = Refresh and sort again

## Details

close-details = Close details
usage-in-period = Usage in this period
cap-and-alert = Cap and alert
edit-cap-and-alert = Edit cap and alert
levels-saved = Cap and alert saved
not-saved = Not saved.
changed-meanwhile = Someone else has changed this SIM since you opened it.
theirs = Theirs
yours = Yours
cap-and-alert-values = Cap { $cap }, alert { $alert }
keep-theirs = Keep theirs
apply-mine = Apply mine
## Statuses
status-inactive = Inactive
status-activation-pending = Activation pending
status-active = Active
status-alerted = Alerted
status-suspended = Suspended
status-blocked = Blocked
status-terminated = Terminated
status-unmanaged = Unmanaged

## Columns
column-iccid = ICCID
column-label = Label
column-account = Account name
column-status = Status
column-usage = Usage
column-cap = Cap
column-alert = Alert
column-hard-cap = Hard cap
column-in-session = In session
column-last-seen = Last seen
column-operator = Operator
column-tariff = Tariff
column-msisdn = MSISDN
column-imsi = IMSI
column-ip = IP address
column-imei = IMEI
column-activated = Activated on
column-category = Category
column-tags = Tags
column-note = Note

print-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
print-first = The first { $count } of { $total } SIMs
