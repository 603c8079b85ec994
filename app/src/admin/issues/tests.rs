mod names;
mod sample;

use domain::{
    tidy,
    upload::{Arg, IssueKind},
};
use messages::{find, issues};
use sample::{both, sample, text};

use super::*;

fn say(lang: Lang, kind: IssueKind, found: &str, args: Vec<Arg>) -> [String; 3] {
    let said = sentences(lang, &Issue::new(kind, CellRef::default(), found, args));
    [said.what, said.expected, said.fix]
}

fn is_a_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && text.ends_with('.') && !text.ends_with("..")
}

/// Every sentence of every kind, with all that it needs, with less and less of it, and
/// with far too long a text in the file.
fn everything(lang: Lang) -> Vec<(IssueKind, String)> {
    let long = "Tỉnh \n".repeat(1000);
    let mut all = Vec::new();
    for kind in IssueKind::ALL.iter().copied() {
        let (found, args) = sample(kind);
        for few in 0..=args.len() {
            for found in [found, "", &long] {
                let said = say(lang, kind, found, args.get(..few).unwrap_or_default().to_vec());
                all.extend(said.into_iter().map(|text| (kind, text)));
            }
        }
        let odd = vec![Arg::Number(f64::NAN, 2), text(""), both("", ""), text(&long)];
        all.extend(say(lang, kind, found, odd).into_iter().map(|text| (kind, text)));
    }
    all
}

#[test]
fn every_kind_says_what_is_wrong_and_how_to_mend_it() {
    for lang in Lang::ALL {
        for kind in IssueKind::ALL.iter().copied() {
            let (found, args) = sample(kind);
            let [what, expected, fix] = say(lang, kind, found, args);
            let told = format!("{kind:?} {lang:?}: {what} | {expected} | {fix}");
            assert!(
                title(lang, kind) != kind.code() && !title(lang, kind).is_empty(),
                "{told}"
            );
            assert!(!what.is_empty(), "{told}");
            if kind.severity() != Severity::Notice {
                assert!(!fix.is_empty() && !expected.is_empty(), "{told}");
            }
        }
    }
}

#[test]
fn sentences_are_whole_whatever_is_known() {
    for lang in Lang::ALL {
        for (kind, text) in everything(lang) {
            assert!(text.is_empty() || is_a_sentence(&text), "{kind:?} {lang:?}: {text}");
            assert_eq!(tidy(&text), text, "{kind:?} {lang:?}: spaces or NFC");
            assert!(!text.contains(['[', ']', '{', '}', '|']), "{kind:?}: {text}");
            assert!(
                !text.contains(" ,") && !text.ends_with(" .") && !text.contains(",."),
                "{kind:?}: {text}"
            );
            assert!(text.chars().count() < 600, "{kind:?}: {text}");
        }
    }
}

/// All that is known is said: no argument is left out of all sentences.
#[test]
fn every_argument_is_in_a_sentence() {
    for kind in IssueKind::ALL.iter().copied() {
        let (_, args) = sample(kind);
        let names = kind.arguments();
        assert!(
            args.len() == names.len() || args.len() > 1,
            "{kind:?}: {args:?} for {names:?}"
        );
        for name in names {
            let parts = ["what", "expected"].map(|part| find(issues::ALL, &format!("{}-{part}", kind.code())));
            let used = parts.iter().flatten().any(|message| message.arguments().contains(name));
            assert!(used, "{kind:?} never says {name}");
        }
    }
}

/// A message without a kind is never shown.
#[test]
fn every_message_is_of_a_kind() {
    for (name, _) in issues::ALL {
        let code = ["-what", "-expected", "-fix"]
            .into_iter()
            .find_map(|part| name.strip_suffix(part));
        let code = code.unwrap_or(name);
        let special = ["out-of-scale-interval", "out-of-scale-count"].contains(&code);
        assert!(special || IssueKind::from_code(code).is_some(), "{name}");
    }
}

#[test]
fn arguments_are_said_in_the_language() {
    let case = |lang, kind| {
        let (found, args) = sample(kind);
        say(lang, kind, found, args)
    };
    for (lang, kind, part, words) in [
        (Lang::Vi, IssueKind::TooManyRows, 1, "Không quá 2.000.000 dòng."),
        (Lang::En, IssueKind::TooManyRows, 1, "At most 2,000,000 rows."),
        (
            Lang::Vi,
            IssueKind::NotANumber,
            0,
            "Ô này không phải là số: “tám mươi”.",
        ),
        (
            Lang::Vi,
            IssueKind::Converted,
            0,
            "Chữ trong tệp được chuyển sang Unicode; trong tệp là Windows-1258 (tiếng Việt).",
        ),
        (
            Lang::En,
            IssueKind::SeparatorFound,
            0,
            "What separates the columns was found out from the file: semicolon.",
        ),
        (
            Lang::En,
            IssueKind::TitleRows,
            0,
            "Rows above the column headings were not read as figures: 1 row.",
        ),
        (
            Lang::Vi,
            IssueKind::SecondTable,
            0,
            "Trong trang tính còn một bảng nữa không được đọc, bắt đầu ở dòng 1070.",
        ),
        (
            Lang::Vi,
            IssueKind::UnsureColumn,
            0,
            "Chưa chắc cột này, “Gia nhập”, là gì; có lẽ là “Giá trị: entry (2016)”.",
        ),
        (
            Lang::Vi,
            IssueKind::AmbiguousNumber,
            1,
            "1,217 nếu là dấu thập phân, 1.217 nếu là dấu ngăn hàng nghìn.",
        ),
        (Lang::Vi, IssueKind::NearProvince, 1, "Có lẽ là: Quảng Ninh, Quảng Nam."),
        (
            Lang::Vi,
            IssueKind::SumDiffers,
            0,
            "Các thành phần của Quảng Ninh cộng lại khác điểm tổng: 86,57 so với 86,67.",
        ),
        (
            Lang::En,
            IssueKind::Jump,
            0,
            "The value of Quảng Ninh changes unusually: 8.67, in 2015 it was 86.67.",
        ),
    ] {
        assert_eq!(case(lang, kind)[part], words);
    }
    let range = |low, high| vec![Arg::Number(low, 0), Arg::Number(high, 0)];
    for (found, args, part, words) in [
        (
            "8667.50",
            range(0.0, 100.0),
            0,
            "Giá trị này nằm ngoài khoảng có thể có: 8.667,50.",
        ),
        ("-3", range(0.0, f64::from(u32::MAX)), 1, "Một số từ 0 trở lên."),
        ("4", range(5.0, 3.0), 0, "Cận dưới lớn hơn cận trên: 5 và 3."),
    ] {
        assert_eq!(say(Lang::Vi, IssueKind::OutOfScale, found, args)[part], words);
    }
    let rank = say(
        Lang::Vi,
        IssueKind::EmptyColumn,
        "TT",
        vec![both("PCI (rank)", "PCI (rank)")],
    );
    assert!(rank[0].ends_with("dù được hiểu là “Hạng: PCI”."), "{}", rank[0]);
    let districts = |lang| say(lang, IssueKind::LookAlike, "Sheet1", vec![text("quận, huyện")]).concat();
    assert!(
        districts(Lang::Vi).contains("mà về quận, huyện."),
        "{}",
        districts(Lang::Vi)
    );
    assert!(
        districts(Lang::En).contains("about districts."),
        "{}",
        districts(Lang::En)
    );
    let injected = say(Lang::Vi, IssueKind::NotANumber, "{0} [x]", vec![text("y")]);
    assert_eq!(injected[0], "Ô này không phải là số: “{0} [x]”.");
}

#[test]
fn one_line_says_what_is_expected_as_such() {
    let line = |lang, kind| in_one_line(lang, &Issue::new(kind, CellRef::default(), "tám", vec![]));
    let vi = line(Lang::Vi, IssueKind::NotANumber);
    assert!(
        vi.starts_with("Ô này không phải là số: “tám”. Cần có: một số, như 86,67 hoặc 86.67. Hãy"),
        "{vi}"
    );
    let en = line(Lang::En, IssueKind::NotANumber);
    assert!(en.contains("Expected: a number, such as 86.67 or 86,67. Fix"), "{en}");
    assert_eq!(line(Lang::En, IssueKind::MergedCells).matches("Expected").count(), 0);
}
