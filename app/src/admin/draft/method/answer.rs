//! The question about the method, with its three answers.

use leptos::prelude::*;
use messages::{arguments, fill};

use domain::{
    Indicator, Lang, Method,
    upload::{AnswerProblem, MethodAnswer, MethodChoice, neighbours, same_choices},
};

use super::{
    super::sheet::Sheet,
    subject::{asked, known},
};
use crate::admin::{
    draft::method::components::DraftMethodEnds,
    fields::{Field, Line, option},
    words as w,
};

const FIELDS: [&str; 8] = [
    "method",
    "method_name",
    "method_name_en",
    "method_decision",
    "method_date",
    "method_note",
    "method_note_en",
    "method_next",
];

/// Names of the fields that the question has.
pub(super) fn fields(sheet: &Sheet<'_>) -> Vec<String> {
    let years = asked(sheet);
    if years.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<String> = FIELDS.map(str::to_owned).into();
    if years.len() > 1 {
        names.extend(years.iter().map(|year| format!("method.{year}")));
    }
    names
}

#[component]
pub(super) fn MethodAnswerQuestion<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let years = asked(sheet);
    let (first, last) = (*years.first()?, *years.last()?);
    // A new indicator has no other years.
    let listed = known(sheet);
    let about = listed.or_else(|| sheet.indicator())?;
    let list: Vec<String> = years.iter().map(ToString::to_string).collect();
    let words = match (sheet.draft.reading.questions.years.len(), years.len()) {
        (0, _) => w::METHOD_AGAIN,
        (_, 1) => w::METHOD_ONE,
        _ => w::METHOD_MANY,
    };
    let sentence = words.fill(
        lang,
        &arguments![indicator = about.short.get(lang), years = &list.join(", ")],
    );
    let mut same = listed.map_or_else(Vec::new, |about| same_choices(about, first));
    let later = listed.map_or_else(Vec::new, |about| same_choices(about, last));
    same.extend(later.into_iter().filter(|(year, _)| *year > last));
    same.dedup_by_key(|(year, _)| *year);
    let answer = &sheet.draft.choices.method.all;
    let chosen = chosen(answer, &same);
    let radios = same
        .iter()
        .map(|(year, method)| view! { <SameRadio lang year={*year} method chosen/> }.into_any());
    let new = chosen == Some(MethodChoice::New);
    let details = view! {
        <details class="method-new" open=new><summary>{w::METHOD_DETAILS.get(lang)}</summary>
            <MethodAnswerDetails lang answer about last/><DraftMethodEnds sheet/></details>
    };
    let view = view! {
        <fieldset class="modes"><legend>{sentence}</legend>
            <p class="small">{w::METHOD_LEAD.get(lang)}</p>
            <MethodAnswerProblems sheet/>
            {radios.collect_view()}
            {radio(lang, MethodChoice::New, w::METHOD_NEW.get(lang).to_owned(), w::METHOD_NEW_TEXT.get(lang).to_owned(), chosen)}
            {details}
            {radio(lang, MethodChoice::Unknown, w::METHOD_UNKNOWN.get(lang).to_owned(), w::METHOD_UNKNOWN_TEXT.get(lang).to_owned(), chosen)}
        </fieldset>
        <MethodAnswerEach sheet about/>
    };
    Some(view.into_any())
}

/// The answer as one of the radio buttons: without a year, the first neighbour is meant.
fn chosen(answer: &MethodAnswer, same: &[(i32, &Method)]) -> Option<MethodChoice> {
    match answer.choice {
        Some(MethodChoice::Same(None)) => Some(MethodChoice::Same(same.first().map(|(year, _)| *year))),
        choice => choice,
    }
}

#[component]
fn SameRadio<'a>(lang: Lang, year: i32, method: &'a Method, chosen: Option<MethodChoice>) -> AnyView {
    let name = match &method.decision {
        Some(decision) if !method.name.get(lang).contains(decision.as_str()) => {
            format!("{} ({decision})", method.name.get(lang))
        }
        _ => method.name.get(lang).to_owned(),
    };
    let label = fill!(w::METHOD_SAME, lang, year = &year.to_string(), method = &name);
    let text = format!("{} {}", method.summary.get(lang), w::METHOD_SAME_TEXT.get(lang));
    radio(
        lang,
        MethodChoice::Same(Some(year)),
        label,
        text.trim().to_owned(),
        chosen,
    )
}

fn radio(_: Lang, choice: MethodChoice, label: String, text: String, chosen: Option<MethodChoice>) -> AnyView {
    let code = choice.code();
    let id = format!("method-{}", code.replace(':', "-"));
    view! {
        <div class="mode"><label class="radio"><input type="radio" name="method" value=code aria-describedby=id.clone()
                checked=chosen == Some(choice)/><b>{label}</b></label>
            <p id=id>{text}</p></div>
    }
    .into_any()
}

/// What is wrong with the answer so far. The question itself is no fault before anything was chosen.
#[component]
fn MethodAnswerProblems<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let answered = sheet.draft.choices.method.all.choice.is_some() || !sheet.draft.choices.method.years.is_empty();
    let mut found: Vec<AnswerProblem> = sheet.draft.reading.questions.problems.iter().map(|(_, p)| *p).collect();
    found.sort_unstable();
    found.dedup();
    let items = found.into_iter().filter(|_| answered).map(|problem| {
        let words = match problem {
            AnswerProblem::NotAnswered => w::METHOD_NOT_ANSWERED,
            AnswerProblem::NoSuchYear => w::METHOD_NO_YEAR,
            AnswerProblem::NoName => w::METHOD_NO_NAME,
            AnswerProblem::NoNote => w::METHOD_NO_NOTE,
            AnswerProblem::BadDate => w::METHOD_BAD_DATE,
        };
        view! { <li>{words.get(lang)}</li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="problem">{items}</ul> }.into_any())
}

#[component]
fn MethodAnswerDetails<'a>(lang: Lang, answer: &'a MethodAnswer, about: &'a Indicator, last: i32) -> AnyView {
    let typed = &answer.details;
    let line = |name: &str, label: &str, hint: &str, value: &str| {
        let id = format!("f-{name}");
        let field = Field {
            id: &id,
            name,
            label,
            hint,
        };
        field.line(Line {
            value,
            ..Line::default()
        })
    };
    let lines = |name: &str, label: &str, hint: &str, value: &str| {
        let id = format!("f-{name}");
        let field = Field {
            id: &id,
            name,
            label,
            hint,
        };
        field.lines(value, "2")
    };
    let en = w::METHOD_EN_HINT.get(lang);
    view! {
        <div class="pair">
            {line("method_name", w::METHOD_NAME.get(lang), w::METHOD_NAME_HINT.get(lang), &typed.name)}
            {line("method_name_en", w::METHOD_NAME_EN.get(lang), en, &typed.name_en)}
            {line("method_decision", w::DECISION.get(lang), w::OPTIONAL.get(lang), &typed.decision)}
            {line("method_date", w::METHOD_DATE.get(lang), w::METHOD_DATE_HINT.get(lang), &typed.date)}
        </div>
        {lines("method_note", w::METHOD_NOTE.get(lang), w::METHOD_NOTE_HINT.get(lang), &typed.note)}
        {lines("method_note_en", w::METHOD_NOTE_EN.get(lang), en, &typed.note_en)}
        <MethodAnswerNext lang answer about last/>
    }
    .into_any()
}

/// Between two listed years: whether the next one is known to have another method again.
#[component]
fn MethodAnswerNext<'a>(lang: Lang, answer: &'a MethodAnswer, about: &'a Indicator, last: i32) -> Option<AnyView> {
    let sides = neighbours(about, last);
    let after = sides.after.filter(|_| sides.before.is_some())?.to_string();
    let label = fill!(w::METHOD_NEXT, lang, year = &after);
    let changed = answer.details.next_changed;
    let field = Field {
        id: "f-method_next",
        name: "method_next",
        label: &label,
        hint: "",
    };
    let options = view! {
        {option("", w::METHOD_NEXT_UNCLEAR.get(lang), !changed)}
        {option("changed", fill!(w::METHOD_NEXT_CHANGED, lang, year = &after), changed)}
    };
    Some(field.list(options.into_any()))
}

/// Other answers for single years of a file that has several.
#[component]
fn MethodAnswerEach<'a>(sheet: &'a Sheet<'a>, about: &'a Indicator) -> Option<AnyView> {
    let lang = sheet.lang();
    let years = asked(sheet);
    if years.len() < 2 {
        return None;
    }
    let answers = &sheet.draft.choices.method.years;
    let lists = years.iter().map(|year| {
        let own = answers.get(year).and_then(|answer| answer.choice);
        let (id, name) = (format!("f-method-{year}"), format!("method.{year}"));
        let label = fill!(w::METHOD_YEAR, lang, year = &year.to_string());
        let field = Field {
            id: &id,
            name: &name,
            label: &label,
            hint: "",
        };
        let mut choices = vec![(
            MethodChoice::Same(None),
            fill!(w::METHOD_SAME_SHORT, lang, year = &(year - 1).to_string()),
        )];
        if let Some(after) = neighbours(about, *year).after {
            let text = fill!(w::METHOD_SAME_SHORT, lang, year = &after.to_string());
            choices.push((MethodChoice::Same(Some(after)), text));
        }
        choices.push((MethodChoice::Unknown, w::METHOD_UNKNOWN.get(lang).to_owned()));
        let options = choices
            .into_iter()
            .map(|(choice, text)| option(&choice.code(), text, own == Some(choice)));
        field.list(
            view! { {option("", w::METHOD_AS_ABOVE.get(lang), own.is_none())}{options.collect_view()} }.into_any(),
        )
    });
    let view = view! {
        <details open=!answers.is_empty()><summary>{w::METHOD_EACH.get(lang)}</summary>
            <div class="pair">{lists.collect_view()}</div></details>
    };
    Some(view.into_any())
}
