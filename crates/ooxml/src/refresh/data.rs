//! What a chart shows: names, categories, values and the texts of labels, from its XML.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::tree::{at, below, child, is, paragraph, paragraphs, print};

/// The figures of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Data {
    pub(super) series: Vec<SeriesData>,
    /// Smallest value, largest value and distance of ticks of each axis, as written.
    pub(super) axes: Vec<[String; 3]>,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SeriesData {
    pub(super) name: String,
    pub(super) categories: Vec<String>,
    pub(super) values: Vec<Option<f64>>,
    /// Texts of labels by point.
    pub(super) labels: BTreeMap<usize, String>,
}

/// Returns the series of a chart in the order of their numbers.
pub(super) fn series<'a, 'i>(document: &'a Document<'i>) -> Vec<Node<'a, 'i>> {
    let mut all: Vec<Node<'_, '_>> = document.descendants().filter(|node| is(*node, "ser")).collect();
    all.sort_by_key(|node| index(*node, "idx"));
    all
}

/// Returns the axes with numbers.
pub(super) fn axes<'a, 'i>(document: &'a Document<'i>) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|node| is(*node, "valAx")).collect()
}

/// Returns the number in a child element such as `idx`.
pub(super) fn index(node: Node<'_, '_>, name: &str) -> usize {
    let value = child(node, name).and_then(|node| node.attribute("val"));
    value.and_then(|value| value.parse().ok()).unwrap_or(usize::MAX)
}

/// Returns the labels of a series that have a text, with their points.
pub(super) fn labels<'a, 'i>(node: Node<'a, 'i>) -> Vec<(usize, Node<'a, 'i>)> {
    let all = child(node, "dLbls").into_iter().flat_map(|node| node.children());
    let all = all.filter(|node| is(*node, "dLbl") && at(*node, &["tx", "rich"]).is_some());
    all.map(|node| (index(node, "idx"), node)).collect()
}

impl Data {
    /// Reads the figures of a chart.
    pub(super) fn of(document: &Document<'_>) -> Self {
        let of_axis = |node: Node<'_, '_>| {
            let value = |path: &[&str]| {
                at(node, path)
                    .and_then(|node| node.attribute("val"))
                    .unwrap_or_default()
            };
            [
                value(&["scaling", "min"]),
                value(&["scaling", "max"]),
                value(&["majorUnit"]),
            ]
            .map(str::to_owned)
        };
        Self {
            series: series(document).into_iter().map(SeriesData::of).collect(),
            axes: axes(document).into_iter().map(of_axis).collect(),
        }
    }

    /// Returns the fingerprint of names, categories and values.
    pub(super) fn print(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        for series in &self.series {
            parts.extend([
                format!("{} {}", series.categories.len(), series.values.len()),
                series.name.clone(),
            ]);
            parts.extend(series.categories.iter().cloned());
            let shown = |value: &Option<f64>| value.map_or_else(String::new, digits);
            parts.extend(series.values.iter().map(shown));
        }
        print(parts)
    }

    /// Returns the fingerprint of the texts of the labels.
    pub(super) fn labels_print(&self) -> String {
        let labels = self.series.iter().enumerate().flat_map(|(at, series)| {
            let labels = series.labels.iter();
            labels.map(move |(point, text)| format!("{at} {point} {text}"))
        });
        print(labels)
    }

    /// Returns the fingerprint of the axes.
    pub(super) fn axes_print(&self) -> String {
        print(self.axes.iter().flatten())
    }

    /// Counts the figures that are not the same in another chart: different, new or gone.
    pub(super) fn differing(&self, other: &Self) -> usize {
        let (before, after) = (self.figures(), other.figures());
        let changed = before
            .iter()
            .filter(|(key, value)| after.get(*key) != Some(value))
            .count();
        changed + after.keys().filter(|key| !before.contains_key(*key)).count()
    }

    /// Returns the values by series and category, both without ranks.
    fn figures(&self) -> BTreeMap<(usize, String), String> {
        let mut all = BTreeMap::new();
        for (at, series) in self.series.iter().enumerate() {
            for (category, value) in series.categories.iter().zip(&series.values) {
                if let Some(value) = value {
                    all.insert((at, without_rank(category).to_owned()), digits(*value));
                }
            }
        }
        all
    }
}

/// Returns a value with the twelve digits that all programs keep.
pub(super) fn digits(value: f64) -> String {
    format!("{value:.11e}")
}

/// Returns the name in a category such as `12. Nghệ An`.
pub(super) fn without_rank(category: &str) -> &str {
    match category.split_once(". ") {
        Some((rank, name)) if rank.starts_with(|c: char| c.is_ascii_digit()) => name,
        _ => category,
    }
}

impl SeriesData {
    fn of(node: Node<'_, '_>) -> Self {
        let name = child(node, "tx")
            .and_then(|node| below(node, "v"))
            .and_then(|node| node.text());
        let categories = child(node, "cat").map(points).unwrap_or_default();
        let values = child(node, "val").map(points).unwrap_or_default();
        let cells = below(node, "dlblRangeCache").map(points).unwrap_or_default();
        let text = |point: usize, node: Node<'_, '_>| {
            let body = at(node, &["tx", "rich"])?;
            let cell = cells.get(point).cloned().flatten().filter(|_| names_cell(body));
            cell.or_else(|| Some(paragraphs(body).join("\n")))
        };
        Self {
            name: name.unwrap_or_default().to_owned(),
            categories: categories.into_iter().map(Option::unwrap_or_default).collect(),
            values: values.into_iter().map(|value| value?.trim().parse().ok()).collect(),
            labels: labels(node)
                .into_iter()
                .filter_map(|(point, node)| Some((point, text(point, node)?)))
                .collect(),
        }
    }
}

/// Returns whether a label is the text of a cell: programs write a name in place of that text.
pub(super) fn names_cell(body: Node<'_, '_>) -> bool {
    let field = below(body, "fld").filter(|field| field.attribute("type") == Some("CELLRANGE"));
    field.is_some_and(|field| paragraphs(body).concat() == paragraph(field))
}

/// Reads cached points; a point without an entry is `None`.
fn points(node: Node<'_, '_>) -> Vec<Option<String>> {
    /// Most points that are believed.
    const MOST: usize = 20_000;
    let count = below(node, "ptCount").and_then(|node| node.attribute("val")?.parse().ok());
    let mut all: Vec<Option<String>> = vec![None; count.unwrap_or(0).min(MOST)];
    for point in node.descendants().filter(|node| is(*node, "pt")) {
        let index: Option<usize> = point.attribute("idx").and_then(|value| value.parse().ok());
        let text = child(point, "v").and_then(|node| node.text()).unwrap_or_default();
        let Some(index) = index.filter(|index| *index < MOST) else {
            continue;
        };
        // LibreOffice counts the points that have a text, and numbers them with those that have none.
        if index >= all.len() {
            all.resize(index + 1, None);
        }
        all[index] = Some(text.to_owned());
    }
    all
}
