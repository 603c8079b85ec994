## The panel under a chart or a table.

share = Chia sẻ, tải về
copy-image = Sao chép hình
image-copied = Đã sao chép hình; dán vào tài liệu bằng Ctrl+V.
image-not-copied = Trình duyệt không cho sao chép hình; hãy tải hình PNG.
quick-pptx = Trang PowerPoint
quick-png = Hình (PNG 16:9)
quick-xlsx = Excel
quick-csv = CSV (mở bằng Excel)
more-options = Tùy chọn khác
vietnamese-csv = CSV cho Excel
program-csv = CSV cho phần mềm
which-csv = CSV cho Excel: dấu chấm phẩy giữa các ô, dấu phẩy thập phân. CSV cho phần mềm: dấu phẩy giữa các ô, dấu chấm thập phân; Excel tiếng Việt đọc sai số.
which-edition = Số liệu
frozen = Cố định: bản dữ liệu số { $edition }
live = Cập nhật: luôn theo bản mới nhất
frozen-why = Bản cố định không bao giờ đổi: số trên trang trình chiếu vẫn đúng như lúc trình bày. Bản cập nhật đổi theo mỗi lần công bố.
language = Ngôn ngữ
vietnamese = Tiếng Việt
english = English
theme = Nền
light = Sáng
dark = Tối
size = Khổ hình
size-auto = Cao theo biểu đồ, rộng 960
size-wide = Trang trình chiếu 16:9
size-standard = Trang trình chiếu 4:3
size-square = Hình vuông
size-half = Nửa trang A4
size-phone = Điện thoại
size-card = Thẻ liên kết 1200 × 630
title = Tiêu đề trong hình
notes = Ghi chú trong hình
on = Có
off = Không
scale = Độ nét của PNG
scale-times = { $scale }×
get-code = Lấy liên kết và mã nhúng
add-to-deck = Thêm vào bộ trang trình chiếu
download = Tải về
also-combined = Điểm và hạng trong một hình

## The page of one chart or table.

share-title = Chia sẻ: { $title }
share-lead = Chọn cách trình bày rồi chép liên kết, mã nhúng hoặc tải tệp. Mọi lựa chọn nằm trong địa chỉ của trang này.
back-to-page = Xem trên trang số liệu
preview = Hình xem trước
choices = Cách trình bày
update = Xem lại với lựa chọn này
links = Liên kết và mã nhúng
links-frozen = Các địa chỉ dưới đây cố định ở bản dữ liệu số { $edition }.
links-live = Các địa chỉ dưới đây luôn theo bản dữ liệu mới nhất.
snippet-page = Liên kết đến trang
snippet-svg = Địa chỉ hình SVG (nét ở mọi cỡ)
snippet-png = Địa chỉ hình PNG
snippet-html = HTML: hình có liên kết
snippet-frame = HTML: khung nhúng
snippet-fit = HTML: khung nhúng tự vừa chiều cao
snippet-markdown = Markdown
snippet-oembed = Địa chỉ oEmbed
snippet-table = Địa chỉ bảng HTML (mở ra rồi chép vào Word)
snippet-csv = Địa chỉ tệp CSV
snippet-citation = Trích dẫn
copy = Chép
copy-what = Chép: { $name }
copied = Đã chép.
selected = Đã chọn sẵn; bấm Ctrl+C để chép.
says-with-it = Phải nói kèm
cite-files = Tệp trích dẫn
how-to = Cách nhúng vào PowerPoint, Word, WordPress và nơi khác

## The deck builder.

deck = Trang trình chiếu
deck-h1 = Bộ trang trình chiếu
deck-lead = Gom biểu đồ trong khi đọc, sắp thứ tự rồi tải về thành một tệp PowerPoint. Biểu đồ trong tệp sửa được, kèm số liệu và nguồn.
deck-empty = Chưa có biểu đồ nào.
deck-how = Dưới mỗi biểu đồ có mục “Chia sẻ, tải về”; trong đó bấm “Thêm vào bộ trang trình chiếu”. Cũng có thể bắt đầu từ một bộ có sẵn.
deck-count = { $count }/{ $limit } biểu đồ
deck-full = Bộ đã đủ { $limit } biểu đồ: bỏ bớt trước khi thêm.
deck-name = Tiêu đề của bộ
deck-size = Khổ trang
deck-update = Lưu lựa chọn
deck-up = Lên
deck-down = Xuống
deck-remove = Bỏ
deck-up-what = Đưa lên: { $title }
deck-down-what = Đưa xuống: { $title }
deck-remove-what = Bỏ khỏi bộ: { $title }
deck-charts = Các biểu đồ
deck-link = Liên kết đến bộ này
deck-link-why = Ai mở liên kết cũng thấy đúng bộ này; bộ riêng của người đó không đổi.
deck-theirs = Đây là bộ do người khác chia sẻ. Bộ riêng của bạn không đổi.
deck-take = Dùng làm bộ của tôi
deck-slides = Thêm vào đó là trang tiêu đề ở đầu và trang nguồn ở cuối.

## Ready decks.

ready = Bộ có sẵn
ready-lead = Mỗi bộ là một tệp PowerPoint khổ 16:9 với các biểu đồ của số liệu mới nhất. “Mở để sửa” cho phép chọn lại biểu đồ và thứ tự.
ready-open = Mở để sửa
ready-own = Tỉnh, thành của bạn
ready-country = Cả nước
ready-regions-34 = Vùng (34 tỉnh, thành)
ready-regions-63 = Vùng (63 tỉnh, thành)
ready-34 = 34 tỉnh, thành phố từ 1/7/2025
ready-63 = Các tỉnh, thành phố cũ, đến 30/6/2025
ready-made = Bản dữ liệu số { $edition }; tệp tải về không đổi khi có bản mới.
embedding = Nhúng và tải về
api = API
deck-added = Đã thêm; bộ của bạn có { $count } biểu đồ.
deck-open = Mở bộ trang trình chiếu
my-deck = Bộ trang ({ $count })
deck-moved = Đã chuyển đến vị trí { $place }/{ $count }.
deck-removed = Đã bỏ; bộ còn { $count } biểu đồ.
