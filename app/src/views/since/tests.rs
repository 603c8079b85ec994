//! Changes over several years: five years before a break of method, three after it.

use std::sync::Arc;

use domain::{
    Method, PairVerdict, Snapshot, Span, Text, Verdict,
    chart::{ChartBody, ChartModel, DotLink},
    data_table::DataCell,
};

use crate::{
    Assets, Backend, Body, ChartSize, Request, SharedBackend,
    export::{self, ExportParts},
    views::tests::sample::{figure, indicator, snapshot_of},
};

struct Years(Arc<Snapshot>, Assets);

impl Backend for Years {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none_or(|n| n == 7).then(|| Arc::clone(&self.0))
    }

    fn chart(&self, _: &ChartModel, _: &str, _: ChartSize) -> String {
        String::from("<svg></svg>")
    }

    fn origin(&self) -> &str {
        "https://thuocdo.example.vn"
    }

    fn assets(&self) -> &Assets {
        &self.1
    }
}

/// Hà Nội (2) rises by 2 a year, Nghệ An (1) by 1, the first falls; Nghệ An has no figure in 2010.
fn years() -> SharedBackend {
    let mut about = indicator();
    let method = |slug: &str, from, to| Method {
        slug: slug.into(),
        span: Span { from, to },
        name: Text::new(slug, slug),
        decision: None,
        decided: None,
        summary: Text::default(),
    };
    about.methods = vec![method("v1", 2006, 2013), method("v2", 2014, 2030)];
    about.verdicts = vec![PairVerdict {
        from: 2013,
        to: 2014,
        verdict: Verdict::MethodChanged,
        reason: Text::new("Bộ chỉ tiêu mới.", "New criteria."),
        decision: None,
    }];
    let mut all = Vec::new();
    for year in 2009..=2016 {
        for (province, start, step) in [(0, 60.0, -1.0), (1, 50.0, 1.0), (2, 40.0, 2.0)] {
            if (year, province) != (2010, 1) {
                all.push(figure(year, province, start + step * f64::from(year - 2009)));
            }
        }
    }
    Arc::new(Years(Arc::new(snapshot_of(7, about, all)), Assets::default()))
}

fn page(address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(&years(), &Request { path, query });
    let Body::Html(html) = response.body else {
        panic!("{address}")
    };
    (response.status, html)
}

fn heading(html: &str) -> &str {
    html.split_once("<h1>").unwrap().1.split("</h1>").next().unwrap()
}

#[test]
fn titles_name_who_rose_most_or_why_nobody_can_be_named() {
    for (address, title) in [
        (
            "/vi/since/pci/2013?years=3",
            "PCI 2013: Hà Nội tăng nhiều nhất trong 3 năm: +6,00 điểm",
        ),
        (
            "/en/since/pci/2013?years=4",
            "PCI 2013: Hà Nội rose most in 4 years: +8.00 points",
        ),
        (
            "/vi/since/pci/2013?years=4&highlight=nghe-an",
            "PCI 2013: Nghệ An +4,00 điểm trong 4 năm; tăng nhiều nhất: Hà Nội +8,00 điểm",
        ),
        (
            "/vi/since/pci/2013",
            "PCI 2013: Hà Nội tăng nhiều nhất trong 3 năm: +6,00 điểm",
        ),
        (
            "/vi/since/pci/2016",
            "PCI 2016: Hà Nội tăng nhiều nhất trong 2 năm: +4,00 điểm",
        ),
        ("/vi/since/pci/2014", "PCI: năm 2009 và năm 2014 không so sánh được"),
        (
            "/vi/since/pci/2016?years=5",
            "PCI: năm 2011 và năm 2016 không so sánh được",
        ),
        ("/vi/since/pci/2016?years=10", "PCI: không có số liệu năm 2006"),
    ] {
        let (status, html) = page(address);
        assert_eq!((status, heading(&html)), (200, title), "{address}");
    }
}

#[test]
fn a_break_is_named_and_the_longest_stretch_is_offered() {
    let (_, html) = page("/vi/since/pci/2016?years=5&highlight=nghe-an");
    assert!(html.contains("2013 → 2014: Bộ chỉ tiêu mới."), "{html}");
    assert!(
        html.contains("/vi/since/pci/2016?highlight=nghe-an&amp;years=2")
            || html.contains("/vi/since/pci/2016?highlight=nghe-an&years=2")
    );
    assert!(html.contains("Khoảng dài nhất so sánh được: 2014–2016"));
    // Nothing is drawn as a movement.
    assert!(!html.contains("<aside>") && !html.contains("class=\"chg up\""));
    // The first year under a new method has no stretch of its own: the last one before it is offered.
    let (_, html) = page("/vi/since/pci/2014?years=3");
    assert!(html.contains("Khoảng dài nhất so sánh được: 2009–2013"), "{html}");
}

#[test]
fn an_order_is_numbered_only_when_every_province_has_both_years() {
    let (_, whole) = page("/vi/since/pci/2013?years=4");
    assert!(whole.contains(">Thứ tự<"));
    // Nghệ An has no figure in 2010.
    let (_, part) = page("/vi/since/pci/2013?years=3");
    assert!(!part.contains(">Thứ tự<") && part.contains("2/3 tỉnh, thành so sánh được"));
    assert!(part.contains("chưa có số năm 2010 để so sánh"));
}

#[test]
fn what_leaves_the_page_says_the_same() {
    let made = export::export(
        &years(),
        "since/pci/2013/bars",
        "years=4&highlight=nghe-an",
        ExportParts::Both,
    )
    .unwrap();
    let Some(ChartBody::Dots(dots)) = made.model.as_ref().map(|model| &model.body) else {
        panic!()
    };
    let labels: Vec<&str> = dots.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels[..2], ["Hà Nội", "Nghệ An"]);
    assert!(
        dots.rows
            .iter()
            .all(|row| row.link == DotLink::Arrow && row.marks.len() == 2)
    );
    assert_eq!((dots.min, dots.max), (40.0, 60.0));
    let table = made.table.unwrap();
    let at = |key: &str| table.columns.iter().position(|c| c.key == key).unwrap();
    assert_eq!(table.rows[1][at("value_then")], DataCell::Number(50.0));
    assert_eq!(table.rows[1][at("change_value")], DataCell::Number(4.0));
    assert_eq!(table.rows[1][at("order")], DataCell::Whole(2));
    assert!(
        made.model
            .unwrap()
            .notes
            .iter()
            .any(|note| note.text.starts_with("= So với 2009"))
    );
    assert_eq!(made.page, "/vi/since/pci/2013?years=4&highlight=nghe-an#chart");
    // Across the break there is a table, and no chart.
    assert!(export::export(&years(), "since/pci/2016/bars", "years=5", ExportParts::Picture).is_err());
    let table = export::export(&years(), "since/pci/2016/table", "years=5", ExportParts::Table)
        .unwrap()
        .table
        .unwrap();
    assert!(table.rows.iter().all(|row| row[at("change_value")] == DataCell::Empty));
    assert!(
        table
            .readme
            .iter()
            .any(|(_, note)| note.text.starts_with("≠ So với 2011"))
    );
}

#[test]
fn what_cannot_be_used_is_named() {
    for (query, name) in [
        ("years=0", "years"),
        ("years=31", "years"),
        ("years=x", "years"),
        ("component=x", "component"),
    ] {
        let (status, html) = page(&format!("/vi/since/pci/2016?{query}"));
        assert_eq!(status, 400, "{query}");
        assert!(html.contains(&format!("“{name}=")), "{query}");
    }
    assert_eq!(page("/vi/since/pci/1999").0, 404);
    assert_eq!(page("/vi/since/pci/x").0, 404);
}

#[test]
fn the_line_of_years_is_broken_where_the_method_is() {
    let (_, html) = page("/vi/rankings/pci/2014");
    let line = html
        .split_once("class=\"slider\"")
        .unwrap()
        .1
        .split("</nav>")
        .next()
        .unwrap();
    assert_eq!(line.matches("class=\"gap\"").count(), 1);
    let before = line.split("class=\"gap\"").next().unwrap();
    assert!(before.contains(">2013<") && !before.contains(">2014<"));
    assert!(line.contains("2013 → 2014 không so sánh được"));
    assert!(line.contains("rel=\"prev\"") && line.contains("rel=\"next\""));
    assert_eq!(line.matches("aria-current=\"page\"").count(), 1);
    let (_, last) = page("/vi/rankings/pci/2016");
    let line = last
        .split_once("class=\"slider\"")
        .unwrap()
        .1
        .split("</nav>")
        .next()
        .unwrap();
    assert!(line.contains("rel=\"prev\"") && !line.contains("rel=\"next\""));
    assert!(last.contains("href=\"/vi/since/pci/2016\""));
}
