//! The formats of charts, tables and decks.

mod format;

use app::{
    PageResponse, SharedBackend,
    export::{self, Deck, Export, ExportParts, Shape, SourceLine},
};
use charts::{PdfFacts, PictureStyle, RenderError, Size, Theme};
use dataset::{CsvDialect, ExportFormat};
use ooxml::{OfficeError, Slide, refresh::Marks};

pub(crate) use format::Format;

/// A file.
#[derive(Debug)]
pub(crate) struct ExportFile {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media_type: &'static str,
    /// Name under which it is saved.
    pub(crate) name: String,
    /// Whether a browser should save it.
    pub(crate) saved: bool,
    /// Whether compressing it again is of no use.
    pub(crate) packed: bool,
    /// Whether it can never change.
    pub(crate) frozen: bool,
    /// The page that shows the same.
    pub(crate) page: String,
    /// Where programs read what it holds; empty if nowhere.
    pub(crate) described_by: String,
}

/// Why there is no file.
#[derive(Clone, Debug)]
pub(crate) enum ExportError {
    /// The address cannot be used: a page says why.
    Page(Box<PageResponse>),
    /// Too many files are being made.
    Busy,
    /// It went wrong inside.
    Failed(String),
}

impl From<PageResponse> for ExportError {
    fn from(response: PageResponse) -> Self {
        Self::Page(Box::new(response))
    }
}

impl From<RenderError> for ExportError {
    fn from(error: RenderError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<OfficeError> for ExportError {
    fn from(error: OfficeError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<dataset::ExportError> for ExportError {
    fn from(error: dataset::ExportError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Makes the file of a view.
pub(crate) fn make(
    backend: &SharedBackend,
    view: &str,
    query: &str,
    format: Format,
) -> Result<ExportFile, ExportError> {
    let table_only = view.ends_with("/table") && matches!(format, Format::Xlsx);
    let want = if table_only { ExportParts::Table } else { format.wants() };
    let mut export = drawn_or_table(backend, (view, query), want, format)?;
    of_shared(backend, &mut export, query, format)
}

/// Makes the file of a view on the figures of a draft; it says so inside.
pub(crate) fn make_of_draft(
    backend: &SharedBackend,
    view: &str,
    query: &str,
    format: Format,
) -> Result<ExportFile, ExportError> {
    if matches!(format, Format::Bibtex | Format::Csl | Format::CsvMetadata(_)) {
        // A draft cannot be cited, and its files have no lasting address.
        return Err(export::no_view(backend, view, query).into());
    }
    let mut export = drawn_or_table(backend, (view, query), ExportParts::Both, format)?;
    export.mark_as_draft();
    of_shared(backend, &mut export, query, format)
}

/// The view, if it can have this format: a table cannot be a picture.
fn drawn_or_table(
    backend: &SharedBackend,
    (view, query): (&str, &str),
    want: ExportParts,
    format: Format,
) -> Result<Export, ExportError> {
    let export = export::export(backend, view, query, want)?;
    if !export.is_chart() && matches!(format, Format::Svg | Format::Png | Format::Pdf | Format::Pptx) {
        return Err(export::no_such_format(backend, view, query, format.ending()).into());
    }
    Ok(export)
}

fn of_shared(
    backend: &SharedBackend,
    export: &mut Export,
    query: &str,
    format: Format,
) -> Result<ExportFile, ExportError> {
    if let Some(table) = export.table.as_mut().filter(|_| format.for_people()) {
        table.keep_what_people_read();
    }
    let bytes = bytes(backend, export, format)?;
    let described_by = format.described_by().map(|metadata| address(backend, export, metadata));
    Ok(ExportFile {
        bytes,
        media_type: format.media_type(),
        name: file_name(export, format),
        saved: format.saved() || wants_saving(query),
        packed: format.packed(),
        frozen: export.frozen,
        page: format!("{}{}", backend.origin(), export.page),
        described_by: described_by.unwrap_or_default(),
    })
}

/// The whole address of a file of the same view.
fn address(backend: &SharedBackend, export: &Export, format: Format) -> String {
    let ending = format!(".{}", format.ending());
    let address = export.address("/charts", &ending, export.frozen, &export::ImageOptions::default());
    format!("{}{address}", backend.origin())
}

fn bytes(backend: &SharedBackend, export: &Export, format: Format) -> Result<Vec<u8>, ExportError> {
    let look = look(&export.look);
    let model = || {
        export
            .model
            .as_ref()
            .ok_or_else(|| ExportError::Failed("no chart was made".into()))
    };
    let table = || {
        export
            .table
            .as_ref()
            .ok_or_else(|| ExportError::Failed("no table was made".into()))
    };
    Ok(match format {
        Format::Svg => charts::outlined(model()?, &look)?.svg.into_bytes(),
        Format::Png => charts::png(model()?, &look, export.look.scale)?,
        Format::Pdf => charts::pdf(model()?, &look, &pdf_facts(export))?,
        Format::Pptx => ooxml::marked_pptx(&single(backend, export)?, &marks(export))?,
        Format::Xlsx if export.is_chart() => ooxml::xlsx(&single(backend, export)?)?,
        Format::Xlsx => dataset::table_file(table()?, ExportFormat::Xlsx)?,
        Format::Table(format) => dataset::table_file(table()?, format)?,
        Format::VietnameseCsv => dataset::csv_file(table()?, CsvDialect::Vietnamese)?,
        Format::CsvMetadata(dialect) => {
            let described = match dialect {
                CsvDialect::Programs => Format::Table(ExportFormat::Csv),
                CsvDialect::Vietnamese => Format::VietnameseCsv,
            };
            dataset::csv_metadata(table()?, dialect, &address(backend, export, described))?
        }
        Format::Html => dataset::html_fragment(table()?).into_bytes(),
        Format::Bibtex => dataset::bibtex(&export.citation).into_bytes(),
        Format::Csl => dataset::csl_json(&export.citation).into_bytes(),
    })
}

fn file_name(export: &Export, format: Format) -> String {
    let edition = export.edition;
    format!("{}-thuocdo-{edition}.{}", export.name, format.ending())
}

/// `download=1` asks a browser to save what it could show.
pub(crate) fn wants_saving(query: &str) -> bool {
    form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == "download" && value == "1")
}

pub(crate) fn look(look: &export::ImageOptions) -> PictureStyle {
    let (width, height) = look.shape.size();
    PictureStyle {
        size: Size { width, height },
        theme: if look.dark { Theme::Dark } else { Theme::Light },
        title: look.title,
        notes: look.notes,
    }
}

fn pdf_facts(export: &Export) -> PdfFacts {
    PdfFacts {
        title: export.title.clone(),
        author: export.publisher.clone(),
        subject: export.citation.text.clone(),
        lang: export.lang,
        published: export.published,
    }
}

/// What the slide of a chart comes from.
fn marks(export: &Export) -> Marks {
    Marks {
        edition: export.edition,
        deck: String::new(),
        frozen: export.frozen,
        views: vec![export.item()],
    }
}

/// One chart as a file of its own.
pub(crate) fn single(backend: &SharedBackend, export: &Export) -> Result<ooxml::Deck, ExportError> {
    Ok(ooxml::Deck {
        lang: export.lang,
        title: export.title.clone(),
        subtitle: export.citation.publisher.clone(),
        published: export.published,
        summary: None,
        slides: vec![slide(backend, export)?],
        sources: export.sources.iter().map(SourceLine::text).collect(),
        source_details: Vec::new(),
        framed: false,
        shape: shape(export.look.shape),
    })
}

fn slide(backend: &SharedBackend, export: &Export) -> Result<Slide, ExportError> {
    let model = export.model.clone();
    Ok(Slide {
        model: model.ok_or_else(|| ExportError::Failed("no chart was made".into()))?,
        decimals: export.decimals,
        notes: export.speaker.clone(),
        link: format!("{}{}", backend.origin(), export.page),
        rows: if export.all_rows {
            ooxml::Rows::All
        } else {
            ooxml::Rows::Ends
        },
        title: export.look.title,
        remarks: export.look.notes,
    })
}

const fn shape(shape: Shape) -> ooxml::Shape {
    match shape {
        Shape::Standard => ooxml::Shape::Standard,
        _ => ooxml::Shape::Wide,
    }
}

fn summary(table: export::Summary) -> ooxml::Summary {
    ooxml::Summary {
        title: table.title,
        subtitle: table.subtitle,
        columns: table.columns,
        widths: table.widths,
        rows: table.rows,
        notes: table.notes,
    }
}

/// The slides of a deck.
pub(crate) fn slides(backend: &SharedBackend, deck: &Deck, format: Format) -> Result<ooxml::Deck, ExportError> {
    let slides: Result<Vec<Slide>, ExportError> = deck.items.iter().map(|item| slide(backend, &item.export)).collect();
    Ok(ooxml::Deck {
        lang: deck.lang,
        title: deck.title.clone(),
        subtitle: deck.subtitle.clone(),
        published: deck.published,
        summary: deck.summary.clone().map(summary),
        slides: slides?,
        sources: match format {
            Format::Xlsx => deck.sources().iter().map(SourceLine::text).collect(),
            _ => export::short_sources(&deck.sources()),
        },
        source_details: deck.sources().iter().map(SourceLine::text).collect(),
        framed: true,
        shape: shape(deck.shape),
    })
}

/// A deck as a file. `ready` names a ready deck, such as `provinces/nghe-an`; it is empty for others.
pub(crate) fn deck(
    backend: &SharedBackend,
    (deck, ready): (&Deck, &str),
    format: Format,
) -> Result<ExportFile, ExportError> {
    let whole = slides(backend, deck, format)?;
    let marks = Marks {
        edition: deck.edition,
        deck: ready.to_owned(),
        frozen: deck.frozen,
        views: deck.items.iter().map(|item| item.address.clone()).collect(),
    };
    let bytes = match format {
        Format::Xlsx => ooxml::xlsx(&whole)?,
        _ => ooxml::marked_pptx(&whole, &marks)?,
    };
    let page = format!(
        "{}/{}/deck{}",
        backend.origin(),
        deck.lang.code(),
        deck.query(deck.frozen)
    );
    Ok(ExportFile {
        bytes,
        media_type: format.media_type(),
        name: format!(
            "{}-thuocdo-{}.{}",
            domain::slug(&deck.title),
            deck.edition,
            format.ending()
        ),
        saved: true,
        packed: true,
        frozen: deck.frozen,
        page,
        described_by: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_is_asked_for_in_one_way() {
        assert!(wants_saving("lang=en&download=1") && !wants_saving("download=0") && !wants_saving(""));
    }
}
