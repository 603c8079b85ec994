//! Instant filter and sorting of a ranking. Both also work as a form and as links.

use std::{cmp::Ordering, rc::Rc};

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
    replace(&url.href());
}

fn replace(address: &str) {
    if let Some(history) = dom::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

fn filter(table: &Element, field: &HtmlInputElement) {
    let (table, input) = (table.clone(), field.clone());
    dom::listen(field, "input", move |_| {
        let wanted = dom::fold(&input.value());
        let rows = rows(&table);
        let mut shown = 0;
        for row in &rows {
            let hit = row.get_attribute("data-k").unwrap_or_default().contains(&wanted);
            shown += usize::from(hit);
            let _ = row.toggle_attribute_with_force("hidden", !hit);
        }
        if let Some(status) = dom::by_id("shown") {
            let says = if shown == 0 { "data-none" } else { "data-says" };
            // The sentence waits on the page, with {0} and {1} for the numbers.
            let text = js_sys::JsString::from(status.get_attribute(says).unwrap_or_default());
            let text = text
                .replace("{0}", &shown.to_string())
                .replace("{1}", &rows.len().to_string());
            let text = String::from(text);
            status.set_text_content(Some(&text));
        }
        remember("q", &input.value());
    });
}

fn sort(table: &Element) {
    // The rows as they came, for going back to the order by rank.
    let by_rank = table
        .query_selector("th[aria-sort] a")
        .ok()
        .flatten()
        .and_then(|a| a.get_attribute("data-sort"))
        .as_deref()
        == Some("rank");
    let first = Rc::new(rows(table));
    for link in dom::all(table, "thead a[data-sort]") {
        let (table, head, first) = (table.clone(), link.clone(), Rc::clone(&first));
        let by = link.get_attribute("data-sort").unwrap_or_default();
        dom::listen(&link, "click", move |event| {
            if by == "rank" && !by_rank {
                return;
            }
            event.prevent_default();
            reorder(&table, &head, &by, &first);
        });
    }
}

fn reorder(table: &Element, link: &Element, by: &str, first: &[Element]) {
    let Some(heading) = link.closest("th").ok().flatten() else {
        return;
    };
    let Some(url) = dom::document()
        .and_then(|d| d.base_uri().ok().flatten())
        .and_then(|base| Url::new_with_base(&link.get_attribute("href").unwrap_or_default(), &base).ok())
    else {
        return;
    };
    // The sorted column turns round; another begins in its own direction.
    let downwards = match heading.get_attribute("aria-sort").as_deref() {
        Some("ascending") => true,
        Some(_) => false,
        None => matches!(by, "score" | "points" | "places"),
    };
    url.search_params().set("dir", if downwards { "desc" } else { "asc" });
    let mut order = first.to_vec();
    let column = column_of(&heading);
    let language = dom::document()
        .and_then(|d| d.document_element())
        .and_then(|e| e.get_attribute("lang"));
    let language = js_sys::Array::of1(&language.unwrap_or_default().into());
    let name = |row: &Element| {
        let link = row.query_selector("th a").ok().flatten();
        js_sys::JsString::from(link.and_then(|a| a.text_content()).unwrap_or_default())
    };
    // One sort for all columns: each more would be compiled once more.
    order.sort_by(|a, b| match by {
        "rank" => Ordering::Equal,
        // The browser knows the Vietnamese alphabet.
        "name" => name(a)
            .locale_compare(&String::from(name(b)), &language, &js_sys::Object::new())
            .cmp(&0),
        _ => compare(value(a, column), value(b, column), downwards),
    });
    if downwards && matches!(by, "rank" | "name") {
        order.reverse();
    }
    let Some(body) = table.query_selector("tbody:not(.own)").ok().flatten() else {
        return;
    };
    for row in &order {
        let _ = body.append_child(row);
    }
    for other in dom::all(table, "th[aria-sort]") {
        let _ = other.remove_attribute("aria-sort");
    }
    let _ = heading.set_attribute("aria-sort", if downwards { "descending" } else { "ascending" });
    replace(&url.href());
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
    dom::all(row, "th,td")
        .get(column)?
        .get_attribute("data-v")?
        .parse()
        .ok()
}

/// Rows without a figure come last, whichever way.
fn compare(a: Option<f64>, b: Option<f64>, downwards: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if downwards => b.total_cmp(&a),
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}
