//! Corrections of single figures, from the form, the API or the command line.

use std::collections::BTreeMap;

use strum::IntoStaticStr;

use crate::{
    AsOf, Claim, ComponentId, Date, Figure, FigureKey, IndicatorId, Place, ProvinceId, Snapshot, SourceId, tidy,
};

/// Names of the fields, in the order of the form.
pub const CORRECTION_FIELDS: [&str; 17] = [
    "indicator",
    "component",
    "province",
    "year",
    "as_of",
    "show",
    "value",
    "rank",
    "missing",
    "how",
    "source",
    "source_title",
    "source_publisher",
    "source_url",
    "source_published",
    "source_kind",
    "reason",
];

/// The value of `show` that withdraws a choice between sources, so that all of them are shown again.
pub const SHOW_ALL: &str = "all";

/// The fields as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionForm(BTreeMap<&'static str, String>);

impl CorrectionForm {
    /// Collects the fields of the form; ignores other fields.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            form.set(name, value);
        }
        form
    }

    /// Returns a field; empty if it was not given.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Sets a field; ignores unknown names.
    pub fn set(&mut self, name: &str, value: &str) {
        if let Some(name) = CORRECTION_FIELDS.into_iter().find(|known| *known == name) {
            self.0.insert(name, value.trim().to_owned());
        }
    }

    /// Iterates over the given fields, in the order of the form.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pair = |name: &'static str| -> (&str, &str) { (name, self.get(name)) };
        CORRECTION_FIELDS
            .into_iter()
            .map(pair)
            .filter(|(_, value)| !value.is_empty())
    }

    /// Returns how existing claims are handled. `None` if the field has an unknown value.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        match self.get("how") {
            "" => Some(How::default()),
            text => How::ALL.into_iter().find(|how| how.code() == text),
        }
    }
}

/// How a corrected figure affects the claims of other sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum How {
    /// It replaces contradicting claims.
    #[default]
    Replace,
    /// It is added; if the sources disagree, pages show all of them.
    Beside,
    /// It is added; if the sources disagree, pages show this one and list the others.
    Shown,
}

impl How {
    /// All options, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Replace, Self::Beside, Self::Shown];

    /// Returns its name in forms and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// The meaning of a correction's file in addition to its row, as a choice of its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionChoice {
    /// The file is only a row for the figure.
    Figure,
    /// The row is the claim to show if sources disagree, for this reason.
    Show(String),
    /// All sources are shown again.
    ShowAll,
}

impl CorrectionChoice {
    /// Parses the choice. `None` if it is unknown, or if a required reason is missing.
    #[must_use]
    pub fn parse(what: &str, reason: &str) -> Option<Self> {
        match what {
            "figure" => Some(Self::Figure),
            "show" if !tidy(reason).is_empty() => Some(Self::Show(tidy(reason))),
            "all" => Some(Self::ShowAll),
            _ => None,
        }
    }

    /// Returns its form fields with their names.
    #[must_use]
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        match self {
            Self::Figure => vec![pair("correction", "figure")],
            Self::Show(reason) => vec![pair("correction", "show"), pair("correction_reason", reason)],
            Self::ShowAll => vec![pair("correction", "all")],
        }
    }
}

/// A problem with a field of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum CorrectionError {
    /// The field is required.
    Needed,
    /// The value is not in the catalogue or not valid.
    Unknown,
    /// The unit or component did not exist at that time.
    NotThen,
    /// The catalogue has no method for the year: its first figures must be uploaded as a table.
    NoMethod,
    /// Not a number.
    NotANumber,
    /// A single mark before three digits: it may separate decimals or thousands.
    Ambiguous,
    /// Not a whole number from 1 to 10,000.
    NotARank,
    /// Both a value and a reason for a missing value are given.
    Both,
    /// Both an existing source and a new one are given.
    TwoSources,
    /// The date cannot be parsed.
    BadDay,
    /// The URL is not one that pages can link to.
    BadAddress,
    /// The figure has no such source.
    NotThere,
    /// The sources agree: there is no choice.
    NoConflict,
    /// Both a source to show and a new figure are given.
    TwoAnswers,
}

impl CorrectionError {
    /// Returns its machine-readable name.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// A field with a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionProblem {
    /// Name of the field.
    pub field: &'static str,
    /// Its content.
    pub found: String,
    /// The problem.
    pub error: CorrectionError,
}

impl CorrectionProblem {
    /// Creates a problem with a field of the form.
    #[must_use]
    pub fn of(form: &CorrectionForm, field: &'static str, error: CorrectionError) -> Self {
        let found = form.get(field).to_owned();
        Self { field, found, error }
    }
}

/// The figure to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The component.
    pub component: ComponentId,
    /// The place.
    pub place: Place,
    /// The reference year.
    pub year: Option<i32>,
    /// The moment, if the figure describes one.
    pub as_of: Option<AsOf>,
}

impl Subject {
    /// Determines which figure the form means.
    ///
    /// # Errors
    /// All fields with problems.
    pub fn of(form: &CorrectionForm, snapshot: &Snapshot) -> Result<Self, Vec<CorrectionProblem>> {
        let mut problems = Vec::new();
        let found = Finder { form, snapshot }.find(&mut problems);
        found.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// Returns the key of the figure. Its province list is that of the published figure, otherwise the one that follows
    /// from the place and the year.
    #[must_use]
    pub fn key(&self, snapshot: &Snapshot) -> FigureKey {
        let published = self.figure(snapshot).map(|figure| figure.key);
        published.unwrap_or_else(|| FigureKey {
            indicator: self.indicator,
            component: self.component,
            place: self.place,
            basis: snapshot
                .catalogue
                .provinces
                .basis(self.place, self.year, self.as_of, None),
            year: self.year,
            as_of: self.as_of,
        })
    }

    /// Returns the figure in an edition. `None` if it is not there.
    #[must_use]
    pub fn figure<'a>(&self, snapshot: &'a Snapshot) -> Option<&'a Figure> {
        self.figures(snapshot).find(|figure| figure.key.as_of == self.as_of)
    }

    /// Iterates over the figures of the same place, component and year at any moment.
    pub fn figures<'a>(&self, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a Figure> {
        let wanted = (self.indicator, self.component, self.year);
        let of_place = snapshot.figures_of(self.place).filter(|figure| figure.published());
        of_place.filter(move |figure| (figure.key.indicator, figure.key.component, figure.key.year) == wanted)
    }
}

/// Determines the subject and records problems with the form.
struct Finder<'a> {
    form: &'a CorrectionForm,
    snapshot: &'a Snapshot,
}

impl Finder<'_> {
    fn problem(&self, problems: &mut Vec<CorrectionProblem>, field: &'static str, error: CorrectionError) {
        problems.push(CorrectionProblem::of(self.form, field, error));
    }

    /// Parses a field. `None` if it is empty, or if it cannot be parsed, which is recorded as a problem.
    fn read<T>(
        &self,
        field: &'static str,
        problems: &mut Vec<CorrectionProblem>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        match self.form.get(field) {
            "" => None,
            text => {
                let found = read(text);
                if found.is_none() {
                    self.problem(problems, field, CorrectionError::Unknown);
                }
                found
            }
        }
    }

    fn find(&self, problems: &mut Vec<CorrectionProblem>) -> Option<Subject> {
        let catalogue = &self.snapshot.catalogue;
        for field in ["indicator", "province"] {
            if self.form.get(field).is_empty() {
                self.problem(problems, field, CorrectionError::Needed);
            }
        }
        let indicator = self.read("indicator", problems, |slug| catalogue.indicator_by_slug(slug));
        let year = self.read("year", problems, |text| {
            text.parse().ok().filter(|year| (1990..=2100).contains(year))
        });
        let as_of: Option<AsOf> = self.read("as_of", problems, |text| text.parse().ok());
        let place = self.read("province", problems, |text| self.place(text, year));
        if self.form.get("year").is_empty() && self.form.get("as_of").is_empty() {
            self.problem(problems, "year", CorrectionError::Needed);
        }
        let definition = catalogue.indicator(indicator?);
        let component = match self.form.get("component") {
            "" => Some(ComponentId::TOTAL),
            _ => self.read("component", problems, |slug| definition.component_by_slug(slug)),
        };
        if let Some(year) = year {
            if definition.method(year).is_none() {
                self.problem(problems, "year", CorrectionError::NoMethod);
            } else if component.is_some_and(|id| !definition.component(id).exists_in(year)) {
                self.problem(problems, "component", CorrectionError::NotThen);
            }
            if let Some(Place::Province(id)) = place
                && !self.existed(id, year)
            {
                self.problem(problems, "province", CorrectionError::NotThen);
            }
        }
        Some(Subject {
            indicator: indicator?,
            component: component?,
            place: place?,
            year,
            as_of,
        })
    }

    /// Returns a place by its slug, or a unit by its name in the year.
    fn place(&self, text: &str, year: Option<i32>) -> Option<Place> {
        let provinces = &self.snapshot.catalogue.provinces;
        let named = || provinces.resolve(text, Date::year_end(year?));
        provinces.place(text).or_else(|| named().map(Place::Province))
    }

    /// Returns true if a unit existed in the year or has published figures for it.
    fn existed(&self, id: ProvinceId, year: i32) -> bool {
        let unit = self.snapshot.catalogue.provinces.get(id);
        let days = [Date::new(year, 1, 1), Some(Date::year_end(year))];
        // Some figures of earlier years are published for the present province list.
        let mut published = self.snapshot.figures_of(Place::Province(id));
        days.into_iter().flatten().any(|day| unit.exists_on(day))
            || published.any(|figure| figure.key.year == Some(year))
    }
}

/// Returns the code of a claim in the field `show`: its source, with value and rank if the source has several
/// claims.
#[must_use]
pub fn claim_code(snapshot: &Snapshot, claims: &[Claim], claim: &Claim) -> String {
    let slug = |id: SourceId| snapshot.catalogue.source(id).slug.as_str();
    let name = slug(claim.source);
    let same = claims.iter().filter(|other| other.source == claim.source);
    if same.count() < 2 {
        return name.to_owned();
    }
    let value = claim.value.map(|q| format!("{:.*}", usize::from(q.digits), q.value));
    let rank = claim.rank.map(|rank| rank.to_string());
    format!("{name}|{}|{}", value.unwrap_or_default(), rank.unwrap_or_default())
}
