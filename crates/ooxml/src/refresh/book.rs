//! The cells of an embedded workbook: whether anybody changed them.

use super::{
    archive::{Archive, Parts as _},
    data::digits,
    tree::{child, is, paragraph, parse, print},
};

/// Returns the fingerprint of all cells with a value; of the bytes if they are no workbook that can be read.
pub(super) fn cells(bytes: &[u8]) -> String {
    read(bytes).map_or_else(|| print([bytes]), print)
}

/// Returns sheet, cell and value of each cell.
fn read(bytes: &[u8]) -> Option<Vec<String>> {
    let mut archive = Archive::open(bytes.to_vec()).ok()?;
    let shared = match archive.part("xl/sharedStrings.xml").ok()? {
        Some(bytes) => strings(&String::from_utf8(bytes).ok()?)?,
        None => Vec::new(),
    };
    let mut all = Vec::new();
    for sheet in (1..).map(|n| format!("xl/worksheets/sheet{n}.xml")) {
        let Some(bytes) = archive.part(&sheet).ok()? else { break };
        let text = String::from_utf8(bytes).ok()?;
        let document = parse(&sheet, &text).ok()?;
        for cell in document.descendants().filter(|node| is(*node, "c")) {
            let raw = child(cell, "v").and_then(|node| node.text()).unwrap_or_default();
            let value = match cell.attribute("t") {
                Some("s") => shared.get(raw.parse::<usize>().ok()?)?.clone(),
                Some("inlineStr") => paragraph(cell),
                _ => raw.parse::<f64>().map_or_else(|_| raw.to_owned(), digits),
            };
            if !value.is_empty() {
                all.push(format!("{sheet} {} {value}", cell.attribute("r").unwrap_or_default()));
            }
        }
    }
    Some(all)
}

fn strings(text: &str) -> Option<Vec<String>> {
    let document = parse("xl/sharedStrings.xml", text).ok()?;
    let items = document.root_element().children().filter(|node| is(*node, "si"));
    Some(items.map(paragraph).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_workbook_is_written_does_not_count_but_its_cells_do() {
        let book = |value: f64, note: &str| {
            let mut book = rust_xlsxwriter::Workbook::new();
            let sheet = book.add_worksheet();
            sheet.write_string(0, 0, "Điểm").unwrap();
            sheet.write_number(1, 0, value).unwrap();
            book.set_properties(&rust_xlsxwriter::DocProperties::new().set_comment(note));
            book.save_to_buffer().unwrap()
        };
        assert_eq!(cells(&book(66.45, "a")), cells(&book(66.45, "b")));
        assert_ne!(cells(&book(66.45, "a")), cells(&book(66.46, "a")));
        assert_ne!(cells(b"x"), cells(b"y"));
    }
}
