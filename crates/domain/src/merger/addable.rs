//! Sums over merged units: restricted to counts by the type system.

use crate::{
    Approx, AsOf, Catalogue, ComponentId, Figure, IndicatorId, Kind, Missing, Observation, Place, ProvinceId,
    ProvinceList, Quantity, Snapshot, Unit, number,
};

/// A measure that may be added up over merged units. Only [`Addable::of`] creates one, never for a score, and only
/// an `Addable` can [`sum`](Addable::sum). So no score can be summed:
///
/// ```compile_fail,E0451
/// use domain::{Addable, ComponentId, IndicatorId};
/// let score = Addable { indicator: IndicatorId(0), component: ComponentId::TOTAL, share: false };
/// ```
///
/// Nor can the range of scores in a row:
///
/// ```compile_fail,E0599
/// fn sum(spread: domain::Spread, snapshot: &domain::Snapshot) {
///     let _ = spread.sum(snapshot, (domain::ProvinceList::Before2025, 2016), &[]);
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addable {
    indicator: IndicatorId,
    component: ComponentId,
    /// True for a coverage, whose denominators are added up as well.
    share: bool,
}

/// Why a measure may not be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAddable {
    /// A score on a scale.
    #[error("scores cannot be added up")]
    Score,
    /// A percentage without its denominator.
    #[error("percentages without a denominator cannot be added up")]
    Share,
}

/// The sum of the figures of several units.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The sum, in the unit of the component. It is inexact if a part is.
    pub value: Quantity,
    /// The sum of the denominators; for coverages only.
    pub of: Option<f64>,
    /// The moment that all parts describe; `None` if they are figures of the whole year.
    pub as_of: Option<AsOf>,
    /// The parts, in the order of the units.
    pub parts: Vec<Addend>,
}

/// One part of a sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Addend {
    /// The unit.
    pub province: ProvinceId,
    /// Position of its figure in [`Snapshot::figures`].
    pub figure: usize,
    /// Its value.
    pub value: Quantity,
    /// Its denominator; for coverages only.
    pub of: Option<f64>,
}

/// Why figures of an addable measure are not added up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSum {
    /// Some units have no value, each with the reason.
    #[error("{} of the parts have no value", .0.len())]
    Missing(Vec<(ProvinceId, Missing)>),
    /// The sources disagree on some units.
    #[error("the sources disagree on {} of the parts", .0.len())]
    Disputed(Vec<ProvinceId>),
    /// No moment is described by all parts: figures of different moments do not add up.
    #[error("the parts describe different moments")]
    Moments,
    /// Some units' denominators are not known or disputed.
    #[error("{} of the parts have no denominator", .0.len())]
    Denominators(Vec<ProvinceId>),
}

impl Addable {
    /// Creates the permission to add up a component of an indicator.
    ///
    /// # Errors
    /// For all scores, and for values in points or per cent.
    pub fn of(catalogue: &Catalogue, indicator: IndicatorId, component: ComponentId) -> Result<Self, NotAddable> {
        let definition = catalogue.indicator(indicator);
        match (definition.kind, definition.unit(component)) {
            (Kind::Score, _) => Err(NotAddable::Score),
            (_, Unit::Percent | Unit::Point) => Err(NotAddable::Share),
            (kind, Unit::Count) => Ok(Self {
                indicator,
                component,
                share: kind == Kind::Coverage,
            }),
        }
    }

    /// Adds up the figures of some units for a province list and year, at the latest moment that all of them describe:
    /// figures of different moments do not add up. A sum with inexact parts is inexact: "over" (or "under") if all
    /// inexact parts are, otherwise "about".
    ///
    /// # Errors
    /// If a unit has no value or a disputed one, if the units have no moment in common, or if a denominator of a
    /// coverage is missing.
    pub fn sum(&self, snapshot: &Snapshot, at: (ProvinceList, i32), units: &[ProvinceId]) -> Result<Sum, NoSum> {
        let found: Vec<Vec<(usize, &Figure)>> = units.iter().map(|id| self.figures(snapshot, at, *id)).collect();
        let (mut missing, mut disputed) = (Vec::new(), Vec::new());
        for (unit, figures) in units.iter().zip(&found) {
            let values = || figures.iter().map(|(_, figure)| figure.value);
            if values().any(|value| value.value().is_some()) {
                continue;
            }
            if values().any(|value| value == Observation::Conflict) {
                disputed.push(*unit);
            } else {
                let reason = values().find_map(|value| match value {
                    Observation::Missing(reason) => Some(reason),
                    _ => None,
                });
                missing.push((*unit, reason.unwrap_or(Missing::NotFound)));
            }
        }
        if !missing.is_empty() {
            return Err(NoSum::Missing(missing));
        }
        if !disputed.is_empty() {
            return Err(NoSum::Disputed(disputed));
        }
        let parts = at_common_moment(units, &found).ok_or(NoSum::Moments)?;
        self.add(snapshot, &parts)
    }

    /// Returns the figures of one unit in the year, with their positions.
    fn figures<'a>(
        &self,
        snapshot: &'a Snapshot,
        (basis, year): (ProvinceList, i32),
        unit: ProvinceId,
    ) -> Vec<(usize, &'a Figure)> {
        snapshot
            .positions_of(Place::Province(unit))
            .map(|at| (at, snapshot.figure(at)))
            .filter(|(_, figure)| {
                let key = figure.key;
                let same_measure = (key.indicator, key.component) == (self.indicator, self.component);
                same_measure && key.basis == basis && key.year == Some(year)
            })
            .collect()
    }

    fn add(&self, snapshot: &Snapshot, parts: &[(ProvinceId, usize, Quantity)]) -> Result<Sum, NoSum> {
        let addends: Vec<Addend> = parts
            .iter()
            .map(|(province, figure, value)| Addend {
                province: *province,
                figure: *figure,
                value: *value,
                of: denominator(snapshot.figure(*figure)).filter(|_| self.share),
            })
            .collect();
        if self.share {
            let without = addends.iter().filter(|part| part.of.is_none());
            let without: Vec<ProvinceId> = without.map(|part| part.province).collect();
            if !without.is_empty() {
                return Err(NoSum::Denominators(without));
            }
        }
        let digits = addends.iter().map(|part| part.value.digits).max().unwrap_or(0);
        let total: f64 = addends.iter().map(|part| part.value.value).sum();
        let as_of = addends.first().and_then(|part| snapshot.figure(part.figure).key.as_of);
        Ok(Sum {
            value: Quantity {
                value: number::round(total, digits),
                digits,
                approx: combined_approx(&addends),
            },
            of: self.share.then(|| addends.iter().filter_map(|part| part.of).sum()),
            as_of,
            parts: addends,
        })
    }
}

/// Returns the figures of the latest moment that all units describe. `None` if there is no such moment.
fn at_common_moment(
    units: &[ProvinceId],
    found: &[Vec<(usize, &Figure)>],
) -> Option<Vec<(ProvinceId, usize, Quantity)>> {
    let mut moments: Vec<Option<AsOf>> = found
        .first()?
        .iter()
        .map(|(_, figure)| figure.key.as_of)
        .filter(|moment| !matches!(moment, Some(AsOf::After(_) | AsOf::Undated)))
        .collect();
    // A figure of the whole year counts as the latest.
    moments.sort_by_key(|moment| {
        let day = moment.and_then(AsOf::latest_day);
        std::cmp::Reverse((moment.is_none(), day))
    });
    let at = |moment: Option<AsOf>| {
        let parts = units.iter().zip(found).map(|(unit, figures)| {
            figures.iter().find_map(|(at, figure)| match figure.value {
                Observation::Known(value) if figure.key.as_of == moment => Some((*unit, *at, value)),
                _ => None,
            })
        });
        parts.collect::<Option<Vec<_>>>()
    };
    moments.into_iter().find_map(at)
}

/// Returns the denominator, if all claims that give one agree.
fn denominator(figure: &Figure) -> Option<f64> {
    let mut given = figure.claims.iter().filter_map(|claim| claim.of);
    let first = given.next()?;
    given.all(|of| of.total_cmp(&first).is_eq()).then_some(first)
}

/// Returns how the sum is inexact. `None` if all parts are exact.
fn combined_approx(parts: &[Addend]) -> Option<Approx> {
    let mut given = parts.iter().filter_map(|part| part.value.approx);
    let first = given.next()?;
    Some(if given.all(|approx| approx == first) {
        first
    } else {
        Approx::About
    })
}
