//! What several sources of a figure agree on, for all figures of a file at once. The rules are those of
//! [`Figure::new`](domain::Figure::new), which decides for a single source.

use std::collections::HashMap;

use domain::{Missing, Observation, PublishedRank};
use polars::prelude::{Column, DataFrame, DataType, NamedFrom as _, PolarsResult, Series};
use polars_lazy::prelude::{Expr, IntoLazy as _, LazyFrame, NULL, col, lit, when};

use super::claims::quantity;
use crate::frames::left_join;

/// Returns value and rank of each figure with several claims, by its first row.
pub(super) fn agreed(
    frame: &DataFrame,
    groups: &DataFrame,
) -> PolarsResult<HashMap<u32, (Observation, PublishedRank)>> {
    let several = groups.clone().lazy().filter(col("claims").gt(lit(1)));
    let columns = ["row", "value", "digits", "approx_id", "missing_id", "rank", "rank_of"].map(col);
    let claims = left_join(several, frame.clone().lazy().select(columns), ["row"]).collect()?;
    let figures = by_figure(with_candidates(claims)?)?.collect()?;
    let numbers = |name: &str| Ok::<_, polars::error::PolarsError>(figures.column(name)?.u32()?.iter());
    let values = figures.column("value")?.f64()?.iter();
    let disputed = figures.column("disputed")?.bool()?.iter();
    let mut quantities = values.zip(numbers("digits")?).zip(numbers("approx_id")?).zip(disputed);
    let mut reasons = numbers("missing_id")?;
    let mut ranks = numbers("rank")?.zip(numbers("last_rank")?).zip(numbers("rank_of")?);
    let mut agreed = HashMap::with_capacity(figures.height());
    for figure in numbers("figure")?.flatten() {
        let value = match quantities.next() {
            Some((_, Some(true))) => Observation::Conflict,
            Some((((Some(value), digits), approx), _)) => Observation::Known(quantity(value, digits, approx)),
            _ => Observation::Missing(Missing::NotFound),
        };
        let reason = reasons.next().flatten().and_then(super::missing);
        let value = match (value, reason) {
            (Observation::Missing(_), Some(reason)) => Observation::Missing(reason),
            (value, _) => value,
        };
        let rank = ranks
            .next()
            .map_or(PublishedRank::None, |((rank, last), of)| published(rank, last, of));
        agreed.insert(figure, (value, rank));
    }
    Ok(agreed)
}

fn published(rank: Option<u32>, last: Option<u32>, of: Option<u32>) -> PublishedRank {
    let small = |number: u32| u16::try_from(number).ok();
    match rank.and_then(small) {
        Some(_) if rank != last => PublishedRank::Conflict,
        Some(rank) => PublishedRank::Known {
            rank,
            of: of.and_then(small),
        },
        None => PublishedRank::None,
    }
}

/// Adds `step`, the unit of the last decimal, and `candidate`: exact values count; inexact ones if there are no others.
fn with_candidates(mut claims: DataFrame) -> PolarsResult<LazyFrame> {
    let digits = claims.column("digits")?.u32()?.iter();
    let steps = digits.map(|digits| step(quantity(0.0, digits, None).digits));
    let steps = Series::new("step".into(), steps.collect::<Vec<f64>>());
    claims.with_column(Column::from(steps))?;
    let given = col("value").is_not_null();
    let exact = given.clone().and(col("approx_id").is_null());
    let any_exact = exact.clone().cast(DataType::UInt32).max().over(["figure"])?.eq(lit(1));
    let candidate = exact.or(given.and(any_exact.not()));
    Ok(claims.lazy().with_column(candidate.alias("candidate")))
}

fn step(digits: u8) -> f64 {
    10f64.powi(-i32::from(digits))
}

/// Compares the candidates of each figure with the last of the most precise, and its ranks with one another.
fn by_figure(claims: LazyFrame) -> PolarsResult<LazyFrame> {
    let only = |condition: Expr, value: Expr| when(condition).then(value).otherwise(lit(NULL));
    let precision = only(col("candidate"), col("digits"));
    let most_precise = precision.clone().eq(precision.max().over(["figure"])?);
    let chosen = only(most_precise.fill_null(lit(false)), col("row"))
        .max()
        .over(["figure"])?;
    let claims = claims.with_column(col("row").eq(chosen).fill_null(lit(false)).alias("chosen"));
    let of_chosen = |name: &str| only(col("chosen"), col(name)).max();
    let claims = claims.with_columns([
        of_chosen("value").over(["figure"])?.alias("chosen_value"),
        of_chosen("step").over(["figure"])?.alias("chosen_step"),
    ]);
    // The order of operations is that of `Quantity::agrees`; ranges that only touch have no value in common.
    let difference = col("value") - col("chosen_value");
    let distance = when(difference.clone().lt(lit(0.0)))
        .then(lit(0.0) - difference.clone())
        .otherwise(difference);
    let tolerance = (col("step") + col("chosen_step")) * lit(0.5) * lit(1.0 - 1e-9);
    let disagrees = col("candidate").and(distance.lt(tolerance).not());
    let ranked = col("rank").is_not_null();
    let first = |condition: Expr, name: &str| {
        let row = only(condition.and(col(name).is_not_null()), col("row"));
        only(col("row").eq(row.clone().min()), col(name)).max()
    };
    Ok(claims
        .with_column(disagrees.alias("disagrees"))
        .group_by([col("figure")])
        .agg([
            of_chosen("value").alias("value"),
            of_chosen("digits").alias("digits"),
            of_chosen("approx_id").alias("approx_id"),
            col("disagrees")
                .cast(DataType::UInt32)
                .max()
                .eq(lit(1))
                .alias("disputed"),
            first(lit(true), "missing_id").alias("missing_id"),
            col("rank").min().alias("rank"),
            col("rank").max().alias("last_rank"),
            first(ranked, "rank_of").alias("rank_of"),
        ]))
}
