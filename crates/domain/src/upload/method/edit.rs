//! Applies the answers of a draft to an indicator.

use std::collections::BTreeSet;

use super::{
    AnswerProblem, MethodChoice, NewComponent,
    components::{begin_components, continue_components, end_components},
    years::{add_year, neighbours, open_years, remove_unknown, unknown_years},
};
use crate::{ComponentId, Indicator, Text, upload::Choices};

/// A column, or a name in the rows, that is not in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileColumn {
    /// Its key in forms: the column number, or the name itself.
    pub of: String,
    /// Its heading.
    pub name: String,
    /// The year in the heading, if the file has several.
    pub year: Option<i32>,
    /// The component in the heading above, of which it is a part.
    pub parent: Option<String>,
}

/// The content of a file for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileContents<'a> {
    /// Years of its figures, ascending.
    pub years: &'a [i32],
    /// Components that it has figures for.
    pub present: BTreeSet<ComponentId>,
    /// Columns that may become components.
    pub columns: Vec<FileColumn>,
}

/// An indicator after applying the answers of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct EditedIndicator {
    /// The indicator.
    pub indicator: Indicator,
    /// New components, one for each column or name.
    pub begun: Vec<NewComponent>,
    /// Problems with the answers, by year.
    pub problems: Vec<(i32, AnswerProblem)>,
}

/// Applies the answers of a draft to its indicator. Years are processed in ascending order; after a new method, the
/// other years with the same answer follow that method.
///
/// The indicator is returned unchanged if there is nothing to change.
#[must_use]
pub fn edit_indicator(indicator: &Indicator, contents: &FileContents<'_>, choices: &Choices) -> EditedIndicator {
    let mut edited = indicator.clone();
    let mut problems = Vec::new();
    let open = open_years(indicator, contents.years);
    // Ends and continuations refer to the years that the catalogue already has.
    continue_components(&mut edited, contents.years, choices);
    if !open.is_empty() {
        end_components(&mut edited, contents, choices);
    }
    let begun = begin_components(&mut edited, contents, choices);
    for year in unknown_years(indicator, contents.years) {
        let found = answer_again(&mut edited, year, open.is_empty(), choices);
        problems.extend(found.into_iter().map(|problem| (year, problem)));
    }
    let mut new_since: Option<i32> = None;
    for year in open {
        let mut answer = choices.method.of(year).clone();
        let own_answer = choices.method.years.get(&year);
        let has_own_answer = own_answer.is_some_and(|own| own.choice.is_some());
        if let (false, Some(since), Some(MethodChoice::New)) = (has_own_answer, new_since, answer.choice)
            && neighbours(&edited, year).before == Some(since)
        {
            answer.choice = Some(MethodChoice::Same(Some(since)));
        }
        let found = answer.problems(&edited, year);
        if found.is_empty() {
            add_year(&mut edited, year, &answer);
        }
        if !has_own_answer && matches!(choices.method.all.choice, Some(MethodChoice::New)) && found.is_empty() {
            new_since = Some(year);
        }
        problems.extend(found.into_iter().map(|problem| (year, problem)));
    }
    EditedIndicator {
        indicator: edited,
        begun,
        problems,
    }
}

/// Applies the answer to a year whose method was not known before. The answer for all years applies to it only if
/// `alone`: no other year is without a method.
fn answer_again(edited: &mut Indicator, year: i32, alone: bool, choices: &Choices) -> Vec<AnswerProblem> {
    let own_answer = choices.method.years.get(&year).filter(|own| own.choice.is_some());
    let Some(answer) = own_answer.or(Some(&choices.method.all).filter(|_| alone)) else {
        return Vec::new();
    };
    if matches!(answer.choice, None | Some(MethodChoice::Unknown)) {
        return Vec::new();
    }
    let mut without = edited.clone();
    remove_unknown(&mut without, year);
    let problems = answer.problems(&without, year);
    if problems.is_empty() {
        add_year(&mut without, year, answer);
        *edited = without;
    }
    problems
}

/// Sentences that are stored in the catalogue with an answer.
pub(super) struct Words;

impl Words {
    pub(super) fn year(year: i32) -> Text {
        Text::new(format!("Năm {year}"), format!("Year {year}"))
    }

    pub(super) fn unknown() -> Text {
        Text::new(
            "Chưa biết phương pháp của năm này.",
            "The method of this year is not known yet.",
        )
    }

    pub(super) fn unclear(year: i32, other: i32) -> Text {
        Text::new(
            format!("Chưa biết phương pháp của năm {year}, nên không coi là cùng phương pháp với năm {other}."),
            format!("The method of {year} is not known yet, so it is not treated as the method of {other}."),
        )
    }

    pub(super) fn same(year: i32, base: i32) -> Text {
        Text::new(
            format!("Năm {year} theo phương pháp của năm {base}."),
            format!("{year} follows the method of {base}."),
        )
    }

    pub(super) fn as_base(year: i32, base: i32, other: i32, reason: &Text) -> Text {
        let (first, second) = (base.min(other), base.max(other));
        let same = Self::same(year, base);
        // A reason that was already inherited is inherited unchanged, so that it does not grow with each year.
        let inherited = |reason: &str, prefix: &str, marker: &str, lead: String| {
            let original = reason.starts_with(prefix).then(|| reason.find(marker)).flatten();
            match original.and_then(|at| reason.get(at..)) {
                Some(rest) => rest.to_owned(),
                None => format!("{lead} {reason}"),
            }
        };
        let prefixes = [
            format!("Năm {base} theo phương pháp"),
            format!("{base} follows the method"),
        ];
        let vi = inherited(
            &reason.vi,
            &prefixes[0],
            "Về hai năm ",
            format!("Về hai năm {first} và {second}:"),
        );
        let en = inherited(
            &reason.en,
            &prefixes[1],
            "Between ",
            format!("Between {first} and {second}:"),
        );
        Text::new(format!("{} {vi}", same.vi), format!("{} {en}", same.en))
    }

    pub(super) fn next_unclear(year: i32, after: i32) -> Text {
        Text::new(
            format!(
                "Chưa rõ năm {after} có theo phương pháp mới của năm {year} hay không, nên không coi là cùng phương pháp."
            ),
            format!(
                "It is not known whether {after} follows the new method of {year}, so the years are not treated as one method."
            ),
        )
    }

    pub(super) fn next_changed(year: i32, after: i32, name: &Text) -> Text {
        Text::new(
            format!("Năm {after} không theo phương pháp của năm {year} ({}).", name.vi),
            format!("{after} does not follow the method of {year} ({}).", name.en),
        )
    }
}
