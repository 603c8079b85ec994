//! Published figures as tables like those that offices make.

use domain::{Observation, Place};

use crate::shared::{edition, indicator};

/// The published figures of one province.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Code of the statistics office.
    pub(crate) code: String,
    pub(crate) name: String,
    /// The unit's slug.
    pub(crate) slug: String,
    /// With the decimals of the source; empty if nothing is published.
    pub(crate) value: String,
    pub(crate) rank: String,
}

impl Line {
    /// Returns the value with a decimal comma.
    pub(crate) fn comma(&self) -> String {
        self.value.replace('.', ",")
    }
}

/// Returns the published table of a component, in the order of the data files. `total` and `overall` are the headline
/// figures.
pub(crate) fn table(slug: &str, component: &str, year: i32) -> Vec<Line> {
    let id = indicator(slug);
    let catalogue = &edition().catalogue;
    let component = catalogue.indicator(id).component_by_slug(component).unwrap();
    let figures = edition().figures.iter();
    let figures = figures.filter(|f| (f.key.indicator, f.key.component, f.key.year) == (id, component, Some(year)));
    figures
        .filter_map(|figure| {
            let Place::Province(province) = figure.key.place else {
                return None;
            };
            let province = catalogue.provinces.get(province);
            let value = match figure.value {
                Observation::Known(v) => format!("{:.*}", usize::from(v.digits), v.value),
                _ => String::new(),
            };
            Some(Line {
                code: province.code.clone(),
                name: province.name_in(year).vi.clone(),
                slug: province.slug.clone(),
                value,
                rank: figure.claims[0].rank.map(|rank| rank.to_string()).unwrap_or_default(),
            })
        })
        .collect()
}

/// Returns the totals and ranks of PCI 2016: the most common table.
pub(crate) fn pci() -> Vec<Line> {
    let lines = table("pci", "overall", 2016);
    assert_eq!(lines.len(), 63);
    lines
}

/// Returns a text table: the header, then one row per line.
pub(crate) fn text(head: &str, lines: &[Line], row: impl Fn(usize, &Line) -> String) -> String {
    let rows = lines.iter().enumerate().map(|(at, line)| row(at, line));
    std::iter::once(head.to_owned())
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\r\n")
        + "\r\n"
}
