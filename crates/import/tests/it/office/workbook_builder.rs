//! Builds workbooks part by part, with the quirks of different writers.

use std::io::{Cursor, Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// Returns a package of parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Returns the letters of a column, from 0.
pub(crate) fn letters(column: usize) -> String {
    domain::upload::column_letters(u32::try_from(column + 1).unwrap())
}

/// A sheet being built.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    cells: std::collections::BTreeMap<(u32, usize), String>,
    pub(crate) merged: Vec<String>,
    /// Elements before the cells.
    pub(crate) before: String,
}

impl Sheet {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Adds a cell by the attributes and content of its element. Rows count from 1, columns from 0.
    pub(crate) fn raw(&mut self, row: u32, column: usize, attributes: &str, inside: &str) -> &mut Self {
        let name = format!("{}{row}", letters(column));
        let cell = format!(r#"<c r="{name}"{attributes}>{inside}</c>"#);
        self.cells.insert((row, column), cell);
        self
    }

    pub(crate) fn text(&mut self, row: u32, column: usize, text: &str) -> &mut Self {
        let inside = format!(r#"<is><t xml:space="preserve">{}</t></is>"#, escape(text));
        self.raw(row, column, r#" t="inlineStr""#, &inside)
    }

    pub(crate) fn number(&mut self, row: u32, column: usize, number: &str) -> &mut Self {
        if number.is_empty() {
            return self;
        }
        self.raw(row, column, "", &format!("<v>{number}</v>"))
    }

    /// Adds a row of texts; empty ones create no cells.
    pub(crate) fn texts(&mut self, row: u32, texts: &[&str]) -> &mut Self {
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            self.text(row, column, text);
        }
        self
    }

    pub(crate) fn merge(&mut self, area: &str) -> &mut Self {
        self.merged.push(area.to_owned());
        self
    }

    fn xml(&self, main: &str) -> String {
        let mut rows = String::new();
        let mut at = 0;
        for ((row, _), cell) in &self.cells {
            if *row != at {
                rows.push_str(if at == 0 { "" } else { "</row>" });
                rows.push_str(&format!(r#"<row r="{row}">"#));
                at = *row;
            }
            rows.push_str(cell);
        }
        if at > 0 {
            rows.push_str("</row>");
        }
        let merged: String = self
            .merged
            .iter()
            .map(|a| format!(r#"<mergeCell ref="{a}"/>"#))
            .collect();
        let merged = if merged.is_empty() {
            merged
        } else {
            format!("<mergeCells>{merged}</mergeCells>")
        };
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{}<sheetData>{rows}</sheetData>{merged}</worksheet>"#,
            self.before
        )
    }
}

/// A workbook being built.
#[derive(Clone, Debug, Default)]
pub(crate) struct WorkbookBuilder {
    pub(crate) sheets: Vec<Sheet>,
    /// Whether to use the namespaces of Strict OOXML.
    pub(crate) strict: bool,
    /// Whether dates count from 1904.
    pub(crate) from_1904: bool,
    /// Number formats from 164 on; the style of each is its position, from 1.
    pub(crate) formats: Vec<String>,
    /// Elements after the list of sheets.
    pub(crate) after: String,
}

impl WorkbookBuilder {
    pub(crate) fn of(sheet: Sheet) -> Self {
        Self {
            sheets: vec![sheet],
            ..Self::default()
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let (main, relations) = if self.strict {
            (STRICT, STRICT_RELATIONS)
        } else {
            (MAIN, RELATIONS)
        };
        let mut list = String::new();
        let mut parts = Vec::new();
        let mut rels = format!(r#"<Relationship Id="rId900" Type="{relations}/styles" Target="styles.xml"/>"#);
        for (at, sheet) in (1..).zip(&self.sheets) {
            let name = if sheet.name.is_empty() {
                format!("Sheet{at}")
            } else {
                escape(&sheet.name)
            };
            list.push_str(&format!(r#"<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>"#));
            rels.push_str(&format!(
                r#"<Relationship Id="rId{at}" Type="{relations}/worksheet" Target="worksheets/sheet{at}.xml"/>"#
            ));
            parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet.xml(main)));
        }
        let wrap = |rels: &str| {
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>"#
            )
        };
        let root = wrap(&format!(
            r#"<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>"#
        ));
        let properties = if self.from_1904 {
            r#"<workbookPr date1904="1"/>"#
        } else {
            "<workbookPr/>"
        };
        let workbook = format!(
            r#"<workbook xmlns="{main}" xmlns:r="{relations}">{properties}<sheets>{list}</sheets>{}</workbook>"#,
            self.after
        );
        let formats = self.formats.iter().enumerate();
        let formats: String = formats
            .map(|(at, code)| format!(r#"<numFmt numFmtId="{}" formatCode="{}"/>"#, 164 + at, escape(code)))
            .collect();
        let styles: String = (0..self.formats.len())
            .map(|at| format!(r#"<xf numFmtId="{}" applyNumberFormat="1"/>"#, 164 + at))
            .collect();
        let styles = format!(
            r#"<styleSheet xmlns="{main}"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>"#
        );
        let rels = wrap(&rels);
        let mut all: Vec<(&str, &str)> = vec![
            ("_rels/.rels", &root),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", &rels),
            ("xl/styles.xml", &styles),
        ];
        all.extend(parts.iter().map(|(name, xml)| (name.as_str(), xml.as_str())));
        zipped(&all)
    }
}

/// Returns an OpenDocument sheet with the given rows.
pub(crate) fn ods(name: &str, rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet>
        <table:table table:name="{}">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        escape(name)
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ])
}
