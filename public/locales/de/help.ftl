# Die eingebaute Hilfe.

help-title = Hilfe

help-statuses = Was jeder Status bedeutet
help-inactive = Noch nicht in Betrieb. Aktivieren Sie sie, wenn sie gebraucht wird; vorher fällt nichts an.
help-activation-pending = Wartet auf den Netzbetreiber, der meist einige Minuten braucht. Bis dahin kann die Aktivierung zurückgenommen werden.
help-active = In Betrieb, und der Verbrauch liegt unter der Datenwarnstufe.
help-alerted = In Betrieb, und der Verbrauch hat die Datenwarnstufe erreicht. Wer es erfahren soll, hat es erfahren. Sie funktioniert weiter.
help-suspended = Außer Betrieb, bis jemand sie fortsetzt. Konto, Grenzen und Verbrauch bleiben.
help-blocked = Der Verbrauch hat die Datenobergrenze erreicht, deshalb beginnt keine neue Datensitzung. Erhöhen oder entfernen Sie die Obergrenze, oder warten Sie auf den nächsten Zeitraum.
help-terminated = Endgültig außer Betrieb. Sie kann nicht zurückgeholt werden.
help-unmanaged = Aufgeführt, aber anderswo verwaltet: Hier kann nichts an ihr geändert werden.

help-levels = Datenobergrenzen und Datenwarnstufen
help-levels-alert = Wer eine Obergrenze setzt, setzt die Warnstufe auf 80 % davon. Danach können Sie eine andere Warnstufe eingeben, höchstens so hoch wie die Obergrenze. Dass sie erreicht ist, wird einmal im Zeitraum gemeldet: mit der Glocke und per E-Mail.
help-levels-cap = Ist die Obergrenze erreicht, wird die SIM blockiert: Es beginnt keine neue Datensitzung. Eine laufende Sitzung geht weiter, bis sie endet, außer wenn der Netzbetreiber sie beenden kann und Sie das gewählt haben.
help-levels-over = Eine SIM kann mehr verbrauchen als ihre Obergrenze. Netzbetreiber melden den Verbrauch verspätet, oft in Abständen von mehreren Minuten, und eine laufende Sitzung kann weitergehen: Was vor der Meldung verbraucht wurde, ist verbraucht.
help-levels-period = Der Verbrauch zählt nach Kalendermonaten (UTC). Mit einem neuen Monat beginnt er bei null, gewarnte und blockierte SIMs sind wieder aktiv, und die Grenzen bleiben. Soll eine SIM nur diesen Monat weitermachen, erhöhen Sie ihre Obergrenze für diesen Zeitraum.

help-keys = Tasten
help-keys-apple = Auf Apple-Tastaturen bewirkt die Befehlstaste ⌘ dasselbe wie Strg.
help-keys-list = In der SIM-Liste
help-keys-header = Auf der Überschrift einer Spalte
help-keys-sim = Auf der Seite einer SIM
help-key = Tasten
help-what = Was sie tun
keys-move = Von Zelle zu Zelle gehen
keys-page = Eine Bildschirmseite nach oben oder unten gehen
keys-row = Zur ersten oder letzten Zelle der Zeile gehen
keys-list = Zur ersten oder letzten SIM gehen
keys-extend = Alles von der zuletzt gewählten SIM bis dorthin auswählen
keys-toggle = Die SIM dazu auswählen oder nicht mehr
keys-all = Alle SIMs der Liste auswählen
keys-none = Keine auswählen
keys-menu = Das Menü der ausgewählten SIMs öffnen
keys-activate = Die Details der SIM zeigen oder nach der Spalte sortieren
keys-sort = Auch nach dieser Spalte sortieren
keys-width = Die Spalte schmaler oder breiter machen
keys-column = Die Spalte verschieben
keys-column-menu = Das Menü der Spalte öffnen
