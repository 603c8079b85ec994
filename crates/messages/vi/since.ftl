since = Thay đổi qua nhiều năm
since-lead = { $measure }, thay đổi từ { $from } đến { $to } ({ $count } năm)
since-coverage = { $found }/{ $expected } tỉnh, thành so sánh được giữa hai năm
since-ranking = Bảng { $measure } năm { $year }
since-choices = Khoảng thời gian
since-years = { $count } năm (từ { $from })
since-one = 1 năm (từ { $from })
since-longest = Khoảng dài nhất so sánh được: { $from }–{ $to }
since-link = Thay đổi qua 3, 5, 10 năm
since-slider = Năm cuối

## Titles.

rose = { $provinces } tăng nhiều nhất trong { $count } năm: { $change }
fell = { $provinces } giảm nhiều nhất trong { $count } năm: { $change }
rose-together = { $provinces } cùng tăng nhiều nhất trong { $count } năm: { $change }
fell-together = { $provinces } cùng giảm nhiều nhất trong { $count } năm: { $change }
own-and-rose = { $province } { $province_change } trong { $count } năm; tăng nhiều nhất: { $provinces } { $change }
own-and-fell = { $province } { $province_change } trong { $count } năm; giảm nhiều nhất: { $provinces } { $change }
none-rose = Không tỉnh, thành nào tăng trong { $count } năm, { $from }–{ $to }
none-fell = Không tỉnh, thành nào giảm trong { $count } năm, { $from }–{ $to }
few = Chỉ { $found }/{ $expected } tỉnh, thành so sánh được giữa { $from } và { $to }
not-comparable = { $measure }: năm { $from } và năm { $to } không so sánh được
no-base = { $measure }: không có số liệu năm { $year }
with-unit = { $value } { $unit }
percent-points = điểm phần trăm

## The verdict.

break-at = { $from } → { $to }: { $reason }
no-stretch = Không có khoảng nào khác so sánh được.
order-why = Thứ tự theo mức thay đổi chỉ đánh khi mọi tỉnh, thành đều có số ở cả hai năm.

## The table and the chart.

table = Bảng thay đổi
caption = { $measure }: giá trị, hạng và thay đổi từ { $from } đến { $to }
order = Thứ tự
of-year = { $column } { $year }
chart-subtitle = { $measure }, { $from } và { $to }, xếp theo mức thay đổi
chart-text = Mũi tên từ giá trị năm { $from } đến giá trị năm { $to } của { $count } tỉnh, thành. { $details }
chart-first = Thay đổi nhiều nhất: { $list }
col-then = Giá trị năm { $year }
col-rank-then = Hạng năm { $year }
col-order = Thứ tự theo mức thay đổi

## Playing a bump chart.

play = Chạy qua các năm
play-pause = Dừng
play-step = Năm tiếp theo
play-again = Chạy lại từ đầu

expect-years = số năm từ 1 đến { $limit }, ví dụ 3, 5 hoặc 10
