//! Years without a method in the catalogue, and the answers for them.

use super::{MethodAnswer, MethodChoice, edit::Words};
use crate::{Component, Indicator, Method, PairVerdict, Span, Text, Verdict, tidy};

/// The nearest years with a method before and after a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The nearest earlier year.
    pub before: Option<i32>,
    /// The nearest later year.
    pub after: Option<i32>,
}

/// A problem with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerProblem {
    /// There is no answer.
    NotAnswered,
    /// The year whose method should apply is not a neighbour of this one.
    NoSuchYear,
    /// A new method has no name.
    NoName,
    /// A new method has no description of what changed.
    NoNote,
    /// The date of the decision cannot be parsed.
    BadDate,
}

impl AnswerProblem {
    /// Returns the form field that it refers to.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::NotAnswered | Self::NoSuchYear => "method",
            Self::NoName => "method_name",
            Self::NoNote => "method_note",
            Self::BadDate => "method_date",
        }
    }
}

/// Returns the years for which the catalogue has no method, ascending.
#[must_use]
pub fn open_years(indicator: &Indicator, years: &[i32]) -> Vec<i32> {
    let mut open: Vec<i32> = years
        .iter()
        .copied()
        .filter(|year| indicator.method(*year).is_none())
        .collect();
    open.sort_unstable();
    open.dedup();
    open
}

/// Returns the years whose method was answered with "not known yet", ascending. They can be answered again.
#[must_use]
pub fn unknown_years(indicator: &Indicator, years: &[i32]) -> Vec<i32> {
    let unknown = |year: &i32| indicator.method(*year).is_some_and(|method| is_unknown(method, *year));
    let mut found: Vec<i32> = years.iter().copied().filter(unknown).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns true if a method was created by the answer "not known yet" for a year.
fn is_unknown(method: &Method, year: i32) -> bool {
    method.span == one_year(year) && method.summary == Words::unknown()
}

/// Removes a year that was answered with "not known yet" from the catalogue, with the verdicts added for it.
pub(super) fn remove_unknown(indicator: &mut Indicator, year: i32) {
    indicator.methods.retain(|method| !is_unknown(method, year));
    indicator.verdicts.retain(|pair| {
        let other = if pair.from == year { pair.to } else { pair.from };
        let has_year = pair.from == year || pair.to == year;
        !(has_year && pair.verdict == Verdict::Unclear && pair.reason == Words::unclear(year, other))
    });
}

/// Returns the nearest years with a method before and after a year.
#[must_use]
pub fn neighbours(indicator: &Indicator, year: i32) -> Neighbours {
    let methods = || indicator.methods.iter().map(|method| method.span);
    Neighbours {
        before: methods().map(|span| span.to).filter(|to| *to < year).max(),
        after: methods().map(|span| span.from).filter(|from| *from > year).min(),
    }
}

/// Returns the years whose method may also apply to this one, the suggested one first.
#[must_use]
pub fn same_choices(indicator: &Indicator, year: i32) -> Vec<(i32, &Method)> {
    let Neighbours { before, after } = neighbours(indicator, year);
    let years = [before, after].into_iter().flatten();
    years.filter_map(|year| Some((year, indicator.method(year)?))).collect()
}

impl MethodAnswer {
    /// Returns the problems with the answer for a year. Empty if it can be applied.
    #[must_use]
    pub fn problems(&self, indicator: &Indicator, year: i32) -> Vec<AnswerProblem> {
        let details = &self.details;
        match self.choice {
            None => vec![AnswerProblem::NotAnswered],
            Some(MethodChoice::Unknown) => Vec::new(),
            Some(MethodChoice::Same(_)) => match self.base(indicator, year) {
                Some(_) => Vec::new(),
                None => vec![AnswerProblem::NoSuchYear],
            },
            Some(MethodChoice::New) => {
                let checks = [
                    (tidy(&details.name).is_empty(), AnswerProblem::NoName),
                    (tidy(&details.note).is_empty(), AnswerProblem::NoNote),
                    (
                        !details.date.trim().is_empty() && details.day().is_none(),
                        AnswerProblem::BadDate,
                    ),
                ];
                let failed = checks.into_iter().filter(|(failed, _)| *failed);
                failed.map(|(_, problem)| problem).collect()
            }
        }
    }

    /// Returns the neighbouring year whose method applies. `None` if none was chosen or the chosen one is not valid.
    fn base(&self, indicator: &Indicator, year: i32) -> Option<i32> {
        let Some(MethodChoice::Same(named)) = self.choice else {
            return None;
        };
        let Neighbours { before, after } = neighbours(indicator, year);
        match named {
            None => before.or(after),
            Some(named) => {
                let sides = || [before, after].into_iter().flatten();
                // Of several consecutive years, the first may follow the named one, and the next may follow the first.
                let follows = |side: &i32| {
                    let pair = indicator.compare(named.min(*side), named.max(*side));
                    indicator.method(named).is_some() && pair.verdict.comparable()
                };
                sides().find(|side| *side == named).or_else(|| sides().find(follows))
            }
        }
    }
}

/// Adds a year to the catalogue according to the answer, with a verdict on each neighbour.
pub(super) fn add_year(indicator: &mut Indicator, year: i32, answer: &MethodAnswer) {
    let sides = neighbours(indicator, year);
    match (answer.choice, answer.base(indicator, year)) {
        (Some(MethodChoice::Same(_)), Some(base)) => add_same(indicator, year, base, sides),
        (Some(MethodChoice::New), _) => add_new(indicator, year, answer, sides),
        (Some(MethodChoice::Unknown), _) => add_unknown(indicator, year, sides),
        _ => return,
    }
    indicator.methods.sort_by_key(|method| method.span.from);
}

/// Adds a year with the method of its neighbour `base`.
fn add_same(indicator: &mut Indicator, year: i32, base: i32, sides: Neighbours) {
    let words = Words::same(year, base);
    let adjacent = base.abs_diff(year) == 1;
    let Some(at) = indicator.methods.iter().position(|method| method.span.holds(base)) else {
        return;
    };
    if adjacent {
        let span = &mut indicator.methods[at].span;
        *span = Span {
            from: span.from.min(year),
            to: span.to.max(year),
        };
    } else {
        // The years in between stay without a method, because there is no answer for them.
        let method = Method {
            slug: method_slug(indicator, year),
            span: one_year(year),
            ..indicator.methods[at].clone()
        };
        indicator.methods.push(method);
        add_verdict(indicator, (year, base), Verdict::SameMethod, words.clone(), None);
    }
    for component in &mut indicator.components {
        extend_maximum(component, year, base);
    }
    // Compared with the other neighbour, the year is like its base year: the verdict on that pair also applies to it.
    let other = [sides.before, sides.after].into_iter().flatten().find(|y| *y != base);
    if let Some(other) = other {
        let known = indicator.compare(base.min(other), base.max(other));
        let (verdict, decision) = (known.verdict, known.pair.and_then(|pair| pair.decision.clone()));
        let reason = match known.pair {
            Some(pair) => Words::as_base(year, base, other, &pair.reason),
            None => words,
        };
        add_verdict(indicator, (year, other), verdict, reason, decision);
    }
}

/// Adds a year with a new method.
fn add_new(indicator: &mut Indicator, year: i32, answer: &MethodAnswer, sides: Neighbours) {
    let details = &answer.details;
    let decision = Some(tidy(&details.decision)).filter(|text| !text.is_empty());
    let note = both(&details.note, &details.note_en);
    let method = Method {
        slug: method_slug(indicator, year),
        span: one_year(year),
        name: both(&details.name, &details.name_en),
        decision: decision.clone(),
        decided: details.day(),
        summary: note.clone(),
    };
    let name = method.name.clone();
    indicator.methods.push(method);
    if let Some(before) = sides.before {
        let changed = (Verdict::MethodChanged, note.clone(), decision.clone());
        add_verdict(indicator, (before, year), changed.0, changed.1, changed.2);
    }
    let Some(after) = sides.after else { return };
    let (verdict, reason, decision) = match (sides.before, details.next_changed) {
        // Before all listed years, the change is described relative to the next one.
        (None, _) => (Verdict::MethodChanged, note, decision),
        (Some(_), true) => (Verdict::MethodChanged, Words::next_changed(year, after, &name), None),
        (Some(_), false) => (Verdict::Unclear, Words::next_unclear(year, after), None),
    };
    add_verdict(indicator, (year, after), verdict, reason, decision);
}

/// Adds a year whose method is not known yet.
fn add_unknown(indicator: &mut Indicator, year: i32, sides: Neighbours) {
    indicator.methods.push(Method {
        slug: method_slug(indicator, year),
        span: one_year(year),
        name: Words::year(year),
        decision: None,
        decided: None,
        summary: Words::unknown(),
    });
    for other in [sides.before, sides.after].into_iter().flatten() {
        add_verdict(
            indicator,
            (year, other),
            Verdict::Unclear,
            Words::unclear(year, other),
            None,
        );
    }
}

/// Adds a verdict on a pair of years, unless there is one.
fn add_verdict(indicator: &mut Indicator, pair: (i32, i32), verdict: Verdict, reason: Text, decision: Option<String>) {
    let (from, to) = (pair.0.min(pair.1), pair.0.max(pair.1));
    // An existing verdict of the catalogue takes precedence.
    if indicator.verdicts.iter().any(|v| (v.from, v.to) == (from, to)) {
        return;
    }
    indicator.verdicts.push(PairVerdict {
        from,
        to,
        verdict,
        reason,
        decision,
    });
}

/// Applies the maximum of a component in `base` to `year`, because both years have the same method.
fn extend_maximum(component: &mut Component, year: i32, base: i32) {
    if component.maxima.iter().any(|(span, _)| span.holds(year)) {
        return;
    }
    let Some((span, value)) = component.maxima.iter_mut().find(|(span, _)| span.holds(base)) else {
        return;
    };
    if base.abs_diff(year) == 1 {
        *span = Span {
            from: span.from.min(year),
            to: span.to.max(year),
        };
    } else {
        let value = *value;
        component.maxima.push((one_year(year), value));
    }
}

const fn one_year(year: i32) -> Span {
    Span { from: year, to: year }
}

/// Returns a unique slug: the year, numbered if it is taken.
fn method_slug(indicator: &Indicator, year: i32) -> String {
    let taken = |slug: &str| indicator.methods.iter().any(|method| method.slug == slug);
    let plain = year.to_string();
    if !taken(&plain) {
        return plain;
    }
    let numbered = |n: usize| format!("{year}-{n}");
    (2..).map(numbered).find(|slug| !taken(slug)).unwrap_or(plain)
}

/// Creates a text in both languages. If the English text is empty, the Vietnamese one is used for both.
pub(in crate::upload) fn both(vi: &str, en: &str) -> Text {
    let (vi, en) = (tidy(vi), tidy(en));
    let en = if en.is_empty() { vi.clone() } else { en };
    Text::new(vi, en)
}
