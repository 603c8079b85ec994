//! Small multiples: equal axes, one emphasised line, few texts.

use charts::{Options, Size, svg};
use domain::chart::*;

use crate::{cases, reading, rows_cases};

fn draw(model: &ChartModel, width: u32, height: u32) -> String {
    let options = Options {
        size: Size { width, height },
        ..cases::options(width)
    };
    svg(model, &options).unwrap()
}

fn words(svg: &str) -> Vec<String> {
    reading::texts(svg).into_iter().map(|text| text.text).collect()
}

fn panels(model: &mut ChartModel) -> &mut Panels {
    match &mut model.body {
        ChartBody::Panels(panels) => panels,
        _ => unreachable!("a case of panels"),
    }
}

#[test]
fn every_panel_has_its_name_its_years_and_its_last_value() {
    let mut model = rows_cases::panels(12, false);
    for (width, height) in [(332, 0), (720, 0), (1200, 675)] {
        let texts = words(&draw(&model, width, height));
        let all = texts.join(" ");
        let count = |text: &str| texts.iter().filter(|other| *other == text).count();
        assert_eq!(count("2005"), 12, "{width}");
        assert_eq!(count("2022"), 12, "{width}");
        for year in 2006..2022 {
            assert_eq!(count(&year.to_string()), 0, "{width}: {year}");
        }
        for panel in &panels(&mut model).panels {
            let begin: Vec<&str> = panel.label.split(' ').take(2).collect();
            assert!(all.contains(&begin.join(" ")), "{width}: {}", panel.label);
            if let Some(last) = panel.trend.series[0].points.last() {
                assert!(all.contains(&last.text), "{width}: {}", last.text);
            }
        }
        // The label of a line that ends early includes its year.
        assert_eq!(count("(2014)"), 1, "{width}");
        assert_eq!(count("Phương pháp mới từ 2013"), 1, "{width}");
    }
}

/// Returns the tick labels of the value axis of each panel.
fn axes(image: &str) -> Vec<Vec<String>> {
    image
        .split("class=\"panel\"")
        .skip(1)
        .map(|panel| {
            let axis = panel.split("class=\"axis\"").nth(1).unwrap();
            let ticks = axis.split("</g>").next().unwrap();
            ticks
                .split("</text>")
                .filter_map(|text| text.rsplit('>').next())
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

#[test]
fn all_panels_have_the_same_axis_although_their_models_differ() {
    for ranks in [false, true] {
        let axes = axes(&draw(&rows_cases::panels(4, ranks), 720, 0));
        assert_eq!(axes.len(), 4);
        assert!(axes.iter().all(|axis| *axis == axes[0] && axis.len() > 1), "{axes:?}");
    }
}

#[test]
fn panels_are_stacked_on_a_phone_and_side_by_side_elsewhere() {
    let model = rows_cases::panels(12, false);
    let tops = |width: u32, height: u32| {
        let image = draw(&model, width, height);
        let texts = reading::texts(&image);
        let years = texts.iter().filter(|text| text.text == "2022");
        let tops: std::collections::BTreeSet<i32> = years.map(|text| text.top as i32).collect();
        tops.len()
    };
    assert_eq!(tops(332, 0), 12);
    assert_eq!(tops(720, 0), 4);
    assert_eq!(tops(1200, 675), 3);
}

#[test]
fn every_highlighted_value_is_a_mark() {
    let mut model = rows_cases::panels(12, false);
    let tips = reading::tips(&draw(&model, 720, 0));
    let all = panels(&mut model);
    let points: usize = all.panels.iter().map(|panel| panel.trend.series[0].points.len()).sum();
    let grey = all.panels.iter().flat_map(|panel| &panel.trend.series[1..]);
    let grey = grey.filter(|series| !series.points.is_empty()).count();
    assert_eq!(tips.len(), points + grey);
    assert!(tips.contains(&"Đà Nẵng · 2022 · 59,50".to_owned()), "{tips:?}");
}
