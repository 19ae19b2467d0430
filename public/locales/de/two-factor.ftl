# Zwei-Faktor-Anmeldung: mit Code anmelden, einrichten, Konten, die sie verlangen.

## Anmelden
two-factor-ask = Ihr Passwort stimmt. Noch ein Schritt:
two-factor-code = Code aus Ihrer Authenticator-App
two-factor-code-missing = Bitte geben Sie den Code ein.
two-factor-recovery-code = Wiederherstellungscode
two-factor-use-recovery = Wiederherstellungscode verwenden
two-factor-use-app = Code aus der App verwenden
two-factor-back = Zurück

## Im Profil
two-factor-title = Zwei-Faktor-Anmeldung
two-factor-about = Zum Anmelden ist neben dem Passwort ein Code aus einer App auf Ihrem Telefon nötig. Wer Ihr Passwort erfährt, kommt damit allein nicht hinein.
two-factor-not-loaded = Es ließ sich nicht feststellen, ob sie eingeschaltet ist.
two-factor-on = Die Zwei-Faktor-Anmeldung ist eingeschaltet.
two-factor-off = Die Zwei-Faktor-Anmeldung ist ausgeschaltet: Ihr Passwort allein genügt zum Anmelden.
two-factor-codes-left = { $count ->
    [0] Es ist kein Wiederherstellungscode mehr übrig.
    [one] Ein Wiederherstellungscode ist noch übrig.
   *[other] { $count } Wiederherstellungscodes sind noch übrig.
}
two-factor-few-codes = Erstellen Sie neue Wiederherstellungscodes, bevor der letzte benutzt ist: Ohne sie und ohne Ihr Telefon können Sie sich nicht anmelden.
two-factor-set-up = Einrichten
two-factor-other-app = App wechseln
two-factor-new-codes = Neue Wiederherstellungscodes
two-factor-switch-off = Ausschalten

## Einrichten
two-factor-set-up-title = Zwei-Faktor-Anmeldung einrichten
two-factor-set-up-about = Bitte bestätigen Sie zuerst, dass Sie es sind.
two-factor-go-on = Weiter
two-factor-scan = Öffnen Sie eine Authenticator-App auf Ihrem Telefon und scannen Sie damit diesen QR-Code. Geben Sie dann den Code ein, den die App anzeigt.
two-factor-qr-code = QR-Code für Ihre Authenticator-App
two-factor-or-type = Oder geben Sie diesen Schlüssel in die App ein:
two-factor-copy-secret = Schlüssel kopieren
two-factor-secret-copied = Der Schlüssel ist kopiert.
two-factor-copy-refused = Der Browser hat das Kopieren nicht erlaubt. Bitte markieren Sie den Text und kopieren Sie ihn selbst.
two-factor-open-app = In einer App auf diesem Gerät öffnen
two-factor-switch-on = Einschalten

## Wiederherstellungscodes
two-factor-codes = Ihre Wiederherstellungscodes
two-factor-codes-about = Mit jedem dieser Codes können Sie sich einmal anmelden, wenn Ihr Telefon nicht zur Hand ist. Sie werden nur jetzt angezeigt: Bewahren Sie sie an einem sicheren Ort auf.
two-factor-copy-codes = Kopieren
two-factor-codes-copied = Die Codes sind kopiert.
two-factor-download-codes = Herunterladen
two-factor-download-refused = Der Browser hat das Herunterladen nicht erlaubt. Bitte kopieren Sie die Codes.
two-factor-codes-file = Wiederherstellungscodes
two-factor-stored = Ich habe sie aufbewahrt
two-factor-codes-reminder = Diese Codes werden nicht noch einmal angezeigt. Bewahren Sie sie auf und wählen Sie dann „Ich habe sie aufbewahrt“.
two-factor-new-codes-title = Neue Wiederherstellungscodes
two-factor-new-codes-about = Die Codes, die Sie jetzt haben, gelten dann nicht mehr.
two-factor-make-codes = Neue Codes erstellen

## Ausschalten
two-factor-switch-off-title = Zwei-Faktor-Anmeldung ausschalten?
two-factor-switch-off-about = Danach genügt Ihr Passwort allein zum Anmelden, und Ihre Wiederherstellungscodes gelten nicht mehr.

## Vom Konto verlangt
two-factor-required-about = Ihr Konto verlangt sie: Zum Anmelden ist neben dem Passwort ein Code aus einer App auf Ihrem Telefon nötig. Richten Sie sie jetzt ein, danach geht es weiter.

## Für Administratoren
two-factor-require = Zwei-Faktor-Anmeldung verlangen
two-factor-require-means = Für alle Benutzer dieses Kontos und der Konten darunter: Wer sie nicht eingerichtet hat, muss das vor allem anderen tun, auch wer gerade angemeldet ist.
two-factor-required-above = Ein Konto darüber verlangt sie.
two-factor-reset = Zwei-Faktor-Anmeldung zurücksetzen
two-factor-reset-title = Zwei-Faktor-Anmeldung von { $name } zurücksetzen?
two-factor-reset-text = Für jemanden, der sein Telefon verloren hat: Sie wird ausgeschaltet, und seine Sitzungen enden. Danach genügt das Passwort zum Anmelden, und sie kann neu eingerichtet werden.
two-factor-reset-verb = Zurücksetzen
two-factor-is-reset = Die Zwei-Faktor-Anmeldung von { $name } ist zurückgesetzt.
