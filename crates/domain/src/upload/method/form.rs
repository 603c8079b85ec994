//! Answers about methods and components as form fields.

use super::{ComponentChoice, ComponentPart, MethodAnswer, MethodAnswers, MethodChoice};
use crate::upload::{BadField, Choices};

/// Parses the form fields of answers.
pub(in crate::upload) struct MethodForm;

impl MethodForm {
    /// Sets a form field. Returns false if the field is not part of this form.
    pub(in crate::upload) fn take(choices: &mut Choices, bad: &mut Vec<BadField>, name: &str, value: &str) -> bool {
        let (field, key) = match name.split_once('.') {
            Some((field, key)) => (field, Some(key)),
            None => (name, None),
        };
        match (field, key) {
            ("component", Some(slug)) => {
                match ComponentChoice::from_code(value) {
                    Some(choice) => {
                        choices.components.insert(slug.to_owned(), choice);
                    }
                    None if value.is_empty() => {}
                    None => bad.push(bad_field(name, value)),
                }
                true
            }
            ("begin" | "begin_name" | "begin_name_en" | "begin_parent", Some(key)) => {
                let part = component_part(choices, key);
                match field {
                    "begin" => part.on = value == "on",
                    "begin_name" => value.clone_into(&mut part.name),
                    "begin_parent" => part.parent = Some(value.to_owned()),
                    _ => value.clone_into(&mut part.name_en),
                }
                true
            }
            _ => match key.map(str::parse::<i32>) {
                None => take_answer(&mut choices.method.all, bad, name, field, value),
                Some(Ok(year)) if field.starts_with("method") => {
                    let answer = choices.method.years.entry(year).or_default();
                    take_answer(answer, bad, name, field, value)
                }
                Some(_) => false,
            },
        }
    }

    /// Normalises the parsed answers: a named method without a choice is a new method, and empty answers are removed.
    pub(in crate::upload) fn finish(choices: &mut Choices) {
        let answers = std::iter::once(&mut choices.method.all).chain(choices.method.years.values_mut());
        for answer in answers {
            // A typed method is meant, even if "new" was not selected.
            if answer.choice.is_none() && !answer.details.name.is_empty() {
                answer.choice = Some(MethodChoice::New);
            }
        }
        choices
            .method
            .years
            .retain(|_, answer| *answer != MethodAnswer::default());
        choices.begin.retain(|_, part| part.on || !part.name.is_empty());
    }

    /// Returns the answers as form fields.
    pub(in crate::upload) fn pairs(choices: &Choices) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        answer_pairs(&mut pairs, &choices.method);
        let components = choices.components.iter();
        pairs.extend(components.map(|(slug, choice)| (format!("component.{slug}"), choice.code().to_owned())));
        for (key, part) in &choices.begin {
            if part.on {
                pairs.push((format!("begin.{key}"), "on".to_owned()));
            }
            for (field, value) in [("begin_name", &part.name), ("begin_name_en", &part.name_en)] {
                if !value.is_empty() {
                    pairs.push((format!("{field}.{key}"), value.clone()));
                }
            }
            if let Some(parent) = &part.parent {
                pairs.push((format!("begin_parent.{key}"), parent.clone()));
            }
        }
        pairs
    }
}

fn component_part<'a>(choices: &'a mut Choices, key: &str) -> &'a mut ComponentPart {
    choices.begin.entry(key.to_owned()).or_default()
}

fn bad_field(name: &str, value: &str) -> BadField {
    BadField {
        name: name.to_owned(),
        found: value.to_owned(),
    }
}

/// Sets a field of an answer. Returns false if the field is not part of an answer.
fn take_answer(answer: &mut MethodAnswer, bad: &mut Vec<BadField>, name: &str, field: &str, value: &str) -> bool {
    let details = &mut answer.details;
    match field {
        "method" => {
            answer.choice = MethodChoice::from_code(value);
            if answer.choice.is_none() && !value.is_empty() {
                bad.push(bad_field(name, value));
            }
        }
        "method_name" => value.clone_into(&mut details.name),
        "method_name_en" => value.clone_into(&mut details.name_en),
        "method_decision" => value.clone_into(&mut details.decision),
        "method_date" => value.clone_into(&mut details.date),
        "method_note" => value.clone_into(&mut details.note),
        "method_note_en" => value.clone_into(&mut details.note_en),
        "method_next" => details.next_changed = value == "changed",
        _ => return false,
    }
    true
}

fn answer_pairs(pairs: &mut Vec<(String, String)>, answers: &MethodAnswers) {
    let all = std::iter::once((String::new(), &answers.all));
    let years = answers.years.iter().map(|(year, answer)| (format!(".{year}"), answer));
    for (suffix, answer) in all.chain(years) {
        let details = &answer.details;
        let next = if details.next_changed { "changed" } else { "" };
        let choice = answer.choice.map(MethodChoice::code).unwrap_or_default();
        let fields = [
            ("method", choice.as_str()),
            ("method_name", &details.name),
            ("method_name_en", &details.name_en),
            ("method_decision", &details.decision),
            ("method_date", &details.date),
            ("method_note", &details.note),
            ("method_note_en", &details.note_en),
            ("method_next", next),
        ];
        for (field, value) in fields {
            if !value.is_empty() {
                pairs.push((format!("{field}{suffix}"), value.to_owned()));
            }
        }
    }
}
