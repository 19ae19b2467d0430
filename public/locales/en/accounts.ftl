# Accounts: the tree and what belongs to it.
