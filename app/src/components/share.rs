//! The share panel under charts and tables: choices of a picture and what can be done with it. One
//! ordinary form; every button is an address of its own.

use islands::{ChartAdd, calls::EditDeck};
use leptos::{prelude::*, server_fn::ServerFn as _};
use messages::{Msg, common as m, fill, share as w};

use domain::Lang;

use super::layout::Picture;
use crate::{
    components::{province_options, quick_share::QuickShare},
    context::{PageContext, page_context},
    export::{
        ImageOptions, RankingKind, Shape, TableLayout, View,
        data::{OfRanking, Shared},
    },
    findings::headline as finding,
    links::with_query,
    route::Route,
};

/// Kinds of files of a chart, by their endings.
const CHART_FILES: [&str; 9] = ["svg", "png", "pdf", "pptx", "xlsx", "vi.csv", "csv", "json", "parquet"];
/// Kinds of files of a table.
const TABLE_FILES: [&str; 6] = ["xlsx", "vi.csv", "csv", "json", "parquet", "html"];

/// A chart or a table with what is chosen for it.
#[derive(Clone, Copy)]
pub(crate) struct Chosen<'a> {
    pub(crate) shared: &'a Shared<'a>,
    pub(crate) look: ImageOptions,
    /// Language of the picture; the page's own may be another.
    pub(crate) lang: Lang,
    /// Under the edition that is read, instead of following the newest.
    pub(crate) frozen: bool,
    /// Whether every choice is offered, as on the share page. The panel has few: the provinces and the region of a ranking
    /// are chosen on its page, and the rest is one press away.
    pub(crate) all: bool,
}

impl Chosen<'_> {
    fn is_chart(&self) -> bool {
        !self.shared.view.is_table()
    }

    /// The ranking whose provinces and region can be chosen.
    fn ranking(&self) -> Option<&OfRanking<'_>> {
        let offered = self.all && self.is_chart();
        self.shared.ranking.as_ref().filter(|_| offered)
    }
}

/// The panel of a view that has figures. `about` tells the panels of a page apart for those who hear them.
#[component]
pub(crate) fn SharePanel<'a>(shared: Shared<'a>, about: &'a str) -> AnyView {
    let cx = &*page_context();
    let chosen = Chosen {
        shared: &shared,
        look: ImageOptions::default(),
        lang: cx.lang(),
        frozen: true,
        all: false,
    };
    view! {
        <details class="share">
            <summary>{w::SHARE.get(cx.lang())}<span class="vh">": "{about.to_owned()}</span></summary>
            <QuickShare shared=&shared/>
            <details>
                <summary>{w::MORE_OPTIONS.get(cx.lang())}</summary>
                <ShareForm chosen=&chosen main=w::GET_CODE/>
                <Combined view=shared.view/>
            </details>
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
#[component]
fn Combined(view: View) -> Option<AnyView> {
    let cx = &*page_context();
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
#[component]
pub(crate) fn ShareForm<'a>(chosen: &'a Chosen<'a>, main: Msg) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let path = chosen.shared.view.path(&cx.snapshot().catalogue);
    let files = if chosen.is_chart() {
        &CHART_FILES[..]
    } else {
        &TABLE_FILES[..]
    };
    let buttons = files.iter().map(|ending| {
        let to = format!("/charts/{path}.{ending}");
        view! { <button formaction=to name="download" value="1">{kind_of_file(lang, ending)}</button> }
    });
    let add = chosen.is_chart().then(|| {
        let to = cx.links.call(EditDeck::PATH);
        view! {
            <button formaction=to formmethod="post" name="add" value=path.clone()>{w::ADD_TO_DECK.get(lang)}</button>
            <ChartAdd/>
        }
    });
    view! {
        <form class="settings" action=cx.links.bare(Route::Share { view: &path })>
            <ShareStateFields chosen/>
            <input type="hidden" name=TableLayout::NAME value=TableLayout::default().word(true)/>
            <div class="fields">
                <ShareEdition chosen/>
                <ShareSelect lang label=w::LANGUAGE name="lang" options=languages(lang) chosen=chosen.lang.code()/>
                {chosen.is_chart().then(|| view! { <ShareImageOptions lang look=&chosen.look all=chosen.all/> })}
                <RankingChoices chosen/>
            </div>
            <p class="small">{w::FROZEN_WHY.get(lang)}</p>
            <p class="does"><button class="first">{main.get(lang)}</button>{add}</p>
            <p class="does" role="group" aria-label=w::DOWNLOAD.get(lang)><span aria-hidden="true">{w::DOWNLOAD.get(lang)}</span>{buttons.collect_view()}</p>
            {(chosen.all || !chosen.is_chart()).then(|| view! { <p class="small">{w::WHICH_CSV.get(lang)}</p> })}
        </form>
    }
    .into_any()
}

/// `json` as people write it, and who reads which CSV.
fn kind_of_file(lang: Lang, ending: &str) -> String {
    match ending {
        "vi.csv" => w::VIETNAMESE_CSV.get(lang).to_owned(),
        "csv" => w::PROGRAM_CSV.get(lang).to_owned(),
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
#[component]
pub(crate) fn ShareSelect(
    lang: Lang,
    label: Msg,
    name: &'static str,
    options: Vec<(&'static str, String)>,
    #[prop(into)] chosen: String,
) -> impl IntoView + use<> {
    let options = options.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! { <label>{label.get(lang)}<select name=name>{options.collect_view()}</select></label> }
}

/// Live or frozen at the edition that is read.
#[component]
pub(crate) fn EditionChoice(frozen: bool) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let number = cx.snapshot().edition.number.to_string();
    view! {
        <label>{w::WHICH_EDITION.get(lang)}<select name="edition">
            <option value=number.clone() selected=frozen>{fill!(w::FROZEN, lang, edition = &number)}</option>
            <option value="" selected=!frozen>{w::LIVE.get(lang)}</option>
        </select></label>
    }
}

#[component]
fn ShareEdition<'a>(chosen: &'a Chosen<'a>) -> impl IntoView + use<> {
    view! { <EditionChoice frozen=chosen.frozen/> }
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

#[component]
fn ShareImageOptions<'a>(lang: Lang, look: &'a ImageOptions, all: bool) -> impl IntoView + use<> {
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
        <ShareSelect lang label=w::THEME name="theme" options=two(("light", w::LIGHT), ("dark", w::DARK)) chosen=theme/>
        <ShareSelect lang label=w::SIZE name="size" options=shapes.to_vec() chosen=look.shape.word()/>
        {all.then(|| view! {
            <ShareSelect lang label=w::TITLE name="title" options=two(("on", w::ON), ("off", w::OFF)) chosen=switch(look.title)/>
            <ShareSelect lang label=w::NOTES name="notes" options=two(("on", w::ON), ("off", w::OFF)) chosen=switch(look.notes)/>
            <ShareSelect lang label=w::SCALE name="scale" options=scales.to_vec() chosen=look.scale.to_string()/>
        })}
    }
}

/// What belongs to the view and is not chosen here.
#[component]
fn ShareStateFields<'a>(chosen: &'a Chosen<'a>) -> impl IntoView + use<> {
    let offered: &[&str] = if chosen.ranking().is_some() {
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
#[component]
fn RankingChoices<'a>(chosen: &'a Chosen<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let of = chosen.ranking()?;
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
    let too_many = province_options::too_many(cx.snapshot());
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
    let field = if too_many {
        view! { <input type="text" name="highlight" value=all.clone() maxlength="200" autocomplete="off"/> }.into_any()
    } else {
        view! { <select name="highlight"><option value="" selected=none>{m::FOLLOW_NONE.get(lang)}</option>{several}{marks.collect_view()}</select> }.into_any()
    };
    let marked = view! { <label>{m::FOLLOW.get(lang)}{field}</label>{regions} };
    Some(marked.into_any())
}
