//! Converts a briefing into a sequence of pieces.

use domain::briefing::{Block, BriefChart, BriefSource, Briefing, Phrase, Section};
use messages::{briefing as words, fill};

use crate::{
    faces::{Faces, Weight},
    lines::TextStyle,
    pages::WIDTH,
    picture::Pictures,
    piece::{Kind, LEADING, Part, Piece, TextBox, Tone, regular, semibold, typeset},
    table,
};

/// Font sizes, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub(crate) title: f32,
    pub(crate) heading: f32,
    pub(crate) body: f32,
    pub(crate) table: f32,
    pub(crate) small: f32,
}

impl Sizes {
    pub(crate) const fn scaled(factor: f32) -> Self {
        Self {
            title: 18.0 * factor,
            heading: 11.5 * factor,
            body: 9.6 * factor,
            table: 8.8 * factor,
            small: 7.8 * factor,
        }
    }
}

/// Width of the bullet and of the number before a list item, in points.
const BULLET_WIDTH: f32 = 9.0;
const NUMBER_WIDTH: f32 = 16.0;

/// Builds pieces and numbers lists and tables.
pub(crate) struct Flow<'a> {
    faces: &'a Faces,
    pictures: &'a Pictures<'a>,
    sizes: Sizes,
    count: usize,
    pieces: Vec<Piece>,
}

/// Returns the title, the subtitle and the given sections as pieces.
pub(crate) fn pieces(
    briefing: &Briefing,
    sections: &[&Section],
    (faces, pictures): (&Faces, &Pictures<'_>),
    sizes: Sizes,
) -> Vec<Piece> {
    let mut flow = Flow {
        faces,
        pictures,
        sizes,
        count: 0,
        pieces: Vec::new(),
    };
    let title = (semibold(sizes.title), Tone::Accent);
    flow.text(&briefing.title, Kind::Title, title, 0.0, 0);
    flow.text(
        &briefing.subtitle,
        Kind::Text,
        (regular(sizes.body), Tone::Soft),
        0.0,
        0,
    );
    for (at, section) in sections.iter().enumerate() {
        flow.section(section, at);
    }
    flow.pieces
}

/// Returns the note that lists what was left out, the last piece, linked to the web page.
pub(crate) fn left_out(briefing: &Briefing, omissions: &[String], faces: &Faces, sizes: Sizes) -> Piece {
    let text = fill!(words::LEFT_OUT, briefing.lang, omissions = &omissions.join("; "));
    let text_box = TextBox {
        x: 0.0,
        width: WIDTH,
        style: semibold(sizes.small),
        tone: Tone::Ink,
        align_right: false,
    };
    let (part, height) = typeset(faces, &text, text_box, 0.0);
    Piece {
        kind: Kind::Text,
        space_above: sizes.body,
        height,
        keep_with_next: false,
        parts: vec![Part {
            link: Some(briefing.page.clone()),
            ..part
        }],
        picture: None,
        rule_below: None,
        section: usize::MAX,
    }
}

impl Flow<'_> {
    fn text(&mut self, text: &str, kind: Kind, (style, tone): (TextStyle, Tone), space_above: f32, section: usize) {
        let text_box = TextBox {
            x: 0.0,
            width: WIDTH,
            style,
            tone,
            align_right: false,
        };
        let (part, height) = typeset(self.faces, text, text_box, 0.0);
        self.pieces.push(Piece {
            kind,
            space_above,
            height,
            keep_with_next: matches!(kind, Kind::Title | Kind::Heading(_)),
            parts: vec![part],
            picture: None,
            rule_below: None,
            section,
        });
    }

    fn section(&mut self, section: &Section, at: usize) {
        let sizes = self.sizes;
        let heading = (semibold(sizes.heading), Tone::Accent);
        self.text(&section.heading, Kind::Heading(at), heading, sizes.heading * 0.9, at);
        for block in &section.blocks {
            match block {
                Block::Text(phrase) => {
                    let style = (regular(sizes.body), Tone::Ink);
                    self.text(&phrase.with_numbers(), Kind::Text, style, sizes.body * 0.25, at);
                }
                Block::Small(text) => {
                    let style = (regular(sizes.small), Tone::Soft);
                    self.text(text, Kind::Text, style, sizes.small * 0.3, at);
                }
                Block::List(points) => self.list(points, at),
                Block::Chart(chart) => self.chart(chart, at),
                Block::Sources(sources) => self.sources(sources, at),
                Block::Table(table) => {
                    self.count += 1;
                    let pieces = table::pieces(self.faces, table, &sizes, (self.count, at));
                    self.pieces.extend(pieces);
                    for note in &table.notes {
                        let style = (regular(sizes.small), Tone::Soft);
                        self.text(note, Kind::Text, style, sizes.small * 0.3, at);
                    }
                }
            }
        }
    }

    /// Adds a chart with its subtitle as a caption above it.
    fn chart(&mut self, chart: &BriefChart, section: usize) {
        let Some(picture) = self.pictures.get(chart) else {
            return;
        };
        let style = (regular(self.sizes.small), Tone::Soft);
        let gap = self.sizes.body * 0.6;
        self.text(&chart.model.subtitle, Kind::Text, style, gap, section);
        if let Some(caption) = self.pieces.last_mut() {
            caption.keep_with_next = true;
        }
        self.pieces.push(Piece {
            kind: Kind::Figure,
            space_above: self.sizes.small * 0.4,
            height: picture.vector.size().1,
            keep_with_next: false,
            parts: Vec::new(),
            picture: Some(picture.clone()),
            rule_below: None,
            section,
        });
    }

    fn list(&mut self, points: &[Phrase], section: usize) {
        self.count += 1;
        let size = self.sizes.body;
        for point in points {
            let body = self.labelled("•", &point.with_numbers(), BULLET_WIDTH, size);
            self.push(Kind::Item(self.count), body, size * 0.15, section);
        }
    }

    fn sources(&mut self, sources: &[BriefSource], section: usize) {
        self.count += 1;
        let size = self.sizes.small;
        for (i, source) in sources.iter().enumerate() {
            let (mut parts, height) = self.labelled(&format!("{}.", i + 1), &source.text, NUMBER_WIDTH, size);
            if let Some(body) = parts.last_mut().filter(|_| !source.url.is_empty()) {
                body.link = Some(source.url.clone());
            }
            self.push(Kind::NumberedItem(self.count), (parts, height), 0.0, section);
        }
    }

    /// Returns a label and the text next to it, with their height.
    fn labelled(&self, label: &str, text: &str, indent: f32, size: f32) -> (Vec<Part>, f32) {
        let text_box = |x, width, tone| TextBox {
            x,
            width,
            style: TextStyle {
                size,
                weight: Weight::Regular,
            },
            tone,
            align_right: false,
        };
        let (label, _) = typeset(self.faces, label, text_box(0.0, indent, Tone::Soft), 0.0);
        let (body, height) = typeset(self.faces, text, text_box(indent, WIDTH - indent, Tone::Ink), 0.0);
        (vec![label, body], height.max(size * LEADING))
    }

    fn push(&mut self, kind: Kind, (parts, height): (Vec<Part>, f32), space_above: f32, section: usize) {
        self.pieces.push(Piece {
            kind,
            space_above,
            height,
            keep_with_next: false,
            parts,
            picture: None,
            rule_below: None,
            section,
        });
    }
}
