//! Rules that hold for all bundled figures.

use domain::{
    BeforeStreak, ComponentId, Lead, ProvinceList, RankOrigin, RankPolicy, Strength, Table, TableKey, Verdict,
    benchmark::{Outcome, Quarter},
};

use crate::shared::{snapshot, table};

#[test]
fn ranks_of_all_tables_follow_the_rules() {
    let s = snapshot();
    let mut computed = 0;
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for table in s.tables(id, component) {
                for row in &table.rows {
                    let Some(rank) = row.rank else { continue };
                    assert!(
                        rank.place >= 1 && rank.place <= rank.of,
                        "{} {:?}",
                        indicator.slug,
                        table.key
                    );
                    if rank.origin == RankOrigin::Computed {
                        computed += 1;
                        assert!(table.complete);
                        assert!(matches!(
                            indicator.ranks,
                            RankPolicy::Groups | RankPolicy::PublishedOrComputed
                        ));
                    }
                }
                let origins = |o| table.rows.iter().filter_map(|r| r.rank).any(|r| r.origin == o);
                assert!(
                    !(origins(RankOrigin::Computed) && origins(RankOrigin::Published)),
                    "mixed ranks in {:?}",
                    table.key
                );
            }
        }
    }
    assert!(computed > 1000, "PAPI and PCI components are ranked here: {computed}");
}

#[test]
fn published_pci_ranks_follow_the_scores() {
    let s = snapshot();
    let id = s.catalogue.indicator_by_slug("pci").unwrap();
    for table in s.tables(id, ComponentId::TOTAL).filter(|t| t.complete) {
        let values: Vec<f64> = table
            .rows
            .iter()
            .filter_map(|r| s.figure(r.figure).value.value())
            .collect();
        assert!(values.windows(2).all(|w| w[0] >= w[1]), "{:?}", table.key);
    }
}

#[test]
fn names_refer_to_units_by_date() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let (before, after) = ("2025-06-30".parse().unwrap(), "2025-07-01".parse().unwrap());
    for (name, then, now) in [
        ("Lào Cai", Some("lao-cai-63"), Some("lao-cai")),
        ("Yên Bái", Some("yen-bai"), None),
        ("TPHCM", Some("tp-ho-chi-minh-63"), Some("tp-ho-chi-minh")),
        ("TP.HCM", Some("tp-ho-chi-minh-63"), Some("tp-ho-chi-minh")),
        ("BRVT", Some("ba-ria-vung-tau"), None),
        ("BR – VT", Some("ba-ria-vung-tau"), None),
        ("TT-Huế", Some("hue"), Some("hue")),
        ("Thừa Thiên-Huế", Some("hue"), Some("hue")),
        ("Nghệ An", Some("nghe-an"), Some("nghe-an")),
        ("Daklak", Some("dak-lak-63"), Some("dak-lak")),
        ("Đắc Lắc", Some("dak-lak-63"), Some("dak-lak")),
        ("Bac Can", Some("bac-kan"), None),
        ("Hoà Bình", Some("hoa-binh"), None),
        ("Ha Nam", Some("ha-nam"), None),
        ("Hanoi", Some("ha-noi"), Some("ha-noi")),
    ] {
        let slug = |day| provinces.resolve(name, day).map(|id| provinces.get(id).slug.clone());
        assert_eq!(slug(before).as_deref(), then, "{name} before");
        assert_eq!(slug(after).as_deref(), now, "{name} after");
    }
}

#[test]
fn the_province_lists_have_63_and_34_units() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    for (year, basis, expected) in [
        (2007, ProvinceList::Before2025, 64),
        (2008, ProvinceList::Before2025, 63),
        (2024, ProvinceList::Before2025, 63),
        (2025, ProvinceList::Before2025, 63),
        (2025, ProvinceList::Since2025, 34),
        (2026, ProvinceList::Since2025, 34),
    ] {
        assert_eq!(provinces.existing(year, basis).count(), expected, "{year} {basis:?}");
    }
    let old: usize = provinces
        .existing(2026, ProvinceList::Since2025)
        .map(|(id, p)| {
            if p.listed == domain::Listed::Both {
                1
            } else {
                provinces.predecessors(id).count()
            }
        })
        .sum();
    assert_eq!(old, 63, "every old unit went into exactly one new unit");
}

#[test]
fn search_finds_every_spelling() {
    let s = snapshot();
    let first = |query: &str| match s.catalogue.search(query).first() {
        Some(domain::Hit::Province(id)) => s.catalogue.provinces.get(*id).slug.clone(),
        Some(domain::Hit::Indicator(id)) => s.catalogue.indicator(*id).slug.clone(),
        None => String::new(),
    };
    for (query, slug) in [
        ("nghe an", "nghe-an"),
        ("Nghe An", "nghe-an"),
        ("NGHỆ AN", "nghe-an"),
        ("BRVT", "ba-ria-vung-tau"),
        ("tphcm", "tp-ho-chi-minh"),
        ("hue", "hue"),
        ("lao cai", "lao-cai"),
        ("chi so cchc", "par_index"),
        ("sipas", "sipas"),
        ("xyzxyz", ""),
    ] {
        assert_eq!(first(query), slug, "{query}");
    }
    let all = s.catalogue.search("lao cai");
    assert!(all.len() >= 2, "the former unit is found as well");
}

#[test]
fn findings_are_computed() {
    let s = snapshot();
    let slug = |id| s.catalogue.provinces.get(id).slug.clone();
    let pci = table(&s, "pci", "overall", 2016);
    let Lead::Leads {
        provinces,
        years,
        before,
    } = s.lead(pci)
    else {
        panic!("PCI 2016 has a leader")
    };
    assert_eq!(provinces.into_iter().map(slug).collect::<Vec<_>>(), ["da-nang-63"]);
    assert_eq!((years, before), (4, BeforeStreak::OtherLeader));
    // Quảng Ninh also led in 2020 and 2021, but with sets of indicators whose comparability is unclear.
    assert!(matches!(
        s.lead(table(&s, "pci", "overall", 2022)),
        Lead::Leads {
            years: 1,
            before: BeforeStreak::Break(Verdict::Unclear),
            ..
        }
    ));
    // Hải Phòng led with the five factors until 2021 and with the new instrument since 2022.
    for (year, expected) in [
        (2021, (3, BeforeStreak::OtherLeader)),
        (2022, (1, BeforeStreak::Break(Verdict::MethodChanged))),
        (2023, (2, BeforeStreak::Break(Verdict::MethodChanged))),
    ] {
        let Lead::Leads { years, before, .. } = s.lead(table(&s, "sipas", "overall", year)) else {
            panic!("SIPAS {year} has a leader")
        };
        assert_eq!((years, before), expected, "SIPAS {year}");
    }
    // Figures of different days are not ranked.
    let live = s.catalogue.indicator_by_slug("qd766").unwrap();
    assert!(
        s.tables(live, ComponentId::TOTAL)
            .filter(|t| t.mixed)
            .all(|t| s.lead(t) == Lead::Coverage)
    );
    let climber = s.top_climber(pci).unwrap();
    assert_eq!((slug(climber.province).as_str(), climber.places), ("binh-duong", 21));

    // Groups name a region, never a leader.
    assert!(matches!(
        s.lead(table(&s, "papi", "total", 2018)),
        Lead::TopGroup { inside: 1.., .. }
    ));
    // No climber is named across a change of method.
    assert_eq!(s.top_climber(table(&s, "sipas", "overall", 2022)), None);
    assert_eq!(s.top_gain(table(&s, "papi", "total", 2018)), None);
    // Counts have no leader.
    assert_eq!(s.lead(table(&s, "online_services", "total", 2021)), Lead::Coverage);
}

#[test]
fn changes_follow_from_the_two_years() {
    let s = snapshot();
    let mut compared = 0;
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for table in s.tables(id, component) {
                let before = s.table(TableKey {
                    year: table.key.year - 1,
                    ..table.key
                });
                for row in &table.rows {
                    let Some(old) = before.and_then(|t| t.row(row.province)) else {
                        continue;
                    };
                    let value = |r: &domain::Row| s.figure(r.figure).value.value();
                    assert_eq!(row.change.points.ok(), value(old).zip(value(row)).map(|(a, b)| b - a));
                    let ranks = old.rank.zip(row.rank).filter(|(a, b)| a.origin == b.origin);
                    let places = ranks.map(|(a, b)| i32::from(a.place) - i32::from(b.place));
                    assert_eq!(row.change.places.ok(), places);
                    let verdict = indicator.compare(table.key.year - 1, table.key.year).verdict;
                    assert_eq!(row.change.verdict, verdict);
                    let field = ranks.is_none_or(|(a, b)| a.of == b.of);
                    assert_eq!(row.change.places_verdict.comparable(), verdict.comparable() && field);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn a_rank_that_does_not_fit_its_score_is_found() {
    let s = snapshot();
    let slugs = |t: &Table| -> Vec<String> {
        t.contradicted
            .iter()
            .map(|id| s.catalogue.provinces.get(*id).slug.clone())
            .collect()
    };
    assert_eq!(slugs(table(&s, "par_index", "overall", 2022)), ["binh-phuoc"]);
    assert!(slugs(table(&s, "pci", "overall", 2016)).is_empty());
    assert!(slugs(table(&s, "papi", "total", 2018)).is_empty());
}

#[test]
fn every_row_and_every_missing_province_is_accounted_for() {
    let s = snapshot();
    for (id, indicator) in s.catalogue.indicators() {
        for table in s.tables(id, ComponentId::TOTAL) {
            assert_eq!(
                table.rows.len() + table.absent.len(),
                table.expected,
                "{} {:?}",
                indicator.slug,
                table.key
            );
            let mut seen = std::collections::HashSet::new();
            let all = table
                .rows
                .iter()
                .map(|r| r.province)
                .chain(table.absent.iter().map(|(id, _)| *id));
            assert!(all.into_iter().all(|id| seen.insert(id)));
        }
    }
    // Every claim has its source and the row it was read from.
    assert!(s.figures.iter().flat_map(|f| &f.claims).all(|c| !c.origin.is_empty()));
}

#[test]
fn methods_cover_the_years_and_every_step_has_a_reason() {
    let s = snapshot();
    for (id, indicator) in s.catalogue.indicators() {
        for pair in s.years(id, ComponentId::TOTAL).windows(2) {
            let found = indicator.compare(pair[0], pair[1]);
            let one_method = indicator.method(pair[0]).map(|m| &m.slug) == indicator.method(pair[1]).map(|m| &m.slug);
            // Within one method, only an explicit verdict of the catalogue on the pair can rule out a comparison.
            let explicit_verdict = indicator.verdicts.iter().any(|v| v.from == pair[0] && v.to == pair[1]);
            assert_eq!(
                found.verdict.comparable(),
                one_method && !explicit_verdict,
                "{} {pair:?}",
                indicator.slug
            );
            if !found.verdict.comparable() {
                let reason = &found
                    .pair
                    .unwrap_or_else(|| panic!("{} {pair:?} has no reason", indicator.slug))
                    .reason;
                assert!(!reason.vi.is_empty() && !reason.en.is_empty());
            }
        }
    }
}

#[test]
fn strengths_follow_the_ranks_of_the_components() {
    let s = snapshot();
    let pci = s.catalogue.indicator_by_slug("pci").unwrap();
    let nghe_an = s.catalogue.provinces.by_slug("nghe-an").unwrap();
    assert_eq!(s.profile_year(pci, nghe_an), Some((ProvinceList::Before2025, 2019)));
    let profile = s.profile(pci, (ProvinceList::Before2025, 2016), nghe_an).unwrap();
    let slug = |part: &domain::ProfilePart| s.catalogue.indicator(pci).component(part.component).slug.clone();
    let place = |part: &domain::ProfilePart| part.rank.unwrap().place;
    let (first, last) = (&profile.parts[0], &profile.parts[9]);
    assert_eq!(
        (slug(first), place(first), slug(last), place(last)),
        ("entry".into(), 7, "informal".into(), 60)
    );
    assert_eq!(profile.by, Strength::Rank);
    assert!(profile.parts.windows(2).all(|w| place(&w[0]) <= place(&w[1])));
}

#[test]
fn changes_since_any_year_follow_one_rule() {
    let s = snapshot();
    let (mut rows, mut long) = (0, 0);
    for (id, indicator) in s.catalogue.indicators() {
        for table in s.tables(id, ComponentId::TOTAL) {
            for row in &table.rows {
                rows += 1;
                assert_eq!(s.change(table.key, table.key.year - 1, row.province), row.change);
                for from in table.key.year - 10..table.key.year - 1 {
                    let change = s.change(table.key, from, row.province);
                    let Some(points) = change.comparable_points() else {
                        continue;
                    };
                    long += 1;
                    // There is no break in between, and the change is the difference of the two figures.
                    for year in from..table.key.year {
                        assert!(
                            indicator.compare(year, year + 1).verdict.comparable(),
                            "{} {year}",
                            indicator.slug
                        );
                    }
                    let before = s.base_row(table.key, from, row.province).unwrap();
                    let [old, new] = [before, row].map(|row| s.figure(row.figure).value.value().unwrap());
                    assert!((new - old - points).abs() < 1e-9);
                }
            }
        }
    }
    assert!(rows > 1500 && long > 800, "{rows} rows, {long} longer changes");
}

/// The strip of a province's page is coloured by the first rule and the line below it is worded by the second.
#[test]
fn quarters_of_tables_and_of_single_figures_agree() {
    let s = snapshot();
    let (mut compared, mut differing) = (0, Vec::new());
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for table in s.tables(id, component) {
                for (row, quarter) in table.rows.iter().zip(s.quarters(table)) {
                    let (Some(quarter), Outcome::Quarter(single)) = (quarter, s.benchmark(table, row.province).outcome)
                    else {
                        continue;
                    };
                    compared += 1;
                    if single != Quarter::ALL[usize::from(quarter) - 1] {
                        let name = &s.catalogue.provinces.get(row.province).slug;
                        differing.push(format!("{} {:?} {name}", indicator.slug, table.key));
                    }
                }
            }
        }
    }
    assert_eq!(differing, Vec::<String>::new());
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn services_of_november_2025_are_parts_of_all_procedures() {
    let s = snapshot();
    let services = s.catalogue.indicator_by_slug("online_services").unwrap();
    let division = s.division(services, (ProvinceList::Since2025, 2025)).unwrap();
    assert_eq!((division.rows.len(), division.uneven.len()), (29, 0));
    let count = |at: usize| s.figure(at).value.value().unwrap();
    let of = |slug: &str| {
        let id = s.catalogue.provinces.by_slug(slug).unwrap();
        let row = division.rows.iter().find(|row| row.province == id).unwrap();
        let parts: Vec<f64> = row.parts.iter().map(|at| count(*at)).collect();
        (parts, count(row.whole))
    };
    assert_eq!(of("nghe-an"), (vec![889.0, 1172.0, 119.0], 2180.0));
    assert_eq!(of("lai-chau"), (vec![288.0, 855.0, 1011.0], 2154.0));
    for row in &division.rows {
        let moment = s.figure(row.whole).key.as_of;
        assert!(row.parts.iter().all(|at| s.figure(*at).key.as_of == moment));
        assert_eq!(row.parts.iter().map(|at| count(*at)).sum::<f64>(), count(row.whole));
    }
    let shown = s.fullest_table(services).unwrap();
    let first = division.whole.parts[0];
    assert_eq!(
        (shown.key.component, shown.key.year, shown.rows.len()),
        (first, 2025, 29)
    );
}
