//! Checks each entry by itself: scale, whole numbers, ranks.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Indicator, IndicatorId, Place, ProvinceList, Snapshot, Text, Unit,
    upload::{Arg, Entry, IssueKind, Reading},
};

use super::findings::{Findings, claim_text, rank_cell};

/// Typical numbers of ranked ministries: a province is never one of nineteen.
const MINISTRIES: std::ops::RangeInclusive<u16> = 15..=25;

/// Checks all entries, one by one.
pub(super) fn check(reading: &Reading, current: &Snapshot, findings: &mut Findings) {
    let mut units = Units::default();
    let mut tiers = Tiers::default();
    for entry in &reading.entries {
        let indicator = current.catalogue.indicator(entry.key.indicator);
        value(entry, indicator, findings);
        interval(entry, findings);
        let among = units.number(current, entry);
        rank(reading, current, entry, among, findings);
        tiers.check(current, entry, findings);
    }
    ministries(reading, current, findings);
}

/// The publisher's tiers: those in the edition, and the labels of bands.
#[derive(Default)]
struct Tiers(HashMap<IndicatorId, BTreeMap<String, String>>);

impl Tiers {
    /// Warns about a tier that is not one of the publisher's. If none is known, any may be right.
    fn check(&mut self, current: &Snapshot, entry: &Entry, findings: &mut Findings) {
        let Some(tier) = &entry.claim.tier else { return };
        let known = self
            .0
            .entry(entry.key.indicator)
            .or_insert_with(|| known_tiers(current, entry.key.indicator));
        // "Nhóm A" is the tier A.
        let folded = domain::fold(tier);
        let named = |name: &str| known.contains_key(name);
        let is_known = named(&folded) || folded.strip_prefix("nhom ").is_some_and(named);
        if !known.is_empty() && !is_known {
            let args = known.values().map(|tier| Arg::Text(tier.as_str().into())).collect();
            findings.add(IssueKind::UnknownTier, entry.at, tier, args);
        }
    }
}

/// Tier names in English editions of these tables; the Vietnamese names are in the figures.
const ENGLISH_TIERS: [&str; 8] = [
    "Excellent",
    "Very high",
    "High",
    "Mid-high",
    "Medium",
    "Mid-low",
    "Low",
    "Very low",
];

fn known_tiers(current: &Snapshot, id: IndicatorId) -> BTreeMap<String, String> {
    let figures = current.figures.iter().filter(|figure| figure.key.indicator == id);
    let claims = figures.flat_map(|figure| &figure.claims);
    let tiers = claims.filter_map(|claim| claim.tier.clone());
    let bands = &current.catalogue.indicator(id).bands;
    let labels = bands
        .iter()
        .flat_map(|bands| &bands.cuts)
        .map(|(label, _)| label.clone());
    let mut known: BTreeMap<_, _> = tiers.chain(labels).map(|tier| (domain::fold(&tier), tier)).collect();
    if !known.is_empty() {
        known.extend(ENGLISH_TIERS.map(|tier| (domain::fold(tier), tier.to_owned())));
    }
    known
}

/// The number of provinces, by year and list.
#[derive(Default)]
struct Units(HashMap<(Option<i32>, ProvinceList), u16>);

impl Units {
    fn number(&mut self, current: &Snapshot, entry: &Entry) -> u16 {
        let (year, basis) = (entry.key.year, entry.key.basis);
        *self.0.entry((year, basis)).or_insert_with(|| {
            let known = match basis {
                ProvinceList::Before2025 => year.unwrap_or(2024),
                ProvinceList::Since2025 => year.unwrap_or(2025),
            };
            // A unit may still be ranked for the year in which it ended.
            let now = current.catalogue.provinces.existing(known, basis).count();
            let before = current.catalogue.provinces.existing(known - 1, basis).count();
            u16::try_from(now.max(before)).unwrap_or(u16::MAX)
        })
    }
}

fn value(entry: &Entry, indicator: &Indicator, findings: &mut Findings) {
    let Some(quantity) = entry.claim.value else { return };
    let found = claim_text(&entry.claim);
    // A part without a stated scale is on that of the whole if the units match: nothing is below zero points or above
    // all of them.
    let component_scale = indicator.scale(entry.key.component, entry.key.year.unwrap_or(0));
    let same_unit = indicator.unit(entry.key.component) == indicator.unit;
    let scale = component_scale.or(indicator.scale.filter(|_| same_unit));
    let all = entry.claim.of.map(|of| (0.0, of));
    let unit = indicator.unit(entry.key.component);
    let not_negative = (unit == Unit::Count).then_some((0.0, f64::from(u32::MAX)));
    let limits = [scale, all, not_negative];
    let outside = |(low, high): &(f64, f64)| !(*low..=*high).contains(&quantity.value);
    if let Some((low, high)) = limits.into_iter().flatten().find(outside) {
        let args = vec![limit(low), limit(high)];
        findings.add(IssueKind::OutOfScale, entry.at, &found, args);
    } else if unit == Unit::Count && quantity.value.fract() != 0.0 {
        findings.add(IssueKind::NotWhole, entry.at, &found, Vec::new());
    }
    let most = entry
        .key
        .year
        .and_then(|year| indicator.component(entry.key.component).max_in(year));
    if let (Some(of), Some(most)) = (entry.claim.of, most.filter(|_| indicator.kind == domain::Kind::Score))
        && (of - most).abs() > 1e-9
    {
        findings.add(
            IssueKind::OtherDenominator,
            entry.at,
            &found,
            vec![limit(of), limit(most)],
        );
    }
}

/// Returns a limit with the decimals that it needs.
fn limit(value: f64) -> Arg {
    let digits = (0..=4).find(|digits| (domain::number::round(value, *digits) - value).abs() < 1e-9);
    Arg::Number(value, digits.unwrap_or(4))
}

fn interval(entry: &Entry, findings: &mut Findings) {
    if let Some(interval) = entry.claim.interval.filter(|i| i.low > i.high) {
        let args = vec![limit(interval.low), limit(interval.high)];
        findings.add(IssueKind::OutOfScale, entry.at, &claim_text(&entry.claim), args);
    }
}

fn rank(reading: &Reading, current: &Snapshot, entry: &Entry, units: u16, findings: &mut Findings) {
    let Some(rank) = entry.claim.rank else { return };
    let among = match entry.key.place {
        Place::Province(_) => entry.claim.rank_of.unwrap_or(units),
        Place::Nation | Place::Region(_) => entry.claim.rank_of.unwrap_or(u16::MAX),
    };
    if rank == 0 || rank > among {
        let args = vec![Arg::Number(f64::from(among), 0)];
        findings.add(
            IssueKind::BadRank,
            rank_cell(reading, current, entry),
            &rank.to_string(),
            args,
        );
    }
}

/// Warns about ranks such as "16/19", which are those of ministries: their table looks like one of provinces.
fn ministries(reading: &Reading, current: &Snapshot, findings: &mut Findings) {
    let provinces = reading
        .entries
        .iter()
        .filter(|e| matches!(e.key.place, Place::Province(_)));
    let ranked: Vec<(&Entry, u16)> = provinces.filter_map(|e| Some((e, e.claim.rank_of?))).collect();
    let of_ministries = ranked.iter().filter(|(_, of)| MINISTRIES.contains(of)).count();
    if of_ministries * 2 > ranked.len()
        && let Some((entry, of)) = ranked.iter().find(|(_, of)| MINISTRIES.contains(of))
    {
        let what = Text::new("xếp hạng các bộ, ngành", "a ranking of ministries");
        findings.add(
            IssueKind::LookAlike,
            rank_cell(reading, current, entry),
            &of.to_string(),
            vec![Arg::Both(what)],
        );
    }
}
