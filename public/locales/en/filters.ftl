# The filter builder, chips, quick filters, saved filters.

filter-builder = Filter builder
filter-button = Filter
edit-condition = Edit condition
condition-number = Condition { $number }
conditions = Conditions
condition-group = Group
field = Field
operator = Operator
value = Value
value-from = From
value-to = To
add-value = Add value
remove-value = Remove { $value }
one-per-line = One per line
values-count =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
matches = SIMs that match
matches-all = all of these
matches-any = any of these
matches-none = none of these
matches-not-all = not all of these
add-condition = Add condition
add-group = Add group
remove-this-condition = Remove condition
remove-group = Remove group
no-conditions = No condition yet: every SIM is shown.
filter-as-text = As text
filter-as-text-hint = For example: status is active and usage >= 500MB
filter-text-wrong = This cannot be read from character { $place } on.
live-count =
    { $count ->
        [one] { $count } of { $total } SIMs matches
       *[other] { $count } of { $total } SIMs match
    }
filter-clear = Clear
edit-this-condition = Edit the condition { $condition }
undo-filter-change = Undo filter change

mistake-missing = Enter a value.
mistake-choice-missing = Choose from the list.
mistake-amount = Enter an amount such as 500 MB or 1.5 GB.
mistake-percentage = Enter a whole percentage such as 90 %.
mistake-date = Choose a date.
mistake-days = Enter a number of days from 1 to 20,000.
mistake-backwards = Enter an amount that is not smaller than the first one.

## Fields that are no columns

field-search = ICCID, IMSI, MSISDN, label or IP
field-account = Account
field-cap-used = % of cap used
field-alert-of-cap = Alert in % of cap
field-tag = Tag

## Operators: "Label contains “van”"

operator-contains = contains
operator-contains-not = does not contain
operator-starts-with = starts with
operator-starts-not-with = does not start with
operator-is = is
operator-is-not = is not
operator-any-of = is any of
operator-none-of = is none of
operator-within = is in the subtree of
operator-not-within = is not in the subtree of
operator-empty = is empty
operator-not-empty = is not empty
operator-never = never
operator-ever = at any time
operator-less-than = is less than
operator-at-most = is at most
operator-more-than = is more than
operator-at-least = is at least
operator-between = is between
operator-before = before
operator-since = on or after
operator-last-days = in the last … days
operator-not-in-last-days = more than … days ago

words-condition = { $field } { $operator } { $value }
words-without-value = { $field } { $operator }
words-last-days = { $field } in the last { $days } days
words-not-in-last-days = { $field } more than { $days } days ago
words-and = { " " }and{ " " }
words-or = { " " }or{ " " }
words-none-of = none of ({ $parts })
words-not-all-of = not all of ({ $parts })
words-quoted = “{ $text }”
words-more-values =
    { $count ->
        [one] { $first } and { $count } more
       *[other] { $first } and { $count } more
    }
words-unknown-account = account { $id }

## Quick filters

quick-filters = Quick filters
quick-over-alert = Over alert
quick-blocked = Blocked
quick-in-session = In session
quick-never-seen = Never seen
quick-not-seen = Not seen for 30 days
quick-no-cap = No cap set
quick-near-cap = Near cap (≥ 90 %)

## Saved filters

saved-filters = Saved filters
save-filter = Save filter…
save-filter-title = Save filter
saved-filter-name = Name
saved-filter-name-missing = Enter a name.
saved-filter-share = Share with everyone in { $account }
saved-filter-columns = With the columns as they are now
saved-filter-save = Save
saved-filter-saved = Saved: { $name }
saved-filter-none = Nothing saved yet. Filter the list, then choose “Save filter…”.
saved-filter-shared = shared
saved-filter-shared-by = shared by { $name }
saved-filter-update = Update with the list as it is now
saved-filter-updated = Updated: { $name }
saved-filter-rename = Rename
saved-filter-delete = Delete
saved-filter-deleted = Deleted: { $name }
saved-filter-delete-question = Delete “{ $name }”?
saved-filter-delete-shared = Everyone in the account loses it.
saved-filter-keep = Keep
saved-filter-actions = Actions for { $name }
saved-filter-make-shared = Share with the account
saved-filter-make-private = Make private
saved-filter-conflict = Someone else has changed “{ $name }” meanwhile.
saved-filter-take-theirs = Show what they saved
saved-filter-overwrite = Save mine instead

## Long filters in the address

link-unknown = The filter of this link is not there, or not for you to see. All SIMs are shown.
link-failed = The filter of this link could not be fetched.
link-not-made = This long filter is not in the address yet.
