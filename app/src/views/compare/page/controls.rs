//! What changes a comparison: one folded line that states the selection, and the line of years.

use leptos::prelude::*;
use messages::{common as m, compare as w, fill};

use domain::ComponentId;

use crate::{
    components::years::{self, YearSlider},
    context::{PageContext, page_context},
    views::compare::{
        model::Comparison,
        page::form::ComparisonForm,
        params::{Asked, Peers},
    },
};

/// "DTI · Hạ tầng số · 2024 so với 2023 · Cùng vùng": what is compared.
fn selection(cx: &PageContext, compared: &Comparison<'_>) -> String {
    let (lang, key) = (cx.lang(), compared.key());
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let mut parts = vec![indicator.short.get(lang).to_owned()];
    if key.component != ComponentId::TOTAL {
        let name = indicator.component(key.component).name_in(Some(key.year));
        parts.push(name.get(lang).to_owned());
    }
    let year = key.year.to_string();
    parts.push(match compared.from {
        Some(from) => fill!(w::YEARS_AGAINST, lang, to = &year, from = &from.to_string()),
        None => year,
    });
    parts.push(compared.asked.peers.label().get(lang).to_owned());
    parts.join(" · ")
}

/// The peers and the form, folded under what is selected.
#[component]
pub(super) fn CompareControls<'a>(compared: &'a Comparison<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let choose = messages::ranking::CHOOSE.get(cx.lang());
    view! {
        <details class="choice">
            <summary><span>{selection(cx, compared)}</span>" "<small>{choose}</small></summary>
            <ComparePeers compared/>
            <ComparisonForm asked=&compared.asked compared=Some(compared)/>
        </details>
    }
}

/// The ways to other peers.
#[component]
fn ComparePeers<'a>(compared: &'a Comparison<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let first = compared.first()?;
    let tabs = Peers::ALL.into_iter().filter_map(|(_, peers)| {
        let asked = Asked {
            peers,
            ..compared.asked.clone()
        };
        // Alone there is nothing to compare.
        if asked.is_alone() {
            return None;
        }
        let current = (peers == compared.asked.peers).then_some("true");
        Some(view! { <a href=asked.address(cx) aria-current=current>{peers.label().get(lang)}</a> })
    });
    let label = format!("{}: {}", w::PEERS.get(lang), compared.name(cx, first));
    Some(view! { <nav class="tabs" aria-label=label>{tabs.collect_view()}</nav> }.into_any())
}

/// The line of years of the component.
#[component]
pub(super) fn CompareYears<'a>(compared: &'a Comparison<'a>) -> AnyView {
    let cx = &*page_context();
    let key = compared.key();
    let all = cx.snapshot().years(key.indicator, key.component);
    let of = (key.indicator, key.component);
    let all = years::of(cx.snapshot(), of, (&all, key.year), |year| {
        let asked = Asked {
            year: Some(year),
            from: None,
            basis: None,
            ..compared.asked.clone()
        };
        asked.address(cx)
    });
    view! { <YearSlider lang=cx.lang() label=m::YEAR years=&all/> }.into_any()
}
