//! A rotation of views for the screen of a meeting room.

use domain::{Listed, ProvinceId, ProvinceList};
use leptos::prelude::*;
use messages::{Msg, common as m, fill, slideshow as w};

use super::model::{self, Found, Slideshow};
use crate::{
    PageResponse,
    components::{
        html_document::{HtmlDocument, PageFiles},
        layout::{Document, Frame, Section},
        share::ShareSelect,
    },
    context::{PageContext, page_context},
    export::{self, Export, ImageOptions, Shape},
    query::Parameters,
    response,
    views::error::page as error,
    words,
};

pub(crate) fn slideshow(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    match model::slideshow(cx, parameters) {
        Found::Form(own) => response::page(view! { <SlideshowForm own/> }.into_any()),
        Found::Slideshow(slideshow) => response::page(view! { <SlideshowScreen slideshow=&slideshow/> }.into_any()),
        Found::Refused(refused) => refused,
        Found::Bad(bad) => response::fail(error::bad_request(cx, &bad), 400),
        Found::Empty => {
            let text = w::WALL_NO_VIEWS.get(cx.lang()).to_owned();
            response::fail(error::not_found(cx, Some(text)), 404)
        }
    }
}

/// One view over the whole screen.
#[component]
fn SlideshowScreen<'a>(slideshow: &'a Slideshow) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let export = &slideshow.deck.items.get(slideshow.at)?.export;
    let [before, after] = slideshow.beside().map(|at| slideshow.address(cx, at, slideshow.paused));
    let next = (!slideshow.paused).then(|| after.clone());
    let assets = cx.backend().assets();
    let files = PageFiles {
        stylesheet: &assets.stylesheet,
        fonts: &assets.fonts,
        icon: &assets.icon,
        script: &assets.wall_script,
        module: "",
    };
    let title = format!("{} ({})", export.title, position(cx, slideshow));
    let head = next
        .as_ref()
        .map(|next| view! { <Refresh seconds=slideshow.seconds next/> }.into_any());
    let theme = slideshow.theme;
    let body = view! {
        <main class="wall" data-next=next.unwrap_or_default() data-seconds=slideshow.seconds.to_string()>
            <h1>{export.title.clone()}</h1>
            <div class="wall-picture"><SlideshowPicture export theme/></div>
            <footer class="wall-foot">
                <p>{about(export)}{source(cx, export)}</p>
                <SlideshowControls slideshow before after/>
                <p id="wall-says" role="status" data-lost=w::WALL_LOST.get(lang)></p>
            </footer>
        </main>
    }
    .into_any();
    let view = view! {
        <HtmlDocument lang title=&title indexed=false files theme class="bare" head>{body}</HtmlDocument>
    };
    Some(view.into_any())
}

/// Moves to the next view after a time. Where scripts run, the script does so instead: it can wait for a server that
/// does not answer, which a browser by itself cannot.
#[component]
fn Refresh<'a>(seconds: u32, next: &'a str) -> AnyView {
    let refresh = view! { <meta http-equiv="refresh" content=format!("{seconds};url={next}")/> };
    if page_context().backend().assets().wall_script.is_empty() {
        refresh.into_any()
    } else {
        view! { <noscript>{refresh}</noscript> }.into_any()
    }
}

fn position(cx: &PageContext, slideshow: &Slideshow) -> String {
    let numbers = [slideshow.at + 1, slideshow.deck.items.len()].map(|n| n.to_string());
    fill!(w::WALL_POSITION, cx.lang(), number = &numbers[0], total = &numbers[1])
}

/// What is drawn, and whether the years compare: what a picture may not be without.
fn about(export: &Export) -> Option<String> {
    let model = export.model.as_ref()?;
    let note = model.notes.first().map_or("", |note| note.text.as_str());
    Some(format!("{}. {note} ", model.subtitle))
}

/// Publisher, edition and its day.
fn source(cx: &PageContext, export: &Export) -> String {
    let line = export.model.as_ref().map_or("", |model| model.source.as_str());
    fill!(
        w::WALL_PUBLISHED,
        cx.lang(),
        source = line,
        date = &export.published.format(cx.lang())
    )
}

/// The picture of a slide, of which the browser loads the light or the dark one.
#[component]
fn SlideshowPicture<'a>(export: &'a Export, theme: &'static str) -> impl IntoView + use<> {
    let export = &export::from_afar(&page_context(), export);
    let address = |dark| {
        let look = ImageOptions {
            shape: Shape::Wide,
            dark,
            title: false,
            notes: false,
            ..ImageOptions::default()
        };
        export.address("/charts", ".svg", export.frozen, &look)
    };
    let (width, height) = Shape::Wide.size();
    let text = export.model.as_ref().map(|model| model.description.clone());
    let dark = theme
        .is_empty()
        .then(|| view! { <source media="(prefers-color-scheme:dark)" srcset=address(true)/> });
    view! {
        <picture>
            {dark}
            <img src=address(theme == "dark") width=width.to_string() height=height.to_string() alt=text.unwrap_or_default()/>
        </picture>
    }
}

/// Ordinary links; the script lets keys follow them.
#[component]
fn SlideshowControls<'a>(slideshow: &'a Slideshow, before: String, after: String) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let switch = slideshow.address(cx, slideshow.at, !slideshow.paused);
    let words = if slideshow.paused { w::WALL_GO_ON } else { w::WALL_PAUSE };
    let paused = slideshow.paused.then(|| w::WALL_PAUSED.get(lang));
    let item = slideshow.deck.items.get(slideshow.at);
    let page = item.map(|item| item.export.page.clone());
    view! {
        <nav aria-label=w::WALL_NAV.get(lang)>
            <b>{position(cx, slideshow)}</b>" "<span>{paused}</span>" "
            <a rel="prev" href=before>{w::WALL_PREVIOUS.get(lang)}</a>" "
            <a class="wall-switch" href=switch>{words.get(lang)}</a>" "
            <a rel="next" href=after>{w::WALL_NEXT.get(lang)}</a>" "
            <a href=page>{w::WALL_OPEN.get(lang)}</a>" "
            <a href=cx.links.slideshow()>{w::WALL_CHOOSE.get(lang)}</a>
        </nav>
    }
}

/// The form that makes an address.
#[component]
fn SlideshowForm(own: Option<ProvinceId>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let [_, _, usual] = model::SECONDS;
    let seconds = ["10", "20", "30", "60", "120", "300"].map(|n| (n, fill!(w::WALL_SECONDS_OF, lang, count = n)));
    let themes = [("", w::WALL_SYSTEM), ("light", w::WALL_LIGHT), ("dark", w::WALL_DARK)]
        .map(|(word, words)| (word, words.get(lang).to_owned()));
    let indicators = cx.snapshot().catalogue.indicators().map(|(_, indicator)| {
        view! { <option value=indicator.slug.clone()>{indicator.short.get(lang)}</option> }
    });
    let marked = own.map(|id| {
        let slug = cx.snapshot().catalogue.provinces.get(id).slug.clone();
        view! { <input type="hidden" name="highlight" value=slug/> }
    });
    let how = [w::WALL_F11, w::WALL_KEYS, w::WALL_ADDRESS];
    let body = view! {
        <h1>{w::WALL.get(lang)}</h1>
        <p class="lead">{w::WALL_LEAD.get(lang)}</p>
        <form class="filters" method="get" action=cx.links.slideshow()>
            <label>{w::WALL_DECK.get(lang)}<select name="deck"><SlideshowDecks own/></select></label>
            <label>{w::WALL_INDICATOR.get(lang)}<select name="indicator"><option value="">{w::WALL_EVERY.get(lang)}</option>{indicators.collect_view()}</select></label>
            <ShareSelect lang label=w::WALL_SECONDS name="seconds" options=seconds.to_vec() chosen=usual.to_string()/>
            <ShareSelect lang label=w::WALL_THEME name="theme" options=themes.to_vec() chosen=""/>
            {marked}
            <button type="submit">{w::WALL_SHOW.get(lang)}</button>
        </form>
        <h2>{w::WALL_HOW.get(lang)}</h2>
        <ul class="prose">{how.map(|words| view! { <li>{words.get(lang)}</li> }).collect_view()}
            <li>{w::WALL_OWN.get(lang)}" "<a href=cx.links.deck()>{messages::share::DECK_H1.get(lang)}</a></li></ul>
    }
    .into_any();
    let frame = Frame::new(w::WALL.get(lang), w::WALL_LEAD.get(lang), Section::None);
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Ready decks that have charts; that of the reader's own province is chosen.
#[component]
fn SlideshowDecks(own: Option<ProvinceId>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let regions = [ProvinceList::Since2025, ProvinceList::Before2025]
        .into_iter()
        .flat_map(|basis| {
            let words = if basis == ProvinceList::Since2025 { "34" } else { "63" };
            let all = provinces.scheme(basis.scheme());
            let all = all.filter(|(id, _)| export::region_has_charts(cx.snapshot(), *id));
            let option = |region: &domain::Region| {
                let name = format!("{} ({words})", region.name.get(lang));
                (format!("regions/{}", region.slug), name)
            };
            all.map(|(_, region)| option(region)).collect::<Vec<_>>()
        });
    let of = |former: bool| {
        let all = provinces.alphabetical();
        let all =
            all.filter(|(id, p)| (p.listed == Listed::Before2025) == former && export::has_charts(cx.snapshot(), *id));
        let all = all.map(|(_, p)| (format!("provinces/{}", p.slug), words::province(lang, p)));
        all.collect::<Vec<_>>()
    };
    let own = own.map(|id| format!("provinces/{}", provinces.get(id).slug));
    let group = |label: Msg, options: Vec<(String, String)>| {
        let options = options.into_iter().map(|(value, name)| {
            let chosen = own.as_deref() == Some(value.as_str());
            view! { <option value=value selected=chosen>{name}</option> }
        });
        view! { <optgroup label=label.get(lang)>{options.collect_view()}</optgroup> }
    };
    view! {
        <option value="country">{m::NATION.get(lang)}</option>
        {group(w::WALL_REGIONS, regions.collect())}
        {group(m::PROVINCES_NOW, of(false))}
        {group(m::BASIS_63, of(true))}
    }
}
