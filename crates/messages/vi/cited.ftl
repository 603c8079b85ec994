cited = Kiểm tra số liệu đã trích dẫn
lead = Số liệu trong một hình, bảng hay trang trình chiếu đã sử dụng có còn đúng với bản dữ liệu mới nhất không.
form-view = Địa chỉ của hình, bảng hoặc trang
form-hint = Dán địa chỉ có “edition=” từ chân hình, ghi chú của trang trình chiếu, tệp hoặc lời trích dẫn.
check = Kiểm tra
expect-edition = số của bản dữ liệu đã trích dẫn; địa chỉ không có số này luôn cho số liệu mới nhất
expect-view = địa chỉ của một hình, bảng hoặc trang có số liệu trên trang này
no-such-view = Bản dữ liệu đã trích dẫn không có hình hoặc bảng này.

## What became of it.

outcome-newest = Đây là bản dữ liệu mới nhất
outcome-unchanged = Số liệu không thay đổi
outcome-corrected = { $count } số liệu đã được sửa
outcome-followed = Số liệu không thay đổi, thứ hạng hoặc số tính từ số liệu đã thay đổi
outcome-added = Số liệu không thay đổi, có thêm { $count } dòng mới
outcome-gone = Bản dữ liệu mới nhất không còn hình hoặc bảng này
outcome-of-several = { $count }/{ $total } hình có thay đổi
compared = Trích dẫn theo bản dữ liệu số { $edition }; so với bản mới nhất, số { $newest }, công bố ngày { $date }.
superseded = Số liệu mới nhất là { $indicator } { $year }. { $verdict }

## The differences.

stated = Số liệu đã sửa
followed = Thay đổi kéo theo
followed-count = Thay đổi kéo theo ở thứ hạng, mức tăng giảm, số tính ra: { $count }
col-what = Địa phương, nội dung
col-figure = Số liệu
col-cited = Đã trích dẫn (bản số { $edition })
col-now = Hiện nay (bản số { $edition })
col-edition = Thay đổi ở bản số
no-value = không có
more-changes = Và { $count } thay đổi khác.
added = Bản mới nhất có thêm { $count } dòng.
sources-gone = Nguồn không còn sử dụng
sources-added = Nguồn mới
editions = Các bản dữ liệu sau đó
edition = Bản số { $edition }, { $date }
as-cited = Xem như đã trích dẫn
as-now = Xem số liệu hiện nay

## The notice on pages with corrected figures.

corrected = Đã đính chính ở bản dữ liệu số { $edition }, ngày { $date }: { $list }.
corrected-later = Số liệu trên trang này đã được đính chính ở bản dữ liệu số { $edition }, ngày { $date }: { $list }.
correction = { $province } { $year }: { $before } → { $after }
corrections-more = { $list } và { $count } số liệu khác
what-changed = Xem bản đó thay đổi những gì
