# The built-in help.

help-title = Help

help-statuses = What each status means
help-inactive = Not yet in service. Activate it when it is to be used; nothing is charged to it before.
help-activation-pending = Waiting for the operator, who usually needs a few minutes. Until then the activation can be taken back.
help-active = In service, with its usage below the data alert.
help-alerted = In service, and its usage has reached the data alert. Whoever is to be told has been told. It goes on working.
help-suspended = Out of service until somebody resumes it. It keeps its account, its levels and its usage.
help-blocked = Its usage has reached the data cap, so it gets no new data session. Raise or remove the cap, or wait for the next period.
help-terminated = Out of service for good. It cannot be brought back.
help-unmanaged = Listed, but managed elsewhere: nothing about it can be changed here.

help-levels = Data caps and alerts
help-levels-alert = Setting a cap sets the alert to 80 % of it. You can then type another alert, at most as high as the cap. Reaching the alert is told once in a period, by the bell and by mail.
help-levels-cap = Reaching the cap blocks the SIM: it gets no new data session. A session that is running goes on until it ends, unless the operator can end it and you have chosen that it does.
help-levels-over = A SIM can use more than its cap. Operators report usage late, often in steps of several minutes, and a running session may go on: what was used before the report came has been used.
help-levels-period = Usage counts by calendar month (UTC). With a new month it begins at zero, alerted and blocked SIMs are active again, and the levels stay as they are. To let one SIM go on this month only, raise its cap for this period.

help-keys = Keys
help-keys-apple = On Apple keyboards the command key ⌘ does the same as Ctrl.
help-keys-list = In the list of SIMs
help-keys-header = On the header of a column
help-keys-sim = On the page of a SIM
help-key = Keys
help-what = What they do
keys-move = Go from cell to cell
keys-page = Go a screenful up or down
keys-row = Go to the first or last cell of the row
keys-list = Go to the first or last SIM
keys-extend = Select everything from the last chosen SIM to there
keys-toggle = Select the SIM as well, or no longer
keys-all = Select all SIMs of the list
keys-none = Select none
keys-menu = Open the menu of the selected SIMs
keys-activate = Show the details of the SIM, or sort by the column
keys-sort = Sort by this column too
keys-width = Make the column narrower or wider
keys-column = Move the column
keys-column-menu = Open the menu of the column
