//! An indicator that the catalogue does not have yet: all that is needed of it, in one form.

use leptos::prelude::*;
use messages::{Msg, fill};

use domain::{
    Lang,
    upload::{NEW_INDICATOR, NewIndicator},
};

use super::sheet::Sheet;
use crate::admin::{
    fields::{Field, Line, option},
    words as w,
};

/// Names of the fields.
pub(super) fn fields() -> Vec<String> {
    NewIndicator::default().fields().map(|(name, _)| name.to_owned()).into()
}

/// The option among the catalogue's indicators.
#[component]
pub(super) fn NewOption<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let chosen = sheet.draft.choices.indicator.as_deref() == Some(NEW_INDICATOR);
    option(NEW_INDICATOR, w::INDICATOR_NEW.get(sheet.lang()), chosen)
}

#[component]
pub(super) fn DraftIndicatorForm<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let choices = sheet.draft.choices;
    let open = choices.indicator.as_deref() == Some(NEW_INDICATOR);
    let typed = &choices.new_indicator;
    let line = |name: &str, words: Msg, hint: Msg, value: &str| {
        let id = format!("f-{name}");
        let field = Field {
            id: &id,
            name,
            label: words.get(lang),
            hint: hint.get(lang),
        };
        field.line(Line {
            value,
            ..Line::default()
        })
    };
    let list = |name: &str, words: Msg, chosen: &str, options: &[(&str, Msg)]| {
        let id = format!("f-{name}");
        let field = Field {
            id: &id,
            name,
            label: words.get(lang),
            hint: "",
        };
        // Nothing is preselected: an untouched form changes nothing.
        let options = options
            .iter()
            .map(|(code, words)| option(code, words.get(lang), *code == chosen));
        field.list(
            view! { {option("", w::NOT_DECIDED.get(lang), chosen.is_empty())}{options.collect_view()} }.into_any(),
        )
    };
    view! {
        <details open=open><summary>{w::INDICATOR_NEW_FORM.get(lang)}</summary>
            <DraftIndicatorMissing lang typed open/>
            <div class="pair">
                {line("indicator_name", w::INDICATOR_NAME, w::INDICATOR_NAME_HINT, &typed.name)}
                {line("indicator_name_en", w::METHOD_NAME_EN, w::METHOD_EN_HINT, &typed.name_en)}
                {line("indicator_short", w::INDICATOR_SHORT, w::INDICATOR_SHORT_HINT, &typed.short)}
                {line("indicator_publisher", w::SOURCE_PUBLISHER, w::INDICATOR_PUBLISHER_HINT, &typed.publisher)}
                {list("indicator_unit", w::INDICATOR_UNIT, &typed.unit,
                    &[("point", w::UNIT_POINT), ("percent", w::UNIT_PERCENT), ("count", w::UNIT_COUNT)])}
                {list("indicator_direction", w::INDICATOR_DIRECTION, &typed.direction,
                    &[("higher", w::DIRECTION_HIGHER), ("lower", w::DIRECTION_LOWER), ("neutral", w::DIRECTION_NEUTRAL)])}
                {line("indicator_scale_min", w::SCALE_MIN, w::OPTIONAL, &typed.scale_min)}
                {line("indicator_scale_max", w::SCALE_MAX, w::OPTIONAL, &typed.scale_max)}
                {list("indicator_ranks", w::INDICATOR_RANKS, &typed.ranks,
                    &[("published", w::RANKS_PUBLISHED), ("published_or_computed", w::RANKS_COMPUTED),
                        ("groups", w::RANKS_GROUPS), ("none", w::RANKS_NONE)])}
            </div>
        </details>
    }
    .into_any()
}

/// What the form still needs, once a new indicator was chosen.
#[component]
fn DraftIndicatorMissing<'a>(lang: Lang, typed: &'a NewIndicator, open: bool) -> Option<AnyView> {
    let problems = typed.problems();
    if !open || problems.is_empty() {
        return None;
    }
    let items = problems.into_iter().map(|name| {
        let label = match name {
            "indicator_name" => w::INDICATOR_NAME,
            "indicator_short" => w::INDICATOR_SHORT,
            "indicator_publisher" => w::SOURCE_PUBLISHER,
            "indicator_unit" => w::INDICATOR_UNIT,
            "indicator_direction" => w::INDICATOR_DIRECTION,
            "indicator_ranks" => w::INDICATOR_RANKS,
            _ => w::SCALE_MAX,
        };
        view! { <li>{fill!(w::INDICATOR_NEEDS, lang, field = label.get(lang))}</li> }
    });
    Some(view! { <ul class="problem">{items.collect_view()}</ul> }.into_any())
}
