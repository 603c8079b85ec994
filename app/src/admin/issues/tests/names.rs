//! Short names, and whether Vietnamese texts are Vietnamese.

use domain::{
    fold, tidy,
    upload::{Encoding, Field, IssueKind},
};

use super::*;

/// Names that stand in Vietnamese sentences as they are.
const NAMES: &[&str] = &[
    "csv",
    "tsv",
    "xlsx",
    "xls",
    "xlsb",
    "docx",
    "xml",
    "html",
    "ods",
    "pdf",
    "excel",
    "word",
    "ocr",
    "libreoffice",
    "opendocument",
    "utf",
    "unicode",
    "windows",
    "tcvn3",
    "vni",
    "vntime",
    "times",
    "api",
    "tab",
    "https",
    "http",
    "mb",
    "le",
    "be",
];

/// True for what can be a syllable of Vietnamese, written without diacritics.
fn is_a_syllable(word: &str) -> bool {
    const ONSETS: [&str; 28] = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n",
        "p", "r", "s", "t", "v", "x", "q", "",
    ];
    const CODAS: [&str; 9] = ["ng", "nh", "ch", "c", "m", "n", "p", "t", ""];
    ONSETS.iter().any(|onset| {
        CODAS.iter().any(|coda| {
            let inner = word.strip_prefix(onset).and_then(|rest| rest.strip_suffix(coda));
            inner.is_some_and(|vowels| vowels.len() <= 3 && vowels.chars().all(|c| "aeiouy".contains(c)))
        })
    })
}

fn assert_vietnamese(text: &str) {
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let plain = fold(word);
        let number = plain.chars().all(|c| c.is_ascii_digit());
        let english = ["the", "and", "data", "not", "are", "can", "cannot"].contains(&word);
        assert!(
            !english && (number || NAMES.contains(&plain.as_str()) || is_a_syllable(&plain)),
            "“{word}” in: {text}"
        );
    }
}

#[test]
fn vietnamese_is_vietnamese() {
    for kind in IssueKind::ALL.iter().copied() {
        assert_vietnamese(title(Lang::Vi, kind));
        for text in say(Lang::Vi, kind, "", vec![]) {
            assert_vietnamese(&text);
        }
    }
    for text in names(Lang::Vi) {
        assert_vietnamese(&text);
    }
    assert!(
        !["sheet", "file", "cell", "upload", "column"]
            .into_iter()
            .any(is_a_syllable)
    );
}

/// All short names.
fn names(lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |name: &str| all.push(name.to_owned());
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        add(severity_name(lang, severity));
    }
    for &field in Field::ALL {
        add(field_name(lang, field));
    }
    for encoding in Encoding::ALL {
        add(encoding_name(lang, encoding));
    }
    for separator in [',', ';', '\t', '|', '#'] {
        add(separator_name(lang, separator));
    }
    for decimal in [Decimal::Comma, Decimal::Point] {
        add(decimal_name(lang, decimal));
    }
    for kind in [
        FileKind::Delimited,
        FileKind::Xlsx,
        FileKind::Xls,
        FileKind::Ods,
        FileKind::Xlsb,
        FileKind::ExcelXml,
        FileKind::Html,
        FileKind::Docx,
        FileKind::Pdf,
    ] {
        add(file_kind_name(lang, kind));
    }
    for shape in [Shape::Wide, Shape::Tidy, Shape::Sorted, Shape::Across] {
        add(shape_name(lang, shape));
    }
    for confidence in [
        Confidence::Low,
        Confidence::High,
        Confidence::Certain,
        Confidence::Chosen,
    ] {
        add(confidence_name(lang, confidence));
    }
    for how in [
        MatchedBy::Code,
        MatchedBy::Exact,
        MatchedBy::Alias,
        MatchedBy::Folded,
        MatchedBy::Chosen,
    ] {
        add(matched_by(lang, how));
    }
    for how in [MatchedBy::Near, MatchedBy::Nothing] {
        add(matched_by(lang, how));
    }
    for missing in [
        Missing::NotFound,
        Missing::NotPublished,
        Missing::NotSurveyed,
        Missing::NotRanked,
    ] {
        add(missing_name(lang, missing));
    }
    for mode in Mode::ALL {
        add(mode_name(lang, mode));
        add(mode_explained(lang, mode));
    }
    for role in [
        "ignore",
        "number",
        "province",
        "code",
        "indicator",
        "component",
        "year",
        "as_of",
    ] {
        add(&role_name(lang, &role.parse().unwrap(), None));
    }
    for code in AUDITED {
        let name = audit_action(lang, code);
        assert_ne!(name, *code);
        add(&name);
    }
    all
}

const AUDITED: &[&str] = &[
    "account_added",
    "account_renamed",
    "role_changed",
    "password_changed",
    "account_disabled",
    "account_enabled",
    "signed_in",
    "sign_in_failed",
    "signed_out",
    "signed_out_everywhere",
    "token_added",
    "token_revoked",
    "uploaded",
    "draft_begun",
    "draft_saved",
    "draft_approved",
    "draft_discarded",
    "profile_saved",
    "published",
    "restored",
    "backup_restored",
];

#[test]
fn names_are_there_and_differ() {
    for lang in Lang::ALL {
        for name in names(lang) {
            assert!(!name.is_empty() && tidy(&name) == name, "{name}");
        }
        let titles = IssueKind::ALL.iter().map(|kind| title(lang, *kind));
        assert_eq!(
            titles.clone().collect::<std::collections::BTreeSet<_>>().len(),
            titles.len()
        );
        assert!(titles.into_iter().all(|t| !t.ends_with('.') && tidy(t) == t));
    }
    assert_eq!(audit_action(Lang::Vi, "moon.land"), "moon.land");
    let role = "value:entry:2016".parse().unwrap();
    assert_eq!(
        role_name(Lang::Vi, &role, Some("Gia nhập thị trường")),
        "Giá trị: Gia nhập thị trường (2016)"
    );
    assert_eq!(role_name(Lang::En, &"rank::".parse().unwrap(), None), "Rank");
}

#[test]
fn places_are_named_as_far_as_they_are_known() {
    let at = |row, column| CellRef { sheet: 0, row, column };
    for (row, column, sheet, vi, en) in [
        (
            14,
            3,
            "Tổng hợp",
            "trang tính “Tổng hợp”, ô C14",
            "sheet “Tổng hợp”, cell C14",
        ),
        (14, 0, "", "dòng 14", "row 14"),
        (0, 3, "", "cột C", "column C"),
        (0, 0, "2016", "trang tính “2016”", "sheet “2016”"),
        (0, 0, "", "", ""),
    ] {
        assert_eq!(place(Lang::Vi, at(row, column), sheet), vi);
        assert_eq!(place(Lang::En, at(row, column), sheet), en);
    }
}
