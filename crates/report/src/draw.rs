//! Pages as PDF.

use domain::briefing::Briefing;
use krilla::{
    Document, SerializeSettings,
    action::LinkAction,
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect, Transform},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::{Page, PageSettings},
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag},
};

use crate::{
    PaperError,
    faces::{Faces, Weight},
    fit::Sheets,
    lines::{Type, broken},
    pages::{MARGIN, PAGE, Placed, WIDTH},
    picture::Picture,
    piece::{Kind, Part, Piece, Tone, Words, regular},
    tags::{self, Drawn},
};

/// Type of the lines at head and foot.
const RUNNING: f32 = 7.5;

/// Writes the pages.
pub(crate) fn draw(briefing: &Briefing, faces: &Faces, sheets: &Sheets) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new_with(settings()?);
    let mut drawn: Vec<Drawn> = sheets.pieces.iter().map(|_| Drawn::default()).collect();
    let count = sheets.pages.len();
    for (at, placed) in sheets.pages.iter().enumerate() {
        let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| refused("no page"))?;
        let mut page = document.start_page_with(size);
        let mut links = Vec::new();
        let mut surface = page.surface();
        running(&mut surface, briefing, faces, (at + 1, count));
        for spot in placed {
            let piece = &sheets.pieces[spot.piece];
            let mut parts = content(&mut surface, faces, piece, spot);
            if let Some(picture) = &piece.picture {
                parts.push(vec![chart(&mut surface, picture, spot)?]);
            }
            if !spot.repeated {
                drawn[spot.piece].parts = parts.into_iter().map(|ids| (ids, Vec::new())).collect();
                links.push(spot);
            }
        }
        surface.finish();
        for spot in links {
            link(
                &mut page,
                &sheets.pieces[spot.piece],
                spot,
                (faces, &mut drawn[spot.piece]),
            );
        }
        page.finish();
    }
    document.set_outline(outline(sheets));
    document.set_tag_tree(tags::tree(briefing.lang.code(), &sheets.pieces, drawn));
    document.set_metadata(metadata(briefing));
    document.finish().map_err(|error| refused(&format!("{error:?}")))
}

fn settings() -> Result<SerializeSettings, PaperError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = builder.finish().map_err(|error| refused(&format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

fn refused(why: &str) -> PaperError {
    PaperError::Write(why.to_owned())
}

fn fill(tone: Tone) -> Fill {
    let color = match tone {
        Tone::Ink => rgb::Color::new(0x1d, 0x23, 0x27),
        Tone::Soft => rgb::Color::new(0x56, 0x60, 0x6a),
        Tone::Line => rgb::Color::new(0xb4, 0xb0, 0xa4),
        Tone::Accent => rgb::Color::new(0x12, 0x43, 0x6d),
    };
    Fill {
        paint: color.into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

/// The text of a piece, each part in a mark of its own; the head of a table that is repeated is no content.
fn content(surface: &mut Surface<'_>, faces: &Faces, piece: &Piece, spot: &Placed) -> Vec<Vec<Identifier>> {
    let top = MARGIN + spot.top;
    let mut parts = Vec::with_capacity(piece.parts.len());
    for part in &piece.parts {
        let mut ids = Vec::new();
        if part.words.iter().any(|words| !words.text.is_empty()) {
            let tag = if spot.repeated {
                ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
            } else {
                ContentTag::Span(SpanTag::empty())
            };
            let id = surface.start_tagged(tag);
            for words in &part.words {
                write(surface, faces, words, top);
            }
            surface.end_tagged();
            ids.push(id);
        }
        parts.push(ids);
    }
    if let Some(thickness) = piece.ruled {
        rule(surface, top + piece.height, thickness);
    }
    parts
}

/// A chart in the middle of the page, as one mark.
fn chart(surface: &mut Surface<'_>, picture: &Picture, spot: &Placed) -> Result<Identifier, PaperError> {
    let left = MARGIN + (WIDTH - picture.vector.size().0) / 2.0;
    let id = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_translate(left, MARGIN + spot.top));
    let drawn = picture.vector.draw(surface);
    surface.pop();
    surface.end_tagged();
    drawn?;
    Ok(id)
}

fn write(surface: &mut Surface<'_>, faces: &Faces, words: &Words, top: f32) {
    surface.set_fill(Some(fill(words.tone)));
    let size = words.set.size;
    let mut x = MARGIN + words.x;
    for run in faces.runs(&words.text, words.set.weight) {
        let start = Point::from_xy(x, top + words.y);
        surface.draw_glyphs(start, &run.glyphs, run.font, run.text, size, false);
        x += run.width * size;
    }
}

/// A line across the page, for the eye only.
fn rule(surface: &mut Surface<'_>, y: f32, thickness: f32) {
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(MARGIN, y - thickness, WIDTH, thickness) else {
        return;
    };
    path.push_rect(rect);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(Some(fill(Tone::Line)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
    surface.end_tagged();
}

/// Head and foot of a page.
fn running(surface: &mut Surface<'_>, briefing: &Briefing, faces: &Faces, (number, count): (usize, usize)) {
    let set = regular(RUNNING);
    let pages = format!("{number}/{count}");
    let room = WIDTH - faces.width(&pages, Weight::Regular, RUNNING) - 12.0;
    let below = PAGE.1 - MARGIN * 2.0 + 22.0;
    for (kind, text, x, y) in [
        (
            ArtifactType::Header,
            one_line(faces, &briefing.paper.head, set, WIDTH),
            0.0,
            -16.0,
        ),
        (
            ArtifactType::Footer,
            one_line(faces, &briefing.paper.foot, set, room),
            0.0,
            below,
        ),
        (ArtifactType::PageNumber, pages, room + 12.0, below),
    ] {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        let words = Words {
            x,
            y,
            set,
            tone: Tone::Soft,
            text,
        };
        write(surface, faces, &words, MARGIN);
        surface.end_tagged();
    }
}

fn one_line(faces: &Faces, text: &str, set: Type, room: f32) -> String {
    let lines = broken(faces, &faces.clean(text), set, room, 1);
    lines.into_iter().next().unwrap_or_default()
}

/// Links over the parts that lead somewhere.
fn link(page: &mut Page<'_>, piece: &Piece, spot: &Placed, (faces, drawn): (&Faces, &mut Drawn)) {
    for (part, ids) in piece.parts.iter().zip(&mut drawn.parts) {
        let Some(address) = &part.link else { continue };
        let Some(rect) = around(faces, part, MARGIN + spot.top) else {
            continue;
        };
        let target = Target::Action(LinkAction::new(address.clone()).into());
        let text: String = part.words.iter().map(|words| words.text.as_str()).collect();
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(text));
        ids.1.push(page.add_tagged_annotation(annotation));
    }
}

/// The rectangle around the text of a part.
fn around(faces: &Faces, part: &Part, top: f32) -> Option<Rect> {
    let (first, last) = (part.words.first()?, part.words.last()?);
    let widest = part
        .words
        .iter()
        .map(|words| faces.width(&words.text, words.set.weight, words.set.size))
        .fold(0.0, f32::max);
    let size = first.set.size;
    Rect::from_ltrb(
        MARGIN + first.x,
        top + first.y - size,
        MARGIN + first.x + widest,
        top + last.y + size * 0.3,
    )
}

/// The headings, for the panel beside the pages.
fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for (at, page) in sheets.pages.iter().enumerate() {
        for spot in page {
            let Kind::Heading(section) = sheets.pieces[spot.piece].kind else {
                continue;
            };
            let place = Point::from_xy(MARGIN, MARGIN + spot.top);
            let heading = sheets.headings.get(section).cloned().unwrap_or_default();
            outline.push_child(OutlineNode::new(heading, XyzDestination::new(at, place)));
        }
    }
    outline
}

fn metadata(briefing: &Briefing) -> Metadata {
    let metadata = Metadata::new()
        .title(briefing.title.clone())
        .authors(vec![briefing.citation.author.clone()])
        .description(briefing.citation.text.clone())
        .creator("Thước Đo".to_owned())
        .language(briefing.lang.code().to_owned());
    match published(briefing) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// The edition's day, at midnight UTC.
fn published(briefing: &Briefing) -> Option<DateTime> {
    let day = briefing.published();
    let date = DateTime::new(u16::try_from(day.year()).ok()?);
    let date = date.month(day.month()).day(day.day()).hour(0).minute(0).second(0);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}
