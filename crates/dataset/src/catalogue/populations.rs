//! Reads the optional `catalogue/populations.csv`: populations of the provinces, with sources. Only the annual
//! averages are used as weights; other series are validated but not used.

use std::collections::HashMap;

use domain::{Date, Place, Population, Provinces, SourceId};

use crate::{
    cells::integer,
    files::Files,
    problem::Problems,
    sheet::{Row, Sheet},
};

const FILE: &str = "catalogue/populations.csv";
const HEADER: [&str; 6] = ["province", "year", "population", "source", "series", "origin"];

/// Years that a census or estimate can refer to.
const YEARS: std::ops::RangeInclusive<i32> = 1976..=2100;

/// Tolerance in persons: two copies of a number in thousands may be rounded to one or two decimals.
const ROUNDING: u32 = 50;

/// The counting method that a row belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Series {
    /// The statistics office's average population of a year.
    Average,
    /// The same before its revision.
    Older,
    /// The count of a resolution on administrative units, not comparable with the averages.
    Administrative,
    /// A copy of the averages whose number differs from the one used.
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

/// A validated row.
struct Entry {
    place: Place,
    year: i32,
    people: u32,
    source: SourceId,
    series: Series,
}

/// Reads the file and returns the average populations of provinces, one per province and year. Empty without the file;
/// indicative values of merged provinces are not computed then.
pub(crate) fn read(
    files: &Files,
    provinces: &Provinces,
    sources: &HashMap<&str, SourceId>,
    problems: &mut Problems,
) -> Vec<Population> {
    if files.get(FILE).is_none() {
        return Vec::new();
    }
    let Some(sheet) = Sheet::read(files, FILE, &HEADER, problems) else {
        return Vec::new();
    };
    let mut claims: HashMap<(Place, i32, Series), Vec<(SourceId, u32)>> = HashMap::new();
    let mut weights = Vec::new();
    for row in sheet.rows() {
        let Some(entry) = read_entry(row, provinces, sources, problems) else {
            continue;
        };
        let others = claims.entry((entry.place, entry.year, entry.series)).or_default();
        check_others(row, &entry, others, problems);
        if others.is_empty()
            && entry.series == Series::Average
            && let Place::Province(province) = entry.place
        {
            weights.push(Population {
                province,
                year: entry.year,
                people: entry.people,
                source: entry.source,
            });
        }
        others.push((entry.source, entry.people));
    }
    weights
}

/// Checks that several sources of one number agree and that each states it once.
fn check_others(row: Row<'_, '_>, entry: &Entry, others: &[(SourceId, u32)], problems: &mut Problems) {
    if others.iter().any(|(source, _)| *source == entry.source) {
        let found = format!("`{}` {} a second time", row.get("province"), entry.year);
        problems.add(
            &row.location("year"),
            found,
            "one population per province, year, series and source",
            "keep one of the rows",
        );
    } else if let Some((_, people)) = others
        .iter()
        .find(|(_, people)| people.abs_diff(entry.people) > ROUNDING)
    {
        problems.add(
            &row.location("population"),
            format!("`{}` where another source gives {people}", entry.people),
            "the same number from every source of a series",
            "keep the better source, or move the row to another series",
        );
    }
}

fn read_entry(
    row: Row<'_, '_>,
    provinces: &Provinces,
    sources: &HashMap<&str, SourceId>,
    problems: &mut Problems,
) -> Option<Entry> {
    let place = place(row, provinces, problems);
    let year = number::<i32>(row, "year", "a year such as 2019", problems);
    let people = number::<u32>(row, "population", "a number of people", problems);
    if people == Some(0) {
        problems.add(
            &row.location("population"),
            "`0`",
            "a number of people",
            "enter the number of inhabitants",
        );
    }
    let slug = row.get("source");
    let source = sources.get(slug).copied();
    if source.is_none() {
        problems.add(
            &row.location("source"),
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
            &row.location("year"),
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

fn series(row: Row<'_, '_>, problems: &mut Problems) -> Option<Series> {
    let name = row.get("series");
    let found = Series::NAMES.iter().find(|(code, _)| *code == name);
    if found.is_none() {
        problems.add(
            &row.location("series"),
            format!("`{name}`"),
            "average, older, administrative or differing",
            "name the counting method; only `average` is used for weights",
        );
    }
    found.map(|(_, series)| *series)
}

fn place(row: Row<'_, '_>, provinces: &Provinces, problems: &mut Problems) -> Option<Place> {
    let slug = row.get("province");
    let found = provinces.place(slug);
    if found.is_none() {
        problems.add(
            &row.location("province"),
            format!("`{slug}`"),
            "a unit of provinces.csv, `vn`, or `region:` and a region of regions.csv",
            "correct the name, or add it there",
        );
    }
    found
}

/// Parses a required whole number; `None`, with a problem, if it is missing or invalid.
fn number<T: std::str::FromStr>(
    row: Row<'_, '_>,
    field: &'static str,
    expected: &str,
    problems: &mut Problems,
) -> Option<T> {
    if row.get(field).is_empty() {
        problems.add(&row.location(field), "nothing", expected, "write it in digits");
        return None;
    }
    integer(row, field, problems)
}
