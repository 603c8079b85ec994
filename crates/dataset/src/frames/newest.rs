//! The figures that represent their year, by what they are in a table.

use polars::prelude::{DataFrame, PolarsResult, SortMultipleOptions};
use polars_lazy::prelude::{IntoLazy as _, col, lit};

use super::keys::{NATION, PROVINCES, REGIONS};

/// Figures by what they are in their tables.
pub(super) struct Newest {
    /// Provinces with a value or a rank, or with sources that disagree.
    pub(super) rows: DataFrame,
    /// Provinces with a reason for having neither: `table`, `unit`, `absence`.
    pub(super) absences: DataFrame,
    /// `table` and `at` of the country.
    pub(super) nation: DataFrame,
    /// `table`, `unit` and `at` of regions, in this order.
    pub(super) regions: DataFrame,
    /// The tables, in order.
    pub(super) tables: DataFrame,
}

/// Divides the figures. If there are several moments in one year, the first figure of the latest represents the year.
/// All are sorted by table from here on, so that windows over a table need no hashes.
pub(super) fn figures(all: DataFrame) -> PolarsResult<Newest> {
    let cell = ["table", "unit"];
    let differs = |name: &str| col(name).neq(col(name).shift(lit(1)));
    let newest = all
        .lazy()
        .sort(
            ["table", "unit", "day", "at"],
            SortMultipleOptions::default().with_order_descending_multi([false, false, true, false]),
        )
        .filter(differs("table").or(differs("unit")).fill_null(lit(true)))
        .collect()?;
    let part = |condition, columns: &[&str]| {
        let columns: Vec<_> = columns.iter().map(|name| col(*name)).collect();
        newest.clone().lazy().filter(condition).select(columns)
    };
    let province = || col("unit").gt_eq(lit(PROVINCES));
    let region = col("unit").gt_eq(lit(REGIONS)).and(province().not());
    Ok(Newest {
        rows: newest
            .clone()
            .lazy()
            .filter(province().and(col("absence").is_null()))
            .collect()?,
        absences: part(
            province().and(col("absence").is_not_null()),
            &["table", "unit", "absence"],
        )
        .collect()?,
        nation: part(col("unit").eq(lit(NATION)), &["table", "at"]).collect()?,
        regions: part(region, &["table", "unit", "at"])
            .sort(cell, Default::default())
            .collect()?,
        tables: newest
            .lazy()
            .select([col("table").unique()])
            .sort(["table"], Default::default())
            .collect()?,
    })
}
