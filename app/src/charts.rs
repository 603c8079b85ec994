//! Chart models of a ranking.

use domain::{
    IndicatorId, Kind, Lead, Observation, ProvinceId, RankPolicy, RegionId, Row, Snapshot, Table, TableKey, Verdict,
    chart::{BarRow, Bars, Break, ChartBody, ChartModel, Emphasis, Reference, Slope, SlopeRow},
    number,
};
use messages::{arguments, common as m, fill};

use crate::{context::PageContext, findings::headline as finding, words};

/// More provinces than this are not drawn as lines in one picture: no reader could follow one of them.
pub(crate) const MOST_LINES: usize = 100;

/// Counts of provinces are small.
pub(crate) fn small(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

/// A break stands before each year that may not be compared with the year before.
pub(crate) fn breaks(cx: &PageContext, indicator: IndicatorId, years: &[i32]) -> Vec<Break> {
    let indicator = cx.snapshot().catalogue.indicator(indicator);
    let verdict = |pair: &[i32]| indicator.compare(pair[0], pair[1]).verdict;
    let pairs: Vec<&[i32]> = years.windows(2).filter(|pair| !verdict(pair).comparable()).collect();
    // One label is enough: with many breaks the subtitle says what the lines mean.
    let label = match pairs[..] {
        [only] if verdict(only) == Verdict::MethodChanged => m::NEW_METHOD.get(cx.lang()),
        _ => "",
    };
    let make = |pair: &[i32]| Break {
        before: pair[1],
        label: label.to_owned(),
    };
    pairs.into_iter().map(make).collect()
}

/// At most five: those that the reader follows, then the first three, then the climber.
pub(crate) fn highlighted(snapshot: &Snapshot, table: &Table, followed: &[ProvinceId]) -> Vec<ProvinceId> {
    let mut lit: Vec<ProvinceId> = followed.to_vec();
    let leaders = table
        .rows
        .iter()
        .filter(|r| r.rank.is_some())
        .take(3)
        .map(|r| r.province);
    for province in leaders.chain(snapshot.top_climber(table).map(|mover| mover.province)) {
        if lit.len() < 5 && !lit.contains(&province) {
            lit.push(province);
        }
    }
    lit
}

/// "Nguồn: VCCI. Thước Đo, bản dữ liệu số 1."
pub(crate) fn source_line(cx: &PageContext, table: &Table) -> String {
    source_of(cx, table.key.indicator)
}

pub(crate) fn source_of(cx: &PageContext, indicator: IndicatorId) -> String {
    source_of_all(cx, [indicator])
}

/// The same of several indicators: each publisher once.
pub(crate) fn source_of_all(cx: &PageContext, indicators: impl IntoIterator<Item = IndicatorId>) -> String {
    let mut publishers: Vec<&str> = Vec::new();
    for id in indicators {
        let publisher = cx.snapshot().catalogue.indicator(id).publisher.get(cx.lang());
        if !publishers.contains(&publisher) {
            publishers.push(publisher);
        }
    }
    let edition = cx.snapshot().edition.number.to_string();
    fill!(
        m::CHART_SOURCE,
        cx.lang(),
        publishers = &publishers.join("; "),
        edition = &edition
    )
}

/// How many bars there may be at most, and how many from the top and from the bottom stand for a table that is longer.
#[derive(Clone, Copy, Debug)]
struct Ends {
    most: usize,
    first: usize,
    last: usize,
}

const ON_SCREEN: Ends = Ends {
    most: MOST_LINES,
    first: 20,
    last: 3,
};
const IN_PRINT: Ends = Ends {
    most: 14,
    first: 10,
    last: 3,
};

/// All rows, or the first, the last and the followed ones of very many.
fn ends<'a>(rows: Vec<(&'a Row, f64)>, followed: &[ProvinceId], ends: Ends) -> Vec<(&'a Row, f64)> {
    if rows.len() <= ends.most {
        return rows;
    }
    let last = rows.len() - ends.last;
    let kept = rows.into_iter().enumerate();
    let kept = kept.filter(|(at, (row, _))| *at < ends.first || *at >= last || followed.contains(&row.province));
    kept.map(|(_, row)| row).collect()
}

/// Horizontal bars of all known values.
pub(crate) fn bars(cx: &PageContext, table: &Table, followed: &[ProvinceId]) -> ChartModel {
    bars_of(cx, table, followed, None)
}

/// The same of one region: values and ranks stay those of the whole country.
pub(crate) fn bars_of(
    cx: &PageContext,
    table: &Table,
    followed: &[ProvinceId],
    region: Option<RegionId>,
) -> ChartModel {
    chosen_bars(cx, table, followed, (region, ON_SCREEN))
}

/// The same for a page of print or a screen that is read from afar: the first, the followed and the last of many.
pub(crate) fn few_bars(
    cx: &PageContext,
    table: &Table,
    followed: &[ProvinceId],
    region: Option<RegionId>,
) -> ChartModel {
    chosen_bars(cx, table, followed, (region, IN_PRINT))
}

fn chosen_bars(
    cx: &PageContext,
    table: &Table,
    followed: &[ProvinceId],
    (region, kept): (Option<RegionId>, Ends),
) -> ChartModel {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let provinces = &snapshot.catalogue.provinces;
    let shown = |row: &&Row| region.is_none_or(|region| provinces.get(row.province).in_region(region));
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let decimals = indicator.decimals(table.key.component);
    // Where the publisher declines to rank, bars carry no ranks.
    let grouped = indicator.ranks == RankPolicy::Groups;
    let known = table.rows.iter().filter(shown);
    let known = known.filter_map(|row| Some((row, snapshot.figure(row.figure).value.value()?)));
    let mut known: Vec<(&Row, f64)> = known.collect();
    if indicator.kind != Kind::Score {
        known.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    }
    let all = known.len();
    let known = ends(known, followed, kept);
    let bar = |&(row, value): &(&Row, f64)| {
        let lit = followed.iter().position(|p| *p == row.province);
        let leads = followed.is_empty() && !grouped && row.rank.is_some_and(|r| r.place == 1);
        let emphasis = match lit {
            Some(i) => Emphasis::Highlight(u8::try_from(i).unwrap_or(4)),
            None if leads => Emphasis::Highlight(0),
            None => Emphasis::Context,
        };
        BarRow {
            label: finding::name(snapshot, lang, row.province, table.key),
            rank: row
                .rank
                .filter(|_| !grouped)
                .map(|r| r.place.to_string())
                .unwrap_or_default(),
            value,
            text: words::marked(snapshot.figure(row.figure), number::format(lang, value, decimals)),
            emphasis,
        }
    };
    let rows: Vec<BarRow> = known.iter().map(bar).collect();
    let top = rows.iter().map(|r| r.value).fold(0.0, f64::max);
    let max = indicator
        .scale(table.key.component, table.key.year)
        .map_or(top, |(_, max)| max);
    let title = drawn_title(cx, table, followed.first().copied());
    let mut subtitle = vec![fill!(
        m::BARS_SUBTITLE,
        lang,
        measure = &finding::measure(snapshot, lang, table),
        year = &table.key.year.to_string()
    )];
    subtitle.extend(finding::scale_and_direction(snapshot, lang, table));
    if rows.len() < all {
        subtitle.push(fill!(
            m::BARS_ENDS,
            lang,
            first = &kept.first.to_string(),
            last = &kept.last.to_string(),
            total = &all.to_string()
        ));
    }
    let disputed = table
        .rows
        .iter()
        .filter(shown)
        .filter(|row| snapshot.figure(row.figure).value == Observation::Conflict);
    let disputed: Vec<String> = disputed
        .map(|row| finding::name(snapshot, lang, row.province, table.key))
        .collect();
    if !disputed.is_empty() {
        subtitle.push(fill!(m::NOT_DRAWN, lang, provinces = &words::list(lang, &disputed)));
    }
    let head: Vec<String> = rows.iter().take(3).map(|r| format!("{} {}", r.label, r.text)).collect();
    let description = fill!(m::BARS_TEXT, lang, count = rows.len(), list = &words::list(lang, &head));
    let bars = Bars {
        reference: reference(cx, table),
        rows,
        min: 0.0,
        max,
    };
    ChartModel {
        lang,
        title,
        subtitle: subtitle.join(", "),
        source: source_line(cx, table),
        notes: Vec::new(),
        description,
        body: ChartBody::Bars(bars),
    }
}

/// The finding where those whom it names are drawn: whose value is disputed or not known is not.
fn drawn_title(cx: &PageContext, table: &Table, followed: Option<ProvinceId>) -> String {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let drawn = |id: &ProvinceId| {
        let row = table.row(*id);
        row.is_some_and(|row| snapshot.figure(row.figure).value.value().is_some())
    };
    match snapshot.lead(table) {
        Lead::Leads { provinces, .. } if !provinces.iter().all(drawn) => {
            finding::titled(snapshot, lang, table, &finding::coverage(lang, table))
        }
        _ => finding::title(snapshot, lang, table, followed.filter(drawn)),
    }
}

/// The national figure as published, or the mean of a complete table.
pub(crate) fn reference(cx: &PageContext, table: &Table) -> Option<Reference> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    if indicator.kind != Kind::Score {
        return None;
    }
    let decimals = indicator.decimals(table.key.component);
    let published = table.nation.and_then(|at| snapshot.figure(at).value.value());
    let (value, words) = match published {
        Some(value) => (value, m::NATION_REF),
        None => (snapshot.computed_mean(table)?, m::MEAN),
    };
    Some(Reference {
        value,
        label: words.fill(lang, &arguments![value = &number::format(lang, value, decimals)]),
    })
}

fn year_before<'a>(cx: &'a PageContext, table: &Table) -> Option<&'a Table> {
    let year = table.key.year - 1;
    cx.snapshot().table(TableKey { year, ..table.key })
}

/// True if a table has a slope chart: a province with a rank in this year and the one before, and not too many.
pub(crate) fn has_slope(cx: &PageContext, table: &Table) -> bool {
    let ranked = |table: &Table, id| table.row(id).is_some_and(|row| row.rank.is_some());
    let both = |before: &Table| {
        let mut rows = table.rows.iter().filter(|row| row.rank.is_some());
        rows.any(|row| ranked(before, row.province))
    };
    table.expected <= MOST_LINES && year_before(cx, table).is_some_and(both)
}

/// Ranks of two years, one line a province; nothing without a year before.
pub(crate) fn slope(cx: &PageContext, table: &Table, followed: &[ProvinceId]) -> Option<ChartModel> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let before = year_before(cx, table)?;
    let lit = highlighted(snapshot, table, followed);
    let name = |id| finding::name(snapshot, lang, id, table.key);
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let ranks = before.row(row.province).and_then(|old| old.rank).zip(row.rank);
        let Some((left, right)) = ranks else {
            without.push(name(row.province));
            continue;
        };
        let emphasis = lit
            .iter()
            .position(|p| *p == row.province)
            .map_or(Emphasis::Context, |i| Emphasis::Highlight(u8::try_from(i).unwrap_or(4)));
        rows.push(SlopeRow {
            label: name(row.province),
            left: f64::from(left.place),
            right: f64::from(right.place),
            left_text: words::rank(left),
            right_text: words::rank(right),
            emphasis,
        });
    }
    if rows.is_empty() {
        return None;
    }
    let [left, right] = [before.key.year, table.key.year].map(|y| y.to_string());
    let comparability = snapshot
        .catalogue
        .indicator(table.key.indicator)
        .compare(before.key.year, table.key.year);
    let mut subtitle = fill!(
        m::SLOPE_SUBTITLE,
        lang,
        measure = &finding::measure(snapshot, lang, table),
        from = &left,
        to = &right
    );
    if !comparability.verdict.comparable() {
        subtitle = format!("{subtitle}; {}", m::NOT_COMPARABLE.get(lang));
    }
    let lit_words: Vec<String> = rows
        .iter()
        .filter(|r| r.emphasis != Emphasis::Context)
        .map(|r| format!("{}: {} – {}", r.label, r.left_text, r.right_text))
        .collect();
    let description = fill!(
        m::SLOPE_TEXT,
        lang,
        from = &left,
        to = &right,
        count = rows.len(),
        list = &words::list(lang, &lit_words)
    );
    let max = small(before.expected.max(table.expected));
    let body = ChartBody::Slope(Slope {
        left,
        right,
        rows,
        min: 1.0,
        max,
        ranks: true,
        joined: comparability.verdict.comparable(),
        without,
    });
    let title = finding::title(snapshot, lang, table, followed.first().copied());
    Some(ChartModel {
        lang,
        title,
        subtitle,
        source: source_line(cx, table),
        notes: Vec::new(),
        description,
        body,
    })
}
