//! Workbooks whose sheets hold several indicators or years.

use domain::{
    IndicatorId, Snapshot,
    upload::{Choices, Outcome, Reading, Severity, Survey, Unread},
};
use spreadsheet::{Cell, Grid, Workbook};

use crate::shared::edition;

/// Builds a workbook from sheets of `name, text`: one line per row, cells separated by bars, blank lines as gaps. A
/// name in brackets is hidden.
fn workbook(sheets: &[(&str, &str)]) -> Workbook {
    let grid = |(name, text): &(&str, &str)| {
        let bare = name.trim_matches(['[', ']']);
        let mut grid = Grid::new(bare);
        grid.hidden = bare.len() < name.len();
        for (at, line) in text.trim_matches('\n').lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            grid.begin_row(u32::try_from(at).unwrap() + 1);
            for cell in line.split('|').map(str::trim) {
                grid.push(match cell.parse() {
                    Ok(number) => Cell::Number(number),
                    Err(_) if cell.is_empty() => Cell::Empty,
                    Err(_) => Cell::Text(cell),
                });
            }
        }
        grid
    };
    Workbook {
        kind: domain::upload::FileKind::Xlsx,
        encoding: None,
        separator: None,
        sheets: sheets.iter().map(grid).collect(),
        issues: Vec::new(),
    }
}

fn survey_and_read(sheets: &[(&str, &str)], name: &str, choices: &Choices) -> (Survey, Vec<Reading>) {
    let workbook = workbook(sheets);
    let survey = import::survey(&workbook, name, choices, edition());
    let readings = survey
        .drafts
        .iter()
        .map(|draft| import::read(&workbook, draft, edition()));
    let readings = readings.collect();
    (survey, readings)
}

fn slug(id: IndicatorId) -> &'static str {
    let edition: &'static Snapshot = edition();
    &edition.catalogue.indicator(id).slug
}

/// Describes a draft, such as `sipas 2022 (Hài lòng 2022), 5 figures`.
fn describe(choices: &Choices, reading: &Reading) -> String {
    let indicator = reading.indicator.map_or("?", slug);
    let years: Vec<String> = reading.years.iter().map(ToString::to_string).collect();
    let sheets: Vec<&str> = reading
        .tables()
        .filter_map(|table| Some(reading.sheets[reading.sheet_of(table)?].name.as_str()))
        .collect();
    let rows = choices
        .rows
        .map(|(first, last)| format!("{first}-{last} "))
        .unwrap_or_default();
    format!(
        "{indicator} {} {rows}({}), {} figures",
        years.join(" "),
        sheets.join(", "),
        reading.entries.len()
    )
}

fn describe_all(survey: &Survey, readings: &[Reading]) -> Vec<String> {
    survey
        .drafts
        .iter()
        .zip(readings)
        .map(|(choices, reading)| describe(choices, reading))
        .collect()
}

/// Describes the outcome of each table.
fn outcomes(survey: &Survey) -> Vec<String> {
    let outcome = |outcome: &Outcome| match outcome {
        Outcome::Drafts(drafts) => format!("drafts {drafts:?}"),
        Outcome::Open(open) => {
            let questions = [(open.indicator, "indicator"), (open.year, "year")];
            let questions: Vec<&str> = questions
                .iter()
                .filter(|(open, _)| *open)
                .map(|(_, name)| *name)
                .collect();
            format!("open {}", questions.join(" "))
        }
        Outcome::Unread(Unread::NoTable(words)) => format!("no table: {words}"),
        Outcome::Unread(Unread::Same(table)) => format!("same {table}"),
        Outcome::Unread(Unread::Differs(table, n)) => format!("differs {table} {n}"),
        Outcome::Unread(Unread::Unknown(table)) => format!("unknown {table}"),
        Outcome::Unread(Unread::LookAlike(kind)) => format!("look-alike {kind}"),
        Outcome::Unread(why) => format!("{why:?}"),
    };
    survey
        .tables
        .iter()
        .map(|table| format!("{}: {}", table.table, outcome(&table.outcome)))
        .collect()
}

fn no_errors(reading: &Reading) {
    let errors: Vec<_> = reading
        .issues
        .iter()
        .filter(|issue| issue.kind.severity() == Severity::Error)
        .map(|issue| issue.kind.code())
        .filter(|code| !["no-source", "no-method"].contains(code))
        .collect();
    assert_eq!(errors, Vec::<&str>::new());
}

const SIPAS: &str = "
Chỉ số hài lòng SIPAS năm 2022
Tỉnh, thành phố | SIPAS
Hà Nội | 80.12
Quảng Ninh | 87.59
Thái Nguyên | 86.10
Nghệ An | 79.95
";

const PAR: &str = "
Kết quả PAR INDEX năm 2022
Tỉnh, thành phố | Điểm | Hạng
Hà Nội | 89.58 | 3
Quảng Ninh | 90.10 | 1
Thái Nguyên | 86.10 | 7
Nghệ An | 85.27 | 12
";

#[test]
fn sheets_of_several_indicators_are_several_drafts() {
    let sheets: &[(&str, &str)] = &[
        ("Bìa", "Báo cáo cải cách hành chính"),
        ("SIPAS", SIPAS),
        ("PAR INDEX", PAR),
        ("Ghi chú", "Nguồn: Bộ Nội vụ\nSố liệu làm tròn"),
        ("Trống", ""),
    ];
    let (survey, readings) = survey_and_read(sheets, "tong-hop.xlsx", &Choices::default());
    assert_eq!(
        describe_all(&survey, &readings),
        ["sipas 2022 (SIPAS), 4 figures", "par_index 2022 (PAR INDEX), 4 figures"]
    );
    assert_eq!(
        outcomes(&survey),
        [
            ":Bìa: no table: Báo cáo cải cách hành chính",
            ":SIPAS: drafts [0]",
            ":PAR INDEX: drafts [1]",
            ":Ghi chú: no table: Nguồn: Bộ Nội vụ",
            ":Trống: Empty",
        ]
    );
    assert_eq!((survey.tables[1].provinces, survey.tables[1].figures), (4, 4));
    readings.iter().for_each(no_errors);
}

/// Returns a table of four provinces with a title and other values.
fn year_sheet(title: &str, add: f64) -> String {
    let rows = [
        ("Hà Nội", 80.12),
        ("Quảng Ninh", 87.59),
        ("Thái Nguyên", 86.1),
        ("Nghệ An", 79.95),
    ];
    let rows = rows.map(|(name, value)| format!("{name} | {:.2}", value + add));
    format!("{title}\nTỉnh, thành phố | Chỉ số SIPAS\n{}", rows.join("\n"))
}

#[test]
fn a_sheet_for_each_year_is_a_draft_for_each_year() {
    let sheet_of = |year: i32, add: f64| year_sheet(&format!("SIPAS năm {year}"), add);
    let (a, b, c) = (sheet_of(2020, 0.0), sheet_of(2021, 1.0), sheet_of(2022, 2.0));
    let history = "
Tỉnh, thành phố | SIPAS 2020 | SIPAS 2021 | SIPAS 2022
Hà Nội | 80.12 | 81.12 | 82.12
Quảng Ninh | 87.59 | 88.59 | 89.59
";
    let sheets: &[(&str, &str)] = &[("Chung", history), ("2020", &a), ("2021", &b), ("2022", &c)];
    let (survey, readings) = survey_and_read(sheets, "sipas.xlsx", &Choices::default());
    assert_eq!(
        describe_all(&survey, &readings),
        [
            "sipas 2020 (2020), 4 figures",
            "sipas 2021 (2021), 4 figures",
            "sipas 2022 (2022), 4 figures"
        ]
    );
    assert_eq!(outcomes(&survey)[0], ":Chung: same :2020");
}

#[test]
fn years_may_be_in_the_names_of_sheets_only() {
    let (a, b) = (year_sheet("Bảng", 0.0), year_sheet("Bảng", 1.0));
    let (survey, readings) = survey_and_read(
        &[("2021", a.as_str()), ("Năm 2022", b.as_str())],
        "x.xlsx",
        &Choices::default(),
    );
    assert_eq!(
        describe_all(&survey, &readings),
        ["sipas 2021 (2021), 4 figures", "sipas 2022 (Năm 2022), 4 figures"]
    );
}

#[test]
fn dimensions_of_one_year_are_one_draft() {
    let dimension = |title: &str, a: f64| {
        format!(
            "PAPI 2023 – {title}\nTỉnh, thành phố | Điểm\nHà Nội | {a}\nQuảng Ninh | {}\nNghệ An | {}",
            a + 0.1,
            a - 0.1
        )
    };
    let first = dimension("Nội dung 1: Tham gia của người dân ở cấp cơ sở", 4.8);
    let second = dimension("Nội dung 2: Công khai, minh bạch trong ra quyết định", 5.2);
    let third = dimension("Nội dung 4: Kiểm soát tham nhũng trong khu vực công", 6.9);
    let sheets: &[(&str, &str)] = &[
        ("ND1", first.as_str()),
        ("ND2", &second),
        ("ND4", &third),
        ("Ghi chú", "Thang điểm 1-10"),
    ];
    let (survey, readings) = survey_and_read(sheets, "PAPI 2023.xlsx", &Choices::default());
    assert_eq!(
        describe_all(&survey, &readings),
        ["papi 2023 (ND1, ND2, ND4), 9 figures"]
    );
    assert_eq!(readings[0].columns.len(), 6);
    let components: std::collections::BTreeSet<_> =
        readings[0].entries.iter().map(|entry| entry.key.component).collect();
    assert_eq!(components.len(), 3, "a title names the component of its sheet");
    no_errors(&readings[0]);
    let cell = readings[0].entries[4].at;
    assert_eq!((cell.sheet, cell.name().as_str()), (1, "B4"));
}

#[test]
fn two_tables_one_below_the_other_are_two_drafts() {
    let both = format!("{}\n\nNguồn: Bộ Nội vụ\n\n{}", SIPAS.trim(), PAR.trim());
    let (survey, readings) = survey_and_read(&[("Sheet1", &both)], "x.xlsx", &Choices::default());
    assert_eq!(
        describe_all(&survey, &readings),
        [
            "sipas 2022 1-8 (Sheet1), 4 figures",
            "par_index 2022 10-15 (Sheet1), 4 figures"
        ]
    );
    // Cells are numbered as in the file.
    assert_eq!(readings[1].entries[0].at.name(), "B12");
    readings.iter().for_each(no_errors);
}

#[test]
fn columns_of_several_indicators_are_several_drafts() {
    let wide = "
Kết quả năm 2022
TT | Tỉnh, thành phố | PAR INDEX | Xếp hạng PAR INDEX | SIPAS | Xếp hạng SIPAS | PAPI
1 | Hà Nội | 89.58 | 3 | 80.12 | 50 | 43.9
2 | Quảng Ninh | 90.10 | 1 | 87.59 | 1 | 47.9
3 | Thái Nguyên | 86.10 | 7 | 86.10 | 2 | 44.2
";
    let (survey, readings) = survey_and_read(&[("Tổng hợp", wide)], "x.xlsx", &Choices::default());
    assert_eq!(
        describe_all(&survey, &readings),
        [
            "par_index 2022 (Tổng hợp), 3 figures",
            "sipas 2022 (Tổng hợp), 3 figures",
            "papi 2022 (Tổng hợp), 3 figures"
        ]
    );
    assert_eq!(outcomes(&survey), [":Tổng hợp: drafts [0, 1, 2]"]);
    let ranks: Vec<_> = readings[1].entries.iter().map(|entry| entry.claim.rank).collect();
    assert_eq!(ranks, [Some(50), Some(1), Some(2)]);
    readings.iter().for_each(no_errors);
}

#[test]
fn the_name_of_the_file_supplies_what_the_tables_lack() {
    let table = "Tỉnh, thành phố | Điểm\nHà Nội | 63.1\nQuảng Ninh | 73.2\nNghệ An | 66.4";
    let (survey, readings) = survey_and_read(&[("Sheet1", table)], "PCI_2023 (final).xlsx", &Choices::default());
    assert_eq!(describe_all(&survey, &readings), ["pci 2023 (Sheet1), 3 figures"]);
    let by_name = survey.tables[0].by_name;
    assert!(by_name.indicator && by_name.year);
    // The content of a table takes precedence over the name of the file.
    let (survey, readings) = survey_and_read(&[("Sheet1", SIPAS)], "PCI 2023.xlsx", &Choices::default());
    assert_eq!(describe_all(&survey, &readings), ["sipas 2022 (Sheet1), 4 figures"]);
    assert_eq!(survey.drafts, [Choices::default()]);
    // A date in a name is when the file was sent.
    let (survey, _) = survey_and_read(&[("Sheet1", table)], "PCI 15-03-2023.xlsx", &Choices::default());
    assert_eq!(survey.drafts[0].year, None);
}

#[test]
fn what_cannot_be_determined_is_asked() {
    let nameless = "Tỉnh, thành phố | Dân số\nHà Nội | 8435.7\nQuảng Ninh | 1362.9\nNghệ An | 3416.9";
    let (survey, readings) = survey_and_read(&[("SIPAS", SIPAS), ("Khác", nameless)], "x.xlsx", &Choices::default());
    assert_eq!(describe_all(&survey, &readings), ["sipas 2022 (SIPAS), 4 figures"]);
    assert_eq!(outcomes(&survey)[1], ":Khác: open indicator year");
    let two = [("A", year_sheet("Bảng", 0.0)), ("B", year_sheet("Bảng", 1.0))];
    let two: Vec<(&str, &str)> = two.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let (survey, _) = survey_and_read(&two, "x.xlsx", &Choices::default());
    assert_eq!(
        (outcomes(&survey), survey.drafts.len()),
        (vec![":A: open year".into(), ":B: open year".into()], 0)
    );
    // The name of a file does not date two tables that contradict each other.
    let (survey, _) = survey_and_read(&two, "sipas 2022.xlsx", &Choices::default());
    assert_eq!(outcomes(&survey), [":A: open year", ":B: open year"]);
}

#[test]
fn hidden_sheets_and_repetitions_are_reported_and_not_read() {
    let sheets: &[(&str, &str)] = &[("SIPAS", SIPAS), ("[Cũ]", PAR), ("Bản sao", SIPAS)];
    let (survey, readings) = survey_and_read(sheets, "x.xlsx", &Choices::default());
    assert_eq!(describe_all(&survey, &readings), ["sipas 2022 (SIPAS), 4 figures"]);
    assert_eq!(outcomes(&survey)[1..], [":Cũ: Hidden", ":Bản sao: same :SIPAS"]);
    assert!(survey.tables[1].hidden);
    assert_eq!(
        survey.tables[1]
            .indicators
            .iter()
            .map(|id| slug(*id))
            .collect::<Vec<_>>(),
        ["par_index"]
    );
}

#[test]
fn what_is_chosen_for_the_file_restricts_it() {
    let sheets: &[(&str, &str)] = &[("SIPAS", SIPAS), ("PAR INDEX", PAR)];
    let chosen = |indicator: Option<&str>, year: Option<i32>, sheet: Option<&str>| Choices {
        indicator: indicator.map(str::to_owned),
        year,
        sheet: sheet.map(str::to_owned),
        ..Choices::default()
    };
    let drafts_and_outcomes = |choices: &Choices| {
        let (survey, readings) = survey_and_read(sheets, "x.xlsx", choices);
        (describe_all(&survey, &readings), outcomes(&survey))
    };
    let (drafts, outcomes) = drafts_and_outcomes(&chosen(Some("par_index"), None, None));
    assert_eq!(drafts, ["par_index 2022 (PAR INDEX), 4 figures"]);
    assert_eq!(outcomes[0], ":SIPAS: OtherIndicator");
    let (drafts, outcomes) = drafts_and_outcomes(&chosen(None, None, Some("SIPAS")));
    assert_eq!(drafts, ["sipas 2022 (SIPAS), 4 figures"]);
    assert_eq!(outcomes[1], ":PAR INDEX: OtherSheet");
    let (_, outcomes) = drafts_and_outcomes(&chosen(None, Some(2021), None));
    assert_eq!(outcomes, [":SIPAS: OtherYear", ":PAR INDEX: OtherYear"]);
}

#[test]
fn one_table_is_one_draft_without_any_choice() {
    let (survey, _) = survey_and_read(
        &[("Sheet1", SIPAS), ("Ghi chú", "Nguồn")],
        "x.xlsx",
        &Choices::default(),
    );
    assert_eq!(survey.drafts, [Choices::default()]);
    let (survey, _) = survey_and_read(
        &[("Ghi chú", "Nguồn"), ("Bìa", "Báo cáo")],
        "x.xlsx",
        &Choices::default(),
    );
    assert_eq!(
        survey.drafts,
        [Choices::default()],
        "the one draft says that there is no table"
    );
}
