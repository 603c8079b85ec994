//! The list of sources, searched and filtered.

use crate::{
    Body, Request,
    views::{
        rebased::tests::sample::backend,
        tests::{attribute, plain, tags},
    },
};

fn asked(address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(&backend(), &Request { path, query });
    let (Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text)) = response.body;
    (response.status, text)
}

/// The main part of the page at an address.
fn main(address: &str) -> String {
    let (status, html) = asked(address);
    assert_eq!(status, 200, "{address}");
    let inside = html.split_once("<main").unwrap().1;
    plain(inside.split("</main>").next().unwrap())
}

/// Identifiers of the listed sources.
fn listed(address: &str) -> Vec<String> {
    let html = main(address);
    let lists = html.split("class=\"sourcelist\"").skip(1);
    let items = lists.flat_map(|list| tags(list.split("</ul>").next().unwrap(), "li"));
    items.filter_map(|tag| attribute(&tag, "id")).collect()
}

#[test]
fn all_words_count_in_any_order_and_without_diacritics() {
    for (query, expected) in [
        ("", vec!["pci", "census"]),
        ("q=bao+cao", vec!["pci"]),
        ("q=tong+dieu", vec!["census"]),
        ("q=%C4%90I%E1%BB%80U+T%E1%BB%94NG", vec!["census"]),
        ("q=dieu+bao", vec![]),
        ("indicator=pci", vec!["pci"]),
        ("indicator=pci&q=tong+dieu", vec![]),
    ] {
        let mut found = listed(&format!("/vi/sources?{query}"));
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn the_page_says_how_many_sources_fit() {
    assert!(!main("/vi/sources").contains("role=\"status\""));
    assert!(main("/vi/sources?q=bao+cao").contains("Có 1 trong 2 nguồn có “bao cao”."));
    assert!(main("/en/sources?indicator=pci&q=bao").contains("1 of 2 sources of PCI with “bao”."));
    let nothing = main("/vi/sources?q=khong+co");
    assert!(
        nothing.contains("Không có nguồn nào có “khong co” trong 2 nguồn."),
        "{nothing}"
    );
    assert!(nothing.contains("href=\"/vi/sources\""));
    assert!(main("/en/sources?q=xyz").contains("There are no sources with “xyz” among the 2."));
}

#[test]
fn the_form_keeps_what_was_asked_and_the_other_language_too() {
    let (_, html) = asked("/vi/sources?q=b%C3%A1o&indicator=pci");
    assert!(
        html.contains("name=\"q\" maxlength=\"120\" autocomplete=\"off\" value=\"báo\""),
        "{html}"
    );
    let chosen = tags(&html, "option")
        .into_iter()
        .filter(|tag| tag.contains(" selected"));
    let chosen: Vec<String> = chosen.filter_map(|tag| attribute(&tag, "value")).collect();
    assert_eq!(chosen, ["pci"]);
    let english = tags(&html, "a")
        .into_iter()
        .filter_map(|tag| attribute(&tag, "href"))
        .find(|href| href.starts_with("/en/sources"))
        .unwrap();
    assert!(
        english.contains("q=b") && english.contains("indicator=pci"),
        "{english}"
    );
}

#[test]
fn an_unknown_indicator_is_refused_and_text_is_no_markup() {
    let (status, html) = asked("/vi/sources?indicator=khong");
    assert_eq!(status, 400);
    assert!(plain(&html).contains("“indicator=khong”"), "{html}");
    let (_, html) = asked("/vi/sources?q=%3Cscript%3Ealert");
    assert!(!html.contains("<script>alert"));
}
