//! Tests of files with a column of remarks.

use std::collections::{BTreeMap, BTreeSet};

use spreadsheet::{Remarks, annotated};

use crate::open::{open, shown};
use crate::workbooks::{small_ods, small_xlsx};

fn remarks(rows: &[((u16, u32), &str)]) -> Remarks<'static> {
    Remarks {
        heading: "Ghi chú",
        headers: BTreeMap::new(),
        rows: rows.iter().map(|(at, text)| (*at, (*text).to_owned())).collect(),
        cells: BTreeSet::new(),
    }
}

#[test]
fn text_files_keep_their_separator_and_lines() {
    let text = "Tỉnh;Điểm\n\nHà Nội;86,67\n=HYPERLINK(1);-5\n\"a;\"\"b\"\"\"\n";
    let book = open(text.as_bytes(), "a.csv").unwrap();
    let notes = remarks(&[((0, 3), "sai; xem lại"), ((0, 0), "Cả tệp"), ((0, 7), "cuối")]);
    let annotated_file = annotated(&book, &notes).unwrap();
    assert_eq!(annotated_file.extension, "csv");
    assert_eq!(
        String::from_utf8(annotated_file.bytes.clone()).unwrap(),
        "\u{FEFF}Tỉnh;Điểm;Ghi chú. Cả tệp\r\n\r\nHà Nội;86,67;\"sai; xem lại\"\r\n'=HYPERLINK(1);-5;\r\n\
         \"a;\"\"b\"\"\";;\r\n\r\n;;cuối\r\n"
    );
    let again = open(&annotated_file.bytes, "a.csv").unwrap();
    assert_eq!(again.sheets[0].line(1), 3);
}

#[test]
fn workbooks_become_xlsx_with_the_same_cells() {
    for bytes in [small_xlsx(), small_ods()] {
        let book = open(&bytes, "a").unwrap();
        let mut notes = remarks(&[((0, 6), "=không phải công thức")]);
        notes.headers.insert(0, 5);
        notes.cells.insert((0, 6, 4));
        notes.cells.insert((0, 6, 8));
        let annotated_file = annotated(&book, &notes).unwrap();
        assert_eq!(annotated_file.extension, "xlsx");
        let again = open(&annotated_file.bytes, "a.xlsx").unwrap();
        let expected = shown(&book.sheets[0])
            .replace('!', "")
            .replace("|Ngày\n", "|Ngày||Ghi chú\n")
            .replace("|@45108\n", "|@45108||=không phải công thức\n");
        assert_eq!(shown(&again.sheets[0]), expected);
        assert!(again.sheets[1].hidden && again.sheets[1].name == "An");
    }
}
