//! Decks that were made here, brought up to an edition.

use std::sync::Arc;

use app::export::{LARGEST_DECK, RefreshOutcome, RefreshReport};
use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use domain::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Answer, Api, ApiBody, Problem};
use crate::{
    http::refresh::{Failure, Refused, receive, refresh, sent},
    services::refresh::refused,
};

/// What is asked for.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: `receive` is what reads it")]
struct RefreshAsked {
    /// Number of the edition that the deck is to show; the newest without it.
    #[param(value_type = u32, required = false, minimum = 1, maximum = 4_294_967_295_u32, example = 2)]
    edition: Option<u32>,
    /// `1` for a slide at the end that lists what changed.
    #[param(value_type = String, required = false, example = "1")]
    notes_slide: Option<String>,
    /// `1` for the report in place of the file, as `Accept: application/json` asks for it, too.
    #[param(value_type = String, required = false, example = "1")]
    report: Option<String>,
    /// Language of the report: `vi` or `en`.
    #[param(value_type = String, required = false, example = "en")]
    lang: Option<String>,
}

/// A file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only described")]
struct DeckFile(Vec<u8>);

/// What happened to a deck.
#[derive(Serialize, ToSchema)]
pub(super) struct ReportShape {
    /// Language of the texts.
    #[schema(example = "en")]
    lang: &'static str,
    /// Number of the edition that the deck shows now.
    #[schema(example = 2)]
    edition: u32,
    /// Day on which that edition was published.
    #[schema(example = "2026-11-29")]
    published: String,
    /// Slides that were made here.
    #[schema(example = 12)]
    ours: usize,
    /// Slides on which something changed.
    #[schema(example = 9)]
    refreshed: usize,
    /// All slides, in their order.
    slides: Vec<SlideShape>,
}

/// What happened to a slide.
#[derive(Serialize, ToSchema)]
struct SlideShape {
    /// Its place in the deck, from 1.
    #[schema(example = 3)]
    number: usize,
    /// Its title, as sent.
    title: String,
    /// The view that it shows, as the addresses of charts name it; empty if it shows none.
    #[schema(example = "rankings/pci/2016/bars?highlight=nghe-an")]
    view: String,
    /// The edition that it showed; `null` for slides that were not made here.
    edition: Option<u32>,
    /// `refreshed`, `kept`, `newest`, `later`, `no_figures`, `not_comparable`, `too_little`, `no_view` or `not_ours`.
    #[schema(example = "refreshed")]
    outcome: &'static str,
    /// Its title now, if it changed.
    title_now: Option<String>,
    /// How many figures are different, new or gone.
    #[schema(example = 1)]
    figures: usize,
    /// Pieces that were replaced: `title`, `subtitle`, `chart`, `workbook`, `overlay`, `drawing`, `description`, `remarks`,
    /// `source`, `text`, `notes`.
    changed: Vec<&'static str>,
    /// Pieces that were left as they were.
    kept: Vec<KeptShape>,
    /// What is said now of whether its years compare, if that changed.
    verdict: Option<String>,
    /// All of it in words.
    words: Vec<String>,
}

/// A piece that was left as it was.
#[derive(Serialize, ToSchema)]
struct KeptShape {
    /// The piece.
    #[schema(example = "title")]
    piece: &'static str,
    /// `edited`, `removed`, `formatted` or `other_shape`.
    #[schema(example = "edited")]
    why: &'static str,
}

impl ReportShape {
    pub(super) fn new(report: &RefreshReport) -> Self {
        let (ours, refreshed) = report.counts();
        let slides = (1..).zip(&report.slides).map(|(number, slide)| {
            let changes = match &slide.outcome {
                RefreshOutcome::Refreshed(changes) => changes.clone(),
                RefreshOutcome::Kept(kept) => app::export::RefreshChanges {
                    kept: kept.clone(),
                    ..Default::default()
                },
                _ => Default::default(),
            };
            let kept = changes.kept.iter().map(|(piece, why)| KeptShape {
                piece: piece.code(),
                why: why.code(),
            });
            let words = std::iter::once(slide.outcome.words(report.lang).to_owned());
            SlideShape {
                number,
                title: slide.title.clone(),
                view: slide.view.clone(),
                edition: slide.edition,
                outcome: slide.outcome.code(),
                figures: changes.figures,
                changed: changes.changed.iter().map(|piece| piece.code()).collect(),
                kept: kept.collect(),
                words: words.chain(slide.outcome.details(report.lang)).collect(),
                title_now: changes.title,
                verdict: changes.verdict,
            }
        });
        Self {
            lang: report.lang.code(),
            edition: report.edition,
            published: report.published.to_string(),
            ours,
            refreshed,
            slides: slides.collect(),
        }
    }
}

/// Refreshes a deck.
#[utoipa::path(post, path = "/api/v1/decks/refresh", tag = "decks", summary = "Refresh a deck",
    description = "Takes a PowerPoint file that was made here, even if it was edited since: the body itself, or the \
        field `file` of a form. What nobody has touched becomes that of the edition; everything else keeps its bytes. \
        The answer is the file, or the report on each slide.",
    params(RefreshAsked),
    request_body(content = inline(DeckFile), content_type = "application/octet-stream"),
    responses((status = 200, description = "The report; without `report=1` the file", body = ReportShape)))]
pub(super) async fn refresh_deck(State(api): State<Arc<Api>>, request: Request) -> Answer {
    let query = request.uri().query().unwrap_or_default();
    let lang = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang");
    let lang = lang.and_then(|(_, code)| Lang::from_code(&code)).unwrap_or_default();
    let accepts = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    let wants_json = accepts.is_some_and(|kinds| kinds.contains("application/json"));
    let received = receive(request, lang).await.map_err(not_received)?;
    let (name, report) = (received.name.clone(), received.report || wants_json);
    let done = refresh(&api.state, received).await.map_err(|failure| match failure {
        Failure::File(error) => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "The file cannot be refreshed")
            .detail(refused(Lang::En, &error))
            .into_response(),
        Failure::NoEdition => Problem::not_found("There is no such edition")
            .parameter("edition")
            .into_response(),
        other => other.respond(),
    })?;
    if !report {
        return Ok(sent(&name, done.bytes.into()));
    }
    let body = ApiBody::json(&ReportShape::new(&done.report)).map_err(Response::from)?;
    let kind = [
        (header::CONTENT_TYPE, body.media_type),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((kind, body.body).into_response())
}

fn not_received(why: Refused) -> Response {
    match why {
        Refused::NoFile => Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "There is no file in the request")
            .detail("Send the file as the body, or as the field `file` of a form.")
            .into_response(),
        Refused::TooLarge => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "The file is too large")
            .expected(format!("at most {LARGEST_DECK} MB"))
            .into_response(),
        Refused::Edition => Problem::new(StatusCode::BAD_REQUEST, "A parameter has a value that it cannot have")
            .parameter("edition")
            .expected("the number of an edition")
            .into_response(),
    }
}
