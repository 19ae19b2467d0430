# The filter builder, chips, quick filters, saved filters.
