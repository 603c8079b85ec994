//! Ranks, groups and changes: the rules by which figures are put in order.

use crate::{Direction, Verdict};

/// Where a rank comes from. The two are never mixed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankOrigin {
    /// Given by the publisher.
    Published,
    /// Computed here from a complete table.
    Computed,
}

/// A rank, from 1 (best), with its denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place, from 1.
    pub place: u16,
    /// Out of how many.
    pub of: u16,
    /// Where it comes from.
    pub origin: RankOrigin,
}

/// Competition ranks ("1, 2, 2, 4") of values in the order given: equal values share a
/// rank and the next one is skipped. Rank 1 is the best in the given direction.
///
/// ```
/// use domain::{Direction, competition_ranks};
/// assert_eq!(competition_ranks(&[7.0, 9.0, 7.0, 1.0], Direction::Higher), [2, 1, 2, 4]);
/// ```
#[must_use]
pub fn competition_ranks(values: &[f64], direction: Direction) -> Vec<u16> {
    let better = |a: f64, b: f64| match direction {
        Direction::Higher | Direction::Neutral => a > b,
        Direction::Lower => a < b,
    };
    values
        .iter()
        .map(|v| {
            let ahead = values.iter().filter(|other| better(**other, *v)).count();
            u16::try_from(ahead + 1).unwrap_or(u16::MAX)
        })
        .collect()
}

/// Groups 1 (highest) to 4 (lowest) of values in the order given, cut at the quartiles
/// of the complete table: at or above the third quartile, the median, the first
/// quartile, and below. With 63 provinces the groups hold 16, 16, 15 and 16.
#[must_use]
pub fn quartile_groups(values: &[f64]) -> Vec<u8> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let cuts = [0.75, 0.5, 0.25].map(|share| percentile(&sorted, share));
    values
        .iter()
        .map(|v| {
            let below = cuts.iter().filter(|cut| v < *cut).count();
            u8::try_from(below + 1).unwrap_or(4)
        })
        .collect()
}

/// The percentile of sorted values by linear interpolation (as spreadsheets do).
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions in a table of provinces are small and not negative"
)]
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let position = share * last as f64;
    let low = position.floor() as usize;
    let high = (low + 1).min(last);
    let part = position - position.floor();
    sorted[low] + (sorted[high] - sorted[low]) * part
}

/// The change of one province between a year and the year before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// One of the two figures is missing.
    NoBase,
    /// Both years have something to compare.
    Since {
        /// The earlier year.
        year: i32,
        /// What may be said about the pair.
        verdict: Verdict,
        /// Difference of the values in the unit of the component, later less earlier.
        points: Option<f64>,
        /// Places climbed (positive) or lost (negative).
        places: Option<i32>,
        /// Rank of the earlier year.
        rank: Option<Rank>,
        /// Value of the earlier year.
        value: Option<f64>,
    },
}

impl Change {
    /// The change between two years' standings of a province.
    ///
    /// Places are counted only when both ranks come from the same origin. Ranks among
    /// different numbers of provinces give the verdict that the units changed.
    #[must_use]
    pub fn between(
        year: i32,
        verdict: Verdict,
        (before, after): (Option<f64>, Option<f64>),
        (rank_before, rank_after): (Option<Rank>, Option<Rank>),
    ) -> Self {
        let points = before.zip(after).map(|(a, b)| b - a);
        let places = rank_before
            .zip(rank_after)
            .filter(|(a, b)| a.origin == b.origin)
            .map(|(a, b)| i32::from(a.place) - i32::from(b.place));
        if points.is_none() && places.is_none() {
            return Self::NoBase;
        }
        let other_field = rank_before.zip(rank_after).is_some_and(|(a, b)| a.of != b.of);
        Self::Since {
            year,
            verdict: match verdict {
                Verdict::SameMethod if other_field => Verdict::UnitsChanged,
                verdict => verdict,
            },
            points,
            places,
            rank: rank_before,
            value: before,
        }
    }

    /// Points of a comparable change.
    #[must_use]
    pub fn comparable_points(&self) -> Option<f64> {
        match self {
            Self::Since { verdict, points, .. } if verdict.comparable() => *points,
            _ => None,
        }
    }

    /// Places of a comparable change.
    #[must_use]
    pub fn comparable_places(&self) -> Option<i32> {
        match self {
            Self::Since { verdict, places, .. } if verdict.comparable() => *places,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sixty_three_provinces_fall_into_16_16_15_16() {
        let values: Vec<f64> = (0..63).map(f64::from).collect();
        let groups = quartile_groups(&values);
        let sizes = [1, 2, 3, 4].map(|g| groups.iter().filter(|x| **x == g).count());
        assert_eq!(sizes, [16, 16, 15, 16]);
        assert_eq!(groups[62], 1);
    }

    #[test]
    fn lower_is_better_turns_the_order() {
        assert_eq!(competition_ranks(&[3.0, 1.0, 2.0], Direction::Lower), [3, 1, 2]);
    }

    fn rank(place: u16, of: u16) -> Option<Rank> {
        Some(Rank {
            place,
            of,
            origin: RankOrigin::Published,
        })
    }

    #[test]
    fn changes() {
        let up = Change::between(
            2021,
            Verdict::SameMethod,
            (Some(80.0), Some(82.5)),
            (rank(17, 63), rank(16, 63)),
        );
        assert_eq!(up.comparable_places(), Some(1));
        assert_eq!(up.comparable_points(), Some(2.5));

        let other_method = Change::between(2021, Verdict::MethodChanged, (None, None), (rank(35, 63), rank(14, 63)));
        assert_eq!(other_method.comparable_places(), None);
        assert!(matches!(
            other_method,
            Change::Since {
                places: Some(21),
                points: None,
                ..
            }
        ));

        let merged = Change::between(2024, Verdict::SameMethod, (None, None), (rank(15, 63), rank(10, 34)));
        assert!(matches!(
            merged,
            Change::Since {
                verdict: Verdict::UnitsChanged,
                ..
            }
        ));

        assert_eq!(
            Change::between(2021, Verdict::SameMethod, (None, Some(1.0)), (None, rank(1, 63))),
            Change::NoBase
        );
        let computed = rank(2, 63).map(|r| Rank {
            origin: RankOrigin::Computed,
            ..r
        });
        let mixed = Change::between(
            2021,
            Verdict::SameMethod,
            (Some(1.0), Some(2.0)),
            (rank(1, 63), computed),
        );
        assert_eq!(
            (mixed.comparable_places(), mixed.comparable_points()),
            (None, Some(1.0))
        );
    }

    proptest! {
        #[test]
        fn ranks_are_competition_ranks(values in prop::collection::vec((0i16..40).prop_map(f64::from), 1..70)) {
            let ranks = competition_ranks(&values, Direction::Higher);
            for (i, a) in values.iter().enumerate() {
                for (j, b) in values.iter().enumerate() {
                    prop_assert_eq!(a == b, ranks[i] == ranks[j]);
                    prop_assert_eq!(a > b, ranks[i] < ranks[j]);
                }
                let ahead = ranks.iter().filter(|r| **r < ranks[i]).count();
                prop_assert_eq!(usize::from(ranks[i]), ahead + 1);
            }
        }

        #[test]
        fn groups_follow_the_values(values in prop::collection::vec(0f64..100.0, 1..70)) {
            let groups = quartile_groups(&values);
            for (i, a) in values.iter().enumerate() {
                for (j, b) in values.iter().enumerate() {
                    if a >= b { prop_assert!(groups[i] <= groups[j]); }
                }
            }
        }
    }
}
