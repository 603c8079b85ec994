//! How firm a place is.

use super::{field::Field, reach::Goal};
use crate::{Direction, Interval, ProvinceId, Snapshot, TableKey};

/// Scores at most so many points apart are near one another, on scales of [`LONG`] points and more.
const NEAR: f64 = 0.5;
/// Points of a long scale; on shorter ones the distance shrinks with the scale.
const LONG: f64 = 50.0;

/// How far apart scores of a table may be to be near one another, in points.
fn nearness(snapshot: &Snapshot, key: TableKey) -> f64 {
    let scale = snapshot
        .catalogue
        .indicator(key.indicator)
        .scale(key.component, key.year);
    let length = scale.map_or(LONG, |(low, high)| (high - low).abs());
    NEAR * (length / LONG).min(1.0)
}

/// How firm a province's place in a table is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragility {
    /// Its place now.
    pub place: u16,
    /// Provinces ranked.
    pub of: u16,
    /// Decimals of the published values.
    pub digits: u8,
    /// The places that the published intervals leave open, where all provinces have one.
    pub overlap: Option<Overlap>,
    /// The smallest rise that wins a place; nothing on the first.
    pub up: Option<Nudge>,
    /// The smallest fall that loses a place; nothing on the last.
    pub down: Option<Nudge>,
    /// Other provinces whose score is at most [`within`](Self::within) away, in the order of the table.
    pub near: Vec<ProvinceId>,
    /// How far scores may be apart to be near one another, in points: half a point on scales of 50 points and more,
    /// a hundredth of a shorter scale.
    pub within: f64,
}

/// A small change of score, the others unchanged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nudge {
    /// By how much, always positive, in published units.
    pub gap: f64,
    /// The place that follows.
    pub place: u16,
}

/// What intervals of confidence leave open. A province is surely ahead of another only when its whole
/// interval is: two that overlap may stand in either order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// The province's own interval.
    pub own: Interval,
    /// The best place: one more than the provinces surely ahead.
    pub best: u16,
    /// The last place: the provinces that are not surely behind come first.
    pub worst: u16,
    /// The groups of the table at these two places, where it has groups.
    pub groups: Option<(u8, u8)>,
}

/// How firm a place is; nothing where the table does not carry a computed rank.
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
    let within = nearness(snapshot, key);
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
    /// The smallest fall that loses a place: one unit below the next that is not ahead.
    fn one_down(&self) -> Option<Nudge> {
        let next = self.other_at(self.place)?;
        let score = self.better(next, -1);
        Some(Nudge {
            gap: self.gap(score, self.own),
            place: self.place_of(score),
        })
    }
}

fn overlap(snapshot: &Snapshot, key: TableKey, province: ProvinceId, direction: Direction) -> Option<Overlap> {
    let table = snapshot.table(key)?;
    let interval = |row: &crate::Row| snapshot.figure(row.figure).interval();
    let own = interval(table.row(province)?)?;
    let others = table.rows.iter().filter(|row| row.province != province);
    let others: Vec<Interval> = others.map(interval).collect::<Option<_>>()?;
    let ahead = |a: &Interval, b: &Interval| match direction {
        Direction::Lower => a.high < b.low,
        Direction::Higher | Direction::Neutral => a.low > b.high,
    };
    let surely_ahead = others.iter().filter(|other| ahead(other, &own)).count();
    let surely_behind = others.iter().filter(|other| ahead(&own, other)).count();
    let worst = table.rows.len() - surely_behind;
    let group = |place: usize| table.rows.get(place.checked_sub(1)?)?.group;
    Some(Overlap {
        own,
        best: u16::try_from(surely_ahead + 1).ok()?,
        worst: u16::try_from(worst).ok()?,
        groups: group(surely_ahead + 1).zip(group(worst)),
    })
}
