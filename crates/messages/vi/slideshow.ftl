wall = Màn hình phòng họp
wall-lead = Chiếu lần lượt các biểu đồ, toàn màn hình, chữ to, kèm nguồn và bản dữ liệu. Không cần đăng nhập; luôn theo bản dữ liệu mới nhất; mất kết nối thì tự nối lại.
wall-deck = Nội dung
wall-indicator = Chỉ số
wall-every = Tất cả
wall-seconds = Mỗi hình
wall-seconds-of = { $count } giây
wall-theme = Nền
wall-system = Theo máy
wall-light = Sáng
wall-dark = Tối (phòng tối)
wall-show = Chiếu
wall-regions = Vùng
wall-how = Cách dùng
wall-f11 = Bấm F11 để trình duyệt chiếm toàn màn hình; bấm lần nữa để thoát.
wall-keys = Mũi tên phải và trái: hình sau, hình trước. Phím cách: dừng lại hoặc chạy tiếp. Không có các phím đó thì dùng liên kết ở cuối màn hình.
wall-address = Địa chỉ giữ mọi lựa chọn: lưu lại là lần sau mở đúng như cũ.
wall-own = Muốn tự chọn từng biểu đồ: gom vào bộ trang trình chiếu rồi bấm “Chiếu lên màn hình phòng họp”.
wall-of-deck = Chiếu lên màn hình phòng họp

## The screen itself.

wall-position = Hình { $number }/{ $total }
wall-previous = Trước
wall-next = Sau
wall-pause = Dừng
wall-go-on = Chạy tiếp
wall-paused = Đang dừng
wall-choose = Chọn nội dung khác
wall-open = Mở trang số liệu
wall-lost = Mất kết nối, đang thử lại…
wall-published = { $source } Công bố ngày { $date }.
wall-nav = Điều khiển màn hình

## What cannot be used.

expect-seconds = số giây từ { $low } đến { $high }
expect-at = số thứ tự của một hình, ví dụ 1
expect-deck = một bộ có sẵn: country, regions/… hoặc provinces/…, ví dụ provinces/nghe-an
wall-no-views = Không có biểu đồ nào cho lựa chọn này.
