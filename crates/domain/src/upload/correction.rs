//! A correction of one figure: what is typed into the form, sent to the API or given on the command line.

use std::collections::BTreeMap;

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

/// What `show` is to withdraw a choice between sources: all of them are shown again.
pub const SHOW_ALL: &str = "all";

/// The fields as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionForm(BTreeMap<&'static str, String>);

impl CorrectionForm {
    /// The fields of a form; other fields are ignored.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            form.set(name, value);
        }
        form
    }

    /// A field; empty if it was not given.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Gives a field a value.
    pub fn set(&mut self, name: &str, value: &str) {
        if let Some(name) = CORRECTION_FIELDS.into_iter().find(|known| *known == name) {
            self.0.insert(name, value.trim().to_owned());
        }
    }

    /// The fields that were given, in the order of the form.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pair = |name: &'static str| -> (&str, &str) { (name, self.get(name)) };
        CORRECTION_FIELDS
            .into_iter()
            .map(pair)
            .filter(|(_, value)| !value.is_empty())
    }

    /// What happens to what is there.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        match self.get("how") {
            "" => Some(How::default()),
            text => How::ALL.into_iter().find(|how| how.code() == text),
        }
    }
}

/// What a corrected figure does with what other sources say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// It takes the place of what contradicts it.
    #[default]
    Replace,
    /// It stands beside; if the sources disagree, pages show all of them.
    Beside,
    /// It stands beside; if the sources disagree, pages show this one and name the others.
    Shown,
}

impl How {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Replace, Self::Beside, Self::Shown];

    /// Its name in forms and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Replace => "replace",
            Self::Beside => "beside",
            Self::Shown => "shown",
        }
    }
}

/// What the file of a correction means beyond what its row says, as a choice of its draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionChoice {
    /// The row is all there is to say of the figure.
    Figure,
    /// The row is the one that is shown where sources disagree, for this reason.
    Show(String),
    /// All sources are shown again.
    ShowAll,
}

impl CorrectionChoice {
    /// Reads the choice; `None` if it is unknown, or one that needs a reason has none.
    #[must_use]
    pub fn parse(what: &str, reason: &str) -> Option<Self> {
        match what {
            "figure" => Some(Self::Figure),
            "show" if !tidy(reason).is_empty() => Some(Self::Show(tidy(reason))),
            "all" => Some(Self::ShowAll),
            _ => None,
        }
    }

    /// Its fields with their names in forms.
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

/// What is wrong with a field of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionError {
    /// It must be given.
    Needed,
    /// The catalogue does not have it, or it is no such thing.
    Unknown,
    /// The unit or component did not exist then.
    NotThen,
    /// The catalogue has no method for the year: its first figures come with a table.
    NoMethod,
    /// No number.
    NotANumber,
    /// One mark before three digits: decimals or thousands.
    Ambiguous,
    /// No whole number from 1 to 10,000.
    NotARank,
    /// A value and the reason why there is none.
    Both,
    /// An existing source and a new one.
    TwoSources,
    /// A day that cannot be read.
    BadDay,
    /// An address that pages cannot link to.
    BadAddress,
    /// The figure has no such source.
    NotThere,
    /// The sources agree: there is nothing to choose.
    NoConflict,
    /// A source is chosen, and another figure is given as well.
    TwoAnswers,
}

impl CorrectionError {
    /// Its name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Unknown => "unknown",
            Self::NotThen => "not_then",
            Self::NoMethod => "no_method",
            Self::NotANumber => "not_a_number",
            Self::Ambiguous => "ambiguous",
            Self::NotARank => "not_a_rank",
            Self::Both => "both",
            Self::TwoSources => "two_sources",
            Self::BadDay => "bad_day",
            Self::BadAddress => "bad_address",
            Self::NotThere => "not_there",
            Self::NoConflict => "no_conflict",
            Self::TwoAnswers => "two_answers",
        }
    }
}

/// A field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionProblem {
    /// Name of the field.
    pub field: &'static str,
    /// What was found in it.
    pub found: String,
    /// What is wrong with it.
    pub error: CorrectionError,
}

impl CorrectionProblem {
    /// A problem with a field of a form.
    #[must_use]
    pub fn of(form: &CorrectionForm, field: &'static str, error: CorrectionError) -> Self {
        let found = form.get(field).to_owned();
        Self { field, found, error }
    }
}

/// Which figure is meant.
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
    /// The moment, if the figure is one of a moment.
    pub as_of: Option<AsOf>,
}

impl Subject {
    /// Finds out which figure the form means.
    ///
    /// # Errors
    /// Every field that says it wrongly.
    pub fn of(form: &CorrectionForm, snapshot: &Snapshot) -> Result<Self, Vec<CorrectionProblem>> {
        let mut problems = Vec::new();
        let found = Finder { form, snapshot }.find(&mut problems);
        found.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// The key of the figure; its basis is that of the published one, else the one that follows from the place
    /// and the year.
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

    /// The figure in an edition.
    #[must_use]
    pub fn figure<'a>(&self, snapshot: &'a Snapshot) -> Option<&'a Figure> {
        self.figures(snapshot).find(|figure| figure.key.as_of == self.as_of)
    }

    /// The figures of the same place, component and year at any moment.
    pub fn figures<'a>(&self, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a Figure> {
        let wanted = (self.indicator, self.component, self.year);
        let of_place = snapshot.figures_of(self.place).filter(|figure| figure.published());
        of_place.filter(move |figure| (figure.key.indicator, figure.key.component, figure.key.year) == wanted)
    }
}

struct Finder<'a> {
    form: &'a CorrectionForm,
    snapshot: &'a Snapshot,
}

impl Finder<'_> {
    fn problem(&self, problems: &mut Vec<CorrectionProblem>, field: &'static str, error: CorrectionError) {
        problems.push(CorrectionProblem::of(self.form, field, error));
    }

    /// What a field says; `None` with a problem if it cannot be read.
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
        let about = catalogue.indicator(indicator?);
        let component = match self.form.get("component") {
            "" => Some(ComponentId::TOTAL),
            _ => self.read("component", problems, |slug| about.component_by_slug(slug)),
        };
        if let Some(year) = year {
            if about.method(year).is_none() {
                self.problem(problems, "year", CorrectionError::NoMethod);
            } else if component.is_some_and(|id| !about.component(id).exists_in(year)) {
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

    /// A unit by its name in addresses, or by the name that it bore in the year.
    fn place(&self, text: &str, year: Option<i32>) -> Option<Place> {
        let provinces = &self.snapshot.catalogue.provinces;
        let named = || provinces.resolve(text, Date::year_end(year?));
        provinces.place(text).or_else(|| named().map(Place::Province))
    }

    fn existed(&self, id: ProvinceId, year: i32) -> bool {
        let unit = self.snapshot.catalogue.provinces.get(id);
        let days = [Date::new(year, 1, 1), Some(Date::year_end(year))];
        // Some figures of earlier years are published under the list of today.
        let mut published = self.snapshot.figures_of(Place::Province(id));
        days.into_iter().flatten().any(|day| unit.exists_on(day))
            || published.any(|figure| figure.key.year == Some(year))
    }
}

/// What a claim is called in the field `show`: its source, with value and rank where the source has several.
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
