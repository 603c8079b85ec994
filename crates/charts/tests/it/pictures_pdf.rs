//! Pages: vectors with text that can be found, and facts about themselves.

use std::io::Write as _;
use std::process::{Command, Stdio};

use charts::{PdfFacts, pdf};
use domain::{Date, Lang};

use crate::cases;
use crate::pictures::look;

fn facts(lang: Lang) -> PdfFacts {
    PdfFacts {
        title: "Đà Nẵng dẫn đầu".into(),
        author: "VCCI".into(),
        subject: "Thước Đo, bản dữ liệu số 1".into(),
        lang,
        published: Date::new(2025, 6, 30).unwrap(),
    }
}

/// What poppler's tool says of a page; nothing where it is not installed.
fn asked(tool: &str, arguments: &[&str], bytes: &[u8]) -> Option<String> {
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
fn text_on_a_page_can_be_found() {
    for (name, model) in cases::all() {
        let mut model = cases::noted(model);
        model.title = "Nghệ An: Ẵ ỷ Đ ợ".into();
        let bytes = pdf(&model, &look((960, 540)), &facts(Lang::Vi)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
        let Some(text) = asked("pdftotext", &["-", "-"], &bytes) else {
            // Without the tool: two fonts with a table that leads back to characters.
            let found = |what: &[u8]| bytes.windows(what.len()).filter(|window| *window == what).count();
            assert!(
                found(b"/ToUnicode") >= 2 && found(b"/FontFile2") + found(b"/FontFile3") >= 2,
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
fn a_page_is_as_large_as_its_picture_and_says_what_it_is() {
    let bytes = pdf(&cases::bars(63), &look((960, 540)), &facts(Lang::Vi)).unwrap();
    let Some(info) = asked("pdfinfo", &["-isodates", "-"], &bytes) else {
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
fn the_language_is_said() {
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let bytes = pdf(&cases::lines(), &look((390, 0)), &facts(lang)).unwrap();
        let wanted = format!("/Lang({code})");
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b' ').collect();
        assert!(
            plain.windows(wanted.len()).any(|window| window == wanted.as_bytes()),
            "{lang:?}"
        );
    }
}

#[test]
fn a_page_holds_only_the_letters_it_uses() {
    let bytes = pdf(&cases::bars(3), &look((960, 540)), &facts(Lang::Vi)).unwrap();
    assert!(bytes.len() < 60_000, "{} bytes, both fonts have 760 kB", bytes.len());
}

#[test]
fn the_same_page_is_the_same_bytes() {
    for (name, model) in cases::all() {
        let draw = || pdf(&model, &look((960, 540)), &facts(Lang::En)).unwrap();
        assert!(draw() == draw(), "{name}");
    }
}
