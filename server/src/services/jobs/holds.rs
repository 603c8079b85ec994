//! What a draft holds, in short, and the cache of it.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use domain::{
    Place, Text,
    upload::{Severity, Survey},
};

use super::{import_preview::ImportPreview, job::Key};

/// What a draft holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Holds {
    /// Short names of its indicators.
    pub(crate) indicators: Vec<Text>,
    /// Years of its figures, ascending.
    pub(crate) years: Vec<i32>,
    /// How many provinces it has figures of.
    pub(crate) provinces: usize,
    /// How many figures.
    pub(crate) figures: usize,
    /// How many errors stand in the way.
    pub(crate) errors: usize,
    /// How many warnings there are.
    pub(crate) warnings: usize,
}

impl Holds {
    /// As pages show it.
    pub(crate) fn shown(self) -> app::admin::DraftHolds {
        app::admin::DraftHolds {
            indicators: self.indicators,
            years: self.years,
            provinces: self.provinces,
            figures: self.figures,
            errors: self.errors,
            warnings: self.warnings,
        }
    }

    pub(super) fn of(examined: &ImportPreview) -> Self {
        let reading = &examined.reading;
        let catalogue = examined.catalogue();
        let of_figures: BTreeSet<_> = reading.entries.iter().map(|entry| entry.key.indicator).collect();
        let mut indicators: Vec<_> = of_figures.into_iter().collect();
        if indicators.is_empty() {
            indicators.extend(reading.indicator);
        }
        let provinces = reading.entries.iter().filter_map(|entry| match entry.key.place {
            Place::Province(id) => Some(id),
            Place::Nation | Place::Region(_) => None,
        });
        let count = |severity| {
            let issues = reading.issues.iter();
            issues.filter(|issue| issue.kind.severity() == severity).count()
        };
        Self {
            indicators: indicators
                .iter()
                .map(|id| catalogue.indicator(*id).short.clone())
                .collect(),
            years: reading.years.clone(),
            provinces: provinces.collect::<BTreeSet<_>>().len(),
            figures: reading.entries.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

/// Entries that are cached; beyond that all are computed again.
pub(super) const MOST: usize = 1_000;

/// What was found out lately.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) drafts: HashMap<Key, Holds>,
    pub(super) files: HashMap<(String, String, u32), Arc<Survey>>,
}
