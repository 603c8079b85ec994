//! A deck on its way in: the body itself, or the field `file` of a form.

use axum::{
    body::Bytes,
    extract::{FromRequest as _, Multipart, Request, multipart::Field},
    http::{StatusCode, header},
    response::IntoResponse as _,
};
use domain::Lang;

use crate::services::{file_name::file_name, refresh::Wanted};

/// Longest value of another field.
const LONGEST_FIELD: usize = 64;

/// A deck that came, and what is asked for.
#[derive(Debug)]
pub(crate) struct Received {
    /// Name of the file as sent, cleaned.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) wanted: Wanted,
    /// Whether the report is wanted in place of the file.
    pub(crate) report: bool,
}

/// Why nothing is refreshed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    NoFile,
    TooLarge,
    /// The number of the edition is none.
    Edition,
}

/// Takes the file of a request within the limit of its route.
pub(crate) async fn receive(request: Request, lang: Lang) -> Result<Received, Refused> {
    let query = request.uri().query().unwrap_or_default();
    let mut fields: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let (name, bytes) = if is_form {
        form(request, &mut fields).await?
    } else {
        let bytes = Bytes::from_request(request, &()).await;
        let bytes = bytes.map_err(|refused| why(refused.into_response().status()))?;
        (String::new(), bytes.to_vec())
    };
    if bytes.is_empty() {
        return Err(Refused::NoFile);
    }
    let find = |wanted: &str| fields.iter().rfind(|(name, value)| name == wanted && !value.is_empty());
    let is_set = |name: &str| find(name).is_some_and(|(_, value)| value == "1");
    let edition = find("edition").map(|(_, value)| value.parse().map_err(|_| Refused::Edition));
    Ok(Received {
        name: if name.is_empty() {
            "thuocdo.pptx".to_owned()
        } else {
            name
        },
        bytes,
        wanted: Wanted {
            lang,
            edition: edition.transpose()?,
            report_slide: is_set("notes_slide"),
        },
        report: is_set("report"),
    })
}

async fn form(request: Request, fields: &mut Vec<(String, String)>) -> Result<(String, Vec<u8>), Refused> {
    let mut multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| Refused::NoFile)?;
    let mut file = None;
    while let Some(field) = multipart.next_field().await.map_err(|error| why(error.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" && file.is_none() {
            let shown = file_name(field.file_name().unwrap_or_default());
            file = Some((shown, bytes(field).await?));
        } else {
            let value = bytes(field).await?;
            if value.len() <= LONGEST_FIELD {
                fields.push((name, String::from_utf8_lossy(&value).into_owned()));
            }
        }
    }
    file.ok_or(Refused::NoFile)
}

async fn bytes(field: Field<'_>) -> Result<Vec<u8>, Refused> {
    let bytes = field.bytes().await.map_err(|error| why(error.status()))?;
    Ok(bytes.to_vec())
}

fn why(status: StatusCode) -> Refused {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        Refused::TooLarge
    } else {
        Refused::NoFile
    }
}
