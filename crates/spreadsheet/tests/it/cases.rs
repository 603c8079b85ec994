//! Files that reproduce defects reported by users of comparable tools, with the expected cells.

use domain::upload::IssueKind::{self, CoveredCells, FootnoteMarks, SeparatorFound};
use spreadsheet::{Cell, Grid};

use crate::open::{kinds, open};

/// A case: file, number of non-empty rows, issues, and expected cells as row and column of a spreadsheet and content.
struct Case {
    file: &'static str,
    rows: usize,
    issues: &'static [IssueKind],
    cells: &'static [(u32, usize, &'static str)],
}

const CASES: &[Case] = &[
    Case {
        file: "01-formulas-stored-as-zero.xlsx",
        rows: 64,
        issues: &[],
        cells: &[(2, 13, "=?"), (64, 13, "=?"), (64, 3, "8.4599")],
    },
    Case {
        file: "03-superscript-footnotes.xlsx",
        rows: 65,
        issues: &[FootnoteMarks],
        cells: &[(2, 3, "60,741^1"), (3, 3, "55.4004")],
    },
    Case {
        file: "05-new-error-value.xlsx",
        rows: 64,
        issues: &[],
        cells: &[(2, 3, "60.741"), (64, 3, "56.3561")],
    },
    Case {
        file: "06-strict-ooxml.xlsx",
        rows: 65,
        issues: &[],
        cells: &[(1, 3, "@42808"), (4, 3, "70.0014"), (66, 4, "63")],
    },
    Case {
        file: "08-ties-merged-below-blank-rows.xlsx",
        rows: 56,
        issues: &[],
        cells: &[(6, 3, "Chỉ số ứng dụng CNTT"), (59, 4, "53")],
    },
    Case {
        file: "09-leftovers-under-merged-cells.xlsx",
        rows: 65,
        issues: &[CoveredCells],
        cells: &[
            (1, 2, "Năm 2015"),
            (1, 3, ""),
            (1, 4, "Năm 2016"),
            (1, 5, ""),
            (3, 5, "14"),
        ],
    },
    Case {
        file: "14-ods-comments-and-header-rows.ods",
        rows: 65,
        issues: &[],
        cells: &[
            (4, 3, "Điểm PCI"),
            (5, 2, "Hà Nội"),
            (6, 2, "Hà Giang"),
            (6, 3, "55.4004"),
        ],
    },
    Case {
        file: "17a-two-byte-order-marks.csv",
        rows: 64,
        issues: &[SeparatorFound],
        cells: &[(1, 1, "Tỉnh, thành phố"), (1, 3, "Xếp hạng"), (2, 3, "14")],
    },
    Case {
        file: "19-constant-formulas.csv",
        rows: 64,
        issues: &[SeparatorFound],
        cells: &[(2, 1, "01"), (2, 2, "Hà Nội"), (2, 3, "60,741"), (64, 4, "54")],
    },
    Case {
        file: "20-apostrophes-of-a-formula-guard.csv",
        rows: 64,
        issues: &[SeparatorFound],
        cells: &[(2, 1, "01"), (2, 3, "42.3195")],
    },
    Case {
        file: "24-title-with-commas-padded-rows.csv",
        rows: 66,
        issues: &[SeparatorFound],
        cells: &[
            (1, 1, "Bảng 3.1"),
            (3, 4, "Xếp hạng"),
            (66, 4, "63"),
            (107, 1, "Nguồn: VCCI"),
        ],
    },
    Case {
        file: "27-px-web-export.csv",
        rows: 66,
        issues: &[SeparatorFound],
        cells: &[
            (3, 3, "Sơ bộ 2016 Điểm PCI"),
            (4, 2, ".."),
            (5, 2, "59.0003"),
            (67, 3, "56.3561"),
        ],
    },
    Case {
        file: "two-row-header-papi-2020.xlsx",
        rows: 66,
        issues: &[],
        cells: &[
            (2, 3, "1. Tham gia của người dân ở cấp cơ sở"),
            (3, 7, "Tổng điểm"),
            (66, 3, "0.7016"),
        ],
    },
];

fn cell_text(grid: &Grid, line: u32, column: usize) -> String {
    let Some(row) = grid.row_at(line) else {
        return String::new();
    };
    let mark = grid.mark(row, column - 1).map(|mark| format!("^{mark}"));
    let cell = match grid.get(row, column - 1) {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.to_owned(),
        Cell::Number(value) => value.to_string(),
        Cell::Date(value) => format!("@{value}"),
        Cell::Bool(value) => value.to_string(),
        Cell::Uncalculated => "=?".to_owned(),
    };
    cell + &mark.unwrap_or_default()
}

fn read(file: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/");
    std::fs::read(format!("{folder}{file}")).unwrap()
}

#[test]
fn files_are_read_as_spreadsheets_display_them() {
    for case in CASES {
        let book = open(&read(case.file), case.file).unwrap();
        let grid = &book.sheets[0];
        assert_eq!(grid.height(), case.rows, "{}", case.file);
        assert_eq!(kinds(&book.issues), case.issues, "{}", case.file);
        for (line, column, expected) in case.cells {
            assert_eq!(
                cell_text(grid, *line, *column),
                expected.trim(),
                "{} {line}:{column}",
                case.file
            );
        }
    }
}

#[test]
fn every_file_in_the_folder_is_tested() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(CASES.iter().any(|case| case.file == name), "{name}");
    }
}

#[test]
fn an_unknown_error_affects_one_cell_only() {
    let book = open(&read("05-new-error-value.xlsx"), "a.xlsx").unwrap();
    let grid = &book.sheets[0];
    let cells = (0..grid.height()).flat_map(|row| (0..grid.width(row)).map(move |column| (row, column)));
    let errors: Vec<_> = cells
        .map(|(row, column)| grid.get(row, column))
        .filter(|c| matches!(c, Cell::Error(_)))
        .collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
}

#[test]
fn merged_areas_are_found_below_blank_rows() {
    let book = open(&read("08-ties-merged-below-blank-rows.xlsx"), "a.xlsx").unwrap();
    let grid = &book.sheets[0];
    let ties: Vec<_> = grid.merged_areas().filter(|area| area.1 == 2).collect();
    assert_eq!(ties.len(), 3);
    for (top, left, bottom, right) in ties {
        assert_eq!((bottom - top, right - left), (1, 0));
        assert!(matches!(grid.get(top, left), Cell::Number(_)));
        assert_eq!(grid.get(bottom, left), Cell::Empty);
    }
}

#[test]
fn content_below_merged_cells_is_separated() {
    let book = open(&read("09-leftovers-under-merged-cells.xlsx"), "a.xlsx").unwrap();
    let texts: Vec<&str> = book.sheets[0].covered.iter().map(|c| c.text.as_ref()).collect();
    assert_eq!(texts, ["Năm 2014", "Năm 2015"]);
}
