# Die Seite der verwalteten Konten.

managed-title = Verwaltete Konten
managed-not-allowed = Mit Ihrer Rolle können Sie keine Konten verwalten. Ein Administratorbenutzer Ihres Kontos kann das ändern.
managed-not-read = Die Konten konnten nicht gelesen werden.
managed-unknown = Dieses Konto gibt es hier nicht, oder Sie dürfen es nicht sehen.
managed-tabs = Teile des Kontos
managed-users = Benutzer
managed-notifications = Benachrichtigungen
managed-features = Funktionen
managed-disabled = Deaktiviert
managed-shut = Darüber deaktiviert
managed-sims = { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}, davon { $own } eigene
managed-user-count = { $count } Benutzer

## Funktionen
feature-caps-and-alerts = Obergrenzen und Warnstufen
feature-sub-accounts = Unterkonten erlaubt
feature-on = Ein
feature-off = Aus
