# SIMs: Status, Spalten, die Liste.

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
