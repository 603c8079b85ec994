## Separators of cells

separator-comma = dấu phẩy
separator-semicolon = dấu chấm phẩy
separator-tab = ký tự tab
separator-bar = dấu gạch đứng
separator-other = dấu khác

## Encodings

encoding-utf8 = UTF-8
encoding-utf16-le = UTF-16 (LE)
encoding-utf16-be = UTF-16 (BE)
encoding-windows1258 = Windows-1258 (tiếng Việt)
encoding-tcvn3 = TCVN3 (phông .VnTime)
encoding-vni = VNI (phông VNI-Times)

## Roles of columns

role-ignore = Không đọc
role-number = Số thứ tự
role-province = Tên tỉnh, thành
role-code = Mã thống kê của tỉnh, thành
role-indicator = Tên chỉ số
role-component = Tên thành phần
role-year = Năm
role-as-of = Thời điểm

## Fields of a figure

field-value = Giá trị
field-rank = Hạng
field-rank-of = Số đơn vị được xếp hạng
field-of = Trên tổng số hoặc điểm tối đa
field-tier = Xếp loại hoặc nhóm
field-approx = Mức độ chính xác (khoảng, hơn, gần)
field-low = Cận dưới
field-high = Cận trên
field-standard-error = Sai số chuẩn
field-missing = Lý do không có số
field-note-vi = Ghi chú tiếng Việt
field-note-en = Ghi chú tiếng Anh
field-source = Nguồn
field-origin = Dòng trong tệp gốc

## Actions in the log

action-account-added = Thêm tài khoản
action-account-renamed = Đổi tên hiển thị của tài khoản
action-role-changed = Đổi vai trò tài khoản
action-password-changed = Đổi mật khẩu
action-account-disabled = Khóa tài khoản
action-account-enabled = Mở lại tài khoản
action-signed-in = Đăng nhập
action-sign-in-failed = Đăng nhập không thành công
action-signed-out = Đăng xuất
action-signed-out-everywhere = Đăng xuất trên mọi thiết bị
action-token-added = Tạo mã truy cập API
action-token-revoked = Thu hồi mã truy cập API
action-uploaded = Tải tệp lên
action-draft-begun = Mở bản nháp
action-draft-saved = Sửa bản nháp
action-draft-approved = Duyệt bản nháp
action-draft-discarded = Bỏ bản nháp
action-profile-saved = Ghi nhớ lựa chọn cho lần sau
action-published = Công bố bản dữ liệu
action-restored = Khôi phục bản dữ liệu
action-backup-restored = Phục hồi từ bản sao lưu

## Confidence in a suggestion

confidence-low = chưa chắc, cần xác nhận
confidence-high = gần như chắc chắn
confidence-certain = chắc chắn
confidence-chosen = do người phụ trách chọn

## What each way does

mode-explained-add = Số chưa có được thêm vào. Số đang có giữ nguyên, kể cả khi tệp ghi khác.
mode-explained-update = Số trong tệp thay cho số đang có. Những số mà tệp không nhắc đến giữ nguyên.
mode-explained-replace-year = Toàn bộ số của chỉ số này trong các năm có trong tệp được bỏ đi, thay bằng số trong tệp. Số mà tệp không có sẽ không còn.
mode-explained-beside = Tệp là một nguồn nữa. Số của tệp đứng cạnh số đang có; chỗ nào khác nhau thì trang hiện cả hai.

## How figures are taken over

mode-add = Chỉ thêm số mới
mode-update = Cập nhật
mode-replace-year = Thay cả năm
mode-beside = Thêm một nguồn bên cạnh

## Shapes of tables

shape-wide = mỗi dòng một tỉnh, thành
shape-tidy = mỗi dòng một số liệu
shape-sorted = mỗi cột xếp thứ tự riêng, kèm cột tên riêng
shape-across = tỉnh, thành theo cột, chỉ số theo dòng

## Kinds of files

file-kind-delimited = tệp văn bản (CSV, TSV)
file-kind-xlsx = bảng tính Excel (.xlsx)
file-kind-xls = bảng tính Excel đời cũ (.xls)
file-kind-ods = bảng tính OpenDocument (.ods)
file-kind-xlsb = bảng tính Excel nhị phân (.xlsb)
file-kind-excel-xml = bảng tính XML của Excel 2003
file-kind-html = trang HTML có bảng
file-kind-docx = tài liệu Word (.docx)
file-kind-pdf = tài liệu PDF có lớp chữ

## Decimal marks

decimal-comma = dấu phẩy (86,67)
decimal-point = dấu chấm (86.67)

## How a name was matched

matched-code = theo mã thống kê
matched-exact = đúng tên trong danh mục
matched-alias = tên gọi khác đã biết
matched-folded = khác dấu hoặc cách viết
matched-chosen = do người phụ trách chọn
matched-near = gần giống, cần xác nhận
matched-nothing = chưa nhận ra

## Severities of issues

severity-error = Lỗi
severity-warning = Cảnh báo
severity-notice = Ghi chú

## Places in a file

place-column = cột { $name }
place-row = dòng { $row }
place-cell = ô { $name }
place-sheet = trang tính “{ $sheet }”
expected = Cần có

## What a table is of, if not of provinces

looks-like-ministries = bộ, cơ quan ngang bộ
looks-like-districts = quận, huyện
looks-like-communes = xã, phường
looks-like-departments = sở, ban, ngành
looks-like-ministry-units = đơn vị thuộc bộ
