//! Where a table states its year, and how a year is qualified.

use domain::upload::{IssueKind, Severity};

use super::{
    assert_all_same,
    tables::{Line, pci, table, text},
    upload,
    workbook_builder::{Sheet, WorkbookBuilder},
};

const PCI: &[(&str, &str)] = &[("indicator", "pci")];

fn headed(head: &str, lines: &[Line]) -> String {
    text(head, lines, |_, l| format!("{};{};{}", l.name, l.comma(), l.rank))
}

fn sheet(name: &str, title: &str, heads: &[&str], lines: &[Line]) -> Sheet {
    let mut sheet = Sheet::new(name);
    if !title.is_empty() {
        sheet.text(1, 0, title);
    }
    sheet.texts(2, heads);
    for (at, line) in (3..).zip(lines) {
        sheet
            .text(at, 0, &line.name)
            .number(at, 1, &line.value)
            .number(at, 2, &line.rank);
    }
    sheet
}

#[test]
fn years_in_headings_titles_and_names() {
    let lines = pci();
    let csv = |head: &str| headed(head, &lines).into_bytes();
    let titled = |title: &str| format!("{title};;\r\n{}", headed("Tỉnh;Điểm số;Xếp hạng", &lines)).into_bytes();
    let workbook =
        |name: &str, title: &str, heads: &[&str]| WorkbookBuilder::of(sheet(name, title, heads, &lines)).bytes();
    assert_all_same(&[
        ("a.csv", csv("Tỉnh;PCI 2016;Xếp hạng 2016"), PCI, 63),
        ("b.csv", csv("Tỉnh;Điểm PCI năm 2016;Xếp hạng"), PCI, 63),
        ("c.csv", csv("Tỉnh;PCI (2016);Hạng"), PCI, 63),
        ("d.csv", csv("Tỉnh;PCI 2.016;Hạng 2.016"), PCI, 63),
        ("e.csv", csv("Tỉnh;Điểm số năm 2.016;Thứ hạng năm 2.016"), PCI, 63),
        ("f.csv", csv("Tỉnh;Điểm năm 2,016;Thứ hạng năm 2,016"), PCI, 63),
        ("g.csv", titled("Kết quả chỉ số PCI năm 2016"), PCI, 63),
        (
            "h.csv",
            titled("Kết quả chỉ số PCI năm 2.016 (công bố ngày 14/3/2017)"),
            PCI,
            63,
        ),
        ("Chỉ số PCI 2016.csv", csv("Tỉnh;Điểm số;Xếp hạng"), PCI, 63),
        ("PCI_2016_tong_hop.csv", csv("Tỉnh;Điểm số;Xếp hạng"), PCI, 63),
        ("pci2016.csv", csv("Tỉnh;Điểm số;Xếp hạng"), PCI, 63),
        (
            "k.xlsx",
            workbook("PCI 2016", "", &["Tỉnh", "Điểm số", "Xếp hạng"]),
            PCI,
            63,
        ),
        (
            "l.xlsx",
            workbook("2016", "", &["Tỉnh", "Điểm số", "Xếp hạng"]),
            PCI,
            63,
        ),
        (
            "m.xlsx",
            workbook("Năm 2.016", "", &["Tỉnh", "Điểm số", "Xếp hạng"]),
            PCI,
            63,
        ),
        // Sheets and files are copied from year to year and keep their names.
        (
            "n.xlsx",
            workbook("PCI 2013", "", &["Tỉnh", "PCI 2016", "Xếp hạng 2016"]),
            PCI,
            63,
        ),
        (
            "o.xlsx",
            workbook("PCI 2015", "Chỉ số PCI năm 2016", &["Tỉnh", "Điểm số", "Xếp hạng"]),
            PCI,
            63,
        ),
        (
            "PCI 2014.xlsx",
            workbook("Bảng", "Chỉ số PCI năm 2016", &["Tỉnh", "Điểm số", "Xếp hạng"]),
            PCI,
            63,
        ),
        (
            "PCI 2014 (1).xlsx",
            workbook("PCI 2015", "", &["Tỉnh", "Điểm PCI 2016", "Xếp hạng"]),
            PCI,
            63,
        ),
    ]);
}

#[test]
fn numbers_as_years_above_columns() {
    let (old, new) = (table("pci", "overall", 2015), pci());
    for number in [true, false] {
        let mut sheet = Sheet::new("PCI");
        sheet.text(1, 0, "Điểm PCI qua các năm").text(2, 0, "Tỉnh");
        for (column, year) in [(1, "2015"), (2, "2016")] {
            if number {
                sheet.number(2, column, year);
            } else {
                sheet.text(2, column, &format!("2.{}", &year[1..]));
            }
        }
        for (at, (line, other)) in (3..).zip(old.iter().zip(&new)) {
            assert_eq!(line.slug, other.slug);
            sheet
                .text(at, 0, &line.name)
                .number(at, 1, &line.value)
                .number(at, 2, &other.value);
        }
        upload("PCI.xlsx", &WorkbookBuilder::of(sheet).bytes(), PCI).assert_same(126);
    }
}

#[test]
fn preliminary_years_are_noted_with_their_figures() {
    let (old, new) = (table("pci", "overall", 2015), pci());
    for head in [
        "Sơ bộ 2016",
        "2016 (sơ bộ)",
        "Năm 2016 sơ bộ",
        "Sơ bộ năm 2016",
        "Ước tính 2016",
        "2016 (tạm tính)",
        "Prel. 2016",
        "2016*",
        "2016 (ước)",
        "Sơ bộ\u{A0}2016",
        "Số liệu sơ bộ 2016",
    ] {
        let lines: Vec<(&Line, &Line)> = old.iter().zip(&new).collect();
        let rows: Vec<String> = lines
            .iter()
            .map(|(a, b)| format!("\"{}\",\"{}\",\"{}\"", a.name, a.value, b.value))
            .collect();
        let text = format!(
            "\"Điểm PCI theo địa phương và năm\"\r\n\"Tỉnh, thành phố\",\"2015\",\"{head}\"\r\n{}\r\n",
            rows.join("\r\n")
        );
        let outcome = upload("px.csv", text.as_bytes(), PCI);
        assert_eq!(outcome.reading.entries.len(), 126, "{head}\n{}", outcome.summary());
        if head == "2016*" {
            continue;
        }
        assert_eq!(
            outcome.issues(IssueKind::Preliminary).len(),
            1,
            "{head}\n{}",
            outcome.summary()
        );
        assert!(outcome.reading.publishable(), "{head}\n{}", outcome.summary());
    }
}

/// A workbook from a Macintosh: the date next to the title uses its own calendar, and is not a figure.
#[test]
fn dates_of_1904_and_of_strict_workbooks() {
    let lines = pci();
    for (strict, from_1904) in [(true, false), (false, true), (true, true)] {
        let mut sheet = sheet("PCI", "Chỉ số PCI năm 2016", &["Tỉnh", "Điểm số", "Xếp hạng"], &lines);
        let date = if strict {
            (r#" t="d" s="1""#, "<v>2017-03-14</v>")
        } else {
            (r#" s="1""#, "<v>41346</v>")
        };
        sheet.raw(1, 2, date.0, date.1);
        let workbook = WorkbookBuilder {
            strict,
            from_1904,
            formats: vec!["dd/mm/yyyy".to_owned()],
            ..WorkbookBuilder::of(sheet)
        };
        upload("PCI.xlsx", &workbook.bytes(), PCI).assert_same(63);
    }
}

/// If nothing states the year, it is asked for once.
#[test]
fn a_year_that_nothing_states_is_asked_for() {
    let lines = pci();
    let outcome = upload("bang.csv", headed("Tỉnh;Điểm số;Xếp hạng", &lines).as_bytes(), PCI);
    outcome.assert_stopped_at(&[(IssueKind::NoYear, "")]);
    // A year that the file contradicts is never accepted silently.
    let outcome = upload(
        "PCI.csv",
        headed("Tỉnh;PCI 2016;Xếp hạng 2016", &lines).as_bytes(),
        &[("indicator", "pci"), ("year", "2015")],
    );
    let errors = outcome
        .reading
        .issues
        .iter()
        .filter(|i| i.kind.severity() == Severity::Error);
    assert!(errors.count() > 0, "{}", outcome.summary());
}
