//! Values without a source: the publisher's rule, verified against everything that was published.

use domain::{ComponentId, Figure, Observation, Place, Quantity, Snapshot, ValueOrigin};

use crate::shared::{snapshot, table};

/// Tolerance between computed and published values: each part is rounded to four decimals.
const TOLERANCE: f64 = 0.0002;

fn figure<'a>(s: &'a Snapshot, component: &str, slug: &str, year: i32) -> Option<&'a Figure> {
    let id = s.catalogue.indicator_by_slug("papi").unwrap();
    let part = s.catalogue.indicator(id).component_by_slug(component);
    let place = Place::Province(s.catalogue.provinces.by_slug(slug).unwrap());
    s.figures_of(place)
        .find(|f| f.key.indicator == id && Some(f.key.component) == part && f.key.year == Some(year))
}

fn known_value(figure: &Figure) -> Option<Quantity> {
    match figure.value {
        Observation::Known(quantity) => Some(quantity),
        _ => None,
    }
}

#[test]
fn the_rule_reproduces_every_published_dimension_and_total() {
    let s = snapshot();
    let id = s.catalogue.indicator_by_slug("papi").unwrap();
    let indicator = s.catalogue.indicator(id);
    let (mut dimensions, mut totals, mut coarse) = (0, 0, 0);
    for (_, province) in s.catalogue.provinces.alphabetical() {
        for year in 2011..=2024 {
            let value = |component: ComponentId| {
                let slug = &indicator.component(component).slug;
                figure(&s, slug, &province.slug, year).and_then(|f| Some((f, known_value(f)?)))
            };
            let sum = |parts: &[ComponentId]| parts.iter().map(|part| value(*part).map(|(_, q)| q.value)).sum();
            let domains: Vec<ComponentId> = indicator.domains(year).map(|(id, _)| id).collect();
            for domain in &domains {
                let parts: Vec<ComponentId> = indicator
                    .components()
                    .filter(|(_, part)| part.parent == Some(*domain) && part.exists_in(year))
                    .map(|(id, _)| id)
                    .collect();
                let sum: Option<f64> = sum(&parts);
                let published = value(*domain).filter(|(f, _)| f.origin == ValueOrigin::Published);
                let Some(((_, published), sum)) = published.zip(sum) else {
                    continue;
                };
                let what = format!("{} {} {year}", province.slug, indicator.component(*domain).slug);
                assert!(
                    (published.value - sum).abs() <= TOLERANCE + 1e-9,
                    "{what}: {published:?}, {sum}"
                );
                dimensions += 1;
            }
            let sum: Option<f64> = sum(&domains);
            let published = value(ComponentId::TOTAL).filter(|(f, _)| f.origin == ValueOrigin::Published);
            let Some(((_, published), sum)) = published.zip(sum) else {
                continue;
            };
            // A newspaper that gives two decimals may truncate where others round: less than one unit of its last
            // decimal.
            let press = year > 2019 && published.digits == 2;
            let tolerance = if press { 0.01 } else { TOLERANCE };
            assert!(
                (published.value - sum).abs() <= tolerance + 1e-9,
                "{} {year}: {published:?}, {sum}",
                province.slug
            );
            *(if press { &mut coarse } else { &mut totals }) += 1;
        }
    }
    assert!(dimensions > 3000, "{dimensions}");
    // 63 provinces over nine years, except two in 2014, two in 2018 and three in 2023.
    assert_eq!((totals, coarse), (63 * 9 - 4 + 3, 2));
}

#[test]
fn totals_are_computed_only_from_complete_parts_and_if_unpublished() {
    let s = snapshot();
    for (year, published, computed) in [
        (2020, 0, 63),
        (2021, 1, 59),
        (2022, 1, 60),
        (2023, 3, 58),
        (2024, 0, 61),
    ] {
        let papi = table(&s, "papi", "total", year);
        let count = |origin| {
            let figures = papi.rows.iter().map(|row| s.figure(row.figure));
            figures
                .filter(|f| f.origin == origin && known_value(f).is_some())
                .count()
        };
        let found = (count(ValueOrigin::Published), count(ValueOrigin::ComputedByRule));
        assert_eq!(found, (published, computed), "{year}");
        assert!(papi.complete, "{year}: the others have the publisher's own reason");
    }
    let hue = figure(&s, "total", "hue", 2023).unwrap();
    assert_eq!((known_value(hue).unwrap().value, hue.computed()), (46.0415, false));
    let dimensions = s.catalogue.indicator(hue.key.indicator).domains(2023);
    let sum: f64 = dimensions
        .map(|(_, part)| {
            let dimension = figure(&s, &part.slug, "hue", 2023).unwrap();
            assert!(dimension.computed(), "{}", part.slug);
            known_value(dimension).unwrap().value
        })
        .sum();
    assert!((sum - 46.0416).abs() < 1e-9, "{sum}");
    // Totals of the leading provinces of 2020 and 2024, from the press.
    for (year, value) in [(2020, 48.81), (2024, 47.82)] {
        let first = figure(&s, "total", "quang-ninh", year).unwrap();
        assert!(first.computed() && (known_value(first).unwrap().value - value).abs() < 0.005);
        assert_eq!(
            table(&s, "papi", "total", year).rows[0].province,
            s.catalogue.provinces.by_slug("quang-ninh").unwrap()
        );
    }
}

#[test]
fn computed_values_cite_the_sources_of_their_parts_and_have_no_published_rank() {
    let s = snapshot();
    let computed: Vec<&Figure> = s
        .figures
        .iter()
        .filter(|f| f.origin == ValueOrigin::ComputedByRule)
        .collect();
    assert!(computed.len() > 2500, "{}", computed.len());
    for figure in computed {
        assert_eq!(figure.rank, domain::PublishedRank::None);
        assert!(!figure.claims.is_empty());
        let is_empty = |c: &domain::Claim| c.value.is_none() && c.rank.is_none() && c.missing.is_none();
        assert!(figure.claims.iter().all(is_empty));
    }
}
