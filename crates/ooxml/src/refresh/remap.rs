//! Gives a part other ids of relationships and shapes.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    RefreshError,
    tree::{Edits, is, parse},
};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Returns a part with other ids of relationships.
pub(super) fn remapped(path: &str, xml: &str, ids: &BTreeMap<String, String>) -> Result<String, RefreshError> {
    let document = parse(path, xml)?;
    let mut edits = Edits::default();
    for node in document.descendants() {
        for attribute in node.attributes().filter(|a| a.namespace() == Some(RELATIONS)) {
            if let Some(id) = ids.get(attribute.value()).filter(|id| *id != attribute.value()) {
                edits.replace(attribute.range_value(), id.as_str());
            }
        }
    }
    Ok(edits.apply(xml))
}

/// Returns the edits that give shapes within a range free ids where theirs are taken.
pub(super) fn free_ids(document: &roxmltree::Document<'_>, taken: &BTreeSet<u32>) -> Edits {
    let mut edits = Edits::default();
    let mut next = taken.iter().next_back().copied().unwrap_or(0).max(1000);
    for node in document.descendants().filter(|node| is(*node, "cNvPr")) {
        let id: Option<u32> = node.attribute("id").and_then(|id| id.parse().ok());
        if id.is_some_and(|id| taken.contains(&id)) {
            next = next.saturating_add(1);
            edits.attribute(node, "id", &next.to_string());
        }
    }
    edits
}
