//! What the page of a draft says.

use crate::messages::messages;

messages! {
    // A draft.
    PREVIEW_LINK: "Liên kết xem trước", "Preview link";
    PREVIEW_TEXT: "Người có liên kết này xem được bản nháp mà không cần tài khoản, đến {0}. Mọi hình đều ghi rõ là bản nháp.", "Whoever has this link can see the draft without an account, until {0}. Every picture says that it is a draft.";
    DRAFT_TITLE: "Bản nháp: {0}", "Draft: {0}";
    CONTENTS: "Trên trang này", "On this page";
    CHOICES: "Các lựa chọn", "Choices";
    UPDATE: "Lưu các lựa chọn", "Save choices";
    SAVED_HERE: "Đã lưu", "Saved";
    CHANGE_THIS: "Đổi", "Change";
    AUTOMATIC: "Tự động", "Automatic";
    AUTOMATIC_IS: "Tự động: {0}", "Automatic: {0}";
    NOW_IS: "Đang đọc: {0}. Để trống là tự động.", "Now: {0}. Empty means automatic.";
    NOT_DECIDED: "Chưa chọn", "Not chosen yet";
    RECEIVED: "nhận lúc {0}, do {1} tải lên", "received {0}, uploaded by {1}";
    STATE_PUBLISHED: "Bản nháp này đã được công bố:", "This draft was published:";
    STATE_DISCARDED: "Bản nháp này đã bị bỏ.", "This draft was thrown away.";
    READ_ONLY: "Trang này chỉ để xem lại.", "This page is for reading only.";
    SUM_READ: "Đọc được {0} số liệu của {1} tỉnh, thành phố, {2} {3}", "Read from the file: {2}, {3}; figures: {0}, provinces: {1}";
    SUM_NOTHING: "Chưa đọc được số liệu nào", "No figure could be read yet";
    SUM_CLEAN: "không có lỗi, không có cảnh báo", "no errors, no warnings";
    SUM_ERRORS: "{0} lỗi phải sửa", "errors to fix: {0}";
    SUM_WARNINGS: "{0} cảnh báo cần lý do", "warnings that need a reason: {0}";
    SUM_BOTH: "{0} lỗi phải sửa, {1} cảnh báo cần lý do", "errors to fix: {0}, warnings that need a reason: {1}";
    SUM_SAME: "không làm thay đổi số liệu nào", "no figure would change";
    SUM_WILL: "sẽ {0}", "{0}";
    SUM_GROUP: "{0} ({1})", "{0} ({1})";
    SEVERAL_INDICATORS: "nhiều chỉ số", "several indicators";
    YEAR_IS: "năm {0}", "{0}";
    YEARS_ARE: "các năm {0}", "{0}";
    YEAR_UNKNOWN: "chưa rõ năm", "year not known";
    TO_DO: "Việc còn phải làm", "What remains to be done";
    TO_DO_ERRORS: "Phải sửa trước khi công bố", "To fix before publishing";
    TO_DO_WARNINGS: "Cần xem lại và nêu lý do", "To be looked at and given a reason";
    ALL_GOOD: "Không còn lỗi nào. Hãy xem phần so sánh rồi công bố.", "Nothing is wrong. Look at the differences, then publish.";
    ALL_READ: "Không còn lỗi nào, nhưng tệp không làm thay đổi số liệu nào.", "Nothing is wrong, but the file changes no figure.";
    TO_PUBLISH: "Đến phần công bố", "Go to publishing";
    AGAIN: "Tải lên tệp đã sửa", "Upload the corrected file";
    AGAIN_FILE: "Tệp đã sửa", "Corrected file";
    AGAIN_HINT: "Thay cho tệp hiện tại của bản nháp này. Các lựa chọn bên dưới được giữ lại.", "Takes the place of this draft’s file. The choices below are kept.";
    AGAIN_BUTTON: "Tải lên tệp đã sửa", "Upload the corrected file";

    // File and sheet.
    READING_TITLE: "Cách đọc tệp", "How the file is read";
    READING_CHANGE: "Đổi chỉ số, năm, trang tính hoặc cách đọc", "Change indicator, year, sheet or how it is read";
    FILE_TITLE: "Tệp và trang tính", "File and sheet";
    FILE_UNREADABLE: "Không mở được tệp. Xem phần lỗi để biết vì sao.", "The file could not be opened. The errors below say why.";
    FILE_KIND: "Đây là {0}", "This is a file of this kind: {0}";
    FILE_ENCODING: "Bảng mã {0}", "Encoding: {0}";
    FILE_CONVERTED: "Chữ viết bằng bảng mã {0} đã được chuyển sang Unicode: hãy xem lại vài tên", "The text was converted from {0} to Unicode: check a few names";
    FILE_SEPARATOR: "Các cột ngăn bằng {0}", "Columns are separated by: {0}";
    FILE_DECIMAL: "Phần thập phân sau {0}", "Decimal mark: {0}";
    LAYOUT: "Bảng: {0}. Tiêu đề ở dòng {1}, số liệu ở dòng {2}.", "Table: {0}. Header in row {1}, figures in rows {2}.";
    TITLES: "Những dòng phía trên bảng", "Lines above the table";
    SHEETS: "Các trang tính trong tệp", "Sheets of the file";
    SHEET: "Trang tính", "Sheet";
    SHEET_AUTOMATIC: "Tự động", "Automatic";
    SHEET_AUTOMATIC_IS: "Tự động: {0}", "Automatic: {0}";
    SHEET_TAKEN: "đang đọc", "being read";
    SHEET_HIDDEN: "(trang ẩn)", "(hidden)";
    SHEET_SIZE: "Dòng × cột", "Rows × columns";
    SHEET_FIT: "Số liệu đọc được", "Figures that can be read";
    SHEET_NO_TABLE: "không có bảng tỉnh, thành", "no table of provinces";
    HEADER_ROW: "Dòng tiêu đề đầu tiên", "First row of the header";
    HEADER_ROWS: "Số dòng tiêu đề", "Rows of the header";
    ENCODING: "Bảng mã", "Encoding";
    SEPARATOR: "Dấu ngăn cột", "Separator";
    DECIMAL: "Dấu thập phân", "Decimal mark";

    // What it is about.
    ABOUT_TITLE: "Chỉ số và năm", "Indicator and year";
    YEAR_OF_FILE: "Năm của số liệu", "Year of the figures";
    AS_OF: "Thời điểm của số liệu", "Moment of the figures";
    AS_OF_HINT: "Chỉ khi số liệu tính đến một ngày: 2021-06-30, 2021-06, 2021-Q2 hoặc 2021-end.", "Only for counts of a day: 2021-06-30, 2021-06, 2021-Q2 or 2021-end.";
    FRACTIONS: "Số trong tệp là phần của 1 (0,85 nghĩa là 85%)", "Numbers in the file are fractions of 1 (0.85 means 85%)";

    // Columns.
    COLUMNS: "Các cột", "Columns";
    COLUMNS_LEAD: "Mỗi cột được đọc là gì. Cột không nhận ra thì không đọc.", "What each column is read as. Columns that are not recognised are not read.";
    COLUMNS_CLEAR: "Không có cột nào cần quyết định.", "No column needs a decision.";
    COLUMNS_UNSURE: "Số cột cần quyết định: {0}.", "Columns that need a decision: {0}.";
    COLUMNS_MORE: "Còn {0} cột nữa: lưu các lựa chọn trên để thấy những cột tiếp theo.", "Further columns: {0}. Save the choices above to see the next ones.";
    COLUMNS_ALL: "Tất cả các cột ({0}; không đọc: {1})", "All columns ({0}; not read: {1})";
    CHANGE_COLUMN: "Đổi cách đọc cột {0}", "Change what column {0} is read as";
    ROLES_FREE: "Nội dung chưa có cột nào", "Not in any column yet";
    COLUMNS_NONE: "Chưa tìm thấy bảng nào. Hãy chọn trang tính và dòng tiêu đề ở trên.", "No table was found yet. Choose the sheet and the header row above.";
    COLUMN: "Cột", "Column";
    ROW: "Dòng", "Row";
    COLUMN_HEAD: "Tiêu đề trong tệp", "Header in the file";
    NO_HEADER: "(không có tiêu đề)", "(no header)";
    SAMPLES: "Ví dụ", "Samples";
    FILLED: "Ô có nội dung", "Filled cells";
    READ_AS: "Đọc là", "Read as";
    READ_COLUMN_AS: "Cột {0} ({1}) đọc là", "Column {0} ({1}) is read as";
    HOW_SURE: "Mức chắc chắn", "How sure";
    CHOOSE_PERHAPS: "Hãy chọn (có lẽ là: {0})", "Please choose (perhaps: {0})";
    IGNORED_UNKNOWN: "không nhận ra, không đọc", "not recognised, not read";
    IGNORED_CHOSEN: "không đọc, do người phụ trách chọn", "not read, as chosen by an editor";
    ROLES_PLAIN: "Cột chung", "General";
    ROLES_OTHER: "Thông tin khác của số liệu", "Other details of a figure";

    // Provinces.
    PLACES: "Tỉnh, thành phố", "Provinces";
    PROVINCE: "Tỉnh, thành phố", "Province";
    PLACES_LEAD: "Những tên dưới đây cần có người xác nhận. Lựa chọn được ghi nhớ cho lần sau.", "These names need an editor’s answer. It is remembered for the next file.";
    PLACES_CLEAR: "Mọi tên tỉnh, thành đã rõ.", "All names of provinces are clear.";
    PLACES_MORE: "Còn {0} tên nữa: lưu các lựa chọn để thấy những tên tiếp theo. Nếu bảng không phải của các tỉnh, hãy chọn trang tính khác.", "More names: {0}. Save the choices to see the next ones. If the table is not one of provinces, choose another sheet.";
    CHANGE_PLACE: "Chọn lại cho “{0}”", "Choose again for “{0}”";
    PLACES_REST: "và {0} tên khác.", "and {0} other names.";
    PLACES_CHOSEN: "Đã chọn", "Already chosen";
    PLACES_MATCHED: "Tên đã nhận ra ({0})", "Names that were recognised ({0})";
    PLACE_SPELLED: "“{0}” (ô {1}, số lần: {2})", "“{0}” (cell {1}, times: {2})";
    LEAVE_OUT: "Bỏ các dòng này", "Leave these rows out";
    LEFT_OUT: "bỏ các dòng này", "rows left out";
    OTHER_PLACE: "Nếu là tên khác:", "If it is another one:";
    REGIONS: "Vùng", "Regions";
    AS_IN_FILE: "Viết trong tệp", "As in the file";
    MEANS: "Là", "Means";
    HOW_MATCHED: "Nhận ra", "Recognised";
    TIMES: "Số lần", "Times";
    ABSENT: "Tỉnh, thành không có dòng nào ({0})", "Provinces without a row ({0})";
    ABSENT_SHORT: "Tỉnh, thành không có dòng nào", "Provinces without a row";
    ABSENT_LEAD: "Vì sao không có? Lý do hiện ra cho người đọc; thiếu không có nghĩa là bằng không.", "Why is there none? Readers see the reason; missing does not mean zero.";
    ABSENT_ALL: "Lý do cho tất cả", "Reason for all of them";
    ABSENT_AS_ALL: "Như lý do cho tất cả", "As for all of them";

    // Issues.
    ISSUES: "Lỗi và cảnh báo", "Errors and warnings";
    ISSUES_NONE: "Không có gì.", "None.";
    NOTICES: "Những điều đã ghi nhận, không cần làm gì ({0})", "Things that were noted, nothing to do ({0})";
    DOWNLOAD_REMARKS: "Tải tệp gốc có thêm cột nhận xét", "Download the file with a column of remarks";
    DOWNLOAD_ISSUES: "Tải danh sách lỗi (CSV)", "Download the list of issues (CSV)";
    DOWNLOAD_ORIGINAL: "Tải tệp gốc", "Download the original file";
    ISSUES_ALL: "Xem cả {0}", "See all {0}";
    PUBLISHED_NOW: "Đang công bố", "Published now";
    WHERE: "Ở đâu", "Where";
    FOUND: "Đang có", "Found";
    WHAT: "Vấn đề", "What is wrong";
    EXPECTED: "Cần có", "Expected";
    FIX: "Cách sửa", "How to fix it";
    COLUMN_N: "cột {0}", "column {0}";
    ROW_N: "dòng {0}", "row {0}";
    WHOLE_FILE: "cả tệp", "whole file";

    // Source and mode.
    SOURCE: "Nguồn", "Source";
    SOURCE_TITLE: "Nguồn số liệu", "Source of the figures";
    SOURCE_HINT: "Không có số liệu nào được công bố mà không có nguồn.", "No figure is published without a source.";
    SOURCE_NONE: "Chưa chọn", "Not chosen yet";
    SOURCE_NEW: "Nguồn mới", "New source";
    SOURCE_NEW_OPTION: "Nguồn mới (điền ở dưới)", "New source (fill in below)";
    SOURCES_OF_INDICATOR: "Nguồn đã dùng cho chỉ số này", "Sources already used for this indicator";
    SOURCE_NAME: "Tên tài liệu", "Title";
    SOURCES_ALL: "Hiện mọi nguồn trong danh mục", "Show all sources of the catalogue";
    SOURCE_NAME_HINT: "Đúng như khi công bố.", "As published.";
    SOURCE_PUBLISHER: "Cơ quan công bố", "Publisher";
    SOURCE_URL: "Địa chỉ trên mạng", "Web address";
    SOURCE_DAY: "Ngày công bố", "Day of publication";
    SOURCE_DAY_HINT: "Ngày/tháng/năm, ví dụ 14/03/2017; hoặc chỉ 03/2017, 2017.", "Day/month/year, such as 14/03/2017; or only 03/2017, 2017.";
    SOURCE_KIND: "Loại nguồn", "Kind of source";
    MODE: "Với những số liệu đang có", "What happens to figures that are there already";
    MODE_COUNTS: "Với tệp này: {0}.", "With this file: {0}.";
    MODE_COUNTS_KEPT: "Với tệp này: {0}; để nguyên {1} số tệp ghi khác.", "With this file: {0}; {1} left as they are though the file differs.";

    // The file beside the year before.
    PICTURE: "So với năm trước", "Compared with the year before";
    PICTURE_NONE: "{0}: chưa công bố năm nào trước đó của ít nhất một nửa số địa phương nên không có gì để so.", "{0}: no earlier year with figures of at least half the provinces is published, so there is nothing to compare.";
    PICTURE_TITLE: "{0}: {1} địa phương tăng, {2} giảm (trong {3})", "{0}: {1} provinces up, {2} down (of {3})";
    PICTURE_TITLE_BREAK: "{0}: năm {1} và năm {2} không so sánh được (≠)", "{0}: {1} and {2} cannot be compared (≠)";
    PICTURE_SUBTITLE: "Mỗi đường là một địa phương: năm {0} đã công bố, năm {1} trong tệp {2}", "Each line is a province: {0} as published, {1} in the file {2}";
    PICTURE_SOURCE: "Bản nháp, chưa công bố: {0}", "Draft, not published: {0}";
    PICTURE_PUBLISHED: "{0} (đã công bố)", "{0} (published)";
    PICTURE_FILE: "{0} (trong tệp)", "{0} (in the file)";
    PICTURE_COLUMNS: "Từng nội dung trong tệp ({0})", "Each component of the file ({0})";
    PICTURE_TABLE: "Từng nội dung: năm trước → trong tệp (năm trước | trong tệp nếu không so sánh được). Chọn một nội dung để xem hình.", "Each component: year before → file (year before | file where they cannot be compared). Choose one to see its picture.";
    SPREAD_COUNT: "Số địa phương", "Provinces";
    SPREAD_LOW: "Thấp nhất", "Lowest";
    SPREAD_MIDDLE: "Trung vị", "Median";
    SPREAD_HIGH: "Cao nhất", "Highest";
    RANKS_REST: "và {0} thay đổi hạng khác.", "and {0} other changes of rank.";

    // Publishing.
    PUBLISH: "Công bố", "Publish";
    PUBLISH_BUTTON: "Công bố", "Publish";
    REASONS: "Lý do công bố dù có cảnh báo", "Why it is right to publish despite the warnings";
    REASONS_LEAD: "Mỗi loại cảnh báo cần một lý do; lý do được lưu cùng bản dữ liệu.", "Each kind of warning needs a reason; it is kept with the edition.";
    NONE_GIVEN: "không có", "none";
    NOTE_HINT: "Một câu cho người đọc: bản này có gì mới.", "A sentence for readers: what is new in this edition.";
    WILL: "Sẽ lập bản dữ liệu số {0} từ bản số {1}: {2}. Trang công khai đổi ngay cho mọi người; có thể hoàn tác.", "This makes data edition {0} from edition {1}: {2}. Public pages change at once for everybody; it can be undone.";
    SAVE_REASONS: "Chỉ lưu ghi chú và lý do", "Only save note and reasons";
    BLOCKED_ERRORS: "Chưa công bố được: còn {0} lỗi.", "Cannot be published yet. Errors: {0}.";
    BLOCKED_NOTHING: "Chưa công bố được: chưa đọc được số liệu nào.", "Cannot be published yet: no figure was read.";
    APPROVE: "Duyệt", "Approve";
    APPROVE_TEXT: "{0} đã chuẩn bị bản nháp này. Nếu mọi thứ đúng, hãy duyệt; sau đó mới công bố được.", "{0} prepared this draft. If all is right, approve it; then it can be published.";
    OWN_LINK: "Hãy gửi địa chỉ của trang này cho người đó.", "Send them the address of this page.";
    DISCARD: "Bỏ bản nháp", "Throw the draft away";
    DISCARD_TEXT: "Bản nháp không công bố được nữa. Số liệu công khai không đổi.", "The draft can then no longer be published. Public figures do not change.";
}
