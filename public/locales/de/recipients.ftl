# Wer über Warnungen benachrichtigt wird.

## Der Reiter „Benachrichtigungen“ eines Kontos
notifications-not-read = Wer benachrichtigt wird, konnte nicht gelesen werden.
notifications-no-caps = Datenobergrenzen und Datenwarnstufen sind für dieses Konto ausgeschaltet: Über seine eigenen SIMs wird nichts verschickt.
notifications-addresses = E-Mail-Adressen
notifications-email = E-Mail
notifications-all-sims = Alle SIM-Warnungen
notifications-all-sims-of = Alle SIM-Warnungen für { $email }
notifications-on-sims = Bei SIMs eingetragen
notifications-sim-count = { $count ->
    [0] Bei keiner
    [one] Bei { $count } SIM
   *[other] Bei { $count } SIMs
}
notifications-acts = Aktionen
notifications-add = Adresse hinzufügen
notifications-added = { $email } hinzugefügt
notifications-none = Dieses Konto hat noch keine Adressen. Fügen Sie eine hinzu, die alle Warnungen erhält oder die Sie bei einzelnen SIMs in deren Details eintragen.
notifications-remove-of = { $email } entfernen
notifications-remove-title = { $email } entfernen?
notifications-remove = Entfernen
notifications-removed = { $email } entfernt
notifications-set-on = { $count ->
    [one] Sie ist bei { $count } SIM eingetragen: { $accounts }
   *[other] Sie ist bei { $count } SIMs eingetragen: { $accounts }
}
notifications-set-on-none = Sie ist bei keiner SIM eingetragen.
notifications-gets-all = Sie erhält alle Warnungen von { $account } und dessen Unterkonten.
notifications-remove-text = Sie wird überall entfernt, und es wird nichts mehr an sie verschickt. Das lässt sich nicht rückgängig machen.
notifications-others = Ebenfalls benachrichtigt
notifications-others-about = Benutzer, die das in ihrem Profil eingeschaltet haben, und wer über ein übergeordnetes Konto alle Warnungen erhält.

## Wer benachrichtigt wird, und warum
told-title = Wer benachrichtigt wird
told-not-read = Wer benachrichtigt wird, konnte nicht gelesen werden.
told-this-sim = Bei dieser SIM eingetragen
told-all-sims = Alle SIM-Warnungen von { $account }
told-opt-in = Benutzer von { $account }, im Profil eingeschaltet
told-above = { $count ->
    [one] Und { $count } weiterer Empfänger über Konten, die Ihrem übergeordnet sind.
   *[other] Und { $count } weitere Empfänger über Konten, die Ihrem übergeordnet sind.
}
told-nobody = Über Warnungen dieser SIM wird niemand benachrichtigt.
told-nobody-else = Sonst niemand.
told-take-off = { $email } von dieser SIM entfernen
told-add = Adresse hinzufügen
told-add-placeholder = E-Mail-Adresse eingeben
told-add-none = Es gibt keine weitere Adresse. Adressen fügen Sie unter „Verwaltete Konten“, „Benachrichtigungen“ hinzu.

## Im Profil
profile-alerts-title = Warnungen
profile-alerts-about = Eine E-Mail, sobald eine SIM Ihres Kontos oder eines Unterkontos ihre Datenwarnstufe oder ihre Datenobergrenze erreicht.
profile-alerts = Über Warnungen benachrichtigen
profile-alerts-saved = Gespeichert
