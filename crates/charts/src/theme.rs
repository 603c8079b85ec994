//! Colours by name, and the value of each name in each theme.

/// The colours of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// CSS custom properties (`var(--ink)`): for SVG inside one of the product's own pages, coloured by the page's
    /// light or dark scheme.
    #[default]
    Page,
    /// Fixed colours on white: for files, slides and print.
    Light,
    /// Fixed colours on a dark background: for files.
    Dark,
}

/// A colour by its role in the design, never by its hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Token {
    /// Page background.
    Paper,
    /// Chart background.
    Card,
    /// Text.
    Ink,
    /// Secondary text and marks that must be visible, such as a reference line.
    Soft,
    /// Axis lines.
    Line,
    /// Grid lines and context series.
    Grid,
    /// The product's accent colour.
    Accent,
    /// Bars without emphasis.
    Bar,
    /// An improvement.
    Up,
    /// A deterioration.
    Down,
    /// First highlighted series.
    S1,
    /// Second highlighted series.
    S2,
    /// Third highlighted series.
    S3,
    /// Fourth highlighted series.
    S4,
    /// Fifth highlighted series.
    S5,
    /// Lowest of five classes on a map; text on the first three is in [`Token::Ink`].
    T1,
    /// Second class.
    T2,
    /// Third class.
    T3,
    /// Fourth class; text on it and on the fifth, [`Token::Accent`], is in [`Token::Card`].
    T4,
    /// A small fall, between [`Token::Down`] and [`Token::Level`].
    Fall,
    /// Neither a rise nor a fall.
    Level,
}

/// Name, CSS variable, light and dark value of every token, in the order of [`Token`].
const TABLE: [(&str, &str, &str, &str); 21] = [
    ("paper", "var(--paper)", "#fbfaf7", "#14181c"),
    ("card", "var(--card)", "#fff", "#1b2026"),
    ("ink", "var(--ink)", "#1d2327", "#eceef0"),
    ("soft", "var(--soft)", "#56606a", "#a4aeb8"),
    ("line", "var(--line)", "#dedbd2", "#323a43"),
    ("grid", "var(--grid)", "#d9d6cd", "#3a424b"),
    ("accent", "var(--accent)", "#12436d", "#8ec1ea"),
    ("bar", "var(--bar)", "#6a90b2", "#4a6f92"),
    ("up", "var(--up)", "#12436d", "#8ec1ea"),
    ("down", "var(--down)", "#b4470c", "#f5a06c"),
    ("s1", "var(--s1)", "#12436d", "#9ccbf0"),
    ("s2", "var(--s2)", "#f46a25", "#f58a4f"),
    ("s3", "var(--s3)", "#28a197", "#3fc1b5"),
    ("s4", "var(--s4)", "#801650", "#e57fb5"),
    ("s5", "var(--s5)", "#a285d1", "#b79be0"),
    ("t1", "var(--t1)", "#e3ecf4", "#22384c"),
    ("t2", "var(--t2)", "#b4cde3", "#2d5273"),
    ("t3", "var(--t3)", "#7da6cb", "#3a6a93"),
    ("t4", "var(--t4)", "#3f74a8", "#6c9fcb"),
    ("fall", "var(--fall)", "#f3c7a8", "#6b3d22"),
    ("level", "var(--level)", "#efece4", "#343a41"),
];

impl Token {
    /// Every token, for style sheets and tests.
    pub const ALL: [Self; 21] = [
        Self::Paper,
        Self::Card,
        Self::Ink,
        Self::Soft,
        Self::Line,
        Self::Grid,
        Self::Accent,
        Self::Bar,
        Self::Up,
        Self::Down,
        Self::S1,
        Self::S2,
        Self::S3,
        Self::S4,
        Self::S5,
        Self::T1,
        Self::T2,
        Self::T3,
        Self::T4,
        Self::Fall,
        Self::Level,
    ];

    /// The colours of the highlighted series, in order of use.
    pub const SERIES: [Self; 5] = [Self::S1, Self::S2, Self::S3, Self::S4, Self::S5];

    /// Returns the name of the CSS custom property without its dashes, such as `ink`.
    #[must_use]
    pub fn name(self) -> &'static str {
        TABLE[usize::from(self as u8)].0
    }

    /// Returns the colour as an SVG attribute value: `var(--ink)` or a hexadecimal colour.
    #[must_use]
    pub fn value(self, theme: Theme) -> &'static str {
        let row = &TABLE[usize::from(self as u8)];
        match theme {
            Theme::Page => row.1,
            Theme::Light => row.2,
            Theme::Dark => row.3,
        }
    }

    /// Returns the colour in the light theme.
    pub(crate) const fn light(self) -> &'static str {
        TABLE[self as usize].2
    }
}

/// Returns the channels of a hexadecimal colour such as `#fff` or `#1d2327`.
pub(crate) const fn rgb(hex: &str) -> (u8, u8, u8) {
    let digits = hex.as_bytes();
    if digits.len() == 4 {
        // Each digit is both digits of a channel.
        (digit(digits[1]) * 17, digit(digits[2]) * 17, digit(digits[3]) * 17)
    } else {
        (
            digit(digits[1]) * 16 + digit(digits[2]),
            digit(digits[3]) * 16 + digit(digits[4]),
            digit(digits[5]) * 16 + digit(digits[6]),
        )
    }
}

/// Returns the value of a lower-case hexadecimal digit.
const fn digit(byte: u8) -> u8 {
    match byte {
        b'a'..=b'f' => byte - b'a' + 10,
        _ => byte - b'0',
    }
}
