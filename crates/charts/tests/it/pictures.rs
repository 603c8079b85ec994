//! Standalone pictures: every kind in every size, complete in each.

use charts::{Drawing, PictureStyle, RenderError, Size, Theme, outlined, svg};
use domain::chart::{ChartBody, ChartModel};

use crate::{cases, reading};

/// The sizes that the product offers, and some others.
const SIZES: [(u32, u32); 12] = [
    (960, 540),
    (960, 720),
    (800, 800),
    (718, 500),
    (390, 0),
    (1200, 630),
    (960, 0),
    (280, 0),
    (1200, 0),
    (1920, 1080),
    (200, 150),
    (641, 361),
];

pub(crate) fn style((width, height): (u32, u32)) -> PictureStyle {
    PictureStyle {
        size: Size { width, height },
        theme: Theme::Light,
        title: true,
        notes: true,
    }
}

/// A named change to a model.
type Variant = (&'static str, fn(ChartModel) -> ChartModel);

/// Returns every case in both languages and with hostile texts.
fn models() -> Vec<(String, ChartModel)> {
    let variants: [Variant; 3] = [
        ("vi", cases::noted),
        ("en", cases::english),
        ("hostile", cases::hostile),
    ];
    let mut all = Vec::new();
    for (name, model) in cases::all() {
        for (variant, change) in variants {
            all.push((format!("{name} {variant}"), change(model.clone())));
        }
    }
    all
}

/// Draws every model in every size with every combination of options, and passes each to `check`.
fn for_each_drawing(mut check: impl FnMut(&str, &ChartModel, &PictureStyle, &Drawing)) {
    for (name, model) in models() {
        for size in SIZES {
            for (theme, title, notes) in [
                (Theme::Light, true, true),
                (Theme::Dark, true, false),
                (Theme::Light, false, true),
                (Theme::Dark, false, false),
            ] {
                let style = PictureStyle {
                    theme,
                    title,
                    notes,
                    ..style(size)
                };
                let drawing = outlined(&model, &style).unwrap_or_else(|error| panic!("{name} {style:?}: {error}"));
                check(
                    &format!("{name} {size:?} {theme:?} {title} {notes}"),
                    &model,
                    &style,
                    &drawing,
                );
            }
        }
    }
}

/// Returns the number of marks in the page version of a chart: one per value.
fn marks(model: &ChartModel) -> usize {
    reading::tips(&svg(model, &cases::options(720)).unwrap()).len()
}

/// Joins the texts of an image, as a reader joins lines.
fn words(texts: &[String]) -> String {
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All checks share one pass: drawing takes longer than checking.
#[test]
fn every_kind_is_complete_in_every_size_theme_and_language() {
    let mut counted = std::collections::HashMap::new();
    for_each_drawing(|name, model, style, drawing| {
        let case = name.split(' ').next().unwrap().to_owned();
        let expected = *counted.entry(case).or_insert_with(|| marks(model));
        has_the_requested_size(name, style, drawing);
        needs_no_font_style_or_other_file(name, drawing);
        keeps_its_outlines_inside(name, drawing);
        has_every_tooltip(name, drawing, expected);
        has_title_notes_and_source(name, model, style, drawing);
    });
}

fn has_the_requested_size(name: &str, style: &PictureStyle, drawing: &Drawing) {
    assert_eq!(drawing.width, style.size.width, "{name}");
    if style.size.height > 0 {
        assert_eq!(drawing.height, style.size.height, "{name}");
    }
    let size = format!(r#" width="{}" height="{}" "#, drawing.width, drawing.height);
    assert!(drawing.svg.contains(&size), "{name}: {size}");
    let (width, height) = reading::view_box(&drawing.svg);
    let shape = (width * drawing.height as f32 - height * drawing.width as f32).abs();
    assert!(
        shape <= drawing.width.max(drawing.height) as f32,
        "{name}: {width} × {height}"
    );
}

fn needs_no_font_style_or_other_file(name: &str, drawing: &Drawing) {
    // The hostile texts themselves contain such strings, escaped.
    let markup: String = reading::tags(&drawing.svg)
        .map(|(tag, _)| tag.split("data-t").next().unwrap())
        .collect::<Vec<_>>()
        .join("<");
    for forbidden in [
        "<text",
        "<tspan",
        "font-",
        "text-anchor",
        "style",
        "<script",
        "href",
        "url(",
        "var(",
        "NaN",
        "inf",
    ] {
        assert!(!markup.contains(forbidden), "{name}: {forbidden}");
    }
}

fn keeps_its_outlines_inside(name: &str, drawing: &Drawing) {
    let (width, height) = reading::view_box(&drawing.svg);
    for (text, ink) in reading::ink(&drawing.svg) {
        let Some([left, top, right, bottom]) = ink else {
            panic!("{name}: {text} is drawn empty");
        };
        let inside = left >= 0.0 && top >= 0.0 && right <= width && bottom <= height;
        assert!(
            inside,
            "{name}: {text} {left} {top} {right} {bottom} of {width} × {height}"
        );
    }
}

fn has_every_tooltip(name: &str, drawing: &Drawing, expected: usize) {
    let tips = reading::tips(&drawing.svg);
    assert_eq!(tips.len(), expected, "{name}");
    assert!(tips.iter().all(|tip| !tip.is_empty()), "{name}");
    let titles = drawing.svg.matches("<title>").count();
    assert_eq!(titles, expected, "{name}: a title in each mark");
}

fn has_title_notes_and_source(name: &str, model: &ChartModel, style: &PictureStyle, drawing: &Drawing) {
    let all = words(&reading::outlines(&drawing.svg));
    assert!(all.contains("bản dữ liệu số 1."), "{name}: {all}");
    let notes: Vec<String> = model.notes.iter().map(|note| note.text.clone()).collect();
    let note = words(&notes);
    let has = |text: &str| all.contains(&text.split_whitespace().take(3).collect::<Vec<_>>().join(" "));
    assert_eq!(has(&model.title), style.title, "{name}: title");
    assert_eq!(has(&note), style.notes, "{name}: notes");
    let title = drawing.svg.split(r#"<title id="chart-t">"#).nth(1).unwrap();
    let title = reading::unescape(title.split('<').next().unwrap());
    assert_eq!(title, model.title, "{name}");
}

#[test]
fn every_bar_and_every_highlighted_series_is_named() {
    for (name, model) in cases::all() {
        for size in SIZES {
            let texts = reading::outlines(&outlined(&model, &style(size)).unwrap().svg);
            let all = words(&texts);
            let mut named = Vec::new();
            match &model.body {
                ChartBody::Bars(bars) => named.extend(bars.rows.iter().map(|row| &row.text)),
                ChartBody::Lines(trend) | ChartBody::Bump(trend) => {
                    let highlighted = trend
                        .series
                        .iter()
                        .filter(|series| series.emphasis != Default::default());
                    named.extend(highlighted.map(|series| &series.label));
                }
                ChartBody::Combined(both) => {
                    let series = both.scores.series.iter().chain(&both.ranks.series);
                    named.extend(series.map(|series| &series.label));
                    named.extend([&both.score_label, &both.rank_label]);
                }
                ChartBody::Components(parts) => named.extend(parts.rows.iter().map(|row| &row.text)),
                _ => {}
            }
            for text in named {
                let start = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
                assert!(all.contains(&start), "{name} {size:?}: {text} in {all}");
            }
        }
    }
}

#[test]
fn texts_have_their_measured_widths() {
    let model = cases::noted(cases::bars(12));
    let drawing = outlined(&model, &style((960, 0))).unwrap();
    let measured = reading::texts(&svg(&model, &cases::options(960)).unwrap());
    let inked = reading::ink(&drawing.svg);
    assert_eq!(inked.len(), measured.len());
    for (text, ink) in inked {
        let [left, _, right, _] = ink.unwrap();
        let near = measured.iter().any(|other| {
            // Glyphs have side bearings, which have no ink.
            let room = 0.12 * (other.bottom - other.top) + 2.0;
            other.text == text && (other.left - left).abs() <= room && (other.right - right).abs() <= room
        });
        assert!(near, "{text}: {left} {right} in {measured:?}");
    }
}

#[test]
fn scores_and_ranks_share_their_years() {
    for size in SIZES {
        let drawing = outlined(&cases::combined(), &style(size)).unwrap();
        let panels: Vec<&str> = drawing.svg.split(r#"<g class="panel">"#).skip(1).collect();
        assert_eq!(panels.len(), 2);
        // The rules of the breaks are at the same positions, and only the upper ones are labelled.
        let rules = |panel: &str| -> Vec<String> {
            let inside = panel.split("class=\"breaks\"").nth(1).unwrap();
            let paths = inside.split("</g>").next().unwrap().split(" d=\"m").skip(1);
            paths.map(|path| path.split(' ').next().unwrap().to_owned()).collect()
        };
        assert_eq!(rules(panels[0]), rules(panels[1]), "{size:?}");
        assert_eq!(rules(panels[0]).len(), 2);
        let named = |panel: &str| reading::outlines(panel).iter().any(|text| text.starts_with("Phương"));
        assert!(named(panels[0]) && !named(panels[1]), "{size:?}");
        let years = |panel: &str| reading::outlines(panel).contains(&"2022".to_owned());
        assert!(!years(panels[0]) && years(panels[1]), "{size:?}");
        // Marks of the same year are aligned vertically.
        let marks = |panel: &str| -> Vec<f32> {
            let marks = reading::tags(panel).filter(|(tag, _)| tag.starts_with("circle class=\"m\""));
            marks
                .map(|(tag, _)| reading::attribute(tag, "cx").unwrap().parse().unwrap())
                .collect()
        };
        assert_eq!(marks(panels[0]), marks(panels[1]), "{size:?}");
        // The better rank is higher.
        assert!(panels[1].contains("data-text=\"1\""), "{size:?}");
    }
}

#[test]
fn bars_fill_the_given_size() {
    for count in [3, 13, 34, 63] {
        for size in [(960, 540), (960, 720), (1200, 630), (1920, 1080), (718, 500)] {
            let svg = outlined(&cases::bars(count), &style(size)).unwrap().svg;
            let (_, height) = reading::view_box(&svg);
            let edge = |name: &str| -> Vec<f32> {
                let bars = reading::tags(&svg).filter(|(tag, _)| tag.starts_with("rect class=\"m\""));
                bars.map(|(tag, _)| reading::attribute(tag, name).unwrap().parse().unwrap())
                    .collect()
            };
            let top = edge("y").into_iter().fold(f32::INFINITY, f32::min);
            let bottom = edge("y").into_iter().fold(0.0, f32::max);
            assert!(
                (bottom - top) / height > 0.25,
                "{count} bars in {size:?}: {top} {bottom} of {height}"
            );
        }
    }
}

#[test]
fn drawing_is_deterministic() {
    for (name, model) in cases::all() {
        let one = outlined(&model, &style((960, 540))).unwrap();
        assert_eq!(one, outlined(&model, &style((960, 540))).unwrap(), "{name}");
    }
}

#[test]
fn charts_that_cannot_be_drawn_are_rejected() {
    let mut model = cases::bars(3);
    if let ChartBody::Bars(bars) = &mut model.body {
        bars.rows[1].value = f64::NAN;
    }
    let result = outlined(&model, &style((960, 540)));
    assert_eq!(result, Err(RenderError::NotFinite("Quảng Ninh".into())));
    let result = outlined(&cases::bars(63), &style((960, 4)));
    assert!(
        matches!(result, Err(RenderError::TooSmall { height: 4, .. })),
        "{result:?}"
    );
}

#[test]
fn structure_of_a_small_picture() {
    let drawing = outlined(&cases::noted(cases::bars(3)), &style((480, 0))).unwrap();
    let mut lines = String::new();
    for (tag, _) in reading::tags(&drawing.svg).filter(|(tag, _)| !tag.starts_with('/')) {
        let without = |tag: &str| tag.split(" d=\"").next().unwrap_or_default().to_owned();
        let shown = if tag.contains("data-text") {
            without(tag)
        } else {
            tag.to_owned()
        };
        lines.push_str(&shown);
        lines.push('\n');
    }
    insta::assert_snapshot!(lines);
}
