//! Files that try to take the program: each is refused or read within its limits, readers are answered meanwhile,
//! and the next file is read as ever.

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Cursor, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use server::settings::Settings;
use store::{Actor, DraftFilter, Location, NewAccount, Role, Store};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    office::{Folder, Office},
    tables::{SOURCE, draft_of, ha_noi, send},
};

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"a\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    // What cannot be packed keeps the share of packed bytes as an ordinary file has it.
    let mut noise = 1_u32;
    let noise: Vec<u8> = (0..content.len() / 200 + 10_000)
        .map(|_| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        })
        .collect();
    zipped(&[
        ("mimetype", mimetype),
        ("content.xml", content.as_bytes()),
        ("noise.bin", &noise),
    ])
}

/// A cell whose text is empty, repeated in as many rows and columns as can be written.
fn ods_loop() -> Vec<u8> {
    let most = u32::MAX;
    ods(&format!(
        "<table:table-row table:number-rows-repeated=\"{most}\"><table:table-cell \
         table:number-columns-repeated=\"{most}\" office:value-type=\"string\" office:string-value=\"\"/></table:table-row>"
    ))
}

/// Hidden rows without end.
fn ods_hidden() -> Vec<u8> {
    let most = u32::MAX;
    ods(&format!(
        "<table:table-row table:number-rows-repeated=\"{most}\" table:visibility=\"collapse\"><table:table-cell \
         office:value-type=\"string\" office:string-value=\"\"/></table:table-row>"
    ))
}

/// Spaces that are written as their number: one cell of 600 MB.
fn ods_spaces() -> Vec<u8> {
    let spaces = "<text:s text:c=\"1000\"/>".repeat(600_000);
    ods(&format!(
        "<table:table-row><table:table-cell><text:p>x{spaces}</text:p></table:table-cell></table:table-row>"
    ))
}

/// A workbook whose one sheet stands in the part of this name.
fn xlsx(part: &str, sheet: &[u8]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let types = format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Default Extension=\"dat\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
    );
    let relation = |kind: &str, target: &str| {
        format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"a\" \
         sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", &format!("worksheets/{part}")).as_bytes(),
        ),
        (&format!("xl/worksheets/{part}"), sheet),
    ])
}

const SHEET: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

/// A comment of 500 MB in a part with an unusual name.
fn xlsx_comment() -> Vec<u8> {
    let mut sheet = format!("{SHEET}<!--").into_bytes();
    sheet.resize(sheet.len() + 500_000_000, b'a');
    sheet.extend(b"--><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>");
    xlsx("sheet1.dat", &sheet)
}

/// Tens of millions of cells that are merged with others.
fn xlsx_merged() -> Vec<u8> {
    const ROWS: u32 = 100_000;
    let mut sheet = format!("{SHEET}<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"OJ1\"><v>1</v></c></row>");
    for row in 2..=ROWS {
        write!(sheet, "<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>").unwrap();
    }
    sheet.push_str("</sheetData><mergeCells>");
    for row in (1..ROWS - 12).step_by(12) {
        write!(sheet, "<mergeCell ref=\"A{row}:OJ{}\"/>", row + 11).unwrap();
    }
    sheet.push_str("</mergeCells></worksheet>");
    xlsx("sheet1.xml", sheet.as_bytes())
}

const HEADER: &str = "Tỉnh, thành phố;Năm;Điểm PCI\r\n";

/// One figure, said again and again.
fn csv_same() -> Vec<u8> {
    format!("{HEADER}{}", "Hà Nội;2016;64,75\r\n".repeat(100_000)).into_bytes()
}

/// One figure with many values.
fn csv_differs(rows: u32) -> Vec<u8> {
    let mut text = HEADER.to_owned();
    for at in 0..rows {
        write!(text, "Hà Nội;2016;{},{at:06}\r\n", at % 90 + 10).unwrap();
    }
    text.into_bytes()
}

/// Every cell of many columns is wrong.
fn csv_wrong() -> Vec<u8> {
    let snapshot = server::services::start::first_edition(None).unwrap();
    let pci = snapshot.catalogue.indicator_by_slug("pci").unwrap();
    let components = &snapshot.catalogue.indicator(pci).components;
    let names = components
        .iter()
        .filter(|c| c.exists_in(2014))
        .map(|c| c.name.vi.as_str());
    let names: Vec<&str> = names.collect();
    let heads: Vec<String> = (2013..=2016)
        .flat_map(|year| names.iter().map(move |name| format!("{name} {year}")))
        .collect();
    let provinces = [
        "Hà Nội",
        "Hà Giang",
        "Cao Bằng",
        "Bắc Kạn",
        "Lào Cai",
        "Sơn La",
        "Yên Bái",
        "Hoà Bình",
    ];
    let wrong = ";x".repeat(heads.len());
    let mut text = format!("Tỉnh, thành phố;{}\r\n", heads.join(";"));
    for at in 0..20_000 {
        write!(text, "{}{wrong}\r\n", provinces[at % provinces.len()]).unwrap();
    }
    text.into_bytes()
}

/// The program as a process, with little time and memory for a file.
struct Server {
    child: Child,
    address: String,
    token: String,
    folder: Folder,
}

impl Server {
    fn start(seconds: &str) -> Self {
        let folder = Folder::new();
        let location = Location::Folder(folder.0.join("data"));
        let token = wait(async {
            let store = Store::open(&location).await.unwrap();
            let by = Actor::program("test");
            let new = NewAccount {
                name: "lan".into(),
                display_name: "Lan".into(),
                password: "no password".into(),
                role: Role::Analyst,
            };
            let account = store.add_account(new, &by).await.unwrap();
            let token = store.add_token(account.id, "test", &by).await.unwrap();
            store.close().await;
            token.secret
        });
        let mut command = Command::new(env!("CARGO_BIN_EXE_thuocdo"));
        for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("THUOCDO_")) {
            command.env_remove(variable);
        }
        let mut child = command
            .args(["serve", "--addr", "127.0.0.1:0", "--log", "off"])
            .env("THUOCDO_DATA", folder.0.join("data"))
            .env("THUOCDO_UPLOAD_SECONDS", seconds)
            .env("THUOCDO_UPLOAD_MEMORY", "400")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stdout = child.stdout.as_mut().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
        Self {
            child,
            address,
            token,
            folder,
        }
    }

    /// Status and body; `None` if the connection ends first.
    fn ask(&self, method: &str, path: &str, body: &[u8]) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: {}\r\n\
             Content-Type: application/octet-stream\r\nConnection: close\r\n\r\n",
            self.token,
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let answer = String::from_utf8(answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
    }

    fn upload(&self, name: &str, bytes: &[u8]) -> Option<(u16, Value)> {
        let path = format!("/api/v1/uploads?name={name}&indicator=pci&year=2016&source={SOURCE}");
        let (status, body) = self.ask("POST", &path, bytes)?;
        Some((status, serde_json::from_str(&body).unwrap_or(Value::Null)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wait<T>(task: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(task)
}

/// The longest that a reader waited until this was done.
fn slowest(server: &Server, done: &AtomicBool) -> Duration {
    let mut slowest = Duration::ZERO;
    for nth in 0.. {
        if done.load(Ordering::Relaxed) {
            break;
        }
        for path in ["/healthz".to_owned(), format!("/vi/rankings/pci/2016?reader={nth}")] {
            let asked = Instant::now();
            let (status, _) = server.ask("GET", &path, b"").expect("readers are answered");
            assert_eq!(status, 200, "{path}");
            slowest = slowest.max(asked.elapsed());
        }
        thread::sleep(Duration::from_millis(20));
    }
    slowest
}

fn codes(draft: &Value) -> Vec<&str> {
    let issues = draft["issues"].as_array().map_or(&[][..], Vec::as_slice);
    let mut codes: Vec<&str> = issues.iter().filter_map(|issue| issue["code"].as_str()).collect();
    codes.dedup();
    codes
}

#[test]
fn a_hostile_file_stops_neither_readers_nor_the_next_upload() {
    let server = Server::start("2");
    let good = ha_noi("71,25");
    type Made = fn() -> Vec<u8>;
    let files: [(&str, Made); 8] = [
        ("loop.ods", ods_loop),
        ("hidden.ods", ods_hidden),
        ("spaces.ods", ods_spaces),
        ("comment.xlsx", xlsx_comment),
        ("merged.xlsx", xlsx_merged),
        ("same.csv", csv_same),
        ("differs.csv", || csv_differs(50_000)),
        ("wrong.csv", csv_wrong),
    ];
    for (name, bytes) in files {
        let bytes = bytes();
        let done = AtomicBool::new(false);
        let begun = Instant::now();
        let ((status, draft), waited) = thread::scope(|scope| {
            let reader = scope.spawn(|| slowest(&server, &done));
            let answer = server.upload(name, &bytes);
            done.store(true, Ordering::Relaxed);
            (answer.expect("an answer"), reader.join().unwrap())
        });
        let took = begun.elapsed();
        eprintln!(
            "{name}: {} bytes, {took:.1?}, readers waited {waited:.1?} at most, {:?}",
            bytes.len(),
            codes(&draft)
        );
        assert_eq!(status, 201, "{name}");
        let issues = draft["issues"].as_array().unwrap();
        let errors = issues.iter().filter(|issue| issue["severity"] == "error").count();
        assert!(
            errors > 0 || name == "same.csv",
            "{name} is refused: {:?}",
            codes(&draft)
        );
        // Two seconds, and what a busy machine takes to start and to answer.
        assert!(took < Duration::from_secs(20), "{name} took {took:?}");
        assert!(waited < Duration::from_secs(2), "{name}: readers waited {waited:?}");
        let (status, draft) = server.upload("pci.csv", good.as_bytes()).expect("an answer");
        assert_eq!(status, 201, "after {name}");
        assert!(
            !codes(&draft).iter().any(|code| code.starts_with("read")),
            "after {name}: {:?}",
            codes(&draft)
        );
    }
}

#[cfg(unix)]
#[test]
fn told_to_end_while_a_file_is_read_it_ends_in_time_and_keeps_nothing_of_it() {
    let mut server = Server::start("60");
    // Far more than can be understood before the signal comes.
    let bytes = csv_differs(1_000_000);
    let (begun, answer) = thread::scope(|scope| {
        let upload = scope.spawn(|| server.upload("differs.csv", &bytes));
        thread::sleep(Duration::from_millis(700));
        let id = server.child.id().to_string();
        let sent = Command::new("kill").args(["-s", "TERM", &id]).status();
        assert!(sent.unwrap().success());
        (Instant::now(), upload.join().unwrap())
    });
    let status = server.child.wait().unwrap();
    let took = begun.elapsed();
    eprintln!("ended {took:.1?} after SIGTERM");
    assert!(status.success(), "{status}");
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert!(answer.is_none_or(|(status, _)| status >= 500));
    wait(async {
        let location = Location::Folder(server.folder.0.join("data"));
        let store = Store::open(&location).await.unwrap();
        assert!(store.uploads(10).await.unwrap().is_empty(), "nothing is half stored");
        assert!(store.drafts(&DraftFilter::default()).await.unwrap().is_empty());
        store.close().await;
    });
}

/// A program in the place of the one that reads files.
#[cfg(unix)]
async fn office_with(script: &str) -> Office {
    let folder = Folder::new();
    let path = folder.0.join("reader");
    // Written by another process: one that this process forks meanwhile would hold it open, and a file that is
    // open for writing does not run.
    let write = r#"printf '#!/bin/sh\n%s\n' "$1" >"$2"; chmod 755 "$2""#;
    let written = Command::new("sh").args(["-c", write, "sh", script]).arg(&path).status();
    assert!(written.unwrap().success());
    let location = Location::Folder(folder.0.join("data"));
    let settings = Settings {
        upload_seconds: 1,
        upload_program: Some(path),
        ..Settings::default()
    };
    Office::at(&location, folder, settings).await
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn however_reading_ends_the_draft_says_it_in_both_languages() {
    for (script, vi, en) in [
        (
            "exec sleep 30",
            "quá thời gian cho phép (1 giây)",
            "longer than allowed (1 second)",
        ),
        ("cat >/dev/null; exec sleep 30", "quá thời gian", "longer than allowed"),
        ("exec >&- 2>&-; exec sleep 30", "quá thời gian", "longer than allowed"),
        ("kill -XCPU $$", "quá thời gian", "longer than allowed"),
        (
            "kill -KILL $$",
            "mức cho phép (1.500 MB)",
            "more memory than allowed (1,500 MB)",
        ),
        (
            "echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$",
            "nhiều bộ nhớ hơn",
            "more memory than allowed",
        ),
        ("exit 101", "dừng đột ngột", "stopped suddenly"),
        ("cat >/dev/null; echo nonsense", "dừng đột ngột", "stopped suddenly"),
    ] {
        let office = office_with(script).await;
        let account = office.account("lan", Role::Analyst).await;
        let mut lan = office.signed_in(&account).await;
        let begun = Instant::now();
        let id = draft_of(&send(&lan, "/vi/desk/uploads", &[], ("a.csv", ha_noi("60,5").as_bytes())).await);
        for (lang, words) in [("vi", vi), ("en", en)] {
            let page = lan.get(&format!("/{lang}/desk/drafts/{id}")).await;
            assert_eq!(page.status, 200, "{script}");
            assert!(page.text().contains(words), "{script}: {words}");
        }
        assert!(
            begun.elapsed() < Duration::from_secs(15),
            "{script}: {:?}",
            begun.elapsed()
        );
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_whose_sender_goes_away_is_not_read_on() {
    let office = office_with("exec sleep 30").await;
    let account = office.account("lan", Role::Analyst).await;
    let lan = office.signed_in(&account).await;
    let table = ha_noi("60,5");
    let sent = send(&lan, "/vi/desk/uploads", &[], ("a.csv", table.as_bytes()));
    assert!(tokio::time::timeout(Duration::from_millis(300), sent).await.is_err());
    assert!(
        office.store.uploads(10).await.unwrap().is_empty(),
        "nothing is half stored"
    );
    office.admin.stop_reading();
    let begun = Instant::now();
    let refused = send(&lan, "/vi/desk/uploads", &[], ("a.csv", table.as_bytes())).await;
    assert_eq!(refused.status, 500, "the program ends");
    assert!(begun.elapsed() < Duration::from_secs(1));
}
