# SIMs: statuses, columns, the list.

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
