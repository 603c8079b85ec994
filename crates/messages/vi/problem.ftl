### The page of a response that no page of the app gives.

no-file = Không có tệp này. Có thể trang bạn đang mở thuộc phiên bản cũ: hãy tải lại trang.
read-only = Địa chỉ này chỉ để đọc (GET, HEAD).
address-too-long = Địa chỉ quá dài: tối đa 8 kB. Hãy bỏ bớt điều kiện.
busy = Máy chủ đang có quá nhiều việc cùng lúc. Hãy thử lại sau vài giây.
starting = Máy chủ đang khởi động. Hãy thử lại sau vài giây.
failed = Máy chủ gặp lỗi khi tạo trang này. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu dưới đây cho người quản trị.
request-number = Mã yêu cầu
home = Trang đầu
not-read = Không đọc được nội dung đã gửi, nên chưa có gì thay đổi. Hãy quay lại trang trước, tải lại trang rồi gửi lại.
other-site = Yêu cầu này không đến từ một trang của hệ thống, nên không được thực hiện. Hãy mở trang tại đây rồi gửi lại.
too-slow = Nội dung gửi đến quá chậm, nên chưa có gì thay đổi. Hãy quay lại trang trước và gửi lại.
too-large = Nội dung gửi đến lớn hơn mức cho phép, nên chưa có gì thay đổi. Hãy quay lại trang trước và gửi ít hơn.
