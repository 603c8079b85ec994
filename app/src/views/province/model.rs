//! The province page: every indicator of one province.

use domain::{
    ComponentId, Figure, IndicatorId, Kind, Observation, Place, ProfilePart, ProvinceId, ProvinceList, Strength, Table,
    chart::ChartModel,
};
use messages::{common as m, fill};

use super::charts as province_charts;
use crate::{
    context::PageContext,
    findings::verdicts::{self, Verdicts},
    views::{
        parts::model as parts,
        ranking::rows::{self as ranking_rows, RankCell, SourceList, ValueCell},
    },
    words::{self, ChangeCell},
};

/// One indicator of the province.
pub(crate) struct IndicatorPart {
    pub(crate) slug: String,
    pub(crate) short: String,
    pub(crate) name: String,
    /// Newest first.
    pub(crate) years: Vec<YearLine>,
    /// The line in which it stands where that is one of a component.
    pub(crate) standing: Option<YearLine>,
    /// Position in `years` of the year that stands for the indicator, or else of the newest.
    pub(crate) shown: usize,
    /// What is said of the year that is shown, in a line.
    pub(crate) verdicts: Option<Verdicts>,
    pub(crate) lines: Option<ChartModel>,
    pub(crate) components: Option<(i32, ChartModel)>,
    pub(crate) strengths: Option<Strengths>,
    /// Year and chart of its counts as parts of a whole.
    pub(crate) whole: Option<(i32, ChartModel)>,
    /// Figures finer than a year or of several components, for counts and coverage.
    pub(crate) counts: Vec<CountLine>,
    /// What the mark at a value means, where a year has one.
    pub(crate) by_rule: Option<&'static str>,
}

/// One year of one indicator.
#[derive(Clone)]
pub(crate) struct YearLine {
    pub(crate) year: i32,
    pub(crate) link: String,
    pub(crate) value: ValueCell,
    pub(crate) rank: RankCell,
    pub(crate) group: Option<u8>,
    pub(crate) band: Option<String>,
    pub(crate) points: ChangeCell,
    pub(crate) places: ChangeCell,
    pub(crate) sources: Vec<usize>,
    pub(crate) claims: Vec<(String, Vec<usize>)>,
}

/// A count or a coverage with its moment.
pub(crate) struct CountLine {
    pub(crate) component: String,
    pub(crate) as_of: String,
    pub(crate) value: ValueCell,
    pub(crate) note: String,
    pub(crate) sources: Vec<usize>,
    pub(crate) claims: Vec<(String, Vec<usize>)>,
}

/// The three strongest and weakest components of the newest year that has them.
pub(crate) struct Strengths {
    pub(crate) year: i32,
    pub(crate) how: &'static str,
    pub(crate) strong: Vec<(String, String)>,
    pub(crate) weak: Vec<(String, String)>,
}

/// Computes all indicators of a province; those without a figure are only named.
pub(crate) fn parts(
    cx: &PageContext,
    province: ProvinceId,
    sources: &mut SourceList,
) -> (Vec<IndicatorPart>, Vec<String>) {
    let (mut parts, mut without) = (Vec::new(), Vec::new());
    for (id, indicator) in cx.snapshot().catalogue.indicators() {
        let years = years(cx, id, province, sources);
        let counts = counts(cx, id, province, sources);
        if years.is_empty() && counts.is_empty() {
            without.push(indicator.short.get(cx.lang()).to_owned());
            continue;
        }
        let newest = cx.snapshot().profile_year(id, province);
        parts.push(IndicatorPart {
            slug: indicator.slug.clone(),
            short: indicator.short.get(cx.lang()).to_owned(),
            name: indicator.name.get(cx.lang()).to_owned(),
            verdicts: verdict(cx, id, province),
            lines: province_charts::lines(cx, id, province),
            components: newest.and_then(|(basis, year)| {
                let scored = indicator.kind == Kind::Score;
                let model = scored
                    .then(|| province_charts::components(cx, (id, basis, year), province))
                    .flatten();
                model.map(|model| (year, model))
            }),
            whole: parts::newest(cx, id, province).map(|parts| (parts.query.year, parts.chart(cx))),
            strengths: newest.and_then(|at| strengths(cx, id, at, province)),
            shown: shown(cx, id, &years),
            standing: of_component(cx, id, province, sources),
            by_rule: by_rule(cx, id, province),
            years,
            counts,
        });
    }
    (parts, without)
}

/// The verdicts on the year that is shown; counts have none.
fn verdict(cx: &PageContext, id: IndicatorId, province: ProvinceId) -> Option<Verdicts> {
    let scored = cx.snapshot().catalogue.indicator(id).kind == Kind::Score;
    // Of the same year as the line above: where the province stands.
    let (table, _) = cx.snapshot().table_for(id, province).filter(|_| scored)?;
    verdicts::of(cx, table, province)
}

/// Where the province stands by a component that says more than the headline figure.
fn of_component(cx: &PageContext, id: IndicatorId, province: ProvinceId, sources: &mut SourceList) -> Option<YearLine> {
    let (table, _) = cx.snapshot().table_for(id, province)?;
    let part = table.key.component != ComponentId::TOTAL;
    part.then(|| year_line(cx, table, province, sources)).flatten()
}

/// Which line says where the province stands: the year in which enough of the others are known.
fn shown(cx: &PageContext, id: IndicatorId, years: &[YearLine]) -> usize {
    let year = cx.snapshot().default_year(id);
    years.iter().position(|line| Some(line.year) == year).unwrap_or(0)
}

/// "Nghệ An: hạng 12/63 về SIPAS 2023, …": the first three scores in which it has a place.
pub(crate) fn title(cx: &PageContext, name: &str, parts: &[IndicatorPart]) -> String {
    let lang = cx.lang();
    let place = |part: &IndicatorPart| {
        let line = part.years.get(part.shown)?;
        let of = [part.short.as_str(), &line.year.to_string()].join(" ");
        match (line.group, &line.rank) {
            (Some(group), _) => {
                let group = words::group(group).get(lang).to_lowercase();
                Some(fill!(m::PLACE_GROUP, lang, group = &group, measure = &of))
            }
            (None, RankCell::Known { rank, .. }) => Some(fill!(
                m::PLACE,
                lang,
                rank = &words::rank_said(lang, *rank),
                measure = &of
            )),
            _ => None,
        }
    };
    let places: Vec<String> = parts.iter().filter_map(place).take(3).collect();
    if places.is_empty() {
        return name.to_owned();
    }
    format!("{name}: {}", places.join(", "))
}

fn by_rule(cx: &PageContext, id: IndicatorId, province: ProvinceId) -> Option<&'static str> {
    let mut tables = cx.snapshot().tables(id, ComponentId::TOTAL);
    let computed = |row: &domain::Row| cx.snapshot().figure(row.figure).computed();
    let any = tables.any(|table| table.row(province).is_some_and(computed));
    any.then_some(m::BY_RULE.get(cx.lang()))
}

/// All years of an indicator's headline figure, the newest first.
fn years(cx: &PageContext, id: IndicatorId, province: ProvinceId, sources: &mut SourceList) -> Vec<YearLine> {
    let snapshot = cx.snapshot();
    let mut tables: Vec<&Table> = snapshot.tables(id, ComponentId::TOTAL).collect();
    tables.sort_by_key(|t| std::cmp::Reverse(t.key.year));
    tables
        .into_iter()
        .filter_map(|table| year_line(cx, table, province, sources))
        .collect()
}

fn year_line(cx: &PageContext, table: &Table, province: ProvinceId, sources: &mut SourceList) -> Option<YearLine> {
    let (snapshot, lang, year) = (cx.snapshot(), cx.lang(), table.key.year);
    let row = table.row(province)?;
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let figure = snapshot.figure(row.figure);
    let value = figure.value.value();
    let highlight = &snapshot.catalogue.provinces.get(province).slug;
    let basis = table.key.basis.code();
    let component = match table.key.component {
        ComponentId::TOTAL => "",
        id => &indicator.component(id).slug,
    };
    Some(YearLine {
        year,
        link: cx.links.ranking_with(
            &indicator.slug,
            year,
            &[("component", component), ("basis", basis), ("highlight", highlight)],
        ),
        value: value_cell(cx, figure),
        rank: match (row.rank, figure.rank) {
            (Some(rank), _) => RankCell::Known {
                rank,
                computed: rank.origin == domain::RankOrigin::Computed,
            },
            (None, domain::PublishedRank::Conflict) => RankCell::Conflict,
            (None, _) => RankCell::Unknown,
        },
        group: row.group,
        band: value.and_then(|v| indicator.band(year, v)).map(str::to_owned),
        points: words::points(lang, &row.change, indicator.decimals(table.key.component), year),
        places: words::places(lang, &row.change, row.rank, year),
        sources: sources.numbers(figure),
        claims: conflict_claims(cx, figure, sources),
    })
}

pub(crate) fn value_cell(cx: &PageContext, figure: &Figure) -> ValueCell {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(figure.key.indicator);
    match figure.value {
        Observation::Known(_) => ValueCell::Known(words::value(lang, indicator, figure).unwrap_or_default()),
        Observation::Conflict => ValueCell::Conflict(ranking_rows::differing(figure)),
        Observation::Missing(reason) => ValueCell::Missing(words::missing(reason).get(lang)),
    }
}

fn conflict_claims(cx: &PageContext, figure: &Figure, sources: &mut SourceList) -> Vec<(String, Vec<usize>)> {
    if figure.disputed() {
        crate::views::ranking::conflicts::claims(cx, figure, sources)
    } else {
        Vec::new()
    }
}

/// Counts and coverage stand with their component and moment; for scores only figures
/// without a year do.
fn counts(cx: &PageContext, id: IndicatorId, province: ProvinceId, sources: &mut SourceList) -> Vec<CountLine> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(id);
    let mut figures: Vec<&Figure> = snapshot
        .figures_of(Place::Province(province))
        .filter(|f| f.key.indicator == id)
        .filter(|f| indicator.kind != Kind::Score || f.key.year.is_none())
        .collect();
    let moment = |f: &Figure| match f.key.as_of {
        Some(as_of) => as_of.latest_day(),
        None => f.key.year.map(domain::Date::year_end),
    };
    figures.sort_by_key(|f| (std::cmp::Reverse(moment(f)), f.key.component));
    figures
        .into_iter()
        .map(|figure| CountLine {
            component: indicator
                .component(figure.key.component)
                .name_in(figure.key.year)
                .get(lang)
                .to_owned(),
            as_of: figure.key.as_of.map_or_else(
                || figure.key.year.map(|y| y.to_string()).unwrap_or_default(),
                |moment| moment.format(lang),
            ),
            value: value_cell(cx, figure),
            note: note(figure, lang),
            sources: sources.numbers(figure),
            claims: conflict_claims(cx, figure, sources),
        })
        .collect()
}

fn note(figure: &Figure, lang: domain::Lang) -> String {
    let mut notes: Vec<&str> = figure
        .claims
        .iter()
        .filter_map(|c| c.note.as_ref())
        .map(|n| n.get(lang))
        .collect();
    notes.dedup();
    notes.join(" ")
}

/// The three strongest and weakest components, where the domain can order them.
fn strengths(cx: &PageContext, id: IndicatorId, at: (ProvinceList, i32), province: ProvinceId) -> Option<Strengths> {
    let lang = cx.lang();
    let profile = cx.snapshot().profile(id, at, province)?;
    let indicator = cx.snapshot().catalogue.indicator(id);
    let say = |part: &ProfilePart| {
        let name = indicator
            .component(part.component)
            .name_in(Some(at.1))
            .get(lang)
            .to_owned();
        let text = match (profile.by, part.rank, part.share) {
            (Strength::Rank, Some(rank), _) => words::rank(rank),
            (_, _, Some(share)) => format!("{}%", domain::number::format(lang, share * 100.0, 0)),
            _ => String::new(),
        };
        (name, text)
    };
    let how = match profile.by {
        Strength::Rank => m::BY_RANK,
        Strength::Share => m::BY_SHARE,
    };
    Some(Strengths {
        year: at.1,
        how: how.get(lang),
        strong: profile.parts.iter().take(3).map(say).collect(),
        weak: profile.parts.iter().rev().take(3).map(say).collect(),
    })
}
