//! PDF pages: vectors with searchable text, and metadata.

use std::io::Write as _;
use std::process::{Command, Stdio};

use charts::{PdfFacts, pdf};
use domain::{Date, Lang};

use crate::cases;
use crate::pictures::style;

fn facts(lang: Lang) -> PdfFacts {
    PdfFacts {
        title: "Đà Nẵng dẫn đầu".into(),
        author: "VCCI".into(),
        subject: "Thước Đo, bản dữ liệu số 1".into(),
        lang,
        published: Date::new(2025, 6, 30).unwrap(),
    }
}

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
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn text_on_a_page_is_searchable() {
    for (name, model) in cases::all() {
        let mut model = cases::noted(model);
        model.title = "Nghệ An: Ẵ ỷ Đ ợ".into();
        let bytes = pdf(&model, &style((960, 540)), &facts(Lang::Vi)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
        let Some(text) = run_tool("pdftotext", &["-", "-"], &bytes) else {
            // Without the tool: check for two fonts with a table that maps glyphs back to characters.
            let count = |what: &[u8]| bytes.windows(what.len()).filter(|window| *window == what).count();
            assert!(
                count(b"/ToUnicode") >= 2 && count(b"/FontFile2") + count(b"/FontFile3") >= 2,
                "{name}"
            );
            continue;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in ["Nghệ An: Ẵ ỷ Đ ợ", "Giấy phép CC BY 4.0.", "bản dữ liệu số 1."] {
            assert!(text.contains(wanted), "{name}: {wanted} in {text}");
        }
    }
}

#[test]
fn a_page_has_the_size_of_its_picture_and_metadata() {
    let bytes = pdf(&cases::bars(63), &style((960, 540)), &facts(Lang::Vi)).unwrap();
    let Some(info) = run_tool("pdfinfo", &["-isodates", "-"], &bytes) else {
        return;
    };
    let info = info.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "Title: Đà Nẵng dẫn đầu",
        "Subject: Thước Đo, bản dữ liệu số 1",
        "Author: VCCI",
        "CreationDate: 2025-06-30",
        "Tagged: yes",
        "Pages: 1 ",
        "Page size: 720 x 405 pts",
    ] {
        assert!(info.contains(wanted), "{wanted} in {info}");
    }
}

#[test]
fn the_document_language_is_set() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let bytes = pdf(&cases::lines(), &style((390, 0)), &facts(lang)).unwrap();
        let wanted = format!("/Lang({code})");
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b' ').collect();
        assert!(
            plain.windows(wanted.len()).any(|window| window == wanted.as_bytes()),
            "{lang:?}"
        );
    }
}

#[test]
fn fonts_are_subset() {
    let bytes = pdf(&cases::bars(3), &style((960, 540)), &facts(Lang::Vi)).unwrap();
    assert!(bytes.len() < 60_000, "{} bytes, both fonts have 760 kB", bytes.len());
}

#[test]
fn output_is_deterministic() {
    for (name, model) in cases::all() {
        let draw = || pdf(&model, &style((960, 540)), &facts(Lang::En)).unwrap();
        assert!(draw() == draw(), "{name}");
    }
}
