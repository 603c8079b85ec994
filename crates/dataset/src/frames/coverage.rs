//! How much of each table is known: expected units, values, absent units and whether the table is complete.

use domain::{Catalogue, Kind, RankPolicy};
use polars::prelude::{Column, DataFrame, NamedFrom as _, PolarsResult, Series};
use polars_lazy::prelude::{IntoLazy as _, JoinArgs, JoinType, LazyFrame, col, len, lit, when};

use super::{
    figures::names,
    keys::{Keys, NOT_FOUND, period, province_code},
    left_join,
    newest::Newest,
    select,
};

/// The tables with what they cover.
pub(super) struct Coverage {
    /// One row per table, in order: `rows`, `expected`, `with_value`, `complete`, `mixed`, `field` (the number of
    /// ranked units where the source states none), the rules of its indicator, and the keys `same_list` and
    /// `other_list` of the tables of the previous year.
    pub(super) tables: DataFrame,
    /// Units without a row, in alphabetical order within their `table`: `unit` and `absence`, the reason.
    pub(super) absent: DataFrame,
}

pub(super) fn coverage(catalogue: &Catalogue, keys: &Keys, newest: &Newest) -> PolarsResult<Coverage> {
    let tables = table_frame(
        catalogue,
        keys,
        newest.tables.column("table")?.u64()?.into_no_null_iter().collect(),
    )?;
    let existing = existing(catalogue, keys, &tables)?;
    let counted = counts(&tables, newest, &existing)?;
    let absent = absent(&counted, newest, existing)?;
    let unexplained = absent
        .clone()
        .lazy()
        .filter(col("absence").eq(lit(NOT_FOUND)))
        .group_by([col("table")])
        .agg([len().alias("unexplained")]);
    let complete = col("with_value")
        .gt(lit(0))
        .and(col("with_value").eq(col("rows")))
        .and(col("unexplained").eq(lit(0)))
        .and(col("mixed").not());
    let tables = left_join(counted.lazy(), unexplained, ["table"])
        .with_columns([
            col("unexplained").fill_null(lit(0)),
            (col("existing") + col("rows") - col("rows_existing")).alias("expected"),
            col("moments").gt(lit(1)).alias("mixed"),
        ])
        .with_column(complete.alias("complete"))
        .with_column(field().alias("field"))
        .collect()?;
    Ok(Coverage { tables, absent })
}

/// The number of ranked units where the source states none.
fn field() -> polars_lazy::prelude::Expr {
    let ranked = when(col("complete")).then(col("rows")).otherwise(col("expected"));
    let most = lit(u32::from(u16::MAX));
    when(ranked.clone().gt(most.clone())).then(most).otherwise(ranked)
}

/// Returns the frame of tables with the rules that apply to them.
fn table_frame(catalogue: &Catalogue, keys: &Keys, tables: Vec<u64>) -> PolarsResult<DataFrame> {
    let decoded: Vec<_> = tables.iter().map(|table| keys.decode(*table)).collect();
    let indicators = || decoded.iter().map(|key| catalogue.indicator(key.indicator));
    let flag = |name: &str, flags: Vec<bool>| Column::from(Series::new(name.into(), flags));
    let base = |at: usize| -> Vec<Option<u64>> {
        let base = |key: &domain::TableKey| keys.table(key.bases(key.year - 1)[at]);
        decoded.iter().map(base).collect()
    };
    let columns = vec![
        flag("ranked", indicators().map(|i| i.ranks != RankPolicy::None).collect()),
        flag(
            "computes",
            indicators()
                .map(|i| matches!(i.ranks, RankPolicy::PublishedOrComputed | RankPolicy::Groups))
                .collect(),
        ),
        flag("grouped", indicators().map(|i| i.ranks == RankPolicy::Groups).collect()),
        flag("scored", indicators().map(|i| i.kind == Kind::Score).collect()),
        Series::new("same_list".into(), base(0)).into(),
        Series::new("other_list".into(), base(1)).into(),
        Series::new(
            "period".into(),
            tables.iter().map(|table| period(*table)).collect::<Vec<_>>(),
        )
        .into(),
        Series::new("table".into(), tables).into(),
    ];
    DataFrame::new(decoded.len(), columns)
}

/// Returns the units that exist in each period, in alphabetical order: `period`, `unit`, `name` and `exists`.
fn existing(catalogue: &Catalogue, keys: &Keys, tables: &DataFrame) -> PolarsResult<DataFrame> {
    let names = names(catalogue);
    let mut periods: Vec<u64> = tables.column("period")?.u64()?.into_no_null_iter().collect();
    periods.sort_unstable();
    periods.dedup();
    let (mut period, mut unit, mut name) = (Vec::new(), Vec::new(), Vec::new());
    for key in periods {
        let table = keys.decode(key);
        for (id, _) in catalogue.provinces.existing(table.year, table.basis) {
            period.push(key);
            unit.push(province_code(id));
            name.push(names.get(usize::from(id.0)).copied().unwrap_or_default());
        }
    }
    let columns = vec![
        Series::new("exists".into(), vec![true; unit.len()]).into(),
        Series::new("period".into(), period).into(),
        Series::new("name".into(), name).into(),
        Series::new("unit".into(), unit).into(),
    ];
    DataFrame::new(columns.first().map_or(0, Column::len), columns)
}

/// Adds to the tables: `rows`, those of units that exist (`rows_existing`), `with_value`, the number of different
/// `moments`, and the number of `existing` units.
fn counts(tables: &DataFrame, newest: &Newest, existing: &DataFrame) -> PolarsResult<DataFrame> {
    let rows = select(&newest.rows, &["table", "period", "unit", "value", "moment"]);
    let counted = left_join(
        rows,
        select(existing, &["period", "unit", "exists"]),
        ["period", "unit"],
    )
    .group_by([col("table")])
    .agg([
        len().alias("rows"),
        col("exists").count().alias("rows_existing"),
        col("value").count().alias("with_value"),
        col("moment").n_unique().alias("moments"),
    ]);
    let units = existing
        .clone()
        .lazy()
        .group_by([col("period")])
        .agg([len().alias("existing")]);
    let tables = left_join(tables.clone().lazy(), counted, ["table"]);
    let counts = ["rows", "rows_existing", "with_value", "moments", "existing"];
    left_join(tables, units, ["period"])
        .with_columns(counts.map(|name| col(name).fill_null(lit(0))))
        .collect()
}

/// Returns the units without a row. Only tables that lack some are joined with all units of their period.
fn absent(tables: &DataFrame, newest: &Newest, existing: DataFrame) -> PolarsResult<DataFrame> {
    let on = ["table", "unit"].map(col);
    let lacking = tables
        .clone()
        .lazy()
        .filter(col("rows_existing").lt(col("existing")))
        .select([col("table"), col("period")]);
    let without_row: LazyFrame = lacking
        .join(
            existing.lazy(),
            [col("period")],
            [col("period")],
            JoinArgs::new(JoinType::Inner),
        )
        .join(
            select(&newest.rows, &["table", "unit"]),
            &on,
            &on,
            JoinArgs::new(JoinType::Anti),
        );
    left_join(without_row, newest.absences.clone().lazy(), ["table", "unit"])
        .with_column(col("absence").fill_null(lit(NOT_FOUND)))
        .sort(["table", "name", "unit"], Default::default())
        .select([col("table"), col("unit"), col("absence")])
        .collect()
}
