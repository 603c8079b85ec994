//! What each column is read as. Columns that need a decision have a list to choose from; all others say what
//! they are and a button that gives them one: a table of 150 columns stays a short page.

mod options;

use leptos::prelude::*;
use messages::fill;

use domain::upload::{Axis, Column, Confidence, Role, column_in_table, column_letters};

use super::{Asked, sheet::Sheet};
use crate::{
    admin::{
        draft::columns::options::{ColumnsOptionsEverything, ColumnsOptionsLikely},
        fields::OpenButton,
        issues, words as w,
    },
    components::paging::Window,
};

/// Uncertain columns with a list on one page; the next ones follow when these are decided.
const MOST_UNSURE: usize = 12;

/// Columns in the table of all columns on one page.
const MOST_LISTED: usize = 30;

/// What stands where a column is read as something.
#[derive(Clone, Copy, PartialEq)]
enum Control {
    /// The role, in words.
    Words,
    /// A list of what is likely.
    Likely,
    /// A list of all that there is.
    Everything,
}

/// Nobody has decided, and the name alone does not say it.
fn unsure(sheet: &Sheet<'_>, column: &Column) -> bool {
    let chosen = sheet.draft.choices.columns.contains_key(&column.at);
    !chosen && column.role != Role::Ignore && column.confidence == Confidence::Low
}

/// The columns with a list, and which list.
fn to_decide<'a>(sheet: &Sheet<'a>) -> Vec<(&'a Column, Control)> {
    let columns = &sheet.draft.reading.columns;
    let asked = match sheet.asked() {
        Some(Asked::Column(at)) => Some(at),
        _ => None,
    };
    let listed = columns.iter().filter(|c| asked == Some(c.at) || unsure(sheet, c));
    let control = |column: &Column| {
        if asked == Some(column.at) {
            Control::Everything
        } else {
            Control::Likely
        }
    };
    let mut listed: Vec<(&Column, Control)> = listed.map(|c| (c, control(c))).collect();
    // The one that was asked for is among them, whatever its place.
    listed.sort_by_key(|(_, control)| *control != Control::Everything);
    listed.truncate(MOST_UNSURE);
    listed.sort_by_key(|(column, _)| column.at);
    listed
}

/// Names of the fields that the section has.
pub(super) fn fields(sheet: &Sheet<'_>) -> Vec<String> {
    let shown = to_decide(sheet).into_iter();
    shown.map(|(column, _)| format!("column.{}", column.at)).collect()
}

#[component]
pub(super) fn DraftColumnsSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let columns = &sheet.draft.reading.columns;
    if columns.is_empty() {
        return view! {
            <section id="columns" aria-labelledby="columns-h"><h2 id="columns-h">{w::COLUMNS.get(lang)}</h2>
                <p>{w::COLUMNS_NONE.get(lang)}</p></section>
        }
        .into_any();
    }
    let decide = to_decide(sheet);
    let all_unsure = columns.iter().filter(|c| unsure(sheet, c)).count();
    let lead = match all_unsure {
        0 => w::COLUMNS_CLEAR.get(lang).to_owned(),
        n => fill!(w::COLUMNS_UNSURE, lang, count = &n.to_string()),
    };
    let more = all_unsure.saturating_sub(decide.iter().filter(|(column, _)| unsure(sheet, column)).count());
    let more = (more > 0).then(|| view! { <p>{fill!(w::COLUMNS_MORE, lang, count = &more.to_string())}</p> });
    let caption = w::COLUMNS_LEAD.get(lang);
    let table = (!decide.is_empty()).then(|| view! { <DraftColumnsTable sheet caption columns=&decide/> }.into_any());
    view! {
        <section id="columns" aria-labelledby="columns-h"><h2 id="columns-h">{w::COLUMNS.get(lang)}</h2>
            <p>{lead}</p>{table}{more}{(!decide.is_empty()).then(|| sheet.update("columns"))}<ColumnTables sheet decide=&decide/>
        </section>
    }
    .into_any()
}

/// Every column, as many as a page has; folded away.
#[component]
fn ColumnTables<'a>(sheet: &'a Sheet<'a>, decide: &'a [(&'a Column, Control)]) -> AnyView {
    let lang = sheet.lang();
    let columns: Vec<&Column> = sheet.draft.reading.columns.iter().collect();
    let page = match sheet.asked() {
        Some(Asked::Columns(page)) => Some(page),
        _ => None,
    };
    let window = Window::new(MOST_LISTED, columns.len(), page.unwrap_or(1));
    let part = &columns[window.range()];
    let decided = |column: &&&Column| decide.iter().all(|(other, _)| other.at != column.at);
    let rows: Vec<(&Column, Control)> = part.iter().filter(decided).map(|c| (*c, Control::Words)).collect();
    let unread = columns.iter().filter(|c| c.role == Role::Ignore).count();
    let title = fill!(
        w::COLUMNS_ALL,
        lang,
        count = &columns.len().to_string(),
        unread = &unread.to_string()
    );
    let ways = window.buttons(lang, |page| format!("columns.{page}"));
    view! {
        <details open=page.is_some() id="columns-all"><summary>{title.clone()}</summary>
            <DraftColumnsTable sheet caption=window.says(lang) columns=&rows/>{ways}
        </details>
    }
    .into_any()
}

#[component]
fn DraftColumnsTable<'a>(
    sheet: &'a Sheet<'a>,
    #[prop(into)] caption: String,
    columns: &'a [(&'a Column, Control)],
) -> AnyView {
    let lang = sheet.lang();
    let rows = columns
        .iter()
        .map(|(column, control)| view! { <DraftColumnsRow sheet column control={*control}/> }.into_any());
    let head = if across(sheet, 0) { w::ROW } else { w::COLUMN };
    view! {
        <table class="plain stack columns"><caption>{caption.to_owned()}</caption>
            <thead><tr><th scope="col">{head.get(lang)}</th><th scope="col">{w::COLUMN_HEAD.get(lang)}</th>
                <th scope="col">{w::SAMPLES.get(lang)}</th><th scope="col" class="num">{w::FILLED.get(lang)}</th>
                <th scope="col">{w::READ_AS.get(lang)}</th><th scope="col">{w::HOW_SURE.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// True where provinces stand across in a table: what is read are rows of the file then.
fn across(sheet: &Sheet<'_>, table: usize) -> bool {
    let layout = sheet.draft.reading.layout_of(table);
    layout.is_some_and(|l| l.axis == Axis::Rows)
}

/// The column as the file has it: "C", and with the name of its sheet where a draft reads several tables.
fn letter(sheet: &Sheet<'_>, column: &Column) -> String {
    let reading = sheet.draft.reading;
    let (table, number) = column_in_table(column.at);
    let letter = if across(sheet, table) {
        number.to_string()
    } else {
        column_letters(number)
    };
    let name = reading.sheet_of(table).and_then(|at| reading.sheets.get(at));
    match name.filter(|_| !reading.further.is_empty()) {
        Some(facts) => format!("{}!{letter}", facts.name),
        None => letter,
    }
}

#[component]
fn DraftColumnsRow<'a>(sheet: &'a Sheet<'a>, column: &'a Column, control: Control) -> AnyView {
    let lang = sheet.lang();
    let letter = letter(sheet, column);
    let name = if column.name.is_empty() {
        w::NO_HEADER.get(lang).to_owned()
    } else {
        column.name.clone()
    };
    let label = fill!(w::READ_COLUMN_AS, lang, column = &letter, heading = &name);
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
    let read_as = match control {
        Control::Words => {
            let change = sheet.open().then(|| {
                let says = fill!(w::CHANGE_COLUMN, lang, column = &letter);
                view! { <OpenButton code=Asked::Column(column.at).code() text=w::CHANGE_THIS.get(lang) says=says/> }
                    .into_any()
            });
            view! { <span>{options::named(sheet, &column.role)}" "{change}</span> }.into_any()
        }
        Control::Likely | Control::Everything => {
            let list = if control == Control::Likely {
                view! { <ColumnsOptionsLikely sheet column/> }.into_any()
            } else {
                view! { <ColumnsOptionsEverything sheet column/> }.into_any()
            };
            view! { <select name=format!("column.{}", column.at) aria-label=label>{list}</select> }.into_any()
        }
    };
    view! {
        <tr class=class id=format!("c-{}", column.at)><th scope="row">{letter}</th>
            <td data-h=w::COLUMN_HEAD.get(lang)><span>{name}</span></td>
            <td data-h=w::SAMPLES.get(lang)><span class="samples">{samples}</span></td>
            <td class="num" data-h=w::FILLED.get(lang)>{column.filled}</td>
            <td data-h=w::READ_AS.get(lang)>{read_as}</td>
            <td data-h=w::HOW_SURE.get(lang)><span>{sure}</span></td></tr>
    }
    .into_any()
}
