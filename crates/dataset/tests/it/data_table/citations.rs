//! Tests of HTML fragments and citations.

use dataset::{bibtex, csl_json, html_fragment};
use domain::Lang;
use domain::data_table::Citation;
use serde_json::Value;

use super::{citation, table};

#[test]
fn the_fragment_is_a_table_with_headings_and_notes() {
    let html = html_fragment(&table(Lang::Vi));
    for part in [
        r#"<table lang="vi" style=""#,
        "<strong>Đà Nẵng đứng đầu PCI 2016</strong><br>Điểm, thang 100</caption>",
        ">70,00</td>",
        ">65,60</td>",
        ">\u{2212}1.234,50</td>",
        ">1685</td>",
        "<strong>Nguồn:</strong> Báo cáo PCI 2016, VCCI, tháng 3/2017, <a href=\"https://pcivietnam.vn/2016\">",
        "<strong>Ô trống:</strong> Không có số liệu đã công bố.",
        r#"<a href="https://thuocdo.vn/vi/rankings/pci/2016?edition=7&amp;view=bars">"#,
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert_eq!(html.matches(r#"<th scope="col""#).count(), 4);
    assert_eq!(html.matches(r#"<th scope="row""#).count(), 4);
    for province in ["Đà Nẵng", "Quảng Ninh", "Đồng Tháp", "Đắk Nông"] {
        assert!(html.contains(&format!(">{province}</th>")), "{province} heads its row");
    }
    assert_eq!(html.matches("edition=7&amp;view=bars").count(), 2, "one link, once");
    for external in ["class=", "<script", "<link", "<img", "src=", "url("] {
        assert!(!html.contains(external), "{external}");
    }
    let english = html_fragment(&table(Lang::En));
    assert!(english.contains(">\u{2212}1,234.50</td>") && english.contains("<strong>Sources:</strong>"));
}

#[test]
fn bibtex_has_the_citation() {
    assert_eq!(
        bibtex(&citation()),
        "@misc{thuocdo-rankings-pci-2016-bars-7,\n  \
           author       = {{VCCI \\& USAID}},\n  \
           title        = {{PCI 2016: 63 tỉnh, thành phố}},\n  \
           year         = {2026},\n  \
           month        = apr,\n  \
           howpublished = {Thước Đo, ấn bản 7},\n  \
           note         = {Ấn bản 7, 30/4/2026},\n  \
           url          = {https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars}\n}\n"
    );
    let hostile = Citation {
        author: r"50% {of} \command_$#~^".to_owned(),
        url: String::new(),
        ..citation()
    };
    let written = bibtex(&hostile);
    assert!(written.contains(
        r"{{50\% \textbraceleft{}of\textbraceright{} \textbackslash{}command\_\$\#\textasciitilde{}\textasciicircum{}}}"
    ));
    assert!(!written.contains("url "), "{written}");
}

#[test]
fn csl_has_the_citation() {
    let found: Value = serde_json::from_str(&csl_json(&citation())).unwrap();
    assert_eq!(
        found,
        serde_json::json!([{
            "type": "dataset",
            "id": "thuocdo-rankings-pci-2016-bars-7",
            "title": "PCI 2016: 63 tỉnh, thành phố",
            "author": [{"literal": "VCCI & USAID"}],
            "publisher": "Thước Đo, ấn bản 7",
            "issued": {"date-parts": [[2026, 4, 30]]},
            "version": "7",
            "URL": "https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars",
            "language": "vi",
        }])
    );
    let minimal = Citation {
        url: String::new(),
        ..citation()
    };
    let found: Value = serde_json::from_str(&csl_json(&minimal)).unwrap();
    assert_eq!((found[0].get("URL"), found[0].get("language")), (None, None));
}
