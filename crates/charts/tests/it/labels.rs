//! No text overlaps another, none leaves the image, and none is missing.

use charts::{Options, Size, Theme, svg};
use domain::chart::ChartBody;

use crate::{cases, reading};

/// Draws every case at realistic widths, with and without a frame.
fn all_drawings() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (name, model) in cases::all() {
        for width in [280, 358, 560, 720, 1280] {
            for frame in [true, false] {
                let options = Options {
                    frame,
                    ..cases::options(width)
                };
                let image = svg(&model, &options).unwrap();
                all.push((format!("{name} {width} {frame}"), image));
            }
        }
        for height in [540, 720] {
            let options = Options {
                size: Size { width: 960, height },
                ..cases::options(960)
            };
            let image = cases::draw_fitting(&model, &options).unwrap();
            all.push((format!("{name} slide {height}"), image));
        }
    }
    all
}

#[test]
fn no_text_overlaps_another() {
    for (name, image) in all_drawings() {
        let texts = reading::texts(&image);
        for (index, one) in texts.iter().enumerate() {
            for other in &texts[index + 1..] {
                assert!(!one.overlaps(other), "{name}: {one:?} overlaps {other:?}");
            }
        }
    }
}

#[test]
fn no_text_leaves_the_image() {
    for (name, image) in all_drawings() {
        let (width, height) = reading::view_box(&image);
        for text in reading::texts(&image) {
            let inside = text.left >= -1.0 && text.right <= width + 1.0 && text.top >= 0.0 && text.bottom <= height;
            assert!(inside, "{name}: {text:?} of {width} × {height}");
        }
    }
}

#[test]
fn every_highlighted_series_is_labelled_and_the_source_is_inside() {
    for (name, image) in all_drawings() {
        let words: Vec<String> = reading::texts(&image).into_iter().map(|t| t.text).collect();
        let all = words.join(" ");
        assert!(all.contains("bản dữ liệu số 1."), "{name}: {all}");
    }
    for width in [358, 720] {
        let model = cases::bump(63, &[0, 1, 2, 3, 4]);
        let image = svg(&model, &cases::options(width)).unwrap();
        let words: Vec<String> = reading::texts(&image).into_iter().map(|t| t.text).collect();
        let all = words.join(" ");
        let ChartBody::Bump(trend) = &model.body else {
            unreachable!("bump() returns a bump chart");
        };
        for series in &trend.series[..5] {
            assert!(all.contains(&series.label), "{} in {all}", series.label);
        }
    }
}

#[test]
fn bars_label_every_row() {
    let image = svg(&cases::bars(12), &cases::options(358)).unwrap();
    let words: Vec<String> = reading::texts(&image).into_iter().map(|t| t.text).collect();
    for name in cases::NAMES {
        assert!(words.iter().any(|word| word == name), "{name} in {words:?}");
    }
    assert!(words.iter().any(|word| word == "Trung bình 58,89"));
}

#[test]
fn a_slide_has_the_requested_size() {
    let options = Options {
        size: Size {
            width: 960,
            height: 540,
        },
        theme: Theme::Dark,
        ..cases::options(960)
    };
    let image = svg(&cases::bars(63), &options).unwrap();
    assert_eq!(reading::view_box(&image), (3840.0, 2160.0));
    assert!(image.contains(r#"width="960" height="540""#));
}
