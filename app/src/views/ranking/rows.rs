//! The lines of a ranking: filtered, sorted, put into words.

use domain::{
    Figure, Lang, Missing, Observation, PublishedRank, Rank, RankOrigin, Row, SourceId, Table, collation_key, fold,
    name_key,
};
use messages::standing as standing_words;

use super::params::{RankingQuery, Sort};
use crate::{
    context::PageContext,
    findings::{headline as finding, trends::Trends},
    words::{self, ChangeCell},
};

/// One line of the table.
#[derive(Clone, Debug)]
pub(crate) struct RankRow {
    pub(crate) slug: String,
    pub(crate) name: String,
    /// Folded name, for the instant filter.
    pub(crate) key: String,
    pub(crate) region: String,
    pub(crate) rank: RankCell,
    pub(crate) value: ValueCell,
    /// Length of the bar, 0 to 1 of the scale.
    pub(crate) share: Option<f64>,
    pub(crate) band: Option<String>,
    pub(crate) group: Option<u8>,
    pub(crate) points: ChangeCell,
    pub(crate) places: ChangeCell,
    /// The value and the changes as numbers, for sorting in the browser.
    pub(crate) sort_values: [Option<f64>; 3],
    /// Small trend as SVG; empty when there is nothing to draw.
    pub(crate) spark: String,
    /// Numbers of its sources in the list below the table.
    pub(crate) sources: Vec<usize>,
    pub(crate) as_of: Option<String>,
    pub(crate) followed: bool,
}

/// What stands in the rank column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RankCell {
    Known { rank: Rank, computed: bool },
    Conflict,
    Unknown,
}

/// What stands in the value column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ValueCell {
    Known(String),
    /// Number of differing claims.
    Conflict(usize),
    Missing(&'static str),
}

/// Sources in the order in which a page first uses them.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceList(pub(crate) Vec<SourceId>);

impl SourceList {
    /// The number of a source on this page, from 1.
    pub(crate) fn number(&mut self, source: SourceId) -> usize {
        let at = self.0.iter().position(|s| *s == source).unwrap_or_else(|| {
            self.0.push(source);
            self.0.len() - 1
        });
        at + 1
    }

    /// The numbers of a figure's sources, each once.
    pub(crate) fn numbers(&mut self, figure: &Figure) -> Vec<usize> {
        let mut numbers: Vec<usize> = figure.claims.iter().map(|c| self.number(c.source)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// All lines in the table's own order, with the sources numbered along the way.
pub(crate) fn rows(cx: &PageContext, table: &Table, query: &RankingQuery, sources: &mut SourceList) -> Vec<RankRow> {
    let trends = Trends::new(cx, table);
    let top = table
        .rows
        .iter()
        .filter_map(|row| value_of(cx, row))
        .fold(0.0, f64::max);
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let full = indicator
        .scale(table.key.component, table.key.year)
        .map_or(top, |(_, max)| max);
    table
        .rows
        .iter()
        .map(|row| line(cx, table, row, (full, &trends, query), sources))
        .collect()
}

fn value_of(cx: &PageContext, row: &Row) -> Option<f64> {
    cx.snapshot().figure(row.figure).value.value()
}

fn line(
    cx: &PageContext,
    table: &Table,
    row: &Row,
    (full, trends, query): (f64, &Trends<'_>, &RankingQuery),
    sources: &mut SourceList,
) -> RankRow {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let indicator = catalogue.indicator(table.key.indicator);
    let figure = cx.snapshot().figure(row.figure);
    let province = catalogue.provinces.get(row.province);
    let value = value_of(cx, row);
    let name = finding::name(cx.snapshot(), lang, row.province, table.key);
    let year = table.key.year;
    let headline = table.key.component == domain::ComponentId::TOTAL;
    RankRow {
        slug: province.slug.clone(),
        key: fold(&name),
        region: finding::region(cx.snapshot(), lang, row.province, table.key),
        rank: match (row.rank, figure.rank) {
            (Some(rank), _) => RankCell::Known {
                rank,
                computed: rank.origin == RankOrigin::Computed,
            },
            (None, PublishedRank::Conflict) => RankCell::Conflict,
            (None, _) => RankCell::Unknown,
        },
        value: match figure.value {
            Observation::Known(_) => ValueCell::Known(words::value(lang, indicator, figure).unwrap_or_default()),
            Observation::Conflict => ValueCell::Conflict(differing(figure)),
            Observation::Missing(Missing::NotFound) if row.rank.is_some() => {
                ValueCell::Missing(standing_words::NO_VALUE.get(lang))
            }
            Observation::Missing(reason) => ValueCell::Missing(words::missing(reason).get(lang)),
        },
        share: value.filter(|_| full > 0.0).map(|v| (v / full).clamp(0.0, 1.0)),
        band: value
            .filter(|_| headline)
            .and_then(|v| indicator.band(year, v))
            .map(str::to_owned),
        group: row.group,
        points: words::points(lang, &row.change, indicator.decimals(table.key.component), year),
        places: words::places(lang, &row.change, row.rank, year),
        sort_values: [value, row.change.points.ok(), row.change.places.ok().map(f64::from)],
        spark: trends.spark(row.province),
        sources: sources.numbers(figure),
        as_of: figure.key.as_of.map(|moment| moment.format(lang)),
        followed: query.followed.contains(&row.province),
        name,
    }
}

/// How many different values the claims give.
pub(crate) fn differing(figure: &Figure) -> usize {
    let mut values: Vec<f64> = figure.claims.iter().filter_map(|c| c.value.map(|q| q.value)).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values.len()
}

/// Keeps the lines that the filter asks for, in the order that it asks for. A rank stays
/// what it is: filtering never renumbers.
pub(crate) fn arrange(cx: &PageContext, table: &Table, rows: Vec<RankRow>, query: &RankingQuery) -> Vec<RankRow> {
    let provinces = &cx.snapshot().catalogue.provinces;
    let wanted = (fold(&query.name), name_key(&query.name));
    // Once: resolving a name folds every alias.
    let named = (!wanted.1.is_empty())
        .then(|| provinces.resolve(&query.name, day(table)))
        .flatten();
    let mut kept: Vec<RankRow> = rows
        .into_iter()
        .zip(&table.rows)
        .filter(|(_, row)| {
            query
                .region
                .is_none_or(|region| provinces.get(row.province).in_region(region))
        })
        .filter(|(line, row)| wanted.1.is_empty() || line.key.contains(&wanted.0) || named == Some(row.province))
        .map(|(line, _)| line)
        .collect();
    sort(&mut kept, query.sort, query.downwards, cx.lang());
    kept
}

/// The day by which names are understood: in the year of the merger each list has its own.
fn day(table: &Table) -> domain::Date {
    table.key.basis.last_day(table.key.year)
}

/// Lines without the sorted figure always come last.
fn sort(rows: &mut [RankRow], by: Sort, downwards: bool, lang: Lang) {
    let by_number = |rows: &mut [RankRow], at: usize| {
        rows.sort_by(|a, b| match (a.sort_values[at], b.sort_values[at]) {
            (Some(x), Some(y)) if downwards => y.total_cmp(&x),
            (Some(x), Some(y)) => x.total_cmp(&y),
            (x, y) => y.is_some().cmp(&x.is_some()),
        });
    };
    match by {
        // The table's own order is by rank already.
        Sort::Rank if downwards => rows.reverse(),
        Sort::Rank => {}
        Sort::Name => {
            rows.sort_by_cached_key(|row| match lang {
                Lang::Vi => collation_key(&row.name),
                Lang::En => collation_key(&row.key),
            });
            if downwards {
                rows.reverse();
            }
        }
        Sort::Score => by_number(rows, 0),
        Sort::Points => by_number(rows, 1),
        Sort::Places => by_number(rows, 2),
    }
}
