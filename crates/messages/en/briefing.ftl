title = { $place }: briefing
country = Viet Nam
about = Provincial indicators of administrative reform. { $description }. Data edition { $edition }, published { $date }.
about-province = { $kind }, { $region }
about-region = Region, { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
about-region-before = Region of the list to 30 June 2025, { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
about-country = The newest figures of each indicator
paper-head = { $title }. Thước Đo, data edition { $edition }, published { $date }
left-out = Not printed here for want of room on two pages: { $omissions }. All of it stands at the address at the foot of the page.
rows-of = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } of “{ $heading }”
pdf = Download as PDF (A4, two pages at most)
to-page = Briefing for a meeting: { $place }
docx = Download as Word (texts and charts can be edited)
years-head = Over the years
ranking = Ranking
pdf-of = briefing, { $place }
back-province = The full page of { $province }

short = In short
standing = Where it stands
before = The units it was formed from
strengths = Strengths and weaknesses
peers = Compared with its neighbours
needs = What it takes to rise
conflicts = Sources disagree
missing = What is missing
sources = Sources
cite = How to cite
leaders = First and last
changes = Changes since the year before
members = Each province of the region

short-figures = Figures of { $count } of { $total } indicators; the newest are of { $year }.
short-none = This edition holds no figure.
short-formed = Formed on { $date } from { $provinces }. No official score of the new unit exists before that day, and none is averaged in its place.
short-ended = The unit existed until { $date }; it is now part of { $province }.
short-up = Up in rank, comparable with the year before: { $indicators }.
short-down = Down in rank, comparable with the year before: { $indicators }.
short-same = Same rank: { $indicators }.
short-broken = ≠ Not comparable with the year before: { $indicators }.
position = Position: highest in { $highest }; lowest in { $lowest }.
position-one = Position: { $position }.
trend = Five-year trend: { $trends }.
trend-better = improving in { $indicators }
trend-worse = worsening in { $indicators }
trend-neither = no clear direction in { $indicators }
trend-unknown = cannot be said of { $indicators }
over-years = { $indicator } { $from } to { $to }
ranks-over-years = { $indicator } { $from } to { $to } (by rank)
beside-country = Beside the country: { $outcomes }.
country-apart = not compared: { $indicators }
alike = { $label }: { $provinces }. { $explanation }
group = { $outcome }: { $indicators }
short-disputed = Figures of this briefing on which sources disagree: { $count }.
short-coverage = { $count } of { $total } indicators { $count ->
        [one] has
       *[other] have
    } figures of at least half of the provinces.
short-members = Tables of years before 2025 list the former units that are now part of the region.

col-indicator = Indicator
col-year = Year
col-value = Value
col-rank = Rank
col-group = Group, band
col-since = Since the year before
col-coverage = Covered
col-strong = Three strongest components
col-weak = Three weakest components
col-region = Ahead in the region
col-above = Next above
col-below = Next below
col-highest = Highest
col-lowest = Lowest
col-regional = Region (published)
col-rose = Rose most
col-fell = Fell most
col-leader = Leader
col-last = Last
col-nation = Viet Nam
col-province = Province
col-next-band = To the next group or band
col-five = To rise five places
col-near = Close scores

caption-standing = The newest figure of each indicator
caption-before = The newest figures of each unit before 1 July 2025, side by side
caption-strengths = Components of the newest year with figures
caption-peers = In the table that the rank is taken from
caption-needs = All others keep their figures
caption-region = Among the provinces of the region, with their rank in the country
caption-members = Rank in the country, or the value where there is no rank
caption-leaders = By the newest year of each indicator with enough figures
caption-changes = Only between years that may be compared

note-computed = Ranks marked “computed” are computed by Thước Đo from a complete table because the source publishes none; all others are as published.
note-published = Ranks are as published.
note-groups = { $indicator }: published in four groups and not ranked; groups are computed at the quartiles of the complete table, the order is for reference only.
note-broken = ≠ { $indicator } { $year }. { $since } { $verdict } { $reason }
note-sources = Each figure names three sources at most, those nearest to the publisher first; all stand on the page of each table.
note-nearest = Where not all ranks of a table are known, “next above” and “next below” are the nearest with a known rank.
note-absent = “–” means that there is no figure, not zero.
note-by = { $indicator }: { $method }.
note-five = Distances are in points of the headline score, to the first place where it is less than five places away. “–”: the table does not allow it. The last column counts other provinces whose score is at most the number in brackets away: the more, the easier the rank changes.
aim = { $goal }: { $score } points (+{ $points })
near = { $count } (±{ $points })
aim-group = group { $group }
aim-band = band { $band }
aim-place = rank { $rank }
aim-top = at the top already
moved = { $indicator } against { $year_before }: { $change } points, of which { $components }; the rest { $rest }.
note-computed-columns = Ranks computed by Thước Đo: { $indicators }.

computed = { $rank } (computed)
computed-inside = { $rank }, computed
value-unit = { $value } { $unit }
points-of = { $points } points
same-value = no change
broken-since = ≠ not comparable with { $year_before }
broken-places = rank ≠
ahead = { $ahead } of { $total }
ahead-known = { $ahead } of { $known } with a known rank; the region has { $total }
top = first in the table
bottom = last in the table
not-known-above = the next rank is not known
and-more = { $province } and { $count } more
named = { $province } { $value }
named-rank = { $name } ({ $detail })
alone = only one figure in the region
too-few = only { $count } of { $total } comparable
nobody-up = none rose
nobody-down = none fell
in-groups = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } in the highest group
in-groups-last = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } in the lowest group
year-of = { $value } ({ $year })
not-ranked = not ranked
no-nation = no national figure in the sources read
not-known = not known
mean = mean { $value } (computed)

since-year = { $change } since { $year_before }
these = ({ $provinces })
claims = { $indicator } { $year }: { $claims }
claims-of = { $indicator } { $year }, { $place }: { $claims }
no-conflicts = The sources of the figures above do not disagree.
other-conflicts = { $count ->
        [one] { $count } more disagreement in another year or component stands
       *[other] { $count } more disagreements in other years or components stand
    } on the full page.
more-conflicts = And { $count } more in these tables; see the page of each table.
missing-all = No figure: { $indicators } ({ $reason }).
missing-newer = { $indicator } { $year }: figures of { $count } of { $total } provinces are known; here: { $reason }.
missing-score = { $indicator } { $year }: the rank is known; the score is { $reason }.
missing-rank = { $indicator } { $year }: the score is known, the rank is not.
missing-table = { $measure } { $year }: { $count } of { $total } provinces { $count ->
        [one] has
       *[other] have
    } no figure.
missing-none = Nothing is missing in the tables above.
missing-sparse = { $indicator } { $year }: only { $count } of { $total } provinces { $count ->
        [one] has
       *[other] have
    } a figure, so the table above takes { $year_shown }.
