//! Names of uploaded files.

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// A name that can be shown: no path, no control characters, not endless.
pub(crate) fn file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = name.chars().filter(|c| !c.is_control()).collect();
    domain::tidy(&clean).chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        for (sent, name) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\lan\\PCI 2025.xlsx", "PCI 2025.xlsx"),
            ("bảng\u{0}\r\n.csv", "bảng.csv"),
            ("", ""),
        ] {
            assert_eq!(file_name(sent), name);
        }
        assert_eq!(file_name(&"ă".repeat(500)).chars().count(), LONGEST_NAME);
    }
}
