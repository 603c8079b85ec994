## Notes inside pictures.

comparable-mark = = { $comparison } { $verdict } { $reason }
not-comparable-mark = ≠ { $comparison } { $verdict } { $reason }
breaks = ≠ Không so sánh được qua các mốc: { $years }.
no-breaks = = Các năm trong hình so sánh được với nhau.
some-computed = Ở những năm mà nguồn không công bố hạng, hạng do Thước Đo tính từ bảng đầy đủ.
region-title = { $measure } { $year }: { $region }
region-only = vùng { $region }
covered = { $coverage }.
licences = Số liệu là dữ kiện do các cơ quan nêu ở dòng nguồn công bố; khi sử dụng lại phải ghi nguồn.

## Charts of a province.

combined-text = Hai biểu đồ chung trục năm, { $from }–{ $to }: điểm ở trên, hạng ở dưới. { $description }
combined-subtitle = { $measure }: điểm và hạng, { $from }–{ $to }
rank-panel = Hạng (1 là cao nhất)
score-panel = Điểm

## Citations.

cited = { $source } { $title }. Thước Đo, bản dữ liệu số { $edition }, công bố ngày { $date }. { $address }
cited-check = { $citation } Kiểm tra số liệu: { $address }
cited-publisher = Thước Đo, bản dữ liệu số { $edition }
table-title = { $indicator } { $province }: bảng số liệu

## Columns of tables.

col-value = Giá trị ({ $unit })
col-rank = Hạng
col-rank-of = Trên tổng số
col-value-origin = Nguồn của giá trị
value-by-rule = Thước Đo tính theo quy tắc của nhà công bố
col-rank-origin = Nguồn của hạng
col-points = Thay đổi giá trị
col-places = Thay đổi bậc
col-compared = So với năm
col-verdict = So sánh được
col-why = Vì sao không có số
col-sources = Nguồn
col-as-of = Thời điểm
col-component = Thành phần
col-max = Tối đa
col-nation = Cả nước (công bố)
col-mean = Trung bình các tỉnh (tính ở đây)
two-verdicts = giá trị: { $verdict_of_values }; hạng: { $verdict_of_ranks }
col-best = Cao nhất
col-best-who = Tỉnh, thành cao nhất
col-obs-status = Tình trạng (mã SDMX CL_OBS_STATUS)
col-choice = Lọc và sắp xếp
choice-name = tên có “{ $name }”
choice-up = sắp xếp theo { $column }, tăng dần
choice-down = sắp xếp theo { $column }, giảm dần
origin-published = nguồn công bố
origin-computed = Thước Đo tính
origin-conflict = các nguồn nói khác nhau
cell-chosen = các nguồn nói khác nhau; được chọn: { $reason }
cell-conflict = các nguồn nói khác nhau

## The readme of a table.

readme-what = Nội dung
readme-coverage = Phủ số liệu
readme-method = Phương pháp
readme-compare = So sánh giữa các năm
readme-ranks = Hạng
readme-empty = Ô trống
readme-empty-text = Ô trống nghĩa là không có số, không phải số 0; cột “Vì sao không có số” nói lý do. Thay đổi chỉ có khi hai năm so sánh được.
readme-licence = Điều kiện sử dụng

## What cannot be shown.

no-view = Không có biểu đồ hay bảng nào ở địa chỉ này: { $address }. Địa chỉ đúng có dạng rankings/pci/2016/bars hoặc provinces/nghe-an/pci/lines.
no-format = { $address } là bảng, không có dạng { $format }. Bảng có các dạng: csv, vi.csv, xlsx, json, parquet, html, bib, csl.json.
no-figures = Không có đủ số liệu để vẽ { $name }.
expect-lang = vi hoặc en
expect-year-of = một năm có số liệu thành phần
expect-item = một biểu đồ, ví dụ rankings/pci/2016/bars
expect-items = từ một đến { $limit } biểu đồ
found-charts = bộ của bạn đã có { $count } biểu đồ
expect-room = bộ còn chỗ: tối đa { $limit } biểu đồ, và địa chỉ của chúng không dài quá những gì trình duyệt nhớ được; hãy mở bộ, lưu địa chỉ của nó rồi bỏ bớt biểu đồ
expect-chart = một biểu đồ; bảng không đưa vào bộ trang trình chiếu được
expect-deck-size = 16x9 hoặc 4x3
expect-layout = 1 hoặc 2
expect-title = tối đa { $limit } ký tự

## Drafts.

draft-title = BẢN NHÁP. { $title }
draft-source = BẢN NHÁP, CHƯA CÔNG BỐ, không được trích dẫn. { $source }
draft-not-cited = Bản nháp, chưa công bố: không được trích dẫn.
preview = Xem trước bản nháp
preview-lead = Tệp { $file }. Đây là bản nháp, chưa công bố: số liệu có thể còn thay đổi, không được trích dẫn. Liên kết này dùng được đến { $date }.
preview-changes = Các bảng xếp hạng mà bản nháp này sẽ thay đổi:
preview-none = Bản nháp này không thay đổi bảng xếp hạng nào.
preview-ended = Liên kết xem trước này đã hết hạn, hoặc bản nháp đã được công bố hay bỏ. Hãy xin người gửi một liên kết mới.

## Decks.

deck-title = Bộ trang trình chiếu từ Thước Đo
deck-subtitle = Bản dữ liệu số { $edition }, công bố ngày { $date }
deck-province = { $province }: các chỉ số cải cách hành chính
deck-region = { $region }: các chỉ số cải cách hành chính
deck-country = Cả nước: các chỉ số cải cách hành chính
summary-value = Giá trị
summary-rank = Hạng
summary-change = So với năm trước
summary-source = Cơ quan công bố
summary-result = Kết quả
summary-nation = Cả nước
summary-coverage = Có số liệu
summary-country = Cả nước: kết quả mới nhất theo từng chỉ số
summary-country-tables = Bảng mới nhất có số liệu của ít nhất một nửa số tỉnh, thành; nếu không có thì bảng mới nhất có nhiều số liệu nhất
summary-with-value = { $finding }: { $value }
summary-apart = ≠: không so sánh được với năm trước vì phương pháp hoặc đơn vị đã đổi, hoặc nguồn không nêu rõ.
own-place = { $province } { $value }, hạng { $rank }
own-value = { $province } { $value }
own-rank = { $province } hạng { $rank }
