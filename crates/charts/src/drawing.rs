//! A picture that was drawn.

/// A drawn picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The SVG; for [`outlined`](crate::outlined), its texts are outlines of the bundled font, each with the text it shows as an
    /// attribute.
    pub svg: String,
    /// Width in CSS px.
    pub width: u32,
    /// Height in CSS px.
    pub height: u32,
}
