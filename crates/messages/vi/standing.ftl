## Strips.

by-rank = xếp theo hạng vì chưa có đủ điểm
at-value = { $name } { $figure }
at-rank = { $name }, hạng { $figure }
and-one = { $province } và 1 tỉnh, thành khác
and-others = { $province } và { $count } tỉnh, thành khác
no-figure-of = không có số của { $provinces }
strip-text = { $count } tỉnh, thành trên một thang, từ { $last } đến { $first }.
strip-before = { $standing } (năm { $year_before }: { $figure_before })
quarter-1 = một phần tư cao nhất
quarter-2 = một phần tư thứ hai
quarter-3 = một phần tư thứ ba
quarter-4 = một phần tư thấp nhất
quarter-group = nhóm { $group }

## Where a province stands.

head-indicator = Chỉ số
worse = kém hơn
better = tốt hơn
hollow = Chấm rỗng: vị trí năm trước, chỉ khi so sánh được
no-value = chưa có điểm
no-strip = chưa đủ số để đặt trên một thang
no-better = số lượng, không nói lên tốt hay kém
stands-one = { $province }: hạng { $rank } về { $indicator }
stands-between = { $province }: cao nhất ở { $indicator_best } (hạng { $rank_best }), thấp nhất ở { $indicator_worst } (hạng { $rank_worst })
stands-nowhere = { $province }: vị trí theo từng chỉ số
standing-subtitle = Vị trí hiện tại của { $province } trong các tỉnh, thành, theo năm mới nhất có đủ số của từng chỉ số; bên phải là tốt hơn
standing-text = { $province }: { $list }.
standing-row = { $indicator } { $year }: { $figure }
rank-in = hạng { $rank }
other-year = { $indicator }: chưa có số của { $province } năm { $year }; ghi năm { $year_shown }.
not-compared-in = ≠ Không so sánh được với năm trước: { $indicators }.
all-compared = = Các thay đổi trong hình là giữa những năm so sánh được.
quarters-note = Nền chia bốn phần tư số tỉnh, thành; chỉ có ở bảng chia được.
covered-by = Số tỉnh, thành có số: { $list }.
covered-in = { $indicator } { $year }: { $found }/{ $expected }
col-quarter = Phần tư (1 là cao nhất)
col-value-text = Giá trị

## The heat map.

heat-title = Trong một phần tư cao nhất ở nhiều chỉ số nhất: { $provinces } ({ $count }/{ $total })
heat-title-plain = Hạng của các tỉnh, thành: { $indicators }
no-table-of = Chưa có bảng theo danh sách tỉnh, thành này: { $indicators }.
heat-subtitle = { $indicators }: hạng và phần tư của { $count } tỉnh, thành
heat-text = Bảng { $count } tỉnh, thành và { $column_count } cột. { $description }
heat-column = { $indicator }: { $count } tỉnh, thành ở một phần tư cao nhất
no-data = chưa có số
plain = có số, chưa xếp được vào phần tư
heat-reading = Số trong ô là hạng (giá trị, nếu cả cột không có hạng); màu là phần tư trong cột.
heat-years = Mỗi cột là năm mới nhất có đủ số của chỉ số đó; các cột không so sánh được với nhau về điểm.
expect-columns = từ một đến { $limit } chỉ số, cách nhau bằng dấu phẩy, ví dụ sipas,pci
expect-sort = region, name hoặc một trong các cột: { $list }
