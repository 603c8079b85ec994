## The page.

compare = Compare
title = Compare provinces
lead = Choose two to eight provinces, or one province with its peers, over any indicator, component and year that has figures.
one-more = There is one province so far. Choose at least one more, or a group to compare it with.
suggestions = Suggestions
suggest-neighbours = { $province } and its neighbours in rank ({ $indicator } { $year })
suggest-region = { $province } and its region ({ $indicator } { $year })
suggest-cities = The centrally run cities ({ $indicator } { $year })
measure-years = { $measure }, { $to } against { $from }
shown-coverage = { $found } of { $expected ->
        [one] { $expected } compared province
       *[other] { $expected } compared provinces
    } { $found ->
        [one] has
       *[other] have
    } a figure
years-against = { $to } against { $from }
nth = Province { $number }
none = – none –
together-with = Together with
newest-year = The newest with figures
year-before = The year before that has figures
from = Compared with the year
go = Compare
differences = What differs
differences-lead = These sentences follow by rule from the figures in the tables; what the figures do not allow is not said.
nothing = The figures do not suffice to say what differs.
table = Comparison
table-caption = { $measure }: value, rank and change
parts = Components in { $year }
parts-caption = { $measure } { $year }: components by province; the highest and the lowest value of each row carry a word
highest = highest
lowest = lowest
most = most
fewest = fewest
dash-means = A dash means that there is no figure ({ $reasons }), not zero.
moments-differ = figures of different moments, not marked
charts = Charts
no-change-chart = No change from { $from } to { $to } is drawn: no compared province has a figure for both years.
rank-here = rank { $rank }
tier = Tier (as published)
see-table = See the whole table, { $indicator } { $year }

## Peers.

peers = Peers to compare with
peers-none = Only those chosen
peers-region = Same region
peers-band = Same group or band
peers-neighbours = Neighbours in rank
of-region = In the region of { $province }, { $region }
of-band = In the same { $band } as { $province } in { $year }
band-group = group “{ $group }”
band-label = band { $band }
peers-similar = Similar figures
of-similar = Provinces with figures nearest to { $province }. { $details }
similar-why = { $province }: { $reason }
no-similar = { $province } has too few figures in complete tables up to { $year } to find similar provinces.
of-neighbours = Neighbours in rank of { $province } in { $year }: at most three places above and three below
of-neighbours-computed = Neighbours in rank of { $province } in { $year }: at most three places above and three below, by ranks that Thước Đo computes from the complete table
neighbours-part = only ranks that the sources read give
capped = Besides those chosen the group has { $total }; { $count ->
        [one] { $count } is
       *[other] { $count } are
    } shown because eight is the most at a time: those nearest { $province } in rank first, those without a figure last. Not shown: { $provinces }.
capped-alphabet = Besides those chosen the group has { $total }; { $count ->
        [one] { $count } is
       *[other] { $count } are
    } shown because eight is the most at a time: by the alphabet, those without a figure last. Not shown: { $provinces }.
no-band = In { $year }, { $province } has no group or band, published or computable, for this indicator.
no-ranks = This indicator has no ranking, so there are no neighbours in rank.
no-rank-of = The rank of { $province } in { $year } is not known, so there are no neighbours in rank.
no-rank-mixed = The figures of { $year } describe different moments, so there are no neighbours in rank.
alone = No other province of this group stands in the table of { $year }.

## Provinces that are not in the list.

outside = Not in this year's list
outside-lead = For { $year } the comparison is within the list of the { $units }. Units of another list never stand in one ranking with them.
units-63 = 63 provinces (to 30 June 2025)
units-34 = 34 provinces (since 1 July 2025)
formed = { $province } exists only since { $date }; before that there were
formed-later = { $province } is not in this list yet.
ended = { $province } existed until { $date }; now part of
ended-alone = { $province } existed until { $date }.
swap = Compare these instead of { $province }

## What differs, in sentences. Names may be one or several, so no verb depends on their number.

level-two = In { $year }, { $highest } ({ $highest_value }) is above { $lowest } ({ $lowest_value }) by { $difference }.
level-two-count = In { $year }, { $highest } ({ $highest_value }) has more than { $lowest } ({ $lowest_value }): a difference of { $difference }.
level = In { $year }, highest: { $highest } ({ $highest_value }); lowest: { $lowest } ({ $lowest_value }); { $difference } apart.
level-count = In { $year }, most: { $highest } ({ $highest_value }); fewest: { $lowest } ({ $lowest_value }); { $difference } apart.
level-same = In { $year }, { $provinces } stand at the same { $value }.
level-same-rounded = In { $year }, { $provinces } stand at the same { $value } after rounding.
level-one = In { $year } only { $province } has a figure ({ $value }), so levels cannot be compared.
level-moments = The figures of { $year } describe different moments ({ $list }), so none is called higher or lower.
level-part = Among the { $found } of { $expected } with a figure.
overlap = The published 95 % intervals of { $highest } ({ $highest_interval }) and { $lowest } ({ $lowest_interval }) overlap: the difference may be due to the sample alone.
no-overlap = The published 95 % intervals of { $highest } ({ $highest_interval }) and { $lowest } ({ $lowest_interval }) do not overlap.
groups = By group (quartiles of the complete table): { $list }.
group-of = “{ $group }”: { $provinces }
rank-part = Among the { $found } of { $expected } whose rank is known.
rank-two = In rank, { $highest } ({ $highest_rank }) stands above { $lowest } ({ $lowest_rank }): places between them: { $places }.
rank-many = In rank, highest: { $highest } ({ $highest_rank }); lowest: { $lowest } ({ $lowest_rank }).
rank-computed = These ranks are computed by Thước Đo from the complete table.
moves-both = From { $from } to { $to }, rose most: { $highest } ({ $highest_change }); fell most: { $lowest } ({ $lowest_change }).
moves-up = From { $from } to { $to }, rose most: { $highest } ({ $highest_change }); rose least: { $lowest } ({ $lowest_change }).
moves-down = From { $from } to { $to }, fell most: { $lowest } ({ $lowest_change }); fell least: { $highest } ({ $highest_change }).
moves-up-still = From { $from } to { $to }, rose most: { $highest } ({ $highest_change }); unchanged: { $unchanged }.
moves-down-still = From { $from } to { $to }, fell most: { $lowest } ({ $lowest_change }); unchanged: { $unchanged }.
moves-same = From { $from } to { $to }, the change is the same for { $provinces }: { $change }.
moves-still = From { $from } to { $to }, unchanged: { $provinces }.
moves-one = From { $from } to { $to } only { $province } can be compared: { $change }.
moves-part = Among the { $found } of { $expected } that can be compared.
moves-none = The years { $from } and { $to } are not comparable, so nobody is said to have risen or fallen.
places = In rank, from { $from } to { $to }: { $list }.
places-up = most places climbed: { $provinces } ({ $places })
places-down = most places lost: { $provinces } ({ $places })
places-one-up = { $provinces } up { $places }
places-one-down = { $provinces } down { $places }
parts-apart = Of the { $count } components with figures for all, they lie furthest apart in { $furthest }: { $highest } { $highest_value }, { $lowest } { $lowest_value }; closest in { $closest }: { $closest_value }.
parts-share = Distances are taken as shares of the maximum.
parts-range = from { $low } to { $high }
parts-two = { $province } is higher in { $count } of { $total } components, { $other } in { $other_count }.
parts-most = { $province } alone is highest in { $count } of { $total } components, more often than any other compared.
years-most = { $province } alone is highest in { $count } of the { $total } years in which all those compared have a figure ({ $from }–{ $to }).
years-break = These years do not share one method.
no-value = No figure for { $year }: { $list }.
disputed = sources give different figures
rank-only = only a rank, { $rank }
inexact = Inexact figures are not called higher or lower: { $list }.
percent-points = percentage points
step = one place
steps = { $places } places
of-which = These are numbers out of different totals, so none is called higher or lower.

## Titles.

title-two = { $highest } is above { $lowest } by { $difference }
title-two-count = { $highest } has { $difference } more than { $lowest }
title-many = highest { $highest }, lowest { $lowest }, { $difference } apart
title-many-count = most { $highest }, fewest { $lowest }, { $difference } apart
title-same = { $provinces } at the same { $value }
title-rank-two = { $highest } stands { $places } places above { $lowest }
title-rank-one = { $highest } stands one place above { $lowest }
title-rank-many = in rank, highest { $highest }, lowest { $lowest }
title-outside = { $indicator } { $year }: { $found } of the { $expected ->
        [one] { $expected } chosen unit
       *[other] { $expected } chosen units
    } { $found ->
        [one] is
       *[other] are
    } in that year's list
title-coverage = { $indicator } { $year }: figures of { $found } of the { $expected ->
        [one] { $expected } compared province
       *[other] { $expected } compared provinces
    }
title-years = { $province } highest in { $count } of { $total } years
title-lines = { $measure } of { $provinces }, { $from } to { $to }
title-moves = From { $from } to { $to }: { $list }
title-moves-none = { $from } and { $to }: not comparable
title-parts = Furthest apart: { $furthest }; closest: { $closest }
title-parts-plain = Components of { $provinces } in { $year }

## Charts.

lines-subtitle = { $measure }, { $from } to { $to }; one panel a province, the others in grey
lines-subtitle-ranks = Rank in { $measure }, { $from } to { $to }, 1 on top; one panel a province, the others in grey
lines-text = { $count ->
        [one] { $count } small line chart
       *[other] { $count } small line charts
    } on the same axes, from { $from } to { $to }. { $details }
years-subtitle = { $measure }, { $from } and { $to }; an arrow only where the two may be compared
years-text = Dots of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    } for { $from } and { $to }. { $details }
profile-subtitle = { $measure }, { $year }; each component has its own scale, from 0 to its maximum
profile-text = Dots of { $component_count ->
        [one] { $component_count } component
       *[other] { $component_count } components
    } and { $province_count } provinces. { $details }
not-drawn-parts = not drawn because the maximum is not known: { $components }
with-max = { $component } (of { $maximum })

## Parameters.

expect-provinces = two to eight provinces as in addresses, such as nghe-an,ha-tinh (or one, with peers=region, band or neighbours)
expect-year = a year with figures: { $years }
expect-from = a year with figures before { $year }: { $years }
expect-basis = a list that has figures of this year: { $list }
expect-component-of = a component with figures of the indicator that is named
expect-any-year = a year in which some indicator has figures
no-years = there is none

## Ways in.

with-similar = Compare with provinces of similar figures
with-neighbours = Compare with its neighbours in rank
with-region = Compare with its region
followed-neighbours = Compare { $province } with its neighbours in rank
followed-region = Compare { $province } with its region
followed-several = Compare { $provinces } with one another
