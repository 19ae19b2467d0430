# Die Übersicht eines Kontos: wie seine SIMs stehen und was sie verbrauchen.

overview = Übersicht
overview-of-own = Übersicht Ihres Kontos
overview-no-such-account = Dieses Konto ist nicht unter Ihren. Vielleicht wurde es verschoben oder gelöscht.
overview-figures = SIMs auf einen Blick
overview-all = SIMs
overview-no-caps = Obergrenzen und Warnstufen sind für dieses Konto ausgeschaltet.
overview-by-status = SIMs nach Status

## Verbrauch
overview-usage = Verbrauch
overview-used-by-sims = haben diese SIMs in diesem Zeitraum verbraucht
overview-compared = Verbrauch in diesem Zeitraum und im letzten
overview-period = Zeitraum
overview-against-it = Dieser Zeitraum dagegen
overview-this-period = Dieser Zeitraum bisher
overview-last-so-far = Letzter Zeitraum bis zum selben Tag
overview-last-period = Letzter Zeitraum insgesamt
overview-where-used = Zeiträume sind Kalendermonate (UTC). Verbrauch zählt, wo er anfiel: Seither verschobene SIMs haben ihn zurückgelassen.
overview-usage-not-read = Der frühere Verbrauch konnte nicht gelesen werden.
overview-change-more = { $part } mehr
overview-change-less = { $part } weniger
overview-change-same = gleich viel
overview-change-new = vorher nichts
overview-change-nothing = nichts verbraucht
overview-under-one-percent = unter 1 %
overview-by-time = Verbrauch im Lauf der Zeit
overview-month = Monat
overview-by-days = Nach Tagen
overview-by-months = Nach Monaten

## Die größten Verbraucher
overview-most-used = Größter Verbrauch
overview-nearest-cap = Größter Teil der Obergrenze
overview-of-cap = Von der Obergrenze
overview-share-of-cap = { $share } ({ $used } von { $cap })
overview-nothing-used = In diesem Zeitraum wurde nichts verbraucht.
overview-show-list = In der Liste zeigen

## Unterkonten
overview-sub-accounts = Unterkonten im Vergleich
overview-account-itself = { $name } selbst
overview-against-last = Gegen letzten Zeitraum
overview-show-all = Alle { $count } zeigen
