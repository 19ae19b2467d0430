# Raising the cap of one SIM for the rest of the period.

lift = Raise for this period only…
lift-title = Raise the cap for this period only
lift-cap = Cap until { $until }
lift-cap-hint = More than { $cap }; such as 700 MB or 1.5 GB
lift-missing = Type the cap for this period.
lift-not-above = Type more than { $cap }: that is the cap without raising it.
lift-frees = This SIM is freed at once: it has used { $usage }.
lift-stays-blocked = This SIM stays blocked: it has used { $usage } already.
lift-blocks = This SIM is blocked at once: it has used { $usage } already.
lift-alert = The alert stands at { $alert }.
lift-then = On { $until } the cap is { $cap } again, by itself.
lift-start = Raise
lift-done = The cap is raised to { $cap } until { $until }

lift-state = Raised to { $cap } until { $until }, then { $regular } again
lift-end = End now
lift-end-blocks = Ending it now blocks this SIM: it has used { $usage }.
lift-ended = The cap is { $cap } again
lift-keeps = The cap is raised for this period only. Another cap typed here holds from now on.
