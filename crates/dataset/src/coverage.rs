//! Reports the coverage of each indicator and year, as a table for `data/bundled/README.md`.

use std::collections::BTreeMap;

use domain::{ComponentId, IndicatorId, ProvinceList, Rank, RankOrigin, Snapshot, Table};

const HEADER: &str = "\
| indicator | year | units | headline values | in conflict | headline ranks | components known for all units |
|---|---|---|---|---|---|---|
";

/// Returns a Markdown table with one row per indicator, year and province list that has annual figures.
#[must_use]
pub fn coverage(snapshot: &Snapshot) -> String {
    let mut text = HEADER.to_owned();
    for (id, indicator) in snapshot.catalogue.indicators() {
        for ((year, basis), tables) in tables_of(snapshot, id) {
            let [headline, conflicts, ranks] = match tables.iter().find(|t| t.key.component == ComponentId::TOTAL) {
                Some(total) => headline(snapshot, total),
                None => ["–"; 3].map(str::to_owned),
            };
            text.push_str(&format!(
                "| `{}` | {year} | {} | {headline} | {conflicts} | {ranks} | {} |\n",
                indicator.slug,
                basis.code(),
                components(&tables),
            ));
        }
    }
    text
}

fn tables_of(snapshot: &Snapshot, id: IndicatorId) -> BTreeMap<(i32, ProvinceList), Vec<&Table>> {
    let mut found: BTreeMap<(i32, ProvinceList), Vec<&Table>> = BTreeMap::new();
    for (component, _) in snapshot.catalogue.indicator(id).components() {
        for table in snapshot.tables(id, component).filter(|t| !t.rows.is_empty()) {
            found.entry((table.key.year, table.key.basis)).or_default().push(table);
        }
    }
    found
}

/// Returns the cells for values, conflicts and ranks of the headline figure.
fn headline(snapshot: &Snapshot, total: &Table) -> [String; 3] {
    let conflicts = total
        .rows
        .iter()
        .filter(|row| snapshot.figure(row.figure).conflicting())
        .count();
    let computed = total
        .rows
        .iter()
        .filter(|row| snapshot.figure(row.figure).computed())
        .count();
    let values = format!("{} of {}", total.with_value, total.expected);
    [
        match computed {
            0 => values,
            computed => format!("{values}, {computed} computed"),
        },
        count_or_dash(conflicts, ""),
        ranks(total),
    ]
}

fn ranks(total: &Table) -> String {
    let count = |origin| {
        let ranked = |rank: &Rank| rank.origin == origin;
        total.rows.iter().filter_map(|row| row.rank).filter(ranked).count()
    };
    match count(RankOrigin::Computed) {
        0 => count_or_dash(count(RankOrigin::Published), " published"),
        computed => count_or_dash(computed, " computed"),
    }
}

fn components(tables: &[&Table]) -> String {
    let components = || tables.iter().filter(|t| t.key.component != ComponentId::TOTAL);
    match components().count() {
        0 => "–".to_owned(),
        all => format!(
            "{} of {all}",
            components().filter(|t| t.with_value == t.expected).count()
        ),
    }
}

fn count_or_dash(number: usize, label: &str) -> String {
    match number {
        0 => "–".to_owned(),
        number => format!("{number}{label}"),
    }
}
