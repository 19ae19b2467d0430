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
