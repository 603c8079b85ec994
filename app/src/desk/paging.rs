//! Long tables in pages.

use leptos::prelude::*;

use domain::{Lang, number};

use super::words::{self as w, counted};
use crate::query::Parameters;

/// Rows of a table on one page.
pub(super) const PAGE: usize = 100;

/// The page that is asked for, from 1.
pub(super) fn page_number(parameters: &Parameters) -> usize {
    parameters.get("page").and_then(|p| p.parse().ok()).unwrap_or(1)
}

/// One page of many rows.
#[derive(Clone, Copy)]
pub(super) struct Window {
    count: usize,
    page: usize,
}

impl Window {
    /// Pages that do not exist become the nearest that does.
    pub(super) fn new(count: usize, page: usize) -> Self {
        let pages = count.div_ceil(PAGE).max(1);
        Self {
            count,
            page: page.clamp(1, pages),
        }
    }

    pub(super) fn range(self) -> std::ops::Range<usize> {
        let first = (self.page - 1) * PAGE;
        first..self.count.min(first + PAGE)
    }

    /// "Dòng 1–100 trong 693".
    pub(super) fn says(self, lang: Lang) -> String {
        let range = self.range();
        let count = |n| number::count(lang, n);
        if self.count <= PAGE {
            return counted(lang, self.count, w::ROWS_ONE, w::ROWS);
        }
        w::ROWS_PART.fill(lang, &[&count(range.start + 1), &count(range.end), &count(self.count)])
    }

    /// Links to the other pages; nothing when there is one only.
    pub(super) fn ways(self, lang: Lang, link: impl Fn(usize) -> String) -> Option<AnyView> {
        let pages = self.count.div_ceil(PAGE);
        if pages < 2 {
            return None;
        }
        // A file of a million rows has thousands of pages: the first, the last, and those around.
        let near = |page: usize| page == 1 || page == pages || page.abs_diff(self.page) <= 2;
        let mut items: Vec<AnyView> = Vec::new();
        let mut gap = false;
        for page in 1..=pages {
            if near(page) {
                let current = (page == self.page).then_some("page");
                items.push(view! { <a href=link(page) aria-current=current>{page}</a> }.into_any());
                gap = false;
            } else if !gap {
                items.push(view! { <span>"…"</span> }.into_any());
                gap = true;
            }
        }
        Some(view! { <nav class="years pages" aria-label=w::PAGES.get(lang)>{items.collect_view()}</nav> }.into_any())
    }
}
