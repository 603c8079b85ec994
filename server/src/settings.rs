//! What an installation decides.

/// How this installation works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who may read.
    pub reading: Reading,
    /// Publishing needs the approval of a second person.
    pub four_eyes: bool,
    /// Limit of an uploaded file, in megabytes (millions of bytes).
    pub upload_megabytes: u64,
    /// Limit of the rows of an uploaded file.
    pub upload_rows: u32,
    /// Whether cookies are only sent over HTTPS.
    pub secure_cookies: SecureCookies,
    /// Requests a minute that the API answers to one address; 0 for no limit.
    pub api_per_minute: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reading: Reading::Open,
            four_eyes: false,
            upload_megabytes: 50,
            upload_rows: 2_000_000,
            secure_cookies: SecureCookies::Auto,
            api_per_minute: 600,
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
