//! What a province would need to rise, and what moved its score.

use domain::{
    ComponentId, ProvinceId, TableKey,
    briefing::{Block, BriefColumn, BriefTable, Phrase},
    number,
    why::{Goal, decomposition, fragility, reach},
};
use messages::{briefing as w, fill};

use super::{phrases, standing::Standing};
use crate::{
    context::PageContext,
    views::{ranking::rows::SourceList, why::model::distance},
    words,
};

pub(super) fn blocks(
    cx: &PageContext,
    rows: &[Standing<'_>],
    province: ProvinceId,
    sources: &mut SourceList,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = table(cx, rows, province, sources).into_iter().collect();
    let moved: Vec<Phrase> = rows
        .iter()
        .filter_map(|row| moved(cx, row, province, sources))
        .collect();
    if !moved.is_empty() {
        blocks.push(Block::List(moved));
    }
    blocks
}

/// The tables of an indicator that list a province, the newest first: what a table does not carry, an
/// older one may, and says its year.
fn tables<'a>(
    cx: &'a PageContext,
    row: &Standing<'_>,
    province: ProvinceId,
) -> impl Iterator<Item = TableKey> + use<'a> {
    let listed = cx.snapshot().tables(row.id, ComponentId::TOTAL);
    let mut keys: Vec<TableKey> = listed.filter(|t| t.row(province).is_some()).map(|t| t.key).collect();
    keys.sort_by_key(|key| std::cmp::Reverse((key.year, key.basis)));
    keys.into_iter()
}

/// The score of the next group or band, and of five places up.
fn table(cx: &PageContext, rows: &[Standing<'_>], province: ProvinceId, sources: &mut SourceList) -> Option<Block> {
    let lang = cx.lang();
    let mut lines = Vec::new();
    for row in rows {
        let Some((key, reach)) = tables(cx, row, province).find_map(|key| {
            let reach = reach(cx.snapshot(), key, province)?;
            let known = reach.five != Goal::Unknown || reach.group != Goal::Unknown || reach.band != Goal::Unknown;
            known.then_some((key, reach))
        }) else {
            continue;
        };
        let score = |value: f64| number::format(lang, value, reach.digits);
        let aim = |name: String, at: f64, gap: f64| {
            fill!(w::AIM, lang, goal = &name, score = &score(at), points = &score(gap))
        };
        let band = match (&reach.group, &reach.band) {
            (Goal::Needs(group), _) => {
                let name = words::group(group.reaches).get(lang);
                Some(aim(fill!(w::AIM_GROUP, lang, group = name), group.score, group.gap))
            }
            (_, Goal::Needs(band)) => Some(aim(
                fill!(w::AIM_BAND, lang, band = &band.reaches),
                band.score,
                band.gap,
            )),
            (Goal::Top, _) | (_, Goal::Top) => Some(w::AIM_TOP.get(lang).to_owned()),
            _ => None,
        };
        let five = match &reach.five {
            Goal::Needs(five) => {
                let name = fill!(w::AIM_PLACE, lang, rank = &five.reaches.to_string());
                Some(aim(name, five.score, five.gap))
            }
            Goal::Top => Some(w::AIM_TOP.get(lang).to_owned()),
            Goal::Unknown => None,
        };
        let near = fragility(cx.snapshot(), key, province);
        let near = near.map(|f| {
            fill!(
                w::NEAR,
                lang,
                count = &f.near.len().to_string(),
                points = &distance(lang, f.within)
            )
        });
        let cell = |text: Option<String>| Phrase::plain(text.unwrap_or_else(|| "–".to_owned()));
        lines.push(vec![
            Phrase::plain(super::model::dated(cx, row.indicator, key.year)),
            Phrase::sourced(score(reach.value), of_year(cx, key, key.year, province, sources)),
            cell(band),
            cell(five),
            cell(near),
        ]);
    }
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_NEEDS.get(lang).to_owned(),
            columns: vec![
                BriefColumn::text(w::COL_INDICATOR.get(lang)),
                BriefColumn::number(w::COL_VALUE.get(lang)),
                BriefColumn::text(w::COL_NEXT_BAND.get(lang)),
                BriefColumn::text(w::COL_FIVE.get(lang)),
                BriefColumn::number(w::COL_NEAR.get(lang)),
            ],
            rows: lines,
            notes: vec![w::NOTE_FIVE.get(lang).to_owned()],
        })
    })
}

/// The components that moved a total most, where its change can be taken apart.
fn moved(cx: &PageContext, row: &Standing<'_>, province: ProvinceId, sources: &mut SourceList) -> Option<Phrase> {
    let lang = cx.lang();
    let (key, taken) = tables(cx, row, province).find_map(|key| {
        let taken = decomposition(cx.snapshot(), key, key.year - 1, province).ok()?;
        taken.account.is_some().then_some((key, taken))
    })?;
    let account = taken.account.as_ref()?;
    let mut parts: Vec<(ComponentId, f64)> = taken
        .parts
        .iter()
        .filter_map(|part| Some((part.component, part.contribution?)))
        .collect();
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let digits = row.indicator.decimals;
    let shown = |value: f64| number::format_signed(lang, value, digits);
    let named: Vec<String> = parts
        .iter()
        .take(3)
        .map(|(component, points)| {
            let name = row.indicator.component(*component).name_in(Some(key.year)).get(lang);
            format!("{name} {}", shown(*points))
        })
        .collect();
    let rest: f64 = parts.iter().skip(3).map(|(_, points)| points).sum::<f64>() + account.remainder;
    let text = fill!(
        w::MOVED,
        lang,
        indicator = &super::model::dated(cx, row.indicator, key.year),
        year_before = &taken.from_year.to_string(),
        change = &shown(taken.change),
        components = &named.join("; "),
        rest = &shown(rest)
    );
    let mut numbers = of_year(cx, key, key.year, province, sources);
    numbers.extend(of_year(cx, key, taken.from_year, province, sources));
    numbers.sort_unstable();
    numbers.dedup();
    Some(Phrase::sourced(text, numbers))
}

/// The sources of a province's figure of a year.
fn of_year(cx: &PageContext, key: TableKey, year: i32, province: ProvinceId, sources: &mut SourceList) -> Vec<usize> {
    let row = cx.snapshot().base_row(key, year, province);
    row.map_or_else(Vec::new, |row| {
        phrases::cited(cx, cx.snapshot().figure(row.figure), sources)
    })
}
