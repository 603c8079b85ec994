//! Merged cells: ties, headers, blank rows between, and values left below them.

use super::{
    tables::{Line, pci, table},
    upload,
    workbook_builder::{Sheet, WorkbookBuilder},
};

/// Provinces with the same value share one merged cell; the lower cell is empty or holds an older value.
#[test]
fn ties_share_a_merged_cell() {
    let lines = table("egov_ict", "overall", 2017);
    let given: Vec<&Line> = lines.iter().filter(|l| !l.value.is_empty()).collect();
    for (blank_rows, leftover, per_row) in [
        (0, false, 0),
        (3, false, 0),
        (3, true, 0),
        (1, false, 12),
        (0, true, 12),
    ] {
        let mut sheet = Sheet::new("2017");
        sheet.text(1, 0, "Xếp hạng ứng dụng CNTT của các tỉnh, thành phố năm 2017");
        let head = 2 + blank_rows;
        sheet.texts(head, &["TT", "Tỉnh, thành phố", "Chỉ số ứng dụng CNTT", "Xếp hạng"]);
        let mut at = head;
        let mut last = ("", 0);
        for (number, line) in (1..).zip(&given) {
            // Blank rows between groups.
            at += if per_row > 0 && number % per_row == 1 && number > 1 {
                2
            } else {
                1
            };
            sheet.number(at, 0, &number.to_string()).text(at, 1, &line.name);
            let tied = last.0 == line.value && last.1 + 1 == at;
            if tied {
                for (column, letter) in [(2, "C"), (3, "D")] {
                    sheet.merge(&format!("{letter}{}:{letter}{at}", at - 1));
                    if leftover {
                        sheet.number(at, column, "0.123");
                    }
                }
                last = ("", 0);
            } else {
                sheet.number(at, 2, &line.value).number(at, 3, &line.rank);
                last = (&line.value, at);
            }
        }
        assert!(!sheet.merged.is_empty());
        let fields = [("indicator", "egov_ict"), ("year", "2017")];
        let outcome = upload("cntt.xlsx", &WorkbookBuilder::of(sheet).bytes(), &fields);
        let read = outcome
            .reading
            .entries
            .iter()
            .filter(|e| e.claim.value.is_some())
            .count();
        assert!(
            read == given.len() && outcome.same_figures(),
            "{blank_rows} {leftover} {per_row}: {read}\n{}",
            outcome.summary()
        );
    }
}

/// Two years below merged headings, with other years hidden below them.
#[test]
fn leftovers_below_merged_headings_change_no_year() {
    let (old, new) = (table("pci", "overall", 2015), pci());
    for (hidden, third) in [
        (["Năm 2014", "Năm 2015"], false),
        (["2013", "2014"], true),
        (["PCI 2010", "PCI 2011"], false),
    ] {
        let mut sheet = Sheet::new("PCI");
        sheet.text(1, 0, "STT").text(1, 1, "Tỉnh, thành phố");
        sheet
            .text(1, 2, "Năm 2015")
            .text(1, 3, hidden[0])
            .text(1, 4, "Năm 2016")
            .text(1, 5, hidden[1]);
        sheet.merge("C1:D1").merge("E1:F1").merge("A1:A2").merge("B1:B2");
        sheet.text(2, 0, "Ký hiệu").text(2, 1, "Năm 2012");
        for (column, text) in [(2, "Điểm"), (3, "Hạng"), (4, "Điểm"), (5, "Hạng")] {
            sheet.text(2, column, text);
        }
        let first = if third { 4 } else { 3 };
        for (at, (line, other)) in (first..).zip(old.iter().zip(&new)) {
            sheet
                .number(at, 0, &(at - first + 1).to_string())
                .text(at, 1, &line.name);
            sheet.number(at, 2, &line.value).number(at, 3, &line.rank);
            sheet.number(at, 4, &other.value).number(at, 5, &other.rank);
        }
        upload("PCI.xlsx", &WorkbookBuilder::of(sheet).bytes(), &[("indicator", "pci")]).assert_same(126);
    }
}

/// Every form of reference to whole columns and rows in a package.
#[test]
fn references_to_whole_columns_do_no_harm() {
    let lines = pci();
    let mut sheet = Sheet::new("PCI");
    sheet.text(1, 0, "Chỉ số PCI năm 2016").merge("A1:C1");
    sheet.texts(2, &["Tỉnh", "Điểm số", "Xếp hạng"]);
    for (at, line) in (3..).zip(&lines) {
        sheet.text(at, 0, &line.name).raw(
            at,
            1,
            "",
            &format!("<f>VLOOKUP(A:A,$X:$Z,2,0)</f><v>{}</v>", line.value),
        );
        sheet.number(at, 2, &line.rank);
    }
    for (before, merge) in [
        (r#"<dimension ref="A:C"/>"#, ""),
        (r#"<dimension ref="A1"/>"#, ""),
        (r#"<dimension ref="1:65"/>"#, ""),
        (r#"<dimension ref=""/>"#, "H:I"),
        ("", "E:E"),
        ("", "90:95"),
    ] {
        let mut sheet = sheet.clone();
        sheet.before = before.to_owned();
        if !merge.is_empty() {
            sheet.merge(merge);
        }
        let after = r#"<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">PCI!$A:$C</definedName><definedName name="x">PCI!$A:$A,PCI!$1:$2</definedName></definedNames>"#;
        let workbook = WorkbookBuilder {
            after: after.to_owned(),
            ..WorkbookBuilder::of(sheet)
        };
        upload("PCI.xlsx", &workbook.bytes(), &[("indicator", "pci")]).assert_same(63);
    }
}
