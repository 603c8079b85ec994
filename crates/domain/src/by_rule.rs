//! Computes values that no source gives by the publisher's own rule: a domain is the sum of its parts, the
//! total the sum of the domains. A sum is computed only if every part is known, and never replaces a published
//! value.

use std::collections::{BTreeMap, HashMap};

use crate::{
    Catalogue, Claim, ComponentId, Figure, FigureKey, Indicator, IndicatorId, Missing, Observation, Place, Quantity,
    SourceId, number,
};

/// Identifies the figures of one indicator, place and moment; the key's component is the total.
type Group = (IndicatorId, FigureKey);
/// Known values of a group by component, with their sources.
type Known = HashMap<ComponentId, (Observation, Vec<SourceId>)>;

/// Computes the figures that follow from published ones by the sum rules of the catalogue.
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
        .flat_map(|((id, key), known)| computed_in_group(catalogue.indicator(id), key, known))
        .collect()
}

/// Computes the domains and the total of one place and year, except those that are published.
fn computed_in_group(indicator: &Indicator, key: FigureKey, mut known: Known) -> Vec<Figure> {
    let Some(year) = key.year else {
        return Vec::new();
    };
    let mut figures = Vec::new();
    let domains: Vec<ComponentId> = indicator.domains(year).map(|(id, _)| id).collect();
    for domain in &domains {
        let parts = indicator.components();
        let parts: Vec<ComponentId> = parts
            .filter(|(_, part)| part.parent == Some(*domain) && part.exists_in(year))
            .map(|(id, _)| id)
            .collect();
        figures.extend(sum_figure(*domain, &parts, key, &mut known));
    }
    figures.extend(sum_figure(ComponentId::TOTAL, &domains, key, &mut known));
    figures
}

/// Returns the sum of the parts as a figure and records it in `known` for later sums. `None` if a source already
/// covers the whole, if it has no parts, or if a part is unknown.
fn sum_figure(whole: ComponentId, parts: &[ComponentId], key: FigureKey, known: &mut Known) -> Option<Figure> {
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

/// Returns the sum if every part is known, [`Missing::NotPublished`] if a part was not published, and otherwise
/// `None`.
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

/// Returns a claim without a value: the source gives the parts but not the whole.
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
