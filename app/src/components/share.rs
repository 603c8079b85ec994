//! The share panel under charts and tables: choices of a picture and what can be done with it. One
//! ordinary form; every button is an address of its own.

use leptos::prelude::*;
use messages::{Msg, common as m, fill, share as w};

use domain::Lang;

use super::layout::Picture;
use crate::{
    context::PageContext,
    export::{ImageOptions, RankingKind, Shape, View, data::Shared},
    findings::headline as finding,
    links::with_query,
    route::Route,
};

/// Kinds of files of a chart, by their endings.
const CHART_FILES: [&str; 8] = ["svg", "png", "pdf", "pptx", "xlsx", "csv", "json", "parquet"];
/// Kinds of files of a table.
const TABLE_FILES: [&str; 5] = ["xlsx", "csv", "json", "parquet", "html"];

/// A chart or a table with what is chosen for it.
#[derive(Clone, Copy)]
pub(crate) struct Chosen<'a> {
    pub(crate) shared: &'a Shared<'a>,
    pub(crate) look: ImageOptions,
    /// Language of the picture; the page's own may be another.
    pub(crate) lang: Lang,
    /// Under the edition that is read, instead of following the newest.
    pub(crate) frozen: bool,
}

impl Chosen<'_> {
    fn is_chart(&self) -> bool {
        !self.shared.view.is_table()
    }
}

/// The panel of a view that has figures. `about` tells the panels of a page apart for those who hear them.
pub(crate) fn panel(cx: &PageContext, shared: &Shared<'_>, about: &str) -> AnyView {
    let chosen = Chosen {
        shared,
        look: ImageOptions::default(),
        lang: cx.lang(),
        frozen: true,
    };
    view! {
        <details class="share">
            <summary>{w::SHARE.get(cx.lang())}<span class="vh">": "{about.to_owned()}</span></summary>
            {form(cx, &chosen, w::GET_CODE)}
            {combined(cx, shared.view)}
        </details>
    }
    .into_any()
}

/// The page on which a view is shared, frozen at the edition that is read.
pub(crate) fn address(cx: &PageContext, shared: &Shared<'_>) -> String {
    let edition = cx.snapshot().edition.number.to_string();
    let path = shared.view.path(&cx.snapshot().catalogue);
    let mut all = borrowed(&shared.state);
    all.push(("edition", &edition));
    with_query(&cx.links.bare(Route::Share { view: &path }), &all)
}

/// A view as other sites show it beside a link to its page.
pub(crate) fn picture(cx: &PageContext, shared: &Shared<'_>, alt: &str) -> Picture {
    let path = shared.view.path(&cx.snapshot().catalogue);
    let edition = cx.links.edition.map(|n| n.to_string()).unwrap_or_default();
    let address = |prefix: &str, ending: &str, look: &[(&str, &str)]| {
        let mut all = borrowed(&shared.state);
        all.extend([("lang", cx.lang().code()), ("edition", &edition)]);
        all.extend(look);
        with_query(&format!("{}/{prefix}/{path}{ending}", cx.backend().origin()), &all)
    };
    Picture {
        image: address("charts", ".png", &[("size", "card"), ("scale", "1")]),
        embed: address("embed", "", &[]),
        alt: alt.to_owned(),
    }
}

fn borrowed<'a>(state: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    state.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// The way from an indicator's values to values and ranks in one picture.
fn combined(cx: &PageContext, view: View) -> Option<AnyView> {
    use crate::{export::ProvinceKind, views::province::charts as province_charts};
    let View::Province {
        province,
        indicator,
        kind: ProvinceKind::Lines,
    } = view
    else {
        return None;
    };
    province_charts::combined(cx, indicator, province)?;
    let view = View::Province {
        province,
        indicator,
        kind: ProvinceKind::Combined,
    };
    let href = cx.pinned().links.share(&view.path(&cx.snapshot().catalogue));
    Some(view! { <p><a href=href>{w::ALSO_COMBINED.get(cx.lang())}</a></p> }.into_any())
}

/// The form with every choice; `main` names its first button, which leads to the share page.
pub(crate) fn form(cx: &PageContext, chosen: &Chosen<'_>, main: Msg) -> AnyView {
    let lang = cx.lang();
    let path = chosen.shared.view.path(&cx.snapshot().catalogue);
    let files = if chosen.is_chart() {
        &CHART_FILES[..]
    } else {
        &TABLE_FILES[..]
    };
    let buttons = files.iter().map(|ending| {
        let to = format!("/charts/{path}.{ending}");
        view! { <button formaction=to name="download" value="1">{kind_of_file(ending)}</button> }
    });
    let add = chosen.is_chart().then(|| {
        let to = cx.links.bare(Route::Deck);
        view! { <button formaction=to name="add" value=path.clone()>{w::ADD_TO_DECK.get(lang)}</button> }
    });
    view! {
        <form class="settings" action=cx.links.bare(Route::Share { view: &path })>
            {state(chosen)}
            <div class="fields">
                {edition(cx, chosen)}
                {select(lang, w::LANGUAGE, "lang", languages(lang), chosen.lang.code())}
                {chosen.is_chart().then(|| look(lang, &chosen.look))}
                {of_ranking(cx, chosen)}
            </div>
            <p class="small">{w::FROZEN_WHY.get(lang)}</p>
            <p class="does"><button class="first">{main.get(lang)}</button>{add}</p>
            <p class="does" role="group" aria-label=w::DOWNLOAD.get(lang)><span aria-hidden="true">{w::DOWNLOAD.get(lang)}</span>{buttons.collect_view()}</p>
        </form>
    }
    .into_any()
}

/// `csv` as people write it.
fn kind_of_file(ending: &str) -> String {
    match ending {
        "parquet" => "Parquet".to_owned(),
        "csl.json" => "CSL-JSON".to_owned(),
        "bib" => "BibTeX".to_owned(),
        other => other.to_uppercase(),
    }
}

fn languages(lang: Lang) -> Vec<(&'static str, String)> {
    [w::VIETNAMESE, w::ENGLISH]
        .map(|words| words.get(lang).to_owned())
        .into_iter()
        .zip(["vi", "en"])
        .map(|(words, code)| (code, words))
        .collect()
}

/// A labelled list of choices.
pub(crate) fn select(
    lang: Lang,
    label: Msg,
    name: &'static str,
    options: Vec<(&'static str, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let options = options.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! { <label>{label.get(lang)}<select name=name>{options.collect_view()}</select></label> }
}

/// Live or frozen at the edition that is read.
pub(crate) fn edition_choice(cx: &PageContext, frozen: bool) -> impl IntoView + use<> {
    let lang = cx.lang();
    let number = cx.snapshot().edition.number.to_string();
    view! {
        <label>{w::WHICH_EDITION.get(lang)}<select name="edition">
            <option value=number.clone() selected=frozen>{fill!(w::FROZEN, lang, edition = &number)}</option>
            <option value="" selected=!frozen>{w::LIVE.get(lang)}</option>
        </select></label>
    }
}

fn edition(cx: &PageContext, chosen: &Chosen<'_>) -> impl IntoView + use<> {
    edition_choice(cx, chosen.frozen)
}

/// Words for every shape, in the order in which they are offered.
pub(crate) const fn shape(shape: Shape) -> Msg {
    match shape {
        Shape::Auto => w::SIZE_AUTO,
        Shape::Wide => w::SIZE_WIDE,
        Shape::Standard => w::SIZE_STANDARD,
        Shape::Square => w::SIZE_SQUARE,
        Shape::HalfPage => w::SIZE_HALF,
        Shape::Phone => w::SIZE_PHONE,
        Shape::Card => w::SIZE_CARD,
    }
}

fn look(lang: Lang, look: &ImageOptions) -> impl IntoView + use<> {
    let two = |a: (&'static str, Msg), b: (&'static str, Msg)| {
        [a, b]
            .map(|(value, words)| (value, words.get(lang).to_owned()))
            .to_vec()
    };
    let switch = |on: bool| if on { "on" } else { "off" };
    let shapes = Shape::ALL.map(|(word, of)| (word, shape(of).get(lang).to_owned()));
    let scales = ["1", "2", "3"].map(|n| (n, fill!(w::SCALE_TIMES, lang, scale = n)));
    let theme = if look.dark { "dark" } else { "light" };
    view! {
        {select(lang, w::THEME, "theme", two(("light", w::LIGHT), ("dark", w::DARK)), theme)}
        {select(lang, w::SIZE, "size", shapes.to_vec(), look.shape.word())}
        {select(lang, w::TITLE, "title", two(("on", w::ON), ("off", w::OFF)), switch(look.title))}
        {select(lang, w::NOTES, "notes", two(("on", w::ON), ("off", w::OFF)), switch(look.notes))}
        {select(lang, w::SCALE, "scale", scales.to_vec(), &look.scale.to_string())}
    }
}

/// What belongs to the view and is not chosen here.
fn state(chosen: &Chosen<'_>) -> impl IntoView + use<> {
    let offered: &[&str] = if chosen.shared.ranking.is_some() && chosen.is_chart() {
        &["highlight", "region"]
    } else {
        &[]
    };
    let state = chosen.shared.state.iter().filter(|(name, _)| !offered.contains(name));
    state
        .map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone()/> })
        .collect_view()
}

/// The provinces to mark, and for bars the region to show, of a ranking's chart.
fn of_ranking(cx: &PageContext, chosen: &Chosen<'_>) -> Option<AnyView> {
    let of = chosen.shared.ranking.as_ref().filter(|_| chosen.is_chart())?;
    let lang = cx.lang();
    let (provinces, key) = (&cx.snapshot().catalogue.provinces, of.table.key);
    let slugs: Vec<&str> = of.followed.iter().map(|id| provinces.get(*id).slug.as_str()).collect();
    let all = slugs.join(",");
    let several = (slugs.len() > 1).then(|| {
        let names: Vec<String> = of
            .followed
            .iter()
            .map(|id| finding::name(cx.snapshot(), lang, *id, key))
            .collect();
        view! { <option value=all.clone() selected=true>{names.join(", ")}</option> }
    });
    let marks = provinces.existing(key.year, key.basis).map(|(_, province)| {
        let selected = province.slug == all;
        view! { <option value=province.slug.clone() selected=selected>{province.name_in(key.year).get(lang)}</option> }
    });
    let none = slugs.is_empty();
    let regions = (of.kind == RankingKind::Bars).then(|| {
        let regions = provinces.scheme(key.basis.scheme()).map(|(id, region)| {
            let selected = of.region == Some(id);
            view! { <option value=region.slug.clone() selected=selected>{region.name.get(lang)}</option> }
        });
        let whole = of.region.is_none();
        view! { <label>{m::REGION.get(lang)}<select name="region"><option value="" selected=whole>{m::ALL_REGIONS.get(lang)}</option>{regions.collect_view()}</select></label> }
    });
    let marked = view! {
        <label>{m::FOLLOW.get(lang)}<select name="highlight"><option value="" selected=none>{m::FOLLOW_NONE.get(lang)}</option>{several}{marks.collect_view()}</select></label>
        {regions}
    };
    Some(marked.into_any())
}
