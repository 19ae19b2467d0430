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
user-never = Noch nie angemeldet
user-state-invited = Eingeladen
user-link-expired = Der Link ist abgelaufen
user-state-active = Aktiv
user-state-disabled = Deaktiviert

## Was mit einem Benutzer getan werden kann
user-acts = Aktionen
user-actions = Aktionen für { $name }
user-own = Das sind Sie. Ein anderer Administratorbenutzer kann das tun.
user-above-own = Dieser Benutzer hat eine Rolle über Ihrer eigenen.
user-change-role = Rolle ändern
user-disable = Deaktivieren
user-enable = Aktivieren
user-resend = Einladung erneut senden
user-withdraw = Einladung zurückziehen
user-delete = Löschen
user-now = { $name }, { $role }, { $state }
user-is-enabled = { $name } ist aktiviert.
user-is-disabled = { $name } ist deaktiviert.
user-has-role = { $name } ist jetzt „{ $role }“.
user-resent = Eine neue Einladung ging an { $email }. Der Link in der alten gilt nicht mehr.
user-withdrawn = Die Einladung von { $name } wurde zurückgezogen.
user-deleted = { $name } wurde gelöscht.
user-change-role-title = Rolle von { $name } ändern
user-change-role-verb = Ändern
user-disable-title = { $name } deaktivieren?
user-disable-verb = Deaktivieren
user-disable-text = Eine Anmeldung ist nicht mehr möglich, bis der Benutzer wieder aktiviert ist. Sitzungen enden sofort; verloren geht nichts.
user-withdraw-title = Einladung von { $name } zurückziehen?
user-withdraw-verb = Zurückziehen
user-withdraw-text = Der Link in der Mail gilt dann nicht mehr, und der Benutzer wird entfernt.
user-delete-title = { $name } löschen?
user-delete-verb = Löschen
user-delete-text = Eine Anmeldung ist nicht mehr möglich, Sitzungen enden sofort. Eigene Filter und Einstellungen werden gelöscht; was getan wurde, bleibt unter diesem Namen vermerkt. Das lässt sich nicht zurücknehmen.

## Einladen
user-invite = Benutzer einladen
user-invite-text = An die Adresse geht eine Mail mit einem Link, um ein Passwort zu setzen. Der Benutzer gehört zu { $account } und sieht dieses Konto und alle darunter.
user-invite-verb = Einladung senden
user-invited = { $name } wurde eingeladen: Eine Mail an { $email } ist unterwegs.
role-view-only-means = Sieht SIMs, Verbrauch und Sitzungen; ändert nichts.
role-user-means = Sieht alles, bearbeitet Bezeichnungen und Notizen, pausiert Daten und führt Diagnosen aus.
role-admin-means = Tut alles, auch mit Obergrenzen, SIMs, Konten und Benutzern.
