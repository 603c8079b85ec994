//! The ranking page: one indicator, component and year.

use domain::{
    Kind, Observation, ProvinceList, RankOrigin, RankPolicy, Row, SourceId, Table, TableKey, chart::ChartModel, number,
};
use messages::{arguments, common as m, fill};

use super::{
    choice::Sort,
    conflicts::{Conflict, conflicts, contradicted},
    params::{ChartKind, RankingQuery},
    rows::{self as ranking_rows, RankRow, SourceList},
};
use crate::{
    charts,
    components::paging::Window,
    context::PageContext,
    findings::{
        comparison::{self, VerdictNote},
        headline as finding,
        trends::Trends,
    },
    words,
};

/// Everything that the ranking page says.
pub(crate) struct RankingPage<'a> {
    pub(crate) query: RankingQuery,
    pub(crate) table: &'a Table,
    pub(crate) bases: Vec<ProvinceList>,
    pub(crate) title: String,
    pub(crate) measure: String,
    /// Measure, year, scale, direction and coverage, for other sites.
    pub(crate) description: String,
    /// Scale and direction.
    pub(crate) scale: String,
    /// "63/63 tỉnh, thành có số".
    pub(crate) coverage: String,
    /// The national figure as published, or the mean of the complete table.
    pub(crate) national: Vec<(String, Vec<usize>)>,
    pub(crate) verdict: VerdictNote,
    pub(crate) rank_note: String,
    /// How little one place says.
    pub(crate) how_little: Option<String>,
    /// What is known of followed provinces that have no row.
    pub(crate) own: Vec<String>,
    /// The lines of the page of the table that is shown.
    pub(crate) rows: Vec<RankRow>,
    /// The followed provinces once more, if they are not in sight at once.
    pub(crate) pinned: Vec<RankRow>,
    pub(crate) window: Window,
    pub(crate) columns: Columns,
    pub(crate) trend_head: String,
    pub(crate) absent: Vec<(String, Vec<(String, String)>)>,
    /// Provinces whose rank and score do not fit.
    pub(crate) contradicted: Vec<String>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) sources: Vec<SourceId>,
    pub(crate) charts: Vec<ChartKind>,
    pub(crate) chart: Option<(ChartKind, ChartModel)>,
    pub(crate) years: Vec<i32>,
}

/// Columns that have something to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) rank: bool,
    /// True when the ranks are computed here.
    pub(crate) computed: bool,
    pub(crate) group: bool,
    pub(crate) band: bool,
    /// Changes since the year before: only where one may be read as a movement.
    pub(crate) points: bool,
    pub(crate) places: bool,
    pub(crate) trend: bool,
    pub(crate) as_of: bool,
}

/// Computes the page; `None` if the year has no figures under the asked basis.
pub(crate) fn ranking<'a>(cx: &'a PageContext, mut query: RankingQuery) -> Option<RankingPage<'a>> {
    let snapshot = cx.snapshot();
    let bases = snapshot.bases(query.indicator, query.component, query.year);
    let basis = query.basis.or(bases.first().copied())?;
    let key = TableKey {
        indicator: query.indicator,
        component: query.component,
        basis,
        year: query.year,
    };
    let table = snapshot.table(key).filter(|t| !t.rows.is_empty())?;
    let lang = cx.lang();
    if table.mixed && query.sort == Sort::Rank && is_score(cx, table) {
        query.sort = Sort::Name;
    }
    let trends = Trends::new(cx, table);
    let mut sources = SourceList::default();
    ranking_rows::number_sources(cx, table, &mut sources);
    let arranged = ranking_rows::arrange(cx, table, &query.choice());
    let window = Window::new(LINES, arranged.len(), query.page);
    let shown = &arranged[window.range()];
    let pinned = pinned(&arranged, shown, &query);
    let [rows, pinned] =
        [shown, &pinned].map(|rows| ranking_rows::lines(cx, &trends, (table, rows), &query, &mut sources));
    let conflicts = conflicts(cx, table, &mut sources);
    let national = national(cx, table, &mut sources);
    let charts = kinds(cx, table, &trends);
    let chosen = query
        .chart
        .filter(|kind| charts.contains(kind))
        .or(charts.first().copied());
    let chart = chosen.and_then(|kind| {
        let model = match kind {
            ChartKind::Bump => trends.bump(&query.followed),
            ChartKind::Bars => charts::bars(cx, table, &query.followed),
            ChartKind::Slope => charts::slope(cx, table, &query.followed)?,
        };
        Some((kind, model))
    });
    let scale = finding::scale_and_direction(snapshot, lang, table);
    let measure = finding::measure(snapshot, lang, table);
    let mut described = vec![fill!(
        m::MEASURE,
        lang,
        measure = &measure,
        year = &query.year.to_string()
    )];
    described.extend(scale.iter().cloned());
    let trend_words = if trends.ranks { m::TREND_RANKS } else { m::TREND_VALUES };
    let span = [trends.years.first(), trends.years.last()].map(|y| y.map(ToString::to_string).unwrap_or_default());
    Some(RankingPage {
        title: finding::title(snapshot, lang, table, query.followed.first().copied()),
        measure,
        description: format!("{}. {}", described.join(", "), coverage(cx, table)),
        scale: scale.join(", "),
        coverage: coverage(cx, table),
        national,
        verdict: comparison::with_year_before(cx, table),
        rank_note: rank_note(cx, table),
        how_little: how_little(cx, table),
        own: own(cx, table, &query),
        rows,
        pinned,
        window,
        columns: columns(cx, table, &trends),
        trend_head: trend_words.fill(lang, &arguments![from = &span[0], to = &span[1]]),
        absent: absent(cx, table),
        contradicted: contradicted(cx, table),
        conflicts,
        sources: sources.0,
        charts,
        chart,
        years: snapshot.years(query.indicator, query.component),
        bases,
        table,
        query,
    })
}

/// Most lines on one page of the table. Tables of provinces stay whole.
const LINES: usize = 100;

/// Followed provinces up to this row need no line above the table.
const PINNED_AFTER: usize = 5;

/// The followed provinces, if one of them is further down or on another page of the table.
fn pinned<'a>(arranged: &[&'a Row], shown: &[&Row], query: &RankingQuery) -> Vec<&'a Row> {
    let followed = |row: &&&'a Row| query.followed.contains(&row.province);
    let own: Vec<&Row> = arranged.iter().filter(followed).copied().collect();
    let in_sight = shown.iter().take(PINNED_AFTER);
    let in_sight = in_sight.filter(|row| query.followed.contains(&row.province)).count();
    if in_sight == own.len() { Vec::new() } else { own }
}

fn columns(cx: &PageContext, table: &Table, trends: &Trends<'_>) -> Columns {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let ranked = indicator.ranks != RankPolicy::None;
    let figure = |row: &Row| cx.snapshot().figure(row.figure);
    let any = |has: &dyn Fn(&Row) -> bool| table.rows.iter().any(has);
    Columns {
        rank: ranked && any(&|row| row.rank.is_some() || figure(row).rank == domain::PublishedRank::Conflict),
        computed: any(&|row| row.rank.is_some_and(|rank| rank.origin == RankOrigin::Computed)),
        group: any(&|row| row.group.is_some()),
        band: any(&|row| ranking_rows::band(cx, table, row).is_some()),
        points: any(&|row| row.change.comparable_points().is_some()),
        places: ranked && any(&|row| row.change.comparable_places().is_some()),
        trend: any(&|row| trends.has_spark(row.province)),
        as_of: any(&|row| figure(row).key.as_of.is_some()),
    }
}

pub(crate) fn kinds(cx: &PageContext, table: &Table, trends: &Trends<'_>) -> Vec<ChartKind> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let mut kinds = Vec::new();
    // A publisher that declines to rank is not shown as a race of ranks first.
    let ranked = matches!(indicator.ranks, RankPolicy::Published | RankPolicy::PublishedOrComputed);
    if ranked && trends.full() {
        kinds.push(ChartKind::Bump);
    }
    if table.with_value > 0 {
        kinds.push(ChartKind::Bars);
    }
    if indicator.ranks != RankPolicy::None && charts::has_slope(cx, table) {
        kinds.push(ChartKind::Slope);
    }
    kinds
}

/// The page of a table.
pub(crate) fn address(cx: &PageContext, table: &Table) -> String {
    let key = table.key;
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let bases = cx.snapshot().bases(key.indicator, key.component, key.year);
    let component = match key.component {
        domain::ComponentId::TOTAL => "",
        id => &indicator.component(id).slug,
    };
    let basis = if bases.first() == Some(&key.basis) {
        ""
    } else {
        key.basis.code()
    };
    let parameters = [("component", component), ("basis", basis)];
    cx.links.ranking_with(&indicator.slug, key.year, &parameters)
}

pub(crate) fn coverage(cx: &PageContext, table: &Table) -> String {
    let lang = cx.lang();
    let text = fill!(
        m::COVERAGE,
        lang,
        count = table.rows.len(),
        total = &table.expected.to_string()
    );
    if table.with_value == table.rows.len() {
        return text;
    }
    format!(
        "{text} ({})",
        fill!(m::COVERAGE_VALUES, lang, count = &table.with_value.to_string())
    )
}

fn national(cx: &PageContext, table: &Table, sources: &mut SourceList) -> Vec<(String, Vec<usize>)> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let mut lines = Vec::new();
    if let Some(at) = table.nation {
        let figure = snapshot.figure(at);
        let notes = sources.numbers(figure);
        match figure.value {
            Observation::Known(_) => {
                let value = words::value(lang, indicator, figure).unwrap_or_default();
                lines.push((fill!(m::NATION_LINE, lang, value = &value), notes));
            }
            Observation::Conflict => lines.push((m::NATION_CONFLICT.get(lang).to_owned(), notes)),
            Observation::Missing(_) => {}
        }
    }
    if let Some(mean) = snapshot.computed_mean(table) {
        let text = number::format(lang, mean, indicator.decimals(table.key.component));
        lines.push((
            fill!(m::MEAN_LINE, lang, count = &table.with_value.to_string(), value = &text),
            Vec::new(),
        ));
    }
    lines
}

pub(crate) fn rank_note(cx: &PageContext, table: &Table) -> String {
    let ranks = origin_of_ranks(cx, table);
    match by_rule(cx, table) {
        Some(values) => format!("{ranks} {}", values.get(cx.lang())),
        None => ranks,
    }
}

/// What the mark at a value means, where the table has one.
pub(crate) fn by_rule(cx: &PageContext, table: &Table) -> Option<messages::Msg> {
    let computed = |row: &Row| cx.snapshot().figure(row.figure).computed();
    table.rows.iter().any(computed).then_some(m::BY_RULE)
}

fn origin_of_ranks(cx: &PageContext, table: &Table) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let ranks = || table.rows.iter().filter_map(|row| row.rank);
    let known = ranks().count();
    match indicator.ranks {
        RankPolicy::None => m::RANK_NONE.get(lang).to_owned(),
        _ if table.mixed => m::MIXED_MOMENTS.get(lang).to_owned(),
        RankPolicy::Groups if !table.complete => {
            fill!(
                m::RANK_GROUPS_PART,
                lang,
                count = table.rows.len(),
                total = &table.expected.to_string()
            )
        }
        RankPolicy::Groups if known > 0 => fill!(m::RANK_GROUPS, lang, count = &table.with_value.to_string()),
        _ if ranks().any(|rank| rank.origin == RankOrigin::Computed) => {
            fill!(m::RANK_COMPUTED, lang, count = &table.with_value.to_string())
        }
        _ if known == table.expected => m::RANK_PUBLISHED.get(lang).to_owned(),
        _ => fill!(
            m::RANK_PUBLISHED_PART,
            lang,
            count = &known.to_string(),
            total = &table.expected.to_string()
        ),
    }
}

/// How far neighbours in rank are apart.
fn how_little(cx: &PageContext, table: &Table) -> Option<String> {
    let gap = cx.snapshot().median_gap(table)?;
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let digits = indicator.decimals(table.key.component);
    Some(fill!(
        m::HOW_LITTLE,
        cx.lang(),
        points = &number::format(cx.lang(), gap, digits)
    ))
}

/// Followed provinces without a row: the nearest year that has one.
fn own(cx: &PageContext, table: &Table, query: &RankingQuery) -> Vec<String> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let missing = query.followed.iter().filter(|id| table.row(**id).is_none());
    let line = |id: &domain::ProvinceId| {
        let name = finding::name(snapshot, lang, *id, key);
        let known = snapshot
            .tables(key.indicator, key.component)
            .filter_map(|t| Some((t, t.row(*id)?)));
        let nearest = known.min_by_key(|(t, _)| ((t.key.year - key.year).abs(), std::cmp::Reverse(t.key.year)));
        let measure = finding::measure(snapshot, lang, table);
        let year = key.year.to_string();
        let Some((near, row)) = nearest else {
            return fill!(m::OWN_NEVER, lang, province = &name, measure = &measure);
        };
        let value = words::value(lang, indicator, snapshot.figure(row.figure));
        let rank = row
            .rank
            .map(|rank| fill!(m::OWN_RANK, lang, rank = &words::rank_said(lang, rank)));
        let known: Vec<String> = value.into_iter().chain(rank).collect();
        let known = known.join(", ");
        if near.key.year == key.year {
            return fill!(
                m::OWN_ELSEWHERE,
                lang,
                province = &name,
                year = &year,
                count = &near.expected.to_string(),
                figure = &known
            );
        }
        fill!(
            m::OWN_MISSING,
            lang,
            province = &name,
            measure = &measure,
            year = &year,
            year_nearest = &near.key.year.to_string(),
            figure = &known
        )
    };
    missing.map(line).collect()
}

/// Provinces without a figure by reason, each with its address. One that has a figure in
/// the other list of the same year is not missing, only elsewhere.
pub(crate) fn absent(cx: &PageContext, table: &Table) -> Vec<(String, Vec<(String, String)>)> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let other = match key.basis {
        ProvinceList::Before2025 => ProvinceList::Since2025,
        ProvinceList::Since2025 => ProvinceList::Before2025,
    };
    let elsewhere = snapshot.table(TableKey { basis: other, ..key });
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (id, reason) in &table.absent {
        let words = if elsewhere.is_some_and(|t| t.row(*id).is_some()) {
            fill!(m::IN_OTHER_LIST, lang, count = other.code())
        } else {
            words::missing(*reason).get(lang).to_owned()
        };
        let slug = &snapshot.catalogue.provinces.get(*id).slug;
        let named = (finding::name(snapshot, lang, *id, key), cx.links.province(slug));
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, names)) => names.push(named),
            None => groups.push((words, vec![named])),
        }
    }
    groups
}

/// True for indicators whose values are scores.
pub(crate) fn is_score(cx: &PageContext, table: &Table) -> bool {
    cx.snapshot().catalogue.indicator(table.key.indicator).kind == Kind::Score
}
