# Filtern mit einer CSV-Liste; Export der Liste.
