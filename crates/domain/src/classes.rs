//! Classes of values on a map: at most five, by a stated rule. Values are taken as they are read, so that
//! two that read the same are never in different classes.

use crate::number;

/// Most classes that a map has: more are not told apart by colour.
pub const MOST_CLASSES: usize = 5;

/// One class: its ends, both included, and the number of values in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Lower end, in the unit of the values.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How many values are in it.
    pub count: usize,
}

/// Classes with the position of each value's class, in the order in which the values were given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classes {
    /// From the lowest to the highest.
    pub classes: Vec<Class>,
    /// Position of each value's class.
    pub of: Vec<usize>,
}

/// Classes of about equal numbers of values. A value's class follows from the middle of its place in the
/// order, so that equal values stay together; a class that nothing falls into is left out, and the ends of
/// the others are the lowest and the highest value in them.
///
/// ```
/// use domain::classes::equal_counts;
/// let made = equal_counts(&[3.0, 1.0, 1.0, 2.0], 2);
/// assert_eq!(made.of, [2, 0, 0, 1]);
/// ```
#[must_use]
pub fn equal_counts(values: &[f64], decimals: u8) -> Classes {
    let read = rounded(values, decimals);
    let step = |value: &f64| {
        let below = read.iter().filter(|other| *other < value).count();
        let not_above = read.iter().filter(|other| *other <= value).count();
        (below + not_above) * MOST_CLASSES / (2 * read.len())
    };
    let steps: Vec<usize> = read.iter().map(step).collect();
    let mut used = steps.clone();
    used.sort_unstable();
    used.dedup();
    let classes = used.iter().map(|step| {
        let inside = || {
            read.iter()
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

/// Classes by lowest values, from the best down, as a publisher gives them: the class of a value is the
/// first whose lowest value it reaches. What reaches none is a class below. Classes without a value stay:
/// they are the publisher's. The ends are those cut-offs; the lowest class that has none ends at minus
/// infinity, the highest at infinity. Nothing when there would be more than [`MOST_CLASSES`].
#[must_use]
pub fn by_cuts(values: &[f64], cuts: &[f64]) -> Option<Classes> {
    let rank = |value: f64| cuts.iter().position(|cut| value >= *cut).unwrap_or(cuts.len());
    let below = values.iter().any(|value| rank(*value) == cuts.len());
    let many = cuts.len() + usize::from(below);
    if many == 0 || many > MOST_CLASSES {
        return None;
    }
    let of: Vec<usize> = values.iter().map(|value| many - 1 - rank(*value)).collect();
    let class = |at: usize| {
        let from_best = many - 1 - at;
        Class {
            low: cuts.get(from_best).copied().unwrap_or(f64::NEG_INFINITY),
            high: from_best
                .checked_sub(1)
                .and_then(|above| cuts.get(above).copied())
                .unwrap_or(f64::INFINITY),
            count: of.iter().filter(|own| **own == at).count(),
        }
    };
    let classes = (0..many).map(class).collect();
    Some(Classes { classes, of })
}

/// Five equal steps of ranks 1 to `among`, from the last places to the first: the first places are the
/// highest class. Every rank from 1 to `among` is in one; with fewer than five there are fewer.
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
            count: of.iter().filter(|own| **own == at).count(),
        }
    };
    Classes {
        classes: (0..most).map(class).collect(),
        of,
    }
}

/// Five equal steps from the greatest fall to the greatest rise, the same on both sides of zero: the
/// middle one holds what changed by a fifth of the greatest change or less. All five stay, also empty
/// ones, so that a colour means the same on both sides.
#[must_use]
pub fn around_zero(changes: &[f64], decimals: u8) -> Classes {
    let read = rounded(changes, decimals);
    let unit = 10f64.powi(-i32::from(decimals));
    let greatest = read.iter().map(|change| change.abs()).fold(unit, f64::max);
    // Rounded up to what can be read, so that five steps hold the greatest change.
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
    let of: Vec<usize> = read.iter().map(step).collect();
    // The next value that can be read: the ends of two classes are never the same.
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
        count: of.iter().filter(|own| **own == at).count(),
    });
    Classes {
        classes: classes.collect(),
        of,
    }
}

fn rounded(values: &[f64], decimals: u8) -> Vec<f64> {
    values.iter().map(|value| number::round(*value, decimals)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counts(made: &Classes) -> Vec<usize> {
        made.classes.iter().map(|class| class.count).collect()
    }

    fn ends(made: &Classes) -> Vec<(f64, f64)> {
        made.classes.iter().map(|class| (class.low, class.high)).collect()
    }

    #[test]
    fn fifths_of_sixty_three_and_of_few() {
        let all: Vec<f64> = (1..=63).map(f64::from).collect();
        assert_eq!(counts(&equal_counts(&all, 0)), [13, 12, 13, 12, 13]);
        let all: Vec<f64> = (1..=34).map(f64::from).collect();
        assert_eq!(counts(&equal_counts(&all, 0)), [7, 7, 6, 7, 7]);
        for (values, decimals, expected) in [
            (&[][..], 2, &[][..]),
            (&[4.0], 2, &[(4.0, 4.0)]),
            (&[1.0, 1.0, 1.0], 2, &[(1.0, 1.0)]),
            (&[1.0, 2.0], 2, &[(1.0, 1.0), (2.0, 2.0)]),
            // They read the same, so they are the same.
            (&[1.111, 1.112, 1.2], 2, &[(1.11, 1.11), (1.2, 1.2)]),
            // Most are equal: they stay together and the fifths around them are left out.
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
    fn published_cuts() {
        let cuts = [90.0, 80.0, 70.0];
        let made = by_cuts(&[90.0, 89.99, 80.0, 61.2], &cuts).unwrap();
        assert_eq!(made.of, [3, 2, 2, 0]);
        assert_eq!(counts(&made), [1, 0, 2, 1]);
        assert_eq!(made.classes[0].low, f64::NEG_INFINITY);
        assert_eq!((made.classes[2].low, made.classes[2].high), (80.0, 90.0));
        // Nothing below the last: no class for it.
        assert_eq!(by_cuts(&[75.0], &cuts).unwrap().of, [0]);
        assert_eq!(by_cuts(&[75.0], &cuts).unwrap().classes.len(), 3);
        assert_eq!(by_cuts(&[1.0], &[9.0, 8.0, 7.0, 6.0, 5.0]), None);
        assert_eq!(by_cuts(&[1.0], &[]).map(|made| made.of), Some(vec![0]));
    }

    #[test]
    fn ranks_in_five_steps() {
        let made = rank_steps(&[1, 13, 14, 63, 52], 63);
        assert_eq!(made.of, [4, 4, 3, 0, 0]);
        assert_eq!(
            ends(&made),
            [(52.0, 63.0), (39.0, 51.0), (27.0, 38.0), (14.0, 26.0), (1.0, 13.0)]
        );
        assert_eq!(rank_steps(&[1, 2, 3], 3).of, [2, 1, 0]);
        // A rank that cannot be is not lost.
        assert_eq!(rank_steps(&[70], 63).of, [0]);
    }

    #[test]
    fn changes_are_the_same_on_both_sides() {
        let made = around_zero(&[-5.0, -1.0, 0.0, 1.0, 1.01, 3.0, 3.01], 2);
        assert_eq!(made.of, [0, 2, 2, 2, 3, 3, 4]);
        assert_eq!(
            ends(&made),
            [(-5.0, -3.01), (-3.0, -1.01), (-1.0, 1.0), (1.01, 3.0), (3.01, 5.0)]
        );
        // Nothing moved: the middle holds all, and the steps are still steps.
        let still = around_zero(&[0.0, 0.001], 2);
        assert_eq!(still.of, [2, 2]);
        assert_eq!(still.classes[2].high, 0.01);
    }

    /// Each value is in exactly one class, equal ones in the same, and higher values in no lower class.
    fn sound(values: &[f64], decimals: u8, made: &Classes) -> Result<(), TestCaseError> {
        let read = rounded(values, decimals);
        prop_assert!(made.classes.len() <= MOST_CLASSES);
        prop_assert_eq!(made.of.len(), values.len());
        prop_assert_eq!(
            made.classes.iter().map(|class| class.count).sum::<usize>(),
            values.len()
        );
        for (value, own) in read.iter().zip(&made.of) {
            let class = made.classes[*own];
            prop_assert!(class.low <= *value && *value <= class.high, "{} in {:?}", value, class);
            for (other, its) in read.iter().zip(&made.of) {
                prop_assert!(value != other || own == its);
                prop_assert!(value <= other || own >= its);
            }
        }
        for pair in made.classes.windows(2) {
            prop_assert!(pair[0].low < pair[1].low && pair[0].high < pair[1].high, "{:?}", pair);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn classes_keep_the_rules(values in prop::collection::vec(-40i32..400, 1..70), decimals in 0u8..3) {
            let values: Vec<f64> = values.into_iter().map(|value| f64::from(value) / 7.0).collect();
            sound(&values, decimals, &equal_counts(&values, decimals))?;
            let made = around_zero(&values, decimals);
            sound(&values, decimals, &made)?;
            for (at, class) in made.classes.iter().enumerate() {
                prop_assert!((class.low + made.classes[MOST_CLASSES - 1 - at].high).abs() < 1e-9);
            }
        }

        #[test]
        fn cuts_keep_the_rules(values in prop::collection::vec(0f64..100.0, 1..70), cuts in prop::collection::btree_set(1u8..100, 1..5)) {
            let cuts: Vec<f64> = cuts.into_iter().rev().map(f64::from).collect();
            let made = by_cuts(&values, &cuts).unwrap();
            sound(&values, 15, &made)?;
            for (value, own) in values.iter().zip(&made.of) {
                prop_assert!(made.classes[*own].high > *value, "the upper end is another class's");
            }
        }

        #[test]
        fn steps_of_ranks_are_about_equal(among in 1u16..100) {
            let all: Vec<u16> = (1..=among).collect();
            let made = rank_steps(&all, among);
            prop_assert_eq!(made.classes.len(), MOST_CLASSES.min(usize::from(among)));
            prop_assert_eq!(made.classes.iter().map(|class| class.count).sum::<usize>(), all.len());
            let (least, most) = (counts(&made).into_iter().min(), counts(&made).into_iter().max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1));
            for (rank, own) in all.iter().zip(&made.of) {
                let class = made.classes[*own];
                prop_assert!(class.low <= f64::from(*rank) && f64::from(*rank) <= class.high);
            }
        }
    }
}
