//! What the pages of the desk and of editions say.

use domain::{Lang, number};

use super::Role;
use crate::messages::{Msg, messages};

messages! {
    // Around the pages.
    DESK: "Bàn làm việc", "Desk";
    EDITIONS: "Các bản dữ liệu", "Data editions";
    CATALOGUE: "Danh mục", "Catalogue";
    AUDIT: "Nhật ký", "Log";
    ACCOUNTS: "Các tài khoản", "Accounts";
    ACCOUNT: "Tài khoản của tôi", "My account";
    TITLE_REFUSED: "Chưa thực hiện: {0}", "Not done: {0}";
    PAGES: "Các trang", "Pages";
    OPTIONAL: "Không bắt buộc.", "Optional.";

    // Signing in.
    SIGN_IN: "Đăng nhập", "Sign in";
    SIGN_IN_LEAD: "Dành cho người tải lên và công bố số liệu. Xem số liệu không cần tài khoản.", "For those who upload and publish figures. Reading needs no account.";
    SIGN_IN_FIRST: "Trang này cần đăng nhập.", "This page needs an account.";
    NO_ACCOUNT: "Chưa có tài khoản hoặc quên mật khẩu: liên hệ quản trị viên.", "No account, or password forgotten: ask an administrator.";
    NAME: "Tên đăng nhập", "Sign-in name";
    PASSWORD: "Mật khẩu", "Password";
    FORBIDDEN: "Tài khoản này không được xem trang này", "This account may not see this page";
    FORBIDDEN_TEXT: "{0} đăng nhập với vai trò “{1}”. Cần quyền khác thì liên hệ quản trị viên.", "{0} is signed in as “{1}”. Ask an administrator for other rights.";
    ROLE_READER: "Người đọc", "Reader";
    ROLE_ANALYST: "Chuyên viên", "Analyst";
    ROLE_ADMINISTRATOR: "Quản trị viên", "Administrator";
    CROSS_SITE: "Yêu cầu không gửi từ trang này", "The request did not come from this site";
    CROSS_SITE_TEXT: "Yêu cầu được gửi từ một trang khác nên không được thực hiện. Không có gì thay đổi. Hãy mở trang này và làm lại từ đầu.", "The request was sent from another site and was not carried out. Nothing has changed. Open this site and begin again.";
    NOT_FOUND: "Không có bản nháp, bản dữ liệu hoặc tài khoản này", "There is no such draft, edition or account";
    NOT_FOUND_TEXT: "Địa chỉ có thể đã gõ sai, hoặc bản nháp đã bị bỏ.", "The address may be mistyped, or the draft was thrown away.";
    TROUBLE: "Bàn làm việc tạm thời không dùng được", "The desk cannot be used at the moment";
    TROUBLE_WORKS: "Người đọc vẫn xem được bản dữ liệu số {0}. Không có gì bị mất và không có gì công bố dở dang.", "Readers still see data edition {0}. Nothing is lost, and nothing is half published.";

    // What was done.
    DONE_SAVED: "Đã lưu các lựa chọn.", "The choices were saved.";
    DONE_PUBLISHED: "Đã công bố bản dữ liệu số {0}. Mọi người xem được ngay.", "Data edition {0} is published. Everybody sees it now.";
    DONE_RESTORED: "Đã khôi phục số liệu của bản số {0} thành bản số {1}. Mọi người xem được ngay.", "The figures of edition {0} are restored as edition {1}. Everybody sees them now.";
    DONE_DISCARDED: "Đã bỏ bản nháp. Số liệu công khai không đổi.", "The draft was thrown away. Public figures did not change.";
    DONE_APPROVED: "Đã duyệt bản nháp ở trạng thái này. Sửa tiếp thì phải duyệt lại.", "The draft is approved as it stands. If it is changed, it must be approved again.";
    DONE_SAME_FILE: "Tệp này đã được tải lên trước đây.", "This very file was uploaded before.";
    DONE_ACCOUNT: "Đã lưu tài khoản {0}.", "Account {0} was saved.";
    DONE_PASSWORD: "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.", "The password was changed. Other devices are signed out.";
    DONE_SIGNED_OUT: "Đã đăng xuất trên mọi thiết bị.", "Signed out on all devices.";
    DONE_TOKEN_REVOKED: "Đã thu hồi mã truy cập.", "The token was revoked.";
    SEE_SITE: "Xem trang công khai", "See the public pages";
    SEE_CHANGES: "Xem những gì đã đổi", "See what changed";
    SEE_EARLIER_DRAFT: "Xem bản nháp trước", "See the earlier draft";
    SAME_EDITION: "Xem bản nháp đã thành bản số {0}", "See the draft that became edition {0}";
    UNDO: "Hoàn tác", "Undo";

    // What was refused.
    REFUSED: "Chưa thực hiện được, không có gì thay đổi", "This was not done, and nothing has changed";
    REFUSED_PASSWORD: "Tên đăng nhập hoặc mật khẩu không đúng.", "The name or the password is wrong.";
    REFUSED_WAIT: "Sai quá nhiều lần. Hãy thử lại sau {0} giây.", "Too many failures. Try again in {0} seconds.";
    REFUSED_SHORT: "Mật khẩu cần ít nhất {0} ký tự.", "A password needs at least {0} characters.";
    REFUSED_DIFFER: "Hai lần nhập mật khẩu mới không giống nhau.", "The two new passwords differ.";
    REFUSED_TAKEN: "Đã có tài khoản tên “{0}”.", "There is an account called “{0}” already.";
    REFUSED_NAME: "Tên “{0}” không dùng được: cần 2 đến 60 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.", "The name “{0}” cannot be used: 2 to 60 plain letters, digits, dots or dashes.";
    REFUSED_LAST: "Phải còn ít nhất một quản trị viên đang hoạt động.", "At least one active administrator must remain.";
    REFUSED_NO_FILE: "Chưa chọn tệp nào. Hãy chọn một tệp rồi gửi lại.", "No file was chosen. Choose one and send it again.";
    REFUSED_LARGE: "Tệp lớn hơn {0} MB. Hãy bỏ bớt trang tính hoặc hình ảnh, hoặc lưu riêng bảng cần dùng thành CSV.", "The file is larger than {0} MB. Remove sheets or pictures, or save the one table as CSV.";
    REFUSED_FIELD: "{0}: không hiểu được “{1}”.", "{0}: “{1}” cannot be read.";
    REFUSED_NEWER: "Bản số {0} vừa được công bố trong lúc này. Phần so sánh dưới đây đã tính lại theo bản đó: hãy xem lại rồi công bố.", "Edition {0} was published meanwhile. The differences below are against that one now: look again, then publish.";
    REFUSED_CHANGED: "Người khác vừa sửa bản nháp này. Dưới đây là trạng thái mới nhất: hãy xem lại và làm lại phần của mình.", "Somebody else has just changed this draft. Below is how it stands now: look again and repeat your change.";
    REFUSED_ERRORS: "Còn {0} lỗi phải sửa trước khi công bố.", "Errors to mend before publishing: {0}.";
    REFUSED_REASONS: "Còn {0} loại cảnh báo chưa có lý do.", "Kinds of warnings still without a reason: {0}.";
    REFUSED_NOTHING: "Tệp không làm thay đổi số liệu nào, nên không có gì để công bố.", "The file changes no figure, so there is nothing to publish.";
    REFUSED_APPROVAL: "Cần một người khác xem và duyệt trước khi công bố.", "Another person must look at it and approve it before it is published.";
    REFUSED_OWN: "Không tự duyệt được bản nháp của chính mình.", "You cannot approve your own draft.";
    REFUSED_DISK: "Ổ đĩa của máy chủ đã đầy nên không lưu được. Hãy báo quản trị viên.", "The server’s disk is full, so nothing can be stored. Tell the administrator.";
    REFUSED_READ_ONLY: "Thư mục dữ liệu của máy chủ chỉ cho đọc nên không lưu được. Hãy báo quản trị viên.", "The server’s data folder is read-only, so nothing can be stored. Tell the administrator.";
    REFUSED_UNREACHABLE: "Cơ sở dữ liệu không trả lời. Hãy thử lại sau ít phút; nếu vẫn vậy, báo quản trị viên.", "The database does not answer. Try again in a few minutes; if it lasts, tell the administrator.";
    REFUSED_FILES: "Với thay đổi này các tệp dữ liệu không còn đúng:", "With this change the data files would be wrong:";
    REFUSED_FAILED: "Có lỗi không lường trước. Nhật ký máy chủ có chi tiết.", "Something unexpected went wrong. The server’s log has the details.";

    // The desk.
    DESK_LEAD: "Tải tệp lên, xem trước những gì sẽ đổi, công bố, hoàn tác.", "Upload a file, see what would change, publish, undo.";
    UPLOAD: "Tải số liệu lên", "Upload figures";
    UPLOAD_BUTTON: "Tải lên và xem trước", "Upload and preview";
    NOTHING_PUBLIC: "Chưa có gì công khai cho đến khi bấm “Công bố”.", "Nothing becomes public until “Publish” is pressed.";
    FILE: "Tệp", "File";
    FILE_HINT: "CSV, TSV, XLSX, XLS hoặc ODS, để nguyên như khi nhận được. Tối đa {0} MB và {1} dòng.", "CSV, TSV, XLSX, XLS or ODS, as you received it. At most {0} MB and {1} rows.";
    FILE_DROP: "Cũng có thể kéo tệp và thả vào đây.", "A file can also be dropped here.";
    FILE_CHOSEN: "Đã chọn {0} ({1}).", "Chosen: {0} ({1}).";
    FILE_SENDING: "Đang gửi: {0}%.", "Sending: {0}%.";
    FILE_SENT: "Đã gửi xong, đang đọc tệp…", "Sent. The file is being read…";
    FILE_FAILED: "Chưa gửi được: mất kết nối. Tệp vẫn được chọn, hãy gửi lại.", "It was not sent: the connection broke. The file is still chosen, send it again.";
    FOUND_BY_ITSELF: "Tự nhận ra từ tệp", "Found out from the file";
    INDICATOR: "Chỉ số", "Indicator";
    YEAR: "Năm", "Year";
    HOW: "Cách làm", "How it works";
    HOW_1: "Tải tệp lên, không cần sửa trước. Thước Đo tìm trang tính, dòng tiêu đề, cột và tỉnh, thành.", "Upload the file, no need to prepare it. Thước Đo finds the sheet, the header, the columns and the provinces.";
    HOW_2: "Xem lại: xác nhận chỗ chưa chắc, sửa chỗ sai. Mỗi ô sai đều được chỉ ra và nói cách sửa.", "Review: confirm what is not sure, mend what is wrong. Every wrong cell is shown, with how to mend it.";
    HOW_3: "So sánh: những số sẽ thêm, sửa, bỏ và thứ hạng sẽ đổi, trước khi ai khác nhìn thấy.", "Compare: which figures would be added, changed, removed and which ranks would change, before anybody else sees it.";
    HOW_4: "Công bố thành một bản dữ liệu có số. Hoàn tác được bất cứ lúc nào.", "Publish as a numbered edition. It can be undone at any time.";
    DRAFTS: "Bản nháp đang mở", "Open drafts";
    DRAFTS_NONE: "Không có bản nháp nào.", "There are no drafts.";
    DRAFT: "Bản nháp", "Draft";
    KIND: "Loại", "Kind";
    BY: "Người làm", "By";
    CHANGED_AT: "Sửa lần cuối", "Last changed";
    STATE: "Trạng thái", "State";
    STATE_OPEN: "đang làm", "in progress";
    OF_CATALOGUE: "danh mục", "catalogue";
    OF_FILE: "tệp số liệu", "file of figures";
    APPROVED_BY: "{0} đã duyệt", "approved by {0}";
    EDITIONS_NEWEST: "Các bản dữ liệu mới nhất", "Newest editions";
    EDITIONS_ALL: "Xem tất cả các bản dữ liệu", "See all editions";
    EDITION: "Bản", "Edition";
    EDITION_N: "Bản số {0}", "Edition {0}";
    PUBLISHED_AT: "Công bố lúc", "Published";
    CHANGES: "Thay đổi", "Changes";
    NOTE: "Ghi chú", "Note";
    TEMPLATE: "Tệp mẫu", "Template";
    TEMPLATE_LEAD: "Tệp CSV có sẵn mã và tên các tỉnh, thành của năm đó, chỉ cần điền số.", "A CSV file with the codes and names of the provinces of that year, to be filled in.";
    TEMPLATE_BUTTON: "Tải tệp mẫu", "Download the template";

    // Editions.
    EDITIONS_LEAD: "Mỗi lần công bố lập một bản dữ liệu có số. Bản cũ giữ nguyên, luôn đọc và trích dẫn được.", "Each publication makes a numbered edition. Earlier ones stay as they are and can always be read and cited.";
    NEWEST: "mới nhất", "newest";
    FROM_PROGRAM: "Số liệu kèm theo chương trình", "Figures that ship with the program";
    FROM_UPLOAD: "Tệp tải lên", "Uploaded file";
    FROM_CATALOGUE: "Sửa danh mục", "Change of the catalogue";
    FROM_UNDO: "Khôi phục bản số {0}", "Edition {0} restored";
    COUNTS: "thêm {0}, sửa {1}, bỏ {2} số liệu", "figures: {0} added, {1} changed, {2} removed";
    ROWS_ALL: "Toàn bộ bản có {0} dòng số liệu.", "Rows in the whole edition: {0}.";
    METHOD: "Phương pháp", "Method";
    FINGERPRINT: "Mã kiểm tra của cả bản (SHA-256)", "Checksum of the whole edition (SHA-256)";
    READ_EDITION: "Đọc bản này", "Read this edition";
    COMPARE_BEFORE: "Khác gì bản số {0}", "What differs from edition {0}";
    DOWNLOAD: "Tải về", "Download";
    DOWNLOAD_AS: "{0}, bản số {1}", "{0}, edition {1}";
    COMPARE: "So sánh hai bản", "Compare two editions";
    COMPARE_FROM: "Bản trước", "Earlier edition";
    COMPARE_TO: "Bản sau", "Later edition";
    COMPARE_BUTTON: "So sánh", "Compare";
    COMPARE_TITLE: "Bản số {0} và bản số {1}", "Editions {0} and {1}";
    COMPARE_LEAD: "Những gì bản số {1} khác với bản số {0}.", "What edition {1} has that differs from edition {0}.";
    EDITION_DAY: "Bản số {0}, {1}", "Edition {0}, {1}";
    UNDO_TITLE: "Hoàn tác bản số {0}", "Undo edition {0}";
    UNDO_TEXT: "Lập bản số {2} có đúng số liệu và danh mục của bản số {1}. Bản số {0} không bị xóa, vẫn đọc được. Trang công khai đổi ngay cho mọi người.", "This makes edition {2} with exactly the figures and the catalogue of edition {1}. Edition {0} is not deleted and can still be read. Public pages change at once for everybody.";
    UNDO_BUTTON: "Hoàn tác bản số {0}", "Undo edition {0}";
    RESTORE: "Khôi phục bản số {0}", "Restore edition {0}";
    RESTORE_TEXT: "Lập bản số {1} có đúng số liệu và danh mục của bản số {0}. Những gì công bố sau bản số {0} sẽ không còn trên trang công khai, nhưng vẫn đọc được ở bản của nó.", "This makes edition {1} with exactly the figures and the catalogue of edition {0}. What was published after edition {0} is no longer on the public pages, but can still be read in its own edition.";
    NOTE_WHY: "Vì sao (ghi vào lịch sử, mọi người đọc được)", "Why (goes into the history, public)";

    // Differences.
    DIFFERENCE: "Những gì sẽ đổi", "What would change";
    DIFFERENCE_FIGURES: "Số liệu sẽ đổi", "Figures that would change";
    DIFFERENCE_LEAD: "So với bản dữ liệu số {0} đang công khai.", "Against data edition {0}, which is public now.";
    NOTHING_DIFFERS: "Không có gì khác.", "Nothing differs.";
    FILES_DIFFER: "Tệp danh mục khác nhau", "Catalogue files that differ";
    ADDED: "Thêm", "Added";
    CHANGED: "Sửa", "Changed";
    REMOVED: "Bỏ", "Removed";
    UNCHANGED: "Giữ nguyên", "Unchanged";
    KEPT: "Tệp ghi khác nhưng để nguyên", "Left as they are though the file differs";
    STAYS: "{0} số liệu khác giữ nguyên.", "All other figures stay as they are: {0}.";
    MOVERS: "Giá trị đổi nhiều nhất", "Values that change most";
    PLACE: "Nơi", "Place";
    FIGURE: "Số liệu", "Figure";
    CHANGE: "Thay đổi", "Change";
    BEFORE: "Trước", "Before";
    AFTER: "Sau", "After";
    BY_HOW_MUCH: "Chênh lệch", "Difference";
    NO_FIGURE: "không có", "none";
    KIND_ADDED: "thêm", "added";
    KIND_CHANGED: "sửa", "changed";
    KIND_REMOVED: "bỏ", "removed";
    SOURCE_DIFFERS: "khác nguồn hoặc ghi chú", "other source or remark";
    RANK_SAYS: "hạng {0}", "rank {0}";
    RANKS_CHANGE: "Thứ hạng và xếp loại khác đi ({0})", "Ranks and bands that differ ({0})";
    TABLE: "Bảng", "Table";
    RANK_BEFORE: "Hạng trước", "Rank before";
    RANK_AFTER: "Hạng sau", "Rank after";
    BY_PLACES: "Số bậc", "Places";
    BAND: "Xếp loại", "Band";
    NO_RANK: "chưa có hạng", "no rank";
    NO_BAND: "chưa xếp loại", "no band";
    FROM_TO: "từ {0} sang {1}", "from {0} to {1}";
    EVERY_CHANGE: "Từng số liệu", "Every figure";
    PART_ALL: "Tất cả ({0})", "All ({0})";
    PART_ADDED: "Thêm ({0})", "Added ({0})";
    PART_CHANGED: "Sửa ({0})", "Changed ({0})";
    PART_REMOVED: "Bỏ ({0})", "Removed ({0})";
    ROWS_ONE: "{0} dòng", "{0} row";
    ROWS: "{0} dòng", "{0} rows";
    ROWS_PART: "Dòng {0}–{1} trong {2}", "Rows {0}–{1} of {2}";

    // A draft.
    DRAFT_TITLE: "Bản nháp: {0}", "Draft: {0}";
    CONTENTS: "Trên trang này", "On this page";
    CHOICES: "Các lựa chọn", "Choices";
    UPDATE: "Cập nhật", "Update";
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
    SUM_ERRORS: "{0} lỗi phải sửa", "errors to mend: {0}";
    SUM_WARNINGS: "{0} cảnh báo cần lý do", "warnings that need a reason: {0}";
    SUM_BOTH: "{0} lỗi phải sửa, {1} cảnh báo cần lý do", "errors to mend: {0}, warnings that need a reason: {1}";
    SUM_WILL: "sẽ {0}", "{0}";
    SUM_GROUP: "{0} ({1})", "{0} ({1})";
    SEVERAL_INDICATORS: "nhiều chỉ số", "several indicators";
    YEAR_IS: "năm {0}", "{0}";
    YEARS_ARE: "các năm {0}", "{0}";
    YEAR_UNKNOWN: "chưa rõ năm", "year not known";
    TO_DO: "Việc còn phải làm", "What remains to be done";
    TO_DO_ERRORS: "Phải sửa trước khi công bố", "To mend before publishing";
    TO_DO_WARNINGS: "Cần xem lại và nêu lý do", "To be looked at and given a reason";
    ALL_GOOD: "Không còn lỗi nào. Hãy xem phần so sánh rồi công bố.", "Nothing is wrong. Look at the differences, then publish.";
    ALL_READ: "Không còn lỗi nào, nhưng tệp không làm thay đổi số liệu nào.", "Nothing is wrong, but the file changes no figure.";
    TO_PUBLISH: "Đến phần công bố", "Go to publishing";
    AGAIN: "Tải lên tệp đã sửa", "Upload the mended file";
    AGAIN_FILE: "Tệp đã sửa", "Mended file";
    AGAIN_HINT: "Thay cho tệp hiện tại của bản nháp này. Các lựa chọn bên dưới được giữ lại.", "Takes the place of this draft’s file. The choices below are kept.";
    AGAIN_BUTTON: "Tải lên tệp đã sửa", "Upload the mended file";

    // File and sheet.
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
    COLUMNS_NONE: "Chưa tìm thấy bảng nào. Hãy chọn trang tính và dòng tiêu đề ở trên.", "No table was found yet. Choose the sheet and the header row above.";
    COLUMN: "Cột", "Column";
    ROW: "Dòng", "Row";
    COLUMN_HEAD: "Tiêu đề trong tệp", "Header in the file";
    NO_HEADER: "(không có tiêu đề)", "(no header)";
    SAMPLES: "Ví dụ", "Samples";
    FILLED: "Ô có chữ số", "Filled cells";
    READ_AS: "Đọc là", "Read as";
    READ_COLUMN_AS: "Cột {0} ({1}) đọc là", "Column {0} ({1}) is read as";
    HOW_SURE: "Mức chắc chắn", "How sure";
    CHOOSE_PERHAPS: "Hãy chọn (có lẽ là: {0})", "Please choose (perhaps: {0})";
    IGNORED_UNKNOWN: "không nhận ra, không đọc", "not recognised, not read";
    IGNORED_CHOSEN: "không đọc, do người phụ trách chọn", "not read, as chosen by a person";
    ROLES_PLAIN: "Cột chung", "General";
    ROLES_OTHER: "Thông tin khác của số liệu", "Other details of a figure";

    // Provinces.
    PLACES: "Tỉnh, thành phố", "Provinces";
    PROVINCE: "Tỉnh, thành phố", "Province";
    PLACES_LEAD: "Những tên dưới đây cần có người xác nhận. Lựa chọn được ghi nhớ cho lần sau.", "These names need a person’s answer. It is remembered for the next file.";
    PLACES_CLEAR: "Mọi tên tỉnh, thành đã rõ.", "All names of provinces are clear.";
    PLACES_MORE: "Còn {0} tên nữa chưa hiện ở đây. Nếu bảng không phải của các tỉnh, hãy chọn trang tính khác.", "More names are not shown here: {0}. If the table is not one of provinces, choose another sheet.";
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
    WHERE: "Ở đâu", "Where";
    FOUND: "Đang có", "Found";
    WHAT: "Vấn đề", "What is wrong";
    EXPECTED: "Cần có", "Expected";
    MEND: "Cách sửa", "How to mend it";
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
    SOURCE_NAME_HINT: "Đúng như khi công bố. Chọn “Nguồn mới” ở trên để dùng.", "As published. Choose “New source” above to use it.";
    SOURCE_PUBLISHER: "Cơ quan công bố", "Publisher";
    SOURCE_URL: "Địa chỉ trên mạng", "Web address";
    SOURCE_DAY: "Ngày công bố", "Day of publication";
    SOURCE_DAY_HINT: "Năm-tháng-ngày, ví dụ 2017-03-14.", "Year-month-day, such as 2017-03-14.";
    SOURCE_KIND: "Loại nguồn", "Kind of source";
    MODE: "Với những số liệu đang có", "What happens to figures that are there already";
    MODE_COUNTS: "Với tệp này: {0}.", "With this file: {0}.";
    MODE_COUNTS_KEPT: "Với tệp này: {0}; để nguyên {1} số tệp ghi khác.", "With this file: {0}; {1} left as they are though the file differs.";

    // Publishing.
    PUBLISH: "Công bố", "Publish";
    PUBLISH_BUTTON: "Công bố", "Publish";
    REASONS: "Lý do công bố dù có cảnh báo", "Why it is right to publish despite the warnings";
    REASONS_LEAD: "Mỗi loại cảnh báo cần một lý do; lý do được lưu cùng bản dữ liệu.", "Each kind of warning needs a reason; it is kept with the edition.";
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

    // The catalogue.
    CATALOGUE_LEAD: "Chỉ số, thành phần, tên gọi khác và kết luận so sánh. Mọi thay đổi đều qua bản nháp, xem trước và hoàn tác được.", "Indicators, components, other names and verdicts. Every change goes through a draft, can be previewed and undone.";
    CATALOGUE_DRAFT: "Sửa danh mục: {0}", "Change of the catalogue: {0}";
    CATALOGUE_FILES: "Các tệp của danh mục", "Files of the catalogue";
    CATALOGUE_FILES_LEAD: "Bấm vào tên tệp để mở bản nháp và sửa trực tiếp.", "A name opens a draft in which the file can be edited.";
    BYTES: "Số byte", "Bytes";
    BEGUN_BY: "Do {0} soạn.", "Begun by {0}.";
    BEGIN_DRAFT: "Lập bản nháp", "Begin a draft";
    ALIAS: "Thêm tên gọi khác của tỉnh, thành", "Add another name of a province";
    ALIAS_LEAD: "Ví dụ cách viết tắt mà tệp của một cơ quan hay dùng.", "For example an abbreviation that an authority’s files use.";
    SPELLING: "Cách viết", "Spelling";
    SPELLING_HINT: "Đúng như trong tệp.", "Exactly as in the files.";
    FROM: "Từ ngày", "From";
    TO: "Đến hết ngày", "Until";
    DAY_HINT: "Năm-tháng-ngày; để trống là không giới hạn.", "Year-month-day; empty means without limit.";
    VERDICT: "Thêm kết luận so sánh giữa hai năm", "Add a verdict on two years";
    VERDICT_LEAD: "Hai năm của một chỉ số có so sánh được hay không, và vì sao.", "Whether two years of an indicator may be compared, and why.";
    YEAR_FROM: "Từ năm", "From year";
    YEAR_TO: "Đến năm", "To year";
    DECISION: "Số quyết định", "Number of the decision";
    REASON_VI: "Lý do (tiếng Việt)", "Reason (Vietnamese)";
    REASON_EN: "Lý do (tiếng Anh)", "Reason (English)";
    COMPONENT: "Thêm thành phần của chỉ số", "Add a component of an indicator";
    COMPONENT_LEAD: "Ví dụ một trục nội dung mới của bộ chỉ số.", "For example a new dimension of the index.";
    COMPONENT_ID: "Tên ngắn dùng trong tệp và địa chỉ", "Short name for files and addresses";
    COMPONENT_ID_HINT: "Chữ thường không dấu, chữ số, gạch dưới.", "Plain lower-case letters, digits, underscores.";
    NAME_VI: "Tên tiếng Việt", "Vietnamese name";
    NAME_EN: "Tên tiếng Anh", "English name";
    PARENT: "Thuộc thành phần", "Part of the component";
    PARENT_HINT: "Tên ngắn của thành phần cấp trên; để trống nếu không có.", "Short name of the component above; empty if there is none.";
    SCALE_MIN: "Điểm thấp nhất", "Lowest score";
    SCALE_MAX: "Điểm cao nhất", "Highest score";
    NEW_FILE: "Tải lên một tệp danh mục", "Upload a file of the catalogue";
    NEW_FILE_LEAD: "Thay một tệp đang có, hoặc thêm một chỉ số mới bằng một tệp TOML.", "Replace a file, or add a new indicator with a TOML file.";
    PATH: "Đường dẫn trong dữ liệu", "Path within the data";
    PATH_HINT: "Ví dụ catalogue/indicators/pgi.toml", "For example catalogue/indicators/pgi.toml";
    LINES_CHANGE: "Những dòng sẽ đổi", "Lines that change";
    LINE: "Dòng", "Line";
    TEXT: "Nội dung", "Text";
    PROBLEMS: "Chỗ chưa đúng ({0})", "Problems ({0})";
    GO_ON_EDITING: "Sửa tiếp", "Go on editing";
    FILE_TEXT: "Toàn bộ tệp", "The whole file";
    FILE_TEXT_HINT: "Sửa ở đây rồi bấm kiểm tra.", "Edit here, then check.";
    CHECK: "Lưu và kiểm tra", "Save and check";

    // Accounts.
    ACCOUNT_LEAD: "{0}, tên đăng nhập {1}, vai trò {2}.", "{0}, sign-in name {1}, role: {2}.";
    PASSWORD_CHANGE: "Đổi mật khẩu", "Change the password";
    PASSWORD_OLD: "Mật khẩu hiện tại", "Present password";
    PASSWORD_NEW: "Mật khẩu mới", "New password";
    PASSWORD_AGAIN: "Nhập lại mật khẩu mới", "New password again";
    DEVICES: "Các thiết bị", "Devices";
    DEVICES_TEXT: "Đăng xuất tài khoản này trên mọi thiết bị, kể cả thiết bị đang dùng.", "Sign this account out on all devices, this one included.";
    DEVICES_BUTTON: "Đăng xuất mọi nơi", "Sign out everywhere";
    TOKENS: "Mã truy cập API", "Tokens for the API";
    TOKENS_TEXT: "Chương trình khác dùng mã này để tải tệp lên thay mặt tài khoản. Thu hồi thì mã hết hiệu lực ngay.", "Other programs use a token to upload files in the name of this account. A revoked one stops working at once.";
    TOKENS_NONE: "Chưa có mã nào.", "There are none.";
    TOKEN_FRESH: "Mã truy cập mới", "The new token";
    TOKEN_ONCE: "Hãy chép lại ngay: mã chỉ hiện một lần này.", "Copy it now: it is shown this once only.";
    TOKEN_LABEL: "Dùng cho việc gì", "What it is for";
    TOKEN_HINT: "Ví dụ: nhập số liệu hằng tháng.", "For example: monthly import.";
    TOKEN_MAKE: "Tạo mã", "Make a token";
    MADE_AT: "Tạo lúc", "Made";
    USED_AT: "Dùng lần cuối", "Last used";
    NEVER: "chưa dùng", "never";
    REVOKE: "Thu hồi", "Revoke";
    REVOKE_THIS: "Thu hồi mã “{0}”", "Revoke the token “{0}”";
    ACCOUNTS_LEAD: "Ai được làm gì. Mọi thay đổi đều ghi vào nhật ký.", "Who may do what. Every change goes into the log.";
    ACCOUNT_ADD: "Thêm tài khoản", "Add an account";
    SHOWN_NAME: "Tên hiển thị", "Name shown";
    SHOWN_HINT: "Ví dụ: Nguyễn Thị Hoa.", "For example: Nguyễn Thị Hoa.";
    NAME_HINT: "2 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch nối.", "2 to 60 plain letters, digits, dots, dashes.";
    PASSWORD_HINT: "Đưa cho người dùng và nhắc đổi ngay khi đăng nhập.", "Hand it over and ask for it to be changed at the first sign-in.";
    ROLE: "Vai trò", "Role";
    ROLE_HINT: "Người đọc chỉ xem; chuyên viên tải lên và công bố; quản trị viên thêm tài khoản và danh mục.", "Readers read; analysts upload and publish; administrators also manage accounts and the catalogue.";
    ROLE_OF: "Vai trò của {0}", "Role of {0}";
    ROLE_SET_OF: "Đặt vai trò của {0}", "Set the role of {0}";
    PASSWORD_OF: "Mật khẩu mới của {0}", "New password of {0}";
    PASSWORD_SET_OF: "Đặt mật khẩu của {0}", "Set the password of {0}";
    SET: "Đặt", "Set";
    DISABLE: "Khóa", "Switch off";
    ENABLE: "Mở lại", "Switch on";
    DISABLED_AT: "đã khóa lúc {0}", "switched off {0}";
    ACTIVE_SINCE: "hoạt động từ {0}", "active since {0}";

    // The log.
    AUDIT_LEAD: "Mọi việc đã làm ở bàn làm việc, mới nhất ở trên.", "Everything that was done at the desk, the newest first.";
    AUDIT_NONE: "Chưa có gì.", "Nothing yet.";
    WHEN: "Khi nào", "When";
    WHO: "Ai", "Who";
    ACTION: "Việc", "Action";
    SUBJECT: "Đối tượng", "Subject";
    DETAIL: "Chi tiết", "Details";
    NEWER: "Mới hơn", "Newer";
    OLDER: "Cũ hơn", "Older";
}

/// What an account may do.
pub(super) const fn role(role: Role) -> Msg {
    match role {
        Role::Reader => ROLE_READER,
        Role::Analyst => ROLE_ANALYST,
        Role::Administrator => ROLE_ADMINISTRATOR,
    }
}

/// A count with its noun: English has two forms.
pub(super) fn counted(lang: Lang, n: usize, one: Msg, many: Msg) -> String {
    let words = if n == 1 { one } else { many };
    words.fill(lang, &[&number::count(lang, n)])
}
