//! Reports as PDF readers see them.

#![expect(
    clippy::unwrap_used,
    reason = "clippy sees only the test functions as tests, not their shared helper functions"
)]

mod samples;

use std::io::Write as _;
use std::process::{Command, Stdio};

use domain::{
    Lang,
    briefing::{Block, Phrase},
};
use report::{MOST_PAGES, pdf};
use samples::{FONTS, LONG, briefing, section, sources, table, usual};

/// Returns the output of one of poppler's tools; `None` if it is not installed.
fn run_tool(tool: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{tool}: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the text of all pages in one line.
fn text(bytes: &[u8]) -> Option<String> {
    let text = run_tool("pdftotext", &["-", "-"], bytes)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Counts the occurrences of a name in the uncompressed parts of the file.
fn count_bytes(bytes: &[u8], what: &str) -> usize {
    bytes
        .windows(what.len())
        .filter(|window| *window == what.as_bytes())
        .count()
}

fn pages(bytes: &[u8]) -> usize {
    count_bytes(bytes, "/Type/Page\n")
        + count_bytes(bytes, "/Type /Page\n")
        + count_bytes(bytes, "/Type/Page/")
        + count_bytes(bytes, "/Type /Page /")
}

#[test]
fn text_is_extractable_in_reading_order() {
    let bytes = pdf(&usual(), FONTS).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(count_bytes(&bytes, "/ToUnicode") >= 2 && count_bytes(&bytes, "/FontFile") >= 2);
    let Some(text) = text(&bytes) else { return };
    let mut rest = text.as_str();
    for wanted in [
        "Nghệ An: bản tóm tắt",
        "Tóm tắt",
        "Có số của 8/10 chỉ số.",
        "Nghệ An lên 7 bậc ở PCI 2016.",
        "Ẵ ỷ Đ ợ: Hà Nội – Đắk Lắk, Thừa Thiên Huế",
        "Vị trí hiện tại",
        "Chỉ số thứ 1",
        "1,25 [1, 2]",
        "≠ không so sánh được với năm 2018",
        "Nguồn không thống nhất",
        "Báo cáo số 1 của Bộ Nội vụ",
    ] {
        let (_, after) = rest.split_once(wanted).unwrap_or_else(|| panic!("{wanted} in {text}"));
        rest = after;
    }
    assert!(text.contains("1/1"), "the page number");
}

#[test]
fn decomposed_characters_are_composed() {
    let mut briefing = usual();
    briefing.title = "Nghe\u{323}\u{302} An\u{1}\t\u{10FFFF}".into();
    let Some(text) = text(&pdf(&briefing, FONTS).unwrap()) else {
        return;
    };
    assert!(text.contains("Nghệ An …"), "{text}");
}

#[test]
fn titles_in_chinese_and_japanese_are_printed() {
    let title = "2016年省级竞争力指数 (PCI): アップ と は";
    let mut briefing = usual();
    briefing.title = title.into();
    let bytes = pdf(&briefing, FONTS).unwrap();
    assert!(count_bytes(&bytes, "/FontFile") >= 3, "the fallback is embedded");
    let Some(text) = text(&bytes) else { return };
    assert!(text.contains(title), "{text}");
}

#[test]
fn a_screen_reader_finds_headings_lists_and_tables() {
    let bytes = pdf(&usual(), FONTS).unwrap();
    for (tag, least) in [
        ("/StructTreeRoot", 1),
        ("/Marked true", 1),
        ("/Lang(vi)", 1),
        ("/Outlines", 1),
    ] {
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b' ').collect();
        let tag = tag.replace(' ', "");
        assert!(count_bytes(&plain, &tag) >= least, "{tag}");
    }
    let Some(tree) = run_tool("pdfinfo", &["-struct", "-"], &bytes) else {
        return;
    };
    for (tag, count) in [
        ("H1 ", 1),
        ("H2 ", 4),
        ("Table", 1),
        ("THead", 1),
        ("TBody", 1),
        ("TR", 10),
        ("TH:", 13),
        ("TD", 27),
        ("LI", 6),
        ("LBody", 6),
        ("Link", 2),
    ] {
        let lines = tree.lines().map(|line| format!("{}\n", line.trim()));
        let found = lines.filter(|line| line.starts_with(tag)).count();
        assert!(found >= count, "{tag}: {found} in\n{tree}");
    }
}

#[test]
fn metadata_describes_the_document() {
    let Some(info) = run_tool("pdfinfo", &["-isodates", "-"], &pdf(&usual(), FONTS).unwrap()) else {
        return;
    };
    let info = info.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "Title: Nghệ An: bản tóm tắt",
        "Subject: Thước Đo, bản dữ liệu số 1.",
        "CreationDate: 2025-06-30",
        "Tagged: yes",
        "Pages: 1 ",
        "595.28 x 841.89 pts (A4)",
    ] {
        assert!(info.contains(wanted), "{wanted} in {info}");
    }
}

#[test]
fn the_document_language_is_set() {
    for lang in Lang::ALL {
        let bytes = pdf(&samples::briefing_in(lang), FONTS).unwrap();
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b' ').collect();
        assert!(count_bytes(&plain, &format!("/Lang({})", lang.code())) >= 1);
    }
}

#[test]
fn output_is_deterministic() {
    let make = || pdf(&usual(), FONTS).unwrap();
    assert!(make() == make());
    let mut other = usual();
    other.title.push('.');
    assert!(pdf(&other, FONTS).unwrap() != make());
}

#[test]
fn fonts_are_subset() {
    let bytes = pdf(&usual(), FONTS).unwrap();
    assert!(bytes.len() < 80_000, "{} bytes, both fonts have 760 kB", bytes.len());
}

#[test]
fn at_most_two_pages_and_omissions_are_listed() {
    let words = "Một câu dài nói rõ điều gì đã thay đổi và vì sao hai năm không so sánh được với nhau. ".repeat(3);
    let list = |n| Block::List(vec![Phrase::plain(words.clone()); n]);
    for (name, briefing, expected) in [
        (
            "optional sections are dropped, the last first",
            briefing(vec![
                section("standing", "Vị trí hiện tại", 0, vec![table(20, "PCI")]),
                section("peers", "So với ai", 1, vec![list(30)]),
                section("missing", "Số liệu còn thiếu", 2, vec![list(30)]),
                sources(3),
            ]),
            vec!["không đủ hai trang: Số liệu còn thiếu", "Nghệ An: bản tóm tắt"],
        ),
        (
            "rows are cut as a last resort",
            briefing(vec![
                section("standing", "Vị trí hiện tại", 0, vec![table(20, "PCI")]),
                section("must", "Phải có", 0, vec![table(400, LONG)]),
                sources(40),
            ]),
            vec!["dòng của “Phải có”", "Nguồn"],
        ),
        (
            "endless names",
            briefing(vec![
                section(
                    "a",
                    &LONG.repeat(9),
                    0,
                    vec![table(30, &LONG.replace(' ', "").repeat(9))],
                ),
                section("b", "b", 0, vec![Block::Text(Phrase::plain(LONG.repeat(200)))]),
                sources(400),
            ]),
            vec!["không đủ hai trang"],
        ),
    ] {
        let bytes = pdf(&briefing, FONTS).unwrap();
        assert!(bytes.len() < 300_000, "{name}: {} bytes", bytes.len());
        let count = pages(&bytes);
        assert!((1..=MOST_PAGES).contains(&count), "{name}: {count} pages");
        let Some(text) = text(&bytes) else { continue };
        for wanted in expected {
            assert!(text.contains(wanted), "{name}: {wanted} in {text}");
        }
    }
}

#[test]
fn nothing_is_omitted_if_everything_fits() {
    let briefing = briefing(vec![
        section("standing", "Vị trí hiện tại", 0, vec![table(60, "PCI")]),
        sources(6),
    ]);
    let bytes = pdf(&briefing, FONTS).unwrap();
    assert_eq!(pages(&bytes), 2);
    let Some(text) = text(&bytes) else { return };
    assert!(text.contains("PCI 60") && text.contains("Báo cáo số 6") && !text.contains("không đủ hai trang"));
    assert_eq!(text.matches("So với năm trước").count(), 2, "the head is on both pages");
    assert!(text.contains("2/2"));
}
