//! The view that leaves the page: chart, typed table, notes.

use domain::chart::Note;
use domain::{
    ComponentId, Snapshot, TableKey,
    data_table::{DataCell, DataKind},
    why::{Decomposition, Part},
};
use messages::{export as shared_words, fill, why as w};

use super::{
    model::{Why, account, steps, summary, title},
    texts::{component, exact},
};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm, ViewKind,
        tables::{Sources, TypedTable, column, number, text, whole},
    },
    findings::{comparison, headline as finding},
    query::{BadParameters, Parameters},
};

/// How the view of a page is called where it is shared.
pub(crate) fn view(why: &Why, form: ViewForm) -> DerivedView {
    DerivedView {
        kind: ViewKind::Why,
        indicator: Some(why.key.indicator),
        year: None,
        province: Some(why.province),
        form,
    }
}

/// The view at an address; `None` if there are no figures for it.
pub(crate) fn find(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let Some(of) = view.province.zip(view.indicator) else {
        return Ok(None);
    };
    let why = super::model::find(cx, of, parameters)?;
    Ok(why.and_then(|why| shown(cx, view, &why)))
}

fn shown(cx: &PageContext, view: DerivedView, why: &Why) -> Option<ViewContent> {
    let taken = why.decomposition()?;
    let lang = cx.lang();
    let (province, id) = (why.province, why.key.indicator);
    let indicator = cx.snapshot().catalogue.indicator(id);
    let model = if view.form == ViewForm::Steps {
        Some(steps(cx, why)?)
    } else {
        None
    };
    let [from, to] = [taken.from_year, why.key.year].map(|year| year.to_string());
    let name = finding::name(cx.snapshot(), lang, province, why.key);
    let slug = &cx.snapshot().catalogue.provinces.get(province).slug;
    let mut notes = vec![compared(cx, why, taken)];
    let accounted = account(cx, why, taken);
    notes.extend(accounted.first().cloned().map(Note::from));
    let mut readme = vec![(w::README_SUM.get(lang).to_owned(), accounted.join(" "))];
    let summed = summary(cx, why, taken).join(" ");
    readme.push((fill!(w::BETWEEN, lang, from = &from, to = &to), summed));
    let mut sources = Sources::default();
    let typed = typed(cx, why, taken, &mut sources);
    let state = why.state();
    Some(ViewContent {
        cited: vec![(id, format!("{from}–{to}"))],
        component: ComponentId::TOTAL,
        title: title(cx, why),
        subtitle: fill!(
            w::SUBTITLE,
            lang,
            indicator = indicator.short.get(lang),
            province = &name,
            from = &from,
            to = &to
        ),
        model,
        notes,
        typed,
        readme,
        sources,
        page: format!("/provinces/{slug}/{}/why", indicator.slug),
        page_state: state.clone(),
        state,
        place: if view.form == ViewForm::Steps { "steps" } else { "parts" }.to_owned(),
        name: format!(
            "{slug}-{}-{from}-{to}-why-{}",
            indicator.slug.replace('_', "-"),
            view.form.word()
        ),
    })
}

/// The verdict on the two years.
fn compared(cx: &PageContext, why: &Why, taken: &Decomposition) -> Note {
    let lang = cx.lang();
    let compared = cx
        .snapshot()
        .catalogue
        .indicator(why.key.indicator)
        .compare(taken.from_year, why.key.year);
    let years = [taken.from_year, why.key.year].map(|year| year.to_string());
    let says = format!("{}.", crate::words::verdict(compared.verdict).get(lang));
    Note::comparability(fill!(
        shared_words::COMPARABLE_MARK,
        lang,
        comparison = &format!("{}–{}:", years[0], years[1]),
        verdict = &says,
        reason = &comparison::reason(lang, compared)
    ))
}

fn typed(cx: &PageContext, why: &Why, taken: &Decomposition, sources: &mut Sources) -> TypedTable {
    let lang = cx.lang();
    let kind = DataKind::Number(exact(taken));
    let year = |year: i32| fill!(w::COL_FROM, lang, year = &year.to_string());
    let columns = vec![
        column("component", shared_words::COL_COMPONENT.get(lang), DataKind::Text),
        column("value_from", year(taken.from_year), kind),
        column("value_to", year(why.key.year), kind),
        column("difference", w::COL_DIFFERENCE.get(lang), kind),
        column("weight", w::COL_WEIGHT.get(lang), DataKind::Number(2)),
        column("contribution", w::COL_CONTRIBUTION.get(lang), kind),
        column("places", w::COL_PLACES.get(lang), DataKind::Whole),
    ];
    add_sources(cx.snapshot(), why, taken, sources);
    let mut rows: Vec<Vec<DataCell>> = taken
        .parts
        .iter()
        .map(|part| row(component(cx, why, part.component), part))
        .collect();
    if let Some(account) = taken.account {
        let mut remainder = vec![DataCell::Empty; columns.len()];
        remainder[0] = text(w::REMAINDER.get(lang));
        remainder[5] = number(Some(account.remainder));
        rows.push(remainder);
    }
    rows.push(vec![
        text(w::TOTAL.get(lang)),
        number(Some(taken.from)),
        number(Some(taken.to)),
        number(Some(taken.change)),
        DataCell::Empty,
        number(taken.account.map(|_| taken.change)),
        DataCell::Empty,
    ]);
    TypedTable { columns, rows }
}

fn row(name: String, part: &Part) -> Vec<DataCell> {
    vec![
        text(name),
        number(Some(part.from)),
        number(Some(part.to)),
        number(Some(part.difference)),
        number(part.weight),
        number(part.contribution),
        whole(part.places),
    ]
}

/// The figures of both years: total and components.
fn add_sources(snapshot: &Snapshot, why: &Why, taken: &Decomposition, sources: &mut Sources) {
    for figure in figures(snapshot, why, taken) {
        sources.add(figure);
    }
}

/// Every figure that the decomposition used.
pub(crate) fn figures<'a>(snapshot: &'a Snapshot, why: &Why, taken: &Decomposition) -> Vec<&'a domain::Figure> {
    let components = std::iter::once(ComponentId::TOTAL).chain(taken.parts.iter().map(|part| part.component));
    let both = components.flat_map(|component| {
        let key = TableKey { component, ..why.key };
        let now = snapshot.table(key).and_then(|table| table.row(why.province));
        [snapshot.base_row(key, taken.from_year, why.province), now]
    });
    both.flatten().map(|row| snapshot.figure(row.figure)).collect()
}
