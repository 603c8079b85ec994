//! Refreshing: what nobody touched is that of the newest edition, everything else keeps its bytes.

mod edit;
mod hostile;
mod touched;

use domain::chart::{ChartBody, ChartModel};
use ooxml::refresh::{Kept, Piece};

use crate::{decks, decks_more, decks_standings, parts::unzip};
use edit::{change, differing, edition, marked, refreshed, text, zip};

fn models() -> Vec<ChartModel> {
    vec![
        decks::bars(30),
        decks::bump(63, &[0, 1, 40]),
        decks_more::tiles(false),
        decks::lines(),
        decks_standings::strip(),
        decks_standings::heat(),
        decks_standings::spine(),
        decks::combined(),
        decks::changes(),
    ]
}

/// Parts of the file that describe the presentation, not its slides.
fn is_of_deck(path: &str) -> bool {
    path.starts_with("docProps/")
}

#[test]
fn an_untouched_deck_becomes_that_of_the_newest_edition() {
    for model in models().into_iter().chain(decks::all()).chain(decks_more::all()) {
        if model.notes.is_empty() || matches!(model.body, ChartBody::Spark(_)) {
            continue;
        }
        let models = [model];
        let (old, new) = (edition(&models, 1), edition(&models, 2));
        let (bytes, reports) = refreshed(marked(&old, 1), &new, 2);
        let differing = differing(&bytes, &marked(&new, 2));
        let differing: Vec<_> = differing.iter().filter(|path| !is_of_deck(path)).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", models[0].body.kind());
        assert!(
            reports.iter().flatten().all(|report| report.kept.is_empty()),
            "{reports:?}"
        );
    }
}

#[test]
fn refreshing_again_or_with_the_same_edition_changes_nothing() {
    let (old, new) = (edition(&models(), 1), edition(&models(), 2));
    let first = marked(&old, 1);
    assert!(refreshed(first.clone(), &old, 1).0 == first);
    let (second, _) = refreshed(first, &new, 2);
    assert!(refreshed(second.clone(), &new, 2).0 == second);
}

#[test]
fn slides_are_found_wherever_they_are() {
    let (old, new) = (edition(&models(), 1), edition(&models(), 2));
    let mut parts = unzip(&marked(&old, 1));
    let path = "ppt/presentation.xml";
    // The second slide last, the third gone, a copy of the fourth, a slide of somebody else first.
    let own = "<p:sldId id=\"257\" r:id=\"rId4\"/>";
    let gone = "<p:sldId id=\"258\" r:id=\"rId5\"/>";
    let xml = text(&parts, path);
    assert!(xml.contains(own) && xml.contains(gone));
    let xml = xml.replace(own, "").replace(gone, "").replace(
        "</p:sldIdLst>",
        &format!("{own}<p:sldId id=\"900\" r:id=\"rId90\"/></p:sldIdLst>"),
    );
    let xml = xml.replace("<p:sldIdLst>", "<p:sldIdLst><p:sldId id=\"901\" r:id=\"rId91\"/>");
    parts.insert(path.into(), xml.into_bytes());
    let rels = "ppt/_rels/presentation.xml.rels";
    let row = |id: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide\" Target=\"slides/{target}\"/></Relationships>"
        )
    };
    let text_of = text(&parts, rels);
    let xml = text_of.replace("</Relationships>", &row("rId90", "slide90.xml"));
    let xml = xml.replace("</Relationships>", &row("rId91", "slide91.xml"));
    parts.insert(rels.into(), xml.into_bytes());
    parts.insert("ppt/slides/slide90.xml".into(), parts["ppt/slides/slide4.xml"].clone());
    let copied = text(&parts, "ppt/slides/_rels/slide4.xml.rels");
    parts.insert("ppt/slides/_rels/slide90.xml.rels".into(), copied.into_bytes());
    let foreign = "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree/></p:cSld></p:sld>";
    parts.insert("ppt/slides/slide91.xml".into(), foreign.as_bytes().to_vec());
    let edited = zip(&parts);
    let (bytes, reports) = refreshed(edited.clone(), &new, 2);
    assert!(reports[0].is_none());
    assert!(reports[1..].iter().all(Option::is_some));
    let (before, after, newest) = (unzip(&edited), unzip(&bytes), unzip(&marked(&new, 2)));
    for path in ["ppt/slides/slide91.xml", "ppt/slides/slide3.xml", path, rels] {
        assert!(before[path] == after[path], "{path}");
    }
    for (copy, of) in [("slide2", "slide2"), ("slide4", "slide4"), ("slide90", "slide4")] {
        let path = |name: &str| format!("ppt/slides/{name}.xml");
        assert!(after[&path(copy)] == newest[&path(of)], "{copy}");
    }
}

#[test]
fn slides_with_sources_stay_if_their_number_changes() {
    let models = [decks::bars(5)];
    let (old, mut new) = (edition(&models, 1), edition(&models, 2));
    new.sources = (1..400).map(|n| format!("{n}. Một nguồn rất dài, năm {n}.")).collect();
    let edited = marked(&old, 1);
    let (bytes, reports) = refreshed(edited.clone(), &new, 2);
    let kept = reports.last().unwrap().clone().unwrap().kept;
    assert_eq!(kept.into_iter().collect::<Vec<_>>(), [(Piece::Text, Kept::OtherShape)]);
    let path = "ppt/slides/slide3.xml";
    assert!(unzip(&edited)[path] == unzip(&bytes)[path]);
}
