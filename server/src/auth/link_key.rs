//! The key that signs links to drafts.

use std::{fs, io, path::Path};

use hmac::{Hmac, Mac, digest::KeyInit};
use sha2::Sha256;

/// Where the key is kept in the data folder.
const FILE: &str = "link-key";

/// Signs links. Programs that share a database must have the same key.
#[derive(Clone)]
pub struct LinkKey([u8; 32]);

impl LinkKey {
    /// The key that a setting gives: any text of at least 32 characters.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        use sha2::Digest as _;
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The key in the data folder, made when there is none.
    ///
    /// # Errors
    /// When it can neither be read nor be written.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) if text.trim().len() >= 32 => return Ok(Self::of_text(text.trim())),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        fs::create_dir_all(folder)?;
        let key = Self::random();
        let text: String = key.0.iter().map(|byte| format!("{byte:02x}")).collect();
        write_private(&path, &text)?;
        Ok(Self::of_text(&text))
    }

    /// A key that lasts as long as the program.
    #[must_use]
    pub fn random() -> Self {
        let mut key = [0; 32];
        // Without randomness nothing could be signed: an unknown key then refuses every link.
        if getrandom::fill(&mut key).is_err() {
            tracing::error!("the system gives no random numbers; links to drafts will not work");
        }
        Self(key)
    }

    /// The signature of a draft until a moment, in hexadecimal digits.
    pub(crate) fn sign(&self, draft: &str, until: i64) -> String {
        let mac = self.mac(draft, until).finalize().into_bytes();
        mac.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    pub(crate) fn signed(&self, draft: &str, until: i64, signature: &str) -> bool {
        let digits = signature.as_bytes().chunks(2);
        let bytes: Option<Vec<u8>> = digits
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect();
        let bytes = bytes.filter(|bytes| bytes.len() == 16);
        // Compared in constant time.
        bytes.is_some_and(|bytes| self.mac(draft, until).verify_truncated_left(&bytes).is_ok())
    }

    /// The key as long as a block of the hash: with zeros, as the rule for shorter keys is.
    fn padded(&self) -> hmac::digest::Key<Hmac<Sha256>> {
        let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
        block[..self.0.len()].copy_from_slice(&self.0);
        block
    }

    pub(crate) fn mac(&self, draft: &str, until: i64) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&self.padded());
        mac.update(format!("draft {draft} until {until}").as_bytes());
        mac
    }
}

impl std::fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkKey")
    }
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_signed_draft_and_end_open() {
        let key = LinkKey::of_text("một khoá đủ dài để ký các liên kết");
        let signature = key.sign("0a1b", 1_000);
        assert_eq!(signature.len(), 32);
        assert!(key.signed("0a1b", 1_000, &signature));
        for (draft, until, signature) in [
            ("0a1c", 1_000, signature.as_str()),
            ("0a1b", 1_001, &signature),
            ("0a1b", 1_000, &signature[..30]),
            ("0a1b", 1_000, ""),
            ("0a1b", 1_000, "zz"),
        ] {
            assert!(!key.signed(draft, until, signature), "{draft} {until} {signature}");
        }
        assert!(!LinkKey::random().signed("0a1b", 1_000, &signature));
    }

    #[test]
    fn a_key_in_a_folder_stays_and_is_private() {
        let folder = std::env::temp_dir().join(format!("thuocdo-key-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let first = LinkKey::in_folder(&folder).unwrap();
        let again = LinkKey::in_folder(&folder).unwrap();
        assert_eq!(first.sign("a", 1), again.sign("a", 1));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(folder.join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
