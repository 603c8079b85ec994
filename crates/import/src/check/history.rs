//! The published tables of a component as columns that other columns are compared with.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

use domain::{ComponentId, FigureKey, Indicator, IndicatorId, Kind, ProvinceId, ProvinceList, Snapshot};

use super::numbers::{median, places, rank_correlation, spread};

/// Minimum number of values in a published table. Smaller ones are samples that newspapers named, the best and the
/// worst, and are not representative of a column.
const MIN_PUBLISHED_VALUES: usize = 20;
/// Number of neighbouring years that define the usual order. One year is noisy (the order of some PAPI sub-dimensions
/// correlates with the previous year by only 0.1); many would hide lasting change.
const NEIGHBOURS: usize = 3;

/// The values of one year.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) year: i32,
    pub(super) values: BTreeMap<ProvinceId, f64>,
    /// The median as a level: a share of the scale, or the logarithm of a count.
    pub(super) level: f64,
    /// Median and spread in the unit of the values.
    pub(super) median: f64,
    pub(super) spread: f64,
    scale: Scale,
}

/// The scale of a column, which makes years with different maxima comparable: the total of PAPI is out of 60 up to 2017
/// and out of 80 since.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// A score from the first to the second number.
    Between(f64, f64),
    /// A count, or a score with unknown scale: ratios are compared, not differences.
    Factor,
}

impl Column {
    /// Returns the column of a table's values; `None` without a year.
    pub(super) fn new(indicator: &Indicator, key: FigureKey, values: BTreeMap<ProvinceId, f64>) -> Option<Self> {
        let year = key.year?;
        let all: Vec<f64> = values.values().copied().collect();
        let middle = median(all.clone());
        let scale = match (indicator.kind, indicator.scale(key.component, year)) {
            (Kind::Score, Some((low, high))) if high > low => Scale::Between(low, high),
            _ => Scale::Factor,
        };
        Some(Self {
            year,
            level: scale.level(middle),
            median: middle,
            spread: spread(&all),
            values,
            scale,
        })
    }

    /// Returns true if both columns have the same scale.
    pub(super) fn same_scale(&self, other: &Self) -> bool {
        self.scale == other.scale
    }

    /// Returns a value as a level on this column's scale.
    pub(super) fn level_of(&self, value: f64) -> f64 {
        self.scale.level(value)
    }

    /// Returns pairs of values for the provinces that both columns have.
    pub(super) fn pairs(&self, other: &Self) -> Vec<(f64, f64)> {
        let pairs = self.values.iter();
        pairs
            .filter_map(|(province, value)| Some((*value, *other.values.get(province)?)))
            .collect()
    }
}

impl Scale {
    fn level(self, value: f64) -> f64 {
        match self {
            Self::Between(low, high) => (value - low) / (high - low),
            Self::Factor => value.abs().max(1.0).ln(),
        }
    }
}

/// The published columns of a component, without those of the year being checked: they are no evidence of whether that
/// year is right.
#[derive(Debug)]
pub(super) struct History {
    /// In ascending order of years.
    pub(super) columns: Vec<Column>,
    orders: RefCell<HashMap<i32, Order>>,
}

/// The usual place (0 to 1) of each province.
type Order = Rc<BTreeMap<ProvinceId, f64>>;

impl History {
    /// Returns the column to compare with: that of the latest earlier year, else of the first later one.
    pub(super) fn nearest(&self, year: i32) -> Option<&Column> {
        let before = self.columns.iter().rev().find(|column| column.year < year);
        before.or_else(|| self.columns.iter().find(|column| column.year > year))
    }

    /// Returns pairs of consecutive published years.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&Column, &Column)> {
        self.columns.windows(2).map(|pair| (&pair[0], &pair[1]))
    }

    /// Returns the usual place of each province in the years nearest to a year.
    pub(super) fn usual_order(&self, year: i32) -> Order {
        if let Some(cached) = self.orders.borrow().get(&year) {
            return Rc::clone(cached);
        }
        let order = Rc::new(self.build_order(year));
        self.orders.borrow_mut().insert(year, Rc::clone(&order));
        order
    }

    fn build_order(&self, year: i32) -> BTreeMap<ProvinceId, f64> {
        let mut near: Vec<&Column> = self.columns.iter().filter(|column| column.year != year).collect();
        near.sort_by_key(|column| (column.year.abs_diff(year), column.year));
        near.truncate(NEIGHBOURS);
        let mut places_by_province: BTreeMap<ProvinceId, Vec<f64>> = BTreeMap::new();
        for column in &near {
            let values: Vec<f64> = column.values.values().copied().collect();
            for (province, place) in column.values.keys().zip(places(&values)) {
                places_by_province.entry(*province).or_default().push(place);
            }
        }
        places_by_province.retain(|_, places| places.len() * 2 >= near.len());
        let mean = |places: Vec<f64>| places.iter().sum::<f64>() / super::numbers::count(places.len());
        places_by_province
            .into_iter()
            .map(|(province, places)| (province, mean(places)))
            .collect()
    }

    /// Returns how far the order of a column agrees with the usual one; `None` for fewer than `fewest` provinces.
    pub(super) fn agreement(&self, column: &Column, fewest: usize) -> Option<f64> {
        let usual = self.usual_order(column.year);
        let values = column.values.iter();
        let pairs: Vec<(f64, f64)> = values
            .filter_map(|(province, value)| Some((*value, *usual.get(province)?)))
            .collect();
        (pairs.len() >= fewest).then(|| rank_correlation(&pairs))
    }
}

type Key = (IndicatorId, ComponentId, ProvinceList, Option<i32>);

/// The histories that the checks of one file need; each is built once.
pub(super) struct Histories<'s> {
    current: &'s Snapshot,
    cached: RefCell<HashMap<Key, Rc<History>>>,
}

impl<'s> Histories<'s> {
    pub(super) fn new(current: &'s Snapshot) -> Self {
        Self {
            current,
            cached: RefCell::default(),
        }
    }

    /// Returns the history of a table's component without the table's year: for the same list of provinces, or, if that
    /// has none (2025, the first year of the 34), for the other.
    pub(super) fn of(&self, key: FigureKey) -> Rc<History> {
        let other = match key.basis {
            ProvinceList::Before2025 => ProvinceList::Since2025,
            ProvinceList::Since2025 => ProvinceList::Before2025,
        };
        let same_list = self.of_basis(key, key.basis);
        if same_list.columns.is_empty() {
            self.of_basis(key, other)
        } else {
            same_list
        }
    }

    fn of_basis(&self, key: FigureKey, basis: ProvinceList) -> Rc<History> {
        let slot = (key.indicator, key.component, basis, key.year);
        if let Some(cached) = self.cached.borrow().get(&slot) {
            return Rc::clone(cached);
        }
        let history = Rc::new(self.build(key, basis));
        self.cached.borrow_mut().insert(slot, Rc::clone(&history));
        history
    }

    fn build(&self, key: FigureKey, basis: ProvinceList) -> History {
        let indicator = self.current.catalogue.indicator(key.indicator);
        let tables = self.current.tables(key.indicator, key.component);
        let columns = tables
            .filter(|table| table.key.basis == basis && Some(table.key.year) != key.year && !table.mixed)
            .filter_map(|table| {
                let rows = table.rows.iter();
                let values: BTreeMap<ProvinceId, f64> = rows
                    .filter_map(|row| Some((row.province, self.current.figure(row.figure).value.value()?)))
                    .collect();
                let of_year = FigureKey {
                    year: Some(table.key.year),
                    ..key
                };
                Column::new(indicator, of_year, values).filter(|column| column.values.len() >= MIN_PUBLISHED_VALUES)
            });
        History {
            columns: columns.collect(),
            orders: RefCell::default(),
        }
    }
}
