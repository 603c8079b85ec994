//! Refreshed files until they are downloaded: a few, for a few minutes, under names that cannot be guessed.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::body::Bytes;

/// Most files, and the bytes that they may take all together.
const MOST_FILES: usize = 64;
const MOST_BYTES: usize = 96 << 20;

#[derive(Debug)]
struct File {
    key: String,
    name: String,
    bytes: Bytes,
    until: Instant,
}

/// The files; the oldest go first.
#[derive(Debug, Default)]
pub(super) struct KeptFiles(Mutex<VecDeque<File>>);

impl KeptFiles {
    /// Keeps a file and returns its key.
    pub(super) fn keep(&self, name: String, bytes: Vec<u8>, time: Duration) -> Result<String, getrandom::Error> {
        let mut random = [0; 16];
        getrandom::fill(&mut random)?;
        let key: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let now = Instant::now();
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.push_back(File {
            key: key.clone(),
            name,
            bytes: bytes.into(),
            until: now + time,
        });
        files.retain(|file| file.until > now);
        let size = |files: &VecDeque<File>| files.iter().map(|file| file.bytes.len()).sum::<usize>();
        while files.len() > MOST_FILES || (files.len() > 1 && size(&files) > MOST_BYTES) {
            files.pop_front();
        }
        Ok(key)
    }

    /// Returns name and bytes of the file with this key.
    pub(super) fn find(&self, key: &str) -> Option<(String, Bytes)> {
        let now = Instant::now();
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|file| file.until > now);
        let found = files.iter().find(|file| file.key == key)?;
        Some((found.name.clone(), found.bytes.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    #[test]
    fn files_are_found_under_their_keys_until_their_time_is_over() {
        let kept = KeptFiles::default();
        let key = kept.keep("a.pptx".into(), vec![1], LONG).unwrap();
        assert_eq!(kept.find(&key), Some(("a.pptx".into(), Bytes::from_static(&[1]))));
        assert!(key.len() == 32 && kept.find(&key[1..]).is_none() && kept.find("").is_none());
        let over = kept.keep("b.pptx".into(), vec![2], Duration::ZERO).unwrap();
        assert!(kept.find(&over).is_none() && kept.find(&key).is_some());
    }

    #[test]
    fn number_and_bytes_are_limited() {
        let kept = KeptFiles::default();
        let keys: Vec<String> = (0..80).map(|_| kept.keep("a".into(), vec![0], LONG).unwrap()).collect();
        assert!(kept.find(&keys[0]).is_none() && kept.find(&keys[79]).is_some());
        assert_eq!(keys.iter().filter(|key| kept.find(key).is_some()).count(), MOST_FILES);
        let large = kept.keep("b".into(), vec![0; MOST_BYTES], LONG).unwrap();
        assert!(kept.find(&large).is_some() && kept.find(&keys[79]).is_none());
    }
}
