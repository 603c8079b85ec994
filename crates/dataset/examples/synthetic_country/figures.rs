//! Files of figures: a row of the publisher for each, and of the press for some.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

use crate::{
    Options, Points, Random, Result,
    indicators::{Component, Indicator},
    sources,
    units::Unit,
};

/// One part in this number has no value, for the reason that it was not published.
const MISSING: u32 = 400;
/// One figure in this number is repeated by the press.
const REPEATED: u32 = 50;
/// One figure in this number is contradicted by the press.
const CONTRADICTED: u32 = 1500;

const HEADER: &str = "component,province,year,as_of,value,of,rank,rank_of,tier,approx,low,high,se,missing,source,origin,\
                      note_vi,note_en";
const NOTE: &str = "Nguồn giả lập nêu số khác,The synthetic source states another number";

/// Writes the figures of an indicator and returns the number of rows.
pub(super) fn write(path: &Path, options: &Options, indicator: &Indicator, units: &[Unit]) -> Result<usize> {
    let mut rows = Rows {
        file: BufWriter::new(File::create(path)?),
        count: 0,
    };
    writeln!(rows.file, "{HEADER}")?;
    for year in options.years() {
        let values: Vec<Vec<Points>> = units.iter().map(|unit| indicator.values(unit.number, year)).collect();
        let ranks = ranks(values.iter().map(|values| values[0].0));
        for ((unit, values), rank) in units.iter().zip(&values).zip(&ranks) {
            let subject = Subject { indicator, unit, year };
            let mut headline = format!("{rank},{}", units.len());
            for (component, value) in indicator.components.iter().zip(values) {
                rows.figure(&subject, component, *value, &headline)?;
                // Only the headline has ranks.
                ",".clone_into(&mut headline);
            }
        }
    }
    rows.file.flush()?;
    Ok(rows.count)
}

/// Returns the ranks of values, the highest first; equal values share a rank.
fn ranks(values: impl Iterator<Item = u32>) -> Vec<usize> {
    let values: Vec<u32> = values.collect();
    let mut sorted = values.clone();
    sorted.sort_unstable();
    let ahead = |value: &u32| sorted.len() - sorted.partition_point(|other| other <= value);
    values.iter().map(|value| ahead(value) + 1).collect()
}

/// What the figures of all components have in common.
struct Subject<'a> {
    indicator: &'a Indicator,
    unit: &'a Unit,
    year: u32,
}

struct Rows {
    file: BufWriter<File>,
    count: usize,
}

impl Rows {
    /// Writes the rows of a figure; `rank` has the cells of rank and number of ranked units.
    fn figure(&mut self, subject: &Subject<'_>, component: &Component, value: Points, rank: &str) -> Result<()> {
        let Subject { indicator, unit, year } = subject;
        let start = format!("{},{},{year},", component.id, unit.slug);
        let row = |value: Points, source: &str| format!("{start},{value},,{rank},,,,,,,{source}");
        let publisher = sources::publisher(indicator.number, *year);
        let mut random = Random::new(&[3, indicator.number, component.number, unit.number, *year]);
        if !component.has_parts && random.below(MISSING) == 0 {
            return self.row(&format!("{start},,,,,,,,,,not_published,{publisher}"), ",");
        }
        self.row(&row(value, &publisher), ",")?;
        let press = sources::press(&unit.province);
        if random.below(CONTRADICTED) == 0 {
            let differing = Points(value.0.saturating_sub(1));
            self.row(&row(differing, &press), NOTE)?;
        } else if random.below(REPEATED) == 0 {
            self.row(&row(value, &press), ",")?;
        }
        Ok(())
    }

    /// Writes a row: the cells up to the source, where it is from, and the cells of the note.
    fn row(&mut self, start: &str, note: &str) -> Result<()> {
        self.count += 1;
        writeln!(self.file, "{start},gia-lap.csv:{},{note}", self.count)?;
        Ok(())
    }
}
