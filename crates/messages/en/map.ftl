choose = Change
marked = { $provinces } marked
see-on-map = See on the map
no-map = Data edition { $edition } has no map: its catalogue does not place the provinces on a tile map.
no-map-of = There is no map for this year's list of { $count } provinces.
kinds = The map shows
kind-score = Score
kind-count = Count
kind-band = Band
kind-group = Group
kind-rank = Rank
kind-change = Change
against = Compared with
against-not = { $year } (≠ not comparable)
bases = List of provinces
other-maps = Maps of other indicators
to-ranking = See the table of { $indicator } { $year }
expect-from = a year before { $year } with figures: { $years }
expect-no-earlier = no year before { $year } has figures

## What the map says.

title-region = { $region }: { $count } of { $total } provinces in the class { $class }
title-change = { $measure } { $to } against { $from }, of { $total ->
        [one] { $total } province
       *[other] { $total } provinces
    } compared: { $up } up, { $down } down, { $unchanged } unchanged
title-apart = { $to } cannot be compared with { $from }
title-nothing = No figures to map: { $measure }
subtitle = { $measure }, { $year }: { $kind }
subtitle-change = { $measure }: change from { $from } to { $to }
what-score = score
what-count = count
what-band = band
what-group = group
what-rank-published = rank as published
what-rank-computed = rank computed by Thước Đo
description = Tile map of { $count } provinces, one equal tile each. { $details }
class-count = { $class }: { $count }
no-data = No figures
not-compared = Not comparable
no-tile = no tile on the map

## Names of classes.

from-to = { $low }–{ $high }
change-from-to = { $low } to { $high }
ranks-from-to = ranks { $first }–{ $last }
ranks-one = rank { $rank }
band-from = { $band }: { $low } or more
band-between = { $band }: { $low } to under { $high }
band-below = under { $high }
group-range = { $group }: { $range }
value-and-band = { $value } ({ $band })
rank-computed = { $rank } (computed)

## How classes are made, and what else must be said.

rule-fifths = Each class holds about a fifth of the provinces with a figure; equal figures are in the same class.
rule-bands = Classes follow the cut-offs published for { $year }; the same letter may mean another cut-off in other years.
rule-groups = Four groups at the quartiles of the complete table, as the source publishes them; it declines to rank.
rule-ranks = Five equal steps from rank 1 to rank { $last }.
rule-change = Five equal steps, the same on both sides of zero: the middle one is a change of at most a fifth of the greatest.
off-map = With a figure but no tile on the map: { $list }.
places = { $list }: named on the map, without figures of their own.
part-of = part of { $province }
place-of = { $name } (part of { $province })
tile-note = Each tile is one province; its size says nothing about area or population.

## Why there is nothing to draw.

no-scores = There are no scores for this year.
no-bands = No bands or groups are published for this year.
no-ranks = There are no ranks for this year.
no-ranks-groups = The source publishes four groups and declines to rank, so there is no map of ranks.
no-ranks-count = This indicator has no ranking.
no-earlier = No earlier year has figures to compare with.
no-changes = No province has a figure for both { $from } and { $to }.

## The page.

heading-map = Map
heading-key = Key
key-caption = Classes on the map, from the lowest to the highest
key-class = Class
key-count = Provinces
heading-table = All provinces
table-caption = { $subtitle }: value and class on the map
letters = Letters
class = Class on the map
change-value = Change
col-class = Class on the map
col-value-of = Value in { $year }
readme-classes = How classes are made
