//! What a draft asks about the catalogue, and what its answers come to, as JSON.

use domain::{Indicator, Lang, Verdict, upload::same_choices};
use serde::Serialize;
use utoipa::ToSchema;

use crate::services::jobs::ImportPreview;

/// What the catalogue does not say of the file yet. Answers are choices: `method`, `component.NAME`, `begin.COLUMN`.
#[derive(Serialize, ToSchema)]
#[schema(as = Question)]
pub(super) struct QuestionShape {
    /// Years that the catalogue has no method for.
    years: Vec<i32>,
    /// Years whose method was answered with `unknown` before: they may be answered again.
    unknown_years: Vec<i32>,
    /// Answers `same:YEAR` that can be chosen, with the method of that year.
    same: Vec<SameShape>,
    /// What is wrong with the answers so far: the field and its year.
    problems: Vec<ProblemShape>,
    /// Components that the file has and that ended before: `component.NAME` = `continue`.
    ended: Vec<String>,
    /// Components that the file lacks: `component.NAME` = `end`, if a new method dropped them.
    may_end: Vec<String>,
    /// Columns of figures that the catalogue does not have: `begin.COLUMN` = `on`.
    unknown: Vec<UnknownShape>,
    /// What would be said of the years and their neighbours.
    verdicts: Vec<VerdictShape>,
}

/// A year whose method can be chosen.
#[derive(Serialize, ToSchema)]
#[schema(as = SameMethod)]
struct SameShape {
    answer: String,
    method: String,
    name: String,
}

/// A field of an answer that cannot be used.
#[derive(Serialize, ToSchema)]
#[schema(as = AnswerProblem)]
struct ProblemShape {
    year: i32,
    field: &'static str,
}

/// A column, or a name in the rows, that may become a component.
#[derive(Serialize, ToSchema)]
#[schema(as = UnknownColumn)]
struct UnknownShape {
    column: String,
    name: String,
}

/// A verdict on two years.
#[derive(Serialize, ToSchema)]
#[schema(as = NewVerdict)]
struct VerdictShape {
    from: i32,
    to: i32,
    verdict: &'static str,
    reason: String,
}

/// The question of a draft; `None` if the catalogue says everything already.
pub(super) fn question(lang: Lang, examined: &ImportPreview) -> Option<QuestionShape> {
    let questions = &examined.reading.questions;
    let asked = if questions.years.is_empty() {
        &questions.unknown_years
    } else {
        &questions.years
    };
    if asked.is_empty() && questions.ended.is_empty() && questions.unknown.is_empty() {
        return None;
    }
    let id = examined.reading.indicator?;
    let after = examined.catalogue().indicators.get(usize::from(id.0))?;
    let before = examined.current.catalogue.indicators.get(usize::from(id.0));
    let slug = |id: &domain::ComponentId| after.component(*id).slug.clone();
    let same = before.into_iter().flat_map(|about| same(lang, about, asked));
    Some(QuestionShape {
        years: questions.years.clone(),
        unknown_years: questions.unknown_years.clone(),
        same: same.collect(),
        problems: questions
            .problems
            .iter()
            .map(|(year, problem)| ProblemShape {
                year: *year,
                field: problem.field(),
            })
            .collect(),
        ended: questions.ended.iter().map(slug).collect(),
        may_end: questions.may_end.iter().map(slug).collect(),
        unknown: questions
            .unknown
            .iter()
            .map(|column| UnknownShape {
                column: column.of.clone(),
                name: column.name.clone(),
            })
            .collect(),
        verdicts: verdicts(lang, before, after),
    })
}

fn same(lang: Lang, about: &Indicator, years: &[i32]) -> Vec<SameShape> {
    let mut found: Vec<SameShape> = Vec::new();
    for (year, method) in years.iter().flat_map(|year| same_choices(about, *year)) {
        let answer = format!("same:{year}");
        if !found.iter().any(|known| known.answer == answer) {
            found.push(SameShape {
                answer,
                method: method.slug.clone(),
                name: method.name.get(lang).to_owned(),
            });
        }
    }
    found
}

/// Verdicts that the answers add.
fn verdicts(lang: Lang, before: Option<&Indicator>, after: &Indicator) -> Vec<VerdictShape> {
    let known = |pair| before.is_some_and(|about| about.verdicts.contains(pair));
    let new = after.verdicts.iter().filter(|pair| !known(pair));
    new.map(|pair| VerdictShape {
        from: pair.from,
        to: pair.to,
        verdict: code(pair.verdict),
        reason: pair.reason.get(lang).to_owned(),
    })
    .collect()
}

/// The verdict's name in the catalogue.
const fn code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::SameMethod => "same_method",
        Verdict::MethodChanged => "method_changed",
        Verdict::Unclear => "unclear",
        Verdict::UnitsChanged => "units_changed",
    }
}
