# Choosing, ordering and sizing the columns of the list.
