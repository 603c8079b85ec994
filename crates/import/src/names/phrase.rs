//! Headers and names as words that can be compared.

use domain::fold;

/// Folded words of a text; English plurals and British spellings brought to one form.
pub(crate) fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|w| !w.is_empty()).map(one_form).collect()
}

fn one_form(word: &str) -> String {
    match word {
        "labour" => return "labor".to_owned(),
        "tittle" => return "title".to_owned(),
        _ => {}
    }
    let plural = word.len() >= 4 && word.ends_with('s') && !word.ends_with("ss");
    word.strip_suffix('s').filter(|_| plural).unwrap_or(word).to_owned()
}

/// Words without weight: the same name is written with and without them.
const STOP: [&str; 27] = [
    "va", "cua", "ve", "cac", "cho", "den", "doi", "voi", "o", "tai", "nhung", "co", "da", "de", "theo", "of", "the",
    "in", "for", "to", "and", "on", "at", "with", "by", "w", "a",
];

/// The key under which a phrase is known.
pub(crate) fn key(words: &[String]) -> String {
    let kept: Vec<&str> = words.iter().map(String::as_str).filter(|w| !STOP.contains(w)).collect();
    kept.join(" ")
}

/// A word that is the year of a figure.
pub(crate) fn year_word(word: &str) -> Option<i32> {
    let year: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1995..=2100).contains(&year).then_some(year)
}

/// A year whose thousands a spreadsheet grouped ("2.016"): folded, two words.
pub(crate) fn grouped_year(thousands: &str, rest: &str) -> Option<i32> {
    let grouped = matches!(thousands, "1" | "2") && rest.len() == 3 && rest.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = grouped.then(|| format!("{thousands}{rest}").parse().ok())??;
    // Farther on it is rather a number of things.
    (1995..=2060).contains(&year).then_some(year)
}

/// The words without years, and the years. "năm" goes with its year.
pub(crate) fn part_years(all: &[String]) -> (Vec<String>, Vec<i32>) {
    let mut rest = Vec::with_capacity(all.len());
    let mut years = Vec::new();
    let mut behind_mark = false;
    for (i, word) in all.iter().enumerate() {
        if std::mem::take(&mut behind_mark) {
            continue;
        }
        if let Some(year) = all.get(i + 1).and_then(|next| grouped_year(word, next)) {
            behind_mark = true;
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

const FRONT: [&[&str]; 38] = [
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

const BACK: [&[&str]; 18] = [
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

/// The words without numbering and introducing words; never nothing.
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
            FRONT.iter().find(|f| begins(rest, f)).map_or(0, |f| f.len())
        };
        if cut == 0 || cut >= rest.len() {
            return rest;
        }
        rest = &rest[cut..];
    }
}

/// The words without what closes a header; never nothing.
pub(crate) fn strip_back(words: &[String]) -> &[String] {
    let mut rest = words;
    loop {
        let cut = BACK.iter().find(|b| ends(rest, b)).map_or(0, |b| b.len());
        if cut == 0 || cut >= rest.len() {
            return rest;
        }
        rest = &rest[..rest.len() - cut];
    }
}

pub(crate) fn begins(words: &[String], with: &[&str]) -> bool {
    words.len() >= with.len() && words.iter().zip(with).all(|(a, b)| a == b)
}

pub(crate) fn ends(words: &[String], with: &[&str]) -> bool {
    words.len() >= with.len() && words[words.len() - with.len()..].iter().zip(with).all(|(a, b)| a == b)
}

/// True when the phrase stands among the words, in one piece.
pub(crate) fn holds(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

/// The text outside of brackets.
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

/// The text without what stands in brackets; nothing when that changes what is meant.
pub(crate) fn without_brackets(text: &str) -> Option<String> {
    let kept = outside_brackets(text);
    let inside: String = text.split_once(['(', '[']).map_or("", |(_, behind)| behind).into();
    let inside = inside
        .rsplit_once([')', ']'])
        .map_or(inside.clone(), |(before, _)| before.to_owned());
    let inside = words(&inside);
    let weighs = inside.iter().any(|w| w == "weighted" || w == "unweighted") || ends(&inside, &["trong", "so"]);
    (kept.trim().len() < text.trim().len() && !weighs && !kept.trim().is_empty()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_lose_what_stands_around_the_name() {
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
            let (words, _) = part_years(&words);
            assert_eq!(
                key(strip_back(strip_front(&words))),
                expected.replace("co so", "so"),
                "{text}"
            );
        }
    }

    #[test]
    fn brackets_that_weigh_stay() {
        assert_eq!(without_brackets("PAPI (không có trọng số)"), None);
        assert_eq!(without_brackets("Điểm (%)").as_deref(), Some("Điểm "));
    }
}
