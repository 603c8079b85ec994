//! What a column can be read as.

use leptos::prelude::*;
use messages::fill;

use domain::{
    ComponentId,
    upload::{Column, Confidence, Field as Of, Role},
};

use super::super::sheet::Sheet;
use crate::admin::{
    fields::{group, option},
    issues, words as w,
};

/// Components that a list of what is likely names.
const MOST_LIKELY: usize = 12;

/// Roles without a component.
const PLAIN: [Role; 8] = [
    Role::Ignore,
    Role::Number,
    Role::Province,
    Role::Code,
    Role::Indicator,
    Role::Component,
    Role::Year,
    Role::AsOf,
];

/// What a role is called, with the component's own name.
pub(super) fn named(sheet: &Sheet<'_>, role: &Role) -> String {
    let name = match role {
        Role::Figure { component, year, .. } => sheet.indicator().and_then(|i| {
            let id = i.component_by_slug(component)?;
            Some(i.component(id).name_in(*year).get(sheet.lang()))
        }),
        _ => None,
    };
    issues::role_name(sheet.lang(), role, name)
}

const fn year(column: &Column) -> Option<i32> {
    match &column.role {
        Role::Figure { year, .. } => *year,
        _ => None,
    }
}

/// What is read without a choice.
#[component]
fn ColumnsOptionsAutomatic<'a>(sheet: &'a Sheet<'a>, column: &'a Column) -> AnyView {
    let lang = sheet.lang();
    let name = named(sheet, &column.role);
    let text = match (sheet.draft.choices.columns.get(&column.at), column.confidence) {
        (Some(_), _) => w::AUTOMATIC.get(lang).to_owned(),
        (None, Confidence::Low) => fill!(w::CHOOSE_PERHAPS, lang, reading = &name),
        (None, _) => fill!(w::AUTOMATIC_IS, lang, reading = &name),
    };
    option("", text, false)
}

/// The suggestion, leaving it out, and the components that no other column has.
#[component]
pub(super) fn ColumnsOptionsLikely<'a>(sheet: &'a Sheet<'a>, column: &'a Column) -> AnyView {
    let lang = sheet.lang();
    let one = |role: &Role| option(&role.to_string(), named(sheet, role), false);
    let others = sheet.draft.reading.columns.iter().filter(|c| c.at != column.at);
    let taken: Vec<&Role> = others.map(|c| &c.role).collect();
    let (_, values) = figures(sheet, Of::Value, year(column));
    let free = values
        .into_iter()
        .filter(|role| *role != column.role && !taken.contains(&role));
    let free: Vec<AnyView> = free.take(MOST_LIKELY).map(|role| one(&role)).collect();
    view! {
        <ColumnsOptionsAutomatic sheet column/>
        {one(&column.role)}
        {one(&Role::Ignore)}
        {group(w::ROLES_FREE.get(lang), free)}
    }
    .into_any()
}

/// All roles.
#[component]
pub(super) fn ColumnsOptionsEverything<'a>(sheet: &'a Sheet<'a>, column: &'a Column) -> AnyView {
    let lang = sheet.lang();
    let chosen = sheet.draft.choices.columns.get(&column.at);
    let one = |role: &Role| option(&role.to_string(), named(sheet, role), chosen == Some(role));
    let year = year(column);
    let figures = [Of::Value, Of::Rank].map(|field| figures(sheet, field, year));
    let others = other_fields(year);
    // What is suggested or was chosen may be none of these: a field of another component or year.
    let known = |role: &Role| {
        PLAIN.contains(role) || others.contains(role) || figures.iter().any(|(_, roles)| roles.contains(role))
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
    let plain_group = group(w::ROLES_PLAIN.get(lang), PLAIN.iter().map(one).collect());
    let others = group(w::ROLES_OTHER.get(lang), others.iter().map(one).collect());
    view! {
        <ColumnsOptionsAutomatic sheet column/>
        {special.into_iter().map(one).collect_view()}
        {plain_group}
        {groups.collect_view()}
        {others}
    }
    .into_any()
}

/// A field for each component that a column may hold.
fn figures(sheet: &Sheet<'_>, field: Of, year: Option<i32>) -> (Of, Vec<Role>) {
    let role = |component: &str| Role::Figure {
        field,
        component: component.to_owned(),
        year,
    };
    let years = &sheet.draft.reading.years;
    let mut roles = vec![role("")];
    if let Some(indicator) = sheet.indicator() {
        let then = indicator
            .components()
            .filter(|(id, c)| *id == ComponentId::TOTAL || years.is_empty() || years.iter().any(|y| c.exists_in(*y)));
        roles.extend(then.map(|(_, c)| role(&c.slug)));
    }
    (field, roles)
}

/// Fields that a table has once, for the headline component or the one that the row names.
fn other_fields(year: Option<i32>) -> Vec<Role> {
    let rest = Of::ALL.iter().copied().filter(|f| !matches!(f, Of::Value | Of::Rank));
    rest.map(|field| Role::Figure {
        field,
        component: String::new(),
        year,
    })
    .collect()
}
