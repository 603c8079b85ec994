//! A score with two parts for a few provinces and years.

use std::sync::Arc;

use crate::{
    Bands, Catalogue, Claim, Component, ComponentId, Figure, FigureKey, Indicator, IndicatorId, Interval, PairVerdict,
    Place, Province, ProvinceId, ProvinceList, Provinces, Snapshot, Span, TableKey, Text, Verdict, number, test_parts,
    test_parts::{claim, edition, region},
    why::{SumKind, SumRule},
};

/// Figures that can be modified before they become a snapshot.
pub(super) struct Sample {
    pub(super) indicator: Indicator,
    provinces: u16,
    figures: Vec<Figure>,
}

/// One of the two parts.
pub(super) const fn part(at: u16) -> ComponentId {
    ComponentId(at + 1)
}

const YEARS: Span = Span { from: 2015, to: 2016 };

impl Sample {
    /// Creates figures from both parts of every province by year; the total is their sum.
    pub(super) fn new(years: &[(i32, &[(f64, f64)])]) -> Self {
        let mut figures = Vec::new();
        for (year, values) in years {
            for (province, (a, b)) in (0..).zip(*values) {
                let total = number::round(a + b, 2);
                for (component, value) in [(ComponentId::TOTAL, total), (part(0), *a), (part(1), *b)] {
                    figures.push(figure(*year, ProvinceId(province), component, value));
                }
            }
        }
        let provinces = years.iter().map(|(_, values)| values.len()).max().unwrap_or_default();
        Self {
            indicator: indicator(),
            provinces: u16::try_from(provinces).unwrap(),
            figures,
        }
    }

    pub(super) const fn key(year: i32) -> TableKey {
        TableKey {
            indicator: IndicatorId(0),
            component: ComponentId::TOTAL,
            basis: ProvinceList::Before2025,
            year,
        }
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        let catalogue = Catalogue {
            indicators: vec![self.indicator.clone()],
            provinces: Provinces::new((0..self.provinces).map(province).collect(), vec![region()], Vec::new()),
            ..Catalogue::default()
        };
        Snapshot::new(
            edition(1, self.figures.len()),
            Arc::new(catalogue),
            self.figures.clone(),
        )
    }

    /// Replaces a published total.
    pub(super) fn set_total(&mut self, year: i32, province: ProvinceId, value: f64) {
        self.change(year, province, ComponentId::TOTAL, |_| vec![claim(Some(value))]);
    }

    /// Removes the value of a figure.
    pub(super) fn forget(&mut self, year: i32, province: ProvinceId, component: ComponentId) {
        self.change(year, province, component, |_| vec![claim(None)]);
    }

    /// Adds a second source that disagrees.
    pub(super) fn dispute(&mut self, year: i32, province: ProvinceId, component: ComponentId) {
        self.change(year, province, component, |claims| {
            let value = claims[0].value.map(|q| q.value + 1.0);
            vec![claims[0].clone(), claim(value)]
        });
    }

    /// Adds an interval with this half-width to every total.
    pub(super) fn intervals(&mut self, year: i32, half: f64) {
        for province in (0..self.provinces).map(ProvinceId) {
            self.change(year, province, ComponentId::TOTAL, |claims| {
                let value = claims[0].value.map_or(0.0, |q| q.value);
                let interval = Some(Interval {
                    low: number::round(value - half, 2),
                    high: number::round(value + half, 2),
                    standard_error: None,
                });
                vec![Claim {
                    interval,
                    ..claims[0].clone()
                }]
            });
        }
    }

    pub(super) fn verdict(&mut self, verdict: Verdict) {
        self.indicator.verdicts = vec![PairVerdict {
            from: 2015,
            to: 2016,
            verdict,
            reason: Text::default(),
            decision: None,
        }];
    }

    pub(super) fn begins(&mut self, component: ComponentId, year: i32) {
        self.indicator.components[usize::from(component.0)].span.from = year;
    }

    /// Sets the weights of both parts; if empty, no sum rule is known.
    pub(super) fn weights(&mut self, weights: &[f64]) {
        self.indicator.sums = vec![SumRule {
            computes: false,
            span: YEARS,
            kind: if weights.is_empty() {
                SumKind::NotReproduced
            } else {
                SumKind::Weighted
            },
            weights: (0..).map(part).zip(weights.iter().copied()).collect(),
            within: 0.0,
            note: Text::default(),
        }];
    }

    pub(super) fn bands(&mut self, year: i32, cuts: &[(&str, f64)]) {
        self.indicator.bands = vec![Bands {
            span: Span { from: year, to: year },
            cuts: cuts.iter().map(|(label, cut)| ((*label).to_owned(), *cut)).collect(),
        }];
    }

    fn change(
        &mut self,
        year: i32,
        province: ProvinceId,
        component: ComponentId,
        with: impl FnOnce(&[Claim]) -> Vec<Claim>,
    ) {
        let key = figure_key(year, province, component);
        let at = self.figures.iter().position(|figure| figure.key == key).unwrap();
        self.figures[at] = Figure::new(key, with(&self.figures[at].claims));
    }
}

const fn figure_key(year: i32, province: ProvinceId, component: ComponentId) -> FigureKey {
    FigureKey {
        indicator: IndicatorId(0),
        component,
        place: Place::Province(province),
        basis: ProvinceList::Before2025,
        year: Some(year),
        as_of: None,
    }
}

fn figure(year: i32, province: ProvinceId, component: ComponentId, value: f64) -> Figure {
    Figure::new(figure_key(year, province, component), vec![claim(Some(value))])
}

fn component(slug: &str) -> Component {
    Component {
        scale: Some((0.0, 10.0)),
        ..test_parts::component(slug)
    }
}

fn indicator() -> Indicator {
    Indicator {
        scale: Some((0.0, 20.0)),
        components: ["total", "a", "b"].map(component).into(),
        methods: vec![test_parts::method("m", YEARS.from, YEARS.to)],
        enough: None,
        sums: vec![SumRule {
            computes: false,
            span: YEARS,
            kind: SumKind::Plain,
            weights: vec![(part(0), 1.0), (part(1), 1.0)],
            within: 0.0,
            note: Text::default(),
        }],
        ..test_parts::indicator("score", &[])
    }
}

fn province(at: u16) -> Province {
    Province {
        name: test_parts::text(&format!("P{at:02}")),
        ..test_parts::province(&format!("p{at}"))
    }
}
