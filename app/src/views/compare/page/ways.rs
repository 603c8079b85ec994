//! Ways into a comparison from other pages.

use leptos::prelude::*;
use messages::{arguments, compare as w, fill};

use domain::{ComponentId, ProvinceId};

use crate::{
    context::{PageContext, page_context},
    findings::headline as finding,
    views::{
        compare::{
            model::settle,
            params::{Asked, Peers},
        },
        ranking::model::RankingPage,
    },
    words,
};

fn links(all: Vec<(String, String)>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let items = all
        .into_iter()
        .map(|(text, href)| view! { <a class="btn" href=href>{text}</a> });
    Some(view! { <p class="compare-ways">{items.collect_view()}</p> }.into_any())
}

/// True when the question has peers to show.
fn accompanied(cx: &PageContext, asked: &Asked) -> bool {
    let compared = settle(cx, asked).ok().flatten();
    compared.is_some_and(|compared| !compared.peers.members.is_empty())
}

/// From the page of a province: its neighbours in rank, those of similar figures and its region, where there are any.
#[component]
pub(crate) fn FromProvince(id: ProvinceId) -> Option<AnyView> {
    let cx = &*page_context();
    let kinds = [
        (w::WITH_NEIGHBOURS, Peers::Neighbours),
        (w::WITH_SIMILAR, Peers::Similar),
        (w::WITH_REGION, Peers::Region),
    ];
    let all = kinds.into_iter().filter_map(|(words, peers)| {
        let asked = Asked {
            provinces: vec![id],
            peers,
            ..Asked::default()
        };
        accompanied(cx, &asked).then(|| (words.get(cx.lang()).to_owned(), asked.address(cx)))
    });
    links(all.collect())
}

/// From a ranking: those that the reader follows, with one another or with peers, and a choice of all.
#[component]
pub(crate) fn FromRanking<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let (lang, key) = (cx.lang(), page.table.key);
    let of_table = Asked {
        indicator: Some(key.indicator),
        component: Some(key.component).filter(|id| *id != ComponentId::TOTAL),
        year: Some(key.year),
        basis: Some(key.basis).filter(|_| page.bases.len() > 1),
        ..Asked::default()
    };
    let followed = &page.query.followed;
    let names: Vec<String> = followed
        .iter()
        .map(|id| finding::name(cx.snapshot(), lang, *id, key))
        .collect();
    let names = words::list(lang, &names);
    let with = |peers| Asked {
        provinces: followed.clone(),
        peers,
        ..of_table.clone()
    };
    let mut all = Vec::new();
    match followed[..] {
        [] => {}
        [_] => {
            let kinds = [
                (w::FOLLOWED_NEIGHBOURS, Peers::Neighbours),
                (w::FOLLOWED_REGION, Peers::Region),
            ];
            for (words, asked) in kinds.map(|(words, peers)| (words, with(peers))) {
                if accompanied(cx, &asked) {
                    all.push((words.fill(lang, &arguments![province = &names]), asked.address(cx)));
                }
            }
        }
        _ => all.push((
            fill!(w::FOLLOWED_SEVERAL, lang, provinces = &names),
            with(Peers::None).address(cx),
        )),
    }
    links(all)
}
