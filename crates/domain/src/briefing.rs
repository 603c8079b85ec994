//! A briefing: what a leader takes into a meeting about a province, a region or the country.
//!
//! Like [`crate::chart::ChartModel`] it holds finished texts in the reader's language and knows
//! no layout. One value makes the page and the paper, so that they cannot disagree.

use crate::{Date, Lang, chart::ChartModel, data_table::Citation};

/// A briefing, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// Language of every text.
    pub lang: Lang,
    /// The place and what this is, such as `Nghệ An: bản tóm tắt`.
    pub title: String,
    /// What the place is, the edition, its day.
    pub subtitle: String,
    /// Sections in the order in which they are read.
    pub sections: Vec<Section>,
    /// What papers say on each page and where something had to be left out.
    pub paper: Paper,
    /// How to cite it; with the number and the day of the edition.
    pub citation: Citation,
    /// True when its address names the edition: it will never change.
    pub frozen: bool,
    /// Whole address of the page that shows it, under the edition when frozen.
    pub page: String,
    /// Name of its file without the ending, such as `nghe-an-briefing`.
    pub name: String,
}

/// Texts that only paper needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Head of each page: the place and the edition.
    pub head: String,
    /// Foot of each page: where it can be read.
    pub foot: String,
    /// What was left out for want of room, as `{0}`, and where it stands.
    pub left_out: String,
    /// So many rows of a section, as `{0}`, with its heading as `{1}`.
    pub rows_of: String,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Name for addresses (`#standing`), the same in both languages and once in a briefing.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// Where room is short, sections with the highest number are left out first, of equal ones
    /// the last; those with 0 are never left out as a whole.
    pub yields: u8,
    /// What stands below the heading.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(Phrase),
    /// Points, one below the other.
    List(Vec<Phrase>),
    /// A chart.
    Chart(Box<BriefChart>),
    /// A table.
    Table(BriefTable),
    /// The sources that the numbers of phrases refer to, from 1.
    Sources(Vec<BriefSource>),
    /// A remark in small print.
    Small(String),
}

/// A text with the numbers of the sources that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// What is said.
    pub text: String,
    /// Numbers in the list of sources, from 1.
    pub sources: Vec<usize>,
}

/// A chart with the size that paper has room for.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefChart {
    /// What is drawn.
    pub model: ChartModel,
    /// Width on paper in CSS px; the page's own width is the most.
    pub width: u32,
    /// Height on paper in CSS px; 0 leaves it to the chart.
    pub height: u32,
}

/// A small table of finished texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BriefTable {
    /// What it shows.
    pub caption: String,
    /// Columns; the first holds what its row is about.
    pub columns: Vec<BriefColumn>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Phrase>>,
    /// What must be known to read it, in small print.
    pub notes: Vec<String>,
}

/// A column of a [`BriefTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefColumn {
    /// Heading.
    pub heading: String,
    /// Where its texts stand.
    pub align: Align,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left: texts.
    Start,
    /// At the right: numbers.
    End,
}

/// Where figures were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefSource {
    /// Title, publisher and day, as far as known.
    pub text: String,
    /// Address; empty where none is known.
    pub url: String,
}

impl Phrase {
    /// A text that needs no source, such as a name.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            sources: Vec::new(),
        }
    }

    /// The text with the numbers of its sources behind it: `62,27 [3, 5]`.
    #[must_use]
    pub fn with_numbers(&self) -> String {
        if self.sources.is_empty() {
            return self.text.clone();
        }
        let numbers: Vec<String> = self.sources.iter().map(ToString::to_string).collect();
        format!("{} [{}]", self.text, numbers.join(", "))
    }
}

impl BriefColumn {
    /// A column of texts.
    pub fn text(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            align: Align::Start,
        }
    }

    /// A column of numbers.
    pub fn number(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            align: Align::End,
        }
    }
}

impl Briefing {
    /// Day on which its edition was published.
    #[must_use]
    pub const fn published(&self) -> Date {
        self.citation.published
    }

    /// The sections that remain when `count` of them give way, and the headings of those that do.
    #[must_use]
    pub fn without(&self, count: usize) -> (Vec<&Section>, Vec<&str>) {
        let mut order: Vec<usize> = (0..self.sections.len())
            .filter(|at| self.sections[*at].yields > 0)
            .collect();
        order.sort_by_key(|at| std::cmp::Reverse((self.sections[*at].yields, *at)));
        order.truncate(count);
        let gone = |at: &usize| order.contains(at);
        let kept = (0..self.sections.len()).filter(|at| !gone(at));
        let left = (0..self.sections.len()).filter(gone);
        (
            kept.map(|at| &self.sections[at]).collect(),
            left.map(|at| self.sections[at].heading.as_str()).collect(),
        )
    }

    /// How many sections may give way.
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
    fn sections_give_way_in_a_stated_order() {
        let briefing = briefing(vec![
            section("a", 0),
            section("b", 1),
            section("c", 3),
            section("d", 3),
            section("e", 0),
        ]);
        assert_eq!(briefing.yielding(), 3);
        for (count, kept, gone) in [
            (0, "abcde", ""),
            (1, "abce", "d"),
            (2, "abe", "cd"),
            (3, "ae", "bcd"),
            (9, "ae", "bcd"),
        ] {
            let (sections, left) = briefing.without(count);
            let ids: String = sections.iter().map(|s| s.id).collect();
            assert_eq!((ids.as_str(), left.concat().as_str()), (kept, gone), "{count}");
        }
    }

    #[test]
    fn numbers_of_sources_stand_behind_the_text() {
        let mut phrase = Phrase::plain("62,27");
        assert_eq!(phrase.with_numbers(), "62,27");
        phrase.sources = vec![3, 5];
        assert_eq!(phrase.with_numbers(), "62,27 [3, 5]");
    }
}
