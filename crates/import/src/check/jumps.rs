//! Finds values whose change since the previous year is an outlier among the changes of all provinces.

use std::collections::BTreeMap;

use domain::{
    FigureKey, Kind, ProvinceId, Snapshot, TableKey,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    digits::agrees_with_published,
    findings::{Findings, claim_text, place_name},
    numbers::median,
    tables::{FileTable, Tables},
};

/// Minimum number of provinces in both years for estimating the usual change.
const MIN_PROVINCES: usize = 10;
/// Minimum distance of a change from the median one, in multiples of the spread (median of the distances from the
/// median). With eight, 22 of the published figures would raise alarms; with eleven, three, all of them in one part of
/// PAPI, whose provinces have had outliers before.
const MIN_SPREADS: f64 = 11.0;
/// Factor by which the furthest published change of the component must be exceeded: the next change may set a record.
const RECORD_MARGIN: f64 = 1.25;
/// Minimum change as a share of the scale.
const MIN_SHARE_OF_SCALE: f64 = 0.1;
/// Minimum change of counts, which have no scale: a factor of 3, as a logarithm.
const MIN_LOG_FACTOR: f64 = 1.098_612_288_668_109_8;

/// Compares each table with the latest earlier year under the same method, in the file or else in the edition.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    for table in &tables.0 {
        let Some(year) = table.key.year else { continue };
        let indicator = current.catalogue.indicator(table.key.indicator);
        let comparable = |before: i32| before < year && indicator.compare(before, year).verdict.comparable();
        let Some((before, old)) = year_before(reading, tables, current, table, comparable) else {
            continue;
        };
        let scale = indicator.scale(table.key.component, year).map(|(low, high)| high - low);
        let measure = match (indicator.kind, scale) {
            (Kind::Score, Some(width)) => Measure::Points(width * MIN_SHARE_OF_SCALE),
            (Kind::Score, None) => continue,
            _ => Measure::Factor,
        };
        let furthest = furthest(current, table.key, year, measure) * RECORD_MARGIN;
        let new = table.values(reading);
        let changes: Vec<(f64, usize, f64)> = new
            .iter()
            .filter_map(|(province, (value, at))| {
                let was = *old.get(province)?;
                Some((measure.change(was, *value)?, *at, was))
            })
            .collect();
        for (at, was) in far_out(&changes, measure.least(), furthest.max(MIN_SPREADS)) {
            // A figure that the edition already has is not reported, however large its change.
            let entry = &reading.entries[at];
            let zero_issues = [IssueKind::ZeroTotal, IssueKind::ZeroValue];
            if agrees_with_published(reading, current, at) || findings.has(&zero_issues, entry.at) {
                continue;
            }
            let digits = entry.claim.value.map_or(0, |value| value.digits);
            let args = vec![
                Arg::Number(was, digits),
                Arg::Year(before),
                place_name(current, &entry.key),
            ];
            findings.add(IssueKind::Jump, entry.at, &claim_text(&entry.claim), args);
        }
    }
}

type Values = BTreeMap<ProvinceId, f64>;

/// Returns the values of the latest comparable earlier year.
fn year_before(
    reading: &Reading,
    tables: &Tables,
    current: &Snapshot,
    table: &FileTable,
    comparable: impl Fn(i32) -> bool,
) -> Option<(i32, Values)> {
    let key = table.key;
    let same = |other: &&FileTable| {
        (other.key.indicator, other.key.component, other.key.basis) == (key.indicator, key.component, key.basis)
    };
    // Only yearly tables: figures for single days need not be comparable.
    let in_file = if key.as_of.is_none() { &tables.0[..] } else { &[] };
    let in_file = in_file
        .iter()
        .filter(same)
        .filter(|other| other.key.as_of.is_none())
        .filter_map(|other| Some((other.key.year.filter(|year| comparable(*year))?, other)))
        .max_by_key(|(year, _)| *year);
    let in_edition = current
        .tables(key.indicator, key.component)
        .filter(|other| other.key.basis == key.basis && !other.rows.is_empty() && comparable(other.key.year))
        .max_by_key(|other| other.key.year);
    match (in_file, in_edition) {
        (Some((year, other)), in_edition) if in_edition.is_none_or(|edition| edition.key.year <= year) => {
            let values = other.values(reading).into_iter();
            Some((year, values.map(|(province, (value, _))| (province, value)).collect()))
        }
        (_, Some(edition)) => Some((edition.key.year, edition_values(current, edition.key))),
        _ => None,
    }
}

fn edition_values(current: &Snapshot, key: TableKey) -> Values {
    let rows = current.table(key).map_or(&[][..], |table| &table.rows);
    rows.iter()
        .filter_map(|row| Some((row.province, current.figure(row.figure).value.value()?)))
        .collect()
}

/// The measure of change, with the smallest change to report.
#[derive(Clone, Copy)]
enum Measure {
    Points(f64),
    Factor,
}

impl Measure {
    fn change(self, was: f64, is: f64) -> Option<f64> {
        match self {
            Self::Points(_) => Some(is - was),
            Self::Factor => (was > 0.0 && is > 0.0).then(|| is.ln() - was.ln()),
        }
    }

    const fn least(self) -> f64 {
        match self {
            Self::Points(least) => least,
            Self::Factor => MIN_LOG_FACTOR,
        }
    }
}

/// Returns the furthest change between published years of a component, in spreads from the median change, without the
/// year of the file.
fn furthest(current: &Snapshot, key: FigureKey, year: i32, measure: Measure) -> f64 {
    let tables = current.tables(key.indicator, key.component);
    let tables = tables.filter(|table| table.key.basis == key.basis && table.key.year != year);
    let mut years: Vec<(i32, Values)> = tables
        .map(|table| (table.key.year, edition_values(current, table.key)))
        .collect();
    years.sort_by_key(|(year, _)| *year);
    // Years under other methods count too: the size of outliers depends on what is measured.
    let furthest = years.windows(2).filter_map(|pair| {
        let changes = pair[1].1.iter();
        let changes: Vec<f64> = changes
            .filter_map(|(province, is)| measure.change(*pair[0].1.get(province)?, *is))
            .collect();
        let (middle, spread) = usual(&changes)?;
        let off = changes.iter().map(|change| (change - middle).abs());
        let off = off.filter(|off| *off > measure.least()).fold(0.0, f64::max);
        (spread > 0.0).then_some(off / spread)
    });
    furthest.fold(0.0, f64::max)
}

/// Returns the median change and the usual distance from it; `None` if there are too few.
fn usual(changes: &[f64]) -> Option<(f64, f64)> {
    if changes.len() < MIN_PROVINCES {
        return None;
    }
    let middle = median(changes.to_vec());
    Some((
        middle,
        median(changes.iter().map(|change| (change - middle).abs()).collect()),
    ))
}

/// Returns the changes that are `spreads` from the median one and large themselves.
fn far_out(changes: &[(f64, usize, f64)], least: f64, spreads: f64) -> Vec<(usize, f64)> {
    let all: Vec<f64> = changes.iter().map(|(change, ..)| *change).collect();
    let Some((middle, spread)) = usual(&all) else {
        return Vec::new();
    };
    let odd = changes.iter().filter(|(change, ..)| {
        let off = (change - middle).abs();
        off > spreads * spread && off > least && change.abs() > least
    });
    odd.map(|(_, at, was)| (*at, *was)).collect()
}
