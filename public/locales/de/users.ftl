# Benutzer verwalteter Konten.

users-find = Benutzer suchen
users-below = Unterkonten einbeziehen
users-not-read = Die Benutzer konnten nicht gelesen werden.
users-none = Zu diesem Konto gehört noch niemand.
users-none-found = Kein Benutzer passt dazu.
users-shown = { $shown } von { $count } Benutzern
users-more = Mehr anzeigen
user-name = Name
user-email = E-Mail
user-role = Rolle
user-state = Status
user-account = Konto
user-last-sign-in = Letzte Anmeldung
user-never = Nie
user-state-invited = Eingeladen
user-state-active = Aktiv
user-state-disabled = Deaktiviert
