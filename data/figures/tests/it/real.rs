//! The real figures: what the product was asked to show, and rules over all of them.

use std::path::Path;

use domain::{
    Basis, Change, ComponentId, Date, Edition, Lead, Observation, Place, RankOrigin, RankPolicy, Snapshot, Table,
    TableKey, Text, Verdict,
};
use figures::Files;

fn snapshot() -> Snapshot {
    let files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let loaded = figures::load(&files).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    Snapshot::new(edition, loaded.catalogue, loaded.figures)
}

fn table<'a>(snapshot: &'a Snapshot, indicator: &str, component: &str, year: i32) -> &'a Table {
    let id = snapshot.catalogue.indicator_by_slug(indicator).unwrap();
    let component = snapshot.catalogue.indicator(id).component_by_slug(component).unwrap();
    let key = TableKey {
        indicator: id,
        component,
        basis: Basis::Of63,
        year,
    };
    snapshot.table(key).unwrap_or_else(|| panic!("no {indicator} {year}"))
}

/// Value, rank and denominator of a province.
fn standing(snapshot: &Snapshot, table: &Table, slug: &str) -> (Option<f64>, Option<(u16, u16)>) {
    let id = snapshot.catalogue.provinces.by_slug(slug).unwrap();
    let row = table.row(id).unwrap_or_else(|| panic!("{slug} has no row"));
    (
        snapshot.figure(row.figure).value.value(),
        row.rank.map(|r| (r.place, r.of)),
    )
}

fn change(snapshot: &Snapshot, table: &Table, slug: &str) -> Change {
    table
        .row(snapshot.catalogue.provinces.by_slug(slug).unwrap())
        .unwrap()
        .change
}

#[test]
fn nghe_an_in_par_index_and_sipas() {
    let s = snapshot();
    let par = table(&s, "par_index", "overall", 2022);
    assert_eq!(standing(&s, par, "nghe-an"), (Some(86.67), Some((16, 63))));
    let moved = change(&s, par, "nghe-an");
    assert_eq!(
        (moved.year, moved.places, moved.verdict),
        (2021, Ok(1), Verdict::MethodChanged)
    );
    assert_eq!(moved.rank.map(|r| (r.place, r.of)), Some((17, 63)));
    let pair = s
        .catalogue
        .indicator(par.key.indicator)
        .compare(2021, 2022)
        .pair
        .unwrap();
    assert!(
        pair.reason.vi.contains("43 tiêu chí, 102") && pair.reason.vi.contains("8/37/88"),
        "{}",
        pair.reason.vi
    );
    assert_eq!(pair.decision.as_deref(), Some("876/QĐ-BNV"));

    let sipas = table(&s, "sipas", "overall", 2022);
    assert_eq!(standing(&s, sipas, "nghe-an").1, Some((14, 63)));
    let moved = change(&s, sipas, "nghe-an");
    assert_eq!(
        (moved.places, moved.verdict, moved.comparable_places()),
        (Ok(21), Verdict::MethodChanged, None)
    );
    assert_eq!(moved.rank.map(|r| r.place), Some(35));
}

#[test]
fn the_counts_of_the_brief() {
    let s = snapshot();
    let find = |indicator: &str, component: &str, slug: &str, year: i32| {
        let id = s.catalogue.indicator_by_slug(indicator).unwrap();
        let part = s.catalogue.indicator(id).component_by_slug(component).unwrap();
        let place = Place::Province(s.catalogue.provinces.by_slug(slug).unwrap());
        let found: Vec<_> = s
            .figures_of(place)
            .filter(|f| f.key.indicator == id && f.key.component == part && f.key.year == Some(year))
            .collect();
        assert!(!found.is_empty(), "{indicator} {component} {slug} {year}");
        found[0].clone()
    };
    let services = ["level3", "level4", "total"].map(|c| find("online_services", c, "ha-noi", 2021));
    let values = services.each_ref().map(|f| f.value.value().unwrap());
    assert_eq!(values, [1217.0, 468.0, 1685.0]);
    assert_eq!(services[2].key.as_of.unwrap().format(domain::Lang::Vi), "giữa năm 2021");

    for (component, value, of) in [
        ("departments", 19.0, 20.0),
        ("districts", 9.0, 9.0),
        ("communes", 180.0, 180.0),
    ] {
        let figure = s
            .figures_of(Place::Province(
                s.catalogue.provinces.by_slug("thai-nguyen-63").unwrap(),
            ))
            .find(|f| {
                let indicator = s.catalogue.indicator(f.key.indicator);
                indicator.slug == "one_stop"
                    && indicator.component(f.key.component).slug == component
                    && f.key.year == Some(2018)
            })
            .unwrap_or_else(|| panic!("{component}"));
        assert_eq!((figure.value.value(), figure.of()), (Some(value), Some(of)));
    }
    let models = find("mass_mobilisation_models", "overall", "ha-tinh", 2022);
    assert!(
        matches!(models.value, Observation::Known(q) if q.value == 2000.0 && q.approx == Some(domain::Approx::Under))
    );
}

#[test]
fn papi_2018_cannot_be_compared_and_is_grouped() {
    let s = snapshot();
    let papi = table(&s, "papi", "total", 2018);
    let indicator = s.catalogue.indicator(papi.key.indicator);
    assert_eq!(indicator.compare(2017, 2018).verdict, Verdict::MethodChanged);
    assert!(papi.rows.iter().all(|row| row.change.comparable_points().is_none()));
    let groups: Vec<u8> = papi.rows.iter().filter_map(|row| row.group).collect();
    assert_eq!((groups.len(), papi.with_value, papi.expected), (61, 61, 63));
    let full = table(&s, "papi", "total", 2017);
    let sizes = [1, 2, 3, 4].map(|g| full.rows.iter().filter(|row| row.group == Some(g)).count());
    assert_eq!(sizes, [16, 16, 15, 16]);
}

#[test]
fn pci_ranks_are_the_published_ones() {
    let s = snapshot();
    let pci = table(&s, "pci", "overall", 2016);
    assert_eq!(standing(&s, pci, "da-nang-63").1, Some((1, 63)));
    assert_eq!(standing(&s, pci, "nghe-an").1, Some((25, 63)));
    let (value, rank) = standing(&s, table(&s, "pci", "overall", 2014), "da-nang-63");
    assert_eq!(rank, Some((1, 63)));
    assert_eq!(domain::number::format(domain::Lang::Vi, value.unwrap(), 2), "66,87");
    // Published although the rounded scores tie.
    let of_2011 = table(&s, "pci", "overall", 2011);
    assert_eq!(standing(&s, of_2011, "ha-giang").1.map(|r| r.0), Some(41));
    assert_eq!(standing(&s, of_2011, "binh-thuan").1.map(|r| r.0), Some(40));
}

#[test]
fn quang_ninh_2018_is_a_conflict_of_three() {
    let s = snapshot();
    let par = table(&s, "par_index", "overall", 2018);
    let row = par.row(s.catalogue.provinces.by_slug("quang-ninh").unwrap()).unwrap();
    let figure = s.figure(row.figure);
    assert_eq!(figure.value, Observation::Conflict);
    let mut values: Vec<f64> = figure.claims.iter().filter_map(|c| c.value.map(|q| q.value)).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    assert_eq!(values, [81.0, 89.06, 89.6]);
}

#[test]
fn ranks_over_all_tables_keep_the_rules() {
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
fn names_mean_units_by_their_date() {
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
fn bases_have_63_and_34_units() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    for (year, basis, expected) in [
        (2007, Basis::Of63, 64),
        (2008, Basis::Of63, 63),
        (2024, Basis::Of63, 63),
        (2025, Basis::Of63, 63),
        (2025, Basis::Of34, 34),
        (2026, Basis::Of34, 34),
    ] {
        assert_eq!(provinces.existing(year, basis).count(), expected, "{year} {basis:?}");
    }
    let old: usize = provinces
        .existing(2026, Basis::Of34)
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
fn search_finds_every_way_of_writing() {
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
    let Lead::Leads { provinces, years, open } = s.lead(pci) else {
        panic!("PCI 2016 has a leader")
    };
    assert_eq!(provinces.into_iter().map(slug).collect::<Vec<_>>(), ["da-nang-63"]);
    assert_eq!((years, open), (4, false));
    // The leaders of 2017 to 2019 are not in the sources: the streak may be longer.
    assert!(matches!(
        s.lead(table(&s, "pci", "overall", 2022)),
        Lead::Leads {
            years: 3,
            open: true,
            ..
        }
    ));
    // Figures of different days have no leader.
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
    // Across a change of method nobody climbs.
    assert_eq!(s.top_climber(table(&s, "sipas", "overall", 2022)), None);
    assert_eq!(s.top_gain(table(&s, "papi", "total", 2018)), None);
    // Counts have no leader.
    assert_eq!(s.lead(table(&s, "online_services", "total", 2021)), Lead::Coverage);
}

#[test]
fn a_streak_of_leading_ends_where_another_led() {
    let s = snapshot();
    for (id, _) in s.catalogue.indicators() {
        for table in s.tables(id, ComponentId::TOTAL) {
            let Lead::Leads { provinces, years, open } = s.lead(table) else {
                continue;
            };
            let [leader] = provinces[..] else { continue };
            let in_year = |year| s.table(TableKey { year, ..table.key }).map(|t| s.leaders(t));
            for back in 0..i32::from(years) {
                assert_eq!(in_year(table.key.year - back), Some(vec![leader]));
            }
            let before = in_year(table.key.year - i32::from(years));
            assert_ne!(before, Some(vec![leader]), "{:?}", table.key);
            assert!(!open || before.is_none_or(|leaders| leaders.is_empty()));
        }
    }
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
                    let own = indicator.compare(table.key.year - 1, table.key.year).verdict;
                    assert_eq!(row.change.verdict, own);
                    let field = ranks.is_none_or(|(a, b)| a.of == b.of);
                    assert_eq!(row.change.places_verdict.comparable(), own.comparable() && field);
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
fn every_row_and_every_absence_is_accounted_for() {
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
    // Every claim keeps its source and the row that it was read from.
    assert!(s.figures.iter().flat_map(|f| &f.claims).all(|c| !c.origin.is_empty()));
}

#[test]
fn methods_cover_the_years_and_every_step_has_a_reason() {
    let s = snapshot();
    for (id, indicator) in s.catalogue.indicators() {
        for pair in s.years(id, ComponentId::TOTAL).windows(2) {
            let found = indicator.compare(pair[0], pair[1]);
            assert_eq!(
                found.verdict.comparable(),
                indicator.method(pair[0]).map(|m| &m.slug) == indicator.method(pair[1]).map(|m| &m.slug),
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
