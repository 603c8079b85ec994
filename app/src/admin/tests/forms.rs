//! Forms post what the choices are, and nothing else.

use domain::upload::{Choices, NewSource, SourceChoice};

use super::*;

/// What a browser posts of an untouched form: fields in their order, with the
/// values that they show.
pub(super) fn posted(html: &str, action: &str) -> Vec<(String, String)> {
    let start = html.find(&format!("action=\"{action}\"")).expect("the form");
    let form = &html[start..start + html[start..].find("</form>").expect("its end")];
    let mut pairs = Vec::new();
    let mut rest = form;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = &rest[..rest.find('>').expect("a whole tag")];
        let attribute = |name: &str| {
            let start = format!(" {name}=\"");
            let from = tag.find(&start)? + start.len();
            Some(unescape(&tag[from..from + tag[from..].find('"')?]))
        };
        let Some(name) = attribute("name") else { continue };
        let has = |word: &str| {
            tag.split_whitespace()
                .any(|w| w == word || w.starts_with(&format!("{word}=")))
        };
        if tag.starts_with("input") {
            let kind = attribute("type").unwrap_or_default();
            let ticked = !matches!(kind.as_str(), "radio" | "checkbox") || has("checked");
            if ticked && kind != "file" {
                pairs.push((name, attribute("value").unwrap_or_default()));
            }
        } else if tag.starts_with("textarea") {
            let text = &rest[tag.len() + 1..];
            pairs.push((name, unescape(&text[..text.find("</textarea>").expect("its end")])));
        } else if tag.starts_with("select") {
            let list = &rest[..rest.find("</select>").expect("its end")];
            pairs.push((name, selected(list)));
        }
    }
    pairs
}

/// The selected option's value, or the first one's.
fn selected(list: &str) -> String {
    let options: Vec<&str> = list
        .split("<option")
        .skip(1)
        .filter_map(|o| o.split('>').next())
        .collect();
    let chosen: Vec<&&str> = options
        .iter()
        .filter(|o| o.split_whitespace().any(|w| w == "selected"))
        .collect();
    assert!(chosen.len() < 2, "two are selected: {chosen:?}");
    let one = chosen.first().copied().or(options.first()).expect("an option");
    unescape(
        one.split("value=\"")
            .nth(1)
            .and_then(|v| v.split('"').next())
            .unwrap_or_default(),
    )
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn read(pairs: &[(String, String)]) -> Choices {
    Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()))).expect("fields that can be read")
}

fn page_of(given: &Given) -> String {
    let who = viewer(Role::Analyst);
    let response = made(
        "/vi/desk/drafts/k3v9",
        "",
        Some(&who),
        false,
        &Page::Draft(&given.view()),
    );
    html(&response).to_owned()
}

/// With the language of the page.
const CHOICES: &str = "/calls/answer-draft?page_lang=vi";
const PUBLISH: &str = "/vi/desk/drafts/k3v9/publish";

#[test]
fn an_untouched_form_posts_the_same_choices() {
    let mut given = Given::new();
    let html = page_of(&given);
    assert_eq!(read(&posted(&html, CHOICES)), given.choices);
    // The form of the reasons says that it is about them alone.
    let reasons = posted(&html, PUBLISH);
    assert_eq!(read(&reasons).reasons, given.choices.reasons);
    assert!(reasons.contains(&("only".to_owned(), "reasons".to_owned())));

    given.choices = Choices::default();
    assert_eq!(read(&posted(&page_of(&given), CHOICES)), given.choices);

    // Everything that can be chosen, with marks that HTML must escape.
    given.choices = Choices {
        sheet: Some("Nháp 2015".into()),
        separator: Some('\t'),
        decimal: Some(domain::upload::Decimal::Point),
        indicator: Some("pci".into()),
        year: Some(2016),
        as_of: "2021-Q2".parse().ok(),
        fractions: true,
        mode: Mode::ReplaceYear,
        columns: [(3, "rank:entry:2014".parse().unwrap()), (4, "se::".parse().unwrap())].into(),
        places: [
            ("Tp. HCM".into(), "region:bac-bo".into()),
            ("Tổng".into(), "vn".into()),
            ("\"A\" & <B>".into(), String::new()),
        ]
        .into(),
        source: Some(SourceChoice::New(NewSource {
            title: "PCI \"2016\" & <khác>".into(),
            publisher: "VCCI".into(),
            url: "https://pcivietnam.vn/?a=1&b=2".into(),
            published: "2017-03-14".into(),
            kind: domain::SourceKind::Press,
        })),
        ..sample::choices()
    };
    let html = page_of(&given);
    assert_eq!(read(&posted(&html, CHOICES)), given.choices);
}

#[test]
fn a_text_file_offers_encoding_and_separator() {
    let mut given = Given::new();
    given.reading.file = Some(domain::upload::FileFacts {
        kind: domain::upload::FileKind::Delimited,
        encoding: Some(domain::upload::Encoding::Tcvn3),
        separator: Some(';'),
        decimal: None,
    });
    given.choices.separator = Some(';');
    let html = page_of(&given);
    assert!(html.contains("TCVN3") && html.contains("id=\"f-separator\""));
    assert_eq!(read(&posted(&html, CHOICES)), given.choices);
    // A file that cannot be opened at all still has its page.
    given.reading = Reading::default();
    assert_eq!(read(&posted(&page_of(&given), CHOICES)), given.choices);
}

#[test]
fn forms_carry_what_they_were_made_for() {
    let html = page_of(&Given::new());
    let has = |action: &str, name: &str, value: &str| {
        let pair = (name.to_owned(), value.to_owned());
        assert!(posted(&html, action).contains(&pair), "{action}: {name}");
    };
    has(CHOICES, "revision", "4");
    has(CHOICES, "draft", "k3v9");
    has(PUBLISH, "revision", "4");
    has("/vi/desk/drafts/k3v9/discard", "revision", "4");
    has("/vi/desk/drafts/k3v9/file", "revision", "4");
}
