## A draft.

preview-link = Liên kết xem trước
preview-text = Người có liên kết này xem được bản nháp mà không cần tài khoản, đến { $date }. Mọi hình đều ghi rõ là bản nháp.
draft-title = Bản nháp: { $file }
contents = Trên trang này
choices = Các lựa chọn
update = Lưu các lựa chọn
saved-here = Đã lưu
change-this = Đổi
automatic = Tự động
automatic-is = Tự động: { $reading }
now-is = Đang đọc: { $reading }. Để trống là tự động.
not-decided = Chưa chọn
received = nhận lúc { $date }, do { $person } tải lên
state-published = Bản nháp này đã được công bố:
state-discarded = Bản nháp này đã bị bỏ.
read-only = Trang này chỉ để xem lại.
sum-read = Đọc được { $figure_count } số liệu của { $province_count } tỉnh, thành phố, { $indicator } { $years }
sum-nothing = Chưa đọc được số liệu nào
sum-clean = không có lỗi, không có cảnh báo
sum-errors = { $errors } lỗi phải sửa
sum-warnings = { $warnings } cảnh báo cần lý do
sum-both = { $errors } lỗi phải sửa, { $warnings } cảnh báo cần lý do
sum-same = không làm thay đổi số liệu nào
sum-will = sẽ { $changes }
sum-group = { $problem } ({ $count })
several-indicators = nhiều chỉ số
year-is = năm { $year }
years-are = các năm { $years }
year-unknown = chưa rõ năm
to-do = Việc còn phải làm
to-do-errors = Phải sửa trước khi công bố
to-do-warnings = Cần xem lại và nêu lý do
all-good = Không còn lỗi nào. Hãy xem phần so sánh rồi công bố.
all-read = Không còn lỗi nào, nhưng tệp không làm thay đổi số liệu nào.
to-publish = Đến phần công bố
again = Tải lên tệp đã sửa
again-file = Tệp đã sửa
again-hint = Thay cho tệp hiện tại của bản nháp này. Các lựa chọn bên dưới được giữ lại.
again-button = Tải lên tệp đã sửa

## File and sheet.

reading-title = Cách đọc tệp
reading-change = Đổi chỉ số, năm, trang tính hoặc cách đọc
file-title = Tệp và trang tính
file-unreadable = Không mở được tệp. Xem phần lỗi để biết vì sao.
file-kind = Đây là { $file_kind }
file-encoding = Bảng mã { $encoding }
file-converted = Chữ viết bằng bảng mã { $encoding } đã được chuyển sang Unicode: hãy xem lại vài tên
file-separator = Các cột ngăn bằng { $separator }
file-decimal = Phần thập phân sau { $decimal_mark }
layout = Bảng: { $shape }. Tiêu đề ở dòng { $header }, số liệu ở dòng { $rows }.
titles = Những dòng phía trên bảng
sheets = Các trang tính trong tệp
sheet = Trang tính
sheet-automatic = Tự động
sheet-automatic-is = Tự động: { $sheet }
sheet-taken = đang đọc
sheet-hidden = (trang ẩn)
sheet-size = Dòng × cột
sheet-fit = Số liệu đọc được
sheet-no-table = không có bảng tỉnh, thành
header-row = Dòng tiêu đề đầu tiên
header-rows = Số dòng tiêu đề
encoding = Bảng mã
separator = Dấu ngăn cột
decimal = Dấu thập phân

## What it is about.

about-title = Chỉ số và năm
year-of-file = Năm của số liệu
as-of = Thời điểm của số liệu
as-of-hint = Chỉ khi số liệu tính đến một ngày: 2021-06-30, 2021-06, 2021-Q2 hoặc 2021-end.
fractions = Số trong tệp là phần của 1 (0,85 nghĩa là 85%)

## Columns.

columns = Các cột
columns-lead = Mỗi cột được đọc là gì. Cột không nhận ra thì không đọc.
columns-clear = Không có cột nào cần quyết định.
columns-unsure = Số cột cần quyết định: { $count }.
columns-more = Còn { $count } cột nữa: lưu các lựa chọn trên để thấy những cột tiếp theo.
columns-all = Tất cả các cột ({ $count }; không đọc: { $unread })
change-column = Đổi cách đọc cột { $column }
roles-free = Nội dung chưa có cột nào
columns-none = Chưa tìm thấy bảng nào. Hãy chọn trang tính và dòng tiêu đề ở trên.
column = Cột
row = Dòng
column-head = Tiêu đề trong tệp
no-header = (không có tiêu đề)
samples = Ví dụ
filled = Ô có nội dung
read-as = Đọc là
read-column-as = Cột { $column } ({ $heading }) đọc là
how-sure = Mức chắc chắn
choose-perhaps = Hãy chọn (có lẽ là: { $reading })
ignored-unknown = không nhận ra, không đọc
ignored-chosen = không đọc, do người phụ trách chọn
roles-plain = Cột chung
roles-other = Thông tin khác của số liệu

## Provinces.

places = Tỉnh, thành phố
province = Tỉnh, thành phố
places-lead = Những tên dưới đây cần có người xác nhận. Lựa chọn được ghi nhớ cho lần sau.
places-clear = Mọi tên tỉnh, thành đã rõ.
answer-sending = Đang ghi…
answer-stored = Đã ghi. Còn { $count } câu cần trả lời.
answers-complete = Đã ghi. Không còn câu nào cần trả lời.
answer-failed = Chưa ghi được. Bấm nút ghi ở cuối mục để xem lý do; những gì đã chọn vẫn còn.
places-more = Còn { $count } tên nữa: lưu các lựa chọn để thấy những tên tiếp theo. Nếu bảng không phải của các tỉnh, hãy chọn trang tính khác.
change-place = Đổi tỉnh, thành của “{ $name }”
places-rest = và { $count } tên khác.
places-chosen = Đã chọn
places-matched = Tên đã nhận ra ({ $count })
place-spelled = “{ $name }” (ô { $cell }, số lần: { $count })
leave-out = Bỏ các dòng này
left-out = bỏ các dòng này
other-place = Nếu là tên khác:
regions = Vùng
as-in-file = Viết trong tệp
means = Là
how-matched = Nhận ra
times = Số lần
absent = Tỉnh, thành không có dòng nào ({ $count })
absent-short = Tỉnh, thành không có dòng nào
absent-lead = Vì sao không có? Lý do hiện ra cho người đọc; thiếu không có nghĩa là bằng không.
absent-all = Lý do cho tất cả
absent-as-all = Như lý do cho tất cả

## Issues.

issues = Lỗi và cảnh báo
issues-none = Không có gì.
notices = Những điều đã ghi nhận, không cần làm gì ({ $count })
download-remarks = Tải tệp gốc có thêm cột nhận xét
download-issues = Tải danh sách lỗi (CSV)
download-original = Tải tệp gốc
issues-all = Xem cả { $count }
published-now = Đang công bố
where = Ở đâu
found = Đang có
what = Vấn đề
expected = Cần có
fix = Cách sửa
column-n = cột { $column }
row-n = dòng { $row }
whole-file = cả tệp

## Source and mode.

source = Nguồn
source-title = Nguồn số liệu
source-hint = Không có số liệu nào được công bố mà không có nguồn.
source-none = Chưa chọn
source-new = Nguồn mới
source-new-option = Nguồn mới (điền ở dưới)
sources-of-indicator = Nguồn đã dùng cho chỉ số này
source-name = Tên tài liệu
sources-all = Hiện mọi nguồn trong danh mục
source-name-hint = Đúng như khi công bố.
source-publisher = Cơ quan công bố
source-url = Địa chỉ trên mạng
source-day = Ngày công bố
source-day-hint = Ngày/tháng/năm, ví dụ 14/03/2017; hoặc chỉ 03/2017, 2017.
source-kind = Loại nguồn
mode = Với những số liệu đang có
mode-counts = Với tệp này: { $changes }.
mode-counts-kept = Với tệp này: { $changes }; để nguyên { $kept } số tệp ghi khác.

## The file beside the year before.

picture = So với năm trước
picture-none = { $measure }: chưa công bố năm nào trước đó của ít nhất một nửa số địa phương nên không có gì để so.
picture-title = { $measure }: { $up } địa phương tăng, { $down } giảm (trong { $total })
picture-title-break = { $measure }: năm { $year_before } và năm { $year } không so sánh được (≠)
picture-subtitle = Mỗi đường là một địa phương: năm { $year_before } đã công bố, năm { $year } trong tệp { $file }
picture-source = Bản nháp, chưa công bố: { $file }
picture-published = { $year_before } (đã công bố)
picture-file = { $year } (trong tệp)
picture-columns = Từng nội dung trong tệp ({ $count })
picture-table = Từng nội dung: năm trước → trong tệp (năm trước | trong tệp nếu không so sánh được). Chọn một nội dung để xem hình.
spread-count = Số địa phương
spread-low = Thấp nhất
spread-middle = Trung vị
spread-high = Cao nhất
ranks-rest = và { $count } thay đổi hạng khác.

## Publishing.

publish = Công bố
publish-button = Công bố
reasons = Lý do công bố dù có cảnh báo
reasons-lead = Mỗi loại cảnh báo cần một lý do; lý do được lưu cùng bản dữ liệu.
none-given = không có
note-hint = Một câu cho người đọc: bản này có gì mới.
will = Sẽ lập bản dữ liệu số { $edition_new } từ bản số { $edition }: { $changes }. Trang công khai đổi ngay cho mọi người; có thể hoàn tác.
save-reasons = Chỉ lưu ghi chú và lý do
blocked-errors = Chưa công bố được: còn { $errors } lỗi.
blocked-nothing = Chưa công bố được: chưa đọc được số liệu nào.
approve = Duyệt
approve-text = { $person } đã chuẩn bị bản nháp này. Nếu mọi thứ đúng, hãy duyệt; sau đó mới công bố được.
own-link = Hãy gửi địa chỉ của trang này cho người đó.
discard = Bỏ bản nháp
discard-text = Bản nháp không công bố được nữa. Số liệu công khai không đổi.
