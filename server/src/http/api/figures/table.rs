//! Figures as a table. Programs read it, so there is no byte order mark; spreadsheets may too, so
//! nothing becomes a formula.

use axum::http::StatusCode;
use domain::{Catalogue, Figure, Lang, Snapshot};

use crate::http::api::{
    ApiBody, Problem,
    about::Used,
    figure::{FigureShape, Origin, PlaceKind, figure},
    problem::BoxedProblem,
};

/// The header, in order.
const COLUMNS: [&str; 28] = [
    "edition",
    "indicator",
    "component",
    "place_kind",
    "place",
    "name_vi",
    "name_en",
    "basis",
    "year",
    "as_of",
    "status",
    "value",
    "value_origin",
    "approx",
    "missing",
    "claims",
    "rank",
    "rank_of",
    "rank_conflict",
    "of",
    "tier",
    "low",
    "high",
    "standard_error",
    "sources",
    "source_urls",
    "note_vi",
    "note_en",
];

/// The table of some figures.
pub(super) fn made(snapshot: &Snapshot, figures: &[&Figure]) -> Result<ApiBody, BoxedProblem> {
    let failed = |error: String| {
        tracing::error!(error, "a table of the API could not be written");
        Box::new(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The server failed"))
    };
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(|e| failed(e.to_string()))?;
    let mut used = Used::default();
    for one in figures {
        let row = row(snapshot, one, &mut used);
        table.write_record(row).map_err(|e| failed(e.to_string()))?;
    }
    Ok(ApiBody {
        media_type: "text/csv; charset=utf-8; header=present",
        body: table.into_inner().map_err(|e| failed(e.to_string()))?,
        link: None,
    })
}

fn row(snapshot: &Snapshot, one: &Figure, used: &mut Used) -> [String; COLUMNS.len()] {
    let catalogue = &snapshot.catalogue;
    let shape = figure(catalogue, one, used);
    let code = |value: Option<serde_json::Value>| value.and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    let (said, name) = (&shape.said, words(&shape));
    [
        snapshot.edition.number.to_string(),
        text(shape.indicator),
        text(shape.component),
        PlaceKind::of(one.key.place).code().to_owned(),
        text(shape.place.id.unwrap_or_default()),
        text(name[0]),
        text(name[1]),
        one.key.basis.code().to_owned(),
        number(shape.year),
        text(said.as_of.as_deref().unwrap_or_default()),
        said.status.code().to_owned(),
        number(said.value),
        said.value_origin.map_or("", Origin::code).to_owned(),
        code(said.approx.and_then(|a| serde_json::to_value(a).ok())),
        code(said.missing.and_then(|m| serde_json::to_value(m).ok())),
        text(&claims(&shape)),
        number(shape.rank.map(|r| r.place)),
        number(shape.rank.and_then(|r| r.of)),
        shape.rank_conflict.to_string(),
        number(said.of),
        text(said.tier.unwrap_or_default()),
        number(said.interval.map(|i| i.low)),
        number(said.interval.map(|i| i.high)),
        number(said.interval.and_then(|i| i.standard_error)),
        text(&said.sources.join(" ")),
        text(&urls(catalogue, one)),
        text(&note(one, Lang::Vi)),
        text(&note(one, Lang::En)),
    ]
}

fn words<'a>(shape: &FigureShape<'a>) -> [&'a str; 2] {
    shape.place.name.both()
}

/// What each source says, where they disagree: `89.06 (one), 89.6 (other)`.
fn claims(shape: &FigureShape<'_>) -> String {
    let claim = |c: &crate::http::api::figure::ClaimShape<'_>| format!("{} ({})", number(c.value), c.source);
    shape.said.claims.iter().map(claim).collect::<Vec<_>>().join(", ")
}

fn urls(catalogue: &Catalogue, one: &Figure) -> String {
    let mut urls: Vec<&str> = one
        .claims
        .iter()
        .map(|claim| catalogue.source(claim.source).url.as_str())
        .collect();
    urls.dedup();
    urls.join(" ").trim().to_owned()
}

fn note(one: &Figure, lang: Lang) -> String {
    let mut notes: Vec<&str> = one
        .claims
        .iter()
        .filter_map(|claim| Some(claim.note.as_ref()?.get(lang)))
        .collect();
    notes.dedup();
    notes.join(" ")
}

fn number<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Text that no spreadsheet takes for a formula.
fn text(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    format!("{}{text}", if formula { "'" } else { "" })
}
