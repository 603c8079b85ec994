## The page

dispersion = Khoảng cách giữa các tỉnh, thành
title = nửa giữa các tỉnh, thành cách nhau { $difference } { $unit }
title-since = nửa giữa các tỉnh, thành cách nhau { $difference } { $unit }; năm { $from } là { $difference_before }
percent-points = điểm phần trăm
lead = Nửa giữa là các tỉnh, thành từ tứ phân vị dưới đến tứ phân vị trên: một phần tư cao nhất và một phần tư thấp nhất nằm ngoài.
table = Khoảng cách theo năm
table-caption = { $measure }: giá trị cao nhất, tứ phân vị, trung vị và giá trị thấp nhất của từng năm
count = Số tỉnh, thành
apart = Nửa giữa cách nhau
nothing = { $indicator } chưa có năm nào đủ số của mọi tỉnh, thành nên không tính khoảng cách.
to-ranking = Bảng xếp hạng { $indicator } năm { $year }
to-dispersion = { $indicator }: các tỉnh, thành cách nhau bao xa

## What the lines are

highest = Cao nhất
upper = Tứ phân vị trên
median = Trung vị
lower = Tứ phân vị dưới
lowest = Thấp nhất
chart-text = Đường theo năm của giá trị cao nhất, tứ phân vị, trung vị và giá trị thấp nhất. Năm { $year }: { $values }.

## What must be said with it

how = Thước Đo tính từ bảng đầy đủ của từng năm (tứ phân vị nội suy tuyến tính).
left-out = Không tính vì bảng chưa đủ số: { $years }.
