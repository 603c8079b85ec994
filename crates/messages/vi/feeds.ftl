feeds = Theo dõi số liệu
feeds-lead = Mỗi khi có bản dữ liệu mới, trình đọc tin (Outlook, Thunderbird, Feedly…) báo cho người theo dõi: số mới, hạng đổi, phương pháp đổi. Không cần tài khoản, không cần thư điện tử.
feeds-how = Chép địa chỉ của nguồn tin dưới đây vào trình đọc tin. Địa chỉ không đổi. Mỗi nguồn giữ tối đa { $limit } bản dữ liệu mới nhất; bản không thay đổi gì ở tỉnh, thành hay chỉ số được theo dõi thì không có tin.
feeds-all = Mọi bản dữ liệu
feeds-indicators = Theo chỉ số
feeds-newest = Tin mới nhất
follow-atom = Theo dõi (Atom)
follow-what = Theo dõi { $name } bằng nguồn tin Atom
feed-all = Thước Đo: các bản dữ liệu
feed-of = Thước Đo: { $name }
feed-subtitle = Số mới, hạng đổi, phương pháp đổi theo từng bản dữ liệu.

## Titles of entries.

edition = Bản dữ liệu số { $edition }
entry-title = { $subject }: { $topics }
topic-new = số mới { $indicators }
topic-rank = đổi hạng { $indicators }
topic-corrected = sửa số { $indicators }
topic-gone = bỏ số { $indicators }
topic-method = đổi phương pháp { $indicators }
topic-first = bản đầu tiên
topic-more = { $indicators } và { $count } chỉ số khác
topic-none = không đổi số liệu cấp tỉnh
topic-unknown = bản trước không đọc được nên không so sánh

## What an edition holds.

holds = { $note } { $count } dòng số liệu, công bố ngày { $date }.
nothing-told = Bản trước đó không còn đọc được, nên không nói được bản này thay đổi gì.
indicator-line = { $indicator }: { $changes }.
new-of-year = { $year }: số mới của { $found }/{ $expected } tỉnh, thành
new-of-years = số mới của { $count } năm, { $from }–{ $to }
counts-of-year = { $year }: { $changes }
added = thêm { $count } số
changed = đổi { $count } số
gone = bỏ { $count } số
parts = thành phần: { $changes }
ranks-changed = hạng đổi: { $list }
ranks-count = hạng đổi ở { $count } tỉnh, thành
rank-step = { $province } { $rank_before } → { $rank }
and-others = và { $count } tỉnh, thành khác

## A province.

new-figure = { $indicator } { $year }, số mới: { $figure }
was-and-is = { $indicator } { $year }: trước là { $figure_before }; nay là { $figure }
no-longer = { $indicator } { $year }: bản này không còn số (trước là { $figure_before })
years-of = { $indicator }: số của { $count } năm, { $from }–{ $to }; mới nhất năm { $to }: { $figure }
with-rank = { $value }, hạng { $rank }
only-rank = hạng { $rank }
computed = { $rank } (Thước Đo tính)
disputed = các nguồn nêu số khác nhau
since = { $change } so với { $year_before }
not-since = ≠ không so sánh được với { $year_before }: { $verdict }

## Rules.

method-new = phương pháp mới: { $method } ({ $years })
method-said = mô tả phương pháp đổi: { $method } ({ $years })
verdict-new = { $from } → { $to }: { $verdict }
verdict-changed = { $from } → { $to }: trước ghi “{ $verdict_before }”, nay { $verdict }
verdict-gone = { $from } → { $to }: không còn ghi “{ $verdict_before }”
with-reason = { $change }. { $reason }
