//! Writes a drawing as a PDF with one page of the same size and real text.

use std::sync::{Arc, LazyLock};

use domain::{Date, Lang};
use krilla::geom::Size;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{self, fontdb};

use crate::RenderError;
use crate::drawing::Drawing;
use crate::fonts::{FAMILY, REGULAR_TTF, SEMIBOLD_TTF};

/// Points per CSS px.
const POINTS_PER_PX: f32 = 0.75;

/// The bundled faces only, never system fonts. usvg silently drops a text if it finds no font, so this checks once that
/// both faces are present.
static FONTS: LazyLock<Option<Arc<fontdb::Database>>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR_TTF, SEMIBOLD_TTF] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    let has_weight = |weight| {
        fonts
            .faces()
            .any(|face| face.weight == fontdb::Weight(weight) && face.families.iter().any(|(name, _)| name == FAMILY))
    };
    (has_weight(400) && has_weight(600)).then(|| Arc::new(fonts))
});

/// Metadata of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfFacts {
    /// Title of the document.
    pub title: String,
    /// Publisher of the data.
    pub author: String,
    /// The citation.
    pub subject: String,
    /// Language of the document.
    pub lang: Lang,
    /// Publication date of the edition. It becomes the file's date, so that the output is deterministic.
    pub published: Date,
}

/// A chart as vectors with real text, to be drawn on a page of a PDF.
#[derive(Clone, Debug)]
pub struct Vector {
    tree: Arc<usvg::Tree>,
    width: f32,
    height: f32,
}

impl Vector {
    /// Parses a drawing whose texts are text elements.
    pub(crate) fn new(drawing: &Drawing) -> Result<Self, RenderError> {
        let options = usvg::Options {
            fontdb: Arc::clone(FONTS.as_ref().ok_or(RenderError::Font)?),
            font_family: FAMILY.to_owned(),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(&drawing.svg, &options).map_err(|error| draw_error(&error))?;
        Ok(Self {
            tree: Arc::new(tree),
            width: drawing.width as f32 * POINTS_PER_PX,
            height: drawing.height as f32 * POINTS_PER_PX,
        })
    }

    /// Returns width and height, in points.
    pub const fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }

    /// Draws the chart with its upper left corner at the origin of `surface`.
    ///
    /// # Errors
    /// [`RenderError::Draw`] if the chart has no size.
    pub fn draw(&self, surface: &mut Surface<'_>) -> Result<(), RenderError> {
        let size = Size::from_wh(self.width, self.height);
        let drawn = size.and_then(|size| surface.draw_svg(&self.tree, size, SvgSettings::default()));
        drawn.ok_or_else(|| RenderError::Draw("the chart could not be drawn on the page".into()))
    }
}

/// Writes `vector` as a one-page PDF. The chart is tagged as one figure with `description` as its alternative text. The
/// output is deterministic: it does not depend on the time or the machine.
pub(crate) fn pdf(vector: &Vector, description: &str, facts: &PdfFacts) -> Result<Vec<u8>, RenderError> {
    let settings = PageSettings::from_wh(vector.width, vector.height);
    let settings = settings.ok_or_else(|| RenderError::Draw("the page has no size".into()))?;
    let mut document = Document::new_with(SerializeSettings::default());
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let content = surface.start_tagged(ContentTag::Other);
    let drawn = vector.draw(&mut surface);
    surface.end_tagged();
    surface.finish();
    page.finish();
    drawn?;
    let mut figure = TagGroup::new(Tag::Figure(Some(description.to_owned())));
    figure.push(content);
    let mut tags = TagTree::new().with_lang(Some(facts.lang.code().to_owned()));
    tags.push(figure);
    document.set_tag_tree(tags);
    document.set_metadata(metadata(facts));
    document
        .finish()
        .map_err(|error| RenderError::Draw(format!("{error:?}")))
}

fn metadata(facts: &PdfFacts) -> Metadata {
    let metadata = Metadata::new()
        .title(facts.title.clone())
        .authors(vec![facts.author.clone()])
        .description(facts.subject.clone())
        .creator("Thước Đo".to_owned())
        .language(facts.lang.code().to_owned());
    match published(facts) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// Returns the edition's publication date at midnight UTC; `None` if its year does not fit into a `u16`.
fn published(facts: &PdfFacts) -> Option<DateTime> {
    let day = facts.published;
    let date = DateTime::new(u16::try_from(day.year()).ok()?);
    let date = date.month(day.month()).day(day.day()).hour(0).minute(0).second(0);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}

fn draw_error(error: &impl std::error::Error) -> RenderError {
    RenderError::Draw(error.to_string())
}
