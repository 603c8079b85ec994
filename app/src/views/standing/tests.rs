//! Strips, where a province stands, and the heat map.

use std::sync::Arc;

use domain::{
    Direction, Figure, Indicator, Method, Observation, PublishedRank, Snapshot, Span, Text,
    chart::{ChangeSign, ChartBody, HeatFill, Strip},
};

use crate::{
    SharedBackend,
    export::{self, Export, ExportParts},
    views::tests::sample,
};

fn made(backend: &SharedBackend, view: &str, query: &str) -> Export {
    let made = export::export(backend, view, query, ExportParts::Both);
    made.unwrap_or_else(|response| panic!("{view}?{query}: {}", response.status))
}

fn refused(backend: &SharedBackend, view: &str, query: &str) -> u16 {
    export::export(backend, view, query, ExportParts::Both)
        .err()
        .map_or(200, |response| response.status)
}

fn strip(export: &Export) -> &Strip {
    match export.model.as_ref().map(|model| &model.body) {
        Some(ChartBody::Strip(strip)) => strip,
        other => panic!("{other:?}"),
    }
}

/// One method for all years, so that they may be compared.
fn one_method(indicator: &mut Indicator) {
    indicator.methods = vec![Method {
        slug: "one".into(),
        span: Span { from: 2006, to: 2030 },
        name: Text::new("Một", "One"),
        decision: None,
        decided: None,
        summary: Text::default(),
    }];
}

fn comparable() -> SharedBackend {
    sample::with_catalogue(|catalogue| one_method(&mut catalogue.indicators[0]))
}

/// The sample with other figures and another indicator.
fn with(change: impl Fn(&mut Indicator), figure: impl Fn(&mut Figure)) -> SharedBackend {
    let mut indicator = sample::indicator();
    one_method(&mut indicator);
    change(&mut indicator);
    let mut figures = sample::figures();
    figures.iter_mut().for_each(figure);
    let snapshot: Snapshot = sample::snapshot_of(7, indicator, figures);
    sample::with_snapshot(Arc::new(snapshot))
}

#[test]
fn a_strip_names_both_ends_and_the_followed_with_their_values() {
    let made = made(&comparable(), "rankings/pci/2016/strip", "highlight=trap");
    let strip = strip(&made);
    let says: Vec<&str> = strip.marks.iter().map(|mark| mark.says.as_str()).collect();
    assert!(
        says.contains(&"Nghệ An 71,00") && says.contains(&"Hà Nội 56,50"),
        "{says:?}"
    );
    assert!(says.contains(&format!("{} 61,00", sample::TRAP).as_str()), "{says:?}");
    assert!(strip.left < strip.right && !strip.ranks);
    assert!(strip.quarters.is_empty(), "three provinces have no quarters");
    assert_eq!(
        strip.reference.as_ref().map(|line| line.label.as_str()),
        Some("Trung bình 62,83")
    );
    let followed = strip.marks.iter().find(|mark| mark.before.is_some()).unwrap();
    let before = followed.before.as_ref().unwrap();
    assert_eq!((before.label.as_str(), before.text.as_str()), ("2015", "60,00"));
    let description = &made.model.as_ref().unwrap().description;
    assert!(
        description.contains("từ Hà Nội 56,50 đến Nghệ An 71,00"),
        "{description}"
    );
    assert!(description.contains("(năm 2015: 60,00)"), "{description}");
    assert_eq!(made.name, "pci-2016-strip");
    assert!(made.page.ends_with("#strip"), "{}", made.page);
}

#[test]
fn nothing_is_said_of_a_year_that_may_not_be_compared() {
    let found = made(&sample::backend(), "rankings/pci/2016/strip", "highlight=trap,nghe-an");
    assert!(strip(&found).marks.iter().all(|mark| mark.before.is_none()));
    let standing = made(&sample::backend(), "provinces/nghe-an/standing", "");
    let Some(ChartBody::Spine(spine)) = standing.model.as_ref().map(|model| &model.body) else {
        panic!("rows")
    };
    assert_eq!(spine.rows[0].change.sign, ChangeSign::Apart);
    assert!(spine.rows[0].change.text.is_empty() && spine.hollow.is_empty());
    assert!(spine.rows[0].strip.marks.iter().all(|mark| mark.before.is_none()));
}

#[test]
fn provinces_are_placed_by_rank_where_scores_are_not_known_and_it_is_said() {
    let without = |figure: &mut Figure| {
        if figure.key.year == Some(2016) {
            figure.value = Observation::Missing(domain::Missing::NotFound);
            figure.claims[0].value = None;
        }
    };
    let made = made(&with(|_| {}, without), "rankings/pci/2016/strip", "highlight=ha-noi");
    let strip = strip(&made);
    assert_eq!((strip.ranks, strip.left, strip.right), (true, 63.0, 1.0));
    assert_eq!(strip.quarters.len(), 4, "a rank among 63 says its quarter");
    let cuts: Vec<f64> = strip.quarters.iter().map(|quarter| quarter.from).collect();
    assert_eq!(cuts, [63.0, 47.5, 32.5, 16.5]);
    assert!(strip.reference.is_none());
    let subtitle = &made.model.as_ref().unwrap().subtitle;
    assert!(subtitle.contains("xếp theo hạng"), "{subtitle}");
    let followed = strip.marks.iter().find(|mark| mark.label == "Hà Nội").unwrap();
    assert_eq!(followed.says, "Hà Nội, hạng 3/63");
    assert_eq!(
        followed.before.as_ref().map(|before| before.text.as_str()),
        Some("3/63")
    );
}

#[test]
fn better_is_at_the_right_where_lower_is_better() {
    let made = made(
        &with(|i| i.direction = Direction::Lower, |_| {}),
        "rankings/pci/2016/strip",
        "",
    );
    let strip = strip(&made);
    assert_eq!((strip.left, strip.right), (71.0, 56.5));
    let description = &made.model.as_ref().unwrap().description;
    assert!(
        description.contains("từ Nghệ An 71,00 đến Hà Nội 56,50"),
        "{description}"
    );
}

#[test]
fn a_figure_on_which_sources_disagree_is_left_out_and_named() {
    let disputed = |figure: &mut Figure| {
        if figure.key.place == domain::Place::Province(domain::ProvinceId(0)) {
            figure.value = Observation::Conflict;
            figure.rank = PublishedRank::None;
        }
    };
    let backend = with(|_| {}, disputed);
    // Two provinces are left: no scale.
    assert_eq!(refused(&backend, "rankings/pci/2016/strip", ""), 404);
    let standing = made(&backend, "provinces/trap/standing", "");
    let Some(ChartBody::Spine(spine)) = standing.model.as_ref().map(|model| &model.body) else {
        panic!("rows")
    };
    assert_eq!(spine.rows[0].value, "các nguồn nói khác nhau");
    assert!(spine.rows[0].strip.marks.is_empty() && !spine.rows[0].note.is_empty());
}

#[test]
fn where_a_province_stands_is_a_view_like_all_others() {
    let backend = comparable();
    for lang in ["vi", "en"] {
        let query = format!("lang={lang}");
        let standing = made(&backend, "provinces/nghe-an/standing", &query);
        let model = standing.model.as_ref().unwrap();
        assert!(model.notes.len() >= 2 && !model.source.is_empty());
        assert!(
            model.title.contains("Nghệ An") && model.title.contains("2/63"),
            "{}",
            model.title
        );
        assert!(standing.citation.text.contains("Nghệ An"));
        assert_eq!(standing.view, "provinces/nghe-an/standing");
        assert_eq!(standing.name, "nghe-an-standing");
        let table = standing.table.as_ref().unwrap();
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        assert!(
            standing
                .page
                .starts_with(&format!("/{lang}/provinces/nghe-an#standing")),
            "{}",
            standing.page
        );
        let of_table = made(&backend, "provinces/nghe-an/table", &query);
        assert!(!of_table.is_chart() && of_table.model.is_none());
    }
    for wrong in [
        "provinces/nobody/standing",
        "provinces/nghe-an/heat",
        "provinces/standing",
        "standing",
    ] {
        assert_eq!(refused(&backend, wrong, ""), 404, "{wrong}");
    }
}

#[test]
fn a_heat_map_has_ranks_quarters_and_its_order() {
    let backend = comparable();
    let heat = made(&backend, "overview/heat", "highlight=nghe-an");
    let Some(ChartBody::Heat(body)) = heat.model.as_ref().map(|model| &model.body) else {
        panic!("cells")
    };
    assert_eq!(body.columns.len(), 1);
    assert_eq!(
        (body.columns[0].label.as_str(), body.columns[0].year.as_str()),
        ("PCI", "2016")
    );
    assert_eq!(body.groups[0].label, "Bắc Bộ");
    for (_, row) in body.rows() {
        assert_eq!(row.cells[0].fill, HeatFill::Quarter(1), "ranks 1 to 3 of 63");
        assert_eq!(row.marked, row.label == "Nghệ An");
        assert!(
            row.cells[0].says.contains("/63") && row.cells[0].says.contains(",50") || row.cells[0].says.contains(",00")
        );
    }
    assert_eq!(heat.state, [("highlight", "nghe-an".to_owned())]);
    let order = |query: &str| {
        let heat = made(&backend, "overview/heat", query);
        let Some(ChartBody::Heat(body)) = heat.model.map(|model| model.body) else {
            panic!("cells")
        };
        body.rows()
            .map(|(_, row)| row.cells[0].text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(order("sort=pci"), ["1", "2", "3"]);
    assert_ne!(order("sort=name"), ["1", "2", "3"]);
    let table = made(&backend, "overview/table", "columns=pci");
    assert_eq!(table.table.unwrap().rows.len(), 3);
}

#[test]
fn what_a_heat_map_cannot_show_is_said() {
    let backend = comparable();
    for (query, status) in [
        ("columns=pci,nothing", 400),
        ("columns=,", 400),
        ("sort=sipas", 400),
        ("basis=35", 400),
        ("highlight=atlantis", 400),
        ("basis=34", 404),
        ("columns=pci,pci&sort=pci", 200),
    ] {
        assert_eq!(refused(&backend, "overview/heat", query), status, "{query}");
    }
}
