//! Concatenated files, and repeated headers.

use domain::upload::IssueKind;

use super::{
    assert_all_same,
    tables::{Line, pci, text},
    upload,
    workbook_builder::{Sheet, WorkbookBuilder},
};

const PCI: &[(&str, &str)] = &[("indicator", "pci"), ("year", "2016")];

fn row(line: &Line) -> String {
    format!("{};{};{}", line.name, line.comma(), line.rank)
}

/// Returns the table of some lines with its own header.
fn part(lines: &[Line]) -> String {
    text("Tỉnh, thành phố;Điểm PCI;Xếp hạng", lines, |_, line| {
        row(line)
    })
}

#[test]
fn byte_order_marks_at_the_beginning_within_and_in_quotes() {
    let lines = pci();
    let quoted = text(
        "\"Tỉnh, thành phố\",\"Điểm PCI\",\"Xếp hạng\"",
        &lines,
        |_, line| format!("\"{}\",\"{}\",{}", line.name, line.value, line.rank),
    );
    let mark = "\u{FEFF}";
    let (first, second) = (part(&lines[..30]), part(&lines[30..]));
    let utf16 = |text: &str| -> Vec<u8> {
        let units = format!("{mark}{mark}{text}");
        units.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    assert_all_same(&[
        ("hai-bom.csv", format!("{mark}{mark}{quoted}").into_bytes(), PCI, 63),
        (
            "ba-bom.csv",
            format!("{mark}{mark}{mark}{quoted}").into_bytes(),
            PCI,
            63,
        ),
        (
            "hai-bom.tsv",
            format!("{mark}{mark}{}", part(&lines).replace(';', "\t")).into_bytes(),
            PCI,
            63,
        ),
        ("utf16.csv", utf16(&part(&lines)), PCI, 63),
        (
            "bom-trong-o.csv",
            format!("\"{mark}Tỉnh, thành phố\"{}", &quoted["\"Tỉnh, thành phố\"".len()..]).into_bytes(),
            PCI,
            63,
        ),
        (
            "noi-hai-tep.csv",
            format!("{mark}{first}{mark}{second}").into_bytes(),
            PCI,
            63,
        ),
        (
            "noi-khong-xuong-dong.csv",
            format!("{mark}{}\r\n{mark}{mark}{second}", first.trim_end()).into_bytes(),
            PCI,
            63,
        ),
    ]);
}

#[test]
fn repeated_headers_are_not_rows() {
    let lines = pci();
    let (first, rest) = lines.split_at(20);
    let (second, third) = rest.split_at(20);
    let titled = |lines: &[Line]| format!("Bảng 1. Chỉ số PCI năm 2016 (tiếp theo);;\r\n{}", part(lines));
    let two_rows = |lines: &[Line]| {
        format!(
            "Tỉnh, thành phố;Năm 2016;\r\n;Điểm;Xếp hạng\r\n{}",
            text("", lines, |_, l| row(l)).trim_start()
        )
    };
    let upper = part(second).replacen(
        "Tỉnh, thành phố;Điểm PCI;Xếp hạng",
        "TỈNH, THÀNH PHỐ;ĐIỂM PCI;XẾP HẠNG",
        1,
    );
    assert_all_same(&[
        (
            "ba-trang.csv",
            [first, second, third].map(part).concat().into_bytes(),
            PCI,
            63,
        ),
        (
            "cach-dong.csv",
            [first, second, third].map(part).join("\r\n").into_bytes(),
            PCI,
            63,
        ),
        (
            "co-tieu-de.csv",
            [first, second, third].map(titled).concat().into_bytes(),
            PCI,
            63,
        ),
        (
            "co-tieu-de-cach-dong.csv",
            [first, second, third].map(titled).join("\r\n\r\n").into_bytes(),
            PCI,
            63,
        ),
        (
            "hai-dong.csv",
            [first, second, third].map(two_rows).concat().into_bytes(),
            PCI,
            63,
        ),
        (
            "chu-hoa.csv",
            [part(first), upper, part(third)].concat().into_bytes(),
            PCI,
            63,
        ),
        (
            "trang.csv",
            [first, second, third]
                .map(|l| format!("{}Trang 1/3;;\r\n", part(l)))
                .concat()
                .into_bytes(),
            PCI,
            63,
        ),
    ]);
}

#[test]
fn the_same_in_a_workbook() {
    let lines = pci();
    let mut sheet = Sheet::new("PCI 2016");
    let mut at = 1;
    for piece in lines.chunks(25) {
        sheet.texts(at, &["STT", "Tỉnh, thành phố", "Điểm số", "Xếp hạng"]);
        for line in piece {
            at += 1;
            sheet.number(at, 0, &at.to_string()).text(at, 1, &line.name);
            sheet.number(at, 2, &line.value).number(at, 3, &line.rank);
        }
        at += 2;
    }
    upload("PCI.xlsx", &WorkbookBuilder::of(sheet).bytes(), &[("indicator", "pci")]).assert_same(63);
}

/// The second file has its columns in another order: its ranks must not be read as scores.
#[test]
fn a_part_with_other_columns_is_never_read_as_the_first() {
    let lines = pci();
    let (first, second) = lines.split_at(40);
    let other = text("Tỉnh, thành phố;Xếp hạng;Điểm PCI", second, |_, line| {
        format!("{};{};{}", line.name, line.rank, line.comma())
    });
    let outcome = upload("noi.csv", format!("{}{other}", part(first)).as_bytes(), PCI);
    assert!(outcome.changes.is_empty(), "{}", outcome.summary());
    let reported = !outcome.issues(IssueKind::SecondTable).is_empty();
    assert!(outcome.is_same(63) || reported, "{}", outcome.summary());
}

/// The years of two concatenated files are in their titles.
#[test]
fn a_part_of_another_year_is_never_read_as_the_first() {
    let table_of = |year: i32| {
        let lines = super::tables::table("pci", "overall", year);
        format!("Chỉ số PCI năm {year};;\r\n{}", part(&lines))
    };
    for text in [
        table_of(2015) + &table_of(2016),
        table_of(2016) + "\r\n" + &table_of(2015),
    ] {
        let outcome = upload("hai-nam.csv", text.as_bytes(), &[("indicator", "pci")]);
        assert!(outcome.changes.is_empty(), "{}", outcome.summary());
        let reported = !outcome.reading.publishable() || !outcome.issues(IssueKind::SecondTable).is_empty();
        assert!(outcome.is_same(126) || reported, "{}", outcome.summary());
    }
}
