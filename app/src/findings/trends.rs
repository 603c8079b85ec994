//! Trends of a whole table: word-sized ones beside each line, and the bump chart.

use messages::{common as m, fill};
use std::{borrow::Cow, cell::OnceCell, collections::HashMap, sync::Arc};

use domain::{
    ComponentId, IndicatorId, ProvinceId, Rank, RankPolicy, Row, Table,
    chart::{Break, ChartBody, ChartModel, Emphasis, Trend, TrendPoint, TrendSeries},
    number,
};

use super::headline as finding;
use crate::{
    ChartSize, Sparks,
    charts::{MOST_LINES, breaks, highlighted, small, source_line},
    context::PageContext,
    words,
};

/// Years shown in a ranking's trends.
const YEARS: i32 = 10;

/// The trends of all provinces in a table, up to its year: ranks where the indicator has
/// them, values where it has not.
pub(crate) struct Trends<'a> {
    cx: &'a PageContext,
    table: &'a Table,
    /// True when the points are ranks.
    pub(crate) ranks: bool,
    /// Years with figures, ascending, without gaps.
    pub(crate) years: Vec<i32>,
    /// The tables of those years that exist, ascending.
    tables: Vec<&'a Table>,
    /// The rows of each province in those tables, by its number: found once for all.
    rows: OnceCell<Vec<Vec<(i32, &'a Row)>>>,
    /// The word-sized trends of a table that has a chart of all its lines.
    sparks: OnceCell<Arc<Sparks>>,
    breaks: Vec<Break>,
    min: f64,
    max: f64,
}

impl<'a> Trends<'a> {
    pub(crate) fn new(cx: &'a PageContext, table: &'a Table) -> Self {
        let snapshot = cx.snapshot();
        let key = table.key;
        let indicator = snapshot.catalogue.indicator(key.indicator);
        let ranks = indicator.ranks != RankPolicy::None;
        let tables: Vec<&Table> = snapshot
            .tables(key.indicator, key.component)
            .filter(|t| t.key.basis == key.basis && t.key.year <= key.year && t.key.year > key.year - YEARS)
            .collect();
        let values = |table: &'a Table| table.rows.iter().filter_map(move |row| value(cx, ranks, row));
        let first = tables.iter().find(|table| values(table).next().is_some());
        let years: Vec<i32> = (first.map_or(key.year, |table| table.key.year)..=key.year).collect();
        let max = if ranks {
            tables.iter().map(|t| t.expected).max().map_or(1.0, small)
        } else {
            tables.iter().flat_map(|table| values(table)).fold(0.0, f64::max)
        };
        let min = if ranks { 1.0 } else { 0.0 };
        let breaks = breaks(cx, key.indicator, &years);
        Self {
            cx,
            table,
            ranks,
            years,
            tables,
            rows: OnceCell::new(),
            sparks: OnceCell::new(),
            breaks,
            min,
            max,
        }
    }

    /// The rows of a province, by year. All provinces of a table are asked for, unless it is so long that a page shows
    /// some of them.
    fn rows(&self, province: ProvinceId) -> Cow<'_, [(i32, &'a Row)]> {
        if self.table.rows.len() > MOST_LINES {
            let rows = self.tables.iter();
            return rows
                .filter_map(|table| Some((table.key.year, table.row(province)?)))
                .collect();
        }
        let of_all = self.rows.get_or_init(|| {
            let mut of_all = vec![Vec::new(); self.cx.snapshot().catalogue.provinces.alphabetical().len()];
            for table in &self.tables {
                for row in &table.rows {
                    of_all[usize::from(row.province.0)].push((table.key.year, row));
                }
            }
            of_all
        });
        Cow::Borrowed(&of_all[usize::from(province.0)])
    }

    /// The figures of a province, by year, with their text as `word` puts it.
    fn points(&self, province: ProvinceId, word: impl Fn(&Row, f64) -> String) -> Vec<TrendPoint> {
        let rows = self.rows(province);
        let points = rows.iter().filter_map(|(year, row)| {
            let value = value(self.cx, self.ranks, row)?;
            Some(TrendPoint {
                year: *year,
                value,
                text: word(row, value),
            })
        });
        points.collect()
    }

    /// How a figure is written beside its point.
    fn text(&self, row: &Row, value: f64) -> String {
        if let Some(rank) = row.rank.filter(|_| self.ranks) {
            return words::rank(rank);
        }
        let (snapshot, key) = (self.cx.snapshot(), self.table.key);
        let decimals = snapshot.catalogue.indicator(key.indicator).decimals(key.component);
        words::marked(
            snapshot.figure(row.figure),
            number::format(self.cx.lang(), value, decimals),
        )
    }

    /// True when enough provinces have enough years for a picture of all of them, and they are not too many for it.
    pub(crate) fn full(&self) -> bool {
        if self.table.expected > MOST_LINES {
            return false;
        }
        let mut years: HashMap<ProvinceId, usize> = HashMap::new();
        for row in self.tables.iter().flat_map(|table| &table.rows) {
            if value(self.cx, self.ranks, row).is_some() {
                *years.entry(row.province).or_default() += 1;
            }
        }
        let long = years.values().filter(|years| **years >= 3).count();
        long * 3 >= self.table.expected * 2
    }

    /// True if a province has a word-sized trend: figures of at least two years.
    pub(crate) fn has_spark(&self, province: ProvinceId) -> bool {
        let rows = self.rows(province);
        let values = rows.iter().filter_map(|(_, row)| value(self.cx, self.ranks, row));
        values.count() > 1
    }

    /// The word-sized trend of one province; empty when it has fewer than two points.
    pub(crate) fn spark(&self, province: ProvinceId) -> String {
        if self.table.rows.len() > MOST_LINES {
            return self.draw_spark(province);
        }
        let sparks = self.sparks.get_or_init(|| {
            let draw = || {
                let rows = self.table.rows.iter();
                rows.map(|row| (row.province, self.draw_spark(row.province))).collect()
            };
            self.cx
                .backend()
                .sparks(self.cx.shared_snapshot(), self.table.key, &draw)
        });
        sparks.get(&province).cloned().unwrap_or_default()
    }

    fn draw_spark(&self, province: ProvinceId) -> String {
        // A sparkline has no room for text.
        let points = self.points(province, |_, _| String::new());
        if points.len() < 2 {
            return String::new();
        }
        let series = TrendSeries {
            label: String::new(),
            emphasis: Emphasis::Highlight(0),
            points,
        };
        let trend = self.trend(vec![series]);
        // An axis given upside down puts rank 1 on top.
        let trend = if self.ranks {
            Trend {
                min: self.max,
                max: self.min,
                ..trend
            }
        } else {
            own_scale(trend)
        };
        let body = ChartBody::Spark(trend);
        let model = ChartModel { body, ..bare(self.cx) };
        self.cx
            .backend()
            .chart(&model, "s", ChartSize { width: 66, height: 20 })
    }

    fn trend(&self, series: Vec<TrendSeries>) -> Trend {
        Trend {
            years: self.years.clone(),
            series,
            breaks: self.breaks.clone(),
            min: self.min,
            max: self.max,
        }
    }

    /// The bump chart: all grey, the followed provinces and the leaders highlighted.
    pub(crate) fn bump(&self, followed: &[ProvinceId]) -> ChartModel {
        let lang = self.cx.lang();
        let lit = highlighted(self.cx.snapshot(), self.table, followed);
        let mut series: Vec<TrendSeries> = self
            .table
            .rows
            .iter()
            .filter(|row| !lit.contains(&row.province))
            .filter_map(|row| self.series(row.province, row.rank, Emphasis::Context))
            .collect();
        for (i, province) in lit.iter().enumerate() {
            let rank = self.table.row(*province).and_then(|row| row.rank);
            series.extend(self.series(*province, rank, Emphasis::Highlight(u8::try_from(i).unwrap_or(4))));
        }
        let measure = finding::measure(self.cx.snapshot(), lang, self.table);
        let (from, to) = (self.years.first().copied().unwrap_or_default(), self.table.key.year);
        let [from, to] = [from, to].map(|y| y.to_string());
        let mut subtitle = fill!(m::BUMP_SUBTITLE, lang, measure = &measure, from = &from, to = &to);
        if !self.breaks.is_empty() {
            subtitle = format!("{subtitle}; {}", m::BREAKS_NOTE.get(lang));
        }
        let title = finding::title(self.cx.snapshot(), lang, self.table, followed.first().copied());
        let lit_words: Vec<String> = series
            .iter()
            .filter(|s| s.emphasis != Emphasis::Context)
            .map(|s| s.label.clone())
            .collect();
        let description = fill!(
            m::BUMP_TEXT,
            lang,
            from = &from,
            to = &to,
            count = &series.len().to_string(),
            list = &words::list(lang, &lit_words)
        );
        ChartModel {
            lang,
            title,
            subtitle,
            description,
            source: source_line(self.cx, self.table),
            notes: Vec::new(),
            body: ChartBody::Bump(self.trend(series)),
        }
    }

    fn series(&self, province: ProvinceId, rank: Option<Rank>, emphasis: Emphasis) -> Option<TrendSeries> {
        let points = self.points(province, |row, value| self.text(row, value));
        if points.is_empty() {
            return None;
        }
        let name = finding::name(self.cx.snapshot(), self.cx.lang(), province, self.table.key);
        let label = rank.map_or(name.clone(), |rank| format!("{}. {name}", rank.place));
        Some(TrendSeries {
            label,
            emphasis,
            points,
        })
    }
}

/// The rank or the value of a row.
fn value(cx: &PageContext, ranks: bool, row: &Row) -> Option<f64> {
    if ranks {
        return row.rank.map(|rank| f64::from(rank.place));
    }
    cx.snapshot().figure(row.figure).value.value()
}

/// A sparkline of values shows the shape: its own range, not zero.
fn own_scale(mut trend: Trend) -> Trend {
    let values = || trend.series.iter().flat_map(|s| &s.points).map(|p| p.value);
    let (min, max) = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    trend.min = min;
    trend.max = if max > min { max } else { min + 1.0 };
    trend
}

fn bare(cx: &PageContext) -> ChartModel {
    ChartModel {
        lang: cx.lang(),
        title: String::new(),
        subtitle: String::new(),
        source: String::new(),
        notes: Vec::new(),
        description: String::new(),
        body: ChartBody::Spark(Trend::default()),
    }
}

/// The national figures as published, word-sized; empty when there are fewer than two.
pub(crate) fn nation_spark(cx: &PageContext, indicator: IndicatorId) -> String {
    let snapshot = cx.snapshot();
    let points: Vec<TrendPoint> = snapshot
        .tables(indicator, ComponentId::TOTAL)
        .filter_map(|t| Some((t.key.year, snapshot.figure(t.nation?).value.value()?)))
        .map(|(year, value)| TrendPoint {
            year,
            value,
            text: String::new(),
        })
        .collect();
    let Some((first, last)) = points.first().zip(points.last()).filter(|(a, b)| a.year < b.year) else {
        return String::new();
    };
    let years: Vec<i32> = (first.year..=last.year).collect();
    let breaks = breaks(cx, indicator, &years);
    let series = vec![TrendSeries {
        label: String::new(),
        emphasis: Emphasis::Highlight(0),
        points,
    }];
    let trend = own_scale(Trend {
        years,
        series,
        breaks,
        min: 0.0,
        max: 0.0,
    });
    let model = ChartModel {
        body: ChartBody::Spark(trend),
        ..bare(cx)
    };
    cx.backend().chart(&model, "n", ChartSize { width: 66, height: 20 })
}
