//! Bodies of charts that answer what is asked after the ranking: comparisons, explanations, maps.

use super::{ChartTable, Emphasis, Trend, TrendSeries, trend_table, words};
use crate::Lang;

/// Several marks a row. All rows share the axis from `min` to `max`, unless a row has its own scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// What the marks are, such as two years or several provinces; at most eight.
    pub series: Vec<DotSeries>,
    /// The rows, in the order given.
    pub rows: Vec<DotRow>,
    /// Lower end of the axis, in the unit of the indicator.
    pub min: f64,
    /// Upper end of the axis.
    pub max: f64,
    /// A vertical line with a label; only where rows have no scale of their own.
    pub reference: Option<super::Reference>,
}

/// What one mark of every row is. Shape and colour follow from its position.
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
    /// Its marks; a series may be absent.
    pub marks: Vec<DotMark>,
    /// What is drawn between the marks.
    pub link: DotLink,
    /// What stands at the end of the row, such as `+1,23` or why nothing may be said; may be empty.
    pub note: String,
    /// Ends of this row's own scale, where the rows measure different things.
    pub scale: Option<(f64, f64)>,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// What is drawn between the marks of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DotLink {
    /// Nothing: the marks may not be compared, or are not one thing.
    #[default]
    None,
    /// A bar from the lowest to the highest: a range.
    Range,
    /// An arrow from the first mark to the last: a comparable movement.
    Arrow,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct DotMark {
    /// Position in [`Dots::series`].
    pub series: usize,
    /// The value, in the unit of the axis.
    pub value: f64,
    /// The value as read.
    pub text: String,
}

/// How one total became another: a bar for the first, one for each step, one for the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// The first total.
    pub from: StepEnd,
    /// The steps, in order; each begins where the one before ended. A remainder is a step of its own.
    pub steps: Vec<Step>,
    /// The last total.
    pub to: StepEnd,
    /// Lower end of the axis; it need not be zero, and the chart says so.
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
    /// The value as read.
    pub text: String,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Name of the component.
    pub label: String,
    /// What it adds (or takes), in the unit of the total.
    pub delta: f64,
    /// The difference as read, with its sign, such as `−0,35`.
    pub text: String,
    /// What else is said at its end, such as `−3 bậc`; may be empty.
    pub note: String,
    /// True for a remainder that no component explains: it is drawn hatched.
    pub remainder: bool,
}

/// Small line charts side by side. All have the same years and the same axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panels {
    /// One panel a province (or component), in the order given; at most twelve.
    pub panels: Vec<Panel>,
    /// True when the axis holds ranks (1 on top).
    pub ranks: bool,
}

/// One of several small line charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its heading.
    pub label: String,
    /// Its lines: the highlighted one and, in grey, what it is compared with.
    pub trend: Trend,
}

/// A map of equal tiles, one a province.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tiles {
    /// The tiles; no two stand in the same place.
    pub tiles: Vec<Tile>,
    /// The classes, from the lowest to the highest; at most five.
    pub classes: Vec<TileClass>,
    /// True when the classes go from one side to the other of a middle (falls and rises).
    pub diverging: bool,
    /// What tiles without a value are called in the key, such as `Không có số liệu`.
    pub no_data: String,
    /// How many provinces have no value.
    pub no_data_count: usize,
}

/// One tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Column, from 0 at the left.
    pub column: u8,
    /// Row, from 0 at the top.
    pub row: u8,
    /// Letters on it, at most four, such as `NA`.
    pub short: String,
    /// The province's name.
    pub name: String,
    /// The value as read, or why there is none.
    pub text: String,
    /// How it is filled.
    pub fill: TileFill,
    /// True when the reader follows it: it gets a frame.
    pub marked: bool,
}

/// How a tile is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileFill {
    /// One of [`Tiles::classes`].
    Class(usize),
    /// Hatched: there is no value.
    NoData,
    /// Outlined only: a place on the map for which no figures are made (Hoàng Sa, Trường Sa).
    Place,
}

/// One class of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileClass {
    /// Its bounds as read, such as `60–62,5`.
    pub label: String,
    /// How many provinces are in it.
    pub count: usize,
}

impl Dots {
    /// One row a row, one column a series; an absent mark is an en dash.
    pub(super) fn table(&self, name: &str) -> ChartTable {
        let noted = self.rows.iter().any(|row| !row.note.is_empty());
        let mut head = vec![name.to_owned()];
        head.extend(self.series.iter().map(|series| series.label.clone()));
        head.extend(noted.then(|| "±".to_owned()));
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
            cells.extend(noted.then(|| row.note.clone()));
            cells
        };
        ChartTable {
            head,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

impl Steps {
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
    /// All panels' series, one under the other; a series says whose panel it stands in. What is grey in
    /// one panel and has a panel of its own is said there only.
    pub(super) fn table(&self, name: &str) -> ChartTable {
        let mut all = ChartTable::default();
        let own = |label: &str| self.panels.iter().any(|panel| panel.label == label);
        for panel in &self.panels {
            let said = |series: &TrendSeries| series.emphasis != Emphasis::Context || !own(&series.label);
            let series = panel.trend.series.iter().filter(|series| said(series)).cloned();
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
    /// One row a tile that can have a value.
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
    fn a_line_with_a_panel_of_its_own_is_told_once() {
        let series = |label: &str, emphasis| TrendSeries {
            label: label.into(),
            emphasis,
            points: vec![TrendPoint {
                year: 2016,
                value: 1.0,
                text: format!("{label} 1"),
            }],
        };
        let (lit, grey) = (Emphasis::Highlight(0), Emphasis::Context);
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
                panel("A", vec![series("B", grey), series("Cả nước", grey), series("A", lit)]),
                panel("B", vec![series("A", grey), series("Cả nước", grey), series("B", lit)]),
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
