//! A briefing as a row of pieces.

use domain::briefing::{Block, BriefChart, BriefSource, Briefing, Phrase, Section};

use crate::{
    faces::{Faces, Weight},
    pages::WIDTH,
    picture::Pictures,
    piece::{Kind, LEADING, Part, Piece, Place, Tone, regular, semibold, set},
    table,
};

/// Sizes of type, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    pub(crate) title: f32,
    pub(crate) heading: f32,
    pub(crate) body: f32,
    pub(crate) table: f32,
    pub(crate) small: f32,
}

impl Sizes {
    pub(crate) const fn scaled(by: f32) -> Self {
        Self {
            title: 18.0 * by,
            heading: 11.5 * by,
            body: 9.6 * by,
            table: 8.8 * by,
            small: 7.8 * by,
        }
    }
}

/// Room for the label of a point.
const LABEL: f32 = 9.0;
const NUMBER: f32 = 16.0;

/// Makes pieces and counts lists and tables.
pub(crate) struct Flow<'a> {
    faces: &'a Faces,
    pictures: &'a Pictures<'a>,
    sizes: Sizes,
    count: usize,
    pieces: Vec<Piece>,
}

/// Title, subtitle and these sections as pieces.
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

/// What was left out, as the last piece.
pub(crate) fn left_out(briefing: &Briefing, what: &[String], faces: &Faces, sizes: Sizes) -> Piece {
    let text = briefing.paper.left_out.replace("{0}", &what.join("; "));
    let place = Place {
        x: 0.0,
        width: WIDTH,
        set: semibold(sizes.small),
        tone: Tone::Ink,
        right: false,
    };
    let (part, height) = set(faces, &text, place, 0.0);
    Piece {
        kind: Kind::Text,
        above: sizes.body,
        height,
        glued: false,
        parts: vec![Part {
            link: Some(briefing.page.clone()),
            ..part
        }],
        picture: None,
        ruled: None,
        section: usize::MAX,
    }
}

impl Flow<'_> {
    fn text(&mut self, text: &str, kind: Kind, (type_, tone): (crate::lines::Type, Tone), above: f32, section: usize) {
        let place = Place {
            x: 0.0,
            width: WIDTH,
            set: type_,
            tone,
            right: false,
        };
        let (part, height) = set(self.faces, text, place, 0.0);
        self.pieces.push(Piece {
            kind,
            above,
            height,
            glued: matches!(kind, Kind::Title | Kind::Heading(_)),
            parts: vec![part],
            picture: None,
            ruled: None,
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
                    let set = (regular(sizes.body), Tone::Ink);
                    self.text(&phrase.with_numbers(), Kind::Text, set, sizes.body * 0.25, at);
                }
                Block::Small(text) => {
                    let set = (regular(sizes.small), Tone::Soft);
                    self.text(text, Kind::Text, set, sizes.small * 0.3, at);
                }
                Block::List(points) => self.list(points, at),
                Block::Chart(chart) => self.chart(chart, at),
                Block::Sources(sources) => self.sources(sources, at),
                Block::Table(table) => {
                    self.count += 1;
                    let pieces = table::pieces(self.faces, table, &sizes, (self.count, at));
                    self.pieces.extend(pieces);
                    for note in &table.notes {
                        let set = (regular(sizes.small), Tone::Soft);
                        self.text(note, Kind::Text, set, sizes.small * 0.3, at);
                    }
                }
            }
        }
    }

    /// A chart in the middle of the page, with what it shows above it.
    fn chart(&mut self, chart: &BriefChart, section: usize) {
        let Some(picture) = self.pictures.get(chart) else {
            return;
        };
        let set = (regular(self.sizes.small), Tone::Soft);
        let gap = self.sizes.body * 0.6;
        self.text(&chart.model.subtitle, Kind::Text, set, gap, section);
        if let Some(caption) = self.pieces.last_mut() {
            caption.glued = true;
        }
        self.pieces.push(Piece {
            kind: Kind::Figure,
            above: self.sizes.small * 0.4,
            height: picture.vector.size().1,
            glued: false,
            parts: Vec::new(),
            picture: Some(picture.clone()),
            ruled: None,
            section,
        });
    }

    fn list(&mut self, points: &[Phrase], section: usize) {
        self.count += 1;
        let size = self.sizes.body;
        for point in points {
            let body = self.labelled("•", &point.with_numbers(), LABEL, size);
            self.push(Kind::Item(self.count), body, size * 0.15, section);
        }
    }

    fn sources(&mut self, sources: &[BriefSource], section: usize) {
        self.count += 1;
        let size = self.sizes.small;
        for (i, source) in sources.iter().enumerate() {
            let (mut parts, height) = self.labelled(&format!("{}.", i + 1), &source.text, NUMBER, size);
            if let Some(body) = parts.last_mut().filter(|_| !source.url.is_empty()) {
                body.link = Some(source.url.clone());
            }
            self.push(Kind::NumberedItem(self.count), (parts, height), 0.0, section);
        }
    }

    /// A label and the text beside it.
    fn labelled(&self, label: &str, text: &str, indent: f32, size: f32) -> (Vec<Part>, f32) {
        let place = |x, width, tone| Place {
            x,
            width,
            set: crate::lines::Type {
                size,
                weight: Weight::Regular,
            },
            tone,
            right: false,
        };
        let (label, _) = set(self.faces, label, place(0.0, indent, Tone::Soft), 0.0);
        let (body, height) = set(self.faces, text, place(indent, WIDTH - indent, Tone::Ink), 0.0);
        (vec![label, body], height.max(size * LEADING))
    }

    fn push(&mut self, kind: Kind, (parts, height): (Vec<Part>, f32), above: f32, section: usize) {
        self.pieces.push(Piece {
            kind,
            above,
            height,
            glued: false,
            parts,
            picture: None,
            ruled: None,
            section,
        });
    }
}
