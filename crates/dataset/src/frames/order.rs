//! The order of the rows of all tables, and what is looked up in it: contradictions and rows of the previous year.

use polars::prelude::{DataFrame, DataType, PolarsResult};
use polars_lazy::prelude::{LazyFrame, col, lit, when};

use super::{all, any, left_join_on, select};

/// Sorts the rows of each table by rank if every row has one; by value and then by rank if every row has a value;
/// otherwise ranked rows first; always alphabetically in the end. Scores of different moments are not a ranking and
/// are sorted alphabetically. Adds the position `row`.
pub(super) fn rows(ranked: LazyFrame) -> PolarsResult<DataFrame> {
    let values_decide = any(col("place").is_null())?.and(all(col("better").is_not_null())?);
    let by_place = || col("place").fill_null(lit(u32::from(u16::MAX))).cast(DataType::Int64);
    let by_value = || col("order").fill_null(lit(i64::MAX));
    let by_name = || col("name").cast(DataType::Int64);
    let [shuffled, values] = [col("mixed").and(col("scored")), values_decide];
    let pick = |mixed, valued, ranked| {
        when(col("shuffled"))
            .then(mixed)
            .when(col("values_decide"))
            .then(valued)
            .otherwise(ranked)
    };
    ranked
        .with_columns([shuffled.alias("shuffled"), values.alias("values_decide")])
        .with_columns([
            when(col("values_decide"))
                .then(by_value())
                .otherwise(by_place())
                .alias("first"),
            when(col("values_decide"))
                .then(by_place())
                .otherwise(by_value())
                .alias("second"),
        ])
        .with_columns([
            pick(by_name(), col("first"), col("first")).alias("first"),
            pick(col("first"), col("second"), col("second")).alias("second"),
            pick(col("second"), by_name(), by_name()).alias("third"),
        ])
        .sort(["table", "first", "second", "third", "unit"], Default::default())
        .select(
            [
                "table",
                "unit",
                "at",
                "place",
                "of",
                "computed",
                "group",
                "better",
                "mixed",
                "same_list",
                "other_list",
            ]
            .map(col),
        )
        .with_row_index("row", None)
        .collect()
}

/// Returns the `table`s in which a rank contradicts a value. In the order of [`rows`], a table without contradictions
/// has neither a smaller place nor a better value than the row before.
pub(super) fn contradictory(rows: &DataFrame) -> PolarsResult<DataFrame> {
    let before = |name: &str| col(name).shift(lit(1));
    select(rows, &["table", "place", "better", "mixed"])
        .filter(
            col("mixed")
                .not()
                .and(col("place").is_not_null())
                .and(col("better").is_not_null()),
        )
        .filter(
            col("table")
                .eq(before("table"))
                .and(col("place").lt(before("place")).or(col("better").lt(before("better")))),
        )
        .select([col("table").unique()])
        .collect()
}

/// Adds `base`, the `row` of the same unit in the table of the previous year: for the same province list if there is
/// one, otherwise for the other.
pub(super) fn with_bases(rows: &DataFrame) -> PolarsResult<DataFrame> {
    let bases = |name: &str| select(rows, &["table", "unit", "row"]).rename(["row"], [name], true);
    let keys = select(rows, &["unit", "same_list", "other_list"]);
    let keys = left_join_on(keys, bases("same"), ["same_list", "unit"], ["table", "unit"]);
    let base = when(col("same").is_null()).then(col("other")).otherwise(col("same"));
    let bases = left_join_on(keys, bases("other"), ["other_list", "unit"], ["table", "unit"])
        .select([base.alias("base")])
        .collect()?;
    rows.hstack(bases.columns())
}
