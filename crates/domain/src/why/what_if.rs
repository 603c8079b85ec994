//! Computes hypothetical totals from changed components. A scenario is never a published figure: nothing here can
//! be converted to a [`Rank`].

use super::field::{Field, digits, value};
use crate::{ComponentId, Kind, ProvinceId, Rank, Snapshot, TableKey, number};

/// A hypothetical total, computed from components that the user changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Supposition {
    /// The table that the scenario starts from.
    pub key: TableKey,
    /// The province whose components are changed; all others stay as published.
    pub province: ProvinceId,
    /// The components of the year, in the order of the catalogue.
    pub parts: Vec<SupposedPart>,
    /// The published total.
    pub published: f64,
    /// The hypothetical total.
    pub total: f64,
    /// Decimals of the published total.
    pub digits: u8,
    /// The rank in the table.
    pub rank: Option<Rank>,
    /// The hypothetical place; `None` if the table does not support one.
    pub place: Option<SupposedPlace>,
    /// The group in the table.
    pub group: Option<u8>,
    /// The hypothetical group.
    pub supposed_group: Option<u8>,
    /// The hypothetical band; `None` if no bands were published for the year.
    pub supposed_band: Option<String>,
}

/// A component with its published and its hypothetical value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SupposedPart {
    /// The component.
    pub component: ComponentId,
    /// The published value, in the component's unit.
    pub published: f64,
    /// The hypothetical value.
    pub supposed: f64,
    /// Contribution of the difference to the total.
    pub contribution: f64,
}

/// A hypothetical place. It is not a [`Rank`] and cannot become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupposedPlace {
    place: u16,
    of: u16,
}

impl SupposedPlace {
    /// Returns the place, from 1.
    #[must_use]
    pub const fn place(self) -> u16 {
        self.place
    }

    /// Returns the number of ranked places.
    #[must_use]
    pub const fn of(self) -> u16 {
        self.of
    }
}

impl Supposition {
    /// Returns the hypothetical total minus the published one.
    #[must_use]
    pub fn difference(&self) -> f64 {
        number::round(self.total - self.published, self.digits)
    }
}

/// Why there is no scenario.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotSupposed {
    /// Scenarios exist only for headline figures of scores.
    #[error("not the headline figure of a score")]
    NotAHeadline,
    /// The province has no total in the year, or the sources disagree on it.
    #[error("no total")]
    NoTotal,
    /// It is not known how the total is computed from its components.
    #[error("the catalogue has no rule for computing the total from its components")]
    NoRule,
    /// Figures of components are missing or disputed.
    #[error("figures of components are missing")]
    ComponentsMissing(Vec<ComponentId>),
    /// The year has no such component.
    #[error("no such component")]
    NoSuchComponent(ComponentId),
    /// A component is given more than once.
    #[error("a component is given more than once")]
    Twice(ComponentId),
    /// A value is outside the component's scale.
    #[error("{value} is outside {min} to {max}")]
    OutOfScale {
        /// The component.
        component: ComponentId,
        /// The hypothetical value.
        value: f64,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
}

/// Computes the total, place and group that would follow from other values of components, with everything else
/// unchanged.
///
/// # Errors
///
/// If no rule is known for computing the total from its components, a figure is missing, or a hypothetical value
/// is not possible.
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

/// Returns all components, with the given hypothetical values where there are any.
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
