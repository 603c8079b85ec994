use proptest::prelude::*;

use super::*;
use crate::{
    Approx, Claim, Indicator, PairVerdict, Place, RankPolicy, Text,
    test_parts::{self, claim, method},
    test_tables::Tables,
};

/// The province under test.
const US: ProvinceId = ProvinceId(0);
const FIRST: i32 = 2014;

fn indicator(direction: Direction) -> Indicator {
    Indicator {
        direction,
        ranks: RankPolicy::Published,
        methods: vec![method("v1", 2000, 2030)],
        ..test_parts::indicator("pci", &["overall"])
    }
}

/// Three provinces; the one under test has these values from [`FIRST`] on.
fn series(direction: Direction, values: &[f64]) -> Tables {
    let mut tables = Tables::new(indicator(direction), 3);
    for (year, value) in (FIRST..).zip(values) {
        tables.value(0, year, 0, *value).value(0, year, 1, 1.0);
    }
    tables
}

fn up_to(tables: &Tables, year: i32) -> Result<Trend, NoTrend> {
    tables.snapshot().trend(Tables::key(0, year), US)
}

fn no_trend(reason: NoTrendReason, years: usize) -> Result<Trend, NoTrend> {
    Err(NoTrend { reason, years })
}

#[test]
fn five_years_rise_fall_or_neither() {
    use Meaning::{Better, Neutral, Worse};
    use Movement::{Falling, NoClearDirection, Rising};
    for (values, s, movement, [higher, lower, neutral]) in [
        ([1.0, 2.0, 3.0, 4.0, 5.0], 10, Rising, [Better, Worse, Neutral]),
        // One adjacent pair is in the opposite order.
        ([1.0, 3.0, 2.0, 4.0, 5.0], 8, Rising, [Better, Worse, Neutral]),
        ([1.0, 3.0, 2.0, 5.0, 4.0], 6, NoClearDirection, [Neutral; 3]),
        ([5.0, 4.0, 3.0, 1.0, 2.0], -8, Falling, [Worse, Better, Neutral]),
        ([5.0, 4.0, 3.0, 2.0, 1.0], -10, Falling, [Worse, Better, Neutral]),
        ([2.0, 2.0, 2.0, 2.0, 2.0], 0, NoClearDirection, [Neutral; 3]),
        // Equal figures count for neither direction.
        ([1.0, 2.0, 2.0, 3.0, 4.0], 9, Rising, [Better, Worse, Neutral]),
        ([1.0, 1.0, 1.0, 2.0, 3.0], 7, NoClearDirection, [Neutral; 3]),
    ] {
        let directions = [Direction::Higher, Direction::Lower, Direction::Neutral];
        for (direction, meaning) in directions.into_iter().zip([higher, lower, neutral]) {
            let found = up_to(&series(direction, &values), FIRST + 4).unwrap();
            assert_eq!(
                (found.s, found.movement, found.meaning),
                (s, movement, meaning),
                "{values:?}"
            );
            assert_eq!((found.from, found.to, found.points), (FIRST, FIRST + 4, values));
            assert_eq!(found.measure, Measure::Value);
        }
    }
}

#[test]
fn the_five_years_end_with_the_requested_one() {
    let tables = series(Direction::Higher, &[1.0, 2.0, 3.0, 4.0, 5.0, 4.5, 4.0, 3.5, 3.0]);
    let movement = |year| up_to(&tables, year).map(|found| found.movement);
    assert_eq!(movement(FIRST + 4), Ok(Movement::Rising));
    assert_eq!(movement(FIRST + 6), Ok(Movement::NoClearDirection));
    assert_eq!(movement(FIRST + 8), Ok(Movement::Falling));
    assert_eq!(up_to(&tables, FIRST + 3), no_trend(NoTrendReason::BeginsIn(FIRST), 4));
    assert_eq!(
        up_to(&tables, FIRST + 9),
        no_trend(NoTrendReason::NoTable(FIRST + 9), 0)
    );
}

#[test]
fn figures_that_agree_at_the_less_precise_decimals_are_equal() {
    let mut tables = series(Direction::Higher, &[1.0, 2.0, 3.0, 4.0, 4.26]);
    let coarse = |claim: &mut Claim| {
        if let Some(quantity) = &mut claim.value {
            (quantity.value, quantity.digits) = (4.3, 1);
        }
    };
    coarse(tables.claim(0, FIRST + 3, Place::Province(US)));
    assert_eq!(up_to(&tables, FIRST + 4).map(|found| found.s), Ok(9));
}

#[test]
fn a_break_ends_the_years() {
    for verdict in [Verdict::MethodChanged, Verdict::Unclear] {
        let mut tables = series(Direction::Higher, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        tables.indicator.verdicts = vec![PairVerdict {
            from: FIRST + 1,
            to: FIRST + 2,
            verdict,
            reason: Text::default(),
            decision: None,
        }];
        let reason = NoTrendReason::Break {
            from: FIRST + 1,
            to: FIRST + 2,
            verdict,
        };
        assert_eq!(up_to(&tables, FIRST + 5), no_trend(reason, 4));
        assert!(up_to(&tables, FIRST + 6).is_ok(), "five years since the break");
    }
}

#[test]
fn a_verdict_on_the_first_and_the_last_year_applies_as_well() {
    let mut tables = series(Direction::Higher, &[1.0, 2.0, 3.0, 4.0, 5.0]);
    let (from, to, verdict) = (FIRST, FIRST + 4, Verdict::Unclear);
    tables.indicator.verdicts = vec![PairVerdict {
        from,
        to,
        verdict,
        reason: Text::default(),
        decision: None,
    }];
    assert_eq!(
        up_to(&tables, to),
        no_trend(NoTrendReason::Break { from, to, verdict }, 4)
    );
}

#[test]
fn gaps_and_uncertain_figures_end_the_years() {
    let full = || series(Direction::Higher, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let gap = FIRST + 2;
    // Only the figure of the province under test is missing.
    let mut tables = full();
    *tables.claim(0, gap, Place::Province(US)) = claim(None);
    tables.claim(0, gap, Place::Province(US)).missing = Some(Missing::NotSurveyed);
    assert_eq!(
        up_to(&tables, FIRST + 5),
        no_trend(NoTrendReason::NoFigure(gap, Missing::NotSurveyed), 3)
    );
    // No province has a figure.
    *tables.claim(0, gap, Place::Province(ProvinceId(1))) = claim(None);
    assert_eq!(up_to(&tables, FIRST + 5), no_trend(NoTrendReason::NoTable(gap), 3));
    // "About 3".
    let mut tables = full();
    if let Some(quantity) = &mut tables.claim(0, gap, Place::Province(US)).value {
        quantity.approx = Some(Approx::About);
    }
    assert_eq!(up_to(&tables, FIRST + 5), no_trend(NoTrendReason::Uncertain(gap), 3));
}

#[test]
fn ranks_replace_unknown_values() {
    let mut tables = Tables::new(indicator(Direction::Higher), 63);
    for (year, place) in (FIRST..).zip([40, 35, 36, 20, 7]) {
        tables.rank(0, year, 0, place);
    }
    // A single known value is not enough to use values.
    tables.value(0, FIRST + 4, 0, 88.0);
    let found = up_to(&tables, FIRST + 4).unwrap();
    assert_eq!((found.measure, found.s), (Measure::Rank, 8));
    assert_eq!((found.movement, found.meaning), (Movement::Rising, Meaning::Better));
    assert_eq!(found.points, [40.0, 35.0, 36.0, 20.0, 7.0]);
    // Climbing is better, whichever direction of the value is better.
    tables.indicator.direction = Direction::Lower;
    assert_eq!(
        up_to(&tables, FIRST + 4).map(|found| found.meaning),
        Ok(Meaning::Better)
    );
    // Ranks out of different numbers of provinces are not comparable.
    tables.claim(0, FIRST, Place::Province(US)).rank_of = Some(64);
    let reason = NoTrendReason::Break {
        from: FIRST,
        to: FIRST + 1,
        verdict: Verdict::UnitsChanged,
    };
    assert_eq!(up_to(&tables, FIRST + 4), no_trend(reason, 4));
}

/// Verifies the probabilities that the module's documentation states.
#[test]
fn the_probability_of_a_clear_direction_is_exact() {
    assert_eq!(chance([1, 2, 3, 4, 5]), (5, 120));
    // One pair of equal figures: 2 of 120; two pairs: 4 of 120; more: none.
    assert_eq!(chance([1, 1, 2, 3, 4]), (2, 120));
    assert_eq!(chance([1, 1, 2, 2, 3]), (4, 120));
    assert_eq!(chance([1, 1, 1, 2, 3]), (0, 120));
    for ties in 0..3125u32 {
        let figures = [0, 1, 2, 3, 4].map(|at| u8::try_from(ties / 5u32.pow(at) % 5).unwrap());
        assert!(chance(figures).0 <= 5, "{figures:?}");
    }
}

proptest! {
    #[test]
    fn the_verdict_follows_only_the_order(values in prop::array::uniform5(0u8..9), slope in 1u8..9, shift in 0u8..50) {
        let values = values.map(f64::from);
        let found = up_to(&series(Direction::Higher, &values), FIRST + 4).unwrap();
        let scaled = values.map(|value| value * f64::from(slope) + f64::from(shift));
        let same = up_to(&series(Direction::Higher, &scaled), FIRST + 4).unwrap();
        prop_assert_eq!((found.s, found.movement), (same.s, same.movement));
        // Reversing the time or negating the values reverses the verdict.
        let mut reversed = values;
        reversed.reverse();
        let opposite = up_to(&series(Direction::Higher, &reversed), FIRST + 4).unwrap();
        prop_assert_eq!(found.s, -opposite.s);
        let negative = up_to(&series(Direction::Lower, &values.map(|value| -value)), FIRST + 4).unwrap();
        prop_assert_eq!(found.meaning, negative.meaning);
        prop_assert_eq!(found.s, -negative.s);
        prop_assert!((-10..=10).contains(&found.s));
        prop_assert_eq!(found.movement == Movement::NoClearDirection, found.s.abs() < CLEAR);
    }
}
