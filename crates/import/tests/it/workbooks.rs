//! Uploads of the publishers' original workbooks.
//!
//! They are not part of the product: `THUOCDO_WORKBOOKS` names the folder that contains them.

use std::{collections::BTreeMap, path::PathBuf};

use domain::{
    ComponentId, FigureKey, Place, Snapshot,
    upload::{Choices, IssueKind, Reading, Severity, Shape},
};
use spreadsheet::Limits;

use crate::shared::edition;

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("THUOCDO_WORKBOOKS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: THUOCDO_WORKBOOKS does not name the folder of workbooks");
    }
    folder
}

fn read(name: &str, choices: &Choices) -> Option<Reading> {
    let bytes = std::fs::read(folder()?.join(name)).unwrap();
    let workbook = spreadsheet::open(&bytes, name, choices, &Limits::default()).unwrap();
    Some(import::read(&workbook, choices, edition()))
}

fn chosen(indicator: &str, year: i32) -> Choices {
    Choices {
        indicator: Some(indicator.to_owned()),
        year: Some(year),
        ..Choices::default()
    }
}

/// Returns the errors except the missing source, which only the user can name.
fn errors(reading: &Reading) -> Vec<String> {
    reading
        .issues
        .iter()
        .filter(|i| i.kind.severity() == Severity::Error && i.kind != IssueKind::NoSource)
        .map(|i| format!("{} {} {} {:?}", i.kind.code(), i.at.name(), i.found, i.args))
        .collect()
}

/// Returns the bundled figures of an indicator and a year, by key.
fn bundled(edition: &Snapshot, indicator: &str, year: i32) -> BTreeMap<FigureKeyOrder, domain::Claim> {
    let id = edition.catalogue.indicator_by_slug(indicator).unwrap();
    edition
        .figures
        .iter()
        .filter(|f| f.key.indicator == id && f.key.year == Some(year) && matches!(f.key.place, Place::Province(_)))
        .map(|f| (order(f.key), f.claims[0].clone()))
        .collect()
}

type FigureKeyOrder = (ComponentId, Place);

fn order(key: FigureKey) -> FigureKeyOrder {
    (key.component, key.place)
}

/// Compares figure by figure; returns the differences in words.
fn differences(reading: &Reading, indicator: &str, year: i32, left_out: &[&str]) -> Vec<String> {
    let edition = edition();
    let id = edition.catalogue.indicator_by_slug(indicator).unwrap();
    let parts = edition.catalogue.indicator(id);
    let left_out: Vec<ComponentId> = left_out.iter().map(|s| parts.component_by_slug(s).unwrap()).collect();
    let mut expected = bundled(edition, indicator, year);
    expected.retain(|(component, _), _| !left_out.contains(component));
    let mut differ = Vec::new();
    for entry in &reading.entries {
        let name = match entry.key.place {
            Place::Province(id) => edition.catalogue.provinces.get(id).name.vi.as_str(),
            _ => "not a province",
        };
        let name = format!(
            "{} {name} at {}",
            parts.component(entry.key.component).slug,
            entry.at.name()
        );
        if (entry.key.indicator, entry.key.year) != (id, Some(year)) {
            differ.push(format!("{name}: of another indicator or year"));
        }
        let Some(claim) = expected.remove(&order(entry.key)) else {
            differ.push(format!("{name}: not among the bundled, or twice"));
            continue;
        };
        let rounded = entry
            .claim
            .value
            .zip(claim.value)
            .map(|(read, known)| (domain::number::round(read.value, known.digits) - known.value).abs() < 1e-9);
        // The workbook holds 44.41875076; the original row states 44.4187.
        let known_exception =
            year == 2018 && name.starts_with("total Lai Châu") && claim.value.is_some_and(|v| v.value == 44.4187);
        let same = known_exception || rounded.unwrap_or(entry.claim.value.is_none() && claim.value.is_none());
        if !same || entry.claim.rank != claim.rank || entry.claim.tier != claim.tier {
            differ.push(format!("{name}: {:?} is not {claim:?}", entry.claim));
        }
    }
    differ.extend(
        expected
            .keys()
            .map(|(component, place)| format!("not read: {} {place:?}", parts.component(*component).slug)),
    );
    differ
}

fn assert_same(name: &str, choices: &Choices, indicator: &str, year: i32, left_out: &[&str]) -> Option<Reading> {
    let reading = read(name, choices)?;
    assert_eq!(errors(&reading), Vec::<String>::new(), "{name}");
    let differ = differences(&reading, indicator, year, left_out);
    assert!(
        differ.is_empty(),
        "{name}: {} differ\n{}",
        differ.len(),
        differ[..differ.len().min(30)].join("\n")
    );
    Some(reading)
}

#[test]
fn pci_of_four_years() {
    for (name, year, shape) in [
        ("PCI-2006.xls", 2006, Shape::Wide),
        ("PCI-2010.xls", 2010, Shape::Sorted),
        ("PCI-2013.xlsx", 2013, Shape::Sorted),
        ("PCI-2016.xlsx", 2016, Shape::Sorted),
    ] {
        // Nothing is chosen: indicator and year are in the workbook.
        let Some(reading) = assert_same(name, &Choices::default(), "pci", year, &[]) else {
            return;
        };
        assert_eq!(reading.layout.as_ref().unwrap().shape, shape, "{name}");
        assert_same(name, &chosen("pci", year), "pci", year, &[]);
    }
}

#[test]
fn papi_of_three_years() {
    // The workbooks of 2012 and 2016 do not include the total.
    for (name, year, left_out) in [
        ("PAPI-2012-eng.xlsx", 2012, &["total"][..]),
        ("PAPI-2016-eng.xlsx", 2016, &["total"]),
        ("PAPI-2018-FULL-vie.xlsx", 2018, &["total_six"]),
    ] {
        let Some(_) = assert_same(name, &Choices::default(), "papi", year, left_out) else {
            return;
        };
        assert_same(name, &chosen("papi", year), "papi", year, left_out);
    }
}

#[test]
fn the_stale_sheet_of_pci_2016_is_reported_and_never_read() {
    for choices in [Choices::default(), chosen("pci", 2013)] {
        let Some(reading) = read("PCI-2016.xlsx", &choices) else {
            return;
        };
        assert_eq!(reading.sheets[reading.sheet.unwrap()].name, "Summary_VN");
        let reported = |kind| reading.issues.iter().any(|i| i.kind == kind && i.at.sheet == 1);
        assert!(reported(IssueKind::HiddenSheet), "{:?}", reading.issues);
        assert_eq!(reported(IssueKind::OtherYearSheet), choices.year.is_none());
        assert_eq!(
            reading.issues.iter().any(|i| i.kind == IssueKind::OtherYear),
            choices.year.is_some()
        );
    }
}

#[test]
fn what_papi_2018_does_not_publish_is_missing_and_what_ended_is_named() {
    let Some(reading) = read("PAPI-2018-FULL-vie.xlsx", &Choices::default()) else {
        return;
    };
    let edition = edition();
    let total = |slug: &str| {
        let place = Place::Province(edition.catalogue.provinces.by_slug(slug).unwrap());
        let found = reading
            .entries
            .iter()
            .find(|e| e.key.place == place && e.key.component == ComponentId::TOTAL);
        found.unwrap().claim.missing
    };
    assert_eq!(total("quang-ninh"), Some(domain::Missing::NotPublished));
    assert_eq!(total("dong-thap-63"), Some(domain::Missing::NotPublished));
    let ended: Vec<&str> = reading
        .issues
        .iter()
        .filter(|i| i.kind == IssueKind::ComponentNotInYear)
        .map(|i| &*i.found)
        .collect();
    assert_eq!(ended.len(), 2, "{ended:?}");
    assert!(
        ended[0].starts_with("1.3: Chất lượng bầu cử") && ended[1].starts_with("3.2: Giải đáp"),
        "{ended:?}"
    );
}

#[test]
fn each_workbook_of_a_publisher_is_one_draft() {
    let Some(folder) = folder() else { return };
    for (name, indicator, year) in [
        ("PCI-2006.xls", "pci", 2006),
        ("PCI-2010.xls", "pci", 2010),
        ("PCI-2013.xlsx", "pci", 2013),
        ("PCI-2016.xlsx", "pci", 2016),
        ("PAPI-2012-eng.xlsx", "papi", 2012),
        ("PAPI-2016-eng.xlsx", "papi", 2016),
        ("PAPI-2018-FULL-vie.xlsx", "papi", 2018),
    ] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let workbook = spreadsheet::open(&bytes, name, &Choices::default(), &Limits::default()).unwrap();
        let survey = import::survey(&workbook, name, &Choices::default(), edition());
        let outcomes: Vec<String> = survey
            .tables
            .iter()
            .map(|table| format!("{} {} {:?}", table.table, table.figures, table.outcome))
            .collect();
        assert_eq!(survey.drafts.len(), 1, "{name}: {outcomes:#?}");
        let reading = import::read(&workbook, &survey.drafts[0], edition());
        let id = edition().catalogue.indicator_by_slug(indicator);
        assert_eq!(
            (reading.indicator, &reading.years[..]),
            (id, &[year][..]),
            "{name}: {outcomes:#?}"
        );
        assert_eq!(errors(&reading), Vec::<String>::new(), "{name}: {outcomes:#?}");
    }
}

/// Whole columns as references (2014), scores below "Nhóm chỉ tiêu" (2008), parts with shifted numbers (PAPI), a rank
/// left of its score (2018): read without questions, and equal to the published figures.
#[test]
fn workbooks_with_odd_headings_change_nothing() {
    for (name, indicator, year, figures) in [
        ("PCI-2008.xls", "pci", 2008, 768),
        ("PCI-2014.xlsx", "pci", 2014, 693),
        ("PCI-2018.xlsx", "pci", 2018, 693),
        ("PAPI-2015-vie.xlsx", "papi", 2015, 1764),
    ] {
        let choices = chosen(indicator, year);
        let Some(reading) = read(name, &choices) else {
            return;
        };
        assert_eq!(errors(&reading), Vec::<String>::new(), "{name}");
        assert_eq!(reading.entries.len(), figures, "{name}");
        let shown = import::preview(edition(), &reading, &choices);
        let counts = shown.difference.counts;
        assert_eq!((counts.changed, counts.removed), (0, 0), "{name}");
    }
}
