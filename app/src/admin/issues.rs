//! What is said of an uploaded file, in both languages: issues as sentences, and names for
//! what forms offer. The command line and the API say the same.

use domain::{
    Lang, Missing,
    upload::{CellRef, Confidence, Decimal, FileKind, Issue, MatchedBy, Mode, Severity, Shape},
};
use messages::{admin::names as w, fill};

use super::issue_words;
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
    Sentences {
        what: issue_words::part(lang, issue, "what"),
        expected: issue_words::part(lang, issue, "expected"),
        fix: issue_words::part(lang, issue, "fix"),
    }
}

/// An issue in words where there is one line for it: `… Cần có: … …`.
#[must_use]
pub fn in_one_line(lang: Lang, issue: &Issue) -> String {
    let said = sentences(lang, issue);
    let expected = match said.expected.chars().next() {
        Some(first) => {
            let rest = said.expected.get(first.len_utf8()..).unwrap_or_default();
            let word = w::EXPECTED.get(lang);
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
        Severity::Error => w::SEVERITY_ERROR,
        Severity::Warning => w::SEVERITY_WARNING,
        Severity::Notice => w::SEVERITY_NOTICE,
    };
    both.get(lang)
}

/// How a name was matched with a province.
#[must_use]
pub const fn matched_by(lang: Lang, how: MatchedBy) -> &'static str {
    let both = match how {
        MatchedBy::Code => w::MATCHED_CODE,
        MatchedBy::Exact => w::MATCHED_EXACT,
        MatchedBy::Alias => w::MATCHED_ALIAS,
        MatchedBy::Folded => w::MATCHED_FOLDED,
        MatchedBy::Chosen => w::MATCHED_CHOSEN,
        MatchedBy::Near => w::MATCHED_NEAR,
        MatchedBy::Nothing => w::MATCHED_NOTHING,
    };
    both.get(lang)
}

/// Which mark stands before the decimals, with an example.
#[must_use]
pub const fn decimal_name(lang: Lang, decimal: Decimal) -> &'static str {
    let both = match decimal {
        Decimal::Comma => w::DECIMAL_COMMA,
        Decimal::Point => w::DECIMAL_POINT,
    };
    both.get(lang)
}

/// What kind of file it is.
#[must_use]
pub const fn file_kind_name(lang: Lang, kind: FileKind) -> &'static str {
    let both = match kind {
        FileKind::Delimited => w::FILE_KIND_DELIMITED,
        FileKind::Xlsx => w::FILE_KIND_XLSX,
        FileKind::Xls => w::FILE_KIND_XLS,
        FileKind::Ods => w::FILE_KIND_ODS,
        FileKind::Xlsb => w::FILE_KIND_XLSB,
        FileKind::ExcelXml => w::FILE_KIND_EXCEL_XML,
        FileKind::Html => w::FILE_KIND_HTML,
        FileKind::Docx => w::FILE_KIND_DOCX,
        FileKind::Pdf => w::FILE_KIND_PDF,
    };
    both.get(lang)
}

/// How the table is built.
#[must_use]
pub const fn shape_name(lang: Lang, shape: Shape) -> &'static str {
    let both = match shape {
        Shape::Wide => w::SHAPE_WIDE,
        Shape::Tidy => w::SHAPE_TIDY,
        Shape::Sorted => w::SHAPE_SORTED,
        Shape::Across => w::SHAPE_ACROSS,
    };
    both.get(lang)
}

/// What publishing does with the figures that are there already, in a few words.
#[must_use]
pub const fn mode_name(lang: Lang, mode: Mode) -> &'static str {
    let both = match mode {
        Mode::Add => w::MODE_ADD,
        Mode::Update => w::MODE_UPDATE,
        Mode::ReplaceYear => w::MODE_REPLACE_YEAR,
        Mode::Beside => w::MODE_BESIDE,
    };
    both.get(lang)
}

/// What a mode does, in a sentence or two.
#[must_use]
pub const fn mode_explained(lang: Lang, mode: Mode) -> &'static str {
    let both = match mode {
        Mode::Add => w::MODE_EXPLAINED_ADD,
        Mode::Update => w::MODE_EXPLAINED_UPDATE,
        Mode::ReplaceYear => w::MODE_EXPLAINED_REPLACE_YEAR,
        Mode::Beside => w::MODE_EXPLAINED_BESIDE,
    };
    both.get(lang)
}

/// How sure a suggestion is.
#[must_use]
pub const fn confidence_name(lang: Lang, confidence: Confidence) -> &'static str {
    let both = match confidence {
        Confidence::Low => w::CONFIDENCE_LOW,
        Confidence::High => w::CONFIDENCE_HIGH,
        Confidence::Certain => w::CONFIDENCE_CERTAIN,
        Confidence::Chosen => w::CONFIDENCE_CHOSEN,
    };
    both.get(lang)
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
    let name = at.name();
    let part = match (at.row, at.column) {
        (0, 0) => String::new(),
        (0, _) => fill!(w::PLACE_COLUMN, lang, name = &name),
        (row, 0) => fill!(w::PLACE_ROW, lang, row = &row.to_string()),
        (_, _) => fill!(w::PLACE_CELL, lang, name = &name),
    };
    if sheet.is_empty() {
        return part;
    }
    let sheet = fill!(w::PLACE_SHEET, lang, sheet = sheet);
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
        "account_added" => w::ACTION_ACCOUNT_ADDED,
        "account_renamed" => w::ACTION_ACCOUNT_RENAMED,
        "role_changed" => w::ACTION_ROLE_CHANGED,
        "password_changed" => w::ACTION_PASSWORD_CHANGED,
        "account_disabled" => w::ACTION_ACCOUNT_DISABLED,
        "account_enabled" => w::ACTION_ACCOUNT_ENABLED,
        "signed_in" => w::ACTION_SIGNED_IN,
        "sign_in_failed" => w::ACTION_SIGN_IN_FAILED,
        "signed_out" => w::ACTION_SIGNED_OUT,
        "signed_out_everywhere" => w::ACTION_SIGNED_OUT_EVERYWHERE,
        "token_added" => w::ACTION_TOKEN_ADDED,
        "token_revoked" => w::ACTION_TOKEN_REVOKED,
        "uploaded" => w::ACTION_UPLOADED,
        "draft_begun" => w::ACTION_DRAFT_BEGUN,
        "draft_saved" => w::ACTION_DRAFT_SAVED,
        "draft_approved" => w::ACTION_DRAFT_APPROVED,
        "draft_discarded" => w::ACTION_DRAFT_DISCARDED,
        "profile_saved" => w::ACTION_PROFILE_SAVED,
        "published" => w::ACTION_PUBLISHED,
        "restored" => w::ACTION_RESTORED,
        "backup_restored" => w::ACTION_BACKUP_RESTORED,
        _ => return code.to_owned(),
    };
    both.get(lang).to_owned()
}

#[cfg(test)]
mod tests;
