feeds = Follow the figures
feeds-lead = Whenever a data edition is published, a feed reader (Outlook, Thunderbird, Feedly…) tells those who follow: new figures, ranks that changed, methods that changed. No account and no e-mail is needed.
feeds-how = Copy the address of a feed below into the feed reader. The address never changes. Each feed holds the { $limit } newest editions at most; an edition that changes nothing for the followed province or indicator has no entry.
feeds-all = All editions
feeds-indicators = By indicator
feeds-newest = Newest entries
follow-atom = Follow (Atom)
follow-what = Follow { $name } as an Atom feed
feed-all = Thước Đo: data editions
feed-of = Thước Đo: { $name }
feed-subtitle = New figures, changed ranks and changed methods, edition by edition.

## Titles of entries.

edition = Data edition { $edition }
entry-title = { $subject }: { $topics }
topic-new = new figures { $indicators }
topic-rank = rank changed { $indicators }
topic-corrected = figures corrected { $indicators }
topic-gone = figures withdrawn { $indicators }
topic-method = method changed { $indicators }
topic-first = the first edition
topic-more = { $indicators } and { $count } other indicators
topic-none = no change in figures of provinces
topic-unknown = the edition before cannot be read, so nothing is compared

## What an edition holds.

holds = { $note } { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } of figures, published { $date }.
nothing-told = The edition before can no longer be read, so what this one changed cannot be told.
indicator-line = { $indicator }: { $changes }.
new-of-year = { $year }: new figures of { $found } of { $expected } provinces
new-of-years = new figures of { $count } years, { $from } to { $to }
counts-of-year = { $year }: { $changes }
added = { $count } added
changed = { $count } changed
gone = { $count } withdrawn
parts = components: { $changes }
ranks-changed = ranks changed: { $list }
ranks-count = ranks changed for { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
rank-step = { $province } { $rank_before } → { $rank }
and-others = and { $count ->
        [one] { $count } other province
       *[other] { $count } other provinces
    }

## A province.

new-figure = { $indicator } { $year }, new: { $figure }
was-and-is = { $indicator } { $year }: before { $figure_before }; now { $figure }
no-longer = { $indicator } { $year }: no longer in this edition (before { $figure_before })
years-of = { $indicator }: figures of { $count } years, { $from } to { $to }; the newest, { $to }: { $figure }
with-rank = { $value }, rank { $rank }
only-rank = rank { $rank }
computed = { $rank } (computed by Thước Đo)
disputed = sources give different figures
since = { $change } against { $year_before }
not-since = ≠ not comparable with { $year_before }: { $verdict }

## Rules.

method-new = new method: { $method } ({ $years })
method-said = description of the method changed: { $method } ({ $years })
verdict-new = { $from } → { $to }: { $verdict }
verdict-changed = { $from } → { $to }: before “{ $verdict_before }”, now { $verdict }
verdict-gone = { $from } → { $to }: no longer said “{ $verdict_before }”
with-reason = { $change }. { $reason }
