//! `thuocdo serve`.

use std::{
    io::{self, IsTerminal},
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use clap::{Args, builder::BoolishValueParser};
use store::{Editions, Store};
use tracing_subscriber::EnvFilter;

use super::{Failure, ReadingLimits, place::Place, say};
use crate::{
    Admin, AppState, LinkKey, Program, Site,
    http::listen,
    router,
    services::start::{self, StartError},
    settings::{FrameAncestors, Reading, SecureCookies, Settings},
    telemetry::{LogWriter, WriterGuard},
};

/// How often sessions that are over are removed.
const PRUNED: Duration = Duration::from_secs(3600);
/// Time for uploads in progress at shutdown; then they are refused because the program ends.
const LAST_UPLOADS: Duration = Duration::from_secs(4);
/// Time for the store to close. What was not written by then was not confirmed to any client.
const LAST_WRITES: Duration = Duration::from_secs(1);
/// Time for work on other threads.
const LAST_WORK: Duration = Duration::from_millis(200);

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "THUOCDO_ADDR", default_value = "127.0.0.1:3000", value_parser = address)]
    addr: SocketAddr,
    /// Where readers reach the program, such as https://thuocdo.example.vn: for addresses in slides,
    /// embeds and citations. Without it, http:// and the address that it listens on
    #[arg(long, env = "THUOCDO_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    public_url: Option<String>,
    /// Signs links to drafts: a text of at least 32 characters, the same for all programs that share a
    /// database. Without it, a key is made and kept in the data folder
    #[arg(long, env = "THUOCDO_LINK_KEY", hide_env_values = true, value_name = "TEXT", value_parser = link_key)]
    link_key: Option<String>,
    #[command(flatten)]
    place: Place,
    /// Read the data files that the program brings from this folder instead of from inside itself
    #[arg(long, env = "THUOCDO_DATA_FILES", value_name = "FOLDER")]
    data_files: Option<PathBuf>,
    /// Who may read
    #[arg(
        long,
        env = "THUOCDO_READING",
        value_enum,
        default_value = "open",
        value_name = "WHO"
    )]
    reading: Reading,
    /// What one person prepares another one must approve before it is published
    #[arg(long, env = "THUOCDO_FOUR_EYES", value_parser = BoolishValueParser::new(),
        num_args = 0..=1, require_equals = true, default_value = "false", default_missing_value = "true",
        action = clap::ArgAction::Set)]
    four_eyes: bool,
    /// Largest file that can be uploaded, in megabytes
    #[arg(long, env = "THUOCDO_UPLOAD_MEGABYTES", default_value = "50", value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=2000))]
    upload_megabytes: u64,
    /// Most rows that an uploaded file may have
    #[arg(long, env = "THUOCDO_UPLOAD_ROWS", default_value = "2000000", value_name = "N",
        value_parser = clap::value_parser!(u32).range(1..))]
    upload_rows: u32,
    #[command(flatten)]
    reading_limits: ReadingLimits,
    /// Whether browsers send the cookie of a session over HTTPS only
    #[arg(
        long,
        env = "THUOCDO_SECURE_COOKIES",
        value_enum,
        default_value = "auto",
        value_name = "WHEN"
    )]
    secure_cookies: SecureCookies,
    /// Requests a minute that the API answers to one address; 0 for no limit
    #[arg(long, env = "THUOCDO_API_PER_MINUTE", default_value = "600", value_name = "N")]
    api_per_minute: u32,
    /// Sites that may show charts and tables in frames: * for every site, none, self, or origins such as
    /// https://portal.example.vn, separated by blanks
    #[arg(long, env = "THUOCDO_FRAME_ANCESTORS", default_value = "*", value_name = "SITES")]
    frame_ancestors: FrameAncestors,
    /// What to write to the log (on stderr): error, warn, info, debug, or rules such as
    /// `warn,server=debug`
    #[arg(long, env = "THUOCDO_LOG", default_value = "info", value_name = "LEVEL", value_parser = filter)]
    log: String,
}

impl Serve {
    fn settings(&self) -> Settings {
        Settings {
            reading: self.reading,
            four_eyes: self.four_eyes,
            upload_megabytes: self.upload_megabytes,
            upload_rows: self.upload_rows,
            upload_seconds: self.reading_limits.seconds,
            upload_memory: self.reading_limits.memory,
            upload_program: None,
            secure_cookies: self.secure_cookies,
            api_per_minute: self.api_per_minute,
            frame_ancestors: self.frame_ancestors.clone(),
        }
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let hint = "THUOCDO_ADDR or --addr takes an IP address and a port, such as 127.0.0.1:3000";
    text.parse().map_err(|_| hint.to_owned())
}

fn link_key(text: &str) -> Result<String, String> {
    let long = text.chars().count() >= 32;
    let hint = "THUOCDO_LINK_KEY or --link-key takes a text of at least 32 characters that nobody can guess";
    long.then(|| text.to_owned()).ok_or_else(|| hint.to_owned())
}

/// Scheme and host, with a port if there is one.
pub(super) fn origin(text: &str) -> Result<String, String> {
    let hint =
        "THUOCDO_PUBLIC_URL or --public-url takes http:// or https:// and a host, such as https://thuocdo.example.vn";
    let bare = text.trim_end_matches('/');
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    let good = |host: &&str| {
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '[' | ']');
        !host.is_empty() && host.chars().all(known)
    };
    host.filter(good)
        .map(|_| bare.to_owned())
        .ok_or_else(|| hint.to_owned())
}

fn filter(text: &str) -> Result<String, String> {
    let problem = |error| format!("THUOCDO_LOG or --log: {error}");
    EnvFilter::try_new(text).map_err(problem)?;
    Ok(text.to_owned())
}

pub(super) fn run(settings: &Serve) -> Result<(), Failure> {
    let _written_until_the_end = write_log(&settings.log)?;
    let site = Site::embedded();
    if site.is_empty() {
        tracing::warn!(
            "the program was built without styles and scripts (`make build` puts them in): \
             pages work, but are plain"
        );
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(serve(settings, site));
    // No client waits for work that goes on, and it must not keep the program from ending.
    runtime.shutdown_timeout(LAST_WORK);
    done
}

async fn serve(settings: &Serve, site: Site) -> Result<(), Failure> {
    let stop = listen::shutdown_signal()?;
    let listener = listen::bind(settings.addr).await?;
    let address = listener.local_addr()?;
    let store = settings.place.open().await?;
    let newest = start::newest(&store, settings.data_files.as_deref()).await;
    let newest = newest.map_err(|error| match error {
        StartError::Store(error) => Failure::Said(settings.place.words(&error)),
        error => error.into(),
    })?;
    let origin = settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{address}"));
    let program = Program::new(Editions::new(newest), site.links().clone()).reached_at(origin);
    let program = Arc::new(program);
    let admin = Admin::new(
        store.clone(),
        Arc::clone(&program),
        settings.settings(),
        settings.place.folder(),
    );
    admin.clean();
    admin.sign_links(link_key_of(settings));
    let tasks = [
        tokio::spawn(admin.edition_loader().clone().follow()),
        tokio::spawn(prune(store.clone())),
    ];
    let stop = {
        let admin = Arc::clone(&admin);
        async move {
            stop.await;
            tokio::spawn(async move {
                tokio::time::sleep(LAST_UPLOADS).await;
                admin.stop_reading();
            });
        }
    };
    let state = AppState::new(program, site).with_desk(Arc::clone(&admin));
    say(&format!("Thước Đo đang chạy tại / is running at http://{address}"));
    hint(settings, &store).await;
    listen::serve(listener, router(state), stop).await;
    admin.stop_reading();
    for task in tasks {
        task.abort();
    }
    if tokio::time::timeout(LAST_WRITES, store.close()).await.is_err() {
        tracing::warn!("the store did not close in time");
    }
    Ok(())
}

/// A folder that cannot be written to gives a key for this run alone.
fn link_key_of(settings: &Serve) -> LinkKey {
    if let Some(text) = &settings.link_key {
        return LinkKey::of_text(text);
    }
    LinkKey::in_folder(settings.place.folder()).unwrap_or_else(|error| {
        tracing::warn!(%error, "links to drafts will end with this program: their key cannot be kept");
        LinkKey::random()
    })
}

/// Says how to go on: what only the one at the command line can do.
async fn hint(settings: &Serve, store: &Store) {
    tracing::info!(
        store = settings.place.shown(),
        read_only = store.read_only(),
        "the store is open"
    );
    if store.read_only() {
        say("Dữ liệu chỉ đọc được: không đăng nhập, tải lên, công bố được. / \
             The data can only be read: nobody can sign in, upload or publish.");
    } else if store.accounts().await.is_ok_and(|accounts| accounts.is_empty()) {
        say("Chưa có tài khoản nào. Thêm quản trị viên đầu tiên bằng / \
             There is no account yet. Add the first administrator with: thuocdo account add NAME");
    }
}

async fn prune(store: Store) {
    loop {
        if !store.read_only()
            && let Err(error) = store.prune_sessions().await
        {
            tracing::debug!(%error, "sessions that are over could not be removed");
        }
        tokio::time::sleep(PRUNED).await;
    }
}

/// Starts the log.
fn write_log(filter: &str) -> io::Result<WriterGuard> {
    let (writer, guard) = LogWriter::start(io::stderr())?;
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_ansi(io::stderr().is_terminal())
        .with_writer(writer)
        .init();
    Ok(guard)
}
