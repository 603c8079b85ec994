//! Figures named in the product's requirements.

use domain::{Observation, Place, Verdict};

use crate::shared::{change, snapshot, standing, table};

#[test]
fn nghe_an_in_par_index_and_sipas() {
    let s = snapshot();
    let par = table(&s, "par_index", "overall", 2022);
    assert_eq!(standing(&s, par, "nghe-an"), (Some(86.67), Some((16, 63))));
    let change_since = change(&s, par, "nghe-an");
    assert_eq!(
        (change_since.year, change_since.places, change_since.verdict),
        (2021, Ok(1), Verdict::MethodChanged)
    );
    assert_eq!(change_since.rank.map(|r| (r.place, r.of)), Some((17, 63)));
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
    let change_since = change(&s, sipas, "nghe-an");
    assert_eq!(
        (
            change_since.places,
            change_since.verdict,
            change_since.comparable_places()
        ),
        (Ok(21), Verdict::MethodChanged, None)
    );
    assert_eq!(change_since.rank.map(|r| r.place), Some(35));
}

#[test]
fn counts_of_the_requirements() {
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
    // Published although the rounded scores are tied.
    let of_2011 = table(&s, "pci", "overall", 2011);
    assert_eq!(standing(&s, of_2011, "ha-giang").1.map(|r| r.0), Some(41));
    assert_eq!(standing(&s, of_2011, "binh-thuan").1.map(|r| r.0), Some(40));
}

#[test]
fn quang_ninh_2018_has_three_conflicting_values() {
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
