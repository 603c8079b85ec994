//! Queries that name a province, an indicator and a year, and addresses that lead nowhere.

use crate::views::tests::*;

fn main(html: &str) -> String {
    let inside = html.split_once("<main").unwrap().1;
    inside.split("</main>").next().unwrap().to_owned()
}

/// The text of the list of answers, without tags; empty without a list.
fn answers(address: &str) -> Vec<String> {
    let (_, html) = asked(address);
    let Some((_, list)) = html.split_once("class=\"answers\"") else {
        return Vec::new();
    };
    let list = list.split("</ol>").next().unwrap();
    list.split("<li>").skip(1).map(without_tags).collect()
}

fn without_tags(html: &str) -> String {
    let pieces = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    plain(&pieces.collect::<Vec<_>>().join(" "))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_query_of_three_parts_is_answered_with_the_figure_and_its_rank() {
    for query in ["pci+nghe+an+2016", "2016+Nghệ+An+PCI", "PCI+năm+2016+tỉnh+nghean"] {
        let found = answers(&format!("/vi/search?q={query}"));
        assert_eq!(found.len(), 1, "{query}: {found:?}");
        assert!(
            found[0].starts_with("PCI năm 2016: Nghệ An 71,00 điểm, hạng 2/63"),
            "{query}: {found:?}"
        );
    }
    let html = page("/vi/search?q=pci+nghe+an+2016");
    for href in [
        "/vi/rankings/pci/2016?highlight=nghe-an",
        "/vi/provinces/nghe-an",
        "/vi/indicators/pci",
    ] {
        assert!(main(&html).contains(&format!("href=\"{href}\"")), "{href}");
    }
    // Nothing can be said of why it changed: no result leads there.
    assert!(!html.contains("/vi/provinces/nghe-an/pci/why"));
    assert!(html.contains("Tìm theo: PCI · Nghệ An · 2016."));
    // Without a year the newest; a component by its name; a table without a province.
    assert!(answers("/vi/search?q=nghe+an+pci")[0].starts_with("PCI năm 2016: Nghệ An 71,00"));
    assert!(
        answers("/en/search?q=entry+ha+noi+2015")[0].starts_with("PCI: entry, 2015: Hà Nội 53.50 points, rank 3/63")
    );
    assert!(answers("/vi/search?q=pci+2015")[0].starts_with("PCI, năm 2015"));
    assert!(page("/vi/search?q=pci+bac+bo+2016").contains("/vi/rankings/pci/2016?region=bac-bo"));
}

#[test]
fn words_for_ranks_and_scores_ask_for_figures() {
    for query in [
        "xếp+hạng+pci+nghệ+an+2016",
        "nghe+an+rank+pci+2016",
        "điểm+pci+2016+an+nghe",
        "pci+2016+score+of+nghe+an",
    ] {
        let found = answers(&format!("/vi/search?q={query}"));
        assert_eq!(found.len(), 1, "{query}: {found:?}");
        assert!(
            found[0].starts_with("PCI năm 2016: Nghệ An 71,00 điểm, hạng 2/63"),
            "{query}: {found:?}"
        );
        assert!(!page(&format!("/vi/search?q={query}")).contains("Không rõ"), "{query}");
    }
    // An indicator alone is its newest ranking, a province alone its newest figures.
    assert!(answers("/vi/search?q=xep+hang+pci")[0].starts_with("PCI, năm 2016"));
    let found = answers("/vi/search?q=thứ+hạng+nghệ+an");
    assert!(
        found.iter().any(|text| text.starts_with("PCI năm 2016: Nghệ An 71,00")),
        "{found:?}"
    );
    assert_eq!(answers("/vi/search?q=pci"), [""; 0]);
}

#[test]
fn suggestions_find_what_a_longer_query_names() {
    for query in ["an+nghe", "xếp+hạng+nghệ+an", "pci+nghe+an+2016"] {
        let (_, html) = asked(&format!("/vi/search/suggest?q={query}"));
        assert!(html.contains("href=\"/vi/provinces/nghe-an\""), "{query}: {html}");
    }
}

#[test]
fn a_year_without_figures_names_the_nearest_with_one() {
    let found = answers("/vi/search?q=pci+nghe+an+2019");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("Không có số năm 2019. Năm gần nhất có số: 2016 (71,00 điểm, hạng 2/63)."),
        "{found:?}"
    );
    assert!(answers("/vi/search?q=pci+2019")[0].contains("Các năm có số: 2015, 2016."));
    assert!(answers("/vi/search?q=nghe+an+2019")[0].contains("Các năm có số: 2015, 2016."));
}

#[test]
fn what_is_not_known_is_named_with_what_may_have_been_meant() {
    let html = page("/vi/search?q=pci+nge+an+2016");
    assert!(main(&html).contains("Không rõ “nge an” là gì."), "{html}");
    assert!(main(&html).contains("href=\"/vi/provinces/nghe-an\">Nghệ An</a>"));
    // A name alone is answered as before.
    assert_eq!(answers("/vi/search?q=nghe+an"), [""; 0]);
    assert!(page("/vi/search?q=").contains("class=\"hits\""));
}

#[test]
fn addresses_that_lead_nowhere_say_which_part_is_not_known() {
    for (address, status, sentence, href) in [
        (
            "/vi/provinces/nghe-an-63",
            404,
            "Trong “nghe-an-63”, không rõ “63” là gì.",
            "/vi/provinces/nghe-an",
        ),
        (
            "/vi/provinces/nge-an",
            404,
            "Không rõ “nge-an” là gì.",
            "/vi/provinces/nghe-an",
        ),
        (
            "/vi/indicators/pcii",
            404,
            "Không rõ “pcii” là gì.",
            "/vi/indicators/pci",
        ),
        (
            "/en/rankings/pcii/2016",
            404,
            "“pcii” is not known.",
            "/en/indicators/pci",
        ),
        (
            "/vi/compare?provinces=nge-an,ha-noi",
            400,
            "Không rõ “nge-an” là gì.",
            "/vi/provinces/nghe-an",
        ),
        (
            "/vi/nghe-an/pci/2016",
            404,
            "Không có trang này",
            "/vi/rankings/pci/2016?highlight=nghe-an",
        ),
        ("/vi/nowhere", 404, "Không rõ “nowhere” là gì.", "/vi/search"),
    ] {
        let (found, html) = asked(address);
        assert_eq!(found, status, "{address}");
        assert!(plain(&html).contains(sentence), "{address}: {}", main(&html));
        assert!(
            main(&html).contains(&format!("href=\"{href}\"")),
            "{address}: {}",
            main(&html)
        );
    }
    // What a visitor writes into an address is text, not markup.
    let (_, html) = asked("/vi/%3Cscript%3E");
    assert!(!html.contains("<script>alert") && !main(&html).contains("<script>"));
}
