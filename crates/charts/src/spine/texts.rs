//! The texts of a row in a position chart: their columns, styles and widths.

use domain::chart::{ChangeSign, SpineChange, SpineRow};

use crate::RenderError;
use crate::elements::{Marker, Strokes, stroke};
use crate::fonts;
use crate::shape::Shape;
use crate::style::TextStyle;
use crate::surface::Surface;
use crate::theme::Token;
use crate::units::to_canvas;

/// Width of the shape of a change with the space after it, in CSS px.
pub(crate) const SHAPE_WIDTH: f64 = 15.0;

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

pub(crate) fn column_style(column: Column) -> TextStyle {
    match column {
        Column::Label => TextStyle::new(15.0, Token::Ink).bold(),
        Column::Year => TextStyle::new(13.0, Token::Soft),
        Column::Value | Column::Change => TextStyle::new(14.0, Token::Ink),
        Column::Rank => TextStyle::new(15.0, Token::Ink).bold(),
    }
}

pub(crate) fn heading_style() -> TextStyle {
    TextStyle::new(12.0, Token::Soft)
}

pub(crate) fn note_style() -> TextStyle {
    TextStyle::new(13.0, Token::Soft)
}

pub(crate) fn column_text(row: &SpineRow, column: Column) -> &str {
    match column {
        Column::Label => &row.label,
        Column::Year => &row.year,
        Column::Value => &row.value,
        Column::Rank => &row.rank,
        Column::Change => &row.change.text,
    }
}

/// Returns the space for the shape in front of a change's text; 0 for other texts.
pub(crate) fn shape_width(row: &SpineRow, column: Column) -> f64 {
    match (column, row.change.sign) {
        (Column::Change, ChangeSign::None) => 0.0,
        (Column::Change, _) => SHAPE_WIDTH,
        _ => 0.0,
    }
}

pub(crate) fn widest(lines: &[String], style: TextStyle) -> Result<f64, RenderError> {
    fonts::widest(lines.iter().map(String::as_str), style.face, style.size)
}

/// Draws the shape of a change with its tooltip: up, down, unchanged, or not comparable.
pub(crate) fn change_shape(surface: &Surface, change: &SpineChange, (x, y): (f64, f64)) -> Result<(), RenderError> {
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
        let points = points.into_iter().map(to_canvas).collect();
        surface.draw(&Strokes::pairs(points, stroke(color, 1.5)).tip(change.words.clone()))
    };
    let triangle = |shape: Shape, color: Token| {
        let marker = Marker::new(to_canvas((x, y)), shape, 4.2, color);
        surface.draw(&marker.tip(change.words.clone()))
    };
    match change.sign {
        ChangeSign::None => Ok(()),
        ChangeSign::Up => triangle(Shape::Triangle, Token::Up),
        ChangeSign::Down => triangle(Shape::TriangleDown, Token::Down),
        ChangeSign::Same => bars(Token::Soft, false),
        ChangeSign::Apart => bars(Token::Down, true),
    }
}
