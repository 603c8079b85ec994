//! The lines of a ranking: filtered, sorted, put into words.

use domain::{
    ComponentId, Figure, Lang, Missing, Observation, ProvinceId, PublishedRank, Rank, RankOrigin, Row, SourceId, Table,
    collation_key, fold, name_key,
};
use messages::standing as standing_words;

use super::{
    choice::{RowChoice, Sort},
    params::RankingQuery,
};
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

/// Numbers the sources of all figures of a table, in its order.
pub(crate) fn number_sources(cx: &PageContext, table: &Table, sources: &mut SourceList) {
    for row in &table.rows {
        let figure = cx.snapshot().figure(row.figure);
        for claim in &figure.claims {
            sources.number(claim.source);
        }
    }
}

/// The lines of some rows.
pub(crate) fn lines(
    cx: &PageContext,
    trends: &Trends<'_>,
    (table, rows): (&Table, &[&Row]),
    query: &RankingQuery,
    sources: &mut SourceList,
) -> Vec<RankRow> {
    let known = table.rows.iter().filter_map(|row| value_of(cx, row));
    let top = known.fold(0.0, f64::max);
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let full = indicator
        .scale(table.key.component, table.key.year)
        .map_or(top, |(_, max)| max);
    let rows = rows.iter();
    rows.map(|row| line(cx, table, row, (full, trends, query), sources))
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
        band: band(cx, table, row).map(str::to_owned),
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

/// The band of a headline figure by the cut-offs of the year.
pub(crate) fn band<'a>(cx: &'a PageContext, table: &Table, row: &Row) -> Option<&'a str> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let value = value_of(cx, row).filter(|_| table.key.component == ComponentId::TOTAL)?;
    indicator.band(table.key.year, value)
}

/// How many different values the claims give.
pub(crate) fn differing(figure: &Figure) -> usize {
    let mut values: Vec<f64> = figure.claims.iter().filter_map(|c| c.value.map(|q| q.value)).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values.len()
}

/// The rows that the filter asks for, in the order that it asks for. A rank stays
/// what it is: filtering never renumbers.
pub(crate) fn arrange<'a>(cx: &PageContext, table: &'a Table, choice: &RowChoice) -> Vec<&'a Row> {
    let name = |row: &Row| finding::name(cx.snapshot(), cx.lang(), row.province, table.key);
    let chosen = chosen(cx, table, choice);
    let mut kept: Vec<&Row> = table.rows.iter().filter(|row| chosen(row.province)).collect();
    sort(cx, &mut kept, (choice.sort, choice.downwards), name);
    kept
}

/// Whether a choice takes a province.
pub(crate) fn chosen(cx: &PageContext, table: &Table, choice: &RowChoice) -> impl Fn(ProvinceId) -> bool {
    let provinces = &cx.snapshot().catalogue.provinces;
    let wanted = (!name_key(&choice.name).is_empty()).then(|| {
        // Once: resolving a name folds every alias.
        (fold(&choice.name), provinces.resolve(&choice.name, day(table)))
    });
    move |id| {
        let in_region = choice.region.is_none_or(|region| provinces.get(id).in_region(region));
        let is_named = wanted.as_ref().is_none_or(|(wanted, named)| {
            *named == Some(id) || fold(&finding::name(cx.snapshot(), cx.lang(), id, table.key)).contains(wanted)
        });
        in_region && is_named
    }
}

/// The day by which names are understood: in the year of the merger each list has its own.
fn day(table: &Table) -> domain::Date {
    table.key.basis.last_day(table.key.year)
}

/// Rows without the sorted figure always come last.
fn sort(cx: &PageContext, rows: &mut [&Row], (by, downwards): (Sort, bool), name: impl Fn(&Row) -> String) {
    let by_number = |rows: &mut [&Row], number: &dyn Fn(&Row) -> Option<f64>| {
        rows.sort_by(|a, b| match (number(a), number(b)) {
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
            rows.sort_by_cached_key(|row| match cx.lang() {
                Lang::Vi => collation_key(&name(row)),
                Lang::En => collation_key(&fold(&name(row))),
            });
            if downwards {
                rows.reverse();
            }
        }
        Sort::Score => by_number(rows, &|row| value_of(cx, row)),
        Sort::Points => by_number(rows, &|row| row.change.points.ok()),
        Sort::Places => by_number(rows, &|row| row.change.places.ok().map(f64::from)),
    }
}
