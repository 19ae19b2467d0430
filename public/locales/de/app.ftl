# Die App als Ganzes: Anmelden, Kopfzeile, Einstellungen.

## Anmelden
sign-in = Anmelden
signing-in = Anmeldung läuft …
email = E-Mail
email-missing = Bitte geben Sie Ihre E-Mail-Adresse ein.
password = Passwort
password-missing = Bitte geben Sie Ihr Passwort ein.
show = Anzeigen
hide = Verbergen
show-password = Passwort anzeigen

## Die Sitzung ist beendet
session-expired-title = Bitte melden Sie sich erneut an
session-expired-text = Ihre Sitzung ist beendet. Es geht nichts verloren: Geben Sie Ihr Passwort ein, und die Seite macht dort weiter, wo Sie waren. Wird es abgelehnt, ist Ihr Zugang vielleicht deaktiviert: Ein Administratorbenutzer Ihres Kontos kann es Ihnen sagen.
go-on = Weiter
sign-in-as-other = Als andere Person anmelden

## Kopfzeile
skip-to-content = Zum Inhalt springen
accounts-drawer = Konten
person = Ihr Profil
sign-out = Abmelden
view-as = Ansicht als Kunde
view-as-text = Sie sehen die Anwendung wie { $account }. Es lässt sich nichts ändern.
view-as-stop = Ansicht beenden
role-view-only = Nur Lesezugriff
role-user = Normaler Benutzer
role-admin = Administratorbenutzer

## Darstellung
display = Darstellung
theme = Farben
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
density = Zeilen
density-comfortable = Locker
density-compact = Kompakt
language = Sprache

## Wenn die App nicht starten kann
cannot-start = Die App kann nicht starten
cannot-reach = Der Dienst ist nicht erreichbar
try-again = Erneut versuchen
config-not-an-object = Die Datei config.json ist nicht lesbar: Sie muss ein JSON-Objekt enthalten.
config-wrong-value = In der Datei config.json muss der Wert von „{ $key }“ { $expected } sein.
config-expects-text = ein nicht leerer Text
config-expects-language = ein Sprachkürzel wie "de"
config-expects-languages = eine Liste mit mindestens einem Sprachkürzel, etwa ["de", "en"],
config-expects-one-of-the-languages = eine der „languages“

## Teile der Oberfläche
app-close = Schließen
app-dismiss = Ausblenden
app-notifications = Benachrichtigungen
key-control = Strg
key-shift = Umschalt
key-enter = Eingabe
app-apply = Übernehmen
app-cancel = Abbrechen
app-retry = Erneut versuchen
choices-count = { $count ->
    [0] Kein Treffer
    [one] { $count } Treffer
   *[other] { $count } Treffer
}
choices-none = Kein Treffer
choices-more = { $count } weitere: tippen Sie weiter
usage-of-cap-with-alert = { $used } von { $cap } verbraucht, Warnung ab { $alert }
usage-of-cap = { $used } von { $cap } verbraucht
usage-with-alert = { $used } verbraucht, Warnung ab { $alert }, keine Datenobergrenze
usage-without-level = { $used } verbraucht, keine Datenobergrenze

## Von Seite zu Seite
pages = Seiten
page-sims = SIMs
pages-more = Mehr
page-overview = Übersicht
page-accounts = Verwaltete Konten
page-operations = Vorgänge
role-changed = Ihre Rolle wurde geändert: Sie sind jetzt „{ $role }“. Damit hat sich geändert, was Sie tun dürfen.
