//! Instant filter and sorting of a ranking. Both also work as a form and as links.

use std::cmp::Ordering;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement, Url};

use super::dom;

/// Wakes the filter field and the headings of the ranking.
#[island]
pub fn TableTools() -> impl IntoView {
    Effect::new(move |_| {
        let Some(table) = dom::by_id("ranking") else { return };
        if let Some(field) = dom::by_id("filter").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            filter(&table, &field);
        }
        sort(&table);
        apply_choices();
        show_year();
    });
}

/// Brings the year of the page into sight on its line, which may be longer than the screen.
fn show_year() {
    let current = dom::document().and_then(|d| d.query_selector(".slider [aria-current]").ok().flatten());
    let Some(year) = current.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if let Some(line) = year.closest("ol").ok().flatten() {
        let (year, start) = (year.get_bounding_client_rect(), line.get_bounding_client_rect());
        let middle = year.left() - start.left() - f64::from(line.client_width()) / 2.0;
        line.set_scroll_left(line.scroll_left() + middle as i32);
    }
}

/// A choice in a list of the form above applies at once.
fn apply_choices() {
    let form = dom::document().and_then(|d| d.query_selector(".choice form").ok().flatten());
    let Some(form) = form.and_then(|e| e.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let sent = form.clone();
    dom::listen(&form, "change", move |event| {
        if dom::origin(&event).is_some_and(|e| e.tag_name() == "SELECT") {
            let _ = sent.request_submit();
        }
    });
}

fn rows(table: &Element) -> Vec<Element> {
    dom::all(table, "tbody:not(.own) tr")
}

/// Changes one parameter of the address, so that it can be shared as it stands.
fn remember(name: &str, value: &str) {
    let address = dom::window().and_then(|w| w.location().href().ok());
    let Some(url) = address.and_then(|href| Url::new(&href).ok()) else {
        return;
    };
    if value.is_empty() {
        url.search_params().delete(name);
    } else {
        url.search_params().set(name, value);
    }
    dom::replace_address(&url.href());
}

/// Shows the rows whose name contains what is typed. The rows stay as the server sent them: the table is complete
/// without scripts, and writing it again would need all of its figures a second time.
fn filter(table: &Element, field: &HtmlInputElement) {
    let typed = RwSignal::new(None::<String>);
    let input = field.clone();
    dom::listen(field, "input", move |_| typed.set(Some(input.value())));
    let table = table.clone();
    Effect::new(move |_| {
        let Some(typed) = typed.get() else { return };
        let wanted = dom::fold(&typed);
        let rows = rows(&table);
        let mut shown = 0;
        for row in &rows {
            let hit = js_sys::JsString::from(row.get_attribute("data-k").unwrap_or_default()).includes(&wanted, 0);
            shown += usize::from(hit);
            let _ = row.toggle_attribute_with_force("hidden", !hit);
        }
        if let Some(status) = dom::by_id("shown") {
            let says = if shown == 0 { "data-none" } else { "data-says" };

            let text = status.get_attribute(says).unwrap_or_default();
            let text = dom::fill(&text, [&shown.to_string(), &rows.len().to_string()]);
            status.set_text_content(Some(&text));
        }
        remember("q", &typed);
    });
}

/// By what the rows are sorted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SortColumn {
    /// As they came, or the other way round.
    Rank,
    Name,
    /// The figures of the column at this place.
    Figures(usize),
}

/// An order of the rows that a heading leads to.
#[derive(Clone, PartialEq, Eq)]
struct RowOrder {
    by: SortColumn,
    downwards: bool,
    /// Place of the heading among those that sort.
    heading: usize,
}

fn sort(table: &Element) {
    let headings = dom::all(table, "thead a[data-sort]");
    let by = |link: &Element| link.get_attribute("data-sort").unwrap_or_default();
    let sorted = headings
        .iter()
        .find(|link| heading_of(link).is_some_and(|head| head.has_attribute("aria-sort")));
    // Rows that came in another order cannot be put into that of the ranks.
    let by_rank = sorted.is_some_and(|link| by(link) == "rank");
    let order = RwSignal::new(None::<RowOrder>);
    for (at, link) in headings.iter().enumerate() {
        let (head, by) = (link.clone(), by(link));
        dom::listen(link, "click", move |event| {
            if by == "rank" && !by_rank {
                return;
            }
            event.prevent_default();
            order.set(next_order(&head, &by, at));
        });
    }
    // The rows as they came, for going back to the order by rank.
    let (table, first) = (table.clone(), rows(table));
    Effect::new(move |_| {
        if let Some(order) = order.get() {
            apply(&table, &headings, &first, &order);
        }
    });
}

fn heading_of(link: &Element) -> Option<Element> {
    link.closest("th").ok().flatten()
}

/// The sorted column turns round; another begins in its own direction.
fn next_order(link: &Element, by: &str, at: usize) -> Option<RowOrder> {
    let heading = heading_of(link)?;
    let downwards = match heading.get_attribute("aria-sort").as_deref() {
        Some("ascending") => true,
        Some(_) => false,
        None => matches!(by, "score" | "points" | "places"),
    };
    let by = match by {
        "rank" => SortColumn::Rank,
        "name" => SortColumn::Name,
        _ => SortColumn::Figures(column_of(&heading)),
    };
    Some(RowOrder {
        by,
        downwards,
        heading: at,
    })
}

/// Puts the rows into an order, and the order into the headings and the address.
fn apply(table: &Element, headings: &[Element], first: &[Element], order: &RowOrder) {
    let link = &headings[order.heading];
    let base = dom::document().and_then(|d| d.base_uri().ok().flatten());
    let href = link.get_attribute("href").unwrap_or_default();
    let url = base.and_then(|base| Url::new_with_base(&href, &base).ok());
    let body = table.query_selector("tbody:not(.own)").ok().flatten();
    let (Some(url), Some(body), Some(heading)) = (url, body, heading_of(link)) else {
        return;
    };
    for row in sorted(first, order) {
        let _ = body.append_child(&row);
    }
    for other in dom::all(table, "th[aria-sort]") {
        let _ = other.remove_attribute("aria-sort");
    }
    let _ = heading.set_attribute("aria-sort", if order.downwards { "descending" } else { "ascending" });
    url.search_params()
        .set("dir", if order.downwards { "desc" } else { "asc" });
    dom::replace_address(&url.href());
}

fn sorted(first: &[Element], order: &RowOrder) -> Vec<Element> {
    let language = js_sys::Array::of1(&dom::language().into());
    let name = |row: &Element| {
        let link = row.query_selector("th a").ok().flatten();
        js_sys::JsString::from(link.and_then(|a| a.text_content()).unwrap_or_default())
    };
    let mut rows = first.to_vec();
    // One sort for all columns: each more would be compiled once more.
    rows.sort_by(|a, b| match order.by {
        SortColumn::Rank => Ordering::Equal,
        // The browser knows the Vietnamese alphabet.
        SortColumn::Name => name(a)
            .locale_compare(&String::from(name(b)), &language, &js_sys::Object::new())
            .cmp(&0),
        SortColumn::Figures(column) => compare(value(a, column), value(b, column), order.downwards),
    });
    if order.downwards && !matches!(order.by, SortColumn::Figures(_)) {
        rows.reverse();
    }
    rows
}

fn column_of(heading: &Element) -> usize {
    let mut column = 0;
    let mut before = heading.previous_element_sibling();
    while let Some(cell) = before {
        column += 1;
        before = cell.previous_element_sibling();
    }
    column
}

fn value(row: &Element, column: usize) -> Option<f64> {
    let cells = dom::all(row, "th,td");
    dom::number(&cells.get(column)?.get_attribute("data-v")?)
}

/// Rows without a figure come last, whichever way.
fn compare(a: Option<f64>, b: Option<f64>, downwards: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if downwards => b.total_cmp(&a),
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
