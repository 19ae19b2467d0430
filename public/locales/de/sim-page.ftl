# Die Seite einer SIM und was sie zeigt: Diagramme, Verbrauch, Sitzungen, Prüfungen.

## Diagramme
chart-as-table = Als Tabelle zeigen
chart-reading = { $label }: { $value }
chart-reading-total = { $label }: { $value } · { $total }: { $sum }
chart-line = { $label } { $value }
chart-above = (über dieser Skala)

## Verbrauch
usage-latest = Verbrauch der letzten 30 Tage
usage-day = Tag
usage-used = Verbrauch
usage-in-period-so-far = Seit Monatsbeginn
usage-sum = Insgesamt { $sum }
usage-not-read = Der Verbrauch konnte nicht gelesen werden.
usage = Verbrauch
usage-period = Monat
usage-by-periods = Letzte 12 Monate
usage-show = Zeitraum
usage-of = Verbrauch im { $period }

## Die Seite
open-sim-page = Seite öffnen
back-to-list = Zurück zur Liste
sim-of-list = { $number } von { $count }
sim-not-in-list = Nicht in dieser Liste
previous-sim = Vorherige SIM
previous-sim-keys = Vorherige SIM (Alt + ↑)
next-sim = Nächste SIM
next-sim-keys = Nächste SIM (Alt + ↓)
sim-gone = Diese SIM gibt es nicht, oder sie ist in keinem Konto mehr, das Sie sehen.
copy-field = { $field } kopieren
copied-field = { $field } kopiert
category-and-tags = Kategorie und Schlagwörter
label-and-note = Bezeichnung und Notiz
edit-label-and-note = Bezeichnung und Notiz bearbeiten
texts-saved = Bezeichnung und Notiz gespeichert
label-and-note-values = „{ $label }“, Notiz „{ $note }“

## Sitzungen
sessions = Sitzungen
sessions-not-read = Die Sitzungen konnten nicht gelesen werden.
sessions-none = Diese SIM hatte in den letzten Monaten keine Sitzung.
sessions-more = Frühere Sitzungen zeigen
in-session-now = Jetzt in Sitzung
session-began = Beginn
session-ended = Ende
session-duration = Dauer
session-ip = IP-Adresse
duration-seconds = { $seconds } s
duration-minutes = { $minutes } min
duration-hours = { $hours } h { $minutes } min

## Ping und Diagnose
sim-tests = Ping und Diagnose
act-ping = Ping
act-diagnose = Diagnose starten
diagnostics = Diagnose
tests-none = Diese SIM wurde noch nicht geprüft.
tests-failed = Das hat nicht geklappt.
test-runs = Läuft …
ping-begun = Ping an { $iccid } …
diagnostics-begun = Diagnose von { $iccid } läuft …
ping-unreachable = Nicht erreichbar: { $why }
ping-answered = { $answers } von { $sent } Paketen beantwortet, im Mittel nach { $mean } ms
ping-unanswered = Keines von { $sent } Paketen wurde beantwortet
ping-trips = Laufzeiten in ms: { $trips }
diagnostics-fine = Alle { $count } Prüfungen bestanden
diagnostics-found =
    { $failed ->
        [0] { $warnings ->
            [one] { $warnings } Warnung
           *[other] { $warnings } Warnungen
        }
        [one] { $failed } Prüfung nicht bestanden, Warnungen: { $warnings }
       *[other] { $failed } Prüfungen nicht bestanden, Warnungen: { $warnings }
    }
check-service = Dienst
check-session = Sitzung
check-last-seen = Zuletzt gesehen
check-address = IP-Adresse
check-device = Gerät
check-cap = Datenobergrenze
check-operator = Netzbetreiber
check-unknown = Sonstiges
check-ok = Bestanden
check-warning = Warnung
check-failed = Nicht bestanden
finding-in-service = Die SIM ist in Betrieb.
finding-alerted = Die SIM ist in Betrieb, und ihr Verbrauch hat die Datenwarnstufe erreicht.
finding-blocked = Die SIM ist blockiert: Ihr Verbrauch hat die Datenobergrenze erreicht.
finding-suspended = Die SIM ist gesperrt.
finding-not-activated = Die SIM wurde noch nicht aktiviert.
finding-activation-pending = Der Netzbetreiber aktiviert die SIM noch.
finding-terminated = Die SIM ist gekündigt.
finding-unmanaged = Die SIM wird hier nicht verwaltet.
finding-in-session = Eine Sitzung läuft.
finding-no-session = Es läuft keine Sitzung.
finding-seen-lately = Das Netz hat die SIM innerhalb des letzten Tages gesehen.
finding-not-seen-for-days = Das Netz hat die SIM seit mehr als einem Tag nicht gesehen.
finding-not-seen-for-long = Das Netz hat die SIM seit mehr als 30 Tagen nicht gesehen.
finding-never-seen = Das Netz hat die SIM noch nie gesehen.
finding-has-address = Die SIM hat eine IP-Adresse.
finding-no-address = Die SIM hat keine IP-Adresse.
finding-device-known = Das Gerät hat seine IMEI gemeldet.
finding-device-unknown = Es ist nicht bekannt, in welchem Gerät die SIM steckt.
finding-no-cap = Es ist keine Datenobergrenze gesetzt.
finding-below-cap = Der Verbrauch liegt unter der Datenobergrenze.
finding-near-cap = Der Verbrauch hat mindestens 90 % der Datenobergrenze erreicht.
finding-cap-reached = Der Verbrauch hat die Datenobergrenze erreicht.
finding-ends-sessions = Der Netzbetreiber beendet Sitzungen, wenn das verlangt wird.
finding-sessions-go-on = Der Netzbetreiber beendet laufende Sitzungen nicht: Die Datenobergrenze kann überschritten werden.
finding-unknown = Etwas, das diese Version der App nicht kennt.
