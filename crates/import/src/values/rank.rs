//! Reads published ranks: `14`, `14/63`, `thứ 14/63`, `hạng 14`, `No17/63`.

use super::footnote::without_mark;

/// Returns the rank and the number of ranked units, if stated; `None` if the text is not a rank.
pub(crate) fn rank(text: &str) -> Option<(u16, Option<u16>)> {
    if let Ok(rank) = text.parse::<u16>() {
        return Some((rank, None));
    }
    let mut text = text;
    while let Some(before) = without_mark(text) {
        text = before;
    }
    let lower = text.to_lowercase();
    let start = lower.find(|c: char| c.is_ascii_digit())?;
    let (words, rest) = lower.split_at(start);
    if words.contains(['-', '\u{2212}'])
        || !words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| WORDS.contains(&domain::fold(word).as_str()))
    {
        return None;
    }
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, tail) = rest.split_at(end);
    let rank = digits.parse().ok()?;
    let tail = tail.trim().trim_matches('=').trim();
    if matches!(tail, "" | ".") || ["st", "nd", "rd", "th"].contains(&tail) {
        return Some((rank, None));
    }
    // `14.0` or `14,00`: a rank that passed through a column of decimals.
    if let Some(zeros) = tail.strip_prefix(['.', ',']) {
        return (!zeros.is_empty() && zeros.bytes().all(|b| b == b'0')).then_some((rank, None));
    }
    let of = ["/", "trên tổng số", "trên", "trong số", "of", "out of", "tren"]
        .iter()
        .find_map(|word| tail.strip_prefix(word))?;
    let of = of.trim();
    let end = of.find(|c: char| !c.is_ascii_digit()).unwrap_or(of.len());
    let unit = domain::fold(&of[end..]);
    let known = [
        "",
        "tinh",
        "tinh thanh",
        "tinh thanh pho",
        "dia phuong",
        "province",
        "provinces",
    ];
    known
        .contains(&unit.as_str())
        .then(|| of[..end].parse().ok())?
        .map(|of| (rank, Some(of)))
}

const WORDS: [&str; 17] = [
    "t", "dong", "thu", "hang", "xep", "no", "vi", "tri", "rank", "ranked", "so", "dung", "th", "bac", "place", "o",
    "top",
];

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn ranks_as_people_write_them() {
        for (text, expected) in [
            ("14", (14, None)),
            ("14/63", (14, Some(63))),
            ("thứ 14/63", (14, Some(63))),
            ("Hạng 14", (14, None)),
            ("No17/63", (17, Some(63))),
            ("No. 17", (17, None)),
            ("xếp thứ 5/63 tỉnh, thành phố", (5, Some(63))),
            ("3rd", (3, None)),
            ("14.0", (14, None)),
            ("7 trên 34", (7, Some(34))),
            ("17=", (17, None)),
            ("=32", (32, None)),
            ("T17", (17, None)),
            ("Đồng hạng 17", (17, None)),
            ("17 (1)", (17, None)),
            ("17²", (17, None)),
        ] {
            assert_eq!(rank(text), Some(expected), "{text}");
        }
        for text in ["", "Tốt", "86,67", "nhóm 2", "14/x", "1.217", "-3", "99999999"] {
            assert_eq!(rank(text), None, "{text}");
        }
    }
}
