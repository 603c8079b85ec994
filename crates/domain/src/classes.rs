//! Divides the values on a map into at most five classes, by a stated rule. Values are first rounded as they
//! are displayed, so that two values with the same text are never in different classes.

use crate::number;

/// The maximum number of classes on a map: more cannot be distinguished by colour.
pub const MOST_CLASSES: usize = 5;

/// One class: its bounds, both included, and the number of values in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Lower bound, in the unit of the values.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Number of values in the class.
    pub count: usize,
}

/// Classes, and the class of each value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classes {
    /// The classes, from lowest to highest.
    pub classes: Vec<Class>,
    /// Index of each value's class in `classes`, in the order in which the values were given.
    pub of: Vec<usize>,
}

/// Divides values into classes of about equal counts. A value's class follows from its mid-rank, so that equal
/// values stay together. Empty classes are omitted; the bounds of the others are their lowest and highest value.
///
/// ```
/// use domain::classes::equal_counts;
/// let result = equal_counts(&[3.0, 1.0, 1.0, 2.0], 2);
/// assert_eq!(result.of, [2, 0, 0, 1]);
/// ```
#[must_use]
pub fn equal_counts(values: &[f64], decimals: u8) -> Classes {
    let rounded = round_all(values, decimals);
    let step = |value: &f64| {
        let below = rounded.iter().filter(|other| *other < value).count();
        let not_above = rounded.iter().filter(|other| *other <= value).count();
        (below + not_above) * MOST_CLASSES / (2 * rounded.len())
    };
    let steps: Vec<usize> = rounded.iter().map(step).collect();
    let mut used = steps.clone();
    used.sort_unstable();
    used.dedup();
    let classes = used.iter().map(|step| {
        let inside = || {
            rounded
                .iter()
                .zip(&steps)
                .filter(|(_, s)| *s == step)
                .map(|(value, _)| *value)
        };
        Class {
            low: inside().fold(f64::INFINITY, f64::min),
            high: inside().fold(f64::NEG_INFINITY, f64::max),
            count: inside().count(),
        }
    });
    Classes {
        classes: classes.collect(),
        of: steps
            .iter()
            .map(|step| used.iter().position(|s| s == step).unwrap_or_default())
            .collect(),
    }
}

/// Divides values by a publisher's cut-offs: the lower bounds of its classes, in descending order. A value is in the
/// first class whose cut-off it reaches; values that reach none are in an additional lowest class. Empty classes
/// are retained because they are the publisher's. The bounds are the cut-offs, minus infinity below the last
/// one, and infinity above the first one. `None` if there would be no class or more than [`MOST_CLASSES`].
#[must_use]
pub fn by_cuts(values: &[f64], cuts: &[f64]) -> Option<Classes> {
    let rank = |value: f64| cuts.iter().position(|cut| value >= *cut).unwrap_or(cuts.len());
    let below = values.iter().any(|value| rank(*value) == cuts.len());
    let count = cuts.len() + usize::from(below);
    if count == 0 || count > MOST_CLASSES {
        return None;
    }
    let of: Vec<usize> = values.iter().map(|value| count - 1 - rank(*value)).collect();
    let class = |at: usize| {
        let from_best = count - 1 - at;
        Class {
            low: cuts.get(from_best).copied().unwrap_or(f64::NEG_INFINITY),
            high: from_best
                .checked_sub(1)
                .and_then(|above| cuts.get(above).copied())
                .unwrap_or(f64::INFINITY),
            count: of.iter().filter(|class| **class == at).count(),
        }
    };
    let classes = (0..count).map(class).collect();
    Some(Classes { classes, of })
}

/// Divides ranks from 1 to `among` into five classes of about equal size, or into `among` classes if that is
/// fewer. The best ranks are in the highest class. Ranks beyond `among` count as `among`.
#[must_use]
pub fn rank_steps(ranks: &[u16], among: u16) -> Classes {
    let among = usize::from(among).max(1);
    let most = MOST_CLASSES.min(among);
    let step = |rank: usize| most - 1 - ((rank.clamp(1, among) - 1) * most / among);
    let of: Vec<usize> = ranks.iter().map(|rank| step(usize::from(*rank))).collect();
    let class = |at: usize| {
        let inside = || (1..=among).filter(|rank| step(*rank) == at);
        let end = |rank: Option<usize>| {
            rank.and_then(|rank| u32::try_from(rank).ok())
                .map_or(f64::NAN, f64::from)
        };
        Class {
            low: end(inside().min()),
            high: end(inside().max()),
            count: of.iter().filter(|class| **class == at).count(),
        }
    };
    Classes {
        classes: (0..most).map(class).collect(),
        of,
    }
}

/// Divides changes into five classes of equal width from the greatest fall to the greatest rise, symmetric about
/// zero: the middle class contains changes of at most a fifth of the greatest change. Empty classes are retained, so
/// that colours have the same meaning on both sides.
#[must_use]
pub fn around_zero(changes: &[f64], decimals: u8) -> Classes {
    let rounded = round_all(changes, decimals);
    let unit = 10f64.powi(-i32::from(decimals));
    let greatest = rounded.iter().map(|change| change.abs()).fold(unit, f64::max);
    // Rounded up to a displayable value, so that the classes include the greatest change.
    let fifth = (greatest / unit / 5.0 - 1e-6).ceil().max(1.0);
    let end = |steps: f64| number::round(steps * fifth * unit, decimals);
    let (near, far) = (end(1.0), end(3.0));
    let step = |change: &f64| match change {
        change if *change < -far => 0,
        change if *change < -near => 1,
        change if *change <= near => 2,
        change if *change <= far => 3,
        _ => 4,
    };
    let of: Vec<usize> = rounded.iter().map(step).collect();
    // The next displayable value, so that two classes never share a bound.
    let after = |value: f64| number::round(value + unit, decimals);
    let most = end(5.0);
    let ends = [
        (-most, -after(far)),
        (-far, -after(near)),
        (-near, near),
        (after(near), far),
        (after(far), most),
    ];
    let classes = ends.into_iter().enumerate().map(|(at, (low, high))| Class {
        low,
        high,
        count: of.iter().filter(|class| **class == at).count(),
    });
    Classes {
        classes: classes.collect(),
        of,
    }
}

/// Rounds values to the decimals with which they are displayed.
fn round_all(values: &[f64], decimals: u8) -> Vec<f64> {
    values.iter().map(|value| number::round(*value, decimals)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counts(classes: &Classes) -> Vec<usize> {
        classes.classes.iter().map(|class| class.count).collect()
    }

    fn ends(classes: &Classes) -> Vec<(f64, f64)> {
        classes.classes.iter().map(|class| (class.low, class.high)).collect()
    }

    #[test]
    fn equal_counts_divides_many_and_few_values() {
        let all: Vec<f64> = (1..=63).map(f64::from).collect();
        assert_eq!(counts(&equal_counts(&all, 0)), [13, 12, 13, 12, 13]);
        let all: Vec<f64> = (1..=34).map(f64::from).collect();
        assert_eq!(counts(&equal_counts(&all, 0)), [7, 7, 6, 7, 7]);
        for (values, decimals, expected) in [
            (&[][..], 2, &[][..]),
            (&[4.0], 2, &[(4.0, 4.0)]),
            (&[1.0, 1.0, 1.0], 2, &[(1.0, 1.0)]),
            (&[1.0, 2.0], 2, &[(1.0, 1.0), (2.0, 2.0)]),
            // They are displayed the same, so they are in the same class.
            (&[1.111, 1.112, 1.2], 2, &[(1.11, 1.11), (1.2, 1.2)]),
            // Most are equal: they stay together and the empty fifths around them are omitted.
            (
                &[0.0, 5.0, 5.0, 5.0, 5.0, 5.0, 9.0],
                0,
                &[(0.0, 0.0), (5.0, 5.0), (9.0, 9.0)],
            ),
        ] {
            assert_eq!(ends(&equal_counts(values, decimals)), expected, "{values:?}");
        }
    }

    #[test]
    fn published_cuts_give_their_classes() {
        let cuts = [90.0, 80.0, 70.0];
        let result = by_cuts(&[90.0, 89.99, 80.0, 61.2], &cuts).unwrap();
        assert_eq!(result.of, [3, 2, 2, 0]);
        assert_eq!(counts(&result), [1, 0, 2, 1]);
        assert_eq!(result.classes[0].low, f64::NEG_INFINITY);
        assert_eq!((result.classes[2].low, result.classes[2].high), (80.0, 90.0));
        // Without a value below the last cut-off there is no class for such values.
        assert_eq!(by_cuts(&[75.0], &cuts).unwrap().of, [0]);
        assert_eq!(by_cuts(&[75.0], &cuts).unwrap().classes.len(), 3);
        assert_eq!(by_cuts(&[1.0], &[9.0, 8.0, 7.0, 6.0, 5.0]), None);
        assert_eq!(by_cuts(&[1.0], &[]).map(|result| result.of), Some(vec![0]));
    }

    #[test]
    fn ranks_are_divided_into_five_classes() {
        let result = rank_steps(&[1, 13, 14, 63, 52], 63);
        assert_eq!(result.of, [4, 4, 3, 0, 0]);
        assert_eq!(
            ends(&result),
            [(52.0, 63.0), (39.0, 51.0), (27.0, 38.0), (14.0, 26.0), (1.0, 13.0)]
        );
        assert_eq!(rank_steps(&[1, 2, 3], 3).of, [2, 1, 0]);
        // A rank beyond the number of places is in the lowest class.
        assert_eq!(rank_steps(&[70], 63).of, [0]);
    }

    #[test]
    fn classes_of_changes_are_symmetric() {
        let result = around_zero(&[-5.0, -1.0, 0.0, 1.0, 1.01, 3.0, 3.01], 2);
        assert_eq!(result.of, [0, 2, 2, 2, 3, 3, 4]);
        assert_eq!(
            ends(&result),
            [(-5.0, -3.01), (-3.0, -1.01), (-1.0, 1.0), (1.01, 3.0), (3.01, 5.0)]
        );
        // Without changes all values are in the middle class, and the classes still have a width.
        let unchanged = around_zero(&[0.0, 0.001], 2);
        assert_eq!(unchanged.of, [2, 2]);
        assert_eq!(unchanged.classes[2].high, 0.01);
    }

    /// Checks that each value is in exactly one class, equal values in the same, and higher values in no lower class.
    fn check_invariants(values: &[f64], decimals: u8, result: &Classes) -> Result<(), TestCaseError> {
        let rounded = round_all(values, decimals);
        prop_assert!(result.classes.len() <= MOST_CLASSES);
        prop_assert_eq!(result.of.len(), values.len());
        prop_assert_eq!(
            result.classes.iter().map(|class| class.count).sum::<usize>(),
            values.len()
        );
        for (value, class_index) in rounded.iter().zip(&result.of) {
            let class = result.classes[*class_index];
            prop_assert!(class.low <= *value && *value <= class.high, "{} in {:?}", value, class);
            for (other, other_index) in rounded.iter().zip(&result.of) {
                prop_assert!(value != other || class_index == other_index);
                prop_assert!(value <= other || class_index >= other_index);
            }
        }
        for pair in result.classes.windows(2) {
            prop_assert!(pair[0].low < pair[1].low && pair[0].high < pair[1].high, "{:?}", pair);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn classes_satisfy_the_invariants(values in prop::collection::vec(-40i32..400, 1..70), decimals in 0u8..3) {
            let values: Vec<f64> = values.into_iter().map(|value| f64::from(value) / 7.0).collect();
            check_invariants(&values, decimals, &equal_counts(&values, decimals))?;
            let result = around_zero(&values, decimals);
            check_invariants(&values, decimals, &result)?;
            for (at, class) in result.classes.iter().enumerate() {
                prop_assert!((class.low + result.classes[MOST_CLASSES - 1 - at].high).abs() < 1e-9);
            }
        }

        #[test]
        fn cuts_satisfy_the_invariants(values in prop::collection::vec(0f64..100.0, 1..70), cuts in prop::collection::btree_set(1u8..100, 1..5)) {
            let cuts: Vec<f64> = cuts.into_iter().rev().map(f64::from).collect();
            let result = by_cuts(&values, &cuts).unwrap();
            check_invariants(&values, 15, &result)?;
            for (value, class) in values.iter().zip(&result.of) {
                prop_assert!(result.classes[*class].high > *value, "the upper bound belongs to the next class");
            }
        }

        #[test]
        fn classes_of_ranks_are_about_equal_in_size(among in 1u16..100) {
            let all: Vec<u16> = (1..=among).collect();
            let result = rank_steps(&all, among);
            prop_assert_eq!(result.classes.len(), MOST_CLASSES.min(usize::from(among)));
            prop_assert_eq!(result.classes.iter().map(|class| class.count).sum::<usize>(), all.len());
            let (least, most) = (counts(&result).into_iter().min(), counts(&result).into_iter().max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1));
            for (rank, class_index) in all.iter().zip(&result.of) {
                let class = result.classes[*class_index];
                prop_assert!(class.low <= f64::from(*rank) && f64::from(*rank) <= class.high);
            }
        }
    }
}
