//! The dispersion of an indicator where it leaves the page: chart, typed table, notes.

use domain::{ComponentId, data_table::DataKind};
use messages::{common as m, dispersion as w};

use super::model::{DispersionView, LINES, dispersion};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm, ViewKind,
        tables::{Sources, TypedTable, column, number, whole},
    },
};

/// The view of an indicator's dispersion.
pub(crate) fn view(found: &DispersionView<'_>, form: ViewForm) -> DerivedView {
    DerivedView {
        kind: ViewKind::Dispersion,
        indicator: Some(found.indicator),
        year: None,
        province: None,
        form,
    }
}

/// The view at an address; `None` without a complete table of scores.
pub(crate) fn own(cx: &PageContext, view: DerivedView) -> Option<ViewContent> {
    let found = dispersion(cx, view.indicator?)?;
    let slug = &cx.snapshot().catalogue.indicator(found.indicator).slug;
    let of_table = view.form == ViewForm::Table;
    let (typed, sources) = typed(cx, &found);
    Some(ViewContent {
        cited: vec![(found.indicator, found.span())],
        component: ComponentId::TOTAL,
        title: found.title(cx),
        subtitle: found.subtitle(cx),
        model: (!of_table).then(|| found.chart(cx)),
        notes: found.notes(cx),
        typed,
        readme: vec![(
            w::DISPERSION.get(cx.lang()).to_owned(),
            w::LEAD.get(cx.lang()).to_owned(),
        )],
        sources,
        state: Vec::new(),
        page: format!("/dispersion/{slug}"),
        page_state: Vec::new(),
        place: if of_table { "table-h" } else { "chart" }.to_owned(),
        name: format!(
            "{}-dispersion{}",
            slug.replace('_', "-"),
            if of_table { "-table" } else { "" }
        ),
    })
}

/// One row per year with a complete table.
fn typed(cx: &PageContext, found: &DispersionView<'_>) -> (TypedTable, Sources) {
    let lang = cx.lang();
    let decimals = cx
        .snapshot()
        .catalogue
        .indicator(found.indicator)
        .decimals(ComponentId::TOTAL);
    const KEYS: [&str; 5] = ["highest", "upper_quartile", "median", "lower_quartile", "lowest"];
    let mut columns = vec![column("year", m::YEAR.get(lang), DataKind::Whole)];
    let values = KEYS.into_iter().zip(LINES);
    columns.extend(values.map(|(key, (label, ..))| column(key, label.get(lang), DataKind::Number(decimals))));
    columns.push(column("middle_half", w::APART.get(lang), DataKind::Number(decimals)));
    columns.push(column("provinces", w::COUNT.get(lang), DataKind::Whole));
    let mut sources = Sources::default();
    let rows = found.years.iter().map(|of| {
        for row in &of.table.rows {
            sources.add(cx.snapshot().figure(row.figure));
        }
        let mut cells = vec![whole(Some(of.table.key.year))];
        cells.extend(LINES.map(|(_, _, value)| number(Some(value(&of.dispersion)))));
        cells.push(number(Some(of.dispersion.between_quartiles())));
        cells.push(whole(i32::try_from(of.dispersion.count).ok()));
        cells
    });
    let rows = rows.collect();
    (TypedTable { columns, rows }, sources)
}
