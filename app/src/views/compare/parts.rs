//! The second table: components by province, for one year.

use domain::{AsOf, ComponentId, Figure, Kind, Observation, ProvinceId, Rank, RankPolicy, Table, TableKey, number};
use messages::fill;

use super::{facts::components, model::Comparison, rows::maximum};
use crate::{
    context::PageContext,
    views::ranking::{
        conflicts::{Conflict, claims},
        rows::{SourceList, ValueCell, differing},
    },
    words,
};

/// What stands beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    None,
    Highest,
    Lowest,
}

/// One cell.
pub(crate) struct PartCell {
    pub(crate) value: ValueCell,
    /// The rank, where it is all that is known.
    pub(crate) rank: Option<Rank>,
    pub(crate) mark: Mark,
    pub(crate) as_of: Option<String>,
}

/// One component.
pub(crate) struct PartLine {
    pub(crate) name: String,
    /// The highest possible value, as read; empty where it is not known.
    pub(crate) max: String,
    pub(crate) cells: Vec<PartCell>,
    /// True when nothing is marked because the figures describe different moments.
    pub(crate) mixed: bool,
    pub(crate) sources: Vec<usize>,
}

/// The whole table.
pub(crate) struct PartTable {
    pub(crate) heads: Vec<String>,
    pub(crate) lines: Vec<PartLine>,
    pub(crate) with_max: bool,
    /// True for counts: "most" instead of "highest".
    pub(crate) counts: bool,
    pub(crate) conflicts: Vec<Conflict>,
}

/// `None` if no component has a figure of any of those compared.
pub(crate) fn part_table(cx: &PageContext, compared: &Comparison<'_>, sources: &mut SourceList) -> Option<PartTable> {
    let (snapshot, key) = (cx.snapshot(), compared.key());
    let mut conflicts = Vec::new();
    let lines: Vec<PartLine> = components(snapshot, key)
        .into_iter()
        .filter_map(|id| line(cx, compared, id, (sources, &mut conflicts)))
        .collect();
    if lines.is_empty() {
        return None;
    }
    Some(PartTable {
        heads: compared.shown.iter().map(|id| compared.name(cx, *id)).collect(),
        with_max: lines.iter().any(|line| !line.max.is_empty()),
        counts: snapshot.catalogue.indicator(key.indicator).kind != Kind::Score,
        lines,
        conflicts,
    })
}

fn line(
    cx: &PageContext,
    compared: &Comparison<'_>,
    component: ComponentId,
    (sources, conflicts): (&mut SourceList, &mut Vec<Conflict>),
) -> Option<PartLine> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let table = snapshot.table(TableKey { component, ..key })?;
    let figures: Vec<Option<&Figure>> = compared
        .shown
        .iter()
        .map(|id| Some(snapshot.figure(table.row(*id)?.figure)))
        .collect();
    let ranked = indicator.ranks != RankPolicy::None && !table.mixed;
    let rank = |id: ProvinceId| table.row(id).filter(|_| ranked)?.rank;
    let told = |figure: &&Figure| figure.conflicting() || figure.value.value().is_some();
    if !figures.iter().flatten().any(told) && !compared.shown.iter().any(|id| rank(*id).is_some()) {
        return None;
    }
    let name = indicator
        .component(component)
        .name_in(Some(key.year))
        .get(lang)
        .to_owned();
    for (id, figure) in compared.shown.iter().zip(&figures) {
        let disputed = figure.filter(|figure| figure.disputed());
        conflicts.extend(disputed.map(|figure| Conflict {
            name: format!("{}, {name}", compared.name(cx, *id)),
            slug: Some(snapshot.catalogue.provinces.get(*id).slug.clone()),
            claims: claims(cx, figure, sources),
        }));
    }
    let (marks, mixed) = marks(&figures, indicator.decimals(component), indicator.kind);
    let cell = |((id, figure), mark): ((&ProvinceId, &Option<&Figure>), Mark)| PartCell {
        value: value(cx, table, (*id, *figure)),
        rank: rank(*id).filter(|_| figure.is_some_and(|f| f.value.value().is_none())),
        mark,
        as_of: figure.and_then(|f| f.key.as_of).map(|moment| moment.format(lang)),
    };
    let cells = compared.shown.iter().zip(&figures).zip(marks).map(cell);
    let cells = cells.collect();
    let mut numbers: Vec<usize> = figures
        .iter()
        .flatten()
        .flat_map(|figure| sources.numbers(figure))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    Some(PartLine {
        name,
        max: indicator
            .scale(component, key.year)
            .map_or_else(String::new, |(_, max)| maximum(lang, max)),
        cells,
        mixed,
        sources: numbers,
    })
}

/// A value, or why there is none.
fn value(cx: &PageContext, table: &Table, (id, figure): (ProvinceId, Option<&Figure>)) -> ValueCell {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let missing = |reason| ValueCell::Missing(words::missing(reason).get(lang));
    let Some(figure) = figure else {
        let stated = table.absent.iter().find(|(other, _)| *other == id);
        return missing(stated.map_or(domain::Missing::NotFound, |(_, reason)| *reason));
    };
    match figure.value {
        Observation::Known(_) => ValueCell::Known(words::value(lang, indicator, figure).unwrap_or_default()),
        Observation::Conflict => ValueCell::Conflict(differing(figure)),
        Observation::Missing(reason) => missing(reason),
    }
}

/// The highest and the lowest exact value of a row, equal ones alike; none where fewer than two differ,
/// where they describe different moments (then true) or are out of different totals.
fn marks(figures: &[Option<&Figure>], decimals: u8, kind: Kind) -> (Vec<Mark>, bool) {
    let exact: Vec<Option<(f64, Option<AsOf>)>> = figures
        .iter()
        .map(|figure| match figure.as_ref()?.value {
            Observation::Known(q) if q.approx.is_none() => {
                Some((number::round(q.value, decimals), figure.as_ref()?.key.as_of))
            }
            _ => None,
        })
        .collect();
    let none = vec![Mark::None; figures.len()];
    let known: Vec<(f64, Option<AsOf>)> = exact.iter().flatten().copied().collect();
    if known.windows(2).any(|pair| pair[0].1 != pair[1].1) {
        return (none, true);
    }
    let values = || known.iter().map(|(value, _)| *value);
    let (low, high) = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    if kind == Kind::Coverage || known.len() < 2 || low >= high {
        return (none, false);
    }
    let mark = |value: &Option<(f64, Option<AsOf>)>| match value {
        Some((value, _)) if *value >= high => Mark::Highest,
        Some((value, _)) if *value <= low => Mark::Lowest,
        _ => Mark::None,
    };
    (exact.iter().map(mark).collect(), false)
}

/// A component's name with its maximum: `Tham gia (tối đa 10)`.
pub(super) fn with_max(lang: domain::Lang, name: &str, max: f64) -> String {
    fill!(
        messages::compare::WITH_MAX,
        lang,
        component = name,
        maximum = &maximum(lang, max)
    )
}
