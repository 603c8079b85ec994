//! The dispersion of two years that compare, and of one after a break.

use domain::{Method, PairVerdict, Span, Text, Verdict, chart::ChartBody};

use crate::{
    Body, Request, SharedBackend,
    export::{self, ExportParts},
    views::tests::sample::{figure, indicator, snapshot_of, with_snapshot},
};

/// Three provinces; in 2015 one has no figure.
fn years(verdict: Verdict) -> SharedBackend {
    let mut about = indicator();
    let method = |slug: &str, from, to| Method {
        slug: slug.into(),
        span: Span { from, to },
        name: Text::new(slug, slug),
        decision: None,
        decided: None,
        summary: Text::default(),
    };
    about.methods = vec![method("v1", 2006, 2015), method("v2", 2016, 2030)];
    about.verdicts = vec![PairVerdict {
        from: 2015,
        to: 2016,
        verdict,
        decision: None,
        reason: Text::new("Lý do.", "The reason."),
    }];
    let mut all = Vec::new();
    for (year, values) in [
        (2014, &[60.0, 70.0, 80.0][..]),
        (2015, &[60.0, 70.0]),
        (2016, &[64.0, 70.0, 72.0]),
    ] {
        all.extend(
            (0u16..)
                .zip(values)
                .map(|(province, value)| figure(year, province, *value)),
        );
    }
    with_snapshot(std::sync::Arc::new(snapshot_of(7, about, all)))
}

fn page(backend: &SharedBackend, path: &str) -> (u16, String) {
    let response = crate::render(backend, &Request { path, query: "" });
    match response.body {
        Body::Html(html) => (response.status, html),
        _ => panic!("{path}"),
    }
}

#[test]
fn the_title_compares_only_years_that_compare() {
    let backend = years(Verdict::SameMethod);
    let (status, html) = page(&backend, "/vi/dispersion/pci");
    assert_eq!(status, 200);
    assert!(
        html.contains("nửa giữa các tỉnh, thành cách nhau 4,00 điểm; năm 2014 là 10,00"),
        "{html}"
    );
    assert!(html.contains("class=\"note same\""), "{html}");

    let (_, html) = page(&years(Verdict::MethodChanged), "/vi/dispersion/pci");
    assert!(html.contains("cách nhau 4,00 điểm</h1>"), "{html}");
    assert!(
        html.contains("class=\"note ne\"") && !html.contains("năm 2014 là"),
        "{html}"
    );
}

#[test]
fn a_year_without_all_provinces_is_named_and_not_drawn() {
    let backend = years(Verdict::SameMethod);
    let export = export::export(&backend, "dispersion/pci/lines", "", ExportParts::Both).unwrap();
    let model = export.model.unwrap();
    let ChartBody::Lines(trend) = &model.body else {
        panic!("{model:?}")
    };
    let drawn: Vec<i32> = trend.series[0].points.iter().map(|point| point.year).collect();
    assert_eq!((drawn, trend.series.len()), (vec![2014, 2016], 5));
    assert!(
        model.notes.iter().any(|note| note.text.ends_with("2015.")),
        "{:?}",
        model.notes
    );
    assert_eq!(export.table.unwrap().rows.len(), 2);
    assert_eq!(page(&backend, "/vi/dispersion/none").0, 404);
}
