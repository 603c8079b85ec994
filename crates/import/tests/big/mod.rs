//! A large file: online services of every province, for a sequence of days.

use std::fmt::Write as _;

use domain::{
    Date, ProvinceList, Snapshot,
    upload::{Choices, SourceChoice},
};

/// Returns the choices that a user would make for it: the source.
pub(crate) fn choices() -> Choices {
    Choices {
        source: Some(SourceChoice::Known("s001".to_owned())),
        ..Choices::default()
    }
}

/// Returns a long table with the given number of rows, each a different figure. There are at most 1.2 million: three
/// components of 63 provinces on, and after, every day from 2016 to 2024.
pub(crate) fn tidy_csv(current: &Snapshot, rows: usize) -> Vec<u8> {
    let provinces = &current.catalogue.provinces;
    let names: Vec<&str> = provinces
        .existing(2020, ProvinceList::Before2025)
        .map(|(_, p)| p.name_in(2020).vi.as_str())
        .collect();
    let mut text = String::from("indicator,component,province,year,as_of,value\n");
    let mut written = 0;
    for day in days() {
        let year = day.year();
        let classes = if year <= 2022 {
            ["level3", "level4"]
        } else {
            ["full_online", "partial_online"]
        };
        for (component, base) in [("total", 900), (classes[0], 600), (classes[1], 300)] {
            for moment in [day.iso(), format!("after:{}", day.iso())] {
                for (at, name) in names.iter().enumerate() {
                    if written == rows {
                        return text.into_bytes();
                    }
                    let value = base + (at * 37 + written % 101) % 500;
                    writeln!(text, "online_services,{component},{name},{year},{moment},{value}").unwrap();
                    written += 1;
                }
            }
        }
    }
    panic!("at most {written} rows");
}

fn days() -> impl Iterator<Item = Date> {
    let months = (2016..=2024).flat_map(|year| (1..=12).map(move |month| (year, month)));
    months.flat_map(|(year, month)| (1..=31).filter_map(move |day| Date::new(year, month, day)))
}
