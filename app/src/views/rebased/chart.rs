//! The chart of old figures on today's provinces.

use domain::{
    Lang, Observation, ProvinceId, RebasedFigure, RegionId, Table,
    chart::{BarRow, Bars, ChartBody, ChartModel, DotLink, DotMark, DotRow, DotSeries, Dots, Emphasis},
    number,
};
use messages::{export, fill, mergers as w};

use super::{
    labels::sum_value,
    lines::{Line, scored},
};
use crate::{charts::source_line, context::PageContext, findings::headline as finding, words};

/// Marks of the old units in a row a province of today, or bars of sums; nothing without a value.
pub(super) fn chart(
    cx: &PageContext,
    (table, region): (&Table, Option<RegionId>),
    lines: &[Line],
    title: &str,
) -> Option<ChartModel> {
    let (lang, key) = (cx.lang(), table.key);
    let (body, description) = if scored(cx, key.indicator) {
        dots(cx, table, lines)?
    } else {
        bars(cx, table, lines)?
    };
    let measure = finding::measure(cx.snapshot(), lang, table);
    let mut subtitle = fill!(w::SUBTITLE, lang, measure = &measure, year = &key.year.to_string());
    if let Some(region) = region {
        let region = cx.snapshot().catalogue.provinces.region(region).name.get(lang);
        subtitle = format!("{subtitle}, {}", fill!(export::REGION_ONLY, lang, region = region));
    }
    for part in finding::scale_and_direction(cx.snapshot(), lang, table) {
        subtitle = format!("{subtitle}, {part}");
    }
    Some(ChartModel {
        lang,
        title: title.to_owned(),
        subtitle,
        source: source_line(cx, table),
        notes: Vec::new(),
        description,
        body,
    })
}

fn lit(lines: &[Line], province: ProvinceId) -> Emphasis {
    let mut followed = lines.iter().filter(|line| line.followed);
    let at = followed.position(|line| line.row.province == province);
    at.and_then(|at| u8::try_from(at).ok())
        .map_or(Emphasis::Context, |at| Emphasis::Highlight(at.min(4)))
}

/// "Lào Cai (+ Yên Bái)": the marks are in the order of these names.
fn label(line: &Line) -> String {
    let others: Vec<&str> = line.parts.iter().skip(1).map(|part| part.name.as_str()).collect();
    if others.is_empty() {
        line.name.clone()
    } else {
        format!("{} (+ {})", line.name, others.join(", "))
    }
}

/// What the marks of the n-th old unit are called.
fn series_name(lang: Lang, at: usize) -> String {
    match at {
        0 => w::NAMESAKE.get(lang).to_owned(),
        1 => w::SECOND.get(lang).to_owned(),
        2 => w::THIRD.get(lang).to_owned(),
        _ => fill!(w::NEXT, lang, number = &(at + 1).to_string()),
    }
}

fn dots(cx: &PageContext, table: &Table, lines: &[Line]) -> Option<(ChartBody, String)> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let decimals = snapshot.catalogue.indicator(key.indicator).decimals(key.component);
    let read = |value: f64| number::format(lang, value, decimals);
    let widest = lines.iter().map(|line| line.parts.len()).max()?;
    // The order of the series: old units, unchanged ones, indications.
    let (unchanged, indicated) = (widest, widest + 1);
    let mut rows = Vec::new();
    for line in lines {
        let alone = line.row.says == RebasedFigure::Own;
        let parts = line.row.parts.iter().enumerate();
        let mut marks: Vec<DotMark> = parts
            .filter_map(|(at, part)| {
                let value = part.value.value()?;
                Some(DotMark {
                    series: if alone { unchanged } else { at },
                    value,
                    text: read(value),
                })
            })
            .collect();
        let ranged = matches!(line.row.says, RebasedFigure::Beside(spread) if spread.range.is_some());
        marks.extend(line.indicative.iter().map(|one| DotMark {
            series: indicated,
            value: one.value(),
            text: fill!(w::INDICATIVE_CELL, lang, value = &read(one.value())),
        }));
        if !marks.is_empty() {
            rows.push(DotRow {
                label: label(line),
                marks,
                link: if ranged { DotLink::Range } else { DotLink::None },
                note: String::new(),
                scale: None,
                emphasis: lit(lines, line.row.province),
            });
        }
    }
    let values = || rows.iter().flat_map(|row| &row.marks).map(|mark| mark.value);
    let (low, high) = values().reduce(f64::min).zip(values().reduce(f64::max))?;
    let room = ((high - low) * 0.06).max(0.5 * 10f64.powi(-i32::from(decimals)));
    let scale = snapshot
        .catalogue
        .indicator(key.indicator)
        .scale(key.component, key.year);
    let (least, most) = scale.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let described: Vec<String> = lines
        .iter()
        .filter(|line| line.followed && !line.says.is_empty())
        .map(|line| format!("{}: {}.", line.name, line.says.join("; ")))
        .collect();
    let description = fill!(
        w::CHART_TEXT,
        lang,
        count = rows.len(),
        description = &described.join(" ")
    );
    let mut dots = Dots {
        series: (0..=indicated)
            .map(|at| series(lang, at, (unchanged, indicated)))
            .collect(),
        min: (low - room).max(least),
        max: (high + room).min(most),
        rows,
        reference: None,
    };
    drop_unused(&mut dots);
    Some((ChartBody::Dots(dots), description.trim_end().to_owned()))
}

fn series(lang: Lang, at: usize, (unchanged, indicated): (usize, usize)) -> DotSeries {
    let (label, emphasis) = if at == unchanged {
        (w::STAYED.get(lang).to_owned(), Emphasis::Context)
    } else if at == indicated {
        (w::INDICATIVE.get(lang).to_owned(), Emphasis::Highlight(4))
    } else {
        let colour = u8::try_from(at).unwrap_or(3).min(3);
        (series_name(lang, at), Emphasis::Highlight(colour))
    };
    DotSeries { label, emphasis }
}

/// A series without a mark would stand in the key for nothing.
fn drop_unused(dots: &mut Dots) {
    for at in (0..dots.series.len()).rev() {
        let used = dots
            .rows
            .iter()
            .flat_map(|row| &row.marks)
            .any(|mark| mark.series == at);
        if !used {
            dots.series.remove(at);
            for mark in dots.rows.iter_mut().flat_map(|row| &mut row.marks) {
                mark.series -= usize::from(mark.series > at);
            }
        }
    }
}

/// Sums, and the figures of unchanged provinces, in the order of the table: never ranked.
fn bars(cx: &PageContext, table: &Table, lines: &[Line]) -> Option<(ChartBody, String)> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let rows: Vec<BarRow> = lines
        .iter()
        .filter_map(|line| {
            let (value, text) = match &line.row.says {
                RebasedFigure::Sum(sum) => (sum.value.value, sum_value(cx, key, sum)),
                RebasedFigure::Own => {
                    let part = line.row.parts.first()?;
                    let Observation::Known(known) = part.value else {
                        return None;
                    };
                    let text = words::value(lang, indicator, snapshot.figure(part.figure?))?;
                    (known.value, text)
                }
                _ => return None,
            };
            Some(BarRow {
                label: line.name.clone(),
                rank: String::new(),
                value,
                text,
                emphasis: lit(lines, line.row.province),
            })
        })
        .collect();
    let max = rows.iter().map(|row| row.value).reduce(f64::max)?;
    let told: Vec<String> = rows
        .iter()
        .take(3)
        .map(|row| format!("{} {}", row.label, row.text))
        .collect();
    let description = fill!(w::BARS_TEXT, lang, count = rows.len(), list = &words::list(lang, &told));
    let bars = Bars {
        rows,
        min: 0.0,
        max,
        reference: None,
    };
    Some((ChartBody::Bars(bars), description))
}
