//! Views that bring everything themselves: maps, comparisons, explanations. Each family has one function
//! that works its view out; pictures, slides, tables, frames and citations follow from what it gives.

use domain::{
    Catalogue, ComponentId, Indicator, IndicatorId, ProvinceId,
    chart::ChartModel,
    data_table::{Citation, DataTable},
};

use super::{
    tables::{Sources, TypedTable},
    words as w,
};
use crate::{
    context::PageContext,
    links::with_query,
    query::{BadParameter, Parameters},
};

/// A kind of view that brings everything itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ViewKind {
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
    /// `provinces/{province}/{kind}`: where a province stands in every indicator.
    Standing,
    /// `overview/{kind}`: provinces by indicators.
    Overview,
    /// `parts/{indicator}/{year}/{kind}`: counts beside the whole that they make up.
    Parts,
}

/// What the middle of a family's paths names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PathShape {
    IndicatorYear,
    Indicator,
    ProvinceIndicator,
    Province,
    Nothing,
}

impl ViewKind {
    const ALL: [(&'static str, Self, PathShape, &'static [&'static str]); 10] = [
        (
            "map",
            Self::Map,
            PathShape::IndicatorYear,
            &["score", "band", "rank", "change", "table"],
        ),
        ("since", Self::Since, PathShape::IndicatorYear, &["bars", "table"]),
        ("rebased", Self::Rebased, PathShape::IndicatorYear, &["chart", "table"]),
        (
            "before",
            Self::Before,
            PathShape::ProvinceIndicator,
            &["lines", "table"],
        ),
        (
            "compare",
            Self::Compare,
            PathShape::Indicator,
            &["lines", "years", "profile", "table"],
        ),
        ("why", Self::Why, PathShape::ProvinceIndicator, &["steps", "table"]),
        (
            "what-if",
            Self::WhatIf,
            PathShape::ProvinceIndicator,
            &["steps", "table"],
        ),
        ("provinces", Self::Standing, PathShape::Province, &["standing", "table"]),
        ("overview", Self::Overview, PathShape::Nothing, &["heat", "table"]),
        ("parts", Self::Parts, PathShape::IndicatorYear, &["bars", "table"]),
    ];
}

/// A view of such a family, by its path. What else it depends on stands in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DerivedView {
    pub(crate) family: ViewKind,
    /// Where the path names one.
    pub(crate) indicator: Option<IndicatorId>,
    /// Where the path names one.
    pub(crate) year: Option<i32>,
    /// Where the path names one.
    pub(crate) province: Option<ProvinceId>,
    /// The last part of the path.
    pub(crate) kind: &'static str,
}

impl DerivedView {
    /// Old figures of an indicator and year on today's provinces, as `chart` or `table`.
    pub(crate) const fn rebased(indicator: IndicatorId, year: i32, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Rebased,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            kind,
        }
    }

    /// Counts of a year beside their whole, as `bars` or `table`.
    pub(crate) const fn parts(indicator: IndicatorId, year: i32, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Parts,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            kind,
        }
    }

    /// Where a province stands in every indicator.
    pub(crate) const fn standing(province: ProvinceId) -> Self {
        Self {
            family: ViewKind::Standing,
            indicator: None,
            year: None,
            province: Some(province),
            kind: "standing",
        }
    }

    /// The former units of a province, as `lines` or `table`.
    pub(crate) const fn before(province: ProvinceId, indicator: IndicatorId, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Before,
            indicator: Some(indicator),
            year: None,
            province: Some(province),
            kind,
        }
    }

    pub(super) fn parse(catalogue: &Catalogue, parts: &[&str]) -> Option<Self> {
        let first = parts.first()?;
        let (_, family, middle, kinds) = ViewKind::ALL.iter().find(|(word, ..)| word == first)?;
        let last = parts.last()?;
        let kind = kinds.iter().find(|kind| *kind == last)?;
        let year = |text: &str| text.parse().ok().filter(|year: &i32| year.to_string() == text);
        let (province, indicator, year) = match (middle, parts.get(1..parts.len() - 1)?) {
            (PathShape::IndicatorYear, [indicator, text]) => (None, Some(indicator), Some(year(text)?)),
            (PathShape::Indicator, [indicator]) => (None, Some(indicator), None),
            (PathShape::ProvinceIndicator, [slug, indicator]) => (Some(slug), Some(indicator), None),
            (PathShape::Province, [slug]) => (Some(slug), None, None),
            (PathShape::Nothing, []) => (None, None, None),
            _ => return None,
        };
        let indicator = match indicator {
            Some(slug) => Some(catalogue.indicator_by_slug(slug)?),
            None => None,
        };
        let province = match province {
            Some(slug) => Some(catalogue.provinces.by_slug(slug)?),
            None => None,
        };
        Some(Self {
            family: *family,
            indicator,
            year,
            province,
            kind,
        })
    }

    pub(super) fn path(self, catalogue: &Catalogue) -> String {
        let first = ViewKind::ALL.iter().find(|(_, family, ..)| *family == self.family);
        let mut parts = vec![first.map_or("", |(word, ..)| *word).to_owned()];
        parts.extend(self.province.map(|id| catalogue.provinces.get(id).slug.clone()));
        parts.extend(self.indicator.map(|id| catalogue.indicator(id).slug.clone()));
        parts.extend(self.year.map(|year| year.to_string()));
        parts.push(self.kind.to_owned());
        parts.join("/")
    }
}

/// A view of changes over several years.
pub(crate) const fn since_view(indicator: IndicatorId, year: i32, kind: &'static str) -> DerivedView {
    DerivedView {
        family: ViewKind::Since,
        indicator: Some(indicator),
        year: Some(year),
        province: None,
        kind,
    }
}

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
    pub(crate) notes: Vec<String>,
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

/// Works out a view; nothing when there are no figures for it. What cannot be used is added to `bad`.
pub(super) fn find(
    cx: &PageContext<'_>,
    view: DerivedView,
    parameters: &Parameters,
    bad: &mut Vec<BadParameter>,
) -> Option<ViewContent> {
    match view.family {
        ViewKind::Map => crate::views::map::model::own(cx, view, parameters, bad),
        ViewKind::Since => crate::views::since::model::own(cx, view, parameters, bad),
        ViewKind::Rebased => crate::views::rebased::model::own(cx, view, parameters, bad),
        ViewKind::Before => crate::views::predecessors::model::own(cx, view, parameters, bad),
        ViewKind::Compare => crate::views::compare::model::own(cx, view, parameters, bad),
        ViewKind::Why => crate::views::why::model::own(cx, view, parameters, bad),
        ViewKind::WhatIf => crate::views::what_if::model::own(cx, view, parameters, bad),
        ViewKind::Standing => crate::views::standing::model::own(cx, view),
        ViewKind::Overview => crate::views::heat::model::own(cx, view, parameters, bad),
        ViewKind::Parts => crate::views::parts::model::own(cx, view, parameters, bad),
    }
}

impl ViewContent {
    /// Its page, with language and (where one is pinned) edition.
    pub(super) fn page(&self, cx: &PageContext<'_>) -> String {
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

    pub(super) fn notes(&self, cx: &PageContext<'_>) -> Vec<String> {
        let mut notes = self.notes.clone();
        let licences = self.each(cx, |indicator, _| indicator.licence.get(cx.lang()).to_owned());
        match &licences[..] {
            [only] => notes.push(only.clone()),
            // The terms of each are in the files.
            _ => notes.push(w::LICENCES.get(cx.lang()).to_owned()),
        }
        notes.retain(|note| !note.is_empty());
        notes
    }

    /// What is said of each indicator, equal texts once.
    fn each(&self, cx: &PageContext<'_>, says: impl Fn(&Indicator, &str) -> String) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (id, years) in &self.cited {
            let text = says(cx.snapshot.catalogue.indicator(*id), years);
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all
    }

    /// The publishers of what is shown, each once.
    pub(super) fn publishers(&self, cx: &PageContext<'_>) -> String {
        let all = self.each(cx, |indicator, _| indicator.publisher.get(cx.lang()).to_owned());
        all.join("; ")
    }

    pub(super) fn citation(&self, cx: &PageContext<'_>) -> Citation {
        let lang = cx.lang();
        let edition = &cx.snapshot.edition;
        let number = edition.number.to_string();
        let url = format!("{}{}", cx.backend.origin(), self.page(&cx.pinned()));
        let of_each = self.each(cx, |indicator, years| {
            indicator.citation.get(lang).replace("{year}", years)
        });
        let of_each = of_each.join(" ");
        let day = edition.published.format(lang);
        Citation {
            key: format!("thuocdo-{}-{number}", self.name),
            author: self.publishers(cx),
            title: format!("{}: {}", self.subtitle, self.title),
            text: w::CITED.fill(lang, &[&of_each, &self.title, &number, &day, &url]),
            publisher: w::CITED_PUBLISHER.fill(lang, &[&number]),
            edition: edition.number,
            published: edition.published,
            url,
        }
    }

    /// The typed table with all that a reader of the file must know.
    pub(super) fn table(&self, cx: &PageContext<'_>, citation: &Citation) -> DataTable {
        let lang = cx.lang();
        let says = |words: crate::messages::Msg, text: &str| (words.get(lang).to_owned(), text.to_owned());
        let described = self.each(cx, |indicator, _| indicator.description.get(lang).to_owned());
        let licences = self.each(cx, |indicator, _| indicator.licence.get(lang).to_owned());
        let mut readme: Vec<(String, String)> = described.iter().map(|text| says(w::README_WHAT, text)).collect();
        readme.extend(self.notes.iter().map(|note| says(w::README_COMPARE, note)));
        readme.extend(self.readme.iter().cloned());
        readme.push(says(w::README_EMPTY, w::README_EMPTY_TEXT.get(lang)));
        readme.extend(licences.iter().map(|text| says(w::README_LICENCE, text)));
        readme.retain(|(_, text)| !text.is_empty());
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
