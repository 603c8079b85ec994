choose = Chọn lại
marked = đánh dấu { $provinces }
see-on-map = Xem trên bản đồ
no-map = Bản dữ liệu số { $edition } không có bản đồ: danh mục của bản này chưa có vị trí các tỉnh, thành trên bản đồ ô.
no-map-of = Không có bản đồ cho danh sách { $count } tỉnh, thành của năm này.
kinds = Bản đồ vẽ
kind-score = Điểm
kind-count = Số lượng
kind-band = Xếp loại
kind-group = Nhóm
kind-rank = Hạng
kind-change = Thay đổi
against = So với năm
against-not = { $year } (≠ không so sánh được)
bases = Danh sách tỉnh, thành
other-maps = Bản đồ của chỉ số khác
to-ranking = Xem bảng { $indicator } { $year }
expect-from = một năm trước { $year } có số liệu: { $years }
expect-no-earlier = không có năm nào trước { $year } có số liệu

## What the map says.

title-region = { $region }: { $count }/{ $total } tỉnh, thành ở mức { $class }
title-change = { $measure } { $to } so với { $from }: trong { $total } tỉnh, thành so sánh được, { $up } tăng, { $down } giảm, { $unchanged } không đổi
title-apart = Không so sánh được năm { $to } với năm { $from }
title-nothing = Chưa có số liệu để vẽ: { $measure }
subtitle = { $measure }, năm { $year }: { $kind }
subtitle-change = { $measure }: thay đổi từ { $from } đến { $to }
what-score = điểm
what-count = số lượng
what-band = xếp loại
what-group = nhóm
what-rank-published = hạng do nguồn công bố
what-rank-computed = hạng do Thước Đo tính
description = Bản đồ ô của { $count } tỉnh, thành, mỗi tỉnh, thành một ô bằng nhau. { $details }
class-count = { $class }: { $count } tỉnh, thành
no-data = Không có số liệu
not-compared = Không so sánh được
no-tile = không có ô trên bản đồ

## Names of classes.

from-to = { $low }–{ $high }
change-from-to = { $low } đến { $high }
ranks-from-to = hạng { $first }–{ $last }
ranks-one = hạng { $rank }
band-from = { $band }: từ { $low }
band-between = { $band }: từ { $low } đến dưới { $high }
band-below = dưới { $high }
group-range = { $group }: { $range }
value-and-band = { $value } ({ $band })
rank-computed = { $rank } (tính)

## How classes are made, and what else must be said.

rule-fifths = Mỗi mức gồm khoảng một phần năm số tỉnh, thành có số; số bằng nhau ở cùng một mức.
rule-bands = Mức theo ngưỡng xếp loại đã công bố cho năm { $year }; cùng một chữ có thể là ngưỡng khác ở năm khác.
rule-groups = Bốn nhóm theo tứ phân vị của bảng đầy đủ, như cách nguồn công bố; nguồn không xếp hạng.
rule-ranks = Năm bậc bằng nhau từ hạng 1 đến hạng { $last }.
rule-change = Năm bậc bằng nhau, đối xứng quanh 0: bậc giữa là thay đổi không quá một phần năm thay đổi lớn nhất.
off-map = Có số nhưng không có ô trên bản đồ: { $list }.
places = { $list }: có tên trên bản đồ, không có số liệu riêng.
part-of = thuộc { $province }
place-of = { $name } (thuộc { $province })
tile-note = Mỗi ô là một tỉnh, thành; diện tích ô không nói lên diện tích hay dân số.

## Why there is nothing to draw.

no-scores = Không có số liệu điểm của năm này.
no-bands = Không có xếp loại hay nhóm công bố cho năm này.
no-ranks = Không có hạng của năm này.
no-ranks-groups = Nguồn công bố theo bốn nhóm và không xếp hạng, nên không có bản đồ hạng.
no-ranks-count = Chỉ số này không có xếp hạng.
no-earlier = Không có năm trước nào có số liệu để so sánh.
no-changes = Không có tỉnh, thành nào có số của cả hai năm { $from } và { $to }.

## The page.

heading-map = Bản đồ
heading-key = Chú giải
key-caption = Các mức trên bản đồ, từ thấp đến cao
key-class = Mức
key-count = Số tỉnh, thành
heading-table = Tất cả tỉnh, thành
table-caption = { $subtitle }: giá trị và mức trên bản đồ
letters = Chữ trên ô
class = Mức trên bản đồ
change-value = Thay đổi
col-class = Mức trên bản đồ
col-value-of = Giá trị năm { $year }
readme-classes = Cách chia mức
