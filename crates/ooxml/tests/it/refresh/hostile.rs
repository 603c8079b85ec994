//! Files that are no decks, or damaged ones.

use ooxml::refresh::{self, RefreshError};

use super::*;

fn error(bytes: Vec<u8>) -> RefreshError {
    refresh::open(bytes).unwrap_err()
}

#[test]
fn what_is_no_presentation_is_named() {
    assert_eq!(error(Vec::new()), RefreshError::NotAZip);
    assert_eq!(error(b"%PDF-1.7".to_vec()), RefreshError::NotAZip);
    assert_eq!(
        error(vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        RefreshError::Encrypted
    );
    let book = ooxml::xlsx(&decks::single(decks::bars(3))).unwrap();
    assert_eq!(error(book), RefreshError::NotAPresentation);
    assert_eq!(error(zip(&Default::default())), RefreshError::NotAPresentation);
}

#[test]
fn parts_that_are_missing_or_damaged_are_named() {
    let deck = edition(&[decks::bars(5)], 1);
    let bytes = marked(&deck, 1);
    for path in [
        "ppt/slides/slide2.xml",
        "ppt/charts/chart1.xml",
        "ppt/embeddings/workbook1.xlsx",
        "ppt/drawings/drawing1.xml",
    ] {
        let mut parts = unzip(&bytes);
        parts.remove(path);
        let missing = RefreshError::Missing { part: path.to_owned() };
        assert_eq!(outcome(zip(&parts)), Err(missing));
        if path.ends_with(".xml") {
            parts.insert(path.into(), b"<a><b></a>".to_vec());
            let damaged = RefreshError::Damaged { part: path.to_owned() };
            assert_eq!(outcome(zip(&parts)), Err(damaged));
        }
    }
}

fn outcome(bytes: Vec<u8>) -> Result<(), RefreshError> {
    let new = edition(&[decks::bars(5)], 2);
    let upload = refresh::open(bytes)?;
    let origins = upload.slides().iter().map(|slide| slide.origin.clone());
    let all: Vec<_> = origins.map(|origin| Some(edit::fresh(&new, 2, &origin?))).collect();
    let (upload, _, edited) = upload.refresh(&all)?;
    upload.write(edited).map(drop)
}

#[test]
fn damaged_bytes_give_errors_and_no_panics() {
    let bytes = marked(&edition(&[decks::bars(5)], 1), 1);
    for end in (0..bytes.len()).step_by(4999) {
        let _ = outcome(bytes[..end].to_vec());
    }
    for at in (0..bytes.len()).step_by(2503) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x55;
        let _ = outcome(bytes);
    }
    let parts = unzip(&bytes);
    for (path, part) in &parts {
        let Ok(xml) = std::str::from_utf8(part) else { continue };
        // Texts and values of all kinds in places of others.
        for (from, to) in [
            ("val=\"", "val=\"-9"),
            ("idx=\"", "idx=\"99999999999"),
            ("rId", "rIdx"),
            ("<c:v>", "<c:v>é"),
            ("<a:p>", "<a:p/><a:p>"),
        ] {
            let mut parts = parts.clone();
            parts.insert(path.clone(), xml.replace(from, to).into_bytes());
            let _ = outcome(zip(&parts));
        }
    }
}

#[test]
fn a_part_that_grows_without_end_is_refused() {
    let mut parts = unzip(&marked(&edition(&[decks::bars(5)], 1), 1));
    parts.insert("ppt/slides/slide2.xml".into(), vec![b' '; 40 << 20]);
    let path = "ppt/slides/slide2.xml".to_owned();
    assert_eq!(error(zip(&parts)), RefreshError::TooLarge { part: path });
}
