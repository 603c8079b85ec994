//! Values computed by the publisher's rule, as files with the same columns as the published ones.

use domain::{Catalogue, Figure, Observation, Place, Snapshot};

use super::FIELDS;
use crate::files::Files;

/// Returns one file per indicator with computed values, named after it.
pub(super) fn files(snapshot: &Snapshot) -> Files {
    let mut files = Files::default();
    for (id, indicator) in snapshot.catalogue.indicators() {
        let computed = snapshot.figures.iter();
        let computed = computed.filter(|f| f.key.indicator == id && f.computed());
        let mut text = String::new();
        for row in computed.filter_map(|figure| row(&snapshot.catalogue, figure)) {
            text.push_str(&row);
        }
        if !text.is_empty() {
            let head = FIELDS.join(",");
            files.insert(
                format!("{}.csv", indicator.slug),
                format!("{head}\n{text}").into_bytes(),
            );
        }
    }
    files
}

/// Returns true if a figure has a row.
pub(super) fn is_row(figure: &Figure) -> bool {
    let of_province = matches!(figure.key.place, Place::Province(_));
    figure.computed() && of_province && figure.value.value().is_some() && !figure.claims.is_empty()
}

/// Returns the row of a province's value; no cell needs quotes, as they are slugs, digits and years. `None` without a
/// value.
fn row(catalogue: &Catalogue, figure: &Figure) -> Option<String> {
    let (Observation::Known(value), Place::Province(province)) = (figure.value, figure.key.place) else {
        return None;
    };
    let component = &catalogue
        .indicator(figure.key.indicator)
        .component(figure.key.component)
        .slug;
    let source = &catalogue.source(figure.claims.first()?.source).slug;
    let year = figure.key.year.map(|year| year.to_string()).unwrap_or_default();
    let as_of = figure.key.as_of.map(|moment| moment.to_string()).unwrap_or_default();
    let value = format!("{:.*}", usize::from(value.digits), value.value);
    let cells = FIELDS.map(|field| match field {
        "component" => component.as_str(),
        "province" => catalogue.provinces.get(province).slug.as_str(),
        "year" => &year,
        "as_of" => &as_of,
        "value" => &value,
        "source" => source,
        "origin" => "computed",
        "value_origin" => "computed_by_rule",
        _ => "",
    });
    Some(format!("{}\n", cells.join(",")))
}
