//! The two tables of a comparison.

use leptos::prelude::*;
use messages::{common as m, compare as w, fill};

use domain::Kind;

use crate::{
    components::{
        figure::{FigureRank, FigureValue, QuarterChip, SourceNotes},
        shapes,
    },
    context::{PageContext, page_context},
    findings::headline as finding,
    views::{
        compare::{
            model::{Comparison, PartTable},
            parts::{Mark, PartCell, PartLine},
            peers::Band,
            rows::{Line, Shape, value_head},
        },
        ranking::{
            conflicts::Conflict,
            rows::{RankCell, ValueCell},
        },
    },
    words::{self, ChangeCell},
};

/// Columns that have something to show.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    ranked: bool,
    rank_before: bool,
    /// Changes of values and of places: where no line may be compared, a notice above says so once.
    points: bool,
    places: bool,
    /// Ranks of the earlier and of the later year are computed here: their headings say so.
    computed: [bool; 2],
    grouped: bool,
    banded: bool,
    tiered: bool,
    as_of: bool,
}

impl Columns {
    pub(super) fn of(lines: &[Line], shape: &Shape) -> Self {
        Self {
            ranked: shape.ranked && lines.iter().any(|line| line.rank != RankCell::Unknown),
            points: changed(lines, |line| &line.points),
            places: changed(lines, |line| &line.places),
            rank_before: lines
                .iter()
                .any(|line| matches!(line.rank_before, RankCell::Known { .. })),
            computed: [
                computed(lines, |line| &line.rank_before),
                computed(lines, |line| &line.rank),
            ],
            grouped: shape.grouped,
            banded: shape.banded,
            tiered: shape.tiered,
            as_of: shape.as_of,
        }
    }
}

fn changed(lines: &[Line], change: fn(&Line) -> &ChangeCell) -> bool {
    lines
        .iter()
        .any(|line| !matches!(change(line).mark, words::Mark::NotComparable | words::Mark::NoBase))
}

fn computed(lines: &[Line], rank: fn(&Line) -> &RankCell) -> bool {
    lines
        .iter()
        .any(|line| matches!(rank(line), RankCell::Known { computed: true, .. }))
}

#[component]
pub(super) fn Aligned<'a>(
    compared: &'a Comparison<'a>,
    lines: &'a [Line],
    columns: &'a Columns,
) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let key = compared.key();
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let measure = finding::measure(cx.snapshot(), lang, compared.table);
    let caption = fill!(w::TABLE_CAPTION, lang, measure = &measure);
    let points = if indicator.kind == Kind::Score {
        m::POINTS
    } else {
        m::DIFFERENCE
    };
    let head = |text: String| view! { <th scope="col" class="num">{text}</th> };
    let years = [compared.from, Some(key.year)].into_iter().flatten();
    let years: Vec<String> = years.map(|year| value_head(cx, compared, year)).collect();
    let rank_years = [compared.from.filter(|_| columns.rank_before), Some(key.year)];
    let rank_heads = rank_years
        .into_iter()
        .zip(columns.computed)
        .filter_map(|(year, computed)| {
            let rank = if computed { m::RANK_COMPUTED_HEAD } else { m::RANK };
            Some(head(format!("{} {}", rank.get(lang), year?)))
        });
    let rank_heads = rank_heads.collect_view();
    let from = compared.from.is_some();
    let rows = lines
        .iter()
        .map(|line| view! { <CompareRow line columns from/> })
        .collect_view();
    let whole = cx.links.ranking(&indicator.slug, key.year);
    let short = indicator.short.get(lang);
    let note = crate::views::ranking::model::rank_note(cx, compared.table);
    view! {
        <section aria-labelledby="table-h">
            <h2 class="vh" id="table-h">{w::TABLE.get(lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
            <table class="plain aligned">
                <caption class="vh">{caption.clone()}</caption>
                <thead><tr>
                    <th scope="col">{m::PROVINCE.get(lang)}</th>
                    {years.into_iter().map(head).collect_view()}
                    {columns.points.then(|| head(points.get(lang).to_owned()))}
                    {columns.ranked.then_some(rank_heads)}
                    {(columns.ranked && columns.places).then(|| head(m::PLACES.get(lang).to_owned()))}
                    {columns.grouped.then(|| view! { <th scope="col">{m::GROUP.get(lang)}</th> })}
                    {columns.banded.then(|| view! { <th scope="col">{m::BAND.get(lang)}</th> })}
                    {columns.tiered.then(|| view! { <th scope="col">{w::TIER.get(lang)}</th> })}
                    {columns.as_of.then(|| view! { <th scope="col">{m::AS_OF.get(lang)}</th> })}
                    <th scope="col">{m::SOURCE.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            <p class="small">{note}" "<a href=whole>{fill!(w::SEE_TABLE, lang, indicator = short, year = &key.year.to_string())}</a></p>
        </section>
    }
}

#[component]
fn CompareDash(why: &'static str) -> AnyView {
    view! { <span class="soft">"–"<span class="vh">" "{why}</span></span> }.into_any()
}

#[component]
fn CompareRow<'a>(line: &'a Line, columns: &'a Columns, from: bool) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let before = from.then(|| {
        let text = line.before.clone().map_or_else(
            || view! { <CompareDash why=m::NOT_KNOWN.get(lang)/> }.into_any(),
            IntoAny::into_any,
        );
        view! { <td class="num">{text}</td> }
    });
    let rank_before = (from && columns.rank_before).then(|| {
        view! { <td class="num rank"><FigureRank lang cell=&line.rank_before said={columns.computed[0]}/></td> }
    });
    let ranks = columns.ranked.then(|| {
        let places = columns
            .places
            .then(|| view! { <td class="num">{shapes::change(&line.places)}</td> });
        view! { {rank_before}<td class="num rank"><FigureRank lang cell=&line.rank said={columns.computed[1]}/></td>{places} }
    });
    let band = |is: bool| {
        is.then(|| {
            let text = match &line.band {
                Some(Band::Group(group)) => view! { <QuarterChip lang group={*group}/> }.into_any(),
                Some(Band::Label(label)) => label.clone().into_any(),
                // Published in Vietnamese only.
                Some(Band::Tier(tier)) => view! { <span lang="vi">{tier.clone()}</span> }.into_any(),
                None => view! { <CompareDash why=m::NOT_KNOWN.get(lang)/> }.into_any(),
            };
            view! { <td>{text}</td> }
        })
    };
    let as_of = columns.as_of.then(|| view! { <td>{line.as_of.clone()}</td> });
    view! {
        <tr class=line.first.then_some("me")>
            <th scope="row"><a href=cx.links.province(&line.slug)>{line.name.clone()}</a><small>{line.region.clone()}</small></th>
            {before}
            <td class="num"><b><FigureValue lang cell=&line.value/></b></td>
            {columns.points.then(|| view! { <td class="num">{shapes::change(&line.points)}</td> })}
            {ranks}
            {band(columns.grouped)}
            {band(columns.banded)}
            {band(columns.tiered)}
            {as_of}
            <td><SourceNotes numbers=&line.sources/></td>
        </tr>
    }
}

/// Components by province, and what of it is disputed.
pub(super) fn parts(cx: &PageContext, compared: &Comparison<'_>, table: PartTable) -> (AnyView, Vec<Conflict>) {
    let lang = cx.lang();
    let measure = finding::measure(cx.snapshot(), lang, compared.table);
    let year = compared.key().year.to_string();
    let caption = fill!(w::PARTS_CAPTION, lang, measure = &measure, year = &year);
    let heads = table
        .heads
        .iter()
        .map(|name| view! { <th scope="col" class="num">{name.clone()}</th> });
    let rows = table
        .lines
        .iter()
        .map(|line| view! { <ComparePart line table=&table/> })
        .collect_view();
    let mut reasons: Vec<&str> = Vec::new();
    for cell in table.lines.iter().flat_map(|line| &line.cells) {
        if let (ValueCell::Missing(why), None) = (&cell.value, cell.rank)
            && !reasons.contains(why)
        {
            reasons.push(why);
        }
    }
    let dashes = (!reasons.is_empty()).then(|| {
        view! { <p class="small">{fill!(w::DASH_MEANS, lang, reasons = &reasons.join("; "))}</p> }
    });
    let view = view! {
        <section aria-labelledby="parts-h">
            <h2 id="parts-h">{fill!(w::PARTS, lang, year = &year)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
            <table class="plain parts">
                <caption>{caption.clone()}</caption>
                <thead><tr>
                    <th scope="col">{m::COMPONENT.get(lang)}</th>
                    {table.with_max.then(|| view! { <th scope="col" class="num">{m::MAXIMUM.get(lang)}</th> })}
                    {heads.collect_view()}
                    <th scope="col">{m::SOURCE.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            {dashes}
        </section>
    };
    (view.into_any(), table.conflicts)
}

#[component]
fn ComparePart<'a>(line: &'a PartLine, table: &'a PartTable) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let cell = |cell: &PartCell| {
        let (class, words) = match (cell.mark, table.counts) {
            (Mark::None, _) => ("num", None),
            (Mark::Highest, false) => ("num high", Some(w::HIGHEST)),
            (Mark::Highest, true) => ("num high", Some(w::MOST)),
            (Mark::Lowest, false) => ("num low", Some(w::LOWEST)),
            (Mark::Lowest, true) => ("num low", Some(w::FEWEST)),
        };
        let words = words.map(|words| view! { <small>{words.get(lang)}</small> });
        let as_of = cell.as_of.clone().map(|text| view! { <small>{text}</small> });
        // The reason stands once below the table: in every cell it would hide the figures.
        let value = match (&cell.value, cell.rank) {
            (ValueCell::Missing(_), Some(rank)) => fill!(w::RANK_HERE, lang, rank = &words::rank(rank)).into_any(),
            (ValueCell::Missing(why), None) => view! { <CompareDash why/> }.into_any(),
            _ => view! { <FigureValue lang cell=&cell.value/> }.into_any(),
        };
        view! { <td class=class>{value}{words}{as_of}</td> }
    };
    let mixed = line
        .mixed
        .then(|| view! { <small>{w::MOMENTS_DIFFER.get(lang)}</small> });
    let cells = line.cells.iter().map(cell).collect_view();
    view! {
        <tr>
            <th scope="row">{line.name.clone()}{mixed}</th>
            {table.with_max.then(|| view! { <td class="num">{line.max.clone()}</td> })}
            {cells}
            <td><SourceNotes numbers=&line.sources/></td>
        </tr>
    }
}
