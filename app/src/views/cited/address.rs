//! The address at which readers of a picture, slide or table check its figures.

use domain::Lang;

use crate::{links::with_query, query::Parameters, route::Route};

/// The address for a view as a deck names it, such as `rankings/pci/2016/bars?highlight=nghe-an`, under its edition.
pub(crate) fn of_view(origin: &str, lang: Lang, view: &str, edition: u32) -> String {
    let path = format!("{origin}/{}{}", lang.code(), Route::Cited.path());
    let address = with_query(&path, &[("view", view), ("edition", &edition.to_string())]);
    // Short enough to be read: a query may have slashes (RFC 3986, section 3.4).
    address.replace("%2F", "/")
}

/// Language, view and edition in such an address, wherever it leads; `None` for other addresses. Full stops and brackets
/// of the sentence around it do not count.
#[must_use]
pub fn cited_in(address: &str) -> Option<(Lang, String, u32)> {
    let address = address.trim_end_matches(['.', ',', ';', ')', '”', '"']);
    let (path, query) = address.split_once('?')?;
    let (before, last) = path.rsplit_once('/')?;
    let lang = Lang::from_code(before.rsplit('/').next()?)?;
    let parameters = Parameters::parse(query);
    let view = parameters
        .get("view")
        .filter(|_| format!("/{last}") == Route::Cited.path())?;
    Some((lang, view.to_owned(), parameters.get("edition")?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        let view = "rankings/pci/2016/bars?highlight=nghe-an,ha-noi&rows=all";
        let address = of_view("https://thuocdo.example", Lang::En, view, 3);
        let found = Some((Lang::En, view.to_owned(), 3));
        assert_eq!(cited_in(&address), found);
        assert_eq!(cited_in(&format!("{address}.")), found);
        for other in [
            "https://thuocdo.example/en/cited",
            "https://thuocdo.example/en/x?view=a&edition=1",
            "cited?",
        ] {
            assert_eq!(cited_in(other), None);
        }
    }
}
