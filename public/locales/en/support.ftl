# Help & support: what an account offers its people, and the tab where that is chosen.

support-title = Help & support
support-built-in = How everything here works: statuses, caps and alerts, keyboard
support-none = Nobody has said yet where help is to be found.
support-not-read = The page could not be read.
support-to-sign-in = To the sign-in
support-phone = Phone
support-email = E-mail
support-hours = Hours
support-note = Note

## The tab
support-way = Where help is found
support-way-above = As the account above
support-way-page = Own page
support-way-address = Address
support-way-contact = Contact
support-above-means = The people of this account find help where those of the account above do.
support-above-none = The accounts above have not said where help is found either.
support-address = Address of the page
support-address-hint = Such as https://help.example.com. It opens in a window of its own.
support-opens = “Help & support” opens { $address }
support-markdown = Text of the page
support-markdown-hint = Markdown: # heading, **bold**, *italic*, - list, [words](https://address), tables. HTML is shown as it is written.
support-picture = Insert a picture
support-picture-hint = SVG, PNG, JPEG, WebP or GIF, at most 512 kB. It is put where you were typing; between [ ] say what is to be seen on it.
support-name = Name
support-name-hint = Of a person, a team or a company.
support-saved = Help & support is saved.
support-no-preview = There is no preview now.
