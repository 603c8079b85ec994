//! The form: up to eight provinces, an indicator, years.

use leptos::prelude::*;
use messages::{Msg, common as m, compare as w, fill};

use domain::{Lang, ProvinceList};

use crate::{
    components::province_options::ProvinceField,
    context::page_context,
    query::Parameters,
    route::Route,
    views::compare::{
        model::Comparison,
        params::{Asked, FIELDS, Peers, SENT},
    },
};

/// True for an address that the form made: it leads on to a tidy one.
pub(super) fn was_sent(parameters: &Parameters) -> bool {
    let sent = |name: &&str| parameters.get(name).is_some();
    FIELDS.iter().chain([&SENT]).any(sent)
}

/// Value and words of each choice.
type Options = Vec<(String, String)>;

#[component]
fn CompareFormSelect<'a>(
    lang: Lang,
    label: Msg,
    name: &'static str,
    options: &'a Options,
    #[prop(into)] chosen: String,
) -> impl IntoView + use<> {
    let options = options.iter().map(|(value, text)| {
        view! { <option value=value.clone() selected=*value == chosen>{text.clone()}</option> }
    });
    view! { <label>{label.get(lang)}<select name=name>{options.collect_view()}</select></label> }
}

/// Choices that fit the comparison that is shown; without one only what can be chosen for any.
#[component]
pub(super) fn ComparisonForm<'a>(asked: &'a Asked, compared: Option<&'a Comparison<'a>>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let provinces = FIELDS.iter().enumerate().map(|(at, name)| {
        let label = fill!(w::NTH, lang, number = &(at + 1).to_string());
        let chosen = asked.provinces.get(at).copied();
        view! { <label>{label}<ProvinceField name=*name none=w::NONE chosen/></label> }
    });
    let indicators = catalogue.indicators();
    let indicators: Options = indicators
        .map(|(_, i)| (i.slug.clone(), i.short.get(lang).to_owned()))
        .collect();
    let chosen = asked.indicator.map_or("", |id| catalogue.indicator(id).slug.as_str());
    let peers = Peers::ALL
        .iter()
        .map(|(word, peers)| ((*word).to_owned(), peers.label().get(lang).to_owned()));
    let peers: Options = peers.collect();
    let peer = Peers::ALL
        .iter()
        .find(|(_, peers)| *peers == asked.peers)
        .map_or("", |(word, _)| *word);
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <form class="filters compare" method="get" action=cx.links.bare(Route::Compare)>
            <input type="hidden" name=SENT value="1"/>
            {edition}
            <fieldset>
                <legend>{m::PROVINCES.get(lang)}</legend>
                {provinces.collect_view()}
            </fieldset>
            <CompareFormSelect lang label=w::TOGETHER_WITH name="peers" options=&peers chosen=peer/>
            <CompareFormSelect lang label=m::INDICATOR name="indicator" options=&indicators chosen/>
            {compared.map(|compared| view! { <CompareFigures compared/> })}
            {compared.is_none().then(|| view! { <CarriedFields asked/> })}
            <button type="submit">{w::GO.get(lang)}</button>
        </form>
    }
}

/// What was named already and cannot be chosen yet.
#[component]
fn CarriedFields<'a>(asked: &'a Asked) -> impl IntoView + use<> {
    let cx = &*page_context();
    let state = asked.state(&cx.snapshot().catalogue).into_iter();
    let kept = state.filter(|(name, _)| !matches!(*name, "provinces" | "peers"));
    kept.map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}

/// Component, years and list of the indicator that is shown.
#[component]
fn CompareFigures<'a>(compared: &'a Comparison<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let (lang, key, asked) = (cx.lang(), compared.key(), &compared.asked);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let filled = indicator
        .components()
        .filter(|(id, _)| !cx.snapshot().years(key.indicator, *id).is_empty());
    let components: Options = filled
        .map(|(_, part)| (part.slug.clone(), part.name_in(Some(key.year)).get(lang).to_owned()))
        .collect();
    let component = &indicator.component(key.component).slug;
    let all = cx.snapshot().years(key.indicator, key.component);
    let year = |year: &i32| (year.to_string(), year.to_string());
    let first = |words: Msg| (String::new(), words.get(lang).to_owned());
    let years: Options = [first(w::NEWEST_YEAR)]
        .into_iter()
        .chain(all.iter().rev().map(year))
        .collect();
    let before = all.iter().rev().filter(|year| **year < key.year).map(year);
    let before: Options = [first(w::YEAR_BEFORE)].into_iter().chain(before).collect();
    let bases = cx.snapshot().bases(key.indicator, key.component, key.year);
    let bases = (bases.len() > 1).then(|| {
        let words = |basis: &ProvinceList| match basis {
            ProvinceList::Before2025 => m::BASIS_63,
            ProvinceList::Since2025 => m::BASIS_34,
        };
        let options: Options = bases
            .iter()
            .map(|b| (b.code().to_owned(), words(b).get(lang).to_owned()))
            .collect();
        view! { <CompareFormSelect lang label=m::BASIS name="basis" options=&options chosen=key.basis.code()/> }
    });
    let number = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
    view! {
        <CompareFormSelect lang label=m::COMPONENT name="component" options=&components chosen=component/>
        <CompareFormSelect lang label=m::YEAR name="year" options=&years chosen=number(asked.year)/>
        <CompareFormSelect lang label=w::FROM name="from" options=&before chosen=number(asked.from)/>
        {bases}
    }
}
