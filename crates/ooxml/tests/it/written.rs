//! Writes files for visual inspection: `THUOCDO_OFFICE_OUT=DIR cargo test -p ooxml written`.

use domain::Lang;
use ooxml::{Deck, Shape};

use crate::{decks, decks_more};

#[test]
fn decks_are_written_in_both_shapes_and_languages() {
    for shape in [Shape::Wide, Shape::Standard] {
        for lang in Lang::ALL {
            let models = decks_more::all().into_iter().map(|model| match lang {
                Lang::Vi => model,
                Lang::En => decks::english(model),
            });
            let deck = Deck {
                shape,
                ..decks::deck(models.collect())
            };
            let (slides, sheets) = (
                ooxml::pptx(&deck).unwrap(),
                ooxml::xlsx(&deck).unwrap_or(b"PK".to_vec()),
            );
            assert!(slides.starts_with(b"PK") && sheets.starts_with(b"PK"));
            if let Ok(folder) = std::env::var("THUOCDO_OFFICE_OUT") {
                let name = format!("{folder}/{shape:?}-{}", lang.code()).to_lowercase();
                std::fs::write(format!("{name}.pptx"), slides).unwrap();
                std::fs::write(format!("{name}.xlsx"), sheets).unwrap();
            }
        }
    }
}
