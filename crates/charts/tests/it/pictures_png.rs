//! PNG: the requested number of pixels, with every label drawn.

use charts::{PictureStyle, Theme, outlined, png};

use crate::pictures::style;
use crate::{cases, reading};

/// Decodes a PNG to width, height and three bytes per pixel.
fn decoded(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb, "opaque");
    (info.width, info.height, pixels)
}

#[test]
fn every_label_has_ink_at_its_position() {
    for (name, model) in cases::all() {
        for (size, theme) in [((960, 540), Theme::Light), ((390, 0), Theme::Dark)] {
            let style = PictureStyle { theme, ..style(size) };
            let drawing = outlined(&cases::noted(model.clone()), &style).unwrap();
            let (width, height, pixels) = decoded(&png(&cases::noted(model.clone()), &style, 1).unwrap());
            assert_eq!((width, height), (drawing.width, drawing.height), "{name}");
            let (units, _) = reading::view_box(&drawing.svg);
            let scale = width as f32 / units;
            for (text, ink) in reading::ink(&drawing.svg) {
                let [left, top, right, bottom] = ink.unwrap().map(|edge| edge * scale);
                let background = &pixels[..3];
                let dark = (top as u32..(bottom.ceil() as u32).min(height))
                    .flat_map(|y| (left as u32..(right.ceil() as u32).min(width)).map(move |x| (x, y)))
                    .filter(|(x, y)| {
                        let at = (y * width + x) as usize * 3;
                        let difference = |part: usize| pixels[at + part].abs_diff(background[part]);
                        (0..3).map(difference).max().unwrap() > 60
                    })
                    .count();
                let area = (right - left) * (bottom - top);
                assert!(
                    dark as f32 > area * 0.08,
                    "{name} {size:?}: {text} has {dark} of {area}"
                );
            }
        }
    }
}

#[test]
fn characters_with_two_accents_differ_from_those_with_one() {
    let draw = |title: &str| {
        let mut model = cases::bars(3);
        model.title = title.into();
        png(&model, &style((480, 0)), 2).unwrap()
    };
    for (one, other) in [("Ẵ", "Ă"), ("ỷ", "y"), ("Đ", "D"), ("ợ", "ơ"), ("Ẵ", "漢")] {
        assert_ne!(draw(one), draw(other), "{one} is drawn as {other}");
    }
}

#[test]
fn pixels_multiply_the_size() {
    let model = cases::lines();
    for (scale, size) in [
        (1, (960, 540)),
        (2, (1920, 1080)),
        (3, (2880, 1620)),
        (0, (960, 540)),
        (9, (2880, 1620)),
    ] {
        let (width, height, _) = decoded(&png(&model, &style((960, 540)), scale).unwrap());
        assert_eq!((width, height), size, "{scale}");
    }
}

#[test]
fn the_background_is_that_of_the_theme() {
    for (theme, background) in [(Theme::Light, [255, 255, 255]), (Theme::Dark, [27, 32, 38])] {
        for (name, model) in cases::all().into_iter().chain([("spark", cases::spark())]) {
            let style = PictureStyle {
                theme,
                ..style((641, 361))
            };
            let (width, height, pixels) = decoded(&png(&model, &style, 1).unwrap());
            let corners = [0, width - 1, width * (height - 1), width * height - 1];
            for corner in corners.map(|index| index as usize * 3) {
                assert_eq!(pixels[corner..corner + 3], background, "{name} {theme:?}");
            }
        }
    }
}

#[test]
fn output_is_deterministic() {
    let model = cases::combined();
    assert_eq!(png(&model, &style((718, 500)), 2), png(&model, &style((718, 500)), 2));
}

/// Compares with resvg's own rendering of the same drawing: nothing is missing or misplaced.
#[test]
fn pixels_match_resvg() {
    use resvg::{tiny_skia, usvg};
    for (name, model) in cases::all() {
        let drawing = outlined(&cases::noted(model.clone()), &style((718, 500))).unwrap();
        let tree = usvg::Tree::from_str(&drawing.svg, &usvg::Options::default()).unwrap();
        let mut pixmap = tiny_skia::Pixmap::new(718, 500).unwrap();
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
        let (_, _, pixels) = decoded(&png(&cases::noted(model), &style((718, 500)), 1).unwrap());
        let pairs = pixels.chunks(3).zip(pixmap.data().chunks(4));
        let differences: Vec<u8> = pairs
            .map(|(ours, theirs)| (0..3).map(|part| ours[part].abs_diff(theirs[part])).max().unwrap())
            .collect();
        let mean = differences.iter().map(|difference| f64::from(*difference)).sum::<f64>() / differences.len() as f64;
        let outliers = differences.iter().filter(|difference| **difference > 60).count();
        // A picture full of small text differs slightly along all edges; then no pixel may differ much.
        let close = mean < 1.5 && outliers < differences.len() / 2000 || mean < 4.0 && outliers == 0;
        assert!(close, "{name}: {mean:.2} on average, {outliers} pixels differ much");
    }
}
