mark = A supposition, not published figures
mark-text = The component scores below were set by the reader. Nobody published the total and the place that follow from them; all other provinces keep their published figures.
page-title = Supposition: { $indicator } { $year } of { $province }
page-title-nothing = Supposition: { $indicator } of { $province }
description = A supposition, not published figures: other component scores of { $province }, and the total and place that would follow.

## What is drawn and exported.

title = SUPPOSITION: { $province } with { $score } points of { $indicator } in { $year } instead of { $score_published }
title-placed = SUPPOSITION: { $province } with { $score } points of { $indicator } in { $year } instead of { $score_published }, in place { $rank } instead of { $rank_published }
title-same = SUPPOSITION: { $province }, { $indicator } of { $year }: no score changed
subtitle = A supposition, not published figures. { $indicator }: { $province }, { $year }
step-from = Published { $year }
step-to = Supposed
chart-text = A supposition, not published figures. A chart of steps: the published total of { $score_published }, plus and minus the supposed changes, becomes { $score }. { $steps }.
note = A supposition, not published figures: component scores set by a reader, all other provinces unchanged.
readme = Supposition
col-published = Published
col-supposed = Supposed (not published)
col-contribution = Supposed change of the total
total = Total

to-what-if = { $indicator }: suppose other component scores

## The form.

form = Supposed component scores
form-lead = The boxes hold the published scores of { $year }. Change one or more, then press the button. Both 7.5 and 7,5 are read.
field = published { $score_published }; scale { $low } to { $high }
field-weight = published { $score_published }; scale { $low } to { $high }; weight { $weight }
submit = Show what would follow
reset = Back to the published figures

## The result.

result = What would follow
unchanged = No score is changed: these are the published figures.
result-total = Supposed total: { $score }. Published total: { $score_published }. Difference: { $difference }.
result-place = Place { $rank } of { $total } by the supposition; the published rank is { $rank_published }.
result-place-computed = Place { $rank } of { $total } by the supposition; the rank that Thước Đo computed from the published figures is { $rank_published }.
result-group = In the group “{ $group }” by the supposition; by the published figures in the group “{ $group_published }”.
result-band = In band { $band } by the supposition; by the published figures in band { $band_published }.
no-place = No place follows: the table of { $year } is not complete, or its ranks do not follow its scores.
share-link = Link to this supposition
how = The supposed total is the published one plus the change of each component, times its weight where there is one.

## Where nothing can be supposed.

refused = Nothing can be supposed for this year.
no-total = The sources read have no total of { $year }, or disagree on it.
no-rule = The sources read do not say how the total of { $year } follows from its components.
missing = Component scores of { $year } are missing: { $components }.
not-a-score = { $indicator } is not a score made of components.
other-years = Years for which it works:

expect-score = a score of “{ $component }”, a number from { $low } to { $high }, such as 7.5 or 7,5
expect-part = a component of { $year }: { $components }
expect-set = pairs component:score, separated by commas, such as { $component }:7.5
