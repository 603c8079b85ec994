## The page.

compare = So sánh
title = So sánh các tỉnh, thành
lead = Chọn từ hai đến tám tỉnh, thành, hoặc một tỉnh, thành cùng nhóm tương đồng của nó, theo bất kỳ chỉ số, thành phần và năm nào có số.
one-more = Mới có một tỉnh, thành. Chọn thêm ít nhất một, hoặc chọn một nhóm để so cùng.
suggestions = Gợi ý
suggest-neighbours = { $province } và các tỉnh, thành lân cận về hạng ({ $indicator } { $year })
suggest-region = { $province } và các tỉnh, thành cùng vùng ({ $indicator } { $year })
suggest-cities = Các thành phố trực thuộc trung ương ({ $indicator } { $year })
measure-years = { $measure }, năm { $to } so với { $from }
shown-coverage = có số của { $found }/{ $expected } tỉnh, thành được so
years-against = { $to } so với { $from }
nth = Tỉnh, thành { $number }
none = – không chọn –
together-with = Cùng với
newest-year = Mới nhất có số
year-before = Năm liền trước có số
from = So với năm
go = So sánh
differences = Khác nhau ở đâu
differences-lead = Các câu này được lập theo quy tắc từ chính các số trong bảng; điều gì số liệu không cho phép thì không nói.
nothing = Số liệu không đủ để nói điều gì khác nhau.
table = Bảng so sánh
table-caption = { $measure }: giá trị, hạng và thay đổi
parts = Thành phần năm { $year }
parts-caption = { $measure } năm { $year }: thành phần theo tỉnh, thành; giá trị cao nhất và thấp nhất của mỗi dòng được ghi chữ
highest = cao nhất
lowest = thấp nhất
most = nhiều nhất
fewest = ít nhất
dash-means = Dấu – nghĩa là không có số ({ $reasons }), không phải số 0.
moments-differ = số ở các thời điểm khác nhau, không đánh dấu
charts = Biểu đồ
no-change-chart = Không vẽ thay đổi giữa { $from } và { $to }: không tỉnh, thành nào được so có số của cả hai năm.
rank-here = hạng { $rank }
tier = Xếp loại (nguồn công bố)
see-table = Xem cả bảng { $indicator } { $year }

## Peers.

peers = Nhóm để so cùng
peers-none = Chỉ các tỉnh, thành đã chọn
peers-region = Cùng vùng
peers-band = Cùng nhóm hoặc xếp loại
peers-neighbours = Lân cận về hạng
of-region = Cùng vùng { $region } với { $province }
of-band = Cùng { $band } với { $province } năm { $year }
band-group = nhóm “{ $group }”
band-label = loại { $band }
peers-similar = Tương đồng về số liệu
of-similar = Địa phương có số liệu gần { $province } nhất. { $details }
similar-why = { $province }: { $reason }
no-similar = { $province } không có đủ số để tìm địa phương tương đồng trong bảng đầy đủ đến năm { $year }.
of-neighbours = Lân cận về hạng của { $province } năm { $year }: tối đa ba bậc trên và ba bậc dưới
of-neighbours-computed = Lân cận về hạng của { $province } năm { $year }: tối đa ba bậc trên và ba bậc dưới, theo hạng do Thước Đo tính từ bảng đầy đủ
neighbours-part = chỉ những hạng mà các nguồn đã đọc nêu
capped = Ngoài các tỉnh, thành đã chọn, nhóm này có { $total }; hiện { $count } vì một lần so tối đa tám: gần { $province } nhất về hạng trước, không có số thì sau cùng. Không hiện: { $provinces }.
capped-alphabet = Ngoài các tỉnh, thành đã chọn, nhóm này có { $total }; hiện { $count } vì một lần so tối đa tám: theo vần, không có số thì sau cùng. Không hiện: { $provinces }.
no-band = Năm { $year }, { $province } không có nhóm hay xếp loại nào được công bố hoặc tính được cho chỉ số này.
no-ranks = Chỉ số này không có xếp hạng, nên không có lân cận về hạng.
no-rank-of = Năm { $year } không rõ hạng của { $province }, nên không có lân cận về hạng.
no-rank-mixed = Các số của năm { $year } ở những thời điểm khác nhau, nên không có lân cận về hạng.
alone = Không có tỉnh, thành nào khác trong nhóm này có trong bảng năm { $year }.

## Provinces that are not in the list.

outside = Không có trong danh sách của năm này
outside-lead = Năm { $year } được so trong danh sách { $units }. Đơn vị của danh sách khác không bao giờ đứng chung trong một bảng xếp hạng.
units-63 = 63 tỉnh, thành (đến 30/6/2025)
units-34 = 34 tỉnh, thành (từ 1/7/2025)
formed = { $province } chỉ có từ ngày { $date }; trước đó là
formed-later = { $province } chưa có trong danh sách này.
ended = { $province } có đến hết ngày { $date }; nay thuộc
ended-alone = { $province } có đến hết ngày { $date }.
swap = So các đơn vị này thay cho { $province }

## What differs, in sentences. Names may be one or several, so no verb depends on their number.

level-two = Năm { $year }, { $highest } ({ $highest_value }) cao hơn { $lowest } ({ $lowest_value }): chênh { $difference }.
level-two-count = Năm { $year }, { $highest } ({ $highest_value }) nhiều hơn { $lowest } ({ $lowest_value }): chênh { $difference }.
level = Năm { $year }, cao nhất: { $highest } ({ $highest_value }); thấp nhất: { $lowest } ({ $lowest_value }); cách nhau { $difference }.
level-count = Năm { $year }, nhiều nhất: { $highest } ({ $highest_value }); ít nhất: { $lowest } ({ $lowest_value }); cách nhau { $difference }.
level-same = Năm { $year }, { $provinces } cùng ở mức { $value }.
level-same-rounded = Năm { $year }, { $provinces } cùng ở mức { $value } sau khi làm tròn.
level-one = Năm { $year } chỉ có số của { $province } ({ $value }), nên không so được mức.
level-moments = Các số của năm { $year } ở những thời điểm khác nhau ({ $list }), nên không xếp cao thấp.
level-part = Tính trên { $found }/{ $expected } tỉnh, thành có số.
overlap = Khoảng tin cậy 95% đã công bố của { $highest } ({ $highest_interval }) và { $lowest } ({ $lowest_interval }) chồng lên nhau: chênh lệch này có thể chỉ do mẫu khảo sát.
no-overlap = Khoảng tin cậy 95% đã công bố của { $highest } ({ $highest_interval }) và { $lowest } ({ $lowest_interval }) không chồng lên nhau.
groups = Theo nhóm (tứ phân vị của bảng đầy đủ): { $list }.
group-of = “{ $group }” gồm { $provinces }
rank-part = Tính trên { $found }/{ $expected } tỉnh, thành rõ hạng.
rank-two = Về hạng, { $highest } ({ $highest_rank }) đứng trên { $lowest } ({ $lowest_rank }): chênh { $places } bậc.
rank-many = Về hạng, cao nhất: { $highest } ({ $highest_rank }); thấp nhất: { $lowest } ({ $lowest_rank }).
rank-computed = Hạng này do Thước Đo tính từ bảng đầy đủ.
moves-both = Từ { $from } đến { $to }, tăng nhiều nhất: { $highest } ({ $highest_change }); giảm nhiều nhất: { $lowest } ({ $lowest_change }).
moves-up = Từ { $from } đến { $to }, tăng nhiều nhất: { $highest } ({ $highest_change }); tăng ít nhất: { $lowest } ({ $lowest_change }).
moves-down = Từ { $from } đến { $to }, giảm nhiều nhất: { $lowest } ({ $lowest_change }); giảm ít nhất: { $highest } ({ $highest_change }).
moves-up-still = Từ { $from } đến { $to }, tăng nhiều nhất: { $highest } ({ $highest_change }); không đổi: { $unchanged }.
moves-down-still = Từ { $from } đến { $to }, giảm nhiều nhất: { $lowest } ({ $lowest_change }); không đổi: { $unchanged }.
moves-same = Từ { $from } đến { $to }, { $provinces } thay đổi như nhau: { $change }.
moves-still = Từ { $from } đến { $to }, không đổi: { $provinces }.
moves-one = Từ { $from } đến { $to } chỉ so được { $province }: { $change }.
moves-part = Tính trên { $found }/{ $expected } tỉnh, thành so sánh được.
moves-none = Giữa { $from } và { $to } không so sánh được, nên không nêu ai tăng, ai giảm.
places = Về hạng, từ { $from } đến { $to }: { $list }.
places-up = lên nhiều bậc nhất là { $provinces } ({ $places })
places-down = xuống nhiều bậc nhất là { $provinces } ({ $places })
places-one-up = { $provinces } lên { $places }
places-one-down = { $provinces } xuống { $places }
parts-apart = Trong { $count } thành phần cùng có số, xa nhau nhất là { $furthest }: { $highest } { $highest_value }, { $lowest } { $lowest_value }; gần nhau nhất là { $closest }: { $closest_value }.
parts-share = Xa gần tính theo phần của điểm tối đa.
parts-range = từ { $low } đến { $high }
parts-two = { $province } cao hơn ở { $count }/{ $total } thành phần, { $other } cao hơn ở { $other_count }/{ $total }.
parts-most = { $province } một mình cao nhất ở { $count }/{ $total } thành phần, nhiều hơn mọi tỉnh, thành khác được so.
years-most = { $province } một mình cao nhất trong { $count }/{ $total } năm mà mọi tỉnh, thành được so đều có số ({ $from }–{ $to }).
years-break = Các năm đó không cùng một phương pháp.
no-value = Không có số năm { $year }: { $list }.
disputed = các nguồn nêu số khác nhau
rank-only = chỉ có hạng, { $rank }
inexact = Số gần đúng không xếp cao thấp: { $list }.
percent-points = điểm phần trăm
step = một bậc
steps = { $places } bậc
of-which = Các số này là số đơn vị trên tổng số khác nhau, nên không xếp cao thấp.

## Titles.

title-two = { $highest } cao hơn { $lowest } { $difference }
title-two-count = { $highest } nhiều hơn { $lowest } { $difference }
title-many = cao nhất là { $highest }, thấp nhất là { $lowest }, cách nhau { $difference }
title-many-count = nhiều nhất là { $highest }, ít nhất là { $lowest }, cách nhau { $difference }
title-same = { $provinces } cùng ở mức { $value }
title-rank-two = { $highest } đứng trên { $lowest } { $places } bậc
title-rank-one = { $highest } đứng trên { $lowest } một bậc
title-rank-many = về hạng, cao nhất là { $highest }, thấp nhất là { $lowest }
title-outside = { $indicator } { $year }: { $found }/{ $expected } đơn vị đã chọn có trong danh sách của năm
title-coverage = { $indicator } { $year }: có số của { $found }/{ $expected } tỉnh, thành được so
title-years = { $province } cao nhất trong { $count }/{ $total } năm
title-lines = { $measure } của { $provinces }, { $from }–{ $to }
title-moves = Từ { $from } đến { $to }: { $list }
title-moves-none = { $from } và { $to }: không so sánh được
title-parts = Xa nhau nhất: { $furthest }; gần nhau nhất: { $closest }
title-parts-plain = Thành phần của { $provinces } năm { $year }

## Charts.

lines-subtitle = { $measure }, { $from }–{ $to }; mỗi khung một tỉnh, thành, các tỉnh, thành còn lại màu xám
lines-subtitle-ranks = Hạng { $measure }, { $from }–{ $to }, 1 ở trên; mỗi khung một tỉnh, thành, các tỉnh, thành còn lại màu xám
lines-text = { $count } biểu đồ đường nhỏ chung một trục, từ { $from } đến { $to }. { $details }
years-subtitle = { $measure }, { $from } và { $to }; mũi tên chỉ có ở nơi so sánh được
years-text = Biểu đồ chấm của { $count } tỉnh, thành, năm { $from } và { $to }. { $details }
profile-subtitle = { $measure }, năm { $year }; mỗi thành phần có thang riêng, từ 0 đến điểm tối đa
profile-text = Biểu đồ chấm của { $component_count } thành phần và { $province_count } tỉnh, thành. { $details }
not-drawn-parts = không vẽ vì không rõ điểm tối đa: { $components }
with-max = { $component } (tối đa { $maximum })

## Parameters.

expect-provinces = từ hai đến tám tỉnh, thành như trong địa chỉ, ví dụ nghe-an,ha-tinh (hoặc một, cùng peers=region, band hay neighbours)
expect-year = một năm có số liệu: { $years }
expect-from = một năm có số liệu trước năm { $year }: { $years }
expect-basis = danh sách có số liệu của năm này: { $list }
expect-component-of = một thành phần có số liệu của chỉ số nêu ở indicator
expect-any-year = một năm mà chỉ số nào đó có số liệu
no-years = không có năm nào

## Ways in.

with-similar = So với các tỉnh, thành tương đồng về số liệu
with-neighbours = So với các tỉnh, thành lân cận về hạng
with-region = So với các tỉnh, thành cùng vùng
followed-neighbours = So { $province } với các tỉnh, thành lân cận về hạng
followed-region = So { $province } với các tỉnh, thành cùng vùng
followed-several = So { $provinces } với nhau
