//! Dot charts and waterfall charts: positions, texts and links.

use charts::{RenderError, Theme, Token, svg};
use domain::chart::*;

use crate::{cases, reading, rows_cases};

fn dots(model: &mut ChartModel) -> &mut Dots {
    match &mut model.body {
        ChartBody::Dots(dots) => dots,
        _ => unreachable!("a case of dots"),
    }
}

/// Returns all texts of an image, joined as a reader joins lines.
fn words(image: &str) -> String {
    let texts: Vec<String> = reading::texts(image).into_iter().map(|text| text.text).collect();
    texts.join(" ")
}

#[test]
fn the_tooltip_of_a_mark_states_row_series_and_value() {
    for width in [332, 720] {
        let image = svg(&rows_cases::movement(12), &cases::options(width)).unwrap();
        let tips = reading::tips(&image);
        // Twelve rows of two marks, except one row with a single mark.
        assert_eq!(tips.len(), 23);
        assert!(tips.contains(&"Đà Nẵng · 2015: 62,00".to_owned()), "{tips:?}");
        assert!(tips.contains(&"Kỳ Sơn <b>\"& · 2016: 62,47".to_owned()), "{tips:?}");
    }
}

#[test]
fn row_labels_legend_notes_and_values_are_drawn() {
    for (name, mut model) in [
        ("movement", rows_cases::movement(63)),
        ("profile", rows_cases::profile()),
        ("corners", rows_cases::edge_cases()),
    ] {
        for width in [332, 720, 1280] {
            let all = words(&svg(&model, &cases::options(width)).unwrap());
            let dots = dots(&mut model);
            let labels = dots.rows.iter().flat_map(|row| [&row.label, &row.note]);
            let lowest = dots.rows.iter().filter_map(|row| {
                let lowest = row.marks.iter().min_by(|a, b| a.value.total_cmp(&b.value));
                lowest.map(|mark| &mark.text)
            });
            for text in labels
                .chain(dots.series.iter().map(|series| &series.label))
                .chain(lowest)
            {
                let begin = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
                assert!(all.contains(&begin), "{name} {width}: {text} in {all}");
            }
        }
    }
}

#[test]
fn only_comparable_rows_have_an_arrow_and_its_head_is_at_the_last_mark() {
    let mut model = rows_cases::movement(1);
    let arrows = |model: &ChartModel| {
        let image = svg(model, &cases::options(720)).unwrap();
        let ink = Token::Ink.value(Theme::Light);
        let paths = reading::tags(&image).filter(|(tag, _)| tag.contains(&format!("stroke=\"{ink}\"")));
        paths
            .map(|(tag, _)| reading::attribute(tag, "d").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let forwards = arrows(&model);
    assert_eq!(forwards.len(), 1);
    // The shaft runs to the right, the arrowhead turns back.
    let shaft = forwards[0].split('h').nth(1).unwrap();
    assert!(!shaft.starts_with('-') && shaft.contains("m-"), "{forwards:?}");
    dots(&mut model).rows[0].marks.reverse();
    let backwards = arrows(&model);
    assert!(backwards[0].contains("h-"), "{backwards:?}");
    dots(&mut model).rows[0].link = DotLink::None;
    assert_eq!(arrows(&model), Vec::<String>::new());
}

#[test]
fn a_mark_is_at_the_position_of_its_value() {
    let image = svg(&rows_cases::edge_cases(), &cases::options(720)).unwrap();
    let middle = |tip: &str| -> f32 {
        let (tag, _) = reading::tags(&image).find(|(tag, _)| tag.contains(tip)).unwrap();
        reading::attribute(tag, "cx").unwrap().parse().unwrap()
    };
    let ticks: Vec<_> = reading::texts(&image)
        .into_iter()
        .filter(|text| ["−10", "10"].contains(&text.text.as_str()))
        .collect();
    let at = |text: &reading::TextBox| f32::midpoint(text.left, text.right);
    let (low, high) = (at(&ticks[0]), at(&ticks[1]));
    let place = |value: f32| low + (value + 10.0) / 20.0 * (high - low);
    for (tip, value) in [("Dưới không", -9.5), ("Lùi", 9.0), ("Một cái tên", 10.0)] {
        // The axis goes from −10 to 10: a tick and a mark at the same value agree to within a px.
        assert!(
            (middle(tip) - place(value)).abs() <= 3.0,
            "{tip}: {} {}",
            middle(tip),
            place(value)
        );
    }
}

#[test]
fn equal_marks_do_not_cover_each_other() {
    let mut model = rows_cases::edge_cases();
    dots(&mut model).series[1].label = "Cùng chỗ".into();
    let image = svg(&model, &cases::options(720)).unwrap();
    let marks: Vec<&str> = reading::tags(&image)
        .filter(|(tag, _)| tag.contains("Bằng nhau · "))
        .map(|(tag, _)| tag)
        .collect();
    assert_eq!(marks.len(), 3);
    let levels: std::collections::BTreeSet<String> = marks
        .iter()
        .map(|tag| {
            let path = reading::attribute(tag, "d").map(|d| d.split(' ').nth(1).unwrap().to_owned());
            path.or_else(|| reading::attribute(tag, "cy").map(str::to_owned))
                .unwrap()
        })
        .collect();
    assert_eq!(levels.len(), 3, "{marks:?}");
}

#[test]
fn values_that_are_not_finite_are_rejected() {
    let mut model = rows_cases::movement(3);
    dots(&mut model).rows[1].marks[0].value = f64::INFINITY;
    assert_eq!(
        svg(&model, &cases::options(720)),
        Err(RenderError::NotFinite("Quảng Ninh".into()))
    );
}

/// Returns the left and right ends of a bar in a waterfall chart, by the label of its row.
fn bar(image: &str, label: &str) -> (f32, f32) {
    let (tag, _) = reading::tags(image)
        .find(|(tag, _)| tag.starts_with("rect") && tag.contains(&format!("data-tip=\"{label}")))
        .unwrap();
    let number = |name| reading::attribute(tag, name).unwrap().parse::<f32>().unwrap();
    (number("x"), number("x") + number("width"))
}

#[test]
fn each_step_starts_where_the_previous_one_ended() {
    for width in [332, 720] {
        let image = svg(&rows_cases::steps(), &cases::options(width)).unwrap();
        let first = bar(&image, "2015 · ");
        let up = bar(&image, "Tham gia");
        let down = bar(&image, "Công khai");
        let next = bar(&image, "Trách nhiệm");
        let near = |a: f32, b: f32| (a - b).abs() <= 1.0;
        assert!(
            near(first.1, up.0) && near(up.1, down.1) && near(down.0, next.0),
            "{first:?} {up:?} {down:?}"
        );
        assert!(near(bar(&image, "Phần do").1, bar(&image, "2016 · ").1));
        // Lengths are proportional to values.
        let (long, short) = (up.1 - up.0, down.1 - down.0);
        assert!((short / long - 0.35 / 0.42).abs() < 0.02, "{short} {long}");
        assert_eq!(first.0, bar(&image, "2016 · ").0);
    }
}

#[test]
fn steps_show_their_names_differences_and_notes() {
    for mut model in [rows_cases::steps(), rows_cases::steps_below(), rows_cases::steps_none()] {
        for width in [332, 720, 1280] {
            let image = svg(&model, &cases::options(width)).unwrap();
            let all = words(&image);
            let ChartBody::Steps(steps) = &mut model.body else {
                unreachable!("a case of steps");
            };
            assert_eq!(reading::tips(&image).len(), steps.steps.len() + 2);
            let ends = [&steps.from, &steps.to]
                .into_iter()
                .flat_map(|end| [&end.label, &end.text]);
            let steps = steps
                .steps
                .iter()
                .flat_map(|step| [&step.label, &step.text, &step.note]);
            for text in ends.chain(steps) {
                let begin = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
                assert!(all.contains(&begin), "{width}: {text} in {all}");
            }
        }
    }
}

#[test]
fn rises_falls_and_remainders_differ_also_without_colour() {
    let image = svg(&rows_cases::steps(), &cases::options(720)).unwrap();
    let fill = |label: &str| {
        let tip = format!("data-tip=\"{label}");
        let (tag, _) = reading::tags(&image).find(|(tag, _)| tag.contains(&tip)).unwrap();
        reading::attribute(tag, "fill").map(str::to_owned)
    };
    assert_eq!(fill("Tham gia").as_deref(), Some(Token::Up.value(Theme::Light)));
    assert_eq!(fill("Công khai").as_deref(), Some(Token::Down.value(Theme::Light)));
    assert_eq!(fill("Phần do").as_deref(), Some(Token::Card.value(Theme::Light)));
    // One triangle per step with a change.
    let values = image.split("class=\"values\"").nth(1).unwrap();
    let signs = values.split("</g>").next().unwrap().matches("z\"").count();
    assert_eq!(signs, 6);
    // A remainder is hatched: an outline and slanted lines.
    assert!(image.contains("class=\"rest\""));
}

#[test]
fn a_step_that_is_not_finite_is_rejected() {
    let mut model = rows_cases::steps();
    if let ChartBody::Steps(steps) = &mut model.body {
        steps.steps[2].delta = f64::NAN;
    }
    let expected = RenderError::NotFinite("Trách nhiệm giải trình với người dân".into());
    assert_eq!(svg(&model, &cases::options(720)), Err(expected));
}
