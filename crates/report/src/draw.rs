//! Writes laid-out pages as a tagged PDF.

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
    fit::FittedPages,
    lines::{TextStyle, break_lines},
    pages::{MARGIN, PAGE, Placed, WIDTH},
    picture::Picture,
    piece::{Kind, Part, Piece, Tone, Words, regular},
    tags::{self, TaggedPiece},
};

/// Font size of the page header and footer, in points.
const RUNNING_SIZE: f32 = 7.5;

/// Writes the pages as a PDF.
pub(crate) fn draw(briefing: &Briefing, faces: &Faces, fitted: &FittedPages) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new_with(settings()?);
    let mut tagged: Vec<TaggedPiece> = fitted.pieces.iter().map(|_| TaggedPiece::default()).collect();
    let count = fitted.pages.len();
    for (page_index, page_pieces) in fitted.pages.iter().enumerate() {
        let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| write_error("invalid page size"))?;
        let mut page = document.start_page_with(size);
        let mut links = Vec::new();
        let mut surface = page.surface();
        draw_header_and_footer(&mut surface, briefing, faces, (page_index + 1, count));
        for placed in page_pieces {
            let piece = &fitted.pieces[placed.piece];
            let mut parts = content(&mut surface, faces, piece, placed);
            if let Some(picture) = &piece.picture {
                parts.push(vec![chart(&mut surface, picture, placed)?]);
            }
            if !placed.repeated {
                tagged[placed.piece].parts = parts.into_iter().map(|ids| (ids, Vec::new())).collect();
                links.push(placed);
            }
        }
        surface.finish();
        for placed in links {
            link(
                &mut page,
                &fitted.pieces[placed.piece],
                placed,
                (faces, &mut tagged[placed.piece]),
            );
        }
        page.finish();
    }
    document.set_outline(outline(fitted));
    document.set_tag_tree(tags::tree(briefing.lang.code(), &fitted.pieces, tagged));
    document.set_metadata(metadata(briefing));
    document.finish().map_err(|error| write_error(&format!("{error:?}")))
}

fn settings() -> Result<SerializeSettings, PaperError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = builder.finish().map_err(|error| write_error(&format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

fn write_error(why: &str) -> PaperError {
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

/// Draws the text of a piece and returns the content identifiers of each part. A repeated table head is an artifact,
/// not content.
fn content(surface: &mut Surface<'_>, faces: &Faces, piece: &Piece, placed: &Placed) -> Vec<Vec<Identifier>> {
    let top = MARGIN + placed.top;
    let mut parts = Vec::with_capacity(piece.parts.len());
    for part in &piece.parts {
        let mut ids = Vec::new();
        if part.words.iter().any(|words| !words.text.is_empty()) {
            let tag = if placed.repeated {
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
    if let Some(thickness) = piece.rule_below {
        rule(surface, top + piece.height, thickness);
    }
    parts
}

/// Draws a chart, centred horizontally, as one tagged item.
fn chart(surface: &mut Surface<'_>, picture: &Picture, placed: &Placed) -> Result<Identifier, PaperError> {
    let left = MARGIN + (WIDTH - picture.vector.size().0) / 2.0;
    let id = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&Transform::from_translate(left, MARGIN + placed.top));
    let result = picture.vector.draw(surface);
    surface.pop();
    surface.end_tagged();
    result?;
    Ok(id)
}

fn write(surface: &mut Surface<'_>, faces: &Faces, words: &Words, top: f32) {
    surface.set_fill(Some(fill(words.tone)));
    let size = words.style.size;
    let mut x = MARGIN + words.x;
    for run in faces.runs(&words.text, words.style.weight) {
        let start = Point::from_xy(x, top + words.y);
        surface.draw_glyphs(start, &run.glyphs, run.font, run.text, size, false);
        x += run.width * size;
    }
}

/// Draws a decorative rule across the page.
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

/// Draws the header and footer of a page.
fn draw_header_and_footer(
    surface: &mut Surface<'_>,
    briefing: &Briefing,
    faces: &Faces,
    (number, count): (usize, usize),
) {
    let style = regular(RUNNING_SIZE);
    let pages = format!("{number}/{count}");
    let footer_width = WIDTH - faces.width(&pages, Weight::Regular, RUNNING_SIZE) - 12.0;
    let footer_y = PAGE.1 - MARGIN * 2.0 + 22.0;
    for (kind, text, x, y) in [
        (
            ArtifactType::Header,
            first_line(faces, &briefing.paper.head, style, WIDTH),
            0.0,
            -16.0,
        ),
        (
            ArtifactType::Footer,
            first_line(faces, &briefing.paper.foot, style, footer_width),
            0.0,
            footer_y,
        ),
        (ArtifactType::PageNumber, pages, footer_width + 12.0, footer_y),
    ] {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        let words = Words {
            x,
            y,
            style,
            tone: Tone::Soft,
            text,
        };
        write(surface, faces, &words, MARGIN);
        surface.end_tagged();
    }
}

fn first_line(faces: &Faces, text: &str, style: TextStyle, width: f32) -> String {
    let lines = break_lines(faces, &faces.clean(text), style, width, 1);
    lines.into_iter().next().unwrap_or_default()
}

/// Adds link annotations to the parts that have a link.
fn link(page: &mut Page<'_>, piece: &Piece, placed: &Placed, (faces, tagged): (&Faces, &mut TaggedPiece)) {
    for (part, ids) in piece.parts.iter().zip(&mut tagged.parts) {
        let Some(address) = &part.link else { continue };
        let Some(rect) = bounding_box(faces, part, MARGIN + placed.top) else {
            continue;
        };
        let target = Target::Action(LinkAction::new(address.clone()).into());
        let text: String = part.words.iter().map(|words| words.text.as_str()).collect();
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(text));
        ids.1.push(page.add_tagged_annotation(annotation));
    }
}

/// Returns the bounding box of a part's text; `None` if the part has no text.
fn bounding_box(faces: &Faces, part: &Part, top: f32) -> Option<Rect> {
    let (first, last) = (part.words.first()?, part.words.last()?);
    let widest = part
        .words
        .iter()
        .map(|words| faces.width(&words.text, words.style.weight, words.style.size))
        .fold(0.0, f32::max);
    let size = first.style.size;
    Rect::from_ltrb(
        MARGIN + first.x,
        top + first.y - size,
        MARGIN + first.x + widest,
        top + last.y + size * 0.3,
    )
}

/// Builds the document outline from the section headings.
fn outline(fitted: &FittedPages) -> Outline {
    let mut outline = Outline::new();
    for (at, page) in fitted.pages.iter().enumerate() {
        for placed in page {
            let Kind::Heading(section) = fitted.pieces[placed.piece].kind else {
                continue;
            };
            let place = Point::from_xy(MARGIN, MARGIN + placed.top);
            let heading = fitted.headings.get(section).cloned().unwrap_or_default();
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

/// Returns the edition's publication date at midnight UTC; `None` if its year does not fit into a `u16`.
fn published(briefing: &Briefing) -> Option<DateTime> {
    let day = briefing.published();
    let date = DateTime::new(u16::try_from(day.year()).ok()?);
    let date = date.month(day.month()).day(day.day()).hour(0).minute(0).second(0);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}
