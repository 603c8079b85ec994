//! The texts of the rows of where a province stands: their columns, looks and widths.

use domain::chart::{ChangeSign, SpineRow};

use crate::RenderError;
use crate::fonts;
use crate::surface::{Shape, Surface, Type};
use crate::theme::Token;

/// Width of the shape of a change with the space after it, in CSS px.
pub(crate) const SHAPE: f64 = 15.0;

/// The columns of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Label,
    Year,
    Value,
    Rank,
    Change,
}

pub(crate) const COLUMNS: [Column; 5] = [Column::Label, Column::Year, Column::Value, Column::Rank, Column::Change];

pub(crate) fn look(column: Column) -> Type {
    match column {
        Column::Label => Type::new(15.0, Token::Ink).bold(),
        Column::Year => Type::new(13.0, Token::Soft),
        Column::Value | Column::Change => Type::new(14.0, Token::Ink),
        Column::Rank => Type::new(15.0, Token::Ink).bold(),
    }
}

pub(crate) fn head_look() -> Type {
    Type::new(12.0, Token::Soft)
}

pub(crate) fn note_look() -> Type {
    Type::new(13.0, Token::Soft)
}

pub(crate) fn text(row: &SpineRow, column: Column) -> &str {
    match column {
        Column::Label => &row.label,
        Column::Year => &row.year,
        Column::Value => &row.value,
        Column::Rank => &row.rank,
        Column::Change => &row.change.text,
    }
}

/// Room for the shape before the text of a change.
pub(crate) fn shape_room(row: &SpineRow, column: Column) -> f64 {
    match (column, row.change.sign) {
        (Column::Change, ChangeSign::None) => 0.0,
        (Column::Change, _) => SHAPE,
        _ => 0.0,
    }
}

pub(crate) fn widest(lines: &[String], look: Type) -> Result<f64, RenderError> {
    fonts::widest(lines.iter().map(String::as_str), look.face, look.size)
}

/// Up, down, the same, not comparable.
pub(crate) fn change_shape(surface: &Surface, sign: ChangeSign, (x, y): (f64, f64)) -> Result<(), RenderError> {
    let bars = |color: Token, slash: bool| {
        let mut points = vec![
            (x - 4.5, y - 2.0),
            (x + 4.5, y - 2.0),
            (x - 4.5, y + 2.0),
            (x + 4.5, y + 2.0),
        ];
        if slash {
            points.extend([(x - 3.0, y + 5.5), (x + 3.0, y - 5.5)]);
        }
        let cuts = (2..points.len()).step_by(2).collect();
        surface.strokes(points, cuts, color, 1.5)
    };
    match sign {
        ChangeSign::None => Ok(()),
        ChangeSign::Up => surface.marker(Shape::Triangle, (x, y), 4.2, Token::Up),
        ChangeSign::Down => surface.marker(Shape::Falling, (x, y), 4.2, Token::Down),
        ChangeSign::Same => bars(Token::Soft, false),
        ChangeSign::Apart => bars(Token::Down, true),
    }
}
