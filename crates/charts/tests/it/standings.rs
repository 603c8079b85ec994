//! Strips, position charts, heat maps and stacked bars: what is drawn and what is not.

use charts::{Options, Size, Theme, svg};
use domain::chart::*;

use crate::{cases, reading, standings_cases};

fn words(image: &str) -> Vec<String> {
    reading::texts(image).into_iter().map(|text| text.text).collect()
}

fn strip(model: &mut ChartModel) -> &mut Strip {
    match &mut model.body {
        ChartBody::Strip(strip) | ChartBody::StripSpark(strip) => strip,
        _ => unreachable!("a case of a strip"),
    }
}

#[test]
fn both_ends_followed_provinces_and_the_reference_are_named_at_every_width() {
    for width in [280, 332, 560, 960] {
        let mut model = standings_cases::strip(63, &[20, 24, 40]);
        let image = svg(&model, &cases::options(width)).unwrap();
        let (texts, tips) = (words(&image), reading::tips(&image));
        let strip = strip(&mut model);
        assert_eq!(
            tips.len(),
            strip.marks.len() + 3,
            "every province and three earlier positions"
        );
        for mark in &strip.marks {
            assert!(tips.contains(&format!("{} · {}", mark.label, mark.text)), "{tips:?}");
            let drawn = texts.iter().filter(|word| **word == mark.says).count();
            assert_eq!(drawn, usize::from(!mark.says.is_empty()), "{}: {texts:?}", mark.says);
        }
        assert!(texts.contains(&"Trung bình 58,89".to_owned()));
        for quarter in &strip.quarters {
            assert!(texts.contains(&quarter.label), "{} in {texts:?}", quarter.label);
        }
    }
}

#[test]
fn earlier_positions_are_drawn_only_if_comparable() {
    let mut model = standings_cases::strip(63, &[24]);
    let with = svg(&model, &cases::options(720)).unwrap();
    strip(&mut model).marks[24].before = None;
    let without = svg(&model, &cases::options(720)).unwrap();
    let tip = |image: &str| reading::tips(image).iter().any(|tip| tip.contains("· 2015:"));
    assert!(tip(&with) && !tip(&without));
    assert!(without.matches("<circle").count() + 2 <= with.matches("<circle").count());
}

#[test]
fn better_is_at_the_right_regardless_of_the_direction_of_values() {
    let place = |image: &str, text: &str| {
        let texts = reading::texts(image);
        texts
            .iter()
            .find(|label| label.text == text)
            .map(|label| label.left)
            .unwrap()
    };
    let mut model = standings_cases::strip(63, &[]);
    let shown_text = |model: &mut ChartModel, at: usize| strip(model).marks[at].says.clone();
    let (best, last) = (shown_text(&mut model, 0), shown_text(&mut model, 62));
    let image = svg(&model, &cases::options(720)).unwrap();
    assert!(place(&image, &best) > place(&image, &last));
    let reversed = strip(&mut model);
    (reversed.left, reversed.right) = (reversed.right, reversed.left);
    reversed.quarters.clear();
    let image = svg(&model, &cases::options(720)).unwrap();
    assert!(place(&image, &best) < place(&image, &last));
}

#[test]
fn a_strip_without_quarters_has_no_colours_and_no_legend() {
    let plain = cases::model(ChartBody::Strip(standings_cases::strip_of(34, &[5], false)));
    let image = svg(&plain, &cases::options(720)).unwrap();
    assert!(!words(&image).iter().any(|word| word.contains("phần tư")));
    let fills = [charts::Token::Fall, charts::Token::T3].map(|token| token.value(Theme::Light));
    assert!(fills.iter().all(|fill| !image.contains(&format!(r#"fill="{fill}""#))));
}

#[test]
fn a_strip_sparkline_is_small_hidden_and_without_text() {
    let options = Options {
        size: Size { width: 0, height: 0 },
        theme: Theme::Page,
        frame: false,
        ..cases::options(0)
    };
    let image = svg(&standings_cases::strip_spark(), &options).unwrap();
    assert!(image.contains(r#"width="220" height="28""#) && image.contains(r#"aria-hidden="true""#));
    assert!(!image.contains("<text"), "the text next to it states what it shows");
    assert!(image.len() < 4000, "{}", image.len());
    let mut hostile = standings_cases::strip_spark();
    strip(&mut hostile).left = f64::NAN;
    assert!(svg(&hostile, &options).is_err());
}

#[test]
fn every_value_of_a_row_is_shown_at_every_width() {
    for width in [280, 358, 640, 960] {
        let model = standings_cases::spine(6);
        let image = svg(&model, &cases::options(width)).unwrap();
        let all = words(&image).join(" ");
        let ChartBody::Spine(spine) = &model.body else {
            unreachable!("a case of rows")
        };
        for row in &spine.rows {
            for text in [
                &row.label,
                &row.year,
                &row.value,
                &row.rank,
                &row.change.text,
                &row.note,
            ] {
                assert!(all.contains(text.as_str()), "{width}: {text} in {all}");
            }
        }
        for text in [&spine.worse, &spine.better] {
            assert!(all.contains(text.as_str()), "{width}: {text} in {all}");
        }
    }
}

#[test]
fn every_cell_of_a_heat_map_is_labelled_and_has_a_tooltip() {
    for (width, height) in [(332, 0), (960, 0), (960, 540), (1200, 630), (800, 800)] {
        for model in [
            standings_cases::heat(&[11, 14, 14, 5, 6, 13], 5),
            standings_cases::heat(&[34], 5),
        ] {
            let options = Options {
                size: Size { width, height },
                ..cases::options(width)
            };
            let image = cases::draw_fitting(&model, &options).unwrap();
            let (texts, tips) = (words(&image), reading::tips(&image));
            let ChartBody::Heat(heat) = &model.body else {
                unreachable!("a case of a heat map")
            };
            // On a phone a long name may be cut off; then the tooltips have the full name.
            let begins = |label: &str| {
                let start: String = label.chars().take(8).collect();
                width < 400 && texts.iter().any(|text| text.starts_with(&start) && text.ends_with('…'))
            };
            let joined = texts.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
            for (_, row) in heat.rows() {
                assert!(
                    joined.contains(&row.label) || begins(&row.label),
                    "{width}: {} in {texts:?}",
                    row.label
                );
                for (cell, column) in row.cells.iter().zip(&heat.columns) {
                    let tip = format!("{} · {}: {}", row.label, column.heading(), cell.says);
                    assert!(tips.contains(&tip), "{tip}");
                }
            }
            let ranks = heat.rows().flat_map(|(_, row)| &row.cells);
            let ranks = ranks.filter(|cell| matches!(cell.fill, HeatFill::Quarter(_)));
            for cell in ranks {
                assert!(texts.contains(&cell.text), "{width}: {}", cell.text);
            }
            for text in heat.quarters.iter().chain([&heat.no_data, &heat.plain]) {
                assert!(texts.contains(text), "{width}: {text} in {texts:?}");
            }
        }
    }
}

#[test]
fn headings_that_do_not_fit_become_numbers_with_a_legend() {
    let model = standings_cases::heat(&[11, 14], 8);
    let all = words(&svg(&model, &cases::options(560)).unwrap());
    assert!(
        all.contains(&"Mức độ cung cấp dịch vụ công trực tuyến 2025".to_owned()),
        "{all:?}"
    );
    assert!(all.iter().filter(|word| *word == "8").count() > 1);
}

#[test]
fn segments_are_proportional_to_their_counts_and_the_total_is_at_the_end() {
    let mut model = standings_cases::stacked(12, &[3]);
    let image = svg(&model, &cases::options(720)).unwrap();
    let ChartBody::Stacked(bars) = &mut model.body else {
        unreachable!("a case of stacked bars")
    };
    let number = |tag: &str, name: &str| reading::attribute(tag, name).unwrap().parse::<f64>().unwrap();
    let mut scales = Vec::new();
    for row in &bars.rows {
        let mut end = None;
        for (piece, part) in row.pieces.iter().zip(&bars.parts) {
            let tip = format!("{} · {part}: {}/{}", row.label, piece.text, row.text);
            let has_tip =
                |tag: &str| reading::attribute(tag, "data-tip").is_some_and(|text| reading::unescape(text) == tip);
            let found = reading::tags(&image).find(|(tag, _)| has_tip(tag));
            let (tag, _) = found.unwrap_or_else(|| panic!("{tip} in {:?}", reading::tips(&image)));
            let (left, width) = (number(tag, "x"), number(tag, "width"));
            assert!(
                end.is_none_or(|end: f64| (end - left).abs() <= 1.5),
                "{tip}: {end:?}, {left}"
            );
            end = Some(left + width);
            if piece.value > 100.0 {
                scales.push(width / piece.value);
            }
        }
        assert!(
            reading::texts(&image).iter().any(|text| text.text == row.text),
            "{}",
            row.text
        );
    }
    let (min, max) = (
        scales.iter().copied().fold(f64::INFINITY, f64::min),
        scales.iter().copied().fold(0.0, f64::max),
    );
    assert!(max / min < 1.02, "one scale for all pieces: {min} to {max}");
}
