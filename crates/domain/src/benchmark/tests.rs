use proptest::prelude::*;

use super::*;
use crate::{Approx, Indicator, Missing, Place, RankPolicy, test_parts, test_tables::Tables};

const YEAR: i32 = 2020;

fn indicator(direction: Direction) -> Indicator {
    Indicator {
        direction,
        ..test_parts::indicator("pci", &["overall"])
    }
}

fn outcome(tables: &Tables, province: u16) -> Outcome {
    benchmark(tables, province).outcome
}

fn benchmark(tables: &Tables, province: u16) -> Benchmark {
    let snapshot = tables.snapshot();
    let table = snapshot.table(Tables::key(0, YEAR)).unwrap();
    snapshot.benchmark(table, ProvinceId(province))
}

/// Eight provinces with the values 1 to 8.
fn eight(direction: Direction) -> Tables {
    let mut tables = Tables::new(indicator(direction), 8);
    tables.values(0, YEAR, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
    tables
}

#[test]
fn quarters_follow_the_direction() {
    use Outcome::{Quarter as Good, QuarterBySize as Size};
    for (direction, lowest, highest) in [
        (Direction::Higher, Good(Quarter::Fourth), Good(Quarter::First)),
        (Direction::Lower, Good(Quarter::First), Good(Quarter::Fourth)),
        (Direction::Neutral, Size(Quarter::Fourth), Size(Quarter::First)),
    ] {
        let tables = eight(direction);
        assert_eq!(outcome(&tables, 0), lowest, "{direction:?}");
        assert_eq!(outcome(&tables, 7), highest, "{direction:?}");
        let found = benchmark(&tables, 7);
        assert_eq!((found.against, found.partial()), (Some(Yardstick::Values), false));
    }
}

#[test]
fn intervals_take_precedence_over_quarters() {
    let place = Place::Province(ProvinceId(7));
    for (direction, ends, expected) in [
        (Direction::Higher, (5.1, 9.0), Outcome::Better),
        (Direction::Higher, (5.0, 9.0), Outcome::Similar),
        (Direction::Higher, (1.0, 4.9), Outcome::Worse),
        (Direction::Lower, (5.1, 9.0), Outcome::Worse),
        (Direction::Lower, (1.0, 4.9), Outcome::Better),
        (Direction::Neutral, (5.1, 9.0), Outcome::Higher),
        (Direction::Neutral, (1.0, 4.9), Outcome::Lower),
    ] {
        let mut tables = eight(direction);
        tables.nation(0, YEAR, 5.0).interval(0, YEAR, place, ends);
        assert_eq!(outcome(&tables, 7), expected, "{direction:?} {ends:?}");
    }
    // Without a national figure, the mean of the complete table is used, here 4.5.
    let mut tables = eight(Direction::Higher);
    tables.interval(0, YEAR, place, (4.4, 9.0));
    let found = benchmark(&tables, 7);
    assert_eq!(
        (found.outcome, found.against),
        (Outcome::Similar, Some(Yardstick::Mean(4.5)))
    );
    // The national figure's own interval must not overlap either.
    tables.nation(0, YEAR, 4.0).interval(0, YEAR, Place::Nation, (3.5, 4.5));
    assert_eq!(outcome(&tables, 7), Outcome::Similar);
    tables.interval(0, YEAR, Place::Nation, (3.5, 4.3));
    assert_eq!(outcome(&tables, 7), Outcome::Better);
    // Others without an interval are compared by quarter.
    assert_eq!(outcome(&tables, 0), Outcome::Quarter(Quarter::Fourth));
}

#[test]
fn too_few_values_are_not_divided() {
    let mut tables = Tables::new(indicator(Direction::Higher), 20);
    tables.values(0, YEAR, &(0..15).map(f64::from).collect::<Vec<_>>());
    let too_few = |known, expected| Outcome::NotCompared(NotCompared::TooFew { known, expected });
    assert_eq!(outcome(&tables, 0), too_few(15, 20));
    // Four fifths are enough, and the coverage is reported.
    tables.value(0, YEAR, 15, 99.0);
    let found = benchmark(&tables, 15);
    assert_eq!(
        (found.outcome, found.known, found.expected, found.partial()),
        (Outcome::Quarter(Quarter::First), 16, 20, true)
    );
    assert_eq!(
        outcome(&tables, 16),
        Outcome::NotCompared(NotCompared::NoFigure(Missing::NotFound))
    );
    // Seven are too few for quarters, however complete.
    let mut tables = Tables::new(indicator(Direction::Higher), 7);
    tables.values(0, YEAR, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    assert_eq!(outcome(&tables, 6), too_few(7, 7));
}

#[test]
fn a_published_rank_needs_no_other_values() {
    let mut tables = Tables::new(indicator(Direction::Higher), 63);
    tables.value(0, YEAR, 0, 80.0).rank(0, YEAR, 0, 16);
    tables.rank(0, YEAR, 1, 17).rank(0, YEAR, 2, 48);
    for (province, quarter) in [(0, Quarter::First), (1, Quarter::Second), (2, Quarter::Fourth)] {
        let found = benchmark(&tables, province);
        assert_eq!(found.outcome, Outcome::Quarter(quarter), "{province}");
        assert_eq!(
            (found.against, found.known),
            (Some(Yardstick::PublishedRank), 63),
            "{province}"
        );
    }
}

#[test]
fn uncertain_values_are_not_compared() {
    let mut tables = eight(Direction::Higher);
    let place = Place::Province(ProvinceId(3));
    if let Some(quantity) = &mut tables.claim(0, YEAR, place).value {
        quantity.approx = Some(Approx::About);
    }
    assert_eq!(outcome(&tables, 3), Outcome::NotCompared(NotCompared::Inexact));
    // If all or most values are equal, quarters are meaningless.
    let mut tables = Tables::new(indicator(Direction::Higher), 8);
    tables.values(0, YEAR, &[5.0; 8]);
    assert_eq!(outcome(&tables, 0), Outcome::NotCompared(NotCompared::TooManyEqual));
    tables.values(0, YEAR, &[5.0, 5.0, 5.0, 5.0, 5.0, 1.0, 2.0, 3.0]);
    assert_eq!(outcome(&tables, 0), Outcome::NotCompared(NotCompared::TooManyEqual));
    assert_eq!(outcome(&tables, 5), Outcome::Quarter(Quarter::Fourth));
    // Counts out of totals of different sizes.
    tables.indicator.kind = Kind::Coverage;
    assert_eq!(outcome(&tables, 0), Outcome::NotCompared(NotCompared::UnequalTotals));
}

#[test]
fn published_groups_are_the_quarters() {
    let mut tables = eight(Direction::Higher);
    tables.indicator.ranks = RankPolicy::Groups;
    let snapshot = tables.snapshot();
    let table = snapshot.table(Tables::key(0, YEAR)).unwrap();
    for row in &table.rows {
        let quarter = Quarter::nth(row.group.unwrap());
        assert_eq!(
            snapshot.benchmark(table, row.province).outcome,
            Outcome::Quarter(quarter)
        );
    }
}

proptest! {
    #[test]
    fn equal_values_share_a_quarter_and_better_ones_no_worse(values in prop::collection::vec(-20i8..20, 1..70)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        for (direction, sign) in [(Direction::Higher, 1.0), (Direction::Neutral, 1.0), (Direction::Lower, -1.0)] {
            let found = quarters(&values, direction);
            for (a, quarter) in values.iter().zip(&found) {
                for (b, other) in values.iter().zip(&found) {
                    prop_assert!(a != b || quarter == other);
                    prop_assert!(a * sign <= b * sign || quarter <= other, "{a} {quarter:?}, {b} {other:?}");
                }
            }
        }
    }

    #[test]
    fn negating_values_and_reversing_the_direction_changes_nothing(values in prop::collection::vec(-20i8..20, 8..70)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let negated: Vec<f64> = values.iter().map(|value| -value).collect();
        prop_assert_eq!(quarters(&values, Direction::Higher), quarters(&negated, Direction::Lower));
    }

    #[test]
    fn ranks_and_distinct_values_give_the_same_quarters(of in 8u16..70) {
        let values: Vec<f64> = (0..of).rev().map(f64::from).collect();
        let by_rank: Vec<Quarter> = (1..=of).map(|place| Quarter::of_rank(place, of)).collect();
        prop_assert_eq!(quarters(&values, Direction::Higher), by_rank);
    }
}
