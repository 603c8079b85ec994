//! Strips, where provinces stand, and the heat map, over all the published figures.

use std::sync::{Arc, LazyLock};

use app::{
    Body, Request, SharedBackend,
    export::{Export, ExportParts, export},
};
use domain::{
    Direction, ProvinceList, Snapshot,
    chart::{ChartBody, HeatFill, Strip},
};
use server::{Program, services::start};
use store::Editions;

static PROGRAM: LazyLock<SharedBackend> = LazyLock::new(|| {
    let snapshot = start::first_edition(None).unwrap();
    Arc::new(Program::new(Editions::new(snapshot), app::Assets::default()))
});

fn made(view: &str, query: &str) -> Option<Export> {
    export(&PROGRAM, view, query, ExportParts::Both).ok()
}

/// Quarters fill the scale without gaps, marks stand on it, and those who are ahead are farther to the right.
fn sound(strip: &Strip, what: &str) {
    assert!(strip.is_finite(), "{what}");
    let ends = [strip.left.min(strip.right), strip.left.max(strip.right)];
    for mark in &strip.marks {
        assert!((ends[0]..=ends[1]).contains(&mark.value), "{what}: {mark:?}");
        if let Some(before) = &mark.before {
            assert!((ends[0]..=ends[1]).contains(&before.value), "{what}: {before:?}");
        }
    }
    if let (Some(first), Some(last)) = (strip.quarters.first(), strip.quarters.last()) {
        assert_eq!(
            (first.from, last.to, strip.quarters.len()),
            (strip.left, strip.right, 4),
            "{what}"
        );
        for pair in strip.quarters.windows(2) {
            assert_eq!(pair[0].to, pair[1].from, "{what}");
        }
        let edges = strip.quarters.iter().map(|quarter| strip.share(quarter.to));
        assert!(edges.collect::<Vec<_>>().is_sorted(), "{what}");
    }
}

#[test]
fn every_strip_is_sound_and_compares_only_what_may_be_compared() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let (mut drawn, mut joined) = (0, 0);
    for (id, indicator) in snapshot.catalogue.indicators() {
        for (component, part) in indicator.components() {
            for table in snapshot.tables(id, component).filter(|table| !table.rows.is_empty()) {
                let slug = |at: usize| &snapshot.catalogue.provinces.get(table.rows[at].province).slug;
                let (basis, year) = (table.key.basis.code(), table.key.year);
                let part = if component == domain::ComponentId::TOTAL {
                    ""
                } else {
                    part.slug.as_str()
                };
                let followed = format!("{},{}", slug(0), slug(table.rows.len() / 2));
                let query = format!("component={part}&basis={basis}&highlight={followed}");
                let view = format!("rankings/{}/{year}/strip", indicator.slug);
                let Some(found) = made(&view, &query) else { continue };
                let Some(ChartBody::Strip(strip)) = found.model.map(|model| model.body) else {
                    panic!("{view} is no strip");
                };
                sound(&strip, &format!("{view} {query}"));
                let earlier = strip.marks.iter().any(|mark| mark.before.is_some());
                assert!(
                    !earlier || indicator.compare(year - 1, year).verdict.comparable(),
                    "{view}"
                );
                let lower = indicator.direction(component) == Direction::Lower;
                assert_eq!(strip.left > strip.right, strip.ranks || lower, "{view}");
                assert!(strip.quarters.is_empty() || strip.ranks || table.complete, "{view}");
                drawn += 1;
                joined += usize::from(earlier);
            }
        }
    }
    assert!(
        drawn > 200 && joined > 50,
        "{drawn} strips, {joined} with earlier positions"
    );
}

#[test]
fn where_every_province_stands_agrees_with_its_tables() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let mut rows = 0;
    for (id, province) in snapshot.catalogue.provinces.alphabetical() {
        let Some(found) = made(&format!("provinces/{}/standing", province.slug), "") else {
            continue;
        };
        let Some(ChartBody::Spine(spine)) = found.model.map(|model| model.body) else {
            panic!("{}", province.slug);
        };
        for row in &spine.rows {
            let what = format!("{} {} {}", province.slug, row.label, row.year);
            sound(&row.strip, &what);
            let lit: Vec<_> = row.strip.marks.iter().filter(|mark| !mark.says.is_empty()).collect();
            assert!(row.strip.marks.is_empty() != row.note.is_empty(), "{what}");
            assert!(row.strip.marks.is_empty() || !lit.is_empty(), "{what}");
            rows += 1;
        }
        assert!(!found.table.unwrap().rows.is_empty());
        let _ = id;
    }
    assert!(rows > 250, "{rows}");
}

#[test]
fn the_heat_map_says_what_the_tables_say() {
    let snapshot: &Snapshot = &PROGRAM.snapshot(None).unwrap();
    let found = made("overview/heat", "sort=name").unwrap();
    let Some(ChartBody::Heat(heat)) = found.model.map(|model| model.body) else {
        panic!("no heat map");
    };
    let shown = ["SIPAS", "PAR INDEX", "PAPI", "PCI", "DTI"];
    let labels: Vec<&str> = heat.columns.iter().map(|column| column.label.as_str()).collect();
    assert_eq!(labels, shown);
    assert_eq!(heat.rows().count(), 63);
    for (at, column) in heat.columns.iter().enumerate() {
        let (id, _) = snapshot
            .catalogue
            .indicators()
            .find(|(_, indicator)| indicator.short.vi == column.label)
            .unwrap();
        let tables = snapshot.tables(id, domain::ComponentId::TOTAL);
        let mut tables = tables.filter(|table| table.key.basis == ProvinceList::Before2025 && !table.rows.is_empty());
        let table = tables.find(|table| table.key.year.to_string() == column.year).unwrap();
        let quarters = snapshot.quarters(table);
        for (row, quarter) in table.rows.iter().zip(quarters) {
            let name = snapshot.catalogue.provinces.get(row.province).name_in(table.key.year);
            let (_, line) = heat.rows().find(|(_, line)| line.label == name.vi).unwrap();
            let cell = &line.cells[at];
            if let Some(rank) = row.rank {
                assert_eq!(cell.text, rank.place.to_string(), "{} {}", name.vi, column.label);
            }
            if let Some(quarter) = quarter {
                assert_eq!(cell.fill, HeatFill::Quarter(quarter), "{} {}", name.vi, column.label);
            }
        }
        let known = heat
            .rows()
            .filter(|(_, row)| row.cells[at].fill != HeatFill::NoData)
            .count();
        assert!(known <= table.rows.len(), "{}", column.label);
    }
}

/// The page of every province: what is said of five years is said of comparable ones only, what cannot be said
/// takes one line, and provinces alike come with what they were compared by.
#[test]
fn a_line_on_each_indicator_of_a_province_says_only_what_may_be_said() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let (mut trends, mut alike) = (0, 0);
    for (_, province) in snapshot.catalogue.provinces.alphabetical() {
        let path = format!("/vi/provinces/{}", province.slug);
        let request = Request { path: &path, query: "" };
        let Body::Html(html) = app::render(&PROGRAM, &request).body else {
            panic!("{path}")
        };
        assert!(html.matches("Chưa nói được xu hướng").count() <= 1, "{path}");
        for section in html.split("<section id=\"").skip(1) {
            let slug = section.split('"').next().unwrap();
            let Some(id) = snapshot.catalogue.indicator_by_slug(slug) else {
                continue;
            };
            let line = section.split("class=\"verdicts\">").nth(1).unwrap_or_default();
            let line = line.split("</p>").next().unwrap();
            assert_eq!(
                line.contains("Xu hướng"),
                line.contains("năm năm"),
                "{path} {slug}: {line}"
            );
            let Some(years) = line.split("năm năm ").nth(1) else {
                continue;
            };
            let from: i32 = years[..4].parse().unwrap();
            let to: i32 = years[5..9].parse().unwrap();
            assert_eq!(to - from, 4, "{path} {slug}: {line}");
            for year in from..to {
                let verdict = snapshot.catalogue.indicator(id).compare(year, to).verdict;
                assert!(verdict.comparable(), "{path} {slug} {year} {to}");
            }
            trends += 1;
        }
        alike += usize::from(html.contains("class=\"alike\"") && html.contains("đây không phải xếp hạng"));
    }
    assert!(trends > 50 && alike > 60, "{trends} {alike}");
}
