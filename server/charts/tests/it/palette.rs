//! Contrast by numbers (WCAG 2.2: 4.5:1 for text, 3:1 for marks).

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
fn text_is_readable_on_every_ground() {
    for theme in [Theme::Light, Theme::Dark] {
        for ground in [Token::Card, Token::Paper] {
            for text in [Token::Ink, Token::Soft, Token::Accent, Token::Up, Token::Down] {
                let ratio = contrast(text, ground, theme);
                assert!(ratio >= 4.5, "{text:?} on {ground:?} in {theme:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn series_are_seen_on_a_card() {
    for theme in [Theme::Light, Theme::Dark] {
        for series in Token::SERIES {
            let ratio = contrast(series, Token::Card, theme);
            assert!(ratio >= 3.0, "{series:?} in {theme:?}: {ratio:.2}");
        }
    }
}

#[test]
fn a_highlighted_bar_parts_from_the_others() {
    for theme in [Theme::Light, Theme::Dark] {
        let ratio = contrast(Token::S1, Token::Bar, theme);
        assert!(ratio >= 3.0, "{theme:?}: {ratio:.2}");
    }
}

#[test]
fn every_token_has_its_name_in_a_page() {
    for token in Token::ALL {
        assert_eq!(token.value(Theme::Page), format!("var(--{})", token.name()));
    }
}
