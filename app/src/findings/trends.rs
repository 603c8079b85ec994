//! Trends of a whole table: word-sized ones beside each line, and the bump chart.

use messages::{common as m, fill};
use std::collections::HashMap;

use domain::{
    ComponentId, IndicatorId, ProvinceId, Rank, RankPolicy, Table,
    chart::{Break, ChartBody, ChartModel, Emphasis, Trend, TrendPoint, TrendSeries},
    number,
};

use super::headline as finding;
use crate::{
    ChartSize,
    charts::{breaks, highlighted, small, source_line},
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
    points: HashMap<ProvinceId, Vec<TrendPoint>>,
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
        let mut points: HashMap<ProvinceId, Vec<TrendPoint>> = HashMap::new();
        for table in &tables {
            for row in &table.rows {
                let figure = snapshot.figure(row.figure);
                let read = |v| number::format(cx.lang(), v, indicator.decimals(key.component));
                let point = if ranks {
                    row.rank.map(|rank| (f64::from(rank.place), words::rank(rank)))
                } else {
                    figure.value.value().map(|v| (v, words::marked(figure, read(v))))
                };
                if let Some((value, text)) = point {
                    let point = TrendPoint {
                        year: table.key.year,
                        value,
                        text,
                    };
                    points.entry(row.province).or_default().push(point);
                }
            }
        }
        let first = points.values().flatten().map(|p| p.year).min().unwrap_or(key.year);
        let years: Vec<i32> = (first..=key.year).collect();
        let values = || points.values().flatten().map(|p| p.value);
        let max = if ranks {
            tables.iter().map(|t| t.expected).max().map_or(1.0, small)
        } else {
            values().fold(0.0, f64::max)
        };
        let min = if ranks { 1.0 } else { 0.0 };
        let breaks = breaks(cx, key.indicator, &years);
        Self {
            cx,
            table,
            ranks,
            years,
            points,
            breaks,
            min,
            max,
        }
    }

    /// True when enough provinces have enough years for a picture of all of them.
    pub(crate) fn full(&self) -> bool {
        let long = self.points.values().filter(|p| p.len() >= 3).count();
        long * 3 >= self.table.expected * 2
    }

    /// The word-sized trend of one province; empty when it has fewer than two points.
    pub(crate) fn spark(&self, province: ProvinceId) -> String {
        let Some(points) = self.points.get(&province).filter(|p| p.len() > 1) else {
            return String::new();
        };
        let series = TrendSeries {
            label: String::new(),
            emphasis: Emphasis::Highlight(0),
            points: points.clone(),
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
        let points = self.points.get(&province)?.clone();
        let name = finding::name(self.cx.snapshot(), self.cx.lang(), province, self.table.key);
        let label = rank.map_or(name.clone(), |rank| format!("{}. {name}", rank.place));
        Some(TrendSeries {
            label,
            emphasis,
            points,
        })
    }
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
