## The frame of every page.

site = Thước Đo
skip = Skip to content
nav = Main
overview = Overview
rankings = Rankings
provinces = Provinces
indicators = Indicators
sources = Data sources
sources-short = Sources
search = Find a province or an indicator
search-button = Search
other-language = Tiếng Việt
foot-truth = Every figure has a source. None is estimated or filled in.
foot-edition = Data edition { $edition }, published { $date }.
foot-desk = Desk (for those in charge of the figures)
sign-out = Sign out
edition-pinned = You are viewing data edition { $edition }.
edition-latest = View the latest

## Words for figures.

year = Year
rank = Rank
rank-computed-head = Rank (computed)
province = Province
region = Region
score = Score
count = Count
value = Value
band = Band
group = Group
change = Change
points = ± points
difference = ± count
places = ± places
trend-ranks = Rank { $from }–{ $to }
trend-values = Score { $from }–{ $to }
source = Source
component = Component
indicator = Indicator
nation = Viet Nam
unit-point = points
percent = %
about = about { $value }
over = more than { $value }
under = nearly { $value }
group-1 = Highest
group-2 = High average
group-3 = Low average
group-4 = Lowest
computed-short = computed
by-rule = * Computed by Thước Đo from published parts by the publisher’s rule, because the sources read do not give it.
rank-computed = Ranks are computed by Thước Đo from the complete table of { $count } provinces because the source publishes none.
rank-published = Ranks are as published by the source.
rank-published-part = Ranks are as published; the sources read give the rank of { $count } of { $total } provinces.
rank-groups = The source publishes four groups and declines to rank. Groups here are computed at the quartiles of the complete table of { $count } provinces; the order is for reference only.
rank-groups-part = The source publishes four groups and declines to rank. Only { $count } of { $total } provinces { $count ->
        [one] has
       *[other] have
    } a figure here, so no groups are formed; a rank, if any, is as told by the press.
mixed-moments = These figures describe different moments of the year, so they are no ranking; rows are in alphabetical order.
mixed-short = figures of different moments
rank-none = This indicator has no ranking: a count by itself says nothing about quality.
unknown-rank = rank not known
rank-conflict = sources give different ranks

how-little = One place says little: half of all neighbours in this table are at most { $points } points apart.
own-never = { $province }: the sources read have no figure of { $measure } in any year.
own-missing = { $province }: no figure of { $measure } in { $year }; the nearest is of { $year_nearest }: { $figure }.
own-elsewhere = { $province }: has a figure in the list of { $count } units of { $year }: { $figure }.
more-sources = { $count } more sources
own-rank = rank { $rank }

## Missing figures.

missing-not-found = not in the sources read
missing-not-published = not published by the source
missing-not-surveyed = not surveyed
missing-not-ranked = assessed but not ranked
in-other-list = has a figure in this year's list of { $count } units
missing-before = before the unit existed
missing-after = after the unit ended
missing-title = No figures ({ $count })
missing-lead = The provinces below are outside the ranking. Missing does not mean zero.

## Changes and comparability.

up-places = up { $places }
down-places = down { $places }
same-place = same rank
not-comparable = not comparable
not-comparable-places = not comparable: rank { $rank_before } in { $year_before }, rank { $rank } in { $year }
not-comparable-points = not comparable with { $year_before }
no-figure-for = no figure for { $year } to compare
disputed-for = sources give different figures for { $year }
other-origin = one rank is published, the other computed
since = Compared with { $year_before }:
same-method = same method.
same-method-text = Changes in rank and score may be compared.
same-method-count = Differences in number may be compared.
method-changed = the method changed; not comparable.
unclear = it is not clear that the method stayed; not held to be comparable.
units-changed = the list of units changed; ranks are not comparable.
units-changed-text = Since 1 July 2025 there are 34 units instead of 63; the 23 new ones have no figure for the year before.
no-base-year = there are no figures for { $year_before }.
why = Why?
decision = Decision { $decision }.
verdict-same = Same method
verdict-method = Method changed
verdict-unclear = Not clear
verdict-units = Units changed
new-method = new method

## The ranking page.

table = Ranking
table-plain = Figures
caption = { $measure } { $year }: rank, score and change since { $year_before }
caption-plain = { $measure } { $year }: figures by province
leads = { $province } leads
leads-streak = { $province } leads for the { $ordinal } year in a row
leads-open = { $province } leads, for at least the { $ordinal } year in a row
leads-since-method = { $province } leads for the { $ordinal } year in a row under the method in use since { $from }
leads-since-units = { $province } leads for the { $ordinal } year in a row since the list of ranked provinces changed in { $from }
leads-since = { $province } leads for the { $ordinal } year in a row among the comparable years since { $from }
lead-together = { $provinces } lead together
climbs = { $province } climbs { $places } places
falls = { $province } falls { $places ->
        [one] one place
       *[other] { $places } places
    }
climbs-one = { $province } climbs one place
top-group = { $region }: { $count } of { $total } provinces in the highest group
coverage-title = figures of { $count } of { $total } provinces
titled = { $measure } { $year }: { $finding }
stands = { $province } ranks { $rank }
rank-marked = { $rank } (computed)
in-group = { $province } in the { $group } group
measure = { $measure }, { $year }
scale-points = scale { $low }–{ $high } points
scale-percent = scale { $low }–{ $high } %
higher = higher is better
lower = lower is better
coverage = { $count } of { $total } provinces { $count ->
        [one] has
       *[other] have
    } a figure
coverage-values = { $count } with a score
nation-line = Viet Nam { $value } (as published)
mean-line = mean { $value } (computed from the complete table of { $count } provinces)
nation-conflict = Viet Nam: sources give different figures.
filter-name = Province name
all-regions = All regions
show = Show
basis = Units
basis-63 = 63 provinces (to 30 June 2025)
basis-34 = 34 provinces (since 1 July 2025)
shown = { $count } of { $total } rows shown.
rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
rows-part = Rows { $first }–{ $last } of { $total }
pages = Pages
no-rows = No province matches the filter.
clear = Clear the filter
all-columns = Show all columns
sort-by = Sort by { $column }
highlighted = followed
follow = Mark
follow-none = None
conflicts = Sources disagree ({ $count })
conflicts-lead = The sources give different figures. Thước Đo does not choose: a disputed figure enters no computed rank, change or chart, unless those in charge of the figures chose a source and said why.
claim-chosen = { $claim } (chosen: { $reason })
disputed-chip = sources differ
contradicted = Rank and score do not fit ({ $count })
contradicted-lead = Rank and score of these provinces are as the sources give them, but their order by score differs from their order by rank: at least one of the published numbers is wrong.
conflict-cell = { $count } sources differ
sources-here = Sources of this table
chart-bump = Ranks over the years
chart-bars = Scores
chart-bars-count = Counts
chart-slope = Compared with the year before
chart-table = Figures of this chart
charts = Chart
bump-subtitle = Rank in { $measure }, { $from }–{ $to }; other provinces in grey
breaks-note = dashed: not comparable across
slope-subtitle = { $measure }, { $from } and { $to }
bars-ends = the first { $first }, the last { $last } and the chosen ones of { $total }
bars-subtitle = { $measure }, { $year }
not-drawn = not drawn: { $provinces } (sources differ)
chart-source = Source: { $publishers }. Thước Đo, data edition { $edition }.
mean = Mean { $value }
nation-ref = Viet Nam { $value }
bump-text = Ranks from { $from } to { $to } of { $count } provinces, rank 1 on top. { $list }
bars-text = Bars of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }. { $list }
slope-text = Lines between { $from } and { $to } of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }. { $list }
lines-text = Lines from { $from } to { $to }. { $values }
parts-text = Bars of { $count ->
        [one] { $count } component
       *[other] { $count } components
    }. { $list }

## The province page.

province-city = City under the central government
province-kind = Province
code = Statistics code { $code }
formed = Formed on { $date } from:
ended = Until { $date }; now part of
earlier-name = Until { $date } named { $name }.
former = former
see-parts = Figures before 1 July 2025 belong to the former units; no official score of the new unit exists before that day.
standing = Where it stands
strong = Three strongest components
weak = Three weakest components
by-rank = by the province's rank in each component (computed from the complete table)
by-share = by the share of the maximum
history = Over the years
components-of = { $indicator } { $year }: components of { $province }
average-mark = Mean of provinces
best-mark = Highest
no-figures-province = This edition holds no figure of this unit.
as-of = As of
place = { $rank } in { $measure }
place-group = { $group } group in { $measure }
all-years = Figures over the years ({ $count })
for-meetings = For meetings
no-indicators = No figures: { $indicators }.

## Lists.

provinces-now = 34 provinces since 1 July 2025
provinces-before = 63 provinces to 30 June 2025
provinces-former = Before
provinces-lead = On 1 July 2025 the 63 provinces became 34: 23 were formed, 11 stayed as they were. Earlier figures stay with the earlier units.
formed-from = from { $provinces }
unchanged = unchanged
now = now { $province }

## The overview.

overview-title = Administrative-reform indicators of the provinces
overview-lead = The newest published figures of each indicator, with sources; unknowns are stated.
not-known = Not known
news = What is new in the data
news-edition = Edition { $edition } ({ $date }): { $note }. { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } of figures from { $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    }, { $conflicts ->
        [one] { $conflicts } place
       *[other] { $conflicts } places
    } where sources disagree.
news-year = Figures for { $year }: { $indicators }.
no-ranking = no ranking
see-ranking = See { $indicator } { $year }

## The indicator page.

measures = What it measures
publisher = Publisher
unit-scale = Unit and scale
methods = Method by year
method = Method
comparability = Which years may be compared
comparability-lead = Years under one method may be compared. Across a change of method a difference is neither progress nor decline.
pair = Pair of years
verdict = Verdict
reason = Reason
coverage-by-year = Coverage by year
with-figure = With a figure
with-score = With a score
with-rank = With a rank
components = Components
maximum = Maximum
years = Years
bands = Bands
bands-lead = The same letter may mean a different cut-off in different years.
licence = Reuse
citation = Citation
block = block of points, not a domain
decision-word = Decision
indicators-lead = Each indicator has its publisher, its methods by year and its own table of comparability.
up-to = to { $to }
and-later = { $from } onwards

## Sources.

sources-lead = { $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    } of the { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } in this edition. A title opens the original page, outside this site.
kind-publisher = Publishers of the indicators
kind-government = Public authorities
kind-press = Press
kind-copy = Third-party copies of published figures
used = figures: { $count }
not-used = only among the rows left out
left-out = Rows left out ({ $count })
left-out-alike = { $count } rows
left-out-lead = These rows were read but do not state what the catalogue means, so they are not among the figures.
as-found = As found
no-address = no address

## Search.

search-title = Search
search-results = { $count ->
        [one] { $count } result
       *[other] { $count } results
    } for “{ $query }”
search-none = Nothing was found for “{ $query }”. Try another name, with or without diacritics, or see the list of provinces.
search-empty = Type the name of a province or an indicator, with or without diacritics.

## Errors.

not-found = There is no such page
not-found-text = The address “{ $address }” leads to no page. It may be mistyped, or that year has no figures.
no-edition = There is no data edition { $edition }; the latest is { $edition_newest }.
no-year = { $indicator } has no figures for { $year }. Years with figures: { $years }.
bad-request = Something in the address is not right
bad-parameter = “{ $name }={ $found }”: expected { $expected }.
expect-one-of = one of: { $list }
expect-edition = the number of a data edition, such as 1
expect-region = a region of the list
expect-component = a component of the indicator
expect-page = a page number, from 1
expect-province = a province as in addresses, such as nghe-an (five at most, separated by commas)
expect-short = { $limit } characters at most
expect-year = a year with figures
expect-indicator = an indicator of the catalogue
ways-out = Ways on from here
group-now = Today
group-former = To 30 June 2025 and before
previous = Previous year: { $year }
next = Next year: { $year }
break = { $from } → { $to } not comparable: { $reason }

## Ordinal numbers

# After "for the": for the third year.
ordinal = { NUMBER($number, type: "ordinal") ->
        [0] zeroth
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
        [6] sixth
        [7] seventh
        [8] eighth
        [9] ninth
        [10] tenth
        [one] { $number }st
        [two] { $number }nd
        [few] { $number }rd
       *[other] { $number }th
    }

## Descriptions for search engines.

viet-nam = Viet Nam
