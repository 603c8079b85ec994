## Around the pages.

desk = Bàn làm việc
editions = Các bản dữ liệu
catalogue = Danh mục
audit = Nhật ký
accounts = Các tài khoản
account = Tài khoản của tôi
title-refused = Chưa thực hiện: { $title }
optional = Không bắt buộc.

## Signing in.

sign-in = Đăng nhập
sign-in-lead = Dành cho người tải lên và công bố số liệu. Xem số liệu không cần tài khoản.
sign-in-first = Trang này cần đăng nhập.
no-account = Chưa có tài khoản hoặc quên mật khẩu: liên hệ quản trị viên.
name = Tên đăng nhập
password = Mật khẩu
forbidden = Tài khoản này không được xem trang này
forbidden-text = { $person } đăng nhập với vai trò “{ $role }”. Cần quyền khác thì liên hệ quản trị viên.
role-reader = Người đọc
role-analyst = Chuyên viên
role-administrator = Quản trị viên
cross-site = Yêu cầu không gửi từ trang này
cross-site-text = Yêu cầu được gửi từ một trang khác nên không được thực hiện. Không có gì thay đổi. Hãy mở trang này và làm lại từ đầu.
not-found = Không có tệp tải lên, bản nháp, bản dữ liệu hoặc tài khoản này
not-found-text = Địa chỉ có thể đã gõ sai, hoặc bản nháp đã bị bỏ.
no-workbook = Bản dữ liệu này không có tệp Excel
trouble = Bàn làm việc tạm thời không dùng được
trouble-works = Người đọc vẫn xem được bản dữ liệu số { $edition }. Không có gì bị mất và không có gì công bố dở dang.

## What was done.

done-saved = Đã lưu các lựa chọn.
done-published = Đã công bố bản dữ liệu số { $edition }. Mọi người xem được ngay.
done-restored = Đã khôi phục số liệu của bản số { $edition_restored } thành bản số { $edition_new }. Mọi người xem được ngay.
done-discarded = Đã bỏ bản nháp. Số liệu công khai không đổi.
done-approved = Đã duyệt bản nháp ở trạng thái này. Sửa tiếp thì phải duyệt lại.
done-same-file = Tệp này đã được tải lên trước đây.
done-account = Đã lưu tài khoản { $account }.
done-password = Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.
done-signed-out = Đã đăng xuất trên mọi thiết bị.
done-token-revoked = Đã thu hồi mã truy cập.
see-site = Xem trang công khai
see-changes = Xem những gì đã đổi
see-earlier-draft = Xem bản nháp trước
same-edition = Xem bản nháp đã thành bản số { $edition }
undo = Hoàn tác

## What was refused.

refused = Chưa thực hiện được, không có gì thay đổi
refused-password = Tên đăng nhập hoặc mật khẩu không đúng.
refused-wait = Sai quá nhiều lần. Hãy thử lại sau { $seconds } giây.
refused-short = Mật khẩu cần ít nhất { $limit } ký tự.
refused-differ = Hai lần nhập mật khẩu mới không giống nhau.
refused-taken = Đã có tài khoản tên “{ $account }”.
refused-name = Tên “{ $account }” không dùng được: cần 2 đến 60 chữ cái, chữ số hoặc các dấu . - _ @, không có dấu cách.
refused-last = Phải còn ít nhất một quản trị viên đang hoạt động.
refused-no-file = Chưa chọn tệp nào. Hãy chọn một tệp rồi gửi lại.
refused-large = Tệp lớn hơn { $megabytes } MB. Hãy bỏ bớt trang tính hoặc hình ảnh, hoặc lưu riêng bảng cần dùng thành CSV.
refused-field = { $field }: không hiểu được “{ $found }”.
refused-newer = Bản số { $edition } vừa được công bố trong lúc này. Phần so sánh dưới đây đã tính lại theo bản đó: hãy xem lại rồi công bố.
refused-undo = Sau bản số { $edition } đã có bản khác được công bố: { $editions }. Chưa có gì thay đổi. Hãy xem các bản đó bên dưới; nếu vẫn muốn, hoàn tác lại.
refused-two-sources = { $field }: đã chọn nguồn có sẵn “{ $found }” và cũng đã điền nguồn mới. Hãy để một trong hai: chọn “Nguồn mới”, hoặc xóa các ô của nguồn mới rồi chọn lại nguồn có sẵn.
refused-day = { $field }: không đọc được “{ $found }”. Hãy viết ngày/tháng/năm (14/03/2017), tháng/năm (03/2017) hoặc năm (2017).
refused-overtaken = Người khác vừa lưu bản nháp này. Nội dung vừa nhập còn nguyên bên dưới nhưng chưa được lưu: hãy lưu lại để thay, hoặc mở lại trang để bỏ.
overtaken-field = { $field }: đang lưu { $stored }; vừa nhập { $typed }
nothing-there = (để trống)
refused-changed = Người khác vừa sửa bản nháp này. Dưới đây là trạng thái mới nhất: hãy xem lại và làm lại phần của mình.
refused-errors = Còn { $errors } lỗi phải sửa trước khi công bố.
refused-reasons = Còn { $count } loại cảnh báo chưa có lý do.
refused-nothing = Tệp không làm thay đổi số liệu nào, nên không có gì để công bố.
refused-approval = Cần một người khác xem và duyệt trước khi công bố.
refused-own = Không tự duyệt được bản nháp của chính mình.
refused-disk = Ổ đĩa của máy chủ đã đầy nên không lưu được. Hãy báo quản trị viên.
refused-read-only = Thư mục dữ liệu của máy chủ chỉ cho đọc nên không lưu được. Hãy báo quản trị viên.
refused-unreachable = Cơ sở dữ liệu không trả lời. Hãy thử lại sau ít phút; nếu vẫn vậy, báo quản trị viên.
refused-files = Với thay đổi này các tệp dữ liệu không còn đúng:
refused-long-workbook = Bản dữ liệu này có nhiều dòng hơn một trang tính Excel chứa được (1.048.576). Hãy tải tệp CSV, Parquet hoặc JSON.
refused-failed = Có lỗi không lường trước. Nhật ký máy chủ có chi tiết.

## The desk.

desk-lead = Tải tệp lên, xem trước những gì sẽ đổi, công bố, hoàn tác.
upload = Tải số liệu lên
upload-button = Tải lên và xem trước
nothing-public = Chưa có gì công khai cho đến khi bấm “Công bố”.
file = Tệp
file-hint = CSV, TSV, XLSX, XLSB, XLS, ODS, XML của Excel 2003, bảng HTML, bảng trong DOCX hoặc PDF có chữ, để nguyên như khi nhận được. Tối đa { $megabytes } MB và { $rows } dòng. Tệp có nhiều chỉ số hoặc nhiều năm thành nhiều bản nháp.
indicator-hint = Chỉ cần chọn khi tệp không ghi; nếu chọn, chỉ đọc chỉ số này.
year-hint = Chỉ cần ghi khi tệp không ghi; nếu ghi, chỉ đọc năm này.
file-drop = Cũng có thể kéo tệp và thả vào đây.
file-chosen = Đã chọn { $file } ({ $size }).
file-sending = Đang gửi: { $percent }%.
file-sent = Đã gửi xong, đang đọc tệp…
file-failed = Chưa gửi được: mất kết nối. Tệp vẫn được chọn, hãy gửi lại.
found-by-itself = Tự nhận ra từ tệp
indicator = Chỉ số
year = Năm
how = Cách làm
how-1 = Tải tệp lên, không cần sửa trước. Thước Đo tìm trang tính, dòng tiêu đề, cột và tỉnh, thành.
how-2 = Quyết định lần lượt: phương pháp của năm mới, nguồn, cột, tên tỉnh, thành; rồi xử lý lỗi và cảnh báo. Mỗi ô sai đều được chỉ ra và nói cách sửa.
how-3 = So sánh: những số sẽ thêm, sửa, bỏ và thứ hạng sẽ đổi, trước khi ai khác nhìn thấy.
how-4 = Công bố thành một bản dữ liệu có số. Hoàn tác được bất cứ lúc nào.
drafts = Bản nháp đang mở
drafts-none = Không có bản nháp nào.
draft = Bản nháp
kind = Loại
by = Người làm
changed-at = Sửa lần cuối
state = Trạng thái
state-open = đang làm
of-catalogue = danh mục
of-file = tệp số liệu
approved-by = { $person } đã duyệt
editions-newest = Các bản dữ liệu mới nhất
editions-all = Xem tất cả các bản dữ liệu
edition = Bản
edition-n = Bản số { $edition }
published-at = Công bố lúc
changes = Thay đổi
note = Ghi chú
template = Tệp mẫu
template-lead = Tệp CSV có sẵn mã và tên các tỉnh, thành của năm đó, chỉ cần điền số.
template-button = Tải tệp mẫu

## Editions.

editions-lead = Mỗi lần công bố lập một bản dữ liệu có số. Bản cũ giữ nguyên, luôn đọc và trích dẫn được.
newest = mới nhất
from-program = Số liệu kèm theo chương trình
from-upload = Tệp tải lên
from-catalogue = Sửa danh mục
from-undo = Khôi phục bản số { $edition_restored }
counts = thêm { $added }, sửa { $changed }, bỏ { $removed } số liệu
rows-all = Toàn bộ bản có { $count } dòng số liệu.
method = Phương pháp
fingerprint = Mã kiểm tra của cả bản (SHA-256)
read-edition = Đọc bản này
compare-before = Khác gì bản số { $edition_before }
download = Tải về
download-as = { $format }, bản số { $edition }
compare = So sánh hai bản
compare-from = Bản trước
compare-to = Bản sau
compare-button = So sánh
compare-title = Bản số { $edition_before } và bản số { $edition }
compare-lead = Những gì bản số { $edition } khác với bản số { $edition_before }.
edition-day = Bản số { $edition }, { $date }
undo-title = Hoàn tác bản số { $edition }
undo-text = Lập bản số { $edition_new } có đúng số liệu và danh mục của bản số { $edition_restored }. Bản số { $edition } không bị xóa, vẫn đọc được. Trang công khai đổi ngay cho mọi người.
undo-button = Hoàn tác bản số { $edition }
undo-again-title = Đã công bố sau bản số { $edition }
undo-again-text = Hoàn tác lúc này sẽ lập bản số { $edition_new } có đúng số liệu và danh mục của bản số { $edition_restored }. Các bản sau không còn trên trang công khai, nhưng vẫn đọc được: { $editions }.
undo-again-button = Hoàn tác các bản số { $editions }
restore = Khôi phục bản số { $edition_restored }
restore-text = Lập bản số { $edition_new } có đúng số liệu và danh mục của bản số { $edition_restored }. Những gì công bố sau bản số { $edition_restored } sẽ không còn trên trang công khai, nhưng vẫn đọc được ở bản của nó.
note-why = Vì sao (ghi vào lịch sử, mọi người đọc được)

## Differences.

difference = Những gì sẽ đổi
difference-done = Những gì đã đổi
difference-lead-done = So với bản dữ liệu số { $edition }.
difference-figures = Số liệu sẽ đổi
difference-lead = So với bản dữ liệu số { $edition } đang công khai.
nothing-differs = Không có gì khác.
files-differ = Tệp danh mục khác nhau
added = Thêm
changed = Sửa
removed = Bỏ
unchanged = Giữ nguyên
kept = Tệp ghi khác nhưng để nguyên
stays = { $count } số liệu khác giữ nguyên.
movers = Giá trị đổi nhiều nhất
place = Nơi
figure = Số liệu
change = Thay đổi
before = Trước
after = Sau
by-how-much = Chênh lệch
no-figure = không có
kind-added = thêm
kind-changed = sửa
kind-removed = bỏ
side-chosen = { $value } (được chọn; nguồn khác: { $other_values })
source-differs = khác nguồn hoặc ghi chú
rank-says = hạng { $rank }
ranks-change = Thứ hạng và xếp loại khác đi ({ $count })
table = Bảng
rank-before = Hạng trước
rank-after = Hạng sau
by-places = Số bậc
band = Xếp loại
no-rank = chưa có hạng
no-band = chưa xếp loại
from-to = từ { $band_before } sang { $band }
every-change = Từng số liệu
part-all = Tất cả ({ $count })
part-added = Thêm ({ $count })
part-changed = Sửa ({ $count })
part-removed = Bỏ ({ $count })

## Accounts.

account-lead = { $person }, tên đăng nhập { $account }, vai trò { $role }.
password-change = Đổi mật khẩu
password-old = Mật khẩu hiện tại
password-new = Mật khẩu mới
password-again = Nhập lại mật khẩu mới
devices = Các thiết bị
devices-text = Đăng xuất tài khoản này trên mọi thiết bị, kể cả thiết bị đang dùng.
devices-button = Đăng xuất mọi nơi
tokens = Mã truy cập API
tokens-text = Chương trình khác dùng mã này để tải tệp lên thay mặt tài khoản. Thu hồi thì mã hết hiệu lực ngay.
tokens-none = Chưa có mã nào.
token-fresh = Mã truy cập mới
token-once = Hãy chép lại ngay: mã chỉ hiện một lần này.
token-label = Dùng cho việc gì
token-hint = Ví dụ: nhập số liệu hằng tháng.
token-make = Tạo mã
made-at = Tạo lúc
used-at = Dùng lần cuối
never = chưa dùng
revoke = Thu hồi
revoke-this = Thu hồi mã “{ $token }”
accounts-lead = Ai được làm gì. Mọi thay đổi đều ghi vào nhật ký.
account-add = Thêm tài khoản
shown-name = Tên hiển thị
shown-hint = Ví dụ: Nguyễn Thị Hoa.
name-hint = 2 đến 60 chữ cái, chữ số hoặc các dấu . - _ @, không có dấu cách.
password-hint = Đưa cho người dùng và nhắc đổi ngay khi đăng nhập.
role = Vai trò
role-hint = Người đọc chỉ xem; chuyên viên tải lên và công bố; quản trị viên thêm tài khoản và danh mục.
role-of = Vai trò của { $account }
role-set-of = Đặt vai trò của { $account }
password-of = Mật khẩu mới của { $account }
password-set-of = Đặt mật khẩu của { $account }
set = Đặt
disable = Khóa
enable = Mở lại
disabled-at = đã khóa lúc { $date }
active-since = hoạt động từ { $date }

## The log.

audit-lead = Mọi việc đã làm ở bàn làm việc, mới nhất ở trên.
audit-none = Chưa có gì.
audit-draft = Bản nháp { $id }…
audit-upload = Tệp tải lên { $id }…
audit-account = Tài khoản { $account }
audit-via = Gửi qua
audit-base = So với bản số
audit-restores = Khôi phục bản số
audit-sessions = Số lượt đăng nhập đã đóng
audit-failures = Số lần sai
when = Khi nào
who = Ai
action = Việc
subject = Đối tượng
detail = Chi tiết
newer = Mới hơn
older = Cũ hơn
