//! Views that bring everything themselves: maps, comparisons, explanations. Each family has one function
//! that works its view out; pictures, slides, tables, frames and citations follow from what it gives.

use domain::{
    Catalogue, ComponentId, IndicatorId, ProvinceId,
    chart::ChartModel,
    data_table::{Citation, DataTable},
};

use super::{
    tables::{Sources, Typed},
    words as w,
};
use crate::{
    links::with_query,
    models::{self, Here},
    query::{BadParameter, Parameters},
};

/// A kind of view that brings everything itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// `map/{indicator}/{year}/{kind}`
    Map,
    /// `since/{indicator}/{year}/{kind}`: change over several years.
    Since,
    /// `rebased/{indicator}/{year}/{kind}`: old figures on today's 34 provinces.
    Rebased,
    /// `before/{province}/{indicator}/{kind}`: the former units of a province that the merger formed.
    Before,
    /// `compare/{indicator}/{kind}`
    Compare,
    /// `why/{province}/{indicator}/{kind}`: what a change is made of.
    Why,
    /// `what-if/{province}/{indicator}/{kind}`
    WhatIf,
}

/// What the middle of a family's paths names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Middle {
    IndicatorYear,
    Indicator,
    ProvinceIndicator,
}

impl Family {
    const ALL: [(&'static str, Self, Middle, &'static [&'static str]); 7] = [
        (
            "map",
            Self::Map,
            Middle::IndicatorYear,
            &["score", "band", "rank", "change", "table"],
        ),
        ("since", Self::Since, Middle::IndicatorYear, &["bars", "table"]),
        ("rebased", Self::Rebased, Middle::IndicatorYear, &["chart", "table"]),
        ("before", Self::Before, Middle::ProvinceIndicator, &["lines", "table"]),
        (
            "compare",
            Self::Compare,
            Middle::Indicator,
            &["lines", "years", "profile", "table"],
        ),
        ("why", Self::Why, Middle::ProvinceIndicator, &["steps", "table"]),
        ("what-if", Self::WhatIf, Middle::ProvinceIndicator, &["steps", "table"]),
    ];
}

/// A view of such a family, by its path. What else it depends on stands in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OwnView {
    pub(crate) family: Family,
    pub(crate) indicator: IndicatorId,
    /// Where the path names one.
    pub(crate) year: Option<i32>,
    /// Where the path names one.
    pub(crate) province: Option<ProvinceId>,
    /// The last part of the path.
    pub(crate) kind: &'static str,
}

impl OwnView {
    /// Old figures of an indicator and year on today's provinces, as `chart` or `table`.
    pub(crate) const fn rebased(indicator: IndicatorId, year: i32, kind: &'static str) -> Self {
        Self {
            family: Family::Rebased,
            indicator,
            year: Some(year),
            province: None,
            kind,
        }
    }

    /// The former units of a province, as `lines` or `table`.
    pub(crate) const fn before(province: ProvinceId, indicator: IndicatorId, kind: &'static str) -> Self {
        Self {
            family: Family::Before,
            indicator,
            year: None,
            province: Some(province),
            kind,
        }
    }

    pub(super) fn parse(catalogue: &Catalogue, parts: &[&str]) -> Option<Self> {
        let first = parts.first()?;
        let (_, family, middle, kinds) = Family::ALL.iter().find(|(word, ..)| word == first)?;
        let last = parts.last()?;
        let kind = kinds.iter().find(|kind| *kind == last)?;
        let year = |text: &str| text.parse().ok().filter(|year: &i32| year.to_string() == text);
        let (province, indicator, year) = match (middle, &parts[1..parts.len() - 1]) {
            (Middle::IndicatorYear, [indicator, text]) => (None, indicator, Some(year(text)?)),
            (Middle::Indicator, [indicator]) => (None, indicator, None),
            (Middle::ProvinceIndicator, [slug, indicator]) => {
                (Some(catalogue.provinces.by_slug(slug)?), indicator, None)
            }
            _ => return None,
        };
        Some(Self {
            family: *family,
            indicator: catalogue.indicator_by_slug(indicator)?,
            year,
            province,
            kind,
        })
    }

    pub(super) fn path(self, catalogue: &Catalogue) -> String {
        let first = Family::ALL.iter().find(|(_, family, ..)| *family == self.family);
        let mut parts = vec![first.map_or("", |(word, ..)| *word).to_owned()];
        parts.extend(self.province.map(|id| catalogue.provinces.get(id).slug.clone()));
        parts.push(catalogue.indicator(self.indicator).slug.clone());
        parts.extend(self.year.map(|year| year.to_string()));
        parts.push(self.kind.to_owned());
        parts.join("/")
    }
}

/// A view of changes over several years.
pub(crate) const fn since_view(indicator: IndicatorId, year: i32, kind: &'static str) -> OwnView {
    OwnView {
        family: Family::Since,
        indicator,
        year: Some(year),
        province: None,
        kind,
    }
}

/// Everything that such a view says.
pub(crate) struct Own {
    pub(crate) view: OwnView,
    pub(crate) component: ComponentId,
    /// What it shows, in one short sentence: the finding.
    pub(crate) title: String,
    /// Measure, place and period.
    pub(crate) subtitle: String,
    /// What is drawn; nothing for a table. Its notes are filled in from `notes`.
    pub(crate) model: Option<ChartModel>,
    /// What must be said wherever it goes: verdict, coverage, that it is a supposition. The licence is added.
    pub(crate) notes: Vec<String>,
    /// The typed table, also of a chart.
    pub(crate) typed: Typed,
    /// Heading and text of more that a reader of the table must know.
    pub(crate) readme: Vec<(String, String)>,
    /// Sources of the figures shown.
    pub(crate) sources: Sources,
    /// Years, as a citation names them: `2016` or `2013–2016`.
    pub(crate) years: String,
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

/// Works out a view; nothing when there are no figures for it. What cannot be used is added to `bad`.
pub(super) fn find(
    here: &Here<'_>,
    view: OwnView,
    parameters: &Parameters,
    bad: &mut Vec<BadParameter>,
) -> Option<Own> {
    match view.family {
        Family::Map => models::map::own(here, view, parameters, bad),
        Family::Since => models::since::own(here, view, parameters, bad),
        Family::Rebased => models::rebased::own(here, view, parameters, bad),
        Family::Before => models::predecessors::own(here, view, parameters, bad),
        Family::Compare => models::compare::own(here, view, parameters, bad),
        Family::Why => models::why::own(here, view, parameters, bad),
        Family::WhatIf => models::what_if::own(here, view, parameters, bad),
    }
}

impl Own {
    /// Its page, with language and (where one is pinned) edition.
    pub(super) fn page(&self, here: &Here<'_>) -> String {
        let edition = here.links.edition.map(|n| n.to_string()).unwrap_or_default();
        let mut all: Vec<(&str, &str)> = self.page_state.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.push(("edition", &edition));
        let address = with_query(&format!("/{}{}", here.lang().code(), self.page), &all);
        if self.place.is_empty() {
            address
        } else {
            format!("{address}#{}", self.place)
        }
    }

    pub(super) fn notes(&self, here: &Here<'_>) -> Vec<String> {
        let indicator = here.snapshot.catalogue.indicator(self.view.indicator);
        let mut notes = self.notes.clone();
        notes.push(indicator.licence.get(here.lang()).to_owned());
        notes.retain(|note| !note.is_empty());
        notes
    }

    pub(super) fn citation(&self, here: &Here<'_>) -> Citation {
        let lang = here.lang();
        let indicator = here.snapshot.catalogue.indicator(self.view.indicator);
        let edition = &here.snapshot.edition;
        let number = edition.number.to_string();
        let url = format!("{}{}", here.backend.origin(), self.page(&here.pinned()));
        let of_indicator = indicator.citation.get(lang).replace("{year}", &self.years);
        let day = edition.published.format(lang);
        Citation {
            key: format!("thuocdo-{}-{number}", self.name),
            author: indicator.publisher.get(lang).to_owned(),
            title: format!("{}: {}", self.subtitle, self.title),
            text: w::CITED.fill(lang, &[&of_indicator, &self.title, &number, &day, &url]),
            publisher: w::CITED_PUBLISHER.fill(lang, &[&number]),
            edition: edition.number,
            published: edition.published,
            url,
        }
    }

    /// The typed table with all that a reader of the file must know.
    pub(super) fn table(&self, here: &Here<'_>, citation: &Citation) -> DataTable {
        let lang = here.lang();
        let indicator = here.snapshot.catalogue.indicator(self.view.indicator);
        let says = |words: crate::messages::Msg, text: &str| (words.get(lang).to_owned(), text.to_owned());
        let mut readme = vec![says(w::README_WHAT, indicator.description.get(lang))];
        readme.extend(self.notes.iter().map(|note| says(w::README_COMPARE, note)));
        readme.extend(self.readme.iter().cloned());
        readme.push(says(w::README_EMPTY, w::README_EMPTY_TEXT.get(lang)));
        readme.push(says(w::README_LICENCE, indicator.licence.get(lang)));
        readme.retain(|(_, text)| !text.is_empty());
        DataTable {
            lang,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            columns: self.typed.columns.clone(),
            rows: self.typed.rows.clone(),
            readme,
            sources: self.sources.data(here),
            citation: citation.clone(),
        }
    }
}
