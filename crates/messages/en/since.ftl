since = Change over several years
since-lead = { $measure }, change from { $from } to { $to } ({ $count ->
        [one] { $count } year
       *[other] { $count } years
    })
since-coverage = { $found } of { $expected } provinces can be compared between the two years
since-ranking = { $measure }, { $year }
since-choices = Stretch of time
since-years = { $count } years (since { $from })
since-one = 1 year (since { $from })
since-longest = The longest stretch that can be compared: { $from } to { $to }
since-link = Change over 3, 5, 10 years
since-slider = Last year

## Titles.

rose = { $provinces } rose most in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }: { $change }
fell = { $provinces } fell most in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }: { $change }
rose-together = { $provinces } together rose most in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }: { $change }
fell-together = { $provinces } together fell most in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }: { $change }
own-and-rose = { $province } { $province_change } in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }; rose most: { $provinces } { $change }
own-and-fell = { $province } { $province_change } in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }; fell most: { $provinces } { $change }
none-rose = No province rose in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }, { $from } to { $to }
none-fell = No province fell in { $count ->
        [one] { $count } year
       *[other] { $count } years
    }, { $from } to { $to }
few = Only { $found } of { $expected } provinces can be compared between { $from } and { $to }
not-comparable = { $measure }: { $from } and { $to } cannot be compared
no-base = { $measure }: there are no figures for { $year }
with-unit = { $value } { $unit }
percent-points = percentage points

## The verdict.

break-at = { $from } → { $to }: { $reason }
no-stretch = No other stretch can be compared.
order-why = The order by change is numbered only where every province has a figure in both years.

## The table and the chart.

table = Table of changes
caption = { $measure }: values, ranks and change from { $from } to { $to }
order = Order
of-year = { $column } { $year }
chart-subtitle = { $measure }, { $from } and { $to }, ordered by change
chart-text = Arrows from the value of { $from } to that of { $to } for { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }. { $details }
chart-first = Changed most: { $list }
col-then = Value in { $year }
col-rank-then = Rank in { $year }
col-order = Order by change

## Playing a bump chart.

play = Play the years
play-pause = Pause
play-step = Next year
play-again = From the beginning

expect-years = a number of years from 1 to { $limit }, such as 3, 5 or 10
