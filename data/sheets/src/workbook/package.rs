//! Zip packages are measured before anything is unpacked for good.

use std::io::{self, BufReader, Cursor, Read};

use domain::upload::{Issue, IssueKind};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::{Limits, issues};

pub(super) type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// More parts than any workbook of figures has.
const PARTS: usize = 10_000;

/// All parts together, unpacked, in bytes.
pub(super) const UNPACKED: u64 = 512 << 20;

/// One part that is neither a sheet nor the shared texts, unpacked, in bytes. Styles are
/// held in memory at many times their size.
const SMALL_PART: u64 = 16 << 20;

/// Above this size, a package that grows more than a table can is a bomb.
const HARMLESS: u64 = 16 << 20;

/// What a package of tables grows to at most: rows that are all alike reach about 60.
const GROWTH: u64 = 250;

/// Opens a package, after reading every part that a workbook's reader may read: declared
/// sizes can lie.
///
/// # Errors
/// A bomb, or a package that is broken.
pub(super) fn measured<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Package<'a>, Issue> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|e| issues::not_readable(&e.to_string()))?;
    let too_much = || issues::limit(IssueKind::TooManyCells, limits.cells as f64);
    if package.len() > PARTS {
        return Err(too_much());
    }
    let mut unpacked = 0;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(|e| issues::not_readable(&e.to_string()))?;
        let name = part.name().map(|n| n.to_ascii_lowercase()).unwrap_or_default();
        if ![".xml", ".rels", "mimetype"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let large = ["sharedstrings.xml", "content.xml"]
            .iter()
            .any(|end| name.ends_with(end))
            || name.contains("worksheets/");
        let most = if large { UNPACKED } else { SMALL_PART }.min(UNPACKED - unpacked);
        if part.size() > most {
            return Err(too_much());
        }
        let claims = name.ends_with("sharedstrings.xml");
        let (read, claimed) = read_through(part.take(most + 1), claims).map_err(|e| issues::not_readable(&e))?;
        unpacked += read;
        let bomb = unpacked > HARMLESS && unpacked / GROWTH > bytes.len() as u64;
        if read > most || bomb || claimed > read.max(1000) {
            return Err(too_much());
        }
    }
    Ok(package)
}

/// Reads a part to its end; says how long it is and, of shared texts, how many it claims to
/// hold: that much memory is taken at once.
fn read_through(part: impl Read, claims: bool) -> Result<(u64, u64), String> {
    let mut counted = Counted { inner: part, bytes: 0 };
    let mut claimed = 0;
    if claims {
        claimed = claimed_texts(BufReader::new(&mut counted));
    }
    io::copy(&mut counted, &mut io::sink()).map_err(|e| e.to_string())?;
    Ok((counted.bytes, claimed))
}

/// The number of texts that shared texts claim to hold; 0 when they claim nothing.
fn claimed_texts(part: impl io::BufRead) -> u64 {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                return start
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .filter(|a| a.key.as_ref() == "uniqueCount")
                    .map(|a| a.value.parse().unwrap_or(0))
                    .max()
                    .unwrap_or(0);
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

struct Counted<R> {
    inner: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.bytes += read as u64;
        Ok(read)
    }
}
