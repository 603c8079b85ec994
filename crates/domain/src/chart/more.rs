//! Chart types for questions beyond the ranking: comparisons, explanations and maps.

use super::{ChartTable, Emphasis, Trend, TrendSeries, trend_table, words};
use crate::Lang;

/// Several marks per row. All rows share the axis from `min` to `max`, unless a row has its own scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// What the marks represent, such as two years or several provinces; at most eight.
    pub series: Vec<DotSeries>,
    /// The rows, in the order given.
    pub rows: Vec<DotRow>,
    /// Lower end of the axis, in the unit of the indicator.
    pub min: f64,
    /// Upper end of the axis.
    pub max: f64,
    /// A vertical line with a label; only if no row has its own scale.
    pub reference: Option<super::Reference>,
}

/// What one mark of every row represents. Shape and colour depend on its position.
#[derive(Clone, Debug, PartialEq)]
pub struct DotSeries {
    /// Name, such as `2015` or `Nghệ An`.
    pub label: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// One row of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// Name of the row: a province or a component.
    pub label: String,
    /// Its marks; not every series needs to have one.
    pub marks: Vec<DotMark>,
    /// What is drawn between the marks.
    pub link: DotLink,
    /// Text at the end of the row, such as `+1,23` or why the marks are not compared; may be empty.
    pub note: String,
    /// Ends of this row's own scale, if the rows measure different things.
    pub scale: Option<(f64, f64)>,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// What is drawn between the marks of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DotLink {
    /// Nothing: the marks are not comparable or do not belong together.
    #[default]
    None,
    /// A bar from the lowest to the highest: a range.
    Range,
    /// An arrow from the first mark to the last: a change between comparable values.
    Arrow,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct DotMark {
    /// Position in [`Dots::series`].
    pub series: usize,
    /// The value, in the unit of the axis.
    pub value: f64,
    /// The formatted value.
    pub text: String,
}

/// How one total became another: a bar for the first, one for each step, one for the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// The first total.
    pub from: StepEnd,
    /// The steps, in order; each starts where the previous one ended. A remainder is a separate step.
    pub steps: Vec<Step>,
    /// The last total.
    pub to: StepEnd,
    /// Lower end of the axis; if it is not zero, the chart states so.
    pub min: f64,
    /// Upper end of the axis.
    pub max: f64,
}

/// A total of a [`Steps`] chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepEnd {
    /// Name, such as `2015`.
    pub label: String,
    /// Value in the unit of the indicator.
    pub value: f64,
    /// The formatted value.
    pub text: String,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Name of the component.
    pub label: String,
    /// The signed contribution, in the unit of the total.
    pub delta: f64,
    /// The formatted difference with its sign, such as `−0,35`.
    pub text: String,
    /// An additional text at the end, such as `−3 bậc`; may be empty.
    pub note: String,
    /// True for the remainder that no component explains, which is drawn hatched.
    pub remainder: bool,
}

/// Small line charts side by side. All have the same years and the same axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panels {
    /// One panel per province (or component), in the order given; at most twelve.
    pub panels: Vec<Panel>,
    /// True if the axis shows ranks (1 on top).
    pub ranks: bool,
}

/// One of several small line charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its heading.
    pub label: String,
    /// Its lines: the highlighted one and, in grey, those it is compared with.
    pub trend: Trend,
}

/// A map of equal tiles, one per province.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tiles {
    /// The tiles, each at a different position.
    pub tiles: Vec<Tile>,
    /// The classes, from lowest to highest; at most five.
    pub classes: Vec<TileClass>,
    /// True if the classes diverge from a middle class (falls and rises).
    pub diverging: bool,
    /// Legend text for tiles without a value, such as `Không có số liệu`.
    pub no_data: String,
    /// Number of provinces without a value.
    pub no_data_count: usize,
}

/// One tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Column, from 0 at the left.
    pub column: u8,
    /// Row, from 0 at the top.
    pub row: u8,
    /// Abbreviation on the tile, at most four characters, such as `NA`.
    pub short: String,
    /// The province's name.
    pub name: String,
    /// The formatted value, or why there is none.
    pub text: String,
    /// How it is filled.
    pub fill: TileFill,
    /// True if the reader follows the province; the tile gets a frame.
    pub marked: bool,
}

/// How a tile is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileFill {
    /// One of [`Tiles::classes`].
    Class(usize),
    /// Hatched: there is no value.
    NoData,
    /// Outlined only: a place on the map for which no figures are compiled (Hoàng Sa, Trường Sa).
    Place,
}

/// One class of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileClass {
    /// Its formatted bounds, such as `60–62,5`.
    pub label: String,
    /// Number of provinces in the class.
    pub count: usize,
}

impl Dots {
    /// Builds a table with one column per series; an absent mark is an en dash.
    pub(super) fn table(&self, name: &str) -> ChartTable {
        let has_notes = self.rows.iter().any(|row| !row.note.is_empty());
        let mut head = vec![name.to_owned()];
        head.extend(self.series.iter().map(|series| series.label.clone()));
        head.extend(has_notes.then(|| "±".to_owned()));
        let row = |row: &DotRow| {
            let cell = |at: usize| {
                let texts: Vec<&str> = row
                    .marks
                    .iter()
                    .filter(|mark| mark.series == at)
                    .map(|mark| mark.text.as_str())
                    .collect();
                if texts.is_empty() {
                    "–".to_owned()
                } else {
                    texts.join("; ")
                }
            };
            let mut cells = vec![row.label.clone()];
            cells.extend((0..self.series.len()).map(cell));
            cells.extend(has_notes.then(|| row.note.clone()));
            cells
        };
        ChartTable {
            head,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

impl Steps {
    /// Builds a table with the totals and the steps in order.
    pub(super) fn table(&self, name: &str) -> ChartTable {
        let end = |end: &StepEnd| vec![end.label.clone(), end.text.clone(), String::new()];
        let mut rows = vec![end(&self.from)];
        rows.extend(
            self.steps
                .iter()
                .map(|step| vec![step.label.clone(), step.text.clone(), step.note.clone()]),
        );
        rows.push(end(&self.to));
        ChartTable {
            head: vec![name.to_owned(), "±".to_owned(), String::new()],
            rows,
        }
    }
}

impl Panels {
    /// Builds a table with the series of all panels. A series other than the panel's own is prefixed with the panel's
    /// label. A grey series that has its own panel is listed only there.
    pub(super) fn table(&self, name: &str) -> ChartTable {
        let mut all = ChartTable::default();
        let has_panel = |label: &str| self.panels.iter().any(|panel| panel.label == label);
        for panel in &self.panels {
            let is_listed = |series: &TrendSeries| series.emphasis != Emphasis::Context || !has_panel(&series.label);
            let series = panel.trend.series.iter().filter(|series| is_listed(series)).cloned();
            let trend = Trend {
                years: panel.trend.years.clone(),
                series: series.collect(),
                ..Trend::default()
            };
            let table = trend_table(name, &trend);
            all.head = table.head;
            for mut row in table.rows {
                if row[0] != panel.label {
                    row[0] = format!("{}: {}", panel.label, row[0]);
                }
                all.rows.push(row);
            }
        }
        all
    }
}

impl Tiles {
    /// Builds a table with one row per tile that can have a value.
    pub(super) fn table(&self, lang: Lang) -> ChartTable {
        let class = |fill| match fill {
            TileFill::Class(at) => self.classes.get(at).map(|class| class.label.clone()),
            TileFill::NoData => Some(self.no_data.clone()),
            TileFill::Place => None,
        };
        let row = |tile: &Tile| Some(vec![tile.name.clone(), tile.text.clone(), class(tile.fill)?]);
        ChartTable {
            head: words(
                lang,
                &[
                    ("Tỉnh, thành phố", "Province"),
                    ("Giá trị", "Value"),
                    ("Mức trên bản đồ", "Class on the map"),
                ],
            ),
            rows: self.tiles.iter().filter_map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::TrendPoint;

    #[test]
    fn a_series_with_its_own_panel_is_listed_once() {
        let series = |label: &str, emphasis| TrendSeries {
            label: label.into(),
            emphasis,
            points: vec![TrendPoint {
                year: 2016,
                value: 1.0,
                text: format!("{label} 1"),
            }],
        };
        let (highlighted, grey) = (Emphasis::Highlight(0), Emphasis::Context);
        let panel = |label: &str, series: Vec<TrendSeries>| Panel {
            label: label.into(),
            trend: Trend {
                years: vec![2016],
                series,
                ..Trend::default()
            },
        };
        let panels = Panels {
            panels: vec![
                panel(
                    "A",
                    vec![series("B", grey), series("Cả nước", grey), series("A", highlighted)],
                ),
                panel(
                    "B",
                    vec![series("A", grey), series("Cả nước", grey), series("B", highlighted)],
                ),
            ],
            ranks: false,
        };
        let table = panels.table("Tên");
        assert_eq!(table.head, ["Tên", "2016"]);
        let rows: Vec<[&str; 2]> = table
            .rows
            .iter()
            .map(|row| [row[0].as_str(), row[1].as_str()])
            .collect();
        assert_eq!(
            rows,
            [
                ["A: Cả nước", "Cả nước 1"],
                ["A", "A 1"],
                ["B: Cả nước", "Cả nước 1"],
                ["B", "B 1"]
            ]
        );
    }
}
