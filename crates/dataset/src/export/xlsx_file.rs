//! XLSX: typed cells, displayed with their published decimals.

use std::{collections::HashMap, io::Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use super::{ExportError, FIELDS, Format, Kind, Table, cells, decimals, kind, parse_number, write_error};

/// The meaning of the columns, for the sheet `readme`.
const MEANINGS: [(&str, &str, &str); 20] = [
    ("indicator", "chỉ số, theo mã", "the indicator's id"),
    ("component", "thành phần của chỉ số, theo mã", "the component's id"),
    (
        "province",
        "tỉnh, thành phố theo mã; vn là cả nước",
        "province's id; vn is the whole country",
    ),
    ("year", "năm của số liệu", "reference year"),
    (
        "as_of",
        "thời điểm, khi nguồn nói rõ hơn năm",
        "the moment, where the source is finer than the year",
    ),
    (
        "value",
        "giá trị; cột value_origin nói từ đâu",
        "the value; value_origin states its origin",
    ),
    (
        "of",
        "mẫu số hoặc điểm tối đa mà nguồn nêu",
        "denominator or maximum that the source states",
    ),
    (
        "rank",
        "hạng đã công bố, không bao giờ tính lại",
        "the published rank, never computed",
    ),
    ("rank_of", "tổng số đơn vị được xếp hạng", "number of units ranked"),
    (
        "tier",
        "nhóm, bậc theo lời của nguồn",
        "the publisher's tier, in its own words",
    ),
    (
        "approx",
        "about, over, under: số gần đúng",
        "about, over, under: not an exact figure",
    ),
    ("low", "cận dưới khoảng tin cậy 95 %", "lower end of the 95 % interval"),
    ("high", "cận trên khoảng tin cậy 95 %", "upper end of the 95 % interval"),
    ("se", "sai số chuẩn", "standard error"),
    ("missing", "vì sao không có giá trị", "why there is no value"),
    (
        "source",
        "nguồn, xem trang sources",
        "the source, see the sheet sources",
    ),
    ("origin", "dòng trong tệp gốc", "row in the original file"),
    ("note_vi", "ghi chú tiếng Việt", "note in Vietnamese"),
    ("note_en", "ghi chú tiếng Anh", "note in English"),
    (
        "value_origin",
        "published: nguồn công bố; computed_by_rule: Thước Đo tính theo quy tắc của nhà công bố",
        "published: given by the source; computed_by_rule: computed by Thước Đo with the publisher's rule",
    ),
];

pub(super) fn write(table: &Table<'_>, mut out: impl Write) -> Result<(), ExportError> {
    let failed = |error: XlsxError| write_error(Format::Xlsx, error);
    let mut book = Workbook::new();
    // The day of the edition, not of the export: the same edition yields the same bytes.
    let day = ExcelDateTime::parse_from_str(&table.snapshot.edition.published.iso()).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let bold = CellFormat::new().set_bold();
    let sheet = book.add_worksheet();
    figures_header(sheet, &bold).map_err(failed)?;
    let mut figures = Figures {
        sheet,
        next: 1,
        formats: HashMap::new(),
    };
    for sheet in table.sheets() {
        let (indicator, sheet) = sheet?;
        for row in sheet.rows() {
            figures.write(indicator, cells(row)).map_err(failed)?;
        }
    }
    sources(book.add_worksheet(), table, &bold).map_err(failed)?;
    readme(book.add_worksheet(), table, &bold).map_err(failed)?;
    let book = book.save_to_buffer().map_err(failed)?;
    out.write_all(&book).map_err(|e| write_error(Format::Xlsx, e))
}

/// Writes a text verbatim: one that begins with `=` is not a formula. rust_xlsxwriter would write a text that begins
/// and ends like rich-text markup unescaped. As a rich text with one run it is escaped, except for underscores, which
/// could form an escaped character.
pub(crate) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &CellFormat,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    if text.starts_with("<r>") && text.ends_with("</r>") {
        let piece = text.replace('_', "_x005F_");
        sheet.write_rich_string_with_format(row, column, &[(&CellFormat::new(), &piece)], format)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

fn write_header<'a>(
    sheet: &mut Worksheet,
    names: impl Iterator<Item = &'a str>,
    bold: &CellFormat,
) -> Result<(), XlsxError> {
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(0, column, name, bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn figures_header(sheet: &mut Worksheet, bold: &CellFormat) -> Result<(), XlsxError> {
    sheet.set_name("figures")?;
    write_header(sheet, std::iter::once("indicator").chain(FIELDS), bold)?;
    for (column, width) in [(0, 16), (1, 24), (2, 18), (15, 28), (16, 28), (17, 40), (18, 40)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// The sheet of figures; texts that begin with `=` are not formulas.
struct Figures<'a> {
    sheet: &'a mut Worksheet,
    /// The next line.
    next: u32,
    /// Formats by the number of decimals.
    formats: HashMap<usize, CellFormat>,
}

impl Figures<'_> {
    fn write(&mut self, indicator: &str, cells: [&str; FIELDS.len()]) -> Result<(), XlsxError> {
        let plain = CellFormat::new();
        let line = self.next;
        self.next += 1;
        write_text(self.sheet, line, 0, indicator, &plain)?;
        for ((column, field), text) in (1..).zip(FIELDS).zip(cells) {
            if text.is_empty() {
                continue;
            }
            match (kind(field), parse_number(text)) {
                (Kind::Number, Some(value)) => {
                    let digits = decimals(text);
                    let format = self.formats.entry(digits).or_insert_with(|| decimal_format(digits));
                    self.sheet.write_number_with_format(line, column, value, format)?;
                }
                (Kind::Whole, Some(value)) => {
                    self.sheet.write_number(line, column, value)?;
                }
                _ => {
                    write_text(self.sheet, line, column, text, &plain)?;
                }
            }
        }
        Ok(())
    }
}

pub(crate) fn decimal_format(digits: usize) -> CellFormat {
    let code = match digits {
        0 => "0".to_owned(),
        digits => format!("0.{}", "0".repeat(digits)),
    };
    CellFormat::new().set_num_format(code)
}

fn sources(sheet: &mut Worksheet, table: &Table<'_>, bold: &CellFormat) -> Result<(), XlsxError> {
    sheet.set_name("sources")?;
    let plain = CellFormat::new();
    let names = ["id", "title", "publisher", "url", "published", "kind", "note"];
    write_header(sheet, names.into_iter(), bold)?;
    for (line, source) in (1..).zip(&table.snapshot.catalogue.sources) {
        let texts = [
            &source.slug,
            &source.title,
            &source.publisher,
            &source.url,
            &source.published,
            source.kind.code(),
            &source.note,
        ];
        for (column, text) in (0..).zip(texts) {
            write_text(sheet, line, column, text, &plain)?;
        }
    }
    for (column, width) in [(0, 30), (1, 60), (2, 30), (3, 40)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

fn readme(sheet: &mut Worksheet, table: &Table<'_>, bold: &CellFormat) -> Result<(), XlsxError> {
    sheet.set_name("readme")?;
    let edition = &table.snapshot.edition;
    let number = edition.number.to_string();
    let published = edition.published.iso();
    let rows = table.len().to_string();
    let mut lines: Vec<[&str; 3]> = vec![
        ["Thước Đo", "Ấn bản", "Edition"],
        ["number", &number, &number],
        ["published", &published, &published],
        ["note", &edition.note.vi, &edition.note.en],
        ["rows", &rows, &rows],
        ["", "", ""],
        ["figures", "Cột", "Column"],
    ];
    lines.extend(MEANINGS.map(|(name, vi, en)| [name, vi, en]));
    lines.push(["", "", ""]);
    lines.push(["indicator", "Chỉ số", "Indicator"]);
    for (_, indicator) in table.snapshot.catalogue.indicators() {
        lines.push([&indicator.slug, &indicator.name.vi, &indicator.name.en]);
        lines.push(["", &indicator.licence.vi, &indicator.licence.en]);
    }
    let plain = CellFormat::new();
    for (line, texts) in (0..).zip(lines) {
        for (column, text) in (0..).zip(texts) {
            if column == 0 {
                sheet.write_string_with_format(line, column, text, bold)?;
            } else {
                write_text(sheet, line, column, text, &plain)?;
            }
        }
    }
    for (column, width) in [(0, 14), (1, 60), (2, 60)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}
