//! What the page of an upload says.

use crate::messages::messages;

messages! {
    UPLOAD_TITLE: "Tệp tải lên: {0}", "Uploaded file: {0}";
    UPLOAD_LEAD: "Mỗi chỉ số và mỗi năm trong tệp là một bản nháp riêng: xem, duyệt, công bố hoặc bỏ từng bản, các bản khác không đổi.", "Each indicator and year in the file is a draft of its own: review, approve, publish or discard one, and the others stay as they are.";
    UPLOAD_DRAFTS: "Các bản nháp", "Drafts";
    UPLOAD_NO_DRAFTS: "Chưa có bản nháp nào: hãy trả lời câu hỏi ở bảng bên dưới.", "There are no drafts yet: answer the questions in the table below.";
    UPLOAD_TABLES: "Các trang tính trong tệp", "Sheets of the file";
    UPLOAD_UNOPENED: "Không mở được tệp. Bản nháp cho biết vì sao.", "The file could not be opened. The draft says why.";
    HOLDS: "Nội dung", "Contents";
    HOLDS_UNKNOWN: "Chưa rõ chỉ số và năm", "Indicator and year not known";
    HOLDS_CLOSED: "xem bản nháp", "see the draft";
    IN_SHEETS: "Trang tính", "Sheets";
    IN_PROVINCES: "Tỉnh, thành", "Provinces";
    IN_FIGURES: "Số liệu", "Figures";
    IN_ISSUES: "Vấn đề", "Issues";
    IN_ISSUES_NONE: "không có", "none";
    ISSUES_SOME: "{0} lỗi, {1} cảnh báo", "errors: {0}, warnings: {1}";
    STATE_EDITION: "đã công bố: bản số {0}", "published: edition {0}";
    STATE_GONE: "đã bỏ", "discarded";
    TABLE_ROWS: "dòng {0}–{1}", "rows {0}–{1}";
    TABLE_OUTCOME: "Kết quả", "Result";
    BY_FILE_NAME: "theo tên tệp: {0}", "by the name of the file: {0}";
    ASKS_INDICATOR: "Chưa rõ là chỉ số nào.", "It is not clear which indicator this is.";
    ASKS_YEAR: "Chưa rõ là năm nào.", "It is not clear which year this is.";
    NOT_ASKED: "Chưa có bản nháp.", "There is no draft of it.";
    TABLE_BEGIN: "Lập bản nháp", "Create a draft";
    TABLE_BEGIN_OF: "Lập bản nháp từ {0}", "Create a draft from {0}";
    INDICATOR_OF: "Chỉ số của {0}", "Indicator of {0}";
    YEAR_OF: "Năm của {0}", "Year of {0}";
    BY_THE_FILE: "Theo tệp", "As the file says";
    UNREAD_EMPTY: "Không đọc: trang tính trống.", "Not read: the sheet is empty.";
    UNREAD_NO_TABLE: "Không đọc: không có bảng số liệu của các tỉnh, thành. Bắt đầu bằng “{0}”.", "Not read: there is no table of provinces. It begins with “{0}”.";
    UNREAD_NO_TABLE_AT_ALL: "Không đọc: không có bảng số liệu của các tỉnh, thành.", "Not read: there is no table of provinces.";
    UNREAD_LOOK_ALIKE: "Không đọc: là bảng của {0}, không phải của các tỉnh, thành.", "Not read: its rows are not provinces but {0}.";
    UNREAD_NO_FIGURES: "Không đọc: có tên tỉnh, thành nhưng không có cột số liệu.", "Not read: it names provinces but has no column of figures.";
    UNREAD_HIDDEN: "Không đọc: trang tính ẩn.", "Not read: the sheet is hidden.";
    UNREAD_SAME: "Không đọc: mọi số liệu đã có ở {0}.", "Not read: all its figures are in {0} as well.";
    UNREAD_DIFFERS: "Không đọc: {1} số liệu khác với {0}, là trang đầy đủ hơn.", "Not read: figures that differ from {0}, which is more complete: {1}.";
    UNREAD_UNKNOWN: "Không đọc: không có cột nào là thành phần trong danh mục; số liệu lấy từ {0}.", "Not read: none of its columns is a component of the catalogue; the figures are taken from {0}.";
    UNREAD_OTHER_INDICATOR: "Không đọc: không phải chỉ số đã chọn.", "Not read: it is not of the chosen indicator.";
    UNREAD_OTHER_YEAR: "Không đọc: không phải năm đã chọn.", "Not read: it is not of the chosen year.";
    UNREAD_OTHER_SHEET: "Không đọc: đã chọn trang tính khác.", "Not read: another sheet was chosen.";
    UNREAD_TOO_MANY: "Chưa lập bản nháp: tệp có quá nhiều bảng để lập cùng lúc.", "No draft yet: the file has too many tables to create all drafts at once.";
    FROM_UPLOAD_OF: "Từ tệp tải lên", "From the upload";
    SIBLINGS: "Các bản nháp khác của tệp này", "Other drafts of this file";
    ALSO_READS: "Cũng đọc vào bản nháp này", "Also read into this draft";
}
