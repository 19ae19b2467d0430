# The overview of an account: how its SIMs stand and what they use.

overview = Overview
overview-of-own = Overview of your account
overview-no-such-account = There is no such account among yours. It may have been moved or deleted.
overview-figures = SIMs at a glance
overview-all = SIMs
overview-no-caps = Caps and alerts are switched off for this account.
overview-by-status = SIMs by status

## Usage
overview-usage = Usage
overview-used-by-sims = used by these SIMs in this period
overview-compared = Usage in this period and in the last one
overview-period = Period
overview-against-it = This period against it
overview-this-period = This period so far
overview-last-so-far = Last period to the same day
overview-last-period = Last period as a whole
overview-where-used = Periods are calendar months (UTC). Usage counts where it was used: SIMs that moved since left it behind.
overview-usage-not-read = What was used before could not be read.
overview-change-more = { $part } more
overview-change-less = { $part } less
overview-change-same = as much
overview-change-new = nothing before
overview-change-nothing = nothing used
overview-under-one-percent = under 1 %
overview-by-time = Usage by time
overview-month = Month
overview-by-days = By day
overview-by-months = By month

## Top consumers
overview-most-used = Most usage
overview-nearest-cap = Most of the cap used
overview-of-cap = Of the cap
overview-share-of-cap = { $share } ({ $used } of { $cap })
overview-nothing-used = Nothing was used in this period.
overview-show-list = Show in the list

## Sub-accounts
overview-sub-accounts = Sub-accounts compared
overview-account-itself = { $name } itself
overview-against-last = Against last period
overview-show-all = Show all { $count }
