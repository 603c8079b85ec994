//! The components of a change, and below them what they add up to.

use domain::{
    Lang, number,
    why::{Account, Decomposition, Part},
};
use leptos::prelude::*;
use messages::{common as m, fill, why as w};

use crate::{
    components::{figure::SourceNotes, shapes},
    context::page_context,
    views::why::model::{self, Why},
};

/// Which columns the table has, and with how many decimals.
#[derive(Clone, Copy)]
struct Columns {
    lang: Lang,
    digits: u8,
    account: Option<Account>,
    weighted: bool,
    placed: bool,
    /// On a phone the contribution stands for the difference that it is made of.
    opt: &'static str,
}

impl Columns {
    fn read(self, value: f64) -> String {
        number::format(self.lang, value, self.digits)
    }

    fn signed(self, value: f64) -> String {
        number::format_signed(self.lang, value, self.digits)
    }
}

/// `notes` are the numbers of the sources of all figures in it.
#[component]
pub(super) fn WhyTable<'a>(why: &'a Why, taken: &'a Decomposition, notes: &'a [usize]) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let account = taken.account;
    let columns = Columns {
        lang,
        digits: model::exact(taken),
        account,
        weighted: account.is_some_and(|account| account.weighted),
        placed: taken.parts.iter().any(|part| part.places.is_some()),
        opt: if account.is_some() { "num opt" } else { "num" },
    };
    let short = cx.snapshot().catalogue.indicator(why.key.indicator).short.get(lang);
    let years = [taken.from_year, why.key.year].map(|year| year.to_string());
    let caption = fill!(
        w::PARTS_TABLE,
        lang,
        indicator = short,
        from = &years[0],
        to = &years[1]
    );
    let rows = taken.parts.iter().map(|part| {
        view! { <WhyRow columns name=super::super::texts::component(cx, why, part.component) part/> }.into_any()
    });
    let rows = rows.collect_view();
    let explanation = if columns.placed {
        fill!(w::PLACES_TEXT, lang, from = &years[0], to = &years[1])
    } else {
        fill!(w::PLACES_UNKNOWN, lang, year = &years[1])
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain why-parts">
            <caption>{caption.clone()}" "<SourceNotes numbers=notes/></caption>
            {head(columns, years)}
            <tbody>{rows}</tbody>
            <WhyFoot columns taken/>
        </table></div>
        {account.map(|_| view! { <p class="small prose">{explanation}</p> })}
    }
    .into_any()
}

fn head(columns: Columns, [from, to]: [String; 2]) -> AnyView {
    let Columns { lang, opt, .. } = columns;
    view! {
        <thead><tr>
            <th scope="col">{m::COMPONENT.get(lang)}</th>
            <th scope="col" class="num">{from}</th>
            <th scope="col" class="num">{to}</th>
            <th scope="col" class=opt>{w::DIFFERENCE.get(lang)}</th>
            {columns.weighted.then(|| view! { <th scope="col" class=opt>{w::WEIGHT.get(lang)}</th> })}
            {columns.account.map(|_| view! { <th scope="col" class="num">{w::CONTRIBUTION.get(lang)}</th> })}
            {columns.placed.then(|| view! { <th scope="col" class="num">{w::PLACES.get(lang)}</th> })}
        </tr></thead>
    }
    .into_any()
}

#[component]
fn WhyRow<'a>(columns: Columns, name: String, part: &'a Part) -> AnyView {
    let Columns { lang, opt, .. } = columns;
    let places = model::places(lang, part).map(|cell| shapes::change(&cell));
    let weight = part.weight.map(|weight| number::format(lang, weight, 1));
    let contribution = part.contribution.map(|value| columns.signed(value));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{columns.read(part.from)}</td>
            <td class="num">{columns.read(part.to)}</td>
            <td class=opt>{columns.signed(part.difference)}</td>
            {columns.weighted.then(|| view! { <td class=opt>{weight}</td> })}
            {columns.account.map(|_| view! { <td class="num">{contribution}</td> })}
            {columns.placed.then(|| view! { <td class="num">{places}</td> })}
        </tr>
    }
    .into_any()
}

/// Sum of the contributions, remainder and total.
#[component]
fn WhyFoot<'a>(columns: Columns, taken: &'a Decomposition) -> AnyView {
    let Columns { lang, opt, .. } = columns;
    let line = |label: &'static str, value: f64| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td></td><td></td><td class="opt"></td>
                {columns.weighted.then(|| view! { <td class="opt"></td> })}
                <td class="num">{columns.signed(value)}</td>
                {columns.placed.then(|| view! { <td></td> })}
            </tr>
        }
    };
    let sums = columns.account.map(|account| {
        view! { {line(w::SUM.get(lang), account.explained)}{line(w::REMAINDER.get(lang), account.remainder)} }
    });
    view! {
        <tfoot>
            {sums}
            <tr>
                <th scope="row">{w::TOTAL.get(lang)}</th>
                <td class="num">{columns.read(taken.from)}</td>
                <td class="num">{columns.read(taken.to)}</td>
                <td class=opt>{columns.signed(taken.change)}</td>
                {columns.weighted.then(|| view! { <td class="opt"></td> })}
                {columns.account.map(|_| view! { <td class="num">{columns.signed(taken.change)}</td> })}
                {columns.placed.then(|| view! { <td></td> })}
            </tr>
        </tfoot>
    }
    .into_any()
}
