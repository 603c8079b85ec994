//! The colours of a tile map.

use domain::chart::Tiles;

use crate::theme::Token;

/// Returns the colour of a class. Fewer than five classes are spread over the whole range.
pub(crate) fn class_color(tiles: &Tiles, class: usize) -> Token {
    const SEQUENTIAL: [Token; 5] = [Token::T1, Token::T2, Token::T3, Token::T4, Token::Accent];
    const DIVERGING: [Token; 5] = [Token::Down, Token::Fall, Token::Level, Token::T2, Token::Up];
    let chosen: &[usize] = match (tiles.classes.len(), tiles.diverging) {
        (0 | 1, _) => &[2],
        (2, false) => &[1, 4],
        (2, true) => &[0, 4],
        (3, _) => &[0, 2, 4],
        (4, _) => &[0, 1, 3, 4],
        _ => &[0, 1, 2, 3, 4],
    };
    let palette = if tiles.diverging { DIVERGING } else { SEQUENTIAL };
    palette[chosen[class.min(chosen.len() - 1)]]
}

/// Returns the text colour that is readable on a class.
pub(crate) fn ink_on(background: Token) -> Token {
    match background {
        Token::T4 | Token::Accent | Token::Up | Token::Down => Token::Card,
        _ => Token::Ink,
    }
}
