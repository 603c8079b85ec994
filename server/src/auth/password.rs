//! Passwords are kept as argon2id hashes; making and checking one takes memory and time on purpose.

use std::sync::{Arc, LazyLock};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::{self, SaltString},
};
use tokio::sync::Semaphore;

/// As OWASP advises: 19 MiB, two passes, one lane.
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;
/// At once; more would take every core from readers.
const AT_ONCE: usize = 2;
/// May wait; further ones are asked to retry.
const WAITING: usize = 32;

/// Fewest characters of a password.
pub(crate) const SHORTEST: usize = 10;
/// Longer ones only cost time.
const LONGEST: usize = 1024;

/// Why a password could not be checked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasswordError {
    #[error("too many passwords are being checked")]
    Busy,
    #[error("a password could not be hashed: {0}")]
    Hash(String),
}

/// Checks passwords, a few at a time.
#[derive(Debug)]
pub(crate) struct Passwords {
    at_once: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(WAITING)),
        }
    }
}

impl Passwords {
    /// Whether a password is the one of this hash. Without a hash it never is, which takes as long.
    pub(crate) async fn check(&self, password: String, hash: Option<String>) -> Result<bool, PasswordError> {
        self.run_blocking(move || {
            let known = hash.is_some();
            let hash = hash.as_deref().unwrap_or(&NOBODY);
            Ok(verify(&password, hash) && known)
        })
        .await
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.run_blocking(move || hash(&password)).await
    }

    async fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let _place = self.waiting.try_acquire().map_err(|_| PasswordError::Busy)?;
        let _turn = self.at_once.acquire().await.map_err(|_| PasswordError::Busy)?;
        let done = tokio::task::spawn_blocking(work).await;
        done.map_err(|error| PasswordError::Hash(error.to_string()))?
    }
}

/// Whether it is long enough, in characters, and not endless.
pub(crate) fn is_long_enough(password: &str) -> bool {
    password.chars().count() >= SHORTEST && password.len() <= LONGEST
}

/// The hash of a password in PHC format.
pub(crate) fn hash(password: &str) -> Result<String, PasswordError> {
    let failed = |error: &dyn std::fmt::Display| PasswordError::Hash(error.to_string());
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| failed(&error))?;
    let salt = SaltString::encode_b64(&salt).map_err(|error| failed(&error))?;
    let hash = argon2().and_then(|argon| Ok(argon.hash_password(password.as_bytes(), &salt)?.to_string()));
    hash.map_err(|error| failed(&error))
}

fn argon2() -> Result<Argon2<'static>, password_hash::Error> {
    let params = Params::new(MEMORY, PASSES, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn verify(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else {
        tracing::error!("the hash of a password cannot be read");
        return false;
    };
    // The hash names its own costs, so that old ones stay valid when ours change.
    password.len() <= LONGEST && Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

/// A hash of no account, so that response times do not reveal the names of accounts.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody").unwrap_or_default());

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_alone() {
        let passwords = Passwords::default();
        let hash = passwords.hash("một mật khẩu".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, super::hash("một mật khẩu").unwrap(), "the salt differs");
        let check = |password: &str, hash: Option<String>| passwords.check(password.to_owned(), hash);
        assert!(check("một mật khẩu", Some(hash.clone())).await.unwrap());
        assert!(!check("Một mật khẩu", Some(hash)).await.unwrap());
        assert!(!check("nobody", None).await.unwrap());
        assert!(!check("x", Some("no hash".into())).await.unwrap());
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(is_long_enough("mật khẩu ạ") && !is_long_enough("mật khẩu"));
        assert!(!is_long_enough(&"a".repeat(2000)));
    }
}
