//! Bytes under the name of their hash, and what else is made with SHA-256 and chance.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};

/// Bytes as they are stored.
#[derive(Debug)]
pub(crate) struct Packed {
    /// SHA-256 of the plain bytes.
    pub(crate) hash: String,
    /// The number of plain bytes.
    pub(crate) size: i64,
    /// zlib.
    pub(crate) bytes: Vec<u8>,
}

impl Packed {
    /// Packs bytes whose hash is known.
    pub(crate) fn new(hash: String, plain: &[u8]) -> Result<Self> {
        // Half of the best level: tables shrink to a fifth with it, and workbooks are packed already.
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(5));
        let failed = |error: std::io::Error| StoreError::Other(Box::new(error));
        encoder.write_all(plain).map_err(failed)?;
        Ok(Self {
            hash,
            size: i64::try_from(plain.len()).map_err(|_| StoreError::Invalid { what: "size" })?,
            bytes: encoder.finish().map_err(failed)?,
        })
    }

    /// The plain bytes, if they are those that the hash names.
    pub(crate) fn unpack(&self) -> Result<Vec<u8>> {
        let damaged = || StoreError::Corrupt {
            what: format!("the bytes of {}", self.hash),
        };
        let size = u64::try_from(self.size).map_err(|_| damaged())?;
        let mut plain = Vec::with_capacity(usize::try_from(size.min(1 << 28)).unwrap_or(0));
        // Never more than was stored, whatever the packed bytes say.
        let mut decoder = ZlibDecoder::new(self.bytes.as_slice()).take(size + 1);
        decoder.read_to_end(&mut plain).map_err(|_| damaged())?;
        if plain.len() as u64 == size && hash(&plain) == self.hash {
            Ok(plain)
        } else {
            Err(damaged())
        }
    }
}

/// SHA-256 as 64 hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 over the lines of a list of files, which is sorted by path.
pub(crate) fn fingerprint(manifest: &BTreeMap<String, String>) -> String {
    let mut sha = Sha256::new();
    for (path, hash) in manifest {
        sha.update(path.as_bytes());
        sha.update(b" ");
        sha.update(hash.as_bytes());
        sha.update(b"\n");
    }
    hex(&sha.finalize())
}

/// As many random bytes, as hexadecimal digits.
pub(crate) fn random<const BYTES: usize>() -> Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Other(error.to_string().into()))?;
    Ok(hex(&bytes))
}

/// Unix time in milliseconds.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// PostgreSQL takes no NUL in texts, and SQLite would cut some functions short at it.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_the_usual_ones() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hash(b""), empty);
        assert_eq!(fingerprint(&BTreeMap::new()), empty);
        let manifest = BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert_eq!(fingerprint(&manifest), hash(b"a 1\nb 2\n"));
    }

    #[test]
    fn what_is_packed_comes_back_and_damage_is_seen() {
        for plain in [&b""[..], b"tinh,nam,gia_tri\n", &[7; 100_000]] {
            let packed = Packed::new(hash(plain), plain).unwrap();
            assert_eq!(packed.unpack().unwrap(), plain);
        }
        let mut packed = Packed::new(hash(b"abc"), b"abc").unwrap();
        packed.size = 2;
        assert!(matches!(packed.unpack(), Err(StoreError::Corrupt { .. })), "size");
        packed.size = 3;
        let last = packed.bytes.len() - 1;
        packed.bytes[last] ^= 1;
        assert!(matches!(packed.unpack(), Err(StoreError::Corrupt { .. })), "byte");
    }

    #[test]
    fn random_texts_differ() {
        let (a, b) = (random::<16>().unwrap(), random::<16>().unwrap());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
    }
}
