//! Provinces: which spelling means which, and why some have no row.

use leptos::prelude::*;
use messages::{common as m, fill};

use domain::{
    Missing, Place, Province, ProvinceId, ProvinceList,
    upload::{MatchedBy, PlaceMatch},
};

use super::{Asked, sheet::Sheet};
use crate::{
    admin::{
        fields::{OpenButton, group, option},
        issues, words as w,
    },
    words,
};

/// Names to decide on one page, each with a list of all provinces. The next ones follow when these are decided; a list
/// of districts has hundreds that no editor decides one by one.
const MOST: usize = 12;
/// Names on one page that need no list.
const MOST_NAMED: usize = 100;

fn undecided<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = &'a PlaceMatch> + use<'a> {
    let places = &sheet.draft.reading.places;
    places
        .iter()
        .filter(|p| matches!(p.how, MatchedBy::Near | MatchedBy::Nothing))
}

/// Spellings that an editor must decide, as many as are shown.
fn to_decide<'a>(sheet: &Sheet<'a>) -> Vec<&'a PlaceMatch> {
    undecided(sheet).take(MOST).collect()
}

/// Spellings that an editor has decided, as many as are shown.
fn decided<'a>(sheet: &Sheet<'a>) -> Vec<&'a PlaceMatch> {
    let places = sheet.draft.reading.places.iter();
    places.filter(|p| p.how == MatchedBy::Chosen).take(MOST_NAMED).collect()
}

/// The decided spelling that is to be decided again.
fn again<'a>(sheet: &Sheet<'a>) -> Option<&'a PlaceMatch> {
    let Some(Asked::Place(found)) = sheet.asked() else {
        return None;
    };
    decided(sheet).into_iter().find(|place| place.found == found)
}

/// Names of the fields that the section has.
pub(super) fn fields(sheet: &Sheet<'_>) -> Vec<String> {
    let shown = to_decide(sheet).into_iter().chain(again(sheet));
    shown.map(|place| format!("place.{}", place.found)).collect()
}

/// Provinces without a row, by their names in addresses.
pub(super) fn absent_slugs<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = String> + use<'a> {
    let provinces = &sheet.catalogue().provinces;
    sheet
        .draft
        .reading
        .absent
        .iter()
        .map(|id| provinces.get(*id).slug.clone())
}

#[component]
pub(super) fn DraftPlacesProvinces<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let (open, done) = (to_decide(sheet), decided(sheet));
    let more = undecided(sheet).count().saturating_sub(open.len());
    let more = (more > 0).then(|| view! { <p>{fill!(w::PLACES_MORE, lang, count = &more.to_string())}</p> });
    let lead = if open.is_empty() {
        w::PLACES_CLEAR
    } else {
        w::PLACES_LEAD
    };
    let decide = open.iter().enumerate().map(|(at, place)| match place.how {
        MatchedBy::Near => view! { <DraftPlacesNear sheet at place/> }.into_any(),
        _ => view! { <DraftPlacesUnknown sheet id={format!("place-{at}")} place class="field decide"/> }.into_any(),
    });
    let again = again(sheet);
    let chosen = (!done.is_empty()).then(|| {
        let items = done.iter().map(|place| {
            if again.is_some_and(|again| again.found == place.found) {
                view! { <DraftPlacesUnknown sheet id="chosen" place class="field"/> }.into_any()
            } else {
                view! { <DraftPlacesSettled sheet place/> }.into_any()
            }
        });
        view! { <h3>{w::PLACES_CHOSEN.get(lang)}</h3>{items.collect_view()} }
    });
    let update = (!open.is_empty() || again.is_some()).then(|| sheet.update("provinces"));
    view! {
        <section id="provinces" aria-labelledby="provinces-h"><h2 id="provinces-h" tabindex="-1">{w::PLACES.get(lang)}</h2>
            <p>{lead.get(lang)}</p>
            {decide.collect_view()}{more}{chosen}{update}<DraftPlacesMatched sheet/>
        </section>
    }
    .into_any()
}

/// A province's name in the years of the file. Before 2025 nothing is "former".
fn name(sheet: &Sheet<'_>, province: &Province) -> String {
    match sheet.draft.reading.years.last() {
        Some(year) if *year < 2025 => province.name_in(*year).get(sheet.lang()).to_owned(),
        _ => words::province(sheet.lang(), province),
    }
}

/// "“Hà Nôi” (C14, 2 lần)".
fn spelled(sheet: &Sheet<'_>, place: &PlaceMatch) -> String {
    let cell = place.at.name();
    fill!(
        w::PLACE_SPELLED,
        sheet.lang(),
        name = &place.found,
        cell = &cell,
        count = &place.count.to_string()
    )
}

/// A spelling that is nearly a name: the names, and all others below.
#[component]
fn DraftPlacesNear<'a>(sheet: &'a Sheet<'a>, at: usize, place: &'a PlaceMatch) -> AnyView {
    let lang = sheet.lang();
    let field = format!("place.{}", place.found);
    let provinces = &sheet.catalogue().provinces;
    let radio = |value: String, text: String, checked: bool| {
        view! { <label class="radio"><input type="radio" name=field.clone() value=value checked=checked/>{text}</label> }
    };
    let suggested = place
        .near
        .iter()
        .map(|id| radio(provinces.get(*id).slug.clone(), name(sheet, provinces.get(*id)), false));
    let id = format!("place-{at}");
    view! {
        <fieldset class="decide"><legend>{spelled(sheet, place)}</legend>
            {radio("?".to_owned(), w::NOT_DECIDED.get(lang).to_owned(), true)}
            {suggested.collect_view()}
            {radio(String::new(), w::LEAVE_OUT.get(lang).to_owned(), false)}
            // An answer here counts before the ones above: it stands later in the form.
            <label for=id.clone()>{w::OTHER_PLACE.get(lang)}</label>
            <select id=id name=field.clone()>{option("?", "–", true)}<PlaceOptions sheet chosen=None/></select>
        </fieldset>
    }
    .into_any()
}

/// An unknown spelling, or one that an editor has decided: all places.
#[component]
fn DraftPlacesUnknown<'a>(
    sheet: &'a Sheet<'a>,
    #[prop(into)] id: String,
    place: &'a PlaceMatch,
    class: &'static str,
) -> AnyView {
    let lang = sheet.lang();
    let chosen = sheet.draft.choices.places.get(&place.found).map(String::as_str);
    view! {
        <div class=class><label for=id.to_owned()>{spelled(sheet, place)}</label>
            <select id=id.to_owned() name=format!("place.{}", place.found)>
                {option("?", w::NOT_DECIDED.get(lang), chosen.is_none())}
                {option("", w::LEAVE_OUT.get(lang), chosen == Some(""))}
                <PlaceOptions sheet chosen/>
            </select></div>
    }
    .into_any()
}

/// A decision, with a button to decide again.
#[component]
fn DraftPlacesSettled<'a>(sheet: &'a Sheet<'a>, place: &'a PlaceMatch) -> AnyView {
    let lang = sheet.lang();
    let change = sheet.open().then(|| {
        let says = fill!(w::CHANGE_PLACE, lang, name = &place.found);
        view! { <OpenButton code=Asked::Place(place.found.clone()).code() text=w::CHANGE_THIS.get(lang) says=says/> }
            .into_any()
    });
    view! { <p class="settled">{spelled(sheet, place)}": "<b>{meant(sheet, place.place)}</b>" "{change}</p> }.into_any()
}

/// All places of the years that the file is of.
#[component]
fn PlaceOptions<'a>(sheet: &'a Sheet<'a>, chosen: Option<&'a str>) -> AnyView {
    let lang = sheet.lang();
    let provinces = &sheet.catalogue().provinces;
    let years = &sheet.draft.reading.years;
    let (first, last) = match (years.first(), years.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (2024, 2026),
    };
    let of = |basis: ProvinceList, year: i32, words: messages::Msg| {
        let options = provinces
            .existing(year, basis)
            .map(|(_, p)| option(&p.slug, name(sheet, p), chosen == Some(p.slug.as_str())));
        group(words.get(lang), options.collect())
    };
    // In 2025 both lists were in force.
    let old = (first <= 2025).then(|| of(ProvinceList::Before2025, first, m::BASIS_63));
    let new = (last >= 2025).then(|| of(ProvinceList::Since2025, last, m::BASIS_34));
    let schemes = [(first <= 2025, "six-63"), (last >= 2025, "six-34")];
    let regions = schemes
        .into_iter()
        .filter(|(is, _)| *is)
        .flat_map(|(_, scheme)| provinces.scheme(scheme));
    let regions = regions.map(|(_, r)| {
        let value = format!("region:{}", r.slug);
        let selected = chosen == Some(value.as_str());
        option(&value, r.name.get(lang), selected)
    });
    let regions = group(w::REGIONS.get(lang), regions.collect());
    // A choice of another time stays what it is.
    let listed = |slug: &str| {
        let then = |basis, year| provinces.existing(year, basis).any(|(_, p)| p.slug == slug);
        (first <= 2025 && then(ProvinceList::Before2025, first))
            || (last >= 2025 && then(ProvinceList::Since2025, last))
    };
    let kept = chosen.filter(|slug| {
        let region = slug
            .strip_prefix("region:")
            .is_some_and(|r| provinces.region_by_slug(r).is_some());
        !slug.is_empty() && *slug != "vn" && !region && !listed(slug)
    });
    view! {
        {kept.map(|slug| option(slug, slug, true))}
        {old}{new}
        {option("vn", m::NATION.get(lang), chosen == Some("vn"))}
        {regions}
    }
    .into_any()
}

/// Where a spelling went, for reading.
pub(super) fn meant(sheet: &Sheet<'_>, place: Option<Place>) -> String {
    let lang = sheet.lang();
    let provinces = &sheet.catalogue().provinces;
    match place {
        None => w::LEFT_OUT.get(lang).to_owned(),
        Some(Place::Nation) => m::NATION.get(lang).to_owned(),
        Some(Place::Region(id)) => provinces.region(id).name.get(lang).to_owned(),
        Some(Place::Province(id)) => name(sheet, provinces.get(id)),
    }
}

/// What needs no decision, folded away; the less evident matches first.
#[component]
fn DraftPlacesMatched<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let places = sheet.draft.reading.places.iter();
    let mut done: Vec<&PlaceMatch> = places
        .filter(|p| !matches!(p.how, MatchedBy::Near | MatchedBy::Nothing))
        .collect();
    if done.is_empty() {
        return None;
    }
    done.sort_by_key(|p| std::cmp::Reverse(p.how));
    let rest = done.len().saturating_sub(MOST_NAMED);
    let rest = (rest > 0).then(|| view! { <p class="small">{fill!(w::PLACES_REST, lang, count = rest)}</p> });
    let rows = done.iter().take(MOST_NAMED).map(|p| {
        view! {
            <tr><th scope="row">{p.found.clone()}</th><td data-h=w::MEANS.get(lang)>{meant(sheet, p.place)}</td>
                <td data-h=w::HOW_MATCHED.get(lang)>{issues::matched_by(lang, p.how)}</td>
                <td class="num" data-h=w::TIMES.get(lang)>{p.count}</td></tr>
        }
    });
    let title = fill!(w::PLACES_MATCHED, lang, count = &done.len().to_string());
    let view = view! {
        <details><summary>{title.clone()}</summary>
            <table class="plain stack"><caption class="vh">{title}</caption>
                <thead><tr><th scope="col">{w::AS_IN_FILE.get(lang)}</th><th scope="col">{w::MEANS.get(lang)}</th>
                    <th scope="col">{w::HOW_MATCHED.get(lang)}</th><th scope="col" class="num">{w::TIMES.get(lang)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody></table>{rest}
        </details>
    };
    Some(view.into_any())
}

/// Why provinces have no row.
#[component]
pub(super) fn DraftPlacesAbsent<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let missing: &[ProvinceId] = &sheet.draft.reading.absent;
    if missing.is_empty() {
        return None;
    }
    let chosen = &sheet.draft.choices.absent;
    let list = |id: &str, slug: &str, first: &'static str| {
        let why = chosen.get(slug);
        let options = Missing::GIVEN.map(|m| option(m.code(), issues::missing_name(lang, m), why == Some(&m)));
        view! {
            <select id=id.to_owned() name=format!("absent.{slug}")>{option("", first, false)}{options.collect_view()}</select>
        }
    };
    let provinces = &sheet.catalogue().provinces;
    let rows = missing.iter().enumerate().map(|(at, id)| {
        let province = provinces.get(*id);
        let field = format!("absent-{at}");
        view! {
            <div class="field"><label for=field.clone()>{name(sheet, province)}</label>
                {list(&field, &province.slug, w::ABSENT_AS_ALL.get(lang))}</div>
        }
    });
    let view = view! {
        <section id="absent" aria-labelledby="absent-h">
            <h2 id="absent-h">{fill!(w::ABSENT, lang, count = &missing.len().to_string())}</h2>
            <p>{w::ABSENT_LEAD.get(lang)}</p>
            <div class="field"><label for="absent-all">{w::ABSENT_ALL.get(lang)}</label>
                {list("absent-all", "*", w::NOT_DECIDED.get(lang))}</div>
            <div class="grid">{rows.collect_view()}</div>
            {sheet.update("absent")}
        </section>
    };
    Some(view.into_any())
}
