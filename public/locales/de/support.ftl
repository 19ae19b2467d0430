# Hilfe und Support: was ein Konto seinen Leuten bietet, und der Reiter, auf dem das gewählt wird.

support-title = Hilfe und Support
support-built-in = Wie hier alles funktioniert: Status, Obergrenzen und Warnstufen, Tastatur
support-none = Noch niemand hat gesagt, wo Hilfe zu finden ist.
support-not-read = Die Seite konnte nicht gelesen werden.
support-to-sign-in = Zur Anmeldung
support-phone = Telefon
support-email = E-Mail
support-hours = Zeiten
support-note = Hinweis

## Der Reiter
support-way = Wo Hilfe zu finden ist
support-way-above = Wie das Konto darüber
support-way-page = Eigene Seite
support-way-address = Adresse
support-way-contact = Kontakt
support-above-means = Die Leute dieses Kontos finden Hilfe dort, wo die des Kontos darüber sie finden.
support-above-none = Auch die Konten darüber haben nicht gesagt, wo Hilfe zu finden ist.
support-address = Adresse der Seite
support-address-hint = Etwa https://hilfe.example.com. Sie öffnet sich in einem eigenen Fenster.
support-opens = „Hilfe und Support“ öffnet { $address }
support-markdown = Text der Seite
support-markdown-hint = Markdown: # Überschrift, **fett**, *kursiv*, - Liste, [Wörter](https://adresse), Tabellen. HTML wird gezeigt, wie es geschrieben ist.
support-picture = Bild einfügen
support-picture-hint = SVG, PNG, JPEG, WebP oder GIF, höchstens 512 kB. Es kommt dorthin, wo Sie gerade geschrieben haben; zwischen [ ] steht, was darauf zu sehen ist.
support-name = Name
support-name-hint = Einer Person, eines Teams oder einer Firma.
support-saved = Hilfe und Support sind gespeichert.
support-no-preview = Zurzeit gibt es keine Vorschau.
