//! What was chosen the last time for an indicator's files, so that next year's needs no choosing.

use std::collections::BTreeMap;

use domain::{
    Catalogue, Date,
    upload::{Choices, Column, Confidence, Field, IssueKind, Reading, Role},
};

use super::{decode, encode, single};

/// Names of the table's columns without the years in them: the same in next year's file.
#[must_use]
pub(crate) fn fingerprint(reading: &Reading) -> String {
    let names: Vec<String> = reading.columns.iter().map(|c| without_years(&c.name)).collect();
    names.join("|")
}

/// The indicator and what is to be remembered for it: the new choices over those remembered before.
/// Nothing when the file was understood without help, or is not of one indicator.
#[must_use]
pub(crate) fn remember(
    choices: &Choices,
    reading: &Reading,
    catalogue: &Catalogue,
    before: Option<&str>,
) -> Option<(String, String)> {
    let slug = &catalogue.indicator(reading.indicator?).slug;
    let helped = choices.sheet.is_some()
        || choices.decimal.is_some()
        || !choices.columns.is_empty()
        || !choices.places.is_empty();
    if !helped {
        return None;
    }
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    if let Some(before) = before {
        let pairs = decode(before);
        let old = pairs
            .into_iter()
            .filter_map(|(n, v)| Some((n.strip_prefix("place.")?.to_owned(), v)));
        places.extend(old);
    }
    places.extend(choices.places.clone());
    let remembered = Choices {
        sheet: choices.sheet.clone(),
        decimal: choices.decimal,
        fractions: choices.fractions,
        columns: choices.columns.clone(),
        places,
        ..Choices::default()
    };
    let mut pairs = remembered.to_pairs();
    pairs.retain(|(name, _)| name != "mode");
    pairs.push(("fingerprint".to_owned(), fingerprint(reading)));
    Some((slug.clone(), encode(&pairs)))
}

/// The choices with those of a profile added where they fit and where nothing is chosen yet;
/// `None` if the profile adds nothing.
#[must_use]
pub(crate) fn prefill(choices: &Choices, reading: &Reading, catalogue: &Catalogue, profile: &str) -> Option<Choices> {
    let pairs = decode(profile);
    let known = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()))).ok()?;
    let mut filled = choices.clone();
    if filled.sheet.is_none() && reading.sheet.is_none() {
        let there = |name: &String| reading.sheets.iter().any(|s| s.name == *name);
        filled.sheet = known.sheet.clone().filter(there);
    }
    if !reading.columns.is_empty() && single(&pairs, "fingerprint") == fingerprint(reading) {
        let ambiguous = reading.issues.iter().any(|i| i.kind == IssueKind::AmbiguousNumber);
        if ambiguous {
            filled.decimal = filled.decimal.or(known.decimal);
        }
        filled.fractions |= known.fractions && reading.issues.iter().any(|i| i.kind == IssueKind::FractionNotPercent);
        for column in &reading.columns {
            if let Some(role) = known.columns.get(&column.at).and_then(|role| shifted(role, column))
                && (column.role != role || column.confidence == Confidence::Low)
                && column.confidence != Confidence::Chosen
            {
                filled.columns.entry(column.at).or_insert(role);
            }
        }
    }
    for found in reading.places.iter().filter(|p| p.place.is_none()) {
        if let Some(meant) = known.places.get(&found.found)
            && lives(meant, reading, catalogue)
        {
            filled
                .places
                .entry(found.found.clone())
                .or_insert_with(|| meant.clone());
        }
    }
    (filled != *choices).then_some(filled)
}

/// A role for the column of another year's file: the year is the one in the column's own name.
fn shifted(role: &Role, column: &Column) -> Option<Role> {
    match role {
        Role::Figure {
            field,
            component,
            year: Some(_),
        } => Some(Role::Figure {
            field: *field,
            component: component.clone(),
            year: Some(year_in(&column.name)?),
        }),
        // A remark or a row number is nothing that one would want to lose.
        Role::Figure {
            field: Field::Origin, ..
        } => None,
        role => Some(role.clone()),
    }
}

/// Whether a place still exists in the years of the file.
fn lives(meant: &str, reading: &Reading, catalogue: &Catalogue) -> bool {
    match catalogue.provinces.by_slug(meant) {
        Some(id) => {
            let province = catalogue.provinces.get(id);
            reading
                .years
                .iter()
                .all(|year| province.exists_on(Date::year_end(*year)))
        }
        None => meant.is_empty() || meant == "vn" || meant.starts_with("region:"),
    }
}

fn without_years(name: &str) -> String {
    match year_in(name) {
        Some(year) => name.replace(&year.to_string(), "#"),
        None => name.to_owned(),
    }
}

/// The first number of four digits that can be a year.
fn year_in(name: &str) -> Option<i32> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_names_do_not_count() {
        for (name, bare, year) in [
            ("Điểm 2016", "Điểm #", Some(2016)),
            ("Điểm PCI", "Điểm PCI", None),
            ("QĐ 1149 năm 2024", "QĐ 1149 năm #", Some(2024)),
        ] {
            assert_eq!((without_years(name).as_str(), year_in(name)), (bare, year));
        }
    }
}
