//! What a view that brings everything itself consists of. Each kind of view has one function that builds it
//! (`views/<view>/content.rs`); pictures, slides, tables, frames and citations follow from it.

use domain::{
    ComponentId, Indicator, IndicatorId,
    chart::{ChartModel, Note},
    data_table::{Citation, DataTable},
};
use messages::{export as w, fill};

use super::tables::{Sources, TypedTable};
use crate::{context::PageContext, links::with_query};

/// Everything that such a view says.
pub(crate) struct ViewContent {
    /// The indicators shown, at least one, each with its years as a citation names them: `2016` or `2013–2016`.
    pub(crate) cited: Vec<(IndicatorId, String)>,
    pub(crate) component: ComponentId,
    /// What it shows, in one short sentence: the finding.
    pub(crate) title: String,
    /// Measure, place and period.
    pub(crate) subtitle: String,
    /// What is drawn; nothing for a table. Its notes are filled in from `notes`.
    pub(crate) model: Option<ChartModel>,
    /// What must be said wherever it goes: verdict, coverage, that it is a supposition. The licence is added.
    pub(crate) notes: Vec<Note>,
    /// The typed table, also of a chart.
    pub(crate) typed: TypedTable,
    /// Heading and text of more that a reader of the table must know.
    pub(crate) readme: Vec<(String, String)>,
    /// Sources of the figures shown.
    pub(crate) sources: Sources,
    /// The parameters that change what it says, in one order, without language and edition.
    pub(crate) state: Vec<(&'static str, String)>,
    /// The page that shows it, below the language, such as `/compare`.
    pub(crate) page: String,
    /// Parameters of that page, without the edition.
    pub(crate) page_state: Vec<(&'static str, String)>,
    /// Place on that page, without `#`; may be empty.
    pub(crate) place: String,
    /// Name of its file, without the ending.
    pub(crate) name: String,
}

impl ViewContent {
    /// Its page, with language and (where one is pinned) edition.
    pub(super) fn page(&self, cx: &PageContext) -> String {
        let edition = cx.links.edition.map(|n| n.to_string()).unwrap_or_default();
        let mut all: Vec<(&str, &str)> = self.page_state.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.push(("edition", &edition));
        let address = with_query(&format!("/{}{}", cx.lang().code(), self.page), &all);
        if self.place.is_empty() {
            address
        } else {
            format!("{address}#{}", self.place)
        }
    }

    pub(super) fn notes(&self, cx: &PageContext) -> Vec<Note> {
        let mut notes = self.notes.clone();
        let licences = self.each(cx, |indicator, _| indicator.licence.get(cx.lang()).to_owned());
        match &licences[..] {
            [only] => notes.push(only.as_str().into()),
            // The terms of each are in the files.
            _ => notes.push(w::LICENCES.get(cx.lang()).into()),
        }
        notes.retain(|note| !note.text.is_empty());
        notes
    }

    /// What is said of each indicator, equal texts once.
    fn each(&self, cx: &PageContext, says: impl Fn(&Indicator, &str) -> String) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (id, years) in &self.cited {
            let text = says(cx.snapshot().catalogue.indicator(*id), years);
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all
    }

    /// The publishers of what is shown, each once.
    pub(super) fn publishers(&self, cx: &PageContext) -> String {
        let all = self.each(cx, |indicator, _| indicator.publisher.get(cx.lang()).to_owned());
        all.join("; ")
    }

    pub(super) fn citation(&self, cx: &PageContext) -> Citation {
        let lang = cx.lang();
        let edition = &cx.snapshot().edition;
        let number = edition.number.to_string();
        let url = format!("{}{}", cx.backend().origin(), self.page(&cx.pinned()));
        let of_each = self.each(cx, |indicator, years| {
            indicator.citation.get(lang).replace("{year}", years)
        });
        let of_each = of_each.join(" ");
        let day = edition.published.format(lang);
        Citation {
            key: format!("thuocdo-{}-{number}", self.name),
            author: self.publishers(cx),
            title: format!("{}: {}", self.subtitle, self.title),
            text: fill!(
                w::CITED,
                lang,
                source = &of_each,
                title = &self.title,
                edition = &number,
                date = &day,
                address = &url
            ),
            publisher: fill!(w::CITED_PUBLISHER, lang, edition = &number),
            edition: edition.number,
            published: edition.published,
            url,
        }
    }

    /// The typed table with all that a reader of the file must know.
    pub(super) fn table(&self, cx: &PageContext, citation: &Citation) -> DataTable {
        let lang = cx.lang();
        let says = |words: messages::Msg, text: &str| (words.get(lang).to_owned(), Note::from(text));
        let described = self.each(cx, |indicator, _| indicator.description.get(lang).to_owned());
        let licences = self.each(cx, |indicator, _| indicator.licence.get(lang).to_owned());
        let mut readme: Vec<(String, Note)> = described.iter().map(|text| says(w::README_WHAT, text)).collect();
        let compare = || w::README_COMPARE.get(lang).to_owned();
        readme.extend(self.notes.iter().map(|note| (compare(), note.clone())));
        let own = self.readme.iter();
        readme.extend(own.map(|(heading, text)| (heading.clone(), text.as_str().into())));
        readme.push(says(w::README_EMPTY, w::README_EMPTY_TEXT.get(lang)));
        readme.extend(licences.iter().map(|text| says(w::README_LICENCE, text)));
        readme.retain(|(_, note)| !note.text.is_empty());
        DataTable {
            lang,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            columns: self.typed.columns.clone(),
            rows: self.typed.rows.clone(),
            readme,
            sources: self.sources.data(cx),
            citation: citation.clone(),
        }
    }
}
