mark = Giả định, không phải số liệu công bố
mark-text = Điểm thành phần dưới đây do người xem tự đặt. Điểm tổng và thứ tự suy ra từ đó chưa ai công bố; mọi tỉnh, thành khác giữ nguyên số liệu công bố.
page-title = Giả định: { $indicator } { $year } của { $province }
page-title-nothing = Giả định: { $indicator } của { $province }
description = Giả định, không phải số liệu công bố: thử điểm thành phần khác của { $province }, xem điểm tổng và thứ tự sẽ ra sao.

## What is drawn and exported.

title = GIẢ ĐỊNH: { $province } được { $score } điểm { $indicator } năm { $year } thay vì { $score_published }
title-placed = GIẢ ĐỊNH: { $province } được { $score } điểm { $indicator } năm { $year } thay vì { $score_published }, đứng thứ { $rank } thay vì { $rank_published }
title-same = GIẢ ĐỊNH: { $province }, { $indicator } năm { $year }: chưa đổi điểm nào
subtitle = Giả định, không phải số liệu công bố. { $indicator }: { $province }, { $year }
step-from = Công bố { $year }
step-to = Giả định
chart-text = Giả định, không phải số liệu công bố. Biểu đồ bậc thang: điểm tổng công bố { $score_published }, cộng trừ các thay đổi giả định, thành { $score }. { $steps }.
note = Giả định, không phải số liệu công bố: điểm thành phần do người xem tự đặt, các tỉnh, thành khác giữ nguyên.
readme = Giả định
col-published = Công bố
col-supposed = Giả định (không phải số liệu công bố)
col-contribution = Thay đổi điểm tổng theo giả định
total = Điểm tổng

to-what-if = { $indicator }: thử điểm thành phần khác

## The form.

form = Điểm thành phần giả định
form-lead = Các ô đang có điểm công bố năm { $year }. Sửa một hay nhiều ô rồi bấm nút. Viết 7,5 hay 7.5 đều được.
field = công bố { $score_published }; thang { $low }–{ $high }
field-weight = công bố { $score_published }; thang { $low }–{ $high }; trọng số { $weight }
submit = Xem điều gì sẽ theo sau
reset = Về số liệu công bố

## The result.

result = Kết quả giả định
unchanged = Chưa đổi điểm nào: đây là số liệu công bố.
result-total = Điểm tổng giả định: { $score }. Điểm tổng công bố: { $score_published }. Chênh lệch: { $difference }.
result-place = Đứng thứ { $rank } trên { $total } theo giả định; hạng nguồn công bố là { $rank_published }.
result-place-computed = Đứng thứ { $rank } trên { $total } theo giả định; hạng do Thước Đo tính từ số liệu công bố là { $rank_published }.
result-group = Thuộc nhóm “{ $group }” theo giả định; theo số liệu công bố thuộc nhóm “{ $group_published }”.
result-band = Ở mức { $band } theo giả định; theo số liệu công bố ở mức { $band_published }.
no-place = Không suy ra được thứ tự: bảng năm { $year } không đủ các tỉnh, hoặc hạng không theo đúng điểm.
share-link = Liên kết tới giả định này
how = Điểm tổng giả định bằng điểm tổng công bố cộng thay đổi của từng thành phần, nhân trọng số nếu có.

## Where nothing can be supposed.

refused = Năm này không giả định được.
no-total = Các nguồn đã đọc không có điểm tổng năm { $year }, hoặc nói khác nhau.
no-rule = Các nguồn đã đọc không cho biết điểm tổng năm { $year } được tính từ các thành phần như thế nào.
missing = Thiếu điểm thành phần năm { $year }: { $components }.
not-a-score = { $indicator } không phải điểm tổng của các thành phần.
other-years = Các năm giả định được:

expect-score = điểm “{ $component }” là một số từ { $low } đến { $high }, ví dụ 7,5 hoặc 7.5
expect-part = một thành phần của năm { $year }: { $components }
expect-set = các cặp thành phần:điểm, cách nhau bằng dấu phẩy, ví dụ { $component }:7.5
