## Titles: the finding.

title-up = { $province }: { $indicator } up { $points } points from { $from } to { $to }, above all through “{ $component }” ({ $contribution })
title-down = { $province }: { $indicator } down { $points } points from { $from } to { $to }, above all in “{ $component }” ({ $contribution })
title-up-bare = { $province }: { $indicator } up { $points } points from { $from } to { $to }
title-down-bare = { $province }: { $indicator } down { $points } points from { $from } to { $to }
title-same = { $province }: rounded, { $indicator } of { $to } is that of { $from }
title-refused = { $province }: the change in { $indicator } from { $from } to { $to } cannot be taken apart
title-alone = { $province }: { $indicator } of { $year }
title-nothing = { $province }: no figures of { $indicator } to explain
nothing = The sources read have no total of { $indicator } for { $province }.
description = { $title }. Component by component, who passed whom, what more would take, how firm the place is.
subtitle = { $indicator }: { $province }, { $from } to { $to }

## The choice of years.

from = Compared with
newer = There are newer figures ({ $year }), but the change up to them cannot be taken apart.
see-newer = Look at { $year }

## Totals and ranks.

between = From { $from } to { $to }
totals = Total: { $score_before } in { $from }, { $score } in { $to }: { $change } points.
ranks-published = Published rank: { $rank_before } in { $from }, { $rank } in { $to }: { $movement }.
ranks-computed = Rank computed by Thước Đo from the complete table: { $rank_before } in { $from }, { $rank } in { $to }: { $movement }.
ranks-apart = The ranks of the two years do not compare: { $rank_before } in { $from }, { $rank } in { $to }.
stands = { $year }: { $score } points, rank { $rank }.
stands-computed = { $year }: { $score } points, rank { $rank } (computed by Thước Đo from the complete table).
stands-scoreless = { $year }: rank { $rank }; the sources read have no score, or disagree on it.
stands-unranked = { $year }: { $score } points.

## How the components add up.

sum-plain = A component contributes the change of its own score.
sum-weighted = A component contributes the change of its score times its weight.
adds-up = The contributions add up to { $sum }; the published change is { $change }; the remainder, { $remainder }, is within rounding (±{ $rounding }).
does-not-add-up = The contributions add up to { $sum }; the published change is { $change }; the remainder, { $remainder }, is more than rounding makes (±{ $rounding }): the source’s own components do not add up to the change that it published.
no-account = How much each component contributed to the total cannot be said; the table only shows how each of them changed.
no-rule = The sources read do not say how the total follows from the components.

## The table.

parts = Component by component
parts-table = { $indicator }: component scores of { $from } and { $to }
difference = Change
weight = Weight
contribution = Contribution
places = Places
places-text = Column “Places”: the places that the change of this component alone won or cost, against the rank that would follow had only this component kept its score of { $from }, with all other components and provinces as in { $to }. These numbers do not add up.
places-unknown = The places that each component won or cost cannot be computed, because the table of { $year } is not complete or its ranks do not follow its scores.
won = places won: { $places }
cost = places lost: { $places }
no-places = no place changed
sum = Sum of the contributions
remainder = Remainder
total = Total

## Who passed whom.

passing = Who passed whom
passed = { $province } passed ({ $count })
passed-by = Passed { $province } ({ $count })
passed-none = None.
passer = rank { $rank_before } in { $from }, rank { $rank } in { $to }
passing-known = Among { $count } of { $total } other provinces whose ranks of both years compare. Level in one of the years does not count as passing.
passing-refused = Who passed whom cannot be said: the ranks of the two years do not compare, or are not known.

## What more would take.

reach = What moving up would take
reach-lead = On the table of { $year }, the scores of all other provinces unchanged; equal scores share a rank.
reach-band = Band { $band }: { $points } points more, that is { $score }.
reach-group = Group “{ $group }”: { $points } points more, that is { $score }. As the score rises, the limits of the groups move with it; this number allows for that.
reach-next = Rank { $rank }, the next place up: { $points } points more, that is { $score }.
reach-five = Rank { $rank }, five places up: { $points } points more, that is { $score }.
reach-first = Rank { $rank }: { $points } points more, that is { $score }.
top-band = Already in the highest band of that year.
top-group = Already in the highest group.
top-place = Already at the top of the table: there is no place left to climb.
reach-unknown = The score that a higher place needs cannot be computed: the table of { $year } is not complete, or its ranks do not follow its scores.

## How firm the place is.

firm = How firm the place is
firm-up = { $points } points more and the rank is { $rank }.
firm-down = { $points } points less and the rank is { $rank }.
firm-near = Other provinces within { $points } points: { $count }, namely { $provinces }.
firm-alone = No other province is within { $points } points.
firm-range = The published 95% interval of this score runs from { $low } to { $high }. Going by the intervals of all provinces, surely ahead { $ahead ->
        [one] is { $ahead }
       *[other] are { $ahead }
    } and surely behind { $behind }: the rank may be anywhere from { $rank_best } to { $rank_worst } of { $total }.
firm-groups = These places belong to the groups from “{ $group_best }” to “{ $group_worst }”.
firm-one-group = All of these places belong to the group “{ $group }”.
firm-how = Where two intervals overlap, neither can be said to be ahead. Each interval speaks of one province, not of the order of the whole table.
firm-unknown = This cannot be said: the table of { $year } is not complete, or its ranks do not follow its scores.

## Why a change is not taken apart.

refused = This change is not taken apart.
not-comparable = { $from } and { $to } do not compare: { $verdict }.
no-total = The sources read have no total of { $year }.
disputed = The sources disagree on the total of { $year }.
no-components = The sources read have no component scores of these two years.
only-in = Only in { $year }: { $components }.
components-differ = The two years do not have the same components.
components-missing = Component scores are missing, or the sources disagree.
missing-in = { $year }: { $components }.
not-a-score = { $indicator } is not a score made of components.
one-year = There are figures of one year only, and nothing to compare them with.
instead = What can be seen instead
instead-pair = The change from { $from } to { $to }
instead-province = All years of { $province }, with its strong and weak components
instead-verdicts = Why years compare or do not

## Ways on.

further = Further
to-what-if = Suppose other component scores, { $year }
to-ranking = Ranking of { $indicator } { $year }
to-province = Page of { $province }
to-why = Why { $indicator } changed

## The chart and its table.

chart-text = A chart of steps: a total of { $score_before } in { $from }, plus and minus what each component contributes, becomes { $score } in { $to }. { $steps }.
col-from = Score of { $year }
col-places = Places won (+) or lost (−)
col-difference = Change (points of the component)
col-weight = Weight (points of the total for a point of the component)
col-contribution = Contribution (points of the total)
readme-sum = How it adds up

expect-earlier = an earlier year than { $year } with figures: { $years }
