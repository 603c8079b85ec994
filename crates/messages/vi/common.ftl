## The frame of every page.

site = Thước Đo
skip = Đến nội dung
nav = Chính
overview = Tổng quan
rankings = Xếp hạng
provinces = Tỉnh, thành
indicators = Chỉ số
sources = Nguồn dữ liệu
sources-short = Nguồn
search = Tìm tỉnh, thành hoặc chỉ số
search-button = Tìm
other-language = English
foot-truth = Mọi con số đều có nguồn. Không có số nào được ước tính hay điền thêm.
foot-edition = Bản dữ liệu số { $edition }, công bố ngày { $date }.
foot-desk = Bàn làm việc (dành cho người phụ trách số liệu)
sign-out = Đăng xuất
edition-pinned = Đang xem bản dữ liệu số { $edition }.
edition-latest = Xem bản mới nhất

## Words for figures.

year = Năm
rank = Hạng
rank-computed-head = Hạng (tính)
province = Tỉnh, thành phố
region = Vùng
score = Điểm
count = Số lượng
value = Giá trị
band = Xếp loại
group = Nhóm
change = Thay đổi
points = ± điểm
difference = ± số lượng
places = ± bậc
trend-ranks = Hạng { $from }–{ $to }
trend-values = Điểm { $from }–{ $to }
source = Nguồn
component = Thành phần
indicator = Chỉ số
nation = Cả nước
unit-point = điểm
percent = %
about = khoảng { $value }
over = hơn { $value }
under = gần { $value }
group-1 = Cao nhất
group-2 = Trung bình cao
group-3 = Trung bình thấp
group-4 = Thấp nhất
computed-short = tính
by-rule = * Điểm do Thước Đo cộng từ các phần đã công bố theo quy tắc của nhà công bố, vì các nguồn đã đọc không có điểm này.
rank-computed = Hạng do Thước Đo tính từ bảng đầy đủ { $count } tỉnh, thành vì nguồn không công bố hạng.
rank-published = Hạng là hạng do nguồn công bố.
rank-published-part = Hạng là hạng do nguồn công bố; các nguồn đã đọc cho biết hạng của { $count }/{ $total } tỉnh, thành.
rank-groups = Nguồn công bố theo bốn nhóm và không xếp hạng. Nhóm ở đây tính theo tứ phân vị của bảng đầy đủ { $count } tỉnh, thành; thứ tự trong bảng chỉ để tra cứu.
rank-groups-part = Nguồn công bố theo bốn nhóm và không xếp hạng. Ở đây chỉ có số của { $count }/{ $total } tỉnh, thành nên không chia nhóm; hạng, nếu có, là do báo chí nêu.
mixed-moments = Các số này ở những thời điểm khác nhau trong năm, nên không phải là một bảng xếp hạng; các dòng xếp theo vần.
mixed-short = số ở các thời điểm khác nhau
rank-none = Chỉ số này không có xếp hạng: số lượng không nói lên chất lượng.
unknown-rank = không rõ hạng
rank-conflict = nguồn nêu hạng khác nhau

how-little = Một bậc nói lên ít: một nửa số cặp liền kề trong bảng này cách nhau không quá { $points } điểm.
own-never = { $province }: các nguồn đã đọc chưa có số { $measure } của năm nào.
own-missing = { $province }: chưa có số { $measure } năm { $year }; gần nhất là năm { $year_nearest }: { $figure }.
own-elsewhere = { $province }: năm { $year } có số trong danh sách { $count } đơn vị: { $figure }.
more-sources = thêm { $count } nguồn
own-rank = hạng { $rank }

## Missing figures.

missing-not-found = chưa có trong các nguồn đã đọc
missing-not-published = nguồn không công bố
missing-not-surveyed = không được khảo sát
missing-not-ranked = được đánh giá nhưng không xếp hạng
in-other-list = có số trong danh sách { $count } đơn vị của năm này
missing-before = đơn vị chưa thành lập
missing-after = đơn vị không còn
missing-title = Không có số liệu ({ $count })
missing-lead = Các tỉnh, thành dưới đây nằm ngoài xếp hạng. Thiếu số liệu không có nghĩa là bằng không.

## Changes and comparability.

up-places = lên { $places } bậc
down-places = xuống { $places } bậc
same-place = giữ nguyên hạng
not-comparable = không so sánh được
not-comparable-places = không so sánh được: hạng { $rank_before } năm { $year_before }, hạng { $rank } năm { $year }
not-comparable-points = không so sánh được với năm { $year_before }
no-figure-for = chưa có số năm { $year } để so sánh
disputed-for = các nguồn nêu số năm { $year } khác nhau
other-origin = một hạng do nguồn công bố, một hạng do tính
since = So với { $year_before }:
same-method = cùng phương pháp.
same-method-text = Thay đổi về hạng và điểm so sánh được.
same-method-count = Chênh lệch về số lượng so sánh được.
method-changed = phương pháp thay đổi, không so sánh được.
unclear = chưa rõ phương pháp có giữ nguyên, không coi là so sánh được.
units-changed = danh sách đơn vị thay đổi, hạng không so sánh được.
units-changed-text = Từ 1/7/2025 có 34 đơn vị thay cho 63; 23 đơn vị mới chưa có số của năm trước.
no-base-year = không có số liệu năm { $year_before }.
why = Vì sao?
decision = Quyết định { $decision }.
verdict-same = Cùng phương pháp
verdict-method = Phương pháp thay đổi
verdict-unclear = Chưa rõ
verdict-units = Đơn vị thay đổi
new-method = đổi cách tính

## The ranking page.

table = Bảng xếp hạng
table-plain = Bảng số liệu
caption = { $measure } { $year }: hạng, điểm và thay đổi so với { $year_before }
caption-plain = { $measure } { $year }: số liệu theo tỉnh, thành
leads = { $province } dẫn đầu
leads-streak = { $province } dẫn đầu năm thứ { $ordinal } liên tiếp
leads-open = { $province } dẫn đầu, ít nhất năm thứ { $ordinal } liên tiếp
leads-since-method = { $province } dẫn đầu năm thứ { $ordinal } liên tiếp theo phương pháp áp dụng từ năm { $from }
leads-since-units = { $province } dẫn đầu năm thứ { $ordinal } liên tiếp kể từ khi danh sách xếp hạng thay đổi năm { $from }
leads-since = { $province } dẫn đầu năm thứ { $ordinal } liên tiếp trong các năm so sánh được, từ năm { $from }
lead-together = { $provinces } cùng dẫn đầu
climbs = { $province } lên { $places } bậc
falls = { $province } xuống { $places } bậc
climbs-one = { $province } lên 1 bậc
top-group = { $region }: { $count }/{ $total } tỉnh, thành ở nhóm cao nhất
coverage-title = có số của { $count }/{ $total } tỉnh, thành
titled = { $measure } { $year }: { $finding }
stands = { $province } hạng { $rank }
rank-marked = { $rank } (tính)
in-group = { $province } ở nhóm { $group }
measure = { $measure }, năm { $year }
scale-points = thang { $low }–{ $high } điểm
scale-percent = thang { $low }–{ $high }%
higher = cao hơn là tốt hơn
lower = thấp hơn là tốt hơn
coverage = { $count }/{ $total } tỉnh, thành có số
coverage-values = { $count } có điểm
nation-line = cả nước { $value } (công bố)
mean-line = trung bình cộng { $value } (tính từ bảng đầy đủ { $count } tỉnh, thành)
nation-conflict = Cả nước: các nguồn nêu số khác nhau.
filter-name = Tên tỉnh, thành
all-regions = Cả nước
show = Xem
basis = Đơn vị
basis-63 = 63 tỉnh, thành (đến 30/6/2025)
basis-34 = 34 tỉnh, thành (từ 1/7/2025)
shown = Hiện { $count }/{ $total } dòng.
rows = { $count } dòng
rows-part = Dòng { $first }–{ $last } trong { $total }
pages = Các trang
no-rows = Không có tỉnh, thành nào khớp bộ lọc.
clear = Bỏ lọc
all-columns = Hiện đủ cột
sort-by = Sắp xếp theo { $column }
highlighted = đang theo dõi
follow = Đánh dấu
follow-none = Không
conflicts = Nguồn không thống nhất ({ $count })
conflicts-lead = Các nguồn nêu số khác nhau. Thước Đo không chọn thay: số gây mâu thuẫn không được dùng để tính hạng, thay đổi hay vẽ biểu đồ, trừ khi người phụ trách số liệu đã chọn một nguồn và nêu lý do.
claim-chosen = { $claim } (được chọn: { $reason })
disputed-chip = nguồn khác nhau
contradicted = Hạng và điểm không khớp ({ $count })
contradicted-lead = Hạng và điểm của các tỉnh, thành này đều như nguồn nêu, nhưng thứ tự theo điểm khác thứ tự theo hạng: ít nhất một con số trong các nguồn không đúng.
conflict-cell = { $count } nguồn khác nhau
sources-here = Nguồn của bảng này
chart-bump = Thứ hạng qua các năm
chart-bars = Điểm
chart-bars-count = Số lượng
chart-slope = So với năm trước
chart-table = Số liệu của biểu đồ
charts = Biểu đồ
bump-subtitle = Hạng { $measure }, { $from }–{ $to }; các tỉnh, thành khác màu xám
breaks-note = vạch đứt: hai bên không so sánh được
slope-subtitle = { $measure }, { $from } và { $to }
bars-ends = { $first } đơn vị đầu, { $last } đơn vị cuối và đơn vị được chọn trong { $total } đơn vị
bars-subtitle = { $measure }, năm { $year }
not-drawn = không vẽ: { $provinces } (nguồn khác nhau)
chart-source = Nguồn: { $publishers }. Thước Đo, bản dữ liệu số { $edition }.
mean = Trung bình { $value }
nation-ref = Cả nước { $value }
bump-text = Biểu đồ thứ hạng từ { $from } đến { $to } của { $count } tỉnh, thành, hạng 1 ở trên. { $list }
bars-text = Biểu đồ thanh của { $count } tỉnh, thành. { $list }
slope-text = Biểu đồ dốc giữa { $from } và { $to } của { $count } tỉnh, thành. { $list }
lines-text = Biểu đồ đường từ { $from } đến { $to }. { $values }
parts-text = Biểu đồ thanh của { $count } thành phần. { $list }

## The province page.

province-city = Thành phố trực thuộc trung ương
province-kind = Tỉnh
code = Mã thống kê { $code }
formed = Thành lập ngày { $date }, từ:
ended = Đến hết ngày { $date }; nay thuộc
earlier-name = Đến { $date } mang tên { $name }.
former = cũ
see-parts = Số liệu trước ngày 1/7/2025 thuộc về các đơn vị cũ; không có điểm chính thức nào của đơn vị mới trước ngày đó.
standing = Vị trí hiện tại
strong = Ba thành phần mạnh nhất
weak = Ba thành phần yếu nhất
by-rank = xếp theo hạng của tỉnh, thành trong từng thành phần (tính từ bảng đầy đủ)
by-share = xếp theo tỷ lệ so với điểm tối đa
history = Qua các năm
components-of = { $indicator } { $year }: điểm thành phần của { $province }
average-mark = Trung bình các tỉnh, thành
best-mark = Cao nhất
no-figures-province = Chưa có số liệu nào của đơn vị này trong bản dữ liệu.
as-of = Thời điểm
place = hạng { $rank } về { $measure }
place-group = nhóm { $group } về { $measure }
all-years = Số liệu qua các năm ({ $count })
for-meetings = Dùng cho cuộc họp
no-indicators = Chưa có số: { $indicators }.

## Lists.

provinces-now = 34 tỉnh, thành phố từ 1/7/2025
provinces-before = 63 tỉnh, thành phố đến 30/6/2025
provinces-former = Trước đó
provinces-lead = Ngày 1/7/2025, 63 tỉnh, thành được sắp xếp thành 34: 23 đơn vị mới, 11 đơn vị giữ nguyên. Số liệu cũ giữ nguyên theo đơn vị cũ.
formed-from = từ { $provinces }
unchanged = giữ nguyên
now = nay là { $province }

## The overview.

overview-title = Các chỉ số cải cách hành chính cấp tỉnh
overview-lead = Số mới nhất đã công bố của từng chỉ số, kèm nguồn; những gì chưa biết được nói rõ.
not-known = Chưa biết
news = Có gì mới trong dữ liệu
news-edition = Bản số { $edition } ({ $date }): { $note }. { $rows } dòng số liệu từ { $sources } nguồn, { $conflicts } chỗ nguồn không thống nhất.
news-year = Số liệu năm { $year }: { $indicators }.
no-ranking = không xếp hạng
see-ranking = Xem bảng { $indicator } { $year }

## The indicator page.

measures = Nội dung đo lường
publisher = Cơ quan công bố
unit-scale = Đơn vị, thang điểm
methods = Phương pháp theo năm
method = Phương pháp
comparability = So sánh được hay không
comparability-lead = Giữa hai năm cùng phương pháp thì so sánh được. Khi phương pháp đổi, chênh lệch không phải là tiến bộ hay thụt lùi.
pair = Cặp năm
verdict = Kết luận
reason = Lý do
coverage-by-year = Phủ số liệu theo năm
with-figure = Có số
with-score = Có điểm
with-rank = Có hạng
components = Thành phần
maximum = Điểm tối đa
years = Năm
bands = Xếp loại
bands-lead = Cùng một chữ có thể là ngưỡng khác nhau giữa các năm.
licence = Sử dụng lại
citation = Trích dẫn
block = khối điểm, không phải lĩnh vực
decision-word = Quyết định
indicators-lead = Mỗi chỉ số có cơ quan công bố, phương pháp theo năm và bảng so sánh riêng.
up-to = đến { $to }
and-later = { $from } trở đi

## Sources.

sources-lead = { $sources } nguồn của { $rows } dòng số liệu trong bản dữ liệu này. Bấm vào tên để mở trang gốc (ra ngoài trang này).
kind-publisher = Cơ quan công bố chỉ số
kind-government = Cơ quan nhà nước
kind-press = Báo chí
kind-copy = Bản chép số liệu của bên thứ ba
used = { $count } số
not-used = chỉ có trong các dòng không đưa vào
left-out = Những dòng không đưa vào ({ $count })
left-out-alike = { $count } dòng
left-out-lead = Các dòng dưới đây đã được đọc nhưng không nói cùng một điều với danh mục chỉ số, nên không được tính là số liệu.
as-found = Nguyên văn
no-address = không có địa chỉ

## Search.

search-title = Tìm kiếm
search-results = { $count } kết quả cho “{ $query }”
search-none = Không tìm thấy gì cho “{ $query }”. Thử tên khác, có hoặc không dấu; hoặc xem danh sách tỉnh, thành.
search-empty = Gõ tên tỉnh, thành hoặc chỉ số, có hoặc không dấu.

## Errors.

not-found = Không có trang này
not-found-text = Địa chỉ “{ $address }” không dẫn tới trang nào. Có thể địa chỉ đã gõ sai hoặc năm đó không có số liệu.
no-edition = Không có bản dữ liệu số { $edition }; bản mới nhất là số { $edition_newest }.
no-year = { $indicator } không có số liệu năm { $year }. Các năm có số: { $years }.
bad-request = Địa chỉ có chỗ chưa đúng
bad-parameter = “{ $name }={ $found }”: cần { $expected }.
expect-one-of = một trong: { $list }
expect-edition = số của một bản dữ liệu, ví dụ 1
expect-region = tên vùng trong danh sách chọn
expect-component = một thành phần của chỉ số
expect-page = số trang, từ 1
expect-province = tên tỉnh, thành trong địa chỉ, ví dụ nghe-an (tối đa năm, cách nhau bằng dấu phẩy)
expect-short = tối đa { $limit } ký tự
expect-year = một năm có số liệu
expect-indicator = một chỉ số trong danh mục
ways-out = Có thể đi tiếp từ đây
group-now = Hiện nay
group-former = Đến 30/6/2025 và trước đó
previous = Năm trước: { $year }
next = Năm sau: { $year }
break = { $from } → { $to } không so sánh được: { $reason }

## Ordinal numbers

# After "năm thứ".
ordinal = { NUMBER($number, type: "ordinal") ->
        [0] không
        [1] nhất
        [2] hai
        [3] ba
        [4] tư
        [5] năm
        [6] sáu
        [7] bảy
        [8] tám
        [9] chín
        [10] mười
       *[other] { $number }
    }

## Descriptions for search engines.

viet-nam = Việt Nam
