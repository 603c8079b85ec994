//! Reads a regular file of figures as typed columns, resolves references by joins and checks all rows at once.
//!
//! Whatever is not as expected makes the result `None`: [`by_cell`](super::by_cell) then reads the file cell by cell
//! and reports each problem. Both accept the same files, except that only the latter reads unusual forms (cells with
//! spaces around them, other line ends).

use std::{io::Cursor, sync::Arc};

use domain::{Catalogue, FIGURE_COLUMNS, IndicatorId, Missing};
use polars::prelude::{
    Column, CsvReadOptions, DataFrame, DataType, Field, NamedFrom as _, PolarsResult, Schema, SerReader as _, Series,
};
use polars_lazy::prelude::{Expr, IntoLazy as _, JoinArgs, JoinType, LazyFrame, NULL, col, len, lit, when};

use super::{
    references::{Moments, References, components},
    shape,
};
use crate::{
    cells::plain_number,
    export::decimals,
    frames::{left_join, select},
};

/// Columns of numbers with decimals. They are read as texts: how many decimals a source gives is part of the figure.
const NUMBERS: [&str; 5] = ["value", "of", "low", "high", "se"];

/// The rows of a file without problems.
pub(super) struct Rows {
    /// The columns of the file, with numbers as numbers, and: `row`, `component_id`, `unit`, `source_id`, `moment_id`,
    /// `approx_id` and `missing_id` (the codes of these columns), `digits` (of `value`).
    pub(super) frame: DataFrame,
    pub(super) moments: Moments,
}

/// Reads and checks a file. `None` if there is any problem.
pub(super) fn rows(
    bytes: &[u8],
    catalogue: &Catalogue,
    id: IndicatorId,
    references: &References,
) -> PolarsResult<Option<Rows>> {
    let Some(frame) = scan(bytes)? else {
        return Ok(None);
    };
    let Some(frame) = with_numbers(frame)? else {
        return Ok(None);
    };
    let Some(moments) = Moments::new(frame.column("as_of")?.str()?)? else {
        return Ok(None);
    };
    let codes = codes(&frame, components(catalogue.indicator(id))?, references, &moments)?;
    let frame = frame.hstack(codes.columns())?;
    let years = allowed_years(catalogue, id, &frame)?;
    Ok((wrong_rows(&frame, years)? == 0).then_some(Rows { frame, moments }))
}

/// Returns the codes of the names in each row, null for unknown ones. Only the names are joined, not the whole rows.
fn codes(
    frame: &DataFrame,
    components: DataFrame,
    references: &References,
    moments: &Moments,
) -> PolarsResult<DataFrame> {
    let names = select(
        frame,
        &["component", "province", "source", "as_of", "approx", "missing"],
    );
    let names = left_join(names, components.lazy(), ["component"]);
    let names = left_join(names, references.places.clone().lazy(), ["province"]);
    let names = left_join(names, references.sources.clone().lazy(), ["source"]);
    left_join(names, moments.frame.clone().lazy(), ["as_of"])
        .select([
            col("component_id"),
            col("unit"),
            col("source_id"),
            col("moment_id"),
            code("approx", &super::APPROX.map(|(name, _)| name)).alias("approx_id"),
            code("missing", &Missing::GIVEN.map(Missing::code)).alias("missing_id"),
        ])
        .with_row_index("row", None)
        .collect()
}

/// Parses the file once, if it is a regular table. Years and ranks are whole numbers.
fn scan(bytes: &[u8]) -> PolarsResult<Option<DataFrame>> {
    let Some(rows) = shape::rows(bytes, &FIGURE_COLUMNS) else {
        return Ok(None);
    };
    let fields = FIGURE_COLUMNS.map(|name| {
        let kind = match name {
            "year" => DataType::Int32,
            "rank" | "rank_of" => DataType::UInt32,
            _ => DataType::String,
        };
        Field::new(name.into(), kind)
    });
    let options = CsvReadOptions::default()
        .with_has_header(true)
        .with_schema(Some(Arc::new(Schema::from_iter(fields))));
    let frame = options.into_reader_with_file_handle(Cursor::new(bytes)).finish()?;
    Ok((frame.height() == rows).then_some(frame))
}

/// Casts the columns of numbers and adds `digits`. `None` if a cell is not a plain number.
fn with_numbers(mut frame: DataFrame) -> PolarsResult<Option<DataFrame>> {
    let values = frame.column("value")?.str()?.iter();
    let digits: Vec<u32> = values
        .map(|text| text.map_or(0, |text| u32::from(u8::try_from(decimals(text)).unwrap_or(u8::MAX))))
        .collect();
    for name in NUMBERS {
        let mut numbers = Vec::with_capacity(frame.height());
        for text in frame.column(name)?.str()?.iter() {
            let number = text.map(plain_number);
            if number == Some(None) {
                return Ok(None);
            }
            numbers.push(number.flatten());
        }
        frame.with_column(Column::from(Series::new(name.into(), numbers)))?;
    }
    frame.with_column(Column::from(Series::new("digits".into(), digits)))?;
    Ok(Some(frame))
}

/// The position of a text in a list of names; null if it is not one of them.
fn code(column: &str, names: &[&str]) -> Expr {
    let none = lit(NULL).cast(DataType::UInt32);
    (0u32..).zip(names).fold(none, |otherwise, (id, name)| {
        when(col(column).eq(lit((*name).to_owned())))
            .then(lit(id))
            .otherwise(otherwise)
    })
}

/// Returns for each component and year of the file whether there are figures (`allowed`), and the lowest and highest
/// possible value (`min`, `max`).
fn allowed_years(catalogue: &Catalogue, id: IndicatorId, frame: &DataFrame) -> PolarsResult<LazyFrame> {
    let indicator = catalogue.indicator(id);
    let pairs = frame
        .clone()
        .lazy()
        .filter(col("component_id").is_not_null())
        .group_by([col("component_id"), col("year")])
        .agg([len().alias("rows")])
        .collect()?;
    let (mut allowed, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    let components = pairs.column("component_id")?.u32()?;
    for (component, year) in components.iter().zip(pairs.column("year")?.i32()?.iter()) {
        let component = super::component_id(component);
        let exists = |year| indicator.method(year).is_some() && indicator.component(component).exists_in(year);
        let scale = indicator.scale(component, year.unwrap_or(0));
        allowed.push(year.is_none_or(exists));
        low.push(scale.map(|(min, _)| min));
        high.push(scale.map(|(_, max)| max));
    }
    let scales = [
        Column::from(Series::new("allowed".into(), allowed)),
        Series::new("min".into(), low).into(),
        Series::new("max".into(), high).into(),
    ];
    let mut pairs = pairs;
    for column in scales {
        pairs.with_column(column)?;
    }
    Ok(pairs
        .lazy()
        .select(["component_id", "year", "allowed", "min", "max"].map(col)))
}

/// Returns the number of rows that break a rule. Comparisons with nulls are null, which breaks none.
fn wrong_rows(frame: &DataFrame, years: LazyFrame) -> PolarsResult<usize> {
    let given = |name: &str| col(name).is_not_null();
    let absent = |name: &str| col(name).is_null();
    let above = |name: &str, most: &str| col(name).gt(col(most));
    let most = || lit(u32::from(u16::MAX));
    let rules = [
        absent("component_id"),
        absent("unit"),
        absent("source_id"),
        col("allowed").not(),
        above("min", "value"),
        above("value", "max"),
        given("approx").and(absent("approx_id")),
        given("missing").and(absent("missing_id")),
        absent("value")
            .and(absent("rank"))
            .and(absent("tier"))
            .and(absent("missing")),
        above("rank", "rank_of"),
        col("rank").eq(lit(0)).and(given("rank_of")),
        col("rank").gt(most()).or(col("rank_of").gt(most())),
        above("value", "of"),
        above("low", "high"),
        given("note_vi").neq(given("note_en")),
    ];
    let wrong = rules
        .into_iter()
        .fold(lit(false), |wrong, rule| wrong.or(rule.fill_null(lit(false))));
    let mut args = JoinArgs::new(JoinType::Left);
    args.nulls_equal = true;
    let on = ["component_id", "year"].map(col);
    let rows = frame.clone().lazy().join(years, &on, &on, args).filter(wrong);
    Ok(rows.select([col("row")]).collect()?.height())
}
