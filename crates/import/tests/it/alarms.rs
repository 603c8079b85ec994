//! Runs the checks over all published figures: since they were published, an alarm is a false positive unless the
//! sources themselves are inconsistent. Those cases are listed here.

use domain::{
    Figure,
    upload::{IssueKind, Reading},
};

use crate::shared::{add, choices, edition, indicator, line, reading_of};

/// Returns the issues of the figures, as if each year's file held exactly these.
fn alarms(kinds: &[IssueKind]) -> Vec<String> {
    let current = edition();
    let mut found = Vec::new();
    for (id, indicator) in current.catalogue.indicators() {
        let figures = || current.figures.iter().filter(move |f| f.key.indicator == id);
        let mut years: Vec<Option<i32>> = figures().map(|f| f.key.year).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            let mut reading = reading_of(figures().filter(|f| f.key.year == year));
            import::check(&mut reading, &choices(), current);
            for issue in reading.issues.iter().filter(|issue| kinds.contains(&issue.kind)) {
                let entry = reading.entries.iter().find(|entry| entry.at == issue.at).unwrap();
                let component = &indicator.component(entry.key.component).slug;
                let (_, message) = line(issue)
                    .split_once(' ')
                    .map(|(a, b)| (a.to_owned(), b.to_owned()))
                    .unwrap();
                found.push(format!(
                    "{} {} {component} {message}",
                    issue.kind.code(),
                    year.unwrap_or_default()
                ));
            }
        }
    }
    found
}

#[test]
fn published_ranks_fit_published_values_except_for_those_listed() {
    // Quảng Ninh 2018, Hải Phòng and Cà Mau 2023, Đồng Tháp 2020 are conflicts between sources; Bình Phước 2022 is one
    // newspaper's rank; Thái Bình 2017 and Nam Định 2018 differ from the publisher's ranking page. Cà Mau is reported
    // once per source.
    assert_eq!(
        alarms(&[IssueKind::RankDiffers, IssueKind::BadRank]),
        [
            "rank-differs 2023 overall 1 [5; Hải Phòng]",
            "rank-differs 2018 overall 1 [5; Quảng Ninh]",
            "rank-differs 2020 overall 5 [3; Đồng Tháp]",
            "rank-differs 2022 overall 29 [38; Bình Phước]",
            "rank-differs 2023 overall 32 [34; Cà Mau]",
            "rank-differs 2023 overall 32 [34; Cà Mau]",
            "rank-differs 2017 overall 34 [68; Thái Bình]",
            "rank-differs 2018 overall 35 [70; Nam Định]",
        ]
    );
}

#[test]
fn published_parts_add_up() {
    assert_eq!(
        alarms(&[IssueKind::SumDiffers, IssueKind::OutOfScale, IssueKind::NotWhole]),
        Vec::<String>::new()
    );
}

#[test]
fn no_published_column_or_change_is_an_alarm() {
    let kinds = [
        IssueKind::Jump,
        IssueKind::FarFromOthers,
        IssueKind::OddDecimals,
        IssueKind::UnevenDecimals,
        IssueKind::ZeroColumn,
        IssueKind::ZeroTotal,
        IssueKind::ZeroValue,
        IssueKind::SameValue,
        IssueKind::SameRow,
        IssueKind::LevelShift,
        IssueKind::OrderUnlike,
        IssueKind::RowsMoved,
        IssueKind::SortedAlone,
        IssueKind::OrderUnexplained,
        IssueKind::SwappedColumns,
        IssueKind::TotalUnexplained,
        IssueKind::PublishedDiffers,
    ];
    assert_eq!(alarms(&kinds), Vec::<String>::new());
}

#[test]
fn no_published_table_is_another_years_and_no_figure_contradicts_itself() {
    let kinds = [
        IssueKind::SameAsOtherYear,
        IssueKind::DuplicateDiffers,
        IssueKind::LookAlike,
        IssueKind::NoMethod,
        IssueKind::ComponentNotInYear,
        IssueKind::OtherDenominator,
        IssueKind::NoSource,
    ];
    assert_eq!(alarms(&kinds), Vec::<String>::new());
}

/// Returns the figures of one table, to be damaged by a test.
fn table(slug: &str, component: &str, year: i32) -> Vec<Figure> {
    let current = edition();
    let id = indicator(slug);
    let part = current.catalogue.indicator(id).component_by_slug(component);
    let figures = current.figures.iter();
    figures
        .filter(|f| f.key.indicator == id && f.key.year == Some(year))
        .filter(|f| component.is_empty() || Some(f.key.component) == part)
        .cloned()
        .collect()
}

fn issues_after_check(reading: &mut Reading, kind: IssueKind) -> Vec<String> {
    import::check(reading, &choices(), edition());
    let issues = reading.issues.iter().filter(|issue| issue.kind == kind);
    issues.map(line).collect()
}

#[test]
fn a_wrong_total_is_reported_wherever_parts_add_up() {
    let mut reading = reading_of(&table("papi", "", 2016));
    let total = reading.entries.iter_mut().find(|e| e.key.component.0 == 0).unwrap();
    total.claim.value.as_mut().unwrap().value += 1.0;
    assert_eq!(issues_after_check(&mut reading, IssueKind::SumDiffers).len(), 1);

    // A weighted sum of parts is recomputed with the weights stated in the catalogue.
    let mut pci = reading_of(&table("pci", "", 2016));
    assert_eq!(
        issues_after_check(&mut pci, IssueKind::SumDiffers),
        Vec::<String>::new()
    );
    let mut pci = reading_of(&table("pci", "", 2016));
    let total = pci.entries.iter_mut().find(|e| e.key.component.0 == 0).unwrap();
    total.claim.value.as_mut().unwrap().value += 1.0;
    assert_eq!(issues_after_check(&mut pci, IssueKind::SumDiffers).len(), 1);
}

#[test]
fn a_wrong_rank_is_reported_with_the_one_that_fits() {
    let mut reading = reading_of(&table("pci", "overall", 2016));
    let first = reading.entries.iter_mut().find(|e| e.claim.rank == Some(14)).unwrap();
    first.claim.rank = Some(41);
    let at = first.at.name();
    let issues = issues_after_check(&mut reading, IssueKind::RankDiffers);
    assert_eq!(issues.len(), 1, "{issues:?}");
    assert!(
        issues[0].starts_with(&format!("rank-differs@{at} 41 [14;")),
        "{issues:?}"
    );
}

/// Returns the table as a file with its values in other rows.
fn rearranged(slug: &str, component: &str, year: i32, change: impl Fn(&mut Vec<Option<domain::Quantity>>)) -> Reading {
    let mut reading = reading_of(&table(slug, component, year));
    let mut values: Vec<_> = reading.entries.iter().map(|entry| entry.claim.value).collect();
    change(&mut values);
    for (entry, value) in reading.entries.iter_mut().zip(values) {
        entry.claim.value = value;
    }
    reading
}

#[test]
fn a_column_shifted_by_a_row_is_reported() {
    let mut reading = rearranged("papi", "total", 2016, |values| values.rotate_right(1));
    let issues = issues_after_check(&mut reading, IssueKind::RowsMoved);
    assert_eq!(issues.len(), 1, "{issues:?}");
    assert!(issues[0].contains("[PAPI; "), "{issues:?}");
}

#[test]
fn a_column_sorted_without_its_names_is_reported() {
    let by_value = |values: &mut Vec<Option<domain::Quantity>>| {
        values.sort_by(|a, b| a.unwrap().value.total_cmp(&b.unwrap().value));
    };
    let mut reading = rearranged("papi", "total", 2016, by_value);
    assert_eq!(issues_after_check(&mut reading, IssueKind::SortedAlone).len(), 1);
}

#[test]
fn an_unexplained_order_is_reported() {
    let mut reading = rearranged("papi", "total", 2016, |values| {
        // 23 and 63 are coprime: every row gets the value of a distant one.
        let old = values.clone();
        for (row, value) in values.iter_mut().enumerate() {
            *value = old[(row * 23 + 5) % old.len()];
        }
    });
    assert_eq!(issues_after_check(&mut reading, IssueKind::OrderUnexplained).len(), 1);
}

#[test]
fn names_shifted_by_a_row_are_reported_although_every_row_is_intact() {
    let mut reading = reading_of(&table("pci", "", 2014));
    let mut places: Vec<domain::Place> = Vec::new();
    for entry in &reading.entries {
        if !places.contains(&entry.key.place) {
            places.push(entry.key.place);
        }
    }
    for entry in &mut reading.entries {
        let at = places.iter().position(|place| *place == entry.key.place).unwrap();
        entry.key.place = places[(at + 1) % places.len()];
    }
    let issues = issues_after_check(&mut reading, IssueKind::RowsMoved);
    assert!(!issues.is_empty());
}

#[test]
fn exchanged_columns_are_recognised_by_the_years_around() {
    let current = edition();
    let id = indicator("papi");
    let papi = current.catalogue.indicator(id);
    let part = |slug: &str| papi.component_by_slug(slug).unwrap();
    let (air, water) = (part("environment_air"), part("environment_water"));
    let mut reading = reading_of(&table("papi", "", 2019));
    for entry in &mut reading.entries {
        let component = &mut entry.key.component;
        if *component == air {
            *component = water;
        } else if *component == water {
            *component = air;
        }
    }
    let others = current
        .figures
        .iter()
        .filter(|f| f.key.indicator != id || f.key.year != Some(2019));
    let before = domain::Snapshot::new(
        current.edition.clone(),
        current.catalogue.clone(),
        others.cloned().collect(),
    );
    import::check(&mut reading, &choices(), &before);
    let swapped = |issue: &domain::upload::Issue| issue.kind == IssueKind::SwappedColumns;
    assert!(reading.issues.iter().any(swapped));
}

#[test]
fn a_copied_year_is_reported() {
    let mut reading = Reading::default();
    for figure in table("pci", "entry", 2013) {
        let key = domain::FigureKey {
            year: Some(2016),
            ..figure.key
        };
        add(&mut reading, key, figure.claims[0].clone());
    }
    assert_eq!(
        issues_after_check(&mut reading, IssueKind::SameAsOtherYear),
        ["same-as-other-year@E 2016 [2013]"]
    );
}

#[test]
fn exchanged_digits_are_a_jump() {
    let mut reading = reading_of(&table("pci", "overall", 2016));
    reading.entries[0].claim.value.as_mut().unwrap().value = 16.74;
    assert_eq!(issues_after_check(&mut reading, IssueKind::Jump).len(), 1);
}

#[test]
fn absent_provinces_are_reported_or_given_their_reason() {
    let current = edition();
    let figures = table("pci", "overall", 2016);
    let half = &figures[..60];
    // The edition has the others: publishing loses nothing, unless the year is replaced.
    let mut reading = reading_of(half);
    assert_eq!(issues_after_check(&mut reading, IssueKind::AbsentProvince).len(), 0);
    assert_eq!(reading.absent.len(), 3);

    let mut choices = choices();
    choices.mode = domain::upload::Mode::ReplaceYear;
    let mut reading = reading_of(half);
    import::check(&mut reading, &choices, current);
    let absent = |reading: &Reading| {
        reading
            .issues
            .iter()
            .filter(|i| i.kind == IssueKind::AbsentProvince)
            .count()
    };
    assert_eq!((absent(&reading), reading.entries.len()), (3, 60));

    choices.absent.insert("*".to_owned(), domain::Missing::NotSurveyed);
    let mut reading = reading_of(half);
    import::check(&mut reading, &choices, current);
    assert_eq!((absent(&reading), reading.entries.len()), (0, 63));
    assert_eq!(reading.entries[62].claim.missing, Some(domain::Missing::NotSurveyed));
}

#[test]
fn a_ranking_of_ministries_is_rejected() {
    let mut reading = reading_of(&table("par_index", "overall", 2022)[..3]);
    for entry in &mut reading.entries {
        entry.claim.rank = Some(3);
        entry.claim.rank_of = Some(19);
    }
    assert_eq!(issues_after_check(&mut reading, IssueKind::LookAlike).len(), 1);
}
