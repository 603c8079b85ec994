//! A card per headline score: the country, the ends of the table, the own province, the coverage.

use domain::{ComponentId, Indicator, IndicatorId, Observation, ProvinceId, Row, Table, number};
use messages::{common as m, fill, overview as w};

use crate::{
    context::PageContext,
    findings::{headline as finding, trends::nation_spark},
    views::ranking::{rows::differing, strip},
    words::{self, ChangeCell, Mark},
};

/// One headline score.
pub(crate) struct Card {
    pub(crate) short: String,
    /// Its full name, where it says more.
    pub(crate) name: String,
    pub(crate) year: i32,
    pub(crate) href: String,
    pub(crate) national: Option<National>,
    /// The national figures of all years, word-sized; empty where fewer than two are known.
    pub(crate) national_trend: String,
    /// All provinces on one scale, word-sized; empty where there is no scale.
    pub(crate) strip: String,
    /// The best and the last province of the table.
    pub(crate) ends: Option<(End, End)>,
    /// The own province's value, rank and change in places.
    pub(crate) own: Option<(String, Option<ChangeCell>)>,
    pub(crate) coverage: (usize, usize),
    /// "2024: 16/63", with the address of that year.
    pub(crate) newer: Vec<(String, String)>,
}

/// The figure of the country.
pub(crate) struct National {
    pub(crate) value: String,
    /// Published, or computed from how many provinces.
    pub(crate) what: String,
    pub(crate) change: Option<(ChangeCell, i32)>,
}

/// An end of a table.
pub(crate) struct End {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) href: String,
}

pub(super) fn card(
    cx: &PageContext,
    (id, indicator, table): (IndicatorId, &Indicator, &Table),
    own: Option<ProvinceId>,
) -> Card {
    let lang = cx.lang();
    let highlight = own.map_or("", |id| &cx.snapshot().catalogue.provinces.get(id).slug);
    let of_year = |year| {
        cx.links
            .ranking_with(&indicator.slug, year, &[("highlight", highlight)])
    };
    let newer = cx.snapshot().sparse_newer(id).into_iter().map(|sparse| {
        let year = sparse.key.year;
        (
            format!("{year}: {}/{}", sparse.rows.len(), sparse.expected),
            of_year(year),
        )
    });
    Card {
        short: indicator.short.get(lang).to_owned(),
        name: if indicator.name == indicator.short {
            String::new()
        } else {
            indicator.name.get(lang).to_owned()
        },
        year: table.key.year,
        href: of_year(table.key.year),
        national: published(cx, indicator, table).or_else(|| computed(cx, indicator, table)),
        national_trend: nation_spark(cx, id),
        strip: strip::of_table(cx, table, own.as_slice()).map_or_else(String::new, |strip| strip.inline(cx)),
        ends: ends(cx, indicator, table),
        own: own.map(|province| standing(cx, indicator, table, province)),
        coverage: (table.rows.len(), table.expected),
        newer: newer.collect(),
    }
}

fn published(cx: &PageContext, indicator: &Indicator, table: &Table) -> Option<National> {
    let lang = cx.lang();
    let figure = cx.snapshot().figure(table.nation?);
    let value = match figure.value {
        Observation::Known(_) => words::value(lang, indicator, figure)?,
        Observation::Conflict => fill!(m::CONFLICT_CELL, lang, count = &differing(figure).to_string()),
        Observation::Missing(_) => return None,
    };
    Some(National {
        value,
        what: w::NATION_PUBLISHED.get(lang).to_owned(),
        change: change(cx, indicator, table),
    })
}

/// The change of the published national figure, with the year that it is compared with.
fn change(cx: &PageContext, indicator: &Indicator, table: &Table) -> Option<(ChangeCell, i32)> {
    let difference = cx.snapshot().nation_change(table)?;
    let digits = indicator.decimals(ComponentId::TOTAL);
    let mark = match number::round(difference, digits).total_cmp(&0.0) {
        std::cmp::Ordering::Greater => Mark::Up,
        std::cmp::Ordering::Less => Mark::Down,
        std::cmp::Ordering::Equal => Mark::Same,
    };
    let cell = ChangeCell {
        mark,
        text: number::format_signed(cx.lang(), difference, digits),
        words: String::new(),
    };
    Some((cell, table.key.year - 1))
}

fn computed(cx: &PageContext, indicator: &Indicator, table: &Table) -> Option<National> {
    let mean = cx.snapshot().computed_mean(table)?;
    Some(National {
        value: number::format(cx.lang(), mean, indicator.decimals),
        what: fill!(w::NATION_COMPUTED, cx.lang(), count = &table.with_value.to_string()),
        change: None,
    })
}

/// The first and the last line, where the table orders them and says their values.
fn ends(cx: &PageContext, indicator: &Indicator, table: &Table) -> Option<(End, End)> {
    if table.mixed {
        return None;
    }
    let end = |row: &Row| {
        Some(End {
            name: finding::name(cx.snapshot(), cx.lang(), row.province, table.key),
            value: words::value(cx.lang(), indicator, cx.snapshot().figure(row.figure))?,
            href: cx
                .links
                .province(&cx.snapshot().catalogue.provinces.get(row.province).slug),
        })
    };
    let known = || table.rows.iter().filter_map(end);
    if table.rows.len() > 1 && table.complete {
        return known().next().zip(known().next_back());
    }
    // Of a table with gaps the ends are known where their published ranks are.
    let at = |wanted: fn(domain::Rank) -> bool| {
        let mut rows = table.rows.iter();
        rows.find(|row| row.rank.is_some_and(wanted)).and_then(end)
    };
    at(|rank| rank.place == 1).zip(at(|rank| rank.place == rank.of))
}

fn standing(
    cx: &PageContext,
    indicator: &Indicator,
    table: &Table,
    province: ProvinceId,
) -> (String, Option<ChangeCell>) {
    let lang = cx.lang();
    let newer = cx.snapshot().newer_rows(table.key, province).map(|(table, row)| {
        let value = words::value(lang, indicator, cx.snapshot().figure(row.figure));
        let rank = row
            .rank
            .map(|rank| fill!(m::OWN_RANK, lang, rank = &words::rank_said(lang, rank)));
        let said: Vec<String> = value.into_iter().chain(rank).collect();
        fill!(
            w::OWN_NEWER,
            lang,
            year = &table.key.year.to_string(),
            figure = &said.join(", ")
        )
    });
    let newer: Vec<String> = newer.collect();
    let Some(row) = table.row(province) else {
        let none = fill!(w::OWN_NONE, lang, year = &table.key.year.to_string());
        return ([vec![none], newer].concat().join("; "), None);
    };
    let value = words::value(lang, indicator, cx.snapshot().figure(row.figure));
    let place = match (row.group, row.rank) {
        (Some(group), _) => Some(fill!(
            w::OWN_GROUP,
            lang,
            group = &words::group(group).get(lang).to_lowercase()
        )),
        (None, Some(rank)) => Some(fill!(m::OWN_RANK, lang, rank = &words::rank_said(lang, rank))),
        (None, None) => None,
    };
    let parts: Vec<String> = value.into_iter().chain(place).collect();
    let moved = row
        .change
        .comparable_places()
        .map(|_| words::places(lang, &row.change, row.rank, table.key.year));
    let stands = vec![parts.join(", ")];
    ([stands, newer].concat().join("; "), moved)
}
