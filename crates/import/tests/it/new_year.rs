//! Years that the catalogue does not list, for every bundled indicator: from a table as offices send it to the files of
//! the next edition.

use domain::{
    ComponentId, FigureKey, Indicator, ProvinceList, Snapshot, Unit, Verdict,
    upload::{Choices, FigureChange, IssueKind, Kind, Reading, Severity},
};
use import::{DataFiles, apply, difference, preview};
use spreadsheet::Limits;

use crate::shared::{data_files, edition, edition_of, empty_files, gap, gap_files, indicator};

const SOURCE: &[(&str, &str)] = &[
    ("source", "new"),
    ("source_title", "Công bố năm mới"),
    ("source_publisher", "Bộ Nội vụ"),
];

fn chosen(fields: &[(&str, &str)]) -> Choices {
    Choices::from_pairs(fields.iter().chain(SOURCE).copied()).unwrap()
}

fn read(text: &str, choices: &Choices, current: &Snapshot) -> Reading {
    let workbook = spreadsheet::open(text.as_bytes(), "bang.csv", choices, &Limits::default()).unwrap();
    import::read(&workbook, choices, current)
}

fn errors(reading: &Reading) -> Vec<String> {
    let errors = reading.issues.iter().filter(|i| i.kind.severity() == Severity::Error);
    errors.map(crate::shared::line).collect()
}

/// Returns a value inside the scale, different for each row.
fn value(indicator_entry: &Indicator, component: ComponentId, year: i32, row: usize) -> String {
    let step = f64::from(u32::try_from(row).unwrap());
    if indicator_entry.unit(component) == Unit::Count {
        return format!("{}", 20 + row);
    }
    // A part without a scale of its own has no more points than the whole, and here at most ten.
    let whole = indicator_entry.scale.map_or(10.0, |(_, most)| most.min(10.0));
    let (low, high) = indicator_entry.scale(component, year).unwrap_or((0.0, whole));
    let value = low + (high - low) * (0.5 + step / 500.0);
    format!("{value:.*}", usize::from(indicator_entry.decimals(component).max(3))).replace('.', ",")
}

/// Returns a table of a year with one column per heading.
fn table(indicator_entry: &Indicator, year: i32, columns: &[(&str, ComponentId)]) -> String {
    let basis = if year > 2025 {
        ProvinceList::Since2025
    } else {
        ProvinceList::Before2025
    };
    table_of(indicator_entry, (year, basis), columns)
}

fn table_of(
    indicator_entry: &Indicator,
    (year, basis): (i32, ProvinceList),
    columns: &[(&str, ComponentId)],
) -> String {
    let provinces = &edition().catalogue.provinces;
    let heads: Vec<String> = columns.iter().map(|(head, _)| format!("\"{head}\"")).collect();
    let mut text = format!("TT;Tỉnh, thành phố;{}\r\n", heads.join(";"));
    for (row, (_, province)) in provinces.existing(year, basis).enumerate() {
        let values: Vec<String> = columns
            .iter()
            .map(|(_, id)| value(indicator_entry, *id, year, row))
            .collect();
        text.push_str(&format!(
            "{};{};{}\r\n",
            row + 1,
            province.name_in(year).vi,
            values.join(";")
        ));
    }
    text
}

/// Returns the files of one indicator: quick to load, with everything that the catalogue requires.
fn files_of(slug: &str) -> DataFiles {
    let mut files = empty_files();
    let path = format!("bundled/{slug}.csv");
    files.insert(path.clone(), data_files()[&path].clone());
    files
}

/// Returns the files of PCI, with years missing between two of its methods.
fn gap_files_of_pci() -> DataFiles {
    let mut files = empty_files();
    for path in ["catalogue/indicators/pci.toml", "bundled/pci.csv"] {
        files.insert(path.to_owned(), gap_files()[path].clone());
    }
    files
}

/// Publishes and compares the preview with the result: the catalogue, the figures, the difference.
fn publish(files: &DataFiles, current: &Snapshot, reading: &Reading, choices: &Choices) -> (DataFiles, Snapshot) {
    let shown = preview(current, reading, choices);
    let changed = apply(files, reading, choices, current, "bang.csv").unwrap();
    let mut after = files.clone();
    after.extend(changed.clone());
    let published = edition_of(&after);
    for (one, other) in shown
        .snapshot
        .catalogue
        .indicators
        .iter()
        .zip(&published.catalogue.indicators)
    {
        assert_eq!(one, other);
    }
    let differences = difference(&shown.snapshot, &published);
    assert_eq!(differences.changes, []);
    let keys = |found: &[FigureChange]| -> Vec<(FigureKey, Kind)> { found.iter().map(|c| (c.key, c.kind)).collect() };
    assert_eq!(
        keys(&difference(current, &published).changes),
        keys(&shown.difference.changes)
    );
    let mut announced = shown.difference.files.clone();
    announced.retain(|file| file.starts_with("catalogue/indicators/"));
    let written: Vec<String> = changed
        .keys()
        .filter(|f| f.starts_with("catalogue/indicators/"))
        .cloned()
        .collect();
    assert_eq!(announced, written);
    (after, published)
}

fn slugs() -> Vec<String> {
    edition().catalogue.indicators.iter().map(|i| i.slug.clone()).collect()
}

/// Returns years before, between and after those of an indicator.
fn new_years(indicator_entry: &Indicator) -> Vec<i32> {
    let first = indicator_entry.methods.first().unwrap().span.from;
    let last = indicator_entry.methods.last().unwrap().span.to;
    let mut years = vec![first - 1, last + 1, last + 3];
    for pair in indicator_entry.methods.windows(2) {
        let (from, to) = (pair[0].span.to + 1, pair[1].span.from);
        years.extend(from..to);
    }
    years
}

#[test]
fn every_indicator_takes_every_answer_for_every_kind_of_year() {
    let new = [
        ("method", "new"),
        ("method_name", "Bộ chỉ số mới"),
        ("method_decision", "999/QĐ"),
        ("method_date", "06/04/2026"),
        ("method_note", "Bỏ \"hai\" tiêu chí; thêm một."),
    ];
    let answers: [&[(&str, &str)]; 3] = [&[("method", "same")], &new, &[("method", "unknown")]];
    let mut cases = 0;
    for slug in slugs() {
        // No figures, because loading them a hundred times would take minutes.
        let files = empty_files();
        let current = edition_of(&files);
        let indicator_entry = current.catalogue.indicator(indicator(&slug));
        for year in new_years(indicator_entry) {
            let text = table(indicator_entry, year, &[("Điểm số", ComponentId::TOTAL)]);
            let digits = year.to_string();
            let base = [("indicator", slug.as_str()), ("year", digits.as_str())];
            let open = read(&text, &chosen(&base), &current);
            assert_eq!(open.questions.years, [year], "{slug}");
            assert!(
                errors(&open).iter().all(|e| e.starts_with("no-method@")),
                "{slug} {year}: {:?}",
                errors(&open)
            );
            assert_eq!(open.questions.edited, None);
            for answer in answers {
                let choices = chosen(&[&base[..], answer].concat());
                let reading = read(&text, &choices, &current);
                assert_eq!(errors(&reading), Vec::<String>::new(), "{slug} {year} {answer:?}");
                let (after, published) = publish(&files, &current, &reading, &choices);
                let known = published.catalogue.indicator(indicator(&slug));
                assert!(known.method(year).is_some());
                let again = read(&text, &choices, &published);
                assert_eq!(again.questions.edited, None);
                assert_eq!(
                    apply(&after, &again, &choices, &published, "bang.csv").unwrap(),
                    DataFiles::new()
                );
                cases += 1;
            }
        }
    }
    assert!(cases >= 90, "{cases}");
}

/// Returns the newest year for which all parts of an indicator are published, with those parts.
fn newest_complete(slug: &str) -> (i32, Vec<ComponentId>) {
    let current = edition();
    let id = indicator(slug);
    let parts = |year: i32| -> Vec<ComponentId> {
        let all = current.catalogue.indicator(id).components().map(|(part, _)| part);
        let full = |part: &ComponentId| {
            let mut tables = current.tables(id, *part);
            tables.any(|table| table.key.year == year && table.rows.len() > 3)
        };
        all.filter(full).collect()
    };
    let years = current.years(id, ComponentId::TOTAL);
    let most = years.iter().map(|year| (parts(*year).len(), *year)).max().unwrap();
    (most.1, parts(most.1))
}

#[test]
fn next_years_whole_table_needs_one_answer_and_nothing_else() {
    for slug in ["sipas", "par_index", "pci", "papi", "dti", "online_services"] {
        let files = files_of(slug);
        let current = &edition_of(&files);
        let indicator_entry = current.catalogue.indicator(indicator(slug));
        let (base, parts) = newest_complete(slug);
        let year = indicator_entry.methods.last().unwrap().span.to + 1;
        let lists = [ProvinceList::Before2025, ProvinceList::Since2025];
        let applies = |basis: &ProvinceList| year == 2025 || (year > 2025) == (*basis == ProvinceList::Since2025);
        for basis in lists.into_iter().filter(applies) {
            let names: Vec<String> = parts
                .iter()
                .map(|id| indicator_entry.component(*id).name_in(Some(base)).vi.clone())
                .collect();
            let columns: Vec<(&str, ComponentId)> =
                names.iter().map(String::as_str).zip(parts.iter().copied()).collect();
            let text = table_of(indicator_entry, (year, basis), &columns);
            let digits = year.to_string();
            let fields = [("indicator", slug), ("year", digits.as_str()), ("method", "same")];
            // Parts that the catalogue ended earlier are continued with one answer each.
            let first_reading = read(&text, &chosen(&fields), current);
            let ended: Vec<String> = first_reading
                .questions
                .ended
                .iter()
                .map(|id| format!("component.{}", indicator_entry.component(*id).slug))
                .collect();
            let clicks = ended.iter().map(|name| (name.as_str(), "continue"));
            let choices = chosen(&fields.iter().copied().chain(clicks).collect::<Vec<_>>());
            let reading = read(&text, &choices, current);
            assert_eq!(errors(&reading), Vec::<String>::new(), "{slug} {year}");
            assert_eq!(reading.questions.unknown, [], "{slug} {year}");
            let rows = current.catalogue.provinces.existing(year, basis).count();
            assert_eq!(reading.entries.len(), rows * parts.len(), "{slug} {year}: {names:?}");
            publish(&files, current, &reading, &choices);
        }
    }
}

#[test]
fn the_catalogue_file_keeps_its_comments_and_its_order() {
    let current = gap();
    let text = table(
        current.catalogue.indicator(indicator("pci")),
        2017,
        &[("PCI", ComponentId::TOTAL)],
    );
    let choices = chosen(&[("indicator", "pci"), ("year", "2017"), ("method", "same")]);
    let reading = read(&text, &choices, current);
    let changed = apply(gap_files(), &reading, &choices, current, "bang.csv").unwrap();
    let path = "catalogue/indicators/pci.toml".to_owned();
    let lines = |files: &DataFiles| String::from_utf8(files[&path].clone()).unwrap();
    let changes = import::catalogue_changes(
        &DataFiles::from([(path.clone(), gap_files()[&path].clone())]),
        &DataFiles::from([(path.clone(), changed[&path].clone())]),
    );
    let [change] = &changes[..] else { panic!("{changes:?}") };
    let removed: Vec<&str> = change.removed.iter().map(|(_, line)| line.as_str()).collect();
    let added: Vec<&str> = change.added.iter().map(|(_, line)| line.as_str()).collect();
    assert_eq!(removed, ["to = 2016"]);
    assert_eq!(added[0], "to = 2017");
    assert_eq!(added[1..5], ["", "[[verdicts]]", "from = 2017", "to = 2020"]);
    assert_eq!(added[5], "verdict = \"unclear\"");
    assert!(
        added[6].starts_with("reason = { vi = \"Năm 2017 theo phương pháp của năm 2016."),
        "{}",
        added[6]
    );
    assert_eq!(added.len(), 7, "{added:#?}");
    assert!(lines(&changed).contains("# What the overall score is made of"));
}

#[test]
fn components_of_a_new_year_follow_from_the_file() {
    let files = gap_files_of_pci();
    let current = &edition_of(&files);
    let indicator_entry = current.catalogue.indicator(indicator("pci"));
    let bias = indicator_entry.component_by_slug("bias").unwrap();
    let columns = [
        ("PCI", ComponentId::TOTAL),
        ("Cạnh tranh bình đẳng", bias),
        ("Chuyển đổi xanh 2017", bias),
    ];
    let text = table(indicator_entry, 2017, &columns);
    let base = [("indicator", "pci"), ("year", "2017"), ("method", "same")];
    let first_reading = read(&text, &chosen(&base), current);
    assert_eq!(first_reading.questions.ended, [bias]);
    let unknown: Vec<(&str, &str)> = first_reading
        .questions
        .unknown
        .iter()
        .map(|c| (c.of.as_str(), c.name.as_str()))
        .collect();
    assert_eq!(unknown, [("5", "Chuyển đổi xanh")]);
    let not_in_year = first_reading
        .issues
        .iter()
        .filter(|i| i.kind == IssueKind::ComponentNotInYear);
    assert_eq!(not_in_year.count(), 1);

    let answered = [&base[..], &[("component.bias", "continue"), ("begin.5", "on")]].concat();
    let choices = chosen(&answered);
    let reading = read(&text, &choices, current);
    assert_eq!(errors(&reading), Vec::<String>::new());
    assert!(!reading.issues.iter().any(|i| i.kind == IssueKind::ComponentNotInYear));
    assert_eq!(reading.entries.len(), 63 * 3);
    let (_, published) = publish(&files, current, &reading, &choices);
    let after = published.catalogue.indicator(indicator("pci"));
    assert!(after.component(bias).exists_in(2017) && !after.component(bias).exists_in(2018));
    let green = after.component(after.component_by_slug("chuyen_doi_xanh").unwrap());
    assert_eq!((green.span.from, green.span.to), (2017, 2017));
    assert_eq!(after.compare(2016, 2017).verdict, Verdict::SameMethod);
    // Next year's file of the same kind recognises both columns by their names.
    let next = read(
        &table(indicator_entry, 2018, &columns),
        &chosen(&[("indicator", "pci"), ("year", "2018")]),
        &published,
    );
    assert_eq!(next.questions.ended.len(), 2);
    assert_eq!(next.questions.unknown, []);
}

#[test]
fn a_component_that_ended_long_ago_exists_again() {
    let files = files_of("pci");
    let current = &edition_of(&files);
    let indicator_entry = current.catalogue.indicator(indicator("pci"));
    let soe = indicator_entry.component_by_slug("soe_bias").unwrap();
    let text = table(
        indicator_entry,
        2025,
        &[("PCI", ComponentId::TOTAL), ("Ưu đãi đối với DNNN", soe)],
    );
    let choices = chosen(&[
        ("indicator", "pci"),
        ("year", "2025"),
        ("method", "unknown"),
        ("component.soe_bias", "continue"),
    ]);
    let reading = read(&text, &choices, current);
    assert_eq!(errors(&reading), Vec::<String>::new());
    assert_eq!(reading.entries.len(), 63 * 2);
    let (files, published) = publish(&files, current, &reading, &choices);
    let part = published.catalogue.indicator(indicator("pci")).component(soe);
    assert!(part.exists_in(2008) && !part.exists_in(2016) && part.exists_in(2025) && part.exists_in(2026));
    let toml = String::from_utf8(files["catalogue/indicators/pci.toml"].clone()).unwrap();
    assert!(toml.contains("again = [{ from = 2025 }]"), "{toml}");
}

#[test]
fn a_new_method_may_end_components() {
    let current = edition();
    let indicator_entry = current.catalogue.indicator(indicator("sipas"));
    let policy = indicator_entry.component_by_slug("policy").unwrap();
    let text = table(indicator_entry, 2025, &[("Chỉ số hài lòng chung", ComponentId::TOTAL)]);
    let choices = chosen(&[
        ("indicator", "sipas"),
        ("year", "2025"),
        ("method", "new"),
        ("method_name", "Một phần"),
        ("method_note", "Chỉ còn chỉ số chung."),
        ("component.policy", "end"),
    ]);
    let reading = read(&text, &choices, current);
    assert_eq!(reading.questions.may_end.len(), 2);
    assert_eq!(errors(&reading), Vec::<String>::new());
    let (_, published) = publish(data_files(), current, &reading, &choices);
    let after = published.catalogue.indicator(indicator("sipas"));
    assert!(after.component(policy).exists_in(2024) && !after.component(policy).exists_in(2025));
    assert_eq!(after.compare(2024, 2025).verdict, Verdict::MethodChanged);
    assert_eq!(after.method(2025).unwrap().name.en, "Một phần");
}

#[test]
fn several_years_in_one_file_are_answered_together_or_one_by_one() {
    let files = gap_files_of_pci();
    let current = &edition_of(&files);
    let indicator_entry = current.catalogue.indicator(indicator("pci"));
    let columns = ["PCI 2017", "PCI 2018", "PCI 2019"].map(|head| (head, ComponentId::TOTAL));
    let text = table(indicator_entry, 2017, &columns);
    let base = [("indicator", "pci"), ("method", "same")];
    let apart = [&base[..], &[("method.2018", "unknown")]].concat();
    let spans = |fields: &[(&str, &str)]| {
        let choices = chosen(fields);
        let reading = read(&text, &choices, current);
        assert_eq!(reading.questions.years, [2017, 2018, 2019]);
        assert_eq!(errors(&reading), Vec::<String>::new());
        let (_, published) = publish(&files, current, &reading, &choices);
        let added = difference(current, &published).changes;
        assert!(added.iter().all(|change| change.kind == Kind::Added));
        let after = published.catalogue.indicator(indicator("pci"));
        [(2016, 2017), (2017, 2018), (2018, 2019), (2019, 2020)].map(|(from, to)| after.compare(from, to).verdict)
    };
    let same = Verdict::SameMethod;
    assert_eq!(spans(&base), [same, same, same, Verdict::Unclear]);
    assert_eq!(spans(&apart), [same, Verdict::Unclear, same, Verdict::Unclear]);
}

#[test]
fn a_year_that_was_not_known_is_answered_by_a_later_upload() {
    let files = gap_files_of_pci();
    let current = edition_of(&files);
    let text = table(
        current.catalogue.indicator(indicator("pci")),
        2017,
        &[("PCI", ComponentId::TOTAL)],
    );
    let answer = |method: &str| chosen(&[("indicator", "pci"), ("year", "2017"), ("method", method)]);
    let (unknown, now) = publish(
        &files,
        &current,
        &read(&text, &answer("unknown"), &current),
        &answer("unknown"),
    );
    let later = read(&text, &answer("same:2016"), &now);
    assert_eq!(
        (later.questions.years.len(), &later.questions.unknown_years[..]),
        (0, &[2017][..])
    );
    let (known, _) = publish(&unknown, &now, &later, &answer("same:2016"));
    let (at_once, _) = publish(
        &files,
        &current,
        &read(&text, &answer("same:2016"), &current),
        &answer("same:2016"),
    );
    let path = "catalogue/indicators/pci.toml";
    assert_eq!(
        String::from_utf8_lossy(&known[path]),
        String::from_utf8_lossy(&at_once[path])
    );
}

#[test]
fn rows_that_name_a_new_component_create_it() {
    let current = edition();
    let provinces = &current.catalogue.provinces;
    let mut text = "Tỉnh;Thành phần;Năm;Giá trị\r\n".to_owned();
    for (_, province) in provinces.existing(2023, ProvinceList::Before2025) {
        for name in ["Tổng hợp", "Môi trường xanh"] {
            text.push_str(&format!("{};{name};2023;55,5\r\n", province.name.vi));
        }
    }
    let base = [("indicator", "par_index"), ("method", "same"), ("year", "")];
    let text = text.replace(";2023;", ";2026;");
    let first_reading = read(&text, &chosen(&base), current);
    assert_eq!(
        first_reading.questions.unknown.len(),
        1,
        "{:?}",
        first_reading.questions
    );
    let choices = chosen(&[&base[..], &[("begin.Môi trường xanh", "on")]].concat());
    let reading = read(&text, &choices, current);
    let components: std::collections::BTreeSet<ComponentId> = reading.entries.iter().map(|e| e.key.component).collect();
    assert_eq!(components.len(), 2);
}

#[test]
fn a_new_indicator_is_created_by_its_first_file() {
    let current = edition();
    let mut text = table(&current.catalogue.indicators[0], 2022, &[("Điểm", ComponentId::TOTAL)]);
    text = text.replace(";\"Điểm\"\r\n", ";Điểm;Nước sạch\r\n").replace(",", ".");
    let lines: Vec<String> = text.lines().map(|line| format!("{line};7.5")).collect();
    let text = lines.join("\r\n").replacen(";Nước sạch;7.5", ";Nước sạch", 1);
    let base = [("indicator", "new"), ("year", "2022"), ("indicator_short", "PGI")];
    let first_reading = read(&text, &chosen(&base), current);
    assert_eq!((first_reading.indicator, first_reading.entries.len()), (None, 0));
    assert!(
        errors(&first_reading).iter().any(|e| e.starts_with("no-indicator@")),
        "{:?}",
        errors(&first_reading)
    );

    let described = [
        &base[..],
        &[
            ("indicator_name", "Chỉ số xanh cấp tỉnh"),
            ("indicator_name_en", "Provincial Green Index"),
            ("indicator_publisher", "VCCI"),
            ("indicator_scale_max", "100"),
            ("indicator_ranks", "published_or_computed"),
            ("indicator_unit", "point"),
            ("indicator_direction", "higher"),
            ("method", "new"),
            ("method_name", "PGI 2022"),
            ("method_note", "Năm đầu công bố."),
            ("begin.4", "on"),
        ],
    ]
    .concat();
    let choices = chosen(&described);
    let reading = read(&text, &choices, current);
    assert_eq!(errors(&reading), Vec::<String>::new());
    assert_eq!(reading.entries.len(), 63 * 2);
    let (files, published) = publish(data_files(), current, &reading, &choices);
    let id = published.catalogue.indicator_by_slug("pgi").unwrap();
    let indicator_entry = published.catalogue.indicator(id);
    assert_eq!(usize::from(id.0), current.catalogue.indicators.len());
    assert_eq!(
        (indicator_entry.components.len(), indicator_entry.methods.len()),
        (2, 1)
    );
    assert_eq!(published.figures.len(), current.figures.len() + 63 * 2);
    assert!(files.contains_key("bundled/pgi.csv"));
    // The same form the second time refers to the existing indicator.
    let again = read(&text, &choices, &published);
    assert_eq!(
        apply(&files, &again, &choices, &published, "bang.csv").unwrap(),
        DataFiles::new()
    );
}
