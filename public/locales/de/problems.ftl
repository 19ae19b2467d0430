# Was schiefging, warum, und was zu tun ist.

## Probleme einer Anfrage
problem-offline = Der Dienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.
problem-timed-out = Der Dienst hat nicht rechtzeitig geantwortet. Ihr Auftrag kann trotzdem ausgeführt worden sein: Bitte prüfen Sie das, bevor Sie es erneut versuchen.
problem-session-expired = Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.
problem-cancelled = Der Vorgang wurde unterbrochen. Bitte versuchen Sie es erneut.
problem-unreadable = Der Dienst hat eine Antwort gegeben, die diese App nicht versteht. Bitte laden Sie die Seite neu; hilft das nicht, wenden Sie sich an den Support.
problem-bad-request = Der Dienst hat die Anfrage nicht verstanden. Bitte laden Sie die Seite neu und versuchen Sie es erneut.
problem-bad-credentials = E-Mail oder Passwort ist falsch, oder dieser Benutzer kann sich nicht anmelden. Bitte prüfen Sie beides und versuchen Sie es erneut.
problem-two-factor-required = Zusätzlich wird ein Code aus Ihrer Authenticator-App benötigt.
problem-two-factor-setup-required = Ihr Konto verlangt die Zwei-Faktor-Anmeldung. Bitte richten Sie sie zuerst ein.
problem-bad-csrf-token = Es ließ sich nicht bestätigen, dass die Anfrage von Ihnen kommt. Bitte laden Sie die Seite neu und versuchen Sie es erneut.
problem-forbidden = Ihre Rolle erlaubt das nicht. Ein Administratorbenutzer Ihres Kontos kann es tun oder Ihnen eine andere Rolle geben.
problem-view-only = Sie sehen die Anwendung als ein anderes Konto: Es lässt sich nichts ändern. Beenden Sie zuerst diese Ansicht.
problem-token-invalid = Dieses API-Token wird nicht angenommen: Es wurde widerrufen, ist abgelaufen, oder wer es erstellt hat, kann sich nicht mehr anmelden.
problem-not-for-tokens = Das ist mit einem API-Token nicht möglich. Bitte melden Sie sich als Benutzer an.
problem-not-found = Das gibt es nicht mehr, oder Sie können es nicht mehr sehen.
problem-link-invalid = Dieser Link gilt nicht mehr: Er wurde benutzt, ist abgelaufen oder wurde zurückgezogen. Bitte fordern Sie einen neuen an.
problem-method-not-allowed = Der Dienst bietet das nicht an.
problem-count-changed = Die Zahl der passenden SIMs hat sich inzwischen geändert. Bitte sehen Sie sich die Vorschau noch einmal an und bestätigen Sie erneut.
problem-wrong-state = Das ist nicht mehr möglich: Der Vorgang ist inzwischen weiter.
problem-account-not-empty = In diesem Konto ist noch etwas: SIMs, Benutzer oder Unterkonten. Bitte verschieben oder löschen Sie diese zuerst.
problem-key-reused = Das wurde schon mit anderen Werten gesendet. Bitte schließen Sie den Dialog und beginnen Sie neu.
problem-stale = Jemand anderes hat dies geändert, seit Sie es geöffnet haben. Ihre Eingabe ist noch da: Vergleichen Sie sie mit den neuen Werten und speichern Sie dann erneut.
problem-too-large = Das ist zu viel für eine Anfrage. Bitte wählen Sie weniger aus.
problem-unsupported-media-type = Der Dienst nimmt diese Art von Datei oder Daten nicht an.
problem-invalid = In diesem Formular stimmt etwas nicht. Bitte prüfen Sie die markierten Felder.
problem-precondition-required = Der Dienst muss wissen, welchen Stand Sie geändert haben. Bitte laden Sie die Seite neu und versuchen Sie es erneut.
problem-key-required = Die Anfrage war unvollständig und wurde nicht ausgeführt. Bitte laden Sie die Seite neu und versuchen Sie es erneut.
problem-rate-limited = Zu viele Anfragen. Bitte warten Sie einen Moment und versuchen Sie es erneut.
problem-rate-limited-seconds = Zu viele Versuche. Bitte warten Sie { $seconds ->
    [one] eine Sekunde
   *[other] { $seconds } Sekunden
} und versuchen Sie es dann erneut.
problem-rate-limited-minutes = Zu viele Versuche. Bitte warten Sie { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
} und versuchen Sie es dann erneut.
problem-unavailable = Der Dienst ist gerade nicht verfügbar. Bitte versuchen Sie es in einigen Minuten erneut.
problem-internal = Im Dienst ist ein Fehler aufgetreten. Bitte versuchen Sie es erneut; geschieht es wieder, nennen Sie dem Support diese Nummer: { $trace }
problem-unknown = Der Dienst hat dies aus einem Grund abgelehnt, den diese App nicht kennt. Bitte laden Sie die Seite neu; geschieht es wieder, nennen Sie dem Support diese Nummer: { $trace }

## Was an einem Feld nicht stimmt
field-required = Bitte füllen Sie dieses Feld aus.
field-too-long = Das ist zu lang. Bitte kürzen Sie es.
field-alert-above-cap = Die Datenwarnstufe kann nicht über der Datenobergrenze liegen.
field-level-too-large = Das ist mehr als { $most }. Bitte prüfen Sie die Einheit.
field-level-zero = 0 ist keine Stufe. Lassen Sie das Feld leer, wenn keine gelten soll.
field-unknown-account = Dieses Konto gibt es nicht, oder Sie können es nicht sehen.
field-account-disabled = Dieses Konto ist deaktiviert.
field-caps-not-enabled = Datenobergrenzen und Datenwarnstufen sind für dieses Konto ausgeschaltet.
field-not-above-cap = Hier lässt sich die Datenobergrenze nur anheben: Bitte geben Sie mehr ein, als jetzt gilt.
field-no-cap = Diese SIM hat keine Datenobergrenze, die sich anheben ließe.
field-hard-cap-unsupported = Der Netzbetreiber dieser SIM kann eine laufende Sitzung nicht beenden.
field-not-editable = Das lässt sich bei dieser SIM nicht ändern.
field-empty-target = Bitte wählen Sie mindestens eine SIM aus.
field-too-deep = Dieser Filter hat zu viele Ebenen.
field-name-taken = Diesen Namen gibt es schon. Bitte wählen Sie einen anderen.
field-too-many = Mehr sind nicht möglich. Bitte löschen Sie etwas, das Sie nicht mehr brauchen.
field-under-itself = Ein Konto kann nicht unter sich selbst oder unter einem seiner Unterkonten stehen.
field-sub-accounts-not-allowed = Dieses Konto darf keine Unterkonten haben.
field-parent-lacks-feature = Das übergeordnete Konto hat diese Funktion nicht. Sie muss zuerst dort eingeschaltet werden.
field-not-below = Bitte wählen Sie ein Konto unter Ihrem eigenen.
field-own-account = Das ist Ihr eigenes Konto. Nur ein Administratorbenutzer eines übergeordneten Kontos kann das ändern.
field-last-admin = Das ist der letzte aktive Administratorbenutzer des Kontos. Bitte machen Sie zuerst einen anderen Benutzer zum Administratorbenutzer.
field-role-above-own = Sie können keine Rolle vergeben, die über Ihrer eigenen liegt.
field-in-the-past = Bitte wählen Sie ein Datum in der Zukunft.
field-too-far-ahead = Bitte wählen Sie ein Datum innerhalb der nächsten zwei Jahre.
field-bad-email = Das ist keine E-Mail-Adresse. Bitte prüfen Sie sie.
field-email-taken = Es gibt schon einen Benutzer mit dieser E-Mail-Adresse.
field-recipient-taken = Dieses Konto hat diese Adresse schon.
field-too-short = Das ist zu kurz. Bitte geben Sie mehr ein.
field-weak-password = Dieses Passwort wäre schnell erraten. Bitte verwenden Sie mehr Wörter oder Zeichen, und keine, die von Ihnen selbst handeln.
field-wrong-password = Das ist nicht Ihr aktuelles Passwort.
field-wrong-code = Dieser Code stimmt nicht oder wurde schon benutzt. Bitte warten Sie auf den nächsten und versuchen Sie es erneut.
field-two-factor-enforced = Ihr Konto verlangt die Zwei-Faktor-Anmeldung: Sie lässt sich nicht abschalten.
field-unknown-label = Es gilt nicht für alle diese SIMs oder ist nicht mehr da.
field-too-little-contrast = Der Text ist auf seinem Hintergrund nicht lesbar. Nehmen Sie einen dunkleren oder helleren.
field-bad-host = Das ist kein Hostname. Schreiben Sie nur den Namen, etwa sims.example.com, ohne https:// und ohne Port.
field-host-taken = Dieser Hostname ist schon vergeben, hier oder an ein anderes Konto.
field-bad-address = Das ist nicht die Adresse einer Seite. Sie beginnt mit https:// oder http://.
field-unknown-image = Dieses Bild ist nicht mehr da. Bitte wählen Sie es noch einmal.
field-bad-image = Das ist kein Bild, das sich zeigen lässt. Wählen Sie eine Datei in SVG, PNG, JPEG, WebP oder GIF mit höchstens 4096 mal 4096 Pixeln.
field-unsafe-image = Dieses SVG enthält mehr als eine Zeichnung, etwa ein Skript, ein Stylesheet oder einen Link, und wird nicht angenommen. Speichern Sie es als einfaches SVG oder als PNG.
field-invalid = Das ist nicht gültig. Bitte prüfen Sie es.

## Warum eine SIM nicht teilnehmen kann
reason-unmanaged = Sie ist aufgeführt, wird aber nicht hier verwaltet.
reason-terminated = Sie ist gekündigt.
reason-not-in-service = Sie ist nicht in Betrieb.
reason-activation-pending = Ihre Aktivierung ist schon beantragt.
reason-already-activated = Sie ist schon aktiviert worden.
reason-already-suspended = Sie ist schon gesperrt.
reason-not-suspended = Sie ist nicht gesperrt.
reason-already-there = Sie ist schon in diesem Konto.
reason-unchanged = Sie hat diese Werte schon.
reason-too-many-tags = Sie hätte mehr als 20 Tags.
reason-caps-not-enabled = Ihr Konto hat keine Datenobergrenzen und Datenwarnstufen.
reason-not-found = Sie gehört nicht mehr zu Ihren SIMs.
reason-changed-since = Jemand hat sie seitdem geändert; das Rückgängigmachen würde das überschreiben.
reason-cancelled = Der Vorgang wurde abgebrochen, bevor sie an der Reihe war.
