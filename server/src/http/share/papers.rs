//! Briefings as files: `/{lang}/provinces/{slug}/briefing.pdf`, `briefing.docx` and their like.

use std::sync::Arc;

use app::SharedBackend;
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use charts::{PictureStyle, Size, Theme};
use domain::chart::ChartModel;
use report::{Fonts, PaperError};

use crate::{
    AppState,
    services::export_file::{ExportError, ExportFile, wants_saving},
};

/// Pixels per CSS px of images in print.
const PRINT_SCALE: u8 = 3;

/// Greatest height of such an image, in CSS px: less than half a page.
const HIGHEST: u32 = 480;

/// The faces of charts, so that they are in the program once, and the one behind them for titles of foreign sources.
const FONTS: Fonts = Fonts {
    regular: charts::REGULAR_TTF,
    semibold: charts::SEMIBOLD_TTF,
    fallback: include_bytes!("../../../../style/fonts/cjk/NotoSansCJKsc-Regular.otf"),
};

impl From<PaperError> for ExportError {
    fn from(error: PaperError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// The briefing at an address as PDF or Word document.
pub(super) async fn briefing(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().to_owned();
    super::answer(&state, &uri, &asked, move |backend, query| make(backend, &path, query)).await
}

fn make(backend: &SharedBackend, path: &str, query: &str) -> Result<ExportFile, ExportError> {
    let briefing = app::briefing(backend, path, query)?;
    let (bytes, media_type, ending) = if path.ends_with(".docx") {
        (ooxml::docx(&briefing, &picture)?, ooxml::DOCX, "docx")
    } else {
        (report::pdf(&briefing, FONTS)?, "application/pdf", "pdf")
    };
    Ok(ExportFile {
        bytes,
        media_type,
        name: format!(
            "{}-thuocdo-{}-{}.{ending}",
            briefing.name,
            briefing.citation.edition,
            briefing.lang.code()
        ),
        // No browser shows a document.
        saved: wants_saving(query) || ending == "docx",
        packed: true,
        frozen: briefing.frozen,
        page: briefing.page,
        described_by: String::new(),
    })
}

/// A chart that no native chart type fits, as an image for print.
fn picture(model: &ChartModel, (width, height): (u32, u32)) -> Option<ooxml::Picture> {
    let style = |height| PictureStyle {
        size: Size { width, height },
        theme: Theme::Light,
        title: false,
        notes: false,
    };
    let mut style_used = style(height);
    let mut drawing = charts::outlined(model, &style_used).ok()?;
    if drawing.height > HIGHEST {
        style_used = style(HIGHEST);
        drawing = charts::outlined(model, &style_used).ok()?;
    }
    Some(ooxml::Picture {
        size: (drawing.width, drawing.height),
        png: charts::png(model, &style_used, PRINT_SCALE).ok()?,
    })
}
