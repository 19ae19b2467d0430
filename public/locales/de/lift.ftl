# Die Datenobergrenze einer SIM für den Rest des Zeitraums anheben.

lift = Nur für diesen Zeitraum anheben…
lift-title = Datenobergrenze nur für diesen Zeitraum anheben
lift-cap = Datenobergrenze bis { $until }
lift-cap-hint = Mehr als { $cap }; zum Beispiel 700 MB oder 1,5 GB
lift-missing = Geben Sie die Datenobergrenze für diesen Zeitraum ein.
lift-not-above = Geben Sie mehr als { $cap } ein: So viel gilt auch ohne Anheben.
lift-frees = Diese SIM ist sofort wieder frei: Sie hat { $usage } verbraucht.
lift-stays-blocked = Diese SIM bleibt blockiert: Sie hat schon { $usage } verbraucht.
lift-blocks = Diese SIM wird sofort blockiert: Sie hat schon { $usage } verbraucht.
lift-alert = Die Datenwarnstufe liegt bei { $alert }.
lift-then = Am { $until } gilt von selbst wieder { $cap }.
lift-start = Anheben
lift-done = Die Datenobergrenze ist bis { $until } auf { $cap } angehoben

lift-state = Bis { $until } auf { $cap } angehoben, danach wieder { $regular }
lift-end = Jetzt beenden
lift-end-blocks = Wird das jetzt beendet, ist diese SIM blockiert: Sie hat { $usage } verbraucht.
lift-ended = Die Datenobergrenze ist wieder { $cap }
lift-keeps = Die Datenobergrenze ist nur für diesen Zeitraum angehoben. Eine andere, die Sie hier eingeben, gilt von jetzt an.
