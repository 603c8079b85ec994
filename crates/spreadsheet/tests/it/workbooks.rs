//! Tests of workbooks of the three common types, with typical content.

use std::io::{Cursor, Write as _};

use domain::upload::{FileKind, IssueKind};
use rust_xlsxwriter::{Format, Workbook as Writer};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::open::{kinds, open, shown};

const SMALL_XLS: &[u8] = include_bytes!("../files/small.xls");
const HIDDEN_XLS: &[u8] = include_bytes!("../files/hidden.xls");
const TCVN3_XLS: &[u8] = include_bytes!("../files/tcvn3.xls");

/// The content of the small workbooks of all types.
const SMALL: &str = "3||Bảng 1. Chỉ số CCHC năm 2023\n\
                     5||TT|Tỉnh|Điểm|Tỷ lệ|Ngày\n\
                     6||#1|Hà Nội|#86.67|#86.67|@45108\n\
                     7||02|Bà Rịa – Vũng Tàu|#12|#100|?true|!#N/A\n";

pub(crate) fn small_xlsx() -> Vec<u8> {
    let mut book = Writer::new();
    let percent = Format::new().set_num_format("0.00%");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    sheet.set_name("Tổng hợp").unwrap();
    let title = "Bảng 1. Chỉ số CCHC năm 2023";
    sheet.merge_range(2, 1, 2, 4, title, &Format::new()).unwrap();
    for (column, name) in (1..).zip(["TT", "Tỉnh", " Điểm ", "Tỷ\nlệ", "Ngày"]) {
        sheet.write_string(4, column, name).unwrap();
    }
    sheet.write_number(5, 1, 1).unwrap();
    sheet.write_string(5, 2, "Hà\u{A0}Nội").unwrap();
    sheet.write_number(5, 3, 86.67).unwrap();
    sheet.write_number_with_format(5, 4, 0.8667, &percent).unwrap();
    sheet.write_number_with_format(5, 5, 45108, &date).unwrap();
    sheet.write_string(6, 1, "02").unwrap();
    sheet.write_string(6, 2, "Bà Rịa – Vũng Tàu").unwrap();
    let sum = rust_xlsxwriter::Formula::new("=5+7").set_result("12");
    sheet.write_formula(6, 3, sum).unwrap();
    sheet.write_number_with_format(6, 4, 1, &percent).unwrap();
    sheet.write_boolean(6, 5, true).unwrap();
    let lost = rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A");
    sheet.write_formula(6, 6, lost).unwrap();
    sheet.write_blank(90, 40, &percent).unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("An").unwrap().set_hidden(true);
    hidden.write_string(0, 0, "x").unwrap();
    book.save_to_buffer().unwrap()
}

pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>
        <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
        </office:document-content>"#
    );
    let manifest = "<manifest:manifest/>";
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", manifest),
    ])
}

pub(crate) fn small_ods() -> Vec<u8> {
    ods(r#"<table:table table:name="Tổng hợp" table:style-name="ta1">
        <table:table-column table:number-columns-repeated="16384"/>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:value-type="string"
            table:number-columns-spanned="4" table:number-rows-spanned="1"><text:p>Bảng 1. Chỉ số<text:s/>CCHC <text:span>năm 2023</text:span></text:p></table:table-cell>
            <table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-header-rows><table:table-row><table:table-cell/>
            <table:table-cell office:value-type="string"><office:annotation><text:p>thừa</text:p></office:annotation><text:p>TT</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Tỉnh</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Điểm</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Tỷ</text:p><text:p>lệ</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Ngày</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell/>
            <table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Hà Nội</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="86.67"><text:p>86,67</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.8667"><text:p>86,67%</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2023-07-01"><text:p>01/07/2023</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell/>
            <table:table-cell office:value-type="string"><text:p>02</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>Bà Rịa &#8211; Vũng Tàu</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="12" table:formula="of:=5+7"><text:p>12</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="1"><text:p>100%</text:p></table:table-cell>
            <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
            <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        </table:table>
        <table:table table:name="An" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#)
}

#[test]
fn small_workbooks_of_every_kind_have_the_same_content() {
    for (kind, bytes) in [
        (FileKind::Xlsx, small_xlsx()),
        (FileKind::Xls, SMALL_XLS.to_vec()),
        (FileKind::Ods, small_ods()),
    ] {
        let book = open(&bytes, "bang").unwrap();
        assert_eq!(book.kind, kind);
        assert_eq!(shown(&book.sheets[0]), SMALL, "{kind:?}");
        assert_eq!(book.sheets[0].merged, [(2, 1, 2, 4)], "{kind:?}");
        let sheets: Vec<_> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
        assert_eq!(sheets, [("Tổng hợp", false), ("An", true)], "{kind:?}");
        assert_eq!(kinds(&book.issues), [IssueKind::PercentCells], "{kind:?}");
        assert_eq!(book.issues[0].args, [domain::upload::Arg::Number(2.0, 0)]);
    }
}

#[test]
fn legacy_fonts_in_cells_are_converted() {
    let book = open(TCVN3_XLS, "a.xls").unwrap();
    let expected = "1|Tỉnh|Xếp hạng\n2|Hà Nội|#1\n3|Hải Phòng|#2\n4|Bộ Nội vụ|#3\n5|Lạng Sơn|#4\n6|Đắk Lắk|#5\n\
                    7|Bình Dương|#6\n";
    assert_eq!(shown(&book.sheets[0]), expected);
    assert_eq!(kinds(&book.issues), [IssueKind::LegacyFont]);

    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    for (row, text) in (0..).zip(["Tænh, thaønh phoá", "Haø Noäi", "Ñaø Naüng", "Caàn Thô"]) {
        sheet.write_string(row, 0, text).unwrap();
    }
    let book = open(&writer.save_to_buffer().unwrap(), "a.xlsx").unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        "1|Tỉnh, thành phố\n2|Hà Nội\n3|Đà Nẵng\n4|Cần Thơ\n"
    );
    assert_eq!(kinds(&book.issues), [IssueKind::LegacyFont]);
}

#[test]
fn password_protected_workbooks_are_reported() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage")
        .unwrap()
        .write_all(b"x")
        .unwrap();
    file.flush().unwrap();
    let ole = file.into_inner().into_inner();
    let mut protected = small_ods();
    let parts = zip::ZipArchive::new(Cursor::new(&protected)).unwrap();
    drop(parts);
    protected = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    for bytes in [ole, protected] {
        let issues = open(&bytes, "a.xlsx").unwrap_err();
        assert_eq!(kinds(&issues), [IssueKind::PasswordProtected]);
    }
}

/// Returns the small workbook with one part replaced.
fn with_part(name: &str, content: &[u8]) -> Vec<u8> {
    let bytes = small_xlsx();
    let mut from = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let part = from.by_index_raw(at).unwrap();
        if part.name().unwrap() != name {
            to.raw_copy_file(part).unwrap();
        }
    }
    to.start_file(name, SimpleFileOptions::default()).unwrap();
    to.write_all(content).unwrap();
    to.finish().unwrap().into_inner()
}

#[test]
fn zip_bombs_are_rejected() {
    let sheet = "xl/worksheets/sheet1.xml";
    let open_sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>"#;
    let far = |rows: u32| {
        let cells: String = (1..=rows)
            .map(|r| format!(r#"<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>"#))
            .collect();
        format!("{open_sheet}{cells}</sheetData></worksheet>")
    };
    for (why, bytes) in [
        ("zeros", with_part(sheet, &vec![b' '; 64 << 20])),
        (
            "claims",
            with_part("xl/sharedStrings.xml", br#"<sst uniqueCount="99999999999"></sst>"#),
        ),
        ("far cells", with_part(sheet, far(3000).as_bytes())),
        (
            "ods",
            ods(
                r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell
            table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>"#,
            ),
        ),
    ] {
        let issues = open(&bytes, "a.xlsx").unwrap_err();
        assert_eq!(kinds(&issues), [IssueKind::TooManyCells], "{why}");
    }
    // A sheet that declares the maximum size but has ten cells is accepted.
    let book = open(&with_part(sheet, far(10).as_bytes()), "a.xlsx").unwrap();
    assert_eq!(book.sheets[0].height(), 10);
    assert_eq!(book.sheets[0].width(9), 16384);
}

#[test]
fn hidden_rows_and_columns_are_read_and_reported() {
    let mut writer = Writer::new();
    writer.add_worksheet().write_string(0, 0, "Bìa").unwrap();
    let sheet = writer.add_worksheet();
    for row in 0..5 {
        for column in 0..4 {
            sheet.write_number(row, column, row * 10 + u32::from(column)).unwrap();
        }
    }
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(40).unwrap();
    sheet.set_column_hidden(1).unwrap();
    sheet.set_column_hidden(3).unwrap();
    let xlsx = writer.save_to_buffer().unwrap();
    let rows = |count: u32| {
        r#"<table:table-row table:visibility="VIS"><table:table-cell office:value-type="float" office:value="1"
        table:number-columns-repeated="2"/></table:table-row>"#
            .repeat(count as usize)
    };
    let shown = rows(2).replace("VIS", "visible");
    let filtered = rows(2).replace("VIS", "filter");
    let table = format!(
        r#"<table:table table:name="a"><table:table-row><table:table-cell office:value-type="float" office:value="1"/>
        </table:table-row></table:table><table:table table:name="b"><table:table-column/>
        <table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>{shown}{filtered}</table:table>"#
    );
    for (bytes, count) in [(xlsx, 3.0), (ods(&table), 3.0), (HIDDEN_XLS.to_vec(), 3.0)] {
        let book = open(&bytes, "a").unwrap();
        assert_eq!(kinds(&book.issues), [IssueKind::HiddenCells], "{:?}", book.kind);
        assert_eq!(book.issues[0].at.sheet, 1);
        assert_eq!(
            book.issues[0].args,
            [domain::upload::Arg::Number(count, 0)],
            "{:?}",
            book.kind
        );
    }
}
