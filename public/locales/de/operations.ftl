# Die Seiten der Vorgänge.

operations-whose = Wessen Vorgänge
operations-all = Alle
operations-mine = Eigene
operations-how-far = Wie weit sie sind
operations-any = Jeder Stand
operations-running = Laufend
operations-over = Beendet
operations-with-failures = Mit Fehlschlägen
operations-none = Noch gibt es keine Vorgänge. Was Sie in der SIM-Liste tun, erscheint hier.
operations-none-found = Einen solchen Vorgang gibt es nicht.
operations-show-all = Alle Vorgänge zeigen
operations-more = Mehr zeigen
operations-not-read = Die Vorgänge konnten nicht gelesen werden.

operation-what = Vorgang
operation-by = Begonnen von
operation-by-token = { $name }, mit dem API-Token { $token }
operation-started = Begonnen
operation-took = Dauer
operation-result = Ergebnis
operation-queued = Wartet
operation-running = Läuft
operation-finished = Beendet
operation-stopped = Angehalten
operation-all-done =
    { $count ->
        [one] { $count } SIM erledigt
       *[other] { $count } SIMs erledigt
    }
operation-all-failed =
    { $count ->
        [one] { $count } SIM fehlgeschlagen
       *[other] { $count } SIMs fehlgeschlagen
    }
operation-some-failed = { $done } erledigt, { $count } fehlgeschlagen
operation-undoes = macht #{ $number } rückgängig
operation-retries = wiederholt die Fehlschläge von #{ $number }
operation-undone-by = rückgängig gemacht durch #{ $number }
operation-retried-by = Fehlschläge wiederholt durch #{ $number }
operation-more = Einzelheiten
operation-path = Wo dies ist
operation-not-read = Der Vorgang konnte nicht gelesen werden.
operation-not-found = Diesen Vorgang gibt es nicht, oder er ist nicht für Sie bestimmt.

operation-sims = SIMs dieses Vorgangs
operation-sims-find = ICCID suchen
operation-sims-none = Eine solche SIM gibt es in diesem Vorgang nicht.
operation-sims-not-read = Die SIMs konnten nicht gelesen werden.
operation-sims-first =
    { $count ->
        [one] Die erste SIM
       *[other] Die ersten { $count } SIMs
    }
operation-sims-all =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
operation-file = CSV herunterladen
operation-file-failed = Die SIMs konnten nicht geholt werden.
operation-show-sims = Diese SIMs in der Liste zeigen

item-state = Stand
item-reason = Grund
item-what = Was geändert wurde, oder warum nicht
item-pending = Wartet
item-done = Erledigt
item-failed = Fehlgeschlagen
items-any = Jeder Stand
items-any-reason = Jeder Grund
sim-unseen = Eine SIM, die nicht mehr in Ihren Konten ist
change-became = wurde zu
