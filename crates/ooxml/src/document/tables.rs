//! Writes tables: a header row that repeats on each page, numbers on the right.

use domain::briefing::{Align, BriefColumn, BriefTable, Phrase};

use super::{body::Body, page::WIDTH};
use crate::{text::clean, xml::Xml};

/// Most characters of a cell that count for the width of its column: longer texts wrap.
const MOST_COUNTED: usize = 34;
/// Least characters of a column, and how many its margins are wide.
const LEAST_COUNTED: usize = 6;
const MARGINS: usize = 4;

impl Body<'_, '_> {
    pub(super) fn table(&mut self, x: &mut Xml, table: &BriefTable) {
        if !table.caption.is_empty() {
            self.paragraph(x, "Caption", &Phrase::plain(table.caption.clone()));
        }
        let widths = widths(table);
        x.within("w:tbl", &[], |x| {
            properties(x, &clean(&table.caption));
            x.within("w:tblGrid", &[], |x| {
                for width in &widths {
                    x.leaf("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            let heads: Vec<Phrase> = table
                .columns
                .iter()
                .map(|column| Phrase::plain(column.heading.clone()))
                .collect();
            self.row(x, (&table.columns, &widths), &heads, true);
            for cells in &table.rows {
                self.row(x, (&table.columns, &widths), cells, false);
            }
        });
        for note in &table.notes {
            self.paragraph(x, "Small", &Phrase::plain(note.clone()));
        }
        if table.notes.is_empty() {
            // Two tables without a paragraph between them would become one.
            self.paragraph(x, "Small", &Phrase::default());
        }
    }

    fn row(&mut self, x: &mut Xml, (columns, widths): (&[BriefColumn], &[u32]), cells: &[Phrase], head: bool) {
        x.within("w:tr", &[], |x| {
            x.within("w:trPr", &[], |x| {
                x.leaf("w:cantSplit", &[]);
                if head {
                    x.leaf("w:tblHeader", &[]);
                }
            });
            for ((column, width), cell) in columns.iter().zip(widths).zip(cells) {
                x.within("w:tc", &[], |x| {
                    x.within("w:tcPr", &[], |x| {
                        x.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                        if head {
                            x.leaf("w:vAlign", &[("w:val", "bottom")]);
                        }
                    });
                    let style = match column.align {
                        Align::Start => "TableText",
                        Align::End => "TableNumber",
                    };
                    self.styled(x, style, cell, head);
                });
            }
        });
    }
}

fn properties(x: &mut Xml, caption: &str) {
    x.within("w:tblPr", &[], |x| {
        x.leaf("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
        x.within("w:tblBorders", &[], |x| {
            for (side, size) in [("w:top", "8"), ("w:bottom", "8"), ("w:insideH", "4")] {
                x.leaf(
                    side,
                    &[
                        ("w:val", "single"),
                        ("w:sz", size),
                        ("w:space", "0"),
                        ("w:color", "B4B0A4"),
                    ],
                );
            }
        });
        x.leaf("w:tblLayout", &[("w:type", "fixed")]);
        x.within("w:tblCellMar", &[], |x| {
            for side in ["w:left", "w:right"] {
                x.leaf(side, &[("w:w", "70"), ("w:type", "dxa")]);
            }
        });
        x.leaf("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
        if !caption.is_empty() {
            x.leaf("w:tblCaption", &[("w:val", caption)]);
        }
    });
}

/// Widths of the columns in twentieths of a point, by their longest texts; together the width of the page.
fn widths(table: &BriefTable) -> Vec<u32> {
    let length = |text: &str| text.chars().count().min(MOST_COUNTED);
    let counted = table.columns.iter().enumerate().map(|(at, column)| {
        // A heading wraps between words.
        let head = column.heading.split(' ').map(length).max().unwrap_or_default();
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let cells = cells
            .map(|cell| length(&cell.text) + 2 * cell.sources.len())
            .max()
            .unwrap_or_default();
        u32::try_from(head.max(cells).max(LEAST_COUNTED) + MARGINS).unwrap_or(u32::MAX)
    });
    let counted: Vec<u32> = counted.collect();
    let total = counted.iter().sum::<u32>().max(1);
    counted.into_iter().map(|count| count * WIDTH / total).collect()
}
