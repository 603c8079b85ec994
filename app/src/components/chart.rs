//! A chart in its card: the finding as title, the drawing, its figures as a table.

use leptos::prelude::*;
use messages::common as m;

use domain::chart::ChartModel;

use crate::{
    ChartSize,
    components::share::SharePanel,
    context::{PageContext, page_context},
    export::data::Shared,
};

/// Width of a drawing for phones: what a card leaves of 390 px, so that its text is as
/// large as on wide screens instead of scaled down with the drawing.
const NARROW: u32 = 332;

/// A chart with its title above and its table below. It is drawn for wide and for narrow
/// screens; the style sheet shows one of the two. `shared` is the view where it can be shared.
#[component]
pub(crate) fn ChartCard<'a>(
    model: &'a ChartModel,
    id: &'a str,
    size: ChartSize,
    shared: Option<Shared<'a>>,
) -> AnyView {
    let drawing = view! { <ChartDrawing model id size/> }.into_any();
    view! { <ChartFigure model id drawing shared/> }.into_any()
}

/// A card whose drawing is folded under `summary` on phones, where it would be longer than all that is said of it.
#[component]
pub(crate) fn FoldedChart<'a>(
    model: &'a ChartModel,
    id: &'a str,
    size: ChartSize,
    shared: Shared<'a>,
    summary: String,
) -> AnyView {
    let cx = &*page_context();
    let [wide, narrow] = drawn(cx, model, (id, size));
    let both = !narrow.is_empty();
    let folded = both.then(|| {
        view! {
            <details class="plot" data-for="narrow">
                <summary>{summary}</summary>
                <div inner_html=narrow></div>
            </details>
        }
    });
    let drawing = view! {
        <div class="plot" data-for=both.then_some("wide") inner_html=wide></div>
        {folded}
    };
    view! { <ChartFigure model id drawing=drawing.into_any() shared=Some(shared)/> }.into_any()
}

#[component]
fn ChartFigure<'a>(model: &'a ChartModel, id: &'a str, drawing: AnyView, shared: Option<Shared<'a>>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let table = model.table();
    let export = shared.map(|shared| view! { <SharePanel shared about=&model.title/> }.into_any());
    view! {
        <figure class="chart" id=id.to_owned()>
            <figcaption><h3>{model.title.clone()}</h3><p>{model.subtitle.clone()}</p></figcaption>
            {drawing}
            <details class="data">
                <summary>{m::CHART_TABLE.get(lang)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=model.title.clone()>
                    <table class="plain">
                        <caption class="vh">{format!("{} – {}", model.title, model.subtitle)}</caption>
                        <thead><tr>{table.head.iter().enumerate().map(|(i, text)| view! { <ChartHead at=i text/> }).collect_view()}</tr></thead>
                        <tbody>{table.rows.iter().map(|cells| view! { <ChartRow cells/> }).collect_view()}</tbody>
                    </table>
                </div>
            </details>
            {export}
        </figure>
    }
    .into_any()
}

/// The same without ways to share it: for pictures of what is not published.
#[component]
pub(crate) fn PlainChart<'a>(model: &'a ChartModel, id: &'a str, size: ChartSize) -> AnyView {
    view! {
        <figure class="chart" id=id.to_owned()>
            <figcaption><h4>{model.title.clone()}</h4><p>{model.subtitle.clone()}</p></figcaption>
            <ChartDrawing model id size/>
        </figure>
    }
    .into_any()
}

/// The drawing alone, for wide and for narrow screens. Not every chart can be drawn as narrow: the wide drawing then
/// serves everywhere.
#[component]
pub(crate) fn ChartDrawing<'a>(model: &'a ChartModel, id: &'a str, size: ChartSize) -> AnyView {
    let cx = &*page_context();
    let [wide, narrow] = drawn(cx, model, (id, size));
    let both = !narrow.is_empty();
    view! {
        <div class="plot" data-for=both.then_some("wide") inner_html=wide></div>
        {both.then(|| view! { <div class="plot" data-for="narrow" inner_html=narrow></div> })}
    }
    .into_any()
}

/// For wide and for narrow screens.
fn drawn(cx: &PageContext, model: &ChartModel, (id, size): (&str, ChartSize)) -> [String; 2] {
    let small = ChartSize { width: NARROW, ..size };
    [
        cx.backend().chart(model, id, size),
        cx.backend().chart(model, &format!("{id}-n"), small),
    ]
}

#[component]
fn ChartHead<'a>(at: usize, text: &'a str) -> impl IntoView + use<> {
    view! { <th scope="col" class=(at > 0).then_some("num")>{text.to_owned()}</th> }
}

#[component]
fn ChartRow<'a>(cells: &'a [String]) -> impl IntoView + use<> {
    let mut cells = cells.iter().cloned();
    let name = cells.next().map(|name| view! { <th scope="row">{name}</th> });
    view! { <tr>{name}{cells.map(|cell| view! { <td class="num">{cell}</td> }).collect_view()}</tr> }
}
