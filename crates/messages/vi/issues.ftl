### Issues of uploaded files: the heading of the kind, what is wrong, what was expected, how to fix it.
### The names are the codes of IssueKind, the arguments those of IssueKind::arguments, and $found, the content as found.
### A part whose argument is absent is left out: [none].

## The file

empty-file = Tệp trống
    .what = Tệp không có nội dung nào.
    .expected = Tệp CSV, TSV, XLSX, XLS hoặc ODS có bảng số liệu.
    .fix = Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.
unknown-type = Loại tệp chưa đọc được
    .what = Tệp này không phải là văn bản hay bảng tính đọc được{ $file_kind ->
            [none] {""}
           *[other] ; có vẻ là { $file_kind }
        }.
    .expected = Tệp CSV, TSV, XLSX, XLS hoặc ODS.
    .fix = Hãy mở tệp bằng chương trình đã tạo ra nó và lưu thành .xlsx hoặc CSV. Nếu chỉ có bản PDF hoặc ảnh, hãy xin nơi gửi bảng tính gốc.
not-readable = Không mở được bảng tính
    .what = Bảng tính bị hỏng hoặc chưa được gửi trọn vẹn{ $detail ->
            [none] {""}
           *[other] {" "}(chi tiết kỹ thuật: { $detail })
        }.
    .expected = Bảng tính mở được bằng Excel hoặc LibreOffice.
    .fix = Hãy mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới rồi tải lên lại. Nếu không mở được, hãy xin nơi gửi gửi lại tệp.
password = Bảng tính có mật khẩu
    .what = Bảng tính được bảo vệ bằng mật khẩu nên không đọc được.
    .expected = Bảng tính mở được mà không cần mật khẩu.
    .fix = Hãy mở tệp bằng mật khẩu, gỡ bảo vệ, lưu lại rồi tải lên lần nữa.
file-too-large = Tệp quá lớn
    .what = Tệp lớn hơn mức được tải lên{ $megabytes ->
            [none] {""}
           *[other] {" "}({ $megabytes } MB)
        }.
    .expected = { $megabytes ->
            [none] {""}
           *[other] Tệp không quá { $megabytes } MB.
        }
    .fix = Hãy bỏ những trang tính và hình ảnh không cần, hoặc chia bảng thành nhiều tệp, rồi tải lên lại.
too-many-rows = Quá nhiều dòng
    .what = Tệp có nhiều dòng hơn mức được tải lên{ $limit ->
            [none] {""}
           *[other] {" "}({ $limit } dòng)
        }.
    .expected = { $limit ->
            [none] {""}
           *[other] Không quá { $limit } dòng.
        }
    .fix = Hãy chia bảng thành nhiều tệp, ví dụ mỗi năm một tệp, rồi tải lên từng tệp.
too-many-cells = Quá nhiều ô
    .what = Khi mở ra, tệp có nhiều ô hơn mức đọc được{ $limit ->
            [none] {""}
           *[other] {" "}({ $limit } ô)
        }.
    .expected = { $limit ->
            [none] {""}
           *[other] Không quá { $limit } ô.
        }
    .fix = Hãy chép riêng bảng số liệu sang một tệp mới (định dạng kéo dài đến cuối trang tính cũng bị tính là ô) rồi tải tệp mới lên.
reading-time = Đọc tệp quá lâu
    .what = Việc đọc và kiểm tra tệp đã bị dừng vì quá thời gian cho phép{ $seconds ->
            [none] {""}
           *[other] {" "}({ $seconds } giây)
        }. Các tệp khác và người đọc không bị ảnh hưởng.
    .expected = { $seconds ->
            [none] {""}
           *[other] Tệp đọc và kiểm tra xong trong { $seconds } giây.
        }
    .fix = Hãy chép riêng bảng số liệu (chỉ giá trị) sang một tệp mới, bỏ định dạng và các ô lặp kéo dài đến cuối trang tính, hoặc chia bảng thành nhiều tệp, rồi tải lên lại. Nếu tệp nhỏ mà vẫn quá lâu, hãy hỏi nơi gửi về tệp này.
reading-memory = Tệp cần quá nhiều bộ nhớ
    .what = Khi đọc, tệp chiếm nhiều bộ nhớ hơn mức cho phép{ $megabytes ->
            [none] {""}
           *[other] {" "}({ $megabytes } MB)
        } nên việc đọc đã bị dừng.
    .expected = { $megabytes ->
            [none] {""}
           *[other] Tệp đọc được với không quá { $megabytes } MB bộ nhớ.
        }
    .fix = Hãy chép riêng bảng số liệu (chỉ giá trị) sang một tệp mới, hoặc chia bảng thành nhiều tệp, rồi tải lên lại. Nếu tệp nhỏ mà vẫn quá mức, hãy hỏi nơi gửi về tệp này.
reader-ended = Việc đọc tệp bị ngắt
    .what = Chương trình đọc tệp đã dừng đột ngột khi đọc tệp này{ $detail ->
            [none] {""}
           *[other] {" "}(chi tiết kỹ thuật: { $detail })
        }.
    .expected = Tệp mở được bằng Excel hoặc LibreOffice và đọc được đến hết.
    .fix = Hãy mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới rồi tải lên lại. Nếu vẫn vậy, hãy báo quản trị viên: nhật ký máy chủ có chi tiết.
broken-text = Chữ không đọc được
    .what = Có chữ không đọc được{ $encoding ->
            [none] {""}
           *[other] {" "}theo bảng mã { $encoding }
        }{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = Tên tỉnh, thành và ghi chú đọc được, đủ dấu.
    .fix = Hãy chọn bảng mã khác, hoặc lưu tệp dưới dạng CSV UTF-8 hay .xlsx rồi tải lên lại.
converted = Chữ đã được chuyển mã
    .what = Chữ trong tệp được chuyển sang Unicode{ $encoding ->
            [none] {""}
           *[other] ; trong tệp là { $encoding }
        }.
legacy-font = Phông chữ cũ
    .what = Tệp được gõ bằng phông chữ cũ{ $encoding ->
            [none] {""}
           *[other] , { $encoding }
        }; chữ đã được chuyển sang Unicode.
    .expected = Tên tỉnh, thành và ghi chú đọc được, đủ dấu.
    .fix = Hãy xem vài tên tỉnh, thành và ghi chú đã đọc. Nếu đúng, hãy ghi lý do, ví dụ “đã kiểm tra chữ”; nếu sai dấu, hãy chọn bảng mã khác.
unsure-encoding = Chưa chắc về bảng mã
    .what = Nội dung tệp không cho biết chắc bảng mã{ $encoding ->
            [none] {""}
           *[other] ; đã đọc theo { $encoding }
        }.
    .expected = Tên tỉnh, thành và ghi chú đọc được, đủ dấu.
    .fix = Hãy xem vài tên tỉnh, thành và ghi chú đã đọc. Nếu đúng, hãy ghi lý do; nếu sai dấu, hãy chọn bảng mã khác.
damaged-text = Chữ bị thay bằng dấu hỏi
    .what = Khi lưu tệp, nhiều chữ cái tiếng Việt đã bị thay bằng dấu “?”{ $found ->
            [none] {""}
           *[other] , như “{ $found }”
        }{ $words ->
            [none] {""}
           *[other] : { $words } từ
        }. Không thể khôi phục các chữ này từ tệp.
    .expected = Chữ tiếng Việt còn dấu.
    .fix = Hãy mở tệp gốc và xuất lại: chọn .xlsx, hoặc “CSV UTF-8”.
scanned-pdf = PDF chỉ có ảnh quét
    .what = Tệp PDF này không có lớp chữ{ $pages ->
            [none] {""}
           *[other] : cả { $pages } trang đều là ảnh
        }.
    .expected = PDF có chữ chọn và sao chép được.
    .fix = Hãy xin tệp gốc (Word, Excel), hoặc nhận dạng chữ (OCR), kiểm tra lại từng số rồi tải lên.
open-quote = Dấu ngoặc kép không đóng
    .what = Dấu ngoặc kép mở ra ở đây không được đóng lại, nên các dòng sau bị đọc dính vào một ô.
    .expected = Mỗi dấu ngoặc kép mở có một dấu đóng trong cùng ô.
    .fix = Hãy thêm dấu đóng hoặc bỏ dấu thừa ở dòng này, rồi tải tệp lên lại.
long-row = Dòng thừa ô
    .what = Dòng này có nhiều ô hơn dòng tiêu đề{ $cells ->
            [none] {""}
           *[other] { $expected ->
                [none] {""}
               *[other] {" "}({ $cells } so với { $expected })
            }
        }.
    .expected = { $expected ->
            [none] {""}
           *[other] { $expected } ô, như dòng tiêu đề.
        }
    .fix = Nếu trong ô có dấu dùng để phân cách (như dấu phẩy trong 86,67), hãy đặt nội dung ô trong ngoặc kép hoặc lưu tệp với dấu ngăn cột khác; nếu cả tệp bị chia sai, hãy chọn dấu ngăn cột khác.
short-row = Dòng thiếu ô
    .what = Dòng này có ít ô hơn dòng tiêu đề{ $cells ->
            [none] {""}
           *[other] { $expected ->
                [none] {""}
               *[other] {" "}({ $cells } so với { $expected })
            }
        }; các ô thiếu được coi là trống.
    .expected = { $expected ->
            [none] {""}
           *[other] { $expected } ô, như dòng tiêu đề.
        }
    .fix = Hãy kiểm tra xem dòng có bị ngắt giữa chừng hay không và sửa trong tệp. Nếu các ô cuối đúng là để trống, hãy ghi lý do.
separator = Dấu ngăn cột
    .what = Dấu ngăn cột được nhận ra từ nội dung tệp{ $separator ->
            [none] {""}
           *[other] : { $separator }
        }.
    .fix = Nếu các cột bị chia sai, hãy chọn dấu ngăn cột khác.

## The sheet and its table

no-such-sheet = Không có trang tính đã chọn
    .what = Tệp không có trang tính đã chọn{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $sheets ->
            [none] {""}
           *[other] Một trong các trang tính của tệp: { $sheets }.
        }
    .fix = Hãy chọn một trang tính có trong tệp.
no-table = Không thấy bảng số liệu
    .what = Không thấy bảng số liệu nào theo tỉnh, thành.
    .expected = Một bảng có tên tỉnh, thành và ít nhất một cột giá trị hoặc hạng.
    .fix = Hãy kiểm tra có đúng tệp không; nếu đúng, hãy chọn trang tính và dòng tiêu đề của bảng.
several-sheets = Nhiều trang tính có bảng số liệu
    .what = Có nhiều trang tính có thể đọc{ $sheets ->
            [none] {""}
           *[other] : { $sheets }
        }.
    .expected = Một trang tính cho mỗi lần tải lên.
    .fix = Hãy chọn trang tính cần đọc.
other-year-sheet = Trang tính của năm khác
    .what = Có một trang tính của năm khác không được đọc{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $year ->
            [none] {""}
           *[other] , số liệu năm { $year }
        }. Mỗi lần chỉ đọc một trang tính{ $year_imported ->
            [none] {""}
           *[other] ; lần này là năm { $year_imported }
        }.
    .fix = Nếu cần năm đó, hãy chọn trang tính ấy.
hidden-sheet = Trang tính ẩn
    .what = Trang tính ẩn không được đọc{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .fix = Nếu số liệu nằm ở đó, hãy chọn trang tính ấy.
no-such-header = Không có dòng tiêu đề đã chọn
    .what = Trang tính không có dòng tiêu đề đã chọn{ $found ->
            [none] {""}
           *[other] : dòng { $found }
        }.
    .expected = { $last_row ->
            [none] {""}
           *[other] Một dòng từ 1 đến { $last_row }.
        }
    .fix = Hãy chọn dòng có tên các cột.
title-rows = Dòng phía trên bảng
    .what = Các dòng phía trên tiêu đề cột không được đọc làm số liệu{ $rows ->
            [none] {""}
           *[other] : { $rows } dòng
        }.
foot-rows = Dòng không phải của tỉnh, thành
    .what = Các dòng tổng, trung bình, cao nhất, thấp nhất hoặc ghi chú không được đọc làm số liệu{ $rows ->
            [none] {""}
           *[other] : { $rows } dòng
        }.
second-table = Bảng thứ hai
    .what = Trong trang tính còn một bảng nữa không được đọc{ $first_row ->
            [none] {""}
           *[other] , bắt đầu ở dòng { $first_row }
        }.
    .fix = Nếu cần bảng đó, hãy chọn dòng tiêu đề của nó hoặc chép nó sang tệp riêng.
merged-cells = Ô gộp
    .what = Các ô gộp được hiểu là cùng mang giá trị của ô đầu{ $cells ->
            [none] {""}
           *[other] {" "}({ $cells } chỗ)
        }.
covered-cells = Nội dung nằm dưới ô gộp
    .what = Dưới các ô gộp còn nội dung cũ mà người xem không thấy{ $cells ->
            [none] {""}
           *[other] : { $cells } ô
        }{ $found ->
            [none] {""}
           *[other] , như “{ $found }”
        }. Nội dung này không được đọc.
footnote-marks = Dấu chú thích
    .what = Các dấu chú thích viết nhỏ phía trên đã được tách khỏi chữ và số{ $cells ->
            [none] {""}
           *[other] : { $cells } ô
        }.
hidden-cells = Dòng hoặc cột ẩn
    .what = Dòng và cột ẩn được đọc như các dòng, cột khác{ $count ->
            [none] {""}
           *[other] {" "}({ $count } dòng hoặc cột)
        }.
    .fix = Nếu không cần, hãy xóa chúng khỏi tệp, hoặc chọn “Không đọc” cho cột ẩn.

## Columns

unknown-column = Cột không được đọc
    .what = Cột này{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } không được đọc vì danh mục không có tên như vậy.
    .fix = Nếu cần cột này, hãy chọn nội dung của nó, hoặc lập thành phần mới ở phần “Phương pháp của năm”.
unsure-column = Cột cần xác nhận
    .what = Chưa chắc cột này{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } là gì{ $field ->
            [none] {""}
           *[other] ; có lẽ là “{ $field }”
        }.
    .expected = Một người xác nhận nội dung của cột.
    .fix = Hãy xác nhận nội dung được gợi ý, chọn nội dung khác, hoặc chọn “Không đọc”.
two-columns = Hai cột cùng nội dung
    .what = Hai cột được hiểu là cùng một nội dung{ $field ->
            [none] {""}
           *[other] , “{ $field }”
        }{ $found ->
            [none] {""}
           *[other] { $column ->
                [none] {""}
               *[other] : “{ $found }” và “{ $column }”
            }
        }.
    .expected = Mỗi nội dung có một cột.
    .fix = Hãy giữ cột đúng và chọn nội dung khác hoặc “Không đọc” cho cột kia.
same-header = Hai cột cùng tiêu đề
    .what = Hai cột có cùng tiêu đề{ $found ->
            [none] {""}
           *[other] {" "}“{ $found }”
        }{ $column ->
            [none] {""}
           *[other] ; cột kia là { $column }
        }.
    .fix = Hãy xem mỗi cột có được hiểu đúng không.
no-province-column = Không thấy cột tỉnh, thành
    .what = Không thấy cột nào ghi tên tỉnh, thành.
    .expected = Một cột ghi tên hoặc mã của tỉnh, thành.
    .fix = Hãy chọn cột ghi tên tỉnh, thành. Nếu dòng tiêu đề bị nhận sai, hãy chọn lại dòng tiêu đề.
no-value-column = Không thấy cột số liệu
    .what = Không thấy cột nào ghi giá trị hoặc hạng.
    .expected = Ít nhất một cột giá trị hoặc hạng.
    .fix = Hãy chọn cột ghi giá trị hoặc hạng. Nếu dòng tiêu đề bị nhận sai, hãy chọn lại dòng tiêu đề.
empty-column = Cột trống
    .what = Cột này{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } không có giá trị nào{ $field ->
            [none] {""}
           *[other] , dù được hiểu là “{ $field }”
        }.
    .expected = Giá trị của các tỉnh, thành.
    .fix = Nếu không dùng cột này, hãy chọn “Không đọc”. Nếu tệp thiếu số, hãy điền rồi tải lên lại. Nếu nguồn để trống, hãy ghi lý do.
component-year = Thành phần không có trong năm
    .what = Theo danh mục, thành phần này không có trong năm của tệp{ $component ->
            [none] {""}
           *[other] : { $component }
        }{ $year ->
            [none] {""}
           *[other] , năm { $year }
        }. Số của nó không được đọc.
    .expected = Thành phần có trong phương pháp của năm đó.
    .fix = Hãy kiểm tra năm và tên thành phần. Nếu năm đó đúng là có thành phần này, hãy đánh dấu tiếp tục ở phần “Phương pháp của năm”; nếu không cần số này, hãy ghi lý do.
unknown-item = Tên chưa có trong danh mục
    .what = Danh mục không có chỉ số, thành phần hay nguồn tên này{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $rows ->
            [none] {""}
           *[other] {" "}({ $rows } dòng)
        }. Số của chỉ số hoặc thành phần chưa biết không được đọc; nguồn chưa biết được thay bằng nguồn nêu cho cả tệp.
    .expected = Một tên có trong danh mục.
    .fix = Hãy sửa tên trong tệp, hoặc bổ sung vào danh mục. Nếu không cần các dòng này, hãy ghi lý do.
no-indicator = Chưa rõ chỉ số
    .what = Chưa rõ đây là số liệu của chỉ số nào.
    .expected = Một chỉ số trong danh mục.
    .fix = Hãy chọn chỉ số.
look-alike = Có vẻ là bảng của đối tượng khác
    .what = Bảng này có vẻ không phải là số liệu cấp tỉnh của chỉ số đã chọn{ $looks_like ->
            [none] {""}
           *[other] , mà về { $looks_like }
        }.
    .expected = Số liệu cấp tỉnh của đúng chỉ số.
    .fix = Hãy kiểm tra có đúng tệp, đúng trang tính và đúng chỉ số không, rồi chọn lại.
preliminary = Số liệu sơ bộ
    .what = Tệp ghi số liệu này là sơ bộ{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }{ $figures ->
            [none] {""}
           *[other] {" "}({ $figures } số)
        }. Điều đó được ghi chú cùng từng số.
    .fix = Khi có số chính thức, hãy tải lên để thay.
year-from-name = Năm lấy từ tên tệp
    .what = Bảng không ghi năm; năm{ $year ->
            [none] {""}
           *[other] {" "}{ $year }
        } được lấy từ tên tệp{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .fix = Nếu số liệu của năm khác, hãy chọn năm trong bản nháp.
no-year = Chưa rõ năm
    .what = Chưa rõ đây là số liệu của năm nào.
    .expected = Năm được đánh giá, không phải năm công bố.
    .fix = Hãy chọn năm.
other-year = Năm trong tệp khác năm đã chọn
    .what = Năm ghi trong tệp{ $year ->
            [none] {""}
           *[other] {" "}({ $year })
        } khác năm đã chọn{ $year_chosen ->
            [none] {""}
           *[other] {" "}({ $year_chosen })
        }.
    .expected = Cùng một năm. Năm là năm được đánh giá, không phải năm công bố.
    .fix = Hãy chọn đúng năm, đúng trang tính, hoặc tải lên đúng tệp.
no-method = Chưa có phương pháp của năm
    .what = Danh mục chưa có phương pháp cho năm này{ $indicator ->
            [none] {""}
           *[other] : { $indicator }
        }{ $year ->
            [none] {""}
           *[other] , năm { $year }
        }.
    .expected = Mỗi năm có số liệu có một phương pháp trong danh mục.
    .fix = Hãy kiểm tra năm. Nếu năm đúng, hãy trả lời câu hỏi về phương pháp của năm ở đầu bản nháp.
no-source = Chưa nêu nguồn
    .what = Chưa có nguồn cho các số liệu này{ $found ->
            [none] {""}
           *[other] ; không dùng được “{ $found }”
        }.
    .expected = Một nguồn có trong danh mục, hoặc nguồn mới có tên và địa chỉ bắt đầu bằng https:// hoặc http://.
    .fix = Hãy chọn nguồn trong danh sách, hoặc ghi nguồn mới: tên, nơi công bố, địa chỉ, ngày công bố.

## Provinces

unknown-province = Tên tỉnh, thành chưa nhận ra
    .what = Chưa nhận ra tỉnh, thành nào có tên hoặc mã này{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = Tên, tên gọi khác hoặc mã thống kê của một tỉnh, thành.
    .fix = Hãy chọn tỉnh, thành tương ứng, hoặc chọn “Bỏ các dòng này” nếu không phải của tỉnh, thành nào.
near-province = Tên gần giống, cần xác nhận
    .what = Tên này gần giống tên một tỉnh, thành nhưng không khớp hẳn{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $provinces ->
            [none] {""}
           *[other] Có lẽ là: { $provinces }.
        }
    .fix = Hãy xác nhận tỉnh, thành được gợi ý hoặc chọn tỉnh, thành khác.
ambiguous-province = Tên có thể là nhiều tỉnh, thành
    .what = Nhiều tỉnh, thành có thể được gọi như vậy{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $provinces ->
            [none] {""}
           *[other] Một trong: { $provinces }.
        }
    .fix = Hãy chọn tỉnh, thành tương ứng.
province-time = Đơn vị không có vào thời điểm đó
    .what = Vào thời điểm của số liệu{ $year ->
            [none] {""}
           *[other] {" "}({ $year })
        } không có đơn vị này{ $province ->
            [none] {""}
           *[other] : { $province }
        }{ $dates ->
            [none] {""}
           *[other] , { $dates }
        }.
    .expected = 63 tỉnh, thành đến hết ngày 30/6/2025; 34 tỉnh, thành từ ngày 1/7/2025.
    .fix = Hãy kiểm tra năm. Nếu năm đúng, hãy chọn đơn vị có vào thời điểm đó hoặc chọn “Bỏ các dòng này”. Điểm của các đơn vị cũ không gộp được thành điểm của đơn vị mới.
code-disagrees = Tên và mã không khớp
    .what = Tên và mã thống kê thuộc hai tỉnh, thành khác nhau{ $province_of_name ->
            [none] {""}
           *[other] { $province_of_code ->
                [none] {""}
               *[other] : tên là của { $province_of_name }, mã là của { $province_of_code }
            }
        }{ $found ->
            [none] {""}
           *[other] {" "}(tệp ghi “{ $found }”)
        }.
    .expected = Tên và mã của cùng một tỉnh, thành.
    .fix = Hãy sửa tên hoặc mã trong tệp. Nếu cột đó không phải là mã thống kê, hãy chọn “Không đọc” cho cột.
mixed-units = Lẫn đơn vị cũ và mới
    .what = Bảng có cả đơn vị trước và sau ngày 1/7/2025{ $province_before ->
            [none] {""}
           *[other] { $province_since ->
                [none] {""}
               *[other] , ví dụ { $province_before } và { $province_since }
            }
        }.
    .expected = Một danh sách: 63 tỉnh, thành đến hết ngày 30/6/2025, hoặc 34 tỉnh, thành từ ngày 1/7/2025.
    .fix = Hãy tách thành hai tệp, hoặc bỏ những dòng không thuộc danh sách của năm đó.
matched-name = Tên viết khác đã nhận ra
    .what = Tên viết khác danh mục nhưng nhận ra được{ $found ->
            [none] {""}
           *[other] { $province ->
                [none] {""}
               *[other] : “{ $found }” là { $province }
            }
        }.
absent-province = Tỉnh, thành không có dòng nào
    .what = Bảng không có dòng nào của tỉnh, thành này{ $province ->
            [none] {""}
           *[other] : { $province }
        }.
    .expected = Mỗi tỉnh, thành có một dòng, hoặc có lý do không có số.
    .fix = Nếu tệp thiếu, hãy bổ sung rồi tải lên lại. Nếu nguồn không có số, hãy chọn lý do, ví dụ nguồn không công bố hoặc không được khảo sát.

## Values

not-a-number = Không phải là số
    .what = Ô này không phải là số{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = Một số, như 86,67 hoặc 86.67.
    .fix = Hãy sửa ô này trong tệp rồi tải lên lại. Nếu nguồn không có số, hãy ghi “-”. Nếu cả cột không phải là số, hãy chọn nội dung khác cho cột.
ambiguous-number = Số hiểu được theo hai cách
    .what = Số này hiểu được theo hai cách{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $as_decimals ->
            [none] {""}
           *[other] { $as_thousands ->
                [none] {""}
               *[other] { $as_decimals } nếu là dấu thập phân, { $as_thousands } nếu là dấu ngăn hàng nghìn.
            }
        }
    .fix = Hãy chọn dấu thập phân của tệp: dấu phẩy hay dấu chấm.
mixed-decimals = Hai kiểu dấu thập phân
    .what = Trong cùng một cột có cả dấu phẩy và dấu chấm thập phân{ $cells ->
            [none] {""}
           *[other] ; kiểu ít hơn có { $cells } ô
        }. Cả hai đều được đọc.
formula-error = Công thức bị lỗi
    .what = Công thức trong ô này bị lỗi{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = Một số.
    .fix = Hãy sửa công thức, hoặc ghi thẳng con số của nguồn vào ô, rồi tải tệp lên lại.
uncalculated-formula = Công thức chưa được tính
    .what = Ô này có công thức nhưng tệp không lưu kết quả.
    .expected = Một số đã tính.
    .fix = Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi tải lên.
date-not-number = Số bị đổi thành ngày
    .what = Bảng tính đã đổi số trong ô này thành ngày tháng{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = Một số.
    .fix = Hãy đặt định dạng ô là số, gõ lại con số của nguồn, rồi tải tệp lên lại.
blank-value = Ô trống
    .what = Ô này trống{ $column ->
            [none] {""}
           *[other] {" "}ở cột “{ $column }”
        }, trong khi các dòng khác có giá trị.
    .expected = Một số, hoặc ký hiệu không có số như “-”.
    .fix = Hãy điền số của nguồn rồi tải tệp lên lại. Nếu nguồn không có số, hãy ghi lý do.
no-figure-mark = Ký hiệu không có số
    .what = Ký hiệu này{ $found ->
            [none] {""}
           *[other] , “{ $found }”,
        } được hiểu là không có số, không phải là số 0.
out-of-scale = Ngoài khoảng cho phép
    .what = Giá trị này nằm ngoài khoảng có thể có{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = { $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] Từ { $lowest } đến { $highest }.
            }
        }
    .fix = Hãy đối chiếu với nguồn: thường là thiếu dấu thập phân, nhầm cột hoặc nhầm chỉ số. Sửa trong tệp, hoặc chọn lại nội dung của cột.
out-of-scale-interval = Ngoài khoảng cho phép
    .what = Cận dưới lớn hơn cận trên{ $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] : { $lowest } và { $highest }
            }
        }.
    .expected = Cận dưới không lớn hơn cận trên.
    .fix = Hãy đối chiếu với nguồn và sửa trong tệp. Nếu hai cột bị đổi chỗ, hãy chọn lại nội dung của chúng.
out-of-scale-count = Ngoài khoảng cho phép
    .what = Số lượng này nhỏ hơn 0{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = Một số từ 0 trở lên.
    .fix = Hãy đối chiếu với nguồn và sửa trong tệp, hoặc chọn lại nội dung của cột.
other-denominator = Mẫu số khác điểm tối đa
    .what = Mẫu số trong tệp{ $denominator ->
            [none] {""}
           *[other] {" "}({ $denominator })
        } khác điểm tối đa của thành phần trong danh mục{ $maximum ->
            [none] {""}
           *[other] {" "}({ $maximum })
        }.
    .expected = { $maximum ->
            [none] {""}
           *[other] Điểm tối đa { $maximum }.
        }
    .fix = Hãy kiểm tra có đúng thành phần và đúng năm không. Nếu nguồn dùng mẫu số này, hãy ghi lý do.
fraction-not-percent = Có vẻ là phần của 1
    .what = Các giá trị có vẻ là phần của 1, trong khi thang đến 100{ $largest ->
            [none] {""}
           *[other] ; lớn nhất là { $largest }
        }.
    .expected = Giá trị trên thang 100, như 86,67.
    .fix = Nếu đúng là phần của 1, hãy đánh dấu “Số trong tệp là phần của 1”. Nếu các số này đã đúng thang, hãy ghi lý do.
percent-cells = Ô định dạng phần trăm
    .what = Các ô định dạng phần trăm được đọc như bảng tính hiển thị{ $cells ->
            [none] {""}
           *[other] : { $cells } ô
        }.
bad-rank = Không phải là hạng
    .what = Ô này không phải là một thứ hạng{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $ranked ->
            [none] {""}
           *[other] Một số nguyên từ 1 đến { $ranked }.
        }
    .fix = Hãy đối chiếu với nguồn và sửa trong tệp. Nếu cột không phải là hạng, hãy chọn nội dung khác cho cột.
unknown-tier = Nhóm chưa từng công bố
    .what = Nơi công bố chưa từng dùng tên nhóm này{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $tiers ->
            [none] {""}
           *[other] Một trong các nhóm: { $tiers }.
        }
    .fix = Hãy đối chiếu với nguồn và sửa trong tệp, hoặc chọn lại nội dung của cột. Nếu nguồn dùng tên này, hãy ghi lý do.
not-whole = Số lượng không phải số nguyên
    .what = Số lượng này không phải là số nguyên{ $found ->
            [none] {""}
           *[other] : { $found }
        }.
    .expected = Một số nguyên, như 1217.
    .fix = Hãy kiểm tra dấu phẩy và dấu chấm: 1.217 có thể là một nghìn hai trăm mười bảy. Chọn dấu thập phân của tệp, hoặc sửa trong tệp.
bad-year = Không phải là năm hay thời điểm
    .what = Ô này không phải là năm hay thời điểm đọc được{ $found ->
            [none] {""}
           *[other] : “{ $found }”
        }.
    .expected = { $formats ->
            [none] {""}
           *[other] Một năm hoặc thời điểm, như { $formats }.
        }
    .fix = Hãy sửa ô này trong tệp rồi tải lên lại, hoặc chọn nội dung khác cho cột.

## Whether the file fits the choices

duplicate-same = Số lặp lại
    .what = Số này đã có ở chỗ khác với cùng giá trị{ $first_cell ->
            [none] {""}
           *[other] {" "}(ô { $first_cell })
        }; chỉ đọc một lần.
duplicate-differs = Một số, hai giá trị
    .what = Cùng một số liệu có hai giá trị khác nhau{ $found ->
            [none] {""}
           *[other] : ở đây là { $found }
        }{ $first_cell ->
            [none] {""}
           *[other] { $first_value ->
                [none] {""}
               *[other] , ở ô { $first_cell } là { $first_value }
            }
        }.
    .expected = Mỗi số liệu có một giá trị.
    .fix = Hãy đối chiếu với nguồn, giữ giá trị đúng và xóa giá trị kia trong tệp. Nếu hai dòng thuộc hai tỉnh, thành, năm hoặc thành phần khác nhau, hãy sửa tên của chúng.
sum-differs = Thành phần cộng lại khác tổng
    .what = Các thành phần{ $province ->
            [none] {""}
           *[other] {" "}của { $province }
        } cộng lại khác điểm tổng{ $sum ->
            [none] {""}
           *[other] { $total ->
                [none] {""}
               *[other] : { $sum } so với { $total }
            }
        }.
    .expected = { $total ->
            [none] {""}
           *[other] Tổng là { $total }, chỉ lệch do làm tròn.
        }
    .fix = Hãy đối chiếu từng thành phần với nguồn và sửa trong tệp. Nếu nguồn công bố đúng như vậy (điểm cộng, điểm trừ), hãy ghi lý do.
rank-differs = Hạng không khớp với điểm
    .what = Hạng{ $province ->
            [none] {""}
           *[other] {" "}của { $province }
        } không khớp với thứ tự theo giá trị{ $found ->
            [none] {""}
           *[other] : tệp ghi { $found }
        }{ $rank ->
            [none] {""}
           *[other] , theo giá trị là { $rank }
        }.
    .expected = { $rank ->
            [none] {""}
           *[other] Hạng { $rank }.
        }
    .fix = Hãy đối chiếu hạng và giá trị với nguồn và sửa trong tệp. Nếu nguồn công bố đúng như vậy, hãy ghi lý do.
jump = Thay đổi khác thường
    .what = Giá trị{ $province ->
            [none] {""}
           *[other] {" "}của { $province }
        } thay đổi khác thường{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $year_before ->
            [none] {""}
           *[other] { $value_before ->
                [none] {""}
               *[other] , năm { $year_before } là { $value_before }
            }
        }.
    .expected = Mức thay đổi gần với các tỉnh, thành khác.
    .fix = Hãy đối chiếu với nguồn: có thể nhầm dòng, nhầm cột hoặc sai dấu thập phân. Nếu số đúng như nguồn, hãy ghi lý do.
same-as-other-year = Trùng số của năm khác
    .what = Các số trong tệp, hoặc nhiều số trong đó, trùng với số đang có của năm khác{ $year ->
            [none] {""}
           *[other] : { $year }
        }.
    .expected = Số liệu mới của năm đã chọn.
    .fix = Hãy kiểm tra có đúng tệp và đúng năm không. Nếu hai năm thật sự giống nhau, hãy ghi lý do.

## The table as a whole

zero-total = Tổng bằng 0, thành phần khác 0
    .what = Điểm tổng{ $province ->
            [none] {""}
           *[other] {" "}của { $province }
        } là 0 trong khi các thành phần cộng lại{ $sum ->
            [none] {""}
           *[other] {" "}được { $sum }
        }{ $total ->
            [none] {""}
           *[other] {" "}(tệp ghi { $total })
        }.
    .expected = { $sum ->
            [none] {""}
           *[other] Tổng gần { $sum }.
        }
    .fix = Thường là công thức chưa được tính khi lưu tệp. Hãy mở tệp bằng phần mềm bảng tính, để công thức tính lại, lưu rồi tải lên; hoặc chọn “Không đọc” cho cột.
zero-column = Cột toàn số 0
    .what = { $component ->
            [none] {""}
           *[other] { $zeros ->
                [none] {""}
               *[other] { $values ->
                    [none] {""}
                   *[other] Cột “{ $component }” có { $zeros } số 0 trong { $values } giá trị.{" "}
                }
            }
        }Từ trước đến nay chưa công bố số 0 nào.
    .expected = Giá trị mà nguồn công bố. Không có số thì để trống hoặc ghi “-”, không ghi 0.
    .fix = Thường là công thức chưa được tính khi lưu tệp. Hãy để phần mềm bảng tính tính lại, lưu rồi tải lên; hoặc chọn “Không đọc” cho cột.
zero-value = Số 0 khác thường
    .what = Ô này là 0{ $province ->
            [none] {""}
           *[other] { $component ->
                [none] {""}
               *[other] {" "}({ $province }, “{ $component }”)
            }
        }, nhưng trước đây chưa công bố số 0 nào.
    .expected = Giá trị mà nguồn công bố; không có số thì để trống hoặc ghi “-”.
    .fix = Hãy đối chiếu với nguồn và sửa trong tệp. Nếu nguồn công bố đúng là 0, hãy ghi lý do.
same-value = Một giá trị lặp lại trong cột
    .what = Một giá trị lặp lại{ $occurrences ->
            [none] {""}
           *[other] { $values ->
                [none] {""}
               *[other] { $component ->
                    [none] {""}
                   *[other] {" "}{ $occurrences } lần trong { $values } ô của cột “{ $component }”
                }
            }
        }{ $value ->
            [none] {""}
           *[other] : { $value }
        }.
    .expected = Giá trị riêng của từng tỉnh, thành, như các năm đã công bố.
    .fix = Hãy kiểm tra ô có bị kéo chép xuống hay công thức có chưa được tính không. Nếu nguồn công bố đúng như vậy, hãy ghi lý do.
same-row = Hai dòng giống hệt nhau
    .what = Hai tỉnh, thành có các giá trị giống hệt nhau ở mọi cột{ $province ->
            [none] {""}
           *[other] { $other_province ->
                [none] {""}
               *[other] : { $province } và { $other_province }
            }
        }.
    .expected = Mỗi tỉnh, thành có số liệu của mình.
    .fix = Có lẽ một dòng đã bị dán đè. Hãy đối chiếu với nguồn và sửa trong tệp; nếu nguồn đúng như vậy, hãy ghi lý do.
level-shift = Mức chung thay đổi khác thường
    .what = Cả cột{ $component ->
            [none] {""}
           *[other] {" "}“{ $component }”
        } lệch khỏi mức các năm đã công bố{ $median ->
            [none] {""}
           *[other] : trung vị { $median }
        }{ $year_before ->
            [none] {""}
           *[other] { $median_before ->
                [none] {""}
               *[other] , năm { $year_before } là { $median_before }
            }
        }.
    .expected = Mức thay đổi không lớn hơn các năm đã công bố, cùng thang điểm.
    .fix = Hãy kiểm tra dấu thập phân, thang điểm và xem có nhầm cột không. Nếu cách tính của năm đó đã đổi, hãy ghi lý do.
order-unlike = Thứ tự các tỉnh, thành khác hẳn các năm
    .what = Thứ tự các tỉnh, thành{ $component ->
            [none] {""}
           *[other] {" "}trong cột “{ $component }”
        } khác các năm lân cận nhiều hơn mọi năm đã công bố{ $agreement ->
            [none] {""}
           *[other] : hệ số tương quan { $agreement }
        }{ $lowest_agreement ->
            [none] {""}
           *[other] , thấp nhất đã công bố là { $lowest_agreement }
        }.
    .expected = Phần lớn tỉnh, thành giữ vị trí gần với các năm trước.
    .fix = Có lẽ tên và giá trị đã bị sắp xếp riêng hoặc lệch dòng, hoặc đây là cột khác. Hãy đối chiếu vài dòng với nguồn. Nếu số đúng như nguồn, hãy ghi lý do.
rows-moved = Cột có vẻ bị lệch dòng
    .what = Nếu lệch đi một số dòng hoặc đảo ngược, các giá trị{ $component ->
            [none] {""}
           *[other] {" "}trong cột “{ $component }”
        } khớp với các năm đã công bố và các cột khác hơn nhiều{ $agreement_moved ->
            [none] {""}
           *[other] : hệ số tương quan { $agreement_moved }
        }{ $agreement ->
            [none] {""}
           *[other] , hiện nay là { $agreement }
        }.
    .expected = Mỗi giá trị cùng dòng với tên tỉnh, thành của nó.
    .fix = Có lẽ một ô đã bị chèn hoặc xóa, hoặc cột được dán từ bảng có thứ tự khác. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.
sorted-alone = Cột có vẻ được sắp xếp riêng
    .what = Các giá trị{ $component ->
            [none] {""}
           *[other] {" "}trong cột “{ $component }”
        } tăng hoặc giảm dần theo dòng, nhưng không hợp với các năm đã công bố và các cột khác{ $agreement ->
            [none] {""}
           *[other] : hệ số tương quan { $agreement }
        }{ $usual_agreement ->
            [none] {""}
           *[other] , thường là { $usual_agreement }
        }.
    .expected = Giá trị được sắp xếp cùng với tên tỉnh, thành.
    .fix = Có lẽ chỉ cột này, hoặc chỉ cột tên, đã được sắp xếp. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.
order-unexplained = Thứ tự các tỉnh, thành không hợp với các cột khác
    .what = Thứ tự các tỉnh, thành{ $component ->
            [none] {""}
           *[other] {" "}trong cột “{ $component }”
        } không hợp với các năm đã công bố và các cột khác trong tệp{ $agreement ->
            [none] {""}
           *[other] : hệ số tương quan { $agreement }
        }{ $usual_agreement ->
            [none] {""}
           *[other] , thường là { $usual_agreement }
        }.
    .expected = Mức tương quan gần với các năm đã công bố.
    .fix = Có lẽ giá trị đã bị xáo trộn giữa các dòng, hoặc đây là cột khác. Hãy đối chiếu vài dòng với nguồn. Nếu số đúng như nguồn, hãy ghi lý do.
swapped-columns = Có vẻ hai cột bị đổi chỗ
    .what = Hai cột có vẻ bị đổi chỗ cho nhau{ $component ->
            [none] {""}
           *[other] { $other_component ->
                [none] {""}
               *[other] : “{ $component }” và “{ $other_component }”
            }
        }. Mỗi cột giống số đã công bố của cột kia hơn của chính nó.
    .expected = Mỗi cột giống các năm đã công bố của chính nó.
    .fix = Hãy đối chiếu hai cột với nguồn, rồi sửa tiêu đề trong tệp hoặc chọn lại nội dung của cột. Nếu đúng như nguồn, hãy ghi lý do.
total-unexplained = Điểm tổng không tính được từ các thành phần
    .what = Không có trọng số nào của các thành phần cho ra điểm tổng{ $total ->
            [none] {""}
           *[other] {" "}“{ $total }”
        }{ $year ->
            [none] {""}
           *[other] {" "}năm { $year }
        }{ $parts ->
            [none] {""}
           *[other] {" "}({ $parts } thành phần)
        }; mọi năm đã công bố đều tính được.
    .expected = Điểm tổng là tổng có trọng số của các thành phần trong tệp.
    .fix = Có lẽ một cột bị lệch dòng, sai thang điểm hoặc nhầm cột. Hãy đối chiếu từng cột với nguồn. Nếu năm đó có cách tính khác, hãy ghi lý do.
published-differs = Nhiều số khác số đã công bố của cùng năm
    .what = Nhiều số khác với số đang công bố của cùng năm{ $differing ->
            [none] {""}
           *[other] { $compared ->
                [none] {""}
               *[other] { $component ->
                    [none] {""}
                   *[other] : { $differing } trong { $compared } số của cột “{ $component }”
                }
            }
        }{ $year ->
            [none] {""}
           *[other] , năm { $year }
        }.
    .expected = Số đã công bố, trừ những số mà nguồn đã sửa.
    .fix = Hãy kiểm tra có đúng cột, đúng năm và đúng thang điểm không. Nếu nguồn đã công bố lại, hãy ghi lý do.
published-erased = Bỏ trống số đã công bố
    .what = Tệp ghi là không có số{ $province ->
            [none] {""}
           *[other] {" "}ở { $province }
        }, trong khi số này đã được công bố{ $value ->
            [none] {""}
           *[other] : { $value }
        }.
    .expected = { $value ->
            [none] {""}
           *[other] Số đã công bố: { $value }.
        }
    .fix = Hãy đối chiếu với nguồn và điền số vào tệp. Nếu nguồn đã rút số này, hãy ghi lý do.
odd-decimals = Nhiều chữ số thập phân hơn cả cột
    .what = Ô này có nhiều chữ số thập phân hơn các ô khác trong cột{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $province ->
            [none] {""}
           *[other] {" "}({ $province })
        }{ $decimals ->
            [none] {""}
           *[other] { $usual_decimals ->
                [none] {""}
               *[other] ; { $decimals } chữ số, cả cột có { $usual_decimals }
            }
        }.
    .expected = { $usual_decimals ->
            [none] {""}
           *[other] Nhiều nhất { $usual_decimals } chữ số thập phân.
        }
    .fix = Có lẽ dấu chú thích đã dính vào số. Hãy đối chiếu với nguồn và sửa trong tệp; nếu số đúng như nguồn, hãy ghi lý do.
uneven-decimals = Số chữ số thập phân không đều
    .what = Phần lớn giá trị{ $component ->
            [none] {""}
           *[other] {" "}trong cột “{ $component }”
        } thiếu chữ số thập phân{ $full ->
            [none] {""}
           *[other] { $values ->
                [none] {""}
               *[other] { $decimals ->
                    [none] {""}
                   *[other] : chỉ { $full }/{ $values } ô có đủ { $decimals } chữ số
                }
            }
        }.
    .expected = Cùng số chữ số thập phân trong cả cột, trừ những ô tận cùng bằng 0.
    .fix = Có lẽ các giá trị bị mất chữ số, hoặc cột ghép từ hai nguồn. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.
far-from-others = Giá trị xa hẳn các giá trị khác
    .what = Giá trị{ $province ->
            [none] {""}
           *[other] {" "}của { $province }
        } xa hẳn mọi giá trị khác trong cột{ $found ->
            [none] {""}
           *[other] : { $found }
        }{ $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] ; các giá trị khác từ { $lowest } đến { $highest }
            }
        }.
    .expected = { $lowest ->
            [none] {""}
           *[other] { $highest ->
                [none] {""}
               *[other] Một giá trị gần khoảng từ { $lowest } đến { $highest }.
            }
        }
    .fix = Hãy đối chiếu với nguồn: thường là sai dấu thập phân, thừa hoặc thiếu chữ số. Nếu số đúng như nguồn, hãy ghi lý do.
more-issues = Còn nhiều chỗ nữa
    .what = { $count ->
            [none] {""}
           *[other] { $found ->
                [none] {""}
               *[other] Còn { $count } chỗ nữa cùng loại “{ $found }” không được liệt kê.
            }
        }
