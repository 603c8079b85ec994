//! Marks next to and instead of figures: footnotes, ties, dashes, dots.

use domain::upload::IssueKind;

use super::{
    assert_all_same,
    tables::{Line, pci, table, text},
    upload,
    workbook_builder::{Sheet, WorkbookBuilder},
};

const PCI: &[(&str, &str)] = &[("indicator", "pci"), ("year", "2016")];

fn with(lines: &[Line], cell: impl Fn(usize, &Line) -> String) -> Vec<u8> {
    text("Tỉnh;Điểm PCI;Xếp hạng", lines, |at, l| {
        format!("{};{}", l.name, cell(at, l))
    })
    .into_bytes()
}

#[test]
fn ranks_with_signs_of_ties() {
    let lines = table("pci", "overall", 2016);
    let all = |f: fn(&Line) -> String| with(&lines, |_, l| format!("{};{}", l.comma(), f(l)));
    assert_all_same(&[
        ("a.csv", all(|l| format!("{}=", l.rank)), PCI, 63),
        ("b.csv", all(|l| format!("={}", l.rank)), PCI, 63),
        ("c.csv", all(|l| format!("= {}", l.rank)), PCI, 63),
        ("d.csv", all(|l| format!("{} =", l.rank)), PCI, 63),
        ("e.csv", all(|l| format!("{}/63", l.rank)), PCI, 63),
        ("f.csv", all(|l| format!("T{}", l.rank)), PCI, 63),
        ("g.csv", all(|l| format!("#{}", l.rank)), PCI, 63),
        ("h.csv", all(|l| format!("{}*", l.rank)), PCI, 63),
        ("i.csv", all(|l| format!("{}.", l.rank)), PCI, 63),
        ("k.csv", all(|l| format!("{}th", l.rank)), PCI, 63),
    ]);
}

#[test]
fn marks_for_no_figure() {
    let lines = table("papi", "total", 2018);
    let marks = [
        "..",
        "\"..\"",
        "\"\"\"..\"\"\"",
        "...",
        "…",
        "-",
        "–",
        "—",
        "'-",
        ":",
        "n/a",
        "NA",
        "N.A.",
        "(*)",
        "(-)",
        "//",
        "- -",
        ". .",
        "không có số liệu",
        "KSL",
        "KCSL",
        "không công bố",
        "#N/A",
    ];
    for mark in marks {
        let text = text("Tỉnh;PAPI 2018", &lines, |_, l| {
            let value = if l.value.is_empty() { mark.to_owned() } else { l.comma() };
            format!("{};{value}", l.name)
        });
        let outcome = upload("papi.csv", text.as_bytes(), &[("indicator", "papi")]);
        if ["#N/A"].contains(&mark) {
            assert_eq!(
                outcome.issues(IssueKind::FormulaError).len(),
                2,
                "{mark}\n{}",
                outcome.summary()
            );
            continue;
        }
        assert!(outcome.is_same(lines.len()), "{mark}\n{}", outcome.summary());
    }
}

/// A superscript run is a mark, in every form that writers use.
#[test]
fn superscript_runs_are_marks() {
    let lines = pci();
    let rich = |text: &str, mark: &str| {
        format!(r#"<is><r><t>{text}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>{mark}</t></r></is>"#)
    };
    let mut sheet = Sheet::new("PCI");
    sheet.texts(1, &["STT", "Tỉnh", "Điểm PCI", "Xếp hạng"]);
    for (at, line) in (2..).zip(&lines) {
        sheet.number(at, 0, &(at - 1).to_string());
        let (name, value, rank) = match at % 7 {
            0 => (rich(&line.name, "1)"), rich(&line.value, "2"), rich(&line.rank, "*")),
            1 => (rich(&line.name, "(a)"), rich(&line.comma(), "1"), rich(&line.rank, "1")),
            _ => (rich(&line.name, ""), rich(&line.value, ""), rich(&line.rank, "")),
        };
        for (column, inside) in [(1, name), (2, value), (3, rank)] {
            sheet.raw(at, column, r#" t="inlineStr""#, &inside);
        }
    }
    upload(
        "PCI 2016.xlsx",
        &WorkbookBuilder::of(sheet).bytes(),
        &[("indicator", "pci"), ("year", "2016")],
    )
    .assert_same(63);
}

/// Superscript digits of Unicode, and marks in brackets.
#[test]
fn marks_within_texts_never_become_digits() {
    let lines = pci();
    for mark in [
        "¹", "²", "³", "⁽¹⁾", " (1)", "(1)", "*", "**", " *", "†", "ᵃ", "[1]", " [1]",
    ] {
        let bytes = with(&lines, |at, l| {
            let mark = if at % 9 == 0 { mark } else { "" };
            format!("{}{mark};{}{mark}", l.comma(), l.rank)
        });
        let outcome = upload("pci.csv", &bytes, PCI);
        assert!(outcome.is_same(63), "{mark}\n{}", outcome.summary());
        let names = text("Tỉnh;Điểm PCI;Xếp hạng", &lines, |at, l| {
            let mark = if at % 9 == 0 { mark } else { "" };
            format!("{}{mark};{};{}", l.name, l.comma(), l.rank)
        });
        let outcome = upload("pci.csv", names.as_bytes(), PCI);
        assert!(outcome.is_same(63), "{mark} behind names\n{}", outcome.summary());
    }
}

/// Errors of any name, in text files as well: only that cell is wrong.
#[test]
fn unknown_errors_are_one_cell() {
    let lines = pci();
    for error in ["#BLOCKED!", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "Err:502"] {
        let mut sheet = Sheet::new("PCI");
        sheet.texts(1, &["STT", "Tỉnh", "Điểm PCI", "Xếp hạng"]);
        for (at, line) in (2..).zip(&lines) {
            sheet.number(at, 0, &(at - 1).to_string()).text(at, 1, &line.name);
            if at == 9 {
                sheet.raw(at, 2, r#" t="e""#, &format!("<f>X()</f><v>{error}</v>"));
            } else {
                sheet.number(at, 2, &line.value);
            }
            sheet.number(at, 3, &line.rank);
        }
        upload("PCI 2016.xlsx", &WorkbookBuilder::of(sheet).bytes(), PCI)
            .assert_stopped_at(&[(IssueKind::FormulaError, "C9")]);
        let bytes = with(&lines, |at, l| {
            let value = if at == 7 { error.to_owned() } else { l.comma() };
            format!("{value};{}", l.rank)
        });
        upload("pci.csv", &bytes, PCI).assert_stopped_at(&[(IssueKind::FormulaError, "B9")]);
    }
}

/// Zeros that the sheet shows as a dash or not at all, and formulas without a value.
#[test]
fn hidden_zeros_are_not_figures() {
    let lines = table("papi", "total", 2018);
    for format in [
        "0.00;-0.00;\"-\"",
        "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        "0.00;;;@",
        "0.0###;-0.0;",
        "#,##0.00;[Red]-#,##0.00;\"..\"",
    ] {
        let mut sheet = Sheet::new("2018");
        sheet.texts(1, &["Tỉnh", "PAPI 2018"]);
        for (at, line) in (2..).zip(&lines) {
            let value = if line.value.is_empty() { "0" } else { &line.value };
            sheet
                .text(at, 0, &line.name)
                .raw(at, 1, r#" s="1""#, &format!("<v>{value}</v>"));
        }
        let workbook = WorkbookBuilder {
            formats: vec![format.to_owned()],
            ..WorkbookBuilder::of(sheet)
        };
        let outcome = upload("papi.xlsx", &workbook.bytes(), &[("indicator", "papi")]);
        let zero = outcome
            .reading
            .entries
            .iter()
            .any(|e| e.claim.value.is_some_and(|v| v.value == 0.0));
        assert!(outcome.changes.is_empty() && !zero, "{format}\n{}", outcome.summary());
    }
}

#[test]
fn formulas_without_a_value_are_named_and_never_zero() {
    let lines = pci();
    let sheet_with = |inside: &dyn Fn(&Line) -> String| {
        let mut sheet = Sheet::new("PCI");
        sheet.texts(1, &["Tỉnh", "Điểm PCI", "Xếp hạng"]);
        for (at, line) in (2..).zip(&lines) {
            sheet
                .text(at, 0, &line.name)
                .raw(at, 1, "", &inside(line))
                .number(at, 2, &line.rank);
        }
        sheet
    };
    let workbook = |sheet: Sheet, after: &str| {
        WorkbookBuilder {
            after: after.to_owned(),
            ..WorkbookBuilder::of(sheet)
        }
        .bytes()
    };
    let calc = r#"<calcPr fullCalcOnLoad="1"/>"#;
    for bytes in [
        workbook(sheet_with(&|_| "<f>SUM(D2:M2)</f>".to_owned()), ""),
        workbook(sheet_with(&|_| "<f>SUM(D2:M2)</f><v></v>".to_owned()), ""),
        workbook(sheet_with(&|_| "<f>SUM(D2:M2)</f><v>0</v>".to_owned()), ""),
        workbook(sheet_with(&|_| "<f>SUM(D2:M2)</f><v>0</v>".to_owned()), calc),
        workbook(sheet_with(&|_| "<f>SUM(D2:M2)</f><v>0.0</v>".to_owned()), calc),
    ] {
        let outcome = upload("PCI.xlsx", &bytes, PCI);
        let zero = outcome
            .reading
            .entries
            .iter()
            .any(|e| e.claim.value.is_some_and(|v| v.value == 0.0));
        assert!(
            !outcome.reading.publishable() && !zero && outcome.changes.is_empty(),
            "{}",
            outcome.summary()
        );
    }
    // Calculated formulas are figures.
    let good = sheet_with(&|l| format!("<f>SUM(D2:M2)</f><v>{}</v>", l.value));
    upload("PCI.xlsx", &workbook(good, calc), PCI).assert_same(63);
}
