# Die Glocke: Verbrauch, der eine Schwelle erreicht hat.

bell = { $count ->
    [0] Benachrichtigungen
   *[other] Benachrichtigungen, { $count } ungelesen
}
bell-title = Benachrichtigungen
bell-mark-all = Alle als gelesen markieren
bell-all-read = Alle sind gelesen.
bell-none = Bisher ist nichts vorgefallen. Erreicht eine SIM ihre Datenwarnstufe oder ihre Datenobergrenze, steht es hier.
bell-not-read = Die Benachrichtigungen konnten nicht geladen werden.
bell-more = Frühere anzeigen
bell-loading = Benachrichtigungen werden geladen
bell-unread = Ungelesen:
bell-alert = SIM { $iccid } hat ihre Datenwarnstufe erreicht ({ $level })
bell-cap = SIM { $iccid } hat ihre Datenobergrenze erreicht ({ $level })
bell-new = { $count ->
    [one] { $count } neue Benachrichtigung
   *[other] { $count } neue Benachrichtigungen
}
