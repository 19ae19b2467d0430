# The bell: usage that reached a level.

bell = { $count ->
    [0] Notifications
   *[other] Notifications, { $count } unread
}
bell-title = Notifications
bell-mark-all = Mark all as read
bell-all-read = All are read.
bell-none = Nothing has happened yet. When a SIM reaches its alert level or its data cap, it stands here.
bell-not-read = The notifications could not be loaded.
bell-more = Show earlier ones
bell-loading = Loading notifications
bell-unread = Unread:
bell-alert = SIM { $iccid } reached its alert level ({ $level })
bell-cap = SIM { $iccid } reached its data cap ({ $level })
bell-new = { $count ->
    [one] { $count } new notification
   *[other] { $count } new notifications
}
