## The form on the page of the deck builder.

form-h = Refresh a downloaded deck
form-lead = Choose a .pptx file that was downloaded here, even if its texts were changed or slides were moved, copied, added or deleted. What nobody has changed is replaced by the newest figures; everything else stays as it is.
form-file = .pptx file, { $limit } MB at most
form-report = Add a slide at the end that lists the changes
form-send = Refresh the file

## The report.

report = Refreshed deck
summary = Edition { $edition }, published on { $date }. Refreshed { $changed } of { $ours ->
        [one] the 1 slide
       *[other] the { $ours } slides
    } that came from here.
unchanged = The file is the same, byte for byte: no slide needed refreshing or could be refreshed.
download = Download the refreshed file
kept-for = This link works for { $minutes } minutes; then the file is removed from memory.
col-slide = Slide
col-title = Title
col-outcome = Result
no-title = (no title)
from-edition = Edition { $edition }
more-slides = And { $count ->
        [one] 1 more slide
       *[other] { $count } more slides
    }.
again = Refresh another file

## What happened to a slide.

refreshed = Refreshed
kept = Kept: it was changed by hand
newest = Already shows this edition
later = Kept: it shows a later edition than there is here
no-figures = Not refreshed: the new edition has no figures for this chart
not-comparable = Not refreshed: the years in this chart no longer compare
too-little = Not refreshed: the new edition has too few figures to draw this chart
no-view = Not refreshed: this chart, or a choice in it, no longer exists
not-ours = Not downloaded from here
title-now = New title: { $title }
figures = { $count ->
        [one] 1 figure differs
       *[other] { $count } figures differ
    }.
changed = Replaced: { $pieces }.
verdict = Comparing the years: { $verdict }
kept-edited = Kept because it was changed by hand: { $pieces }.
kept-removed = Not added again because it was removed: { $pieces }.
kept-formatted = Kept because its formatting was changed; compare it with the new chart: { $pieces }.
kept-shape = Kept because the new chart has another number of charts, series or shapes: { $pieces }.

## The pieces of a slide.

piece-title = title
piece-subtitle = subtitle
piece-chart = chart
piece-workbook = the chart’s workbook
piece-overlay = lines and texts over the chart
piece-drawing = drawing or table
piece-description = alternative text
piece-remarks = remarks
piece-source = source line
piece-text = other text
piece-notes = speaker notes

## Files that cannot be refreshed.

failed = This file cannot be refreshed
no-file = No file was chosen.
too-large = The file is larger than { $limit } MB.
not-a-deck = The file is not a .pptx presentation.
encrypted = The file is protected by a password, or is of the old kind .ppt. Remove the password, or save it as .pptx, and try again.
too-many = The file has too many parts.
part-too-large = The part { $part } of the file is too large.
part-missing = The part { $part } of the file is missing. Open and save it in PowerPoint, then try again.
part-damaged = The part { $part } of the file is damaged. Open and save it in PowerPoint, then try again.
not-written = The file could not be written.
