//! Snapshots: one published version of all figures, with computed tables, ranks and changes.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Deref,
    slice,
    sync::{Arc, OnceLock},
};

use crate::{
    Catalogue, Change, ComponentId, Date, Figure, IndicatorId, Kind, Missing, Place, ProvinceId, ProvinceList, Rank,
    RegionId, Standing, by_rule,
    similar::Likenesses,
    tables::{all_tables, change, standing},
};

/// A published version of the data: numbered, dated and citable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Number, from 1.
    pub number: u32,
    /// Date of publication.
    pub published: Date,
    /// Summary of its content, in one sentence.
    pub note: crate::Text,
    /// Number of data rows.
    pub rows: usize,
}

/// The row of one province in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The province.
    pub province: ProvinceId,
    /// Position of its figure in [`Snapshot::figures`].
    pub figure: usize,
    /// Its rank: published, or computed if the rules allow it.
    pub rank: Option<Rank>,
    /// Group 1 (highest) to 4; `None` unless the indicator is published in groups.
    pub group: Option<u8>,
    /// Change since the previous year.
    pub change: Change,
}

/// Identifies a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The component.
    pub component: ComponentId,
    /// The province list.
    pub basis: ProvinceList,
    /// The year.
    pub year: i32,
}

impl TableKey {
    /// Returns the key of the table that a figure belongs to. `None` if the figure has no year.
    #[must_use]
    pub fn of(figure: &Figure) -> Option<Self> {
        Some(Self {
            indicator: figure.key.indicator,
            component: figure.key.component,
            basis: figure.key.basis,
            year: figure.key.year?,
        })
    }

    /// Returns the keys of the tables of an earlier year that this table can be compared with: for the same province
    /// list first, then for the other.
    #[must_use]
    pub fn bases(self, from: i32) -> [Self; 2] {
        let same_list = Self { year: from, ..self };
        let basis = match self.basis {
            ProvinceList::Before2025 => ProvinceList::Since2025,
            ProvinceList::Since2025 => ProvinceList::Before2025,
        };
        [same_list, Self { basis, ..same_list }]
    }
}

/// The rows of a table in their order, each also found by its province.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    in_order: Vec<Row>,
    /// Positions in `in_order`, ordered by province.
    by_province: Vec<u32>,
}

impl Rows {
    /// Keeps rows in the order that they have. If a province had two, only one of them would be found.
    #[must_use]
    pub fn new(in_order: Vec<Row>) -> Self {
        let mut by_province: Vec<u32> = (0u32..).take(in_order.len()).collect();
        by_province.sort_by_key(|at| in_order[*at as usize].province);
        Self { in_order, by_province }
    }

    /// Returns the row of one province.
    #[must_use]
    pub fn of(&self, province: ProvinceId) -> Option<&Row> {
        self.position(province).map(|at| &self.in_order[at])
    }

    /// Returns the position of a province in the order.
    #[must_use]
    pub fn position(&self, province: ProvinceId) -> Option<usize> {
        let of = |at: &u32| self.in_order[*at as usize].province;
        let found = self.by_province.binary_search_by_key(&province, of);
        found.ok().map(|at| self.by_province[at] as usize)
    }

    /// Iterates over the rows, to set what is known only after all tables exist. A row keeps its province.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        self.in_order.iter_mut()
    }
}

impl Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.in_order
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Row;
    type IntoIter = slice::Iter<'a, Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.in_order.iter()
    }
}

/// All figures of one indicator, component, province list and year, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its key.
    pub key: TableKey,
    /// Provinces with a figure, ordered by rank, then by value, then alphabetically.
    pub rows: Rows,
    /// Provinces without a figure, in alphabetical order, with the reason.
    pub absent: Vec<(ProvinceId, Missing)>,
    /// Position of the published national figure in [`Snapshot::figures`].
    pub nation: Option<usize>,
    /// Regions with the positions of their published figures.
    pub regions: Vec<(RegionId, usize)>,
    /// Number of provinces that existed in the year.
    pub expected: usize,
    /// Number of rows with a value that all sources agree on.
    pub with_value: usize,
    /// True if the table has everything that was published: every existing province has such a value, or the
    /// publisher's reason for having none.
    pub complete: bool,
    /// True if the rows describe different moments of the year; they are then not ranked.
    pub mixed: bool,
    /// Provinces whose published rank contradicts their published score.
    pub contradicted: Vec<ProvinceId>,
}

impl Table {
    /// Returns the row of one province.
    #[must_use]
    pub fn row(&self, province: ProvinceId) -> Option<&Row> {
        self.rows.of(province)
    }

    /// Iterates over all provinces of the table's list: those with a figure in order, then those without.
    pub fn provinces(&self) -> impl Iterator<Item = ProvinceId> {
        let rows = self.rows.iter().map(|row| row.province);
        rows.chain(self.absent.iter().map(|(id, _)| *id))
    }
}

/// One published version of all figures, with computed tables.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Its edition.
    pub edition: Edition,
    /// The definitions of indicators, provinces and sources.
    pub catalogue: Arc<Catalogue>,
    /// All figures.
    pub figures: Vec<Figure>,
    tables: BTreeMap<TableKey, Table>,
    by_place: HashMap<Place, Vec<usize>>,
    /// Figures on which sources disagree.
    conflicts: usize,
    pub(crate) likenesses: OnceLock<Likenesses>,
}

impl Snapshot {
    /// Computes tables, ranks and changes, one table after the other. This is the specification: what computes them
    /// in another way ([`Self::with_tables`]) must have the same result.
    #[must_use]
    pub fn new(edition: Edition, catalogue: Arc<Catalogue>, figures: Vec<Figure>) -> Self {
        let figures = with_computed(&catalogue, figures);
        let tables = all_tables(&catalogue, &figures);
        Self::from_parts(edition, catalogue, figures, tables)
    }

    /// Creates a snapshot with tables that `derive` computes. It receives the published figures and those that follow
    /// from them by the publisher's rule; rows refer to their positions.
    ///
    /// # Errors
    /// Returns the error of `derive`.
    pub fn with_tables<E>(
        edition: Edition,
        catalogue: Arc<Catalogue>,
        figures: Vec<Figure>,
        derive: impl FnOnce(&Catalogue, &[Figure]) -> Result<Vec<Table>, E>,
    ) -> Result<Self, E> {
        let figures = with_computed(&catalogue, figures);
        let tables = derive(&catalogue, &figures)?;
        let tables = tables.into_iter().map(|table| (table.key, table)).collect();
        Ok(Self::from_parts(edition, catalogue, figures, tables))
    }

    fn from_parts(
        edition: Edition,
        catalogue: Arc<Catalogue>,
        figures: Vec<Figure>,
        tables: BTreeMap<TableKey, Table>,
    ) -> Self {
        let mut by_place: HashMap<Place, Vec<usize>> = HashMap::new();
        for (at, figure) in figures.iter().enumerate() {
            by_place.entry(figure.key.place).or_default().push(at);
        }
        Self {
            conflicts: figures.iter().filter(|figure| figure.conflicting()).count(),
            edition,
            catalogue,
            figures,
            tables,
            by_place,
            likenesses: OnceLock::new(),
        }
    }

    /// Returns the snapshot with its catalogue replaced by one in which all ids have the same meaning and that only
    /// adds information on years, components and verdicts. Tables are not computed again.
    #[must_use]
    pub fn with_catalogue(&self, catalogue: Arc<Catalogue>) -> Self {
        Self {
            catalogue,
            likenesses: OnceLock::new(),
            ..self.clone()
        }
    }

    /// Returns the number of figures on which sources disagree.
    #[must_use]
    pub const fn conflicts(&self) -> usize {
        self.conflicts
    }

    /// Returns the province that a reader names: by its name in addresses, or by any spelling that means one province on
    /// the day of the edition.
    #[must_use]
    pub fn province_named(&self, text: &str) -> Option<ProvinceId> {
        let provinces = &self.catalogue.provinces;
        let by_slug = provinces.by_slug(text);
        by_slug.or_else(|| provinces.resolve(text, self.edition.published))
    }

    /// Returns the table with this key. `None` if there is none.
    #[must_use]
    pub fn table(&self, key: TableKey) -> Option<&Table> {
        self.tables.get(&key)
    }

    /// Iterates over all tables, ordered by their keys.
    pub fn all_tables(&self) -> impl ExactSizeIterator<Item = &Table> {
        self.tables.values()
    }

    /// Iterates over all tables of an indicator's component, ordered by province list and year.
    pub fn tables(&self, indicator: IndicatorId, component: ComponentId) -> impl DoubleEndedIterator<Item = &Table> {
        let bound = |basis, year| TableKey {
            indicator,
            component,
            basis,
            year,
        };
        self.tables
            .range(bound(ProvinceList::Before2025, i32::MIN)..=bound(ProvinceList::Since2025, i32::MAX))
            .map(|(_, table)| table)
            .filter(move |t| t.key.indicator == indicator && t.key.component == component)
    }

    /// Returns the figure at a position from a table or a row.
    ///
    /// # Panics
    /// If the position is out of range.
    #[must_use]
    pub fn figure(&self, at: usize) -> &Figure {
        &self.figures[at]
    }

    /// Iterates over all figures of a place.
    pub fn figures_of(&self, place: Place) -> impl Iterator<Item = &Figure> {
        self.by_place
            .get(&place)
            .into_iter()
            .flatten()
            .map(|at| &self.figures[*at])
    }

    /// Iterates over the positions of all figures of a place.
    pub(crate) fn positions_of(&self, place: Place) -> impl Iterator<Item = usize> {
        self.by_place.get(&place).into_iter().flatten().copied()
    }

    /// Returns the years in which an indicator's component has figures of provinces, ascending.
    #[must_use]
    pub fn years(&self, indicator: IndicatorId, component: ComponentId) -> Vec<i32> {
        let mut years: Vec<i32> = self
            .tables(indicator, component)
            .filter(|t| !t.rows.is_empty())
            .map(|t| t.key.year)
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Returns the province lists for which a year has figures, the one with more figures first.
    #[must_use]
    pub fn bases(&self, indicator: IndicatorId, component: ComponentId, year: i32) -> Vec<ProvinceList> {
        let mut found: Vec<(usize, ProvinceList)> = self
            .tables(indicator, component)
            .filter(|t| t.key.year == year && !t.rows.is_empty())
            .map(|t| (t.rows.len(), t.key.basis))
            .collect();
        found.sort_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, basis)| basis).collect()
    }

    /// Returns true if a table is for the 34 provinces and the previous year is known only for the 63, so that there
    /// are no comparable ranks.
    #[must_use]
    pub fn units_changed(&self, key: TableKey) -> bool {
        self.units_changed_since(key, key.year - 1)
    }

    /// Returns the same as [`units_changed`](Self::units_changed) for any earlier year.
    #[must_use]
    pub fn units_changed_since(&self, key: TableKey, from: i32) -> bool {
        let filled = |key| self.table(key).is_some_and(|t| !t.rows.is_empty());
        let [same_list, other_list] = key.bases(from).map(filled);
        key.basis == ProvinceList::Since2025 && !same_list && other_list
    }

    /// Returns the row of a province in an earlier year that its row in a table is compared with: for the same province
    /// list if there is one, otherwise for the other. `None` if neither has the province.
    #[must_use]
    pub fn base_row(&self, key: TableKey, from: i32, province: ProvinceId) -> Option<&Row> {
        let mut tables = key.bases(from).into_iter().filter_map(|key| self.table(key));
        tables.find_map(|table| table.row(province))
    }

    /// Computes the change of a province from any earlier year to the year of a table, by the same rules as
    /// [`Row::change`] for the previous year.
    #[must_use]
    pub fn change(&self, key: TableKey, from: i32, province: ProvinceId) -> Change {
        let at = |key| Some(standing(&self.figures, self.table(key)?.row(province)?));
        change(&self.catalogue, key, from, at(key).unwrap_or(Standing::UNKNOWN), at)
    }

    /// Computes the mean of a complete table of scores. `None` if the table is not complete, because a mean of only
    /// some provinces does not describe the country, or if the indicator is not a score.
    #[must_use]
    pub fn computed_mean(&self, table: &Table) -> Option<f64> {
        let indicator = self.catalogue.indicator(table.key.indicator);
        if !table.complete || indicator.kind != Kind::Score {
            return None;
        }
        let values: Vec<f64> = table
            .rows
            .iter()
            .filter_map(|row| self.figures[row.figure].value.value())
            .collect();
        let count = u32::try_from(values.len()).ok().filter(|n| *n > 0)?;
        Some(values.iter().sum::<f64>() / f64::from(count))
    }
}

/// Returns the published figures, followed by those that are computed from them. Figures from another snapshot may
/// include computed ones, which are computed again.
fn with_computed(catalogue: &Catalogue, mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.retain(Figure::published);
    figures.extend(by_rule::computed(catalogue, &figures));
    figures
}
