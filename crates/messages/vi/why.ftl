## Titles: the finding.

title-up = { $province }: { $indicator } năm { $to } tăng { $points } điểm so với năm { $from }, nhiều nhất nhờ “{ $component }” ({ $contribution })
title-down = { $province }: { $indicator } năm { $to } giảm { $points } điểm so với năm { $from }, nhiều nhất ở “{ $component }” ({ $contribution })
title-up-bare = { $province }: { $indicator } năm { $to } tăng { $points } điểm so với năm { $from }
title-down-bare = { $province }: { $indicator } năm { $to } giảm { $points } điểm so với năm { $from }
title-same = { $province }: { $indicator } năm { $to } sau khi làm tròn bằng năm { $from }
title-refused = { $province }: không tách được thay đổi { $indicator } từ { $from } đến { $to }
title-alone = { $province }: { $indicator } năm { $year }
title-nothing = { $province }: chưa có số liệu { $indicator } để giải thích
nothing = Các nguồn đã đọc không có điểm tổng { $indicator } của { $province }.
description = { $title }. Từng thành phần, ai vượt ai, mức điểm cần đạt để tăng hạng, mức độ ổn định của thứ hạng.
subtitle = { $indicator }: { $province }, { $from }–{ $to }

## The choice of years.

from = So với năm
newer = Có số liệu mới hơn (năm { $year }), nhưng thay đổi đến năm đó không tách được.
see-newer = Xem năm { $year }

## Totals and ranks.

between = Từ { $from } đến { $to }
totals = Điểm tổng: { $score_before } năm { $from }, { $score } năm { $to }: { $change } điểm.
ranks-published = Hạng nguồn công bố: { $rank_before } năm { $from }, { $rank } năm { $to }: { $movement }.
ranks-computed = Hạng do Thước Đo tính từ bảng đầy đủ: { $rank_before } năm { $from }, { $rank } năm { $to }: { $movement }.
ranks-apart = Hạng hai năm không so sánh được: { $rank_before } năm { $from }, { $rank } năm { $to }.
stands = Năm { $year }: { $score } điểm, hạng { $rank }.
stands-computed = Năm { $year }: { $score } điểm, hạng { $rank } (do Thước Đo tính từ bảng đầy đủ).
stands-scoreless = Năm { $year }: hạng { $rank }; các nguồn đã đọc không có điểm, hoặc nói khác nhau về điểm.
stands-unranked = Năm { $year }: { $score } điểm.

## How the components add up.

sum-plain = Đóng góp của một thành phần là thay đổi điểm của chính nó.
sum-weighted = Đóng góp của một thành phần là thay đổi điểm nhân với trọng số của nó.
adds-up = Các đóng góp cộng lại là { $sum }; thay đổi công bố là { $change }; phần dư { $remainder } nằm trong phạm vi làm tròn (±{ $rounding }).
does-not-add-up = Các đóng góp cộng lại là { $sum }; thay đổi công bố là { $change }; phần dư { $remainder } lớn hơn mức làm tròn gây ra (±{ $rounding }): số liệu thành phần của chính nguồn không cộng lại thành thay đổi đã công bố.
no-account = Không nói được mỗi thành phần đóng góp bao nhiêu vào điểm tổng; bảng chỉ cho biết từng thành phần đã thay đổi ra sao.
no-rule = Các nguồn đã đọc không cho biết điểm tổng được tính từ các thành phần như thế nào.

## The table.

parts = Từng thành phần
parts-table = { $indicator }: điểm thành phần năm { $from } và { $to }
difference = Thay đổi
weight = Trọng số
contribution = Đóng góp
places = Bậc
places-text = Cột “Bậc”: số bậc mà thay đổi của riêng thành phần đó đem lại hay làm mất, so với hạng sẽ có nếu chỉ thành phần đó giữ điểm năm { $from }, mọi thành phần khác và các tỉnh khác như năm { $to }. Các con số này không cộng lại được.
places-unknown = Không tính được số bậc từng thành phần đem lại hay làm mất, vì bảng năm { $year } không đủ các tỉnh hoặc hạng không theo đúng điểm.
won = đem lại { $places } bậc
cost = làm mất { $places } bậc
no-places = không làm đổi bậc
sum = Cộng các đóng góp
remainder = Phần dư
total = Điểm tổng

## Who passed whom.

passing = Vượt và bị vượt
passed = { $province } vượt ({ $count })
passed-by = Vượt { $province } ({ $count })
passed-none = Không có tỉnh, thành nào.
passer = hạng { $rank_before } năm { $from }, hạng { $rank } năm { $to }
passing-known = Trong { $count } trên { $total } tỉnh, thành khác có hạng so sánh được ở cả hai năm. Ngang hạng ở một trong hai năm thì không tính là vượt.
passing-refused = Không nói được ai vượt ai: hạng hai năm không so sánh được với nhau, hoặc không đủ.

## What more would take.

reach = Mức điểm cần đạt để tăng hạng
reach-lead = Tính trên bảng năm { $year }, điểm các tỉnh, thành khác giữ nguyên; bằng điểm thì cùng hạng.
reach-band = Mức { $band }: cần thêm { $points } điểm, tức đạt { $score }.
reach-group = Nhóm “{ $group }”: cần thêm { $points } điểm, tức đạt { $score }. Điểm của tỉnh tăng thì ranh giới nhóm cũng dịch theo; con số này đã tính đến điều đó.
reach-next = Hạng { $rank }, bậc ngay trên: cần thêm { $points } điểm, tức đạt { $score }.
reach-five = Hạng { $rank }, lên năm bậc: cần thêm { $points } điểm, tức đạt { $score }.
reach-first = Hạng { $rank }: cần thêm { $points } điểm, tức đạt { $score }.
top-band = Đã ở mức cao nhất của năm đó.
top-group = Đã ở nhóm cao nhất.
top-place = Đã đứng đầu bảng: không còn bậc nào để lên.
reach-unknown = Không tính được điểm cần để lên bậc: bảng năm { $year } không đủ điểm của các tỉnh, hoặc hạng không theo đúng điểm.

## How firm the place is.

firm = Mức độ ổn định của thứ hạng
firm-up = Thêm { $points } điểm là lên hạng { $rank }.
firm-down = Bớt { $points } điểm là xuống hạng { $rank }.
firm-near = { $count } tỉnh, thành khác có điểm hơn kém không quá { $points } điểm: { $provinces }.
firm-alone = Không tỉnh, thành nào khác có điểm hơn kém trong vòng { $points } điểm.
firm-range = Khoảng tin cậy 95% đã công bố của điểm này là từ { $low } đến { $high }. Xét các khoảng của mọi tỉnh, thành, { $ahead } nơi chắc chắn cao hơn và { $behind } nơi chắc chắn thấp hơn: hạng có thể ở bất cứ đâu từ { $rank_best } đến { $rank_worst } trên { $total }.
firm-groups = Các bậc đó thuộc nhóm từ “{ $group_best }” đến “{ $group_worst }”.
firm-one-group = Các bậc đó đều thuộc nhóm “{ $group }”.
firm-how = Hai khoảng chồng lên nhau thì không nói được bên nào đứng trước. Mỗi khoảng nói về một tỉnh, không phải về thứ tự cả bảng.
firm-unknown = Không nói được: bảng năm { $year } không đủ điểm của các tỉnh, hoặc hạng không theo đúng điểm.

## Why a change is not taken apart.

refused = Không tách thay đổi này.
not-comparable = Hai năm { $from } và { $to } không so sánh được: { $verdict }.
no-total = Các nguồn đã đọc không có điểm tổng năm { $year }.
disputed = Các nguồn nói khác nhau về điểm tổng năm { $year }.
no-components = Các nguồn đã đọc không có điểm thành phần của hai năm này.
only-in = Chỉ có năm { $year }: { $components }.
components-differ = Hai năm không cùng bộ thành phần.
components-missing = Thiếu điểm thành phần, hoặc các nguồn nói khác nhau.
missing-in = Năm { $year }: { $components }.
not-a-score = { $indicator } không phải điểm tổng của các thành phần.
one-year = Chỉ có số liệu của một năm, chưa có gì để so.
instead = Có thể xem
instead-pair = Thay đổi từ { $from } đến { $to }
instead-province = Mọi năm của { $province }, với thành phần mạnh và yếu
instead-verdicts = Vì sao các năm so sánh được hay không

## Ways on.

further = Xem tiếp
to-what-if = Thử giả định điểm thành phần khác, năm { $year }
to-ranking = Bảng xếp hạng { $indicator } năm { $year }
to-province = Trang của { $province }
to-why = Vì sao { $indicator } thay đổi

## The chart and its table.

chart-text = Biểu đồ bậc thang: điểm tổng { $score_before } năm { $from }, cộng trừ đóng góp của từng thành phần, thành { $score } năm { $to }. { $steps }.
col-from = Điểm năm { $year }
col-places = Bậc đem lại (+) hay làm mất (−)
col-difference = Thay đổi (điểm thành phần)
col-weight = Trọng số (điểm tổng cho một điểm thành phần)
col-contribution = Đóng góp (điểm tổng)
readme-sum = Cách cộng

expect-earlier = một năm có số liệu trước năm { $year }: { $years }
