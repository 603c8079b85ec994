//! What an installation decides.

use std::{path::PathBuf, str::FromStr};

/// How this installation works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who may read.
    pub reading: Reading,
    /// Publishing needs the approval of a second person.
    pub four_eyes: bool,
    /// Limit of an uploaded file, in megabytes (millions of bytes).
    pub upload_megabytes: u64,
    /// Limit of the rows of an uploaded file.
    pub upload_rows: u32,
    /// Limit of the time to read and understand an uploaded file, in seconds.
    pub upload_seconds: u64,
    /// Limit of the memory of the process that reads an uploaded file, in megabytes (millions of bytes).
    pub upload_memory: u64,
    /// The program that reads uploaded files in a process of its own; this very program where none is given.
    pub upload_program: Option<PathBuf>,
    /// Whether cookies are only sent over HTTPS.
    pub secure_cookies: SecureCookies,
    /// Requests a minute that the API answers to one address; 0 for no limit.
    pub api_per_minute: u32,
    /// Which sites may show charts and tables in frames.
    pub frame_ancestors: FrameAncestors,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reading: Reading::Open,
            four_eyes: false,
            upload_megabytes: 50,
            upload_rows: 2_000_000,
            upload_seconds: 60,
            upload_memory: 1_500,
            upload_program: None,
            secure_cookies: SecureCookies::Auto,
            api_per_minute: 600,
            frame_ancestors: FrameAncestors::default(),
        }
    }
}

/// Who may read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Reading {
    /// Everybody; readers need no account
    #[default]
    Open,
    /// Only those with an account
    SignedIn,
}

/// Whether cookies are only sent over HTTPS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum SecureCookies {
    /// When the request came over HTTPS, as the proxy says with `X-Forwarded-Proto: https`
    #[default]
    Auto,
    /// Always: signing in over plain HTTP is impossible then
    On,
    /// Never
    Off,
}

/// Which sites may show charts and tables in frames, as a Content-Security-Policy says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameAncestors(String);

/// Why it is not known which sites are meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no site: write * for every site, none, self, or origins such as https://portal.example.vn or \
     https://*.example.vn, separated by blanks; * and none stand alone"
)]
pub struct NoSite(String);

impl FrameAncestors {
    /// As it stands after `frame-ancestors`.
    #[must_use]
    pub fn policy(&self) -> &str {
        &self.0
    }
}

impl Default for FrameAncestors {
    /// Every site: the figures are public.
    fn default() -> Self {
        Self("*".to_owned())
    }
}

impl FromStr for FrameAncestors {
    type Err = NoSite;

    fn from_str(text: &str) -> Result<Self, NoSite> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let policy: Result<Vec<&str>, NoSite> = words
            .iter()
            .map(|word| match *word {
                "*" | "none" | "'none'" if words.len() > 1 => Err(NoSite(text.to_owned())),
                "none" | "'none'" => Ok("'none'"),
                "self" | "'self'" => Ok("'self'"),
                word if word == "*" || is_origin(word) => Ok(word),
                word => Err(NoSite(word.to_owned())),
            })
            .collect();
        match policy? {
            words if words.is_empty() => Err(NoSite(text.to_owned())),
            words => Ok(Self(words.join(" "))),
        }
    }
}

/// Scheme and host, with a port if there is one; `*.` stands for all hosts below one.
fn is_origin(word: &str) -> bool {
    let host = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let Some(host) = host else { return false };
    let (host, port) = host.split_once(':').unwrap_or((host, "443"));
    let host = host.strip_prefix("*.").unwrap_or(host);
    let name = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    host.split('.').all(name) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_said_as_a_policy_says_them() {
        for (text, policy) in [
            ("*", "*"),
            ("none", "'none'"),
            (" 'none' ", "'none'"),
            ("self", "'self'"),
            (
                "self https://portal.example.vn  http://127.0.0.1:8080",
                "'self' https://portal.example.vn http://127.0.0.1:8080",
            ),
            ("https://*.example.vn", "https://*.example.vn"),
        ] {
            let known: FrameAncestors = text.parse().unwrap();
            assert_eq!(known.policy(), policy, "{text}");
        }
    }

    #[test]
    fn what_is_no_site_is_refused_by_name() {
        for (text, named) in [
            ("", "\"\""),
            ("portal.example.vn", "\"portal.example.vn\""),
            ("https://portal.example.vn/trang", "\"https://portal.example.vn/trang\""),
            ("https://a.vn; script-src *", "\"https://a.vn;\""),
            ("https://a.vn:x", "\"https://a.vn:x\""),
            ("https://a..vn", "\"https://a..vn\""),
            ("* https://a.vn", "\"* https://a.vn\""),
            ("none self", "\"none self\""),
            ("data:", "\"data:\""),
        ] {
            let error = text.parse::<FrameAncestors>().unwrap_err().to_string();
            assert!(
                error.starts_with(named) && error.contains("https://portal.example.vn"),
                "{error}"
            );
        }
    }
}
