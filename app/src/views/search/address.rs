//! Addresses that lead nowhere: which part is not known, and what was meant.

use domain::{Catalogue, Hit, SearchQuery};

use crate::{
    context::PageContext,
    query::{self, BadParameters},
    route::PATTERNS,
};

/// Words of addresses that no page has: files, frames and what the server adds.
const OTHER_WORDS: [&str; 3] = ["charts", "embed", "editions"];

/// True if a part of an address is a word of its grammar and no name.
fn is_word(part: &str) -> bool {
    let mut words = PATTERNS.iter().flat_map(|pattern| pattern.split('/'));
    words.any(|word| word == part) || OTHER_WORDS.contains(&part)
}

/// Parameters whose values are names.
const NAMING: [&str; 7] = [
    "provinces",
    "province",
    "highlight",
    "region",
    "indicator",
    "component",
    "add",
];

/// Longer parts are no names.
const LONGEST: usize = 60;

/// Parts that are looked at: addresses of this program have no more.
const MOST: usize = 5;

/// What is strange in an address.
#[derive(Default)]
pub(crate) struct Strange {
    /// Parts of the address, each with what in it is not known: the same text, or a piece of it.
    pub(crate) parts: Vec<(String, String)>,
    /// What the parts may have meant.
    pub(crate) meant: Vec<Hit>,
    /// The address read as a query.
    pub(crate) query: SearchQuery,
}

/// Reads an address, and the parameters of it that cannot be used, for names.
pub(crate) fn strange(cx: &PageContext, bad: &BadParameters) -> Strange {
    let catalogue = &cx.snapshot().catalogue;
    let segments = cx.path().split('/').map(query::decode).filter(|part| !part.is_empty());
    let segments = segments.filter(|part| !is_word(part) && part.chars().count() <= LONGEST);
    let segments: Vec<String> = segments.take(MOST).collect();
    let naming = bad.iter().filter(|b| NAMING.contains(&b.name));
    let values = naming.flat_map(|b| b.found.split(',').map(str::to_owned));
    let values = values.filter(|part| part.chars().count() <= LONGEST).take(MOST);
    let mut strange = Strange {
        query: catalogue.parse_query(&segments.join(" ")),
        ..Strange::default()
    };
    for part in segments.iter().cloned().chain(values) {
        add(catalogue, &mut strange, part.trim());
    }
    strange.meant.truncate(5);
    strange
}

fn add(catalogue: &Catalogue, strange: &mut Strange, part: &str) {
    let year = part.parse::<i32>().is_ok();
    let known = catalogue.provinces.by_slug(part).is_some()
        || catalogue.provinces.region_by_slug(part).is_some()
        || catalogue.indicator_by_slug(part).is_some();
    if part.is_empty() || year || known {
        return;
    }
    let parsed = catalogue.parse_query(part);
    let pieces = parsed.unknown.iter().map(|unknown| unknown.text.clone());
    strange.parts.extend(pieces.map(|piece| (part.to_owned(), piece)));
    let named = super::model::pages_of(&parsed).into_iter();
    for hit in named.chain(parsed.unknown.iter().flat_map(|unknown| unknown.meant.iter().copied())) {
        if !strange.meant.contains(&hit) {
            strange.meant.push(hit);
        }
    }
}
