//! What the file holds beside the year before, column by column: a column that is wrong as a whole is seen at a
//! glance.

mod columns;

use leptos::prelude::*;
use messages::fill;

use domain::{
    Lang,
    chart::{ChartBody, ChartModel, Emphasis, Slope, SlopeRow},
    number,
};

use super::sheet::Sheet;
use crate::{
    ChartSize,
    admin::words as w,
    components::{chart::PlainChart, paging::Window},
    links::with_query,
    words,
};
use columns::{FileColumn, Spread, of_file};

/// Columns in the table on one page.
const MOST: usize = 40;
/// Provinces that stand out in the picture.
const NAMED: usize = 4;
/// So many columns are listed at once.
const FEW: usize = 12;

pub(super) fn section(sheet: &Sheet<'_>) -> Option<AnyView> {
    let lang = sheet.lang();
    let columns = of_file(sheet);
    let first = columns
        .iter()
        .find(|column| !column.pairs.is_empty())
        .or(columns.first())?;
    let asked = sheet.parameters.get("show");
    let shown = columns
        .iter()
        .find(|column| Some(column.code.as_str()) == asked)
        .unwrap_or(first);
    let page = sheet
        .parameters
        .get("columns")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let window = Window::new(MOST, columns.len(), page);
    let link = |show: &str, page: usize| {
        let page = if page > 1 { page.to_string() } else { String::new() };
        format!(
            "{}#picture",
            with_query(&sheet.link(""), &[("show", show), ("columns", &page)])
        )
    };
    let rows = columns[window.range()].iter().map(|column| {
        let current = (column.code == shown.code).then_some("true");
        view! {
            <tr><th scope="row"><a href=link(&column.code, page) aria-current=current>{column.name.clone()}</a></th>
                <ColumnCells lang column/></tr>
        }
    });
    // A few columns are seen at once; many are a list to look into.
    let open = columns.len() <= FEW || asked.is_some() || sheet.parameters.get("columns").is_some();
    let title = fill!(w::PICTURE_COLUMNS, lang, count = columns.len());
    let view = view! {
        <div id="picture">
            <h3>{w::PICTURE.get(lang)}</h3>
            <ColumnPicture sheet column=shown/>
            <details open=open><summary>{title}</summary>
            <table class="plain stack spread"><caption>{w::PICTURE_TABLE.get(lang)}</caption>
                <thead><tr><th scope="col">{w::FIGURE.get(lang)}</th><th scope="col" class="num">{w::SPREAD_COUNT.get(lang)}</th>
                    <th scope="col" class="num">{w::SPREAD_LOW.get(lang)}</th><th scope="col" class="num">{w::SPREAD_MIDDLE.get(lang)}</th>
                    <th scope="col" class="num">{w::SPREAD_HIGH.get(lang)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody></table>
            {window.ways(lang, |page| link(&shown.code, page))}
            </details>
        </div>
    };
    Some(view.into_any())
}

/// Number of provinces, lowest, median and highest value, of the year before and of the file.
#[component]
fn ColumnCells<'a>(lang: Lang, column: &'a FileColumn) -> AnyView {
    let both = |of: &dyn Fn(&Spread) -> String| {
        let now = of(&column.now);
        match &column.before {
            Some(before) if column.comparable => format!("{} → {now}", of(before)),
            // Nothing rose or fell: the two stand side by side.
            Some(before) => format!("{} | {now}", of(before)),
            None => now,
        }
    };
    let value = |value: f64| number::format(lang, value, column.decimals);
    let texts = [
        (w::SPREAD_COUNT, both(&|s| number::count(lang, s.count))),
        (w::SPREAD_LOW, both(&|s| value(s.low))),
        (w::SPREAD_MIDDLE, both(&|s| value(s.middle))),
        (w::SPREAD_HIGH, both(&|s| value(s.high))),
    ];
    let cell = |(words, text): (messages::Msg, String)| view! { <td class="num" data-h=words.get(lang)>{text}</td> };
    texts.map(cell).collect_view().into_any()
}

/// One line a province from the year before to the file; a sentence where there is no year before.
#[component]
fn ColumnPicture<'a>(sheet: &'a Sheet<'a>, column: &'a FileColumn) -> AnyView {
    let lang = sheet.lang();
    let Some(before) = column.before_year.filter(|_| !column.pairs.is_empty()) else {
        return view! { <p>{fill!(w::PICTURE_NONE, lang, measure = &column.name)}</p> }.into_any();
    };
    let model = model(sheet, column, before);
    let size = ChartSize {
        width: 720,
        height: 340,
    };
    view! { <PlainChart model=&model id="before-after" size/> }.into_any()
}

fn model(sheet: &Sheet<'_>, column: &FileColumn, before: i32) -> ChartModel {
    let lang = sheet.lang();
    let catalogue = sheet.catalogue();
    let mut largest: Vec<usize> = (0..column.pairs.len()).collect();
    let moved = |at: &usize| (column.pairs[*at].2 - column.pairs[*at].1).abs();
    largest.sort_by(|a, b| moved(b).total_cmp(&moved(a)));
    largest.truncate(NAMED);
    let text = |value: f64| number::format(lang, value, column.decimals);
    let rows: Vec<SlopeRow> = column
        .pairs
        .iter()
        .enumerate()
        .map(|(at, (province, left, right))| {
            let place = largest
                .iter()
                .position(|other| *other == at)
                .filter(|_| column.comparable);
            SlopeRow {
                label: words::province(lang, catalogue.provinces.get(*province)),
                left: *left,
                right: *right,
                left_text: text(*left),
                right_text: text(*right),
                emphasis: place.map_or(Emphasis::Context, |at| {
                    Emphasis::Highlight(u8::try_from(at).unwrap_or(4))
                }),
            }
        })
        .collect();
    let count = |up: bool| {
        column
            .pairs
            .iter()
            .filter(|(_, a, b)| if up { b > a } else { b < a })
            .count()
    };
    let (years, file) = ([before.to_string(), column.year.to_string()], sheet.draft.file);
    let title = if column.comparable {
        let counts = [count(true), count(false), column.pairs.len()];
        fill!(
            w::PICTURE_TITLE,
            lang,
            measure = &column.name,
            up = counts[0],
            down = counts[1],
            total = counts[2]
        )
    } else {
        fill!(
            w::PICTURE_TITLE_BREAK,
            lang,
            measure = &column.name,
            year_before = &years[0],
            year = &years[1]
        )
    };
    let subtitle = fill!(
        w::PICTURE_SUBTITLE,
        lang,
        year_before = &years[0],
        year = &years[1],
        file = file
    );
    let ends = column.pairs.iter().flat_map(|(_, a, b)| [*a, *b]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
        (low.min(v), high.max(v))
    });
    let margin = ((high - low) * 0.04).max(f64::EPSILON.max(high.abs() * 1e-6));
    ChartModel {
        lang,
        description: format!("{title}. {subtitle}"),
        title,
        subtitle,
        source: fill!(w::PICTURE_SOURCE, lang, file = file),
        notes: Vec::new(),
        body: ChartBody::Slope(Slope {
            left: fill!(w::PICTURE_PUBLISHED, lang, year_before = &years[0]),
            right: fill!(w::PICTURE_FILE, lang, year = &years[1]),
            rows,
            min: low - margin,
            max: high + margin,
            ranks: false,
            joined: column.comparable,
            without: Vec::new(),
        }),
    }
}
