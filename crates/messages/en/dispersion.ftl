## The page

dispersion = How far apart the provinces are
title = the middle half of the provinces is within { $difference } { $unit }
title-since = the middle half of the provinces is within { $difference } { $unit }; in { $from } it was { $difference_before }
percent-points = percentage points
lead = The middle half are the provinces from the lower to the upper quartile: the highest quarter and the lowest quarter are outside.
table = Spread by year
table-caption = { $measure }: highest value, quartiles, median and lowest value of each year
count = Provinces
apart = Middle half within
nothing = { $indicator } has no year with figures for all provinces, so no spread is computed.
to-ranking = Ranking by { $indicator }, { $year }
to-dispersion = { $indicator }: how far apart the provinces are

## What the lines are

highest = Highest
upper = Upper quartile
median = Median
lower = Lower quartile
lowest = Lowest
chart-text = Lines by year of the highest value, the quartiles, the median and the lowest value. In { $year }: { $values }.

## What must be said with it

how = Computed by Thước Đo from the complete table of each year (quartiles by linear interpolation).
left-out = Not computed because the table is not complete: { $years }.
