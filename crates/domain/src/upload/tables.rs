//! Tables of a workbook: which of them a draft reads, and how their columns are numbered.

use std::{fmt, str::FromStr};

/// A table: a sheet, or some of its rows where several tables are one below the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableRef {
    /// Name of the sheet.
    pub sheet: String,
    /// First and last line of the sheet that belong to the table, from 1; `None` for all.
    pub rows: Option<(u32, u32)>,
}

impl TableRef {
    /// Whether both name the same table: names of sheets are compared without surplus spaces.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.rows == other.rows && crate::tidy(&self.sheet) == crate::tidy(&other.sheet)
    }
}

impl fmt::Display for TableRef {
    /// `12-80:PCI 2016`, or `:PCI 2016` for the whole sheet.
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

/// Lines of a sheet as forms write them: `12-80`.
#[must_use]
pub fn rows_code((first, last): (u32, u32)) -> String {
    format!("{first}-{last}")
}

/// The lines that [`rows_code`] wrote; `None` if the text is not of that form.
#[must_use]
pub fn rows_from_code(code: &str) -> Option<(u32, u32)> {
    let (first, last) = code.split_once('-')?;
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|n| *n > 0);
    number(first).zip(number(last)).filter(|(first, last)| first <= last)
}

/// Columns of a draft's second and further tables have numbers of their own: the table's position times this is
/// added. No sheet has so many columns or rows.
const OF_A_TABLE: u32 = 1 << 20;

/// The number of a column among all columns of a draft, where `table` is the position of its table, from 0.
#[must_use]
pub fn column_of_table(table: usize, number: u32) -> u32 {
    let table = u32::try_from(table).unwrap_or(u32::MAX);
    table.saturating_mul(OF_A_TABLE).saturating_add(number)
}

/// The position of the table that a column of a draft belongs to, and its number in the file.
#[must_use]
pub const fn column_in_table(at: u32) -> (usize, u32) {
    ((at / OF_A_TABLE) as usize, at % OF_A_TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_back_as_they_were_written() {
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
    fn columns_of_tables_do_not_meet() {
        assert_eq!(column_of_table(0, 7), 7);
        assert_eq!(column_in_table(column_of_table(2, 16_384)), (2, 16_384));
        assert_eq!(column_in_table(7), (0, 7));
    }
}
