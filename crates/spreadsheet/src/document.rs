//! Tables of documents (HTML, Word): blocks of paragraphs and tables become sheets. A table
//! is a sheet with the paragraphs above it, where its title and year are; a table that goes
//! on after a page break or below a header of its own is one sheet with the part before.

use domain::upload::{FileKind, Issue};

use crate::Workbook;
use crate::budget::Budget;
use crate::workbook::Builder;

/// Paragraphs above a table that are kept as its title.
const ABOVE: usize = 8;

/// Paragraphs below the last table that are kept as its notes.
const BELOW: usize = 20;

/// Columns of a table: as many as a sheet can have.
const COLUMNS: u32 = 16_384;

/// Rows and columns that one cell may span, as browsers allow.
const SPANNED_COLUMNS: u32 = 1000;
const SPANNED_ROWS: u32 = 65_534;

/// Letters of a caption that become the name of its sheet.
const NAME: usize = 60;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Content {
    pub(crate) text: String,
    /// What is written as superscript behind the text.
    pub(crate) mark: String,
    /// The number that the program which wrote the page stored beside the text.
    pub(crate) value: Option<f64>,
}

#[derive(Clone, Debug)]
struct DocumentCell {
    column: u32,
    columns: u32,
    rows: u32,
    content: Content,
}

/// A table while it is read.
#[derive(Debug)]
pub(crate) struct Table<'b> {
    budget: &'b Budget,
    rows: Vec<Vec<DocumentCell>>,
    /// Rows that each column is still covered for by a cell above.
    covered: Vec<u32>,
    /// The row, and the position in it, of the last cell of its own in each column.
    anchors: Vec<(usize, usize)>,
    /// Rows of its header, which may be repeated where the table goes on.
    header_rows: usize,
}

impl<'b> Table<'b> {
    pub(crate) const fn new(budget: &'b Budget) -> Self {
        Self {
            budget,
            rows: Vec::new(),
            covered: Vec::new(),
            anchors: Vec::new(),
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

    /// Adds a cell at the first column of the row that is free.
    pub(crate) fn cell(&mut self, content: Content, columns: u32, rows: u32) -> Result<(), Issue> {
        self.budget.text(content.text.len() + content.mark.len())?;
        let (row, column) = self.place(content, columns, rows.clamp(1, SPANNED_ROWS))?;
        let position = self.rows.get(row).map_or(0, Vec::len).saturating_sub(1);
        self.anchors
            .resize(self.anchors.len().max(column as usize + 1), (usize::MAX, 0));
        self.anchors[column as usize] = (row, position);
        Ok(())
    }

    /// Adds a place that belongs to the cell above it, which becomes higher by a row.
    pub(crate) fn go_on(&mut self, columns: u32) -> Result<(), Issue> {
        let (row, column) = self.place(Content::default(), columns, 0)?;
        let anchor = self.anchors.get(column as usize).copied().unwrap_or((usize::MAX, 0));
        let cell = self.rows.get_mut(anchor.0).and_then(|row| row.get_mut(anchor.1));
        if let Some(cell) = cell {
            let rows = u32::try_from(row - anchor.0 + 1).unwrap_or(u32::MAX);
            cell.rows = rows.min(SPANNED_ROWS);
        }
        Ok(())
    }

    /// Adds a cell; its row and column.
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
            return Err(self.budget.too_much());
        }
        let end = (column + columns) as usize;
        self.covered.resize(self.covered.len().max(end), 0);
        // This row counts too: it is taken off when the next one begins.
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

    /// Says how many rows are the header, where that is known.
    pub(crate) const fn set_header_rows(&mut self, rows: usize) {
        self.header_rows = rows;
    }

    /// Adds words to the cell that was added last.
    pub(crate) fn extend_last(&mut self, text: &str) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.content.text.push(' ');
            cell.content.text.push_str(text);
        }
    }

    /// Texts of the header, for comparing it with another.
    fn header(&self) -> Vec<String> {
        let rows = self.rows.iter().take(self.header_rows).flatten();
        rows.map(|cell| cell.content.text.trim().to_owned()).collect()
    }

    /// True when the table is one of figures: some row has several cells with texts.
    fn has_columns(&self) -> bool {
        let filled = |row: &Vec<DocumentCell>| row.iter().filter(|cell| !cell.content.text.trim().is_empty()).count();
        self.rows.iter().any(|row| filled(row) > 1)
    }
}

/// A part of a document.
enum Block<'b> {
    Paragraph(String),
    Table(Table<'b>),
}

/// A document while it is read.
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

    /// Adds a table; one without columns is a frame around paragraphs.
    pub(crate) fn table(&mut self, table: Table<'b>) {
        if table.has_columns() {
            self.blocks.push(Block::Table(table));
            return;
        }
        let texts = table.rows.into_iter().flatten().map(|cell| cell.content.text);
        let texts = texts.filter(|text| !text.trim().is_empty());
        self.blocks.extend(texts.map(Block::Paragraph));
    }

    /// The document's tables as sheets; `None` if it has none.
    ///
    /// # Errors
    /// More than the budget.
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
                    let same = sheet.as_ref().is_some_and(|sheet| sheet.goes_on(&table, &above));
                    if !same {
                        sheet = Some(Sheet::begin(&mut builder, &above, &table)?);
                    }
                    if let Some(sheet) = &mut sheet {
                        sheet.table(&mut builder, table, same)?;
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

/// True for what follows a table rather than begins another one.
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

    /// True when a table is the next part of this one: nothing is between them, or its
    /// header is repeated.
    fn goes_on(&self, table: &Table<'_>, above: &[String]) -> bool {
        let same_header = !self.header.is_empty() && table.header() == self.header;
        table.width() == self.width && (above.is_empty() || (same_header && above.len() <= 2))
    }

    fn line(&mut self, builder: &mut Builder<'_>, text: &str) -> Result<(), Issue> {
        builder.put(self.row, 0, crate::workbook::text_cell(text))?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn table(&mut self, builder: &mut Builder<'_>, table: Table<'_>, goes_on: bool) -> Result<(), Issue> {
        let repeated = goes_on && table.header() == self.header;
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
