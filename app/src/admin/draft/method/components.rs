//! Components that continue, begin or end with the file.

use leptos::prelude::*;
use messages::fill;

use domain::{
    ComponentId,
    upload::{ComponentChoice, ComponentPart, FileColumn, column_in_table, column_letters},
};

use super::{
    super::sheet::Sheet,
    subject::{asked, known},
};
use crate::admin::{
    fields::{Field, Line, option},
    words as w,
};

/// From this number on, unknown columns are folded away.
const MANY: usize = 8;
/// Unknown columns on one page.
const MOST: usize = 60;

/// Those that the page has: what was chosen, then as many others as there is room for.
fn listed<'a>(sheet: &Sheet<'a>) -> Vec<&'a FileColumn> {
    let unknown = &sheet.draft.reading.questions.unknown;
    let chosen = |column: &&FileColumn| sheet.draft.choices.begin.contains_key(&column.of);
    let room = MOST.saturating_sub(unknown.iter().filter(chosen).count());
    let mut others = 0;
    let listed = unknown.iter().filter(|column| {
        let own = chosen(column);
        others += usize::from(!own);
        own || others <= room
    });
    listed.take(MOST).collect()
}

/// Names of the fields that are shown.
pub(super) fn fields(sheet: &Sheet<'_>) -> Vec<String> {
    let questions = &sheet.draft.reading.questions;
    let slug = |id: &ComponentId| Some(format!("component.{}", known(sheet)?.component(*id).slug));
    let mut names: Vec<String> = questions.ended.iter().filter_map(slug).collect();
    if !asked(sheet).is_empty() {
        names.extend(questions.may_end.iter().filter_map(slug));
    }
    for column in listed(sheet) {
        names.push(format!("begin.{}", column.of));
        if sheet.draft.choices.begin.get(&column.of).is_some_and(|part| part.on) {
            names.extend(["begin_name", "begin_name_en", "begin_parent"].map(|field| format!("{field}.{}", column.of)));
        }
    }
    names
}

#[component]
pub(super) fn MethodComponents<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let (ended, unknown) = (continued(sheet), begun(sheet));
    if ended.is_none() && unknown.is_none() {
        return None;
    }
    Some(view! { <h3>{w::PARTS_TITLE.get(lang)}</h3>{ended}{unknown} }.into_any())
}

/// Components of the catalogue that the file has after they ended.
fn continued(sheet: &Sheet<'_>) -> Option<AnyView> {
    let lang = sheet.lang();
    let ended = &sheet.draft.reading.questions.ended;
    let about = known(sheet).filter(|_| !ended.is_empty())?;
    let boxes = ended.iter().map(|id| {
        let component = about.component(*id);
        let label = fill!(w::PARTS_ENDED, lang, component = component.name.get(lang));
        view! { <DraftMethodTick sheet slug=&component.slug choice=ComponentChoice::Continue label/> }.into_any()
    });
    Some(view! { <p>{w::PARTS_CONTINUE.get(lang)}</p>{boxes.collect_view()} }.into_any())
}

/// Components that a new method may have ended.
#[component]
pub(super) fn DraftMethodEnds<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let may_end = &sheet.draft.reading.questions.may_end;
    let about = known(sheet).filter(|_| !may_end.is_empty())?;
    let boxes = may_end.iter().map(|id| {
        let component = about.component(*id);
        let label = component.name.get(lang).to_owned();
        view! { <DraftMethodTick sheet slug=&component.slug choice=ComponentChoice::End label/> }.into_any()
    });
    let view = view! {
        <details><summary>{w::METHOD_ENDS.get(lang)}</summary><p>{w::METHOD_ENDS_TEXT.get(lang)}</p>{boxes.collect_view()}</details>
    };
    Some(view.into_any())
}

#[component]
fn DraftMethodTick<'a>(sheet: &'a Sheet<'a>, slug: &'a str, choice: ComponentChoice, label: String) -> AnyView {
    let on = sheet.draft.choices.components.get(slug) == Some(&choice);
    view! {
        <label class="radio"><input type="checkbox" name=format!("component.{slug}") value=choice.code() checked=on/>{label}</label>
    }
    .into_any()
}

/// Columns that may become components.
fn begun(sheet: &Sheet<'_>) -> Option<AnyView> {
    let lang = sheet.lang();
    let unknown = &sheet.draft.reading.questions.unknown;
    if unknown.is_empty() {
        return None;
    }
    let listed = listed(sheet);
    let rest = unknown.len() - listed.len();
    let rest =
        (rest > 0).then(|| view! { <p class="small">{fill!(w::PARTS_REST, lang, count = &rest.to_string())}</p> });
    let rows = listed.into_iter().enumerate();
    let rows = rows
        .map(|(at, column)| view! { <DraftMethodBegin sheet at column/> }.into_any())
        .collect_view();
    let rows = view! { {rows}{rest} };
    let lead = view! { <p>{w::PARTS_NEW.get(lang)}</p> };
    let view = if unknown.len() < MANY {
        view! { {lead}{rows} }.into_any()
    } else {
        let title = fill!(w::PARTS_MANY, lang, count = &unknown.len().to_string());
        let any = unknown
            .iter()
            .any(|column| sheet.draft.choices.begin.contains_key(&column.of));
        view! { <details open=any><summary>{title}</summary>{lead}{rows}</details> }.into_any()
    };
    Some(view)
}

/// One click makes it a component named like its heading; then the name can be changed.
#[component]
fn DraftMethodBegin<'a>(sheet: &'a Sheet<'a>, at: usize, column: &'a FileColumn) -> AnyView {
    let lang = sheet.lang();
    let none = ComponentPart::default();
    let part = sheet.draft.choices.begin.get(&column.of).unwrap_or(&none);
    let letter = column
        .of
        .parse()
        .map(|at| column_letters(column_in_table(at).1))
        .unwrap_or_default();
    let heading = if letter.is_empty() {
        column.name.clone()
    } else {
        format!("{letter} – {}", column.name)
    };
    let label = fill!(w::PARTS_BEGIN, lang, heading = &heading);
    let line = |field: &str, label: String, value: &str| {
        let (id, name) = (format!("f-{field}-{at}"), format!("{field}.{}", column.of));
        let field = Field {
            id: &id,
            name: &name,
            label: &label,
            hint: "",
        };
        field.line(Line {
            value,
            ..Line::default()
        })
    };
    view! {
        <label class="radio"><input type="checkbox" name=format!("begin.{}", column.of) value="on" checked=part.on/>{label}</label>
        {part.on.then(|| view! {
            <div class="pair">
                {line("begin_name", fill!(w::PARTS_NAME, lang, heading = &column.name), &part.name)}
                {line("begin_name_en", fill!(w::PARTS_NAME_EN, lang, heading = &column.name), &part.name_en)}
                <DraftMethodParent sheet at column part/>
            </div>
        })}
    }
    .into_any()
}

/// The component that a new one is a part of: as the file has it, until another is chosen.
#[component]
fn DraftMethodParent<'a>(
    sheet: &'a Sheet<'a>,
    at: usize,
    column: &'a FileColumn,
    part: &'a ComponentPart,
) -> Option<AnyView> {
    let lang = sheet.lang();
    let about = known(sheet)?;
    let chosen = part
        .parent
        .as_ref()
        .or(column.parent.as_ref())
        .map_or("", String::as_str);
    let domains = about
        .components()
        .filter(|(id, domain)| *id != ComponentId::TOTAL && domain.parent.is_none() && !domain.block);
    let domains = domains.map(|(_, domain)| option(&domain.slug, domain.name.get(lang), domain.slug == chosen));
    let options = view! { {option("", w::PARTS_NO_PARENT.get(lang), chosen.is_empty())}{domains.collect_view()} };
    let (id, name) = (format!("f-begin_parent-{at}"), format!("begin_parent.{}", column.of));
    let label = fill!(w::PARTS_PARENT, lang, heading = &column.name);
    let field = Field {
        id: &id,
        name: &name,
        label: &label,
        hint: "",
    };
    Some(field.list(options.into_any()))
}
