//! The tile map.

use domain::{
    Method, Span, Text, TileMap,
    chart::{ChartBody, TileFill},
};

use crate::{
    Body, Request, SharedBackend,
    export::{self, ExportParts},
    views::tests::{
        page,
        sample::{self, with_catalogue},
        tags,
    },
};

fn asked(backend: &SharedBackend, address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(backend, &Request { path, query });
    let text = match response.body {
        Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text) => text,
    };
    (response.status, text)
}

/// One method for all years, so that they may be compared.
fn comparable() -> SharedBackend {
    with_catalogue(|catalogue| {
        catalogue.indicators[0].methods = vec![Method {
            slug: "one".into(),
            span: Span { from: 2006, to: 2030 },
            name: Text::new("Một", "One"),
            decision: None,
            decided: None,
            summary: Text::default(),
        }];
    })
}

#[test]
fn a_map_says_what_its_table_says() {
    let html = page("/vi/map/pci/2016?highlight=nghe-an");
    // The key: two values, two classes; the province without a tile is named, not drawn.
    let key = html.split("mapkey").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(key.matches("<tr>").count(), 3, "{key}");
    assert!(
        key.contains("61,00") && key.contains("71,00") && !key.contains("56,50"),
        "{key}"
    );
    assert!(html.contains("không có ô trên bản đồ"), "Hà Nội");
    assert!(html.contains("Có số nhưng không có ô trên bản đồ: Hà Nội (56,50)"));
    assert!(html.contains("Hoàng Sa (thuộc Nghệ An): có tên trên bản đồ"));
    let table = html.split("maptable").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(table.matches("<tr").count(), 4, "{table}");
    assert_eq!(
        tags(table, "tr")
            .iter()
            .filter(|tag| tag.contains("class=\"me\""))
            .count(),
        1
    );
    let english = page("/en/map/pci/2016");
    assert!(english.contains("With a figure but no tile on the map: Hà Nội (56.50)"));
}

#[test]
fn every_kind_year_and_way_of_a_map_leads_somewhere() {
    for lang in ["vi", "en"] {
        let html = page(&format!("/{lang}/map/pci/2016?kind=rank&component=land&highlight=trap"));
        let (status, to) = asked(&sample::backend(), &format!("/{lang}/map"));
        assert_eq!((status, to.as_str()), (303, format!("/{lang}/map/pci/2016").as_str()));
        let mut walked = 0;
        for tag in tags(&html, "a") {
            // Files of the map are the server's.
            let page = |href: &String| href.contains("/map/") && !href.starts_with("/charts/");
            let Some(href) = crate::views::tests::attribute(&tag, "href").filter(page) else {
                continue;
            };
            assert_eq!(asked(&sample::backend(), &href).0, 200, "{href}");
            if href.contains("/2015") {
                assert!(
                    href.contains("component=land") && href.contains("kind=rank") && href.contains("highlight=trap")
                );
            }
            walked += 1;
        }
        assert!(walked > 4, "{walked}");
        assert!(page(&format!("/{lang}/rankings/pci/2016?component=land")).contains("/map/pci/2016?component=land"));
    }
}

#[test]
fn years_that_do_not_compare_are_refused_in_words() {
    let html = page("/vi/map/pci/2016?kind=change");
    assert!(html.contains("Không so sánh được năm 2016 với năm 2015"));
    assert!(html.contains("note ne"));
    let made = export::export(&sample::backend(), "map/pci/2016/change", "", ExportParts::Both).unwrap();
    let model = made.model.unwrap();
    assert!(model.notes[0].text.starts_with('≠'), "{:?}", model.notes);
    let ChartBody::Tiles(tiles) = &model.body else {
        panic!("tiles")
    };
    assert!(tiles.classes.is_empty());
    assert_eq!(tiles.no_data, "Không so sánh được");
    assert_eq!(tiles.no_data_count, 2);
    assert!(tiles.tiles.iter().all(|tile| !matches!(tile.fill, TileFill::Class(_))));
    // No difference stands in the table either.
    let table = made.table.unwrap();
    let at = table
        .columns
        .iter()
        .position(|column| column.key == "change_value")
        .unwrap();
    assert!(
        table
            .rows
            .iter()
            .all(|row| row[at] == domain::data_table::DataCell::Empty)
    );
}

#[test]
fn a_comparable_change_is_drawn_on_both_sides_of_zero() {
    let backend = comparable();
    let made = export::export(&backend, "map/pci/2016/change", "", ExportParts::Both).unwrap();
    assert_eq!(
        made.title,
        "PCI 2016 so với 2015: trong 2 tỉnh, thành so sánh được, 2 tăng, 0 giảm, 0 không đổi"
    );
    let model = made.model.unwrap();
    let ChartBody::Tiles(tiles) = &model.body else {
        panic!("tiles")
    };
    assert!(tiles.diverging && tiles.classes.len() == 5);
    assert_eq!(tiles.classes.iter().map(|class| class.count).sum::<usize>(), 2);
    assert_eq!(tiles.tiles[0].text, "+1,00");
    assert_eq!(tiles.tiles[0].fill, TileFill::Class(4));
    assert!(model.notes[0].text.starts_with("= So với 2015"), "{:?}", model.notes);
    assert_eq!(made.name, "pci-2016-map-change");
    let table = export::export(
        &backend,
        "map/pci/2016/table",
        "kind=change&from=2015",
        ExportParts::Table,
    )
    .unwrap();
    let state = [("kind", "change".to_owned()), ("from", "2015".to_owned())];
    assert_eq!(table.state, state);
}

#[test]
fn wrong_addresses_are_told() {
    for (query, part) in [
        ("kind=colour", "score, band, rank, change"),
        ("from=2016", "2015"),
        ("from=x", "2015"),
        ("basis=35", "63, 34"),
        ("component=nothing", "thành phần"),
        ("highlight=nowhere", "nghe-an"),
    ] {
        let (status, html) = asked(&sample::backend(), &format!("/vi/map/pci/2016?{query}"));
        assert_eq!(status, 400, "{query}");
        assert!(html.contains(part), "{query}");
    }
    for (address, part) in [
        ("/vi/map/pci/1999", "2015, 2016"),
        ("/vi/map/pci/2016?basis=34", "34"),
        ("/vi/map/nothing/2016", "Không có trang này"),
    ] {
        let (status, html) = asked(&sample::backend(), address);
        assert_eq!(status, 404, "{address}");
        assert!(html.contains(part), "{address}");
    }
}

#[test]
fn an_edition_without_tiles_offers_no_map() {
    let backend = with_catalogue(|catalogue| catalogue.tiles = TileMap::default());
    for address in ["/vi/map", "/vi/map/pci/2016"] {
        let (status, html) = asked(&backend, address);
        assert_eq!(status, 404, "{address}");
        assert!(html.contains("Bản dữ liệu số 7 không có bản đồ"), "{address}");
    }
    assert!(!asked(&backend, "/vi/rankings/pci/2016").1.contains("/map/"));
    assert!(export::export(&backend, "map/pci/2016/score", "", ExportParts::Both).is_err());
}

#[test]
fn bands_of_the_year_are_the_classes() {
    let backend = with_catalogue(|catalogue| {
        catalogue.indicators[0].bands = vec![domain::Bands {
            span: Span { from: 2016, to: 2016 },
            cuts: vec![("A".into(), 70.0), ("B".into(), 65.5)],
        }];
    });
    let made = export::export(&backend, "map/pci/2016/band", "lang=en", ExportParts::Both).unwrap();
    let Some(ChartBody::Tiles(tiles)) = made.model.as_ref().map(|model| &model.body) else {
        panic!("tiles")
    };
    let labels: Vec<(&str, usize)> = tiles
        .classes
        .iter()
        .map(|class| (class.label.as_str(), class.count))
        .collect();
    assert_eq!(
        labels,
        [("under 65.50", 1), ("B: 65.50 to under 70", 0), ("A: 70 or more", 1)]
    );
    assert_eq!(tiles.tiles[1].text, "71.00 (A)");
    // A year without bands has no such map, and says so.
    assert!(
        asked(&backend, "/en/map/pci/2015?kind=band")
            .1
            .contains("No bands or groups are published")
    );
}
