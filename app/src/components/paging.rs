//! Long tables in pages.

use domain::Lang;
use leptos::prelude::*;
use messages::{common as m, fill};

/// One page of many rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    count: usize,
    page: usize,
    /// Rows on one page.
    rows: usize,
}

impl Window {
    /// With this number of rows per page. A page that does not exist becomes the nearest one that does.
    pub(crate) fn new(rows: usize, count: usize, page: usize) -> Self {
        let rows = rows.max(1);
        let pages = count.div_ceil(rows).max(1);
        Self {
            count,
            page: page.clamp(1, pages),
            rows,
        }
    }

    /// The number of rows on all pages.
    pub(crate) const fn count(self) -> usize {
        self.count
    }

    /// There is more than one page.
    pub(crate) const fn many(self) -> bool {
        self.count > self.rows
    }

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        let first = (self.page - 1) * self.rows;
        first..self.count.min(first + self.rows)
    }

    /// "Dòng 1–100 trong 693".
    pub(crate) fn says(self, lang: Lang) -> String {
        let range = self.range();
        if !self.many() {
            return fill!(m::ROWS, lang, count = self.count);
        }
        fill!(
            m::ROWS_PART,
            lang,
            first = range.start + 1,
            last = range.end,
            total = self.count
        )
    }

    /// Links to the other pages; `None` if there is one only.
    pub(crate) fn ways(self, lang: Lang, link: impl Fn(usize) -> String) -> Option<AnyView> {
        self.pages(lang, |page, current| {
            let current = current.then_some("page");
            view! { <a href=link(page) aria-current=current>{page}</a> }.into_any()
        })
    }

    /// Buttons to the other pages, within a form: going on saves what was chosen. `code` is the value that the
    /// field `open` then has.
    pub(crate) fn buttons(self, lang: Lang, code: impl Fn(usize) -> String) -> Option<AnyView> {
        self.pages(lang, |page, current| {
            if current {
                return view! { <span aria-current="page">{page}</span> }.into_any();
            }
            view! { <button type="submit" class="quiet" name="open" value=code(page)>{page}</button> }.into_any()
        })
    }

    /// The first page, the last, and those around this one: a file of a million rows has thousands.
    fn linked(self) -> Vec<usize> {
        let pages = self.count.div_ceil(self.rows).max(1);
        let mut near: Vec<usize> = (self.page.saturating_sub(2)..=self.page + 2).collect();
        near.extend([1, pages]);
        near.retain(|page| (1..=pages).contains(page));
        near.sort_unstable();
        near.dedup();
        near
    }

    fn pages(self, lang: Lang, item: impl Fn(usize, bool) -> AnyView) -> Option<AnyView> {
        if !self.many() {
            return None;
        }
        let mut items: Vec<AnyView> = Vec::new();
        let mut before = 0;
        for page in self.linked() {
            if page > before + 1 {
                items.push(view! { <span>"…"</span> }.into_any());
            }
            items.push(item(page, page == self.page));
            before = page;
        }
        Some(view! { <nav class="years pages" aria-label=m::PAGES.get(lang)>{items.collect_view()}</nav> }.into_any())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_row_is_on_exactly_one_page(rows in 1..200_usize, count in 0..2_000_usize, asked in 0..3_000_usize) {
            let pages = count.div_ceil(rows).max(1);
            let ranges = (1..=pages).map(|page| Window::new(rows, count, page).range());
            prop_assert!(ranges.clone().all(|range| range.len() <= rows));
            prop_assert_eq!(ranges.flatten().collect::<Vec<_>>(), (0..count).collect::<Vec<_>>());
            let shown = Window::new(rows, count, asked);
            prop_assert_eq!(shown.page, asked.clamp(1, pages));
            let linked = shown.linked();
            prop_assert!(linked.is_sorted());
            prop_assert!([1, shown.page, pages].iter().all(|page| linked.contains(page)));
        }
    }
}
