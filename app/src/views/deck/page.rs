//! The deck builder: charts in order, all of it in the address.

use islands::{CopyButtons, DeckBuilder, calls::EditDeck};
use leptos::{prelude::*, server_fn::ServerFn as _};
use messages::{arguments, fill, share as w, slideshow::WALL_OF_DECK};

use domain::Lang;

use crate::{
    PageResponse,
    components::{
        layout::{Document, Frame, Section},
        share::{EditionChoice, ShareSelect, shape},
        snippets::{Snippet, Snippets},
    },
    context::{PageContext, page_context},
    export::{self, Deck, DeckItem, ImageOptions, MOST_CHARTS, Shape},
    links::with_query,
    query::Parameters,
    response,
    route::Route,
    views::refreshed::page::RefreshForm,
};

/// The page of the deck in the address; with `up`, `down` or `remove` it leads to the changed deck.
pub(crate) fn deck(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    // The last of a name counts: what the address says comes after.
    let query = format!("lang={}&{}", cx.lang().code(), cx.query());
    let mut deck = match export::deck(cx.backend(), &query) {
        Ok(deck) => deck,
        Err(refused) => return refused,
    };
    let own = parameters.get("own").is_some();
    if changed(&mut deck.items, parameters) {
        return response::redirect(address(cx.lang(), &deck, deck.frozen, own));
    }
    cx.around_shared().provide();
    response::page(view! { <DeckPage deck=&deck own/> }.into_any())
}

/// Where a deck is shown.
pub(crate) fn address(lang: Lang, deck: &Deck, frozen: bool, own: bool) -> String {
    let query = deck.query(frozen);
    // The page's language is in its path; the deck's may be another.
    let named = if deck.lang == lang || deck.lang != Lang::default() {
        String::new()
    } else {
        format!("&lang={}", deck.lang.code())
    };
    let mine = if own { "&own=1" } else { "" };
    format!("/{}/deck{query}{named}{mine}", lang.code())
}

/// Does what a button asks for; true when one was pressed. A place that is none changes nothing.
fn changed(items: &mut Vec<DeckItem>, parameters: &Parameters) -> bool {
    let mut pressed = false;
    let mut at = |name: &str| {
        let found = parameters.get(name)?;
        pressed = true;
        found.parse::<usize>().ok()?.checked_sub(1)
    };
    let (up, down, remove) = (at("up"), at("down"), at("remove"));
    let swap = |items: &mut Vec<DeckItem>, a: usize, b: usize| {
        if a.max(b) < items.len() {
            items.swap(a, b);
        }
    };
    if let Some(i) = up.filter(|i| *i > 0) {
        swap(items, i, i - 1);
    }
    if let Some(i) = down {
        swap(items, i, i + 1);
    }
    if let Some(i) = remove.filter(|i| *i < items.len()) {
        items.remove(i);
    }
    pressed
}

#[component]
fn DeckPage<'a>(deck: &'a Deck, own: bool) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let empty = deck.items.is_empty();
    let how = empty.then(|| {
        view! {
            <p class="note none"><b>{w::DECK_EMPTY.get(lang)}</b>" "{w::DECK_HOW.get(lang)}" "<a href=cx.links.decks()>{w::READY.get(lang)}</a></p>
        }
    });
    let theirs = (!own && !empty).then(|| {
        let take = address(lang, deck, deck.frozen, true);
        view! { <p class="note none">{w::DECK_THEIRS.get(lang)}" "<a href=take>{w::DECK_TAKE.get(lang)}</a></p> }
    });
    let body = view! {
        <h1 id="deck-h" tabindex="-1">{w::DECK_H1.get(lang)}</h1>
        <p class="lead">{w::DECK_LEAD.get(lang)}</p>
        <data id="deck-address" value=address(lang, deck, deck.frozen, own)></data>
        <div data-moved=fill!(w::DECK_MOVED, lang, place = "{0}", count = "{1}")
            data-removed=fill!(w::DECK_REMOVED, lang, count = "{1}")><DeckBuilder/></div>
        {how}
        {theirs}
        {(!empty).then(|| view! { <DeckForm deck own/> })}
        {(!empty).then(|| view! { <DeckLink deck/> })}
        <RefreshForm/>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(w::DECK_H1.get(lang), w::DECK_LEAD.get(lang), Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The deck as one form: its choices, its files, its charts.
#[component]
fn DeckForm<'a>(deck: &'a Deck, own: bool) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let sizes = [Shape::Wide, Shape::Standard].map(|of| (of.word(), shape(of).get(lang).to_owned()));
    let languages = [("vi", w::VIETNAMESE), ("en", w::ENGLISH)].map(|(code, words)| (code, words.get(lang).to_owned()));
    let count = fill!(
        w::DECK_COUNT,
        lang,
        count = &deck.items.len().to_string(),
        limit = &MOST_CHARTS.to_string()
    );
    let full = (deck.items.len() >= MOST_CHARTS).then(|| {
        let words = fill!(w::DECK_FULL, lang, limit = &MOST_CHARTS.to_string());
        view! { <p class="note none">{words}</p> }
    });
    let last = deck.items.len() - 1;
    let items = deck
        .items
        .iter()
        .enumerate()
        .map(|(i, item)| view! { <DeckSlide deck i last item/> });
    let files = ["pptx", "xlsx"].map(|ending| {
        let to = format!("/decks/custom.{ending}");
        let class = (ending == "pptx").then_some("first");
        view! { <button class=class formaction=to name="download" value="1">{ending.to_uppercase()}</button> }
    });
    view! {
        <form class="settings deck" action=cx.links.bare(Route::Deck)>
            {own.then(|| view! { <input type="hidden" name="own" value="1"/> })}
            <div class="fields">
                <label>{w::DECK_NAME.get(lang)}<input type="text" name="title" maxlength="120" value=deck.title.clone()/></label>
                <EditionChoice frozen=deck.frozen/>
                <ShareSelect lang label=w::DECK_SIZE name="size" options=sizes.to_vec() chosen=deck.shape.word()/>
                <ShareSelect lang label=w::LANGUAGE name="lang" options=languages.to_vec() chosen=deck.lang.code()/>
            </div>
            <p class="small">{w::FROZEN_WHY.get(lang)}</p>
            <p class="does"><button>{w::DECK_UPDATE.get(lang)}</button></p>
            <p class="does" role="group" aria-label=w::DOWNLOAD.get(lang)><span aria-hidden="true">{w::DOWNLOAD.get(lang)}</span>{files.into_iter().collect_view()}</p>
            <h2>{w::DECK_CHARTS.get(lang)}</h2>
            <p class="small">{count}". "{w::DECK_SLIDES.get(lang)}</p>
            {full}
            <ol class="slides">{items.collect_view()}</ol>
        </form>
    }
}

/// A chart of the deck with its thumbnail and what can be done with it.
#[component]
fn DeckSlide<'a>(deck: &'a Deck, i: usize, last: usize, item: &'a DeckItem) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let export = &item.export;
    let look = ImageOptions {
        shape: deck.shape,
        ..ImageOptions::default()
    };
    let image = export.address("/charts", ".svg", true, &look);
    let (width, height) = deck.shape.size();
    let title = export.title.clone();
    let subtitle = export.model.as_ref().map(|model| model.subtitle.clone());
    let edit = cx.links.call(EditDeck::PATH);
    let button = |name: &'static str, words: messages::Msg, said: messages::Template| {
        let said = said.fill(lang, &arguments![title = &export.title]);
        view! { <button formaction=edit.clone() formmethod="post" name=name value=(i + 1).to_string() aria-label=said>{words.get(lang)}</button> }
    };
    view! {
        <li>
            <input type="hidden" name="c" value=item.address.clone()/>
            <img src=image alt="" loading="lazy" width=(width / 4).to_string() height=(height / 4).to_string()/>
            <div lang=deck.lang.code()><b>{title}</b><small>{subtitle}</small></div>
            <p class="does">
                {(i > 0).then(|| button("up", w::DECK_UP, w::DECK_UP_WHAT))}
                {(i < last).then(|| button("down", w::DECK_DOWN, w::DECK_DOWN_WHAT))}
                {button("remove", w::DECK_REMOVE, w::DECK_REMOVE_WHAT)}
            </p>
        </li>
    }
}

/// The charts of the deck on the screen of a meeting room.
fn on_wall(cx: &PageContext, deck: &Deck) -> String {
    let edition = deck.edition.to_string();
    let mut all: Vec<(&str, &str)> = deck.items.iter().map(|item| ("c", item.address.as_str())).collect();
    all.push(("edition", if deck.frozen { &edition } else { "" }));
    with_query(&cx.links.slideshow(), &all)
}

/// The deck for others: the same address without the mark that makes it one's own.
#[component]
fn DeckLink<'a>(deck: &'a Deck) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let to = format!(
        "{}{}",
        cx.backend().origin(),
        address(deck.lang, deck, deck.frozen, false)
    );
    let snippet = Snippet {
        label: w::DECK_LINK,
        text: to,
    };
    view! {
        <section aria-labelledby="link-h">
            <h2 id="link-h">{w::DECK_LINK.get(lang)}</h2>
            <p>{w::DECK_LINK_WHY.get(lang)}</p>
            <p><a href=on_wall(cx, deck)>{WALL_OF_DECK.get(lang)}</a></p>
            <Snippets snippets={vec![snippet]}/>
            <CopyButtons/>
        </section>
    }
}
