//! Words beside a province of today, and the title of the page.

use domain::{NoSum, ProvinceId, Rebased, RebasedFigure, RebasedRow, Spread, Sum, Table, TableKey, number};
use messages::{fill, mergers as w};

use super::{
    lines::{Line, old_name},
    params::RebasedQuery,
};
use crate::{context::PageContext, findings::headline as finding, words};

/// The finding, by rule: of the followed province; else the widest range among those shown, where most
/// merged ones have one; else how much is known of all.
pub(super) fn title(
    cx: &PageContext,
    table: &Table,
    (rebased, lines): (&Rebased, &[Line]),
    query: &RebasedQuery,
) -> String {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), rebased.key);
    let provinces = &snapshot.catalogue.provinces;
    let name = |id| provinces.get(id).name.get(lang);
    let decimals = snapshot.catalogue.indicator(key.indicator).decimals(key.component);
    let read = |v: f64| number::format(lang, v, decimals);
    let measure = finding::measure(snapshot, lang, table);
    let year = key.year.to_string();
    let range = |row: &RebasedRow| match row.says {
        RebasedFigure::Beside(Spread { range, known, of, .. }) => range.filter(|_| known == of),
        _ => None,
    };
    if let Some(row) = query
        .followed
        .first()
        .and_then(|id| lines.iter().map(|line| &line.row).find(|row| row.province == *id))
    {
        if let Some((low, high)) = range(row) {
            return fill!(
                w::RANGE_OF,
                lang,
                province = name(row.province),
                lowest = &read(low),
                highest = &read(high)
            );
        }
        if let RebasedFigure::Sum(sum) = &row.says {
            return fill!(
                w::SUM_OF,
                lang,
                province = name(row.province),
                value = &sum_value(cx, key, sum)
            );
        }
    }
    let merged: Vec<&RebasedRow> = lines
        .iter()
        .map(|line| &line.row)
        .filter(|row| row.parts.len() > 1)
        .collect();
    let summed = merged
        .iter()
        .filter(|row| matches!(row.says, RebasedFigure::Sum(_)))
        .count();
    if summed > 0 {
        return fill!(
            w::SUMS,
            lang,
            measure = &measure,
            year = &year,
            count = &summed.to_string(),
            total = merged.len()
        );
    }
    let ranges: Vec<(ProvinceId, f64, f64)> = merged
        .iter()
        .filter_map(|row| range(row).map(|(low, high)| (row.province, low, high)))
        .collect();
    // The widest of a few known ranges says nothing.
    let widest = ranges
        .iter()
        .copied()
        .reduce(|a, b| if b.2 - b.1 > a.2 - a.1 { b } else { a });
    match widest.filter(|_| ranges.len() * 2 >= merged.len()) {
        Some((id, low, high)) => fill!(
            w::WIDEST,
            lang,
            province = name(id),
            lowest = &read(low),
            highest = &read(high)
        ),
        None => {
            let (found, all) = (rebased.with_figure.to_string(), rebased.old_units.to_string());
            fill!(
                w::COVERAGE_TITLE,
                lang,
                measure = &measure,
                year = &year,
                units_found = &found,
                units_expected = &all
            )
        }
    }
}

/// What is said beside a province of today: a line each.
pub(crate) fn says(cx: &PageContext, key: TableKey, row: &RebasedRow) -> Vec<String> {
    let lang = cx.lang();
    match &row.says {
        RebasedFigure::Own => vec![w::UNCHANGED.get(lang).to_owned()],
        RebasedFigure::Nothing => vec![w::NOTHING.get(lang).to_owned()],
        RebasedFigure::Beside(spread) => spread_says(cx, key, spread),
        RebasedFigure::Sum(sum) => vec![sum_says(cx, key, sum)],
        RebasedFigure::NotSummed(why) => vec![fill!(w::NOT_SUMMED, lang, reason = &why_not(cx, key.year, why))],
    }
}

/// "từ 57,99 đến 63,49" and how many of the old units that is.
fn spread_says(cx: &PageContext, key: TableKey, spread: &Spread) -> Vec<String> {
    let lang = cx.lang();
    let decimals = cx.snapshot().catalogue.indicator(key.indicator).decimals(key.component);
    let mut lines: Vec<String> = spread
        .range
        .map(|(low, high)| {
            let [lowest, highest] = [low, high].map(|v| number::format(lang, v, decimals));
            fill!(w::RANGE, lang, lowest = &lowest, highest = &highest)
        })
        .into_iter()
        .collect();
    if spread.mixed {
        lines.push(w::NO_RANGE_MOMENTS.get(lang).to_owned());
    }
    if spread.known < spread.of {
        lines.push(fill!(
            w::KNOWN,
            lang,
            units_found = &spread.known.to_string(),
            units_expected = &spread.of.to_string()
        ));
    }
    lines
}

/// "tổng 1.217 (30/6/2025)".
pub(crate) fn sum_says(cx: &PageContext, key: TableKey, sum: &Sum) -> String {
    let lang = cx.lang();
    let value = sum_value(cx, key, sum);
    match sum.as_of {
        Some(moment) => fill!(w::SUM_AT, lang, value = &value, date = &moment.format(lang)),
        None => fill!(w::SUM, lang, value = &value),
    }
}

/// "1.217", or "35/37" for coverage.
pub(crate) fn sum_value(cx: &PageContext, key: TableKey, sum: &Sum) -> String {
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let text = words::quantity(cx.lang(), indicator, key.component, sum.value);
    match sum.of {
        Some(of) => format!("{text}/{}", number::format(cx.lang(), of, 0)),
        None => text,
    }
}

/// "Lào Cai (cũ) 1.000 + Yên Bái 217".
pub(crate) fn spelled_out(cx: &PageContext, key: TableKey, sum: &Sum) -> String {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let parts: Vec<String> = sum
        .parts
        .iter()
        .map(|part| {
            let name = old_name(lang, catalogue.provinces.get(part.province), key.year);
            let figure = cx.snapshot().figure(part.figure);
            let value = words::value(lang, catalogue.indicator(key.indicator), figure).unwrap_or_default();
            format!("{name} {value}")
        })
        .collect();
    parts.join(" + ")
}

/// Why parts are not added up, in words.
pub(crate) fn why_not(cx: &PageContext, year: i32, why: &NoSum) -> String {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let names = |ids: &mut dyn Iterator<Item = ProvinceId>| -> String {
        let names: Vec<String> = ids.map(|id| old_name(lang, provinces.get(id), year)).collect();
        words::list(lang, &names)
    };
    match why {
        NoSum::Missing(parts) => fill!(
            w::WHY_MISSING,
            lang,
            provinces = &names(&mut parts.iter().map(|(id, _)| *id))
        ),
        NoSum::Disputed(parts) => fill!(w::WHY_DISPUTED, lang, provinces = &names(&mut parts.iter().copied())),
        NoSum::Moments => w::WHY_MOMENTS.get(lang).to_owned(),
        NoSum::Denominators(parts) => fill!(w::WHY_OF, lang, provinces = &names(&mut parts.iter().copied())),
    }
}
