//! Slideshows: one view at a time, all of it in the address.

use crate::views::tests::{asked, attribute, page, tags};

const VIEWS: &str = "c=rankings/pci/2016/bars&c=provinces/trap/pci/lines&c=provinces/nghe-an/pci/lines";

fn moves(html: &str) -> Option<String> {
    let refresh = tags(html, "meta").into_iter().find(|tag| tag.contains("http-equiv"))?;
    attribute(&refresh, "content")
}

fn link(html: &str, mark: &str) -> String {
    let all = tags(html, "a");
    attribute(all.iter().find(|tag| tag.contains(mark)).unwrap(), "href").unwrap()
}

#[test]
fn it_goes_round_and_comes_back() {
    let mut at = format!("/vi/wall?{VIEWS}&seconds=30");
    let mut seen = Vec::new();
    for position in 1..=3 {
        let html = page(&at);
        assert!(html.contains(&format!("Hình {position}/3")), "{at}");
        assert!(html.contains("Nguồn: VCCI. Thước Đo, bản dữ liệu số 7. Công bố ngày 21/11/2026."));
        let next = link(&html, "rel=\"next\"");
        assert_eq!(moves(&html).unwrap(), format!("30;url={next}"));
        let back = page(&link(&page(&next), "rel=\"prev\""));
        assert!(back.contains(&format!("Hình {position}/3")));
        seen.push(at);
        at = next;
    }
    assert!(page(&at).contains("Hình 1/3"));
    assert!(!at.contains("edition="), "a wall follows the newest edition: {at}");
}

#[test]
fn a_pause_stays_until_it_is_ended() {
    let html = page(&format!("/en/wall?{VIEWS}&at=2&theme=dark"));
    let paused = page(&link(&html, "wall-switch"));
    assert!(moves(&html).is_some() && moves(&paused).is_none());
    assert!(paused.contains("View 2 of 3") && paused.contains("Paused"));
    assert!(paused.contains("data-theme=\"dark\""));
    let next = page(&link(&paused, "rel=\"next\""));
    assert!(moves(&next).is_none() && next.contains("View 3 of 3"));
    let on = page(&link(&next, "wall-switch"));
    assert_eq!(moves(&on).map(|to| to.starts_with("20;url=/en/wall?")), Some(true));
}

#[test]
fn a_ready_deck_is_a_wall_under_a_short_address() {
    let html = page("/vi/wall?deck=country&indicator=pci");
    assert!(link(&html, "rel=\"next\"").starts_with("/vi/wall?deck=country&indicator=pci"));
    assert!(page("/vi/wall?deck=provinces/nghe-an").contains("Nghệ An"));
    // Views may go: a place beyond the last is the first.
    assert!(page("/vi/wall?deck=country&at=99").contains("Hình 1/"));
}

#[test]
fn without_views_there_is_the_form() {
    let html = page("/en/wall");
    for value in ["country", "provinces/nghe-an", "regions/bac-bo"] {
        assert!(html.contains(&format!("value=\"{value}\"")), "{value}");
    }
}

#[test]
fn what_cannot_be_used_is_named() {
    for (query, name) in [
        ("deck=country&seconds=9", "seconds"),
        ("deck=country&seconds=301", "seconds"),
        ("deck=country&at=0", "at"),
        ("deck=country&pause=yes", "pause"),
        ("deck=country&theme=pink", "theme"),
        ("deck=planets", "deck"),
        ("deck=country&indicator=x", "indicator"),
        ("c=rankings/pci/2016/table", "c"),
    ] {
        let (status, html) = asked(&format!("/vi/wall?{query}"));
        assert_eq!(status, 400, "{query}");
        assert!(html.contains(&format!("“{name}=")), "{query}");
    }
    assert_eq!(asked("/vi/wall?deck=provinces/nowhere").0, 404);
}

#[test]
fn the_own_province_comes_first_in_decks_and_slideshows() {
    let html = page("/vi/wall?highlight=nghe-an");
    assert!(
        html.contains("<input type=\"hidden\" name=\"highlight\" value=\"nghe-an\""),
        "{html}"
    );
    let chosen = tags(&html, "option").into_iter().filter(|tag| tag.contains("selected"));
    assert!(
        chosen.into_iter().any(|tag| tag.contains("provinces/nghe-an")),
        "{html}"
    );
    let slideshow = page("/vi/wall?deck=country&highlight=nghe-an");
    assert!(slideshow.contains("highlight=nghe-an"), "the picture marks it");
    let decks = page("/vi/decks?highlight=nghe-an");
    let first = decks.find("/decks/provinces/nghe-an.pptx").unwrap();
    assert!(first < decks.find("/decks/country.pptx").unwrap(), "{decks}");
    assert!(
        decks.contains("/decks/country.pptx?lang=vi&amp;edition=7&amp;highlight=nghe-an"),
        "{decks}"
    );
    for address in ["/vi/wall?highlight=nobody", "/vi/decks?highlight=nobody"] {
        assert_eq!(asked(address).0, 400, "{address}");
    }
}
