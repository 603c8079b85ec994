use super::*;
use crate::{
    Catalogue, Date, Figure, FigureKey, Method, PairVerdict, Place, Province, Provinces, test_parts,
    test_parts::{claim, edition, method, province, region, text as both},
};

fn indicator(slug: &str, methods: Vec<Method>, verdicts: Vec<PairVerdict>) -> Indicator {
    Indicator {
        scale: Some((0.0, 100.0)),
        methods,
        verdicts,
        ..test_parts::indicator(slug, &["overall", "land"])
    }
}

/// Component, province, year, value.
type Cell = (&'static str, &'static str, i32, f64);

fn snapshot(number: u32, indicators: Vec<Indicator>, provinces: &[&str], cells: &[Cell]) -> Snapshot {
    let list: Vec<Province> = provinces.iter().map(|slug| province(slug)).collect();
    let catalogue = Catalogue {
        indicators,
        provinces: Provinces::new(list, vec![region()], Vec::new()),
        ..Catalogue::default()
    };
    let figure = |(part, slug, year, value): &Cell| {
        let indicator = catalogue.indicator_by_slug("pci").unwrap();
        let key = FigureKey {
            indicator,
            component: catalogue.indicator(indicator).component_by_slug(part).unwrap(),
            place: Place::Province(catalogue.provinces.by_slug(slug).unwrap()),
            basis: ProvinceList::Before2025,
            year: Some(*year),
            as_of: None,
        };
        Figure::new(key, vec![claim(Some(*value))])
    };
    let figures = cells.iter().map(figure).collect();
    Snapshot::new(edition(number, cells.len()), Arc::new(catalogue), figures)
}

fn pci() -> Indicator {
    indicator("pci", vec![method("v1", 2015, 2030)], Vec::new())
}

fn names(table: &TableChanges) -> Vec<&str> {
    table.provinces.iter().map(|p| p.slug.as_str()).collect()
}

#[test]
fn a_different_order_is_not_a_change() {
    let cells = [
        ("overall", "a", 2015, 60.0),
        ("overall", "b", 2015, 70.0),
        ("land", "a", 2015, 5.0),
    ];
    let old = snapshot(1, vec![pci()], &["a", "b"], &cells);
    let other = indicator("papi", Vec::new(), Vec::new());
    let mut reversed = cells;
    reversed.reverse();
    let new = snapshot(2, vec![other, pci()], &["c", "b", "a"], &reversed[..]);
    // With a third province without a figure the table is not complete and has no computed ranks.
    let changes = changes_between(&old, &new);
    let ranks_alone = |p: &ProvinceChange| p.before.map(|b| b.value) == p.after.map(|a| a.value);
    assert!(changes.indicators.iter().all(|i| i.slug == "pci" && i.parts.is_empty()));
    assert!(
        changes
            .indicators
            .iter()
            .flat_map(|i| &i.tables)
            .flat_map(|t| &t.provinces)
            .all(ranks_alone)
    );
    let same = snapshot(2, vec![pci()], &["b", "a"], &reversed[..]);
    assert_eq!(changes_between(&old, &same), EditionChanges::default());
}

#[test]
fn a_corrected_figure_moves_the_ranks_of_others() {
    let old = [
        ("overall", "a", 2015, 60.0),
        ("overall", "b", 2015, 70.0),
        ("overall", "c", 2015, 50.0),
    ];
    let new = [
        ("overall", "a", 2015, 75.0),
        ("overall", "b", 2015, 70.0),
        ("overall", "c", 2015, 50.0),
    ];
    let pci_edition = |number, cells: &[Cell]| snapshot(number, vec![pci()], &["a", "b", "c"], cells);
    let changes = changes_between(&pci_edition(1, &old), &pci_edition(2, &new));
    let [only] = &changes.indicators[..] else {
        panic!("{changes:?}")
    };
    let [table] = &only.tables[..] else { panic!("{only:?}") };
    assert_eq!(
        (names(table), table.year, table.coverage),
        (vec!["a", "b"], 2015, (3, 3))
    );
    assert!(table.provinces.iter().all(ProvinceChange::rank_changed));
    assert_eq!(
        table.counts(),
        Counts {
            changed: 2,
            ..Counts::default()
        }
    );
    let places = |s: Option<Standing>| s.and_then(|s| s.rank).map(|r| r.place);
    assert_eq!(
        (places(table.provinces[0].before), places(table.provinces[0].after)),
        (Some(2), Some(1))
    );
}

#[test]
fn new_years_components_and_removed_figures_are_distinguished() {
    let old = [
        ("overall", "a", 2015, 60.0),
        ("overall", "b", 2015, 70.0),
        ("land", "a", 2015, 5.0),
    ];
    let new = [
        ("overall", "a", 2015, 60.0),
        ("overall", "a", 2016, 61.0),
        ("land", "a", 2015, 5.5),
        ("land", "b", 2015, 4.0),
    ];
    let changes = changes_between(
        &snapshot(1, vec![pci()], &["a", "b"], &old),
        &snapshot(2, vec![pci()], &["a", "b"], &new),
    );
    let [only] = &changes.indicators[..] else {
        panic!("{changes:?}")
    };
    assert_eq!(
        only.parts,
        Counts {
            added: 1,
            changed: 1,
            gone: 0
        }
    );
    let table = |year| only.tables.iter().find(|t| t.year == year).unwrap();
    assert_eq!(
        table(2016).counts(),
        Counts {
            added: 1,
            ..Counts::default()
        }
    );
    assert_eq!(table(2016).against_before, Some(Verdict::SameMethod));
    assert_eq!(
        table(2016).provinces[0].since.and_then(|c| c.comparable_points()),
        Some(1.0)
    );
    let removed: Vec<&str> = table(2015)
        .provinces
        .iter()
        .filter(|p| p.after.is_none())
        .map(|p| p.slug.as_str())
        .collect();
    assert_eq!((removed, table(2015).against_before), (vec!["b"], None));
}

#[test]
fn the_first_edition_is_compared_with_an_empty_one() {
    let empty = Snapshot::new(
        Edition {
            number: 0,
            published: Date::new(2026, 1, 1).unwrap(),
            note: Text::default(),
            rows: 0,
        },
        Arc::default(),
        Vec::new(),
    );
    let first = snapshot(
        1,
        vec![pci()],
        &["a"],
        &[("overall", "a", 2015, 60.0), ("land", "a", 2015, 1.0)],
    );
    let changes = changes_between(&empty, &first);
    assert_eq!(EditionNews::of(&first, None).changes.as_ref(), Some(&changes));
    assert_eq!(changes.indicators[0].tables[0].counts().added, 1);
    assert_eq!(changes.indicators[0].parts.added, 1);
    let reverse = changes_between(&first, &empty);
    assert_eq!(reverse.indicators[0].tables[0].counts().gone, 1);
    // Without the previous edition, the changes are not known.
    let second = snapshot(2, vec![pci()], &["a"], &[("overall", "a", 2015, 60.0)]);
    assert_eq!(EditionNews::of(&second, None).changes, None);
}

#[test]
fn changed_methods_and_verdicts_are_listed() {
    let verdict = |to, verdict| PairVerdict {
        from: to - 1,
        to,
        verdict,
        reason: both("vì sao"),
        decision: None,
    };
    let old = indicator(
        "pci",
        vec![method("v1", 2015, 2030)],
        vec![verdict(2016, Verdict::Unclear)],
    );
    let new = indicator(
        "pci",
        vec![method("v1", 2015, 2016), method("v2", 2017, 2030)],
        vec![
            verdict(2016, Verdict::SameMethod),
            verdict(2017, Verdict::MethodChanged),
        ],
    );
    let changes = changes_between(&snapshot(1, vec![old], &[], &[]), &snapshot(2, vec![new], &[], &[]));
    let [only] = &changes.indicators[..] else {
        panic!("{changes:?}")
    };
    let descriptions: Vec<String> = only
        .rules
        .iter()
        .map(|rule| match rule {
            RuleChange::Method { name, span, new } => format!("{} {}-{} {new}", name.vi, span.from, span.to),
            RuleChange::Verdict {
                from,
                to,
                before,
                after,
                ..
            } => format!("{from}-{to} {before:?} {after:?}"),
        })
        .collect();
    assert_eq!(
        descriptions,
        [
            "v1 2015-2016 false",
            "v2 2017-2030 true",
            "2015-2016 Some(Unclear) Some(SameMethod)",
            "2016-2017 None Some(MethodChanged)",
        ]
    );
}
