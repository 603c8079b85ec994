//! Tests of text files: separators, quotes, ragged rows, other types.

use domain::upload::{Arg, Choices, Encoding, Issue, IssueKind};
use spreadsheet::{Limits, Workbook};

use crate::open::{kinds, open, shown};

/// Returns the reported issues, other than the separator's.
fn reported_issues(book: &Workbook) -> Vec<(IssueKind, u32, u32)> {
    let other = |i: &&Issue| i.kind != IssueKind::SeparatorFound;
    let with_position = |i: &Issue| (i.kind, i.at.row, i.at.column);
    book.issues.iter().filter(other).map(with_position).collect()
}

#[test]
fn separators_are_detected() {
    let titles = "ỦY BAN NHÂN DÂN TỈNH, NĂM 2023\nBảng 1; số liệu\n\n";
    for (text, separator) in [
        ("a,b,c\n1,2,3\n4,5,6\n", ','),
        ("Tỉnh;Điểm;Hạng\nHà Nội;86,67;14\nHuế;85,10;15\n", ';'),
        ("Tỉnh;Điểm\nHà Nội;86,67\nHuế;85,10\n", ';'),
        ("86,67;1,5\n85,10;2,5\n", ';'),
        ("Tỉnh\tĐiểm\nHà Nội\t86,67\n", '\t'),
        ("Tỉnh|Điểm|Ghi chú\nHà Nội|86,67|a, b; c\n", '|'),
        ("\"Tỉnh\",\"Điểm\"\n\"Hà Nội\",\"86,67\"\n", ','),
        ("\"Tỉnh;a\",\"Điểm;b\"\n\"Hà;Nội\",\"86;67\"\n", ','),
        ("sep=|\na;b|c\n1;2|3\n", '|'),
        ("\"sep=;\"\r\na,b;c\r\n", ';'),
        (
            &format!("{titles}TT;Tỉnh;Điểm\n1;Hà Nội;86,67\n2;Huế;85,1\n3;Cà Mau;80\n"),
            ';',
        ),
    ] {
        let book = open(text.as_bytes(), "a.csv").unwrap();
        assert_eq!(book.separator, Some(separator), "{text:?}");
        assert_eq!(kinds(&book.issues)[0], IssueKind::SeparatorFound);
    }
    let one_column = open("Tỉnh\nHà Nội\nHuế\n".as_bytes(), "a.csv").unwrap();
    assert_eq!((one_column.separator, one_column.issues.len()), (None, 0));
}

#[test]
fn a_chosen_separator_is_used_and_not_reported() {
    let choices = Choices {
        separator: Some('|'),
        ..Choices::default()
    };
    let book = spreadsheet::open(b"a,b|c\n1,2|3\n", "a.csv", &choices, &Limits::default()).unwrap();
    assert_eq!(shown(&book.sheets[0]), "1|a,b|c\n2|1,2|3\n");
    assert!(book.issues.is_empty());
}

#[test]
fn ragged_rows_and_quotes_are_reported() {
    use IssueKind::{BrokenText, LongRow, OpenQuote, ShortRow};
    let body = "TT;Tỉnh;Điểm\n1;Hà Nội;1\n2;Huế;2\n3;Cà Mau;3\n4;Sơn La;4\n5;Lào Cai;5\n";
    for (text, expected) in [
        (body.to_owned(), vec![]),
        (format!("{body}6;Hà Nam;6;7\n7;Long An;7\n"), vec![(LongRow, 7, 0)]),
        (format!("{body}6;Hà Nam\n7;Long An;7\n"), vec![(ShortRow, 7, 0)]),
        // Titles above, notes and totals below, group headings between.
        (format!("Bảng 1\n\n{body}Nguồn: Bộ Nội vụ; 2023\n"), vec![]),
        (format!("{body}Đồng bằng\n6;Hà Nam;6\n"), vec![]),
        // Trailing separators of empty cells do not count as cells.
        (format!("{body}6;Hà Nam;6;;;\n7;Long An;7\n"), vec![]),
        // Most rows omit trailing empty cells.
        ("a;b;c;d\n1;2;3\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n".to_owned(), vec![]),
        // Unquoted decimal commas: every row is too long for its header.
        (
            "TT,Tỉnh,Điểm\n1,Hà Nội,86,67\n2,Huế,85,10\n".to_owned(),
            vec![(LongRow, 2, 0), (LongRow, 3, 0)],
        ),
        (format!("{body}6;\"Hà Nam;6\n7;Long An;7\n"), vec![(OpenQuote, 7, 2)]),
        (format!("{body}6;\"Hà \"Nam\" cũ\";6\n"), vec![]),
        (
            format!("{body}6;\"Hà\nNam\";6\n7;x;y;z\n8;a;b\n"),
            vec![(LongRow, 9, 0)],
        ),
    ] {
        let book = open(text.as_bytes(), "a.csv").unwrap();
        assert_eq!(reported_issues(&book), expected, "{text}");
    }
    let mut broken = body.as_bytes().to_vec();
    broken.extend(b"6;H\xC3 Nam;6\n");
    let book = open(&broken, "a.csv").unwrap();
    assert_eq!(reported_issues(&book), [(BrokenText, 7, 2)]);
}

#[test]
fn rows_after_an_unclosed_quote_are_read() {
    let text = "TT;Tỉnh;Điểm\n1;\"Hà Nội;1\n2;Huế;2\n3;Cà Mau;3\n";
    let book = open(text.as_bytes(), "a.csv").unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        "1|TT|Tỉnh|Điểm\n2|1|Hà Nội|1\n3|2|Huế|2\n4|3|Cà Mau|3\n"
    );
}

#[test]
fn wrongly_decoded_utf_8_is_fixed_and_reported() {
    let text = "TT;Tá»‰nh;Ä\u{90}iá»ƒm\n1;HÃ\u{A0} Ná»™i;86,67\n2;Báº¯c Ninh;85\n";
    let book = open(text.as_bytes(), "a.csv").unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        "1|TT|Tỉnh|Điểm\n2|1|Hà Nội|86,67\n3|2|Bắc Ninh|85\n"
    );
    assert_eq!(reported_issues(&book), [(IssueKind::Converted, 0, 0)]);
}

#[test]
fn legacy_encodings_within_utf_8_are_converted() {
    let text = "TT;TØnh;§iÓm\n1;Hµ Néi;86,67\n2;B¾c Ninh;85\n";
    let book = open(text.as_bytes(), "a.csv").unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        "1|TT|Tỉnh|Điểm\n2|1|Hà Nội|86,67\n3|2|Bắc Ninh|85\n"
    );
    assert_eq!(reported_issues(&book), [(IssueKind::LegacyFont, 0, 0)]);
    let choices = Choices {
        encoding: Some(Encoding::Tcvn3),
        ..Choices::default()
    };
    let book = spreadsheet::open(text.as_bytes(), "a.csv", &choices, &Limits::default()).unwrap();
    assert!(shown(&book.sheets[0]).contains("Hà Nội"));
}

#[test]
fn other_types_are_named() {
    for (bytes, name, english) in [
        (&b"<html><p>1</p></html>"[..], "a.html", "an HTML page without a table"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
            "a.xls",
            "a web page saved as a single file (MHTML): open it in Excel and save it as .xlsx",
        ),
        (b"<?xml version=\"1.0\"?><a/>", "a.xml", "an XML file"),
        (b"\x89PNG\r\n\x1a\n", "a.xlsx", "a PNG image"),
        (b"{\\rtf1 x}", "a.csv", "an RTF document"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10", "a.csv", "binary data"),
    ] {
        let issues = open(bytes, name).unwrap_err();
        assert_eq!(kinds(&issues), [IssueKind::UnknownType]);
        let [Arg::Both(what)] = issues[0].args.as_slice() else {
            panic!("{issues:?}");
        };
        assert_eq!(what.en, english);
    }
    for (parts, english) in [
        (
            &[("word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>")][..],
            "a Word document without a table",
        ),
        (&[("ppt/a.xml", "x")], "a PowerPoint presentation"),
        (&[("a.csv", "x")], "a ZIP archive: unpack it first"),
    ] {
        let issues = open(&crate::workbooks::zipped(parts), "a.xlsx").unwrap_err();
        let Arg::Both(what) = &issues[0].args[0] else {
            panic!("{issues:?}");
        };
        assert_eq!((issues[0].kind, what.en.as_str()), (IssueKind::UnknownType, english));
    }
}

#[test]
fn exceeded_limits_are_reported() {
    let text = b"a,b\n1,2\n3,4\n";
    let wide = Limits::default();
    for (limits, kind) in [
        (Limits { bytes: 5, ..wide }, IssueKind::FileTooLarge),
        (Limits { rows: 2, ..wide }, IssueKind::TooManyRows),
        (Limits { cells: 4, ..wide }, IssueKind::TooManyCells),
    ] {
        let issues = spreadsheet::open(text, "a.csv", &Choices::default(), &limits).unwrap_err();
        assert_eq!(kinds(&issues), [kind]);
        let book = crate::workbooks::small_xlsx();
        let limits = if kind == IssueKind::TooManyCells {
            Limits { cells: 12, ..wide }
        } else {
            limits
        };
        let issues = spreadsheet::open(&book, "a.xlsx", &Choices::default(), &limits).unwrap_err();
        assert_eq!(kinds(&issues), [kind]);
    }
}
