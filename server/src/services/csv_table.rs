//! CSV that spreadsheets open rightly and safely.

/// Spreadsheets take text without it for another encoding.
const MARK: &str = "\u{feff}";

/// Rows of text.
#[derive(Debug)]
pub(crate) struct Table(String);

impl Table {
    /// A table with this header.
    pub(crate) fn new<S: AsRef<str>>(header: &[S]) -> Self {
        let mut table = Self(MARK.to_owned());
        table.row(header);
        table
    }

    /// Adds a row.
    pub(crate) fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (at, text) in cells.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.0.push_str(&cell(text.as_ref()));
        }
        self.0.push_str("\r\n");
    }

    /// The file.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A cell. What a spreadsheet would take for a formula gets a `'` in front; numbers stay numbers.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && text.parse::<f64>().is_err();
    let guard = if formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn nothing_becomes_a_formula_and_numbers_stay() {
        for (text, written) in [
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+1", "'-1+1"),
            ("-12.5", "-12.5"),
            ("+84", "+84"),
            ("\tx", "'\tx"),
            ("86,67", "\"86,67\""),
            ("Huế", "Huế"),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
