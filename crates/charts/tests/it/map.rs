//! Tile maps: the texts on the tiles and in the legend.

use charts::{Options, Size, Theme, Token, svg};
use domain::Lang;
use domain::chart::*;

use crate::{cases, map_cases, reading};

fn tiles(model: &mut ChartModel) -> &mut Tiles {
    match &mut model.body {
        ChartBody::Tiles(tiles) => tiles,
        _ => unreachable!("a case of tiles"),
    }
}

fn words(image: &str) -> Vec<String> {
    reading::texts(image).into_iter().map(|text| text.text).collect()
}

#[test]
fn every_tile_has_its_label_and_tooltip_on_a_phone() {
    for mut model in [map_cases::map_63(), map_cases::map_34()] {
        let image = svg(&model, &cases::options(332)).unwrap();
        let (texts, tips) = (words(&image), reading::tips(&image));
        let tiles = tiles(&mut model);
        assert_eq!(tips.len(), tiles.tiles.len());
        for tile in &tiles.tiles {
            let tip = if tile.text.is_empty() {
                tile.name.clone()
            } else {
                format!("{} · {}", tile.name, tile.text)
            };
            assert!(tips.contains(&tip), "{tip}");
            let word = if tile.fill == TileFill::Place {
                // In two lines on its tile, or in one line next to it.
                let first = tile.name.split(' ').next().unwrap();
                texts
                    .iter()
                    .find(|other| **other == tile.name)
                    .map_or(first, String::as_str)
            } else {
                &tile.short
            };
            assert!(texts.iter().any(|other| other == word), "{word} in {texts:?}");
        }
    }
}

#[test]
fn places_without_data_are_named_in_every_shape() {
    for model in [map_cases::map_63(), map_cases::map_34()] {
        for (width, height) in [(332, 0), (720, 0), (960, 540), (1200, 675), (800, 800)] {
            let options = Options {
                size: Size { width, height },
                ..cases::options(width)
            };
            let all = words(&svg(&model, &options).unwrap()).join(" ");
            for name in ["Hoàng Sa", "Trường Sa"] {
                assert!(all.contains(name), "{width} × {height}: {all}");
            }
        }
    }
}

#[test]
fn values_are_shown_on_tiles_that_are_large_enough() {
    let mut model = map_cases::map_63();
    let wide = words(&svg(&model, &cases::options(720)).unwrap());
    let narrow = words(&svg(&model, &cases::options(332)).unwrap());
    for tile in &tiles(&mut model).tiles {
        let classed = matches!(tile.fill, TileFill::Class(_));
        assert_eq!(wide.contains(&tile.text), classed, "{}", tile.text);
        assert!(!narrow.contains(&tile.text), "{}", tile.text);
    }
}

#[test]
fn the_legend_states_the_number_of_provinces() {
    let mut model = map_cases::map_63();
    let image = svg(&model, &cases::options(332)).unwrap();
    assert!(words(&image).contains(&"Không có số liệu: 3 tỉnh, thành phố".to_owned()));
    model.lang = Lang::En;
    tiles(&mut model).classes[0].count = 1;
    let texts = words(&svg(&model, &cases::options(720)).unwrap());
    assert!(texts.contains(&"50,5–55: 1 province".to_owned()), "{texts:?}");
    assert!(texts.contains(&"55,5–60: 11 provinces".to_owned()), "{texts:?}");
    // All tiles have values: the legend does not list missing data.
    let tiles = tiles(&mut model);
    tiles.no_data_count = 0;
    tiles.tiles.retain(|tile| tile.fill != TileFill::NoData);
    let texts = words(&svg(&model, &cases::options(720)).unwrap());
    assert!(texts.iter().all(|text| !text.contains("Không có số liệu")), "{texts:?}");
}

#[test]
fn tiles_are_equal_and_placed_on_the_grid() {
    for (width, height) in [(332, 0), (720, 0), (1200, 675), (800, 800)] {
        let mut model = map_cases::map_63();
        let options = Options {
            size: Size { width, height },
            ..cases::options(width)
        };
        let image = svg(&model, &options).unwrap();
        let number = |tag: &str, name: &str| reading::attribute(tag, name).unwrap().parse::<f32>().unwrap();
        for (one, other) in [(0, 5), (3, 40), (16, 58)] {
            let tiles = &tiles(&mut model).tiles;
            let rect = |at: usize| {
                let name = &tiles[at].name;
                let found = reading::tags(&image)
                    .find(|(tag, _)| tag.contains(&format!("data-tip=\"{} · {}\"", name, tiles[at].text)));
                let (tag, _) = found.unwrap();
                ["x", "y", "width", "height"].map(|name| number(tag, name))
            };
            let (a, b) = (rect(one), rect(other));
            assert!((a[2] - b[2]).abs() <= 1.0 && (a[3] - b[3]).abs() <= 1.0, "{a:?} {b:?}");
            let columns = f32::from(tiles[other].column) - f32::from(tiles[one].column);
            let rows = f32::from(tiles[other].row) - f32::from(tiles[one].row);
            // The gap between tiles is 2.5 px.
            assert!(
                (b[0] - a[0] - columns * (a[2] + 10.0)).abs() <= 12.0,
                "{width}: {a:?} {b:?}"
            );
            assert!(
                (b[1] - a[1] - rows * (a[3] + 10.0)).abs() <= 12.0,
                "{width}: {a:?} {b:?}"
            );
        }
    }
}

#[test]
fn falls_and_rises_have_their_colours() {
    let mut model = map_cases::map_34();
    let image = svg(&model, &cases::options(720)).unwrap();
    let tiles = tiles(&mut model);
    for (class, token) in [(0, Token::Down), (2, Token::Level), (4, Token::Up)] {
        let tile = tiles
            .tiles
            .iter()
            .find(|tile| tile.fill == TileFill::Class(class))
            .unwrap();
        let (tag, _) = reading::tags(&image).find(|(tag, _)| tag.contains(&tile.text)).unwrap();
        assert_eq!(reading::attribute(tag, "fill"), Some(token.value(Theme::Light)));
    }
}
