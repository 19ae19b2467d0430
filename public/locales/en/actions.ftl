# What is done with SIMs: menus, dialogs, operations.
