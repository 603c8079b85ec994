cited = Check cited figures
lead = Whether the figures in a chart, table or slide that was used are still those of the newest edition.
form-view = Address of the chart, table or page
form-hint = Paste an address with “edition=” from below a chart, the notes of a slide, a file or a citation.
check = Check
expect-edition = the number of the edition that was cited; an address without it always shows the newest figures
expect-view = the address of a chart, table or page with figures on this site
no-such-view = The cited edition has no such chart or table.

## What became of it.

outcome-newest = This is the newest edition
outcome-unchanged = The figures have not changed
outcome-corrected =
    { $count ->
        [one] { $count } figure has been corrected
       *[other] { $count } figures have been corrected
    }
outcome-followed = The figures have not changed; ranks or numbers computed from figures have
outcome-added =
    { $count ->
        [one] The figures have not changed; { $count } row is new
       *[other] The figures have not changed; { $count } rows are new
    }
outcome-gone = The newest edition no longer has this chart or table
outcome-of-several = { $count } of { $total } charts have changed
compared = Cited from edition { $edition }; compared with the newest, edition { $newest }, published on { $date }.
superseded = The newest figures are those of { $indicator } { $year }. { $verdict }

## The differences.

stated = Corrected figures
followed = Changes that follow
followed-count = Changes that follow in ranks, increases and computed numbers: { $count }
col-what = Place and subject
col-figure = Figure
col-cited = As cited (edition { $edition })
col-now = Now (edition { $edition })
col-edition = Changed in edition
no-value = none
more-changes =
    { $count ->
        [one] And { $count } more change.
       *[other] And { $count } more changes.
    }
added =
    { $count ->
        [one] The newest edition has { $count } more row.
       *[other] The newest edition has { $count } more rows.
    }
sources-gone = Sources no longer used
sources-added = New sources
editions = Later editions
edition = Edition { $edition }, { $date }
as-cited = See as cited
as-now = See current figures

## The notice on pages with corrected figures.

corrected = Corrected in data edition { $edition } on { $date }: { $list }.
corrected-later = Figures on this page were corrected in data edition { $edition } on { $date }: { $list }.
correction = { $province } { $year }: { $before } → { $after }
corrections-more = { $list } and { $count } more
what-changed = See what that edition changed
