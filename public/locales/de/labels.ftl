# Tags und Kategorien.

## Tags von SIMs

tags-title =
    { $count ->
        [one] Tags von { $count } SIM
       *[other] Tags von { $count } SIMs
    }
tags-find = Tag suchen oder anlegen
tags-missing = Setzen oder entfernen Sie die Häkchen der Tags, die sich ändern sollen.
tag-on-some = An { $count } von { $total }
tag-create = „{ $name }“ anlegen
tag-created = Tag „{ $name }“ angelegt
tags-changing =
    { $count ->
        [one] { $count } SIM bekommt diese Änderungen.
       *[other] { $count } SIMs bekommen diese Änderungen.
    }

## Kategorie von SIMs

category-title =
    { $count ->
        [one] Kategorie von { $count } SIM
       *[other] Kategorie von { $count } SIMs
    }
category-hint = Kategorie eingeben
category-none = Keine Kategorie
category-missing = Wählen Sie eine Kategorie oder „Keine Kategorie“.
category-changing =
    { $count ->
        [one] { $count } SIM bekommt diese Kategorie.
       *[other] { $count } SIMs bekommen diese Kategorie.
    }
category-clearing =
    { $count ->
        [one] { $count } SIM verliert ihre Kategorie.
       *[other] { $count } SIMs verlieren ihre Kategorie.
    }

## Die Seite

page-labels = Tags und Kategorien
labels-tags = Tags
labels-categories = Kategorien
labels-about-tags = Ein Tag gilt für die SIMs seines Kontos und aller Unterkonten. Eine SIM kann bis zu 20 haben.
labels-about-categories = Eine Kategorie gilt für die SIMs ihres Kontos und aller Unterkonten. Eine SIM hat höchstens eine.
labels-no-tags = Noch hat keine SIM ein Tag.
labels-no-categories = Noch hat keine SIM eine Kategorie.
labels-not-read = Die Liste konnte nicht gelesen werden.
label-name = Name
label-sims = SIMs
label-defined-by = Festgelegt von
label-acts = Aktionen
label-of-none = Keinem Konto
label-of-above = Einem übergeordneten Konto
label-new-tag = Neues Tag…
label-new-category = Neue Kategorie…
label-create = Anlegen
label-created = „{ $name }“ angelegt
label-rename = „{ $name }“ umbenennen
label-renamed = „{ $before }“ heißt jetzt „{ $name }“
label-merge = „{ $name }“ zusammenführen…
label-merge-title = „{ $name }“ zusammenführen
label-merge-into = Mit
label-merge-missing = Wählen Sie, was an seine Stelle tritt.
label-merge-button = Zusammenführen
label-merged = „{ $name }“ zusammengeführt
label-merge-explained =
    { $count ->
        [one] { $count } SIM bekommt „{ $into }“ anstelle von „{ $name }“, das aus der Liste verschwindet.
       *[other] { $count } SIMs bekommen „{ $into }“ anstelle von „{ $name }“, das aus der Liste verschwindet.
    }
label-delete = „{ $name }“ löschen…
label-delete-title = „{ $name }“ löschen?
label-delete-button = Löschen
label-deleted = „{ $name }“ gelöscht
label-delete-sims =
    { $count ->
        [one] Es wird von { $count } SIM entfernt. Das lässt sich rückgängig machen.
       *[other] Es wird von { $count } SIMs entfernt. Das lässt sich rückgängig machen.
    }
label-delete-no-sims = Keine SIM hat es.
label-sim-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
label-not-defined-yet = Noch legt es kein Konto fest. Geben Sie ihm zuerst eine Farbe.
label-from-above = Es wird von einem übergeordneten Konto festgelegt und kann von dessen Administratoren geändert werden.
label-colour = Farbe
label-colour-of = Farbe von „{ $name }“: { $colour }
label-colour-title = Farbe von „{ $name }“
colour-none = keine
colour-red = Rot
colour-orange = Orange
colour-yellow = Gelb
colour-green = Grün
colour-teal = Petrol
colour-blue = Blau
colour-indigo = Indigo
colour-purple = Violett
colour-pink = Rosa
colour-brown = Braun
