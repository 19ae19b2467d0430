# Filter Builder, Filterbausteine, Schnellfilter, gespeicherte Filter.
