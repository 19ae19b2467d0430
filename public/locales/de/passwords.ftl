# Ein Passwort wählen, wohin Links aus E-Mails führen, und ein vergessenes Passwort.

## Ein Passwort wählen
current-password = Aktuelles Passwort
new-password = Neues Passwort
new-password-hint = { $least } Zeichen oder mehr. Gut sind einige Wörter, die nichts miteinander zu tun haben.
show-field = Anzeigen: { $field }
set-password = Passwort festlegen
strength = Stärke: { $word }.
strength-very-weak = Sehr schwach
strength-weak = Schwach
strength-good = Gut
strength-strong = Stark

## Was ein Passwort schwach macht und was hilft
weakness-too-short = Das ist zu kurz: Nehmen Sie { $least } Zeichen oder mehr.
weakness-too-long = Das ist zu lang: Nehmen Sie höchstens { $most } Zeichen.
weakness-about-you = Es besteht aus Ihrem Namen oder Ihrer E-Mail-Adresse: Nehmen Sie etwas, das nichts mit Ihnen zu tun hat.
weakness-common = Das oder etwas Ähnliches wählen viele: Fügen Sie Wörter hinzu, die nichts damit zu tun haben.
weakness-keyboard = Tasten, die nebeneinander liegen, sind bald erraten: Nehmen Sie stattdessen Wörter.
weakness-repeats = Wiederholungen helfen wenig: Nehmen Sie verschiedene Wörter.
weakness-sequence = Folgen wie abc oder 6543 sind bald erraten: Lassen Sie sie weg.
weakness-date = Daten und Jahreszahlen sind bald erraten: Lassen Sie sie weg.
weakness-single-word = Ein einzelnes Wort ist bald erraten: Fügen Sie zwei oder drei hinzu.
weakness-name = Namen sind bald erraten: Fügen Sie Wörter hinzu, die nichts damit zu tun haben.
weakness-capitals = Großbuchstaben am Anfang oder überall helfen wenig: Fügen Sie lieber ein Wort hinzu.
weakness-reversed = Ein Wort rückwärts zu schreiben hilft wenig: Fügen Sie lieber ein weiteres hinzu.
weakness-substitutions = Ersetzte Buchstaben wie @ für a helfen wenig: Fügen Sie lieber ein Wort hinzu.
weakness-unknown = Es wäre bald erraten: Fügen Sie ein oder zwei Wörter hinzu.

## Eine Einladung
invitation-title = Willkommen
invitation-text = { $name }, Sie sind zu { $account } eingeladen. Wählen Sie das Passwort, mit dem Sie sich anmelden.
invitation-invalid = Haben Sie Ihr Passwort schon festgelegt? Dann melden Sie sich an, oder fordern Sie ein neues an, wenn Sie es vergessen haben. Sonst bitten Sie die Person, die Sie eingeladen hat, die Einladung noch einmal zu senden.

## Ein neues Passwort per E-Mail
reset-title = Ein neues Passwort wählen
reset-text = { $name }, wählen Sie ein neues Passwort. Alle Ihre Sitzungen enden damit.
reset-invalid = Sie können einen neuen Link anfordern. Nur der letzte gilt, eine Stunde lang.
forgot-password = Passwort vergessen?
forgot-title = Passwort vergessen?
forgot-text = Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten eine E-Mail mit einem Link, über den Sie ein neues Passwort wählen.
forgot-send = Link senden
forgot-ask = Passwort vergessen?
forgot-sent = Wenn sich hier jemand mit { $email } anmeldet, ist eine E-Mail mit einem Link dorthin unterwegs.
forgot-sent-detail = Der Link gilt eine Stunde. Wenn keine E-Mail kommt, sehen Sie im Spam-Ordner nach und prüfen Sie, ob es die Adresse ist, mit der Sie sich anmelden.

## Eine neue E-Mail-Adresse
confirm-email-title = E-Mail-Adresse bestätigen
confirm-email-text = { $name }, von nun an melden Sie sich mit { $email } an, und E-Mails gehen dorthin.
confirm-email = E-Mail bestätigen
confirm-email-invalid = Ihre E-Mail-Adresse ist wie zuvor, falls Sie die neue nicht schon bestätigt haben. Um sie zu ändern, melden Sie sich an und öffnen Sie Ihr Profil.

## Alle Links aus E-Mails
link-waiting = Der Link wird geprüft …
link-invalid = Dieser Link gilt nicht mehr: Er wurde benutzt, ist abgelaufen oder wurde zurückgezogen.
signed-in-as = Hier ist { $name } ({ $email }) angemeldet. Um diesen Link zu benutzen, melden Sie sich zuerst ab.
to-sign-in = Zur Anmeldung
password-set = Ihr Passwort ist festgelegt. Sie können sich jetzt damit anmelden.
email-confirmed-now = { $email } ist als neue E-Mail-Adresse bestätigt.
email-confirmed = Ihre neue E-Mail-Adresse ist bestätigt. Sie können sich jetzt damit anmelden.
