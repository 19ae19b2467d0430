# Was mit SIMs getan wird: Menü, Dialoge, Vorgänge.

act-move = In Konto verschieben…
act-set-levels = Obergrenze und Warnstufe setzen…
act-activate = Aktivieren…
act-suspend = Sperren
act-resume = Entsperren
act-terminate = Kündigen…
act-edit-tags = Tags bearbeiten…
act-set-category = Kategorie setzen…
act-copy-iccids = ICCIDs kopieren
act-show-details = Details zeigen
more-acts = Mehr

hindrance-unmanaged = Nicht verwaltete SIMs lassen sich nicht ändern.
hindrance-not-editable = Nicht verwaltete und gekündigte SIMs lassen sich nicht ändern.
hindrance-no-caps = Obergrenzen und Warnstufen sind für dieses Konto abgeschaltet.
hindrance-not-inactive = Keine dieser SIMs wartet auf ihre Aktivierung.
hindrance-not-in-service = Keine dieser SIMs ist in Betrieb.
hindrance-not-suspended = Keine dieser SIMs ist gesperrt.
hindrance-one-only = Details gibt es für jeweils eine SIM.

copied-iccids =
    { $count ->
        [one] { $count } ICCID kopiert
       *[other] { $count } ICCIDs kopiert
    }
copy-refused = Der Browser hat das Kopieren der ICCIDs nicht erlaubt.

## Vorschau

preview-refused =
    { $count ->
        [one] { $count } SIM bleibt, wie sie ist:
       *[other] { $count } SIMs bleiben, wie sie sind:
    }
preview-nothing-changes = Es würde sich nichts ändern.

## Verschieben

move-title =
    { $count ->
        [one] { $count } SIM verschieben
       *[other] { $count } SIMs verschieben
    }
move-button = Verschieben
destination-account = Zielkonto
destination-hint = Kontonamen eingeben
destination-missing = Wählen Sie das Zielkonto.
account-disabled = deaktiviert
move-changing =
    { $count ->
        [one] { $count } SIM kommt zu { $account }.
       *[other] { $count } SIMs kommen zu { $account }.
    }
move-from = Aus { $accounts }
move-from-account = { $account } ({ $count })
move-from-more = und { $count } weiteren
move-keeps = Bezeichnung, Notiz, Datenobergrenze, Datenwarnstufe und Tags bleiben an den SIMs.
move-keep-recipients = Benachrichtigungsadressen behalten
move-parts-with =
    { $count ->
        [one] { $count } SIM verliert Benachrichtigungsadressen, deren Konto sie nicht mehr sehen wird.
       *[other] { $count } SIMs verlieren Benachrichtigungsadressen, deren Konto sie nicht mehr sehen wird.
    }
move-drops =
    { $count ->
        [one] { $count } SIM verliert ihre Benachrichtigungsadressen.
       *[other] { $count } SIMs verlieren ihre Benachrichtigungsadressen.
    }

## Datenobergrenze und Datenwarnstufe

levels-title =
    { $count ->
        [one] Datenobergrenze und Datenwarnstufe für { $count } SIM
       *[other] Datenobergrenze und Datenwarnstufe für { $count } SIMs
    }
data-cap = Datenobergrenze
data-cap-hint = Zum Beispiel 500 MB oder 1,5 GB; 0 oder leer heißt: keine
data-cap-differs = Diese SIMs haben verschiedene Obergrenzen. Geben Sie eine für alle ein; 0 heißt: keine.
data-alert = Datenwarnstufe
data-alert-follows = 80 % der Obergrenze, bis Sie eine andere eingeben
data-alert-typed = Bleibt wie eingegeben; 0 oder leer heißt: keine
end-session-at-cap = Laufende Sitzung beenden, wenn die Obergrenze erreicht ist
end-session-supported = Gilt für { $count } von { $total }; die übrigen unterstützen es nicht
end-session-unsupported =
    { $count ->
        [one] Der Netzbetreiber dieser SIM kann eine laufende Sitzung an der Obergrenze nicht beenden: Sie läuft weiter, bis sie von selbst endet.
       *[other] Die Netzbetreiber dieser SIMs können eine laufende Sitzung an der Obergrenze nicht beenden: Sie läuft weiter, bis sie von selbst endet.
    }
cap-overshoot = Netzbetreiber melden den Verbrauch verspätet, manche erst am Ende der Sitzung: Eine Obergrenze kann überschritten werden.
levels-changing =
    { $count ->
        [one] { $count } SIM bekommt diese Werte.
       *[other] { $count } SIMs bekommen diese Werte.
    }
effect-blocked =
    { $count ->
        [one] { $count } davon liegt schon über dieser Obergrenze und wird blockiert.
       *[other] { $count } davon liegen schon über dieser Obergrenze und werden blockiert.
    }
effect-alerted =
    { $count ->
        [one] { $count } hat diese Warnstufe schon erreicht und wird als gewarnt geführt.
       *[other] { $count } haben diese Warnstufe schon erreicht und werden als gewarnt geführt.
    }
effect-cleared =
    { $count ->
        [one] { $count } wird frei: Der Verbrauch liegt unter den neuen Werten.
       *[other] { $count } werden frei: Der Verbrauch liegt unter den neuen Werten.
    }
effect-hard-cap-unsupported =
    { $count ->
        [one] Bei { $count } läuft die Sitzung weiter, bis sie endet: Der Netzbetreiber kann sie nicht beenden.
       *[other] Bei { $count } läuft eine Sitzung weiter, bis sie endet: Die Netzbetreiber können sie nicht beenden.
    }
effect-none = Keine SIM ändert sofort ihren Status.
amount-unreadable = Geben Sie eine Menge wie 500 MB oder 1,5 GB ein.
amount-negative = Eine Menge kann nicht negativ sein.
amount-too-large = Höchstens 1.000 TB.
alert-above-cap = Die Warnstufe darf nicht über der Obergrenze liegen.
cap-missing = Geben Sie eine Obergrenze ein; 0 heißt: keine.

## Aktivieren, sperren, entsperren, kündigen

activate-title =
    { $count ->
        [one] { $count } SIM aktivieren
       *[other] { $count } SIMs aktivieren
    }
activate-explained = Der Netzbetreiber wird gebeten, die SIMs in Betrieb zu nehmen. Solange er das nicht getan hat, lässt es sich rückgängig machen.
activate-changing =
    { $count ->
        [one] { $count } SIM wird aktiviert.
       *[other] { $count } SIMs werden aktiviert.
    }
activate-button = Aktivieren
terminate-title =
    { $count ->
        [one] { $count } SIM kündigen
       *[other] { $count } SIMs kündigen
    }
terminate-explained = Eine gekündigte SIM ist endgültig außer Betrieb: Laufende Sitzungen enden, und es lässt sich nicht rückgängig machen.
terminate-changing =
    { $count ->
        [one] { $count } SIM wird endgültig gekündigt.
       *[other] { $count } SIMs werden endgültig gekündigt.
    }
terminate-confirm = Zur Bestätigung { $count } eingeben
terminate-counting = Die SIMs werden noch gezählt
terminate-wrong-count = Geben Sie { $count } ein, die Zahl der SIMs, die gekündigt werden.
terminate-button = Kündigen

suspend-title =
    { $count ->
        [one] { $count } SIM sperren
       *[other] { $count } SIMs sperren
    }
suspend-explained = Eine gesperrte SIM kann keine neue Datensitzung öffnen, bis sie entsperrt wird.
suspend-changing =
    { $count ->
        [one] { $count } SIM wird gesperrt.
       *[other] { $count } SIMs werden gesperrt.
    }
resume-title =
    { $count ->
        [one] { $count } SIM entsperren
       *[other] { $count } SIMs entsperren
    }
resume-explained = Eine entsperrte SIM ist wieder in Betrieb; über ihrer Obergrenze wird sie blockiert.
resume-changing =
    { $count ->
        [one] { $count } SIM wird entsperrt.
       *[other] { $count } SIMs werden entsperrt.
    }

## Vorgänge

operations = Vorgänge
doing-move =
    { $count ->
        [one] { $count } SIM wird zu { $account } verschoben
       *[other] { $count } SIMs werden zu { $account } verschoben
    }
done-move =
    { $count ->
        [one] { $count } SIM zu { $account } verschoben
       *[other] { $count } SIMs zu { $account } verschoben
    }
doing-levels =
    { $count ->
        [one] Grenzen von { $count } SIM werden gesetzt
       *[other] Grenzen von { $count } SIMs werden gesetzt
    }
done-levels =
    { $count ->
        [one] Grenzen von { $count } SIM gesetzt
       *[other] Grenzen von { $count } SIMs gesetzt
    }
doing-activate =
    { $count ->
        [one] { $count } SIM wird aktiviert
       *[other] { $count } SIMs werden aktiviert
    }
done-activate =
    { $count ->
        [one] Aktivierung von { $count } SIM beantragt
       *[other] Aktivierung von { $count } SIMs beantragt
    }
doing-suspend =
    { $count ->
        [one] { $count } SIM wird gesperrt
       *[other] { $count } SIMs werden gesperrt
    }
done-suspend =
    { $count ->
        [one] { $count } SIM gesperrt
       *[other] { $count } SIMs gesperrt
    }
doing-resume =
    { $count ->
        [one] { $count } SIM wird entsperrt
       *[other] { $count } SIMs werden entsperrt
    }
done-resume =
    { $count ->
        [one] { $count } SIM entsperrt
       *[other] { $count } SIMs entsperrt
    }
doing-terminate =
    { $count ->
        [one] { $count } SIM wird gekündigt
       *[other] { $count } SIMs werden gekündigt
    }
done-terminate =
    { $count ->
        [one] { $count } SIM gekündigt
       *[other] { $count } SIMs gekündigt
    }
doing-tags =
    { $count ->
        [one] Tags von { $count } SIM werden geändert
       *[other] Tags von { $count } SIMs werden geändert
    }
done-tags =
    { $count ->
        [one] Tags von { $count } SIM geändert
       *[other] Tags von { $count } SIMs geändert
    }
doing-category =
    { $count ->
        [one] Kategorie von { $count } SIM wird gesetzt
       *[other] Kategorie von { $count } SIMs wird gesetzt
    }
done-category =
    { $count ->
        [one] Kategorie von { $count } SIM gesetzt
       *[other] Kategorie von { $count } SIMs gesetzt
    }
doing-replace-label =
    { $count ->
        [one] „{ $name }“ wird an { $count } SIM zu „{ $by }“
       *[other] „{ $name }“ wird an { $count } SIMs zu „{ $by }“
    }
done-replace-label =
    { $count ->
        [one] „{ $name }“ an { $count } SIM zu „{ $by }“ geändert
       *[other] „{ $name }“ an { $count } SIMs zu „{ $by }“ geändert
    }
doing-remove-label =
    { $count ->
        [one] „{ $name }“ wird von { $count } SIM entfernt
       *[other] „{ $name }“ wird von { $count } SIMs entfernt
    }
done-remove-label =
    { $count ->
        [one] „{ $name }“ von { $count } SIM entfernt
       *[other] „{ $name }“ von { $count } SIMs entfernt
    }
doing-undo =
    { $count ->
        [one] Wird für { $count } SIM rückgängig gemacht
       *[other] Wird für { $count } SIMs rückgängig gemacht
    }
done-undo =
    { $count ->
        [one] Für { $count } SIM rückgängig gemacht
       *[other] Für { $count } SIMs rückgängig gemacht
    }
operation-progress = { $done } von { $total }
operation-out-of-touch = Der Server ist nicht erreichbar. Wie weit dies inzwischen ist, ist nicht bekannt; es wird erneut versucht.
operation-cancelled = Angehalten. Was getan ist, bleibt getan.
operation-failed =
    { $count ->
        [one] { $count } SIM fehlgeschlagen:
       *[other] { $count } SIMs fehlgeschlagen:
    }
failures = Fehlschläge
show-all-failures = Alle { $count } zeigen
stop = Anhalten
undo = Rückgängig
retry-failed = Fehlgeschlagene wiederholen
