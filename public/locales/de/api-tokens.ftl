# API-Tokens verwalteter Konten.

managed-api-tokens = API-Tokens
tokens-about = Integrationen verwenden API-Tokens anstelle eines Passworts. Ein Token sieht dieses Konto und alle Konten darunter.
tokens-create = API-Token erstellen
tokens-none = Dieses Konto hat keine API-Tokens.
tokens-not-read = Die API-Tokens konnten nicht gelesen werden.
tokens-too-many = Dieses Konto hat so viele API-Tokens, wie es haben kann. Widerrufen Sie eines, das nicht mehr gebraucht wird.

token-name = Name
token-name-hint = Was es verwendet, zum Beispiel „Abrechnungssystem“.
token-role = Rolle
token-state = Status
token-expires = Gültig bis
token-expires-hint = Es gilt bis zum Ende dieses Tages, höchstens zwei Jahre lang.
token-last-used = Zuletzt verwendet
token-never-used = Nie
token-created-by = Erstellt von
token-state-active = Aktiv
token-state-expired = Abgelaufen
token-state-suspended = Nicht angenommen
token-suspended-why = Wer es erstellt hat, kann sich nicht mehr anmelden oder sieht dieses Konto nicht mehr.

token-create = Erstellen
token-not-created = Das API-Token wurde nicht erstellt.
token-created-title = API-Token erstellt
token-created-text = Das ist „{ $name }“. Kopieren Sie es jetzt und bewahren Sie es auf, wo nur die Integration es lesen kann: Es wird nicht noch einmal angezeigt.
token-itself = API-Token
token-copy = Kopieren
token-copied = Kopiert.
token-copy-refused = Der Browser hat das Kopieren nicht zugelassen. Markieren Sie das Token und kopieren Sie es von Hand.
token-use = Die Integration sendet es mit jeder Anfrage, in der Kopfzeile „Authorization: Bearer“.
token-lost = „{ $name }“ wurde erstellt, aber die Antwort mit dem Token ging auf dem Weg verloren. Widerrufen Sie es und erstellen Sie ein neues.
token-done = Fertig

token-revoke = Widerrufen
token-revoke-title = „{ $name }“ widerrufen?
token-revoke-text = Was dieses API-Token verwendet, wird von da an abgewiesen. Das lässt sich nicht rückgängig machen.
token-revoked = „{ $name }“ wurde widerrufen.
token-not-revoked = Das API-Token wurde nicht widerrufen.
