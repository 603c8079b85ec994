//! The card of one headline score.

use leptos::prelude::*;
use messages::{fill, overview as w};

use crate::{
    components::shapes,
    context::page_context,
    views::overview::model::{Card, End, National},
};

#[component]
pub(super) fn IndicatorCard<'a>(card: &'a Card) -> impl IntoView + use<> {
    let name = (!card.name.is_empty()).then(|| view! { <small>{card.name.clone()}</small> });
    let own = card.own.as_ref().map(|(text, moved)| {
        view! { <p class="mine">{text.clone()}" "{moved.as_ref().map(shapes::change)}</p> }
    });
    view! {
        <li>
            <h3><a href=card.href.clone()>{card.short.clone()}" "<span>{card.year}</span></a></h3>
            {name}
            {own}
            {card.national.as_ref().map(|national| view! { <CardNational national trend=&card.national_trend/> })}
            {(!card.strip.is_empty()).then(|| view! { <div class="where" inner_html=card.strip.clone()></div> })}
            {card.ends.as_ref().map(|(best, last)| view! { <CardEnds best last/> })}
            <CardCoverage card/>
        </li>
    }
}

#[component]
fn CardNational<'a>(national: &'a National, trend: &'a str) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let change = national.change.as_ref().map(|(cell, before)| {
        view! { " "{shapes::change(cell)}" "<small>{fill!(w::AGAINST, lang, year_before = &before.to_string())}</small> }
    });
    view! {
        <p class="nation"><b>{national.value.clone()}</b>{change}<span class="spark" inner_html=trend.to_owned()></span></p>
        <small>{national.what.clone()}</small>
    }
}

#[component]
fn CardEnds<'a>(best: &'a End, last: &'a End) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let end = |words: messages::Msg, end: &End| {
        view! { <div><dt>{words.get(lang)}</dt><dd><a href=end.href.clone()>{end.name.clone()}</a>" "<b>{end.value.clone()}</b></dd></div> }
    };
    view! { <dl class="ends">{end(w::BEST, best)}{end(w::LAST, last)}</dl> }
}

/// How many provinces are known, as a bar and in words, and newer years of which fewer are.
#[component]
fn CardCoverage<'a>(card: &'a Card) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let (found, expected) = card.coverage;
    let share = u32::try_from(found * 100 / expected.max(1)).unwrap_or(100);
    let bar = format!(r#"<rect class="whole" width="100%" height="100%"/><rect width="{share}%" height="100%"/>"#);
    let newer = card
        .newer
        .iter()
        .map(|(text, href)| view! { " "<a href=href.clone()>{text.clone()}</a> });
    let newer = (!card.newer.is_empty()).then(|| view! { " "{w::NEWER.get(lang)}{newer.collect_view()} });
    view! {
        <p class="covered"><svg class="cover" aria-hidden="true" inner_html=bar></svg>
            {fill!(w::COVERED, lang, found = found, expected = &expected.to_string())}"."{newer}</p>
    }
}
