# Spalten der Liste wählen, ordnen und in der Breite ändern.

columns = Spalten
columns-open = Spalten…
columns-hint = Mit Alt und Pfeil nach oben oder unten verschieben Sie eine Spalte, ebenso mit dem Griff und den Schaltflächen.
columns-pinned = Erste Spalten im Blick behalten
columns-pinned-none = Keine
columns-pinned-count = { $count }
columns-reset = Zurücksetzen
columns-were-reset = Die Spalten sind wie am Anfang.
columns-done = Fertig
columns-linked = Diese Spalten stammen aus dem geöffneten Link. Ihre eigenen bleiben, wie sie sind, bis Sie etwas ändern.
columns-show-own = Meine zeigen
layout-not-stored = Ihre Spalten sind nur in diesem Browser gespeichert: { $why }

column-moved = { $column }, { $place } von { $total }
column-stays = { $column } lässt sich nicht weiter verschieben.
column-hidden = { $column } ist ausgeblendet.
column-width = { $column }, { $width } Pixel breit
column-up = { $column } nach oben
column-down = { $column } nach unten
column-always-shown = Immer sichtbar: benennt die Zeile

## In der Kopfzeile
column-actions = Spalte { $column }
column-sort-ascending = Aufsteigend sortieren
column-sort-descending = Absteigend sortieren
column-sort-add = Zur Sortierung hinzufügen
column-sort-remove = Aus der Sortierung entfernen
column-wider = Breiter
column-narrower = Schmaler
column-reset-width = Breite zurücksetzen
column-move-left = Nach links
column-move-right = Nach rechts
column-pin = Bis hierher fixieren
column-unpin = Ab hier nicht mehr fixieren
column-hide = Spalte ausblenden

## Warum dort etwas nicht geht
column-sorted-already = Die Liste ist bereits nach dieser Spalte sortiert.
column-nothing-sorted = Die Liste ist noch nicht sortiert: Sortieren Sie sie zuerst nach einer Spalte.
column-not-sorted = Die Liste ist nicht nach dieser Spalte sortiert.
column-width-usual = Die Spalte hat ihre übliche Breite.
column-always-first = Die ICCID steht immer vorn: Sie benennt die Zeile.
column-leftmost = Weiter links steht nur die ICCID, und die kommt immer zuerst.
column-rightmost = Dies ist die letzte Spalte.
column-pin-limit = Nur die ersten { $most } Spalten können im Blick bleiben.

## Nach mehreren Spalten sortieren
sorted-ascending = aufsteigend sortiert, { $place }. Schlüssel
sorted-descending = absteigend sortiert, { $place }. Schlüssel
