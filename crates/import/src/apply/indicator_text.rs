//! Updates an indicator's file in the catalogue with what an upload adds. The file is edited rather than generated: it
//! is maintained by hand, and its comments, order and spacing are preserved.

use domain::{Component, Direction, Indicator, Kind, Method, PairVerdict, RankPolicy, Span, Text, Unit, Verdict};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::ApplyError;
use crate::DataFiles;

/// Returns the text of an indicator's file after the change from `before` to `after`. Only methods, components and
/// verdicts change.
///
/// # Errors
/// Fails if the file is missing, is not valid TOML, or does not match `before`.
pub(super) fn indicator_text(
    path: &str,
    bytes: Option<&Vec<u8>>,
    before: &Indicator,
    after: &Indicator,
) -> Result<Vec<u8>, ApplyError> {
    let broken = |what: &str| ApplyError::BrokenFile {
        file: path.to_owned(),
        what: what.to_owned(),
    };
    let bytes = bytes.ok_or_else(|| broken("the file is missing"))?;
    let text = std::str::from_utf8(bytes).map_err(|error| broken(&error.to_string()))?;
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| broken(error.message()))?;
    let stale = || broken("the file does not match the current edition");
    for component in &after.components {
        match before.components.iter().find(|known| known.slug == component.slug) {
            Some(known) if known == component => {}
            Some(_) => {
                let table = find(&mut document, "components", &component.slug).ok_or_else(stale)?;
                update_component(table, component);
            }
            None => push(&mut document, "components", new_component(component, after)).ok_or_else(stale)?,
        }
    }
    // Placeholder methods for years whose method was unknown are removed; everything else stays where it is.
    let only_span_differs = |known: &Method, method: &Method| {
        Method {
            span: method.span,
            ..known.clone()
        } == *method
    };
    for known in &before.methods {
        if !after
            .methods
            .iter()
            .any(|method| method.slug == known.slug && only_span_differs(known, method))
        {
            let id = known.slug.as_str();
            remove(&mut document, "methods", |table| {
                table.get("id").and_then(Item::as_str) == Some(id)
            });
        }
    }
    for method in &after.methods {
        match before.methods.iter().find(|known| known.slug == method.slug) {
            Some(known) if known == method => {}
            Some(known) if only_span_differs(known, method) => set_span(
                find(&mut document, "methods", &method.slug).ok_or_else(stale)?,
                method.span,
            ),
            _ => push(&mut document, "methods", new_method(method)).ok_or_else(stale)?,
        }
    }
    for known in before.verdicts.iter().filter(|known| !after.verdicts.contains(known)) {
        let year = |table: &Table, key: &str| table.get(key).and_then(Item::as_integer);
        let pair = (Some(i64::from(known.from)), Some(i64::from(known.to)));
        remove(&mut document, "verdicts", |table| {
            (year(table, "from"), year(table, "to")) == pair
        });
    }
    for verdict in after
        .verdicts
        .iter()
        .filter(|verdict| !before.verdicts.contains(verdict))
    {
        push(&mut document, "verdicts", new_verdict(verdict)).ok_or_else(stale)?;
    }
    Ok(document.to_string().into_bytes())
}

/// Returns the position after all indicators: their ids are positions, and existing ids must not change.
pub(super) fn next_order(files: &DataFiles) -> i64 {
    let indicators = files
        .iter()
        .filter(|(path, _)| path.starts_with("catalogue/indicators/"));
    let order = |bytes: &Vec<u8>| -> Option<i64> {
        let document: DocumentMut = std::str::from_utf8(bytes).ok()?.parse().ok()?;
        document.get("order")?.as_integer()
    };
    indicators.filter_map(|(_, bytes)| order(bytes)).max().unwrap_or(0) + 1
}

/// Returns the file of an indicator that is new to the catalogue.
pub(super) fn new_indicator_text(indicator: &Indicator, order: i64) -> Vec<u8> {
    let mut document = DocumentMut::new();
    document.insert("id", value(indicator.slug.as_str()));
    document.insert("order", value(order));
    let kind = match indicator.kind {
        Kind::Score => "score",
        Kind::Count => "count",
        Kind::Coverage => "coverage",
    };
    document.insert("kind", value(kind));
    let unit = match indicator.unit {
        Unit::Point => "point",
        Unit::Percent => "percent",
        Unit::Count => "count",
    };
    document.insert("unit", value(unit));
    if let Some((low, high)) = indicator.scale {
        document.insert("scale", value(Array::from_iter([number(low), number(high)])));
    }
    let direction = match indicator.direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
        Direction::Neutral => "neutral",
    };
    document.insert("direction", value(direction));
    document.insert("decimals", value(i64::from(indicator.decimals)));
    let ranks = match indicator.ranks {
        RankPolicy::Published => "published",
        RankPolicy::PublishedOrComputed => "published_or_computed",
        RankPolicy::Groups => "groups",
        RankPolicy::None => "none",
    };
    document.insert("ranks", value(ranks));
    let total = indicator
        .components
        .first()
        .map_or("overall", |component| component.slug.as_str());
    document.insert("total", value(total));
    let texts = [
        ("name", Some(&indicator.name)),
        ("short", Some(&indicator.short)),
        ("description", Some(&indicator.description)),
        ("publisher", Some(&indicator.publisher)),
        ("licence", Some(&indicator.licence)),
        ("citation", Some(&indicator.citation)),
        ("counted_as", indicator.counted_as.as_ref()),
    ];
    for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
        document.insert(key, words(text));
    }
    let lists = [
        (
            "components",
            indicator
                .components
                .iter()
                .map(|part| new_component(part, indicator))
                .collect::<Vec<_>>(),
        ),
        ("methods", indicator.methods.iter().map(new_method).collect()),
        ("verdicts", indicator.verdicts.iter().map(new_verdict).collect()),
    ];
    for (list, tables) in lists {
        for table in tables {
            // The lists are new, so their names cannot be taken by other items.
            let _ = push(&mut document, list, table);
        }
    }
    document.to_string().into_bytes()
}

/// Returns the table of a list with this `id`.
fn find<'a>(document: &'a mut DocumentMut, list: &str, id: &str) -> Option<&'a mut Table> {
    let tables = document.get_mut(list)?.as_array_of_tables_mut()?;
    tables
        .iter_mut()
        .find(|table| table.get("id").and_then(Item::as_str) == Some(id))
}

/// Removes tables from a list, together with the comments in front of them.
fn remove(document: &mut DocumentMut, list: &str, which: impl Fn(&Table) -> bool) {
    if let Some(tables) = document.get_mut(list).and_then(Item::as_array_of_tables_mut) {
        tables.retain(|table| !which(table));
    }
}

/// Appends a table to a list, after an empty line. A list that does not exist yet is added last.
fn push(document: &mut DocumentMut, list: &str, mut table: Table) -> Option<()> {
    table.decor_mut().set_prefix("\n");
    let item = document
        .entry(list)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut()?.push(table);
    Some(())
}

fn update_component(table: &mut Table, component: &Component) {
    set_span(table, component.span);
    if !component.again.is_empty() {
        let spans = component.again.iter().map(|span| years(*span));
        table["again"] = value(spans.collect::<Array>());
    }
    let Some(maxima) = table.get_mut("max").and_then(Item::as_array_mut) else {
        return;
    };
    for (at, (span, highest)) in component.maxima.iter().enumerate() {
        match maxima.get_mut(at).and_then(Value::as_inline_table_mut) {
            Some(entry) => set_years(entry, *span),
            None => {
                let mut entry = years(*span);
                entry.insert("value", number(*highest));
                maxima.push(entry);
            }
        }
    }
}

/// Sets `from` and `to` where they differ; an open end has no key.
fn set_span(table: &mut Table, span: Span) {
    for (key, year, open) in [("from", span.from, i32::MIN), ("to", span.to, i32::MAX)] {
        if year == open {
            table.remove(key);
            continue;
        }
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(known) => replace(known, i64::from(year)),
            None => {
                table.insert(key, value(i64::from(year)));
            }
        }
    }
}

fn set_years(entry: &mut InlineTable, span: Span) {
    for (key, year, open) in [("from", span.from, i32::MIN), ("to", span.to, i32::MAX)] {
        if year == open {
            entry.remove(key);
            continue;
        }
        match entry.get_mut(key) {
            Some(known) => replace(known, i64::from(year)),
            None => {
                entry.insert(key, Value::from(i64::from(year)));
            }
        }
    }
}

/// Replaces a number, preserving the spaces and comments around it.
fn replace(known: &mut Value, with: i64) {
    if known.as_integer() == Some(with) {
        return;
    }
    let decor = known.decor().clone();
    *known = Value::from(with);
    *known.decor_mut() = decor;
}

/// Returns an inline table such as `{ from = 2020, to = 2021 }`.
fn years(span: Span) -> InlineTable {
    let mut table = InlineTable::new();
    set_years(&mut table, span);
    table
}

fn words(text: &Text) -> Item {
    let mut table = InlineTable::new();
    table.insert("vi", text.vi.as_str().into());
    table.insert("en", text.en.as_str().into());
    value(table)
}

/// Returns a number as a TOML value: an integer if it has no decimals, as editors write it.
fn number(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of moderate size")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, reason = "used only to detect a loss of precision")]
    let same = whole as f64;
    if (same - number).abs() < f64::EPSILON {
        Value::from(whole)
    } else {
        Value::from(number)
    }
}

fn new_component(component: &Component, indicator: &Indicator) -> Table {
    let mut table = Table::new();
    table.insert("id", value(component.slug.as_str()));
    table.insert("name", words(&component.name));
    if !component.aliases.is_empty() {
        table.insert(
            "aliases",
            value(component.aliases.iter().map(String::as_str).collect::<Array>()),
        );
    }
    if let Some(parent) = component.parent {
        table.insert("parent", value(indicator.component(parent).slug.as_str()));
    }
    set_span(&mut table, component.span);
    if component.block {
        table.insert("block", value(true));
    }
    table
}

fn new_method(method: &Method) -> Table {
    let mut table = Table::new();
    table.insert("id", value(method.slug.as_str()));
    set_span(&mut table, method.span);
    table.insert("name", words(&method.name));
    if let Some(decision) = &method.decision {
        table.insert("decision", value(decision.as_str()));
    }
    if let Some(day) = method.decided {
        table.insert("decided", value(day.iso()));
    }
    table.insert("summary", words(&method.summary));
    table
}

fn new_verdict(verdict: &PairVerdict) -> Table {
    let mut table = Table::new();
    table.insert("from", value(i64::from(verdict.from)));
    table.insert("to", value(i64::from(verdict.to)));
    let word = match verdict.verdict {
        Verdict::SameMethod => "same_method",
        Verdict::MethodChanged => "method_changed",
        Verdict::Unclear => "unclear",
        Verdict::UnitsChanged => "units_changed",
    };
    table.insert("verdict", value(word));
    if let Some(decision) = &verdict.decision {
        table.insert("decision", value(decision.as_str()));
    }
    table.insert("reason", words(&verdict.reason));
    table
}
