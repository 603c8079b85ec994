//! What every answer says: the edition, the terms, the sources.

use std::collections::BTreeSet;

use domain::{Catalogue, ComponentId, Figure, Indicator, IndicatorId, Snapshot, SourceId, Text};
use serde::Serialize;
use utoipa::ToSchema;

/// A text in Vietnamese and English.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = Text)]
pub(super) struct Words<'a> {
    /// Vietnamese.
    vi: &'a str,
    /// English.
    en: &'a str,
}

impl<'a> From<&'a Text> for Words<'a> {
    fn from(text: &'a Text) -> Self {
        let (vi, en) = (text.vi.as_str(), text.en.as_str());
        Self { vi, en }
    }
}

impl<'a> Words<'a> {
    /// Vietnamese, then English.
    pub(super) const fn both(self) -> [&'a str; 2] {
        [self.vi, self.en]
    }
}

impl Words<'static> {
    /// Words of the API itself.
    pub(super) const fn own(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }
}

/// The edition that answered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Edition)]
struct EditionShape<'a> {
    /// Its number: `edition=` with it always gives the same answer.
    #[schema(minimum = 1, example = 1)]
    number: u32,
    /// Day of its publication in Viet Nam.
    #[schema(format = Date, example = "2026-11-21")]
    published: String,
    /// What it holds.
    note: Words<'a>,
}

/// The terms of an indicator's figures.
#[derive(Debug, Serialize, ToSchema)]
struct Licence<'a> {
    /// The indicator.
    #[schema(example = "pci")]
    indicator: &'a str,
    /// Who publishes it.
    publisher: Words<'a>,
    /// Terms of use of its figures.
    terms: Words<'a>,
    /// How to cite it; `{year}` stands for the year.
    citation: Words<'a>,
}

/// Where figures were published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Source)]
struct SourceShape<'a> {
    /// Its name in this API.
    id: &'a str,
    /// Title as published.
    title: &'a str,
    /// Who published it; empty when that is not known.
    publisher: &'a str,
    /// Address; empty for what is on paper only.
    url: &'a str,
    /// When it was published, as far as that is known.
    published: &'a str,
    /// What it is.
    #[schema(schema_with = kinds)]
    kind: &'static str,
    /// Remarks; may be empty.
    note: &'a str,
}

/// What every answer says of itself.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct About<'a> {
    edition: EditionShape<'a>,
    /// Terms of the figures, by indicator. Publishers must be named.
    licences: Vec<Licence<'a>>,
    /// The sources that this answer names by `id`.
    sources: Vec<SourceShape<'a>>,
}

/// A part of an indicator, named.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Named<'a> {
    /// Its name in addresses.
    pub(super) id: &'a str,
    /// Its name for people.
    pub(super) name: Words<'a>,
}

/// A closed set of codes, as a schema.
pub(super) fn codes(all: &[&str]) -> utoipa::openapi::schema::Schema {
    let object = utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::Type::String)
        .enum_values(Some(all.iter().copied()));
    object.build().into()
}

fn kinds() -> utoipa::openapi::schema::Schema {
    codes(&domain::SourceKind::ALL.map(domain::SourceKind::code))
}

/// The sources of an answer, collected on the way.
#[derive(Debug, Default)]
pub(super) struct Used(BTreeSet<SourceId>);

impl Used {
    /// The names of a figure's sources, each once.
    pub(super) fn of<'a>(&mut self, catalogue: &'a Catalogue, figure: &Figure) -> Vec<&'a str> {
        let ids: BTreeSet<SourceId> = figure.claims.iter().map(|claim| claim.source).collect();
        self.0.extend(&ids);
        ids.iter().map(|id| catalogue.source(*id).slug.as_str()).collect()
    }

    /// Adds the sources of some figures.
    pub(super) fn add<'f>(&mut self, figures: impl IntoIterator<Item = &'f Figure>) {
        let claims = figures.into_iter().flat_map(|figure| &figure.claims);
        self.0.extend(claims.map(|claim| claim.source));
    }
}

/// What an answer on these indicators with these sources says of itself.
pub(super) fn about<'a>(
    snapshot: &'a Snapshot,
    indicators: impl IntoIterator<Item = IndicatorId>,
    used: &Used,
) -> About<'a> {
    let catalogue = &snapshot.catalogue;
    let licence = |id| licence(catalogue.indicator(id));
    let source = |id: &SourceId| source(catalogue, *id);
    About {
        edition: EditionShape {
            number: snapshot.edition.number,
            published: snapshot.edition.published.iso(),
            note: (&snapshot.edition.note).into(),
        },
        licences: indicators.into_iter().map(licence).collect(),
        sources: used.0.iter().map(source).collect(),
    }
}

fn licence(indicator: &Indicator) -> Licence<'_> {
    Licence {
        indicator: &indicator.slug,
        publisher: (&indicator.publisher).into(),
        terms: (&indicator.licence).into(),
        citation: (&indicator.citation).into(),
    }
}

fn source(catalogue: &Catalogue, id: SourceId) -> SourceShape<'_> {
    let source = catalogue.source(id);
    SourceShape {
        id: &source.slug,
        title: &source.title,
        publisher: &source.publisher,
        url: &source.url,
        published: &source.published,
        kind: source.kind.code(),
        note: &source.note,
    }
}

/// An indicator with its names.
pub(super) fn named_indicator(indicator: &Indicator) -> Named<'_> {
    Named {
        id: &indicator.slug,
        name: (&indicator.name).into(),
    }
}

/// A component with the name that it bore in a year.
pub(super) fn named_component(indicator: &Indicator, id: ComponentId, year: Option<i32>) -> Named<'_> {
    let component = indicator.component(id);
    Named {
        id: &component.slug,
        name: component.name_in(year).into(),
    }
}
