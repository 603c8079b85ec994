//! OpenDocument sheets: comments, drawings, header rows, dates, covered cells.

use super::{
    tables::{pci, table},
    upload,
    workbook_builder::ods,
};

fn text(text: &str, extra: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string">{extra}<text:p>{text}</text:p></table:table-cell>"#)
}

fn number(value: &str, extra: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="float" office:value="{value}">{extra}<text:p>{}</text:p></table:table-cell>"#,
        value.replace('.', ",")
    )
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// Elements that may be attached to a cell without being part of it.
const ATTACHED: &[&str] = &[
    "<office:annotation><dc:creator>An</dc:creator><text:p>Xem lại, 55,00</text:p></office:annotation>",
    r#"<draw:custom-shape><text:p>Số liệu tạm tính 55,00</text:p></draw:custom-shape>"#,
    r#"<draw:frame><draw:text-box><text:p>Năm 2012</text:p></draw:text-box></draw:frame>"#,
    r#"<draw:g><draw:rect><text:p>12</text:p></draw:rect></draw:g>"#,
    r#"<draw:a><draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame></draw:a>"#,
    r#"<draw:line><text:p>1</text:p></draw:line>"#,
    r#"<dr3d:scene><text:p>3</text:p></dr3d:scene>"#,
    r#"<office:annotation office:display="true"><text:list><text:list-item><text:p>Ghi chú</text:p></text:list-item></text:list></office:annotation>"#,
];

#[test]
fn attachments_are_not_part_of_cells() {
    let lines = pci();
    for attached in ATTACHED {
        let head = row(&[
            text("TT", ""),
            text("Tỉnh", attached),
            text("Điểm PCI", attached),
            text("Xếp hạng", ""),
        ]);
        let title = row(&[text("Chỉ số PCI năm 2016", attached)]);
        let body: String = lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let extra = if at % 5 == 0 { attached } else { &"" };
                row(&[
                    number(&(at + 1).to_string(), ""),
                    text(&line.name, extra),
                    number(&line.value, extra),
                    number(&line.rank, extra),
                ])
            })
            .collect();
        for bytes in [
            ods(
                "PCI",
                &format!("{title}<table:table-header-rows>{head}</table:table-header-rows>{body}"),
            ),
            ods(
                "PCI",
                &format!(
                    "<table:table-header-rows>{title}{head}</table:table-header-rows><table:table-rows>{body}</table:table-rows>"
                ),
            ),
            ods(
                "PCI",
                &format!(
                    "<table:shapes>{attached}</table:shapes>{title}<table:table-row-group>{head}{body}</table:table-row-group>"
                ),
            ),
        ] {
            upload("PCI.ods", &bytes, &[("indicator", "pci")]).assert_same(63);
        }
    }
}

#[test]
fn texts_in_paragraphs_spans_and_links() {
    let lines = pci();
    let head = row(&[
        text("Tỉnh", ""),
        text("Điểm</text:p><text:p>PCI 2016", ""),
        text("Xếp hạng", ""),
    ]);
    let body: String = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let name = match at % 3 {
                0 => format!("<text:span>{}</text:span>", line.name.replace(' ', "<text:s/>")),
                1 => format!(r#"<text:a xlink:href="http://x">{}</text:a>"#, line.name),
                _ => line.name.replace(' ', "</text:p><text:p>"),
            };
            let shown = line.value.replace('.', ",");
            let value = match at % 2 {
                0 => number(&line.value, ""),
                _ => text(&shown, ""),
            };
            row(&[text(&name, ""), value, number(&line.rank, "")])
        })
        .collect();
    upload("PCI.ods", &ods("Bảng", &(head + &body)), &[("indicator", "pci")]).assert_same(63);
}

#[test]
fn zeros_shown_as_dashes_and_covered_cells() {
    let lines = table("papi", "total", 2018);
    let head = format!(
        r#"<table:table-row>{}<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>PAPI 2018</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>PAPI 2017</text:p></table:covered-table-cell></table:table-row>"#,
        text("Tỉnh", "")
    );
    let body: String = lines
        .iter()
        .map(|line| {
            let value = if line.value.is_empty() {
                r#"<table:table-cell office:value-type="float" office:value="0"><text:p>-</text:p></table:table-cell>"#
                    .to_owned()
            } else {
                number(&line.value, "")
            };
            row(&[text(&line.name, ""), value])
        })
        .collect();
    upload("PAPI.ods", &ods("Bảng", &(head + &body)), &[("indicator", "papi")]).assert_same(lines.len());
}
