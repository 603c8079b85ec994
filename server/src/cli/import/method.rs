//! Which method applies to a year that the catalogue does not list: what the command line says, and what is asked.

use clap::Args;
use domain::{
    Lang,
    upload::{MethodChoice, column_in_table, column_letters, same_choices},
};
use messages::command_line as w;

use crate::services::jobs::ImportPreview;

/// The answer about the method and the components of a new year.
#[derive(Debug, Args)]
pub(super) struct Method {
    /// Method of a year that the catalogue does not list: same (as the year before), same:YEAR, new, unknown
    #[arg(long = "method", value_name = "ANSWER", value_parser = choice)]
    method: Option<String>,
    /// Name of a new method
    #[arg(long, value_name = "TEXT")]
    method_name: Option<String>,
    /// Its name in English
    #[arg(long, value_name = "TEXT")]
    method_name_en: Option<String>,
    /// Number of its decision
    #[arg(long, value_name = "TEXT")]
    method_decision: Option<String>,
    /// Day of its decision, such as 2025-04-06
    #[arg(long, value_name = "DAY")]
    method_date: Option<String>,
    /// What changed
    #[arg(long, value_name = "TEXT")]
    method_note: Option<String>,
    /// What changed, in English
    #[arg(long, value_name = "TEXT")]
    method_note_en: Option<String>,
    /// A component of the catalogue that goes on or ended, such as bias=continue or land=end
    #[arg(long = "component", value_name = "NAME=WHAT", value_parser = super::values::pair)]
    components: Vec<(String, String)>,
    /// Number of a column that becomes a new component, named like its heading or as given
    #[arg(long = "begin", value_name = "NUMBER[=NAME]")]
    begin: Vec<String>,
}

fn choice(text: &str) -> Result<String, String> {
    let known = MethodChoice::from_code(text);
    known
        .map(MethodChoice::code)
        .ok_or_else(|| "one of same, same:YEAR, new, unknown".to_owned())
}

impl Method {
    /// The answer, as the draft's form would send it.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let fields = [
            ("method", &self.method),
            ("method_name", &self.method_name),
            ("method_name_en", &self.method_name_en),
            ("method_decision", &self.method_decision),
            ("method_date", &self.method_date),
            ("method_note", &self.method_note),
            ("method_note_en", &self.method_note_en),
        ];
        let given = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?)));
        let mut pairs: Vec<(String, String)> = given.collect();
        let components = self.components.iter();
        pairs.extend(components.map(|(name, what)| (format!("component.{name}"), what.clone())));
        for begin in &self.begin {
            let (number, name) = begin.split_once('=').unwrap_or((begin, ""));
            pairs.push((format!("begin.{number}"), "on".to_owned()));
            if !name.is_empty() {
                pairs.push((format!("begin_name.{number}"), name.to_owned()));
            }
        }
        pairs
    }
}

/// What is asked of the file, and which verdicts the answers add.
pub(super) fn lines(lang: Lang, examined: &ImportPreview) -> Vec<String> {
    let questions = &examined.reading.questions;
    let current = &examined.current.catalogue;
    let Some(id) = examined.reading.indicator else {
        return Vec::new();
    };
    let (Some(before), Some(after)) = (
        current.indicators.get(usize::from(id.0)),
        examined.catalogue().indicators.get(usize::from(id.0)),
    ) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for year in &questions.years {
        if let Some(method) = after.method(*year) {
            lines.push(format!("  {year}: {}", method.name.get(lang)));
            continue;
        }
        let asked = w::NO_METHOD.get(lang);
        lines.push(format!("  {year} {asked}"));
        for (other, method) in same_choices(before, *year) {
            lines.push(format!("    --method same:{other}  {}", method.name.get(lang)));
        }
        lines.push("    --method new --method-name … --method-note …".to_owned());
        lines.push("    --method unknown".to_owned());
    }
    for id in &questions.ended {
        let component = after.component(*id);
        if questions.years.iter().any(|year| !component.exists_in(*year)) {
            let ended = w::COMPONENT_ENDED.get(lang);
            lines.push(format!(
                "  {} {ended} --component {}=continue",
                component.name.get(lang),
                component.slug
            ));
        }
    }
    for column in &questions.unknown {
        let new = w::COMPONENT_NEW.get(lang);
        let letters = column
            .of
            .parse()
            .map(|at| column_letters(column_in_table(at).1))
            .unwrap_or_default();
        lines.push(format!("  {letters} {} – {new} --begin {}", column.name, column.of));
    }
    for pair in after.verdicts.iter().filter(|pair| !before.verdicts.contains(pair)) {
        lines.push(format!("  {}–{}: {}", pair.from, pair.to, pair.reason.get(lang)));
    }
    lines
}
