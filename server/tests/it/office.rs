//! A desk on a store of its own, and visitors with cookies.

use std::{
    fs,
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version, password_hash::SaltString};
use axum::{Router, body::Body, http::Request};
use http_body_util::BodyExt;
use server::{Admin, AppState, Program, router, services::start, settings::Settings};
use store::{Account, Actor, Editions, Location, NewAccount, Role, Store};
use tower::ServiceExt;

use crate::fake::{Answer, site};

pub(crate) const PASSWORD: &str = "một mật khẩu đủ dài";

/// A folder that goes away again.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("thuocdo-it-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The whole program without its process.
pub(crate) struct Office {
    pub(crate) store: Store,
    pub(crate) admin: Arc<Admin>,
    pub(crate) router: Router,
    pub(crate) folder: Option<Folder>,
}

impl Office {
    pub(crate) async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let folder = Folder::new();
        Self::at(&Location::Folder(folder.0.join("data")), folder, settings).await
    }

    /// On another store; files come in below the folder.
    pub(crate) async fn at(location: &Location, folder: Folder, mut settings: Settings) -> Self {
        // The process of the tests is not the program.
        settings
            .upload_program
            .get_or_insert_with(|| env!("CARGO_BIN_EXE_thuocdo").into());
        let store = Store::open(location).await.unwrap();
        let newest = start::newest(&store, None).await.unwrap();
        let program = Arc::new(Program::new(Editions::new(newest), app::Assets::default()));
        let incoming = match location {
            Location::Folder(folder) => folder.clone(),
            Location::Database(_) => std::env::temp_dir(),
        };
        let admin = Admin::new(store.clone(), Arc::clone(&program), settings, &incoming);
        tokio::spawn(admin.edition_loader().clone().follow());
        let router = router(AppState::new(program, site()).with_desk(Arc::clone(&admin)));
        Self {
            store,
            admin,
            router,
            folder: Some(folder),
        }
    }

    /// An account with the password that all have here.
    pub(crate) async fn account(&self, name: &str, role: Role) -> Account {
        let new = NewAccount {
            name: name.to_owned(),
            display_name: name.to_uppercase(),
            password: cheap_hash(),
            role,
        };
        self.store.add_account(new, &Actor::program("test")).await.unwrap()
    }

    /// Somebody with a browser in which nobody has signed in.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookie: String::new(),
        }
    }

    /// Somebody with a session of this account.
    pub(crate) async fn signed_in(&self, account: &Account) -> Visitor {
        let token = self
            .store
            .add_session(account.id, Duration::from_secs(600))
            .await
            .unwrap();
        Visitor {
            cookie: format!("thuocdo={token}"),
            ..self.visitor()
        }
    }
}

/// Costs next to nothing; what a hash costs stands in the hash.
fn cheap_hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    let hash = || {
        let params = Params::new(8, 1, 1, None).unwrap();
        let salt = SaltString::encode_b64(b"sixteen bytes!!!").unwrap();
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password(PASSWORD.as_bytes(), &salt).unwrap().to_string()
    };
    HASH.get_or_init(hash).clone()
}

/// A browser that keeps one cookie.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) router: Router,
    pub(crate) cookie: String,
}

impl Visitor {
    pub(crate) async fn get(&mut self, uri: &str) -> Answer {
        self.ask("GET", uri, &[], "").await
    }

    /// Sends a form from a page of ours.
    pub(crate) async fn post(&mut self, uri: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask("POST", uri, &[("sec-fetch-site", "same-origin")], &encoded(fields))
            .await
    }

    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        let fields = [("name", name), ("password", password), ("next", "")];
        self.post("/vi/sign-in", &fields).await
    }

    pub(crate) async fn ask(&mut self, method: &str, uri: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(uri)
            .header("host", "desk.example");
        if !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie);
        }
        if method == "POST" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        };
        if let Some(pair) = answer
            .header("set-cookie")
            .split(';')
            .next()
            .filter(|pair| !pair.is_empty())
        {
            self.cookie = pair.to_owned();
        }
        answer
    }
}

/// Fields as a form sends them.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}
