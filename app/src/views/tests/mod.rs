//! Pages for sharing on small figures made by hand, with a name that needs care everywhere.

pub(crate) mod sample;

use domain::Lang;

use crate::{
    Body, Request,
    export::{self, ExportParts},
    query::{Parameters, decode},
};
use sample::{TRAP, backend};

pub(crate) fn asked(address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(&backend(), &Request { path, query });
    let (Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text)) = response.body;
    (response.status, text)
}

pub(crate) fn page(address: &str) -> String {
    let (status, html) = asked(address);
    assert_eq!(status, 200, "{address}");
    html
}

pub(crate) fn plain(html: &str) -> String {
    html.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(plain)
}

/// Tags of a name with their attributes, each after a space.
pub(crate) fn tags(html: &str, name: &str) -> Vec<String> {
    let mark = format!("<{name} ");
    let all = html.split(mark.as_str()).skip(1);
    all.map(|rest| format!(" {}", rest.split('>').next().unwrap()))
        .collect()
}

/// What a form sends when nothing is changed, and where its buttons lead.
pub(crate) fn sent(form: &str) -> (String, Vec<String>) {
    let mut pairs: Vec<(String, String)> = tags(form, "input")
        .iter()
        .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())))
        .collect();
    for select in form.split("<select ").skip(1) {
        let name = attribute(&format!(" {select}"), "name").unwrap();
        let inside = select.split("</select>").next().unwrap();
        let options = tags(inside, "option");
        let chosen = options
            .iter()
            .find(|tag| tag.contains(" selected"))
            .or_else(|| options.first());
        pairs.push((name, attribute(chosen.unwrap(), "value").unwrap()));
    }
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let query = crate::links::with_query("", &pairs);
    let buttons = tags(form, "button");
    let to = buttons.iter().filter_map(|tag| attribute(tag, "formaction"));
    (query.trim_start_matches('?').to_owned(), to.collect())
}

pub(crate) fn forms(html: &str) -> impl Iterator<Item = &str> {
    let all = html
        .split("<form")
        .skip(1)
        .map(|rest| rest.split("</form>").next().unwrap());
    all.filter(|form| form.split('>').next().unwrap().contains("class=\"settings"))
}

#[test]
fn every_address_of_a_panel_leads_to_what_it_names() {
    let mut walked = 0;
    for lang in ["vi", "en"] {
        for at in [
            "rankings/pci/2016",
            "rankings/pci/2016?component=land&highlight=trap,nghe-an&chart=bars&region=bac-bo",
            "rankings/pci/2016?chart=slope&edition=7",
            "provinces/trap",
            "share/rankings/pci/2016/bars?edition=7&theme=dark&size=a4&title=off&lang=en&highlight=trap",
            "share/provinces/trap/pci/lines",
            "share/rankings/pci/2016/table",
        ] {
            let html = page(&format!("/{lang}/{at}"));
            for form in forms(&html) {
                let (query, buttons) = sent(form);
                for button in buttons.iter().filter_map(|to| to.strip_prefix("/charts/")) {
                    let (view, _) = button.split_once('.').unwrap();
                    let made = export::export(&backend(), view, &query, ExportParts::Both);
                    let made = made.unwrap_or_else(|_| panic!("{view}?{query}"));
                    // Frozen unless the address of a page for sharing says otherwise.
                    assert_eq!(made.frozen, !at.starts_with("share") || at.contains("edition="));
                    assert_eq!(made.view, view);
                    walked += 1;
                }
                let to = attribute(form, "action").unwrap();
                assert_eq!(asked(&format!("{to}?{query}")).0, 200, "{to}?{query}");
            }
        }
    }
    assert!(walked > 100, "{walked}");
}

#[test]
fn a_panel_keeps_what_the_page_shows() {
    let html = page("/vi/rankings/pci/2016?component=land&highlight=nghe-an&chart=bars");
    let (query, _) = sent(forms(&html).last().unwrap());
    let query = Parameters::parse(&query);
    assert_eq!(query.get("component"), Some("land"));
    assert_eq!(query.get("highlight"), Some("nghe-an"));
    assert_eq!((query.get("lang"), query.get("edition")), (Some("vi"), Some("7")));
    assert_eq!((query.get("sort"), query.get("chart")), (None, None));
}

#[test]
fn all_parameters_that_cannot_be_used_are_named_at_once() {
    let named = |html: &str, name: &str| plain(html).contains(&format!("“{name}=x”"));
    for (address, names) in [
        ("", "province columns basis sort highlight"),
        ("/rankings/pci/2016", "component region highlight basis sort dir chart"),
        ("/since/pci/2016", "component region highlight years"),
        ("/map/pci/2016", "component kind basis from highlight"),
        ("/compare", "provinces indicator component year from basis peers"),
        ("/provinces/trap/pci/why", "year from"),
        ("/wall", "indicator deck at seconds pause theme highlight"),
    ] {
        let query: Vec<String> = names.split(' ').map(|name| format!("{name}=x")).collect();
        let (status, html) = asked(&format!("/vi{address}?{}", query.join("&")));
        assert_eq!(status, 400, "{address}");
        for name in names.split(' ') {
            assert!(named(&html, name), "{address}: {name}");
        }
    }
    let query = "provinces=x&basis=x&size=x&theme=x";
    let refused = export::export(&backend(), "parts/pci/2016/bars", query, ExportParts::Both).unwrap_err();
    let Body::Html(html) = refused.body else { panic!() };
    for name in ["provinces", "basis", "size", "theme"] {
        assert!(named(&html, name), "{name}");
    }
}

/// Contents of the fields that can be copied.
fn copied(html: &str) -> Vec<String> {
    let fields = html.split("<textarea ").skip(1);
    fields
        .map(|rest| plain(rest.split("</textarea>").next().unwrap().split_once('>').unwrap().1))
        .collect()
}

#[test]
fn snippets_survive_any_name() {
    let html = page("/vi/share/provinces/trap/pci/lines?edition=7");
    let snippets = copied(&html);
    let find = |start: &str| snippets.iter().find(|text| text.starts_with(start)).unwrap();
    let picture = find("<a href=");
    assert!(
        picture.contains(r#"alt="PCI 2016: Ẵ &quot;ỷ&quot; &lt;b&gt;&amp;[x] "#),
        "{picture}"
    );
    assert_eq!(picture.matches('"').count() % 2, 0);
    assert!(find("<iframe ").contains(" height=\""));
    assert!(find("[![").contains("Ẵ \"ỷ\" <b>&\\[x\\]"));
    assert!(find("<iframe ").contains(r#"title="PCI 2016: Ẵ &quot;ỷ&quot; &lt;b&gt;"#));
    assert!(!html.contains("<b>&[x]") && !html.contains(TRAP));
}

#[test]
fn snippets_are_whole_addresses_of_the_same_thing() {
    let origin = "https://thuocdo.example.vn";
    for (query, frozen) in [
        ("edition=7&size=16x9&theme=dark", true),
        ("size=16x9&theme=dark", false),
    ] {
        for lang in ["vi", "en"] {
            let html = page(&format!("/{lang}/share/rankings/pci/2016/bars?{query}&highlight=trap"));
            let addresses: Vec<String> = copied(&html).into_iter().filter(|t| t.starts_with("http")).collect();
            assert!(addresses.len() >= 4, "{addresses:?}");
            for address in addresses {
                let path = address.strip_prefix(origin).unwrap();
                let (path, query) = path.split_once('?').unwrap();
                assert_eq!(decode(query).contains("edition=7"), frozen, "{address}");
                assert!(decode(query).contains("highlight=trap"), "{address}");
                if let Some(file) = path.strip_prefix("/charts/") {
                    let (view, _) = file.split_once('.').unwrap();
                    let made = export::export(&backend(), view, query, ExportParts::Picture).unwrap();
                    assert!(made.look.dark && made.lang.code() == lang && made.frozen == frozen);
                }
            }
        }
    }
}

const DECK: &str = "c=rankings/pci/2016/bars&c=provinces/trap/pci/lines&c=provinces/nghe-an/pci/lines";

fn charts_of(html: &str) -> Vec<String> {
    let inputs = tags(html, "input");
    let all = inputs.iter().filter(|tag| tag.contains(" name=\"c\""));
    all.map(|tag| attribute(tag, "value").unwrap()).collect()
}

#[test]
fn a_button_of_a_deck_changes_one_chart_and_keeps_the_rest() {
    let first = charts_of(&page(&format!("/vi/deck?{DECK}")));
    assert_eq!(first.len(), 3);
    for (button, order) in [
        ("up=2", vec![1, 0, 2]),
        ("down=2", vec![0, 2, 1]),
        ("remove=2", vec![0, 2]),
        ("up=1", vec![0, 1, 2]),
        ("down=3", vec![0, 1, 2]),
        ("remove=9", vec![0, 1, 2]),
        ("up=x", vec![0, 1, 2]),
    ] {
        let asking = format!("/en/deck?own=1&title=A+%26+B&size=4x3&lang=vi&edition=7&{DECK}&{button}");
        let (status, to) = asked(&asking);
        assert_eq!(status, 303, "{button}");
        assert!(!to.contains(button.split('=').next().unwrap()), "{to}");
        let html = page(&to);
        let expected: Vec<String> = order.iter().map(|i| first[*i].clone()).collect();
        assert_eq!(charts_of(&html), expected, "{button}");
        let (query, _) = sent(forms(&html).next().unwrap());
        let query = Parameters::parse(&query);
        let kept = ["own", "title", "size", "lang", "edition"].map(|name| query.get(name).unwrap().to_owned());
        assert_eq!(kept, ["1", "A & B", "4x3", "vi", "7"], "{to}");
    }
}

#[test]
fn a_deck_that_is_empty_or_too_long_is_told_apart() {
    assert!(page("/vi/deck").contains("Chưa có biểu đồ nào."));
    assert!(
        asked("/vi/deck?own=1&c=rankings/pci/2016/bars&remove=1")
            .1
            .ends_with("own=1")
    );
    let many = vec!["c=rankings/pci/2016/bars"; 41].join("&");
    assert_eq!(asked(&format!("/vi/deck?{many}")).0, 400);
    assert_eq!(asked("/vi/deck?c=rankings/pci/1999/bars").0, 400);
    assert_eq!(asked("/vi/deck?c=rankings/pci/2016/table").0, 400);
}

#[test]
fn a_shared_deck_offers_to_be_taken_over() {
    let html = page(&format!("/en/deck?{DECK}"));
    let take = tags(&html, "a")
        .into_iter()
        .filter_map(|tag| attribute(&tag, "href"))
        .find(|href| href.contains("own=1"))
        .unwrap();
    let own = page(&take);
    assert_eq!(charts_of(&own), charts_of(&html));
    assert!(!own.contains("Use as my deck"));
    let link = copied(&own).remove(0);
    assert!(!link.contains("own="), "{link}");
    let link = link.strip_prefix("https://thuocdo.example.vn").unwrap();
    assert_eq!(charts_of(&page(link)), charts_of(&html));
}

#[test]
fn a_language_of_its_own_stays_with_a_deck() {
    for (page_lang, deck_lang) in [("vi", "en"), ("en", "vi"), ("vi", "vi"), ("en", "en")] {
        let html = page(&format!("/{page_lang}/deck?{DECK}&lang={deck_lang}"));
        assert!(html.contains(&format!("<html lang=\"{page_lang}\"")));
        let lang = Lang::from_code(deck_lang).unwrap();
        let query = export::deck(&backend(), &format!("{DECK}&lang={deck_lang}")).unwrap();
        assert_eq!(query.lang, lang);
        let link = copied(&html).remove(0);
        let link = link.strip_prefix("https://thuocdo.example.vn").unwrap();
        let again = page(link);
        let (query, _) = sent(forms(&again).next().unwrap());
        assert_eq!(Parameters::parse(&query).get("lang"), Some(deck_lang), "{link}");
    }
}

#[test]
fn the_head_names_one_address_and_a_picture() {
    let html = page("/vi/rankings/pci/2016?component=land&sort=name&highlight=trap&edition=7");
    let canonical = tags(&html, "link")
        .into_iter()
        .find(|tag| tag.contains("canonical"))
        .unwrap();
    let expected = "https://thuocdo.example.vn/vi/rankings/pci/2016?component=land";
    assert_eq!(attribute(&canonical, "href").as_deref(), Some(expected));
    let image = tags(&html, "meta")
        .into_iter()
        .find(|tag| tag.contains("\"og:image\""))
        .unwrap();
    let image = attribute(&image, "content").unwrap();
    let (view, query) = image.split_once(".png?").unwrap();
    let view = view.strip_prefix("https://thuocdo.example.vn/charts/").unwrap();
    let made = export::export(&backend(), view, query, ExportParts::Picture).unwrap();
    assert_eq!((made.look.shape, made.look.scale), (export::Shape::Card, 1));
    let discovered = tags(&html, "link")
        .into_iter()
        .find(|tag| tag.contains("json+oembed"))
        .unwrap();
    let address = attribute(&discovered, "href").unwrap();
    let url = Parameters::parse(address.split_once('?').unwrap().1)
        .get("url")
        .unwrap()
        .to_owned();
    assert!(export::view_of(&backend(), &url).is_some(), "{url}");
}

#[test]
fn ready_decks_open_in_the_builder() {
    let html = page("/en/decks");
    let links: Vec<String> = tags(&html, "a")
        .into_iter()
        .filter_map(|tag| attribute(&tag, "href"))
        .filter(|href| href.starts_with("/en/decks/"))
        .collect();
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        let (status, to) = asked(&link);
        assert_eq!(status, 303, "{link}");
        assert!(!charts_of(&page(&to)).is_empty(), "{to}");
    }
}
