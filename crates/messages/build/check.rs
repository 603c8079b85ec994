//! Whether both languages are complete.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::Message;

/// All differences between the two languages: files, messages and arguments that only one of them has, and messages
/// that are given twice.
pub(crate) fn same(
    vi: &BTreeMap<String, Vec<Message>>,
    en: &BTreeMap<String, Vec<Message>>,
) -> Result<(), Vec<String>> {
    let mut errors = Vec::new();
    let names: BTreeSet<&String> = vi.keys().chain(en.keys()).collect();
    for name in names {
        match (vi.get(name), en.get(name)) {
            (Some(vi), Some(en)) => file(name, vi, en, &mut errors),
            (Some(_), None) => errors.push(format!("en/{name}.ftl is missing")),
            (None, _) => errors.push(format!("vi/{name}.ftl is missing")),
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn file(name: &str, vi: &[Message], en: &[Message], errors: &mut Vec<String>) {
    let [by_vi, by_en] = [("vi", vi), ("en", en)].map(|(language, messages)| {
        let mut by_id = BTreeMap::new();
        for message in messages {
            if by_id.insert(message.id.as_str(), message).is_some() {
                errors.push(format!("{language}/{name}.ftl: {} is there twice", message.id));
            }
        }
        by_id
    });
    let ids: BTreeSet<&&str> = by_vi.keys().chain(by_en.keys()).collect();
    for id in ids {
        match (by_vi.get(*id), by_en.get(*id)) {
            (Some(vi), Some(en)) => {
                let (vi, en) = (vi.arguments(), en.arguments());
                if vi != en {
                    errors.push(format!(
                        "{name}.ftl: {id} has the arguments {vi:?} in Vietnamese and {en:?} in English"
                    ));
                }
            }
            (Some(_), None) => errors.push(format!("en/{name}.ftl: {id} is missing")),
            (None, _) => errors.push(format!("vi/{name}.ftl: {id} is missing")),
        }
    }
}
