//! Converts tables of documents (HTML, Word, PDF) to sheets. A sheet consists of a table and the paragraphs above it,
//! which contain its title and year. A table that continues after a page break or below a repeated header is appended
//! to the sheet of its first part.

use domain::upload::{FileKind, Issue};

use crate::Workbook;
use crate::budget::Budget;
use crate::workbook::Builder;

/// Number of paragraphs above a table that become its title.
const ABOVE: usize = 8;

/// Number of paragraphs below the last table that become its notes.
const BELOW: usize = 20;

/// Maximum number of columns of a table, as in a spreadsheet.
const COLUMNS: u32 = 16_384;

/// Maximum numbers of columns and rows that one cell may span, as in browsers.
const SPANNED_COLUMNS: u32 = 1000;
const SPANNED_ROWS: u32 = 65_534;

/// Maximum length of a sheet name taken from a caption, in characters.
const NAME: usize = 60;

/// The content of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Content {
    pub(crate) text: String,
    /// The superscript after the text, usually a footnote mark.
    pub(crate) mark: String,
    /// The numeric value stored by the program that wrote the page, in addition to the text.
    pub(crate) value: Option<f64>,
}

#[derive(Clone, Debug)]
struct DocumentCell {
    column: u32,
    columns: u32,
    rows: u32,
    content: Content,
}

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Table<'b> {
    budget: &'b Budget,
    rows: Vec<Vec<DocumentCell>>,
    /// The number of further rows in which each column is covered by a cell above.
    covered: Vec<u32>,
    /// The row of the last cell that starts in each column, and its position in that row.
    last_cells: Vec<(usize, usize)>,
    /// Number of header rows, which may be repeated where the table continues.
    header_rows: usize,
}

impl<'b> Table<'b> {
    pub(crate) const fn new(budget: &'b Budget) -> Self {
        Self {
            budget,
            rows: Vec::new(),
            covered: Vec::new(),
            last_cells: Vec::new(),
            header_rows: 1,
        }
    }

    pub(crate) fn begin_row(&mut self) -> Result<(), Issue> {
        if !self.rows.is_empty() {
            self.budget.steps(self.covered.len() as u64)?;
            for rows in &mut self.covered {
                *rows = rows.saturating_sub(1);
            }
        }
        self.budget.steps(1)?;
        self.rows.push(Vec::new());
        Ok(())
    }

    /// Adds a cell at the first free column of the row.
    pub(crate) fn cell(&mut self, content: Content, columns: u32, rows: u32) -> Result<(), Issue> {
        self.budget.text(content.text.len() + content.mark.len())?;
        let (row, column) = self.place(content, columns, rows.clamp(1, SPANNED_ROWS))?;
        let position = self.rows.get(row).map_or(0, Vec::len).saturating_sub(1);
        self.last_cells
            .resize(self.last_cells.len().max(column as usize + 1), (usize::MAX, 0));
        self.last_cells[column as usize] = (row, position);
        Ok(())
    }

    /// Adds a cell that continues the one above it, whose row span grows by one.
    pub(crate) fn continue_cell(&mut self, columns: u32) -> Result<(), Issue> {
        let (row, column) = self.place(Content::default(), columns, 0)?;
        let last_cell = self.last_cells.get(column as usize).copied().unwrap_or((usize::MAX, 0));
        let cell = self.rows.get_mut(last_cell.0).and_then(|row| row.get_mut(last_cell.1));
        if let Some(cell) = cell {
            let rows = u32::try_from(row - last_cell.0 + 1).unwrap_or(u32::MAX);
            cell.rows = rows.min(SPANNED_ROWS);
        }
        Ok(())
    }

    /// Adds a cell and returns its row and column.
    fn place(&mut self, content: Content, columns: u32, rows: u32) -> Result<(usize, u32), Issue> {
        if self.rows.is_empty() {
            self.begin_row()?;
        }
        let columns = columns.clamp(1, SPANNED_COLUMNS);
        self.budget.steps(u64::from(columns))?;
        let number = self.rows.len().saturating_sub(1);
        let row = &mut self.rows[number];
        let mut column = row.last().map_or(0, |cell| cell.column + cell.columns);
        while self.covered.get(column as usize).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        if column + columns > COLUMNS {
            return Err(self.budget.limit_issue());
        }
        let end = (column + columns) as usize;
        self.covered.resize(self.covered.len().max(end), 0);
        // Includes the current row, which is subtracted when the next row begins.
        self.covered[column as usize..end].fill(rows);
        row.push(DocumentCell {
            column,
            columns,
            rows,
            content,
        });
        Ok((number, column))
    }

    fn width(&self) -> u32 {
        let ends = self.rows.iter().flatten().map(|cell| cell.column + cell.columns);
        ends.max().unwrap_or(0)
    }

    /// Sets the number of header rows, where it is known.
    pub(crate) const fn set_header_rows(&mut self, rows: usize) {
        self.header_rows = rows;
    }

    /// Appends text to the cell that was added last.
    pub(crate) fn extend_last(&mut self, text: &str) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.content.text.push(' ');
            cell.content.text.push_str(text);
        }
    }

    /// Returns the texts of the header, to compare it with another one.
    fn header(&self) -> Vec<String> {
        let rows = self.rows.iter().take(self.header_rows).flatten();
        rows.map(|cell| cell.content.text.trim().to_owned()).collect()
    }

    /// Returns true if some row has several non-empty cells; a table without one is only used for layout.
    fn has_columns(&self) -> bool {
        let filled = |row: &Vec<DocumentCell>| row.iter().filter(|cell| !cell.content.text.trim().is_empty()).count();
        self.rows.iter().any(|row| filled(row) > 1)
    }
}

/// A block of a document.
enum Block<'b> {
    Paragraph(String),
    Table(Table<'b>),
}

/// A document that is being read.
pub(crate) struct Document<'b> {
    budget: &'b Budget,
    blocks: Vec<Block<'b>>,
}

impl<'b> Document<'b> {
    pub(crate) const fn new(budget: &'b Budget) -> Self {
        Self {
            budget,
            blocks: Vec::new(),
        }
    }

    pub(crate) fn paragraph(&mut self, text: &str) -> Result<(), Issue> {
        let text = text.trim();
        if !text.is_empty() {
            self.budget.text(text.len())?;
            self.blocks.push(Block::Paragraph(text.to_owned()));
        }
        Ok(())
    }

    /// Adds a table; one without columns is a layout frame, and its cells become paragraphs.
    pub(crate) fn table(&mut self, table: Table<'b>) {
        if table.has_columns() {
            self.blocks.push(Block::Table(table));
            return;
        }
        let texts = table.rows.into_iter().flatten().map(|cell| cell.content.text);
        let texts = texts.filter(|text| !text.trim().is_empty());
        self.blocks.extend(texts.map(Block::Paragraph));
    }

    /// Converts the document's tables to sheets; `None` if it has none.
    ///
    /// # Errors
    /// If the budget is exceeded.
    pub(crate) fn finish(self, kind: FileKind) -> Result<Option<Workbook>, Issue> {
        let mut builder = Builder::new(self.budget);
        let mut above: Vec<String> = Vec::new();
        let mut sheet: Option<Sheet> = None;
        for block in self.blocks {
            match block {
                Block::Paragraph(text) => match &mut sheet {
                    Some(sheet) if above.is_empty() && is_note(&text) => sheet.line(&mut builder, &text)?,
                    _ => above.push(text),
                },
                Block::Table(table) => {
                    let continues = sheet
                        .as_ref()
                        .is_some_and(|sheet| sheet.is_continued_by(&table, &above));
                    if !continues {
                        sheet = Some(Sheet::begin(&mut builder, &above, &table)?);
                    }
                    if let Some(sheet) = &mut sheet {
                        sheet.table(&mut builder, table, continues)?;
                    }
                    above.clear();
                }
            }
        }
        let Some(mut last) = sheet else {
            return Ok(None);
        };
        for text in above.iter().take(BELOW) {
            last.line(&mut builder, text)?;
        }
        builder.finish(kind).map(Some)
    }
}

/// Returns true for a note or source line, which belongs to the table above.
fn is_note(text: &str) -> bool {
    let start = text.trim_start_matches(['(', '*', '[', ' ']).to_lowercase();
    ["nguồn", "ghi chú", "source", "note", "chú thích"]
        .iter()
        .any(|word| start.starts_with(word))
}

/// The sheet that is being filled.
struct Sheet {
    row: u32,
    width: u32,
    header: Vec<String>,
}

impl Sheet {
    fn begin(builder: &mut Builder<'_>, above: &[String], table: &Table<'_>) -> Result<Self, Issue> {
        let above = &above[above.len().saturating_sub(ABOVE)..];
        let is_caption = |text: &&String| {
            let text = text.to_lowercase();
            ["bảng", "biểu", "phụ lục", "table", "annex"]
                .iter()
                .any(|word| text.starts_with(word))
        };
        let caption = above.iter().rev().find(is_caption).or(above.last());
        let name: String = caption.map_or("", String::as_str).chars().take(NAME).collect();
        builder.begin_sheet(name.trim(), false);
        let mut sheet = Self {
            row: 0,
            width: table.width(),
            header: table.header(),
        };
        for text in above {
            sheet.line(builder, text)?;
        }
        Ok(sheet)
    }

    /// Returns true if a table continues this sheet: either no paragraph separates them, or the header is repeated.
    fn is_continued_by(&self, table: &Table<'_>, above: &[String]) -> bool {
        let same_header = !self.header.is_empty() && table.header() == self.header;
        table.width() == self.width && (above.is_empty() || (same_header && above.len() <= 2))
    }

    fn line(&mut self, builder: &mut Builder<'_>, text: &str) -> Result<(), Issue> {
        builder.put(self.row, 0, crate::workbook::text_cell(text))?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn table(&mut self, builder: &mut Builder<'_>, table: Table<'_>, continues: bool) -> Result<(), Issue> {
        let repeated = continues && table.header() == self.header;
        let skipped = if repeated { table.header_rows } else { 0 };
        for cells in table.rows.into_iter().skip(skipped) {
            for cell in cells {
                let (row, column) = (self.row, cell.column);
                if cell.rows > 1 || (cell.rows == 1 && cell.columns > 1) {
                    let last = (row.saturating_add(cell.rows - 1), column + cell.columns - 1);
                    builder.merge((row, column, last.0, last.1))?;
                }
                match cell.content.value {
                    Some(value) => builder.put(row, column, crate::Cell::Number(value))?,
                    None => builder.put_marked(row, column, &cell.content.text, &cell.content.mark)?,
                }
            }
            self.row = self.row.saturating_add(1);
        }
        Ok(())
    }
}
