//! Columns and cells of typed tables, and the sources behind them.

use domain::{
    Change, Figure, Missing, Observation, PublishedRank, Rank, RankOrigin, SourceId, Table, TableKey,
    data_table::{DataCell, DataColumn, DataKind, DataSource, OBS_STATUS},
};
use messages::{export as w, fill};

use super::sources::SourceLine;
use crate::{context::PageContext, words};

/// Columns and rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypedTable {
    pub(crate) columns: Vec<DataColumn>,
    pub(crate) rows: Vec<Vec<DataCell>>,
}

/// Sources in the order in which a table first uses them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Vec<SourceId>);

impl Sources {
    pub(crate) fn add(&mut self, figure: &Figure) {
        for claim in &figure.claims {
            if !self.0.contains(&claim.source) {
                self.0.push(claim.source);
            }
        }
    }

    /// A line a source.
    pub(crate) fn lines(&self, cx: &PageContext) -> Vec<SourceLine> {
        let line = |id: &SourceId| {
            let source = cx.snapshot().catalogue.source(*id);
            SourceLine {
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                published: source.published.clone(),
                url: source.url.clone(),
            }
        };
        self.0.iter().map(line).collect()
    }

    pub(super) fn data(&self, cx: &PageContext) -> Vec<DataSource> {
        let source = |id: &SourceId| {
            let source = cx.snapshot().catalogue.source(*id);
            DataSource {
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                url: source.url.clone(),
                published: source.published.clone(),
            }
        };
        self.0.iter().map(source).collect()
    }
}

pub(crate) fn column(key: &'static str, label: impl Into<String>, kind: DataKind) -> DataColumn {
    DataColumn {
        key,
        label: label.into(),
        kind,
    }
}

pub(crate) fn text(text: impl Into<String>) -> DataCell {
    let text = text.into();
    if text.is_empty() {
        DataCell::Empty
    } else {
        DataCell::Text(text)
    }
}

pub(crate) fn number(value: Option<f64>) -> DataCell {
    value.map_or(DataCell::Empty, DataCell::Number)
}

pub(crate) fn whole(value: Option<impl Into<i64>>) -> DataCell {
    value.map_or(DataCell::Empty, |value| DataCell::Whole(value.into()))
}

pub(crate) fn value_column(cx: &PageContext, key: TableKey) -> DataColumn {
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let unit = words::unit(cx.lang(), indicator, key.component);
    let label = fill!(w::COL_VALUE, cx.lang(), unit = &unit);
    column("value", label, DataKind::Number(indicator.decimals(key.component)))
}

/// Where the value comes from.
pub(crate) fn origin_column(cx: &PageContext) -> DataColumn {
    column("value_origin", w::COL_VALUE_ORIGIN.get(cx.lang()), DataKind::Text)
}

pub(crate) fn origin_cell(cx: &PageContext, figure: &Figure) -> DataCell {
    let words = match figure.value {
        Observation::Known(_) if figure.computed() => w::VALUE_BY_RULE.get(cx.lang()),
        Observation::Known(_) => w::ORIGIN_PUBLISHED.get(cx.lang()),
        Observation::Conflict | Observation::Missing(_) => "",
    };
    text(words)
}

/// Rank with its denominator and where it comes from.
pub(crate) fn rank_columns(cx: &PageContext) -> [DataColumn; 3] {
    let lang = cx.lang();
    [
        column("rank", w::COL_RANK.get(lang), DataKind::Whole),
        column("rank_of", w::COL_RANK_OF.get(lang), DataKind::Whole),
        column("rank_origin", w::COL_RANK_ORIGIN.get(lang), DataKind::Text),
    ]
}

pub(crate) fn rank_cells(cx: &PageContext, rank: Option<Rank>, published: PublishedRank) -> [DataCell; 3] {
    let origin = match (rank, published) {
        (Some(rank), _) if rank.origin == RankOrigin::Computed => w::ORIGIN_COMPUTED.get(cx.lang()),
        (Some(_), _) => w::ORIGIN_PUBLISHED.get(cx.lang()),
        (None, PublishedRank::Conflict) => w::ORIGIN_CONFLICT.get(cx.lang()),
        (None, _) => "",
    };
    [whole(rank.map(|r| r.place)), whole(rank.map(|r| r.of)), text(origin)]
}

/// Changes, given only where they may be compared, and whether they may.
pub(crate) fn change_columns(cx: &PageContext, decimals: u8) -> [DataColumn; 4] {
    let lang = cx.lang();
    [
        column("change_value", w::COL_POINTS.get(lang), DataKind::Number(decimals)),
        column("change_places", w::COL_PLACES.get(lang), DataKind::Whole),
        column("compared_with", w::COL_COMPARED.get(lang), DataKind::Whole),
        column("comparable", w::COL_VERDICT.get(lang), DataKind::Text),
    ]
}

pub(crate) fn change_cells(cx: &PageContext, change: &Change) -> [DataCell; 4] {
    let lang = cx.lang();
    let any = change.value.is_some() || change.rank.is_some();
    let [values, places] = [change.verdict, change.places_verdict].map(|v| words::verdict(v).get(lang));
    let verdict = if !any {
        String::new()
    } else if values == places {
        values.to_owned()
    } else {
        fill!(
            w::TWO_VERDICTS,
            lang,
            verdict_of_values = values,
            verdict_of_ranks = places
        )
    };
    // Without the noise of binary fractions: no source gives more than six decimals.
    let points = change.comparable_points().filter(|_| any);
    let points = points.map(|points| domain::number::round(points, 6));
    let places = change.comparable_places().filter(|_| any);
    [
        number(points),
        whole(places),
        whole(Some(change.year).filter(|_| any)),
        text(verdict),
    ]
}

/// The national figure as published, and the mean of a complete table: never one for the other.
pub(crate) fn country_columns(cx: &PageContext, kind: DataKind) -> [DataColumn; 2] {
    let lang = cx.lang();
    [
        column("nation", w::COL_NATION.get(lang), kind),
        column("mean", w::COL_MEAN.get(lang), kind),
    ]
}

pub(crate) fn country_cells(cx: &PageContext, table: &Table) -> [DataCell; 2] {
    let published = table.nation.and_then(|at| cx.snapshot().figure(at).value.value());
    [number(published), number(cx.snapshot().computed_mean(table))]
}

/// The observation status of SDMX (code list `CL_OBS_STATUS`).
pub(crate) fn status_column(cx: &PageContext) -> DataColumn {
    column(OBS_STATUS, w::COL_OBS_STATUS.get(cx.lang()), DataKind::Text)
}

/// The status of a figure. Of several that apply, SDMX' guideline on the list lets a break come first. A value that
/// follows from others by the publisher's rule is a normal one: nothing is estimated; `value_origin` marks it.
pub(crate) fn status_cell(figure: &Figure, broken: bool) -> DataCell {
    let approximate = || {
        figure
            .claims
            .iter()
            .any(|claim| claim.value.is_some_and(|value| value.approx.is_some()))
    };
    text(match figure.value {
        Observation::Known(_) if broken => "B",
        Observation::Known(_) if approximate() => "E",
        Observation::Known(_) => "A",
        Observation::Conflict => "O",
        Observation::Missing(reason) => missing_status(reason),
    })
}

/// Whether the series breaks between the year before and this one.
pub(crate) fn breaks(change: &Change) -> bool {
    change.value.is_some() && !change.verdict.comparable()
}

/// The status of a value that is not there.
pub(crate) const fn missing_status(reason: Missing) -> &'static str {
    match reason {
        // Data cannot exist.
        Missing::BeforeUnit | Missing::AfterUnit => "M",
        // Data exist but were not collected.
        Missing::NotSurveyed => "L",
        Missing::NotFound | Missing::NotPublished | Missing::NotRanked => "O",
    }
}

/// Why there is no value, and where it was published.
pub(crate) fn end_columns(cx: &PageContext) -> [DataColumn; 2] {
    let lang = cx.lang();
    [
        column("why_empty", w::COL_WHY.get(lang), DataKind::Text),
        column("sources", w::COL_SOURCES.get(lang), DataKind::Text),
    ]
}

pub(crate) fn end_cells(cx: &PageContext, figure: &Figure, sources: &mut Sources) -> [DataCell; 2] {
    sources.add(figure);
    let lang = cx.lang();
    let why = match (figure.value, &figure.decision) {
        (Observation::Known(_), Some(decision)) => fill!(w::CELL_CHOSEN, lang, reason = decision.reason.get(lang)),
        (Observation::Known(_), None) => String::new(),
        (Observation::Conflict, _) => w::CELL_CONFLICT.get(lang).to_owned(),
        (Observation::Missing(reason), _) => words::missing(reason).get(lang).to_owned(),
    };
    let mut titles: Vec<&str> = figure
        .claims
        .iter()
        .map(|claim| cx.snapshot().catalogue.source(claim.source).title.as_str())
        .collect();
    titles.dedup();
    [text(why), text(titles.join("; "))]
}
