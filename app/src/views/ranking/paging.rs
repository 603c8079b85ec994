//! Pages of a long table.

use std::ops::Range;

/// Most lines of one page. Tables of provinces stay whole.
const MOST_LINES: usize = 100;

/// Which lines of a table are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    /// The page that is shown, from 1.
    pub(crate) page: usize,
    /// Lines that the filter keeps.
    pub(crate) lines: usize,
}

impl Paging {
    /// The page that is asked for, or the last one: a filter may leave fewer than an address was written for.
    pub(crate) fn new(asked: usize, lines: usize) -> Self {
        let pages = Self { page: 1, lines }.pages();
        let page = asked.clamp(1, pages);
        Self { page, lines }
    }

    /// The number of pages; one if there are no lines.
    pub(crate) fn pages(self) -> usize {
        self.lines.div_ceil(MOST_LINES).max(1)
    }

    /// The positions of the shown lines.
    pub(crate) fn rows(self) -> Range<usize> {
        let first = (self.page - 1) * MOST_LINES;
        first..(first + MOST_LINES).min(self.lines)
    }

    /// The pages that are linked: the first, the last, and those around the shown one.
    pub(crate) fn linked(self) -> Vec<usize> {
        let near = |page: &usize| page.abs_diff(self.page) <= 1;
        let ends = |page: &usize| *page == 1 || *page == self.pages();
        (1..=self.pages()).filter(|page| near(page) || ends(page)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_line_is_on_exactly_one_page(lines in 0..2_000_usize, asked in 0..100_usize) {
            let shown = Paging::new(asked, lines);
            prop_assert!((1..=shown.pages()).contains(&shown.page));
            let pages = (1..=shown.pages()).map(|page| Paging::new(page, lines).rows());
            let all: Vec<usize> = pages.clone().flatten().collect();
            prop_assert_eq!(all, (0..lines).collect::<Vec<_>>());
            prop_assert!(pages.clone().all(|rows| rows.len() <= MOST_LINES));
            let linked = shown.linked();
            prop_assert!(linked.is_sorted());
            prop_assert!([1, shown.page, shown.pages()].iter().all(|page| linked.contains(page)));
        }
    }

    #[test]
    fn tables_of_provinces_have_one_page() {
        assert_eq!(Paging::new(1, 63).pages(), 1);
        assert_eq!(Paging::new(1, 100).pages(), 1);
        assert_eq!(Paging::new(2, 101).rows(), 100..101);
        assert_eq!(Paging::new(17, 3_355).linked(), [1, 16, 17, 18, 34]);
    }
}
