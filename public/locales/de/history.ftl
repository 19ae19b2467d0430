# Der Verlauf von SIMs und das Aktivitätsprotokoll.

page-history = Verlauf
history-title = Verlauf
history-not-allowed = Der Verlauf aller SIMs und das Aktivitätsprotokoll sind Administratoren vorbehalten. Was aus einer einzelnen SIM wurde, steht in ihren Details.
history-sims = SIM-Änderungen
history-audit = Aktivitätsprotokoll

history-when = Wann
history-who = Wer
history-what = Was
history-why = Warum
history-subject = Woran
history-filter = Filter
history-anybody = Alle
history-any-account = Alle Konten
history-anything = Alles
history-any-cause = Jeder Grund
history-what-changed = Was sich änderte
history-about = Thema
history-act = Aktivität
history-any-act = Jede Aktivität
history-from = Von
history-to = Bis
history-today = Heute
history-last-days = { $days } Tage
history-any-time = Jederzeit
history-iccid = ICCID
history-name = Name oder ICCID
history-clear = Filter zurücksetzen
history-not-a-day = Das ist kein Datum.
history-ends-early = Das liegt vor dem Beginn.
history-not-an-iccid = Eine ICCID hat 18 bis 22 Ziffern.
history-wrong-filter = Bitte korrigieren Sie den Filter.
history-people-not-read = Die Benutzer konnten nicht gelesen werden.
history-user-number = Benutzer { $id }
history-token-number = API-Token { $id }

history-none = Bisher ist nichts geschehen.
history-none-found = Nichts, wonach gefragt wurde, ist geschehen.
history-not-read = Der Verlauf konnte nicht gelesen werden.
history-shown =
    { $count ->
        [one] Ein Eintrag
       *[other] { $count } Einträge
    }
history-more = Mehr anzeigen
history-fresh =
    { $count ->
        [one] 1 neuen anzeigen
       *[other] { $count } neue anzeigen
    }
history-export = CSV exportieren…
history-exported = Gespeichert als { $file }.
history-not-exported = Die Datei konnte nicht erstellt werden.

history-provider = Ihr Anbieter
history-nobody = Automatisch
history-not-signed-in = Nicht angemeldet
history-by-token = Token „{ $token }“ von { $name }
history-by-token-alone = Token „{ $token }“
history-seen-as = in der Ansicht von { $account }
history-operation = Vorgang { $id }
history-another-account = ein anderes Konto
history-left = Nicht mehr in Ihren Konten

# „Datenobergrenze: 500 MB → 700 MB“
history-change = { $field }: { $old } → { $new }
history-set = { $field }: { $new }
history-unset = { $field }: nicht mehr { $old }
history-quoted = „{ $text }“

## Warum sich eine SIM geändert hat

cause-edited = Bearbeitet
cause-operation = Massenvorgang
cause-lifted = Datenobergrenze für diesen Zeitraum angehoben
cause-usage = Verbrauch hat eine Schwelle erreicht
cause-new-period = Neuer Zeitraum
cause-network = Vom Netzbetreiber gemeldet

## Was getan wurde

audit-signed-in = Angemeldet
audit-sign-in-failed = Anmeldung fehlgeschlagen
audit-signed-out = Abgemeldet
audit-signed-out-elsewhere = Überall sonst abgemeldet
audit-account-created = Konto erstellt
audit-account-renamed = Konto umbenannt
audit-account-moved = Konto verschoben
audit-account-disabled = Konto deaktiviert
audit-account-enabled = Konto aktiviert
audit-features-changed = Funktionen geändert
audit-two-factor-requirement-changed = Zwei-Faktor-Pflicht geändert
audit-account-deleted = Konto gelöscht
audit-branding-changed = Branding geändert
audit-support-changed = Hilfe und Support geändert
audit-user-invited = Benutzer eingeladen
audit-invitation-resent = Einladung erneut gesendet
audit-invitation-withdrawn = Einladung zurückgezogen
audit-invitation-accepted = Einladung angenommen
audit-user-renamed = Benutzer umbenannt
audit-user-role-changed = Rolle geändert
audit-user-disabled = Benutzer deaktiviert
audit-user-enabled = Benutzer aktiviert
audit-user-deleted = Benutzer gelöscht
audit-profile-changed = Profil geändert
audit-password-changed = Passwort geändert
audit-password-reset = Passwort per E-Mail zurückgesetzt
audit-email-changed = E-Mail-Adresse geändert
audit-two-factor-enabled = Zwei-Faktor-Anmeldung eingeschaltet
audit-two-factor-disabled = Zwei-Faktor-Anmeldung ausgeschaltet
audit-two-factor-reset = Zwei-Faktor-Anmeldung zurückgesetzt
audit-recovery-codes-renewed = Wiederherstellungscodes erneuert
audit-recovery-code-used = Wiederherstellungscode verwendet
audit-recipient-added = Benachrichtigungsadresse hinzugefügt
audit-recipient-changed = Benachrichtigungsadresse geändert
audit-recipient-removed = Benachrichtigungsadresse entfernt
audit-token-created = API-Token erstellt
audit-token-revoked = API-Token widerrufen
audit-view-as-began = Ansicht als Kunde begonnen
audit-view-as-ended = Ansicht als Kunde beendet
audit-label-created = Schlagwort oder Kategorie erstellt
audit-label-renamed = Schlagwort oder Kategorie umbenannt
audit-label-colour-changed = Farbe eines Schlagworts oder einer Kategorie geändert
audit-label-merged = Schlagwort oder Kategorie zusammengeführt
audit-label-deleted = Schlagwort oder Kategorie gelöscht
audit-label-restored = Schlagwort oder Kategorie wiederhergestellt
audit-sim-changed = SIM bearbeitet
audit-move-started = Verschieben von SIMs gestartet
audit-levels-started = Setzen von Obergrenzen und Warnstufen gestartet
audit-activate-started = Aktivieren von SIMs gestartet
audit-suspend-started = Sperren von SIMs gestartet
audit-resume-started = Entsperren von SIMs gestartet
audit-terminate-started = Kündigen von SIMs gestartet
audit-tags-started = Bearbeiten von Schlagwörtern gestartet
audit-category-started = Setzen einer Kategorie gestartet
audit-replace-label-started = Ersetzen eines Schlagworts oder einer Kategorie auf SIMs gestartet
audit-operation-cancelled = Vorgang abgebrochen

## Worum es geht

audit-group-sign-in = Anmeldung
audit-group-accounts = Konten
audit-group-users = Benutzer
audit-group-profiles = Eigenes Profil
audit-group-recipients = Benachrichtigungsadressen
audit-group-tokens = API-Tokens
audit-group-views = Ansicht als Kunde
audit-group-labels = Schlagwörter und Kategorien
audit-group-sims = SIMs und Vorgänge

## Woran etwas getan wurde

subject-account = Konto
subject-user = Benutzer
subject-token = API-Token
subject-recipient = Benachrichtigungsadresse
subject-tag = Schlagwort
subject-category = Kategorie
subject-sim = SIM
subject-operation = Vorgang

## Was sich an einer SIM ändert

sim-field-account = Konto
sim-field-status = Status
sim-field-cap = Datenobergrenze
sim-field-regular-cap = Datenobergrenze ab dem nächsten Zeitraum
sim-field-alert = Datenwarnstufe
sim-field-hard-cap = Sitzung an der Obergrenze beenden
sim-field-label = Bezeichnung
sim-field-note = Notiz
sim-field-category = Kategorie
sim-field-tags = Schlagwörter
sim-field-recipient = Benachrichtigungsadresse

## Was sich sonst ändert

audit-field-parent = Übergeordnetes Konto
audit-field-name = Name
audit-field-enabled = Aktiviert
audit-field-caps-and-alerts = Obergrenzen und Warnstufen
audit-field-sub-accounts = Unterkonten erlaubt
audit-field-require-two-factor = Zwei-Faktor-Anmeldung verlangt
audit-field-email = E-Mail-Adresse
audit-field-role = Rolle
audit-field-language = Sprache
audit-field-alerts = Warnungen per E-Mail
audit-field-all-sims = Warnungen aller SIMs
audit-field-sim = An der SIM eingetragen
audit-field-expires-at = Gültig bis
audit-field-sims = SIMs
audit-field-end-session-at-cap = Sitzung an der Obergrenze beenden
audit-field-colour = Farbe
audit-field-into = Zusammengeführt in
audit-field-tag = Schlagwort
audit-field-undo-of = Macht Vorgang rückgängig
audit-field-retry-of = Wiederholt Fehlgeschlagenes aus Vorgang
