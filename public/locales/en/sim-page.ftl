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
