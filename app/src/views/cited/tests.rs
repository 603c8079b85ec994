//! Figures that were cited from earlier editions: unchanged, corrected, gone, under another method.

use domain::{Figure, Method, PairVerdict, Span, Text, Verdict};

use crate::{
    Body, Request, SharedBackend,
    views::{
        feeds::tests::{editions, shelf_of},
        tests::sample::{figure, figures, snapshot, snapshot_of},
    },
};

fn answer(backend: &SharedBackend, query: &str) -> (u16, String) {
    let path = "/en/cited";
    let response = crate::render(backend, &Request { path, query });
    let text = match response.body {
        Body::Html(html) => html,
        Body::Redirect(to) => to,
        other => panic!("{other:?}"),
    };
    (response.status, text.replace("<!>", ""))
}

fn title(html: &str) -> &str {
    let (_, rest) = html.split_once("<h1>").unwrap();
    rest.split_once("</h1>").unwrap().0
}

const BARS_2015: &str = "view=rankings/pci/2015/bars";

#[test]
fn the_answer_is_the_heading() {
    for (view, edition, heading) in [
        // The third edition corrects Nghệ An's figure of 2015; the second adds 2016.
        ("rankings/pci/2015/bars", 1, "1 figure has been corrected"),
        (
            "rankings/pci/2015/table?highlight=nghe-an",
            2,
            "1 figure has been corrected",
        ),
        ("rankings/pci/2016/bars", 2, "The figures have not changed"),
        (
            "rankings/pci/2015/table?component=land",
            1,
            "The figures have not changed",
        ),
        (
            "provinces/ha-noi/pci/table",
            2,
            "The figures have not changed; ranks or numbers computed from figures have",
        ),
        ("rankings/pci/2015/bars", 3, "This is the newest edition"),
    ] {
        let query = format!(
            "view={}&edition={edition}",
            view.replace('?', "%3F").replace('=', "%3D")
        );
        let (status, html) = answer(&shelf_of(3), &query);
        assert_eq!((status, title(&html)), (200, heading), "{view} {edition}");
    }
}

#[test]
fn a_correction_says_where_from_what_to_what_and_in_which_edition() {
    let (_, html) = answer(&shelf_of(3), &format!("{BARS_2015}&edition=1"));
    assert!(
        ["<del>70.00</del>", "<ins>55.00</ins>", ">3</td></tr>"]
            .iter()
            .all(|text| html.contains(text)),
        "{html}"
    );
    assert!(html.contains("Edition 3, 21 November 2026"), "{html}");
    assert!(
        !html.contains("edition 1 of the figures"),
        "the page is that of the newest edition"
    );
}

#[test]
fn a_figure_without_a_source_any_more_and_a_view_without_figures_are_told() {
    let of = |years: &[i32]| -> Vec<Figure> {
        figures()
            .into_iter()
            .filter(|f| f.key.year.is_some_and(|year| years.contains(&year)))
            .collect()
    };
    let backend = editions(vec![snapshot(1, of(&[2015, 2016])), snapshot(2, of(&[2016]))]);
    let (status, html) = answer(&backend, &format!("{BARS_2015}&edition=1"));
    assert_eq!(
        (status, title(&html)),
        (200, "The newest edition no longer has this chart or table")
    );
    let (_, html) = answer(&backend, "view=provinces/nghe-an/pci/table&edition=1");
    assert!(html.contains("<ins>none</ins>"), "{html}");
}

#[test]
fn newer_figures_under_another_method_are_told() {
    let mut about = crate::views::tests::sample::indicator();
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
        verdict: Verdict::MethodChanged,
        decision: None,
        reason: Text::new("Lý do.", "The reason."),
    }];
    let first = vec![figure(2015, 0, 60.0), figure(2015, 1, 70.0)];
    let second = [first.clone(), vec![figure(2016, 0, 61.0)]].concat();
    let backend = editions(vec![
        snapshot_of(1, about.clone(), first),
        snapshot_of(2, about, second),
    ]);
    let (_, html) = answer(&backend, &format!("{BARS_2015}&edition=1"));
    assert_eq!(title(&html), "The figures have not changed");
    assert!(html.contains("PCI 2016") && html.contains("The reason."), "{html}");
}

#[test]
fn several_views_are_answered_together() {
    let query = format!("{BARS_2015}&view=rankings/pci/2015/table%3Fcomponent%3Dland&edition=1");
    let (_, html) = answer(&shelf_of(3), &query);
    assert_eq!(title(&html), "1 of 2 charts have changed");
}

#[test]
fn pasted_addresses_bring_their_edition_and_what_is_no_view_is_refused() {
    let backend = shelf_of(3);
    for url in [
        "https%3A%2F%2Fthuocdo.example.vn%2Fcharts%2Frankings%2Fpci%2F2015%2Fbars.png%3Fedition%3D1%26size%3D16x9",
        "%2Fvi%2Frankings%2Fpci%2F2015%3Fedition%3D1%23chart",
    ] {
        let (status, to) = answer(&backend, &format!("view={url}"));
        assert!(
            (300..400).contains(&status) && to.ends_with("&edition=1"),
            "{status} {to}"
        );
        let (status, html) = answer(&backend, to.split_once('?').unwrap().1);
        assert_eq!((status, title(&html)), (200, "1 figure has been corrected"), "{url}");
    }
    for query in [
        // It always shows the newest figures.
        BARS_2015,
        "view=rankings/pci/2015/pie&edition=1",
        "view=https%3A%2F%2Felsewhere.example%2Fcharts%2Frankings%2Fpci%2F2015%2Fbars&edition=1",
        "view=rankings/pci/2015/bars%3Fhighlight%3Dnowhere&edition=1",
    ] {
        let (status, _) = answer(&backend, query);
        assert!(matches!(status, 400 | 404), "{query}: {status}");
    }
    assert_eq!(answer(&backend, "").0, 200, "the form");
}

fn page(backend: &SharedBackend, path: &str, query: &str) -> String {
    match crate::render(backend, &Request { path, query }).body {
        Body::Html(html) => html.replace("<!>", ""),
        other => panic!("{other:?}"),
    }
}

#[test]
fn pages_with_corrected_figures_say_so() {
    let backend = shelf_of(3);
    let notice = "Corrected in data edition 3 on 21 November 2026: Nghệ An 2015: 70.00 → 55.00.";
    for path in ["/en/rankings/pci/2015", "/en/provinces/nghe-an"] {
        let html = page(&backend, path, "");
        assert!(html.contains(notice), "{path}: {html}");
        // The wrong figure is on the pages of the editions before.
        let html = page(&backend, path, "edition=2");
        assert!(
            html.contains("Figures on this page were corrected in data edition 3"),
            "{path}: {html}"
        );
    }
    for path in [
        "/en/rankings/pci/2016",
        "/en/provinces/ha-noi",
        "/en/rankings/pci/2015?component=land",
    ] {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let html = page(&backend, path, query);
        assert!(!html.contains("class=\"note corrected\""), "{path}");
    }
    // New years and new figures correct nothing.
    assert!(!page(&shelf_of(2), "/en/rankings/pci/2015", "").contains("note corrected"));
}

#[test]
fn a_correction_that_was_undone_is_no_difference_to_the_edition_before_it() {
    let third = shelf_of(3).snapshot(None).unwrap().figures.clone();
    let backend = editions(vec![snapshot(1, figures()), snapshot(2, third), snapshot(3, figures())]);
    let of = |query| page(&backend, "/en/rankings/pci/2015", query);
    assert!(of("").contains("Corrected in data edition 3 on 21 November 2026: Nghệ An 2015: 55.00 → 70.00."));
    assert!(
        !of("edition=1").contains("note corrected"),
        "the same figures are the newest"
    );
    assert!(of("edition=2").contains("Nghệ An 2015: 55.00 → 70.00"));
}
