//! oEmbed: what another site asks to embed an address of ours (<https://oembed.com>).

use std::{fmt::Write as _, sync::Arc};

use app::export::{self, Export, ImageOptions, NARROWEST_FRAME, Shape};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::chart::ChartModel;
use serde::Serialize;
use serde_json::Value;

use super::Outside;
use crate::{
    AppState,
    http::{
        content::{Content, LIVE, NO_STORE},
        pages,
    },
    services::export_file,
};

/// Width of a frame where the asking site sets no limit, in CSS px: that of the wide drawings.
const USUAL_WIDTH: u32 = 960;
/// How long the asking site may keep the answer, in seconds: live, and under an edition.
const CACHE_AGE: (u32, u32) = (3600, 86_400);

/// How the answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Xml,
}

/// What is asked.
#[derive(Debug)]
struct Asked {
    url: String,
    format: Format,
    /// Limits in CSS px.
    width: Option<u32>,
    height: Option<u32>,
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
enum OembedError {
    NoUrl,
    /// A limit that is no number, or too low.
    Limit {
        name: &'static str,
        least: u32,
    },
    Format,
    /// The address is not ours, or shows no chart or table.
    Unknown,
}

/// The answer, in the words of the specification.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    author_name: &'a str,
    provider_name: &'static str,
    provider_url: &'a str,
    cache_age: u32,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    thumbnail: Option<Thumbnail>,
    html: String,
    width: u32,
    height: u32,
}

/// The card of a chart.
#[derive(Debug, Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// Says how an address is embedded.
pub(super) async fn about(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    let query = match Asked::read(uri.query().unwrap_or_default()) {
        Ok(query) => query,
        Err(refusal) => return refusal.into_response(),
    };
    if let Err(stop) = pages::bring_edition(&state, query_of(&query.url)).await {
        return stop.into_response();
    }
    let mut refused = None;
    let make = || match content(&state, &query) {
        Ok(content) => Some(content),
        Err(refusal) => {
            refused = Some(refusal);
            None
        }
    };
    let mut response = pages::kept(&state, &uri, &asked, make).await;
    if let Some(refusal) = refused {
        return refusal.into_response();
    }
    response.extensions_mut().insert(Outside::File);
    response
}

impl Asked {
    fn read(query: &str) -> Result<Self, OembedError> {
        let (mut url, mut format) = (String::new(), Format::Json);
        let (mut width, mut height) = (None, None);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "url" => url = value.into_owned(),
                "format" => {
                    format = match value.as_ref() {
                        "json" => Format::Json,
                        "xml" => Format::Xml,
                        _ => return Err(OembedError::Format),
                    }
                }
                "maxwidth" => width = Some(limit("maxwidth", &value, NARROWEST_FRAME)?),
                "maxheight" => height = Some(limit("maxheight", &value, 1)?),
                _ => {}
            }
        }
        if url.is_empty() {
            return Err(OembedError::NoUrl);
        }
        Ok(Self {
            url,
            format,
            width,
            height,
        })
    }
}

fn limit(name: &'static str, text: &str, least: u32) -> Result<u32, OembedError> {
    let number = text.parse().ok().filter(|number| *number >= least);
    number.ok_or(OembedError::Limit { name, least })
}

/// The query of an address.
fn query_of(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').map_or("", |(_, query)| query)
}

fn content(state: &AppState, asked: &Asked) -> Result<Content, OembedError> {
    let backend = state.backend();
    let (view, query) = export::view_of(backend, &asked.url).ok_or(OembedError::Unknown)?;
    let export =
        export::export(backend, &view, &query, export::frame_wants(&view)).map_err(|_| OembedError::Unknown)?;
    let theme = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "theme");
    let theme = theme.map_or_else(String::new, |(_, theme)| theme.into_owned());
    let answer = answer(backend.origin(), &export, &theme, asked);
    let (body, kind) = match asked.format {
        Format::Json => (serde_json::to_string(&answer).ok(), "application/json"),
        Format::Xml => (xml(&answer), "text/xml; charset=utf-8"),
    };
    let body = body.ok_or(OembedError::Unknown)?;
    Ok(Content::new(StatusCode::OK, LIVE, body).with(header::CONTENT_TYPE, HeaderValue::from_static(kind)))
}

fn answer<'a>(origin: &'a str, export: &'a Export, theme: &str, asked: &Asked) -> Answer<'a> {
    let width = asked.width.map_or(USUAL_WIDTH, |limit| limit.min(USUAL_WIDTH));
    let needed = export::frame_height(export, &size, width);
    let height = asked.height.map_or(needed, |limit| limit.min(needed));
    let address = format!("{origin}{}", export::embed_address(export, export.frozen, theme));
    let script = format!("{origin}/embed.js");
    let html = export::snippet(export, &address, (Some(width), height), Some(&script));
    Answer {
        version: "1.0",
        kind: "rich",
        title: &export.title,
        author_name: &export.publisher,
        provider_name: "Thước Đo",
        provider_url: origin,
        cache_age: if export.frozen { CACHE_AGE.1 } else { CACHE_AGE.0 },
        thumbnail: thumbnail(origin, export, asked),
        html,
        width,
        height,
    }
}

/// The card, where it is within the limits; tables have none.
fn thumbnail(origin: &str, export: &Export, asked: &Asked) -> Option<Thumbnail> {
    let (width, height) = Shape::Card.size();
    let fits = asked.width.is_none_or(|limit| limit >= width) && asked.height.is_none_or(|limit| limit >= height);
    let look = ImageOptions {
        shape: Shape::Card,
        scale: 1,
        ..export.look
    };
    let address = export.address("/charts", ".png", export.frozen, &look);
    (fits && export.is_chart()).then(|| Thumbnail {
        thumbnail_url: format!("{origin}{address}"),
        thumbnail_width: width,
        thumbnail_height: height,
    })
}

/// An element for each member.
fn xml(answer: &Answer<'_>) -> Option<String> {
    let Ok(Value::Object(members)) = serde_json::to_value(answer) else {
        return None;
    };
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n");
    for (name, value) in members {
        let value = match value {
            Value::String(value) => escaped(&value),
            other => other.to_string(),
        };
        writeln!(text, "  <{name}>{value}</{name}>").ok()?;
    }
    text.push_str("</oembed>\n");
    Some(text)
}

/// Text for XML, which cannot hold most control characters in any form.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => safe.push(c),
        }
    }
    safe
}

impl IntoResponse for OembedError {
    fn into_response(self) -> Response {
        let (status, vi, en) = match self {
            Self::NoUrl => (
                StatusCode::BAD_REQUEST,
                "url: cần địa chỉ của một trang, biểu đồ hay bảng.".to_owned(),
                "url: the address of a page, a chart or a table is needed.".to_owned(),
            ),
            Self::Limit { name, least } => (
                StatusCode::BAD_REQUEST,
                format!("{name}: cần một số nguyên từ {least} trở lên."),
                format!("{name}: a whole number of at least {least} is expected."),
            ),
            Self::Format => (
                StatusCode::NOT_IMPLEMENTED,
                "format: chỉ có json và xml.".to_owned(),
                "format: there are only json and xml.".to_owned(),
            ),
            Self::Unknown => (
                StatusCode::NOT_FOUND,
                "url: ở địa chỉ này không có biểu đồ hay bảng nào của Thước Đo.".to_owned(),
                "url: there is no chart or table of Thước Đo at this address.".to_owned(),
            ),
        };
        let headers = [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::CACHE_CONTROL, NO_STORE),
        ];
        let mut response = (status, headers, format!("{vi}\n{en}\n")).into_response();
        response.extensions_mut().insert(Outside::File);
        response
    }
}

/// Width and height of a picture in CSS px.
pub(super) fn size(model: &ChartModel, look: &ImageOptions) -> Option<(u32, u32)> {
    match charts::outlined(model, &export_file::look(look)) {
        Ok(drawing) => Some((drawing.width, drawing.height)),
        Err(error) => {
            tracing::warn!(%error, "a chart cannot be drawn for a frame");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_checked() {
        let refused = |query: &str| Asked::read(query).unwrap_err();
        assert_eq!(refused(""), OembedError::NoUrl);
        assert_eq!(refused("url=&format=json"), OembedError::NoUrl);
        assert_eq!(refused("url=a&format=yaml"), OembedError::Format);
        for text in ["x", "279", "-1", "1e3", "99999999999"] {
            let name = "maxwidth";
            assert_eq!(
                refused(&format!("url=a&maxwidth={text}")),
                OembedError::Limit { name, least: 280 }
            );
        }
        let name = "maxheight";
        assert_eq!(refused("url=a&maxheight=0"), OembedError::Limit { name, least: 1 });
        let read = Asked::read("url=https%3A%2F%2Fa%2Fb%3Fc%3Dd&maxwidth=600&format=xml&new=1").unwrap();
        assert_eq!(
            (read.url.as_str(), read.width, read.format),
            ("https://a/b?c=d", Some(600), Format::Xml)
        );
    }

    #[test]
    fn only_what_xml_can_hold_is_written() {
        assert_eq!(
            escaped("<a href=\"x\">Ẵ & ỷ\u{0}\u{8}</a>"),
            "&lt;a href=\"x\"&gt;Ẵ &amp; ỷ&lt;/a&gt;"
        );
    }

    #[test]
    fn the_query_of_an_address_ends_at_its_place() {
        assert_eq!(query_of("https://a/b?c=d&edition=1#e?f"), "c=d&edition=1");
        assert_eq!(query_of("https://a/b#e?f"), "");
    }
}
