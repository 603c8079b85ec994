//! Misprinted names of provinces: look-alike letters, wrapped names, names with marks.

use super::{
    assert_all_same,
    tables::{Line, pci, text},
    upload,
    workbook_builder::{Sheet, WorkbookBuilder},
};

const PCI: &[(&str, &str)] = &[("indicator", "pci"), ("year", "2016")];

fn with_names(name: impl Fn(&Line) -> String) -> Vec<u8> {
    text("Tỉnh;Điểm PCI;Xếp hạng", &pci(), |_, l| {
        format!("{};{};{}", name(l), l.comma(), l.rank)
    })
    .into_bytes()
}

fn swapped(text: &str, pairs: &[(char, char)]) -> String {
    text.chars()
        .map(|c| {
            pairs
                .iter()
                .find(|(latin, _)| *latin == c)
                .map_or(c, |(_, other)| *other)
        })
        .collect()
}

/// Letters of other alphabets that look like Latin ones.
const CYRILLIC: &[(char, char)] = &[
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('h', 'һ'),
];
const GREEK: &[(char, char)] = &[
    ('A', 'Α'),
    ('B', 'Β'),
    ('E', 'Ε'),
    ('H', 'Η'),
    ('I', 'Ι'),
    ('K', 'Κ'),
    ('M', 'Μ'),
    ('N', 'Ν'),
    ('O', 'Ο'),
    ('P', 'Ρ'),
    ('T', 'Τ'),
    ('X', 'Χ'),
    ('Y', 'Υ'),
    ('o', 'ο'),
    ('i', 'ι'),
    ('v', 'ν'),
    ('a', 'α'),
];

#[test]
fn letters_of_other_alphabets_in_names() {
    assert_all_same(&[
        ("a.csv", with_names(|l| swapped(&l.name, CYRILLIC)), PCI, 63),
        ("b.csv", with_names(|l| swapped(&l.name, GREEK)), PCI, 63),
        (
            "c.csv",
            with_names(|l| swapped(&l.name.to_uppercase(), CYRILLIC)),
            PCI,
            63,
        ),
        ("d.csv", with_names(|l| swapped(&l.name.to_uppercase(), GREEK)), PCI, 63),
    ]);
}

#[test]
fn letters_of_other_alphabets_in_headings_and_numbers() {
    let lines = pci();
    let head = swapped("Tỉnh;Điểm PCI;Xếp hạng", CYRILLIC);
    let heads = text(&head, &lines, |_, l| format!("{};{};{}", l.name, l.comma(), l.rank));
    upload("a.csv", heads.as_bytes(), PCI).assert_same(63);
    // О and l for zero and one: read as intended, or stopped at the cell; never another number.
    for (digit, letter) in [('0', 'О'), ('0', 'Ο'), ('0', 'O'), ('1', 'l'), ('3', 'З'), ('1', 'І')] {
        let bytes = text("Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
            format!(
                "{};{};{}",
                l.name,
                l.comma().replace(digit, &letter.to_string()),
                l.rank
            )
        });
        let outcome = upload("a.csv", bytes.as_bytes(), PCI);
        assert!(outcome.changes.is_empty(), "{letter}\n{}", outcome.summary());
        assert!(
            outcome.is_same(63) || !outcome.reading.publishable(),
            "{letter}\n{}",
            outcome.summary()
        );
    }
}

#[test]
fn names_with_numbers_prefixes_and_spaces() {
    assert_all_same(&[
        (
            "a.csv",
            with_names(|l| format!("Tỉnh {}", l.name).replace("Tỉnh TP", "TP")),
            PCI,
            63,
        ),
        ("b.csv", with_names(|l| l.name.replace(' ', "\u{A0}")), PCI, 63),
        ("c.csv", with_names(|l| l.name.replace(' ', "  ") + "\u{200B}"), PCI, 63),
        ("d.csv", with_names(|l| l.name.to_uppercase()), PCI, 63),
        ("e.csv", with_names(|l| format!("1. {}", l.name)), PCI, 63),
        ("f.csv", with_names(|l| format!("{}.", l.name)), PCI, 63),
    ]);
}

/// A name that did not fit the column continues in the row below.
#[test]
fn names_wrapped_over_two_rows() {
    let lines = pci();
    // The figures are in the upper row, in the lower row, or in cells merged over both.
    for place in 0..3 {
        let mut sheet = Sheet::new("PCI");
        sheet.texts(1, &["STT", "Tỉnh, thành phố", "Điểm số", "Xếp hạng"]);
        let mut at = 2;
        for (number, line) in (1..).zip(&lines) {
            let wrapped = [
                "Thừa Thiên Huế",
                "Bà Rịa - Vũng Tàu",
                "TP. Hồ Chí Minh",
                "TP Hồ Chí Minh",
                "Bà Rịa – Vũng Tàu",
            ]
            .contains(&line.name.as_str());
            let words: Vec<&str> = line.name.split(' ').collect();
            let figures = if wrapped && place == 1 { at + 1 } else { at };
            if wrapped {
                let half = words.len() / 2;
                sheet
                    .text(at, 1, &words[..half].join(" "))
                    .text(at + 1, 1, &words[half..].join(" "));
                if place == 2 {
                    for column in ["A", "C", "D"] {
                        sheet.merge(&format!("{column}{at}:{column}{}", at + 1));
                    }
                }
            } else {
                sheet.text(at, 1, &line.name);
            }
            sheet.number(figures, 0, &number.to_string());
            sheet.number(figures, 2, &line.value).number(figures, 3, &line.rank);
            at += if wrapped { 2 } else { 1 };
        }
        upload(&format!("PCI-{place}.xlsx"), &WorkbookBuilder::of(sheet).bytes(), PCI).assert_same(63);
    }
}
