## Notes inside pictures.

comparable-mark = = { $comparison } { $verdict } { $reason }
not-comparable-mark = ≠ { $comparison } { $verdict } { $reason }
breaks = ≠ Not comparable across: { $years }.
no-breaks = = The years shown may be compared with one another.
some-computed = For years in which the source publishes no ranks, they are computed by Thước Đo from the complete table.
region-title = { $measure } { $year }: { $region }
region-only = region { $region }
covered = { $coverage }.
licences = The figures are facts published by the bodies named in the source line; cite the publisher when reusing them.

## Charts of a province.

combined-text = Two charts with the same years, { $from } to { $to }: scores above, ranks below. { $description }
combined-subtitle = { $measure }: score and rank, { $from } to { $to }
rank-panel = Rank (1 is the highest)
score-panel = Score

## Citations.

cited = { $source } { $title }. Thước Đo, data edition { $edition }, published { $date }. { $address }
cited-check = { $citation } Check the figures: { $address }
cited-publisher = Thước Đo, data edition { $edition }
table-title = { $indicator } { $province }: table of figures

## Columns of tables.

col-value = Value ({ $unit })
col-rank = Rank
col-rank-of = Out of
col-value-origin = Origin of the value
value-by-rule = computed by Thước Đo by the publisher’s rule
col-rank-origin = Origin of the rank
col-points = Change in value
col-places = Change in places
col-compared = Compared with
col-verdict = Comparable
col-why = Why there is no value
col-sources = Sources
col-as-of = As of
col-component = Component
col-max = Maximum
col-nation = National figure (published)
col-mean = Mean of the provinces (computed here)
two-verdicts = values: { $verdict_of_values }; ranks: { $verdict_of_ranks }
col-best = Highest
col-best-who = Province with the highest
col-obs-status = Status (SDMX code, CL_OBS_STATUS)
col-choice = Filter and order
choice-name = name contains “{ $name }”
choice-up = sorted by { $column }, ascending
choice-down = sorted by { $column }, descending
origin-published = published
origin-computed = computed by Thước Đo
origin-conflict = sources disagree
cell-chosen = sources disagree; chosen: { $reason }
cell-conflict = sources disagree

## The readme of a table.

readme-what = What it shows
readme-coverage = Coverage
readme-method = Method
readme-compare = Comparison between years
readme-ranks = Ranks
readme-empty = Empty cells
readme-empty-text = An empty cell means that there is no figure, not zero; the column “Why there is no value” says why. Changes are given only where the two years may be compared.
readme-licence = Terms of use

## What cannot be shown.

no-view = There is no chart or table at this address: { $address }. A right one looks like rankings/pci/2016/bars or provinces/nghe-an/pci/lines.
no-format = { $address } is a table and has no { $format }. Tables come as csv, vi.csv, xlsx, json, parquet, html, bib, csl.json.
no-figures = There are not enough figures for { $name }.
expect-lang = vi or en
expect-year-of = a year with figures of components
expect-item = a chart, such as rankings/pci/2016/bars
expect-items = one to { $limit } charts
found-charts = your deck already has { $count ->
        [one] { $count } chart
       *[other] { $count } charts
    }
expect-room = a deck with room: { $limit } charts at most, and their addresses no longer than what a browser remembers; open the deck, keep its address, then remove charts
expect-chart = a chart; tables cannot be put into a deck
expect-deck-size = 16x9 or 4x3
expect-layout = 1 or 2
expect-title = { $limit } characters at most

## Drafts.

draft-title = DRAFT. { $title }
draft-source = DRAFT, NOT PUBLISHED, not to be cited. { $source }
draft-not-cited = A draft, not published: not to be cited.
preview = Preview of a draft
preview-lead = File { $file }. This is a draft and not published: the figures may still change and must not be cited. This link works until { $date }.
preview-changes = The rankings that this draft would change:
preview-none = This draft changes no ranking.
preview-ended = This preview link has ended, or the draft was published or discarded. Ask the sender for a new link.

## Decks.

deck-title = Slides from Thước Đo
deck-subtitle = Data edition { $edition }, published { $date }
deck-province = { $province }: indicators of administrative reform
deck-region = { $region }: indicators of administrative reform
deck-country = The whole country: indicators of administrative reform
summary-value = Value
summary-rank = Rank
summary-change = Compared with the year before
summary-source = Publisher
summary-result = Result
summary-nation = Nation
summary-coverage = Coverage
summary-country = The whole country: the newest result of each indicator
summary-country-tables = The newest table with figures of at least half of the provinces; without one, the newest with the most figures
summary-with-value = { $finding }: { $value }
summary-apart = ≠: not comparable with the year before because the method or the units changed, or the sources do not say.
own-place = { $province } { $value }, rank { $rank }
own-value = { $province } { $value }
own-rank = { $province } rank { $rank }
