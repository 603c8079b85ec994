//! Maps ids between two catalogues. Ids are positions in a catalogue's lists, so entries are matched by slug.

use std::{collections::HashMap, ptr};

use domain::{
    Catalogue, Claim, ComponentId, Figure, FigureKey, Indicator, IndicatorId, Place, ProvinceId, RegionId, SourceId,
};

/// A mapping of one catalogue's ids to those of another.
pub(super) enum Ids {
    /// The lists have the same ids.
    Same,
    /// The lists differ.
    Mapped(Box<Mapped>),
}

/// Ids of the other catalogue; `None`, or no entry, for what it lacks.
pub(super) struct Mapped {
    /// Indicators, each with the mapping of its components.
    indicators: Vec<Option<(IndicatorId, Vec<Option<ComponentId>>)>>,
    provinces: HashMap<ProvinceId, ProvinceId>,
    regions: HashMap<RegionId, RegionId>,
    sources: Vec<Option<SourceId>>,
}

impl Ids {
    pub(super) fn new(before: &Catalogue, after: &Catalogue) -> Self {
        // Entries appended to a list leave the existing ids unchanged; uploads add components and indicators in this
        // way.
        let parts = |was: &Indicator, is: &Indicator| {
            let mut known = was.components.iter().zip(&is.components);
            was.slug == is.slug && was.components.len() <= is.components.len() && known.all(|(a, b)| a.slug == b.slug)
        };
        let mut indicators = before.indicators.iter().zip(&after.indicators);
        let indicators =
            before.indicators.len() <= after.indicators.len() && indicators.all(|(was, is)| parts(was, is));
        let places = |c: &Catalogue| -> Vec<(ProvinceId, String)> {
            c.provinces.alphabetical().map(|(id, p)| (id, p.slug.clone())).collect()
        };
        let regions = |c: &Catalogue| -> Vec<(RegionId, String)> { all_regions(c).collect() };
        // Sources appended at the end leave the existing ids unchanged too.
        let sources = before.sources.len() <= after.sources.len()
            && before.sources.iter().zip(&after.sources).all(|(a, b)| a.slug == b.slug);
        let same = ptr::eq(before, after)
            || (sources && indicators && places(before) == places(after) && regions(before) == regions(after));
        if same {
            Self::Same
        } else {
            Self::Mapped(Box::new(Mapped::new(before, after)))
        }
    }

    /// Returns the key in the other catalogue; `None` if it lacks a part of it.
    pub(super) fn key(&self, key: &FigureKey) -> Option<FigureKey> {
        let Self::Mapped(map) = self else {
            return Some(*key);
        };
        let (indicator, components) = map.indicators.get(usize::from(key.indicator.0))?.as_ref()?;
        Some(FigureKey {
            indicator: *indicator,
            component: (*components.get(usize::from(key.component.0))?)?,
            place: match key.place {
                Place::Nation => Place::Nation,
                Place::Region(id) => Place::Region(*map.regions.get(&id)?),
                Place::Province(id) => Place::Province(*map.provinces.get(&id)?),
            },
            ..*key
        })
    }

    /// Returns true if the claims are equal, in any order, and the same one was chosen for the same reason.
    pub(super) fn same_figure(&self, before: &Figure, after: &Figure) -> bool {
        let same_choice = match (before.chosen(), after.chosen()) {
            (None, None) => true,
            (Some(a), Some(b)) => self.same(a, b),
            _ => false,
        };
        let reason = |figure: &Figure| figure.decision.as_ref().map(|decision| decision.reason.clone());
        same_choice && reason(before) == reason(after) && self.same_claims(&before.claims, &after.claims)
    }

    fn same_claims(&self, before: &[Claim], after: &[Claim]) -> bool {
        if before.len() != after.len() {
            return false;
        }
        if before.iter().zip(after).all(|(a, b)| self.same(a, b)) {
            return true;
        }
        let mut unmatched: Vec<&Claim> = after.iter().collect();
        before.iter().all(|claim| {
            let found = unmatched.iter().position(|other| self.same(claim, other));
            found.map(|at| unmatched.swap_remove(at)).is_some()
        })
    }

    fn same(&self, a: &Claim, b: &Claim) -> bool {
        let source = match self {
            Self::Same => Some(a.source),
            Self::Mapped(map) => map.sources.get(usize::from(a.source.0)).copied().flatten(),
        };
        source == Some(b.source)
            && (a.value, a.of, a.rank, a.rank_of) == (b.value, b.of, b.rank, b.rank_of)
            && (&a.tier, a.interval, a.missing, &a.note) == (&b.tier, b.interval, b.missing, &b.note)
    }
}

impl Mapped {
    fn new(before: &Catalogue, after: &Catalogue) -> Self {
        let parts = |was: &Indicator, is: &Indicator| -> Vec<Option<ComponentId>> {
            let components = was.components.iter();
            components.map(|part| is.component_by_slug(&part.slug)).collect()
        };
        let indicators = before.indicators.iter().map(|was| {
            let id = after.indicator_by_slug(&was.slug)?;
            Some((id, parts(was, after.indicator(id))))
        });
        let provinces = before.provinces.alphabetical();
        let known: HashMap<&str, usize> = after
            .sources
            .iter()
            .enumerate()
            .map(|(i, s)| (s.slug.as_str(), i))
            .collect();
        let source = |slug: &str| known.get(slug).and_then(|at| u16::try_from(*at).ok()).map(SourceId);
        Self {
            indicators: indicators.collect(),
            provinces: provinces
                .filter_map(|(id, p)| Some((id, after.provinces.by_slug(&p.slug)?)))
                .collect(),
            regions: all_regions(before)
                .filter_map(|(id, slug)| Some((id, after.provinces.region_by_slug(&slug)?)))
                .collect(),
            sources: before.sources.iter().map(|s| source(&s.slug)).collect(),
        }
    }
}

/// Returns the regions that have provinces: only those can have figures that matter.
fn all_regions(catalogue: &Catalogue) -> impl Iterator<Item = (RegionId, String)> {
    let mut ids: Vec<RegionId> = catalogue
        .provinces
        .alphabetical()
        .flat_map(|(_, p)| p.regions.iter().copied())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .map(|id| (id, catalogue.provinces.region(id).slug.clone()))
}
