//! Marks and data: one mark per value, with its text, and no lines where values must not be joined.

use charts::{Options, RenderError, Theme, svg};
use domain::Lang;
use domain::chart::*;

use crate::{cases, reading};

#[test]
fn each_bar_has_a_tooltip() {
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
fn a_bump_chart_has_a_mark_per_highlighted_value_and_a_path_per_other_series() {
    let image = svg(&cases::bump(63, &[0, 8, 20, 40, 62]), &cases::options(720)).unwrap();
    let tips = reading::tips(&image);
    assert_eq!(tips.len(), 5 * 8 + 58);
    assert!(tips.contains(&"Đà Nẵng · 2016 · 1/63".to_owned()));
    // The rank of the last year must not be shown with other years' values.
    assert!(tips.iter().all(|tip| !tip.starts_with("1. ")));
}

/// Returns the horizontal runs of every path of a series, as (from, to) in canvas units.
fn runs(image: &str, color: &str) -> Vec<(i32, i32)> {
    let mut runs = Vec::new();
    for (tag, _) in reading::tags(image) {
        let matches =
            reading::attribute(tag, "stroke") == Some(color) && reading::attribute(tag, "fill") == Some("none");
        if let (true, Some(path)) = (matches, reading::attribute(tag, "d")) {
            runs.extend(steps(path));
        }
    }
    runs
}

/// Follows path data written with m, l, h and v, and returns the horizontal run of each step.
fn steps(path: &str) -> Vec<(i32, i32)> {
    let mut spaced = String::new();
    for c in path.chars() {
        match c {
            'a'..='z' => spaced.push_str(&format!(" {c} ")),
            '-' => spaced.push_str(" -"),
            c => spaced.push(c),
        }
    }
    let mut tokens = spaced.split_whitespace().peekable();
    let (mut x, mut command, mut runs) = (0, "m", Vec::new());
    while let Some(word) = tokens.peek().copied() {
        if word.starts_with(|c: char| c.is_ascii_lowercase()) {
            command = word;
            tokens.next();
        }
        let mut number = || tokens.next().unwrap().parse::<i32>().unwrap();
        let dx = if command == "v" { 0 } else { number() };
        if command != "h" {
            number();
        }
        if command == "m" {
            command = "l";
        } else {
            runs.push((x, x + dx));
        }
        x += dx;
    }
    runs
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
    // 2009-2010, 2012-2013, 2014-2015: three lines, and 2016 is a separate dot.
    let joined = series.iter().filter(|(from, to)| from != to).count();
    assert_eq!(joined, 3 + 1, "three lines and the leader: {series:?}");
    for (from, to) in series {
        for rule in &rules {
            assert!(!(from < *rule && *rule < to), "{from} to {to} crosses {rule}");
        }
    }
    // Every value still has its marker.
    let tips = reading::tips(&image);
    let first_series_tips = tips.iter().filter(|tip| tip.starts_with("Đà Nẵng")).count();
    assert_eq!(first_series_tips, 7);
}

#[test]
fn a_series_that_ends_early_is_labelled_without_a_line_through_later_years() {
    let mut model = cases::lines();
    let ChartBody::Lines(trend) = &mut model.body else {
        unreachable!("lines() returns a line chart");
    };
    trend.series[0].points.retain(|point| point.year <= 2010);
    let image = svg(&model, &cases::options(720)).unwrap();
    assert!(
        image.contains(">Đà Nẵng 60,5</text>"),
        "the name and its last value: {image}"
    );
    let series = runs(&image, charts::Token::S1.value(Theme::Light));
    assert_eq!(series.len(), 1, "2009 to 2010 only: {series:?}");
}

/// Returns the upper ends and lengths of the rules of breaks, as (x, y, length).
fn rules(image: &str) -> Vec<(f32, f32, f32)> {
    let group = image.split("class=\"breaks\"").nth(1).unwrap();
    let group = group.split("</g>").next().unwrap();
    group
        .split(" d=\"m")
        .skip(1)
        .map(|rest| {
            let numbers: Vec<f32> = rest
                .split(['"', ' ', 'v'])
                .take(3)
                .map(|n| n.parse().unwrap())
                .collect();
            (numbers[0], numbers[1], numbers[2])
        })
        .collect()
}

#[test]
fn years_without_data_are_a_band_with_one_rule_that_leaves_its_text_free() {
    for kind in [ChartBody::Lines, ChartBody::Bump] {
        for width in [280, 358, 720, 1280] {
            let image = svg(&cases::gap(kind, "Trung bình"), &cases::options(width)).unwrap();
            let rules = rules(&image);
            // 2009, 2013, the gap, 2021 and 2022.
            assert_eq!(rules.len(), 5, "{width}: {rules:?}");
            let bands: Vec<(f32, f32)> = reading::tags(&image)
                .skip_while(|(tag, _)| !tag.contains("class=\"gaps\""))
                .skip(1)
                .take_while(|(tag, _)| tag.starts_with("rect"))
                .map(|(tag, _)| {
                    let number = |name| reading::attribute(tag, name).unwrap().parse::<f32>().unwrap();
                    (number("x"), number("x") + number("width"))
                })
                .collect();
            let [(left, right)] = bands[..] else {
                panic!("{width}: 2017 to 2019 are one gap, not {bands:?}");
            };
            assert!((rules[2].0 - f32::midpoint(left, right)).abs() < 3.0);
            let texts = reading::texts(&image);
            let band_texts = ["không có số liệu", "không có", "số liệu", "không", "có"];
            let words: Vec<_> = texts
                .iter()
                .filter(|text| band_texts.contains(&text.text.as_str()))
                .collect();
            assert!(!words.is_empty() || width < 720, "{width}");
            for word in words {
                assert!(left < word.left && word.right < right, "{width}: {word:?}");
                assert!(rules[2].1 + rules[2].2 < word.top, "{width}: {word:?}");
            }
            for year in ["2005", "2022"] {
                assert!(texts.iter().any(|text| text.text == year), "{width}: {year}");
            }
        }
    }
}

#[test]
fn the_band_text_is_in_the_language_of_the_model() {
    let mut model = cases::gap(ChartBody::Lines, "Mean");
    model.lang = Lang::En;
    assert!(
        svg(&model, &cases::options(1280))
            .unwrap()
            .contains(">no figures</text>")
    );
}

#[test]
fn a_label_beside_its_last_point_covers_nothing_and_one_in_the_column_includes_its_year() {
    let roomy = svg(&cases::gap(ChartBody::Lines, "Trung bình"), &cases::options(1280)).unwrap();
    let texts = reading::texts(&roomy);
    let label = texts.iter().find(|text| text.text.starts_with("Trung")).unwrap();
    let last = reading::tags(&roomy)
        .find(|(tag, _)| tag.contains("Trung bình · 2016"))
        .and_then(|(tag, _)| reading::attribute(tag, "d"))
        .map(|d| d[1..].split(' ').next().unwrap().parse::<f32>().unwrap())
        .unwrap();
    assert!(label.left > last && label.left - last < 48.0, "{label:?} beside {last}");
    for (x, _, _) in rules(&roomy) {
        assert!(x < label.left || label.right < x);
    }
    let narrow = svg(
        &cases::gap(ChartBody::Lines, "Trung bình của cả nước"),
        &cases::options(358),
    );
    let words: Vec<String> = reading::texts(&narrow.unwrap()).into_iter().map(|t| t.text).collect();
    let all = words.join(" ");
    assert!(
        all.contains("Trung bình của cả nước") && all.contains("(2016)"),
        "{all}"
    );
}

#[test]
fn the_tooltip_of_a_grey_series_shows_its_last_value() {
    let image = svg(&cases::gap(ChartBody::Bump, "Trung bình"), &cases::options(720)).unwrap();
    let tips = reading::tips(&image);
    assert!(tips.contains(&"Quảng Ninh · 2016 · 61,0".to_owned()), "{tips:?}");
    assert!(tips.contains(&"Bình Dương · 2022 · 61,0".to_owned()), "{tips:?}");
}

#[test]
fn years_that_are_not_comparable_are_dots_without_lines() {
    let image = svg(&cases::incomparable(63, &[0, 1]), &cases::options(720)).unwrap();
    // Grey: one path of two dots per province. Highlighted: a marker at each end.
    let tips = reading::tips(&image);
    assert_eq!(tips.len(), 61 + 2 * 2);
    assert!(tips.contains(&"Đà Nẵng · 2015: 1/63".to_owned()));
    assert!(tips.contains(&"Đồng Tháp · 2015: 11/63 · 2016: 3/63".to_owned()));
    let grey = runs_within(&image, "context");
    assert_eq!(grey.len(), 2 * 61);
    assert!(grey.iter().all(|(from, to)| from == to), "{grey:?}");
    let first = runs(&image, charts::Token::S1.value(Theme::Light));
    assert!(
        first.iter().all(|(from, to)| (from - to).abs() < 100),
        "leaders at most: {first:?}"
    );
}

/// Returns the horizontal runs of the paths in the group with this class.
fn runs_within(image: &str, class: &str) -> Vec<(i32, i32)> {
    reading::tags(image)
        .skip_while(|(tag, _)| !tag.contains(&format!("class=\"{class}\"")))
        .skip(1)
        .take_while(|(tag, _)| *tag != "/g")
        .filter_map(|(tag, _)| reading::attribute(tag, "d"))
        .flat_map(steps)
        .collect()
}

#[test]
fn the_legend_of_components_lists_only_what_is_shown() {
    let mut model = cases::components(4);
    let ChartBody::Components(parts) = &mut model.body else {
        unreachable!("components() returns a components chart");
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
fn a_slope_lists_provinces_without_a_line() {
    let image = svg(&cases::slope(12, &[0]), &cases::options(720)).unwrap();
    assert!(image.contains("Không đủ số liệu cả hai bên: Hà Tây, Đắk Nông."));
    assert_eq!(reading::tips(&image).len(), 12);
    assert_eq!(reading::tips(&image)[0], "Quảng Ninh · 2015: 6/12 · 2016: 2/12");
}

#[test]
fn charts_without_data_show_a_message() {
    for body in [
        ChartBody::Bars(Bars::default()),
        ChartBody::Lines(Trend::default()),
        ChartBody::Bump(Trend::default()),
        ChartBody::Slope(Slope::default()),
        ChartBody::Components(Components::default()),
        ChartBody::Dots(Dots::default()),
        ChartBody::Tiles(Tiles::default()),
        ChartBody::Steps(Steps::default()),
        ChartBody::Panels(Panels::default()),
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
fn values_that_are_not_finite_are_rejected() {
    let mut model = cases::bars(3);
    let ChartBody::Bars(bars) = &mut model.body else {
        unreachable!("bars() returns a bar chart");
    };
    bars.rows[1].value = f64::NAN;
    assert_eq!(
        svg(&model, &cases::options(720)),
        Err(RenderError::NotFinite("Quảng Ninh".into()))
    );
}

#[test]
fn the_error_for_a_size_that_is_too_small_states_a_sufficient_size() {
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
