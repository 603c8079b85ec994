//! Where a province stands, as a chart.

use domain::chart::{ChartBody, ChartModel, Note, Spine, SpineRow, Strip};
use messages::{common as m, fill, standing as w};

use super::model::{StandingRow, StandingView, change};
use crate::{
    context::PageContext,
    words::{self, Mark},
};

impl StandingView<'_> {
    /// The picture; `None` when no indicator has a figure.
    pub(crate) fn chart(&self, cx: &PageContext) -> Option<ChartModel> {
        let lang = cx.lang();
        if self.rows.is_empty() {
            return None;
        }
        let heads = [w::HEAD_INDICATOR, m::YEAR, m::VALUE, m::RANK, m::PLACES].map(|head| head.get(lang).to_owned());
        let rows: Vec<SpineRow> = self.rows.iter().map(spine_row).collect();
        let earlier = |row: &SpineRow| row.strip.marks.iter().any(|mark| mark.before.is_some());
        let hollow = if rows.iter().any(earlier) {
            w::HOLLOW.get(lang)
        } else {
            ""
        };
        Some(ChartModel {
            lang,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            source: self.source(cx),
            notes: Vec::new(),
            description: self.description(cx),
            body: ChartBody::Spine(Spine {
                heads,
                rows,
                worse: w::WORSE.get(lang).to_owned(),
                better: w::BETTER.get(lang).to_owned(),
                hollow: hollow.to_owned(),
            }),
        })
    }

    /// The publishers of all rows, each once.
    pub(super) fn source(&self, cx: &PageContext) -> String {
        let ids = self.rows.iter().map(StandingRow::indicator);
        crate::charts::source_of_all(cx, ids)
    }

    fn description(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let row = |row: &StandingRow<'_>| {
            let mut parts = vec![row.value.clone()];
            if row.rank().is_some() {
                parts.push(fill!(w::RANK_IN, lang, rank = &row.rank_text));
            } else {
                parts.push(row.rank_text.clone());
            }
            parts.extend(row.quarter.as_ref().map(|(_, name)| name.clone()));
            if row.change.mark != Mark::NoBase {
                parts.push(row.change.words.clone());
            }
            parts.retain(|part| !part.is_empty());
            fill!(
                w::STANDING_ROW,
                lang,
                indicator = &row.short,
                year = &row.year().to_string(),
                figure = &parts.join(", ")
            )
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        fill!(w::STANDING_TEXT, lang, province = &self.name, list = &rows.join("; "))
    }

    /// What must be said wherever it goes: which changes may be compared, other years, coverage.
    pub(crate) fn notes(&self, cx: &PageContext) -> Vec<Note> {
        let lang = cx.lang();
        let apart = self.rows.iter().filter(|row| row.change.mark == Mark::NotComparable);
        let apart: Vec<String> = apart.map(StandingRow::dated).collect();
        let mut notes = vec![Note::comparability(if apart.is_empty() {
            w::ALL_COMPARED.get(lang).to_owned()
        } else {
            fill!(w::NOT_COMPARED_IN, lang, indicators = &words::list(lang, &apart))
        })];
        for row in &self.rows {
            let Some(shown) = row.shown_year else { continue };
            let [shown, own] = [shown, row.year()].map(|year| year.to_string());
            let name = super::model::named(cx, row);
            notes.push(Note::from(fill!(
                w::OTHER_YEAR,
                lang,
                indicator = &row.short,
                province = &name,
                year = &shown,
                year_shown = &own
            )));
        }
        let covered = self.rows.iter().map(|row| {
            let (known, expected) = (row.table.rows.len().to_string(), row.table.expected.to_string());
            fill!(
                w::COVERED_IN,
                lang,
                indicator = &row.short,
                year = &row.year().to_string(),
                found = &known,
                expected = &expected
            )
        });
        let covered: Vec<String> = covered.collect();
        notes.push(fill!(w::COVERED_BY, lang, list = &covered.join("; ")).into());
        notes.push(w::QUARTERS_NOTE.get(lang).into());
        notes
    }
}

fn spine_row(row: &StandingRow<'_>) -> SpineRow {
    let (strip, note) = match &row.strip {
        Ok(view) => (view.strip.clone(), String::new()),
        Err(why) => (Strip::default(), why.clone()),
    };
    SpineRow {
        label: row.short.clone(),
        year: row.year().to_string(),
        value: row.value.clone(),
        rank: row.rank_text.clone(),
        change: change(&row.change),
        strip,
        note,
    }
}
