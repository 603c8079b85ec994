//! Values that no source gives, computed by the publisher's own rule: a domain is the sum of its parts, the
//! total the sum of the domains. Only where every part is known, and never in place of a published value.

use std::collections::{BTreeMap, HashMap};

use crate::{
    Catalogue, Claim, ComponentId, Figure, FigureKey, Indicator, IndicatorId, Missing, Observation, Place, Quantity,
    SourceId, number,
};

/// What identifies the figures of one place and moment.
type Group = (IndicatorId, FigureKey);
type Known = HashMap<ComponentId, (Observation, Vec<SourceId>)>;

/// Returns the figures that follow from published ones by the rules of the catalogue.
pub(crate) fn computed(catalogue: &Catalogue, figures: &[Figure]) -> Vec<Figure> {
    let mut groups: BTreeMap<usize, (Group, Known)> = BTreeMap::new();
    let mut places: HashMap<Group, usize> = HashMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let key = FigureKey {
            component: ComponentId::TOTAL,
            ..figure.key
        };
        let rule = key.year.and_then(|y| catalogue.indicator(key.indicator).sum_rule(y));
        if !rule.is_some_and(|rule| rule.computes) || !matches!(key.place, Place::Province(_)) {
            continue;
        }
        let group = (key.indicator, key);
        let first = *places.entry(group).or_insert(at);
        let sources = figure.claims.iter().map(|claim| claim.source).collect();
        let (_, known) = groups.entry(first).or_insert_with(|| (group, Known::new()));
        known.insert(figure.key.component, (figure.value, sources));
    }
    groups
        .into_values()
        .flat_map(|((id, key), known)| of_group(catalogue.indicator(id), key, known))
        .collect()
}

/// The domains and the total of one place and year, as far as they are not published.
fn of_group(indicator: &Indicator, key: FigureKey, mut known: Known) -> Vec<Figure> {
    let Some(year) = key.year else {
        return Vec::new();
    };
    let mut made = Vec::new();
    let domains: Vec<ComponentId> = indicator.domains(year).map(|(id, _)| id).collect();
    for domain in &domains {
        let parts = indicator.components();
        let parts: Vec<ComponentId> = parts
            .filter(|(_, part)| part.parent == Some(*domain) && part.exists_in(year))
            .map(|(id, _)| id)
            .collect();
        made.extend(add(*domain, &parts, key, &mut known));
    }
    made.extend(add(ComponentId::TOTAL, &domains, key, &mut known));
    made
}

/// The sum of parts as a figure of its own, which later sums see. `None` where a source speaks of it, where
/// it has no parts, and where they are not there.
fn add(whole: ComponentId, parts: &[ComponentId], key: FigureKey, known: &mut Known) -> Option<Figure> {
    if parts.is_empty() || known.contains_key(&whole) {
        return None;
    }
    let value = sum(parts.iter().map(|part| known.get(part).map(|(value, _)| *value)))?;
    let mut sources: Vec<SourceId> = parts
        .iter()
        .filter_map(|part| known.get(part))
        .flat_map(|(_, sources)| sources.iter().copied())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let claims = sources.iter().map(|source| claim(*source)).collect();
    known.insert(whole, (value, sources));
    let key = FigureKey {
        component: whole,
        ..key
    };
    Some(Figure::by_rule(key, value, claims))
}

/// The sum where every part is known; that it is not published where a part is not; else nothing.
fn sum(parts: impl Iterator<Item = Option<Observation>>) -> Option<Observation> {
    let (mut total, mut digits, mut unpublished, mut unknown) = (0.0, 0, false, false);
    for part in parts {
        match part {
            Some(Observation::Known(quantity)) if quantity.approx.is_none() => {
                total += quantity.value;
                digits = digits.max(quantity.digits);
            }
            Some(Observation::Missing(Missing::NotPublished)) => unpublished = true,
            Some(_) | None => unknown = true,
        }
    }
    if unpublished {
        return Some(Observation::Missing(Missing::NotPublished));
    }
    (!unknown).then(|| {
        Observation::Known(Quantity {
            value: number::round(total, digits),
            digits,
            approx: None,
        })
    })
}

/// A source of the parts, which gives no value of the whole.
fn claim(source: SourceId) -> Claim {
    Claim {
        value: None,
        of: None,
        rank: None,
        rank_of: None,
        tier: None,
        interval: None,
        missing: None,
        source,
        origin: "computed".to_owned(),
        note: None,
    }
}
