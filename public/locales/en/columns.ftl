# Choosing, ordering and sizing the columns of the list.

columns = Columns
columns-open = Columns…
columns-hint = Alt with the up or down arrow moves a column; so do the grip and the buttons.
columns-pinned = Keep the first columns in view
columns-pinned-none = None
columns-pinned-count = { $count }
columns-reset = Reset
columns-were-reset = The columns are as they were at first.
columns-done = Done
columns-linked = These columns come from the link you opened. Your own stay as they are until you change something.
columns-show-own = Show my own
layout-not-stored = Your columns are kept in this browser only: { $why }

column-moved = { $column }, { $place } of { $total }
column-stays = { $column } cannot be moved any further.
column-hidden = { $column } is hidden.
column-width = { $column }, { $width } pixels wide
column-up = Move { $column } up
column-down = Move { $column } down
column-always-shown = Always shown: it names the row.

## In the header
column-actions = Column { $column }
column-sort-ascending = Sort ascending
column-sort-descending = Sort descending
column-sort-add = Add to sort
column-sort-remove = Remove from sort
column-wider = Wider
column-narrower = Narrower
column-reset-width = Reset width
column-move-left = Move left
column-move-right = Move right
column-pin = Pin up to here
column-unpin = Unpin from here on
column-hide = Hide column

## Why something is not possible there
column-sorted-already = The list is sorted by this column already.
column-nothing-sorted = The list is not sorted yet: sort it by a first column.
column-not-sorted = The list is not sorted by this column.
column-width-usual = The column has its usual width.
column-always-first = The ICCID always comes first: it names the row.
column-leftmost = Only the ICCID is further left, and it always comes first.
column-rightmost = This is the last column.
column-pin-limit = Only the first { $most } columns can stay in view.

## Sorting by several columns
sorted-ascending =
    sorted ascending, { $place ->
        [1] 1st key
        [2] 2nd key
        [3] 3rd key
       *[other] { $place }th key
    }
sorted-descending =
    sorted descending, { $place ->
        [1] 1st key
        [2] 2nd key
        [3] 3rd key
       *[other] { $place }th key
    }
