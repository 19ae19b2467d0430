# Filtering with a CSV list; exporting the list.
