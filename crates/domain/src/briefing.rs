//! Briefings: what a leader takes into a meeting about a province, a region or the country.
//!
//! Like a [`crate::chart::ChartModel`], a briefing holds final texts in the reader's language and no layout.
//! The web page and the printed document are both made from the same value, so that they cannot disagree.

use crate::{Date, Lang, chart::ChartModel, data_table::Citation};

/// A briefing, ready for layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// Language of every text.
    pub lang: Lang,
    /// The place and the kind of document, such as `Nghệ An: bản tóm tắt`.
    pub title: String,
    /// The kind of place, the edition and its date.
    pub subtitle: String,
    /// Sections in the order in which they are read.
    pub sections: Vec<Section>,
    /// Texts for the printed document: headers, footers and notes on omitted content.
    pub paper: Paper,
    /// How to cite it, with the number and the date of the edition.
    pub citation: Citation,
    /// True if its URL includes the edition, so that its content never changes.
    pub frozen: bool,
    /// Full URL of the page that shows it, including the edition if `frozen`.
    pub page: String,
    /// File name without the extension, such as `nghe-an-briefing`.
    pub name: String,
}

/// Texts that only the printed document needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Header of each page: the place and the edition.
    pub head: String,
    /// Footer of each page: where the briefing can be read online.
    pub foot: String,
}

/// A heading with its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Identifier for URLs (`#standing`), the same in both languages and unique in a briefing.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// Order of omission where space is short: sections with the highest number are omitted first, and among equals
    /// the last one. Sections with 0 are never omitted entirely.
    pub yields: u8,
    /// Content below the heading.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(Phrase),
    /// A list of items.
    List(Vec<Phrase>),
    /// A chart.
    Chart(Box<BriefChart>),
    /// A table.
    Table(BriefTable),
    /// The numbered sources, from 1, that phrases refer to.
    Sources(Vec<BriefSource>),
    /// A remark in small print.
    Small(String),
}

/// A text with the numbers of its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// Numbers in the list of sources, from 1.
    pub sources: Vec<usize>,
    /// What follows after these numbers, with sources of its own, such as what another source states.
    pub more: Vec<Self>,
}

/// A chart with its size in print.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefChart {
    /// The chart.
    pub model: ChartModel,
    /// Width in print in CSS px, at most the width of the page.
    pub width: u32,
    /// Height in print in CSS px; 0 for the chart's default height.
    pub height: u32,
    /// Number of decimals of its values, as published.
    pub decimals: u8,
}

/// A small table of final texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BriefTable {
    /// What it shows.
    pub caption: String,
    /// Columns; the first holds the row headings.
    pub columns: Vec<BriefColumn>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Phrase>>,
    /// Notes for readers, in small print.
    pub notes: Vec<String>,
}

/// A column of a [`BriefTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefColumn {
    /// Heading.
    pub heading: String,
    /// Alignment of its cells.
    pub align: Align,
}

/// The alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Left: texts.
    Start,
    /// Right: numbers.
    End,
}

/// Where figures were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefSource {
    /// Title, publisher and date, as far as known.
    pub text: String,
    /// URL; empty if not known.
    pub url: String,
}

impl Phrase {
    /// Creates a phrase that needs no source, such as a name.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Creates a phrase with the numbers of its sources.
    pub fn sourced(text: impl Into<String>, sources: Vec<usize>) -> Self {
        Self {
            text: text.into(),
            sources,
            more: Vec::new(),
        }
    }

    /// Returns the text followed by the numbers of its sources, and what follows: `62,27 [3, 5]; 62,30 [4]`.
    #[must_use]
    pub fn with_numbers(&self) -> String {
        let mut said = self.text.clone();
        if !self.sources.is_empty() {
            let numbers: Vec<String> = self.sources.iter().map(ToString::to_string).collect();
            said = format!("{said} [{}]", numbers.join(", "));
        }
        for more in &self.more {
            said = format!("{said}{}", more.with_numbers());
        }
        said
    }
}

impl BriefColumn {
    /// Creates a column of texts.
    pub fn text(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            align: Align::Start,
        }
    }

    /// Creates a column of numbers.
    pub fn number(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            align: Align::End,
        }
    }
}

impl Briefing {
    /// Returns the date on which its edition was published.
    #[must_use]
    pub const fn published(&self) -> Date {
        self.citation.published
    }

    /// Omits `count` sections, in the order given by [`Section::yields`]. Returns the remaining sections and the
    /// headings of the omitted ones.
    #[must_use]
    pub fn without(&self, count: usize) -> (Vec<&Section>, Vec<&str>) {
        let mut order: Vec<usize> = (0..self.sections.len())
            .filter(|at| self.sections[*at].yields > 0)
            .collect();
        order.sort_by_key(|at| std::cmp::Reverse((self.sections[*at].yields, *at)));
        order.truncate(count);
        let is_omitted = |at: &usize| order.contains(at);
        let remaining = (0..self.sections.len()).filter(|at| !is_omitted(at));
        let omitted = (0..self.sections.len()).filter(is_omitted);
        (
            remaining.map(|at| &self.sections[at]).collect(),
            omitted.map(|at| self.sections[at].heading.as_str()).collect(),
        )
    }

    /// Returns the number of sections that may be omitted.
    #[must_use]
    pub fn yielding(&self) -> usize {
        self.sections.iter().filter(|section| section.yields > 0).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: &'static str, yields: u8) -> Section {
        Section {
            id,
            heading: id.to_owned(),
            yields,
            blocks: Vec::new(),
        }
    }

    fn briefing(sections: Vec<Section>) -> Briefing {
        Briefing {
            lang: Lang::Vi,
            title: String::new(),
            subtitle: String::new(),
            sections,
            paper: Paper::default(),
            citation: Citation {
                key: String::new(),
                author: String::new(),
                title: String::new(),
                publisher: String::new(),
                edition: 1,
                published: Date::year_end(2025),
                url: String::new(),
                text: String::new(),
            },
            frozen: false,
            page: String::new(),
            name: String::new(),
        }
    }

    #[test]
    fn sections_are_omitted_in_the_stated_order() {
        let briefing = briefing(vec![
            section("a", 0),
            section("b", 1),
            section("c", 3),
            section("d", 3),
            section("e", 0),
        ]);
        assert_eq!(briefing.yielding(), 3);
        for (count, remaining, omitted) in [
            (0, "abcde", ""),
            (1, "abce", "d"),
            (2, "abe", "cd"),
            (3, "ae", "bcd"),
            (9, "ae", "bcd"),
        ] {
            let (sections, headings) = briefing.without(count);
            let ids: String = sections.iter().map(|s| s.id).collect();
            assert_eq!(
                (ids.as_str(), headings.concat().as_str()),
                (remaining, omitted),
                "{count}"
            );
        }
    }

    #[test]
    fn source_numbers_follow_the_text() {
        let mut phrase = Phrase::plain("62,27");
        assert_eq!(phrase.with_numbers(), "62,27");
        phrase.sources = vec![3, 5];
        assert_eq!(phrase.with_numbers(), "62,27 [3, 5]");
        phrase.more = vec![Phrase::sourced("; 62,30", vec![4]), Phrase::plain("; ?")];
        assert_eq!(phrase.with_numbers(), "62,27 [3, 5]; 62,30 [4]; ?");
    }
}
