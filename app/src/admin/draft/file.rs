//! The file and its sheet; what it is about.

use leptos::prelude::*;
use messages::{arguments, fill};

use domain::upload::{Decimal, Encoding, FileKind, Severity, separator_code};

use super::{problems, sheet::Sheet};
use crate::admin::{
    draft::indicator::{DraftIndicatorForm, NewOption},
    fields::{Field, Line, option},
    issues, words as w,
};

/// Text files have an encoding and a separator.
pub(super) fn is_text(sheet: &Sheet<'_>) -> bool {
    let choices = sheet.draft.choices;
    match &sheet.draft.reading.file {
        Some(file) => file.kind == FileKind::Delimited,
        None => choices.encoding.is_some() || choices.separator.is_some(),
    }
}

/// There is something to choose among.
pub(super) fn has_sheets(sheet: &Sheet<'_>) -> bool {
    sheet.draft.reading.sheets.len() > 1
}

/// How the file is read, folded away unless something about it is to be decided.
#[component]
pub(super) fn DraftFileSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let groups = problems::groups(sheet);
    let asks = |id: &str| {
        let asks = |group: &problems::Group<'_>| group.kind.severity() != Severity::Notice && group.place(sheet) == id;
        groups.iter().any(asks)
    };
    let (file_asks, about_asks) = (asks("file"), asks("about"));
    let at = sheet.parameters.get("at");
    let open = file_asks || about_asks || matches!(at, Some("file" | "about"));
    view! {
        <section id="reading" aria-labelledby="reading-h"><h2 id="reading-h">{w::READING_TITLE.get(lang)}</h2>
            <DraftFileReading sheet/>
            <details open=open><summary>{w::READING_CHANGE.get(lang)}</summary>
                <DraftFileAbout sheet/>
                <DraftFileFacts sheet/>
            </details>
        </section>
    }
    .into_any()
}

#[component]
fn DraftFileFacts<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    view! {
        <div id="file"><h3>{w::FILE_TITLE.get(lang)}</h3>
            <DraftFileSheets sheet/>
            <DraftFileAlso sheet/>
            <div class="pair"><DraftFileHeader sheet/><DraftFileTextFields sheet/><DraftFileDecimal sheet/></div>
            {sheet.update("file")}
        </div>
    }
    .into_any()
}

/// What the file is and what was converted.
#[component]
fn DraftFileReading<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let reading = sheet.draft.reading;
    let Some(file) = &reading.file else {
        return view! { <p>{w::FILE_UNREADABLE.get(lang)}</p> }.into_any();
    };
    let mut parts = vec![fill!(
        w::FILE_KIND,
        lang,
        file_kind = issues::file_kind_name(lang, file.kind)
    )];
    if let Some(encoding) = file.encoding {
        let name = issues::encoding_name(lang, encoding);
        let converted = matches!(encoding, Encoding::Windows1258 | Encoding::Tcvn3 | Encoding::Vni);
        let words = if converted { w::FILE_CONVERTED } else { w::FILE_ENCODING };
        parts.push(words.fill(lang, &arguments![encoding = name]));
    }
    if let Some(separator) = file.separator {
        parts.push(fill!(
            w::FILE_SEPARATOR,
            lang,
            separator = issues::separator_name(lang, separator)
        ));
    }
    if let Some(decimal) = file.decimal {
        parts.push(fill!(
            w::FILE_DECIMAL,
            lang,
            decimal_mark = issues::decimal_name(lang, decimal)
        ));
    }
    let layout = reading.layout.as_ref().map(|layout| {
        let last = layout.header + layout.header_rows.saturating_sub(1);
        let header = if last > layout.header {
            format!("{}–{last}", layout.header)
        } else {
            layout.header.to_string()
        };
        let shape = issues::shape_name(lang, layout.shape);
        let rows = format!("{}–{}", layout.rows.0, layout.rows.1);
        let titles = (!layout.titles.is_empty()).then(|| {
            let items = layout.titles.iter().map(|t| view! { <li>{t.clone()}</li> });
            view! { <details><summary>{w::TITLES.get(lang)}</summary><ul>{items.collect_view()}</ul></details> }
        });
        view! { <p>{fill!(w::LAYOUT, lang, shape = shape, header = &header, rows = &rows)}</p>{titles} }
    });
    view! { <p>{parts.join(". ")}"."</p>{layout} }.into_any()
}

#[component]
fn DraftFileSheets<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    if !has_sheets(sheet) {
        return None;
    }
    let (reading, chosen) = (sheet.draft.reading, sheet.draft.choices.sheet.as_deref());
    let taken = reading
        .sheet
        .and_then(|at| reading.sheets.get(at))
        .map(|s| s.name.as_str());
    let automatic = match taken.filter(|_| chosen.is_none()) {
        Some(name) => fill!(w::SHEET_AUTOMATIC_IS, lang, sheet = name),
        None => w::SHEET_AUTOMATIC.get(lang).to_owned(),
    };
    let rows = reading.sheets.iter().enumerate().map(|(at, facts)| {
        let id = format!("sheet-{at}");
        let name = if facts.name.is_empty() {
            "–".to_owned()
        } else {
            facts.name.clone()
        };
        let now =
            (reading.sheet == Some(at)).then(|| view! { " "<span class="chip">{w::SHEET_TAKEN.get(lang)}</span> });
        let hidden = facts
            .hidden
            .then(|| view! { " "<small class="soft">{w::SHEET_HIDDEN.get(lang)}</small> });
        let fit = match facts.fit {
            0 => w::SHEET_NO_TABLE.get(lang).to_owned(),
            n => domain::number::count(lang, usize::try_from(n).unwrap_or(usize::MAX)),
        };
        view! {
            <tr><th scope="row"><label class="radio"><input type="radio" name="sheet" id=id value=facts.name.clone()
                    checked=chosen == Some(facts.name.as_str())/>{name}</label>{now}{hidden}</th>
                <td class="num" data-h=w::SHEET_SIZE.get(lang)>{facts.rows}" × "{facts.columns}</td>
                <td data-h=w::YEAR.get(lang)><span>{facts.year}</span></td>
                <td class="num" data-h=w::SHEET_FIT.get(lang)>{fit}</td></tr>
        }
    });
    let view = view! {
        <label class="radio"><input type="radio" name="sheet" value="" checked=chosen.is_none()/>{automatic}</label>
        <table class="plain stack"><caption>{w::SHEETS.get(lang)}</caption>
            <thead><tr><th scope="col">{w::SHEET.get(lang)}</th><th scope="col" class="num">{w::SHEET_SIZE.get(lang)}</th>
                <th scope="col">{w::YEAR.get(lang)}</th><th scope="col" class="num">{w::SHEET_FIT.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    };
    Some(view.into_any())
}

/// The further tables of the draft, each of which may be left out.
#[component]
fn DraftFileAlso<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let also = &sheet.draft.choices.also;
    if also.is_empty() {
        return None;
    }
    let boxes = also.iter().map(|(number, table)| {
        let rows = table.rows.map(|(first, last)| {
            let rows = fill!(
                w::TABLE_ROWS,
                lang,
                first = &first.to_string(),
                last = &last.to_string()
            );
            format!(", {rows}")
        });
        view! {
            <label class="radio"><input type="checkbox" name=also_name(*number) value=table.to_string() checked=true/>
                {table.sheet.clone()}{rows}</label>
        }
    });
    let view = view! { <fieldset><legend>{w::ALSO_READS.get(lang)}</legend>{boxes.collect_view()}</fieldset> };
    Some(view.into_any())
}

fn also_name(number: usize) -> String {
    format!("also.{number}")
}

/// Names of the fields of further tables.
pub(super) fn also_fields(sheet: &Sheet<'_>) -> impl Iterator<Item = String> {
    sheet.draft.choices.also.keys().copied().map(also_name)
}

#[component]
fn DraftFileHeader<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let found = sheet.draft.reading.layout.as_ref();
    let hint = |n: Option<u32>| n.map_or_else(String::new, |n| fill!(w::NOW_IS, lang, reading = &n.to_string()));
    let (first, rows) = (hint(found.map(|l| l.header)), hint(found.map(|l| l.header_rows)));
    let line = |id, name, label, hint: &str, value: Option<u32>| {
        let value = value.map(|v| v.to_string()).unwrap_or_default();
        let line = Line {
            kind: "number",
            value: &value,
            class: "short",
            ..Line::default()
        };
        Field { id, name, label, hint }.line(line)
    };
    let chosen = sheet.draft.choices.header;
    view! {
        {line("f-header", "header", w::HEADER_ROW.get(lang), &first, chosen.map(|h| h.0))}
        {line("f-header_rows", "header_rows", w::HEADER_ROWS.get(lang), &rows, chosen.map(|h| h.1))}
    }
    .into_any()
}

/// Encoding and separator.
#[component]
fn DraftFileTextFields<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    if !is_text(sheet) {
        return None;
    }
    let choices = sheet.draft.choices;
    let automatic = || option("", w::AUTOMATIC.get(lang), false);
    let encodings =
        Encoding::ALL.map(|e| option(e.code(), issues::encoding_name(lang, e), choices.encoding == Some(e)));
    let separators = [',', ';', '\t', '|'].map(|s| {
        let code = separator_code(s).unwrap_or_default();
        option(code, issues::separator_name(lang, s), choices.separator == Some(s))
    });
    let field = |id, name, label| Field {
        id,
        name,
        label,
        hint: "",
    };
    let encoding = field("f-encoding", "encoding", w::ENCODING.get(lang));
    let separator = field("f-separator", "separator", w::SEPARATOR.get(lang));
    let view = view! {
        {encoding.list(view! { {automatic()}{encodings.collect_view()} }.into_any())}
        {separator.list(view! { {automatic()}{separators.collect_view()} }.into_any())}
    };
    Some(view.into_any())
}

#[component]
fn DraftFileDecimal<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let chosen = sheet.draft.choices.decimal;
    let options =
        [Decimal::Comma, Decimal::Point].map(|d| option(d.code(), issues::decimal_name(lang, d), chosen == Some(d)));
    let field = Field {
        id: "f-decimal",
        name: "decimal",
        label: w::DECIMAL.get(lang),
        hint: "",
    };
    field.list(view! { {option("", w::AUTOMATIC.get(lang), false)}{options.collect_view()} }.into_any())
}

/// Indicator, year, moment, fractions.
#[component]
fn DraftFileAbout<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let (choices, reading) = (sheet.draft.choices, sheet.draft.reading);
    let chosen = choices.indicator.as_deref();
    let automatic = match sheet.indicator().filter(|_| chosen.is_none()) {
        Some(found) => fill!(w::AUTOMATIC_IS, lang, reading = found.short.get(lang)),
        None => w::AUTOMATIC.get(lang).to_owned(),
    };
    let options = sheet
        .catalogue()
        .indicators()
        .map(|(_, i)| option(&i.slug, i.short.get(lang), chosen == Some(i.slug.as_str())));
    let field = Field {
        id: "f-indicator",
        name: "indicator",
        label: w::INDICATOR.get(lang),
        hint: "",
    };
    let found: Vec<String> = reading.years.iter().map(ToString::to_string).collect();
    let found = if found.is_empty() {
        String::new()
    } else {
        fill!(w::NOW_IS, lang, reading = &found.join(", "))
    };
    let year = Field {
        id: "f-year",
        name: "year",
        label: w::YEAR_OF_FILE.get(lang),
        hint: &found,
    };
    let moment = Field {
        id: "f-as_of",
        name: "as_of",
        label: w::AS_OF.get(lang),
        hint: w::AS_OF_HINT.get(lang),
    };
    let (y, m) = (
        choices.year.map(|y| y.to_string()),
        choices.as_of.map(|m| m.to_string()),
    );
    let number = Line {
        kind: "number",
        value: y.as_deref().unwrap_or_default(),
        class: "short",
        ..Line::default()
    };
    let text = Line {
        value: m.as_deref().unwrap_or_default(),
        ..Line::default()
    };
    view! {
        <div id="about"><h3>{w::ABOUT_TITLE.get(lang)}</h3>
            <div class="pair">
                {field.list(view! { {option("", automatic, false)}{options.collect_view()}<NewOption sheet/> }.into_any())}
                {year.line(number)}
                {moment.line(text)}
            </div>
            <DraftIndicatorForm sheet/>
            <label class="radio"><input type="checkbox" name="fractions" value="on" checked=choices.fractions/>{w::FRACTIONS.get(lang)}</label>
            {sheet.update("about")}
        </div>
    }
    .into_any()
}
