//! Denial-of-service files that aim to exhaust time or memory. Each is rejected or read quickly. They are generated
//! here, so that the repository only contains small inputs.

use std::io::{Cursor, Write as _};
use std::time::Instant;

use domain::upload::IssueKind;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::open::{kinds, open, shown};
use crate::workbooks::ods;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Builds a workbook with one sheet, stored in the part `part`.
fn xlsx(part: &str, write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let workbook = format!(
        r#"<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    for (name, content) in [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", part)),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.start_file(format!("xl/{part}"), SimpleFileOptions::default())
        .unwrap();
    write(&mut zip);
    zip.finish().unwrap().into_inner()
}

/// Opens a file that must be rejected, within seconds even in an unoptimised build on a busy machine.
fn rejected(why: &str, bytes: &[u8]) -> Vec<IssueKind> {
    let start = Instant::now();
    let issues = open(bytes, "a").map(|book| shown(&book.sheets[0]).len());
    let elapsed = start.elapsed();
    assert!(elapsed.as_secs() < 30, "{why}: {elapsed:?}");
    assert!(issues.is_err(), "{why}: {issues:?}");
    kinds(&issues.unwrap_err())
}

#[test]
fn repetitions_are_charged_by_their_output() {
    // An empty text repeated 2^32 times in 2^32 rows yields no cells.
    let cell = |more: &str| format!(r#"<table:table-cell table:number-columns-repeated="4294967295" {more}/>"#);
    let row = |more: &str, cells: &str| {
        format!(
            r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="4294967295" {more}>{cells}</table:table-row></table:table>"#
        )
    };
    let empty = cell(r#"office:value-type="string" office:string-value="""#);
    let filled = cell(r#"office:value-type="string" office:string-value="x""#);
    let hidden = r#"table:visibility="collapse""#;
    assert_eq!(rejected("loop", &ods(&row("", &empty))), [IssueKind::EmptyFile]);
    assert_eq!(rejected("hidden", &ods(&row(hidden, &empty))), [IssueKind::EmptyFile]);
    assert_eq!(
        rejected("filled", &ods(&row(hidden, &filled))),
        [IssueKind::TooManyCells]
    );
    let one = r#"<table:table-cell office:value-type="float" office:value="1"/>"#;
    assert_eq!(rejected("rows", &ods(&row(hidden, one))), [IssueKind::TooManyRows]);
}

#[test]
fn repeated_spaces_are_charged() {
    // 22 bytes that represent 1000 spaces, many times; not compressible enough to be recognised as a zip bomb.
    let noise: String = (0_u32..400_000)
        .map(|n| char::from(b'a' + (n.wrapping_mul(2_654_435_761) >> 27) as u8 % 26))
        .collect();
    let spaces = r#"<text:s text:c="1000"/>"#.repeat(300_000);
    let table = format!(
        r#"<table:table table:name="a"><table:table-row><table:table-cell><text:p>x{spaces}</text:p></table:table-cell></table:table-row></table:table><!--{noise}-->"#
    );
    assert_eq!(rejected("spaces", &ods(&table)), [IssueKind::TooManyCells]);
}

#[test]
fn parts_of_any_name_are_charged() {
    // The part of the sheet has no .xml extension, and its content follows a comment of 64 MB.
    let bytes = xlsx("worksheets/sheet1.dat", |zip| {
        write!(zip, r#"<worksheet xmlns="{NAMESPACE}"><!--"#).unwrap();
        for _ in 0..64 {
            zip.write_all(&vec![b'a'; 1 << 20]).unwrap();
        }
        zip.write_all(b"--><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>")
            .unwrap();
    });
    assert!(bytes.len() < 200_000);
    assert_eq!(rejected("comment", &bytes), [IssueKind::TooManyCells]);
}

#[test]
fn merged_areas_are_charged() {
    let sheet = |rows: u32| {
        xlsx("worksheets/sheet1.xml", |zip| {
            write!(zip, r#"<worksheet xmlns="{NAMESPACE}"><sheetData>"#).unwrap();
            zip.write_all(br#"<row r="1"><c r="A1"><v>1</v></c><c r="OJ1"><v>1</v></c></row>"#)
                .unwrap();
            for row in 2..=rows {
                write!(zip, r#"<row r="{row}"><c r="A{row}"><v>1</v></c></row>"#).unwrap();
            }
            zip.write_all(b"</sheetData><mergeCells>").unwrap();
            for row in (1..rows - 12).step_by(12) {
                write!(zip, r#"<mergeCell ref="A{row}:OJ{}"/>"#, row + 11).unwrap();
            }
            zip.write_all(b"</mergeCells></worksheet>").unwrap();
        })
    };
    assert_eq!(rejected("merges", &sheet(40_000)), [IssueKind::TooManyCells]);
    let book = open(&sheet(500), "a.xlsx").unwrap();
    assert_eq!(book.sheets[0].merged.len(), 41);
    let covered = &book.sheets[0].covered;
    assert_eq!((covered[0].row, covered[0].column), (1, 400));
}

#[test]
fn nesting_depth_is_limited() {
    let bytes = xlsx("worksheets/sheet1.xml", |zip| {
        zip.write_all("<a>".repeat(200_000).as_bytes()).unwrap();
    });
    assert_eq!(rejected("nesting", &bytes), [IssueKind::TooManyCells]);
    let page = "<table><tr><td>".repeat(100_000);
    assert_eq!(rejected("tables", page.as_bytes()), [IssueKind::TooManyCells]);
}

#[test]
fn spans_in_html_are_limited() {
    let row = format!("<tr>{}</tr>", "<td colspan=1000 rowspan=65534>x".repeat(16));
    let page = format!("<table>{}</table>", row.repeat(3000));
    assert_eq!(rejected("spans", page.as_bytes()), [IssueKind::TooManyCells]);
}
