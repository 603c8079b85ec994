//! Small files that reproduce bugs reported by users of similar tools, each as a whole upload.

use domain::upload::IssueKind::{self, FormulaError, UncalculatedFormula};

use super::upload;
use crate::shared::data_folder;

/// A file, the editor's choices, and the expected outcome.
struct Case {
    file: &'static str,
    indicator: &'static str,
    year: &'static str,
    figures: usize,
    /// Errors with their numbers; nothing else may stop the file.
    errors: &'static [(IssueKind, usize)],
    /// Warnings that are justified by the file.
    warnings: &'static [IssueKind],
    notices: &'static [IssueKind],
}

const PLAIN: Case = Case {
    file: "",
    indicator: "pci",
    year: "2016",
    figures: 63,
    errors: &[],
    warnings: &[],
    notices: &[],
};

const CASES: &[Case] = &[
    Case {
        file: "01-formulas-stored-as-zero.xlsx",
        figures: 630,
        errors: &[(UncalculatedFormula, 63)],
        ..PLAIN
    },
    Case {
        file: "03-superscript-footnotes.xlsx",
        notices: &[IssueKind::FootnoteMarks],
        ..PLAIN
    },
    Case {
        file: "05-new-error-value.xlsx",
        figures: 62,
        errors: &[(FormulaError, 1)],
        ..PLAIN
    },
    Case {
        file: "06-strict-ooxml.xlsx",
        ..PLAIN
    },
    Case {
        file: "08-ties-merged-below-blank-rows.xlsx",
        indicator: "egov_ict",
        year: "2017",
        figures: 53,
        warnings: &[IssueKind::AbsentProvince],
        ..PLAIN
    },
    Case {
        file: "09-leftovers-under-merged-cells.xlsx",
        year: "",
        figures: 126,
        ..PLAIN
    },
    Case {
        file: "14-ods-comments-and-header-rows.ods",
        ..PLAIN
    },
    Case {
        file: "17a-two-byte-order-marks.csv",
        ..PLAIN
    },
    Case {
        file: "19-constant-formulas.csv",
        ..PLAIN
    },
    Case {
        file: "20-apostrophes-of-a-formula-guard.csv",
        indicator: "papi",
        year: "2018",
        notices: &[IssueKind::NoFigureMark],
        ..PLAIN
    },
    Case {
        file: "24-title-with-commas-padded-rows.csv",
        year: "",
        ..PLAIN
    },
    Case {
        file: "27-px-web-export.csv",
        year: "",
        figures: 128,
        warnings: &[IssueKind::PublishedErased],
        notices: &[IssueKind::NoFigureMark, IssueKind::Preliminary],
        ..PLAIN
    },
];

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(data_folder().join("../crates/spreadsheet/tests/cases").join(file)).unwrap()
}

#[test]
fn files_of_bug_reports_have_the_right_outcome() {
    for case in CASES {
        let outcome = upload(
            case.file,
            &bytes(case.file),
            &[("indicator", case.indicator), ("year", case.year)],
        );
        let of_kind = |kind: IssueKind| outcome.issues(kind).len();
        let summary = outcome.summary();
        assert_eq!(outcome.reading.entries.len(), case.figures, "{summary}");
        assert_eq!(outcome.kinds(domain::upload::Severity::Error), case.errors, "{summary}");
        let warnings: Vec<IssueKind> = outcome
            .kinds(domain::upload::Severity::Warning)
            .into_iter()
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(warnings, case.warnings, "{summary}");
        assert!(case.notices.iter().all(|kind| of_kind(*kind) > 0), "{summary}");
        // The figure that the export leaves out is published: removing it is reported, and the editor decides.
        let erased = of_kind(IssueKind::PublishedErased);
        assert_eq!(outcome.changed(), erased, "{summary}");
    }
}

/// Its last column of a dimension was introduced after the last year with a method when the file was written: it is in
/// the catalogue by now, or is created by the upload.
#[test]
fn a_year_of_papi_under_a_header_of_two_rows() {
    let file = "two-row-header-papi-2020.xlsx";
    let fields = [
        ("indicator", "papi"),
        ("year", "2020"),
        ("method", "same"),
        ("begin.15", "on"),
    ];
    let outcome = upload(file, &bytes(file), &fields);
    assert_eq!(outcome.reading.entries.len(), 63 * 38, "{}", outcome.summary());
    assert!(
        outcome.reading.publishable() && outcome.changed() == 0,
        "{}",
        outcome.summary()
    );
}
