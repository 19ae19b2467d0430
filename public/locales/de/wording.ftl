# Texts that stand here take the place of those of the same key in the other files, such as
#   page-accounts = Customers
