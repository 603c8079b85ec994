## The form on the page of the deck builder.

form-h = Cập nhật tệp trình chiếu đã tải về
form-lead = Chọn tệp .pptx đã tải từ trang này, kể cả khi đã sửa chữ, đổi thứ tự, sao chép hoặc thêm bớt trang. Nội dung chưa ai sửa được thay bằng số liệu của bản dữ liệu mới nhất; mọi thứ khác giữ nguyên.
form-file = Tệp .pptx, tối đa { $limit } MB
form-report = Thêm một trang ở cuối liệt kê thay đổi
form-send = Cập nhật tệp

## The report.

report = Kết quả cập nhật tệp trình chiếu
summary = Bản dữ liệu số { $edition }, công bố ngày { $date }. Đã cập nhật { $changed } trong { $ours } trang tải từ đây.
unchanged = Tệp giữ nguyên từng byte: không có trang nào cần hoặc có thể cập nhật.
download = Tải tệp đã cập nhật
kept-for = Liên kết này dùng được trong { $minutes } phút, sau đó tệp bị xóa khỏi bộ nhớ.
col-slide = Trang
col-title = Tiêu đề
col-outcome = Kết quả
no-title = (không có tiêu đề)
from-edition = Bản số { $edition }
more-slides = Và { $count } trang khác.
again = Cập nhật tệp khác

## What happened to a slide.

refreshed = Đã cập nhật
kept = Giữ nguyên vì đã được sửa
newest = Đã theo bản dữ liệu này
later = Giữ nguyên: trang theo bản dữ liệu mới hơn bản ở đây
no-figures = Không cập nhật được: bản dữ liệu mới không còn số liệu cho hình này
not-comparable = Không cập nhật được: các năm trong hình không còn so sánh được
too-little = Không cập nhật được: bản dữ liệu mới không còn đủ số liệu để vẽ hình này
no-view = Không cập nhật được: không còn hình này hoặc lựa chọn của hình
not-ours = Không phải trang tải từ đây
title-now = Tiêu đề mới: { $title }
figures = { $count } số liệu khác trước.
changed = Đã thay: { $pieces }.
verdict = So sánh các năm: { $verdict }
kept-edited = Giữ nguyên vì đã được sửa: { $pieces }.
kept-removed = Không đưa lại vì đã bị xóa: { $pieces }.
kept-formatted = Giữ nguyên vì đã đổi định dạng, hãy đối chiếu với hình mới: { $pieces }.
kept-shape = Giữ nguyên vì hình mới có số biểu đồ, dãy số hoặc số hình vẽ khác: { $pieces }.

## The pieces of a slide.

piece-title = tiêu đề
piece-subtitle = dòng dưới tiêu đề
piece-chart = biểu đồ
piece-workbook = bảng số liệu của biểu đồ
piece-overlay = đường và chữ trên biểu đồ
piece-drawing = hình vẽ hoặc bảng
piece-description = văn bản thay thế
piece-remarks = ghi chú dưới hình
piece-source = dòng nguồn
piece-text = chữ khác
piece-notes = ghi chú của người trình bày

## Files that cannot be refreshed.

failed = Không cập nhật được tệp này
no-file = Chưa chọn tệp.
too-large = Tệp lớn hơn { $limit } MB.
not-a-deck = Tệp không phải là tệp trình chiếu .pptx.
encrypted = Tệp có mật khẩu hoặc là loại .ppt cũ. Hãy bỏ mật khẩu, hoặc lưu thành .pptx rồi thử lại.
too-many = Tệp có quá nhiều phần.
part-too-large = Phần { $part } trong tệp quá lớn.
part-missing = Tệp thiếu phần { $part }. Hãy mở và lưu lại bằng PowerPoint rồi thử lại.
part-damaged = Phần { $part } trong tệp bị hỏng. Hãy mở và lưu lại bằng PowerPoint rồi thử lại.
not-written = Không ghi được tệp.
