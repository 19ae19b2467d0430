# Konten: der Baum und was dazugehört.

## Die Kontenliste
accounts-title = Konten
accounts-find = Konto suchen
accounts-none = Kein Konto mit diesem Namen
accounts-row = { $name } { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}
accounts-row-users = , { $count } Benutzer
accounts-row-disabled = , deaktiviert
accounts-name = Name des Kontos
accounts-new-name = Name des neuen Kontos
accounts-drag-under = { $name } unter { $account }
accounts-counts = { $own ->
    [one] { $own } eigene SIM
   *[other] { $own } eigene SIMs
}, { $count } mit allen Unterkonten
accounts-disabled = Deaktiviert
accounts-actions = Aktionen für { $name }
