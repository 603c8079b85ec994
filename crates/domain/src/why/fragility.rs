//! How stable a rank is.

use super::{field::Field, reach::Goal};
use crate::{Direction, Interval, ProvinceId, Snapshot, TableKey};

/// The maximum difference of near scores in points, on scales of [`LONG_SCALE`] points and more.
const NEAR: f64 = 0.5;
/// Points of a long scale; on shorter ones the maximum difference shrinks in proportion.
const LONG_SCALE: f64 = 50.0;

/// Returns the maximum difference of near scores in a table, in points.
fn max_near_difference(snapshot: &Snapshot, key: TableKey) -> f64 {
    let scale = snapshot
        .catalogue
        .indicator(key.indicator)
        .scale(key.component, key.year);
    let length = scale.map_or(LONG_SCALE, |(low, high)| (high - low).abs());
    NEAR * (length / LONG_SCALE).min(1.0)
}

/// How stable a province's rank in a table is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragility {
    /// Its present place.
    pub place: u16,
    /// Number of ranked provinces.
    pub of: u16,
    /// Decimals of the published values.
    pub digits: u8,
    /// The range of places that is compatible with the published intervals; `None` unless all provinces have one.
    pub overlap: Option<Overlap>,
    /// The smallest improvement that gains a place; `None` for the first place.
    pub up: Option<Nudge>,
    /// The smallest deterioration that loses a place; `None` for the last place.
    pub down: Option<Nudge>,
    /// Other provinces whose score differs by at most [`within`](Self::within), in the order of the table.
    pub near: Vec<ProvinceId>,
    /// The maximum difference of near scores, in points: half a point on scales of 50 points and more, a hundredth of
    /// a shorter scale.
    pub within: f64,
}

/// A small change of the score, with the others unchanged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nudge {
    /// Size of the change in points, always positive.
    pub gap: f64,
    /// The resulting place.
    pub place: u16,
}

/// The range of places that is compatible with confidence intervals. A province is certainly ahead of another only
/// if its whole interval is: if two intervals overlap, either order is possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// The province's own interval.
    pub own: Interval,
    /// The best possible place: one more than the number of provinces certainly ahead.
    pub best: u16,
    /// The worst possible place: all provinces that are not certainly behind come first.
    pub worst: u16,
    /// The groups of the table at these two places, if it has groups.
    pub groups: Option<(u8, u8)>,
}

/// Returns how stable a province's rank is. `None` if the table does not support a computed rank.
#[must_use]
pub fn fragility(snapshot: &Snapshot, key: TableKey, province: ProvinceId) -> Option<Fragility> {
    let field = Field::of(snapshot, key, province)?;
    let up = match field.places_up(1) {
        Goal::Needs(aim) => Some(Nudge {
            gap: aim.gap,
            place: aim.reaches,
        }),
        Goal::Top | Goal::Unknown => None,
    };
    let within = max_near_difference(snapshot, key);
    let near = field
        .others
        .iter()
        .filter(|(_, value)| field.gap(*value, field.own) <= within);
    Some(Fragility {
        place: field.place,
        of: field.count(),
        digits: field.digits,
        overlap: overlap(snapshot, key, province, field.direction),
        up,
        down: field.one_down(),
        near: near.map(|(province, _)| *province).collect(),
        within,
    })
}

impl Field {
    /// Returns the smallest deterioration that loses a place: one unit worse than the next province that is not ahead.
    fn one_down(&self) -> Option<Nudge> {
        let next = self.other_at(self.place)?;
        let score = self.better(next, -1);
        Some(Nudge {
            gap: self.gap(score, self.own),
            place: self.place_of(score),
        })
    }
}

/// Returns the range of places that is compatible with the published intervals. `None` unless all provinces have one.
fn overlap(snapshot: &Snapshot, key: TableKey, province: ProvinceId, direction: Direction) -> Option<Overlap> {
    let table = snapshot.table(key)?;
    let interval = |row: &crate::Row| snapshot.figure(row.figure).interval();
    let own_interval = interval(table.row(province)?)?;
    let others = table.rows.iter().filter(|row| row.province != province);
    let others: Vec<Interval> = others.map(interval).collect::<Option<_>>()?;
    let ahead = |a: &Interval, b: &Interval| match direction {
        Direction::Lower => a.high < b.low,
        Direction::Higher | Direction::Neutral => a.low > b.high,
    };
    let certainly_ahead = others.iter().filter(|other| ahead(other, &own_interval)).count();
    let certainly_behind = others.iter().filter(|other| ahead(&own_interval, other)).count();
    let worst = table.rows.len() - certainly_behind;
    let group = |place: usize| table.rows.get(place.checked_sub(1)?)?.group;
    Some(Overlap {
        own: own_interval,
        best: u16::try_from(certainly_ahead + 1).ok()?,
        worst: u16::try_from(worst).ok()?,
        groups: group(certainly_ahead + 1).zip(group(worst)),
    })
}
