//! No text covers another, none leaves the image, nothing is missing.

use charts::{Options, Size, Theme, svg};
use domain::chart::ChartBody;

use crate::{cases, reading};

/// Every case at every width that people meet, framed or not.
fn drawn() -> Vec<(String, String)> {
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
            let image = cases::fitting(&model, &options).unwrap();
            all.push((format!("{name} slide {height}"), image));
        }
    }
    all
}

#[test]
fn no_text_meets_another() {
    for (name, image) in drawn() {
        let texts = reading::texts(&image);
        for (index, one) in texts.iter().enumerate() {
            for other in &texts[index + 1..] {
                assert!(!one.meets(other), "{name}: {one:?} meets {other:?}");
            }
        }
    }
}

#[test]
fn no_text_leaves_the_image() {
    for (name, image) in drawn() {
        let (width, height) = reading::view_box(&image);
        for text in reading::texts(&image) {
            let inside = text.left >= -1.0 && text.right <= width + 1.0 && text.top >= 0.0 && text.bottom <= height;
            assert!(inside, "{name}: {text:?} of {width} × {height}");
        }
    }
}

#[test]
fn every_highlighted_series_is_labelled_and_the_source_is_inside() {
    for (name, image) in drawn() {
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
            unreachable!("bump() makes a bump chart");
        };
        for series in &trend.series[..5] {
            assert!(all.contains(&series.label), "{} in {all}", series.label);
        }
    }
}

#[test]
fn bars_name_every_row() {
    let image = svg(&cases::bars(12), &cases::options(358)).unwrap();
    let words: Vec<String> = reading::texts(&image).into_iter().map(|t| t.text).collect();
    for name in cases::NAMES {
        assert!(words.iter().any(|word| word == name), "{name} in {words:?}");
    }
    assert!(words.iter().any(|word| word == "Trung bình 58,89"));
}

#[test]
fn a_slide_takes_the_size_that_was_asked_for() {
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
