//! Interprets a header by itself: a field, years, components, or the kind of column.

use domain::{ComponentId, upload::Field};

use crate::names::{Names, Target, begins, ends, split_years, words};

/// The kind of column that a header announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Province,
    Code,
    Number,
    Year,
    AsOf,
    Indicator,
    Component,
    /// A difference between two years or ranks: never a figure.
    Change,
    /// The scale of a row ("1-10 điểm"): never a figure.
    Scale,
}

/// The interpretation of a header.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    /// Parts of all header rows, joined.
    pub(crate) name: String,
    pub(crate) kind: Option<Kind>,
    pub(crate) field: Option<Field>,
    pub(crate) years: Vec<i32>,
    pub(crate) targets: Vec<Target>,
    /// The components that the upper parts name, if the lowest part has a different, unknown name.
    pub(crate) above: Vec<Target>,
    /// The lowest part.
    pub(crate) last: String,
    /// Whether it only states "score" or "value".
    pub(crate) generic: bool,
    /// Whether its figures are preliminary ("Sơ bộ 2016").
    pub(crate) preliminary: bool,
    pub(crate) percent: bool,
}

/// Reads the headers of all columns from their parts, with the topmost part first.
pub(crate) fn headings(parts: &[Vec<String>], names: &Names<'_>) -> Vec<Heading> {
    let below_the_same = |parts_here: &[String], other: Option<&Vec<String>>| {
        let other = other.filter(|other| other.len() > 1 && parts_here.len() > 1);
        other.is_some_and(|other| other[0] == parts_here[0] && other != parts_here)
    };
    let heading = |(at, parts_here): (usize, &Vec<String>)| {
        let left = at.checked_sub(1).and_then(|at| parts.get(at));
        let shared = below_the_same(parts_here, left) || below_the_same(parts_here, parts.get(at + 1));
        heading(parts_here, names, shared)
    };
    parts.iter().enumerate().map(heading).collect()
}

/// Reads a header. `shared`: its topmost part spans several columns.
fn heading(parts: &[String], names: &Names<'_>, shared: bool) -> Heading {
    let mut whole = Heading {
        name: parts.join(" "),
        ..Heading::default()
    };
    let read: Vec<Heading> = parts.iter().map(|part| heading_of_part(part, names)).collect();
    whole.percent = parts.iter().any(|p| p.contains('%') || ends(&words(p), &["percent"]));
    for part in &read {
        if !part.years.is_empty() {
            whole.years.clone_from(&part.years);
        }
        whole.field = part.field.or(whole.field);
        whole.kind = part.kind.or(whole.kind);
        // "Tổng điểm" below a dimension is the total of that dimension.
        let total = |targets: &[Target]| targets.iter().all(|t| t.rank == 3 || t.component == ComponentId::TOTAL);
        if !part.targets.is_empty() && (whole.targets.is_empty() || !total(&part.targets)) {
            whole.targets.clone_from(&part.targets);
        }
    }
    if parts.len() > 1 && whole.targets.is_empty() {
        whole.targets = names.find(&whole.name);
    }
    let last = read.iter().rev().find(|p| !p.name.is_empty());
    whole.last = last.map(|part| part.name.clone()).unwrap_or_default();
    whole.preliminary = parts.iter().any(|part| is_preliminary(part));
    if let Some(last) = last.filter(|_| parts.len() > 1)
        && names_another(last, &whole.targets, shared, names)
    {
        whole.above = std::mem::take(&mut whole.targets);
    }
    whole.generic = last.is_some_and(|p| p.generic) || (!read.is_empty() && read.iter().all(|p| p.generic));
    // "Điểm | Chỉ số thành phần" above figures is not a column of names.
    if whole.field.is_some() || !whole.targets.is_empty() {
        whole.kind = whole.kind.filter(|k| matches!(k, Kind::Change | Kind::Province));
    }
    whole
}

/// Returns true if a part below a dimension has a name of its own ("2.2 Hộ nghèo" below "2. Công khai"): then it is not
/// that dimension, although the catalogue does not know the name.
fn names_another(last: &Heading, above: &[Target], shared: bool, names: &Names<'_>) -> bool {
    let nameless = last.generic || last.field.is_some() || last.kind.is_some() || !last.targets.is_empty();
    if nameless || above.is_empty() || !has_own_words(&last.name) {
        return false;
    }
    // Below a heading that spans several columns each column has a name, and one may be that of the whole.
    if shared && above.iter().all(|target| target.component != ComponentId::TOTAL) {
        return true;
    }
    let numbered = last.name.split_whitespace().next().is_some_and(|first| {
        let number = first.trim_end_matches([':', '.', ')']);
        number.split('.').count() > 1
            && number
                .split('.')
                .all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    let similar = || {
        above
            .iter()
            .any(|target| !names.similar(&last.name, target.indicator, 0.6).is_empty())
    };
    numbered || similar()
}

/// Returns the words of a heading without those that mark its figures as preliminary.
fn without_preliminary(text: &str, rest: &[String]) -> Vec<String> {
    const WORDS: [&str; 9] = [
        "so",
        "bo",
        "tam",
        "tinh",
        "uoc",
        "lieu",
        "prel",
        "preliminary",
        "provisional",
    ];
    let is_significant = |word: &&String| !is_preliminary(text) || !WORDS.contains(&word.as_str());
    rest.iter().filter(is_significant).cloned().collect()
}

/// Returns false if a text only announces the score of what is above it ("Điểm nội dung", "Cộng").
fn has_own_words(text: &str) -> bool {
    const WHOLE: [&str; 22] = [
        "cong",
        "noi",
        "dung",
        "linh",
        "vuc",
        "truc",
        "thanh",
        "phan",
        "nhom",
        "trung",
        "binh",
        "average",
        "mean",
        "sum",
        "dimension",
        "domain",
        "component",
        "sub",
        "toi",
        "da",
        "max",
        "scale",
    ];
    let (bare, _) = split_years(&words(text));
    let is_insignificant =
        |word: &String| word.len() == 1 || word.bytes().all(|b| b.is_ascii_digit()) || WHOLE.contains(&word.as_str());
    !is_generic(
        &bare
            .into_iter()
            .filter(|word| !is_insignificant(word))
            .collect::<Vec<_>>(),
    )
}

/// Returns true if a text marks figures as preliminary.
pub(crate) fn is_preliminary(text: &str) -> bool {
    let lower = text.to_lowercase();
    if ["sơ bộ", "tạm tính", "ước tính", "(ước", "preliminary", "provisional"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return true;
    }
    // Without diacritics, "sơ bộ" may be part of another phrase, unless a year follows.
    let all = words(text);
    let year = |word: &String| crate::names::year_word(word).is_some();
    all.windows(3).any(|w| w[0] == "so" && w[1] == "bo" && year(&w[2]))
        || all.windows(2).any(|w| w[0] == "prel" && year(&w[1]))
}

fn heading_of_part(text: &str, names: &Names<'_>) -> Heading {
    let all = words(text);
    let (bare, _) = split_years(&all);
    let years = years(text);
    let exact = all.join(" ");
    if let Some(field) = Field::from_code(text) {
        return Heading {
            field: Some(field),
            generic: field == Field::Value,
            name: text.to_owned(),
            ..Heading::default()
        };
    }
    let kind = kind(&exact, &bare);
    let (field, rest) = split_field(&bare);
    let targets = match field {
        Some(_) => names.find(&rest.join(" ")),
        None => names.find(text),
    };
    let generic = kind.is_none() && targets.is_empty() && is_generic(&without_preliminary(text, &rest));
    Heading {
        name: text.to_owned(),
        kind,
        field,
        years,
        targets,
        generic: generic || (kind.is_none() && rest.is_empty() && !text.is_empty()),
        percent: text.contains('%'),
        ..Heading::default()
    }
}

/// Returns the years of a header. "Transparency (as PCI 2005)" is not a header of 2005, but "PCI (2016)" is one of
/// 2016.
fn years(text: &str) -> Vec<i32> {
    let years_of = |text: &str| split_years(&words(text)).1;
    let outside = crate::names::outside_brackets(text);
    let found = years_of(&outside);
    if !found.is_empty() {
        return found;
    }
    let (all, years) = split_years(&words(text));
    if all.len() == words(&outside).len() {
        years
    } else {
        Vec::new()
    }
}

fn kind(exact: &str, bare: &[String]) -> Option<Kind> {
    let change = ["tang", "giam", "change", "difference", "increase"];
    if bare.first().is_some_and(|w| change.contains(&w.as_str()))
        || [
            &["chenh", "lech"][..],
            &["thay", "doi"],
            &["bien", "dong"],
            &["so", "voi"],
        ]
        .iter()
        .any(|f| bare.windows(2).any(|w| begins(w, f)) && bare.len() <= 8)
    {
        return Some(Kind::Change);
    }
    Some(match exact {
        "tinh"
        | "tinh thanh"
        | "tinh thanh pho"
        | "tinh tp"
        | "dia phuong"
        | "province"
        | "don vi"
        | "ten tinh"
        | "ten tinh thanh pho"
        | "ten tinh thanh"
        | "ten don vi"
        | "ten dia phuong"
        | "province city"
        | "provinces citie"
        | "province name"
        | "tinh thanh pho truc thuoc trung uong"
        | "cac tinh thanh pho"
        | "tinh thanh pho truc thuoc tw"
        | "location"
        | "don vi hanh chinh"
        | "tinh tp truc thuoc tw"
        | "name"
        | "city province"
        | "cac tinh"
        | "tinh thanh pho province"
        | "province city name"
        | "ten" => Kind::Province,
        "ma" | "ma tinh" | "code" | "ma so" | "province code" | "ma dvhc" | "ma gso" | "ma tinh thanh pho"
        | "ma don vi" | "gso code" | "ma hanh chinh" => Kind::Code,
        "tt" | "stt" | "no" | "so tt" | "thu tu" | "so thu tu" | "order" | "ma pci" | "pci id" | "id" | "tt stt"
        | "number" | "#" | "stt no" => Kind::Number,
        "nam" | "year" | "nam danh gia" | "nam so lieu" | "ky" | "reference year" => Kind::Year,
        "as of" | "thoi diem" | "ngay" | "thoi gian" | "date" | "tinh den ngay" | "moment" => Kind::AsOf,
        "indicator" | "bo chi so" | "ten chi so" | "ten bo chi so" => Kind::Indicator,
        "component" | "chi so thanh phan" | "linh vuc" | "noi dung" | "thanh phan" | "tieu chi" | "criteria"
        | "sub index" | "subindex" | "dimension" | "ten thanh phan" | "chi so noi dung" | "chi tieu" => Kind::Component,
        "thang diem" | "scale" | "thang do" | "khoang diem" => Kind::Scale,
        _ => return None,
    })
}

const FRONT: [(&[&str], Field); 24] = [
    (&["nhom", "xep", "hang"], Field::Tier),
    (&["nhom"], Field::Tier),
    (&["phan", "nhom"], Field::Tier),
    (&["xep", "loai"], Field::Tier),
    (&["xep", "nhom"], Field::Tier),
    (&["phan", "loai"], Field::Tier),
    (&["muc", "xep", "loai"], Field::Tier),
    (&["tier"], Field::Tier),
    (&["group"], Field::Tier),
    (&["xep", "hang"], Field::Rank),
    (&["thu", "hang"], Field::Rank),
    (&["xep", "thu"], Field::Rank),
    (&["vi", "thu"], Field::Rank),
    (&["vi", "tri"], Field::Rank),
    (&["thu", "bac"], Field::Rank),
    (&["hang"], Field::Rank),
    (&["rank"], Field::Rank),
    (&["ranking"], Field::Rank),
    (&["can", "duoi"], Field::Low),
    (&["can", "tren"], Field::High),
    (&["sai", "so", "chuan"], Field::StandardError),
    (&["standard", "error"], Field::StandardError),
    (&["diem", "toi", "da"], Field::Of),
    (&["diem", "chuan"], Field::Of),
];

const BACK: [(&[&str], Field); 22] = [
    (&["nhom", "xep", "hang"], Field::Tier),
    (&["nhom", "diem"], Field::Tier),
    (&["xep", "loai"], Field::Tier),
    (&["tier"], Field::Tier),
    (&["group"], Field::Tier),
    (&["xep", "hang"], Field::Rank),
    (&["thu", "hang"], Field::Rank),
    (&["rank"], Field::Rank),
    (&["ranking"], Field::Rank),
    (&["lower"], Field::Low),
    (&["low"], Field::Low),
    (&["lower", "bound"], Field::Low),
    (&["can", "duoi"], Field::Low),
    (&["lb"], Field::Low),
    (&["upper"], Field::High),
    (&["high"], Field::High),
    (&["upper", "bound"], Field::High),
    (&["can", "tren"], Field::High),
    (&["ub"], Field::High),
    (&["standard", "error"], Field::StandardError),
    (&["std", "error"], Field::StandardError),
    (&["std", "err"], Field::StandardError),
];

/// Returns the field that a header begins or ends with, and the remaining words.
fn split_field(bare: &[String]) -> (Option<Field>, Vec<String>) {
    let mut found = None;
    let mut rest = bare.to_vec();
    if let Some((phrase, field)) = FRONT.iter().find(|(phrase, _)| begins(&rest, phrase)) {
        rest.drain(..phrase.len());
        found = Some(*field);
    } else if let Some((phrase, field)) = BACK
        .iter()
        .filter(|(phrase, _)| ends(&rest, phrase))
        .max_by_key(|(phrase, _)| phrase.len())
    {
        rest.truncate(rest.len() - phrase.len());
        found = Some(*field);
    }
    if found.is_some() {
        // "95% CI lower" refers to the score itself.
        rest.retain(|w| !["95", "ci", "confidence", "interval", "khoang", "tin", "cay"].contains(&w.as_str()));
        while rest
            .first()
            .is_some_and(|w| ["theo", "ve", "of", "nam", "cua"].contains(&w.as_str()))
        {
            rest.remove(0);
        }
    }
    (found, rest)
}

/// Returns true if the words announce a score without stating which.
fn is_generic(words: &[String]) -> bool {
    const PLAIN: [&str; 44] = [
        "diem", "so", "score", "chi", "gia", "tri", "ket", "qua", "value", "tong", "chung", "hop", "dat", "duoc",
        "danh", "muc", "total", "overall", "index", "final", "cuoi", "cung", "point", "percent", "ty", "le", "luong",
        "thang", "100", "10", "nam", "dia", "phuong", "cac", "tinh", "cua", "toan", "quoc", "ca", "nuoc", "hai",
        "long", "cap", "tren",
    ];
    words.iter().all(|w| PLAIN.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> (Option<Field>, String) {
        let (field, rest) = split_field(&split_years(&words(text)).0);
        (field, rest.join(" "))
    }

    #[test]
    fn fields_of_headers() {
        for (text, field, rest) in [
            ("PCI 2013 ranking", Some(Field::Rank), "pci"),
            ("Xếp hạng", Some(Field::Rank), ""),
            ("Thứ hạng SIPAS", Some(Field::Rank), "sipa"),
            ("Nhóm xếp hạng", Some(Field::Tier), ""),
            ("PCI tier", Some(Field::Tier), "pci"),
            ("PAPI 2019 95% CI lower", Some(Field::Low), "papi"),
            ("Thứ tự", None, "thu tu"),
            ("Tiếp cận đất đai", None, "tiep can dat dai"),
        ] {
            assert_eq!(split(text), (field, rest.to_owned()), "{text}");
        }
        assert_eq!(kind("tang giam bac", &words("Tăng/giảm bậc")), Some(Kind::Change));
        assert_eq!(
            kind("thay doi thu hang", &words("Thay đổi thứ hạng")),
            Some(Kind::Change)
        );
    }
}
