### The page that describes the API.

title = API: số liệu cho chương trình
lead = Mọi số liệu, bảng xếp hạng, thay đổi và bản dữ liệu của trang này đều đọc được bằng chương trình, dưới dạng JSON, không cần khóa.
document = Tài liệu OpenAPI 3.1 (JSON)
addresses = Các địa chỉ
parameters = Tham số
name = Tên
place = Vị trí
values = Giá trị
meaning = Ý nghĩa
example = Ví dụ
statuses = Mã trả lời
in-path = trong đường dẫn
in-query = sau dấu hỏi
in-header = trong tiêu đề yêu cầu
required = bắt buộc
default = mặc định
several = nhiều giá trị cách nhau bằng dấu phẩy
text = văn bản
number = số nguyên
token = Cần mã truy cập API của một tài khoản (tạo tại trang tài khoản).
rule-1 = Mỗi câu trả lời cho biết bản dữ liệu, nguồn và điều kiện sử dụng. Thêm edition=N thì câu trả lời không bao giờ đổi và có thể lưu lâu dài; không thêm thì bản dữ liệu mới nhất trả lời.
rule-2 = Giá trị thiếu là null kèm lý do, không bao giờ là 0. Khi các nguồn khác nhau, không có giá trị chung mà có số của từng nguồn.
rule-3 = Hai năm không so sánh được thì không có hiệu số, chỉ có số của từng năm và lý do.
rule-4 = Tham số viết sai tên, lặp lại hoặc có giá trị sai bị từ chối với mã 400 và nêu rõ tham số; các giá trị không đi cùng nhau được thì mã 422. Mọi lỗi đều là application/problem+json.
rule-5 = ETag và If-None-Match giúp không tải lại câu trả lời chưa đổi (mã 304). Trang web khác cũng đọc được ngay trong trình duyệt (CORS).
rule-6 = Số yêu cầu mỗi phút của một địa chỉ mạng có hạn; khi vượt, mã 429 và Retry-After cho biết phải chờ bao lâu.
