//! Chart models of a province: its values over the years, and its components.

use domain::{
    ComponentId, IndicatorId, Kind, ProvinceId, ProvinceList, RankPolicy, Snapshot, Table, TableKey,
    chart::{ChartBody, ChartModel, Combined, ComponentRow, Components, Emphasis, Trend, TrendPoint, TrendSeries},
    number,
};
use messages::{common as m, export as w, fill};

use crate::{
    charts::{breaks, source_of},
    context::PageContext,
    findings::headline as finding,
    words,
};

/// Whether any year has a headline row of a province: without one its views have no figures.
pub(crate) fn has_row(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId) -> bool {
    let mut tables = snapshot.tables(indicator, ComponentId::TOTAL);
    tables.any(|table| table.row(province).is_some())
}

/// A province's headline values over the years, against the national figures as published
/// or, where there are none, the means of complete tables.
pub(crate) fn lines(cx: &PageContext, indicator: IndicatorId, province: ProvinceId) -> Option<ChartModel> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let about = snapshot.catalogue.indicator(indicator);
    let decimals = about.decimals(ComponentId::TOTAL);
    let read = |value: f64| number::format(lang, value, decimals);
    let (mut own, mut published, mut computed) = (Vec::new(), Vec::new(), Vec::new());
    for table in snapshot.tables(indicator, ComponentId::TOTAL) {
        let year = table.key.year;
        let Some(row) = table
            .row(province)
            .filter(|_| own.iter().all(|p: &TrendPoint| p.year != year))
        else {
            continue;
        };
        let point = |value: f64| TrendPoint {
            year,
            value,
            text: read(value),
        };
        let figure = snapshot.figure(row.figure);
        let Some(value) = figure.value.value() else {
            continue;
        };
        own.push(TrendPoint {
            text: words::marked(figure, read(value)),
            ..point(value)
        });
        published.extend(table.nation.and_then(|at| snapshot.figure(at).value.value()).map(point));
        computed.extend(snapshot.computed_mean(table).map(point));
    }
    for points in [&mut own, &mut published, &mut computed] {
        points.sort_by_key(|point| point.year);
    }
    // A published national figure and a computed mean are different things: never one line.
    let (nation, nation_label) = if published.len() > 1 {
        (published, m::NATION)
    } else {
        (computed, m::AVERAGE_MARK)
    };
    let (first, last) = (own.first()?.clone(), own.last()?.clone());
    let years: Vec<i32> = (first.year..=last.year).collect();
    let values = || own.iter().chain(&nation).map(|p| p.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let counted = about.kind != Kind::Score;
    let name = snapshot.catalogue.provinces.get(province).name.get(lang).to_owned();
    let mut series = vec![TrendSeries {
        label: name.clone(),
        emphasis: Emphasis::Highlight(0),
        points: own,
    }];
    if nation.len() > 1 {
        series.push(TrendSeries {
            label: nation_label.get(lang).to_owned(),
            emphasis: Emphasis::Highlight(1),
            points: nation,
        });
    }
    let breaks = breaks(cx, indicator, &years);
    let short = about.short.get(lang);
    let [from, to] = [first.year, last.year].map(|y| y.to_string());
    let mut subtitle = if from == to {
        format!("{short}, {to}")
    } else {
        format!("{short}, {from}–{to}")
    };
    if !breaks.is_empty() {
        subtitle = format!("{subtitle}; {}", m::BREAKS_NOTE.get(lang));
    }
    let ends = format!("{name}: {} ({from}), {} ({to}).", first.text, last.text);
    let description = fill!(m::LINES_TEXT, lang, from = &from, to = &to, values = &ends);
    // A single value stands in the middle of its axis.
    let spread = if high > low { high - low } else { high.abs().max(1.0) };
    let min = if counted { 0.0 } else { (low - spread * 0.15).max(0.0) };
    let trend = Trend {
        years,
        series,
        breaks,
        min,
        max: high + spread * 0.1,
    };
    let title = format!("{short} {to}: {name} {}", last.text);
    Some(ChartModel {
        lang,
        title,
        subtitle,
        source: source_of(cx, indicator),
        notes: Vec::new(),
        description,
        body: ChartBody::Lines(trend),
    })
}

/// Whether [`lines`] has a line: two years that may be joined. Elsewhere it shows dots apart.
pub(crate) fn joined(model: &ChartModel) -> bool {
    matches!(&model.body, ChartBody::Lines(trend) if trend.has_line())
}

/// A province's values above, its ranks below, over the same years. `None` if there are
/// fewer than two ranks.
pub(crate) fn combined(cx: &PageContext, indicator: IndicatorId, province: ProvinceId) -> Option<ChartModel> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let about = snapshot.catalogue.indicator(indicator);
    // Where the publisher declines to rank, no line of ranks is drawn.
    if !matches!(about.ranks, RankPolicy::Published | RankPolicy::PublishedOrComputed) {
        return None;
    }
    let upper = lines(cx, indicator, province)?;
    let ChartBody::Lines(scores) = upper.body else {
        return None;
    };
    if scores.series.first().is_none_or(|own| own.points.len() < 2) {
        return None;
    }
    let mut points: Vec<TrendPoint> = Vec::new();
    let mut worst = 1;
    for table in snapshot.tables(indicator, ComponentId::TOTAL) {
        let year = table.key.year;
        let rank = table.row(province).and_then(|row| row.rank);
        let Some(rank) = rank.filter(|_| points.iter().all(|p| p.year != year)) else {
            continue;
        };
        worst = worst.max(rank.of);
        points.push(TrendPoint {
            year,
            value: f64::from(rank.place),
            text: words::rank(rank),
        });
    }
    points.sort_by_key(|point| point.year);
    points.retain(|point| scores.years.contains(&point.year));
    if points.len() < 2 {
        return None;
    }
    let name = snapshot.catalogue.provinces.get(province).name.get(lang).to_owned();
    let last = points.last()?.text.clone();
    let ends = [scores.years.first()?, scores.years.last()?].map(ToString::to_string);
    let described = points.iter().map(|p| format!("{}: {}", p.year, p.text));
    let description = fill!(
        w::COMBINED_TEXT,
        lang,
        from = &ends[0],
        to = &ends[1],
        description = &format!("{} {}.", upper.description, described.collect::<Vec<_>>().join("; "))
    );
    let measure = format!("{}: {name}", about.short.get(lang));
    let mut subtitle = fill!(
        w::COMBINED_SUBTITLE,
        lang,
        measure = &measure,
        from = &ends[0],
        to = &ends[1]
    );
    if !scores.breaks.is_empty() {
        subtitle = format!("{subtitle}; {}", m::BREAKS_NOTE.get(lang));
    }
    let ranks = Trend {
        years: scores.years.clone(),
        series: vec![TrendSeries {
            label: name,
            emphasis: Emphasis::Highlight(0),
            points,
        }],
        breaks: scores.breaks.clone(),
        min: 1.0,
        max: f64::from(worst),
    };
    let score_label = match about.kind {
        Kind::Score => w::SCORE_PANEL.get(lang).to_owned(),
        _ => words::unit(lang, about, ComponentId::TOTAL),
    };
    Some(ChartModel {
        title: format!("{}, {} {last}", upper.title, m::RANK.get(lang).to_lowercase()),
        subtitle,
        description,
        body: ChartBody::Combined(Combined {
            score_label,
            scores,
            rank_label: w::RANK_PANEL.get(lang).to_owned(),
            ranks,
        }),
        ..upper
    })
}

/// A province's components in a year against the mean and the best of all provinces,
/// both only from complete tables (or published, for the mean).
pub(crate) fn components(
    cx: &PageContext,
    (indicator, basis, year): (IndicatorId, ProvinceList, i32),
    province: ProvinceId,
) -> Option<ChartModel> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let about = snapshot.catalogue.indicator(indicator);
    let mut rows = Vec::new();
    for (component, part) in about.domains(year) {
        let key = TableKey {
            indicator,
            component,
            basis,
            year,
        };
        let Some(table) = snapshot.table(key) else { continue };
        let Some(value) = table
            .row(province)
            .and_then(|row| snapshot.figure(row.figure).value.value())
        else {
            continue;
        };
        let decimals = about.decimals(component);
        let read = |v: f64| number::format(lang, v, decimals);
        let published = table.nation.and_then(|at| snapshot.figure(at).value.value());
        let average = published.or_else(|| snapshot.computed_mean(table));
        let best = table.complete.then(|| best(snapshot, table)).flatten();
        // Without a known maximum a bar would have no meaning.
        let Some((_, max)) = about.scale(component, year) else {
            continue;
        };
        rows.push(ComponentRow {
            label: part.name_in(Some(year)).get(lang).to_owned(),
            value,
            text: format!("{}/{}", read(value), trimmed(lang, max)),
            average,
            average_text: average.map_or_else(|| "–".to_owned(), read),
            best: best.map(|(_, v)| v),
            best_text: best.map_or_else(
                || "–".to_owned(),
                |(id, v)| format!("{} ({})", read(v), finding::name(snapshot, lang, id, key)),
            ),
            max,
        });
    }
    if rows.is_empty() {
        return None;
    }
    let name = snapshot
        .catalogue
        .provinces
        .get(province)
        .name_in(year)
        .get(lang)
        .to_owned();
    let short = about.short.get(lang);
    let title = fill!(
        m::COMPONENTS_OF,
        lang,
        indicator = short,
        year = &year.to_string(),
        province = &name
    );
    let parts: Vec<String> = rows.iter().map(|r| format!("{}: {}", r.label, r.text)).collect();
    let description = fill!(m::PARTS_TEXT, lang, count = rows.len(), list = &parts.join("; "));
    let body = ChartBody::Components(Components {
        rows,
        average_label: m::AVERAGE_MARK.get(lang).to_owned(),
        best_label: m::BEST_MARK.get(lang).to_owned(),
        value_label: name,
    });
    Some(ChartModel {
        lang,
        title,
        subtitle: format!("{short}, {year}"),
        source: source_of(cx, indicator),
        notes: Vec::new(),
        description,
        body,
    })
}

/// The highest value of a table with its province.
pub(crate) fn best(snapshot: &Snapshot, table: &Table) -> Option<(ProvinceId, f64)> {
    let known = table
        .rows
        .iter()
        .filter_map(|row| Some((row.province, snapshot.figure(row.figure).value.value()?)));
    known.reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// A maximum without needless decimals: 10, 14,5.
fn trimmed(lang: domain::Lang, max: f64) -> String {
    number::format(lang, max, u8::from(max.fract() != 0.0))
}
