//! One published state of all figures, with every table, rank and change worked out.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::{
    Change, ComponentId, Date, Figure, Indicator, IndicatorId, Kind, Missing, Place, ProvinceId, ProvinceList,
    Provinces, Rank, RegionId, Source, SourceId, Standing, TileMap, by_rule,
    tables::{bases, change, fill_changes, standing, table},
};

/// Everything that is known about the indicators, the provinces and the sources.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Indicators in the order in which they are shown.
    pub indicators: Vec<Indicator>,
    /// Provinces, regions and spellings.
    pub provinces: Provinces,
    /// Sources.
    pub sources: Vec<Source>,
    /// Rows that were handed over but state something that the catalogue does not hold.
    pub left_out: Vec<LeftOut>,
    /// Where provinces stand on a map of tiles; without tiles there is no map.
    pub tiles: TileMap,
}

impl Catalogue {
    /// The indicator with this id. Ids come only from this catalogue.
    #[must_use]
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[usize::from(id.0)]
    }

    /// The indicator with this name in addresses.
    #[must_use]
    pub fn indicator_by_slug(&self, slug: &str) -> Option<IndicatorId> {
        let at = self.indicators.iter().position(|i| i.slug == slug)?;
        u16::try_from(at).ok().map(IndicatorId)
    }

    /// All indicators with their ids.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.indicators
            .iter()
            .enumerate()
            .filter_map(|(i, x)| u16::try_from(i).ok().map(|i| (IndicatorId(i), x)))
    }

    /// The source with this id. Ids come only from this catalogue.
    #[must_use]
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }
}

/// A row as handed over that is not among the figures, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Indicator, component, province, year and value, as found.
    pub as_found: [String; 5],
    /// Where it was published.
    pub source: Option<SourceId>,
    /// Why it is not among the figures.
    pub reason: crate::Text,
}

/// A published state of the data: numbered, dated, citable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Number, from 1.
    pub number: u32,
    /// Day of publication.
    pub published: Date,
    /// What it holds, in a sentence.
    pub note: crate::Text,
    /// Number of rows that it was made of.
    pub rows: usize,
}

/// One province's line in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The province.
    pub province: ProvinceId,
    /// Position of its figure in [`Snapshot::figures`].
    pub figure: usize,
    /// Its rank: published, or computed where the rules allow it.
    pub rank: Option<Rank>,
    /// Group 1 (highest) to 4, where the indicator is published in groups.
    pub group: Option<u8>,
    /// Change since the year before.
    pub change: Change,
}

/// What identifies a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The component.
    pub component: ComponentId,
    /// The set of provinces.
    pub basis: ProvinceList,
    /// The year.
    pub year: i32,
}

/// All figures of one indicator, component and year, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it holds.
    pub key: TableKey,
    /// Provinces with a figure: ranked ones by rank, then by value, then by the alphabet.
    pub rows: Vec<Row>,
    /// Provinces without a figure, by the alphabet, with the reason.
    pub absent: Vec<(ProvinceId, Missing)>,
    /// The national figure as published (position in [`Snapshot::figures`]).
    pub nation: Option<usize>,
    /// Regional figures as published.
    pub regions: Vec<(RegionId, usize)>,
    /// Provinces that existed then.
    pub expected: usize,
    /// Rows with a value that all sources agree on.
    pub with_value: usize,
    /// True when the table holds all that was published: every province that existed has
    /// such a value, or the publisher's own reason for having none.
    pub complete: bool,
    /// True when the rows describe different moments of the year: no ranking then.
    pub mixed: bool,
    /// Provinces whose published rank does not fit their published score.
    pub contradicted: Vec<ProvinceId>,
}

impl Table {
    /// The line of one province.
    #[must_use]
    pub fn row(&self, province: ProvinceId) -> Option<&Row> {
        self.rows.iter().find(|row| row.province == province)
    }
}

/// One published state of all figures.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Which state this is.
    pub edition: Edition,
    /// What is known about the indicators, provinces and sources.
    pub catalogue: Arc<Catalogue>,
    /// All figures.
    pub figures: Vec<Figure>,
    tables: BTreeMap<TableKey, Table>,
    by_place: HashMap<Place, Vec<usize>>,
}

impl Snapshot {
    /// Works out tables, ranks and changes.
    #[must_use]
    pub fn new(edition: Edition, catalogue: Arc<Catalogue>, mut figures: Vec<Figure>) -> Self {
        // Figures of another snapshot bring what was computed of them: it follows anew from what is published.
        figures.retain(Figure::published);
        figures.extend(by_rule::computed(&catalogue, &figures));
        let mut by_place: HashMap<Place, Vec<usize>> = HashMap::new();
        let mut newest: BTreeMap<TableKey, BTreeMap<Place, usize>> = BTreeMap::new();
        for (at, figure) in figures.iter().enumerate() {
            by_place.entry(figure.key.place).or_default().push(at);
            let Some(year) = figure.key.year else {
                continue;
            };
            let key = TableKey {
                indicator: figure.key.indicator,
                component: figure.key.component,
                basis: figure.key.basis,
                year,
            };
            // Several moments of one year: the latest stands for the year.
            let slot = newest.entry(key).or_default().entry(figure.key.place).or_insert(at);
            if moment(figure) > moment(&figures[*slot]) {
                *slot = at;
            }
        }
        let mut tables: BTreeMap<TableKey, Table> = newest
            .into_iter()
            .filter(|(_, places)| !places.is_empty())
            .map(|(key, places)| (key, table(&catalogue, &figures, key, &places)))
            .collect();
        fill_changes(&catalogue, &figures, &mut tables);
        Self {
            edition,
            catalogue,
            figures,
            tables,
            by_place,
        }
    }

    /// The same figures under a catalogue in which all ids mean the same: one that only says more of years,
    /// components and verdicts. Tables stay as they were computed.
    #[must_use]
    pub fn with_catalogue(&self, catalogue: Arc<Catalogue>) -> Self {
        Self {
            catalogue,
            ..self.clone()
        }
    }

    /// One table.
    #[must_use]
    pub fn table(&self, key: TableKey) -> Option<&Table> {
        self.tables.get(&key)
    }

    /// All tables of an indicator's component, by basis and year.
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

    /// The figure at a position that a table or a row gives.
    #[must_use]
    pub fn figure(&self, at: usize) -> &Figure {
        &self.figures[at]
    }

    /// All figures of a place.
    pub fn figures_of(&self, place: Place) -> impl Iterator<Item = &Figure> {
        self.by_place
            .get(&place)
            .into_iter()
            .flatten()
            .map(|at| &self.figures[*at])
    }

    /// Positions of all figures of a place.
    pub(crate) fn positions_of(&self, place: Place) -> impl Iterator<Item = usize> {
        self.by_place.get(&place).into_iter().flatten().copied()
    }

    /// Years in which an indicator's component has figures of provinces, ascending.
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

    /// The bases in which a year has figures, the one with more of them first.
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

    /// True when a table lists the 34 provinces and the year before is only known for the
    /// 63: its ranks have nothing to be compared with.
    #[must_use]
    pub fn units_changed(&self, key: TableKey) -> bool {
        self.units_changed_since(key, key.year - 1)
    }

    /// The same for any earlier year.
    #[must_use]
    pub fn units_changed_since(&self, key: TableKey, from: i32) -> bool {
        let filled = |key| self.table(key).is_some_and(|t| !t.rows.is_empty());
        let [own, other] = bases(key, from).map(filled);
        key.basis == ProvinceList::Since2025 && !own && other
    }

    /// The row of a province in an earlier year that its row in a table is compared with: of the
    /// same basis where it has one there, else of the other.
    #[must_use]
    pub fn base_row(&self, key: TableKey, from: i32, province: ProvinceId) -> Option<&Row> {
        let mut tables = bases(key, from).into_iter().filter_map(|key| self.table(key));
        tables.find_map(|table| table.row(province))
    }

    /// The change of a province from any earlier year to the year of a table, by the same rules as
    /// [`Row::change`] for the year before.
    #[must_use]
    pub fn change(&self, key: TableKey, from: i32, province: ProvinceId) -> Change {
        let at = |key| Some(standing(&self.figures, self.table(key)?.row(province)?));
        change(&self.catalogue, key, from, at(key).unwrap_or(Standing::UNKNOWN), at)
    }

    /// The number that the average of a complete table has; nothing when it is not
    /// complete, because a mean of a part says nothing about the country.
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

fn moment(figure: &Figure) -> Option<Date> {
    match figure.key.as_of {
        Some(moment) => moment.latest_day(),
        None => figure.key.year.map(Date::year_end),
    }
}
