//! Every chart that the figures allow, as picture, slide, workbook and table.

use std::sync::{Arc, LazyLock};

use app::{
    SharedBackend,
    export::{Export, ExportParts, ImageOptions, Shape, export},
};
use domain::{
    ComponentId, Snapshot,
    chart::{ChartBody, ChartModel, Emphasis, TileFill, Trend},
};
use server::{Program, services::start};
use store::Editions;

use crate::fake::{get, real};

static PROGRAM: LazyLock<SharedBackend> = LazyLock::new(|| {
    let snapshot = start::first_edition(None).unwrap();
    Arc::new(Program::new(Editions::new(snapshot), app::Assets::default()))
});

/// Addresses of all views of all tables and provinces, whether they can be drawn or not.
fn views(snapshot: &Snapshot) -> Vec<(String, String)> {
    let catalogue = &snapshot.catalogue;
    let mut all = Vec::new();
    for (id, indicator) in catalogue.indicators() {
        for (component, part) in indicator.components() {
            for table in snapshot.tables(id, component).filter(|t| !t.rows.is_empty()) {
                let part = if component == ComponentId::TOTAL {
                    ""
                } else {
                    &part.slug
                };
                let query = format!("component={part}&basis={}", table.key.basis.code());
                for kind in ["bars", "bump", "slope", "strip", "table"] {
                    let view = format!("rankings/{}/{}/{kind}", indicator.slug, table.key.year);
                    all.push((view, query.clone()));
                }
                for kind in ["score", "band", "rank", "change", "table"] {
                    if component == ComponentId::TOTAL {
                        let view = format!("map/{}/{}/{kind}", indicator.slug, table.key.year);
                        all.push((view, query.clone()));
                    }
                }
            }
        }
    }
    for year in 2016..=2026 {
        for basis in ["63", "34"] {
            for kind in ["bars", "table"] {
                all.push((format!("parts/online_services/{year}/{kind}"), format!("basis={basis}")));
            }
        }
    }
    for sort in ["region", "name", "pci", "sipas"] {
        for basis in ["63", "34"] {
            all.push(("overview/heat".into(), format!("sort={sort}&basis={basis}")));
            all.push(("overview/table".into(), format!("sort={sort}&basis={basis}")));
        }
    }
    for (_, province) in catalogue.provinces.alphabetical() {
        let province = &province.slug;
        for kind in ["standing", "table"] {
            all.push((format!("provinces/{province}/{kind}"), String::new()));
        }
        all.push(("rankings/pci/2016/strip".into(), format!("highlight={province}")));
        for (_, indicator) in catalogue.indicators() {
            for kind in ["lines", "components", "combined", "table"] {
                all.push((format!("provinces/{province}/{}/{kind}", indicator.slug), String::new()));
            }
        }
    }
    all
}

/// Every text that a picture of the model must show.
fn labels(model: &ChartModel) -> Vec<&str> {
    fn lit(trend: &Trend) -> impl Iterator<Item = &str> {
        let lit = trend.series.iter().filter(|s| s.emphasis != Emphasis::Context);
        lit.map(|series| series.label.as_str())
    }
    match &model.body {
        ChartBody::Bars(bars) => bars
            .rows
            .iter()
            .flat_map(|row| [row.label.as_str(), row.text.as_str()])
            .collect(),
        ChartBody::Stacked(bars) => {
            let rows = bars.rows.iter().flat_map(|row| [row.label.as_str(), row.text.as_str()]);
            rows.chain(bars.parts.iter().map(String::as_str)).collect()
        }
        ChartBody::Components(parts) => parts.rows.iter().map(|row| row.text.as_str()).collect(),
        ChartBody::Slope(slope) => {
            let lit = slope.rows.iter().filter(|row| row.emphasis != Emphasis::Context);
            lit.flat_map(|row| [row.label.as_str(), row.left_text.as_str()])
                .collect()
        }
        ChartBody::Combined(both) => vec![both.rank_label.as_str(), both.score_label.as_str()],
        ChartBody::Lines(trend) | ChartBody::Bump(trend) => lit(trend).collect(),
        ChartBody::Dots(dots) => {
            let series = dots.series.iter().map(|series| series.label.as_str());
            series.chain(dots.rows.iter().map(|row| row.label.as_str())).collect()
        }
        ChartBody::Steps(steps) => {
            let steps = steps.steps.iter();
            steps
                .flat_map(|step| [step.label.as_str(), step.text.as_str()])
                .collect()
        }
        ChartBody::Panels(panels) => panels.panels.iter().map(|panel| panel.label.as_str()).collect(),
        ChartBody::Tiles(tiles) => {
            let classes = tiles.classes.iter().map(|class| class.label.as_str());
            // A place without figures stands with its whole name, a province with its name or its letters.
            let places = tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place);
            classes.chain(places.map(|tile| tile.name.as_str())).collect()
        }
        ChartBody::Strip(strip) => {
            let marks = strip.marks.iter().map(|mark| mark.says.as_str());
            let quarters = strip.quarters.iter().map(|quarter| quarter.label.as_str());
            let line = strip.reference.iter().map(|line| line.label.as_str());
            marks
                .chain(quarters)
                .chain(line)
                .filter(|text| !text.is_empty())
                .collect()
        }
        ChartBody::Spine(spine) => {
            let rows = spine.rows.iter();
            let texts = rows.flat_map(|row| {
                [
                    &row.label,
                    &row.year,
                    &row.value,
                    &row.rank,
                    &row.change.text,
                    &row.note,
                ]
            });
            texts.map(String::as_str).filter(|text| !text.is_empty()).collect()
        }
        ChartBody::Heat(heat) => {
            let rows = heat.rows().map(|(_, row)| row.label.as_str());
            let cells = heat
                .rows()
                .flat_map(|(_, row)| &row.cells)
                .map(|cell| cell.text.as_str());
            let columns = heat
                .columns
                .iter()
                .flat_map(|column| [column.label.as_str(), column.year.as_str()]);
            rows.chain(cells)
                .chain(columns)
                .chain(heat.quarters.iter().map(String::as_str))
                .collect()
        }
        ChartBody::Spark(_) | ChartBody::StripSpark(_) => Vec::new(),
    }
}

fn look(look: &ImageOptions) -> charts::PictureStyle {
    let (width, height) = look.shape.size();
    charts::PictureStyle {
        size: charts::Size { width, height },
        theme: charts::Theme::Light,
        title: look.title,
        notes: look.notes,
    }
}

/// All texts of an outlined picture; one that was broken into lines is whole again.
fn texts(svg: &str) -> String {
    let all: Vec<&str> = svg
        .split("data-text=\"")
        .skip(1)
        .map(|rest| &rest[..rest.find('"').unwrap_or(0)])
        .collect();
    all.join(" ")
}

fn check(export: &Export) {
    let (view, state) = (&export.view, &export.state);
    let model = export.model.as_ref().expect("a chart");
    let drawn = charts::outlined(model, &look(&export.look));
    let drawn = drawn.unwrap_or_else(|error| panic!("{view} {state:?}: {error}"));
    let texts = texts(&drawn.svg);
    for label in labels(model) {
        let label = label.replace('&', "&amp;");
        assert!(texts.contains(&label), "{view} {state:?}: `{label}` is not drawn");
    }
    if let ChartBody::Tiles(tiles) = &model.body {
        for tile in tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place) {
            let first = tile.name.split(' ').next().unwrap_or_default();
            let named = texts.contains(first) || texts.contains(&tile.short);
            assert!(named, "{view} {state:?}: neither {} nor {}", tile.name, tile.short);
        }
    }
    assert!(!drawn.svg.contains("<text"), "{view}: a text is not outlined");
    assert!(model.notes.len() >= 2, "{view}: {:?}", model.notes);
    let table = export.table.as_ref().expect("a table");
    assert!(
        !table.rows.is_empty() && !table.sources.is_empty(),
        "{view}: no rows or sources"
    );
    let width = table.columns.len();
    assert!(table.rows.iter().all(|row| row.len() == width), "{view}: ragged");
}

#[test]
fn every_chart_of_every_table_is_drawn_with_its_labels() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let (mut drawn, mut tables, mut without) = (0, 0, 0);
    for (view, query) in views(&snapshot) {
        match export(&PROGRAM, &view, &query, ExportParts::Both) {
            Ok(found) if found.is_chart() => {
                check(&found);
                drawn += 1;
            }
            Ok(found) => {
                assert!(found.table.is_some_and(|table| !table.rows.is_empty()), "{view}");
                tables += 1;
            }
            Err(response) => {
                assert_eq!(response.status, 404, "{view}?{query}");
                without += 1;
            }
        }
    }
    assert!(
        drawn > 1000 && tables > 500,
        "{drawn} charts, {tables} tables, {without} addresses without enough figures"
    );
}

/// One view of each kind, with names that only a good font can draw.
const SAMPLE: [&str; 15] = [
    "rankings/pci/2016/bars?highlight=nghe-an,ba-ria-vung-tau",
    "rankings/papi/2019/bars",
    "rankings/pci/2016/bump?highlight=dak-lak",
    "rankings/par_index/2020/slope",
    "provinces/nghe-an/pci/lines",
    "provinces/hue/papi/components",
    "provinces/ha-noi/pci/combined",
    "rankings/pci/2016/table",
    "map/pci/2016/score?highlight=nghe-an,ba-ria-vung-tau",
    "map/par_index/2022/change",
    "rankings/pci/2016/strip?highlight=nghe-an,ba-ria-vung-tau",
    "rankings/par_index/2022/strip?highlight=nghe-an",
    "provinces/nghe-an/standing",
    "overview/heat?highlight=nghe-an",
    "parts/online_services/2025/bars?basis=34&highlight=nghe-an",
];

#[tokio::test]
async fn every_kind_comes_in_every_format_language_and_size() {
    let router = real();
    let charts = ["svg", "png", "pdf", "pptx"];
    let tables = ["xlsx", "csv", "json", "parquet", "html", "bib", "csl.json"];
    for sample in SAMPLE {
        let (view, query) = sample.split_once('?').unwrap_or((sample, ""));
        let is_table = view.ends_with("table");
        for lang in ["vi", "en"] {
            for ending in tables {
                let address = format!("/charts/{view}.{ending}?{query}&lang={lang}");
                let answer = get(&router, &address).await;
                assert_eq!(answer.status, 200, "{address}");
                assert!(answer.body.len() > 150, "{address}: {} bytes", answer.body.len());
            }
            for (size, shape) in Shape::ALL {
                for ending in charts {
                    let address = format!("/charts/{view}.{ending}?{query}&lang={lang}&size={size}&scale=1");
                    let answer = get(&router, &address).await;
                    if is_table {
                        assert_eq!(answer.status, 404, "{address}");
                        continue;
                    }
                    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
                    let start: &[u8] = match ending {
                        "svg" => b"<svg ",
                        "png" => b"\x89PNG",
                        "pdf" => b"%PDF-",
                        _ => b"PK",
                    };
                    assert!(answer.body.starts_with(start), "{address}");
                    if ending == "png" {
                        let number = |at: usize| u32::from_be_bytes(answer.body[at..at + 4].try_into().unwrap());
                        let (width, height) = shape.size();
                        assert_eq!(number(16), width, "{address}");
                        assert!(height == 0 || number(20) == height, "{address}: {}", number(20));
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn every_parameter_with_a_bad_value_is_named() {
    let router = real();
    for (parameter, view) in [
        ("size=huge", "rankings/pci/2016/bars"),
        ("theme=pink", "rankings/pci/2016/bars"),
        ("title=maybe", "rankings/pci/2016/bars"),
        ("notes=1", "rankings/pci/2016/bars"),
        ("scale=9", "rankings/pci/2016/bars"),
        ("lang=fr", "rankings/pci/2016/bars"),
        ("edition=x", "rankings/pci/2016/bars"),
        ("component=nothing", "rankings/pci/2016/bars"),
        ("basis=65", "rankings/pci/2016/bars"),
        ("region=nowhere", "rankings/pci/2016/bars"),
        ("highlight=atlantis", "rankings/pci/2016/bars"),
        ("year=1066", "provinces/nghe-an/papi/components"),
        ("highlight=atlantis", "rankings/pci/2016/strip"),
        ("columns=nothing", "overview/heat"),
        ("sort=nothing", "overview/heat"),
        ("basis=65", "overview/heat"),
    ] {
        let (name, value) = parameter.split_once('=').unwrap();
        let address = format!("/charts/{view}.svg?{parameter}");
        let answer = get(&router, &address).await;
        assert_eq!(answer.status, 400, "{address}");
        assert!(
            answer.text().contains(name) && answer.text().contains(value),
            "{address}"
        );
    }
    for address in [
        "/charts/rankings/pci/1066/bars.svg",
        "/charts/rankings/pci/02016/bars.svg",
        "/charts/rankings/pci/2016/pie.svg",
        "/charts/rankings/pci/2016/bars.svg?edition=77",
        "/charts/provinces/atlantis/pci/lines.svg",
        "/charts/provinces/atlantis/standing.svg",
        "/charts/provinces/nghe-an/heat.svg",
        "/charts/overview.svg",
        "/charts/overview/pci/heat.svg",
        "/charts/rankings/pci/2016/bars.exe",
        "/charts/rankings/pci/2016/bars",
        "/decks/provinces/atlantis.pptx",
        "/decks/nothing.pptx",
        "/decks/country.pdf",
    ] {
        assert_eq!(get(&router, address).await.status, 404, "{address}");
    }
    for address in [
        "/decks/custom.pptx",
        "/decks/custom.pptx?c=rankings/pci/2016/table",
        "/decks/custom.pptx?c=nothing",
        "/decks/custom.pptx?c=rankings/pci/2016/bars&size=1x1",
    ] {
        assert_eq!(get(&router, address).await.status, 400, "{address}");
    }
}

#[tokio::test]
async fn ready_decks_are_decks() {
    let router = real();
    for address in [
        "/decks/country.pptx",
        "/decks/provinces/nghe-an.pptx?lang=en",
        "/decks/provinces/nghe-an.xlsx",
        "/decks/custom.pptx?c=rankings%2Fpci%2F2016%2Fbars&c=provinces%2Fnghe-an%2Fpci%2Flines&size=4x3",
    ] {
        let answer = get(&router, address).await;
        assert_eq!(
            answer.status,
            200,
            "{address}: {}",
            String::from_utf8_lossy(&answer.body)
        );
        assert!(answer.body.starts_with(b"PK"), "{address}");
        assert!(
            answer.header("content-disposition").starts_with("attachment;"),
            "{address}"
        );
    }
}
