//! A rotation of views for the screen of a meeting room.

use domain::{Listed, ProvinceId, ProvinceList};
use leptos::prelude::*;
use messages::{Msg, common as m, fill, slideshow as w};

use super::model::{self, Found, Slideshow};
use crate::{
    Body, Cache, PageResponse,
    components::{
        bare,
        layout::{Document, Frame, Section},
        shapes::escape,
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
        Found::Slideshow(slideshow) => PageResponse {
            status: 200,
            body: Body::Html(screen(cx, &slideshow)),
            cache: Cache::Revalidate,
        },
        Found::Refused(refused) => refused,
        Found::Bad(bad) => response::fail(error::bad_request(cx, &bad), 400),
        Found::Empty => {
            let text = w::WALL_NO_VIEWS.get(cx.lang()).to_owned();
            response::fail(error::not_found(cx, Some(text)), 404)
        }
    }
}

/// One view over the whole screen.
fn screen(cx: &PageContext, slideshow: &Slideshow) -> String {
    let lang = cx.lang();
    let Some(item) = slideshow.deck.items.get(slideshow.at) else {
        return String::new();
    };
    let export = &item.export;
    let [before, after] = slideshow.beside().map(|at| slideshow.address(cx, at, slideshow.paused));
    let next = (!slideshow.paused).then(|| (slideshow.seconds, after.clone()));
    let subtitle = export
        .model
        .as_ref()
        .map(|model| escape(&model.subtitle))
        .unwrap_or_default();
    let body = format!(
        concat!(
            r#"<main class="wall" data-next="{next}" data-seconds="{seconds}">"#,
            r#"<p class="wall-of">{site} · {of}</p><h1>{title}</h1><p class="wall-sub">{subtitle}</p>"#,
            r#"<div class="wall-picture">{picture}</div>"#,
            r#"<footer class="wall-foot"><p>{source}</p>{controls}"#,
            r#"<p id="wall-says" role="status" data-lost="{lost}"></p></footer></main>"#,
        ),
        next = escape(next.as_ref().map_or("", |(_, to)| to)),
        seconds = slideshow.seconds,
        site = escape(m::SITE.get(lang)),
        of = escape(&slideshow.deck.title),
        title = escape(&export.title),
        subtitle = subtitle,
        picture = picture(export, slideshow.theme),
        source = escape(&source(cx, export)),
        controls = controls(cx, slideshow, (&before, &after)),
        lost = escape(w::WALL_LOST.get(lang)),
    );
    let page = bare::Bare {
        title: &format!("{} ({})", export.title, position(cx, slideshow)),
        theme: slideshow.theme,
        script: &cx.backend().assets().wall_script,
        next,
    };
    page.document(cx, &body)
}

fn position(cx: &PageContext, slideshow: &Slideshow) -> String {
    let numbers = [slideshow.at + 1, slideshow.deck.items.len()].map(|n| n.to_string());
    fill!(w::WALL_POSITION, cx.lang(), number = &numbers[0], total = &numbers[1])
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
fn picture(export: &Export, theme: &str) -> String {
    let address = |dark| {
        let look = ImageOptions {
            shape: Shape::Wide,
            dark,
            title: false,
            ..ImageOptions::default()
        };
        escape(&export.address("/charts", ".svg", export.frozen, &look))
    };
    let (width, height) = Shape::Wide.size();
    let text = export
        .model
        .as_ref()
        .map(|model| escape(&model.description))
        .unwrap_or_default();
    let source = if theme.is_empty() {
        let dark = address(true);
        format!(r#"<source media="(prefers-color-scheme:dark)" srcset="{dark}">"#)
    } else {
        String::new()
    };
    let own = address(theme == "dark");
    format!(r#"<picture>{source}<img src="{own}" width="{width}" height="{height}" alt="{text}"></picture>"#)
}

/// Ordinary links; the script lets keys follow them.
fn controls(cx: &PageContext, slideshow: &Slideshow, (before, after): (&str, &str)) -> String {
    let lang = cx.lang();
    let (switch, words) = if slideshow.paused {
        (slideshow.address(cx, slideshow.at, false), w::WALL_GO_ON)
    } else {
        (slideshow.address(cx, slideshow.at, true), w::WALL_PAUSE)
    };
    let page = slideshow
        .deck
        .items
        .get(slideshow.at)
        .map_or("", |item| item.export.page.as_str());
    let link = |rel: &str, href: &str, words: Msg| {
        let rel = if rel.is_empty() {
            String::new()
        } else {
            format!(r#" rel="{rel}""#)
        };
        format!(r#"<a{rel} href="{}">{}</a>"#, escape(href), escape(words.get(lang)))
    };
    let paused = if slideshow.paused { w::WALL_PAUSED.get(lang) } else { "" };
    format!(
        r#"<nav aria-label="{}"><b>{}</b> <span>{}</span> {} <a class="wall-switch" href="{}">{}</a> {} {} {}</nav>"#,
        escape(w::WALL_NAV.get(lang)),
        escape(&position(cx, slideshow)),
        escape(paused),
        link("prev", before, w::WALL_PREVIOUS),
        escape(&switch),
        escape(words.get(lang)),
        link("next", after, w::WALL_NEXT),
        link("", page, w::WALL_OPEN),
        link("", &cx.links.slideshow(), w::WALL_CHOOSE),
    )
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
