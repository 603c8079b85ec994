//! Comparisons over all the published figures: three provinces of every table with each kind of peers.

use std::sync::{Arc, LazyLock};

use app::{
    Body, Request, SharedBackend,
    export::{ExportParts, export},
};
use domain::{
    ComponentId, Snapshot, Table,
    chart::{ChartBody, DotLink},
};
use server::{Program, services::start};
use store::Editions;

static PROGRAM: LazyLock<SharedBackend> = LazyLock::new(|| {
    let snapshot = start::first_edition(None).unwrap();
    Arc::new(Program::new(Editions::new(snapshot), app::Assets::default()))
});

/// Addresses' parameters of a table: its first, a middle and its last province, each with peers.
fn questions(snapshot: &Snapshot, table: &Table) -> Vec<String> {
    let slug = |at: usize| &snapshot.catalogue.provinces.get(table.rows[at].province).slug;
    let last = table.rows.len() - 1;
    let (year, basis) = (table.key.year, table.key.basis.code());
    let mut all = vec![format!(
        "provinces={},{}&year={year}&basis={basis}",
        slug(0),
        slug(last)
    )];
    for at in [0, last / 2, last] {
        for peers in ["region", "band", "neighbours", "similar"] {
            all.push(format!(
                "provinces={}&peers={peers}&year={year}&basis={basis}",
                slug(at)
            ));
        }
    }
    all
}

fn headlines(snapshot: &Snapshot) -> impl Iterator<Item = (&str, &Table)> {
    snapshot.catalogue.indicators().flat_map(|(id, indicator)| {
        let tables = snapshot
            .tables(id, ComponentId::TOTAL)
            .filter(|table| !table.rows.is_empty());
        tables.map(|table| (indicator.slug.as_str(), table))
    })
}

#[test]
fn every_table_can_be_compared_in() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let mut walked = 0;
    for (slug, table) in headlines(&snapshot) {
        for (at, query) in questions(&snapshot, table).into_iter().enumerate() {
            let lang = if at % 2 == 0 { "vi" } else { "en" };
            let (path, query) = (format!("/{lang}/compare"), format!("{query}&indicator={slug}"));
            let request = Request {
                path: &path,
                query: &query,
            };
            let response = app::render(&PROGRAM, &request);
            assert_eq!(response.status, 200, "{query}");
            let Body::Html(html) = response.body else {
                panic!("{query}")
            };
            // The header has sentences that its islands fill in.
            let (_, html) = html.split_once("<main").unwrap();
            for bad in ["NaN", "{0}", "{1}", ">inf", "−0,00 ", "-0.0"] {
                assert!(!html.contains(bad), "{query} shows {bad}");
            }
            walked += 1;
        }
    }
    assert!(walked > 300, "{walked}");
}

/// Arrows stand exactly where the catalogue lets the two years be compared and both figures are known; no
/// row is of a province that the list of the year does not hold.
#[test]
fn arrows_follow_the_catalogue() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let (mut arrows, mut refused) = (0, 0);
    for (slug, table) in headlines(&snapshot) {
        let indicator = snapshot.catalogue.indicator(table.key.indicator);
        let from = snapshot.years(table.key.indicator, ComponentId::TOTAL);
        for from in from.into_iter().filter(|from| *from < table.key.year) {
            let query = format!("{}&from={from}", questions(&snapshot, table)[0]);
            let Ok(made) = export(&PROGRAM, &format!("compare/{slug}/years"), &query, ExportParts::Both) else {
                continue;
            };
            let comparable = indicator.compare(from, table.key.year).verdict.comparable();
            let Some(ChartBody::Dots(dots)) = made.model.map(|model| model.body) else {
                panic!("{query}")
            };
            for row in &dots.rows {
                let expected = if comparable && row.marks.len() == 2 {
                    DotLink::Arrow
                } else {
                    DotLink::None
                };
                assert_eq!(row.link, expected, "{slug} {query} {}", row.label);
                arrows += usize::from(row.link == DotLink::Arrow);
                refused += usize::from(row.note == "≠");
                assert!(
                    row.marks
                        .iter()
                        .all(|mark| dots.min <= mark.value && mark.value <= dots.max)
                );
            }
            let rows = made.table.unwrap().rows;
            assert!(rows.len() <= 8, "{query}");
        }
    }
    assert!(arrows > 50 && refused > 50, "{arrows} arrows, {refused} refused");
}
