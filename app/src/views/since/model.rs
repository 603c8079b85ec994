//! Changes over several years, only across comparable stretches.

use domain::{
    Change, Direction, Kind, Observation, ProvinceId, Rank, RankPolicy, Row, Table, Unit, YearComparison,
    competition_ranks, number,
};
use messages::{arguments, common as m, fill, since as w};

use super::params::{SinceQuery, longest};
use crate::{
    context::PageContext,
    findings::{
        comparison::{self, VerdictNote},
        headline as finding,
    },
    views::ranking::rows::{RankCell, SourceList, differing},
    words::{self, ChangeCell},
};

/// Everything that such a view says.
pub(crate) struct Since<'a> {
    pub(crate) query: SinceQuery,
    pub(crate) table: &'a Table,
    pub(crate) from: i32,
    pub(crate) comparison: YearComparison<'a>,
    pub(crate) title: String,
    pub(crate) measure: String,
    pub(crate) lead: String,
    pub(crate) coverage: String,
    pub(crate) verdict: VerdictNote,
    /// The longest stretch that can be compared, where it is another.
    pub(crate) longest: Option<(i32, i32)>,
    /// By change, those without one last; in the table's own order where nothing can be compared.
    pub(crate) lines: Vec<Line<'a>>,
    /// True when each line has its place in the order.
    pub(crate) numbered: bool,
    pub(crate) sources: SourceList,
}

/// One province.
pub(crate) struct Line<'a> {
    pub(crate) row: &'a Row,
    pub(crate) change: Change,
    pub(crate) name: String,
    /// Place in the order by change.
    pub(crate) order: Option<u16>,
    pub(crate) then: String,
    pub(crate) now: String,
    pub(crate) rank_then: Option<Rank>,
    pub(crate) rank_now: RankCell,
    pub(crate) points: ChangeCell,
    pub(crate) places: ChangeCell,
    pub(crate) followed: Option<usize>,
    pub(crate) sources: Vec<usize>,
}

/// Works the view out; `None` if the year has no figures.
pub(crate) fn since<'a>(cx: &'a PageContext, query: SinceQuery) -> Option<Since<'a>> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let table = query.table(snapshot)?;
    let from = table.key.year - query.years;
    let comparison = snapshot.comparison(table.key, from);
    let mut sources = SourceList::default();
    let mut lines: Vec<Line<'a>> = table
        .rows
        .iter()
        .map(|row| line(cx, table, row, (from, &query), &mut sources))
        .collect();
    let direction = snapshot
        .catalogue
        .indicator(table.key.indicator)
        .direction(table.key.component);
    if comparison.comparable() {
        arrange(&mut lines, direction);
    }
    let compared = lines
        .iter()
        .filter(|line| line.change.comparable_points().is_some())
        .count();
    let numbered = comparison.comparable() && is_numbered(cx, table, from, compared);
    if numbered {
        let points: Vec<f64> = lines.iter().filter_map(|l| l.change.comparable_points()).collect();
        let order = competition_ranks(&points, direction);
        for (line, order) in lines.iter_mut().zip(order) {
            line.order = Some(order);
        }
    }
    let measure = finding::measure(snapshot, lang, table);
    let ends = [from, table.key.year].map(|year| year.to_string());
    let longest = longest(snapshot, table.key).filter(|found| *found != (from, table.key.year));
    Some(Since {
        title: title(cx, table, (comparison, from), &lines),
        lead: fill!(
            w::SINCE_LEAD,
            lang,
            measure = &measure,
            from = &ends[0],
            to = &ends[1],
            count = query.years.unsigned_abs()
        ),
        coverage: fill!(
            w::SINCE_COVERAGE,
            lang,
            found = &compared.to_string(),
            expected = &table.expected.to_string()
        ),
        verdict: verdict(cx, table, (comparison, from)),
        measure,
        table,
        from,
        comparison,
        longest,
        lines,
        numbered,
        sources,
        query,
    })
}

fn line<'a>(
    cx: &PageContext,
    table: &Table,
    row: &'a Row,
    (from, query): (i32, &SinceQuery),
    sources: &mut SourceList,
) -> Line<'a> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let decimals = indicator.decimals(key.component);
    let (change, figure) = (snapshot.change(key, from, row.province), snapshot.figure(row.figure));
    let mut numbers = sources.numbers(figure);
    let before = snapshot.base_row(key, from, row.province);
    let before = before.map(|row| snapshot.figure(row.figure));
    numbers.extend(before.map(|figure| sources.numbers(figure)).unwrap_or_default());
    numbers.sort_unstable();
    numbers.dedup();
    let said = |figure: &domain::Figure| match figure.value {
        Observation::Known(_) => words::value(lang, indicator, figure).unwrap_or_default(),
        Observation::Conflict => fill!(m::CONFLICT_CELL, lang, count = &differing(figure).to_string()),
        Observation::Missing(reason) => words::missing(reason).get(lang).to_owned(),
    };
    Line {
        row,
        name: finding::name(snapshot, lang, row.province, key),
        order: None,
        then: before.map(said).unwrap_or_default(),
        now: said(figure),
        rank_then: change.rank,
        rank_now: row.rank.map_or(RankCell::Unknown, |rank| RankCell::Known {
            rank,
            computed: rank.origin == domain::RankOrigin::Computed,
        }),
        points: words::points(lang, &change, decimals, key.year),
        places: words::places(lang, &change, row.rank, key.year),
        followed: query.ranking.followed.iter().position(|id| *id == row.province),
        sources: numbers,
        change,
    }
}

/// The greatest improvement first; where no way is better, the greatest rise. Without a change last.
fn arrange(lines: &mut [Line<'_>], direction: Direction) {
    let points = |line: &Line<'_>| line.change.comparable_points();
    lines.sort_by(|a, b| match (points(a), points(b)) {
        (Some(a), Some(b)) if direction == Direction::Lower => a.total_cmp(&b),
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

/// An order from part of the provinces would be none; nor is there one of what says nothing about quality.
fn is_numbered(cx: &PageContext, table: &Table, from: i32, compared: usize) -> bool {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let before = cx.snapshot().table(domain::TableKey {
        year: from,
        ..table.key
    });
    let ordered = indicator.kind == Kind::Score && indicator.ranks != RankPolicy::None;
    ordered && table.complete && before.is_some_and(|t| t.complete) && compared == table.rows.len()
}

/// A difference with its unit: `+8,12 điểm`.
fn with_unit(cx: &PageContext, table: &Table, points: f64) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let component = table.key.component;
    let text = number::format_signed(lang, points, indicator.decimals(component));
    let unit = match indicator.unit(component) {
        Unit::Percent => w::PERCENT_POINTS.get(lang).to_owned(),
        Unit::Point | Unit::Count => words::unit(lang, indicator, component),
    };
    fill!(w::WITH_UNIT, lang, value = &text, unit = &unit)
        .trim_end()
        .to_owned()
}

/// Who changed most, where enough can be compared to say so.
fn title(cx: &PageContext, table: &Table, (comparison, from): (YearComparison<'_>, i32), lines: &[Line<'_>]) -> String {
    let (lang, to) = (cx.lang(), table.key.year);
    let measure = finding::measure(cx.snapshot(), lang, table);
    let ends = [from, to].map(|year| year.to_string());
    match comparison {
        YearComparison::NoBaseYear => fill!(w::NO_BASE, lang, measure = &measure, year = &ends[0]),
        _ if !comparison.comparable() => fill!(
            w::NOT_COMPARABLE,
            lang,
            measure = &measure,
            from = &ends[0],
            to = &ends[1]
        ),
        _ => finding::titled(cx.snapshot(), lang, table, &moved(cx, table, from, lines)),
    }
}

/// Who moved most between two years that may be compared.
fn moved(cx: &PageContext, table: &Table, from: i32, lines: &[Line<'_>]) -> String {
    let (lang, to) = (cx.lang(), table.key.year);
    let ends = [from, to].map(|year| year.to_string());
    let known: Vec<(&Line<'_>, f64)> = lines
        .iter()
        .filter_map(|line| Some((line, line.change.comparable_points()?)))
        .collect();
    let top = known.first().filter(|_| known.len() * 2 >= table.expected);
    let Some((_, most)) = top else {
        let counts = [known.len(), table.expected].map(|n| n.to_string());
        return fill!(
            w::FEW,
            lang,
            found = &counts[0],
            expected = &counts[1],
            from = &ends[0],
            to = &ends[1]
        );
    };
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let decimals = indicator.decimals(table.key.component);
    let lower = indicator.direction(table.key.component) == Direction::Lower;
    let shown = |points: f64| number::round(points, decimals);
    let years = to.abs_diff(from);
    if (lower && shown(*most) >= 0.0) || (!lower && shown(*most) <= 0.0) {
        let words = if lower { w::NONE_FELL } else { w::NONE_ROSE };
        return words.fill(lang, &arguments![count = years, from = &ends[0], to = &ends[1]]);
    }
    let names: Vec<String> = known
        .iter()
        .filter(|(_, points)| shown(*points).total_cmp(&shown(*most)).is_eq())
        .map(|(line, _)| line.name.clone())
        .collect();
    let (list, change) = (words::list(lang, &names), with_unit(cx, table, *most));
    let own = known.iter().find(|(line, _)| line.followed == Some(0));
    if let Some((line, points)) = own.filter(|(line, _)| !names.contains(&line.name)) {
        let own = with_unit(cx, table, *points);
        let words = if lower { w::OWN_AND_FELL } else { w::OWN_AND_ROSE };
        return words.fill(
            lang,
            &arguments![
                province = &line.name,
                province_change = &own,
                count = years,
                provinces = &list,
                change = &change
            ],
        );
    }
    let words = match (lower, names.len()) {
        (false, 1) => w::ROSE,
        (true, 1) => w::FELL,
        (false, _) => w::ROSE_TOGETHER,
        (true, _) => w::FELL_TOGETHER,
    };
    words.fill(lang, &arguments![provinces = &list, count = years, change = &change])
}

/// What is said above the table: whether the years compare, and if not, at which break.
fn verdict(cx: &PageContext, table: &Table, (comparison, from): (YearComparison<'_>, i32)) -> VerdictNote {
    let mut note = comparison::since(cx, table, from);
    let YearComparison::Methods(methods) = comparison else {
        return note;
    };
    let elsewhere = methods
        .pair
        .filter(|pair| (pair.from, pair.to) != (from, table.key.year));
    if let Some(pair) = elsewhere {
        note.reason = fill!(
            w::BREAK_AT,
            cx.lang(),
            from = &pair.from.to_string(),
            to = &pair.to.to_string(),
            reason = &note.reason
        );
    }
    note
}

impl Since<'_> {
    /// The provinces that the reader follows, as an address has them.
    pub(crate) fn followed(&self, cx: &PageContext) -> String {
        let provinces = &cx.snapshot().catalogue.provinces;
        let slug = |id: &ProvinceId| provinces.get(*id).slug.clone();
        let all: Vec<String> = self.query.ranking.followed.iter().map(slug).collect();
        all.join(",")
    }

    /// The parameters of its address besides the number of years.
    pub(crate) fn state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let (snapshot, key) = (cx.snapshot(), self.table.key);
        let about = snapshot.catalogue.indicator(key.indicator);
        let several = snapshot.bases(key.indicator, key.component, key.year).len() > 1;
        let basis = self.query.ranking.basis.filter(|_| several).map(|basis| basis.code());
        let component =
            (key.component != domain::ComponentId::TOTAL).then(|| about.component(key.component).slug.clone());
        [
            ("component", component.unwrap_or_default()),
            ("basis", basis.unwrap_or_default().to_owned()),
            ("highlight", self.followed(cx)),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    /// The same with how many years back, as the addresses of its views have them.
    pub(crate) fn view_state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let mut state = vec![("years", self.query.years.to_string())];
        state.extend(self.state(cx));
        state
    }

    /// The same view over other years.
    pub(crate) fn link(&self, cx: &PageContext, (from, to): (i32, i32)) -> String {
        let slug = &cx.snapshot().catalogue.indicator(self.table.key.indicator).slug;
        let state = self.state(cx);
        let mut all: Vec<(&str, &str)> = state.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let years = (to - from).to_string();
        all.push(("years", &years));
        cx.links.since(slug, to, &all)
    }
}
