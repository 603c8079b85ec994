//! What is said of a province first: three verdicts and one chart.

use domain::{
    Kind, ProvinceId,
    benchmark::{NotCompared, Outcome},
    briefing::{Block, BriefChart, Phrase},
    trend::{Meaning, Measure, Trend},
};
use messages::{arguments, briefing as w, fill};

use super::{phrases, standing::Standing};
use crate::{context::PageContext, findings::verdicts, views::standing::model::standing};

/// Years before the one shown in which a trend may have ended: a meeting is about today, not about history.
const OLDEST: i32 = 4;
/// Height of a row of the chart on paper, and of what is above and below the rows, in CSS px.
const ROW: usize = 27;
const AROUND: usize = 70;
/// Width of the chart on paper, in CSS px.
const WIDTH: u32 = 656;

/// Position, trend and comparison with the country; each only where something can be said.
pub(super) fn verdicts(cx: &PageContext, province: ProvinceId, rows: &[Standing<'_>]) -> Vec<String> {
    let said = [
        position(cx, rows),
        trends(cx, province, rows),
        country(cx, province, rows),
    ];
    said.into_iter().flatten().collect()
}

/// Where it stands in all indicators, as a chart.
pub(super) fn chart(cx: &PageContext, province: ProvinceId) -> Option<Block> {
    let view = standing(cx, province);
    let model = view.chart(cx)?;
    let height = AROUND + ROW * view.rows.len();
    Some(Block::Chart(Box::new(BriefChart {
        model,
        width: WIDTH,
        height: u32::try_from(height).unwrap_or_default(),
        decimals: 0,
    })))
}

/// The highest and the lowest of several ranks, by how far up the field they stand.
fn position(cx: &PageContext, rows: &[Standing<'_>]) -> Option<String> {
    let ranked = rows.iter().filter(|row| phrases::ranked(cx, row.table));
    let ranked: Vec<(&Standing<'_>, f64)> = ranked
        .filter_map(|row| {
            let rank = row.row.rank?;
            Some((row, f64::from(rank.place) / f64::from(rank.of.max(1))))
        })
        .collect();
    let best = ranked.iter().min_by(|a, b| a.1.total_cmp(&b.1))?.0;
    let worst = ranked.iter().max_by(|a, b| a.1.total_cmp(&b.1))?.0;
    let said = |row: &Standing<'_>| {
        let rank = row.row.rank.map(|rank| phrases::rank(cx, rank)).unwrap_or_default();
        format!("{} {rank}", row.dated(cx))
    };
    let lang = cx.lang();
    Some(if ranked.len() < 2 {
        fill!(w::POSITION_ONE, lang, position = &said(best))
    } else {
        fill!(w::POSITION, lang, highest = &said(best), lowest = &said(worst))
    })
}

/// Which way each figure went over five comparable years.
fn trends(cx: &PageContext, province: ProvinceId, rows: &[Standing<'_>]) -> Option<String> {
    let found: Vec<(&Standing<'_>, Option<Trend>)> = rows
        .iter()
        .map(|row| {
            let found = cx.snapshot().newest_trend(row.table.key, province).ok();
            (row, found.filter(|trend| row.table.key.year - trend.to <= OLDEST))
        })
        .collect();
    found.iter().find(|(_, trend)| trend.is_some())?;
    let lang = cx.lang();
    let spoken = |(row, trend): &(&Standing<'_>, Option<Trend>)| match trend {
        None => row.indicator.short.get(lang).to_owned(),
        Some(trend) => {
            let named = match trend.measure {
                Measure::Value => w::OVER_YEARS,
                Measure::Rank => w::RANKS_OVER_YEARS,
            };
            let years = [trend.from.to_string(), trend.to.to_string()];
            named.fill(
                lang,
                &arguments![
                    indicator = row.indicator.short.get(lang),
                    from = &years[0],
                    to = &years[1]
                ],
            )
        }
    };
    let groups = [
        (w::TREND_BETTER, Some(Meaning::Better)),
        (w::TREND_WORSE, Some(Meaning::Worse)),
        (w::TREND_NEITHER, Some(Meaning::Neutral)),
        (w::TREND_UNKNOWN, None),
    ];
    let parts = groups.into_iter().filter_map(|(words, wanted)| {
        let members = found
            .iter()
            .filter(|(_, trend)| trend.map(|trend| trend.meaning) == wanted);
        let names: Vec<String> = members.map(spoken).collect();
        (!names.is_empty()).then(|| words.fill(lang, &arguments![indicators = &names.join(", ")]))
    });
    Some(fill!(w::TREND, lang, trends = &parts.collect::<Vec<_>>().join("; ")))
}

/// How each figure compares with the country, the best first.
fn country(cx: &PageContext, province: ProvinceId, rows: &[Standing<'_>]) -> Option<String> {
    let lang = cx.lang();
    // More of what is only counted is neither better nor worse.
    let judged = rows.iter().filter(|row| row.indicator.kind == Kind::Score);
    let found: Vec<(Outcome, String)> = judged
        .map(|row| (cx.snapshot().benchmark(row.table, province).outcome, row.dated(cx)))
        .collect();
    let named = |holds: &dyn Fn(Outcome) -> bool| {
        let names = found.iter().filter(|(outcome, _)| holds(*outcome));
        let names: Vec<&str> = names.map(|(_, name)| name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let groups = verdicts::OUTCOMES.iter().filter_map(|wanted| {
        let names = named(&|outcome| outcome == *wanted)?;
        Some(fill!(
            w::GROUP,
            lang,
            outcome = verdicts::outcome(*wanted)?.get(lang),
            indicators = &names
        ))
    });
    let mut parts: Vec<String> = groups.collect();
    if parts.is_empty() {
        return None;
    }
    let not_compared = |outcome| match outcome {
        Outcome::NotCompared(reason) => !matches!(reason, NotCompared::NoFigure(_)),
        _ => false,
    };
    parts.extend(named(&not_compared).map(|names| fill!(w::COUNTRY_APART, lang, indicators = &names)));
    Some(fill!(w::BESIDE_COUNTRY, lang, outcomes = &parts.join("; ")))
}

/// Verdicts as a list.
pub(super) fn list(said: Vec<String>) -> Option<Block> {
    (!said.is_empty()).then(|| Block::List(said.into_iter().map(Phrase::plain).collect()))
}
