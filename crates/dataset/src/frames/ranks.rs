//! Ranks and groups: windows over all tables.

use polars::prelude::{DataFrame, DataType, PolarsResult, QuantileMethod};
use polars_lazy::prelude::{Expr, IntoLazy as _, LazyFrame, NULL, RankMethod, RankOptions, col, lit, when};

use super::{all, any, left_join, select};

/// Returns the rows with the rules and counts of their tables, and: `place`, `of` and `computed`, their ranks, and
/// `group`.
///
/// Ranks are computed only for complete tables, and only if some rows have published ranks that all confirm the
/// computed ones. The two are never mixed in one table.
pub(super) fn ranked(rows: &DataFrame, tables: &DataFrame) -> PolarsResult<LazyFrame> {
    let tables = select(
        tables,
        &[
            "table",
            "ranked",
            "computes",
            "grouped",
            "scored",
            "complete",
            "mixed",
            "field",
            "same_list",
            "other_list",
        ],
    )
    .with_columns([
        col("computes").and(col("complete")),
        col("grouped").and(col("complete")),
    ]);
    let quartiles = quartiles(rows, tables.clone());
    let rows = left_join(rows.clone().lazy(), tables, ["table"]);
    let rows = rows.with_column(computed_place()?.alias("computed_place"));
    let rows = rows.with_column(replaces()?.alias("computed"));
    let place = when(col("computed"))
        .then(col("computed_place"))
        .when(col("ranked"))
        .then(col("rank"))
        .otherwise(lit(NULL));
    let of = when(col("computed"))
        .then(col("field"))
        .otherwise(col("rank_of").fill_null(col("field")));
    let rows = rows.with_columns([place.alias("place"), of.alias("of")]);
    Ok(left_join(rows, quartiles, ["table"]).with_column(group().alias("group")))
}

/// Standard competition ranks ("1, 2, 2, 4"); null where ranks may not be computed.
fn computed_place() -> PolarsResult<Expr> {
    let options = RankOptions {
        method: RankMethod::Min,
        descending: false,
    };
    let better = when(col("computes")).then(col("better")).otherwise(lit(NULL));
    let place = better.rank(options, None).over(["table"])?;
    let most = lit(u32::from(u16::MAX));
    Ok(when(place.clone().gt(most.clone())).then(most).otherwise(place))
}

/// Whether computed places replace published ranks: not all rows have one, and those that do confirm the places.
fn replaces() -> PolarsResult<Expr> {
    let open = col("rank").is_null().and(col("disputed").not());
    let confirmed = col("disputed").not().and(col("rank").eq(col("computed_place")));
    let confirmed = open.clone().or(confirmed.fill_null(lit(false)));
    Ok(col("computes").and(any(open)?).and(all(confirmed)?))
}

/// The three quartiles of each table that is divided into groups.
fn quartiles(rows: &DataFrame, tables: LazyFrame) -> LazyFrame {
    let rows = left_join(select(rows, &["table", "value"]), tables, ["table"]);
    let quartile = |share: f64, name: &str| col("value").quantile(lit(share), QuantileMethod::Linear).alias(name);
    rows.filter(col("grouped")).group_by([col("table")]).agg([
        quartile(0.75, "upper"),
        quartile(0.5, "median"),
        quartile(0.25, "lower"),
    ])
}

/// The group, 1 (highest) to 4, by the quartiles that the value is below; null if there are none.
fn group() -> Expr {
    let below = |quartile: &str| col("value").lt(col(quartile)).cast(DataType::UInt32);
    lit(1u32) + below("upper") + below("median") + below("lower")
}
