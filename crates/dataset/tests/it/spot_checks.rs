//! Spot checks: figures of 2017 to 2024 as published, transcribed manually from other documents than the data files.

use domain::{ComponentId, ProvinceList, RankOrigin, TableKey};

use crate::shared::{snapshot, standing, table};

/// The sheet "Summary" of the publisher's workbook of PCI 2018: score and rank.
const PCI_2018: [(&str, f64, u16); 63] = [
    ("an-giang-63", 63.6537, 28),
    ("ba-ria-vung-tau", 64.0228, 21),
    ("bac-giang", 63.0092, 36),
    ("bac-kan", 60.1103, 60),
    ("bac-lieu", 62.5306, 39),
    ("bac-ninh-63", 64.4969, 15),
    ("ben-tre", 67.6747, 4),
    ("binh-dinh", 64.0410, 20),
    ("binh-duong", 66.0938, 6),
    ("binh-phuoc", 60.0236, 61),
    ("binh-thuan", 64.0017, 22),
    ("ca-mau-63", 61.7284, 49),
    ("can-tho-63", 64.9762, 11),
    ("cao-bang", 60.6663, 57),
    ("da-nang-63", 67.6527, 5),
    ("dak-lak-63", 62.4838, 40),
    ("dak-nong", 58.1572, 63),
    ("dien-bien", 61.7713, 47),
    ("dong-nai-63", 63.8384, 26),
    ("dong-thap-63", 70.1949, 2),
    ("gia-lai-63", 63.0810, 33),
    ("ha-giang", 61.1886, 52),
    ("ha-nam", 62.7667, 37),
    ("ha-noi", 65.3960, 9),
    ("ha-tinh", 63.9870, 23),
    ("hai-duong", 60.9784, 55),
    ("hai-phong-63", 64.4755, 16),
    ("hau-giang", 61.8653, 44),
    ("hoa-binh", 61.7303, 48),
    ("hue", 63.5090, 30),
    ("hung-yen-63", 60.6592, 58),
    ("khanh-hoa-63", 64.4244, 17),
    ("kien-giang", 63.4161, 31),
    ("kon-tum", 60.6276, 59),
    ("lai-chau", 58.3280, 62),
    ("lam-dong-63", 63.7912, 27),
    ("lang-son", 61.7034, 50),
    ("lao-cai-63", 64.6299, 12),
    ("long-an", 68.0873, 3),
    ("nam-dinh", 63.0097, 35),
    ("nghe-an", 64.0764, 19),
    ("ninh-binh-63", 63.5513, 29),
    ("ninh-thuan", 62.2097, 43),
    ("phu-tho-63", 63.9476, 24),
    ("phu-yen", 61.6907, 51),
    ("quang-binh", 61.0580, 54),
    ("quang-nam", 65.8512, 7),
    ("quang-ngai-63", 62.4023, 41),
    ("quang-ninh", 70.3589, 1),
    ("quang-tri-63", 61.1633, 53),
    ("soc-trang", 61.8152, 45),
    ("son-la", 60.7900, 56),
    ("tay-ninh-63", 64.5423, 14),
    ("thai-binh", 63.2330, 32),
    ("thai-nguyen-63", 64.2387, 18),
    ("thanh-hoa", 63.9424, 25),
    ("tien-giang", 62.7492, 38),
    ("tp-ho-chi-minh-63", 65.3371, 10),
    ("tra-vinh", 61.7930, 46),
    ("tuyen-quang-63", 63.0116, 34),
    ("vinh-long-63", 65.5348, 8),
    ("vinh-phuc", 64.5473, 13),
    ("yen-bai", 62.2166, 42),
];

#[test]
fn pci_2018_matches_the_workbook() {
    let s = snapshot();
    let pci = table(&s, "pci", "overall", 2018);
    assert_eq!((pci.rows.len(), pci.complete), (63, true));
    // The publisher's page breaks ties of rounded scores differently from its workbook; such ranks are not shown.
    let disputed = ["bac-giang", "ca-mau-63", "hoa-binh", "tuyen-quang-63"];
    for (slug, value, rank) in PCI_2018 {
        let expected = (!disputed.contains(&slug)).then_some((rank, 63));
        assert_eq!(standing(&s, pci, slug), (Some(value), expected), "{slug}");
    }
}

#[test]
fn pci_of_2019_and_2022_is_led_by_quang_ninh() {
    let s = snapshot();
    let of_2019 = table(&s, "pci", "overall", 2019);
    for (slug, value, rank) in [("quang-ninh", 73.40, 1), ("dong-thap-63", 72.10, 2)] {
        let (found, place) = standing(&s, of_2019, slug);
        assert!((found.unwrap() - value).abs() < 0.005, "{slug}: {found:?}");
        assert_eq!(place, Some((rank, 63)));
    }
    assert_eq!(standing(&s, of_2019, "vinh-long-63").1, Some((3, 63)));
    // Ranks of 20 provinces are published for 2022; all scores confirm them, so the other ranks are computed.
    let of_2022 = table(&s, "pci", "overall", 2022);
    assert_eq!(standing(&s, of_2022, "quang-ninh"), (Some(72.95), Some((1, 63))));
    assert_eq!(standing(&s, of_2022, "bac-giang"), (Some(72.80), Some((2, 63))));
    assert_eq!(standing(&s, of_2022, "nghe-an"), (Some(66.60), Some((23, 63))));
    let computed = |row: &domain::Row| row.rank.is_some_and(|rank| rank.origin == RankOrigin::Computed);
    assert!(of_2022.complete && of_2022.rows.iter().all(computed));
}

#[test]
fn dti_2022_is_led_by_da_nang() {
    let s = snapshot();
    let dti = table(&s, "dti", "overall", 2022);
    assert_eq!(standing(&s, dti, "da-nang-63"), (Some(0.8002), Some((1, 63))));
    assert_eq!((dti.with_value, dti.expected), (63, 63));
    // The list of the 34 for 2024 exists alongside that of the 63, and an unchanged province has a figure in both.
    let counts = |basis| {
        let key = TableKey {
            basis,
            year: 2024,
            ..dti.key
        };
        s.table(key).map(|t| (t.with_value, t.expected)).unwrap()
    };
    assert_eq!(
        (counts(ProvinceList::Before2025), counts(ProvinceList::Since2025)),
        ((63, 63), (34, 34))
    );
}

/// Indicator, province, year, conflicting values and conflicting ranks.
type Contradiction = (&'static str, &'static str, i32, &'static [f64], &'static [u16]);

const CONTRADICTIONS: [Contradiction; 5] = [
    ("par_index", "dong-thap-63", 2020, &[86.77, 88.77], &[5]),
    ("sipas", "son-la", 2021, &[90.13, 90.30], &[6]),
    ("sipas", "hai-phong-63", 2023, &[88.09, 88.90], &[1, 5]),
    ("par_index", "hai-phong-63", 2013, &[86.93], &[2, 6]),
    ("pci", "ha-nam", 2014, &[56.5676, 56.57], &[44, 45]),
];

#[test]
fn conflicting_claims_are_retained() {
    let s = snapshot();
    for (indicator, slug, year, values, ranks) in CONTRADICTIONS {
        let table = table(&s, indicator, "overall", year);
        let row = table.row(s.catalogue.provinces.by_slug(slug).unwrap()).unwrap();
        let figure = s.figure(row.figure);
        assert!(figure.conflicting(), "{indicator} {slug} {year}");
        let mut found: Vec<f64> = figure.claims.iter().filter_map(|c| c.value.map(|q| q.value)).collect();
        found.sort_by(f64::total_cmp);
        found.dedup();
        assert_eq!(found, values, "{indicator} {slug} {year}");
        let mut found: Vec<u16> = figure.claims.iter().filter_map(|c| c.rank).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found, ranks, "{indicator} {slug} {year}");
    }
}

#[test]
fn figures_of_an_unclear_unit_are_not_linked_to_a_former_unit() {
    let s = snapshot();
    let id = s.catalogue.indicator_by_slug("qd766").unwrap();
    let provinces = &s.catalogue.provinces;
    for year in 2022..=2024 {
        let key = TableKey {
            indicator: id,
            component: ComponentId::TOTAL,
            basis: ProvinceList::Since2025,
            year,
        };
        let table = s.table(key).unwrap();
        assert_eq!(
            (table.rows.len(), table.with_value, table.mixed),
            (34, 34, false),
            "{year}"
        );
        for row in &table.rows {
            let formed = provinces.get(row.province).listed == domain::Listed::Since2025;
            let noted = s.figure(row.figure).claims.iter().all(|claim| {
                let note = claim.note.as_ref();
                note.is_some_and(|note| note.vi.contains("không rõ") && note.en.contains("unclear"))
            });
            assert_eq!(noted, formed, "{year} {}", provinces.get(row.province).slug);
            // No change is computed between these years, nor from a former unit.
            assert_eq!(row.change.comparable_points(), None);
        }
        // On the list of the 63, the only figures are those of former units with a date.
        let former = s.table(TableKey {
            basis: ProvinceList::Before2025,
            ..key
        });
        assert!(former.is_none_or(|t| t.rows.iter().all(|row| s.figure(row.figure).key.as_of.is_some())));
    }
}
