//! Findings in words: titles of pages and charts.

use domain::{
    BeforeStreak, ComponentId, Kind, Lang, Lead, ProvinceId, ProvinceList, RankPolicy, Snapshot, Table, TableKey,
    Verdict,
};
use messages::{arguments, common as m, export as w, fill};

use crate::{context::PageContext, words};

/// A province's name as it was in the table's year; on the list of 34 as it is since.
pub(crate) fn name(snapshot: &Snapshot, lang: Lang, province: ProvinceId, key: TableKey) -> String {
    let about = snapshot.catalogue.provinces.get(province);
    let name = match key.basis {
        ProvinceList::Before2025 => about.name_in(key.year),
        ProvinceList::Since2025 => &about.name,
    };
    name.get(lang).to_owned()
}

/// A province's region under the scheme of the table's list.
pub(crate) fn region(snapshot: &Snapshot, lang: Lang, province: ProvinceId, key: TableKey) -> String {
    let provinces = &snapshot.catalogue.provinces;
    let region = provinces.region_in(province, key.basis);
    provinces.region(region).name.get(lang).to_owned()
}

/// The title of a table: what is measured in which year, and the finding. It stands alone on slides and walls.
pub(crate) fn title(snapshot: &Snapshot, lang: Lang, table: &Table, followed: Option<ProvinceId>) -> String {
    titled(snapshot, lang, table, &says(snapshot, lang, table, followed))
}

/// "PCI 2016: Nghệ An 59,45, hạng 25/63": what a table says of one province. `None` where it says nothing of it.
pub(crate) fn own_title(cx: &PageContext, table: &Table, province: ProvinceId) -> Option<String> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let row = table.row(province)?;
    let name = name(snapshot, lang, province, table.key);
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let value = words::value(lang, indicator, snapshot.figure(row.figure));
    let rank = row.rank.map(|rank| words::rank_said(lang, rank));
    let text = match (value, rank) {
        (Some(value), Some(rank)) => fill!(w::OWN_PLACE, lang, province = &name, value = &value, rank = &rank),
        (Some(value), None) => fill!(w::OWN_VALUE, lang, province = &name, value = &value),
        (None, Some(rank)) => fill!(w::OWN_RANK, lang, province = &name, rank = &rank),
        (None, None) => return None,
    };
    Some(titled(snapshot, lang, table, &text))
}

/// "PCI 2016: …".
pub(crate) fn titled(snapshot: &Snapshot, lang: Lang, table: &Table, text: &str) -> String {
    let year = table.key.year.to_string();
    fill!(
        m::TITLED,
        lang,
        measure = &measure(snapshot, lang, table),
        year = &year,
        finding = text
    )
}

/// The finding, by the rules of the domain. A followed province's own movement, or else its own place, counts
/// before the greatest climber's.
pub(crate) fn says(snapshot: &Snapshot, lang: Lang, table: &Table, followed: Option<ProvinceId>) -> String {
    let named = |id: ProvinceId| name(snapshot, lang, id, table.key);
    let first = match snapshot.lead(table) {
        Lead::Leads {
            provinces,
            years,
            before,
        } => match &provinces[..] {
            [leader] => leads(lang, &named(*leader), (years, before), table.key.year),
            several => {
                let names: Vec<String> = several.iter().map(|id| named(*id)).collect();
                fill!(m::LEAD_TOGETHER, lang, provinces = &words::list(lang, &names))
            }
        },
        Lead::TopGroup { region, inside, of } => {
            let region = snapshot.catalogue.provinces.region(region).name.get(lang);
            fill!(
                m::TOP_GROUP,
                lang,
                region = region,
                count = &inside.to_string(),
                total = &of.to_string()
            )
        }
        Lead::Coverage => coverage(lang, table),
    };
    let second = match followed.filter(|id| table.row(*id).is_some()) {
        Some(province) => own(snapshot, lang, table, province),
        None => climber(snapshot, lang, table),
    };
    match second {
        Some(second) => format!("{first}, {second}"),
        None => first,
    }
}

/// "Hải Phòng dẫn đầu năm thứ hai liên tiếp", and since when where the years before may not be counted.
fn leads(lang: Lang, name: &str, (years, before): (u16, BeforeStreak), year: i32) -> String {
    if years <= 1 {
        return fill!(m::LEADS, lang, province = name);
    }
    let (nth, since) = (
        fill!(m::ORDINAL, lang, number = years),
        (year - i32::from(years) + 1).to_string(),
    );
    match before {
        BeforeStreak::OtherLeader => fill!(m::LEADS_STREAK, lang, province = name, ordinal = &nth),
        BeforeStreak::Unknown => fill!(m::LEADS_OPEN, lang, province = name, ordinal = &nth),
        BeforeStreak::Break(Verdict::UnitsChanged) => fill!(
            m::LEADS_SINCE_UNITS,
            lang,
            province = name,
            ordinal = &nth,
            from = &since
        ),
        BeforeStreak::Break(Verdict::MethodChanged) => fill!(
            m::LEADS_SINCE_METHOD,
            lang,
            province = name,
            ordinal = &nth,
            from = &since
        ),
        BeforeStreak::Break(_) => fill!(m::LEADS_SINCE, lang, province = name, ordinal = &nth, from = &since),
    }
}

/// What a followed province's own line says first: its movement, else its place or group.
fn own(snapshot: &Snapshot, lang: Lang, table: &Table, province: ProvinceId) -> Option<String> {
    let row = table.row(province)?;
    let name = name(snapshot, lang, province, table.key);
    match (row.change.comparable_places().filter(|places| *places != 0), row.rank) {
        (Some(places), _) => Some(movement(lang, &name, places)),
        (None, Some(rank)) if row.group.is_none() => {
            // On the first place the title has said so.
            (rank.place > 1).then(|| fill!(m::STANDS, lang, province = &name, rank = &words::rank_said(lang, rank)))
        }
        _ => {
            let group = words::group(row.group?).get(lang).to_lowercase();
            Some(fill!(m::IN_GROUP, lang, province = &name, group = &group))
        }
    }
}

/// Who climbed most, where the title names a leader.
fn climber(snapshot: &Snapshot, lang: Lang, table: &Table) -> Option<String> {
    if !matches!(snapshot.lead(table), Lead::Leads { .. }) {
        return None;
    }
    let mover = snapshot.top_climber(table)?;
    Some(movement(
        lang,
        &name(snapshot, lang, mover.province, table.key),
        mover.places,
    ))
}

/// "Nghệ An lên 7 bậc".
pub(crate) fn movement(lang: Lang, name: &str, places: i32) -> String {
    let steps = places.unsigned_abs();
    match places {
        1 => fill!(m::CLIMBS_ONE, lang, province = name),
        2.. => fill!(m::CLIMBS, lang, province = name, places = steps),
        _ => fill!(m::FALLS, lang, province = name, places = steps),
    }
}

/// "có số của 16/63 tỉnh, thành".
pub(crate) fn coverage(lang: Lang, table: &Table) -> String {
    fill!(
        m::COVERAGE_TITLE,
        lang,
        count = &table.rows.len().to_string(),
        total = &table.expected.to_string()
    )
}

/// "PAR INDEX" or, for a component, "PAR INDEX: Cải cách thể chế".
pub(crate) fn measure(snapshot: &Snapshot, lang: Lang, table: &Table) -> String {
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let short = indicator.short.get(lang);
    if table.key.component == ComponentId::TOTAL {
        return short.to_owned();
    }
    let part = indicator.component(table.key.component).name_in(Some(table.key.year));
    format!("{short}: {}", part.get(lang))
}

/// "thang 0–100 điểm, cao hơn là tốt hơn".
pub(crate) fn scale_and_direction(snapshot: &Snapshot, lang: Lang, table: &Table) -> Vec<String> {
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let component = table.key.component;
    let mut parts = Vec::new();
    if let Some((min, max)) = indicator.scale(component, table.key.year) {
        let decimals = u8::from(max.fract() != 0.0);
        let ends = [min, max].map(|v| domain::number::format(lang, v, if v == 0.0 { 0 } else { decimals }));
        let words = match indicator.unit(component) {
            domain::Unit::Percent => m::SCALE_PERCENT,
            _ => m::SCALE_POINTS,
        };
        parts.push(words.fill(lang, &arguments![low = &ends[0], high = &ends[1]]));
    } else if indicator.kind != Kind::Score {
        parts.push(words::unit(lang, indicator, component));
    }
    if indicator.ranks != RankPolicy::None {
        match indicator.direction(component) {
            domain::Direction::Higher => parts.push(m::HIGHER.get(lang).to_owned()),
            domain::Direction::Lower => parts.push(m::LOWER.get(lang).to_owned()),
            domain::Direction::Neutral => {}
        }
    }
    parts
}
