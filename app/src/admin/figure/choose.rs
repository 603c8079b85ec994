//! Which figure: indicator first, then component, place, year and moment. The address holds all of it.

use messages::common as m;
use std::collections::BTreeSet;

use leptos::prelude::*;

use domain::{AsOf, Indicator, IndicatorId, Lang, Province, ProvinceList, Snapshot};

use super::FigureView;
use crate::{
    admin::{
        context::At,
        fields::{Field, SubmitButton, group, option},
        words as w,
    },
    words,
};

#[component]
pub(super) fn FigureChooseSection<'a>(at: &'a At<'a>, view: &'a FigureView<'a>) -> AnyView {
    let lang = at.lang();
    let snapshot = at.admin.snapshot;
    let chosen = view.form.get("indicator");
    let indicator = snapshot.catalogue.indicator_by_slug(chosen);
    let options = snapshot
        .catalogue
        .indicators()
        .map(|(_, i)| option(&i.slug, i.short.get(lang), i.slug == chosen));
    let field = Field {
        id: "f-indicator",
        name: "indicator",
        label: w::INDICATOR.get(lang),
        hint: "",
    };
    let more = indicator.map(|id| view! { <FigureChooseRest lang snapshot id view/> }.into_any());
    let words = if indicator.is_some() {
        w::FIGURE_SEE
    } else {
        w::FIGURE_NEXT
    };
    view! {
        <section id="choose" aria-labelledby="choose-h"><h2 id="choose-h">{w::FIGURE_CHOOSE.get(lang)}</h2>
            <form class="form" method="get" action=at.link("/figure")>
                <div class="pair">{field.list(options.collect_view().into_any())}{more}</div>
                <SubmitButton text=words.get(lang)/>
            </form>
        </section>
    }
    .into_any()
}

/// What depends on the indicator.
#[component]
fn FigureChooseRest<'a>(lang: Lang, snapshot: &'a Snapshot, id: IndicatorId, view: &'a FigureView<'a>) -> AnyView {
    let about = snapshot.catalogue.indicator(id);
    let (year, component) = (view.form.get("year"), view.form.get("component"));
    let in_year: Option<i32> = year.parse().ok();
    let components = about.components().map(|(_, part)| {
        let chosen = part.slug == component;
        option(&part.slug, part.name_in(in_year).get(lang), chosen)
    });
    let years = years(snapshot, id, about);
    let mut figures = snapshot.figures.iter().filter(|figure| figure.key.indicator == id);
    let undated = figures.any(|figure| figure.key.year.is_none());
    let no_year = undated.then(|| option("", "–", year.is_empty()));
    let newest = years.iter().next_back().map(ToString::to_string).unwrap_or_default();
    let wanted = if year.is_empty() && !undated {
        newest.as_str()
    } else {
        year
    };
    let years = years.iter().rev().map(ToString::to_string);
    let years = years.map(|text| {
        let chosen = text == wanted;
        option(&text, text.clone(), chosen)
    });
    let list = |name: &'static str, label: messages::Msg, hint: &'static str, options: AnyView| {
        let id = format!("f-{name}");
        let field = Field {
            id: &id,
            name,
            label: label.get(lang),
            hint,
        };
        field.list(options)
    };
    view! {
        {list("component", w::OF_COMPONENT, "", components.collect_view().into_any())}
        {list("year", w::YEAR, "", view! { {no_year}{years.collect_view()} }.into_any())}
        {list("province", w::PLACE, w::PLACE_HINT.get(lang), view! { <FigureChoosePlaces lang snapshot year=in_year chosen=view.form.get("province")/> }.into_any())}
        {moment_list(lang, snapshot, id, view.form.get("as_of")).map(|options| list("as_of", w::MOMENT, "", options))}
    }
    .into_any()
}

/// Years that have a method, as far as anybody can have published them.
fn years(snapshot: &Snapshot, id: IndicatorId, about: &Indicator) -> BTreeSet<i32> {
    let last = snapshot.edition.published.year();
    let known = (1990..=last).filter(|year| about.method(*year).is_some());
    let figures = snapshot.figures.iter().filter(|figure| figure.key.indicator == id);
    known.chain(figures.filter_map(|figure| figure.key.year)).collect()
}

/// The moments for which the indicator has figures; `None` if it has none.
fn moment_list(lang: Lang, snapshot: &Snapshot, id: IndicatorId, chosen: &str) -> Option<AnyView> {
    let figures = snapshot.figures.iter().filter(|figure| figure.key.indicator == id);
    let known = figures.filter_map(|figure| figure.key.as_of);
    let other: Option<AsOf> = chosen.parse().ok();
    let mut all: Vec<AsOf> = known.chain(other).collect();
    all.sort_by_cached_key(|moment| (moment.latest_day(), moment.to_string()));
    all.dedup();
    if all.is_empty() {
        return None;
    }
    let options = all.into_iter().map(|moment| {
        let code = moment.to_string();
        option(&code, moment.format(lang), code == chosen)
    });
    let none = option("", w::MOMENT_NONE.get(lang), chosen.is_empty());
    Some(view! { {none}{options.collect_view()} }.into_any())
}

/// Provinces as they were in the year, regions, the country.
#[component]
fn FigureChoosePlaces<'a>(lang: Lang, snapshot: &'a Snapshot, year: Option<i32>, chosen: &'a str) -> AnyView {
    let provinces = &snapshot.catalogue.provinces;
    let name = |province: &Province| match year {
        Some(year) => province.name_in(year).get(lang).to_owned(),
        None => words::province(lang, province),
    };
    let of = |basis: ProvinceList| -> Vec<AnyView> {
        let one = |province: &Province| option(&province.slug, name(province), province.slug == chosen);
        match year {
            Some(year) => provinces.existing(year, basis).map(|(_, p)| one(p)).collect(),
            None if basis == ProvinceList::Before2025 => provinces.alphabetical().map(|(_, p)| one(p)).collect(),
            None => Vec::new(),
        }
    };
    // Before the merger there is one list, after it the other.
    let shown = |basis| match year {
        Some(year) => {
            (basis == ProvinceList::Before2025 && year <= 2025) || (basis == ProvinceList::Since2025 && year >= 2025)
        }
        None => basis == ProvinceList::Before2025,
    };
    let list = |basis| if shown(basis) { of(basis) } else { Vec::new() };
    let regions = ["six-63", "six-34", "eight-63"]
        .into_iter()
        .flat_map(|scheme| provinces.scheme(scheme));
    let regions = regions.map(|(_, region)| {
        let code = format!("region:{}", region.slug);
        option(&code, region.name.get(lang), code == chosen)
    });
    view! {
        {option("vn", m::NATION.get(lang), chosen == "vn")}
        {group(if year.is_none() { m::PROVINCES.get(lang) } else { w::PROVINCES_63.get(lang) }, list(ProvinceList::Before2025))}
        {group(w::PROVINCES_34.get(lang), list(ProvinceList::Since2025))}
        {group(w::REGIONS.get(lang), regions.collect())}
    }
    .into_any()
}
