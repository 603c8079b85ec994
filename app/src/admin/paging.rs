//! Long tables in pages.

use leptos::prelude::*;
use messages::fill;

use domain::{Lang, number};

use super::words as w;
use crate::query::Parameters;

/// The page that is asked for, from 1.
pub(super) fn page_number(parameters: &Parameters) -> usize {
    parameters.get("page").and_then(|p| p.parse().ok()).unwrap_or(1)
}

/// One page of many rows.
#[derive(Clone, Copy)]
pub(super) struct Window {
    count: usize,
    page: usize,
    /// Rows on one page.
    rows: usize,
}

impl Window {
    /// With this number of rows per page. A page that does not exist becomes the nearest one that does.
    pub(super) fn new(rows: usize, count: usize, page: usize) -> Self {
        let rows = rows.max(1);
        let pages = count.div_ceil(rows).max(1);
        Self {
            count,
            page: page.clamp(1, pages),
            rows,
        }
    }

    /// There is more than one page.
    pub(super) const fn many(self) -> bool {
        self.count > self.rows
    }

    pub(super) fn range(self) -> std::ops::Range<usize> {
        let first = (self.page - 1) * self.rows;
        first..self.count.min(first + self.rows)
    }

    /// "Dòng 1–100 trong 693".
    pub(super) fn says(self, lang: Lang) -> String {
        let range = self.range();
        if !self.many() {
            return fill!(w::ROWS, lang, count = self.count);
        }
        fill!(
            w::ROWS_PART,
            lang,
            first = range.start + 1,
            last = range.end,
            total = self.count
        )
    }

    /// Links to the other pages; `None` if there is one only.
    pub(super) fn ways(self, lang: Lang, link: impl Fn(usize) -> String) -> Option<AnyView> {
        self.pages(lang, |page, current| {
            let current = current.then_some("page");
            view! { <a href=link(page) aria-current=current>{page}</a> }.into_any()
        })
    }

    /// Buttons to the other pages, within a form: going on saves what was chosen. `code` is the value that the
    /// field `open` then has.
    pub(super) fn buttons(self, lang: Lang, code: impl Fn(usize) -> String) -> Option<AnyView> {
        self.pages(lang, |page, current| {
            if current {
                return view! { <span aria-current="page">{page}</span> }.into_any();
            }
            view! { <button type="submit" class="quiet" name="open" value=code(page)>{page}</button> }.into_any()
        })
    }

    fn pages(self, lang: Lang, item: impl Fn(usize, bool) -> AnyView) -> Option<AnyView> {
        let pages = self.count.div_ceil(self.rows);
        if pages < 2 {
            return None;
        }
        // A file of a million rows has thousands of pages: the first, the last, and those around.
        let mut near: Vec<usize> = (self.page.saturating_sub(2)..=self.page + 2).collect();
        near.extend([1, pages]);
        near.retain(|page| (1..=pages).contains(page));
        near.sort_unstable();
        near.dedup();
        let mut items: Vec<AnyView> = Vec::new();
        let mut before = 0;
        for page in near {
            if page > before + 1 {
                items.push(view! { <span>"…"</span> }.into_any());
            }
            items.push(item(page, page == self.page));
            before = page;
        }
        Some(view! { <nav class="years pages" aria-label=w::PAGES.get(lang)>{items.collect_view()}</nav> }.into_any())
    }
}

/// The numbers after `base` up to `newest`: "5, 6".
pub(super) fn numbers(base: u32, newest: u32) -> String {
    let numbers = (base.saturating_add(1)..=newest).map(|n| n.to_string());
    numbers.collect::<Vec<_>>().join(", ")
}

/// "812 kB".
pub(crate) fn size(lang: Lang, bytes: u64) -> String {
    let count = |n: u64| number::count(lang, usize::try_from(n).unwrap_or(usize::MAX));
    match bytes {
        0..1_000 => format!("{} B", count(bytes)),
        1_000..1_000_000 => format!("{} kB", count(bytes.div_ceil(1_000))),
        _ => format!("{} MB", count(bytes.div_ceil(1_000_000))),
    }
}
