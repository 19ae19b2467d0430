# Tags and categories.

## Tags of SIMs

tags-title =
    { $count ->
        [one] Tags of { $count } SIM
       *[other] Tags of { $count } SIMs
    }
tags-find = Find or create a tag
tags-missing = Tick or untick the tags that are to change.
tag-on-some = On { $count } of { $total }
tag-create = Create “{ $name }”
tag-created = Tag “{ $name }” created
tags-changing =
    { $count ->
        [one] { $count } SIM gets these changes.
       *[other] { $count } SIMs get these changes.
    }

## Category of SIMs

category-title =
    { $count ->
        [one] Category of { $count } SIM
       *[other] Category of { $count } SIMs
    }
category-hint = Type a category
category-none = No category
category-missing = Choose a category, or “No category”.
category-changing =
    { $count ->
        [one] { $count } SIM gets this category.
       *[other] { $count } SIMs get this category.
    }
category-clearing =
    { $count ->
        [one] { $count } SIM loses its category.
       *[other] { $count } SIMs lose their category.
    }

## The page

page-labels = Tags and categories
labels-tags = Tags
labels-categories = Categories
labels-about-tags = A tag holds for the SIMs of its account and of all accounts below. A SIM can have up to 20.
labels-about-categories = A category holds for the SIMs of its account and of all accounts below. A SIM has one at most.
labels-no-tags = No SIM has a tag yet.
labels-no-categories = No SIM has a category yet.
labels-not-read = The list could not be read.
label-name = Name
label-sims = SIMs
label-defined-by = Defined by
label-acts = Actions
label-of-none = No account
label-of-above = An account above yours
label-new-tag = New tag…
label-new-category = New category…
label-create = Create
label-created = “{ $name }” created
label-rename = Rename “{ $name }”
label-renamed = “{ $before }” is now called “{ $name }”
label-merge = Merge “{ $name }” into another…
label-merge-title = Merge “{ $name }”
label-merge-into = Into
label-merge-missing = Choose what takes its place.
label-merge-button = Merge
label-merged = “{ $name }” merged
label-merge-explained =
    { $count ->
        [one] { $count } SIM gets “{ $into }” in place of “{ $name }”, which is gone from the list.
       *[other] { $count } SIMs get “{ $into }” in place of “{ $name }”, which is gone from the list.
    }
label-delete = Delete “{ $name }”…
label-delete-title = Delete “{ $name }”?
label-delete-button = Delete
label-deleted = “{ $name }” deleted
label-delete-sims =
    { $count ->
        [one] It is taken off { $count } SIM. This can be undone.
       *[other] It is taken off { $count } SIMs. This can be undone.
    }
label-delete-no-sims = No SIM has it.
label-sim-count =
    { $count ->
        [one] { $count } SIM
       *[other] { $count } SIMs
    }
label-not-defined-yet = No account defines it yet. Give it a colour first.
label-from-above = It is defined by an account above yours, whose Admins can change it.
label-colour = Colour
label-colour-of = Colour of “{ $name }”: { $colour }
label-colour-title = Colour of “{ $name }”
colour-none = none
colour-red = Red
colour-orange = Orange
colour-yellow = Yellow
colour-green = Green
colour-teal = Teal
colour-blue = Blue
colour-indigo = Indigo
colour-purple = Purple
colour-pink = Pink
colour-brown = Brown
