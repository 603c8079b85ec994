//! Finds what a file has that the catalogue does not describe yet, and applies the draft's answers to the catalogue.

mod unknown;

use std::{collections::BTreeSet, sync::Arc};

use domain::{
    Catalogue, ComponentId, Indicator, IndicatorId, Snapshot,
    upload::{
        Arg, Choices, Field, FileContents, IssueKind, NEW_INDICATOR, NewComponent, Questions, Reading, Role,
        edit_indicator, may_end, open_years, unknown_years,
    },
};

/// The answers of a draft to the questions that its file raises.
pub(crate) struct Answers {
    /// The questions, with the catalogue entry that the answers produce.
    pub(crate) questions: Questions,
    /// Choices for reading the file again, with the components that the answers define. `None` if nothing would be read
    /// differently.
    pub(crate) second_pass: Option<Choices>,
}

/// Finds what the catalogue does not describe of a file that was read, before it is checked. `None` if the file does
/// not belong to a single indicator.
///
/// `new`: whether the draft itself describes the indicator.
pub(crate) fn answers(reading: &Reading, choices: &Choices, catalogue: &Catalogue, new: bool) -> Option<Answers> {
    let id = reading.indicator?;
    let indicator = catalogue.indicators.get(usize::from(id.0))?;
    let years = years(reading, choices);
    let contents = FileContents {
        years: &years,
        present: reading.entries.iter().map(|entry| entry.key.component).collect(),
        columns: unknown::columns(reading, &years),
    };
    let edit = edit_indicator(indicator, &contents, choices);
    let second_pass = (edit.indicator.components != indicator.components || !edit.begun.is_empty())
        .then(|| with_components(choices, &edit.begun));
    let questions = Questions {
        years: open_years(indicator, &years),
        problems: edit.problems,
        unknown_years: unknown_years(indicator, &years),
        ended: ended(reading, indicator),
        may_end: may_end(indicator, &contents),
        unknown: contents.columns,
        edited: (new || edit.indicator != *indicator).then(|| (id, Box::new(edit.indicator))),
    };
    Some(Answers { questions, second_pass })
}

/// How the choices describe an indicator that the catalogue did not have.
pub(crate) enum Described {
    /// The choices name an indicator of the catalogue, or none.
    No,
    /// The catalogue has it by now: the choices with its slug.
    Known(Box<Choices>),
    /// It is new: the choices with its slug, and the edition with it.
    New(Box<Choices>, Box<Snapshot>),
    /// The description is incomplete.
    Incomplete,
}

/// Resolves the indicator that the choices describe.
pub(crate) fn described(choices: &Choices, current: &Snapshot) -> Described {
    if choices.indicator.as_deref() != Some(NEW_INDICATOR) {
        return Described::No;
    }
    let named = |slug: &str| {
        Box::new(Choices {
            indicator: Some(slug.to_owned()),
            ..choices.clone()
        })
    };
    let catalogue = &current.catalogue;
    if let Some(id) = choices.new_indicator.known(catalogue) {
        return Described::Known(named(&catalogue.indicator(id).slug));
    }
    let Some(indicator) = choices.new_indicator.indicator(catalogue) else {
        return Described::Incomplete;
    };
    let choices = named(&indicator.slug);
    let mut extended = Catalogue::clone(catalogue);
    extended.indicators.push(indicator);
    Described::New(choices, Box::new(current.with_catalogue(Arc::new(extended))))
}

/// Returns the years of the file; the chosen one if none could be read yet.
fn years(reading: &Reading, choices: &Choices) -> Vec<i32> {
    if reading.years.is_empty() && !reading.columns.is_empty() {
        choices.year.into_iter().collect()
    } else {
        reading.years.clone()
    }
}

/// Returns the components with figures in years in which they do not exist.
fn ended(reading: &Reading, indicator: &Indicator) -> Vec<ComponentId> {
    let entries = reading.entries.iter().filter(|entry| {
        let years = entry.key.year;
        years.is_some_and(|year| !indicator.component(entry.key.component).exists_in(year))
    });
    let from_entries = entries.map(|entry| entry.key.component);
    // Columns of such components are not read: only the issue names them.
    let not_in_year = reading
        .issues
        .iter()
        .filter(|issue| issue.kind == IssueKind::ComponentNotInYear);
    let from_columns = not_in_year.filter_map(|issue| match issue.args.first() {
        Some(Arg::Both(name)) => indicator
            .components()
            .find(|(_, part)| part.name == *name)
            .map(|(id, _)| id),
        _ => None,
    });
    let found: BTreeSet<ComponentId> = from_entries.chain(from_columns).collect();
    found.into_iter().collect()
}

/// Returns the choices with the columns of new components assigned to these.
fn with_components(choices: &Choices, begun: &[NewComponent]) -> Choices {
    let mut second_pass = choices.clone();
    for component in begun {
        let Ok(at) = component.of.parse() else {
            continue;
        };
        let role = Role::Figure {
            field: Field::Value,
            component: component.slug.clone(),
            year: component.year,
        };
        second_pass.columns.insert(at, role);
    }
    second_pass
}

/// Returns the catalogue after publishing a reading, except for sources and spellings.
#[must_use]
pub fn catalogue_after(catalogue: &Arc<Catalogue>, reading: &Reading) -> Arc<Catalogue> {
    let Some((id, indicator)) = &reading.questions.edited else {
        return Arc::clone(catalogue);
    };
    let mut after = Catalogue::clone(catalogue);
    put(&mut after, *id, indicator);
    Arc::new(after)
}

fn put(catalogue: &mut Catalogue, id: IndicatorId, indicator: &Indicator) {
    match catalogue.indicators.get_mut(usize::from(id.0)) {
        Some(known) => known.clone_from(indicator),
        None => catalogue.indicators.push(indicator.clone()),
    }
}
