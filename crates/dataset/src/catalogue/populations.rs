//! `catalogue/populations.csv`, where there is one: people of the provinces, with sources. Only the
//! yearly averages weigh anything; other series are checked and kept apart.

use std::collections::HashMap;

use domain::{Date, Place, Population, Provinces, SourceId};

use crate::{
    cells::whole,
    files::Files,
    problem::Problems,
    sheet::{Line, Sheet},
};

const FILE: &str = "catalogue/populations.csv";
const HEAD: [&str; 6] = ["province", "year", "population", "source", "series", "origin"];

/// Years that a census or an estimate of the provinces can be of.
const YEARS: std::ops::RangeInclusive<i32> = 1976..=2100;

/// Two copies of a number in thousands may round to one decimal and to two.
const ROUNDING: u32 = 50;

/// Which way of counting a row belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Series {
    /// The statistics office's average population of a year.
    Average,
    /// The same before its revision.
    Older,
    /// The count of a resolution on units, not comparable with the averages.
    Administrative,
    /// A copy of the averages that gives another number than the one used.
    Differing,
}

impl Series {
    const NAMES: [(&str, Self); 4] = [
        ("average", Self::Average),
        ("older", Self::Older),
        ("administrative", Self::Administrative),
        ("differing", Self::Differing),
    ];
}

/// One row, checked.
struct Entry {
    place: Place,
    year: i32,
    people: u32,
    source: SourceId,
    series: Series,
}

/// Reads the file and returns the average populations of provinces, one per province and year.
/// `None` of them without the file: no indication is computed then.
pub(crate) fn read(
    files: &Files,
    provinces: &Provinces,
    sources: &HashMap<&str, SourceId>,
    problems: &mut Problems,
) -> Vec<Population> {
    if files.get(FILE).is_none() {
        return Vec::new();
    }
    let Some(sheet) = Sheet::read(files, FILE, &HEAD, problems) else {
        return Vec::new();
    };
    let mut known: HashMap<(Place, i32, Series), Vec<(SourceId, u32)>> = HashMap::new();
    let mut weights = Vec::new();
    for row in sheet.rows() {
        let Some(one) = entry(row, provinces, sources, problems) else {
            continue;
        };
        let others = known.entry((one.place, one.year, one.series)).or_default();
        check_others(row, &one, others, problems);
        if others.is_empty()
            && one.series == Series::Average
            && let Place::Province(province) = one.place
        {
            weights.push(Population {
                province,
                year: one.year,
                people: one.people,
                source: one.source,
            });
        }
        others.push((one.source, one.people));
    }
    weights
}

/// Several sources of one number must agree, and each gives it once.
fn check_others(row: Line<'_, '_>, one: &Entry, others: &[(SourceId, u32)], problems: &mut Problems) {
    if others.iter().any(|(source, _)| *source == one.source) {
        let found = format!("`{}` {} a second time", row.get("province"), one.year);
        problems.add(
            &row.at("year"),
            found,
            "one population per province, year, series and source",
            "keep one of the rows",
        );
    } else if let Some((_, people)) = others.iter().find(|(_, people)| people.abs_diff(one.people) > ROUNDING) {
        problems.add(
            &row.at("population"),
            format!("`{}` where another source gives {people}", one.people),
            "the same number from every source of a series",
            "keep the better source, or put the row into a series of its own",
        );
    }
}

fn entry(
    row: Line<'_, '_>,
    provinces: &Provinces,
    sources: &HashMap<&str, SourceId>,
    problems: &mut Problems,
) -> Option<Entry> {
    let place = place(row, provinces, problems);
    let year = number::<i32>(row, "year", "a year such as 2019", problems);
    let people = number::<u32>(row, "population", "a number of people", problems);
    if people == Some(0) {
        problems.add(
            &row.at("population"),
            "`0`",
            "a number of people",
            "write how many live there",
        );
    }
    let slug = row.get("source");
    let source = sources.get(slug).copied();
    if source.is_none() {
        problems.add(
            &row.at("source"),
            format!("`{slug}`"),
            "a source of sources.csv",
            "add the source there; no population is used without one",
        );
    }
    let series = series(row, problems);
    let (place, year) = (place?, year?);
    let existed = match place {
        Place::Nation | Place::Region(_) => true,
        Place::Province(id) => {
            let about = provinces.get(id);
            Date::new(year, 1, 1).is_some_and(|from| {
                about.from.is_none_or(|first| first <= Date::year_end(year)) && about.to.is_none_or(|last| from <= last)
            })
        }
    };
    if !YEARS.contains(&year) || !existed {
        problems.add(
            &row.at("year"),
            format!("`{year}`"),
            "a year in which the unit existed",
            "correct the year, or name the unit of that time",
        );
    }
    Some(Entry {
        place,
        year,
        people: people?,
        source: source?,
        series: series?,
    })
}

fn series(row: Line<'_, '_>, problems: &mut Problems) -> Option<Series> {
    let name = row.get("series");
    let found = Series::NAMES.iter().find(|(known, _)| *known == name);
    if found.is_none() {
        problems.add(
            &row.at("series"),
            format!("`{name}`"),
            "average, older, administrative or differing",
            "say which way of counting it is; only average is used for weights",
        );
    }
    found.map(|(_, series)| *series)
}

fn place(row: Line<'_, '_>, provinces: &Provinces, problems: &mut Problems) -> Option<Place> {
    let slug = row.get("province");
    let found = provinces.place(slug);
    if found.is_none() {
        problems.add(
            &row.at("province"),
            format!("`{slug}`"),
            "a unit of provinces.csv, `vn`, or `region:` and a region of regions.csv",
            "correct the name, or add it there",
        );
    }
    found
}

/// A whole number that must be there.
fn number<T: std::str::FromStr>(
    row: Line<'_, '_>,
    field: &'static str,
    expected: &str,
    problems: &mut Problems,
) -> Option<T> {
    if row.get(field).is_empty() {
        problems.add(&row.at(field), "nothing", expected, "write it in digits");
        return None;
    }
    whole(row, field, problems)
}
