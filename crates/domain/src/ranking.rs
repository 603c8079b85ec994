//! Ranks, groups and changes: the rules for ordering figures.

use crate::{Direction, Missing, Observation, PublishedRank, Verdict};

/// Where a rank comes from. Published and computed ranks are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankOrigin {
    /// Given by the publisher.
    Published,
    /// Computed from a complete table.
    Computed,
}

/// A rank, from 1 (best), with its denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place, from 1.
    pub place: u16,
    /// The number of ranked places.
    pub of: u16,
    /// Whether it is published or computed.
    pub origin: RankOrigin,
}

/// Returns standard competition ranks ("1, 2, 2, 4") of values, in the order given: equal values share a rank and
/// the following ranks are skipped. Rank 1 is the best in the given direction.
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
    let mut best_first = values.to_vec();
    best_first.sort_by(|a, b| match direction {
        Direction::Higher | Direction::Neutral => b.total_cmp(a),
        Direction::Lower => a.total_cmp(b),
    });
    values
        .iter()
        .map(|v| {
            let ahead = best_first.partition_point(|other| better(*other, *v));
            u16::try_from(ahead + 1).unwrap_or(u16::MAX)
        })
        .collect()
}

/// Returns the group of each value, 1 (highest) to 4 (lowest), in the order given. The groups are divided by the
/// quartiles of all values: at or above the third quartile, the median, the first quartile, and below. With 63
/// distinct values the groups have 16, 16, 15 and 16 members.
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

/// Returns a percentile of sorted values by linear interpolation, as `PERCENTILE.INC` in spreadsheets does.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions in a table of provinces are small and not negative"
)]
pub(crate) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let position = share * last as f64;
    let low = position.floor() as usize;
    let high = (low + 1).min(last);
    let part = position - position.floor();
    sorted[low] + (sorted[high] - sorted[low]) * part
}

/// Why a difference cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// The figure of the earlier year is not known.
    NoBase,
    /// The figure of the later year is not known.
    NoFigure,
    /// The sources disagree on the earlier year.
    BaseDisputed,
    /// The sources disagree on the later year.
    FigureDisputed,
    /// One rank is published, the other computed.
    OtherOrigin,
}

/// The value and the rank of a province in one table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The value, as agreed by the sources.
    pub value: Observation,
    /// The published rank, as agreed by the sources.
    pub published: PublishedRank,
    /// The rank in the table.
    pub rank: Option<Rank>,
}

impl Standing {
    /// A standing without a value and a rank.
    pub const UNKNOWN: Self = Self {
        value: Observation::Missing(Missing::NotFound),
        published: PublishedRank::None,
        rank: None,
    };
}

/// The change of one province since an earlier year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The earlier year.
    pub year: i32,
    /// Whether the values of the two years are comparable.
    pub verdict: Verdict,
    /// Whether the ranks are comparable: like `verdict`, but ranks out of different numbers of provinces are never
    /// comparable.
    pub places_verdict: Verdict,
    /// Difference of the values in the unit of the component, later minus earlier.
    pub points: Result<f64, Gap>,
    /// Places climbed (positive) or lost (negative).
    pub places: Result<i32, Gap>,
    /// Rank of the earlier year.
    pub rank: Option<Rank>,
    /// Value of the earlier year.
    pub value: Option<f64>,
}

impl Change {
    /// Computes the change between two standings of a province. `same_units` is false if the two tables have different
    /// province lists (63 and 34).
    #[must_use]
    pub fn between(year: i32, verdict: Verdict, same_units: bool, before: Option<Standing>, after: Standing) -> Self {
        let rank = before.and_then(|b| b.rank);
        let field_changed = rank.zip(after.rank).is_some_and(|(a, b)| a.of != b.of);
        Self {
            year,
            verdict,
            places_verdict: match verdict {
                Verdict::SameMethod if field_changed || !same_units => Verdict::UnitsChanged,
                verdict => verdict,
            },
            points: points(before, after),
            places: places(before, after),
            rank,
            value: before.and_then(|b| b.value.value()),
        }
    }

    /// A placeholder until the previous year has been looked up.
    pub(crate) const fn none(year: i32) -> Self {
        Self {
            year,
            verdict: Verdict::Unclear,
            places_verdict: Verdict::Unclear,
            points: Err(Gap::NoBase),
            places: Err(Gap::NoBase),
            rank: None,
            value: None,
        }
    }

    /// Returns the difference of the values. `None` if it is not known or not comparable.
    #[must_use]
    pub fn comparable_points(&self) -> Option<f64> {
        self.points.ok().filter(|_| self.verdict.comparable())
    }

    /// Returns the places climbed or lost. `None` if they are not known or not comparable.
    #[must_use]
    pub fn comparable_places(&self) -> Option<i32> {
        self.places.ok().filter(|_| self.places_verdict.comparable())
    }
}

fn points(before: Option<Standing>, after: Standing) -> Result<f64, Gap> {
    let known = |value: Observation, gap, disputed| match value {
        Observation::Known(quantity) => Ok(quantity.value),
        Observation::Conflict => Err(disputed),
        Observation::Missing(_) => Err(gap),
    };
    let later = known(after.value, Gap::NoFigure, Gap::FigureDisputed)?;
    let earlier = before.map_or(Err(Gap::NoBase), |b| known(b.value, Gap::NoBase, Gap::BaseDisputed))?;
    Ok(later - earlier)
}

fn places(before: Option<Standing>, after: Standing) -> Result<i32, Gap> {
    let known = |standing: Standing, gap, disputed| match (standing.rank, standing.published) {
        (Some(rank), _) => Ok(rank),
        (None, PublishedRank::Conflict) => Err(disputed),
        (None, _) => Err(gap),
    };
    let later = known(after, Gap::NoFigure, Gap::FigureDisputed)?;
    let earlier = before.map_or(Err(Gap::NoBase), |b| known(b, Gap::NoBase, Gap::BaseDisputed))?;
    if earlier.origin != later.origin {
        return Err(Gap::OtherOrigin);
    }
    Ok(i32::from(earlier.place) - i32::from(later.place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Missing, Quantity};
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
    fn lower_is_better_reverses_the_order() {
        assert_eq!(competition_ranks(&[3.0, 1.0, 2.0], Direction::Lower), [3, 1, 2]);
    }

    fn rank(place: u16, of: u16) -> Option<Rank> {
        Some(Rank {
            place,
            of,
            origin: RankOrigin::Published,
        })
    }

    fn standing(value: Option<f64>, rank: Option<Rank>) -> Standing {
        let quantity = |value| Quantity {
            value,
            digits: 2,
            approx: None,
        };
        Standing {
            value: value.map_or(Observation::Missing(Missing::NotFound), |v| {
                Observation::Known(quantity(v))
            }),
            published: PublishedRank::None,
            rank,
        }
    }

    #[test]
    fn changes_are_comparable_only_with_the_same_method_and_field() {
        let same = |before, after| Change::between(2021, Verdict::SameMethod, true, before, after);
        let up = same(
            Some(standing(Some(80.0), rank(17, 63))),
            standing(Some(82.5), rank(16, 63)),
        );
        assert_eq!((up.comparable_places(), up.comparable_points()), (Some(1), Some(2.5)));

        let (before, after) = (standing(None, rank(35, 63)), standing(None, rank(14, 63)));
        let other_method = Change::between(2021, Verdict::MethodChanged, true, Some(before), after);
        assert_eq!(other_method.comparable_places(), None);
        assert_eq!((other_method.places, other_method.points), (Ok(21), Err(Gap::NoFigure)));

        // With 61 and 63 provinces the scores are comparable, the ranks are not.
        let field = same(
            Some(standing(Some(36.47), rank(37, 63))),
            standing(Some(36.6), rank(27, 61)),
        );
        assert_eq!(
            (field.places_verdict, field.verdict),
            (Verdict::UnitsChanged, Verdict::SameMethod)
        );
        assert!(field.comparable_points().is_some() && field.comparable_places().is_none());

        let merged = Change::between(2024, Verdict::SameMethod, false, Some(before), after);
        assert_eq!(
            (merged.places_verdict, merged.comparable_places()),
            (Verdict::UnitsChanged, None)
        );

        let computed = rank(2, 63).map(|r| Rank {
            origin: RankOrigin::Computed,
            ..r
        });
        let mixed = same(Some(standing(Some(1.0), rank(1, 63))), standing(Some(2.0), computed));
        assert_eq!(
            (mixed.places, mixed.comparable_points()),
            (Err(Gap::OtherOrigin), Some(1.0))
        );
    }

    #[test]
    fn unknown_differences_give_the_reason() {
        let disputed = Standing {
            value: Observation::Conflict,
            published: PublishedRank::Conflict,
            rank: None,
        };
        let known = standing(Some(1.0), rank(1, 63));
        for (before, after, gap) in [
            (None, known, Gap::NoBase),
            (Some(standing(None, None)), known, Gap::NoBase),
            (Some(known), standing(None, None), Gap::NoFigure),
            (Some(disputed), known, Gap::BaseDisputed),
            (Some(known), disputed, Gap::FigureDisputed),
        ] {
            let change = Change::between(2021, Verdict::SameMethod, true, before, after);
            assert_eq!((change.points, change.places), (Err(gap), Err(gap)));
        }
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
