//! Search queries as users type them, against the bundled catalogue.

use domain::{Catalogue, Hit, SearchQuery};

use crate::shared::snapshot;

/// Returns the parsed parts as comma-separated slugs: indicators, components, provinces (the first meaning of each),
/// regions (of the 63), years and the text that was not understood.
fn parsed(catalogue: &Catalogue, query: &str) -> [String; 6] {
    let SearchQuery {
        indicators,
        components,
        provinces,
        regions,
        years,
        figures: _,
        unknown,
    } = catalogue.parse_query(query);
    let indicator = |id: &domain::IndicatorId| catalogue.indicator(*id).slug.clone();
    let component = |ids: &Vec<(domain::IndicatorId, domain::ComponentId)>| {
        let (indicator, id) = ids[0];
        catalogue.indicator(indicator).component(id).slug.clone()
    };
    let province = |ids: &Vec<domain::ProvinceId>| catalogue.provinces.get(ids[0]).slug.clone();
    let region = |ids: &Vec<domain::RegionId>| catalogue.provinces.region(ids[0]).slug.clone();
    [
        indicators.iter().map(indicator).collect::<Vec<_>>().join(","),
        components.iter().map(component).collect::<Vec<_>>().join(","),
        provinces.iter().map(province).collect::<Vec<_>>().join(","),
        regions.iter().map(region).collect::<Vec<_>>().join(","),
        years.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        unknown
            .iter()
            .map(|part| part.text.clone())
            .collect::<Vec<_>>()
            .join(","),
    ]
}

#[test]
fn queries_in_any_order_and_spelling() {
    let catalogue = snapshot().catalogue;
    for (query, expected) in [
        ("pci nghe an 2016", ["pci", "", "nghe-an", "", "2016", ""]),
        ("2016 Nghệ An PCI", ["pci", "", "nghe-an", "", "2016", ""]),
        ("NGHỆ AN: PCI năm 2016", ["pci", "", "nghe-an", "", "2016", ""]),
        ("pci2016 nghean", ["pci", "", "nghe-an", "", "2016", ""]),
        ("sipas 2022", ["sipas", "", "", "", "2022", ""]),
        ("brvt dti", ["dti", "", "ba-ria-vung-tau", "", "", ""]),
        ("BR-VT DTI", ["dti", "", "ba-ria-vung-tau", "", "", ""]),
        ("Bà Rịa – Vũng Tàu", ["", "", "ba-ria-vung-tau", "", "", ""]),
        ("hcm papi", ["papi", "", "tp-ho-chi-minh", "", "", ""]),
        ("papi TP. Hồ Chí Minh", ["papi", "", "tp-ho-chi-minh", "", "", ""]),
        ("tphcm 2019", ["", "", "tp-ho-chi-minh-63", "", "2019", ""]),
        ("tthue pci 2019", ["pci", "", "hue", "", "2019", ""]),
        ("thua thien hue pci 2019", ["pci", "", "hue", "", "2019", ""]),
        ("chi so cai cach hanh chinh 2024", ["par_index", "", "", "", "2024", ""]),
        ("cải cách hành chính 2024", ["par_index", "", "", "", "2024", ""]),
        ("par index ha nam 2022", ["par_index", "", "ha-nam", "", "2022", ""]),
        ("Hà Nam năm 2022", ["", "", "ha-nam", "", "2022", ""]),
        ("tỉnh Quảng Nam", ["", "", "quang-nam", "", "", ""]),
        ("lao cai 2016", ["", "", "lao-cai-63", "", "2016", ""]),
        ("lao cai 2025", ["", "", "lao-cai", "", "2025", ""]),
        ("lao cai", ["", "", "lao-cai", "", "", ""]),
        ("Lào Cai (cũ)", ["", "", "lao-cai-63", "", "", ""]),
        ("lao-cai-63", ["", "", "lao-cai-63", "", "", ""]),
        ("ha-tinh-63", ["", "", "ha-tinh", "", "", "63"]),
        (
            "so sánh nghệ an và hà tĩnh pci",
            ["pci", "", "nghe-an,ha-tinh", "", "", ""],
        ),
        ("pci 2013-2016 nghe an", ["pci", "", "nghe-an", "", "2013,2016", ""]),
        ("qd 766 2023", ["qd766", "", "", "", "2023", ""]),
        (
            "papi hai phong blabla 2018",
            ["papi", "", "hai-phong-63", "", "2018", "blabla"],
        ),
        ("", [""; 6]),
        ("xyz xyz", ["", "", "", "", "", "xyz xyz"]),
    ] {
        assert_eq!(parsed(&catalogue, query), expected.map(str::to_owned), "{query}");
    }
}

#[test]
fn components_and_regions_are_named_too() {
    let catalogue = snapshot().catalogue;
    let [indicators, components, provinces, _, years, unknown] =
        parsed(&catalogue, "pci tiếp cận đất đai nghệ an 2016");
    assert_eq!(
        [indicators, components, provinces, years, unknown],
        ["pci", "land", "nghe-an", "2016", ""]
    );
    let query = catalogue.parse_query("papi đồng bằng sông hồng 2018");
    assert_eq!((query.regions.len(), query.unknown.len()), (1, 0));
    assert!(query.understood());
    // Every region, by its name alone or together with an indicator.
    for (id, region) in catalogue.provinces.regions() {
        for name in [&region.name.vi, &region.name.en] {
            let query = catalogue.parse_query(&format!("{name} pci"));
            assert!(
                query.regions.iter().flatten().any(|found| *found == id),
                "{name}: {query:?}"
            );
        }
    }
}

#[test]
fn words_for_ranks_and_scores_are_ignored() {
    let catalogue = snapshot().catalogue;
    for word in [
        "xếp hạng",
        "xep hang",
        "xephang",
        "thứ hạng",
        "thu hang",
        "hạng mấy",
        "đứng thứ mấy",
        "bảng xếp hạng",
        "điểm",
        "điểm số",
        "diem",
        "kết quả xếp hạng",
        "rank",
        "ranking",
        "rankings",
        "score",
        "scores",
        "rank of",
    ] {
        for query in [
            format!("{word} pci nghe an 2016"),
            format!("pci {word} nghệ an 2016"),
            format!("nghệ an 2016 pci {word}"),
            format!("2016 {word} an nghe pci"),
        ] {
            assert_eq!(
                parsed(&catalogue, &query),
                ["pci", "", "nghe-an", "", "2016", ""].map(str::to_owned),
                "{query}"
            );
            assert_eq!(catalogue.parse_query(&query).figures, word != "đứng thứ mấy", "{query}");
        }
    }
    assert!(!catalogue.parse_query("pci nghe an 2016").figures);
}

#[test]
fn the_words_of_a_province_name_are_found_in_any_order() {
    let catalogue = snapshot().catalogue;
    for (query, province) in [
        ("an nghe pci 2016", "nghe-an"),
        ("pci 2016 an nghệ", "nghe-an"),
        ("minh ho chi pci 2016", "tp-ho-chi-minh-63"),
        ("pci chí minh hồ 2016", "tp-ho-chi-minh-63"),
        ("tau vung ria ba pci 2016", "ba-ria-vung-tau"),
        ("vũng tàu bà rịa pci 2016", "ba-ria-vung-tau"),
        ("hue thien thua pci 2016", "hue"),
        ("giang bac pci 2016", "bac-giang"),
        ("tinh ha pci 2016", "ha-tinh"),
        // Words in the right order take precedence.
        ("tỉnh hà nam pci 2016", "ha-nam"),
        ("tỉnh hà giang pci 2016", "ha-giang"),
        ("pci năm 2016 tỉnh quảng nam", "quang-nam"),
        ("xếp hạng bắc giang pci 2016", "bac-giang"),
    ] {
        assert_eq!(
            parsed(&catalogue, query),
            ["pci", "", province, "", "2016", ""].map(str::to_owned),
            "{query}"
        );
    }
    // Each province name of two or more words, reversed.
    for (id, province) in catalogue.provinces.alphabetical() {
        let name = domain::fold(&province.name.vi);
        let mut words: Vec<&str> = name.split(' ').filter(|word| *word != "tp").collect();
        if words.len() < 2 {
            continue;
        }
        words.reverse();
        let found = catalogue.parse_query(&format!("{} papi", words.join(" ")));
        assert!(found.provinces.iter().flatten().any(|other| *other == id), "{words:?}");
        assert!(found.unknown.is_empty(), "{words:?}: {:?}", found.unknown);
    }
}

/// Every name in the catalogue, together with an indicator and a year, in any case and with or without diacritics.
#[test]
fn every_name_of_every_province_and_indicator_is_understood() {
    let catalogue = snapshot().catalogue;
    for (id, province) in catalogue.provinces.alphabetical() {
        let spellings = catalogue
            .provinces
            .aliases()
            .iter()
            .filter(|alias| alias.province == id);
        let names = [
            province.name.vi.as_str(),
            province.name.en.as_str(),
            province.slug.as_str(),
        ];
        for name in names.into_iter().chain(spellings.map(|alias| alias.spelling.as_str())) {
            for query in [
                format!("2016 {name} sipas"),
                format!("SIPAS {} 2016", domain::fold(name)),
            ] {
                let found = catalogue.parse_query(&query);
                assert!(
                    found.provinces.iter().flatten().any(|other| *other == id),
                    "{query}: {found:?}"
                );
                assert_eq!((found.years, found.unknown.len()), (vec![2016], 0), "{query}");
            }
        }
    }
    for (id, indicator) in catalogue.indicators() {
        let names = [&indicator.short, &indicator.name]
            .into_iter()
            .flat_map(|name| [&name.vi, &name.en]);
        for name in names.chain(&indicator.aliases) {
            let found = catalogue.parse_query(&format!("nghe an {name} 2016"));
            assert_eq!((found.indicators, found.unknown.len()), (vec![id], 0), "{name}");
        }
    }
}

#[test]
fn unknown_words_come_with_suggestions() {
    let catalogue = snapshot().catalogue;
    for (query, text, slug) in [
        ("pci nge an", "nge an", "nghe-an"),
        ("nghe", "nghe", "nghe-an"),
        ("da nag papi", "da nag", "da-nang"),
        ("spias 2022", "spias", "sipas"),
        ("thanh hóe 2020", "hóe", "thanh-hoa"),
    ] {
        let found = catalogue.parse_query(query).unknown;
        let slugs = found.iter().flat_map(|part| &part.meant).map(|hit| match hit {
            Hit::Province(id) => catalogue.provinces.get(*id).slug.as_str(),
            Hit::Indicator(id) => catalogue.indicator(*id).slug.as_str(),
        });
        let slugs: Vec<&str> = slugs.collect();
        assert!(found.iter().any(|part| part.text == text), "{query}: {found:?}");
        assert!(slugs.contains(&slug), "{query}: {slugs:?}");
        assert!(found.iter().all(|part| part.meant.len() <= 3), "{query}");
    }
}
