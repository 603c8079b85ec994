//! Which method applies to a year that is not in the catalogue: the editor's answer and the resulting changes to
//! the catalogue.

mod components;
mod edit;
mod form;
mod years;

pub use components::{ComponentChoice, ComponentPart, NewComponent, may_end};
pub use edit::{EditedIndicator, FileColumn, FileContents, edit_indicator};
pub use years::{AnswerProblem, Neighbours, neighbours, open_years, same_choices, unknown_years};

pub(super) use form::MethodForm;
pub(super) use years::both;

/// Which method applies to a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodChoice {
    /// The method of this neighbouring year; with `None`, of the nearest earlier year, or of the nearest later one if
    /// there is no earlier one.
    Same(Option<i32>),
    /// A new method, described by [`MethodAnswer::details`].
    New,
    /// Not known yet: the year is not comparable with its neighbours.
    Unknown,
}

impl MethodChoice {
    /// Returns its name in forms: `same`, `same:2016`, `new`, `unknown`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Same(None) => "same".to_owned(),
            Self::Same(Some(year)) => format!("same:{year}"),
            Self::New => "new".to_owned(),
            Self::Unknown => "unknown".to_owned(),
        }
    }

    /// Returns the choice with this name. `None` for other texts.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "same" => Some(Self::Same(None)),
            "new" => Some(Self::New),
            "unknown" => Some(Self::Unknown),
            _ => code
                .strip_prefix("same:")?
                .parse()
                .ok()
                .map(|year| Self::Same(Some(year))),
        }
    }
}

/// The description of a new method, as typed. Retained whatever is chosen, so that no input is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MethodDetails {
    /// Its name in Vietnamese; required.
    pub name: String,
    /// Its name in English; the Vietnamese one if empty.
    pub name_en: String,
    /// Number of the decision, such as `876/QĐ-BNV`; may be empty.
    pub decision: String,
    /// Date of the decision, `2022-11-10` or `10/11/2022`; may be empty.
    pub date: String,
    /// What changed, in Vietnamese: the reason of the verdict; required.
    pub note: String,
    /// What changed, in English; the Vietnamese text if empty.
    pub note_en: String,
    /// True if the next listed year is known to have a different method again. Only used between two listed years.
    pub next_changed: bool,
}

impl MethodDetails {
    /// Returns true if nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the date of the decision. `None` if it is empty or cannot be parsed.
    #[must_use]
    pub fn day(&self) -> Option<crate::Date> {
        parse_day(&self.date)
    }
}

/// Parses a date: `2022-11-10`, `10/11/2022`, `10-11-2022` or `10.11.2022` (day first, as in Viet Nam).
fn parse_day(text: &str) -> Option<crate::Date> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    crate::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The answer for a year. Without a choice, typed details are retained but are not an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MethodAnswer {
    /// The chosen method.
    pub choice: Option<MethodChoice>,
    /// The description of a new method, as typed.
    pub details: MethodDetails,
}

/// The answers of a draft: one for all years without a method, and others for single years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MethodAnswers {
    /// The answer for all years without their own answer.
    pub all: MethodAnswer,
    /// Answers for single years.
    pub years: std::collections::BTreeMap<i32, MethodAnswer>,
}

impl MethodAnswers {
    /// Returns the answer for a year.
    #[must_use]
    pub fn of(&self, year: i32) -> &MethodAnswer {
        self.years
            .get(&year)
            .filter(|answer| answer.choice.is_some())
            .unwrap_or(&self.all)
    }
}

#[cfg(test)]
mod tests;
