## The choice of units.

basis-rebased = Old figures on today’s 34 provinces

## Titles: the finding.

widest = { $province }: scores of its former units lie furthest apart, { $lowest } to { $highest }
range-of = { $province }: scores of its former units from { $lowest } to { $highest }
sum-of = { $province }: { $value } in all
sums = { $measure } { $year }: sums for { $count } of { $total ->
        [one] { $total } new province
       *[other] { $total } new provinces
    }
coverage-title = { $measure } { $year }: figures of { $units_found } of { $units_expected } former units

## What the page says.

lead = Figures as published for the former units, arranged by the 34 provinces since 1 July 2025
coverage = { $found } of { $expected } provinces of today; { $units_found } of { $units_expected } former units { $units_found ->
        [one] has
       *[other] have
    } a figure
no-score = No score exists for the new provinces before 1 July 2025.
no-score-how = The scores of the former units stand side by side, with the lowest and the highest: they are not added, averaged or ranked anew. A rank given here is the former unit’s own.
sum-how = The figure of a new province is the sum of its former units, only where all of them have one at the same moment. Nothing is ranked.
mixed = The figures describe different moments of the year.
borders-2008 = On 1 August 2008, by Resolution 15/2008/QH12, Hanoi took in Ha Tay, the district of Me Linh from Vinh Phuc and four communes of Hoa Binh; the old figures do not set apart Me Linh and the communes.
table = Table by the 34 provinces
caption = { $measure } { $year }: figures of the former units by today’s 34 provinces
today = Province of today
old-unit = Former unit
rank-old = Former unit’s rank
unchanged = unchanged
range = { $lowest } to { $highest }
known = { $units_found } of { $units_expected } former units with a score
no-range-moments = different moments, not compared
nothing = no figure
sum = sum { $value }
sum-at = sum { $value } ({ $date })
not-summed = not added up: { $reason }
why-missing = no figure of { $provinces }
why-disputed = sources disagree on { $provinces }
why-moments = the figures are of different moments
why-of = the total number of units of { $provinces } is not known
order = Order
by-name = By name
by-region = By region
no-rows = No province in this region.
back = See the table of the former units

## Indications.

indicative = Indication weighted by population (not a published score)
indicative-cell = indication by population: { $value }
indicative-note = An “indication by population” is the mean of the former units’ scores, weighted by their population of the same year. Nobody published it; it is not ranked and not compared with published scores. Source of the population: { $sources }.

## The chart.

namesake = Former unit of the same name
second = Second former unit
third = Third former unit
next = Former unit { $number }
stayed = Unchanged unit
chart-text = Each row is a province of today, each mark a former unit; { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }. { $description }
bars-text = Bars of { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    } of today, not ranked. { $list }
subtitle = { $measure }, { $year }, by today’s 34 provinces

## The page of a province formed by the merger.

chart = Chart
before = Before 1 July 2025: figures of the former units
before-lead = { $province } was formed on { $date }. Below are the figures of { $provinces }, a column each; { $province } has no score of its own before that day.
before-of = { $indicator }: former units
before-title = { $indicator } of the former units: { $list } ({ $year })
before-table-title = { $indicator }: figures of the former units of { $province }
before-subtitle = { $indicator }: units now part of { $province }, { $from } to { $to }
before-text = Lines from { $from } to { $to }, one a former unit. { $description }
before-caption = { $indicator }: score and rank of each former unit over the years
counts-caption = { $indicator }: figures of each former unit, and their sum
spread = Lowest to highest
total = Sum
see-before = See the figures of the former units
rebased-link = See the old figures of all 34 provinces
joined = On { $date } { $province } became part of it. The old figures of { $province } are on a page of their own:

## Tables.

col-today = Province of today
col-old = Former unit
col-sum = Sum ({ $unit })
col-sum-of = Out of
col-parts = Parts
col-indicative = Indication by population, not a published score
readme-how = How it is presented

## Search and lists.

code-short = code { $code }
since = since { $date }
until = to { $date }
now-is = now
