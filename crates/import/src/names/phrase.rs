//! Headers and names as words that can be compared.

use domain::fold;

/// Returns the folded words of a text, with English plurals and British spellings normalised.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(normalise_word)
        .collect()
}

fn normalise_word(word: &str) -> String {
    match word {
        "labour" => return "labor".to_owned(),
        "tittle" => return "title".to_owned(),
        _ => {}
    }
    let plural = word.len() >= 4 && word.ends_with('s') && !word.ends_with("ss");
    word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned()
}

/// Stop words: the same name is written with and without them.
const STOP_WORDS: [&str; 27] = [
    "va", "cua", "ve", "cac", "cho", "den", "doi", "voi", "o", "tai", "nhung", "co", "da", "de", "theo", "of", "the",
    "in", "for", "to", "and", "on", "at", "with", "by", "w", "a",
];

/// Returns the key under which a phrase is indexed.
pub(crate) fn key(words: &[String]) -> String {
    let significant: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|w| !STOP_WORDS.contains(w))
        .collect();
    significant.join(" ")
}

/// Returns the year that a word is; `None` if it is not a plausible year of figures.
pub(crate) fn year_word(word: &str) -> Option<i32> {
    let year: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1995..=2100).contains(&year).then_some(year)
}

/// Returns a year whose thousands a spreadsheet grouped ("2.016"), which is two words when folded.
pub(crate) fn grouped_year(thousands: &str, rest: &str) -> Option<i32> {
    let grouped = matches!(thousands, "1" | "2") && rest.len() == 3 && rest.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = grouped.then(|| format!("{thousands}{rest}").parse().ok())??;
    // Larger numbers are more likely counts.
    (1995..=2060).contains(&year).then_some(year)
}

/// Separates words and years. "năm" is removed together with its year.
pub(crate) fn split_years(all: &[String]) -> (Vec<String>, Vec<i32>) {
    let mut rest = Vec::with_capacity(all.len());
    let mut years = Vec::new();
    let mut skip_next = false;
    for (i, word) in all.iter().enumerate() {
        if std::mem::take(&mut skip_next) {
            continue;
        }
        if let Some(year) = all.get(i + 1).and_then(|next| grouped_year(word, next)) {
            skip_next = true;
            if !years.contains(&year) {
                years.push(year);
            }
            continue;
        }
        if let Some(year) = year_word(word) {
            if !years.contains(&year) {
                years.push(year);
            }
            continue;
        }
        let before_year = all.get(i + 1).is_some_and(|next| {
            year_word(next).is_some() || all.get(i + 2).is_some_and(|after| grouped_year(next, after).is_some())
        });
        if before_year && ["nam", "year", "ky"].contains(&word.as_str()) {
            continue;
        }
        rest.push(word.clone());
    }
    (rest, years)
}

const LEADING: [&[&str]; 38] = [
    &["so", "lieu"],
    &["so", "bo"],
    &["tam", "tinh"],
    &["uoc", "tinh"],
    &["preliminary"],
    &["provisional"],
    &["nhom", "chi", "tieu"],
    &["chi", "tieu"],
    &["the"],
    &["chi", "so", "thanh", "phan"],
    &["chi", "so", "noi", "dung"],
    &["truc", "noi", "dung"],
    &["nhom", "chi", "so"],
    &["noi", "dung", "thanh", "phan"],
    &["noi", "dung"],
    &["linh", "vuc"],
    &["tieu", "chi"],
    &["tru", "cot"],
    &["thanh", "phan"],
    &["diem", "chi", "so"],
    &["diem", "trung", "binh"],
    &["diem", "so"],
    &["diem", "thanh", "phan"],
    &["tong", "diem"],
    &["diem"],
    &["chi", "so"],
    &["gia", "tri"],
    &["ket", "qua"],
    &["sub", "dimension"],
    &["sub", "index"],
    &["sub", "indice"],
    &["subindex"],
    &["dimension"],
    &["component"],
    &["pillar"],
    &["score"],
    &["cstp"],
    &["csnd"],
];

const TRAILING: [&[&str]; 18] = [
    &["tam", "tinh"],
    &["uoc", "tinh"],
    &["uoc"],
    &["in"],
    &["of"],
    &["so", "bo"],
    &["preliminary"],
    &["sub", "index"],
    &["subindex"],
    &["sub", "indice"],
    &["soft", "indice"],
    &["index"],
    &["score"],
    &["chi", "so"],
    &["diem"],
    &["point"],
    &["new", "indicator"],
    &["percent"],
];

/// Returns the words without numbering and introductory words; never empty.
pub(crate) fn strip_front(words: &[String]) -> &[String] {
    let mut rest = words;
    loop {
        let Some(first) = rest.first() else { return words };
        let numbering = first.bytes().all(|b| b.is_ascii_digit())
            || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(&first.as_str())
            || ["subindex", "index", "dimension"].iter().any(|w| {
                first
                    .strip_prefix(w)
                    .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
            });
        let sub_index = first == "sub"
            && rest
                .get(1)
                .and_then(|w| w.strip_prefix("index"))
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        let cut = if sub_index {
            2
        } else if numbering {
            1
        } else {
            LEADING.iter().find(|f| begins(rest, f)).map_or(0, |f| f.len())
        };
        if cut == 0 || cut >= rest.len() {
            return rest;
        }
        rest = &rest[cut..];
    }
}

/// Returns the words without the closing words of a header; never empty.
pub(crate) fn strip_back(words: &[String]) -> &[String] {
    let mut rest = words;
    loop {
        let cut = TRAILING.iter().find(|b| ends(rest, b)).map_or(0, |b| b.len());
        if cut == 0 || cut >= rest.len() {
            return rest;
        }
        rest = &rest[..rest.len() - cut];
    }
}

/// Returns true if the words begin with a phrase.
pub(crate) fn begins(words: &[String], with: &[&str]) -> bool {
    words.len() >= with.len() && words.iter().zip(with).all(|(a, b)| a == b)
}

/// Returns true if the words end with a phrase.
pub(crate) fn ends(words: &[String], with: &[&str]) -> bool {
    words.len() >= with.len() && words[words.len() - with.len()..].iter().zip(with).all(|(a, b)| a == b)
}

/// Returns true if the words contain the phrase contiguously.
pub(crate) fn holds(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

/// Returns the text outside of brackets.
pub(crate) fn outside_brackets(text: &str) -> String {
    let mut depth = 0usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// Returns the text without its brackets; `None` if that changes its meaning or nothing is left.
pub(crate) fn without_brackets(text: &str) -> Option<String> {
    let outside = outside_brackets(text);
    let inside: String = text.split_once(['(', '[']).map_or("", |(_, behind)| behind).into();
    let inside = inside
        .rsplit_once([')', ']'])
        .map_or(inside.clone(), |(before, _)| before.to_owned());
    let inside = words(&inside);
    let has_weighting = inside.iter().any(|w| w == "weighted" || w == "unweighted") || ends(&inside, &["trong", "so"]);
    (outside.trim().len() < text.trim().len() && !has_weighting && !outside.trim().is_empty()).then_some(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_reduced_to_the_name() {
        for (text, expected) in [
            (
                "Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở",
                "tham gia nguoi dan cap co so",
            ),
            ("1.1: Tri thức công dân", "tri thuc cong dan"),
            ("Sub-Index Labor Skills Development", "labor skill development"),
            ("Legal Sub-Index", "legal"),
            (
                "Điểm Chỉ số: Chi phí gia nhập thị trường",
                "chi phi gia nhap thi truong",
            ),
            ("Chỉ số thành phần 2", "2"),
            ("Entry Costs", "entry cost"),
        ] {
            let words = words(text);
            let (words, _) = split_years(&words);
            assert_eq!(
                key(strip_back(strip_front(&words))),
                expected.replace("co so", "so"),
                "{text}"
            );
        }
    }

    #[test]
    fn brackets_about_weighting_stay() {
        assert_eq!(without_brackets("PAPI (không có trọng số)"), None);
        assert_eq!(without_brackets("Điểm (%)").as_deref(), Some("Điểm "));
    }
}
