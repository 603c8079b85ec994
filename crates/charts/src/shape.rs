//! The shapes of markers.

/// Shape of a marker, which distinguishes series without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    Plus,
    /// A triangle that points down.
    TriangleDown,
    /// A diagonal cross.
    Cross,
}

impl Shape {
    /// Returns the shape of the highlighted series with this number.
    pub(crate) fn of_series(number: u8) -> Self {
        match number % 5 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            _ => Self::Plus,
        }
    }

    /// Returns the corners around the centre for a radius of one; all shapes have about the same visual size.
    pub(crate) fn corners(self) -> &'static [(f64, f64)] {
        const A: f64 = 0.42;
        const B: f64 = 1.18;
        match self {
            Self::Circle => &[],
            Self::Square => &[(-0.92, -0.92), (0.92, -0.92), (0.92, 0.92), (-0.92, 0.92)],
            Self::Triangle => &[(0.0, -1.3), (1.25, 0.95), (-1.25, 0.95)],
            Self::TriangleDown => &[(0.0, 1.3), (-1.25, -0.95), (1.25, -0.95)],
            Self::Cross => &[
                (-1.13, -0.54),
                (-0.54, -1.13),
                (0.0, -0.59),
                (0.54, -1.13),
                (1.13, -0.54),
                (0.59, 0.0),
                (1.13, 0.54),
                (0.54, 1.13),
                (0.0, 0.59),
                (-0.54, 1.13),
                (-1.13, 0.54),
                (-0.59, 0.0),
            ],
            Self::Diamond => &[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)],
            Self::Plus => &[
                (-A, -B),
                (A, -B),
                (A, -A),
                (B, -A),
                (B, A),
                (A, A),
                (A, B),
                (-A, B),
                (-A, A),
                (-B, A),
                (-B, -A),
                (-A, -A),
            ],
        }
    }
}
