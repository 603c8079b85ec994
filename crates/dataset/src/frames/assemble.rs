//! Turns the frames into the tables of the domain.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use domain::{Catalogue, Change, Figure, IndicatorId, Rank, RankOrigin, Row, Rows, Standing, Table, TableKey, Verdict};
use polars::prelude::{DataFrame, PolarsResult};

use super::{
    coverage::Coverage,
    keys::{Keys, basis, province, reason, region},
    newest::Newest,
};

/// The frames of an edition.
pub(super) struct Parts<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) figures: &'a [Figure],
    pub(super) keys: &'a Keys,
    pub(super) coverage: &'a Coverage,
    pub(super) newest: &'a Newest,
    /// All rows, in the order of their tables.
    pub(super) rows: &'a DataFrame,
    /// Tables in which a rank contradicts a value.
    pub(super) contradictory: DataFrame,
}

impl Parts<'_> {
    pub(super) fn tables(&self) -> PolarsResult<Vec<Table>> {
        let tables = &self.coverage.tables;
        let keys = longs(tables, "table")?;
        let counts = numbers(tables, "rows")?;
        let (expected, with_value) = (numbers(tables, "expected")?, numbers(tables, "with_value")?);
        let (complete, mixed) = (flags(tables, "complete")?, flags(tables, "mixed")?);
        let contradictory: HashSet<u64> = longs(&self.contradictory, "table")?.into_iter().collect();
        let nations: HashMap<u64, u32> = longs(&self.newest.nation, "table")?
            .into_iter()
            .zip(numbers(&self.newest.nation, "at")?)
            .collect();
        let mut regions = Slices::new(&self.newest.regions)?;
        let region_codes = numbers(&self.newest.regions, "unit")?;
        let region_figures = numbers(&self.newest.regions, "at")?;
        let mut absences = Slices::new(&self.coverage.absent)?;
        let absent_units = numbers(&self.coverage.absent, "unit")?;
        let reasons = numbers(&self.coverage.absent, "absence")?;
        let mut rows = self.rows()?.into_iter();
        let mut result = Vec::with_capacity(keys.len());
        for (at, table) in keys.into_iter().enumerate() {
            let mut table_of = Table {
                key: self.keys.decode(table),
                rows: Rows::new(rows.by_ref().take(index(counts[at])).collect()),
                absent: absences
                    .of(table)
                    .map(|at| (province(absent_units[at]), reason(reasons[at])))
                    .collect(),
                nation: nations.get(&table).map(|at| index(*at)),
                regions: regions
                    .of(table)
                    .map(|at| (region(region_codes[at]), index(region_figures[at])))
                    .collect(),
                expected: index(expected[at]),
                with_value: index(with_value[at]),
                complete: complete[at],
                mixed: mixed[at],
                contradicted: Vec::new(),
            };
            if contradictory.contains(&table) {
                table_of.contradicted = table_of.contradictions(self.catalogue, self.figures);
            }
            result.push(table_of);
        }
        Ok(result)
    }

    /// Returns the rows of all tables, with their changes.
    fn rows(&self) -> PolarsResult<Vec<Row>> {
        let tables = longs(self.rows, "table")?;
        let units = numbers(self.rows, "unit")?;
        let figures = numbers(self.rows, "at")?;
        let ranks = self.ranks()?;
        let groups = self.rows.column("group")?.u32()?;
        let bases = self.rows.column("base")?.u32()?;
        let standing = |at: usize| {
            let figure = &self.figures[index(figures[at])];
            Standing {
                value: figure.value,
                published: figure.rank,
                rank: ranks[at],
            }
        };
        let mut verdicts = Verdicts::new(self.catalogue);
        let mut rows = Vec::with_capacity(tables.len());
        for (at, (group, base)) in groups.iter().zip(bases.iter()).enumerate() {
            let key = self.keys.decode(tables[at]);
            let base = base.map(index);
            let same_units = base.is_none_or(|base| basis(tables[base]) == key.basis);
            let from = key.year - 1;
            rows.push(Row {
                province: province(units[at]),
                figure: index(figures[at]),
                rank: ranks[at],
                group: group.and_then(|group| u8::try_from(group).ok()),
                change: Change::between(
                    from,
                    verdicts.since(from, key),
                    same_units,
                    base.map(standing),
                    standing(at),
                ),
            });
        }
        Ok(rows)
    }

    fn ranks(&self) -> PolarsResult<Vec<Option<Rank>>> {
        let places = self.rows.column("place")?.u32()?.iter();
        let fields = self.rows.column("of")?.u32()?.iter();
        let computed = flags(self.rows, "computed")?;
        let ranks = places.zip(fields).zip(computed).map(|((place, of), computed)| {
            Some(Rank {
                place: u16::try_from(place?).unwrap_or(u16::MAX),
                of: u16::try_from(of?).unwrap_or(u16::MAX),
                origin: if computed {
                    RankOrigin::Computed
                } else {
                    RankOrigin::Published
                },
            })
        });
        Ok(ranks.collect())
    }
}

/// The verdicts on pairs of years, each looked up once.
struct Verdicts<'a> {
    catalogue: &'a Catalogue,
    known: HashMap<(IndicatorId, i32), Verdict>,
}

impl<'a> Verdicts<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            known: HashMap::new(),
        }
    }

    fn since(&mut self, from: i32, key: TableKey) -> Verdict {
        let catalogue = self.catalogue;
        let verdict = || catalogue.indicator(key.indicator).compare(from, key.year).verdict;
        *self.known.entry((key.indicator, key.year)).or_insert_with(verdict)
    }
}

/// Consecutive rows of a frame that is sorted by its column `table`.
struct Slices {
    tables: Vec<u64>,
    next: usize,
}

impl Slices {
    fn new(frame: &DataFrame) -> PolarsResult<Self> {
        Ok(Self {
            tables: longs(frame, "table")?,
            next: 0,
        })
    }

    /// Returns the rows of a table. Tables must be asked for in order.
    fn of(&mut self, table: u64) -> Range<usize> {
        let from = self.next;
        let length = self.tables[from..].iter().take_while(|other| **other == table).count();
        self.next += length;
        from..self.next
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn longs(frame: &DataFrame, column: &str) -> PolarsResult<Vec<u64>> {
    Ok(frame.column(column)?.u64()?.into_no_null_iter().collect())
}

fn numbers(frame: &DataFrame, column: &str) -> PolarsResult<Vec<u32>> {
    Ok(frame.column(column)?.u32()?.into_no_null_iter().collect())
}

fn flags(frame: &DataFrame, column: &str) -> PolarsResult<Vec<bool>> {
    Ok(frame
        .column(column)?
        .bool()?
        .iter()
        .map(|flag| flag == Some(true))
        .collect())
}
