# Was jeder für sich selbst einstellt: Name, Sprache, E-Mail-Adresse, Passwort, Sitzungen.

profile-title = Ihr Profil
profile-loading = Ihr Profil wird geladen …
profile-not-loaded = Ihr Profil konnte nicht geladen werden.
profile-save = Speichern
profile-changed-meanwhile = Dies wurde woanders geändert, seit Sie diese Seite geöffnet haben.

## Name
profile-name-title = Name
profile-name-about = So sehen ihn andere: in der Liste der Benutzer, neben dem, was Sie tun, und in E-Mails an Sie.
profile-name = Name
profile-name-saved = Name gespeichert

## Sprache
profile-language-title = Sprache
profile-language-about = Gilt überall, wo Sie sich anmelden, und für E-Mails an Sie. Sie wird sofort wirksam.
profile-language-browser = Wie der Browser
profile-language-saved = Sprache gespeichert

## Sitzungen
sessions-title = Ihre Sitzungen
sessions-about = Wo Sie angemeldet sind. Eine Sitzung endet von selbst, wenn sie nicht benutzt wird.
sessions-current = Diese Sitzung
sessions-times = Angemeldet { $began } · endet { $ends }, wenn unbenutzt
sessions-raw = Was der Browser über sich sagt
sessions-not-loaded = Ihre Sitzungen konnten nicht geladen werden.
sessions-end = Überall abmelden
sessions-end-question = Überall abmelden?
sessions-end-text = Alle Ihre anderen Sitzungen enden sofort, auf jedem Gerät. Diese bleibt bestehen.
sessions-ended = Überall sonst abgemeldet
browser-on-system = { $browser } auf { $system }
browser-unknown = Unbekannter Browser

## E-Mail-Adresse
profile-email-title = E-Mail
profile-email-about = Damit melden Sie sich an, und dorthin gehen E-Mails.
profile-email-change = E-Mail ändern …
profile-email-new = Neue E-Mail
profile-email-send = Bestätigung senden
profile-email-sent = Eine E-Mail ist an { $to } unterwegs. Es ändert sich nichts, bis Sie innerhalb von 24 Stunden dem Link darin folgen: Bis dahin melden Sie sich mit { $now } an.

## Passwort
profile-password-title = Passwort
profile-password-about = Wer es ändert, beendet seine anderen Sitzungen, auf jedem Gerät.
profile-password-change = Passwort ändern …
profile-password-ends = Beim Speichern enden alle Ihre anderen Sitzungen. Diese bleibt bestehen.
profile-password-save = Passwort ändern
profile-password-changed = Passwort geändert. Ihre anderen Sitzungen sind beendet.
