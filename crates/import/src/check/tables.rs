//! Groups the entries of provinces into tables: one indicator, component, year and moment each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{FigureKey, Place, ProvinceId, upload::Reading};

use crate::{apply::order::order, limit::step};

/// One table of the file.
pub(super) struct FileTable {
    /// The key that its entries share; its place has no meaning.
    pub(super) key: FigureKey,
    /// Provinces with the positions of their entries, in the order of the file. If the file names several sources, a
    /// province may occur more than once.
    pub(super) rows: Vec<(ProvinceId, usize)>,
}

/// All tables of the file, ordered by indicator, year and component.
pub(super) struct Tables(pub(super) Vec<FileTable>);

impl Tables {
    /// Groups the entries of provinces into tables.
    pub(super) fn of(reading: &Reading) -> Self {
        let mut at: HashMap<FigureKey, usize> = HashMap::new();
        let mut tables: Vec<FileTable> = Vec::new();
        for (position, entry) in reading.entries.iter().enumerate() {
            step();
            let Place::Province(province) = entry.key.place else {
                continue;
            };
            let key = FigureKey {
                place: Place::Nation,
                ..entry.key
            };
            let slot = *at.entry(key).or_insert_with(|| {
                tables.push(FileTable { key, rows: Vec::new() });
                tables.len() - 1
            });
            tables[slot].rows.push((province, position));
        }
        tables.sort_by_cached_key(|table| order(&table.key));
        Self(tables)
    }
}

impl FileTable {
    /// Returns the value of each province that has exactly one.
    pub(super) fn values(&self, reading: &Reading) -> BTreeMap<ProvinceId, (f64, usize)> {
        let mut values = BTreeMap::new();
        let mut ambiguous = BTreeSet::new();
        for (province, at) in &self.rows {
            step();
            if let Some(value) = reading.entries[*at].claim.value
                && values.insert(*province, (value.value, *at)).is_some()
            {
                ambiguous.insert(*province);
            }
        }
        values.retain(|province, _| !ambiguous.contains(province));
        values
    }
}
