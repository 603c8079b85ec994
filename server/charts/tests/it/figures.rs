//! Marks are figures: as many, with their texts, and nothing joined that must not be.

use charts::{Options, RenderError, Theme, svg};
use domain::Lang;
use domain::chart::*;

use crate::{cases, reading};

#[test]
fn each_bar_is_a_figure() {
    let image = svg(&cases::bars(63), &cases::options(720)).unwrap();
    let tips = reading::tips(&image);
    assert_eq!(tips.len(), 63);
    assert_eq!(tips[0], "1. Đà Nẵng · 70,00");
    assert_eq!(tips[11], "12. Kỳ Sơn <b>\"& · 67,03");
}

#[test]
fn bars_start_at_zero_and_grow_with_their_values() {
    let image = svg(&cases::bars(40), &cases::options(720)).unwrap();
    let bars: Vec<(i32, i32)> = reading::tags(&image)
        .filter(|(tag, _)| tag.contains("data-tip"))
        .map(|(tag, _)| {
            let number = |name| reading::attribute(tag, name).unwrap().parse().unwrap();
            (number("x"), number("width"))
        })
        .collect();
    assert!(bars.iter().all(|(x, _)| *x == bars[0].0));
    let share = f64::from(bars[39].1) / f64::from(bars[0].1);
    assert!((share - (70.0 - 39.0 * 0.27) / 70.0).abs() < 0.003, "{share}");
}

#[test]
fn negative_bars_end_where_positive_ones_start() {
    let image = svg(&cases::changes(), &cases::options(720)).unwrap();
    let ends: Vec<(i32, i32)> = reading::tags(&image)
        .filter(|(tag, _)| tag.contains("data-tip"))
        .map(|(tag, _)| {
            let number = |name| reading::attribute(tag, name).unwrap().parse::<i32>().unwrap();
            (number("x"), number("x") + number("width"))
        })
        .collect();
    let zero = ends[0].0;
    assert!(ends[..6].iter().all(|(start, _)| *start == zero), "{ends:?}");
    assert!(ends[6..].iter().all(|(_, end)| *end == zero), "{ends:?}");
}

#[test]
fn a_bump_chart_has_a_mark_for_each_figure_that_is_highlighted_and_a_path_for_each_other() {
    let image = svg(&cases::bump(63, &[0, 8, 20, 40, 62]), &cases::options(720)).unwrap();
    let tips = reading::tips(&image);
    assert_eq!(tips.len(), 5 * 8 + 58);
    assert!(tips.contains(&"Đà Nẵng · 2016 · 1/63".to_owned()));
    // The rank of the last year must not stand before other years' figures.
    assert!(tips.iter().all(|tip| !tip.starts_with("1. ")));
}

/// Horizontal runs of every path of a series, as (from, to) in canvas units.
fn runs(image: &str, color: &str) -> Vec<(i32, i32)> {
    let mut runs = Vec::new();
    for (tag, _) in reading::tags(image) {
        let fits = reading::attribute(tag, "stroke") == Some(color) && reading::attribute(tag, "fill") == Some("none");
        if let (true, Some(path)) = (fits, reading::attribute(tag, "d")) {
            runs.extend(steps(path));
        }
    }
    runs
}

/// Follows path data written with m, l, h and v.
fn steps(path: &str) -> Vec<(i32, i32)> {
    let mut spaced = String::new();
    for c in path.chars() {
        match c {
            'a'..='z' => spaced.push_str(&format!(" {c} ")),
            '-' => spaced.push_str(" -"),
            c => spaced.push(c),
        }
    }
    let mut words = spaced.split_whitespace().peekable();
    let (mut x, mut command, mut found) = (0, "m", Vec::new());
    while let Some(word) = words.peek().copied() {
        if word.starts_with(|c: char| c.is_ascii_lowercase()) {
            command = word;
            words.next();
        }
        let mut number = || words.next().unwrap().parse::<i32>().unwrap();
        let dx = if command == "v" { 0 } else { number() };
        if command != "h" {
            number();
        }
        if command == "m" {
            command = "l";
        } else {
            found.push((x, x + dx));
        }
        x += dx;
    }
    found
}

#[test]
fn no_line_crosses_a_break_or_a_gap() {
    let image = svg(&cases::lines(), &cases::options(720)).unwrap();
    let rules: Vec<i32> = image
        .split("class=\"breaks\"")
        .nth(1)
        .unwrap()
        .split(" d=\"m")
        .skip(1)
        .take(2)
        .map(|rest| rest.split(' ').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(rules.len(), 2);
    let series = runs(&image, charts::Token::S1.value(Theme::Light));
    // 2009-2010, 2012-2013, 2014-2015: three lines, and 2016 is a dot of its own.
    let joined = series.iter().filter(|(from, to)| from != to).count();
    assert_eq!(joined, 3 + 1, "three lines and the leader: {series:?}");
    for (from, to) in series {
        for rule in &rules {
            assert!(!(from < *rule && *rule < to), "{from} to {to} crosses {rule}");
        }
    }
    // Every figure has its marker all the same.
    let tips = reading::tips(&image);
    let of_first = tips.iter().filter(|tip| tip.starts_with("Đà Nẵng")).count();
    assert_eq!(of_first, 7);
}

#[test]
fn a_series_that_ends_early_is_labelled_without_a_line_through_later_years() {
    let mut model = cases::lines();
    let ChartBody::Lines(trend) = &mut model.body else {
        unreachable!("lines() makes lines");
    };
    trend.series[0].points.retain(|point| point.year <= 2010);
    let image = svg(&model, &cases::options(720)).unwrap();
    assert!(image.contains(">Đà Nẵng 60,5</text>"));
    let series = runs(&image, charts::Token::S1.value(Theme::Light));
    assert_eq!(series.len(), 1, "2009 to 2010 only: {series:?}");
}

#[test]
fn the_key_of_components_follows_what_is_there() {
    let mut model = cases::components(4);
    let ChartBody::Components(parts) = &mut model.body else {
        unreachable!("components() makes components");
    };
    for row in &mut parts.rows {
        row.average = None;
    }
    let image = svg(&model, &cases::options(720)).unwrap();
    assert!(!image.contains("Trung bình cả nước"));
    assert!(image.contains("Cao nhất"));
    assert_eq!(reading::tips(&image).len(), 4);
}

#[test]
fn a_slope_names_those_without_a_line() {
    let image = svg(&cases::slope(12, &[0]), &cases::options(720)).unwrap();
    assert!(image.contains("Không đủ số liệu cả hai bên: Hà Tây, Đắk Nông."));
    assert_eq!(reading::tips(&image).len(), 12);
    assert_eq!(reading::tips(&image)[0], "Quảng Ninh · 2015: 6/12 · 2016: 2/12");
}

#[test]
fn charts_without_figures_say_so() {
    for body in [
        ChartBody::Bars(Bars::default()),
        ChartBody::Lines(Trend::default()),
        ChartBody::Bump(Trend::default()),
        ChartBody::Slope(Slope::default()),
        ChartBody::Components(Components::default()),
    ] {
        let mut model = cases::model(body);
        let image = svg(&model, &cases::options(358)).unwrap();
        assert!(image.contains(">Không có số liệu</text>"));
        model.lang = Lang::En;
        assert!(
            svg(&model, &cases::options(358))
                .unwrap()
                .contains(">No figures</text>")
        );
    }
    let spark = cases::model(ChartBody::Spark(Trend::default()));
    assert!(svg(&spark, &cases::options(66)).unwrap().ends_with("</svg>"));
}

#[test]
fn what_is_not_a_number_is_refused() {
    let mut model = cases::bars(3);
    let ChartBody::Bars(bars) = &mut model.body else {
        unreachable!("bars() makes bars");
    };
    bars.rows[1].value = f64::NAN;
    assert_eq!(
        svg(&model, &cases::options(720)),
        Err(RenderError::NotFinite("Quảng Ninh".into()))
    );
}

#[test]
fn a_size_that_is_too_small_says_what_is_enough() {
    let mut options = Options { ..cases::options(400) };
    options.size.height = 300;
    let Err(RenderError::TooSmall {
        needed_width,
        needed_height,
        ..
    }) = svg(&cases::bars(63), &options)
    else {
        panic!("63 bars do not fit into 300 px");
    };
    options.size.width = needed_width;
    options.size.height = needed_height;
    assert!(svg(&cases::bars(63), &options).is_ok());
}
