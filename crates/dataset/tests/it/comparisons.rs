//! Streaks, trends, benchmarks and similarity over all bundled figures.

use domain::{
    BeforeStreak, ComponentId, Direction, IndicatorId, Kind, Lead, ProvinceList, RankOrigin, Snapshot, Table, TableKey,
    benchmark::{MIN_PROVINCES, MIN_SHARE_PERCENT, NotCompared, Outcome, Quarter, Yardstick},
    trend::{CLEAR, Meaning, Measure, Movement, NoTrendReason, YEARS},
};

use crate::shared::{snapshot, table};

fn all_tables(s: &Snapshot) -> impl Iterator<Item = &Table> {
    s.catalogue.indicators().flat_map(move |(id, indicator)| {
        let parts: Vec<ComponentId> = indicator.components().map(|(component, _)| component).collect();
        parts.into_iter().flat_map(move |component| s.tables(id, component))
    })
}

#[test]
fn streaks_end_at_another_leader_and_at_every_break() {
    let s = snapshot();
    let mut streaks = 0;
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for table in s.tables(id, component) {
                let Lead::Leads {
                    provinces,
                    years,
                    before,
                } = s.lead(table)
                else {
                    continue;
                };
                let [leader] = provinces[..] else { continue };
                let in_year = |year| s.table(TableKey { year, ..table.key });
                let leaders = |year| in_year(year).map(|t| s.leaders(t));
                let first = table.key.year - i32::from(years) + 1;
                for year in first..=table.key.year {
                    assert_eq!(leaders(year), Some(vec![leader]), "{:?}", table.key);
                    let step = indicator.compare(year, table.key.year).verdict;
                    assert!(
                        step.comparable(),
                        "{:?} reaches back across a break to {year}",
                        table.key
                    );
                    if year > first {
                        let change = in_year(year).unwrap().row(leader).unwrap().change;
                        assert_eq!(change.comparable_places(), Some(0), "{:?} {year}", table.key);
                        streaks += 1;
                    }
                }
                let earlier = leaders(first - 1).unwrap_or_default();
                match before {
                    BeforeStreak::OtherLeader => assert_ne!(earlier, [leader], "{:?}", table.key),
                    BeforeStreak::Unknown => assert!(earlier.is_empty() || earlier == [leader], "{:?}", table.key),
                    BeforeStreak::Break(verdict) => assert!(!verdict.comparable(), "{:?}", table.key),
                }
            }
        }
    }
    assert!(streaks > 20, "{streaks} steps of streaks");
}

#[test]
fn the_most_improved_is_named_among_comparable_years_only() {
    let s = snapshot();
    let mut named = 0;
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for table in s.tables(id, component) {
                let step = indicator.compare(table.key.year - 1, table.key.year).verdict;
                let (climber, gain) = (s.top_climber(table), s.top_gain(table));
                assert!(
                    step.comparable() || climber.is_none() && gain.is_none(),
                    "{:?} names the most improved across a break",
                    table.key
                );
                if s.units_changed(table.key) {
                    assert_eq!(climber, None, "{:?}", table.key);
                }
                named += usize::from(climber.is_some());
            }
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn a_trend_never_spans_a_break_or_a_gap() {
    let s = snapshot();
    let (mut clear, mut given, mut rejected) = (0, 0, 0);
    for table in all_tables(&s) {
        let indicator = s.catalogue.indicator(table.key.indicator);
        for row in &table.rows {
            let Ok(trend) = s.trend(table.key, row.province) else {
                rejected += 1;
                continue;
            };
            given += 1;
            clear += usize::from(trend.movement != Movement::NoClearDirection);
            assert_eq!((trend.from, trend.to), (table.key.year - 4, table.key.year));
            for from in trend.from..trend.to {
                for to in from + 1..=trend.to {
                    assert!(
                        indicator.compare(from, to).verdict.comparable(),
                        "{:?} {from} {to}",
                        table.key
                    );
                }
            }
            for (year, point) in (trend.from..=trend.to).zip(trend.points) {
                let row = s.base_row(table.key, year, row.province).unwrap();
                let expected = match trend.measure {
                    Measure::Value => s.figure(row.figure).value.value(),
                    Measure::Rank => row.rank.map(|rank| f64::from(rank.place)),
                };
                assert_eq!(Some(point), expected, "{:?} {year}", table.key);
            }
            assert_eq!(trend.movement == Movement::NoClearDirection, trend.s.abs() < CLEAR);
            let higher = trend.points[YEARS - 1] > trend.points[0];
            if trend.movement == Movement::Rising {
                assert_eq!(higher, trend.measure == Measure::Value, "{:?}", table.key);
            }
        }
    }
    assert!(
        given > 1000 && clear > 100 && rejected > 1000,
        "{given} given, {clear} clear, {rejected} rejected"
    );
}

#[test]
fn trends_of_known_series() {
    let s = snapshot();
    let nghe_an = s.catalogue.provinces.by_slug("nghe-an").unwrap();
    // PCI 2016: the components of 2013 differ, so only four years are comparable.
    let pci = s.trend(table(&s, "pci", "overall", 2016).key, nghe_an).unwrap_err();
    assert_eq!(pci.years, 4);
    assert!(matches!(
        pci.reason,
        NoTrendReason::Break {
            from: 2012,
            to: 2013,
            ..
        }
    ));
    let sipas = s.trend(table(&s, "sipas", "overall", 2022).key, nghe_an).unwrap_err();
    assert!(matches!(
        sipas.reason,
        NoTrendReason::Break {
            from: 2021,
            to: 2022,
            ..
        }
    ));
    assert_eq!(sipas.years, 1);
    // PAPI 2015: five years with the same method.
    for (province, _) in s.catalogue.provinces.existing(2015, ProvinceList::Before2025) {
        let found = s.trend(table(&s, "papi", "total", 2015).key, province);
        assert!(
            !matches!(found, Err(ref no) if matches!(no.reason, NoTrendReason::Break { .. })),
            "{found:?}"
        );
        if let Ok(trend) = found {
            assert_eq!(trend.measure, Measure::Value);
            assert_eq!(trend.meaning == Meaning::Better, trend.movement == Movement::Rising);
        }
    }
}

#[test]
fn benchmarks_of_all_tables_follow_the_rules() {
    let s = snapshot();
    let (mut intervals, mut quarters) = (0, 0);
    for table in all_tables(&s) {
        let indicator = s.catalogue.indicator(table.key.indicator);
        let direction = indicator.direction(table.key.component);
        for row in &table.rows {
            let found = s.benchmark(table, row.province);
            assert_eq!(
                found.against.is_none(),
                matches!(found.outcome, Outcome::NotCompared(_))
            );
            match found.outcome {
                Outcome::Quarter(_) => assert_ne!(direction, Direction::Neutral, "{:?}", table.key),
                Outcome::QuarterBySize(_) => assert_eq!(direction, Direction::Neutral, "{:?}", table.key),
                _ => {}
            }
            match found.against {
                Some(Yardstick::National(..) | Yardstick::Mean(_)) => {
                    intervals += 1;
                    assert!(s.figure(row.figure).interval().is_some());
                }
                Some(Yardstick::Values) => {
                    quarters += 1;
                    assert!(found.known >= MIN_PROVINCES && found.known * 100 >= found.expected * MIN_SHARE_PERCENT);
                }
                Some(Yardstick::PublishedRank) => {
                    assert_eq!(row.rank.map(|rank| rank.origin), Some(RankOrigin::Published));
                }
                None => {}
            }
            if table.mixed {
                assert_eq!(found.outcome, Outcome::NotCompared(NotCompared::DifferentMoments));
            }
            if let (Some(group), Outcome::Quarter(quarter)) = (row.group, found.outcome) {
                assert_eq!(Quarter::ALL[usize::from(group) - 1], quarter, "{:?}", table.key);
            }
        }
        for (province, _) in &table.absent {
            assert!(matches!(
                s.benchmark(table, *province).outcome,
                Outcome::NotCompared(NotCompared::NoFigure(_))
            ));
        }
    }
    assert!(
        intervals >= 60 && quarters > 10_000,
        "{intervals} by interval, {quarters} by quarter"
    );
}

#[test]
fn the_best_and_the_worst_of_known_tables() {
    let s = snapshot();
    let pci = table(&s, "pci", "overall", 2016);
    let (first, last) = (&pci.rows[0], &pci.rows[62]);
    assert_eq!(
        s.benchmark(pci, first.province).outcome,
        Outcome::Quarter(Quarter::First)
    );
    assert_eq!(
        s.benchmark(pci, last.province).outcome,
        Outcome::Quarter(Quarter::Fourth)
    );
    // PAPI 2019 has intervals, and no national figure except the mean of the provinces.
    let papi = table(&s, "papi", "total", 2019);
    let best = s.benchmark(papi, papi.rows[0].province);
    assert_eq!(best.outcome, Outcome::Better);
    assert!(matches!(best.against, Some(Yardstick::Mean(_))));
}

/// Returns every set of tables by which provinces are compared.
fn likenesses(s: &Snapshot) -> Vec<&domain::similar::Likeness> {
    let mut found = Vec::new();
    for (id, indicator) in s.catalogue.indicators().filter(|(_, about)| about.kind == Kind::Score) {
        for basis in [ProvinceList::Before2025, ProvinceList::Since2025] {
            let years = s.years(id, ComponentId::TOTAL).into_iter();
            let likeness = years.filter_map(|year| Some((year, s.likeness(id, (basis, year))?)));
            for (year, likeness) in likeness {
                for key in likeness.features.iter().chain(&likeness.constant) {
                    assert!(s.table(*key).unwrap().complete, "{} {year}", indicator.slug);
                }
                found.push(likeness);
            }
        }
    }
    found.extend(s.headline_likeness(ProvinceList::Before2025, 2024));
    found
}

#[test]
fn similarity_is_symmetric_and_based_on_known_figures() {
    let s = snapshot();
    let all = likenesses(&s);
    assert!(all.len() >= 10, "{}", all.len());
    for likeness in &all {
        let provinces: Vec<_> = likeness.provinces().collect();
        assert!(provinces.len() > 8, "{:?}", likeness.features);
        for province in provinces {
            for key in &likeness.features {
                let row = s.table(*key).unwrap().row(province).unwrap();
                assert!(s.figure(row.figure).value.value().is_some());
            }
            let found = likeness.nearest(province, 3);
            assert_eq!(found.len(), 3);
            for similar in found {
                let back = likeness.between(similar.province, province).unwrap();
                assert_eq!(back.distance, similar.distance);
                assert_eq!(similar.differences.len(), likeness.features.len());
            }
        }
    }
}

#[test]
fn similarity_uses_the_latest_year_with_all_components() {
    let s = snapshot();
    let id = |slug| -> IndicatorId { s.catalogue.indicator_by_slug(slug).unwrap() };
    let year = s.likeness_year(id("pci"), ProvinceList::Before2025, 2016).unwrap();
    assert_eq!(year, 2016);
    let likeness = s.likeness(id("pci"), (ProvinceList::Before2025, year)).unwrap();
    assert_eq!((likeness.features.len(), likeness.provinces().count()), (10, 63));
    // SIPAS has only two components, too few to compute similarity.
    assert_eq!(s.likeness_year(id("sipas"), ProvinceList::Before2025, 2024), None);
    let key = TableKey {
        component: ComponentId::TOTAL,
        ..likeness.features[0]
    };
    assert!(!likeness.features.contains(&key), "the headline figure is no component");
}
