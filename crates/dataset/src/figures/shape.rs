//! Checks in one pass that a file is a regular table, because Polars fills short rows with nulls silently.

/// Returns the number of rows after the header. `None` unless the file is UTF-8 with exactly this header, each row has
/// as many cells, and quotes and line ends are as this program writes them; [`Sheet`](crate::sheet::Sheet) then
/// reports what is wrong, or reads other forms of CSV.
pub(super) fn rows(bytes: &[u8], head: &[&str]) -> Option<usize> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut rest = text.strip_prefix(&head.join(","))?.strip_prefix('\n')?.as_bytes();
    let mut rows = 0;
    while !rest.is_empty() {
        rest = rest.get(row(rest, head.len())?..)?;
        rows += 1;
    }
    Some(rows)
}

/// Returns the length of the first row, including its line end. `None` if it is not regular.
fn row(bytes: &[u8], width: usize) -> Option<usize> {
    let (mut cells, mut quoted) = (1, false);
    // The states of the byte before: a cell begins after it, or it may have ended a quoted cell.
    let (mut begins, mut closed) = (true, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\r' => return None,
            b'"' if quoted => (quoted, closed) = (false, true),
            b'"' if begins || closed => (quoted, begins, closed) = (true, false, false),
            b'"' => return None,
            _ if quoted => {}
            b',' => (cells, begins, closed) = (cells + 1, true, false),
            b'\n' => return (cells == width).then_some(at + 1),
            _ if closed => return None,
            _ => begins = false,
        }
    }
    (cells == width && !quoted).then_some(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn irregular_files_are_not_counted() {
        for (text, expected) in [
            ("a,b\n1,2\n3,4\n", Some(2)),
            ("a,b\n1,2\n3,4", Some(2)),
            ("a,b\n", Some(0)),
            ("a,b\n\"x, \"\"y\"\"\nz\",\n", Some(1)),
            ("a,b\n\"\",\"\"\n", Some(1)),
            ("a,b", None),
            ("a,c\n1,2\n", None),
            ("\u{feff}a,b\n1,2\n", None),
            ("a,b\r\n1,2\r\n", None),
            ("a,b\n1\n", None),
            ("a,b\n1,2,3\n", None),
            ("a,b\n\n1,2\n", None),
            ("a,b\n1,x\"y\n", None),
            ("a,b\n1,\"x\"y\n", None),
            ("a,b\n1,\"x\n", None),
        ] {
            assert_eq!(rows(text.as_bytes(), &["a", "b"]), expected, "{text:?}");
        }
        assert_eq!(rows(b"a,b\n1,\xff\n", &["a", "b"]), None);
    }

    proptest! {
        #[test]
        fn what_is_regular_has_as_many_rows_for_the_csv_crate(text in "[ab,\"\n]{0,40}") {
            let file = format!("a,b\n{text}");
            if let Some(rows) = rows(file.as_bytes(), &["a", "b"]) {
                let mut reader = csv::Reader::from_reader(file.as_bytes());
                let widths: Vec<usize> = reader.records().map(|record| record.unwrap().len()).collect();
                prop_assert_eq!(widths, vec![2; rows]);
            }
        }
    }
}
