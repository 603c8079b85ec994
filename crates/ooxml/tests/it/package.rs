//! The package: relationships, content types, unique ids, deterministic bytes.

use std::collections::{BTreeMap, BTreeSet};

use ooxml::{Deck, Shape, pptx, xlsx};

use crate::{
    decks,
    parts::{Parts, parse, unzip},
};

fn deck() -> Deck {
    decks::deck(decks::all())
}

/// Returns the folder and the path of the part that a relationships part belongs to.
fn owner(path: &str) -> (String, String) {
    let (folder, name) = path.split_once("_rels/").unwrap();
    let name = name.strip_suffix(".rels").unwrap();
    (folder.to_owned(), format!("{folder}{name}"))
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        if step == ".." {
            steps.pop().unwrap();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

pub(crate) fn assert_rels_resolve(parts: &Parts) {
    let mut referenced = BTreeSet::new();
    for (path, bytes) in parts.iter().filter(|(path, _)| path.ends_with(".rels")) {
        let (folder, part) = owner(path);
        let rels = parse(bytes);
        let ids: BTreeSet<&str> = rels.children.iter().map(|r| r.attributes["Id"].as_str()).collect();
        assert_eq!(ids.len(), rels.children.len(), "{path}");
        for rel in &rels.children {
            if !rel.attributes.contains_key("TargetMode") {
                let target = resolve(&folder, &rel.attributes["Target"]);
                assert!(parts.contains_key(&target), "{path}: {target}");
                referenced.insert(target);
            }
        }
        if part.ends_with(".xml") {
            let text = std::str::from_utf8(&parts[&part]).unwrap();
            for used in text.split("r:id=\"").skip(1).chain(text.split("r:embed=\"").skip(1)) {
                assert!(ids.contains(used.split('"').next().unwrap()), "{part}");
            }
        }
    }
    for path in parts
        .keys()
        .filter(|p| !p.ends_with(".rels") && *p != "[Content_Types].xml")
    {
        assert!(referenced.contains(path), "nothing refers to {path}");
    }
}

#[test]
fn relationships_resolve_and_every_part_is_referenced() {
    assert_rels_resolve(&unzip(&pptx(&deck()).unwrap()));
    assert_rels_resolve(&unzip(&xlsx(&deck()).unwrap()));
}

#[test]
fn every_part_has_a_content_type() {
    let parts = unzip(&pptx(&deck()).unwrap());
    let types = parse(&parts["[Content_Types].xml"]);
    let overrides: BTreeMap<&str, &str> = types
        .all("Override")
        .iter()
        .map(|o| (o.attributes["PartName"].as_str(), o.attributes["ContentType"].as_str()))
        .collect();
    for path in parts
        .keys()
        .filter(|p| p.ends_with(".xml") && *p != "[Content_Types].xml")
    {
        assert!(overrides.contains_key(format!("/{path}").as_str()), "{path}");
    }
    for path in overrides.keys() {
        assert!(parts.contains_key(&path[1..]), "{path} is missing");
    }
    assert_eq!(
        overrides["/ppt/presentation.xml"],
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    );
}

#[test]
fn ids_of_shapes_and_slides_are_unique() {
    let parts = unzip(&pptx(&deck()).unwrap());
    for (path, bytes) in &parts {
        if path.contains("/slides/slide") || path.contains("slideMasters/s") || path.contains("slideLayouts/s") {
            let tree = parse(bytes);
            let shapes = tree.all("p:cNvPr");
            let ids: BTreeSet<&str> = shapes.iter().map(|s| s.attributes["id"].as_str()).collect();
            assert_eq!(ids.len(), shapes.len(), "{path}");
        }
    }
    let presentation = parse(&parts["ppt/presentation.xml"]);
    let slides = presentation.all("p:sldId");
    let ids: BTreeSet<&str> = slides.iter().map(|s| s.attributes["id"].as_str()).collect();
    assert_eq!(ids.len(), slides.len());
    assert!(slides.len() > deck().slides.len());
}

#[test]
fn every_chart_has_alternative_text_and_every_chart_slide_has_notes() {
    let parts = unzip(&pptx(&deck()).unwrap());
    let mut charts = 0;
    for (path, bytes) in parts.iter().filter(|(path, _)| path.starts_with("ppt/slides/slide")) {
        let slide = parse(bytes);
        for frame in slide.all("p:graphicFrame") {
            charts += 1;
            assert!(
                frame.all("p:cNvPr")[0].attributes["descr"].contains("<thấp nhất>"),
                "{path}"
            );
            let rels = path.replace("slides/slide", "slides/_rels/slide") + ".rels";
            assert!(std::str::from_utf8(&parts[&rels]).unwrap().contains("/notesSlide\""));
        }
    }
    assert_eq!(
        charts,
        parts.keys().filter(|p| p.starts_with("ppt/charts/chart")).count()
    );
}

#[test]
fn the_same_deck_gives_the_same_bytes() {
    for write in [pptx, xlsx] {
        assert_eq!(write(&deck()), write(&deck()));
    }
}

#[test]
fn slides_have_the_requested_shape() {
    for (shape, width) in [(Shape::Wide, "12192000"), (Shape::Standard, "9144000")] {
        let parts = unzip(&pptx(&Deck { shape, ..deck() }).unwrap());
        let presentation = parse(&parts["ppt/presentation.xml"]);
        let size = presentation.all("p:sldSz")[0];
        assert_eq!(
            (size.attributes["cx"].as_str(), size.attributes["cy"].as_str()),
            (width, "6858000")
        );
    }
}
