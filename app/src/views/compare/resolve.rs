//! Which table, which years, which provinces.

use messages::{common as m, compare as w, fill};
use std::cmp::Reverse;

use domain::{ComponentId, IndicatorId, ProvinceId, Table, TableKey};

use super::{
    model::Comparison,
    params::{Asked, MOST, Peers},
    peers,
};
use crate::{
    context::PageContext,
    query::{BadParameter, BadParameters},
    words,
};

/// The comparison that is asked for; `None` if the indicator has no figures.
///
/// # Errors
/// The parameters that do not fit together.
pub(crate) fn settle<'a>(cx: &'a PageContext, asked: &Asked) -> Result<Option<Comparison<'a>>, BadParameters> {
    let all = candidates(cx, asked);
    let best = all
        .into_iter()
        .max_by_key(|(order, table)| worth(cx, asked, *order, table));
    let Some((_, table)) = best else {
        return unfit(cx, asked).or(None);
    };
    let holds = |id: &ProvinceId| table.provinces().any(|other| other == *id);
    let (chosen, outside): (Vec<ProvinceId>, Vec<ProvinceId>) = asked.provinces.iter().copied().partition(holds);
    let group = chosen.first().map(|of| {
        let room = MOST - chosen.len().min(MOST);
        peers::group(cx, table, (*of, asked.peers), &chosen, room)
    });
    let group = group.unwrap_or_default();
    let wanted = |id: &ProvinceId| chosen.contains(id) || group.members.contains(id);
    let shown: Vec<ProvinceId> = table.provinces().filter(wanted).collect();
    let from = earlier(cx, asked, table.key, &shown)?;
    let asked = Asked {
        indicator: Some(table.key.indicator),
        ..asked.clone()
    };
    Ok(Some(Comparison {
        asked,
        table,
        from,
        shown,
        outside,
        peers: group,
    }))
}

/// The newest complete table: what the start page suggests its comparisons from.
pub(crate) fn start<'a>(cx: &'a PageContext, asked: &Asked) -> Option<&'a Table> {
    let all = candidates(cx, asked);
    let best = all
        .into_iter()
        .max_by_key(|(order, table)| worth(cx, asked, *order, table));
    best.map(|(_, table)| table)
}

/// The tables that the address allows, with the place of their indicator in the catalogue.
fn candidates<'a>(cx: &'a PageContext, asked: &Asked) -> Vec<(usize, &'a Table)> {
    let component = asked.component.unwrap_or(ComponentId::TOTAL);
    let named = |id: &IndicatorId| asked.indicator.is_none_or(|named| named == *id);
    let indicators = cx.snapshot().catalogue.indicators().map(|(id, _)| id).filter(named);
    let mut all = Vec::new();
    for (order, id) in indicators.enumerate() {
        let tables = cx.snapshot().tables(id, component).filter(|table| {
            !table.rows.is_empty()
                && asked.year.is_none_or(|year| year == table.key.year)
                && asked.basis.is_none_or(|basis| basis == table.key.basis)
        });
        all.extend(tables.map(|table| (order, table)));
    }
    all
}

/// Which of several tables is shown where the address leaves it open: the newest in which all have a
/// figure and peers; a complete one first where others than those named matter.
fn worth(cx: &PageContext, asked: &Asked, order: usize, table: &Table) -> impl Ord + use<> {
    let present = asked.provinces.iter().filter(|id| table.row(**id).is_some()).count();
    let inside = asked
        .provinces
        .iter()
        .filter(|id| table.provinces().any(|other| other == **id));
    let inside = inside.count();
    let all = present == asked.provinces.len();
    let of = asked.provinces.first().copied();
    let accompanied = asked.peers == Peers::None || of.is_some_and(|of| peers::any(cx, table, of, asked.peers));
    let others_matter = asked.peers != Peers::None || asked.indicator.is_none();
    (
        (all && accompanied, others_matter && table.complete),
        (present.min(2), accompanied),
        table.key.year,
        (inside, table.rows.len()),
        Reverse(order),
    )
}

/// The parameters that leave nothing to show.
fn unfit(cx: &PageContext, asked: &Asked) -> BadParameters {
    let lang = cx.lang();
    let mut bad = BadParameters::default();
    let component = asked.component.unwrap_or(ComponentId::TOTAL);
    let mut refuse = |name: &'static str, found: String, expected: String| {
        bad.push(BadParameter { name, found, expected });
    };
    let years = asked.indicator.map(|id| cx.snapshot().years(id, component));
    match (asked.year, &years) {
        (Some(year), Some(years)) if !years.contains(&year) => {
            let expected = fill!(w::EXPECT_YEAR, lang, years = &list(lang, years));
            refuse("year", year.to_string(), expected);
        }
        (Some(year), None) if asked.basis.is_none() => {
            refuse("year", year.to_string(), w::EXPECT_ANY_YEAR.get(lang).to_owned());
        }
        _ => {}
    }
    if let Some(basis) = asked.basis.filter(|_| bad.is_empty()) {
        let tables = asked
            .indicator
            .into_iter()
            .flat_map(|id| cx.snapshot().tables(id, component));
        let mut known: Vec<&str> = tables
            .filter(|t| !t.rows.is_empty() && asked.year.is_none_or(|year| year == t.key.year))
            .map(|t| t.key.basis.code())
            .collect();
        known.dedup();
        let expected = fill!(w::EXPECT_BASIS, lang, list = &known.join(", "));
        bad.push(BadParameter {
            name: "basis",
            found: basis.code().to_owned(),
            expected,
        });
    }
    bad
}

fn list(lang: domain::Lang, years: &[i32]) -> String {
    if years.is_empty() {
        return w::NO_YEARS.get(lang).to_owned();
    }
    years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The earlier year: the one asked for, or the newest in which any of those shown has a figure.
fn earlier(cx: &PageContext, asked: &Asked, key: TableKey, shown: &[ProvinceId]) -> Result<Option<i32>, BadParameter> {
    let mut before = cx.snapshot().years(key.indicator, key.component);
    before.retain(|year| *year < key.year);
    let Some(from) = asked.from else {
        let has = |year: &i32| shown.iter().any(|id| cx.snapshot().base_row(key, *year, *id).is_some());
        return Ok(before.into_iter().rev().find(has));
    };
    if before.contains(&from) {
        return Ok(Some(from));
    }
    let lang = cx.lang();
    let expected = fill!(
        w::EXPECT_FROM,
        lang,
        year = &key.year.to_string(),
        years = &list(lang, &before)
    );
    Err(BadParameter {
        name: "from",
        found: from.to_string(),
        expected,
    })
}

/// "Có số của 2/3 tỉnh, thành được so", with the number of values where some have only a rank.
pub(crate) fn coverage(cx: &PageContext, compared: &Comparison<'_>) -> String {
    let rows = || compared.shown.iter().filter_map(|id| compared.table.row(*id));
    let valued = rows().filter(|row| cx.snapshot().figure(row.figure).value.value().is_some());
    let (known, valued) = (rows().count(), valued.count());
    let text = fill!(
        w::SHOWN_COVERAGE,
        cx.lang(),
        found = known,
        expected = compared.shown.len()
    );
    if valued == known {
        return text;
    }
    format!("{text} ({})", fill!(m::COVERAGE_VALUES, cx.lang(), count = valued))
}

/// The names of those compared: "A, B và C".
pub(crate) fn names(cx: &PageContext, compared: &Comparison<'_>) -> String {
    let names: Vec<String> = compared.shown.iter().map(|id| compared.name(cx, *id)).collect();
    words::list(cx.lang(), &names)
}
