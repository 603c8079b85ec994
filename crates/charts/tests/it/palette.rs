//! Contrast ratios (WCAG 2.2: 4.5:1 for text, 3:1 for marks).

use charts::{Theme, Token};

fn luminance(hex: &str) -> f64 {
    let digits = hex.trim_start_matches('#');
    let digits = if digits.len() == 3 {
        digits.chars().flat_map(|c| [c, c]).collect()
    } else {
        digits.to_owned()
    };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: Token, other: Token, theme: Theme) -> f64 {
    let (a, b) = (luminance(one.value(theme)), luminance(other.value(theme)));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_is_readable_on_every_background() {
    for theme in [Theme::Light, Theme::Dark] {
        for background in [Token::Card, Token::Paper] {
            for text in [Token::Ink, Token::Soft, Token::Accent, Token::Up, Token::Down] {
                let ratio = contrast(text, background, theme);
                assert!(ratio >= 4.5, "{text:?} on {background:?} in {theme:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn series_are_visible_on_a_card() {
    for theme in [Theme::Light, Theme::Dark] {
        for series in Token::SERIES {
            let ratio = contrast(series, Token::Card, theme);
            assert!(ratio >= 3.0, "{series:?} in {theme:?}: {ratio:.2}");
        }
    }
}

#[test]
fn a_highlighted_bar_stands_out_from_the_others() {
    for theme in [Theme::Light, Theme::Dark] {
        let ratio = contrast(Token::S1, Token::Bar, theme);
        assert!(ratio >= 3.0, "{theme:?}: {ratio:.2}");
    }
}

#[test]
fn every_token_is_a_css_variable_in_a_page() {
    for token in Token::ALL {
        assert_eq!(token.value(Theme::Page), format!("var(--{})", token.name()));
    }
}

#[test]
fn text_is_readable_on_every_class_of_a_map() {
    let dark_on = [Token::T1, Token::T2, Token::T3, Token::Fall, Token::Level, Token::Card];
    let light_on = [Token::T4, Token::Accent, Token::Up, Token::Down];
    for theme in [Theme::Light, Theme::Dark] {
        let pairs = dark_on.map(|background| (Token::Ink, background)).into_iter();
        for (text, background) in pairs.chain(light_on.map(|background| (Token::Card, background))) {
            let ratio = contrast(text, background, theme);
            assert!(ratio >= 4.5, "{text:?} on {background:?} in {theme:?}: {ratio:.2}");
        }
    }
}

#[test]
fn classes_of_a_map_are_ordered_by_lightness() {
    let classes = [Token::T1, Token::T2, Token::T3, Token::T4, Token::Accent];
    for theme in [Theme::Light, Theme::Dark] {
        for pair in classes.windows(2) {
            let card_contrast = |token| contrast(token, Token::Card, theme);
            assert!(card_contrast(pair[0]) < card_contrast(pair[1]), "{pair:?} in {theme:?}");
            let ratio = contrast(pair[0], pair[1], theme);
            assert!(ratio >= 1.3, "{pair:?} in {theme:?}: {ratio:.2}");
        }
    }
}

#[test]
fn the_style_sheet_has_the_same_values() {
    let style = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
    let css = std::fs::read_to_string(style.join("tokens.css")).unwrap();
    let (light, dark) = css.split_once("prefers-color-scheme: dark").unwrap();
    for token in Token::ALL {
        for (part, theme) in [(light, Theme::Light), (dark, Theme::Dark)] {
            let line = format!("--{}: {};", token.name(), token.value(theme));
            assert!(part.contains(&line), "{line}");
        }
    }
}
