//! Peer groups: same region, same group or band, neighbours in rank, similar figures.

use domain::{ProvinceId, RankOrigin, RankPolicy, Row, Table, collation_key};
use messages::{arguments, compare as w, fill};

use super::params::Peers;
use crate::{
    context::PageContext,
    findings::{alike, headline as finding},
    words,
};

/// How many places above and below a province its neighbours lie.
const REACH: u16 = 3;

/// What a province is filed under besides its rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Band {
    /// One of four groups by the quartiles of the complete table.
    Group(u8),
    /// A band by the cut-offs of the year.
    Label(String),
    /// A tier in the publisher's own (Vietnamese) words.
    Tier(String),
}

/// A peer group, without the province that it is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PeerGroup {
    /// Those that are shown.
    pub(crate) members: Vec<ProvinceId>,
    /// Those for which there was no room.
    pub(crate) left_out: Vec<ProvinceId>,
    /// What the group is, and whether all of it is shown; or why there is none.
    pub(crate) says: Vec<String>,
}

/// The band of a province in a table.
pub(crate) fn band(cx: &PageContext, table: &Table, row: &Row) -> Option<Band> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let figure = cx.snapshot().figure(row.figure);
    let headline = table.key.component == domain::ComponentId::TOTAL;
    let label = || {
        let value = figure.value.value().filter(|_| headline)?;
        indicator.band(table.key.year, value)
    };
    if let Some(group) = row.group {
        return Some(Band::Group(group));
    }
    if let Some(label) = label() {
        return Some(Band::Label(label.to_owned()));
    }
    figure.tier().map(|tier| Band::Tier(tier.to_owned()))
}

/// True if a province has peers in a table. Says the same as [`group`] without wording anything: which of many tables
/// is shown depends on it.
pub(crate) fn any(cx: &PageContext, table: &Table, of: ProvinceId, peers: Peers) -> bool {
    match peers {
        Peers::None => false,
        Peers::Region => in_region(cx, table, of).next().is_some(),
        Peers::Band => in_band(cx, table, of).is_some_and(|(_, mut peers)| peers.next().is_some()),
        Peers::Neighbours => near(cx, table, of).is_ok_and(|near| !near.provinces.is_empty()),
        Peers::Similar => {
            let likeness = cx.snapshot().likeness_in(table.key, of);
            let likeness = likeness.filter(|found| found.includes(of));
            likeness.is_some_and(|found| table.provinces().any(|other| other != of && found.includes(other)))
        }
    }
}

/// The peers of a province in a table, without those `taken` already; at most `room` are shown.
pub(crate) fn group(
    cx: &PageContext,
    table: &Table,
    (of, peers): (ProvinceId, Peers),
    taken: &[ProvinceId],
    room: usize,
) -> PeerGroup {
    let found = match peers {
        Peers::None => return PeerGroup::default(),
        Peers::Region => Ok(region(cx, table, of)),
        Peers::Band => same_band(cx, table, of),
        Peers::Neighbours => neighbours(cx, table, of),
        Peers::Similar => similar(cx, table, of, room),
    };
    let (mut all, mut says) = match found {
        Ok(found) => found,
        Err(why) => {
            return PeerGroup {
                says: vec![why],
                ..PeerGroup::default()
            };
        }
    };
    all.retain(|id| !taken.contains(id));
    if all.is_empty() {
        let year = table.key.year.to_string();
        return PeerGroup {
            says: vec![fill!(w::ALONE, cx.lang(), year = &year)],
            ..PeerGroup::default()
        };
    }
    // The most alike stand first already, and there is room for all.
    let ranked = peers != Peers::Similar && nearest(cx, table, of, &mut all);
    let left_out = all.split_off(room.min(all.len()));
    if !left_out.is_empty() {
        says.push(capped(cx, table, of, (&all, &left_out, ranked)));
    }
    PeerGroup {
        members: all,
        left_out,
        says: vec![says.join(" ")],
    }
}

type Group = (Vec<ProvinceId>, Vec<String>);

fn name(cx: &PageContext, table: &Table, id: ProvinceId) -> String {
    finding::name(cx.snapshot(), cx.lang(), id, table.key)
}

fn sentence(text: &str) -> Vec<String> {
    vec![format!("{text}.")]
}

/// The other provinces of a table in the region of one.
fn in_region(cx: &PageContext, table: &Table, of: ProvinceId) -> impl Iterator<Item = ProvinceId> {
    let (provinces, basis) = (&cx.snapshot().catalogue.provinces, table.key.basis);
    let region = provinces.region_in(of, basis);
    table
        .provinces()
        .filter(move |id| *id != of && provinces.region_in(*id, basis) == region)
}

fn region(cx: &PageContext, table: &Table, of: ProvinceId) -> Group {
    let provinces = &cx.snapshot().catalogue.provinces;
    let region = provinces
        .region(provinces.region_in(of, table.key.basis))
        .name
        .get(cx.lang());
    let says = sentence(&fill!(
        w::OF_REGION,
        cx.lang(),
        province = &name(cx, table, of),
        region = region
    ));
    (in_region(cx, table, of).collect(), says)
}

/// The other provinces of a table in the band of one, with the band. `None` if it has none.
fn in_band<'a>(
    cx: &'a PageContext,
    table: &'a Table,
    of: ProvinceId,
) -> Option<(Band, impl Iterator<Item = ProvinceId> + 'a)> {
    let own = band(cx, table, table.row(of)?)?;
    let others = table.rows.iter().filter(move |row| row.province != of);
    let same = {
        let own = own.clone();
        others.filter(move |row| band(cx, table, row).as_ref() == Some(&own))
    };
    Some((own, same.map(|row| row.province)))
}

fn same_band(cx: &PageContext, table: &Table, of: ProvinceId) -> Result<Group, String> {
    let lang = cx.lang();
    let (name, year) = (name(cx, table, of), table.key.year.to_string());
    let Some((own, same)) = in_band(cx, table, of) else {
        return Err(fill!(w::NO_BAND, lang, province = &name, year = &year));
    };
    let what = match &own {
        Band::Group(group) => fill!(w::BAND_GROUP, lang, group = words::group(*group).get(lang)),
        Band::Label(label) | Band::Tier(label) => fill!(w::BAND_LABEL, lang, band = label),
    };
    let says = sentence(&fill!(w::OF_BAND, lang, province = &name, band = &what, year = &year));
    Ok((same.collect(), says))
}

/// The neighbours of a province in rank.
struct Near {
    provinces: Vec<ProvinceId>,
    /// How the province's own rank is known.
    origin: RankOrigin,
    /// Provinces with a known rank.
    ranked: usize,
}

/// Why a province has no neighbours in rank.
enum NotNear {
    NotRanked,
    Mixed,
    NoRank,
}

/// Up to three provinces above and three below, none more than three places away: with gaps in the known
/// ranks the next known one is not a neighbour.
fn near(cx: &PageContext, table: &Table, of: ProvinceId) -> Result<Near, NotNear> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if indicator.ranks == RankPolicy::None {
        return Err(NotNear::NotRanked);
    }
    if table.mixed {
        return Err(NotNear::Mixed);
    }
    let own = table.row(of).and_then(|row| row.rank).ok_or(NotNear::NoRank)?;
    let ranked = table.rows.iter().filter_map(|row| Some((row.province, row.rank?)));
    let ranked: Vec<(ProvinceId, domain::Rank)> = ranked.collect();
    let at = ranked.iter().position(|(id, _)| *id == of).ok_or(NotNear::NoRank)?;
    let near = |(_, rank): &&(ProvinceId, domain::Rank)| rank.place.abs_diff(own.place) <= REACH;
    let reach = usize::from(REACH);
    let above = ranked[..at].iter().rev().take(reach).filter(near);
    let below = ranked[at + 1..].iter().take(reach).filter(near);
    Ok(Near {
        provinces: above.chain(below).map(|(id, _)| *id).collect(),
        origin: own.origin,
        ranked: ranked.len(),
    })
}

fn neighbours(cx: &PageContext, table: &Table, of: ProvinceId) -> Result<Group, String> {
    let lang = cx.lang();
    let year = table.key.year.to_string();
    let name = name(cx, table, of);
    let near = near(cx, table, of).map_err(|why| match why {
        NotNear::NotRanked => w::NO_RANKS.get(lang).to_owned(),
        NotNear::Mixed => fill!(w::NO_RANK_MIXED, lang, year = &year),
        NotNear::NoRank => fill!(w::NO_RANK_OF, lang, province = &name, year = &year),
    })?;
    let words = match near.origin {
        RankOrigin::Published => w::OF_NEIGHBOURS,
        RankOrigin::Computed => w::OF_NEIGHBOURS_COMPUTED,
    };
    let mut text = words.fill(lang, &arguments![province = &name, year = &year]);
    if near.ranked < table.expected {
        text = format!("{text}; {}", w::NEIGHBOURS_PART.get(lang));
    }
    Ok((near.provinces, vec![format!("{text}.")]))
}

/// The provinces most alike in their figures, as many as there is room for, with the reasons.
fn similar(cx: &PageContext, table: &Table, of: ProvinceId, room: usize) -> Result<Group, String> {
    let lang = cx.lang();
    let own = name(cx, table, of);
    let found = alike::in_table(cx, table, of)
        .ok_or_else(|| fill!(w::NO_SIMILAR, lang, province = &own, year = &table.key.year.to_string()))?;
    let members: Vec<alike::AlikeProvince> = found.members.into_iter().take(room).collect();
    let mut says = vec![fill!(w::OF_SIMILAR, lang, province = &own, details = &found.by)];
    let reasons = members.iter().filter(|other| !other.why.is_empty());
    let reasons: Vec<String> = reasons
        .map(|other| fill!(w::SIMILAR_WHY, lang, province = &other.name, reason = &other.why))
        .collect();
    if !reasons.is_empty() {
        says.push(format!("{}.", reasons.join(". ")));
    }
    Ok((members.into_iter().map(|other| other.province).collect(), says))
}

/// Puts those nearest in rank first and those without a figure last; without ranks by the alphabet. True
/// when ranks decided.
fn nearest(cx: &PageContext, table: &Table, of: ProvinceId, all: &mut [ProvinceId]) -> bool {
    let provinces = &cx.snapshot().catalogue.provinces;
    let place = |id: ProvinceId| table.row(id).filter(|_| !table.mixed)?.rank.map(|rank| rank.place);
    let own = place(of);
    all.sort_by_cached_key(|id| collation_key(&provinces.get(*id).name.vi));
    all.sort_by_key(|id| {
        let away = own.zip(place(*id)).map_or(u16::MAX, |(a, b)| a.abs_diff(b));
        (table.row(*id).is_none(), away)
    });
    own.is_some()
}

fn capped(
    cx: &PageContext,
    table: &Table,
    of: ProvinceId,
    (shown, left_out, ranked): (&[ProvinceId], &[ProvinceId], bool),
) -> String {
    let lang = cx.lang();
    let names: Vec<String> = left_out.iter().map(|id| name(cx, table, *id)).collect();
    let names = words::list(lang, &names);
    let counts = [shown.len() + left_out.len(), shown.len()];
    if ranked {
        let of = name(cx, table, of);
        return fill!(
            w::CAPPED,
            lang,
            total = counts[0],
            count = counts[1],
            province = &of,
            provinces = &names
        );
    }
    fill!(
        w::CAPPED_ALPHABET,
        lang,
        total = counts[0],
        count = counts[1],
        provinces = &names
    )
}
