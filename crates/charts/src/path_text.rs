//! SVG path data in the shortest notation.

use std::fmt::Write as _;

use plotters_backend::BackendCoord;

/// Writer of path data: a start point, then relative steps in the shortest notation.
#[derive(Default)]
pub(crate) struct PathText {
    last: BackendCoord,
    command: char,
    /// No line leads to or from the last point yet.
    isolated: bool,
}

impl PathText {
    /// Begins a line. Coordinate pairs after `m` are relative lines and need no command letter.
    pub(crate) fn start(&mut self, point: BackendCoord, out: &mut String) {
        self.end(out);
        let (dx, dy) = (point.0 - self.last.0, point.1 - self.last.1);
        self.step('m', &[dx, dy], out);
        self.command = 'l';
        self.last = point;
        self.isolated = true;
    }

    pub(crate) fn line(&mut self, point: BackendCoord, out: &mut String) {
        let (dx, dy) = (point.0 - self.last.0, point.1 - self.last.1);
        match (dx, dy) {
            (_, 0) => self.step('h', &[dx], out),
            (0, _) => self.step('v', &[dy], out),
            _ => self.step('l', &[dx, dy], out),
        }
        self.last = point;
        self.isolated = false;
    }

    /// Ends the line. A single point becomes a dot, given round line caps.
    pub(crate) fn end(&mut self, out: &mut String) {
        if std::mem::take(&mut self.isolated) {
            out.push_str("h0");
            self.command = 'h';
        }
    }

    fn step(&mut self, command: char, numbers: &[i32], out: &mut String) {
        let mut needs_separator = self.command == command;
        if !needs_separator {
            out.push(command);
            self.command = command;
        }
        for number in numbers {
            if needs_separator && *number >= 0 {
                out.push(' ');
            }
            let _ = write!(out, "{number}");
            needs_separator = true;
        }
    }
}
