//! The merger of 2025 in the bundled catalogue and figures: names and codes refer to units by date, every old unit is
//! part of exactly one of today's, counts are summed and scores are not.

use std::collections::BTreeSet;

use domain::{
    Addable, ComponentId, Date, Indicator, IndicatorId, Kind, Listed, NotAddable, Observation, ProvinceId,
    ProvinceList, Provinces, RebasedFigure, Snapshot, TableKey,
};

use crate::shared::{snapshot, standing, table};

/// Code and name of a current province; codes and names of its old units.
type Merged = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// All current provinces with their codes, and their old units with theirs. Transcribed from Resolution 202/2025/QH15
/// and the statistics office's lists of codes, not read from the catalogue.
const MERGED: [Merged; 34] = [
    ("01", "Hà Nội", &[("01", "Hà Nội")]),
    ("04", "Cao Bằng", &[("04", "Cao Bằng")]),
    ("08", "Tuyên Quang", &[("08", "Tuyên Quang"), ("02", "Hà Giang")]),
    ("11", "Điện Biên", &[("11", "Điện Biên")]),
    ("12", "Lai Châu", &[("12", "Lai Châu")]),
    ("14", "Sơn La", &[("14", "Sơn La")]),
    ("15", "Lào Cai", &[("10", "Lào Cai"), ("15", "Yên Bái")]),
    ("19", "Thái Nguyên", &[("19", "Thái Nguyên"), ("06", "Bắc Kạn")]),
    ("20", "Lạng Sơn", &[("20", "Lạng Sơn")]),
    ("22", "Quảng Ninh", &[("22", "Quảng Ninh")]),
    ("24", "Bắc Ninh", &[("27", "Bắc Ninh"), ("24", "Bắc Giang")]),
    (
        "25",
        "Phú Thọ",
        &[("25", "Phú Thọ"), ("17", "Hòa Bình"), ("26", "Vĩnh Phúc")],
    ),
    ("31", "Hải Phòng", &[("31", "Hải Phòng"), ("30", "Hải Dương")]),
    ("33", "Hưng Yên", &[("33", "Hưng Yên"), ("34", "Thái Bình")]),
    (
        "37",
        "Ninh Bình",
        &[("37", "Ninh Bình"), ("35", "Hà Nam"), ("36", "Nam Định")],
    ),
    ("38", "Thanh Hóa", &[("38", "Thanh Hóa")]),
    ("40", "Nghệ An", &[("40", "Nghệ An")]),
    ("42", "Hà Tĩnh", &[("42", "Hà Tĩnh")]),
    ("44", "Quảng Trị", &[("45", "Quảng Trị"), ("44", "Quảng Bình")]),
    ("46", "Huế", &[("46", "Huế")]),
    ("48", "Đà Nẵng", &[("48", "Đà Nẵng"), ("49", "Quảng Nam")]),
    ("51", "Quảng Ngãi", &[("51", "Quảng Ngãi"), ("62", "Kon Tum")]),
    ("52", "Gia Lai", &[("64", "Gia Lai"), ("52", "Bình Định")]),
    ("56", "Khánh Hòa", &[("56", "Khánh Hòa"), ("58", "Ninh Thuận")]),
    ("66", "Đắk Lắk", &[("66", "Đắk Lắk"), ("54", "Phú Yên")]),
    (
        "68",
        "Lâm Đồng",
        &[("68", "Lâm Đồng"), ("60", "Bình Thuận"), ("67", "Đắk Nông")],
    ),
    ("75", "Đồng Nai", &[("75", "Đồng Nai"), ("70", "Bình Phước")]),
    (
        "79",
        "TP. Hồ Chí Minh",
        &[
            ("79", "TP. Hồ Chí Minh"),
            ("77", "Bà Rịa - Vũng Tàu"),
            ("74", "Bình Dương"),
        ],
    ),
    ("80", "Tây Ninh", &[("72", "Tây Ninh"), ("80", "Long An")]),
    ("82", "Đồng Tháp", &[("87", "Đồng Tháp"), ("82", "Tiền Giang")]),
    (
        "86",
        "Vĩnh Long",
        &[("86", "Vĩnh Long"), ("83", "Bến Tre"), ("84", "Trà Vinh")],
    ),
    ("91", "An Giang", &[("89", "An Giang"), ("91", "Kiên Giang")]),
    (
        "92",
        "Cần Thơ",
        &[("92", "Cần Thơ"), ("93", "Hậu Giang"), ("94", "Sóc Trăng")],
    ),
    ("96", "Cà Mau", &[("96", "Cà Mau"), ("95", "Bạc Liêu")]),
];

const HA_TAY: (&str, &str) = ("28", "Hà Tây");

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Returns the slug of a unit and its last day.
fn unit(provinces: &Provinces, id: ProvinceId) -> (String, Option<Date>) {
    let province = provinces.get(id);
    (province.name.vi.clone(), province.to)
}

#[test]
fn old_and_new_codes_are_resolved_in_every_year() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let merger = day("2025-06-30");
    let mut pairs = 0;
    for year in 2005..=2026 {
        let at = Date::year_end(year);
        let before = at <= merger;
        // Each code and name of this year, and the old units of each current province.
        let mut codes: Vec<&str> = Vec::new();
        for (new_code, new_name, old) in MERGED {
            let today = provinces.resolve_code(new_code, day("2026-01-01")).unwrap();
            assert_eq!(
                provinces.resolve(new_name, day("2026-01-01")),
                Some(today),
                "{new_name}"
            );
            assert_eq!(provinces.get(today).name.vi, new_name);
            let merged = old.len() > 1;
            assert_eq!(provinces.get(today).listed == Listed::Since2025, merged, "{new_name}");
            assert_eq!(
                provinces.get(today).exists_on(at),
                !(before && merged),
                "{new_name} {year}"
            );
            let ha_tay = (new_code == "01" && year <= 2007).then_some(HA_TAY);
            let mut expected: Vec<ProvinceId> = Vec::new();
            for (old_code, old_name) in old.iter().copied().chain(ha_tay) {
                pairs += 1;
                // Resolved for a day on which the unit certainly existed, to identify it.
                let then = if (old_code, old_name) == HA_TAY {
                    day("2007-12-31")
                } else {
                    day("2024-12-31")
                };
                let id = provinces.resolve_code(old_code, then).unwrap();
                let name = provinces.get(id).name_in(then.year());
                assert_eq!(provinces.today(id), today, "{old_name} → {new_name}");
                expected.push(id);
                if before {
                    assert_eq!(provinces.resolve_code(old_code, at), Some(id), "{old_code} {year}");
                    assert_eq!(provinces.resolve(old_name, at), Some(id), "{old_name} {year}");
                    assert_eq!(provinces.resolve(&name.vi, at), Some(id), "{} {year}", name.vi);
                    codes.push(old_code);
                } else {
                    // Its code and name refer to the current unit that has them, or to none.
                    let by_code = MERGED.iter().find(|(code, ..)| *code == old_code);
                    let now = provinces.resolve_code(old_code, at).map(|id| unit(provinces, id).0);
                    assert_eq!(now.as_deref(), by_code.map(|(_, name, _)| *name), "{old_code} {year}");
                    let by_name = MERGED.iter().find(|(_, name, _)| *name == old_name);
                    let now = provinces.resolve(old_name, at).map(|id| provinces.get(id).code.clone());
                    assert_eq!(now.as_deref(), by_name.map(|(code, ..)| *code), "{old_name} {year}");
                    assert_eq!(provinces.get(id).exists_on(at), !merged, "{old_name} {year}");
                }
            }
            if year <= 2025 {
                let (found, expected): (BTreeSet<_>, BTreeSet<_>) = (
                    provinces.old_units(today, year).into_iter().collect(),
                    expected.into_iter().collect(),
                );
                assert_eq!(found, expected, "{new_name} {year}");
            }
        }
        if before {
            let expected = if year <= 2007 { 64 } else { 63 };
            assert_eq!(codes.len(), expected, "{year}");
            assert_eq!(
                codes.iter().collect::<BTreeSet<_>>().len(),
                expected,
                "{year}: a code twice"
            );
        }
        // No other code refers to a unit.
        for code in (0..100).map(|n| format!("{n:02}")) {
            let means = provinces.resolve_code(&code, at).is_some();
            let expected = if before {
                codes.contains(&code.as_str())
            } else {
                MERGED.iter().any(|(new, ..)| *new == code)
            };
            assert_eq!(means, expected, "{code} {year}");
        }
    }
    assert_eq!(pairs, 22 * 63 + 3, "63 old units in 22 years, and Hà Tây in three");
}

#[test]
fn reused_codes_refer_to_two_units() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let at = |code, on| provinces.resolve_code(code, day(on)).map(|id| unit(provinces, id).0);
    for (code, before, since) in [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
    ] {
        assert_eq!(at(code, "2025-06-30").as_deref(), Some(before), "{code}");
        assert_eq!(at(code, "2025-07-01").as_deref(), Some(since), "{code}");
    }
    assert_eq!(at("28", "2008-07-31").as_deref(), Some("Hà Tây"));
    assert_eq!(at("28", "2008-08-01"), None);
    // The name of Lào Cai is still in use, its code is not.
    assert_eq!(at("10", "2025-06-30").as_deref(), Some("Lào Cai"));
    assert_eq!(at("10", "2025-07-01"), None);
}

#[test]
fn each_list_has_its_own_last_day_in_the_year_of_the_merger() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    for (basis, year, last, yen_bai) in [
        (ProvinceList::Before2025, 2007, "2007-12-31", true),
        (ProvinceList::Before2025, 2025, "2025-06-30", true),
        (ProvinceList::Before2025, 2026, "2025-06-30", true),
        (ProvinceList::Since2025, 2025, "2025-12-31", false),
        (ProvinceList::Since2025, 2026, "2026-12-31", false),
    ] {
        assert_eq!(basis.last_day(year), day(last));
        assert_eq!(provinces.resolve("Yên Bái", basis.last_day(year)).is_some(), yen_bai);
    }
}

#[test]
fn hue_has_its_names_by_date() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let hue = provinces.by_slug("hue").unwrap();
    for (year, name) in [
        (2016, "Thừa Thiên Huế"),
        (2024, "Thừa Thiên Huế"),
        (2025, "Huế"),
        (2026, "Huế"),
    ] {
        assert_eq!(provinces.get(hue).name_in(year).vi, name, "{year}");
        let at = Date::year_end(year);
        assert_eq!(provinces.resolve(name, at), Some(hue));
        assert_eq!(provinces.resolve_code("46", at), Some(hue));
        assert_eq!(provinces.old_units(hue, year), [hue], "the merger left it as it was");
    }
}

#[test]
fn ha_tay_is_listed_with_ha_noi_in_pci_until_2008_only() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let (ha_noi, ha_tay) = (
        provinces.by_slug("ha-noi").unwrap(),
        provinces.by_slug("ha-tay").unwrap(),
    );
    let mut found_years = Vec::new();
    for (key, rebased) in all_rebased(&s) {
        let row = rebased.rows.iter().find(|row| row.province == ha_noi).unwrap();
        let part = row.parts.iter().find(|part| part.province == ha_tay);
        assert!(
            rebased
                .rows
                .iter()
                .all(|other| other.province == ha_noi || other.parts.iter().all(|part| part.province != ha_tay))
        );
        if part.is_some_and(|part| part.figure.is_some()) {
            found_years.push((s.catalogue.indicator(key.indicator).slug.clone(), key.year));
            // Hà Nội's own score is unchanged.
            let ha_noi_part = row.parts.iter().find(|part| part.province == ha_noi).unwrap();
            let table = s.table(key).unwrap();
            assert_eq!(ha_noi_part.figure, table.row(ha_noi).map(|row| row.figure));
            assert!(matches!(row.says, RebasedFigure::Beside(_)));
        } else {
            assert!(part.is_none() || key.year <= 2007);
        }
    }
    found_years.dedup();
    let years: BTreeSet<(String, i32)> = found_years.into_iter().collect();
    // 2005 as well: Hà Tây was the last of the 42 provinces in the first PCI.
    let expected = [2005, 2006, 2007, 2008].map(|year| ("pci".to_owned(), year));
    assert_eq!(years, BTreeSet::from(expected));
}

/// Returns every table of the 63, rebased to the current 34.
fn all_rebased(s: &Snapshot) -> Vec<(TableKey, domain::Rebased)> {
    let measures = s
        .catalogue
        .indicators()
        .flat_map(|(id, indicator): (IndicatorId, &Indicator)| {
            indicator.components().map(move |(component, _)| (id, component))
        });
    let mut found = Vec::new();
    for (indicator, component) in measures {
        for table in s
            .tables(indicator, component)
            .filter(|t| t.key.basis == ProvinceList::Before2025)
        {
            found.extend(s.rebased(table.key).map(|rebased| (table.key, rebased)));
        }
    }
    assert!(found.len() > 300, "{}", found.len());
    found
}

#[test]
fn every_old_figure_is_listed_once_and_unchanged() {
    let s = snapshot();
    for (key, rebased) in all_rebased(&s) {
        let table = s.table(key).unwrap();
        assert_eq!(rebased.rows.len(), 34, "{key:?}");
        assert_eq!(rebased.old_units, table.expected, "{key:?}");
        assert_eq!(rebased.with_figure, table.rows.len(), "{key:?}");
        for part in rebased.rows.iter().flat_map(|row| &row.parts) {
            let row = table.row(part.province);
            assert_eq!(part.figure, row.map(|row| row.figure));
            assert_eq!(part.rank, row.and_then(|row| row.rank));
            match row {
                Some(row) => assert_eq!(part.value, s.figure(row.figure).value),
                None => assert!(matches!(part.value, Observation::Missing(_))),
            }
        }
    }
}

#[test]
fn scores_are_never_summed_and_new_provinces_have_none() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            let addable = Addable::of(&s.catalogue, id, component);
            assert_eq!(
                addable == Err(NotAddable::Score),
                indicator.kind == Kind::Score,
                "{}",
                indicator.slug
            );
        }
    }
    let mut scores = 0;
    for (key, rebased) in all_rebased(&s) {
        let scored = s.catalogue.indicator(key.indicator).kind == Kind::Score;
        for row in &rebased.rows {
            let summed = matches!(row.says, RebasedFigure::Sum(_) | RebasedFigure::NotSummed(_));
            assert!(!(scored && summed), "{key:?}");
            if provinces.get(row.province).listed == Listed::Since2025 {
                assert_ne!(row.says, RebasedFigure::Own, "{key:?}");
                assert!(row.parts.iter().all(|part| part.province != row.province));
            }
            scores += usize::from(scored);
        }
    }
    assert!(scores > 10_000, "{scores}");
}

#[test]
fn sums_are_the_sums_of_their_parts_and_of_one_moment() {
    let s = snapshot();
    for (key, rebased) in all_rebased(&s) {
        for row in &rebased.rows {
            let RebasedFigure::Sum(sum) = &row.says else { continue };
            let parts: Vec<_> = sum.parts.iter().map(|part| s.figure(part.figure)).collect();
            assert_eq!(parts.len(), row.parts.len(), "{key:?}");
            let total: f64 = parts.iter().filter_map(|figure| figure.value.value()).sum();
            assert!((sum.value.value - total).abs() < 1e-9, "{key:?}");
            assert!(parts.iter().all(|figure| figure.key.as_of == sum.as_of), "{key:?}");
        }
    }
}

#[test]
fn new_lao_cai_shows_its_old_units_and_no_score_before_2025() {
    let s = snapshot();
    let provinces = &s.catalogue.provinces;
    let lao_cai = provinces.by_slug("lao-cai").unwrap();
    assert_eq!(provinces.get(lao_cai).code, "15");
    let names = |ids: &[ProvinceId]| -> Vec<String> { ids.iter().map(|id| provinces.get(*id).slug.clone()).collect() };
    assert_eq!(names(&provinces.merged_from(lao_cai)), ["lao-cai-63", "yen-bai"]);
    let pci = table(&s, "pci", "overall", 2016);
    let rebased = s.rebased(pci.key).unwrap();
    let row = rebased.rows.iter().find(|row| row.province == lao_cai).unwrap();
    for part in &row.parts {
        let slug = &provinces.get(part.province).slug;
        let (value, rank) = standing(&s, pci, slug);
        assert_eq!(
            (part.value.value(), part.rank.map(|r| (r.place, r.of))),
            (value, rank),
            "{slug}"
        );
    }
    let RebasedFigure::Beside(spread) = row.says else {
        panic!("{:?}", row.says)
    };
    assert_eq!((spread.known, spread.of), (2, 2));
    // It has no figure of its own, in any measure, before the day on which it was formed, except what was published
    // retrospectively for the list of the 34; each such figure has a note on that.
    let figures = s.figures_of(domain::Place::Province(lao_cai));
    for figure in figures.filter(|figure| figure.key.year.is_some_and(|year| year < 2025)) {
        assert!(matches!(
            s.catalogue.indicator(figure.key.indicator).slug.as_str(),
            "qd766" | "dti"
        ));
        let noted = |claim: &domain::Claim| claim.rank_of == Some(34) && claim.note.is_some();
        assert!(figure.claims.iter().all(noted), "{:?}", figure.key);
    }
}

#[test]
fn earlier_years_are_ranked_among_the_63() {
    let s = snapshot();
    let par = table(&s, "par_index", "overall", 2023);
    assert_eq!((par.key.basis, par.expected), (ProvinceList::Before2025, 63));
    assert!(par.rows.iter().filter_map(|row| row.rank).all(|rank| rank.of == 63));
    assert!(par.rows.iter().any(|row| row.rank.is_some_and(|rank| rank.place == 63)));
    let rebased = s.rebased(par.key).unwrap();
    assert_eq!((rebased.old_units, rebased.rows.len()), (63, 34));
    let total = s
        .tables(par.key.indicator, ComponentId::TOTAL)
        .filter(|t| t.key.year == 2023)
        .count();
    assert_eq!(total, 1, "no table of 34 is made up for 2023");
}
