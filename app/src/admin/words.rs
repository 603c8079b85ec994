//! What the admin pages and of editions say.

use domain::{Lang, number};

use super::Role;
use crate::messages::{Msg, messages};

mod catalogue;
mod draft;
mod figure;
mod method;
mod upload;

pub(super) use catalogue::*;
pub(super) use draft::*;
pub(super) use figure::*;
pub(super) use method::*;
pub(super) use upload::*;

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
    NOT_FOUND: "Không có tệp tải lên, bản nháp, bản dữ liệu hoặc tài khoản này", "There is no such upload, draft, edition or account";
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
    REFUSED_NAME: "Tên “{0}” không dùng được: cần 2 đến 60 chữ cái, chữ số hoặc các dấu . - _ @, không có dấu cách.", "The name “{0}” cannot be used: 2 to 60 letters, digits or . - _ @, without spaces.";
    REFUSED_LAST: "Phải còn ít nhất một quản trị viên đang hoạt động.", "At least one active administrator must remain.";
    REFUSED_NO_FILE: "Chưa chọn tệp nào. Hãy chọn một tệp rồi gửi lại.", "No file was chosen. Choose one and send it again.";
    REFUSED_LARGE: "Tệp lớn hơn {0} MB. Hãy bỏ bớt trang tính hoặc hình ảnh, hoặc lưu riêng bảng cần dùng thành CSV.", "The file is larger than {0} MB. Remove sheets or pictures, or save the one table as CSV.";
    REFUSED_FIELD: "{0}: không hiểu được “{1}”.", "{0}: “{1}” cannot be read.";
    REFUSED_NEWER: "Bản số {0} vừa được công bố trong lúc này. Phần so sánh dưới đây đã tính lại theo bản đó: hãy xem lại rồi công bố.", "Edition {0} was published meanwhile. The differences below are against that one now: look again, then publish.";
    REFUSED_UNDO: "Sau bản số {0} đã có bản khác được công bố: {1}. Chưa có gì thay đổi. Hãy xem các bản đó bên dưới; nếu vẫn muốn, hoàn tác lại.", "Published after edition {0}: {1}. Nothing has changed. Look at those editions below, then undo again if you still want to.";
    REFUSED_TWO_SOURCES: "{0}: đã chọn nguồn có sẵn “{1}” và cũng đã điền nguồn mới. Hãy để một trong hai: chọn “Nguồn mới”, hoặc xóa các ô của nguồn mới rồi chọn lại nguồn có sẵn.", "{0}: the existing source “{1}” is chosen and a new source is filled in as well. Leave one of them: choose “New source”, or empty its fields and choose the existing one again.";
    REFUSED_DAY: "{0}: không đọc được “{1}”. Hãy viết ngày/tháng/năm (14/03/2017), tháng/năm (03/2017) hoặc năm (2017).", "{0}: “{1}” cannot be read. Write day/month/year (14/03/2017), month/year (03/2017) or the year (2017).";
    REFUSED_OVERTAKEN: "Người khác vừa lưu bản nháp này. Nội dung vừa nhập còn nguyên bên dưới nhưng chưa được lưu: hãy lưu lại để thay, hoặc mở lại trang để bỏ.", "Another editor saved this draft meanwhile. What was entered is still below, but not saved: save again to replace, or open the page again to drop it.";
    OVERTAKEN_FIELD: "{0}: đang lưu {1}; vừa nhập {2}", "{0}: stored {1}; entered {2}";
    NOTHING_THERE: "(để trống)", "(empty)";
    REFUSED_CHANGED: "Người khác vừa sửa bản nháp này. Dưới đây là trạng thái mới nhất: hãy xem lại và làm lại phần của mình.", "Another editor has just changed this draft. Below is how it stands now: look again and repeat your change.";
    REFUSED_ERRORS: "Còn {0} lỗi phải sửa trước khi công bố.", "Errors to fix before publishing: {0}.";
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
    FILE_HINT: "CSV, TSV, XLSX, XLSB, XLS, ODS, XML của Excel 2003, bảng HTML, bảng trong DOCX hoặc PDF có chữ, để nguyên như khi nhận được. Tối đa {0} MB và {1} dòng. Tệp có nhiều chỉ số hoặc nhiều năm thành nhiều bản nháp.", "CSV, TSV, XLSX, XLSB, XLS, ODS, Excel 2003 XML, HTML tables, tables in DOCX or PDF with text, as you received it. At most {0} MB and {1} rows. A file with several indicators or years becomes several drafts.";
    INDICATOR_HINT: "Chỉ cần chọn khi tệp không ghi; nếu chọn, chỉ đọc chỉ số này.", "Only needed if the file does not say it; if chosen, only this indicator is read.";
    YEAR_HINT: "Chỉ cần ghi khi tệp không ghi; nếu ghi, chỉ đọc năm này.", "Only needed if the file does not say it; if given, only this year is read.";
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
    HOW_2: "Quyết định lần lượt: phương pháp của năm mới, nguồn, cột, tên tỉnh, thành; rồi xử lý lỗi và cảnh báo. Mỗi ô sai đều được chỉ ra và nói cách sửa.", "Decide in turn: the method of a new year, the source, columns, names of provinces; then errors and warnings. Every wrong cell is shown, with how to fix it.";
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
    UNDO_AGAIN_TITLE: "Đã công bố sau bản số {0}", "Published after edition {0}";
    UNDO_AGAIN_TEXT: "Hoàn tác lúc này sẽ lập bản số {0} có đúng số liệu và danh mục của bản số {1}. Các bản sau không còn trên trang công khai, nhưng vẫn đọc được: {2}.", "Undoing now makes edition {0} with exactly the figures and the catalogue of edition {1}. These editions are no longer on the public pages, but can still be read: {2}.";
    UNDO_AGAIN_BUTTON: "Hoàn tác các bản số {0}", "Undo editions {0}";
    RESTORE: "Khôi phục bản số {0}", "Restore edition {0}";
    RESTORE_TEXT: "Lập bản số {1} có đúng số liệu và danh mục của bản số {0}. Những gì công bố sau bản số {0} sẽ không còn trên trang công khai, nhưng vẫn đọc được ở bản của nó.", "This makes edition {1} with exactly the figures and the catalogue of edition {0}. What was published after edition {0} is no longer on the public pages, but can still be read in its own edition.";
    NOTE_WHY: "Vì sao (ghi vào lịch sử, mọi người đọc được)", "Why (goes into the history, public)";

    // Differences.
    DIFFERENCE: "Những gì sẽ đổi", "What would change";
    DIFFERENCE_DONE: "Những gì đã đổi", "What changed";
    DIFFERENCE_LEAD_DONE: "So với bản dữ liệu số {0}.", "Against data edition {0}.";
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
    SIDE_CHOSEN: "{0} (được chọn; nguồn khác: {1})", "{0} (chosen; other sources: {1})";
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
    NAME_HINT: "2 đến 60 chữ cái, chữ số hoặc các dấu . - _ @, không có dấu cách.", "2 to 60 letters, digits or . - _ @, without spaces.";
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
    AUDIT_DRAFT: "Bản nháp {0}…", "Draft {0}…";
    AUDIT_UPLOAD: "Tệp tải lên {0}…", "Upload {0}…";
    AUDIT_ACCOUNT: "Tài khoản {0}", "Account {0}";
    AUDIT_VIA: "Gửi qua", "Sent through";
    AUDIT_BASE: "So với bản số", "Compared with edition";
    AUDIT_RESTORES: "Khôi phục bản số", "Restores edition";
    AUDIT_SESSIONS: "Số lượt đăng nhập đã đóng", "Sessions ended";
    AUDIT_FAILURES: "Số lần sai", "Failures";
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

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        for all in [
            super::ALL,
            super::catalogue::ALL,
            super::draft::ALL,
            super::figure::ALL,
            super::method::ALL,
            super::upload::ALL,
        ] {
            crate::messages::tests::check(all);
        }
    }
}
