//! `catalogue/populations.csv`, where there is one: people of the provinces, with sources.

use std::collections::HashMap;

use domain::{Population, ProvinceId, Provinces, SourceId};

use crate::{
    cells::whole,
    files::Files,
    problem::Problems,
    sheet::{Line, Sheet},
};

const FILE: &str = "catalogue/populations.csv";
const HEAD: [&str; 4] = ["province", "year", "population", "source"];

/// Years that a census or an estimate of the provinces can be of.
const YEARS: std::ops::RangeInclusive<i32> = 1976..=2100;

/// Reads the file; without it there are none, and no indication is worked out.
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
    let mut all: Vec<Population> = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        let Some(one) = population(row, provinces, sources, problems) else {
            continue;
        };
        if all
            .iter()
            .any(|known| (known.province, known.year) == (one.province, one.year))
        {
            let found = format!("`{}` {} a second time", row.get("province"), one.year);
            problems.add(
                &row.at("year"),
                found,
                "one population a province and year",
                "keep the better source",
            );
        }
        all.push(one);
    }
    all
}

fn population(
    row: Line<'_, '_>,
    provinces: &Provinces,
    sources: &HashMap<&str, SourceId>,
    problems: &mut Problems,
) -> Option<Population> {
    let province = province(row, provinces, problems);
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
    let (province, year) = (province?, year?);
    let about = provinces.get(province);
    let existed = domain::Date::new(year, 1, 1).is_some_and(|from| {
        about.from.is_none_or(|first| first <= domain::Date::year_end(year)) && about.to.is_none_or(|last| from <= last)
    });
    if !YEARS.contains(&year) || !existed {
        problems.add(
            &row.at("year"),
            format!("`{year}`"),
            "a year in which the unit existed",
            "correct the year, or name the unit of that time",
        );
    }
    Some(Population {
        province,
        year,
        people: people?,
        source: source?,
    })
}

fn province(row: Line<'_, '_>, provinces: &Provinces, problems: &mut Problems) -> Option<ProvinceId> {
    let slug = row.get("province");
    let found = provinces.by_slug(slug);
    if found.is_none() {
        problems.add(
            &row.at("province"),
            format!("`{slug}`"),
            "a unit of provinces.csv",
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
