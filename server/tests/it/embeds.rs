//! What other sites show of ours: frames and the script around them.

use std::sync::{Arc, LazyLock};

use axum::{Router, body::Bytes};
use domain::{ComponentId, Snapshot};
use server::{
    AppState, Program, Site, router,
    services::start,
    settings::{Reading, Settings},
};
use store::{Editions, Role};

use crate::{
    fake::{Answer, ask, get},
    office::Office,
};

pub(crate) const ORIGIN: &str = "https://thuocdo.example.vn";
const LIVE: &str = "public, max-age=300";
const REVALIDATE: &str = "public, max-age=0, must-revalidate";

fn figures() -> &'static Snapshot {
    static FIGURES: LazyLock<Snapshot> = LazyLock::new(|| start::first_edition(None).unwrap());
    &FIGURES
}

/// The real figures, with a small bundle.
pub(crate) fn program() -> Router {
    let files = [
        (
            "manifest.txt",
            "embed.css embed.0a.css\nframe.js frame.0b.js\nmain.css main.0c.css\n",
        ),
        ("embed.0a.css", "main{}"),
        ("frame.0b.js", "tell()"),
        ("main.0c.css", "a{}"),
    ];
    let site = Site::new(files.map(|(name, text)| (name.to_owned(), Bytes::from(text))));
    let editions = Editions::new(start::first_edition(None).unwrap());
    let program = Program::new(editions, site.links().clone()).reached_at(ORIGIN.to_owned());
    router(AppState::new(Arc::new(program), site))
}

/// Every kind of every indicator: its newest ranking, and one province.
fn views() -> Vec<String> {
    let mut views = Vec::new();
    for (id, indicator) in figures().catalogue.indicators() {
        let years = figures().years(id, ComponentId::TOTAL);
        let slug = &indicator.slug;
        if let Some(year) = years.last() {
            views.extend(["bars", "bump", "slope", "table"].map(|kind| format!("rankings/{slug}/{year}/{kind}")));
        }
        let kinds = ["lines", "components", "combined", "table"];
        views.extend(kinds.map(|kind| format!("provinces/nghe-an/{slug}/{kind}")));
    }
    views
}

/// Values of an attribute, in order.
pub(crate) fn all<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let values = html.split(start.as_str()).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

fn joined(view: &str, query: &str) -> String {
    let joint = if query.is_empty() { "" } else { "?" };
    format!("/embed/{view}{joint}{query}")
}

/// What holds of every page in a frame.
fn is_sound(address: &str, answer: &Answer) {
    let html = answer.text();
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{address}");
    assert_eq!(answer.header("x-robots-tag"), "noindex", "{address}");
    assert_eq!(answer.header("set-cookie"), "", "{address}");
    assert_eq!(
        answer.header("cross-origin-resource-policy"),
        "cross-origin",
        "{address}"
    );
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors *",
        "{address}"
    );
    assert_eq!(html.matches("<h1").count(), 1, "{address}");
    assert_eq!(html.matches("<main>").count(), 1, "{address}");
    for inside in [" style=", "<style", " onload", "javascript:", "main.0c", "fonts/"] {
        assert!(!html.contains(inside), "{address}: {inside}");
    }
    assert_eq!(html.matches("<script").count(), 1, "{address}");
    assert_eq!(all(html, "src")[0], "/assets/frame.0b.js", "{address}");
    for target in all(html, "href") {
        let own = target.starts_with(ORIGIN) || target == "/assets/embed.0a.css";
        assert!(own, "{address}: {target}");
    }
}

#[tokio::test]
async fn every_view_has_a_page_for_frames_in_both_languages() {
    let app = program();
    let number = figures().edition.number;
    let (mut charts, mut tables) = (0, 0);
    for view in views() {
        let ending = if view.ends_with("/table") { "csv" } else { "svg" };
        let drawn = get(&app, &format!("/charts/{view}.{ending}")).await.status == 200;
        for (lang, code) in [("", "vi"), ("lang=en", "en")] {
            for (edition, kept) in [(String::new(), LIVE), (format!("edition={number}"), REVALIDATE)] {
                let parts = [lang, edition.as_str()].into_iter().filter(|part| !part.is_empty());
                let address = joined(&view, &parts.collect::<Vec<_>>().join("&"));
                let answer = get(&app, &address).await;
                is_sound(&address, &answer);
                let html = answer.text();
                assert!(
                    html.starts_with(&format!("<!doctype html><html lang=\"{code}\">")),
                    "{address}"
                );
                if !drawn {
                    assert_eq!(
                        (answer.status.as_u16(), answer.header("cache-control")),
                        (404, "no-store")
                    );
                    continue;
                }
                assert_eq!(answer.status, 200, "{address}");
                assert_eq!(answer.header("cache-control"), kept, "{address}");
                assert!(answer.header("etag").starts_with("W/\""), "{address}");
                assert!(
                    html.contains("<table>") && html.matches("<tr>").count() > 1,
                    "{address}"
                );
                let frozen = html.contains("không thay đổi.") || html.contains("does not change.");
                assert_eq!(frozen, !edition.is_empty(), "{address}");
                let page = all(html, "href").pop().unwrap();
                assert_eq!(page.contains("edition="), frozen, "{address}: {page}");
                assert!(page.starts_with(&format!("{ORIGIN}/{code}/")), "{address}: {page}");
                if view.ends_with("/table") {
                    assert!(!html.contains("<picture>"), "{address}");
                    tables += 1;
                } else {
                    has_pictures(&app, &address, html).await;
                    charts += 1;
                }
            }
        }
    }
    assert!(charts > 60 && tables > 40, "{charts} charts, {tables} tables");
}

/// One picture of four, each with the size that the file has.
async fn has_pictures(app: &Router, address: &str, html: &str) {
    let media = [
        "(max-width:639px) and (prefers-color-scheme:dark)",
        "(max-width:639px)",
        "(prefers-color-scheme:dark)",
    ];
    assert_eq!(all(html, "media"), media, "{address}");
    assert!(all(html, "alt")[0].len() > 20, "{address}");
    let (_, picture) = html.split_once("<picture>").unwrap();
    let picture = picture.split("</picture>").next().unwrap();
    let sizes = all(picture, "width").into_iter().zip(all(picture, "height"));
    let mut files = all(picture, "srcset");
    files.push(all(picture, "src")[0]);
    assert_eq!(files.len(), 4, "{address}");
    for (at, (file, (width, height))) in files.into_iter().zip(sizes).enumerate() {
        let file = file.replace("&amp;", "&");
        assert_eq!(file.contains("theme=dark"), at % 2 == 0, "{file}");
        assert_eq!(file.contains("size=phone"), at < 2, "{file}");
        let drawn = get(app, &file).await;
        assert_eq!(drawn.status, 200, "{file}");
        let root = drawn.text().split('>').next().unwrap();
        assert_eq!(
            (all(root, "width")[0], all(root, "height")[0]),
            (width, height),
            "{file}"
        );
    }
}

#[tokio::test]
async fn the_address_decides_theme_title_and_notes() {
    let app = program();
    let view = "rankings/pci/2016/bars";
    let dark = get(&app, &joined(view, "theme=dark")).await;
    assert!(
        dark.text()
            .starts_with("<!doctype html><html lang=\"vi\" data-theme=\"dark\">")
    );
    assert_eq!(all(dark.text(), "media"), ["(max-width:639px)"]);
    assert!(
        all(dark.text(), "srcset")
            .iter()
            .all(|file| file.contains("theme=dark"))
    );
    let light = get(&app, &joined(view, "theme=light")).await;
    assert!(light.text().contains("<meta name=\"color-scheme\" content=\"light\">"));
    assert!(!light.text().contains("theme=dark"));

    let full = get(&app, &joined(view, "")).await;
    let bare = get(
        &app,
        &joined(view, "title=off&notes=off&highlight=nghe-an&size=card&scale=9"),
    )
    .await;
    assert_eq!(bare.status, 200, "size and scale are the frame's to choose");
    let file = all(bare.text(), "srcset")[1];
    for part in ["title=off", "notes=off", "highlight=nghe-an", "size=phone"] {
        assert!(file.contains(part), "{file}");
    }
    // What no picture says is said beside it.
    let verdict = |answer: &Answer| answer.text().matches("<p>≠ ").count() + answer.text().matches("<p>= ").count();
    assert_eq!((verdict(&full), verdict(&bare)), (0, 1));
    let table = get(&app, &joined("rankings/pci/2016/table", "title=off")).await;
    assert_eq!(verdict(&table), 1);
    assert!(table.text().contains("<div class=\"vh\"><h1>"));
    assert!(table.text().contains("<td class=\"n\">63"));
    assert!(!table.text().contains("2.016"), "years are not grouped");
}

#[tokio::test]
async fn what_is_wrong_is_said_in_a_small_page() {
    let app = program();
    let bars = "rankings/pci/2016/bars";
    for (address, status, words) in [
        (joined(bars, "theme=pink"), 400, "theme=pink"),
        (joined(bars, "title=maybe"), 400, "title=maybe"),
        (joined(bars, "highlight=atlantis&lang=en"), 400, "highlight=atlantis"),
        (joined(bars, "lang=fr"), 400, "vi hoặc en"),
        (joined(bars, "edition=x"), 400, "edition=x"),
        (joined(bars, "edition=99"), 404, "99"),
        (joined("rankings/pci/1900/bars", ""), 404, "rankings/pci/1900/bars"),
        (
            joined("rankings/pci/2016/pie", "lang=en"),
            404,
            "There is no chart or table",
        ),
        (joined("%3Cscript%3Ealert(1)%3C/script%3E", ""), 404, "&lt;script&gt;"),
        (joined("rankings/pci/2016/bars.svg", ""), 404, "bars.svg"),
    ] {
        let answer = get(&app, &address).await;
        assert_eq!(answer.status, status, "{address}");
        is_sound(&address, &answer);
        assert!(answer.text().contains(words), "{address}: {}", answer.text());
        assert_eq!(answer.header("cache-control"), "no-store", "{address}");
        assert!(answer.body.len() < 1500, "{address}");
    }
}

#[tokio::test]
async fn frames_are_known_again_and_everything_else_stays_closed() {
    let app = program();
    let address = "/embed/rankings/pci/2016/bars";
    let tag = get(&app, address).await.header("etag").to_owned();
    let again = ask(&app, "GET", address, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert!(again.header("content-security-policy").ends_with("frame-ancestors *"));

    let script = get(&app, "/embed.js").await;
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(script.header("cache-control"), "public, max-age=3600");
    assert!(script.body.len() <= 1000, "{}", script.body.len());
    for uri in [
        "/embed.js",
        "/assets/embed.0a.css",
        "/assets/frame.0b.js",
        "/charts/rankings/pci/2016/bars.png",
    ] {
        let open = get(&app, uri).await;
        assert_eq!(open.status, 200, "{uri}");
        assert_eq!(open.header("cross-origin-resource-policy"), "cross-origin", "{uri}");
        assert_eq!(open.header("access-control-allow-origin"), "*", "{uri}");
        assert!(
            open.header("content-security-policy")
                .contains("frame-ancestors 'self'"),
            "{uri}"
        );
    }
    let svg = "/charts/rankings/pci/2016/bars.svg";
    let tag = get(&app, svg).await.header("etag").to_owned();
    for headers in [&[][..], &[("if-none-match", tag.as_str())]] {
        let answer = ask(&app, "GET", svg, headers).await;
        let policy = answer.header("content-security-policy");
        assert_eq!(
            policy, "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "{}",
            answer.status
        );
    }
    for uri in [
        "/vi",
        "/vi/rankings/pci/2016",
        "/assets/main.0c.css",
        "/charts/nothing.svg",
        "/robots.txt",
    ] {
        let closed = get(&app, uri).await;
        assert_eq!(closed.header("cross-origin-resource-policy"), "same-origin", "{uri}");
        assert_eq!(closed.header("access-control-allow-origin"), "", "{uri}");
        let policy = closed.header("content-security-policy");
        assert!(
            policy.contains("frame-ancestors 'self'") && policy.contains("wasm-unsafe-eval"),
            "{uri}"
        );
    }
    for uri in [address, "/embed.js", "/oembed"] {
        assert_eq!(ask(&app, "POST", uri, &[]).await.status, 405, "{uri}");
    }
}

#[tokio::test]
async fn an_installation_decides_who_may_show_frames_and_who_may_read() {
    let settings = Settings {
        frame_ancestors: "self https://portal.example.vn".parse().unwrap(),
        reading: Reading::SignedIn,
        ..Settings::default()
    };
    let office = Office::with(settings).await;
    let lan = office.account("lan", Role::Reader).await;
    let mut hers = office.signed_in(&lan).await;
    let frame = hers.get("/embed/rankings/pci/2016/bars").await;
    assert_eq!(frame.status, 200);
    let policy = frame.header("content-security-policy");
    assert!(
        policy.ends_with("frame-ancestors 'self' https://portal.example.vn"),
        "{policy}"
    );
    assert_eq!(frame.header("cache-control"), "private, max-age=300");

    let mut nobody = office.visitor();
    for uri in ["/embed/rankings/pci/2016/bars", "/oembed?url=x"] {
        let answer = nobody.get(uri).await;
        assert_eq!(answer.status, 303, "{uri}");
        assert!(answer.header("location").contains("/sign-in"), "{uri}");
    }
    assert_eq!(nobody.get("/embed.js").await.status, 200);
}
