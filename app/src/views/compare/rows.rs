//! The aligned table: a province a line.

use domain::{
    Figure, Observation, ProvinceId, ProvinceList, PublishedRank, Rank, RankOrigin, RankPolicy, Unit, number,
};

pub(crate) use super::{
    model::{Comparison, finding},
    peers::{self, Band},
};
use crate::{
    context::PageContext,
    views::ranking::{
        conflicts::{Conflict, claims},
        rows::{RankCell, SourceList, ValueCell, differing},
    },
    words::{self, ChangeCell},
};

/// One line.
pub(crate) struct Line {
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) region: String,
    /// Value of the earlier year, as read; `None` if it is not known.
    pub(crate) before: Option<String>,
    pub(crate) value: ValueCell,
    pub(crate) points: ChangeCell,
    pub(crate) rank_before: RankCell,
    pub(crate) rank: RankCell,
    pub(crate) places: ChangeCell,
    pub(crate) band: Option<Band>,
    pub(crate) as_of: Option<String>,
    pub(crate) sources: Vec<usize>,
    /// The province whose peers the others are.
    pub(crate) first: bool,
}

/// Which columns have something to show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) ranked: bool,
    pub(crate) grouped: bool,
    pub(crate) banded: bool,
    pub(crate) tiered: bool,
    pub(crate) as_of: bool,
}

/// All lines.
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) shape: Shape,
    pub(crate) conflicts: Vec<Conflict>,
    /// Rank and value of those for which they do not fit.
    pub(crate) contradicted: Vec<String>,
}

pub(crate) fn lines(cx: &PageContext, compared: &Comparison<'_>, sources: &mut SourceList) -> Lines {
    let indicator = cx.snapshot().catalogue.indicator(compared.key().indicator);
    let lines: Vec<Line> = compared
        .shown
        .iter()
        .map(|id| line(cx, compared, *id, sources))
        .collect();
    let any = |is: fn(&Band) -> bool| lines.iter().filter_map(|line| line.band.as_ref()).any(is);
    let shape = Shape {
        ranked: indicator.ranks != RankPolicy::None && !compared.table.mixed,
        grouped: any(|band| matches!(band, Band::Group(_))),
        banded: any(|band| matches!(band, Band::Label(_))),
        tiered: any(|band| matches!(band, Band::Tier(_))),
        as_of: lines.iter().any(|line| line.as_of.is_some()),
    };
    Lines {
        shape,
        conflicts: conflicts(cx, compared, sources),
        contradicted: contradicted(cx, compared),
        lines,
    }
}

fn line(cx: &PageContext, compared: &Comparison<'_>, id: ProvinceId, sources: &mut SourceList) -> Line {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let row = compared.table.row(id);
    let figure = row.map(|row| snapshot.figure(row.figure));
    let base = compared.from.and_then(|from| snapshot.base_row(key, from, id));
    let base = base.map(|row| snapshot.figure(row.figure));
    let change = compared.from.map(|from| snapshot.change(key, from, id));
    let decimals = indicator.decimals(key.component);
    let none = ChangeCell {
        mark: words::Mark::NoBase,
        text: String::new(),
        words: String::new(),
    };
    let reason = || {
        let stated = compared.table.absent.iter().find(|(other, _)| *other == id);
        stated.map_or(domain::Missing::NotFound, |(_, reason)| *reason)
    };
    let rank = row.and_then(|row| row.rank);
    let both = base.into_iter().chain(figure);
    let mut numbers: Vec<usize> = both.flat_map(|figure| sources.numbers(figure)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    Line {
        slug: snapshot.catalogue.provinces.get(id).slug.clone(),
        name: compared.name(cx, id),
        region: finding::region(snapshot, lang, id, key),
        before: base.and_then(|figure| words::value(lang, indicator, figure)),
        value: match figure.map(|figure| (figure.value, figure)) {
            None => ValueCell::Missing(words::missing(reason()).get(lang)),
            Some((Observation::Known(_), figure)) => {
                ValueCell::Known(words::value(lang, indicator, figure).unwrap_or_default())
            }
            Some((Observation::Conflict, figure)) => ValueCell::Conflict(differing(figure)),
            Some((Observation::Missing(reason), _)) => ValueCell::Missing(words::missing(reason).get(lang)),
        },
        points: change.map_or_else(
            || none.clone(),
            |change| words::points(lang, &change, decimals, key.year),
        ),
        places: change.map_or(none, |change| words::places(lang, &change, rank, key.year)),
        rank_before: rank_cell(change.and_then(|change| change.rank), base),
        rank: rank_cell(rank, figure),
        band: row.and_then(|row| peers::band(cx, compared.table, row)),
        as_of: figure
            .and_then(|figure| figure.key.as_of)
            .map(|moment| moment.format(lang)),
        sources: numbers,
        first: compared.first() == Some(id),
    }
}

fn rank_cell(rank: Option<Rank>, figure: Option<&Figure>) -> RankCell {
    match (rank, figure.map(|figure| figure.rank)) {
        (Some(rank), _) => RankCell::Known {
            rank,
            computed: rank.origin == RankOrigin::Computed,
        },
        (None, Some(PublishedRank::Conflict)) => RankCell::Conflict,
        (None, _) => RankCell::Unknown,
    }
}

/// The disputes among those compared, in both years.
fn conflicts(cx: &PageContext, compared: &Comparison<'_>, sources: &mut SourceList) -> Vec<Conflict> {
    let (snapshot, key) = (cx.snapshot(), compared.key());
    let mut found = Vec::new();
    for id in &compared.shown {
        let now = compared.table.row(*id).map(|row| (key.year, row));
        let before = compared
            .from
            .and_then(|from| Some((from, snapshot.base_row(key, from, *id)?)));
        for (year, row) in now.into_iter().chain(before) {
            let figure = snapshot.figure(row.figure);
            if figure.disputed() {
                found.push(Conflict {
                    name: format!("{} {year}", compared.name(cx, *id)),
                    slug: Some(snapshot.catalogue.provinces.get(*id).slug.clone()),
                    claims: claims(cx, figure, sources),
                });
            }
        }
    }
    found
}

fn contradicted(cx: &PageContext, compared: &Comparison<'_>) -> Vec<String> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(compared.key().indicator);
    let wrong = compared
        .shown
        .iter()
        .filter(|id| compared.table.contradicted.contains(id));
    let rows = wrong.filter_map(|id| compared.table.row(*id));
    rows.map(|row| {
        let value = words::value(lang, indicator, cx.snapshot().figure(row.figure)).unwrap_or_default();
        let rank = row.rank.map(words::rank).unwrap_or_default();
        format!("{}: {rank}, {value}", compared.name(cx, row.province))
    })
    .collect()
}

/// Heading of the values: `Điểm 2019 (điểm)`, with the unit where it is not in the cells.
pub(crate) fn value_head(cx: &PageContext, compared: &Comparison<'_>, year: i32) -> String {
    let key = compared.key();
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    match indicator.unit(key.component) {
        Unit::Count => {
            let unit = words::unit(cx.lang(), indicator, key.component);
            if unit.is_empty() {
                year.to_string()
            } else {
                format!("{year} ({unit})")
            }
        }
        Unit::Point | Unit::Percent => year.to_string(),
    }
}

/// A maximum without needless decimals: 10, 14,5.
pub(crate) fn maximum(lang: domain::Lang, max: f64) -> String {
    let decimals = (0..3).find(|n| (max - number::round(max, *n)).abs() < 1e-9);
    number::format(lang, max, decimals.unwrap_or(2))
}

/// The list of a comparison in words.
pub(crate) const fn units(basis: ProvinceList) -> messages::Msg {
    match basis {
        ProvinceList::Before2025 => messages::compare::UNITS_63,
        ProvinceList::Since2025 => messages::compare::UNITS_34,
    }
}
