//! The sheet, its table and what stands around it.

wording! {
    NoSuchSheet {
        title: "Không có trang tính đã chọn", "The chosen sheet is not there";
        what: "Tệp không có trang tính đã chọn[: “{found}”].", "The file does not have the chosen sheet[: “{found}”].";
        expected: "[Một trong các trang tính của tệp: {*}.]", "[One of the sheets of the file: {*}.]";
        fix: "Hãy chọn một trang tính có trong tệp.", "Choose a sheet that the file has.";
    }
    NoTable {
        title: "Không thấy bảng số liệu", "No table was found";
        what: "Không thấy bảng số liệu nào theo tỉnh, thành.", "No table of figures by province was found.";
        expected: "Một bảng có tên tỉnh, thành và ít nhất một cột giá trị hoặc hạng.", "A table with names of provinces and at least one column of values or ranks.";
        fix: "Hãy kiểm tra có đúng tệp không; nếu đúng, hãy chọn trang tính và dòng tiêu đề của bảng.", "See whether this is the right file; if it is, choose the sheet and the header row of the table.";
    }
    SeveralSheets {
        title: "Nhiều trang tính có bảng số liệu", "Several sheets have a table";
        what: "Có nhiều trang tính có thể đọc[: {*}].", "Several sheets could be read[: {*}].";
        expected: "Một trang tính cho mỗi lần tải lên.", "One sheet for each upload.";
        fix: "Hãy chọn trang tính cần đọc.", "Choose the sheet to read.";
    }
    OtherYearSheet {
        title: "Trang tính của năm khác", "A sheet of another year";
        what: "Có một trang tính của năm khác không được đọc[: “{found}”][, số liệu năm {0}]. Mỗi lần chỉ đọc một trang tính[; lần này là năm {1}].", "A sheet of another year was not read[: “{found}”][, figures for {0}]. One sheet is read at a time[, this time that of {1}].";
        expected: "", "";
        fix: "Nếu cần năm đó, hãy chọn trang tính ấy.", "If that year is meant, choose that sheet.";
    }
    HiddenSheet {
        title: "Trang tính ẩn", "A hidden sheet";
        what: "Trang tính ẩn không được đọc[: “{found}”].", "A hidden sheet was not read[: “{found}”].";
        expected: "", "";
        fix: "Nếu số liệu nằm ở đó, hãy chọn trang tính ấy.", "If the figures are there, choose that sheet.";
    }
    NoSuchHeader {
        title: "Không có dòng tiêu đề đã chọn", "The chosen header row is not there";
        what: "Trang tính không có dòng tiêu đề đã chọn[: dòng {found}].", "The sheet does not have the chosen header row[: row {found}].";
        expected: "[Một dòng từ 1 đến {0#}.]", "[A row from 1 to {0#}.]";
        fix: "Hãy chọn dòng có tên các cột.", "Choose the row that has the names of the columns.";
    }
    TitleRows {
        title: "Dòng phía trên bảng", "Rows above the table";
        what: "Các dòng phía trên tiêu đề cột không được đọc làm số liệu[: {0} dòng].", "Rows above the column headings were not read as figures[: {0} {0|row|rows}].";
        expected: "", "";
        fix: "", "";
    }
    FootRows {
        title: "Dòng không phải của tỉnh, thành", "Rows that are no province's";
        what: "Các dòng tổng, trung bình, cao nhất, thấp nhất hoặc ghi chú không được đọc làm số liệu[: {0} dòng].", "Rows of totals, averages, highest and lowest values or notes were not read as figures[: {0} {0|row|rows}].";
        expected: "", "";
        fix: "", "";
    }
    SecondTable {
        title: "Bảng thứ hai", "A second table";
        what: "Trong trang tính còn một bảng nữa không được đọc[, bắt đầu ở dòng {0#}].", "The sheet has one more table, which was not read[; it begins in row {0#}].";
        expected: "", "";
        fix: "Nếu cần bảng đó, hãy chọn dòng tiêu đề của nó hoặc chép nó sang tệp riêng.", "If that table is meant, choose its header row or copy it into a file of its own.";
    }
    MergedCells {
        title: "Ô gộp", "Merged cells";
        what: "Các ô gộp được hiểu là cùng mang giá trị của ô đầu[ ({0} chỗ)].", "Merged cells were taken to have the value of their first cell[ ({0} {0|place|places})].";
        expected: "", "";
        fix: "", "";
    }
    CoveredCells {
        title: "Nội dung nằm dưới ô gộp", "Content below merged cells";
        what: "Dưới các ô gộp còn nội dung cũ mà người xem không thấy[: {0} ô][, như “{found}”]. Nội dung này không được đọc.", "Below merged cells there is content that nobody sees[: {0} {0|cell|cells}][, such as “{found}”]. It was not read.";
        expected: "", "";
        fix: "", "";
    }
    FootnoteMarks {
        title: "Dấu chú thích", "Footnote marks";
        what: "Các dấu chú thích viết nhỏ phía trên đã được tách khỏi chữ và số[: {0} ô].", "Footnote marks in superscript were taken off texts and figures[: {0} {0|cell|cells}].";
        expected: "", "";
        fix: "", "";
    }
    HiddenCells {
        title: "Dòng hoặc cột ẩn", "Hidden rows or columns";
        what: "Dòng và cột ẩn được đọc như các dòng, cột khác[ ({0} dòng hoặc cột)].", "Hidden rows and columns were read like all others[ ({0} {0|row or column|rows or columns})].";
        expected: "", "";
        fix: "Nếu không cần, hãy xóa chúng khỏi tệp, hoặc chọn “Không đọc” cho cột ẩn.", "If they are not meant, delete them from the file, or choose “Not read” for a hidden column.";
    }
}
