//! The address at which readers of a picture, slide or table check its figures.

use domain::Lang;

use crate::{links::with_query, route::Route};

/// The address for a view as a deck names it, such as `rankings/pci/2016/bars?highlight=nghe-an`, under its edition.
pub(crate) fn of_view(origin: &str, lang: Lang, view: &str, edition: u32) -> String {
    let path = format!("{origin}/{}{}", lang.code(), Route::Cited.path());
    let address = with_query(&path, &[("view", view), ("edition", &edition.to_string())]);
    // Short enough to be read: a query may have slashes (RFC 3986, section 3.4).
    address.replace("%2F", "/")
}
