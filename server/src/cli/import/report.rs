//! What `thuocdo import` says of a file, in one language.

use messages::command_line as w;
use std::collections::BTreeMap;

use app::admin::{
    UserError,
    issues::{
        decimal_name, encoding_name, file_kind_name, mode_name, place, role_name, sentences, separator_name,
        severity_name, title,
    },
};
use domain::{
    Lang, Observation, Place, Snapshot, number,
    upload::{
        Choices, Column, Issue, IssueKind, Outcome, Reading, Role, Severity, Survey, column_in_table, column_letters,
    },
};

use super::method;
use crate::services::{jobs::ImportPreview, remarks::sheet_name};

/// The number of largest changes that are printed.
const MOVERS: usize = 10;

/// Everything that there is to say.
pub(in crate::cli) fn report(lang: Lang, name: &str, choices: &Choices, examined: &ImportPreview) -> String {
    let mut lines = vec![name.to_owned()];
    lines.extend(understood(lang, &examined.reading, &examined.preview.snapshot));
    lines.extend(method::lines(lang, examined));
    lines.extend(issues(lang, &examined.reading, choices));
    if !examined.reading.entries.is_empty() {
        lines.extend(difference(lang, choices, examined));
    }
    lines.join("\n")
}

fn understood(lang: Lang, reading: &Reading, current: &Snapshot) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(file) = &reading.file {
        let mut parts = vec![file_kind_name(lang, file.kind).to_owned()];
        parts.extend(file.encoding.map(|e| encoding_name(lang, e).to_owned()));
        let separator = file.separator.map(|s| separator_name(lang, s));
        parts.extend(separator.map(|s| format!("{} {s}", w::SEPARATED_BY.get(lang))));
        let decimal = file.decimal.map(|d| decimal_name(lang, d));
        parts.extend(decimal.map(|d| format!("{} {d}", w::DECIMALS.get(lang))));
        lines.push(format!("  {}", parts.join(", ")));
    }
    let sheets = reading
        .tables()
        .filter_map(|table| reading.sheets.get(reading.sheet_of(table)?));
    let sheets: Vec<&str> = sheets
        .map(|sheet| sheet.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    if !sheets.is_empty() {
        lines.push(format!("  {}: {}", w::SHEET.get(lang), sheets.join(", ")));
    }
    let indicator = reading.indicator.map(|id| current.catalogue.indicator(id));
    let about = indicator.map_or("?", |i| i.short.get(lang));
    let years: Vec<String> = reading.years.iter().map(ToString::to_string).collect();
    let figures = number::count(lang, reading.entries.len());
    lines.push(format!(
        "  {about} {}: {figures} {}",
        years.join(", "),
        w::FIGURES.get(lang)
    ));
    for column in &reading.columns {
        lines.push(format!("  {}", column_line(lang, column, indicator)));
    }
    lines
}

/// What became of each table of a file.
pub(super) fn tables(lang: Lang, survey: &Survey, current: &Snapshot) -> String {
    let mut lines = vec![w::TABLES_OF_THE_FILE.get(lang).to_owned()];
    for found in &survey.tables {
        let names = found.indicators.iter();
        let names = names.filter_map(|id| current.catalogue.indicators.get(usize::from(id.0)));
        let mut parts: Vec<String> = names.map(|indicator| indicator.short.get(lang).to_owned()).collect();
        parts.extend(found.years.iter().map(ToString::to_string));
        let outcome = match &found.outcome {
            Outcome::Drafts(drafts) => {
                let drafts: Vec<String> = drafts.iter().map(|nth| (nth + 1).to_string()).collect();
                format!("{} {}", w::DRAFT_INLINE.get(lang), drafts.join(", "))
            }
            Outcome::Open(open) => {
                let asks = [(open.indicator, "--indicator"), (open.year, "--year")];
                let asks: Vec<&str> = asks.iter().filter(|(open, _)| *open).map(|(_, name)| *name).collect();
                format!("{}: {}", w::NOT_CLEAR.get(lang), asks.join(" "))
            }
            Outcome::Unread(why) => format!("{} ({})", w::NOT_READ.get(lang), why.code()),
        };
        lines.push(format!("  {}: {} → {outcome}", found.table, parts.join(" ")));
    }
    lines.join("\n")
}

fn column_line(lang: Lang, column: &Column, indicator: Option<&domain::Indicator>) -> String {
    let component = match (&column.role, indicator) {
        (Role::Figure { component, year, .. }, Some(indicator)) => {
            let id = indicator
                .component_by_slug(component)
                .unwrap_or(domain::ComponentId::TOTAL);
            Some(indicator.component(id).name_in(*year).get(lang))
        }
        _ => None,
    };
    let role = role_name(lang, &column.role, component);
    format!(
        "  {:>3}  {} → {role}",
        column_letters(column_in_table(column.at).1),
        column.name
    )
}

/// All of them, by kind.
fn issues(lang: Lang, reading: &Reading, choices: &Choices) -> Vec<String> {
    let mut kinds: BTreeMap<(Severity, IssueKind), Vec<&Issue>> = BTreeMap::new();
    for issue in &reading.issues {
        kinds
            .entry((issue.kind.severity(), issue.kind))
            .or_default()
            .push(issue);
    }
    let mut lines = Vec::new();
    for ((severity, kind), issues) in kinds {
        let count = number::count(lang, issues.len());
        let (weight, title) = (severity_name(lang, severity), title(lang, kind));
        lines.push(format!("{weight}: {title} ({count}) [{}]", kind.code()));
        if let Some(reason) = choices.reasons.get(&kind) {
            lines.push(format!("    {}: {reason}", w::REASON.get(lang)));
        }
        lines.extend(issues.iter().map(|issue| issue_line(lang, reading, issue)));
    }
    lines
}

fn issue_line(lang: Lang, reading: &Reading, issue: &Issue) -> String {
    let place = place(lang, issue.at, sheet_name(reading, issue));
    let said = issue_text(lang, issue);
    if place.is_empty() {
        format!("    {said}")
    } else {
        format!("    {place}: {said}")
    }
}

/// What there is to say of an issue, on one line.
pub(in crate::cli) fn issue_text(lang: Lang, issue: &Issue) -> String {
    let said = sentences(lang, issue);
    let said = [said.what, said.expected, said.fix];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    said.join(" ")
}

fn difference(lang: Lang, choices: &Choices, examined: &ImportPreview) -> Vec<String> {
    let difference = &examined.preview.difference;
    let count = |n: usize| number::count(lang, n);
    let counts = difference.counts;
    let newest = examined.current.edition.number;
    let mut lines = vec![format!(
        "{} {newest} – {}: +{} {}, {} {}, −{} {}, {} {}",
        w::AGAINST_EDITION.get(lang),
        mode_name(lang, choices.mode),
        count(counts.added),
        w::ADDED.get(lang),
        count(counts.changed),
        w::CHANGED.get(lang),
        count(counts.removed),
        w::REMOVED.get(lang),
        count(counts.unchanged),
        w::UNCHANGED.get(lang),
    )];
    if counts.kept > 0 {
        let kept = w::DIFFER_AND_STAY.get(lang);
        lines.push(format!("    {} {kept}", count(counts.kept)));
    }
    if !difference.ranks.is_empty() {
        let moved = w::RANKS_CHANGE.get(lang);
        lines.push(format!("    {} {moved}", count(difference.ranks.len())));
    }
    for moved in difference.movers.iter().take(MOVERS) {
        if let Some(change) = difference.changes.get(moved.change) {
            lines.push(format!(
                "    {}",
                mover(lang, &examined.preview.snapshot, change, moved.by)
            ));
        }
    }
    lines
}

fn mover(lang: Lang, after: &Snapshot, change: &domain::upload::FigureChange, by: f64) -> String {
    let key = change.key;
    let indicator = after.catalogue.indicator(key.indicator);
    let component = indicator.component(key.component).name_in(key.year).get(lang);
    let place = match key.place {
        Place::Nation => w::NATION.get(lang).to_owned(),
        Place::Region(id) => after.catalogue.provinces.region(id).name.get(lang).to_owned(),
        Place::Province(id) => after.catalogue.provinces.get(id).name.get(lang).to_owned(),
    };
    let decimals = indicator.decimals(key.component);
    let shown = |side: &domain::upload::Side| match side.figure(key).value {
        Observation::Known(quantity) => number::format(lang, quantity.value, quantity.digits.max(decimals)),
        Observation::Missing(_) | Observation::Conflict => "–".to_owned(),
    };
    let year = key.year.map(|y| y.to_string()).unwrap_or_default();
    format!(
        "{place}, {component} {year}: {} → {} ({})",
        shown(&change.before),
        shown(&change.after),
        number::format_signed(lang, by, decimals)
    )
}

/// Why it was not published.
pub(in crate::cli) fn refusal(lang: Lang, refusal: &UserError) -> String {
    match refusal {
        UserError::HasErrors(n) => format!("{}: {n}", w::ERRORS_FIRST.get(lang)),
        UserError::NeedsReasons(n) => format!("{n} {}", w::WARNINGS_NEED_REASONS.get(lang)),
        UserError::NothingChanges => w::NOTHING_CHANGES.get(lang).to_owned(),
        UserError::NeedsApproval => w::NEEDS_APPROVAL.get(lang).to_owned(),
        UserError::NewerEdition(n) => format!("{} {n}", w::NEWER_EDITION.get(lang)),
        UserError::WrongFiles(problems) => problems.join("\n"),
        other => format!("{other:?}"),
    }
}
