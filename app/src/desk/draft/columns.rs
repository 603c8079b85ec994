//! What each column is read as.

use leptos::prelude::*;

use domain::{
    ComponentId,
    upload::{Axis, Column, Confidence, Field as Of, Role, column_letters},
};

use super::Sheet;
use crate::desk::{
    fields::{group, option},
    issues, words as w,
};

/// From so many on, columns that nobody knows are folded away.
const MANY: usize = 8;

pub(super) fn section(sheet: &Sheet<'_>) -> AnyView {
    let lang = sheet.lang();
    let columns = &sheet.draft.reading.columns;
    let none = columns.is_empty().then(|| view! { <p>{w::COLUMNS_NONE.get(lang)}</p> });
    let unknown = |c: &&Column| c.role == Role::Ignore && c.confidence != Confidence::Chosen;
    let fold = columns.iter().filter(unknown).count() >= MANY;
    let (folded, shown): (Vec<&Column>, Vec<&Column>) = columns.iter().partition(|c| fold && unknown(c));
    let tables = (!columns.is_empty()).then(|| {
        let folded = (!folded.is_empty()).then(|| {
            let title = w::COLUMNS_UNKNOWN.fill(lang, &[&folded.len().to_string()]);
            view! { <details><summary>{title.clone()}</summary>{table(sheet, &title, &folded)}</details> }
        });
        view! { {table(sheet, w::COLUMNS_LEAD.get(lang), &shown)}{folded}{sheet.update()} }
    });
    view! {
        <section id="columns" aria-labelledby="columns-h"><h2 id="columns-h">{w::COLUMNS.get(lang)}</h2>{none}{tables}</section>
    }
    .into_any()
}

fn table(sheet: &Sheet<'_>, caption: &str, columns: &[&Column]) -> AnyView {
    let lang = sheet.lang();
    let rows = columns.iter().map(|column| row(sheet, column));
    let head = if across(sheet) { w::ROW } else { w::COLUMN };
    view! {
        <table class="plain stack columns"><caption>{caption.to_owned()}</caption>
            <thead><tr><th scope="col">{head.get(lang)}</th><th scope="col">{w::COLUMN_HEAD.get(lang)}</th>
                <th scope="col">{w::SAMPLES.get(lang)}</th><th scope="col" class="num">{w::FILLED.get(lang)}</th>
                <th scope="col">{w::READ_AS.get(lang)}</th><th scope="col">{w::HOW_SURE.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// True where provinces stand across: what is read are rows of the file then.
fn across(sheet: &Sheet<'_>) -> bool {
    let layout = sheet.draft.reading.layout.as_ref();
    layout.is_some_and(|l| l.axis == Axis::Rows)
}

fn row(sheet: &Sheet<'_>, column: &Column) -> AnyView {
    let lang = sheet.lang();
    let letter = if across(sheet) {
        column.at.to_string()
    } else {
        column_letters(column.at)
    };
    let name = if column.name.is_empty() {
        w::NO_HEADER.get(lang).to_owned()
    } else {
        column.name.clone()
    };
    let label = w::READ_COLUMN_AS.fill(lang, &[&letter, &name]);
    let samples = column
        .samples
        .iter()
        .take(3)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" · ");
    let (class, sure) = match (&column.role, column.confidence) {
        (Role::Ignore, Confidence::Chosen) => ("soft", w::IGNORED_CHOSEN.get(lang)),
        (Role::Ignore, _) => ("soft", w::IGNORED_UNKNOWN.get(lang)),
        (_, Confidence::Low) => ("unsure", issues::confidence_name(lang, Confidence::Low)),
        (_, confidence) => ("", issues::confidence_name(lang, confidence)),
    };
    view! {
        <tr class=class><th scope="row">{letter}</th><td data-h=w::COLUMN_HEAD.get(lang)><span>{name}</span></td>
            <td data-h=w::SAMPLES.get(lang)><span class="samples">{samples}</span></td>
            <td class="num" data-h=w::FILLED.get(lang)>{column.filled}</td>
            <td data-h=w::READ_AS.get(lang)><select name=format!("column.{}", column.at) aria-label=label>{options(sheet, column)}</select></td>
            <td data-h=w::HOW_SURE.get(lang)><span>{sure}</span></td></tr>
    }
    .into_any()
}

/// What a role is called, with the component's own name.
fn named(sheet: &Sheet<'_>, role: &Role) -> String {
    let name = match role {
        Role::Figure { component, year, .. } => sheet.indicator().and_then(|i| {
            let id = i.component_by_slug(component)?;
            Some(i.component(id).name_in(*year).get(sheet.lang()))
        }),
        _ => None,
    };
    issues::role_name(sheet.lang(), role, name)
}

fn options(sheet: &Sheet<'_>, column: &Column) -> AnyView {
    let lang = sheet.lang();
    let chosen = sheet.draft.choices.columns.get(&column.at);
    let name = named(sheet, &column.role);
    let automatic = match (chosen, column.confidence) {
        (Some(_), _) => w::AUTOMATIC.get(lang).to_owned(),
        (None, Confidence::Low) => w::CHOOSE_PERHAPS.fill(lang, &[&name]),
        (None, _) => w::AUTOMATIC_IS.fill(lang, &[&name]),
    };
    let year = match &column.role {
        Role::Figure { year, .. } => *year,
        _ => None,
    };
    let one = |role: &Role| option(&role.to_string(), named(sheet, role), chosen == Some(role));
    let plain = [
        Role::Ignore,
        Role::Number,
        Role::Province,
        Role::Code,
        Role::Indicator,
        Role::Component,
        Role::Year,
        Role::AsOf,
    ];
    let (figures, others) = (figures(sheet, year), other_fields(year));
    // What is suggested or was chosen may be none of these: a field of another component or year.
    let known = |role: &Role| {
        plain.contains(role) || others.contains(role) || figures.iter().any(|(_, roles)| roles.contains(role))
    };
    let mut special: Vec<&Role> = [Some(&column.role), chosen]
        .into_iter()
        .flatten()
        .filter(|r| !known(r))
        .collect();
    special.dedup();
    let groups = figures
        .iter()
        .filter_map(|(field, roles)| group(issues::field_name(lang, *field), roles.iter().map(one).collect()));
    let plain_group = group(w::ROLES_PLAIN.get(lang), plain.iter().map(one).collect());
    let others = group(w::ROLES_OTHER.get(lang), others.iter().map(one).collect());
    view! {
        {option("", automatic, false)}
        {special.into_iter().map(one).collect_view()}
        {plain_group}
        {groups.collect_view()}
        {others}
    }
    .into_any()
}

/// Fields that a column may hold for each component: values, ranks, bands.
fn figures(sheet: &Sheet<'_>, year: Option<i32>) -> Vec<(Of, Vec<Role>)> {
    let role = |field, component: &str| Role::Figure {
        field,
        component: component.to_owned(),
        year,
    };
    let years = &sheet.draft.reading.years;
    let of = |field| {
        let mut roles = vec![role(field, "")];
        if let Some(indicator) = sheet.indicator() {
            let then = indicator.components().filter(|(id, c)| {
                *id == ComponentId::TOTAL || years.is_empty() || years.iter().any(|y| c.exists_in(*y))
            });
            roles.extend(then.map(|(_, c)| role(field, &c.slug)));
        }
        (field, roles)
    };
    [Of::Value, Of::Rank].map(of).into()
}

/// Fields that a table has once, for the headline component or the one that the row names.
fn other_fields(year: Option<i32>) -> Vec<Role> {
    let rest = Of::ALL.into_iter().filter(|f| !matches!(f, Of::Value | Of::Rank));
    rest.map(|field| Role::Figure {
        field,
        component: String::new(),
        year,
    })
    .collect()
}
