//! Tests of PDF documents, generated glyph by glyph.

use domain::upload::{FileKind, IssueKind};

use crate::open::{kinds, open, shown};

/// A text: x, y, font size and content.
type Text<'a> = (f64, f64, f64, &'a str);

/// Builds a document with these texts on its pages. Like the fonts of Word, the font has a two-byte code per code
/// point and a ToUnicode map.
fn pdf(pages: &[Vec<Text<'_>>]) -> Vec<u8> {
    let mut objects: Vec<String> = vec![
        "<</Type/Catalog/Pages 2 0 R>>".into(),
        String::new(),
        "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>".into(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>".into(),
        stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange \
                1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"),
    ];
    let mut kids = String::new();
    for texts in pages {
        let mut content = String::from("BT ");
        for (x, y, size, text) in texts {
            let codes: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            content += &format!("/F {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ");
        }
        objects.push(stream(&(content + "ET")));
        let number = objects.len();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        ));
        kids += &format!("{} 0 R ", number + 1);
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let mut out = String::from("%PDF-1.5\n");
    let mut offsets = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        offsets.push(out.len());
        out += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        out += &format!("{offset:010} 00000 n \n");
    }
    out += &format!(
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    );
    out.into_bytes()
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>stream\n{content}\nendstream", content.len())
}

/// Returns a page of a table: its header, and `rows` rows numbered from `first`.
fn page(first: u32, rows: u32, title: bool) -> Vec<Text<'static>> {
    const NAMES: [&str; 4] = ["Hà Nội", "Thừa Thiên Huế", "Đắk Lắk", "Cà Mau"];
    let leak = |text: String| -> &'static str { text.leak() };
    let mut out = Vec::new();
    if title {
        out.push((150.0, 780.0, 14.0, "Bảng 3.1. Chỉ số PCI năm 2016"));
    }
    for (x, text) in [
        (60.0, "TT"),
        (100.0, "Tỉnh, thành phố"),
        (300.0, "Điểm"),
        (420.0, "Hạng"),
    ] {
        out.push((x, 740.0, 12.0, text));
    }
    for row in 0..rows {
        let y = 720.0 - 20.0 * f64::from(row);
        let number = first + row;
        out.push((60.0, y, 12.0, leak(number.to_string())));
        out.push((100.0, y, 12.0, NAMES[number as usize % 4]));
        out.push((300.0, y, 12.0, leak(format!("{},7", 50 + number))));
        out.push((420.0, y, 12.0, leak(number.to_string())));
    }
    out.push((300.0, 30.0, 10.0, leak(format!("Trang {}", first / 10 + 1))));
    out
}

#[test]
fn a_table_over_several_pages_becomes_one_sheet() {
    let mut first = page(1, 10, true);
    // A footnote mark after a figure, and a name on two lines.
    first.push((326.0, 724.5, 7.0, "1"));
    let mut last = page(11, 2, false);
    last.retain(|text| text.3 != "Cà Mau");
    last.push((100.0, 727.0, 12.0, "Bà Rịa –"));
    last.push((100.0, 713.5, 12.0, "Vũng Tàu"));
    last.push((60.0, 660.0, 10.0, "Nguồn: VCCI, báo cáo PCI 2016"));
    let book = open(&pdf(&[first, last]), "a.pdf").unwrap();
    assert_eq!(book.kind, FileKind::Pdf);
    let text = shown(&book.sheets[0]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(book.sheets.len(), 1, "{text}");
    assert_eq!(lines[0], "1|Bảng 3.1. Chỉ số PCI năm 2016");
    assert_eq!(lines[1], "2|TT|Tỉnh, thành phố|Điểm|Hạng");
    assert_eq!(lines[2], "3|1|Thừa Thiên Huế|51,7^1|1");
    assert_eq!(lines[12], "13|11|Bà Rịa – Vũng Tàu|61,7|11");
    assert_eq!(lines[13], "14|12|Hà Nội|62,7|12");
    assert_eq!(lines[14], "15|Nguồn: VCCI, báo cáo PCI 2016");
    assert_eq!(lines.len(), 15, "{text}");
}

#[test]
fn headings_over_several_columns_are_merged() {
    let mut texts = page(1, 5, false);
    texts.push((290.0, 758.0, 12.0, "Kết quả công bố năm 2016"));
    let book = open(&pdf(&[texts]), "a.pdf").unwrap();
    let text = shown(&book.sheets[0]);
    assert!(
        text.starts_with("1|||Kết quả công bố năm 2016\n2|TT|Tỉnh, thành phố|Điểm|Hạng\n"),
        "{text}"
    );
    assert_eq!(book.sheets[0].merged, [(0, 2, 0, 3)]);
}

#[test]
fn scans_are_distinguished_from_documents_without_tables() {
    for (pages, kind) in [
        (vec![vec![], vec![]], IssueKind::ScannedPdf),
        (
            vec![vec![(400.0, 800.0, 8.0, "Ký bởi: Bộ Nội vụ")], vec![]],
            IssueKind::ScannedPdf,
        ),
        (
            vec![vec![(
                50.0,
                700.0,
                8.0,
                "Quyết định này có hiệu lực từ ngày ký. ".repeat(5).leak() as &str,
            )]],
            IssueKind::UnknownType,
        ),
    ] {
        let issues = open(&pdf(&pages), "a.pdf").unwrap_err();
        assert_eq!(kinds(&issues), [kind]);
    }
    assert_eq!(
        kinds(&open(b"%PDF-1.7 ...", "a.csv").unwrap_err()),
        [IssueKind::NotReadable]
    );
}
