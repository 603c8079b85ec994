//! Arbitrary bytes are opened or rejected, without a panic.

use proptest::prelude::*;

use crate::open::open;
use crate::workbooks::{small_ods, small_xlsx};

const SMALL_XLS: &[u8] = include_bytes!("../files/small.xls");

fn samples() -> Vec<Vec<u8>> {
    vec![
        small_xlsx(),
        small_ods(),
        SMALL_XLS.to_vec(),
        "TT;Tỉnh;Điểm\n1;\"Hà Nội\";86,67\n".as_bytes().to_vec(),
    ]
}

/// Opens bytes and reads every cell.
fn assert_no_panic(bytes: &[u8]) {
    let book = match open(bytes, "a.csv") {
        Ok(book) => book,
        Err(issues) => {
            assert!(!issues.is_empty());
            return;
        }
    };
    for sheet in &book.sheets {
        for row in 0..sheet.height() {
            for column in 0..=sheet.width(row) {
                let _ = sheet.get(row, column);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        assert_no_panic(&bytes);
    }

    #[test]
    fn any_text(text in "[ -~\n\r\t\"',;|À-ỹ\u{0}\u{FEFF}]{0,300}") {
        assert_no_panic(text.as_bytes());
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_no_panic(&wide);
    }

    #[test]
    fn mutated_files(
        sample in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        truncation in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = samples().swap_remove(sample);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(truncation) = truncation {
            bytes.truncate(truncation.index(bytes.len()));
        }
        assert_no_panic(&bytes);
    }

    /// Changes parts of packages before compression, so that checksums match.
    #[test]
    fn mutated_parts(
        ods in any::<bool>(),
        part in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        truncation in prop::option::weighted(0.3, any::<prop::sample::Index>()),
    ) {
        let bytes = if ods { small_ods() } else { small_xlsx() };
        assert_no_panic(&repackaged(&bytes, part, &changes, truncation));
    }
}

fn repackaged(
    bytes: &[u8],
    part: prop::sample::Index,
    changes: &[(prop::sample::Index, u8)],
    truncation: Option<prop::sample::Index>,
) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let changed = part.index(from.len());
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if at == changed {
            for (position, byte) in changes {
                let position = position.index(content.len());
                content[position] = *byte;
            }
            if let Some(truncation) = truncation {
                content.truncate(truncation.index(content.len()));
            }
        }
        let name = file.name().unwrap().into_owned();
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// Small workbooks of other programs with random bytes changed.
#[test]
fn mutated_workbooks_of_other_programs() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files")).unwrap();
    for file in folder.flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        if bytes.len() > 300_000 {
            continue;
        }
        let mut seed = 1_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            seed >> 33
        };
        for _ in 0..12 {
            let mut changed = bytes.clone();
            for _ in 0..=random() % 20 {
                let at = random() as usize % changed.len();
                changed[at] = random() as u8;
            }
            assert_no_panic(&changed);
        }
    }
}

/// Inputs for which careless parsers read the same bytes repeatedly.
#[test]
fn parsing_takes_linear_time() {
    for piece in [
        "\"a",
        "\"a\" b",
        "\"\"",
        "\"\n",
        "\"a\n\"\"b",
        "\" ",
        ";\"",
        "\r",
        "a\u{300}",
        "=\t\"x\";",
        ";\"a",
        "\";\t",
    ] {
        let text = piece.repeat((1 << 20) / piece.len());
        let start = std::time::Instant::now();
        assert_no_panic(text.as_bytes());
        let elapsed = start.elapsed();
        // Far above what an unoptimised build on a busy machine needs, far below quadratic time.
        assert!(elapsed.as_secs() < 20, "{piece:?}: {elapsed:?}");
    }
}
