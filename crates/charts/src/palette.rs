//! The colours in which plotters sees the tokens.
//!
//! A drawing is the same in every theme, so plotters cannot be given a theme's colours: drawing code passes the colours
//! of one palette, and the canvas resolves each back to its token, whose value depends on the theme. The palette has
//! the light theme's colours, so a drawing on any other plotters backend looks as in that theme.

use plotters::style::{Color, Palette};
use plotters_backend::BackendColor;

use crate::theme::{Token, rgb};

/// One distinct colour per token, in the order of [`Token::ALL`].
pub(crate) struct TokenPalette;

impl Palette for TokenPalette {
    const COLORS: &'static [(u8, u8, u8)] = &distinct_colors();
}

/// A colour that is not in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the colour {0:?} is not in the palette")]
pub(crate) struct UnknownColor(pub(crate) (u8, u8, u8));

impl Token {
    /// Returns the token that a colour of the palette stands for; the opacity is not part of it.
    pub(crate) fn of_color(color: BackendColor) -> Result<Self, UnknownColor> {
        let index = TokenPalette::COLORS.iter().position(|other| *other == color.rgb);
        let token = index.and_then(|index| Self::ALL.get(index));
        token.copied().ok_or(UnknownColor(color.rgb))
    }
}

impl Color for Token {
    fn to_backend_color(&self) -> BackendColor {
        TokenPalette::pick(*self as usize).to_backend_color()
    }
}

/// Returns the light theme's colours. Tokens that look the same there, such as the accent and the first series, differ
/// by the least amount of blue.
const fn distinct_colors() -> [(u8, u8, u8); Token::ALL.len()] {
    let mut colors = [(0, 0, 0); Token::ALL.len()];
    let mut index = 0;
    while index < colors.len() {
        let mut color = rgb(Token::ALL[index].light());
        let mut other = 0;
        while other < index {
            if colors[other].0 == color.0 && colors[other].1 == color.1 && colors[other].2 == color.2 {
                color.2 += 1;
                // An earlier colour may already have the changed value.
                other = 0;
            } else {
                other += 1;
            }
        }
        colors[index] = color;
        index += 1;
    }
    colors
}

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea as _;
    use plotters::element::{PathElement, Rectangle};

    use super::*;
    use crate::canvas::{Canvas, TextMode};
    use crate::theme::Theme;

    #[test]
    fn every_token_has_its_own_color_which_looks_as_in_the_light_theme() {
        for (index, token) in Token::ALL.into_iter().enumerate() {
            let color = TokenPalette::COLORS[index];
            assert!(!TokenPalette::COLORS[..index].contains(&color), "{token:?}");
            let (r, g, b) = rgb(token.value(Theme::Light));
            assert!((r, g) == (color.0, color.1) && color.2 - b <= 2, "{token:?}: {color:?}");
        }
    }

    #[test]
    fn every_token_survives_the_way_through_plotters() {
        for token in Token::ALL {
            let canvas = std::rc::Rc::new(std::cell::RefCell::new(Canvas::new(
                (9, 9),
                Theme::Page,
                TextMode::Text,
            )));
            let area = plotters::drawing::DrawingArea::from(&canvas);
            area.draw(&Rectangle::new([(0, 0), (4, 4)], token.mix(0.5).filled()))
                .unwrap();
            area.draw(&PathElement::new(vec![(0, 0), (4, 4)], token)).unwrap();
            let svg = canvas.borrow_mut().take();
            let paint = token.value(Theme::Page);
            // Ink is the fill of the root element.
            let filled = token == Token::Ink || svg.contains(&format!(r#" fill="{paint}""#));
            let stroked = svg.contains(&format!(r#" stroke="{paint}""#));
            assert!(filled && stroked && svg.contains(r#" fill-opacity=".5""#), "{svg}");
        }
    }

    #[test]
    fn a_color_outside_the_palette_is_an_error() {
        let canvas = Canvas::new((9, 9), Theme::Page, TextMode::Text);
        let area = canvas.into_drawing_area();
        let black = plotters::style::BLACK.filled();
        let error = area.draw(&Rectangle::new([(0, 0), (4, 4)], black)).unwrap_err();
        assert!(error.to_string().contains("(0, 0, 0) is not in the palette"), "{error}");
    }
}
