//! Explanations and suppositions, on the small figures with components that add up.

use std::sync::{Arc, LazyLock};

use domain::{
    Method, Snapshot, Span, Text,
    chart::ChartModel,
    data_table::{DataCell, DataTable},
    why::{SumKind, SumRule},
};

use crate::{
    Assets, Backend, Body, ChartSize, Request, SharedBackend,
    export::{self, Export, ExportParts},
    views::tests::sample::{backend, figures, indicator, snapshot_of},
};

/// The same figures where both years have one method, and the total moves by half of each component.
struct Explained(SharedBackend);

static EXPLAINED: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let span = Span { from: 2015, to: 2016 };
    let mut indicator = indicator();
    let parts: Vec<_> = indicator.components().skip(1).map(|(id, _)| id).collect();
    for part in &mut indicator.components[1..] {
        part.parent = None;
        part.scale = Some((0.0, 100.0));
    }
    indicator.methods = vec![Method {
        slug: "m".into(),
        span,
        name: Text::default(),
        decision: None,
        decided: None,
        summary: Text::default(),
    }];
    indicator.sums = vec![SumRule {
        computes: false,
        span,
        kind: SumKind::Weighted,
        weights: parts.into_iter().map(|part| (part, 0.5)).collect(),
        within: 0.0,
        note: Text::new("Ghi chú về trọng số.", "A note on weights."),
    }];
    Arc::new(snapshot_of(7, indicator, figures()))
});

impl Backend for Explained {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none_or(|n| n == 7).then(|| Arc::clone(&EXPLAINED))
    }

    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String {
        self.0.chart(model, id, size)
    }

    fn origin(&self) -> &str {
        self.0.origin()
    }

    fn assets(&self) -> &Assets {
        self.0.assets()
    }
}

fn explained() -> SharedBackend {
    Arc::new(Explained(backend()))
}

fn asked_of(backend: &SharedBackend, address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(backend, &Request { path, query });
    let (Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text)) = response.body;
    (response.status, text)
}

/// The text of a page, without its tags.
fn text(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap();
    let pieces = main
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    pieces
        .collect::<Vec<_>>()
        .concat()
        .replace("<!>", "")
        .replace("&amp;", "&")
}

fn ok(address: &str) -> String {
    let (status, html) = asked_of(&explained(), address);
    assert_eq!(status, 200, "{address}");
    html
}

#[test]
fn a_change_is_told_with_its_parts_and_its_remainder() {
    let html = ok("/vi/provinces/ha-noi/pci/why");
    let text = text(&html);
    for part in [
        // Two components did alike: none of them is named as the one that did most.
        "Hà Nội: PCI năm 2016 tăng 1,00 điểm so với năm 2015",
        "Điểm tổng: 55,50 năm 2015, 56,50 năm 2016: +1,00 điểm.",
        "Hạng nguồn công bố: 3/63 năm 2015, 3/63 năm 2016: giữ nguyên hạng.",
        "Các đóng góp cộng lại là +1,00; thay đổi công bố là +1,00; phần dư 0,00 nằm trong phạm vi làm tròn",
        "Ghi chú về trọng số.",
        "Hạng 2, bậc ngay trên: cần thêm 4,50 điểm, tức đạt 61,00.",
        "Hạng 1: cần thêm 14,50 điểm, tức đạt 71,00.",
        "Thêm 4,50 điểm là lên hạng 2.",
        "Không tỉnh, thành nào khác có điểm hơn kém trong vòng 0,5 điểm.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(text.matches("không làm đổi bậc").count(), 2);
    assert!(html.contains("href=\"/vi/provinces/ha-noi/pci/what-if?year=2016\""));
    assert!(!html.contains("style=\""));
    let english = ok("/en/provinces/ha-noi/pci/why?year=2016&from=2015&edition=7");
    assert!(
        english.contains("Hà Nội: PCI up 1.00 points from 2015 to 2016"),
        "{english}"
    );
    assert!(english.contains("/en/provinces/ha-noi/pci/what-if?year=2016&amp;edition=7"));
}

#[test]
fn where_the_rank_does_not_follow_the_score_nothing_is_made_of_it() {
    // Nghệ An has the highest score and the published rank 2.
    let text = text(&ok("/vi/provinces/nghe-an/pci/why"));
    assert!(text.contains("Không tính được số bậc từng thành phần"), "{text}");
    assert!(text.contains("Không tính được điểm cần để lên bậc"), "{text}");
}

#[test]
fn a_refusal_says_why_and_what_can_be_seen() {
    // Without a method nothing says that the years compare.
    let (status, html) = asked_of(&backend(), "/vi/provinces/ha-noi/pci/why?year=2016");
    assert_eq!(status, 200);
    let text = text(&html);
    assert!(text.contains("không tách được thay đổi PCI từ 2015 đến 2016"), "{text}");
    assert!(
        text.contains("Hai năm 2015 và 2016 không so sánh được: phương pháp thay đổi."),
        "{text}"
    );
    assert!(html.contains("#compare"));
    assert!(!html.contains("Vượt và bị vượt"));
    // Scores of one year still say what more would take.
    assert!(text.contains("Hạng 2, bậc ngay trên"), "{text}");
}

#[test]
fn years_without_figures_are_refused_by_name() {
    for (address, parts) in [
        (
            "/vi/provinces/ha-noi/pci/why?year=1999",
            &["year=1999", "2016, 2015"][..],
        ),
        (
            "/vi/provinces/ha-noi/pci/why?year=2015&from=2016",
            &["from=2016", "trước năm 2015"],
        ),
        ("/vi/provinces/ha-noi/pci/what-if?year=abc", &["year=abc", "2016, 2015"]),
        (
            "/vi/provinces/ha-noi/pci/what-if?land=101",
            &["land=101", "từ 0 đến 100"],
        ),
        (
            "/en/provinces/ha-noi/pci/what-if?land=x&entry=5",
            &["land=x", "from 0 to 100"],
        ),
        (
            "/en/provinces/ha-noi/pci/what-if?overall=50",
            &["overall=50", "land, entry"],
        ),
        ("/en/provinces/ha-noi/pci/what-if?set=land", &["set=land", "land:7.5"]),
    ] {
        let (status, html) = asked_of(&explained(), address);
        assert_eq!(status, 400, "{address}");
        for part in parts {
            assert!(text(&html).contains(part), "{address}: {part}\n{}", text(&html));
        }
    }
}

#[test]
fn a_supposition_says_so_and_shows_what_follows() {
    for (number, lang) in [("65,5", "vi"), ("65.5", "vi"), ("65,5", "en")] {
        let html = ok(&format!(
            "/{lang}/provinces/ha-noi/pci/what-if?year=2016&land={number}&entry=54.5"
        ));
        assert!(html.contains("name=\"robots\" content=\"noindex\""));
        let text = text(&html);
        // Ten points more of one component with half a weight.
        let parts = if lang == "vi" {
            [
                "Giả định, không phải số liệu công bố",
                "Điểm tổng giả định: 61,50.",
                "Đứng thứ 2 trên 3",
            ]
        } else {
            [
                "A supposition, not published figures",
                "Supposed total: 61.50.",
                "Place 2 of 3",
            ]
        };
        for part in parts {
            assert!(text.contains(part), "{part}\n{text}");
        }
        // The link to share names only what was changed.
        let link = format!("href=\"/{lang}/provinces/ha-noi/pci/what-if?year=2016&amp;land=65.5\"");
        assert!(html.contains(&link), "{html}");
    }
    let unchanged = text(&ok("/vi/provinces/ha-noi/pci/what-if"));
    assert!(unchanged.contains("Chưa đổi điểm nào"), "{unchanged}");
}

fn made(view: &str, query: &str) -> Export {
    export::export(&explained(), view, query, ExportParts::Both)
        .unwrap_or_else(|response| panic!("{view}: {}", response.status))
}

#[test]
fn every_export_of_a_supposition_says_that_it_is_one() {
    for (lang, mark, name) in [("vi", "giả định", "gia-dinh"), ("en", "supposition", "what-if")] {
        for kind in ["steps", "table"] {
            let made = made(
                &format!("what-if/ha-noi/pci/{kind}"),
                &format!("year=2016&set=land:65.5&lang={lang}&edition=7"),
            );
            let says = |text: &str| text.to_lowercase().contains(mark);
            assert!(
                says(&made.title) && made.name.ends_with(name),
                "{} {}",
                made.title,
                made.name
            );
            let table: &DataTable = made.table.as_ref().unwrap();
            assert!(says(&table.title) && says(&table.subtitle) && says(&table.citation.text));
            assert!(table.readme.iter().any(|(head, note)| says(head) && says(&note.text)));
            assert!(
                table
                    .columns
                    .iter()
                    .any(|c| c.key == "supposed" && says(&c.label.replace("Supposed", "supposition")))
            );
            assert_eq!(made.model.is_some(), kind == "steps");
            if let Some(model) = &made.model {
                assert!(says(&model.title) && says(&model.subtitle) && says(&model.description));
                assert!(model.notes.iter().any(|note| says(&note.text)));
            }
            let total = table.rows.last().unwrap();
            assert_eq!(total[1..], [56.5, 61.5, 5.0].map(DataCell::Number));
        }
    }
    let response = export::export(
        &explained(),
        "what-if/ha-noi/pci/steps",
        "set=land:200",
        ExportParts::Both,
    )
    .unwrap_err();
    assert_eq!(response.status, 400);
}

#[test]
fn an_explanation_leaves_the_page_with_its_account() {
    let made = made("why/ha-noi/pci/steps", "year=2016&from=2015&edition=7");
    assert!(made.frozen && made.model.is_some());
    let table = made.table.unwrap();
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key).collect();
    assert_eq!(
        keys,
        [
            "component",
            "value_from",
            "value_to",
            "difference",
            "weight",
            "contribution",
            "places"
        ]
    );
    // Two components, the remainder, the total.
    assert_eq!(table.rows.len(), 4);
    assert!(table.rows.iter().all(|row| row.len() == keys.len()));
    assert_eq!(table.rows[3][5], DataCell::Number(1.0));
    let response = export::export(&backend(), "why/ha-noi/pci/steps", "year=2016", ExportParts::Both).unwrap_err();
    assert_eq!(response.status, 404, "nothing is drawn across a break");
}

#[test]
fn the_page_of_a_province_leads_to_both() {
    let html = ok("/vi/provinces/ha-noi");
    assert!(
        html.contains("href=\"/vi/provinces/ha-noi/pci/why\"")
            && html.contains("href=\"/vi/provinces/ha-noi/pci/what-if\"")
    );
    let (_, without) = asked_of(&backend(), "/vi/provinces/ha-noi");
    // Where a change cannot be taken apart, there is no button whose answer is no.
    assert!(!without.contains("/pci/why\"") && !without.contains("/pci/what-if\""));
}
