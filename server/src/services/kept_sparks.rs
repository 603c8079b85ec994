//! Word-sized trends of tables, drawn once: every page of a ranking shows them, and looking up each by its model took as
//! long as drawing it.

use std::sync::{Arc, Weak};

use app::Sparks;
use domain::{Snapshot, TableKey};
use quick_cache::{Weighter, sync};

/// Tables that are kept, and the bytes that they may take all together.
const MOST_TABLES: usize = 1_024;
const MOST_BYTES: u64 = 16 << 20;

/// Figures by their place in memory, and one of their tables.
type Key = (usize, TableKey);

/// A bounded number of tables; what was not asked for lately goes first.
#[derive(Debug)]
pub(super) struct KeptSparks(sync::Cache<Key, Kept, Weight>);

/// What was drawn, and from which figures: while this is kept, no others can have their place in memory.
#[derive(Clone, Debug)]
struct Kept {
    of: Weak<Snapshot>,
    sparks: Arc<Sparks>,
}

#[derive(Clone, Debug)]
struct Weight;

impl Weighter<Key, Kept> for Weight {
    fn weight(&self, _: &Key, kept: &Kept) -> u64 {
        let bytes: usize = kept.sparks.values().map(|svg| svg.len() + 64).sum();
        u64::try_from(bytes + 128).unwrap_or(u64::MAX)
    }
}

impl Default for KeptSparks {
    fn default() -> Self {
        Self(sync::Cache::with_weighter(MOST_TABLES, MOST_BYTES, Weight))
    }
}

impl KeptSparks {
    /// The trends of a table of these figures, kept or made by `draw`.
    pub(super) fn get(&self, snapshot: &Arc<Snapshot>, table: TableKey, draw: &dyn Fn() -> Sparks) -> Arc<Sparks> {
        let of = Arc::downgrade(snapshot);
        let key = (Arc::as_ptr(snapshot).addr(), table);
        if let Some(kept) = self.0.get(&key)
            && kept.of.ptr_eq(&of)
        {
            return kept.sparks;
        }
        let sparks = Arc::new(draw());
        let kept = Kept {
            of,
            sparks: Arc::clone(&sparks),
        };
        self.0.insert(key, kept);
        sparks
    }
}

#[cfg(test)]
mod tests {
    use domain::{ComponentId, Edition, IndicatorId, ProvinceId, ProvinceList};

    use super::*;

    fn figures() -> Arc<Snapshot> {
        let edition = Edition {
            number: 1,
            published: "2026-01-01".parse().unwrap(),
            note: domain::Text::default(),
            rows: 0,
        };
        Arc::new(Snapshot::new(edition, Arc::default(), Vec::new()))
    }

    #[test]
    fn a_table_is_drawn_once_for_the_same_figures_and_never_shown_for_others() {
        let kept = KeptSparks::default();
        let table = |year| TableKey {
            indicator: IndicatorId(0),
            component: ComponentId::TOTAL,
            basis: ProvinceList::Before2025,
            year,
        };
        let text = |figures: &Arc<Snapshot>, year, text: &str| {
            let sparks = kept.get(figures, table(year), &|| {
                Sparks::from([(ProvinceId(0), text.to_owned())])
            });
            sparks[&ProvinceId(0)].clone()
        };
        let (one, other) = (figures(), figures());
        assert_eq!(text(&one, 2015, "a"), "a");
        assert_eq!(text(&one, 2015, "b"), "a", "it is kept");
        assert_eq!(text(&one, 2016, "b"), "b", "another table");
        assert_eq!(text(&other, 2015, "c"), "c", "another edition, or a draft");
        // Others at the same place in memory would be told apart, too.
        drop(one);
        for n in 0..100 {
            assert_eq!(text(&figures(), 2015, &n.to_string()), n.to_string());
        }
    }
}
