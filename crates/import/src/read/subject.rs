//! Determines the subject of a table: indicator, year, and look-alikes.

use std::collections::BTreeMap;

use domain::{ComponentId, IndicatorId, fold, upload::Role};

use crate::{
    columns::{Content, Heading, Kind},
    layout::Table,
    names::{Names, split_years, words},
};

/// The amount of evidence for each indicator.
pub(crate) type Votes = BTreeMap<IndicatorId, u32>;

/// Counts the evidence for each indicator: components named by headers or rows, and the indicator's own name. Columns
/// that the choices exclude do not count.
pub(super) fn votes(
    table: &Table<'_>,
    headings: &[Heading],
    contents: &[Content],
    names: &Names<'_>,
    left_out: &BTreeMap<u32, Role>,
) -> Votes {
    let mut votes = Votes::new();
    let mut components: Vec<(IndicatorId, ComponentId)> = Vec::new();
    let mut named: Vec<IndicatorId> = Vec::new();
    let mut count_targets = |targets: &[crate::names::Target]| {
        for target in targets {
            let entry = (target.indicator, target.component);
            if target.rank == 3 {
                named.push(target.indicator);
            } else if target.component != ComponentId::TOTAL {
                components.push(entry);
            }
        }
    };
    let counts = |column: usize| left_out.get(&table.view.number(column)) != Some(&Role::Ignore);
    for (column, heading) in headings.iter().enumerate().filter(|(column, _)| counts(*column)) {
        count_targets(&heading.targets);
        let names_rows = matches!(heading.kind, Some(Kind::Component | Kind::Indicator))
            || (contents[column].numbers == 0 && contents[column].texts > 1 && !table.places.contains(&column));
        if names_rows {
            let mut seen: Vec<&str> = Vec::new();
            for row in table.body.clone().take(300) {
                let text = table.view.text(row, column);
                if !text.is_empty() && !seen.contains(&text) && seen.len() < 60 {
                    seen.push(text);
                    count_targets(&names.find(text));
                }
            }
        }
    }
    for title in std::iter::once(table.view.name()).chain(table.titles.iter().map(String::as_str)) {
        named.extend(names.mentioned(title));
    }
    components.sort_unstable();
    components.dedup();
    named.sort_unstable();
    named.dedup();
    for (indicator, _) in components {
        *votes.entry(indicator).or_default() += 1;
    }
    for indicator in named {
        *votes.entry(indicator).or_default() += 3;
    }
    votes
}

/// Returns the indicator with the most evidence; `None` if there is a tie.
pub(crate) fn winner(votes: &Votes) -> Option<IndicatorId> {
    let best = votes.values().max()?;
    let mut ahead = votes.iter().filter(|(_, n)| *n == best);
    match (ahead.next(), ahead.next()) {
        (Some((id, _)), None) => Some(*id),
        _ => None,
    }
}

/// The part of an indicator that a table covers, according to its titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The whole, as far as the titles state.
    Whole,
    /// This component.
    Component(ComponentId),
    /// A numbered part ("Nội dung 3") without a name in the catalogue.
    Unknown,
}

/// Number of titles searched for a component.
const MAX_TITLES: usize = 20;

/// Returns the part of the indicator that the titles, or else the name of the sheet, refer to: below "Nội dung 4: Kiểm
/// soát tham nhũng" a column "Điểm" is not the headline figure.
pub(super) fn part(table: &Table<'_>, id: IndicatorId, names: &Names<'_>) -> Part {
    let sheet_name = std::iter::once(table.view.name());
    let titles: Vec<&str> = table.titles.iter().take(MAX_TITLES).map(String::as_str).collect();
    for texts in [titles, sheet_name.collect()] {
        let mut found: Vec<ComponentId> = texts.iter().flat_map(|text| components(text, id, names)).collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [component] => return Part::Component(component),
            [] if texts.iter().any(|text| numbered_part(text)) => return Part::Unknown,
            _ => {}
        }
    }
    Part::Whole
}

/// Returns the components that a title names as a whole, or after a colon, a dash or a bracket.
fn components(title: &str, id: IndicatorId, names: &Names<'_>) -> Vec<ComponentId> {
    let pieces = title
        .split([':', ';', '–', '—', '(', ')', '|'])
        .chain(title.split(" - "));
    let pieces = std::iter::once(title).chain(pieces);
    let components_of_piece = |piece: &str| {
        let named = names.find(piece.trim());
        let mut found: Vec<ComponentId> = named
            .iter()
            .filter(|target| target.indicator == id && target.component != ComponentId::TOTAL)
            .map(|target| target.component)
            .collect();
        found.dedup();
        found
    };
    pieces.flat_map(components_of_piece).collect()
}

/// Returns true for titles such as "Nội dung 3", "Dimension 3", "Lĩnh vực 2".
fn numbered_part(title: &str) -> bool {
    const WORDS: [&[&str]; 8] = [
        &["noi", "dung"],
        &["thanh", "phan"],
        &["linh", "vuc"],
        &["truc"],
        &["tieu", "chi"],
        &["dimension"],
        &["component"],
        &["sub", "index"],
    ];
    let all = words(title);
    let number = |word: &String| {
        let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        digits || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains(&word.as_str())
    };
    WORDS.iter().any(|phrase| {
        let ends = all.windows(phrase.len() + 1);
        ends.into_iter()
            .any(|w| w.iter().zip(*phrase).all(|(a, b)| a == b) && number(&w[phrase.len()]))
    })
}

/// The years that headers mention.
pub(super) struct HeaderYears {
    /// Whether columns of several years are side by side.
    pub(super) many: bool,
    /// The only year of all columns.
    pub(super) one: Option<i32>,
}

/// Returns the years of headers: several are side by side if most columns state theirs; a year that only a remark
/// mentions does not count.
pub(super) fn header_years(headings: &[Heading]) -> HeaderYears {
    let figures = || {
        headings
            .iter()
            .filter(|h| h.kind.is_none() && (h.field.is_some() || h.generic || !h.targets.is_empty()))
    };
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for heading in figures() {
        if let [year] = heading.years[..] {
            *counts.entry(year).or_default() += 1;
        }
    }
    let dated: usize = counts.values().sum();
    let many = counts.len() > 1 && dated * 2 >= figures().count();
    let most = counts.values().max().copied().unwrap_or(0);
    let mut best = counts.iter().filter(|(_, n)| **n == most).map(|(year, _)| *year);
    let one = match (best.next(), best.next()) {
        (Some(year), None) if !many => Some(year),
        _ => None,
    };
    HeaderYears { many, one }
}

/// Returns the only year that the titles, or else the name of the sheet, mention: sheets are copied from year to year
/// and keep their names, while titles are printed.
pub(super) fn title_year(table: &Table<'_>) -> Option<i32> {
    one_year(&table.titles).or_else(|| one_year(&[table.view.name().to_owned()]))
}

/// Returns the only year that the name of the file mentions. Files are copied like sheets, so it is used only if
/// nothing inside states a year.
pub(super) fn file_year(name: &str) -> Option<i32> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    one_year(&[stem.to_owned()])
}

/// Returns the only year in some texts; dates, decisions and spans of years do not count.
pub(super) fn one_year(texts: &[String]) -> Option<i32> {
    let mut plain: Vec<i32> = Vec::new();
    let mut after_word: Vec<i32> = Vec::new();
    for text in texts {
        let tokens: Vec<&str> = text
            .split_whitespace()
            .filter(|token| !token.contains('/') || !token.contains(|c: char| c.is_ascii_digit()))
            .collect();
        let tokens = separate_digits(&tokens.join(" "));
        plain.extend(split_years(&words(&tokens)).1);
        let folded = fold(&tokens);
        let all: Vec<&str> = folded.split(' ').collect();
        after_word.extend(all.windows(2).filter_map(|w| {
            ["nam", "year"]
                .contains(&w[0])
                .then(|| crate::values::year(w[1]))
                .flatten()
        }));
        after_word.extend(all.windows(3).filter_map(|w| {
            let named = ["nam", "year"].contains(&w[0]);
            named.then(|| crate::names::grouped_year(w[1], w[2])).flatten()
        }));
    }
    for years in [&mut after_word, &mut plain] {
        years.sort_unstable();
        years.dedup();
        if let [year] = years[..] {
            return Some(year);
        }
    }
    None
}

/// Inserts spaces between letters and digits: "2015PAPI" becomes "2015 PAPI", because names of sheets are written
/// without spaces.
fn separate_digits(text: &str) -> String {
    let mut separated = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if (before.is_ascii_digit() && c.is_alphabetic()) || (before.is_alphabetic() && c.is_ascii_digit()) {
            separated.push(' ');
        }
        separated.push(c);
        before = c;
    }
    separated
}

/// Returns the kind of units that the names in a column denote if they are not provinces.
pub(crate) fn non_province_kind(names: &[&str]) -> Option<&'static str> {
    const KINDS: [(&[&str], &str); 5] = [
        (
            &[
                "bo ",
                "ngan hang nha nuoc",
                "thanh tra chinh phu",
                "uy ban dan toc",
                "van phong chinh phu",
            ],
            "bộ, cơ quan ngang bộ",
        ),
        (
            &["huyen ", "quan ", "thi xa ", "thanh pho thu duc", "q "],
            "quận, huyện",
        ),
        (&["xa ", "phuong ", "thi tran "], "xã, phường"),
        (
            &[
                "so ",
                "ban quan ly",
                "chi cuc ",
                "thanh tra tinh",
                "van phong ubnd",
                "ban dan toc",
            ],
            "sở, ban, ngành",
        ),
        (&["cuc ", "vu ", "tong cuc "], "đơn vị thuộc bộ"),
    ];
    let folded: Vec<String> = names
        .iter()
        .map(|name| fold(name))
        .filter(|name| !name.is_empty() && name.chars().any(char::is_alphabetic))
        .collect();
    KINDS
        .iter()
        .map(|(starts, kind)| {
            let hits = folded
                .iter()
                .filter(|name| starts.iter().any(|s| name.starts_with(s)))
                .count();
            (hits, *kind)
        })
        .filter(|(hits, _)| *hits >= 3 && *hits * 2 >= folded.len())
        .max_by_key(|(hits, _)| *hits)
        .map(|(_, kind)| kind)
}

/// Returns the other subject that titles explicitly state.
pub(super) fn other_index(titles: &[&str]) -> Option<&'static str> {
    const WORDS: [(&str, &str); 8] = [
        ("ddci", "DDCI"),
        ("co quan ngang bo", "bộ, cơ quan ngang bộ"),
        ("cac bo co quan", "bộ, cơ quan ngang bộ"),
        ("cap huyen", "quận, huyện"),
        ("cap xa", "xã, phường"),
        ("so ban nganh", "sở, ban, ngành"),
        ("cap so", "sở, ban, ngành"),
        ("so nganh dia phuong", "DDCI"),
    ];
    titles.iter().find_map(|title| {
        let folded = format!(" {} ", fold(title));
        let provincial = folded.contains(" cap tinh ") || folded.contains(" tinh thanh pho truc thuoc");
        WORDS
            .iter()
            .find(|(word, _)| !provincial && folded.contains(&format!(" {word} ")))
            .map(|(_, kind)| *kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_titles() {
        let year = |text: &str| one_year(&[text.to_owned()]);
        assert_eq!(
            year("Kết quả PAR INDEX năm 2022 (kèm Quyết định ngày 17/4/2023)"),
            Some(2022)
        );
        assert_eq!(year("2012- PAPI ALL Dimensions"), Some(2012));
        assert_eq!(year("2015PAPI- Bảng tổng hợp"), Some(2015));
        assert_eq!(year("Chỉ số PCI năm 2.016"), Some(2016));
        assert_eq!(year("So sánh 2021 và 2022"), None);
        assert_eq!(year("Theo Quyết định 876/2022/QĐ-BNV"), None);
    }

    #[test]
    fn numbered_parts_are_recognised() {
        for (title, numbered) in [
            ("PAPI 2023 – Nội dung 3", true),
            ("Dimension 1", true),
            ("Lĩnh vực IV: Cải cách tổ chức bộ máy", true),
            ("Các chỉ số thành phần của PCI 2016", false),
            ("Nội dung và kết quả", false),
        ] {
            assert_eq!(numbered_part(title), numbered, "{title}");
        }
    }

    #[test]
    fn ministries_and_districts_are_recognised() {
        assert_eq!(
            non_province_kind(&["Bộ Y tế", "Bộ Nội vụ", "Bộ Tư pháp"]),
            Some("bộ, cơ quan ngang bộ")
        );
        assert_eq!(
            non_province_kind(&["Huyện A", "Thị xã B", "Huyện C", "Thành phố D"]),
            Some("quận, huyện")
        );
        assert_eq!(non_province_kind(&["Hà Nội", "Hà Nam", "Huế"]), None);
    }
}
