//! Sources as lines: in full for files and notes, short for a slide.

use std::collections::BTreeSet;

/// Characters of a line on a slide, of which two columns are legible from the back of a room.
const LONGEST_SHORT: usize = 64;

/// Where figures were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// Title as published.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// When; may be empty.
    pub published: String,
    /// Its address; may be empty.
    pub url: String,
}

impl SourceLine {
    /// Returns all that is known of it.
    #[must_use]
    pub fn text(&self) -> String {
        let parts = [&self.title, &self.publisher, &self.published, &self.url];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        parts.join(", ")
    }
}

/// Returns the sources without addresses, one line for titles of one publisher that differ only in their years.
#[must_use]
pub fn short_sources(sources: &[SourceLine]) -> Vec<String> {
    let mut groups: Vec<(String, String, BTreeSet<i32>)> = Vec::new();
    for source in sources {
        let (pattern, year) = split_year(&source.title);
        match groups
            .iter_mut()
            .find(|(known, publisher, _)| *known == pattern && *publisher == source.publisher)
        {
            Some((_, _, years)) => years.extend(year),
            None => groups.push((pattern, source.publisher.clone(), year.into_iter().collect())),
        }
    }
    let line = |(pattern, publisher, years): (String, String, BTreeSet<i32>)| {
        let title = pattern.replace(YEAR, &ranges(&years));
        let room = LONGEST_SHORT.saturating_sub(publisher.chars().count().min(28) + 2);
        let title = shortened(&title, room.max(24));
        if publisher.is_empty() {
            title
        } else {
            format!("{}: {title}", shortened(&publisher, 28))
        }
    };
    let mut lines: Vec<String> = groups.into_iter().map(line).collect();
    lines.sort();
    lines.dedup();
    lines
}

/// What stands for the year in the pattern of a title; no title contains it.
const YEAR: &str = "\u{1}";

/// Splits a title into a pattern and the only year in it.
fn split_year(title: &str) -> (String, Option<i32>) {
    let starts = title.char_indices().map(|(at, _)| at);
    let mut found = starts.filter_map(|at| {
        let four = title.get(at..at + 4)?;
        let year: i32 = four.parse().ok().filter(|year| (2000..=2099).contains(year))?;
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let alone = !digit(title[..at].chars().next_back()) && !digit(title[at + 4..].chars().next());
        alone.then_some((at, year))
    });
    match (found.next(), found.next()) {
        (Some((at, year)), None) => (format!("{}{YEAR}{}", &title[..at], &title[at + 4..]), Some(year)),
        _ => (title.to_owned(), None),
    }
}

/// Returns years as ranges: `2009–2011, 2013`.
fn ranges(years: &BTreeSet<i32>) -> String {
    let years: Vec<i32> = years.iter().copied().collect();
    let runs = years.chunk_by(|a, b| a + 1 == *b);
    let texts: Vec<String> = runs
        .map(|run| match run {
            [only] => only.to_string(),
            [first, .., last] => format!("{first}–{last}"),
            [] => String::new(),
        })
        .collect();
    texts.join(", ")
}

/// Returns a text cut off after a word, so that it has at most this number of characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = cut.rfind(' ').filter(|at| *at * 2 > cut.len()).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([' ', ',', ':', ';', '(', '-', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(title: &str, publisher: &str) -> SourceLine {
        SourceLine {
            title: title.to_owned(),
            publisher: publisher.to_owned(),
            published: "2024".to_owned(),
            url: "https://example.vn/a-very-long-address".to_owned(),
        }
    }

    #[test]
    fn titles_that_differ_in_their_year_are_one_line() {
        let years = [2013, 2009, 2010, 2011].map(|year| source(&format!("Bảng tính PCI {year}"), "VCCI"));
        assert_eq!(short_sources(&years), ["VCCI: Bảng tính PCI 2009–2011, 2013"]);
        let other = [source("PAPI 2011", "UNDP"), source("PAPI 2011 và 2012", "UNDP")];
        assert_eq!(short_sources(&other).len(), 2);
    }

    #[test]
    fn a_line_on_a_slide_is_short_and_has_no_address() {
        let long = source(
            &"Chỉ số hài lòng của người dân ".repeat(9),
            "Báo điện tử Đại biểu Nhân dân, Văn phòng Quốc hội",
        );
        let line = &short_sources(std::slice::from_ref(&long))[0];
        assert!(line.chars().count() <= LONGEST_SHORT && line.ends_with('…'), "{line}");
        assert!(!line.contains("http") && long.text().ends_with("address"));
    }
}
