//! Tables of a workbook: references to them, and the numbering of their columns.

use std::{fmt, str::FromStr};

/// A reference to a table: a sheet, or some of its rows if it has several tables one below the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableRef {
    /// Name of the sheet.
    pub sheet: String,
    /// First and last row of the table, from 1; `None` for all rows of the sheet.
    pub rows: Option<(u32, u32)>,
}

impl TableRef {
    /// Returns true if both refer to the same table. Sheet names are compared without surplus spaces.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.rows == other.rows && crate::tidy(&self.sheet) == crate::tidy(&other.sheet)
    }
}

impl fmt::Display for TableRef {
    /// Formats as `12-80:PCI 2016`, or `:PCI 2016` for the whole sheet.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(rows) = self.rows {
            write!(f, "{}", rows_code(rows))?;
        }
        write!(f, ":{}", self.sheet)
    }
}

impl FromStr for TableRef {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (rows, sheet) = text.split_once(':').ok_or(())?;
        let rows = match rows {
            "" => None,
            rows => Some(rows_from_code(rows).ok_or(())?),
        };
        Ok(Self {
            sheet: sheet.to_owned(),
            rows,
        })
    }
}

/// Formats a range of rows for forms: `12-80`.
#[must_use]
pub fn rows_code((first, last): (u32, u32)) -> String {
    format!("{first}-{last}")
}

/// Parses a range of rows formatted by [`rows_code`]. `None` if the text does not have that form.
#[must_use]
pub fn rows_from_code(code: &str) -> Option<(u32, u32)> {
    let (first, last) = code.split_once('-')?;
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|n| *n > 0);
    number(first).zip(number(last)).filter(|(first, last)| first <= last)
}

/// The offset between the column numbers of consecutive tables of a draft. No sheet has this many columns or rows.
const TABLE_OFFSET: u32 = 1 << 20;

/// Returns the number of a column among all columns of a draft; `table` is the position of its table, from 0.
#[must_use]
pub fn column_of_table(table: usize, number: u32) -> u32 {
    let table = u32::try_from(table).unwrap_or(u32::MAX);
    table.saturating_mul(TABLE_OFFSET).saturating_add(number)
}

/// Returns the position of a column's table, and the column's number in the file.
#[must_use]
pub const fn column_in_table(at: u32) -> (usize, u32) {
    ((at / TABLE_OFFSET) as usize, at % TABLE_OFFSET)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_references_round_trip_as_text() {
        for (sheet, rows) in [("PCI: 2016", Some((12, 80))), ("Tổng hợp", None), ("", Some((1, 1)))] {
            let table = TableRef {
                sheet: sheet.to_owned(),
                rows,
            };
            assert_eq!(table.to_string().parse(), Ok(table));
        }
        for wrong in ["", "Tổng hợp", "80-12:x", "0-3:x", "a-b:x"] {
            assert_eq!(wrong.parse::<TableRef>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn column_numbers_of_tables_do_not_collide() {
        assert_eq!(column_of_table(0, 7), 7);
        assert_eq!(column_in_table(column_of_table(2, 16_384)), (2, 16_384));
        assert_eq!(column_in_table(7), (0, 7));
    }
}
