//! The rows of a ranking that a slide shows: the first, the highlighted and the last, with a mark wherever
//! neighbouring rows are not neighbours in rank; and the labels of the rows.

use std::collections::BTreeSet;

use domain::chart::Emphasis;

use super::{Labels, Plot, Series, Tone};
use crate::{text::number, words};

/// Maximum number of rows, including the marks between them, that are legible from the back of a room.
pub(crate) const MAX_ROWS: usize = 20;

/// The number of rows from the top, and from the bottom, of a ranking that is too long.
const FIRST: usize = 10;
const LAST: usize = 3;

/// The category between two rows that are not neighbours in rank.
pub(crate) const GAP: &str = "…";

/// What is known of a row of a ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowMark {
    /// The rank, if the row has one.
    pub(crate) rank: Option<usize>,
    pub(crate) highlighted: bool,
}

impl RowMark {
    pub(crate) fn of(emphasis: Emphasis) -> Self {
        Self {
            rank: None,
            highlighted: emphasis != Emphasis::Context,
        }
    }
}

impl Plot {
    /// Returns the plot with only the first, the highlighted and the last rows if there are too many.
    pub(crate) fn ends(&self) -> Self {
        let all = self.with_gaps(&self.all_rows());
        if all.is_empty() {
            return self.clone();
        }
        if all.len() <= MAX_ROWS {
            return self.taking(&all);
        }
        let shorter = (1..=FIRST).rev().map(|first| self.with_gaps(&self.chosen(first)));
        let mut shorter = shorter.skip_while(|rows| rows.len() > MAX_ROWS);
        shorter.next().map_or_else(|| self.clone(), |rows| self.taking(&rows))
    }

    /// Returns whether there is a mark between two rows.
    pub(crate) fn has_gaps(&self) -> bool {
        !self.row_marks.is_empty() && self.categories.iter().any(|name| name == GAP)
    }

    /// Returns the plot with all rows, and the marks between them if they fit.
    pub(crate) fn all_with_gaps(&self, most: usize) -> Self {
        let rows = self.with_gaps(&self.all_rows());
        if rows.is_empty() || rows.len() > most {
            return self.clone();
        }
        self.taking(&rows)
    }

    fn all_rows(&self) -> Vec<usize> {
        (0..self.row_marks.len()).collect()
    }

    /// Returns the number of rows that were left out of `shown`, which was made by [`ends`](Self::ends).
    pub(crate) fn left_out(&self, shown: &Self) -> usize {
        let drawn = shown.categories.iter().filter(|name| *name != GAP).count();
        self.categories.len().saturating_sub(drawn)
    }

    fn chosen(&self, first: usize) -> Vec<usize> {
        let count = self.row_marks.len();
        let highlighted = (0..count).filter(|row| self.row_marks[*row].highlighted);
        let ends = (0..first.min(count)).chain(count.saturating_sub(LAST)..count);
        ends.chain(highlighted).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Returns the rows with `None` between those that are not neighbours.
    fn with_gaps(&self, rows: &[usize]) -> Vec<Option<usize>> {
        let mut all = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            if index > 0 && !self.neighbours(rows[index - 1], *row) {
                all.push(None);
            }
            all.push(Some(*row));
        }
        all
    }

    /// Returns whether no province is known to be between two rows.
    fn neighbours(&self, above: usize, below: usize) -> bool {
        let ranks = [above, below].map(|row| self.row_marks[row].rank);
        let [Some(high), Some(low)] = ranks else {
            // The place of a row without a rank is not known.
            return above + 1 == below && ranks == [None, None];
        };
        let equal = self.row_marks.iter().filter(|mark| mark.rank == Some(high)).count();
        above + 1 == below && low <= high + equal
    }

    fn taking(&self, rows: &[Option<usize>]) -> Self {
        let new_index = |old: usize| rows.iter().position(|row| *row == Some(old));
        let series = self.series.iter().map(|s| Series {
            values: rows.iter().map(|row| row.and_then(|row| s.values[row])).collect(),
            texts: rows
                .iter()
                .map(|row| row.and_then(|row| s.texts.get(row).cloned().flatten()))
                .collect(),
            point_tones: s
                .point_tones
                .iter()
                .filter_map(|(row, tone)| Some((new_index(*row)?, *tone)))
                .collect(),
            ..s.clone()
        });
        let cells = |cells: &Vec<String>| {
            let cell = |row: &Option<usize>| row.map(|row| cells[row].clone()).unwrap_or_default();
            rows.iter().map(cell).collect()
        };
        Self {
            categories: rows
                .iter()
                .map(|row| row.map_or_else(|| GAP.to_owned(), |row| self.categories[row].clone()))
                .collect(),
            series: series.collect(),
            row_marks: rows
                .iter()
                .map(|row| row.map(|row| self.row_marks[row]).unwrap_or_default())
                .collect(),
            extra: self
                .extra
                .iter()
                .map(|(head, all)| (head.clone(), cells(all)))
                .collect(),
            ..self.clone()
        }
    }

    /// Returns whether the names are labels of an invisible series instead of labels of the axis: only so can a
    /// single one be bold.
    pub(crate) fn has_names_inside(&self) -> bool {
        self.series.iter().any(|s| s.labels == Labels::Category)
    }

    /// Moves the names of the categories from the axis into the plot, left of the bars.
    pub(crate) fn name_inside(&mut self, share: f64) {
        if self.form != super::Form::Bars || self.series.len() != 1 || self.axis.min < 0.0 || !self.axis.hidden {
            return;
        }
        self.axis = self.axis.extended_below(share);
        self.series.push(Series {
            name: words::NAMES_INSIDE.get(self.lang).into(),
            values: vec![Some(self.axis.min); self.categories.len()],
            tone: Tone::Hidden,
            point_tones: Vec::new(),
            secondary: false,
            overlay: false,
            texts: Vec::new(),
            joined: true,
            labels: Labels::Category,
        });
    }

    /// Gives each row one label with all its values, at its longest bar: a label per bar would overlap the others.
    pub(crate) fn label_rows(&mut self) {
        if self.form != super::Form::Bars || self.series.len() < 2 {
            return;
        }
        let labelled = self.series.iter().all(|s| s.labels == Labels::Values);
        let mut texts = vec![vec![None; self.categories.len()]; self.series.len()];
        for row in (0..self.categories.len()).filter(|_| labelled) {
            let known = self.series.iter().enumerate();
            let known = known.filter_map(|(index, s)| Some((index, s.values[row]?)));
            let longest = known.max_by(|(_, a), (_, b)| a.total_cmp(b));
            let Some((longest, _)) = longest else { continue };
            let values = self.series.iter();
            let values = values.map(|s| self.value_text(s, row).unwrap_or_else(|| "–".to_owned()));
            texts[longest][row] = Some(values.collect::<Vec<_>>().join(" | "));
        }
        for (series, texts) in self.series.iter_mut().zip(texts) {
            series.texts = texts;
            series.labels = Labels::Texts;
        }
    }

    /// Returns the text of a value; `None` for a gap.
    fn value_text(&self, series: &Series, index: usize) -> Option<String> {
        let value = series.values[index]?;
        let given = series.texts.get(index).cloned().flatten();
        let axis = self
            .secondary
            .as_ref()
            .filter(|_| series.secondary)
            .unwrap_or(&self.axis);
        Some(given.unwrap_or_else(|| axis.format.text(self.lang, value)))
    }

    /// Returns the text of the label at a point, as written in the file; `None` if it has none.
    pub(crate) fn label(&self, series: &Series, index: usize) -> Option<String> {
        let last = || series.values.iter().rposition(Option::is_some) == Some(index);
        match series.labels {
            Labels::None => None,
            Labels::Texts => series.texts.get(index).cloned().flatten(),
            Labels::Category => self.categories.get(index).filter(|name| !name.is_empty()).cloned(),
            Labels::Values => self.value_text(series, index),
            Labels::Name => last().then(|| series.name.clone()),
            Labels::Ends if last() => Some(format!("{}  {}", series.name, self.value_text(series, index)?)),
            Labels::Ends => (index == 0).then(|| self.value_text(series, index)).flatten(),
        }
    }

    /// Returns the texts of all labels of a series, one per category.
    pub(crate) fn labels(&self, series: &Series) -> Vec<Option<String>> {
        (0..series.values.len())
            .map(|index| self.label(series, index))
            .collect()
    }

    /// Returns the number of characters of the longest label of the bars; 0 without labels.
    pub(crate) fn longest_label(&self) -> f64 {
        let bars = self.series.iter().filter(|s| s.labels != Labels::Category);
        let lengths = bars
            .flat_map(|s| self.labels(s))
            .flatten()
            .map(|text| text.chars().count());
        number(lengths.max().unwrap_or(0))
    }
}
