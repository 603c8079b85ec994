//! Tables of one indicator for tests: provinces are numbered, and figures are set individually.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    Catalogue, Claim, ComponentId, Figure, FigureKey, Indicator, IndicatorId, Interval, Place, Province, ProvinceId,
    ProvinceList, Provinces, Snapshot, TableKey,
    test_parts::{claim, edition, province, region},
};

/// Figures by component, year and place.
#[derive(Clone)]
pub(crate) struct Tables {
    pub(crate) indicator: Indicator,
    provinces: Vec<Province>,
    claims: BTreeMap<(u16, i32, Place), Claim>,
}

impl Tables {
    pub(crate) fn new(indicator: Indicator, provinces: u16) -> Self {
        Self {
            indicator,
            provinces: (0..provinces).map(|n| province(&format!("p{n:02}"))).collect(),
            claims: BTreeMap::new(),
        }
    }

    pub(crate) const fn key(component: u16, year: i32) -> TableKey {
        TableKey {
            indicator: IndicatorId(0),
            component: ComponentId(component),
            basis: ProvinceList::Before2025,
            year,
        }
    }

    /// The claim on a figure, inserted without a value if there is none yet.
    pub(crate) fn claim(&mut self, component: u16, year: i32, place: Place) -> &mut Claim {
        let without_value = || claim(None);
        self.claims
            .entry((component, year, place))
            .or_insert_with(without_value)
    }

    pub(crate) fn value(&mut self, component: u16, year: i32, province: u16, value: f64) -> &mut Self {
        let place = Place::Province(ProvinceId(province));
        self.claim(component, year, place).value = claim(Some(value)).value;
        self
    }

    /// Sets the values of all provinces in order.
    pub(crate) fn values(&mut self, component: u16, year: i32, values: &[f64]) -> &mut Self {
        for (province, value) in (0u16..).zip(values) {
            self.value(component, year, province, *value);
        }
        self
    }

    pub(crate) fn rank(&mut self, component: u16, year: i32, province: u16, rank: u16) -> &mut Self {
        let place = Place::Province(ProvinceId(province));
        self.claim(component, year, place).rank = Some(rank);
        self
    }

    pub(crate) fn interval(&mut self, component: u16, year: i32, place: Place, ends: (f64, f64)) -> &mut Self {
        self.claim(component, year, place).interval = Some(Interval {
            low: ends.0,
            high: ends.1,
            standard_error: None,
        });
        self
    }

    pub(crate) fn nation(&mut self, component: u16, year: i32, value: f64) -> &mut Self {
        self.claim(component, year, Place::Nation).value = claim(Some(value)).value;
        self
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        let catalogue = Catalogue {
            indicators: vec![self.indicator.clone()],
            provinces: Provinces::new(self.provinces.clone(), vec![region()], Vec::new()),
            ..Catalogue::default()
        };
        let figure = |(&(component, year, place), claim): (&(u16, i32, Place), &Claim)| {
            let key = FigureKey {
                indicator: IndicatorId(0),
                component: ComponentId(component),
                place,
                basis: ProvinceList::Before2025,
                year: Some(year),
                as_of: None,
            };
            Figure::new(key, vec![claim.clone()])
        };
        let figures = self.claims.iter().map(figure).collect();
        Snapshot::new(edition(1, self.claims.len()), Arc::new(catalogue), figures)
    }
}
