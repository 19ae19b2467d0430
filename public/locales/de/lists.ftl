# Filtern mit einer CSV-Liste; die Liste exportieren.

## Filtern mit einer CSV-Liste

csv-open = Mit CSV-Liste filtern…
csv-title = Mit CSV-Liste filtern
csv-paste = Liste einfügen
csv-paste-hint = Eine Kennung je Zeile, mit oder ohne Überschrift
csv-file = Oder CSV-Datei wählen
csv-file-hint = Sie können sie auch hier ablegen. Die Datei wird in Ihrem Browser gelesen und nirgendwohin gesendet.
csv-remove-file = Datei entfernen
csv-identifier = Kennung
csv-by-heading = Nach Überschrift
csv-still-loading = Noch sind nicht alle SIMs geladen. Zeilen, die jetzt unbekannt sind, können sich noch finden.
csv-applied =
    { $count ->
        [one] Die Liste zeigt { $count } SIM aus Ihrer CSV-Liste.
       *[other] Die Liste zeigt { $count } SIMs aus Ihrer CSV-Liste.
    }

csv-report = Bericht
csv-found-by-heading = Gelesen als { $identifier }, nach der Überschrift.
csv-found-as-chosen = Gelesen als { $identifier }, wie gewählt; es gibt keine Überschrift.
csv-matched = Gefunden
csv-unknown = Unbekannt
csv-malformed = Fehlerhaft
csv-duplicates = Doppelt
csv-sims =
    { $count ->
        [one] Die gefundenen Zeilen nennen { $count } SIM.
       *[other] Die gefundenen Zeilen nennen { $count } SIMs.
    }
csv-summary = { $matched } gefunden, { $unknown } unbekannt, { $malformed } fehlerhaft, { $duplicates } doppelt.
csv-problems = Zeilen mit Problemen
csv-problems-shown = Gezeigt werden die ersten { $shown } von { $count } Zeilen. Der kopierte Bericht enthält alle.
csv-line = Zeile
csv-text = Text
csv-problem = Problem
csv-copy-report = Bericht kopieren
csv-report-copied = Bericht kopiert
csv-copy-refused = Der Browser hat das Kopieren des Berichts nicht erlaubt.

csv-fault-unknown = Keine SIM, die Sie sehen können, hat diesen Wert.
csv-fault-duplicate = Dasselbe wie Zeile { $line }.
csv-fault-missing = An dieser Stelle steht nichts.
csv-fault-not-digits = Es enthält mehr als Ziffern.
csv-fault-scientific = Eine Tabellenkalkulation hat diese Nummer gekürzt, Ziffern sind verloren. Stellen Sie die Spalte dort auf Text und exportieren Sie erneut.
csv-fault-length =
    { $count ->
        [one] Es hat { $count } Ziffer, das ist zu wenig.
       *[other] Es hat { $count } Ziffern; so lang ist diese Kennung nicht.
    }

csv-empty = Fügen Sie eine Liste ein oder wählen Sie eine Datei.
csv-only-heading = Diese Liste enthält nur eine Überschrift.
csv-no-heading = Die erste Zeile nennt weder ICCID, IMSI, MSISDN noch IMEI. Wählen Sie unten die Kennung, oder ergänzen Sie eine Überschrift.
csv-web-page = Das ist eine Webseite und keine Liste. Laden Sie die Liste selbst herunter und wählen Sie diese Datei.
csv-too-many-lines = Diese Liste hat { $count } Zeilen. Höchstens { $most } lassen sich auf einmal lesen: Teilen Sie sie auf.
csv-workbook = Das ist die Datei einer Tabellenkalkulation. Speichern Sie sie dort als CSV und wählen Sie diese Datei.
csv-not-text = Diese Datei ist kein Text. Wählen Sie eine CSV-Datei.
csv-file-too-large = Diese Datei hat { $size }; höchstens { $most } lassen sich lesen.
csv-file-unreadable = Der Browser kann diese Datei nicht lesen. Prüfen Sie, ob es sie noch gibt, und wählen Sie sie erneut.
csv-nothing-matches =
    { $count ->
        [one] Die Zeile in dieser Liste nennt keine SIM, die Sie sehen können.
       *[other] Keine der { $count } Zeilen nennt eine SIM, die Sie sehen können.
    }


## Exportieren

export-open = Exportieren…
export-title = SIMs exportieren
export-scope =
    { $count ->
        [one] { $count } SIM, { $columns } Spalten, in der gezeigten Reihenfolge
       *[other] { $count } SIMs, { $columns } Spalten, in der gezeigten Reihenfolge
    }
export-which = Umfang
export-all =
    { $count ->
        [one] Die { $count } der Liste
       *[other] Alle { $count } der Liste
    }
export-selected =
    { $count ->
        [one] Nur die { $count } ausgewählte
       *[other] Nur die { $count } ausgewählten
    }
export-format = Format
export-csv = CSV
export-json = JSON
export-separator = Trennzeichen
export-comma = Komma
export-semicolon = Semikolon
export-spreadsheet-note = Tabellenkalkulationen kürzen lange Nummern wie ICCIDs, wenn sie eine CSV-Datei direkt öffnen. Damit alle Ziffern bleiben, importieren Sie die Datei und stellen diese Spalten auf Text.
export-values-note = Mengen stehen in Byte, Zeiten in UTC. Nichts in der Datei kann als Formel ausgeführt werden.
export-button = Exportieren
export-nothing = Es gibt keine SIM zu exportieren.
export-writing = Die Datei wird geschrieben
export-stopped = Export angehalten.
export-failed = Der Browser hat die Datei nicht angenommen. Bitte versuchen Sie es mit weniger SIMs.
export-done =
    { $count ->
        [one] { $count } SIM nach { $file } exportiert
       *[other] { $count } SIMs nach { $file } exportiert
    }
export-heading-bytes = { $column } (Byte)
export-heading-utc = { $column } (UTC)

list-tools = Die ganze Liste
