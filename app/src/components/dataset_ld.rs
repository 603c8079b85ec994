//! What search engines for data read of a page: the description of its figures as schema.org has it.

use leptos::prelude::*;
use messages::common as m;
use serde_json::{Map, Value, json};

use crate::context::{PageContext, page_context};

/// A set of figures that a page shows. Title, description and address are the page's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dataset {
    pub(crate) name: String,
    /// Who published the figures.
    pub(crate) publisher: String,
    /// A year, or the first and the last one with a slash between them (ISO 8601).
    pub(crate) years: String,
    /// Media types and addresses of files with the figures, without the origin.
    pub(crate) files: Vec<(&'static str, String)>,
    /// Terms of use in words; may be empty.
    pub(crate) licence: String,
    /// How to cite them; may be empty.
    pub(crate) citation: String,
    /// Names of what is measured.
    pub(crate) measured: Vec<String>,
}

/// The description, which is data and no script: nothing in it runs.
#[component]
pub(crate) fn DatasetDescription<'a>(
    dataset: &'a Dataset,
    description: &'a str,
    address: &'a str,
) -> impl IntoView + use<> {
    let text = described(&page_context(), dataset, (description, address)).to_string();
    // An element of this kind ends at the first `</script`.
    let text = text.replace('<', "\\u003c");
    view! { <script type="application/ld+json" inner_html=text></script> }
}

fn described(cx: &PageContext, dataset: &Dataset, (description, address): (&str, &str)) -> Value {
    let (lang, edition) = (cx.lang(), &cx.snapshot().edition);
    let mut all = Map::new();
    let mut put = |name: &str, value: Value| {
        let empty = value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            all.insert(name.to_owned(), value);
        }
    };
    let files = dataset.files.iter().map(|(kind, file)| {
        let address = format!("{}{file}", cx.backend().origin());
        json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": address })
    });
    let licence = match dataset.licence.as_str() {
        "" => json!(""),
        text => json!({ "@type": "CreativeWork", "name": text }),
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("Dataset"));
    put("name", json!(dataset.name));
    put("description", json!(description));
    put("url", json!(address));
    put("creator", json!({ "@type": "Organization", "name": dataset.publisher }));
    put("temporalCoverage", json!(dataset.years));
    put("spatialCoverage", json!(m::VIET_NAM.get(lang)));
    put("version", json!(edition.number.to_string()));
    put("dateModified", json!(edition.published.iso()));
    put("license", licence);
    put("citation", json!(dataset.citation));
    put("variableMeasured", json!(dataset.measured));
    put("distribution", files.collect());
    Value::Object(all)
}
