//! Content-addressed bytes, SHA-256 hashes and random identifiers.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};

/// A blob as it is stored: compressed, with the hash and size of its uncompressed bytes.
#[derive(Debug)]
pub(crate) struct Packed {
    /// SHA-256 of the uncompressed bytes.
    pub(crate) hash: String,
    /// Number of uncompressed bytes.
    pub(crate) size: i64,
    /// The bytes, zlib-compressed.
    pub(crate) bytes: Vec<u8>,
}

impl Packed {
    /// Compresses bytes whose hash is known.
    pub(crate) fn new(hash: String, plain: &[u8]) -> Result<Self> {
        // A medium level: it shrinks tables to a fifth of their size, and workbooks are already compressed.
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(5));
        let failed = |error: std::io::Error| StoreError::Other(Box::new(error));
        encoder.write_all(plain).map_err(failed)?;
        Ok(Self {
            hash,
            size: i64::try_from(plain.len()).map_err(|_| StoreError::Invalid { what: "size" })?,
            bytes: encoder.finish().map_err(failed)?,
        })
    }

    /// Returns the uncompressed bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if they do not match the stored size and hash.
    pub(crate) fn unpack(&self) -> Result<Vec<u8>> {
        let damaged = || StoreError::Corrupt {
            what: format!("the bytes of {}", self.hash),
        };
        let size = u64::try_from(self.size).map_err(|_| damaged())?;
        let mut plain = Vec::with_capacity(usize::try_from(size.min(1 << 28)).unwrap_or(0));
        // Never reads more than the stored size, whatever the compressed bytes expand to.
        let mut decoder = ZlibDecoder::new(self.bytes.as_slice()).take(size + 1);
        decoder.read_to_end(&mut plain).map_err(|_| damaged())?;
        if plain.len() as u64 == size && hash(&plain) == self.hash {
            Ok(plain)
        } else {
            Err(damaged())
        }
    }
}

/// Returns the SHA-256 of `bytes` as 64 hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Returns the SHA-256 over the lines `path hash\n` of a manifest, in the order of the paths.
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

/// Returns `BYTES` random bytes as hexadecimal digits.
pub(crate) fn random<const BYTES: usize>() -> Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Other(error.to_string().into()))?;
    Ok(hex(&bytes))
}

/// Returns the current Unix time in milliseconds.
pub(crate) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
}

/// Replaces NUL characters: PostgreSQL rejects them in text, and some SQLite functions stop at them.
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
    fn hashes_match_known_values() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hash(b""), empty);
        assert_eq!(fingerprint(&BTreeMap::new()), empty);
        let manifest = BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert_eq!(fingerprint(&manifest), hash(b"a 1\nb 2\n"));
    }

    #[test]
    fn packing_round_trips_and_damage_is_detected() {
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
    fn random_values_differ() {
        let (a, b) = (random::<16>().unwrap(), random::<16>().unwrap());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
    }
}
