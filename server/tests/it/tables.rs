//! Tables as offices send them, made of the published figures, and how they are sent.

use std::{collections::HashMap, fs, path::Path};

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{fake::Answer, office::Visitor};

/// The source of the tables below.
pub(crate) const SOURCE: &str = "vcci-pci-2016";

fn rows(path: &str) -> Vec<HashMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(path);
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    // The cells that are needed here hold no comma.
    let row = |line: &str| {
        head.iter()
            .zip(line.split(','))
            .map(|(n, c)| ((*n).to_owned(), c.to_owned()))
            .collect()
    };
    lines.map(row).collect()
}

/// PCI of 2016 with its ranks. `change` gets the name and the score of a province, such as `60,74`, and gives
/// its line.
pub(crate) fn pci(change: impl Fn(&str, &str) -> (String, String)) -> String {
    let provinces = rows("catalogue/provinces.csv");
    let names: HashMap<&str, &str> = provinces
        .iter()
        .map(|p| (p["id"].as_str(), p["name_vi"].as_str()))
        .collect();
    let mut text =
        "CHỈ SỐ NĂNG LỰC CẠNH TRANH CẤP TỈNH (PCI) NĂM 2016;\r\n;\r\nTỉnh, thành phố;Điểm PCI\r\n".to_owned();
    let figures = rows("bundled/pci.csv");
    for row in figures
        .iter()
        .filter(|r| r["component"] == "overall" && r["year"] == "2016")
    {
        let (name, score) = change(names[row["province"].as_str()], &row["value"].replace('.', ","));
        text.push_str(&format!("{name};{score}\r\n"));
    }
    text
}

/// A table of a year that nobody published yet, of the provinces of that year: `heading` is of its one column of
/// figures.
pub(crate) fn next_year(title: &str, heading: &str, year: i32) -> String {
    let list = if year < 2025 { "63" } else { "34" };
    let mut text = format!("{title} NĂM {year};;\r\n;;\r\nTT;Tỉnh, thành phố;{heading}\r\n");
    let provinces = rows("catalogue/provinces.csv");
    let listed = provinces
        .iter()
        .filter(|p| [list, "both"].contains(&p["basis"].as_str()));
    let then = listed.filter(|p| p["valid_to"].is_empty() || p["valid_to"].as_str() > format!("{year}").as_str());
    for (at, province) in then.enumerate() {
        let (whole, rest) = (60 + at / 4, at % 4 * 23);
        text.push_str(&format!("{};{};{whole},{rest:02}\r\n", at + 1, province["name_vi"]));
    }
    text
}

/// The table as it was published.
pub(crate) fn same(name: &str, score: &str) -> (String, String) {
    (name.to_owned(), score.to_owned())
}

/// The table with another score of Hà Nội.
pub(crate) fn ha_noi(score: &str) -> String {
    pci(|name, old| {
        if name == "Hà Nội" {
            same(name, score)
        } else {
            same(name, old)
        }
    })
}

/// Sends a form with a file.
pub(crate) async fn send(visitor: &Visitor, uri: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let (name, bytes) = file;
    body.extend(
        format!(
            "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n"
        )
        .bytes(),
    );
    body.extend_from_slice(bytes);
    body.extend(b"\r\n--limit--\r\n");
    let length = body.len().to_string();
    let headers = [
        ("content-type", "multipart/form-data; boundary=limit"),
        ("content-length", &length),
    ];
    post(visitor, uri, &headers, body).await
}

/// Sends bytes as a page of ours does.
pub(crate) async fn post(visitor: &Visitor, uri: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
    let mut request = Request::builder()
        .method("POST")
        .uri(uri)
        .header("host", "desk.example");
    request = request
        .header("sec-fetch-site", "same-origin")
        .header("cookie", &visitor.cookie);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body.into()).unwrap();
    let (parts, body) = visitor.router.clone().oneshot(request).await.unwrap().into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    }
}

/// The draft that an answer leads to.
pub(crate) fn draft_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let to = answer.header("location");
    let id = to.split("/drafts/").nth(1).expect(to);
    id.split('?').next().unwrap().to_owned()
}

/// A page without its notice of corrected figures, which has old figures beside the new ones.
pub(crate) fn without_corrections(page: &str) -> String {
    let (before, rest) = page.split_once("<p class=\"note corrected\">").unwrap_or((page, ""));
    let (_, after) = rest.split_once("</p>").unwrap_or_default();
    format!("{before}{after}")
}

/// The value of a hidden field of a page.
pub(crate) fn hidden(page: &str, name: &str) -> String {
    let at = page
        .find(&format!("name=\"{name}\""))
        .unwrap_or_else(|| panic!("no field {name}"));
    let (before, after) = page.split_at(at);
    let tag = [
        &before[before.rfind('<').unwrap()..],
        &after[..after.find('>').unwrap()],
    ]
    .concat();
    tag.split("value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}
