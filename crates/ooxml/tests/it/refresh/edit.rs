//! Edits decks as other programs and their users do.

use std::io::{Cursor, Write as _};

use domain::chart::{ChartBody, ChartModel};
use ooxml::{
    Deck, Slide,
    refresh::{self, Fresh, Kind, Marks, Origin, SlideReport},
};

use crate::{
    decks,
    parts::{Parts, unzip},
};

pub(crate) fn zip(parts: &Parts) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Changes a part of a file as text.
pub(crate) fn change(bytes: &[u8], path: &str, edit: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut parts = unzip(bytes);
    let part = parts.get_mut(path).unwrap();
    let after = edit(std::str::from_utf8(part).unwrap());
    assert_ne!(after.as_bytes(), part.as_slice(), "the edit of {path} changes nothing");
    *part = after.into_bytes();
    zip(&parts)
}

pub(crate) fn text(parts: &Parts, path: &str) -> String {
    String::from_utf8(parts[path].clone()).unwrap()
}

/// The deck of a number of models in an edition: the second has other figures, texts and links.
pub(crate) fn edition(models: &[ChartModel], number: u32) -> Deck {
    let models = models
        .iter()
        .map(|model| if number == 1 { model.clone() } else { corrected(model) });
    let mut deck = decks::deck(models.collect());
    deck.subtitle = format!("Bản dữ liệu số {number}");
    if number > 1 {
        deck.sources[3].push_str(" Đính chính.");
    }
    for slide in &mut deck.slides {
        slide.link = format!("https://thuocdo.example/vi/x?edition={number}");
        slide.notes.push(format!("Bản dữ liệu số {number}."));
    }
    deck
}

/// The model with a correction: another title, other figures, another remark.
pub(crate) fn corrected(model: &ChartModel) -> ChartModel {
    let mut model = model.clone();
    model.title = model.title.replace("Đà Nẵng", "Hải Phòng");
    model.source = model.source.replace("số 1", "số 2");
    model.description.push_str(" Đã đính chính.");
    model.notes[0].text.push_str(" Xem thêm.");
    match &mut model.body {
        ChartBody::Bars(bars) => {
            if let Some(row) = bars.rows.get_mut(3) {
                row.value += 0.31;
                row.text = "99,99".into();
            }
            if bars.rows.len() > 7 {
                bars.rows.swap(6, 7);
            }
            for (at, row) in bars.rows.iter_mut().enumerate().filter(|(_, row)| !row.rank.is_empty()) {
                row.rank = (at + 1).to_string();
            }
            if let Some(reference) = &mut bars.reference {
                reference.value += 1.0;
                reference.label = "Trung bình 59,89".into();
            }
        }
        ChartBody::Lines(trend) | ChartBody::Bump(trend) => {
            for series in trend.series.iter_mut().take(2) {
                if let Some(point) = series.points.last_mut() {
                    point.value = (point.value - 1.0).max(1.0);
                    point.text = point.value.to_string();
                }
            }
        }
        ChartBody::Strip(strip) => {
            if let Some(mark) = strip.marks.get_mut(2) {
                mark.text = "1,00".into();
            }
        }
        ChartBody::Tiles(tiles) => {
            tiles.tiles.pop();
        }
        _ => {}
    }
    model
}

pub(crate) fn view(index: usize) -> String {
    format!("views/{index}")
}

pub(crate) fn marks(deck: &Deck, number: u32) -> Marks {
    Marks {
        edition: number,
        deck: "country".into(),
        frozen: true,
        views: (0..deck.slides.len()).map(view).collect(),
    }
}

pub(crate) fn marked(deck: &Deck, number: u32) -> Vec<u8> {
    ooxml::marked_pptx(deck, &marks(deck, number)).unwrap()
}

/// What `newest` has for a slide that comes from `origin`.
pub(crate) fn fresh(newest: &Deck, number: u32, origin: &Origin) -> Fresh {
    let slide = |view: &str| -> Option<Slide> {
        let index: usize = view.strip_prefix("views/")?.parse().ok()?;
        newest.slides.get(index).cloned()
    };
    let mut deck = newest.clone();
    if origin.kind == Kind::Chart {
        deck.slides = slide(&origin.view).into_iter().collect();
    }
    Fresh {
        deck,
        origin: Origin {
            edition: number,
            ..origin.clone()
        },
        base: None,
    }
}

/// Refreshes a file with a deck of the newest edition.
pub(crate) fn refreshed(bytes: Vec<u8>, newest: &Deck, number: u32) -> (Vec<u8>, Vec<Option<SlideReport>>) {
    let upload = refresh::open(bytes).unwrap();
    let origins = upload.slides().iter().map(|slide| slide.origin.clone());
    let all: Vec<Option<Fresh>> = origins.map(|origin| Some(fresh(newest, number, &origin?))).collect();
    let (upload, reports, edited) = upload.refresh(&all).unwrap();
    (upload.write(edited).unwrap(), reports)
}

/// Parts of a file that are not the same in another one.
pub(crate) fn differing(a: &[u8], b: &[u8]) -> Vec<String> {
    let (a, b) = (unzip(a), unzip(b));
    let names = a.keys().chain(b.keys()).collect::<std::collections::BTreeSet<_>>();
    names
        .into_iter()
        .filter(|name| a.get(*name) != b.get(*name))
        .cloned()
        .collect()
}
