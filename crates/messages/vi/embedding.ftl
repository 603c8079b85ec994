embed-h1 = Nhúng và tải về
embed-lead = Mỗi biểu đồ và mỗi bảng có địa chỉ riêng, dùng được trong trang trình chiếu, báo cáo và trang web. Nguồn, bản dữ liệu và ghi chú phương pháp luôn đi kèm.

which-one = Cố định hay cập nhật
frozen-head = Cố định (có edition= trong địa chỉ)
frozen-text = Số liệu đứng yên ở một bản dữ liệu. Dùng cho trang trình chiếu, báo cáo đã ký, văn bản trích dẫn: một năm sau mở lại vẫn là con số đã trình bày.
live-head = Cập nhật (không có edition=)
live-text = Luôn theo bản dữ liệu mới nhất. Dùng cho trang web cần số hiện hành. Khi có bản mới, hình đổi theo trong vòng năm phút.

places = Từng nơi, từng bước
powerpoint = PowerPoint
powerpoint-1 = Dưới biểu đồ, mở “Chia sẻ, tải về” và bấm PPTX. Tệp có một trang với biểu đồ thật của PowerPoint, sửa được.
powerpoint-2 = Chép trang đó vào bài của mình; chọn giữ định dạng nguồn nếu muốn giữ màu. Lời nói kèm nằm trong phần ghi chú của trang.
powerpoint-3 = Nhiều biểu đồ: bấm “Thêm vào bộ trang trình chiếu” ở từng biểu đồ rồi tải cả bộ. Chỉ cần hình: tải SVG rồi chèn bằng Chèn, Hình ảnh.
word = Word
word-1 = Hình: chọn khổ “Nửa trang A4”, tải SVG (hoặc PNG 3×) rồi chèn bằng Chèn, Hình ảnh.
word-2 = Bảng: mở địa chỉ bảng HTML, chọn cả bảng, chép và dán; Word giữ nguyên hàng, cột và nguồn.
word-3 = Trích dẫn: chép câu trích dẫn, hoặc tải BibTeX, CSL-JSON cho phần mềm quản lý tài liệu.
excel = Excel
excel-1 = Tải XLSX: bảng có kiểu số đúng, trang nguồn và, với biểu đồ, một biểu đồ thật của Excel.
excel-2 = Số liệu tự làm mới: Dữ liệu, Từ Web, dán địa chỉ CSV bản cập nhật.
google = Google Trang trình bày
google-1 = Tải PPTX lên Google Drive rồi mở bằng Google Trang trình bày.
google-2 = Hoặc Chèn, Hình ảnh, Theo URL và dán địa chỉ PNG cố định.
wordpress = WordPress
wordpress-1 = Thêm khối “HTML tùy chỉnh” và dán mã khung nhúng.
wordpress-2 = Nếu trang của bạn không cho nhập mã, thêm khối Hình ảnh, chọn “Chèn từ URL” và dán địa chỉ PNG.
portal = Cổng thông tin của cơ quan
portal-1 = Dán mã khung nhúng vào trang. Không có mã theo dõi, không cookie, không gọi bên thứ ba.
portal-2 = Nếu cổng có Content-Security-Policy, thêm { $site } vào frame-src, và vào script-src nếu dùng khung tự vừa chiều cao; dùng hình thì thêm vào img-src.
portal-3 = Không thêm được script thì dùng khung có chiều cao tính sẵn: nội dung vẫn đủ.
reveal = reveal.js
reveal-1 = Trang nền là khung: đặt data-background-iframe bằng địa chỉ khung nhúng.
reveal-2 = Hoặc đặt hình SVG khổ 16:9 bằng thẻ img.
latex = LaTeX
latex-1 = Tải PDF (hình véc-tơ, chữ thật) rồi dùng \includegraphics.
latex-2 = Trích dẫn bằng tệp BibTeX của chính biểu đồ đó.
markdown = Markdown, kho mã, wiki
markdown-1 = Chép dòng Markdown: hình có chữ thay thế và liên kết về trang số liệu.

example = Ví dụ thật
example-text = Mã dưới đây hiện đúng khung bên dưới nó, với số liệu mới nhất.
example-share = Chọn cách trình bày khác.

addresses = Địa chỉ và tham số
addresses-text = Đứng sau { $site }. Địa chỉ cố định trả về cùng một nội dung mãi mãi và được lưu đệm lâu dài; địa chỉ sai được trả lời bằng một trang nói rõ chỗ sai.
address = Địa chỉ
gives = Cho
parameters = Tham số
parameter = Tham số
means = Nghĩa
address-picture = Hình; cũng có .png và .pdf
address-slide = Một trang trình chiếu; .xlsx cho biểu đồ trong Excel
address-table = Số liệu; cũng có .xlsx, .json, .parquet, .html; trích dẫn: .bib, .csl.json
address-frame = Trang nhỏ để nhúng bằng iframe
address-deck = Bộ trang trình chiếu; có sẵn: /decks/country.pptx, /decks/provinces/nghe-an.pptx
address-oembed = Mô tả oEmbed của một địa chỉ (format=json hoặc xml)
parameter-edition = số của bản dữ liệu: cố định; không có: cập nhật
parameter-lang = vi (mặc định) hoặc en
parameter-theme = light (mặc định) hoặc dark
parameter-size = auto (mặc định), 16x9, 4x3, 1x1, a4, phone, card
parameter-switch = on (mặc định) hoặc off
parameter-scale = 1, 2 (mặc định) hoặc 3: điểm ảnh cho mỗi px của PNG
parameter-highlight = tỉnh, thành được đánh dấu, ví dụ nghe-an,ha-tinh (tối đa năm)
parameter-state = thành phần, vùng, danh sách đơn vị (63 hoặc 34), năm của các thành phần
parameter-download = 1: lưu thành tệp thay vì mở

terms = Điều kiện sử dụng
terms-text = Số liệu thuộc cơ quan công bố ghi trong từng hình; khi dùng lại, giữ nguyên dòng nguồn, số của bản dữ liệu và dấu ≠ ở chỗ không so sánh được. Điều kiện của từng chỉ số nằm ở trang của chỉ số đó.
