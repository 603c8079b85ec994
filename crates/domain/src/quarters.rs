//! Divides the provinces of a table into quarters.

use crate::{Direction, Rank, RankPolicy, Snapshot, Table, quartile_groups};

impl Rank {
    /// Returns the quarter of a rank, 1 (best) to 4 (worst): ranks up to the upper quartile of all places, the median,
    /// the lower quartile, and below. The result is the same as that of [`quartile_groups`] for a complete table: with
    /// 63 provinces the quarters have 16, 16, 15 and 16 members.
    #[must_use]
    pub fn quarter(self) -> u8 {
        (1..=3)
            .find(|quarter| self.place <= last_place(self.of, *quarter))
            .unwrap_or(4)
    }
}

/// Returns the last place of quarter 1 to 3 out of `of` places.
#[must_use]
pub fn last_place(of: u16, quarter: u8) -> u16 {
    let steps = u32::from(of.saturating_sub(1)) * u32::from(quarter) / 4;
    u16::try_from(steps + 1).unwrap_or(u16::MAX)
}

impl Snapshot {
    /// Returns the quarter of each row of a table, 1 (best) to 4 (worst), in the order of its rows. It follows from
    /// the publisher's groups, from a rank, or from the values of a complete table. `None` if it follows from none of
    /// them, if no direction is better, or if the figures describe different moments.
    #[must_use]
    pub fn quarters(&self, table: &Table) -> Vec<Option<u8>> {
        let indicator = self.catalogue.indicator(table.key.indicator);
        let direction = indicator.direction(table.key.component);
        if indicator.ranks == RankPolicy::None || direction == Direction::Neutral || table.mixed {
            return vec![None; table.rows.len()];
        }
        let known = |row: &crate::Row| row.group.or_else(|| row.rank.map(Rank::quarter));
        let mut quarters: Vec<Option<u8>> = table.rows.iter().map(known).collect();
        if table.complete && quarters.iter().any(Option::is_none) {
            let values = table.rows.iter().map(|row| self.figure(row.figure).value.value());
            // Negated if lower is better, because the quartiles take the highest value as the best.
            let oriented = values.flatten().map(|value| match direction {
                Direction::Lower => -value,
                Direction::Higher | Direction::Neutral => value,
            });
            let groups = quartile_groups(&oriented.collect::<Vec<f64>>());
            if groups.len() == quarters.len() {
                quarters = groups.into_iter().map(Some).collect();
            }
        }
        quarters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RankOrigin, competition_ranks};
    use proptest::prelude::*;

    fn quarter(place: u16, of: u16) -> u8 {
        let origin = RankOrigin::Published;
        Rank { place, of, origin }.quarter()
    }

    #[test]
    fn quarters_of_sixty_three_and_of_few() {
        let ends = |of| [1, 2, 3].map(|quarter| last_place(of, quarter));
        assert_eq!(ends(63), [16, 32, 47]);
        assert_eq!(ends(34), [9, 17, 25]);
        assert_eq!(ends(1), [1, 1, 1]);
        assert_eq!(
            [1, 16, 17, 32, 33, 47, 48, 63].map(|place| quarter(place, 63)),
            [1, 1, 2, 2, 3, 3, 4, 4]
        );
    }

    proptest! {
        #[test]
        fn ranks_and_values_of_a_complete_table_give_the_same_quarters(
            values in prop::collection::vec((0i16..60).prop_map(f64::from), 1..70),
        ) {
            let of = u16::try_from(values.len()).unwrap();
            let ranks = competition_ranks(&values, Direction::Higher);
            let by_rank: Vec<u8> = ranks.into_iter().map(|place| quarter(place, of)).collect();
            prop_assert_eq!(by_rank, quartile_groups(&values));
        }
    }
}
