//! Briefings of every province, every region and the country: on screen, on paper, frozen.

use std::{
    collections::HashSet,
    io::Write as _,
    process::{Command, Stdio},
    sync::{Arc, LazyLock},
};

use app::SharedBackend;
use domain::{
    ComponentId, Listed, Snapshot,
    briefing::{Block, BriefTable, Briefing, Phrase, Section},
};
use server::{Program, services::start};
use store::Editions;

use crate::{
    drafts::{analyst, publish, upload},
    fake::{ask, get, real},
    office::Office,
    tables::ha_noi,
};

static PROGRAM: LazyLock<SharedBackend> = LazyLock::new(|| {
    let snapshot = start::first_edition(None).unwrap();
    Arc::new(Program::new(Editions::new(snapshot), app::Assets::default()))
});

const MOST_BYTES: usize = 300_000;

fn snapshot() -> Arc<Snapshot> {
    PROGRAM.snapshot(None).unwrap()
}

/// The paths of all places, below the language.
fn places() -> Vec<String> {
    let snapshot = snapshot();
    let provinces = &snapshot.catalogue.provinces;
    let mut all = vec!["briefing".to_owned()];
    all.extend(
        provinces
            .alphabetical()
            .map(|(_, p)| format!("provinces/{}/briefing", p.slug)),
    );
    for scheme in ["six-63", "six-34", "eight-63"] {
        let regions = provinces.scheme(scheme);
        all.extend(regions.map(|(_, region)| format!("regions/{}/briefing", region.slug)));
    }
    all
}

fn briefing(path: &str) -> Briefing {
    app::briefing(&PROGRAM, path, "edition=1").unwrap_or_else(|response| panic!("{path}: {}", response.status))
}

fn section<'a>(briefing: &'a Briefing, id: &str) -> Option<&'a Section> {
    briefing.sections.iter().find(|section| section.id == id)
}

fn tables(section: &Section) -> impl Iterator<Item = &BriefTable> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// A phrase and what follows it.
fn with_more(phrase: &Phrase) -> Vec<(&str, &[usize])> {
    let own = (phrase.text.as_str(), phrase.sources.as_slice());
    let more = phrase.more.iter().flat_map(with_more);
    std::iter::once(own).chain(more).collect()
}

/// Every text of a briefing with the numbers of its sources, and how many sources it lists.
fn phrases(briefing: &Briefing) -> (Vec<(&str, &[usize])>, usize) {
    let mut all: Vec<(&str, &[usize])> = vec![(&briefing.title, &[]), (&briefing.subtitle, &[])];
    let mut listed = 0;
    for section in &briefing.sections {
        all.push((&section.heading, &[]));
        for block in &section.blocks {
            match block {
                Block::Text(phrase) => all.extend(with_more(phrase)),
                Block::Small(text) => all.push((text, &[])),
                Block::List(points) => all.extend(points.iter().flat_map(with_more)),
                Block::Sources(sources) => {
                    listed += sources.len();
                    all.extend(sources.iter().map(|s| (s.text.as_str(), [].as_slice())));
                }
                Block::Chart(chart) => {
                    all.push((&chart.model.subtitle, &[]));
                    all.push((&chart.model.description, &[]));
                }
                Block::Table(table) => {
                    all.extend(table.columns.iter().map(|c| (c.heading.as_str(), [].as_slice())));
                    all.extend(table.rows.iter().flatten().flat_map(with_more));
                    all.extend(table.notes.iter().map(|note| (note.as_str(), [].as_slice())));
                }
            }
        }
    }
    (all, listed)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The text of a PDF in one line; nothing where poppler's tool is not installed.
fn text_of(bytes: &[u8]) -> Option<String> {
    let mut child = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn every_place_has_a_paper_in_both_languages() {
    let router = real();
    for lang in ["vi", "en"] {
        for place in places() {
            let address = format!("/{lang}/{place}.pdf?edition=1");
            let answer = get(&router, &address).await;
            assert_eq!(answer.status, 200, "{address}");
            assert!(answer.body.starts_with(b"%PDF-"), "{address}");
            let size = answer.body.len();
            assert!(size <= MOST_BYTES, "{address}: {size} bytes");
            assert!(answer.header("cache-control").contains("immutable"), "{address}");
            let path = format!("/{lang}/{place}.pdf");
            let again = app::briefing(&PROGRAM, &path, "edition=1").unwrap();
            assert_eq!(
                again,
                briefing(&format!("/{lang}/{place}")),
                "{address}: one value for both"
            );
        }
    }
}

#[tokio::test]
async fn a_paper_says_what_it_is_and_costs_nothing_twice() {
    let router = real();
    let address = "/vi/provinces/nghe-an/briefing.pdf";
    let first = get(&router, address).await;
    assert_eq!(first.header("content-type"), "application/pdf");
    assert_eq!(first.header("cache-control"), "public, max-age=300");
    let name = first.header("content-disposition");
    assert!(
        name.starts_with("inline; filename=\"nghe-an-briefing-thuocdo-1-vi.pdf\""),
        "{name}"
    );
    assert!(first.header("link").contains("/vi/provinces/nghe-an/briefing>"));
    let tag = first.header("etag").to_owned();
    let again = ask(&router, "GET", address, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let saved = get(&router, &format!("{address}?download=1")).await;
    assert!(saved.header("content-disposition").starts_with("attachment;"));
    let Some(text) = text_of(&first.body) else { return };
    for wanted in [
        "Nghệ An: bản tóm tắt",
        "bản dữ liệu số 1",
        "SIPAS 2023",
        "briefing?edition=1",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
}

#[tokio::test]
async fn what_does_not_exist_is_a_page_that_says_so() {
    let router = real();
    for (address, status) in [
        ("/vi/provinces/khong-co/briefing.pdf", 404),
        ("/vi/regions/khong-co/briefing.pdf", 404),
        ("/xx/briefing.pdf", 404),
        ("/vi/briefing.pdf?edition=99", 404),
        ("/en/briefing.pdf?edition=x", 400),
        ("/vi/provinces/khong-co/briefing", 404),
    ] {
        let answer = get(&router, address).await;
        assert_eq!(answer.status, status, "{address}");
        assert!(answer.text().contains("<h1>"), "{address}");
    }
}

#[tokio::test]
async fn a_frozen_paper_keeps_its_bytes_and_a_live_one_follows() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let mut reader = office.visitor();
    let frozen = "/vi/provinces/ha-noi/briefing.pdf?edition=1";
    let live = "/vi/provinces/ha-noi/briefing.pdf";
    let (before, newest) = (reader.get(frozen).await.body, reader.get(live).await.body);
    let draft = upload(&lan, &ha_noi("99,99")).await;
    assert_eq!(publish(&mut lan, &draft, "").await.status, 303);
    assert_eq!(reader.get(frozen).await.body, before, "after an edition");
    assert_ne!(reader.get(live).await.body, newest, "the newest follows");
}

#[test]
fn the_page_says_all_that_the_paper_does() {
    for place in places().iter().step_by(7) {
        let path = format!("/vi/{place}");
        let response = app::render(
            &PROGRAM,
            &app::Request {
                path: &path,
                query: "edition=1",
            },
        );
        let app::Body::Html(html) = response.body else {
            panic!("{path}")
        };
        let briefing = briefing(&path);
        for (text, _) in phrases(&briefing).0 {
            assert!(html.contains(&escaped(text)), "{path}: {text}");
        }
    }
}

#[test]
fn every_number_of_a_source_leads_to_one_and_none_is_there_in_vain() {
    for place in places() {
        let briefing = briefing(&format!("/en/{place}"));
        let (phrases, listed) = phrases(&briefing);
        let used: HashSet<usize> = phrases
            .iter()
            .flat_map(|(_, numbers)| numbers.iter().copied())
            .collect();
        assert!(used.iter().all(|n| (1..=listed).contains(n)), "{place}");
        assert!((1..=listed).all(|n| used.contains(&n)), "{place}: {used:?} of {listed}");
    }
}

#[test]
fn a_province_stands_where_the_year_of_each_indicator_says() {
    let snapshot = snapshot();
    for (id, about) in snapshot.catalogue.provinces.alphabetical() {
        let briefing = briefing(&format!("/en/provinces/{}/briefing", about.slug));
        let rows: Vec<Vec<String>> = section(&briefing, "standing")
            .into_iter()
            .flat_map(tables)
            .flat_map(|table| &table.rows)
            .map(|row| row.iter().map(|cell| cell.text.clone()).collect())
            .collect();
        for (indicator, catalogue) in snapshot.catalogue.indicators() {
            // The year that stands for the indicator on every page; without the province in it, the newest before.
            let shown = snapshot.default_table(indicator);
            let year = shown.map_or(i32::MAX, |table| table.key.year);
            let newest = |until: i32| {
                let tables = snapshot.tables(indicator, ComponentId::TOTAL);
                let found = tables.filter_map(|table| Some((table, table.row(id)?)));
                found
                    .filter(|(table, _)| table.key.year <= until)
                    .max_by_key(|(table, _)| (table.key.year, table.rows.len()))
            };
            // A component that says more comes first: its line is named after it.
            let fullest = snapshot.fullest_table(indicator);
            if fullest.is_some_and(|table| table.key.component != ComponentId::TOTAL && table.row(id).is_some()) {
                assert!(
                    rows.iter().any(|row| row[0].starts_with(&catalogue.short.en)),
                    "{}",
                    about.slug
                );
                continue;
            }
            let own = shown.and_then(|table| Some((table, table.row(id)?)));
            let found = own.or_else(|| newest(year)).or_else(|| newest(i32::MAX));
            let Some((table, row)) = found else { continue };
            let line = rows.iter().find(|row| row[0] == catalogue.short.en);
            let line = line.unwrap_or_else(|| panic!("{} in {}", catalogue.slug, about.slug));
            assert_eq!(line[6], format!("{}/{}", table.rows.len(), table.expected), "{line:?}");
            if let Some(rank) = row.rank {
                assert!(line[3].starts_with(&format!("{}/{}", rank.place, rank.of)), "{line:?}");
            }
            if row.change.comparable_places().is_none() && row.change.comparable_points().is_none() {
                let movement = line[5].as_str();
                assert!(
                    !movement.starts_with("up ") && !movement.starts_with("down ") && !movement.starts_with('+'),
                    "{line:?}"
                );
            }
        }
    }
}

#[test]
fn a_new_province_has_its_predecessors_beside_it_and_no_invented_score() {
    let snapshot = snapshot();
    let provinces = &snapshot.catalogue.provinces;
    let mut walked = 0;
    for (id, about) in provinces.alphabetical().filter(|(_, p)| p.listed == Listed::Since2025) {
        let briefing = briefing(&format!("/vi/provinces/{}/briefing", about.slug));
        let before = section(&briefing, "before").unwrap_or_else(|| panic!("{}", about.slug));
        let table = tables(before).next().unwrap();
        let units = provinces
            .predecessors(id)
            .filter(|(_, p)| p.to.is_some_and(|to| to.year() == 2025));
        assert_eq!(table.columns.len(), 1 + units.count(), "{}", about.slug);
        let standing = section(&briefing, "standing").into_iter().flat_map(tables);
        for row in standing.flat_map(|table| &table.rows) {
            assert!(
                row.iter().any(|cell| !cell.sources.is_empty()),
                "{}: {row:?}",
                about.slug
            );
        }
        assert!(section(&briefing, "strengths").is_none(), "{}", about.slug);
        walked += 1;
    }
    assert_eq!(walked, 23);
}

#[test]
fn a_region_names_nobody_from_elsewhere() {
    let snapshot = snapshot();
    let provinces = &snapshot.catalogue.provinces;
    let (region, about) = provinces.scheme("six-63").nth(3).unwrap();
    let briefing = briefing(&format!("/vi/regions/{}/briefing", about.slug));
    let members = section(&briefing, "members").unwrap();
    let own: HashSet<String> = provinces
        .alphabetical()
        .filter(|(_, p)| p.in_region(region))
        .map(|(_, p)| p.name.vi.clone())
        .collect();
    let named: Vec<&str> = tables(members)
        .flat_map(|t| &t.rows)
        .map(|row| row[0].text.as_str())
        .collect();
    assert!(!named.is_empty());
    for name in named {
        assert!(own.contains(name.trim_end_matches(" (cũ)")), "{name}");
    }
}

#[test]
fn both_languages_have_the_same_rows() {
    for place in places() {
        let shape = |lang: &str| -> Vec<(&'static str, Vec<usize>)> {
            let briefing = briefing(&format!("/{lang}/{place}"));
            let rows = |section: &Section| tables(section).map(|table| table.rows.len()).collect();
            briefing
                .sections
                .iter()
                .map(|section| (section.id, rows(section)))
                .collect()
        };
        assert_eq!(shape("vi"), shape("en"), "{place}");
    }
}
