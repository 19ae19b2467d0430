# Spalten der Liste wählen, ordnen und in der Breite ändern.
