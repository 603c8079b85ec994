//! The program as a process: how it starts, what it says, how it ends.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

fn program() -> Command {
    program_at(Path::new(env!("CARGO_BIN_EXE_thuocdo")))
}

fn program_at(file: &Path) -> Command {
    let mut command = Command::new(file);
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("THUOCDO_")) {
        command.env_remove(variable);
    }
    command
}

/// Runs a command to its end: in an empty folder and on a free port, whatever else runs on this machine.
fn run(arguments: &[&str]) -> (Output, String) {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    let folder = Folder::new(&format!("run-{}", RUNS.fetch_add(1, Ordering::Relaxed)));
    let mut command = program();
    command.current_dir(&folder.0).env("THUOCDO_ADDR", "127.0.0.1:0");
    let output = command.args(arguments).output().unwrap();
    let both = [output.stdout.as_slice(), &output.stderr].concat();
    (output, String::from_utf8(both).unwrap())
}

/// A folder that goes away again.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("thuocdo-{name}-{}", std::process::id()));
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

/// The program on a free port, in an empty folder.
struct Running {
    child: Child,
    address: String,
    folder: Folder,
}

impl Running {
    fn start(name: &str) -> Self {
        Self::run(program(), Folder::new(name))
    }

    fn run(mut command: Command, folder: Folder) -> Self {
        let mut child = command
            .args(["serve", "--addr", "127.0.0.1:0"])
            .current_dir(&folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stdout = child.stdout.as_mut().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let said = "Thước Đo đang chạy tại / is running at http://";
        let address = line.trim().strip_prefix(said).expect(&line).to_owned();
        Self { child, address, folder }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    }

    /// Sends a form from a page of its own.
    fn post(&self, path: &str, form: &str) -> String {
        let length = form.len();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nConnection: close\r\nContent-Length: {length}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}"
        ))
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a signal; gives how it ended and its log.
    fn end(mut self, signal: &str) -> (Option<i32>, String, Folder) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(sent.unwrap().success());
        let status = self.child.wait().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (status.code(), log, self.folder)
    }
}

#[test]
fn it_starts_in_an_empty_folder_answers_and_ends_cleanly() {
    let running = Running::start("empty");
    let page = running.get("/vi");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.contains("content-security-policy: default-src 'none'"));
    assert!(running.get("/healthz").ends_with("\r\n\r\nok\nedition 1\nstore: ok\n"));
    let (code, log, folder) = running.end("TERM");
    assert_eq!(code, Some(0), "{log}");
    for line in [
        "published the figures",
        "path=\"/vi\" status=200",
        "told to stop",
        "stopped",
    ] {
        assert!(log.contains(line), "{line}: {log}");
    }
    let names = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&folder.0), ["thuocdo-data"], "everything is in one folder");
    assert_eq!(
        names(&folder.0.join("thuocdo-data")),
        ["link-key", "thuocdo.sqlite"],
        "and in one file, beside the key of links to drafts"
    );
}

#[test]
fn open_and_unused_connections_do_not_hold_it_back() {
    let running = Running::start("held");
    let unused = running.connect();
    let mut kept = running.connect();
    write!(kept, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut start = [0; 15];
    kept.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 200 OK");
    let told = Instant::now();
    let (code, log, _) = running.end("INT");
    assert_eq!(code, Some(0), "{log}");
    assert!(told.elapsed() < Duration::from_secs(5), "{log}");
    drop((unused, kept));
}

#[test]
fn an_address_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (output, said) = run(&["serve", "--log", "off", "--addr", &address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains(&format!("thuocdo: {address} is in use")), "{said}");
}

/// The data files of the product with one line of one of them made wrong.
fn broken(name: &str) -> Folder {
    let folder = Folder::new(name);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    for part in ["catalogue", "catalogue/indicators", "bundled"] {
        fs::create_dir_all(folder.0.join(part)).unwrap();
        for entry in fs::read_dir(data.join(part)).unwrap() {
            let from = entry.unwrap().path();
            if from.is_file() {
                let to = folder.0.join(part).join(from.file_name().unwrap());
                fs::copy(from, to).unwrap();
            }
        }
    }
    let file = folder.0.join("bundled/pci.csv");
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(2, "this,is,no,figure");
    fs::write(file, lines.join("\n")).unwrap();
    folder
}

#[test]
fn check_names_file_and_line_and_serve_does_not_start() {
    let folder = broken("broken");
    let path = folder.0.to_str().unwrap();
    for arguments in [&["check", path][..], &["serve", "--data-files", path]] {
        let (output, said) = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("bundled/pci.csv:3"), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn check_counts_what_is_right_and_refuses_other_folders() {
    let (output, said) = run(&["check"]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.starts_with("Right: ") && said.contains(" figures from "), "{said}");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let (_, same) = run(&["check", data.to_str().unwrap()]);
    assert_eq!(same, said, "the files inside the program are those of the folder");

    let empty = Folder::new("other");
    let (output, said) = run(&["check", empty.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("has no folder `catalogue`"), "{said}");
}

#[test]
fn help_says_how_to_begin() {
    let (output, help) = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    for word in ["Thước Đo", "serve", "check", "Examples:", "--addr 0.0.0.0:8080"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    let (_, help) = run(&["serve", "--help"]);
    for word in ["THUOCDO_ADDR=", "THUOCDO_DATA_FILES=", "THUOCDO_LOG=", "127.0.0.1:3000"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    let (_, version) = run(&["--version"]);
    assert_eq!(version.trim(), format!("thuocdo {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&[]).0.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read_is_served_and_the_desk_says_so() {
    use std::os::unix::{fs::MetadataExt, fs::PermissionsExt, process::CommandExt};
    let permit = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let (_, log, folder) = Running::start("read-only").end("TERM");
    let mut adding = program()
        .args(["account", "add", "lan", "--password-stdin"])
        .current_dir(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    adding.stdin.take().unwrap().write_all(b"long enough\n").unwrap();
    assert!(adding.wait().unwrap().success(), "{log}");

    // Root may write anywhere, so the program runs as somebody else, who may not look into the build.
    let own = folder.0.join("thuocdo");
    fs::copy(env!("CARGO_BIN_EXE_thuocdo"), &own).unwrap();
    permit(&own, 0o755);
    permit(&folder.0, 0o755);
    let data = folder.0.join("thuocdo-data");
    for file in fs::read_dir(&data).unwrap() {
        permit(&file.unwrap().path(), 0o444);
    }
    permit(&data, 0o555);
    let mut command = program_at(&own);
    if fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        command.gid(65_534).uid(65_534);
    }
    let running = Running::run(command, folder);
    assert!(running.get("/vi/rankings/pci/2016").starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(running.get("/healthz").ends_with("ok\nedition 1\nstore: read-only\n"));
    let admin = running.post("/en/sign-in", "name=lan&password=long+enough");
    assert!(admin.starts_with("HTTP/1.1 503 "), "{admin}");
    assert!(admin.contains("read-only") || admin.contains("only be read"), "{admin}");
    let (code, log, _folder) = running.end("TERM");
    assert_eq!(code, Some(0), "{log}");
    permit(&data, 0o755);
}
