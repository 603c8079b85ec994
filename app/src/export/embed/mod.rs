//! Charts and tables in frames on other sites: a small page with one picture and its figures.
//!
//! The page reads without scripts. Its picture is one of four, which the browser picks: for narrow and
//! wide frames, light and dark. It tells no cookie, font or other site anything.

mod address;
mod foot;
mod height;
mod page;

use std::fmt::Write as _;

use super::{
    Export, ExportParts, ImageOptions, Shape,
    make::{Wrong, asked_or, one},
};
use crate::{
    PageResponse, SharedBackend,
    components::shapes::escape,
    context::PageContext,
    query::Parameters,
    response::{Body, Cache},
};

pub use address::view_of;
pub use height::{NARROWEST_FRAME, SizeOf, frame_height, usual_height};
use page::Theme;

/// Parameters of pictures that a frame decides itself.
const IGNORED: [&str; 2] = ["size", "scale"];

/// The page for a frame that shows the view at `path` (such as `rankings/pci/2016/bars`) with this query; `size`
/// gives the size of its pictures. The edition that the query names must be in memory. What cannot be shown
/// gets a small page that says why, with status 400 or 404.
#[must_use]
pub fn embed(backend: &SharedBackend, path: &str, query: &str, size: &SizeOf<'_>) -> PageResponse {
    let query = Parameters::parse(query).without(&IGNORED);
    let query = query.trim_start_matches('?');
    let made = asked_or(
        backend,
        (path, query),
        |cx, parameters| {
            let mut export = one(cx, path, parameters, want(path))?;
            if let Some(table) = &mut export.table {
                table.keep_what_people_read();
            }
            let theme = Theme::read(parameters.get("theme"));
            Ok(page::page(cx, &export, theme, size))
        },
        refuse,
    );
    made.map_or_else(
        |refused| refused,
        |html| PageResponse {
            status: 200,
            body: Body::Html(html),
            cache: Cache::Revalidate,
        },
    )
}

/// What a frame needs of a view.
#[must_use]
pub fn want(path: &str) -> ExportParts {
    if path.ends_with("/table") {
        ExportParts::Table
    } else {
        ExportParts::Picture
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "one of the ways to refuse, which all take it so"
)]
fn refuse(cx: &PageContext, wrong: Wrong) -> PageResponse {
    PageResponse {
        status: match wrong {
            Wrong::Bad(_) => 400,
            Wrong::Missing(_) => 404,
        },
        body: Body::Html(page::problem(cx, &wrong)),
        cache: Cache::NoStore,
    }
}

/// The address of the page for a frame, without the origin. A `theme` of `light` or `dark` holds whatever the
/// reader's system says; an empty one leaves it to that.
#[must_use]
pub fn embed_address(export: &Export, frozen: bool, theme: &str) -> String {
    let look = ImageOptions {
        shape: Shape::Auto,
        dark: false,
        scale: ImageOptions::default().scale,
        ..export.look
    };
    let mut address = export.address("/embed", "", frozen, &look);
    if !theme.is_empty() {
        let joint = if address.contains('?') { '&' } else { '?' };
        let written = write!(address, "{joint}theme={theme}");
        debug_assert!(written.is_ok(), "a string takes every text");
    }
    address
}

/// The HTML that puts a view into another site: a frame at `address` (whole, with origin), `height` CSS px high and
/// `width` CSS px wide, or as wide as there is room; with the script at `script` that fits its height, if any.
#[must_use]
pub fn snippet(export: &Export, address: &str, (width, height): (Option<u32>, u32), script: Option<&str>) -> String {
    let width = width.map_or_else(|| "100%".to_owned(), |width| width.to_string());
    let mut html = format!(
        concat!(
            r#"<iframe src="{}" title="{}" width="{}" height="{}" "#,
            r#"loading="lazy" frameborder="0"></iframe>"#
        ),
        escape(address),
        escape(&export.title),
        width,
        height
    );
    if let Some(script) = script {
        let written = write!(html, r#"<script src="{}" async></script>"#, escape(script));
        debug_assert!(written.is_ok(), "a string takes every text");
    }
    html
}
