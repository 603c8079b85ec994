//! Extracts the glyphs of a page and their positions (ISO 32000-1, 8.3, 9.4).

use std::io::Write as _;
use std::rc::Rc;

use domain::upload::Issue;
use flate2::write::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::font::{Font, Fonts};
use crate::budget::Budget;

/// Maximum depths of nested forms and of the graphics state stack.
const DEPTH: usize = 10;
const STATES: usize = 100;

/// Maximum compressed size of a stream with a rare filter, in bytes: its uncompressed size cannot be bounded
/// beforehand.
const RARE: usize = 1 << 20;

/// A glyph on an upright page; y grows upwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) text: String,
}

/// A transformation matrix: the six numbers of 8.3.3.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Concatenates two transformations: first `a`, then `b`.
fn then(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone, Debug)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Returns the glyphs of a page.
///
/// # Errors
/// If the budget is exceeded.
pub(super) fn of_page(page: &Page<'_>, fonts: &mut Fonts, budget: &Budget) -> Result<Vec<Glyph>, Issue> {
    let upright = match page.rotation() {
        Rotation::None => IDENTITY,
        Rotation::Horizontal => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
        Rotation::Flipped => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
        Rotation::FlippedHorizontal => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
    };
    let mut reader = Reader {
        fonts,
        budget,
        found: Vec::new(),
    };
    let mut content = Vec::new();
    let streams = page.raw().get::<Array<'_>>("Contents");
    let streams = streams.iter().flat_map(Array::iter::<Stream<'_>>);
    for stream in streams.chain(page.raw().get::<Stream<'_>>("Contents")) {
        content.extend(decoded(&stream, budget)?);
        content.push(b'\n');
    }
    reader.read(&content, page.resources(), upright, 0)?;
    Ok(reader.found)
}

/// Returns the uncompressed data of a stream, after charging its size to the budget.
///
/// # Errors
/// If the budget is exceeded.
pub(super) fn decoded(stream: &Stream<'_>, budget: &Budget) -> Result<Vec<u8>, Issue> {
    let raw = stream.raw_data();
    match stream.filters().as_slice() {
        [] => {}
        [Filter::FlateDecode] => {
            let mut decoder = ZlibDecoder::new(CountingSink { budget });
            for chunk in raw.chunks(1 << 14) {
                budget.begin_token();
                if decoder.write_all(chunk).is_err() {
                    break;
                }
            }
        }
        _ if raw.len() > RARE => return Err(budget.limit_issue()),
        _ => {}
    }
    if budget.is_exceeded() {
        return Err(budget.limit_issue());
    }
    // A malformed stream has no glyphs.
    Ok(stream
        .decoded_data()
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_default())
}

/// A sink that only counts the uncompressed bytes.
struct CountingSink<'b> {
    budget: &'b Budget,
}

impl std::io::Write for CountingSink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.budget.begin_token();
        self.budget.unpack(bytes.len())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Reader<'r> {
    fonts: &'r mut Fonts,
    budget: &'r Budget,
    found: Vec<Glyph>,
}

fn numbers<const N: usize>(operands: &[Object<'_>]) -> Option<[f64; N]> {
    let mut out = [0.0; N];
    for (out, operand) in out.iter_mut().zip(operands.iter()) {
        *out = as_number(operand)?;
    }
    (operands.len() >= N).then_some(out)
}

fn as_number(operand: &Object<'_>) -> Option<f64> {
    match operand {
        Object::Number(number) => Some(number.as_f64()).filter(|n| n.is_finite()),
        _ => None,
    }
}

impl Reader<'_> {
    fn read(&mut self, content: &[u8], resources: &Resources<'_>, page: Matrix, depth: usize) -> Result<(), Issue> {
        let mut state = State {
            page,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut line) = (IDENTITY, IDENTITY);
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            self.budget.steps(1)?;
            let operands: Vec<Object<'_>> = operation.operands().cloned().collect();
            match &**operation.operator {
                b"q" if saved.len() < STATES => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => {
                    if let Some(matrix) = numbers::<6>(&operands) {
                        state.page = then(matrix, state.page);
                    }
                }
                b"BT" => (text, line) = (IDENTITY, IDENTITY),
                b"Tf" => self.set_font(&mut state, &operands, resources)?,
                b"Tm" => {
                    if let Some(matrix) = numbers::<6>(&operands) {
                        (text, line) = (matrix, matrix);
                    }
                }
                name @ (b"Td" | b"TD") => {
                    if let Some([x, y]) = numbers::<2>(&operands) {
                        if name == b"TD" {
                            state.leading = -y;
                        }
                        line = then([1.0, 0.0, 0.0, 1.0, x, y], line);
                        text = line;
                    }
                }
                name @ (b"T*" | b"'" | b"\"") => {
                    line = then([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    text = line;
                    if name == b"\""
                        && let Some([word_space, character_space]) = numbers::<2>(&operands)
                    {
                        (state.word_space, state.character_space) = (word_space, character_space);
                    }
                    if let (true, Some(Object::String(shown))) = (name != b"T*", operands.last()) {
                        self.show(&state, &mut text, shown.as_bytes())?;
                    }
                }
                b"Tj" => {
                    if let Some(Object::String(shown)) = operands.first() {
                        self.show(&state, &mut text, shown.as_bytes())?;
                    }
                }
                b"TJ" => {
                    if let Some(Object::Array(parts)) = operands.first() {
                        self.show_parts(&state, &mut text, parts)?;
                    }
                }
                b"Do" => self.form(&operands, resources, state.page, depth)?,
                name => set_parameter(&mut state, name, &operands),
            }
        }
        Ok(())
    }

    fn set_font(&mut self, state: &mut State, operands: &[Object<'_>], resources: &Resources<'_>) -> Result<(), Issue> {
        if let [Object::Name(name), size, ..] = operands {
            state.size = as_number(size).unwrap_or(0.0);
            state.font = match resources.get_font(name) {
                Some(dict) => Some(self.fonts.get(&dict, self.budget)?),
                None => None,
            };
        }
        Ok(())
    }

    /// Reads a form: a part of a page with its own resources.
    fn form(
        &mut self,
        operands: &[Object<'_>],
        resources: &Resources<'_>,
        page: Matrix,
        depth: usize,
    ) -> Result<(), Issue> {
        let Some(Object::Name(name)) = operands.first() else {
            return Ok(());
        };
        let stream = resources.get_x_object(name).filter(|stream| {
            let kind = stream.dict().get::<Name<'_>>("Subtype");
            kind.is_some_and(|kind| kind.as_ref() == b"Form")
        });
        let Some(stream) = stream.filter(|_| depth < DEPTH) else {
            return Ok(());
        };
        let own_resources = stream.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let matrix: Vec<f64> = stream
            .dict()
            .get::<Array<'_>>("Matrix")
            .iter()
            .flat_map(Array::iter::<f64>)
            .take(6)
            .collect();
        let matrix = Matrix::try_from(matrix).unwrap_or(IDENTITY);
        let content = decoded(&stream, self.budget)?;
        self.read(
            &content,
            own_resources.as_ref().unwrap_or(resources),
            then(matrix, page),
            depth + 1,
        )
    }

    /// Shows texts and applies the spacing between them.
    fn show_parts(&mut self, state: &State, text: &mut Matrix, parts: &Array<'_>) -> Result<(), Issue> {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::Number(number) => {
                    let backward = number.as_f64() / 1000.0 * state.size * state.stretch;
                    *text = then([1.0, 0.0, 0.0, 1.0, -backward, 0.0], *text);
                }
                Object::String(shown) => self.show(state, text, shown.as_bytes())?,
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, state: &State, text: &mut Matrix, bytes: &[u8]) -> Result<(), Issue> {
        let Some(font) = &state.font else {
            return Ok(());
        };
        for shown in font.glyphs(bytes) {
            self.budget.steps(1)?;
            let scale = [state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise];
            let matrix = then(then(scale, *text), state.page);
            let x_scale = matrix[0].hypot(matrix[1]);
            let size = matrix[2].hypot(matrix[3]);
            // Text that is not horizontal is a watermark or an axis label.
            let is_horizontal = matrix[0] > 0.0 && matrix[1].abs() < 0.1 * matrix[0];
            if is_horizontal && matrix.iter().all(|n| n.is_finite()) && !shown.text.is_empty() {
                self.budget.cells(1)?;
                self.budget.text(shown.text.len())?;
                self.found.push(Glyph {
                    x: matrix[4],
                    y: matrix[5],
                    width: shown.width * x_scale,
                    size,
                    text: shown.text,
                });
            }
            let extra = if shown.is_space { state.word_space } else { 0.0 };
            let advance = (shown.width * state.size + state.character_space + extra) * state.stretch;
            *text = then([1.0, 0.0, 0.0, 1.0, advance, 0.0], *text);
        }
        Ok(())
    }
}

/// Applies operators that set one number of the state.
fn set_parameter(state: &mut State, name: &[u8], operands: &[Object<'_>]) {
    let Some([value]) = numbers::<1>(operands) else {
        return;
    };
    match name {
        b"Tc" => state.character_space = value,
        b"Tw" => state.word_space = value,
        b"Tz" => state.stretch = value / 100.0,
        b"TL" => state.leading = value,
        b"Ts" => state.rise = value,
        _ => {}
    }
}
