//! What the figure should be: another source, another value, or no figure.

use messages::fill;
use std::borrow::Cow;

use leptos::prelude::*;

use domain::{
    Figure, Lang, Missing, Observation, PublishedRank, Quantity, number,
    upload::{CORRECTION_FIELDS, CorrectionForm, How, SHOW_ALL, claim_code},
};

use super::{meant::Meant, published::says};
use crate::{
    admin::{
        draft::source::{DraftSourceOptions, NewFields, SourceFields},
        fields::{Field, HiddenField, Line, SubmitButton, option},
        words as w,
    },
    words,
};

/// The fields that say which figure is meant.
const IDENTITY: usize = 5;

#[component]
pub(super) fn FigureFormSection<'a>(meant: &'a Meant<'a>) -> AnyView {
    let lang = meant.at.lang();
    let typed = typed(meant);
    let identity = CORRECTION_FIELDS[..IDENTITY]
        .iter()
        .map(|name| view! { <HiddenField name value=meant.view.form.get(name)/> }.into_any());
    let disputed = meant.figure.filter(|figure| figure.disputed());
    let title = if disputed.is_some() {
        w::FIGURE_OTHER
    } else {
        w::FIGURE_GIVEN
    };
    view! {
        <section id="change" aria-labelledby="change-h"><h2 id="change-h">{w::FIGURE_CHANGE.get(lang)}</h2>
            <form class="form" method="post" action=meant.at.link("/figure")>
                {identity.collect_view()}
                {disputed.map(|figure| view! { <FigureFormShow meant figure/> }.into_any())}
                <fieldset><legend class="vh">{title.get(lang)}</legend>
                    {disputed.map(|_| view! { <h3>{title.get(lang)}</h3> })}
                    <FigureFields meant typed=&typed/>
                    {meant.figure.map(|_| view! { <FigureFormHow lang typed=&typed/> }.into_any())}
                    <FigureFormSource meant typed=&typed/>
                </fieldset>
                <FigureFormReason lang typed=&typed/>
                <SubmitButton text=w::FIGURE_BUTTON.get(lang)/>
                <p class="small">{w::NOTHING_PUBLIC.get(lang)}</p>
            </form>
        </section>
    }
    .into_any()
}

/// What was typed; what is published where nothing was.
fn typed<'a>(meant: &Meant<'a>) -> Cow<'a, CorrectionForm> {
    let form = meant.view.form;
    let anything = CORRECTION_FIELDS[IDENTITY..]
        .iter()
        .any(|name| !form.get(name).is_empty());
    // Where sources disagree, one of them is chosen, or another figure is typed.
    let agreed = meant.figure.filter(|figure| !figure.disputed());
    let Some(figure) = agreed.filter(|_| !anything && meant.view.refusal.is_none()) else {
        return Cow::Borrowed(form);
    };
    let mut filled = form.clone();
    match figure.value {
        Observation::Known(quantity) => filled.set("value", &plain(meant.at.lang(), quantity)),
        Observation::Missing(why) if Missing::GIVEN.contains(&why) && figure.rank == PublishedRank::None => {
            filled.set("missing", why.code());
        }
        Observation::Missing(_) | Observation::Conflict => {}
    }
    if let PublishedRank::Known { rank, of } = figure.rank {
        let of = of.map(|of| format!("/{of}")).unwrap_or_default();
        filled.set("rank", &format!("{rank}{of}"));
    }
    if let Some(first) = figure.claims.first()
        && figure.claims.iter().all(|claim| claim.source == first.source)
    {
        filled.set("source", &meant.at.admin.snapshot.catalogue.source(first.source).slug);
    }
    Cow::Owned(filled)
}

/// A number as it is typed: its decimals, no thousands marks.
fn plain(lang: Lang, quantity: Quantity) -> String {
    let text = format!("{:.*}", usize::from(quantity.digits), quantity.value);
    match lang {
        Lang::Vi => text.replace('.', ","),
        Lang::En => text,
    }
}

/// The sources that disagree, one of which can be chosen.
#[component]
fn FigureFormShow<'a>(meant: &'a Meant<'a>, figure: &'a Figure) -> AnyView {
    let lang = meant.at.lang();
    let snapshot = meant.at.admin.snapshot;
    let indicator = snapshot.catalogue.indicator(figure.key.indicator);
    let form = meant.view.form;
    let other = !form.get("value").is_empty() || !form.get("missing").is_empty();
    let chosen = match (form.get("show"), figure.chosen()) {
        ("", Some(claim)) if !other => claim_code(snapshot, &figure.claims, claim),
        (code, _) => code.to_owned(),
    };
    let radio = |value: &str, text: String, checked: bool| {
        view! {
            <label class="radio"><input type="radio" name="show" value=value.to_owned() required=true checked=checked/>{text}</label>
        }
        .into_any()
    };
    let offered = figure
        .claims
        .iter()
        .enumerate()
        .filter(|(at, _)| figure.settled_by(*at));
    let claims = offered.map(|(_, claim)| {
        let code = claim_code(snapshot, &figure.claims, claim);
        let source = &snapshot.catalogue.source(claim.source).title;
        let text = fill!(
            w::SHOW_THIS,
            lang,
            value = &says(lang, indicator, figure, claim),
            source = source
        );
        radio(&code, text, chosen == code)
    });
    let all = figure
        .decision
        .is_some()
        .then(|| radio(SHOW_ALL, w::SHOW_ALL.get(lang).to_owned(), chosen == SHOW_ALL));
    view! {
        <fieldset class="modes" id="f-show"><legend>{w::SHOW_LEGEND.get(lang)}</legend>
            {claims.collect_view()}{all}
            {radio("", w::SHOW_OTHER.get(lang).to_owned(), other && chosen.is_empty())}
        </fieldset>
    }
    .into_any()
}

#[component]
fn FigureFields<'a>(meant: &'a Meant<'a>, typed: &'a CorrectionForm) -> AnyView {
    let lang = meant.at.lang();
    let line = |name: &'static str, label: messages::Msg, hint: &str| {
        let id = format!("f-{name}");
        let line = Line {
            value: typed.get(name),
            ..Line::default()
        };
        let field = Field {
            id: &id,
            name,
            label: label.get(lang),
            hint,
        };
        field.line(line)
    };
    let reasons = Missing::GIVEN.map(|why| {
        let chosen = typed.get("missing") == why.code();
        option(why.code(), words::missing(why).get(lang), chosen)
    });
    let missing = Field {
        id: "f-missing",
        name: "missing",
        label: w::MISSING.get(lang),
        hint: w::MISSING_HINT.get(lang),
    };
    let none = option("", w::MISSING_NO.get(lang), typed.get("missing").is_empty());
    view! {
        <div class="pair">
            {line("value", w::VALUE, &fill!(w::VALUE_HINT, lang, scale = &scale(meant)))}
            {line("rank", w::RANK, w::RANK_HINT.get(lang))}
        </div>
        {missing.list(view! { {none}{reasons.collect_view()} }.into_any())}
    }
    .into_any()
}

/// "0 đến 100 điểm", or the unit alone.
fn scale(meant: &Meant<'_>) -> String {
    let lang = meant.at.lang();
    let subject = &meant.subject;
    let indicator = meant.at.admin.snapshot.catalogue.indicator(subject.indicator);
    let unit = words::unit(lang, indicator, subject.component);
    let scale = subject.year.and_then(|year| indicator.scale(subject.component, year));
    let text = match scale {
        Some((low, high)) => {
            let bound = |value: f64| number::format(lang, value, if value.fract() == 0.0 { 0 } else { 2 });
            fill!(
                w::VALUE_SCALE,
                lang,
                low = &bound(low),
                high = &bound(high),
                unit = &unit
            )
        }
        None => unit,
    };
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What happens to the figures that are there.
#[component]
fn FigureFormHow<'a>(lang: Lang, typed: &'a CorrectionForm) -> AnyView {
    let chosen = typed.how().unwrap_or_default();
    let radios = How::ALL.map(|how| {
        let words = match how {
            How::Replace => w::HOW_REPLACE,
            How::Beside => w::HOW_BESIDE,
            How::Shown => w::HOW_SHOWN,
        };
        view! {
            <label class="radio"><input type="radio" name="how" value=how.code() checked=how == chosen/>{words.get(lang)}</label>
        }
    });
    view! { <fieldset class="modes" id="f-how"><legend>{w::HOW_LEGEND.get(lang)}</legend>{radios.collect_view()}</fieldset> }
        .into_any()
}

#[component]
fn FigureFormSource<'a>(meant: &'a Meant<'a>, typed: &'a CorrectionForm) -> AnyView {
    let lang = meant.at.lang();
    let field = Field {
        id: "f-source",
        name: "source",
        label: w::SOURCE.get(lang),
        hint: w::SOURCE_HINT.get(lang),
    };
    let fields = SourceFields {
        chosen: Some(typed.get("source")).filter(|slug| !slug.is_empty()),
        title: typed.get("source_title"),
        publisher: typed.get("source_publisher"),
        url: typed.get("source_url"),
        published: typed.get("source_published"),
        kind: typed.get("source_kind"),
    };
    let snapshot = meant.at.admin.snapshot;
    let options = view! { <DraftSourceOptions lang snapshot indicator=Some(meant.subject.indicator) fields=&fields everything=true/> }.into_any();
    let open = fields.is_new();
    view! {
        {field.list(options)}
        <details open=open><summary>{w::SOURCE_NEW.get(lang)}</summary><NewFields lang fields=&fields/></details>
    }
    .into_any()
}

#[component]
fn FigureFormReason<'a>(lang: Lang, typed: &'a CorrectionForm) -> AnyView {
    let field = Field {
        id: "f-reason",
        name: "reason",
        label: w::REASON.get(lang),
        hint: w::REASON_HINT.get(lang),
    };
    let line = Line {
        value: typed.get("reason"),
        required: true,
        ..Line::default()
    };
    field.line(line)
}
