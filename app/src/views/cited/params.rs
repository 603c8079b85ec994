//! What the page asks for: views, and the edition in which they were cited.

use messages::cited as w;

use crate::{
    context::PageContext,
    export::{MOST_CHARTS, TableLayout, view_of},
    query::{BadParameter, BadParameters, Parameters},
};

/// Views of one edition.
#[derive(Debug, Default)]
pub(super) struct CitedQuery {
    /// Path and query of each, without language and edition.
    pub(super) views: Vec<(String, String)>,
}

/// What an address asks for.
#[derive(Debug)]
pub(super) enum Asked {
    /// Nothing yet: the form.
    Form,
    /// The same page under the edition that the pasted address names.
    Under(u32),
    Views(CitedQuery),
}

impl CitedQuery {
    /// Reads `view`, which can be given several times: an address of a picture, file or page, or a view as decks name it.
    ///
    /// # Errors
    /// Every address that shows no figures, or that names no edition.
    pub(super) fn read(cx: &PageContext, parameters: &Parameters) -> Result<Asked, BadParameters> {
        let lang = cx.lang();
        let named: Vec<&str> = parameters.all("view").take(MOST_CHARTS).collect();
        if named.is_empty() {
            return Ok(Asked::Form);
        }
        if cx.links.edition.is_none() {
            return match named.iter().find_map(|url| edition_of(url)) {
                Some(edition) => Ok(Asked::Under(edition)),
                None => Err(BadParameter::new(lang, "edition", "", w::EXPECT_EDITION).into()),
            };
        }
        let mut bad = BadParameters::default();
        let mut views = Vec::new();
        for url in named {
            match view(cx, url) {
                Some(view) => views.push(view),
                None => bad.push(BadParameter::new(lang, "view", url, w::EXPECT_VIEW)),
            }
        }
        bad.or(Asked::Views(Self { views }))
    }
}

/// The edition in a pasted address.
fn edition_of(url: &str) -> Option<u32> {
    let (_, query) = url.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    Parameters::parse(query).get("edition")?.parse().ok()
}

fn view(cx: &PageContext, url: &str) -> Option<(String, String)> {
    let origin = cx.backend().origin();
    let url = match url {
        whole if whole.contains("://") => whole.to_owned(),
        path if path.starts_with('/') => format!("{origin}{path}"),
        item => format!("{origin}/charts/{item}"),
    };
    let (path, query) = view_of(cx.backend(), &url)?;
    let query = Parameters::parse(&query).without(&["lang", "edition", TableLayout::NAME]);
    Some((path, query.trim_start_matches('?').to_owned()))
}
