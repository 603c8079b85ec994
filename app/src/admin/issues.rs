//! What is said of an uploaded file, in both languages: issues as sentences, and names for
//! what forms offer. The command line and the API say the same.

use domain::{
    Lang, Missing,
    upload::{CellRef, Confidence, Decimal, FileKind, Issue, MatchedBy, Mode, Severity, Shape},
};

use super::issue_words::{self, pick};
pub use super::issue_words::{encoding_name, field_name, role_name, separator_name, title};
use crate::words;

/// An issue in words. A sentence that has nothing to say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentences {
    /// What is wrong, or worth saying.
    pub what: String,
    /// What was expected in its place.
    pub expected: String,
    /// How to fix it.
    pub fix: String,
}

/// An issue in words.
#[must_use]
pub fn sentences(lang: Lang, issue: &Issue) -> Sentences {
    let Some(words) = issue_words::of_issue(issue) else {
        return Sentences::default();
    };
    let say = |both| issue_words::fill(lang, pick(lang, both), issue);
    Sentences {
        what: say(words.what),
        expected: say(words.expected),
        fix: say(words.fix),
    }
}

/// An issue in words where there is one line for it: `… Cần có: … …`.
#[must_use]
pub fn in_one_line(lang: Lang, issue: &Issue) -> String {
    let said = sentences(lang, issue);
    let expected = match said.expected.chars().next() {
        Some(first) => {
            let rest = said.expected.get(first.len_utf8()..).unwrap_or_default();
            let word = pick(lang, ["Cần có", "Expected"]);
            format!("{word}: {}{rest}", first.to_lowercase())
        }
        None => String::new(),
    };
    let parts = [said.what, expected, said.fix];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// What weighs how much, in a word.
#[must_use]
pub const fn severity_name(lang: Lang, severity: Severity) -> &'static str {
    let both = match severity {
        Severity::Error => ["Lỗi", "Error"],
        Severity::Warning => ["Cảnh báo", "Warning"],
        Severity::Notice => ["Ghi chú", "Note"],
    };
    pick(lang, both)
}

/// How a name was matched with a province.
#[must_use]
pub const fn matched_by(lang: Lang, how: MatchedBy) -> &'static str {
    let both = match how {
        MatchedBy::Code => ["theo mã thống kê", "by the statistics code"],
        MatchedBy::Exact => ["đúng tên trong danh mục", "the name in the catalogue"],
        MatchedBy::Alias => ["tên gọi khác đã biết", "another name that is known"],
        MatchedBy::Folded => ["khác dấu hoặc cách viết", "other diacritics or spelling"],
        MatchedBy::Chosen => ["do người phụ trách chọn", "chosen by an editor"],
        MatchedBy::Near => ["gần giống, cần xác nhận", "similar, please confirm"],
        MatchedBy::Nothing => ["chưa nhận ra", "not recognised"],
    };
    pick(lang, both)
}

/// Which mark stands before the decimals, with an example.
#[must_use]
pub const fn decimal_name(lang: Lang, decimal: Decimal) -> &'static str {
    let both = match decimal {
        Decimal::Comma => ["dấu phẩy (86,67)", "comma (86,67)"],
        Decimal::Point => ["dấu chấm (86.67)", "point (86.67)"],
    };
    pick(lang, both)
}

/// What kind of file it is.
#[must_use]
pub const fn file_kind_name(lang: Lang, kind: FileKind) -> &'static str {
    let both = match kind {
        FileKind::Delimited => ["tệp văn bản (CSV, TSV)", "text file (CSV, TSV)"],
        FileKind::Xlsx => ["bảng tính Excel (.xlsx)", "Excel workbook (.xlsx)"],
        FileKind::Xls => ["bảng tính Excel đời cũ (.xls)", "older Excel workbook (.xls)"],
        FileKind::Ods => ["bảng tính OpenDocument (.ods)", "OpenDocument workbook (.ods)"],
        FileKind::Xlsb => ["bảng tính Excel nhị phân (.xlsb)", "binary Excel workbook (.xlsb)"],
        FileKind::ExcelXml => ["bảng tính XML của Excel 2003", "Excel 2003 XML spreadsheet"],
        FileKind::Html => ["trang HTML có bảng", "HTML page with tables"],
        FileKind::Docx => ["tài liệu Word (.docx)", "Word document (.docx)"],
        FileKind::Pdf => ["tài liệu PDF có lớp chữ", "PDF document with a text layer"],
    };
    pick(lang, both)
}

/// How the table is built.
#[must_use]
pub const fn shape_name(lang: Lang, shape: Shape) -> &'static str {
    let both = match shape {
        Shape::Wide => ["mỗi dòng một tỉnh, thành", "one row for each province"],
        Shape::Tidy => ["mỗi dòng một số liệu", "one row for each figure"],
        Shape::Sorted => [
            "mỗi cột xếp thứ tự riêng, kèm cột tên riêng",
            "each column sorted on its own, with its own names",
        ],
        Shape::Across => [
            "tỉnh, thành theo cột, chỉ số theo dòng",
            "provinces across, indicators down",
        ],
    };
    pick(lang, both)
}

/// What publishing does with the figures that are there already, in a few words.
#[must_use]
pub const fn mode_name(lang: Lang, mode: Mode) -> &'static str {
    let both = match mode {
        Mode::Add => ["Chỉ thêm số mới", "Add new figures only"],
        Mode::Update => ["Cập nhật", "Update"],
        Mode::ReplaceYear => ["Thay cả năm", "Replace the whole year"],
        Mode::Beside => ["Thêm một nguồn bên cạnh", "Add as one more source"],
    };
    pick(lang, both)
}

/// What a mode does, in a sentence or two.
#[must_use]
pub const fn mode_explained(lang: Lang, mode: Mode) -> &'static str {
    let both = match mode {
        Mode::Add => [
            "Số chưa có được thêm vào. Số đang có giữ nguyên, kể cả khi tệp ghi khác.",
            "Figures that are not there yet are added. Those that are there stay, even where the file says otherwise.",
        ],
        Mode::Update => [
            "Số trong tệp thay cho số đang có. Những số mà tệp không nhắc đến giữ nguyên.",
            "The file's figures take the place of those that are there. Figures that the file does not mention stay.",
        ],
        Mode::ReplaceYear => [
            "Toàn bộ số của chỉ số này trong các năm có trong tệp được bỏ đi, thay bằng số trong tệp. Số mà tệp không có sẽ không còn.",
            "All figures of this indicator in the file's years go, and the file's come. Figures that the file does not have are gone afterwards.",
        ],
        Mode::Beside => [
            "Tệp là một nguồn nữa. Số của tệp đứng cạnh số đang có; chỗ nào khác nhau thì trang hiện cả hai.",
            "The file is one more source. Its figures stand beside those that are there; where they differ, pages show both.",
        ],
    };
    pick(lang, both)
}

/// How sure a suggestion is.
#[must_use]
pub const fn confidence_name(lang: Lang, confidence: Confidence) -> &'static str {
    let both = match confidence {
        Confidence::Low => ["chưa chắc, cần xác nhận", "not sure, please confirm"],
        Confidence::High => ["gần như chắc chắn", "very likely"],
        Confidence::Certain => ["chắc chắn", "certain"],
        Confidence::Chosen => ["do người phụ trách chọn", "chosen by an editor"],
    };
    pick(lang, both)
}

/// Why there is no figure.
#[must_use]
pub const fn missing_name(lang: Lang, missing: Missing) -> &'static str {
    words::missing(missing).get(lang)
}

/// A place in a file: `trang tính “Tổng hợp”, ô C14`. The sheet is named where it has a name;
/// empty for the file as a whole.
#[must_use]
pub fn place(lang: Lang, at: CellRef, sheet: &str) -> String {
    let part = match (at.row, at.column, lang) {
        (0, 0, _) => String::new(),
        (0, _, Lang::Vi) => format!("cột {}", at.name()),
        (0, _, Lang::En) => format!("column {}", at.name()),
        (row, 0, Lang::Vi) => format!("dòng {row}"),
        (row, 0, Lang::En) => format!("row {row}"),
        (_, _, Lang::Vi) => format!("ô {}", at.name()),
        (_, _, Lang::En) => format!("cell {}", at.name()),
    };
    let sheet = match (sheet, lang) {
        ("", _) => return part,
        (name, Lang::Vi) => format!("trang tính “{name}”"),
        (name, Lang::En) => format!("sheet “{name}”"),
    };
    if part.is_empty() {
        sheet
    } else {
        format!("{sheet}, {part}")
    }
}

/// What was done in the administration, by its code in the store (`store::action`); unknown codes as they are.
#[must_use]
pub fn audit_action(lang: Lang, code: &str) -> String {
    let both = match code {
        "account_added" => ["Thêm tài khoản", "Account added"],
        "account_renamed" => ["Đổi tên hiển thị của tài khoản", "Name of an account changed"],
        "role_changed" => ["Đổi vai trò tài khoản", "Role of an account changed"],
        "password_changed" => ["Đổi mật khẩu", "Password changed"],
        "account_disabled" => ["Khóa tài khoản", "Account switched off"],
        "account_enabled" => ["Mở lại tài khoản", "Account switched on again"],
        "signed_in" => ["Đăng nhập", "Signed in"],
        "sign_in_failed" => ["Đăng nhập không thành công", "Sign-in failed"],
        "signed_out" => ["Đăng xuất", "Signed out"],
        "signed_out_everywhere" => ["Đăng xuất trên mọi thiết bị", "Signed out on all devices"],
        "token_added" => ["Tạo mã truy cập API", "API token made"],
        "token_revoked" => ["Thu hồi mã truy cập API", "API token revoked"],
        "uploaded" => ["Tải tệp lên", "File uploaded"],
        "draft_begun" => ["Mở bản nháp", "Draft begun"],
        "draft_saved" => ["Sửa bản nháp", "Draft changed"],
        "draft_approved" => ["Duyệt bản nháp", "Draft approved"],
        "draft_discarded" => ["Bỏ bản nháp", "Draft thrown away"],
        "profile_saved" => ["Ghi nhớ lựa chọn cho lần sau", "Choices remembered for the next file"],
        "published" => ["Công bố bản dữ liệu", "Data edition published"],
        "restored" => ["Khôi phục bản dữ liệu", "Data edition restored"],
        "backup_restored" => ["Phục hồi từ bản sao lưu", "Restored from a backup"],
        _ => return code.to_owned(),
    };
    pick(lang, both).to_owned()
}

#[cfg(test)]
mod tests;
