//! Columns, and what the file as a whole is about.

wording! {
    UnknownColumn {
        title: "Cột không được đọc", "Columns that were not read";
        what: "Cột này[, “{found}”,] không được đọc vì danh mục không có tên như vậy.", "This column[, “{found}”,] was not read: nothing in the catalogue is called so.";
        expected: "", "";
        fix: "Nếu cần cột này, hãy chọn nội dung của nó, hoặc lập thành phần mới ở phần “Phương pháp của năm”.", "If the column is needed, choose what it holds, or make it a new component in “Method of the year”.";
    }
    UnsureColumn {
        title: "Cột cần xác nhận", "Columns to confirm";
        what: "Chưa chắc cột này[, “{found}”,] là gì[; có lẽ là “{0}”].", "It is not certain what this column[, “{found}”,] holds[; probably “{0}”].";
        expected: "Một người xác nhận nội dung của cột.", "A person's word on what the column holds.";
        fix: "Hãy xác nhận nội dung được gợi ý, chọn nội dung khác, hoặc chọn “Không đọc”.", "Confirm what is suggested, choose something else, or choose “Not read”.";
    }
    TwoColumns {
        title: "Hai cột cùng nội dung", "Two columns for the same thing";
        what: "Hai cột được hiểu là cùng một nội dung[, “{0}”][: “{found}” và “{1}”].", "Two columns are taken for the same thing[, “{0}”][: “{found}” and “{1}”].";
        expected: "Mỗi nội dung có một cột.", "One column for each thing.";
        fix: "Hãy giữ cột đúng và chọn nội dung khác hoặc “Không đọc” cho cột kia.", "Keep the right column, and choose something else or “Not read” for the other.";
    }
    SameHeader {
        title: "Hai cột cùng tiêu đề", "Two columns with the same heading";
        what: "Hai cột có cùng tiêu đề[ “{found}”][; cột kia là {0}].", "Two columns have the same heading[, “{found}”][; the other is {0}].";
        expected: "", "";
        fix: "Hãy xem mỗi cột có được hiểu đúng không.", "See whether each was understood rightly.";
    }
    NoProvinceColumn {
        title: "Không thấy cột tỉnh, thành", "No column of provinces";
        what: "Không thấy cột nào ghi tên tỉnh, thành.", "No column with names of provinces was found.";
        expected: "Một cột ghi tên hoặc mã của tỉnh, thành.", "A column with names or codes of provinces.";
        fix: "Hãy chọn cột ghi tên tỉnh, thành. Nếu dòng tiêu đề bị nhận sai, hãy chọn lại dòng tiêu đề.", "Choose the column with the names. If the wrong row was taken for the header, choose the header row.";
    }
    NoValueColumn {
        title: "Không thấy cột số liệu", "No column of figures";
        what: "Không thấy cột nào ghi giá trị hoặc hạng.", "No column with values or ranks was found.";
        expected: "Ít nhất một cột giá trị hoặc hạng.", "At least one column of values or ranks.";
        fix: "Hãy chọn cột ghi giá trị hoặc hạng. Nếu dòng tiêu đề bị nhận sai, hãy chọn lại dòng tiêu đề.", "Choose the column with values or ranks. If the wrong row was taken for the header, choose the header row.";
    }
    EmptyColumn {
        title: "Cột trống", "Columns without a value";
        what: "Cột này[, “{found}”,] không có giá trị nào[, dù được hiểu là “{0}”].", "This column[, “{found}”,] has no value at all[, though it is taken for “{0}”].";
        expected: "Giá trị của các tỉnh, thành.", "Values of the provinces.";
        fix: "Nếu không dùng cột này, hãy chọn “Không đọc”. Nếu tệp thiếu số, hãy điền rồi tải lên lại. Nếu nguồn để trống, hãy ghi lý do.", "If the column is not meant, choose “Not read”. If figures are missing from the file, fill them in and upload it again. If the source leaves it empty, give that as the reason.";
    }
    ComponentNotInYear {
        title: "Thành phần không có trong năm", "Components that the year does not have";
        what: "Theo danh mục, thành phần này không có trong năm của tệp[: {0}][, năm {1}]. Số của nó không được đọc.", "By the catalogue, this component does not exist in the file's year[: {0}][, {1}]. Its figures were not read.";
        expected: "Thành phần có trong phương pháp của năm đó.", "Components that the method of that year has.";
        fix: "Hãy kiểm tra năm và tên thành phần. Nếu năm đó đúng là có thành phần này, hãy đánh dấu tiếp tục ở phần “Phương pháp của năm”; nếu không cần số này, hãy ghi lý do.", "Check the year and the component's name. If the year does have it, tick it in “Method of the year” to continue it; if these figures are not needed, say so as the reason.";
    }
    UnknownItem {
        title: "Tên chưa có trong danh mục", "Names that are not in the catalogue";
        what: "Danh mục không có chỉ số, thành phần hay nguồn tên này[: “{found}”][ ({0} dòng)]. Số của chỉ số hoặc thành phần chưa biết không được đọc; nguồn chưa biết được thay bằng nguồn nêu cho cả tệp.", "The catalogue has no indicator, component or source of this name[: “{found}”][ ({0} {0|row|rows})]. Figures of an unknown indicator or component were not read; in place of an unknown source stands the one that is named for the file.";
        expected: "Một tên có trong danh mục.", "A name that the catalogue has.";
        fix: "Hãy sửa tên trong tệp, hoặc bổ sung vào danh mục. Nếu không cần các dòng này, hãy ghi lý do.", "Fix the name in the file, or add it to the catalogue. If these rows are not needed, say so as the reason.";
    }
    NoIndicator {
        title: "Chưa rõ chỉ số", "The indicator is not clear";
        what: "Chưa rõ đây là số liệu của chỉ số nào.", "It is not clear which indicator these figures are of.";
        expected: "Một chỉ số trong danh mục.", "An indicator of the catalogue.";
        fix: "Hãy chọn chỉ số.", "Choose the indicator.";
    }
    LookAlike {
        title: "Có vẻ là bảng của đối tượng khác", "A table that looks like something else";
        what: "Bảng này có vẻ không phải là số liệu cấp tỉnh của chỉ số đã chọn[, mà về {0}].", "This table does not look like the chosen indicator's figures of provinces[; it seems to be about {0}].";
        expected: "Số liệu cấp tỉnh của đúng chỉ số.", "Figures of provinces, of the right indicator.";
        fix: "Hãy kiểm tra có đúng tệp, đúng trang tính và đúng chỉ số không, rồi chọn lại.", "See whether this is the right file, sheet and indicator, and choose again.";
    }
    Preliminary {
        title: "Số liệu sơ bộ", "Preliminary figures";
        what: "Tệp ghi số liệu này là sơ bộ[: “{found}”][ ({0} số)]. Điều đó được ghi chú cùng từng số.", "The file calls these figures preliminary[: “{found}”][ ({0} {0|figure|figures})]. That is noted with each of them.";
        expected: "", "";
        fix: "Khi có số chính thức, hãy tải lên để thay.", "When the final figures are out, upload them in their place.";
    }
    YearFromName {
        title: "Năm lấy từ tên tệp", "Year from the name of the file";
        what: "Bảng không ghi năm; năm[ {0}] được lấy từ tên tệp[: “{found}”].", "The table does not state a year; the year[ {0}] was taken from the name of the file[: “{found}”].";
        expected: "", "";
        fix: "Nếu số liệu của năm khác, hãy chọn năm trong bản nháp.", "If the figures are for another year, choose the year in the draft.";
    }
    NoYear {
        title: "Chưa rõ năm", "The year is not clear";
        what: "Chưa rõ đây là số liệu của năm nào.", "It is not clear which year these figures are for.";
        expected: "Năm được đánh giá, không phải năm công bố.", "The year that was assessed, not the year of publication.";
        fix: "Hãy chọn năm.", "Choose the year.";
    }
    OtherYear {
        title: "Năm trong tệp khác năm đã chọn", "The file is of another year";
        what: "Năm ghi trong tệp[ ({0})] khác năm đã chọn[ ({1})].", "The year in the file[ ({0})] is not the year chosen[ ({1})].";
        expected: "Cùng một năm. Năm là năm được đánh giá, không phải năm công bố.", "The same year: the one that was assessed, not the year of publication.";
        fix: "Hãy chọn đúng năm, đúng trang tính, hoặc tải lên đúng tệp.", "Choose the right year or sheet, or upload the right file.";
    }
    NoMethod {
        title: "Chưa có phương pháp của năm", "The year has no method";
        what: "Danh mục chưa có phương pháp cho năm này[: {0}][, năm {1}].", "The catalogue has no method for this year[: {0}][, {1}].";
        expected: "Mỗi năm có số liệu có một phương pháp trong danh mục.", "A method in the catalogue for each year with figures.";
        fix: "Hãy kiểm tra năm. Nếu năm đúng, hãy trả lời câu hỏi về phương pháp của năm ở đầu bản nháp.", "Check the year. If it is right, answer the question about the method of the year at the top of the draft.";
    }
    NoSource {
        title: "Chưa nêu nguồn", "No source is named";
        what: "Chưa có nguồn cho các số liệu này[; không dùng được “{found}”].", "These figures have no source yet[; “{found}” cannot be used].";
        expected: "Một nguồn có trong danh mục, hoặc nguồn mới có tên và địa chỉ bắt đầu bằng https:// hoặc http://.", "A source of the catalogue, or a new one with a title and an address that begins with https:// or http://.";
        fix: "Hãy chọn nguồn trong danh sách, hoặc ghi nguồn mới: tên, nơi công bố, địa chỉ, ngày công bố.", "Choose a source from the list, or write down a new one: title, publisher, address, date.";
    }
}
