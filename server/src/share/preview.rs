//! Links to what a draft would look like, for people without an account: signed, with an end.
//!
//! The link itself is the permission, so it names one draft, cannot be guessed and ends. What it
//! shows says in every picture that it is a draft.

use std::{
    fs, io,
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use app::{
    Assets, Backend, ChartSize,
    export::{self, PreviewAbout},
};
use axum::{
    extract::{Path as Segments, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{Lang, Moment, Snapshot, chart::ChartModel};
use hmac::{Hmac, Mac, digest::KeyInit};
use sha2::Sha256;
use store::{DraftKind, DraftState};

use super::formats::{self, ExportError, Format};
use crate::{
    AppState,
    admin::{Admin, Rejection, jobs},
    content::NO_STORE,
    pages,
};

/// How long a link lasts.
const LIFETIME: Duration = Duration::from_secs(7 * 24 * 3600);
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
    fn sign(&self, draft: &str, until: i64) -> String {
        let mac = self.mac(draft, until).finalize().into_bytes();
        mac.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    fn signed(&self, draft: &str, until: i64, signature: &str) -> bool {
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

    fn mac(&self, draft: &str, until: i64) -> Hmac<Sha256> {
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

/// Milliseconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A link to a draft with its end, which is that of a day, so that the page of a draft stays the same
/// for a while. Nothing when there is no key.
pub(crate) fn link(admin: &Admin, lang: Lang, draft: &str) -> Option<(String, Moment)> {
    let key = admin.link_key()?;
    let day = 24 * 3_600_000;
    let lifetime = i64::try_from(LIFETIME.as_millis()).unwrap_or(i64::MAX);
    let until = (now() + lifetime).div_euclid(day) * day + day - 1;
    let signature = key.sign(draft, until);
    let language = if lang == Lang::default() { "" } else { "?lang=en" };
    let origin = admin.program.origin();
    Some((
        format!("{origin}/preview/{draft}/{until}/{signature}{language}"),
        Moment(until),
    ))
}

/// A draft that a link opens.
struct Opened {
    /// Name of the uploaded file.
    file: String,
    until: Moment,
    snapshot: Arc<Snapshot>,
    /// The address of the preview without an ending.
    prefix: String,
}

/// The tables that the draft changes, in pictures.
pub(super) async fn page(
    State(state): State<Arc<AppState>>,
    Segments((draft, until, signature)): Segments<(String, i64, String)>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let query = uri.query().unwrap_or_default();
    match open(&state, (&draft, until, &signature)).await {
        Ok(Some(opened)) => {
            let about = PreviewAbout {
                until: opened.until,
                file: &opened.file,
                prefix: &opened.prefix,
            };
            let backend = OfDraft::new(&state, &opened);
            private(pages::answer_once(export::preview(&backend, query, &about), &asked))
        }
        Ok(None) => gone(&state, query, &asked),
        Err(stop) => stop.into_response(),
    }
}

/// A picture, slide or table of a draft.
pub(super) async fn file(
    State(state): State<Arc<AppState>>,
    Segments((draft, until, signature, view)): Segments<(String, i64, String, String)>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let query = uri.query().unwrap_or_default().to_owned();
    let opened = match open(&state, (&draft, until, &signature)).await {
        Ok(Some(opened)) => opened,
        Ok(None) => return gone(&state, &query, &asked),
        Err(stop) => return stop.into_response(),
    };
    let Some((view, format)) = Format::split(&view) else {
        return Rejection::NotFound.into_response();
    };
    let (view, backend) = (view.to_owned(), OfDraft::new(&state, &opened));
    let made = state
        .export_cache()
        .make_once(move || formats::make_of_draft(&backend, &view, &query, format))
        .await;
    match made {
        Ok(made) => {
            let mut response = super::content(made).respond(&asked);
            response.extensions_mut().insert(super::Outside::File);
            private(response)
        }
        Err(ExportError::Page(response)) => pages::answer_once(*response, &asked),
        Err(other) => super::failed(&uri, other),
    }
}

/// The draft of a link; nothing when the link has ended or the draft is no longer one.
async fn open(state: &AppState, (id, until, signature): (&str, i64, &str)) -> Result<Option<Opened>, Rejection> {
    let admin = state.admin().ok_or(Rejection::NotFound)?;
    let key = admin.link_key().ok_or(Rejection::NotFound)?;
    if !key.signed(id, until, signature) {
        return Err(Rejection::NotFound);
    }
    if until < now() {
        return Ok(None);
    }
    let draft = admin.store.draft(id).await?;
    if draft.state != DraftState::Open || draft.kind != DraftKind::Figures {
        return Ok(None);
    }
    let upload = admin
        .store
        .upload(draft.upload.as_deref().ok_or(Rejection::NotFound)?)
        .await?;
    let examined = jobs::examine_draft(
        &admin.store,
        &admin.jobs,
        admin.current()?,
        &upload,
        &jobs::choices(&draft),
    )
    .await;
    let examined = examined.map_err(crate::admin::stopped)?;
    Ok(Some(Opened {
        until: Moment(until),
        snapshot: Arc::clone(&examined.preview.snapshot),
        prefix: format!("/preview/{id}/{until}/{signature}"),
        file: upload.name,
    }))
}

fn gone(state: &AppState, query: &str, asked: &HeaderMap) -> Response {
    private(pages::answer_once(export::preview_ended(state.backend(), query), asked))
}

/// For those with the link alone, and for now.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// The program with the draft's figures as the newest.
struct OfDraft {
    inner: Arc<dyn Backend>,
    snapshot: Arc<Snapshot>,
}

impl OfDraft {
    fn new(state: &AppState, opened: &Opened) -> Self {
        Self {
            inner: state.backend_shared(),
            snapshot: Arc::clone(&opened.snapshot),
        }
    }
}

impl Backend for OfDraft {
    /// A draft has no editions.
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none().then(|| Arc::clone(&self.snapshot))
    }

    fn published(&self) -> Option<Arc<Snapshot>> {
        self.inner.snapshot(None)
    }

    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String {
        self.inner.chart(model, id, size)
    }

    fn origin(&self) -> &str {
        self.inner.origin()
    }

    fn assets(&self) -> &Assets {
        self.inner.assets()
    }
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
