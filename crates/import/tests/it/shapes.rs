//! Small hand-written tables of every shape that the publishers' workbooks have.

use std::path::Path;

use domain::{
    Place,
    upload::{Choices, Entry, IssueKind, Reading, Severity, Shape},
};
use spreadsheet::Limits;

use crate::shared::edition;

fn read(name: &str, choices: &Choices) -> Reading {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    let workbook = spreadsheet::open(&std::fs::read(path).unwrap(), name, choices, &Limits::default()).unwrap();
    import::read(&workbook, choices, edition())
}

/// Returns `component place year value rank tier`, with `-` for missing values.
fn line(entry: &Entry) -> String {
    let catalogue = &edition().catalogue;
    let place = match entry.key.place {
        Place::Nation => "vn".to_owned(),
        Place::Region(id) => format!("region:{}", catalogue.provinces.region(id).slug),
        Place::Province(id) => catalogue.provinces.get(id).slug.clone(),
    };
    let component = &catalogue
        .indicator(entry.key.indicator)
        .component(entry.key.component)
        .slug;
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    format!(
        "{component} {place} {} {} {} {}",
        or_dash(entry.key.year.map(|y| y.to_string())),
        or_dash(entry.claim.value.map(|v| v.value.to_string())),
        or_dash(entry.claim.rank.map(|r| r.to_string())),
        or_dash(entry.claim.tier.clone()),
    )
}

/// Reads a file, checks its shape, its errors and figures that matter, and returns the reading.
fn expect(name: &str, shape: Shape, count: usize, figures: &[&str]) -> Reading {
    let reading = read(name, &Choices::default());
    let errors: Vec<_> = reading
        .issues
        .iter()
        .filter(|i| i.kind.severity() == Severity::Error && i.kind != IssueKind::NoSource)
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    let lines: Vec<String> = reading.entries.iter().map(line).collect();
    for figure in figures {
        assert!(
            lines.iter().any(|line| line == figure),
            "{name}: no {figure} among\n{}",
            lines.join("\n")
        );
    }
    assert_eq!(lines.len(), count, "{name}:\n{}", lines.join("\n"));
    assert_eq!(reading.layout.as_ref().unwrap().shape, shape, "{name}");
    reading
}

fn found(reading: &Reading, kind: IssueKind) -> Vec<String> {
    let of_kind = reading.issues.iter().filter(|i| i.kind == kind);
    of_kind.map(|i| format!("{} {}", i.at.name(), i.found)).collect()
}

#[test]
fn headers_in_two_languages_above_one_another() {
    let reading = expect(
        "pci-wide.csv",
        Shape::Wide,
        20,
        &[
            "overall binh-duong 2006 76.23 - -",
            "labor ha-tay 2006 2.92 - -",
            "transparency ba-ria-vung-tau 2006 6.2 - -",
        ],
    );
    assert_eq!(found(&reading, IssueKind::FootRows).len(), 1);
}

#[test]
fn columns_sorted_independently() {
    let reading = expect(
        "pci-sorted.csv",
        Shape::Sorted,
        15,
        &[
            "overall da-nang-63 2010 69.77 1 Rất tốt",
            "overall quang-tri-63 2010 58 5 Khá",
            "entry tp-ho-chi-minh-63 2010 7.77 - -",
            "unweighted lao-cai-63 2010 60.25 - -",
        ],
    );
    assert_eq!(found(&reading, IssueKind::SecondTable), ["B11 "]);
}

#[test]
fn weighted_and_unweighted_totals_are_distinguished() {
    let reading = expect(
        "pci-weights.csv",
        Shape::Wide,
        9,
        &[
            "overall da-nang-63 2014 66.87 1 Excellent",
            "bias dien-bien 2014 4.1 - -",
        ],
    );
    assert_eq!(
        found(&reading, IssueKind::ComponentNotInYear),
        ["E1 PCI 2014 (unweighted)"]
    );
}

#[test]
fn headings_of_another_method_are_interpreted_by_the_values_below() {
    let choices = Choices {
        year: Some(2012),
        ..Choices::default()
    };
    let reading = read("papi-english.csv", &choices);
    let lines: Vec<String> = reading.entries.iter().map(line).collect();
    for figure in [
        "transparency_povertylists ha-noi 2012 2.6822 - -",
        "transparency_budgetexpenditure ha-noi 2012 1.9664 - -",
        "transparency_landuse ha-noi 2012 1.6143 - -",
        "accountability_inspection hue 2012 2 - -",
        "procedures_landuse ba-ria-vung-tau 2012 1.6 - -",
    ] {
        assert!(
            lines.iter().any(|line| line == figure),
            "no {figure} among\n{}",
            lines.join("\n")
        );
    }
    // Since 2018 the same headings have their literal meaning.
    let since = Choices {
        year: Some(2019),
        ..Choices::default()
    };
    let lines: Vec<String> = read("papi-english.csv", &since).entries.iter().map(line).collect();
    assert!(
        lines.contains(&"transparency_accessinfo ha-noi 2019 2.6822 - -".to_owned()),
        "{lines:?}"
    );
    assert!(lines.contains(&"transparency_povertylists ha-noi 2019 1.9664 - -".to_owned()));
}

#[test]
fn provinces_across() {
    let reading = expect(
        "papi-across.csv",
        Shape::Across,
        20,
        &[
            "total ha-noi 2018 42.3195 - -",
            "total quang-ninh 2018 - - -",
            "participation_knowledge hue 2018 0.8866 - -",
        ],
    );
    assert_eq!(found(&reading, IssueKind::ComponentNotInYear), [""; 0]);
    assert_eq!(found(&reading, IssueKind::NoFigureMark).len(), 4);
    let unknown = found(&reading, IssueKind::UnknownColumn);
    assert!(unknown[0].starts_with("A5 Hiểu biết"), "{unknown:?}");
}

#[test]
fn intervals_belong_to_the_total_beside_them() {
    let reading = expect(
        "papi-intervals.csv",
        Shape::Wide,
        6,
        &["total ha-noi 2019 41.533 - -", "total_weighted cao-bang 2019 45 - -"],
    );
    let intervals: Vec<_> = reading.entries.iter().filter_map(|e| e.claim.interval).collect();
    assert_eq!(intervals.len(), 6);
    assert_eq!(
        (intervals[0].low, intervals[0].high, intervals[0].standard_error),
        (41.1107, 41.9554, Some(0.2567))
    );
}

#[test]
fn the_usual_table_of_an_office() {
    let reading = expect(
        "par-usual.csv",
        Shape::Wide,
        12,
        &[
            "overall quang-ninh 2022 90.1 1 -",
            "overall nghe-an 2022 86.67 16 -",
            "steering ha-noi 2022 9.1 - -",
            "overall vn 2022 84.79 - -",
            "overall region:tay-nguyen 2022 82.1 - -",
        ],
    );
    assert_eq!(found(&reading, IssueKind::FootRows).len(), 1);
}

#[test]
fn other_years_of_the_same_publishers() {
    expect(
        "pci-first.csv",
        Shape::Wide,
        50,
        &[
            "overall da-nang-63 2005 70.67 2 -",
            "soe_bias ba-ria-vung-tau 2005 5.64 - -",
            "implement vinh-phuc 2005 4.53 - -",
            "support ha-tay 2005 4.85 - -",
        ],
    );
    let later = expect(
        "papi-later.csv",
        Shape::Wide,
        27,
        &[
            "total hue 2021 46.23 - -",
            "environment_seriousprotection ha-noi 2021 1.11 - -",
            "egovernment_responsiveness tp-ho-chi-minh-63 2021 0.43 - -",
        ],
    );
    assert_eq!(found(&later, IssueKind::UnknownColumn), [""; 0]);
}
