//! Briefings on paper: `/{lang}/provinces/{slug}/briefing.pdf` and its like.

use std::sync::Arc;

use app::SharedBackend;
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use report::{Fonts, PaperError};

use crate::{
    AppState,
    services::export_file::{ExportError, ExportFile, wants_saving},
};

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

/// The briefing at an address as PDF.
pub(super) async fn briefing(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().to_owned();
    super::answer(&state, &uri, &asked, move |backend, query| make(backend, &path, query)).await
}

fn make(backend: &SharedBackend, path: &str, query: &str) -> Result<ExportFile, ExportError> {
    let briefing = app::briefing(backend, path, query)?;
    Ok(ExportFile {
        bytes: report::pdf(&briefing, FONTS)?,
        media_type: "application/pdf",
        name: format!(
            "{}-thuocdo-{}-{}.pdf",
            briefing.name,
            briefing.citation.edition,
            briefing.lang.code()
        ),
        saved: wants_saving(query),
        packed: true,
        frozen: briefing.frozen,
        page: briefing.page,
        described_by: String::new(),
    })
}
