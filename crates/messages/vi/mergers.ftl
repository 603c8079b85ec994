## The choice of units.

basis-rebased = Số liệu cũ xếp theo 34 tỉnh, thành hiện nay

## Titles: the finding.

widest = { $province }: điểm các đơn vị cũ cách nhau nhiều nhất, từ { $lowest } đến { $highest }
range-of = { $province }: điểm các đơn vị cũ từ { $lowest } đến { $highest }
sum-of = { $province }: tổng { $value }
sums = { $measure } { $year }: cộng đủ cho { $count }/{ $total } tỉnh, thành mới
coverage-title = { $measure } { $year }: có số của { $units_found }/{ $units_expected } đơn vị cũ

## What the page says.

lead = Số công bố theo các đơn vị cũ, xếp theo 34 tỉnh, thành từ 1/7/2025
coverage = { $found }/{ $expected } tỉnh, thành hiện nay; { $units_found }/{ $units_expected } đơn vị cũ có số
no-score = Trước 1/7/2025 không có điểm nào của các tỉnh, thành mới.
no-score-how = Điểm của các đơn vị cũ đứng cạnh nhau, kèm mức thấp nhất và cao nhất: không cộng, không lấy trung bình, không xếp hạng lại. Hạng ghi ở đây là hạng của đơn vị cũ.
sum-how = Số của tỉnh, thành mới là tổng các đơn vị cũ, chỉ khi có đủ mọi đơn vị ở cùng một thời điểm. Không xếp hạng.
mixed = Các số ghi ở những thời điểm khác nhau trong năm.
borders-2008 = Ngày 1/8/2008, theo Nghị quyết 15/2008/QH12, Hà Nội nhận Hà Tây, huyện Mê Linh của Vĩnh Phúc và bốn xã của Hòa Bình; số liệu cũ không tách riêng phần của Mê Linh và bốn xã.
table = Bảng theo 34 tỉnh, thành
caption = { $measure } { $year }: số liệu của các đơn vị cũ, xếp theo 34 tỉnh, thành hiện nay
today = Tỉnh, thành hiện nay
old-unit = Đơn vị cũ
rank-old = Hạng của đơn vị cũ
unchanged = giữ nguyên
range = từ { $lowest } đến { $highest }
known = { $units_found }/{ $units_expected } đơn vị cũ có điểm
no-range-moments = khác thời điểm, không so với nhau
nothing = không có số
sum = tổng { $value }
sum-at = tổng { $value } ({ $date })
not-summed = không cộng được: { $reason }
why-missing = thiếu số của { $provinces }
why-disputed = các nguồn không thống nhất về { $provinces }
why-moments = số ở những thời điểm khác nhau
why-of = không rõ tổng số đơn vị của { $provinces }
order = Thứ tự
by-name = Theo tên
by-region = Theo vùng
no-rows = Không có tỉnh, thành nào trong vùng này.
back = Xem bảng theo các đơn vị cũ

## Indications.

indicative = Chỉ báo theo dân số (không phải điểm công bố)
indicative-cell = chỉ báo theo dân số: { $value }
indicative-note = “Chỉ báo theo dân số” là trung bình điểm của các đơn vị cũ, tính theo dân số cùng năm. Không cơ quan nào công bố số này; nó không được xếp hạng, không so với điểm công bố. Nguồn dân số: { $sources }.

## The chart.

namesake = Đơn vị cũ cùng tên
second = Đơn vị cũ thứ hai
third = Đơn vị cũ thứ ba
next = Đơn vị cũ thứ { $number }
stayed = Đơn vị giữ nguyên
chart-text = Mỗi dòng là một tỉnh, thành hiện nay, mỗi dấu là một đơn vị cũ; { $count } dòng. { $description }
bars-text = Biểu đồ thanh của { $count } tỉnh, thành hiện nay, không xếp hạng. { $list }
subtitle = { $measure }, năm { $year }, theo 34 tỉnh, thành hiện nay

## The page of a province formed by the merger.

chart = Biểu đồ
before = Trước 1/7/2025: số liệu của các đơn vị cũ
before-lead = { $province } được thành lập ngày { $date }. Dưới đây là số liệu của { $provinces }, mỗi đơn vị một cột; không có điểm nào của { $province } trước ngày đó.
before-of = { $indicator }: các đơn vị cũ
before-title = { $indicator } của các đơn vị cũ: { $list } ({ $year })
before-table-title = { $indicator }: số liệu của các đơn vị cũ của { $province }
before-subtitle = { $indicator }: các đơn vị nay thuộc { $province }, { $from }–{ $to }
before-text = Biểu đồ đường từ { $from } đến { $to }, mỗi đơn vị cũ một đường. { $description }
before-caption = { $indicator }: điểm và hạng của từng đơn vị cũ qua các năm
counts-caption = { $indicator }: số của từng đơn vị cũ và tổng
spread = Thấp nhất – cao nhất
total = Tổng
see-before = Xem số liệu của các đơn vị cũ
rebased-link = Xem số liệu cũ của cả 34 tỉnh, thành
joined = Ngày { $date }, { $province } nhập vào đây. Số liệu cũ của { $province } ở trang riêng:

## Tables.

col-today = Tỉnh, thành hiện nay
col-old = Đơn vị cũ
col-sum = Tổng ({ $unit })
col-sum-of = Trên tổng số
col-parts = Các phần
col-indicative = Chỉ báo theo dân số, không phải điểm công bố
readme-how = Cách trình bày

## Search and lists.

code-short = mã { $code }
since = từ { $date }
until = đến { $date }
now-is = nay là
