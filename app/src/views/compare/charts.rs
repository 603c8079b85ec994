//! The pictures of a comparison: years side by side, two years, components.

use domain::{
    Kind, Observation, ProvinceId, RankPolicy, Table,
    chart::{
        ChartBody, ChartModel, DotLink, DotMark, DotRow, DotSeries, Dots, Emphasis, Panel, Panels, Trend, TrendPoint,
        TrendSeries,
    },
    number,
};
use messages::{arguments, common as m, compare as w, fill};

use super::{
    facts::tables,
    model::{Comparison, Facts},
    resolve::names,
    summary,
};
use crate::{
    charts::{breaks, source_of},
    context::PageContext,
    findings::headline as finding,
    words,
};

/// The measure of a comparison: `PAPI` or `PAPI: Tham gia`.
pub(crate) fn measure(cx: &PageContext, compared: &Comparison<'_>) -> String {
    finding::measure(cx.snapshot(), cx.lang(), compared.table)
}

/// Numbers out of different totals lie on no common axis, and one province is no comparison.
pub(super) fn drawable(cx: &PageContext, compared: &Comparison<'_>) -> bool {
    let indicator = cx.snapshot().catalogue.indicator(compared.key().indicator);
    indicator.kind != Kind::Coverage && compared.shown.len() > 1
}

/// The points of each province, by year.
pub(crate) type Series = Vec<(ProvinceId, Vec<TrendPoint>)>;

/// One value of a province in a table, or its rank.
pub(super) fn point(cx: &PageContext, table: &Table, id: ProvinceId, ranks: bool) -> Option<TrendPoint> {
    let row = table.row(id)?;
    let key = table.key;
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let (value, text) = if ranks {
        let rank = row.rank.filter(|_| !table.mixed)?;
        (f64::from(rank.place), words::rank(rank))
    } else {
        let figure = cx.snapshot().figure(row.figure);
        match figure.value {
            Observation::Known(q) => {
                let text = words::quantity(cx.lang(), indicator, key.component, q);
                (q.value, words::marked(figure, text))
            }
            _ => return None,
        }
    };
    let year = key.year;
    Some(TrendPoint { year, value, text })
}

fn points(cx: &PageContext, compared: &Comparison<'_>, ranks: bool) -> Series {
    let key = compared.key();
    let of = |id: ProvinceId| {
        let all = tables(cx.snapshot(), key.indicator, key).filter_map(|table| point(cx, table, id, ranks));
        let mut all: Vec<TrendPoint> = all.collect();
        all.sort_by_key(|point| point.year);
        all
    };
    compared.shown.iter().map(|id| (*id, of(*id))).collect()
}

/// What is drawn over the years: values, or ranks where hardly any values are known.
pub(crate) fn series(cx: &PageContext, compared: &Comparison<'_>) -> Option<(bool, Series)> {
    if !drawable(cx, compared) {
        return None;
    }
    let indicator = cx.snapshot().catalogue.indicator(compared.key().indicator);
    let long = |all: &[(ProvinceId, Vec<TrendPoint>)]| all.iter().any(|(_, points)| points.len() > 1);
    let values = points(cx, compared, false);
    if long(&values) {
        return Some((false, values));
    }
    // Where the publisher declines to rank, no line of ranks is drawn.
    if !matches!(indicator.ranks, RankPolicy::Published | RankPolicy::PublishedOrComputed) {
        return None;
    }
    let ranks = points(cx, compared, true);
    long(&ranks).then_some((true, ranks))
}

/// Small multiples: one panel a province, all with the same years and the same axis.
pub(crate) fn lines(cx: &PageContext, compared: &Comparison<'_>, facts: &Facts) -> Option<ChartModel> {
    let lang = cx.lang();
    let (ranks, all) = series(cx, compared)?;
    let years = || all.iter().flat_map(|(_, points)| points).map(|point| point.year);
    let (first, last) = (years().min()?, years().max()?);
    let axis: Vec<i32> = (first..=last).collect();
    let (min, max) = ends(cx, compared, &all, ranks);
    let breaks = breaks(cx, compared.key().indicator, &axis);
    let frame = Trend {
        years: axis,
        series: Vec::new(),
        breaks,
        min,
        max,
    };
    let panels = panels(cx, compared, &all, &frame);
    let span = [first, last].map(|year| year.to_string());
    let measure = measure(cx, compared);
    let words = if ranks {
        w::LINES_SUBTITLE_RANKS
    } else {
        w::LINES_SUBTITLE
    };
    let mut subtitle = words.fill(lang, &arguments![measure = &measure, from = &span[0], to = &span[1]]);
    if !frame.breaks.is_empty() {
        subtitle = format!("{subtitle}; {}", m::BREAKS_NOTE.get(lang));
    }
    // A title has no room for saying that the years do not share one method.
    let title = match facts.years.as_ref().filter(|led| !ranks && !led.across_break) {
        Some(led) => fill!(
            w::TITLE_YEARS,
            lang,
            province = &led.name,
            count = &led.led.to_string(),
            total = &led.of.to_string()
        ),
        None => fill!(
            w::TITLE_LINES,
            lang,
            measure = &measure,
            provinces = &names(cx, compared),
            from = &span[0],
            to = &span[1]
        ),
    };
    Some(ChartModel {
        lang,
        title,
        subtitle,
        source: source_of(cx, compared.key().indicator),
        notes: Vec::new(),
        description: fill!(
            w::LINES_TEXT,
            lang,
            count = panels.len(),
            from = &span[0],
            to = &span[1],
            details = &told(&all, compared, cx)
        ),
        body: ChartBody::Panels(Panels { panels, ranks }),
    })
}

/// One panel a province that has a point: its own line, and all others in grey, in the same frame.
fn panels(cx: &PageContext, compared: &Comparison<'_>, all: &Series, frame: &Trend) -> Vec<Panel> {
    let series = |id: ProvinceId, points: &[TrendPoint], emphasis| TrendSeries {
        label: compared.name(cx, id),
        emphasis,
        points: points.to_vec(),
    };
    let drawn = || all.iter().filter(|(_, points)| !points.is_empty());
    let panel = |(own, points): &(ProvinceId, Vec<TrendPoint>)| {
        let others = drawn().filter(|(id, _)| id != own);
        let grey = others.map(|(id, points)| series(*id, points, Emphasis::Context));
        let all = grey.chain([series(*own, points, Emphasis::Highlight(0))]);
        Panel {
            label: compared.name(cx, *own),
            trend: Trend {
                series: all.collect(),
                ..frame.clone()
            },
        }
    };
    drawn().map(panel).collect()
}

/// First and last point of each province, for those who do not see the lines.
fn told(all: &[(ProvinceId, Vec<TrendPoint>)], compared: &Comparison<'_>, cx: &PageContext) -> String {
    let each = all.iter().filter_map(|(id, points)| {
        let (first, last) = (points.first()?, points.last()?);
        let name = compared.name(cx, *id);
        Some(if first.year == last.year {
            format!("{name}: {} ({})", first.text, first.year)
        } else {
            format!(
                "{name}: {} ({}) – {} ({})",
                first.text, first.year, last.text, last.year
            )
        })
    });
    format!("{}.", each.collect::<Vec<_>>().join("; "))
}

/// Ends of the common axis: scores with some room, counts from zero, ranks from 1.
fn ends(cx: &PageContext, compared: &Comparison<'_>, all: &[(ProvinceId, Vec<TrendPoint>)], ranks: bool) -> (f64, f64) {
    let values = || all.iter().flat_map(|(_, points)| points).map(|point| point.value);
    let (low, high) = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    if ranks {
        let key = compared.key();
        let field = tables(cx.snapshot(), key.indicator, key)
            .map(|table| table.expected)
            .max();
        return (1.0, field.map_or(high, crate::charts::small).max(high));
    }
    let indicator = cx.snapshot().catalogue.indicator(compared.key().indicator);
    if indicator.kind == Kind::Score {
        around(low, high)
    } else {
        (0.0, high)
    }
}

/// An axis around values that need not begin at zero.
fn around(low: f64, high: f64) -> (f64, f64) {
    let room = if high > low {
        (high - low) * 0.15
    } else {
        (high.abs() * 0.05).max(0.5)
    };
    ((low - room).max(0.0), high + room)
}

/// Two years: a row a province, an arrow only where the two may be compared.
pub(crate) fn years(cx: &PageContext, compared: &Comparison<'_>, facts: &Facts) -> Option<ChartModel> {
    let lang = cx.lang();
    let from = compared.from.filter(|_| drawable(cx, compared))?;
    let rows: Vec<DotRow> = compared
        .shown
        .iter()
        .filter_map(|id| year_row(cx, compared, from, *id))
        .collect();
    // Somebody must have both: one year alone is the table above.
    if !rows.iter().any(|row| row.marks.len() == 2) {
        return None;
    }
    let values = || rows.iter().flat_map(|row| &row.marks).map(|mark| mark.value);
    let (low, high) = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    let (min, max) = around(low, high);
    let pair = [from, compared.key().year].map(|year| year.to_string());
    let told = rows.iter().map(|row| {
        let marks: Vec<&str> = row.marks.iter().map(|mark| mark.text.as_str()).collect();
        let note = if row.note.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.note)
        };
        format!("{}: {}{note}", row.label, marks.join(" – "))
    });
    let told = format!("{}.", told.collect::<Vec<_>>().join("; "));
    let series = |label: &String, emphasis| DotSeries {
        label: label.clone(),
        emphasis,
    };
    let dots = Dots {
        series: vec![
            series(&pair[0], Emphasis::Context),
            series(&pair[1], Emphasis::Highlight(0)),
        ],
        min,
        max,
        reference: None,
        rows,
    };
    let measure = measure(cx, compared);
    Some(ChartModel {
        lang,
        title: summary::moves_title(facts).unwrap_or_else(|| {
            fill!(
                w::MEASURE_YEARS,
                lang,
                measure = &measure,
                to = &pair[1],
                from = &pair[0]
            )
        }),
        subtitle: fill!(
            w::YEARS_SUBTITLE,
            lang,
            measure = &measure,
            from = &pair[0],
            to = &pair[1]
        ),
        source: source_of(cx, compared.key().indicator),
        notes: Vec::new(),
        description: fill!(
            w::YEARS_TEXT,
            lang,
            count = dots.rows.len(),
            from = &pair[0],
            to = &pair[1],
            details = &told
        ),
        body: ChartBody::Dots(dots),
    })
}

fn year_row(cx: &PageContext, compared: &Comparison<'_>, from: i32, id: ProvinceId) -> Option<DotRow> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let change = snapshot.change(key, from, id);
    let now = compared.table.row(id).map(|row| snapshot.figure(row.figure));
    let before = snapshot.base_row(key, from, id).map(|row| snapshot.figure(row.figure));
    let mark = |(series, seen): (usize, Option<&domain::Figure>)| {
        let figure = seen?;
        let Observation::Known(q) = figure.value else {
            return None;
        };
        Some(DotMark {
            series,
            value: q.value,
            text: words::marked(figure, words::quantity(lang, indicator, key.component, q)),
        })
    };
    let marks: Vec<DotMark> = [(0, before), (1, now)].into_iter().filter_map(mark).collect();
    if marks.is_empty() {
        return None;
    }
    let (link, note) = match (change.points, change.comparable_points()) {
        (_, Some(points)) => (
            DotLink::Arrow,
            number::format_signed(lang, points, indicator.decimals(key.component)),
        ),
        (Ok(_), None) => (DotLink::None, "≠".to_owned()),
        (Err(_), None) => (DotLink::None, String::new()),
    };
    Some(DotRow {
        label: compared.name(cx, id),
        marks,
        link,
        note,
        scale: None,
        emphasis: lit(compared, id),
    })
}

fn lit(compared: &Comparison<'_>, id: ProvinceId) -> Emphasis {
    if compared.first() == Some(id) {
        Emphasis::Highlight(0)
    } else {
        Emphasis::Context
    }
}
