# Die SIM-Liste: Tabelle, Filter, Statuszeile, Details.

sims = SIMs
sim-list = SIM-Liste
sim-actions = SIM-Aktionen
sim-details = SIM-Details
selected-sims = Ausgewählte SIMs
page-not-found = Diese Seite gibt es nicht.
account-path = Pfad des Kontos

yes = Ja
no = Nein
none = Keine
never = Nie
unsupported = Nicht unterstützt
in-session = In Sitzung

## Filter

filters = Filter
search-sims = SIMs suchen
search-sims-hint = ICCID, IMSI, MSISDN, Bezeichnung, IP
filter-by-account-name = Filtern nach Kontoname
account-name = Kontoname
status = Status
filter-by-status = Filtern nach Status
include-sub-accounts = Mit Unterkonten
remove-condition = Bedingung { $condition } entfernen
clear-filter = Filter löschen
filter-unreadable = Der Filter in dieser Adresse ist nicht lesbar (Zeichen { $place }). Es werden alle SIMs gezeigt.
drop-filter = Filter verwerfen

## Tabelle

select-all-matching = Alle { $count } auswählen
select-sim = { $iccid } auswählen
actions-for-sim = Aktionen für { $iccid }
row-actions = Aktionen
no-sim-matches = Keine SIM entspricht diesem Filter.
no-sim-in-account = Dieses Konto hat noch keine SIMs.
loading-sims = SIMs werden geladen
loading-stopped = Das Laden wurde unterbrochen.
go-on-loading = Weiterladen

## Statuszeile

sims-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
sims-match =
    { $count ->
        [one] { $count } passende SIM
       *[other] { $count } passende SIMs
    }
selected-count = { $count } ausgewählt
selected-out-of-sight = davon { $count } nicht in dieser Liste
clear-selection = Auswahl aufheben
invert-selection = Auswahl umkehren
live = Live
not-live = Aktualisierung alle paar Sekunden
refresh = Aktualisieren
refresh-and-sort = Aktualisieren und neu sortieren

## Details

close-details = Details schließen
usage-in-period = Verbrauch in diesem Zeitraum
cap-and-alert = Datenobergrenze und Datenwarnstufe
edit-cap-and-alert = Grenzen bearbeiten
levels-saved = Datenobergrenze und Datenwarnstufe gespeichert
not-saved = Nicht gespeichert.
changed-meanwhile = Jemand anderes hat diese SIM geändert, seit Sie sie geöffnet haben.
theirs = Dort
yours = Ihre Eingabe
cap-and-alert-values = Obergrenze { $cap }, Warnstufe { $alert }
keep-theirs = Deren Stand behalten
apply-mine = Meinen Stand setzen
## Status
status-inactive = Inaktiv
status-activation-pending = Aktivierung läuft
status-active = Aktiv
status-alerted = Gewarnt
status-suspended = Gesperrt
status-blocked = Blockiert
status-terminated = Gekündigt
status-unmanaged = Nicht verwaltet

## Spalten
column-iccid = ICCID
column-label = Bezeichnung
column-account = Kontoname
column-status = Status
column-usage = Verbrauch
column-cap = Datenobergrenze
column-alert = Datenwarnstufe
column-hard-cap = Harte Obergrenze
column-in-session = In Sitzung
column-last-seen = Zuletzt gesehen
column-operator = Netzbetreiber
column-tariff = Tarif
column-msisdn = MSISDN
column-imsi = IMSI
column-ip = IP-Adresse
column-imei = IMEI
column-activated = Aktiviert am
column-category = Kategorie
column-tags = Schlagwörter
column-note = Notiz

print-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
print-first = Die ersten { $count } von { $total } SIMs
