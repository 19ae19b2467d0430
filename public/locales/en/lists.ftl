# Filtering with a CSV list; exporting the list.

## Filtering with a CSV list

csv-open = Filter with CSV list…
csv-title = Filter with CSV list
csv-paste = Paste a list
csv-paste-hint = One identifier per line, with or without a heading
csv-file = Or choose a CSV file
csv-file-hint = You can also drop it here. The file is read in your browser and is not sent anywhere.
csv-remove-file = Remove file
csv-identifier = Identifier
csv-by-heading = By heading
csv-still-loading = Not all SIMs are loaded yet. Lines that are unknown now may still be found.
csv-applied =
    { $count ->
        [one] The list is filtered to { $count } SIM of your CSV list.
       *[other] The list is filtered to { $count } SIMs of your CSV list.
    }

csv-report = Report
csv-found-by-heading = Read as { $identifier }, as the heading says.
csv-found-as-chosen = Read as { $identifier }, as chosen; there is no heading.
csv-matched = Matched
csv-unknown = Unknown
csv-malformed = Malformed
csv-duplicates = Duplicate
csv-sims =
    { $count ->
        [one] The lines that match name { $count } SIM.
       *[other] The lines that match name { $count } SIMs.
    }
csv-summary = { $matched } matched, { $unknown } unknown, { $malformed } malformed, { $duplicates } duplicate.
csv-problems = Lines with problems
csv-problems-shown = The first { $shown } of { $count } lines are shown. The copied report has all of them.
csv-line = Line
csv-text = Text
csv-problem = Problem
csv-copy-report = Copy report
csv-report-copied = Report copied
csv-copy-refused = The browser did not allow copying the report.

csv-fault-unknown = No SIM that you can see has it.
csv-fault-duplicate = The same as line { $line }.
csv-fault-missing = There is nothing in this place.
csv-fault-not-digits = There is more than digits in it.
csv-fault-scientific = A spreadsheet has shortened this number and lost digits. Set the column to text there and export again.
csv-fault-length =
    { $count ->
        [one] It has { $count } digit, which is too few.
       *[other] It has { $count } digits, which is not a length this identifier has.
    }

csv-empty = Paste a list or choose a file.
csv-only-heading = There is only a heading in this list.
csv-no-heading = The first line does not name ICCID, IMSI, MSISDN or IMEI. Choose the identifier below, or add a heading.
csv-web-page = This is a web page and not a list. Download the list itself and choose that file.
csv-too-many-lines = This list has { $count } lines. At most { $most } can be read at once: split it.
csv-workbook = This is a spreadsheet file. Save it as CSV there and choose that file.
csv-not-text = This file is not text. Choose a CSV file.
csv-file-too-large = This file has { $size }; at most { $most } can be read.
csv-file-unreadable = The browser cannot read this file. Check that it is still there and choose it again.
csv-nothing-matches =
    { $count ->
        [one] The line in this list names no SIM that you can see.
       *[other] None of the { $count } lines names a SIM that you can see.
    }


## Export

export-open = Export…
export-title = Export SIMs
export-scope =
    { $count ->
        [one] { $count } SIM, { $columns } columns, in the order shown
       *[other] { $count } SIMs, { $columns } columns, in the order shown
    }
export-which = What to export
export-all = All { $count } of the list
export-selected = Only the { $count } selected
export-format = Format
export-csv = CSV
export-json = JSON
export-separator = Separator
export-comma = Comma
export-semicolon = Semicolon
export-spreadsheet-note = Spreadsheets shorten long numbers such as ICCIDs when they open a CSV file directly. To keep all digits, import the file and set those columns to text.
export-values-note = Amounts are in bytes and times in UTC. Nothing in the file can run as a formula.
export-button = Export
export-nothing = There is no SIM to export.
export-writing = Writing the file
export-stopped = Export stopped.
export-failed = The browser did not take the file. Please try again with fewer SIMs.
export-done =
    { $count ->
        [one] { $count } SIM exported to { $file }
       *[other] { $count } SIMs exported to { $file }
    }
export-heading-bytes = { $column } (bytes)
export-heading-utc = { $column } (UTC)

list-tools = The whole list
