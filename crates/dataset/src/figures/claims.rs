//! Groups the claims of a file into figures, and finds what the sources of each agree on.

use domain::{
    Catalogue, Claim, Figure, FigureKey, IndicatorId, Interval, Place, ProvinceList, Quantity, SourceId, Text,
    ValueOrigin,
};
use polars::prelude::{Column, DataFrame, NamedFrom as _, PolarsResult, Series};
use polars_lazy::prelude::{IntoLazy as _, col, len, lit};

use super::{agreed, references::Moments, typed::Rows};
use crate::frames::place_of;

/// Returns the figures of a file, in the order of their first rows. `None` if a text has spaces around it, which the
/// other way of reading removes.
pub(super) fn figures(rows: &Rows, catalogue: &Catalogue, id: IndicatorId) -> PolarsResult<Option<Vec<Figure>>> {
    let bases = bases(rows, catalogue)?;
    let groups = groups(&rows.frame, &bases)?;
    let agreed = agreed::agreed(&rows.frame, &groups)?;
    let first_rows: Vec<Option<u32>> = groups.column("figure")?.u32()?.iter().collect();
    let mut positions: Vec<u32> = vec![0; first_rows.len()];
    let mut figures: Vec<Figure> = Vec::with_capacity(first_rows.len());
    let mut claims = Claims::new(rows)?;
    for (row, ((at, first), basis)) in (0u32..).zip((0usize..).zip(&first_rows).zip(bases)) {
        let Some((key, claim)) = claims.next(id, basis) else {
            return Ok(None);
        };
        let first = first.unwrap_or(row);
        if first == row {
            positions[at] = u32::try_from(figures.len()).unwrap_or(u32::MAX);
            figures.push(match agreed.get(&row) {
                Some((value, rank)) => Figure {
                    key,
                    value: *value,
                    origin: ValueOrigin::Published,
                    rank: *rank,
                    claims: vec![claim],
                    decision: None,
                },
                None => Figure::new(key, vec![claim]),
            });
        } else if let Some(position) = usize::try_from(first).ok().and_then(|at| positions.get(at))
            && let Some(figure) = usize::try_from(*position).ok().and_then(|at| figures.get_mut(at))
        {
            figure.claims.push(claim);
        }
    }
    Ok(Some(figures))
}

/// Returns the province list of each row.
fn bases(rows: &Rows, catalogue: &Catalogue) -> PolarsResult<Vec<ProvinceList>> {
    let units = rows.frame.column("unit")?.u32()?.iter();
    let years = rows.frame.column("year")?.i32()?.iter();
    let moments = rows.frame.column("moment_id")?.u32()?.iter();
    let fields = rows.frame.column("rank_of")?.u32()?.iter();
    let bases = units
        .zip(years)
        .zip(moments.zip(fields))
        .map(|((unit, year), (moment, field))| {
            let moment = moment.and_then(|id| rows.moments.get(id));
            let field = field.and_then(|field| u16::try_from(field).ok());
            catalogue
                .provinces
                .basis(place_of(unit.unwrap_or_default()), year, moment, field)
        });
    Ok(bases.collect())
}

/// Returns for each row the first row with the same key (`figure`) and the number of these (`claims`).
fn groups(frame: &DataFrame, bases: &[ProvinceList]) -> PolarsResult<DataFrame> {
    let since_2025: Vec<bool> = bases.iter().map(|basis| *basis == ProvinceList::Since2025).collect();
    let mut keys = frame.select(["row", "component_id", "unit", "year", "moment_id"])?;
    keys.with_column(Column::from(Series::new("since_2025".into(), since_2025)))?;
    let key = ["component_id", "unit", "year", "moment_id", "since_2025"];
    keys.lazy()
        .with_column(col("moment_id").fill_null(lit(0)))
        .select([
            col("row"),
            col("row").min().over(key)?.alias("figure"),
            len().over(key)?.alias("claims"),
        ])
        .collect()
}

/// The claims of a file, row by row.
struct Claims<'a> {
    moments: &'a Moments,
    texts: [Cells<'a, &'a str>; 4],
    numbers: [Cells<'a, f64>; 5],
    codes: [Cells<'a, u32>; 9],
    years: Cells<'a, i32>,
}

type Cells<'a, T> = Box<dyn Iterator<Item = Option<T>> + 'a>;

impl<'a> Claims<'a> {
    fn new(rows: &'a Rows) -> PolarsResult<Self> {
        let text = |name| -> PolarsResult<Cells<'a, &'a str>> { Ok(Box::new(rows.frame.column(name)?.str()?.iter())) };
        let number = |name| -> PolarsResult<Cells<'a, f64>> { Ok(Box::new(rows.frame.column(name)?.f64()?.iter())) };
        let code = |name| -> PolarsResult<Cells<'a, u32>> { Ok(Box::new(rows.frame.column(name)?.u32()?.iter())) };
        Ok(Self {
            moments: &rows.moments,
            texts: [text("tier")?, text("origin")?, text("note_vi")?, text("note_en")?],
            numbers: [
                number("value")?,
                number("of")?,
                number("low")?,
                number("high")?,
                number("se")?,
            ],
            codes: [
                code("component_id")?,
                code("unit")?,
                code("source_id")?,
                code("moment_id")?,
                code("approx_id")?,
                code("missing_id")?,
                code("digits")?,
                code("rank")?,
                code("rank_of")?,
            ],
            years: Box::new(rows.frame.column("year")?.i32()?.iter()),
        })
    }

    /// Returns the key and the claim of the next row. `None` at the end, or if a text has spaces around it.
    fn next(&mut self, indicator: IndicatorId, basis: ProvinceList) -> Option<(FigureKey, Claim)> {
        let texts = self.texts.each_mut().map(|cells| cells.next().flatten());
        if texts
            .iter()
            .flatten()
            .any(|text| text.is_empty() || text.trim().len() != text.len())
        {
            return None;
        }
        let [tier, origin, note_vi, note_en] = texts;
        let [value, of, low, high, standard_error] = self.numbers.each_mut().map(|cells| cells.next().flatten());
        let codes = self.codes.each_mut().map(|cells| cells.next().flatten());
        let [component, unit, source, moment, approx, missing, digits, rank, rank_of] = codes;
        let key = FigureKey {
            indicator,
            component: super::component_id(component),
            place: unit.map_or(Place::Nation, place_of),
            basis,
            year: self.years.next().flatten(),
            as_of: moment.and_then(|id| self.moments.get(id)),
        };
        let small = |number: Option<u32>| number.and_then(|number| u16::try_from(number).ok());
        let claim = Claim {
            value: value.map(|value| quantity(value, digits, approx)),
            of,
            rank: small(rank),
            rank_of: small(rank_of),
            tier: tier.map(domain::tidy),
            interval: low.zip(high).map(|(low, high)| Interval {
                low,
                high,
                standard_error,
            }),
            missing: missing.and_then(super::missing),
            source: SourceId(small(source)?),
            origin: origin.unwrap_or_default().to_owned(),
            note: note_vi
                .zip(note_en)
                .map(|(vi, en)| Text::new(domain::tidy(vi), domain::tidy(en))),
        };
        Some((key, claim))
    }
}

/// Returns a number with its decimals and qualification, from the columns of these names.
pub(super) fn quantity(value: f64, digits: Option<u32>, approx: Option<u32>) -> Quantity {
    Quantity {
        value,
        digits: digits.and_then(|digits| u8::try_from(digits).ok()).unwrap_or(u8::MAX),
        approx: approx.and_then(super::approx),
    }
}
