# Die Seite der verwalteten Konten.

managed-title = Verwaltete Konten
managed-not-allowed = Mit Ihrer Rolle können Sie keine Konten verwalten. Ein Administratorbenutzer Ihres Kontos kann das ändern.
managed-not-read = Die Konten konnten nicht gelesen werden.
managed-unknown = Dieses Konto gibt es hier nicht, oder Sie dürfen es nicht sehen.
managed-tabs = Teile des Kontos
managed-users = Benutzer
managed-notifications = Benachrichtigungen
managed-features = Funktionen
managed-disabled = Deaktiviert
managed-shut = Darüber deaktiviert
managed-sims = { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}, davon { $own } eigene
managed-user-count = { $count } Benutzer

## Was mit einem Konto getan werden kann
managed-stale = Jemand anderes hat das inzwischen geändert. Es ist jetzt: { $now }. Wiederholen Sie es, um damit fortzufahren.
account-now = „{ $name }“, { $state }
account-add = Unterkonto hinzufügen
account-add-shut = Dieses Konto oder eines darüber ist deaktiviert. Aktivieren Sie es zuerst.
account-add-not-allowed = Dieses Konto darf keine Unterkonten haben. Siehe seine Funktionen.
account-more = Weitere Aktionen für { $name }
account-show-sims = SIMs anzeigen
account-rename = Umbenennen
account-move = Verschieben nach…
account-disable = Deaktivieren
account-enable = Aktivieren
account-delete = Löschen
account-enabled = aktiviert
account-created = { $name } wurde angelegt.
account-renamed = { $before } heißt jetzt { $name }.
account-rename-stale = Jemand anderes hat dieses Konto inzwischen umbenannt: Es heißt jetzt „{ $name }“. Drücken Sie noch einmal die Eingabetaste, um ihm Ihren Namen zu geben, oder Escape, um es so zu lassen.
account-moved = { $name } wurde verschoben.
account-deleted = { $name } wurde gelöscht.
account-is-disabled = { $name } ist deaktiviert.
account-is-enabled = { $name } ist aktiviert.

## Ein Konto verschieben
account-move-title = { $name } verschieben
account-move-parent = Unter welches Konto
account-move-verb = Verschieben
account-move-there = Es steht schon unter diesem Konto.
account-move-text = Mit ihm kommen { $below ->
    [0] keine Unterkonten
    [one] { $below } Unterkonto
   *[other] seine { $below } Unterkonten
} und { $sims ->
    [one] { $sims } SIM
   *[other] { $sims } SIMs
}. Wer sie jetzt nur über ein Konto darüber sieht, sieht sie nicht mehr, es sei denn, der neue Platz liegt auch unter jenem Konto.
account-move-loses-caps = „{ $account }“ hat keine Obergrenzen und Warnstufen: { $count ->
    [one] Ein Konto verliert
   *[other] { $count } Konten verlieren
} sie.
account-move-loses-sub-accounts = „{ $account }“ darf keine Unterkonten haben: { $count ->
    [one] Ein Konto verliert
   *[other] { $count } Konten verlieren
} dieses Recht.

## Deaktivieren und aktivieren
account-disable-title = { $name } deaktivieren?
account-disable-verb = Deaktivieren
account-disable-text = { $users ->
    [0] Noch gehört niemand dazu; wer später eingeladen wird,
    [one] Der eine Benutzer
   *[other] Die { $users } Benutzer
} { $below ->
    [0] {""}
    [one] (mit einem Unterkonto){" "}
   *[other] (mit { $below } Unterkonten){" "}
}{ $users ->
    [0] kann
    [one] kann
   *[other] können
} sich nicht mehr anmelden, bis es wieder aktiviert ist. Sitzungen enden sofort.
account-disable-sims = Seine SIMs arbeiten weiter und bleiben in den Konten darüber sichtbar.
account-enable-title = { $name } aktivieren?
account-enable-verb = Aktivieren
account-enable-text = Seine Benutzer können sich wieder anmelden ({ $users ->
    [one] ein Benutzer
   *[other] { $users } Benutzer
}, Unterkonten eingeschlossen), außer denen, die selbst deaktiviert sind oder zu einem deaktivierten Unterkonto gehören.
account-enable-shut-above = Auch ein Konto darüber ist deaktiviert: Bis es aktiviert wird, kann sich hier niemand anmelden.

## Löschen
account-delete-title = { $name } löschen?
account-delete-verb = Löschen
account-delete-text = Das Konto ist leer. Das Löschen lässt sich nicht zurücknehmen.
account-delete-not-empty = { $name } kann noch nicht gelöscht werden
account-delete-holds = Nur ein leeres Konto kann gelöscht werden. Darin ist noch:
account-holds-sims = { $count ->
    [one] { $count } SIM
   *[other] { $count } SIMs
}
account-holds-users = { $count } Benutzer
account-holds-accounts = { $count ->
    [one] { $count } Unterkonto
   *[other] { $count } Unterkonten
}

## Funktionen
feature-caps-and-alerts = Obergrenzen und Warnstufen
feature-caps-and-alerts-means = Administratorbenutzer setzen eine Datenobergrenze und eine Datenwarnstufe für den Verbrauch von SIMs.
feature-caps-and-alerts-off = Obergrenzen und Warnstufen seiner SIMs bleiben vermerkt, aber niemand kann sie ändern, solange das ausgeschaltet ist.
feature-sub-accounts = Unterkonten erlaubt
feature-sub-accounts-means = Administratorbenutzer legen Konten unter diesem an.
feature-sub-accounts-off = Konten darunter bleiben bestehen, weitere können nicht angelegt werden.
feature-off-above = Aus, weil es in { $account } aus ist.
feature-below = Eingeschaltet in { $count ->
    [one] einem Konto
   *[other] { $count } Konten
} darunter. Hier ausgeschaltet, ist es auch dort aus.
feature-off-title = „{ $feature }“ ausschalten?
feature-off-verb = Ausschalten
feature-off-below = Es geht auch in { $count ->
    [one] einem Konto
   *[other] { $count } Konten
} darunter aus und dort nicht von selbst wieder an.
feature-switched = Die Funktionen von { $name } wurden geändert.
feature-stale = Jemand anderes hat dieses Konto inzwischen geändert. Es wird jetzt gezeigt, wie es ist; bitte prüfen Sie es und schalten Sie noch einmal.
