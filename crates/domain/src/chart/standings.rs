//! Chart types that show the position of provinces among all others: one table as a strip, several tables as
//! rows of strips, ranks in several tables as a heat map.

use super::{ChartTable, Emphasis, Reference, words};
use crate::Lang;

/// All provinces of a table as marks on one scale. The better end, if there is one, is on the right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// Value at the left end of the scale; greater than `right` if smaller values are better.
    pub left: f64,
    /// Value at the right end.
    pub right: f64,
    /// True if the scale shows ranks.
    pub ranks: bool,
    /// One mark per province, in the order of the table.
    pub marks: Vec<StripMark>,
    /// The quarters of the provinces from left to right; empty if they cannot be formed.
    pub quarters: Vec<StripQuarter>,
    /// A labelled line, such as the national figure.
    pub reference: Option<Reference>,
}

/// One province on a strip.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripMark {
    /// The province's name.
    pub label: String,
    /// Its position, in the unit of the scale.
    pub value: f64,
    /// The formatted value.
    pub text: String,
    /// The label written next to the mark, such as `Nghệ An 59,45`; empty for marks without one. Highlighted
    /// marks always have one.
    pub says: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
    /// Its position in an earlier year; `None` if the two years are not comparable.
    pub before: Option<StripPoint>,
}

/// A position in an earlier year, drawn hollow and joined to that of the later year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripPoint {
    /// The year.
    pub label: String,
    /// The position, in the unit of the scale.
    pub value: f64,
    /// The formatted value.
    pub text: String,
}

/// A quarter of the provinces, as a section of the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripQuarter {
    /// Left end, in the unit of the scale.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// Its name, such as `một phần tư thấp nhất`.
    pub label: String,
}

/// One province in several tables: one row per table with the province's figures and the table's strip.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spine {
    /// Headings of the columns name, year, value, rank and change.
    pub heads: [String; 5],
    /// The rows, in the order given.
    pub rows: Vec<SpineRow>,
    /// Label of the left end of all strips.
    pub worse: String,
    /// Label of the right end of all strips.
    pub better: String,
    /// Legend text for hollow marks; empty if no row has one.
    pub hollow: String,
}

/// One table of a [`Spine`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpineRow {
    /// Short name of the indicator.
    pub label: String,
    /// The year.
    pub year: String,
    /// The province's formatted value, or why there is none.
    pub value: String,
    /// Its formatted rank, such as `12/63`; empty if there is none.
    pub rank: String,
    /// Its change in rank.
    pub change: SpineChange,
    /// The strip of the table; if it has no marks, `note` is written instead.
    pub strip: Strip,
    /// Why there is no strip; empty if there is one.
    pub note: String,
}

/// A change in rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpineChange {
    /// Its symbol.
    pub sign: ChangeSign,
    /// Text next to the symbol: a number of places.
    pub text: String,
    /// The change in words.
    pub words: String,
}

/// The symbol of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChangeSign {
    /// The earlier year is not known: no symbol.
    #[default]
    None,
    /// A rise.
    Up,
    /// A fall.
    Down,
    /// The same place.
    Same,
    /// The two years are not comparable.
    Apart,
}

/// Ranks of provinces in several tables, coloured by quarter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// The columns, in the order given.
    pub columns: Vec<HeatColumn>,
    /// The rows in their groups.
    pub groups: Vec<HeatGroup>,
    /// Names of the quarters, from best to worst.
    pub quarters: [String; 4],
    /// Legend text for hatched cells.
    pub no_data: String,
    /// Legend text for cells with a figure but without a quarter; empty if there are none.
    pub plain: String,
}

/// One table of a heat map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatColumn {
    /// Short name of the indicator.
    pub label: String,
    /// The year.
    pub year: String,
}

/// Rows under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatGroup {
    /// The heading, such as a region; may be empty.
    pub label: String,
    /// The rows, in the order given.
    pub rows: Vec<HeatRow>,
}

/// One province of a heat map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// One cell per column.
    pub cells: Vec<HeatCell>,
    /// True if the reader follows the province.
    pub marked: bool,
}

/// One figure of a heat map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// Text in the cell: the rank, or the value in a column without ranks; may be empty.
    pub text: String,
    /// Value, rank and quarter in words, or why there is no figure.
    pub says: String,
    /// How it is filled.
    pub fill: HeatFill,
}

/// How a cell is filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeatFill {
    /// Hatched: there is no figure.
    #[default]
    NoData,
    /// Not coloured: there is a figure, but quarters cannot be formed.
    Plain,
    /// Quarter 1 (best) to 4 (worst).
    Quarter(u8),
}

impl Strip {
    /// Returns the relative position of a value from left to right, 0 to 1; 0.5 if the scale has no length.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        let share = (value - self.left) / (self.right - self.left);
        if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 }
    }

    /// Returns true if all positions are finite numbers.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        let marks = self.marks.iter().flat_map(|mark| {
            let before = mark.before.as_ref().map(|point| point.value);
            [Some(mark.value), before].into_iter().flatten()
        });
        let quarters = self.quarters.iter().flat_map(|quarter| [quarter.from, quarter.to]);
        let reference = self.reference.as_ref().map(|reference| reference.value);
        let mut all = [self.left, self.right]
            .into_iter()
            .chain(marks)
            .chain(quarters)
            .chain(reference);
        all.all(f64::is_finite)
    }

    /// Builds a table with one row per province, and a column for earlier positions if there are any.
    pub(super) fn table(&self, lang: Lang) -> ChartTable {
        let value = if self.ranks {
            ("Hạng", "Rank")
        } else {
            ("Giá trị", "Value")
        };
        let mut head = words(lang, &[("Tỉnh, thành phố", "Province"), value]);
        let any_before = self.marks.iter().find_map(|mark| mark.before.as_ref());
        head.extend(any_before.map(|point| point.label.clone()));
        let row = |mark: &StripMark| {
            let mut cells = vec![mark.label.clone(), mark.text.clone()];
            let before = mark.before.as_ref().map_or("–", |point| point.text.as_str());
            cells.extend(any_before.map(|_| before.to_owned()));
            cells
        };
        ChartTable {
            head,
            rows: self.marks.iter().map(row).collect(),
        }
    }
}

impl Spine {
    /// Builds a table with one row per table of the spine.
    pub(super) fn table(&self) -> ChartTable {
        let row = |row: &SpineRow| {
            vec![
                row.label.clone(),
                row.year.clone(),
                row.value.clone(),
                row.rank.clone(),
                row.change.words.clone(),
            ]
        };
        ChartTable {
            head: self.heads.to_vec(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

impl Heat {
    /// Iterates over all rows with their groups.
    pub fn rows(&self) -> impl Iterator<Item = (&HeatGroup, &HeatRow)> {
        let rows = |group| HeatGroup::rows_of(group);
        self.groups.iter().flat_map(rows)
    }

    /// Builds a table with one row per province; an absent figure is an en dash.
    pub(super) fn table(&self, lang: Lang) -> ChartTable {
        let mut head = words(lang, &[("Tỉnh, thành phố", "Province")]);
        head.extend(self.columns.iter().map(HeatColumn::heading));
        let cell = |cell: &HeatCell| match cell.fill {
            HeatFill::NoData => "–".to_owned(),
            HeatFill::Plain if cell.text.is_empty() => cell.says.clone(),
            HeatFill::Plain | HeatFill::Quarter(_) => cell.text.clone(),
        };
        let row = |(_, row): (&HeatGroup, &HeatRow)| {
            let mut cells = vec![row.label.clone()];
            cells.extend(row.cells.iter().map(cell));
            cells
        };
        ChartTable {
            head,
            rows: self.rows().map(row).collect(),
        }
    }
}

impl HeatGroup {
    fn rows_of(group: &Self) -> impl Iterator<Item = (&Self, &HeatRow)> {
        group.rows.iter().map(move |row| (group, row))
    }
}

impl HeatColumn {
    /// Returns the heading, such as `SIPAS 2023`.
    #[must_use]
    pub fn heading(&self) -> String {
        let text = format!("{} {}", self.label, self.year);
        text.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_run_from_the_worse_to_the_better_end() {
        let scores = Strip {
            left: 50.0,
            right: 70.0,
            ..Strip::default()
        };
        let ranks = Strip {
            left: 63.0,
            right: 1.0,
            ..Strip::default()
        };
        assert_eq!([50.0, 60.0, 71.0].map(|value| scores.share(value)), [0.0, 0.5, 1.0]);
        assert_eq!([63.0, 32.0, 1.0].map(|value| ranks.share(value)), [0.0, 0.5, 1.0]);
        assert_eq!(Strip::default().share(3.0), 0.5);
    }

    #[test]
    fn earlier_positions_get_a_column_only_if_there_are_any() {
        let mark = |label: &str, before: Option<f64>| StripMark {
            label: label.into(),
            text: "12/63".into(),
            before: before.map(|value| StripPoint {
                label: "2022".into(),
                value,
                text: "14/63".into(),
            }),
            ..StripMark::default()
        };
        let mut strip = Strip {
            ranks: true,
            marks: vec![mark("A", None), mark("B", Some(14.0))],
            ..Strip::default()
        };
        let table = strip.table(Lang::Vi);
        assert_eq!(table.head, ["Tỉnh, thành phố", "Hạng", "2022"]);
        assert_eq!(table.rows, [["A", "12/63", "–"], ["B", "12/63", "14/63"]]);
        strip.marks.pop();
        assert_eq!(strip.table(Lang::En).head, ["Province", "Rank"]);
    }

    #[test]
    fn positions_that_are_not_finite_are_detected() {
        let mut strip = Strip::default();
        assert!(strip.is_finite());
        strip.marks.push(StripMark {
            before: Some(StripPoint {
                value: f64::NAN,
                ..StripPoint::default()
            }),
            ..StripMark::default()
        });
        assert!(!strip.is_finite());
    }

    #[test]
    fn the_table_of_a_heat_map_lists_ranks() {
        let cell = |text: &str, fill| HeatCell {
            text: text.into(),
            says: String::new(),
            fill,
        };
        let heat = Heat {
            columns: vec![HeatColumn {
                label: "PCI".into(),
                year: "2022".into(),
            }],
            groups: vec![HeatGroup {
                label: "Bắc".into(),
                rows: vec![
                    HeatRow {
                        label: "A".into(),
                        cells: vec![cell("1", HeatFill::Quarter(1))],
                        marked: false,
                    },
                    HeatRow {
                        label: "B".into(),
                        cells: vec![cell("", HeatFill::NoData)],
                        marked: true,
                    },
                ],
            }],
            ..Heat::default()
        };
        let table = heat.table(Lang::Vi);
        assert_eq!(table.head, ["Tỉnh, thành phố", "PCI 2022"]);
        assert_eq!(table.rows, [["A", "1"], ["B", "–"]]);
    }
}
