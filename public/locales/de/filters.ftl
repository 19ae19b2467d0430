# Filter Builder, Filterbausteine, Schnellfilter, gespeicherte Filter.

filter-builder = Filter Builder
filter-button = Filter
edit-condition = Bedingung bearbeiten
condition-number = Bedingung { $number }
conditions = Bedingungen
condition-group = Gruppe
field = Feld
operator = Operator
value = Wert
value-from = Von
value-to = Bis
add-value = Wert hinzufügen
remove-value = { $value } entfernen
one-per-line = Ein Wert je Zeile
values-count =
    { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    }
matches = SIMs, auf die zutrifft
matches-all = alles davon
matches-any = mindestens eines davon
matches-none = nichts davon
matches-not-all = nicht alles davon
add-condition = Bedingung hinzufügen
add-group = Gruppe hinzufügen
remove-this-condition = Bedingung entfernen
remove-group = Gruppe entfernen
no-conditions = Noch keine Bedingung: Alle SIMs werden angezeigt.
filter-as-text = Als Text
filter-as-text-hint = Zum Beispiel: status is active and usage >= 500MB
filter-text-wrong = Ab Zeichen { $place } ist das nicht lesbar.
live-count =
    { $count ->
        [one] { $count } von { $total } SIMs passt
       *[other] { $count } von { $total } SIMs passen
    }
filter-clear = Leeren
edit-this-condition = Bedingung „{ $condition }“ bearbeiten
undo-filter-change = Filteränderung zurücknehmen

mistake-missing = Geben Sie einen Wert ein.
mistake-choice-missing = Wählen Sie aus der Liste.
mistake-amount = Geben Sie eine Menge wie 500 MB oder 1,5 GB ein.
mistake-percentage = Geben Sie ganze Prozent wie 90 % ein.
mistake-date = Wählen Sie ein Datum.
mistake-days = Geben Sie eine Anzahl von 1 bis 20.000 Tagen ein.
mistake-backwards = Geben Sie eine Menge ein, die nicht kleiner als die erste ist.

## Felder, die keine Spalten sind

field-search = ICCID, IMSI, MSISDN, Bezeichnung oder IP
field-account = Konto
field-cap-used = Verbrauch in % der Datenobergrenze
field-alert-of-cap = Datenwarnstufe in % der Datenobergrenze
field-tag = Tag

## Operatoren

operator-contains = enthält
operator-contains-not = enthält nicht
operator-starts-with = beginnt mit
operator-starts-not-with = beginnt nicht mit
operator-is = ist
operator-is-not = ist nicht
operator-any-of = ist eines von
operator-none-of = ist keines von
operator-within = liegt im Teilbaum von
operator-not-within = liegt nicht im Teilbaum von
operator-empty = ist leer
operator-not-empty = ist nicht leer
operator-never = nie
operator-ever = irgendwann
operator-less-than = ist kleiner als
operator-at-most = ist höchstens
operator-more-than = ist größer als
operator-at-least = ist mindestens
operator-between = liegt zwischen
operator-before = vor dem
operator-since = seit dem
operator-last-days = in den letzten … Tagen
operator-not-in-last-days = vor mehr als … Tagen

words-condition = { $field } { $operator } { $value }
words-without-value = { $field } { $operator }
words-last-days = { $field } in den letzten { $days } Tagen
words-not-in-last-days = { $field } vor mehr als { $days } Tagen
words-and = { " " }und{ " " }
words-or = { " " }oder{ " " }
words-none-of = nichts von ({ $parts })
words-not-all-of = nicht alles von ({ $parts })
words-quoted = „{ $text }“
words-more-values =
    { $count ->
        [one] { $first } und { $count } weiterer Wert
       *[other] { $first } und { $count } weitere Werte
    }
words-unknown-account = Konto { $id }

## Schnellfilter

quick-filters = Schnellfilter
quick-over-alert = Über Warnstufe
quick-blocked = Blockiert
quick-in-session = In Sitzung
quick-never-seen = Nie gesehen
quick-not-seen = 30 Tage nicht gesehen
quick-no-cap = Ohne Obergrenze
quick-near-cap = Nahe Obergrenze (≥ 90 %)

## Gespeicherte Filter

saved-filters = Gespeicherte Filter
save-filter = Filter speichern…
save-filter-title = Filter speichern
saved-filter-name = Name
saved-filter-name-missing = Geben Sie einen Namen ein.
saved-filter-share = Für alle in { $account } freigeben
saved-filter-columns = Mit den Spalten, wie sie jetzt sind
saved-filter-save = Speichern
saved-filter-saved = Gespeichert: { $name }
saved-filter-none = Noch nichts gespeichert. Filtern Sie die Liste und wählen Sie „Filter speichern…“.
saved-filter-shared = freigegeben
saved-filter-shared-by = freigegeben von { $name }
saved-filter-update = Mit der Liste, wie sie jetzt ist, überschreiben
saved-filter-updated = Geändert: { $name }
saved-filter-rename = Umbenennen
saved-filter-delete = Löschen
saved-filter-deleted = Gelöscht: { $name }
saved-filter-delete-question = „{ $name }“ löschen?
saved-filter-delete-shared = Alle im Konto verlieren ihn.
saved-filter-keep = Behalten
saved-filter-actions = Aktionen für { $name }
saved-filter-make-shared = Für das Konto freigeben
saved-filter-make-private = Nicht mehr freigeben
saved-filter-conflict = Jemand anderes hat „{ $name }“ inzwischen geändert.
saved-filter-take-theirs = Den anderen Stand zeigen
saved-filter-overwrite = Meinen Stand speichern

## Lange Filter in der Adresse

link-unknown = Den Filter dieses Links gibt es nicht, oder Sie dürfen ihn nicht sehen. Alle SIMs werden angezeigt.
link-failed = Der Filter dieses Links konnte nicht geladen werden.
link-not-made = Dieser lange Filter steht noch nicht in der Adresse.
