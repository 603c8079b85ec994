//! What would follow if components were different. A supposition is never a published figure: nothing
//! here can be turned into a [`Rank`].

use super::field::{Field, digits, value};
use crate::{ComponentId, Kind, ProvinceId, Rank, Snapshot, TableKey, number};

/// A total that was never published, from components that somebody supposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Supposition {
    /// The table that it departs from.
    pub key: TableKey,
    /// The province whose components are supposed; all others stay as published.
    pub province: ProvinceId,
    /// The components of the year, in the order of the catalogue.
    pub parts: Vec<SupposedPart>,
    /// The published total.
    pub published: f64,
    /// The total that would follow.
    pub total: f64,
    /// Decimals with which the total was published.
    pub digits: u8,
    /// The rank that the table gives.
    pub rank: Option<Rank>,
    /// The place that would follow, where the table carries one.
    pub place: Option<SupposedPlace>,
    /// The group that the table gives.
    pub group: Option<u8>,
    /// The group that would follow.
    pub supposed_group: Option<u8>,
    /// The band that would follow, where bands were published for the year.
    pub supposed_band: Option<String>,
}

/// A component as published and as supposed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SupposedPart {
    /// The component.
    pub component: ComponentId,
    /// As published, in its own unit.
    pub published: f64,
    /// As supposed.
    pub supposed: f64,
    /// What the difference adds to the total.
    pub contribution: f64,
}

/// A place that would follow. It is not a [`Rank`] and cannot become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupposedPlace {
    place: u16,
    of: u16,
}

impl SupposedPlace {
    /// The place, from 1.
    #[must_use]
    pub const fn place(self) -> u16 {
        self.place
    }

    /// Out of how many.
    #[must_use]
    pub const fn of(self) -> u16 {
        self.of
    }
}

impl Supposition {
    /// The supposed total less the published one.
    #[must_use]
    pub fn difference(&self) -> f64 {
        number::round(self.total - self.published, self.digits)
    }
}

/// Why nothing can be supposed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotSupposed {
    /// Only headline figures of scores are supposed.
    #[error("not the headline figure of a score")]
    NotAHeadline,
    /// The province has no total that year, or the sources disagree on it.
    #[error("no total")]
    NoTotal,
    /// It is not known how the total follows from its components.
    #[error("the catalogue does not say how the total follows from its components")]
    NoRule,
    /// Figures of components are missing or disputed.
    #[error("figures of components are missing")]
    ComponentsMissing(Vec<ComponentId>),
    /// The year has no such component.
    #[error("no such component")]
    NoSuchComponent(ComponentId),
    /// A component is supposed more than once.
    #[error("a component given twice")]
    Twice(ComponentId),
    /// A value outside the component's scale.
    #[error("{value} is outside {min} to {max}")]
    OutOfScale {
        /// The component.
        component: ComponentId,
        /// The value that was supposed.
        value: f64,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
}

/// The total, rank and group that would follow from other values of components, everything else unchanged.
///
/// # Errors
///
/// Where the total does not follow from its components by a known rule, a figure is missing, or a
/// supposed value is not possible.
pub fn what_if(
    snapshot: &Snapshot,
    key: TableKey,
    province: ProvinceId,
    supposed: &[(ComponentId, f64)],
) -> Result<Supposition, NotSupposed> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    if key.component != ComponentId::TOTAL || indicator.kind != Kind::Score {
        return Err(NotSupposed::NotAHeadline);
    }
    let table = snapshot.table(key).ok_or(NotSupposed::NoTotal)?;
    let row = table.row(province).ok_or(NotSupposed::NoTotal)?;
    let published = value(snapshot, key, province).ok_or(NotSupposed::NoTotal)?;
    let parts = parts(snapshot, key, province, supposed)?;
    let digits = digits(snapshot, table);
    let difference: f64 = parts.iter().map(|part| part.contribution).sum();
    let total = number::round(published + difference, digits);
    let field = Field::of(snapshot, key, province);
    Ok(Supposition {
        key,
        province,
        parts,
        published,
        total,
        digits,
        rank: row.rank,
        place: field.as_ref().map(|field| SupposedPlace {
            place: field.place_of(total),
            of: field.count(),
        }),
        group: row.group,
        supposed_group: field
            .filter(|field| field.group.is_some())
            .map(|field| field.group_of(total)),
        supposed_band: indicator.band(key.year, total).map(str::to_owned),
    })
}

fn parts(
    snapshot: &Snapshot,
    key: TableKey,
    province: ProvinceId,
    supposed: &[(ComponentId, f64)],
) -> Result<Vec<SupposedPart>, NotSupposed> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let rule = indicator.sum_rule(key.year).filter(|rule| !rule.weights.is_empty());
    let rule = rule.ok_or(NotSupposed::NoRule)?;
    for (at, (component, value)) in supposed.iter().enumerate() {
        if rule.weight(*component).is_none() {
            return Err(NotSupposed::NoSuchComponent(*component));
        }
        if supposed[..at].iter().any(|(other, _)| other == component) {
            return Err(NotSupposed::Twice(*component));
        }
        let (min, max) = indicator.scale(*component, key.year).ok_or(NotSupposed::NoRule)?;
        if !(min..=max).contains(value) {
            return Err(NotSupposed::OutOfScale {
                component: *component,
                value: *value,
                min,
                max,
            });
        }
    }
    let known = |component| value(snapshot, TableKey { component, ..key }, province);
    let missing: Vec<ComponentId> = rule
        .weights
        .iter()
        .filter_map(|(component, _)| known(*component).is_none().then_some(*component))
        .collect();
    if !missing.is_empty() {
        return Err(NotSupposed::ComponentsMissing(missing));
    }
    let part = |(component, weight): &(ComponentId, f64)| {
        let published = known(*component)?;
        let given = supposed.iter().find(|(id, _)| id == component);
        let supposed = given.map_or(published, |(_, value)| *value);
        Some(SupposedPart {
            component: *component,
            published,
            supposed,
            contribution: weight * (supposed - published),
        })
    };
    Ok(rule.weights.iter().filter_map(part).collect())
}
