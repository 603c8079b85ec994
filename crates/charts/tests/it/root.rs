//! The root element: accessible, safe in any page, with unique ids.

use charts::{Options, RenderError, Theme, svg};

use crate::{cases, reading};

fn page(width: u32) -> Options {
    Options {
        theme: Theme::Page,
        frame: false,
        ..cases::options(width)
    }
}

#[test]
fn images_have_no_styles_or_scripts() {
    for (name, model) in cases::all() {
        let image = svg(&model, &page(720)).unwrap();
        for forbidden in [" style=", "<style", "<script", "NaN", "inf", "href"] {
            assert!(!image.contains(forbidden), "{name}: {forbidden}");
        }
    }
}

#[test]
fn title_and_description_label_the_image() {
    let image = svg(&cases::lines(), &page(720)).unwrap();
    assert!(image.contains(r#"role="img" aria-labelledby="c7-t c7-d""#));
    assert!(image.contains(r#"<desc id="c7-d">Đà Nẵng 70,00 điểm &amp; hạng 1.</desc>"#));
    let ids: Vec<&str> = reading::tags(&image)
        .filter_map(|(tag, _)| reading::attribute(tag, "id"))
        .collect();
    assert_eq!(ids, ["c7-t", "c7-d"]);
}

#[test]
fn a_page_decides_width_and_colours() {
    let image = svg(&cases::bars(5), &page(720)).unwrap();
    let root = image.split('>').next().unwrap();
    assert!(!root.contains(" width=") && !root.contains(" height="));
    assert!(!image.contains("\"#"), "a fixed colour in a page's image");
    let image = svg(&cases::bars(5), &cases::options(720)).unwrap();
    assert!(!image.contains("var("), "a variable in a file");
}

#[test]
fn texts_of_the_model_are_escaped() {
    let image = svg(&cases::bars(12), &page(720)).unwrap();
    assert!(image.contains(">Kỳ Sơn &lt;b&gt;&quot;&amp;</text>"));
    assert!(!image.contains("<b>"));
}

#[test]
fn invalid_id_prefixes_are_rejected() {
    for id in ["", "1a", "a b", "a\"b", "đ"] {
        let options = Options {
            id: id.into(),
            ..page(720)
        };
        assert_eq!(svg(&cases::bars(3), &options), Err(RenderError::Id(id.into())));
    }
}

#[test]
fn a_sparkline_is_tiny_and_hidden_from_assistive_technology() {
    let image = svg(&cases::spark(), &page(0)).unwrap();
    assert!(image.len() < 400, "{} bytes", image.len());
    assert!(image.contains(r#"width="66" height="20""#));
    assert!(image.contains(r#"aria-hidden="true""#));
    assert!(!image.contains("<title") && !image.contains("<desc") && !image.contains("data-tip"));
}

#[test]
fn images_stay_small() {
    for (name, model, max_bytes) in [
        ("bars", cases::bars(63), 20_000),
        ("bump", cases::bump(63, &[0, 1, 2, 3, 4]), 20_000),
        ("components", cases::components(10), 14_000),
    ] {
        let size = svg(&model, &page(720)).unwrap().len();
        assert!(size < max_bytes, "{name}: {size} bytes");
    }
}
