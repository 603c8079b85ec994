//! File types other than XLSX, XLS, ODS and text, and displayed properties of cells.

use domain::upload::{FileKind, IssueKind};

use crate::open::{kinds, open, shown};
use crate::workbooks::{ods, zipped};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(items: &[(&str, &str)]) -> String {
    let items: String = items
        .iter()
        .enumerate()
        .map(|(at, (kind, target))| {
            format!(
                r#"<Relationship Id="rId{}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#,
                at + 1
            )
        })
        .collect();
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>"#
    )
}

/// Builds a workbook with one sheet.
fn xlsx(workbook: &str, styles: &str, strings: &str, sheet: &str) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{workbook}<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>
        <definedNames><definedName name="_xlnm.Print_Area">a!$A:$D</definedName></definedNames></workbook>"#
    );
    let parts = relations(&[
        ("worksheet", "worksheets/sheet1.xml"),
        ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
    ]);
    zipped(&[
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &parts),
        (
            "xl/styles.xml",
            &format!(r#"<styleSheet xmlns="{MAIN}">{styles}</styleSheet>"#),
        ),
        (
            "xl/sharedStrings.xml",
            &format!(r#"<sst xmlns="{MAIN}">{strings}</sst>"#),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{MAIN}">{sheet}</worksheet>"#),
        ),
    ])
}

#[test]
fn numbers_are_read_as_displayed() {
    let dash = r#"_(* #,##0.00_);_(* \(#,##0.00\);_(* &quot;-&quot;??_);_(@_)"#;
    let styles = format!(
        r#"<numFmts><numFmt numFmtId="164" formatCode="{dash}"/><numFmt numFmtId="165" formatCode="0.00;-0.00;;@"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs>"#
    );
    let row = |row: u32, value: &str| {
        let cells: String = (0..5)
            .map(|style| {
                format!(
                    r#"<c r="{}{row}" s="{style}"><v>{value}</v></c>"#,
                    ["A", "B", "C", "D", "E"][style]
                )
            })
            .collect();
        format!(r#"<row r="{row}">{cells}</row>"#)
    };
    let rows = format!("<sheetData>{}{}</sheetData>", row(1, "0"), row(2, "0.5"));
    let book = open(&xlsx("", &styles, "", &rows), "a").unwrap();
    assert_eq!(shown(&book.sheets[0]), "1|#0|-||#0|@0\n2|#0.5|#0.5|#0.5|#50|@0.5\n");
    let views = r#"<sheetViews><sheetView showZeros="0"/></sheetViews>"#;
    let book = open(&xlsx("", &styles, "", &format!("{views}{rows}")), "a").unwrap();
    assert_eq!(shown(&book.sheets[0]), "1|||||@0\n2|#0.5|#0.5|#0.5|#50|@0.5\n");
}

#[test]
fn formulas_without_a_cached_value_are_never_zero() {
    let rows = |zero: &str| {
        format!(
            r#"<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c>
            <c r="D1"><f>A1</f><v>{zero}</v></c></row><row r="2"><c r="D2"><f>A2</f><v>2</v></c></row></sheetData>"#
        )
    };
    let calculate = r#"<calcPr calcId="124519" fullCalcOnLoad="1"/>"#;
    for (workbook, zero, expected) in [
        ("", "0", "1|=?|=?||#0\n2||||#2\n"),
        (calculate, "0", "1|=?|=?||=?\n2||||#2\n"),
        (calculate, "3", "1|=?|=?||#3\n2||||#2\n"),
    ] {
        let book = open(&xlsx(workbook, "", "", &rows(zero)), "a").unwrap();
        assert_eq!(shown(&book.sheets[0]), expected, "{workbook} {zero}");
    }
    // LibreOffice stores the displayed text; other programs omit it.
    let table = r#"<table:table table:name="a"><table:table-row>
        <table:table-cell table:formula="of:=1+1"/>
        <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="0"/>
        <table:table-cell table:formula="of:=0" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>
        </table:table-row></table:table>"#;
    assert_eq!(
        shown(&open(&ods(table), "a").unwrap().sheets[0]),
        "1|=?|=?|#0|!#DIV/0!\n"
    );
}

#[test]
fn superscript_is_read_as_a_footnote_mark() {
    let superscript = r#"<r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r>"#;
    let strings = format!(
        r#"<si><r><t>60,74</t></r>{superscript}</si><si>{superscript}</si><si><r><rPr><vertAlign val="subscript"/></rPr><t>CO2</t></r></si>
        <si><t>Huế</t><rPh sb="0" eb="1"><t>x</t></rPh></si>"#
    );
    let cells: String = (0..4).map(|at| format!(r#"<c t="s"><v>{at}</v></c>"#)).collect();
    let book = open(
        &xlsx("", "", &strings, &format!("<sheetData><row>{cells}</row></sheetData>")),
        "a",
    )
    .unwrap();
    assert_eq!(shown(&book.sheets[0]), "1|60,74^1)|1)|CO2|Huế\n");
    assert_eq!(kinds(&book.issues), [IssueKind::FootnoteMarks]);
}

#[test]
fn whole_columns_and_new_errors_are_accepted() {
    let sheet = r#"<dimension ref="A:XFD"/><sheetData><row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="e"><v>#BLOCKED!</v></c>
        <c r="C1" t="d"><v>2017-03-14T00:00:00</v></c></row><row r="2"><c r="B2"><v>7</v></c></row></sheetData>
        <mergeCells><mergeCell ref="$D:$E"/><mergeCell ref="A2:B2"/></mergeCells>"#;
    let book = open(&xlsx("", "", "", sheet), "a").unwrap();
    // The 7 is below a merged cell that is empty.
    assert_eq!(shown(&book.sheets[0]), "1|!#SPILL!|!#BLOCKED!|@42808\n");
    assert_eq!(book.sheets[0].covered[0].text.as_ref(), "7");
}

#[test]
fn comments_drawings_and_dashes_of_ods_are_not_values() {
    let content = r#"<table:table table:name="a"><table:shapes><draw:frame><table:table><table:table-row><table:table-cell><text:p>x</text:p>
        </table:table-cell></table:table-row></table:table></draw:frame></table:shapes><table:table-row>
        <table:table-cell office:value-type="string"><draw:custom-shape><text:p>55,00</text:p></draw:custom-shape><text:p>Hà Giang</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="0"><text:p>-</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="0"><text:p/></table:table-cell>
        <table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>5</text:p></table:table-cell>
        </table:table-row></table:table>"#;
    assert_eq!(
        shown(&open(&ods(content), "a").unwrap().sheets[0]),
        "1|Hà Giang|-||#5\n"
    );
}

#[test]
fn excel_2003_xml_is_read() {
    let book = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style></Styles>
        <Worksheet ss:Name="PCI"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Năm 2016</Data></Cell>
        <Cell><Data ss:Type="String">Điểm</Data><Comment><Data>thừa</Data></Comment></Cell></Row>
        <Row><Cell><Data ss:Type="String">Hà Nội</Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">0.8667</Data></Cell>
        <Cell ss:Index="4"><Data ss:Type="String">60,741<Sup>1</Sup></Data></Cell><Cell ss:Formula="=1+1"/>
        <Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="DateTime">2017-03-14T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    let book = open(book.as_bytes(), "a.xls").unwrap();
    assert_eq!(book.kind, FileKind::ExcelXml);
    assert_eq!(book.sheets[0].name, "PCI");
    assert_eq!(
        shown(&book.sheets[0]),
        "2|Năm 2016||Điểm\n3|Hà Nội|#86.67||60,741^1|=?|!#N/A|@42808\n"
    );
    assert_eq!(book.sheets[0].merged, [(1, 0, 1, 1)]);
}

#[test]
fn html_pages_named_xls_are_read() {
    let page = r#"<html><head><meta charset="utf-8"><title>x</title><style>td{}</style></head><body>
        <table width=100%><tr><td><h3>Chỉ số PCI năm 2016</h3>
        <table border=1><tr><th rowspan=2>TT<th rowspan=2>Tỉnh<th colspan=2>Năm&nbsp;2016
        <tr><th>Điểm<th>Hạng
        <tr><td>1<td>Hà<br>Nội<td x:num="60.741">60,74<sup>1</sup><td>14
        <tr><td>2<td>H&agrave; Giang<td x:num="0">-<td style="display: none">9<td>59</table>
        </table><p>Nguồn: VCCI</p><script>var x = "<td>";</script>"#;
    for bytes in [page.as_bytes().to_vec(), {
        let (legacy, ..) = with_references(page);
        legacy
    }] {
        let book = open(&bytes, "a.xls").unwrap();
        assert_eq!(book.kind, FileKind::Html);
        assert_eq!(
            shown(&book.sheets[0]),
            "1|Chỉ số PCI năm 2016\n2|TT|Tỉnh|Năm 2016\n3|||Điểm|Hạng\n4|1|Hà Nội|#60.741|14\n5|2|Hà Giang|-|59\n6|Nguồn: VCCI\n"
        );
        assert_eq!(book.sheets[0].merged.len(), 3);
    }
}

/// Returns the page with non-ASCII characters as character references, as Excel writes it.
fn with_references(page: &str) -> (Vec<u8>, ()) {
    let escape = |c: char| {
        if c.is_ascii() {
            c.to_string()
        } else {
            format!("&#{};", u32::from(c))
        }
    };
    let page = page.replace("utf-8", "windows-1252");
    (page.chars().map(escape).collect::<String>().into_bytes(), ())
}

#[test]
fn tables_of_word_documents_become_sheets() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let cell = |more: &str, text: &str| format!("<w:tc><w:tcPr>{more}</w:tcPr><w:p>{}</w:p></w:tc>", run(text));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let header = row(&[cell("", "TT"), cell("", "Tỉnh"), cell("", "Điểm")]);
    let superscript = r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>"#;
    let figure = format!(r#"<w:tc><w:p>{}{superscript}</w:p></w:tc>"#, run("60,74"));
    let first = row(&[cell(r#"<w:vMerge w:val="restart"/>"#, "1"), cell("", "Hà Nội"), figure]);
    let second = row(&[
        cell("<w:vMerge/>", ""),
        cell(r#"<w:gridSpan w:val="2"/>"#, "Hà Giang <del/>"),
    ]);
    let table = |rows: &str| format!("<w:tbl><w:tblGrid/>{rows}</w:tbl>");
    let document = format!(
        "<w:document><w:body><w:p>{}</w:p>{}<w:p/>{}<w:p>{}</w:p><w:p>{}</w:p>{}</w:body></w:document>",
        run("Bảng 1. Chỉ số PCI năm 2016"),
        table(&[header.clone(), first, second].concat()),
        table(&[header.clone(), row(&[cell("", "3"), cell("", "Huế"), cell("", "59")])].concat()),
        run("Nguồn: VCCI"),
        run("Bảng 2. Năm 2015"),
        table(
            &[
                row(&[cell("", "a"), cell("", "b")]),
                row(&[cell("", "1"), cell("", "2")])
            ]
            .concat()
        ),
    );
    let document = document.replace("<del/>", "");
    let book = open(&zipped(&[("word/document.xml", &document)]), "a.docx").unwrap();
    assert_eq!(book.kind, FileKind::Docx);
    assert_eq!(
        shown(&book.sheets[0]),
        "1|Bảng 1. Chỉ số PCI năm 2016\n2|TT|Tỉnh|Điểm\n3|1|Hà Nội|60,74^1\n4||Hà Giang\n5|3|Huế|59\n6|Nguồn: VCCI\n"
    );
    assert_eq!(book.sheets[0].merged, [(2, 0, 3, 0), (3, 1, 3, 2)]);
    assert_eq!(shown(&book.sheets[1]), "1|Bảng 2. Năm 2015\n2|a|b\n3|1|2\n");
    assert_eq!(book.sheets[1].name, "Bảng 2. Năm 2015");
}

/// Builds a record of XLSB.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    if kind < 0x80 {
        out.push(kind as u8);
    } else {
        out.extend([(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8]);
    }
    let length = data.len();
    out.extend([(length & 0x7F) as u8 | 0x80, (length >> 7) as u8]);
    out.extend(data);
    out
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = (units.len() as u32).to_le_bytes().to_vec();
    out.extend(units.iter().flat_map(|u| u.to_le_bytes()));
    out
}

fn cell(column: u32, style: u32, value: &[u8]) -> Vec<u8> {
    [&column.to_le_bytes()[..], &style.to_le_bytes(), value].concat()
}

#[test]
fn xlsb_workbooks_are_read() {
    use std::io::{Cursor, Write as _};
    let workbook = [
        record(
            0x9C,
            &[
                &0_u32.to_le_bytes()[..],
                &1_u32.to_le_bytes(),
                &wide("rId1"),
                &wide("PCI"),
            ]
            .concat(),
        ),
        record(0x9D, &[vec![0; 24], vec![1, 0]].concat()),
    ]
    .concat();
    let font = |superscript: u8| record(0x2B, &[0, 0, 0, 0, 0, 0, superscript, 0]);
    let xf = |format: u16| record(0x2F, &[&0_u16.to_le_bytes()[..], &format.to_le_bytes()].concat());
    let styles = [
        font(0),
        font(1),
        record(0x269, &[0; 4]),
        xf(0),
        xf(10),
        record(0x26A, &[]),
    ]
    .concat();
    let rich = [
        &[1_u8][..],
        &wide("60,741"),
        &1_u32.to_le_bytes(),
        &5_u16.to_le_bytes(),
        &1_u16.to_le_bytes(),
    ]
    .concat();
    let strings = [
        record(0x13, &[&[0_u8][..], &wide("Hà Nội")].concat()),
        record(0x13, &rich),
    ]
    .concat();
    let sheet = [
        record(0x00, &[0; 12]),
        record(0x07, &cell(0, 0, &0_u32.to_le_bytes())),
        record(0x07, &cell(1, 0, &1_u32.to_le_bytes())),
        record(0x05, &cell(2, 1, &0.8667_f64.to_le_bytes())),
        record(0x09, &cell(3, 0, &0_f64.to_le_bytes())),
        record(0x03, &cell(4, 0, &[99])),
        record(0x04, &cell(5, 0, &[1])),
        record(0xB0, &[0_u32, 0, 6, 7].map(u32::to_le_bytes).concat()),
    ]
    .concat();
    let parts = relations(&[
        ("worksheet", "worksheets/sheet1.bin"),
        ("styles", "styles.bin"),
        ("sharedStrings", "sharedStrings.bin"),
    ]);
    let root = relations(&[("officeDocument", "xl/workbook.bin")]);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", parts.as_bytes()),
        ("xl/styles.bin", &styles),
        ("xl/sharedStrings.bin", &strings),
        ("xl/worksheets/sheet1.bin", &sheet),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let book = open(&bytes, "a.xlsb").unwrap();
    assert_eq!((book.kind, book.sheets[0].name.as_str()), (FileKind::Xlsb, "PCI"));
    assert_eq!(shown(&book.sheets[0]), "1|Hà Nội|60,74^1|#86.67|=?|!#ERROR 99!|?true\n");
    assert_eq!(book.sheets[0].merged, [(0, 6, 0, 7)]);
    assert_eq!(kinds(&book.issues), [IssueKind::PercentCells, IssueKind::FootnoteMarks]);
}

#[test]
fn damaged_text_is_rejected_with_one_issue() {
    let table = "T?nh;?i?m PCI 2016\nHà N?i;60,741\nHà Giang;55,4\nCao B?ng;52,9\nB?c K?n;54,6\n";
    let issues = open(table.as_bytes(), "a.csv").unwrap_err();
    assert_eq!(kinds(&issues), [IssueKind::DamagedText]);
    assert_eq!(issues[0].found.as_ref(), "T?nh");
}

#[test]
fn concatenated_files_and_repeated_byte_order_marks_are_read() {
    let mark = "\u{FEFF}";
    let text =
        format!("{mark}{mark}{mark}\"Tỉnh, thành\",Điểm\nHuế,1\n{mark}\"Tỉnh, thành\",Điểm\nCà Mau,\"=\"\"2\"\"\"\n");
    let book = open(text.as_bytes(), "a.csv").unwrap();
    assert_eq!(
        shown(&book.sheets[0]),
        "1|Tỉnh, thành|Điểm\n2|Huế|1\n3|Tỉnh, thành|Điểm\n4|Cà Mau|2\n"
    );
}
