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
offline = Offline
offline-text = Der Server ist nicht erreichbar. Sie sehen den Stand von { $time } ({ $ago }), und es lässt sich nichts ändern.
role-view-only = Nur Lesezugriff
role-user = Normaler Benutzer
role-admin = Administratorbenutzer

## Darstellung
display = Darstellung
theme = Farben
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
contrast = Kontrast
contrast-more = Stärker
motion = Bewegung
motion-reduced = Weniger
appearance-not-stored = Wie die App aussieht, ist nur in diesem Browser gespeichert. { $why }
density = Zeilen
density-comfortable = Locker
density-compact = Kompakt
language = Sprache

## Wenn die App nicht starten kann
cannot-start = Die App kann nicht starten
cannot-reach = Der Dienst ist nicht erreichbar
try-again = Erneut versuchen
config-not-an-object = Die Datei config.json ist nicht lesbar: Sie muss ein JSON-Objekt enthalten.
config-unknown-key = In der Datei config.json steht „{ $key }“, das es nicht gibt. Vielleicht ist es ein Schreibfehler; config.schema.json nennt alles, was es gibt.
config-wrong-value = In der Datei config.json muss der Wert von „{ $key }“ { $expected } sein.
config-expects-text = ein nicht leerer Text
config-expects-address = eine Adresse ohne Leerzeichen wie "brand/logo.svg" oder "https://api.example.com/v1"
config-expects-carrier = entweder "cookie" oder "token"
config-expects-support = { "{" }"address": { "{" }"url": "https://…"{ "}" }{ "}" } oder { "{" }"contact": { "{" }"name": "…", "phone": "…", "email": "…", "hours": "…", "note": "…"{ "}" }{ "}" }; nötig ist davon nur der Name
config-expects-object = ein Objekt in { "{" } und { "}" }
config-expects-colour = eine Farbe wie "#1b6b47"
config-expects-both-of-the-header = entweder mit „header“ und „header_text“ oder ohne beide angegeben
config-expects-readable = eine Farbe, die auf „colours.header“ zu lesen ist (der Kontrast ist { $ratio }, nötig sind { $least } oder mehr),
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
key-alt = Alt
key-page-up = Bild auf
key-page-down = Bild ab
key-home = Pos 1
key-end = Ende
key-space = Leertaste
key-escape = Esc
key-menu = Menü
app-apply = Übernehmen
app-cancel = Abbrechen
choose-file = Datei wählen…
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
