## Strips.

by-rank = placed by rank because scores are not known for all
at-value = { $name } { $figure }
at-rank = { $name }, rank { $figure }
and-one = { $province } and one other
and-others = { $province } and { $count } others
no-figure-of = no figure for { $provinces }
strip-text = { $count } provinces on one scale, from { $last } to { $first }.
strip-before = { $standing } ({ $year_before }: { $figure_before })
quarter-1 = top quarter
quarter-2 = second quarter
quarter-3 = third quarter
quarter-4 = bottom quarter
quarter-group = { $group } group

## Where a province stands.

head-indicator = Indicator
worse = worse
better = better
hollow = Hollow mark: the year before, only where comparable
no-value = score not known
no-strip = too few figures for a scale
no-better = a count, which is neither better nor worse
stands-one = { $province } ranks { $rank } in { $indicator }
stands-between = { $province }: highest in { $indicator_best } (rank { $rank_best }), lowest in { $indicator_worst } (rank { $rank_worst })
stands-nowhere = { $province }: where it stands in each indicator
standing-subtitle = Where { $province } stands among the provinces, in the newest year of each indicator with enough figures; better is at the right
standing-text = { $province }: { $list }.
standing-row = { $indicator } { $year }: { $figure }
rank-in = rank { $rank }
other-year = { $indicator }: no figure for { $province } in { $year }; { $year_shown } is shown.
not-compared-in = ≠ Not comparable with the year before: { $indicators }.
all-compared = = The changes shown are between comparable years.
quarters-note = The ground shows the quarters of the provinces, where the table allows them.
covered-by = Provinces with figures: { $list }.
covered-in = { $indicator } { $year }: { $found } of { $expected }
col-quarter = Quarter (1 is the highest)
col-value-text = Value

## The heat map.

heat-title = In the top quarter of most indicators: { $provinces } ({ $count } of { $total })
heat-title-plain = Ranks of the provinces: { $indicators }
no-table-of = No table under this list of provinces: { $indicators }.
heat-subtitle = { $indicators }: rank and quarter of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
heat-text = Table of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    } and { $column_count ->
        [one] { $column_count } column
       *[other] { $column_count } columns
    }. { $description }
heat-column = { $indicator }: { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    } in the top quarter
no-data = no figure
plain = figure known, no quarter
heat-reading = The number in a cell is the rank (the value, if the whole column has no ranks); the colour is the quarter within the column.
heat-years = Each column is the newest year of its indicator with enough figures; scores of different columns cannot be compared.
expect-columns = one to { $limit } indicators, separated by commas, such as sipas,pci
expect-sort = region, name or one of the columns: { $list }
