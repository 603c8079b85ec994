//! What the API says of figures is what the edition says.

use std::collections::BTreeMap;

use axum::Router;
use domain::{Figure, Observation, Place, ProvinceList, PublishedRank, RankOrigin, Snapshot, TableKey};
use serde_json::{Value, json};
use server::services::start;

use crate::{
    fake::{get, real},
    open_api::json as parsed,
};

fn snapshot() -> Snapshot {
    start::first_edition(None).unwrap()
}

async fn ask(router: &Router, uri: &str) -> Value {
    let answer = get(router, uri).await;
    assert_eq!(answer.status, 200, "{uri}: {}", answer.text());
    parsed(&answer)
}

/// All figures that a query gives, from page to page.
async fn all(router: &Router, query: &str) -> Vec<Value> {
    let mut figures = Vec::new();
    let mut next = Some(format!("/api/v1/figures?{query}"));
    while let Some(uri) = next {
        let answer = get(router, &uri).await;
        assert_eq!(answer.status, 200, "{uri}");
        let page = parsed(&answer);
        next = page["next"].as_str().map(str::to_owned);
        let link = next
            .as_ref()
            .map(|next| format!("<{next}>; rel=\"next\""))
            .unwrap_or_default();
        assert_eq!(answer.header("link"), link);
        figures.extend(page["figures"].as_array().unwrap().iter().cloned());
        if next.is_none() {
            assert_eq!(page["total"], figures.len());
        }
    }
    figures
}

fn compare(snapshot: &Snapshot, figure: &Figure, shown: &Value) {
    let (key, catalogue) = (figure.key, &snapshot.catalogue);
    let indicator = catalogue.indicator(key.indicator);
    assert_eq!(shown["indicator"], indicator.slug);
    assert_eq!(shown["component"], indicator.component(key.component).slug);
    let (kind, id) = match key.place {
        Place::Nation => ("nation", Value::Null),
        Place::Region(id) => ("region", json!(catalogue.provinces.region(id).slug)),
        Place::Province(id) => ("province", json!(catalogue.provinces.get(id).slug)),
    };
    assert_eq!((&shown["place"]["kind"], &shown["place"]["id"]), (&json!(kind), &id));
    assert_eq!(shown["basis"], key.basis.code());
    assert_eq!(shown["year"], json!(key.year));
    assert_eq!(shown["as_of"], json!(key.as_of.map(|moment| moment.to_string())));
    assert_eq!(shown["value"].as_f64(), figure.value.value());
    let (status, missing) = match figure.value {
        Observation::Known(_) => ("known", Value::Null),
        Observation::Missing(reason) => ("missing", json!(reason.code())),
        Observation::Conflict => ("conflict", Value::Null),
    };
    assert_eq!(
        (&shown["status"], &shown["missing"]),
        (&json!(status), &missing),
        "{shown}"
    );
    let rank = match figure.rank {
        PublishedRank::Known { rank, of } => json!({ "place": rank, "of": of }),
        PublishedRank::Conflict | PublishedRank::None => Value::Null,
    };
    assert_eq!(shown["rank"], rank);
    assert_eq!(shown["rank_conflict"], figure.rank == PublishedRank::Conflict);
    let claims = shown["claims"].as_array().unwrap();
    assert_eq!(claims.len(), if figure.conflicting() { figure.claims.len() } else { 0 });
    for (claim, shown) in figure.claims.iter().zip(claims) {
        assert_eq!(shown["value"].as_f64(), claim.value.map(|q| q.value));
        assert_eq!(shown["source"], catalogue.source(claim.source).slug);
    }
    for claim in &figure.claims {
        let slug = &catalogue.source(claim.source).slug;
        assert!(shown["sources"].as_array().unwrap().contains(&json!(slug)));
    }
    assert_eq!(shown["interval"]["low"].as_f64(), figure.interval().map(|i| i.low));
    assert_eq!(shown["of"].as_f64(), figure.of());
}

#[tokio::test]
async fn walking_all_pages_meets_every_figure_once_and_as_it_is() {
    let (router, snapshot) = (real(), snapshot());
    let figures = all(&router, "limit=1777").await;
    assert_eq!(figures.len(), snapshot.figures.len());
    assert!(figures.len() > 20_000);
    for (figure, shown) in snapshot.figures.iter().zip(&figures) {
        compare(&snapshot, figure, shown);
    }
    let statuses = |status: &str| figures.iter().filter(|f| f["status"] == status).count();
    for status in ["known", "missing", "conflict"] {
        assert!(statuses(status) > 0, "{status}");
    }
}

#[tokio::test]
async fn filters_let_through_what_they_say() {
    let (router, snapshot) = (real(), snapshot());
    let provinces = &snapshot.catalogue.provinces;
    let slug = |figure: &Figure| snapshot.catalogue.indicator(figure.key.indicator).slug.clone();
    let of =
        |figure: &Figure, name: &str| matches!(figure.key.place, Place::Province(id) if provinces.get(id).slug == name);
    let red_river = provinces.region_by_slug("dong-bang-song-hong").unwrap();
    type Test<'a> = Box<dyn Fn(&Figure) -> bool + 'a>;
    let cases: [(&str, Test<'_>); 11] = [
        (
            "indicator=pci,papi",
            Box::new(|f| ["pci", "papi"].contains(&slug(f).as_str())),
        ),
        (
            "indicator=pci&component=overall",
            Box::new(|f| slug(f) == "pci" && f.key.component.0 == 0),
        ),
        (
            "province=ha-noi,da-nang",
            Box::new(|f| of(f, "ha-noi") || of(f, "da-nang")),
        ),
        ("place=nation", Box::new(|f| f.key.place == Place::Nation)),
        (
            "place=region,nation",
            Box::new(|f| !matches!(f.key.place, Place::Province(_))),
        ),
        (
            "region=dong-bang-song-hong",
            Box::new(|f| match f.key.place {
                Place::Nation => false,
                Place::Region(id) => id == red_river,
                Place::Province(id) => provinces.get(id).regions.contains(&red_river),
            }),
        ),
        ("basis=34", Box::new(|f| f.key.basis == ProvinceList::Since2025)),
        ("year=2016,2020", Box::new(|f| matches!(f.key.year, Some(2016 | 2020)))),
        (
            "from=2015&to=2016",
            Box::new(|f| matches!(f.key.year, Some(2015 | 2016))),
        ),
        ("status=conflict", Box::new(|f| f.value == Observation::Conflict)),
        (
            "status=missing,conflict&from=2020",
            Box::new(|f| f.value.value().is_none() && f.key.year.is_some_and(|y| y >= 2020)),
        ),
    ];
    for (query, test) in cases {
        let figures = all(&router, &format!("{query}&limit=5000")).await;
        let expected: Vec<&Figure> = snapshot.figures.iter().filter(|f| test(f)).collect();
        assert!(!expected.is_empty(), "{query}");
        assert_eq!(figures.len(), expected.len(), "{query}");
        for (figure, shown) in expected.into_iter().zip(&figures) {
            compare(&snapshot, figure, shown);
        }
    }
}

#[tokio::test]
async fn a_table_in_csv_says_the_same() {
    let router = real();
    let query = "indicator=sipas,par_index&limit=5000";
    let figures = all(&router, query).await;
    let answer = get(&router, &format!("/api/v1/figures?{query}&format=csv")).await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    let mut lines = answer.text().split("\r\n");
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(header[..3], ["edition", "indicator", "component"]);
    let at = |name: &str| header.iter().position(|n| *n == name).unwrap();
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), figures.len());
    for (line, figure) in lines.iter().zip(&figures) {
        // Up to the value no cell of these indicators has a comma.
        let cells: Vec<&str> = line.split(',').collect();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        assert_eq!(cells[at("indicator")], text(&figure["indicator"]));
        assert_eq!(cells[at("place")], text(&figure["place"]["id"]));
        assert_eq!(cells[at("name_vi")], text(&figure["place"]["name"]["vi"]));
        assert_eq!(
            cells[at("value")].parse::<f64>().ok(),
            figure["value"].as_f64(),
            "{line}"
        );
        assert_eq!(cells[at("missing")], text(&figure["missing"]));
    }
}

#[tokio::test]
async fn rankings_are_the_tables_of_the_edition() {
    let (router, snapshot) = (real(), snapshot());
    let mut tables = 0;
    for (id, indicator) in snapshot.catalogue.indicators() {
        for (component, part) in indicator.components() {
            for table in snapshot.tables(id, component) {
                let TableKey { basis, year, .. } = table.key;
                let query = format!("component={}&basis={}", part.slug, basis.code());
                let uri = format!("/api/v1/rankings/{}/{year}?{query}", indicator.slug);
                let shown = ask(&router, &uri).await;
                same_table(&snapshot, table, &shown);
                tables += 1;
            }
        }
    }
    assert!(tables > 300, "{tables}");
}

/// Equal but for the noise of binary fractions.
fn close(shown: &Value, value: Option<f64>) -> bool {
    match (shown.as_f64(), value) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-6,
        (a, b) => a == b,
    }
}

fn same_table(snapshot: &Snapshot, table: &domain::Table, shown: &Value) {
    let provinces = &snapshot.catalogue.provinces;
    let coverage = json!({ "with_value": table.with_value, "expected": table.expected, "rows": table.rows.len() });
    assert_eq!(shown["coverage"], coverage);
    assert_eq!(
        (&shown["complete"], &shown["mixed"]),
        (&json!(table.complete), &json!(table.mixed))
    );
    assert!(close(&shown["mean"], snapshot.computed_mean(table)), "{shown}");
    assert_eq!(shown["nation"].is_null(), table.nation.is_none());
    let rows = shown["rows"].as_array().unwrap();
    assert_eq!(rows.len(), table.rows.len());
    for (row, shown) in table.rows.iter().zip(rows) {
        assert_eq!(shown["province"]["id"], provinces.get(row.province).slug);
        let rank = row.rank.map(|rank| {
            let origin = if rank.origin == RankOrigin::Computed {
                "computed"
            } else {
                "published"
            };
            json!({ "place": rank.place, "of": rank.of, "origin": origin })
        });
        assert_eq!(shown["rank"], json!(rank));
        assert_eq!(shown["value"].as_f64(), snapshot.figure(row.figure).value.value());
        assert_eq!(shown["group"], json!(row.group));
        let change = &shown["change"];
        assert!(close(&change["points"], row.change.comparable_points()), "{change}");
        assert_eq!(change["places"], json!(row.change.comparable_places()));
        assert_eq!(change["comparable"], row.change.verdict.comparable());
        for name in ["points", "places"] {
            let reason = format!("{name}_reason");
            assert_eq!(change[name].is_null(), change[&reason].is_string(), "{change}");
        }
    }
    let absent: BTreeMap<&str, &str> = table
        .absent
        .iter()
        .map(|(id, reason)| (provinces.get(*id).slug.as_str(), reason.code()))
        .collect();
    let list = shown["absent"].as_array().unwrap().iter();
    let given: BTreeMap<&str, &str> = list
        .map(|one| (one["province"]["id"].as_str().unwrap(), one["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(given, absent);
}

#[tokio::test]
async fn changes_to_the_year_before_are_those_of_the_rankings() {
    let router = real();
    let mut pairs = 0;
    for indicator in ["pci", "papi", "par_index", "sipas", "dti"] {
        let known = ask(&router, &format!("/api/v1/indicators/{indicator}")).await;
        for year in known["indicator"]["years"].as_array().unwrap() {
            let year = year.as_i64().unwrap();
            let ranking = ask(&router, &format!("/api/v1/rankings/{indicator}/{year}")).await;
            let uri = format!("/api/v1/changes?indicator={indicator}&from={}&to={year}", year - 1);
            let changes = ask(&router, &uri).await;
            assert_eq!(changes["comparison"], ranking["comparison"], "{uri}");
            let list = changes["rows"].as_array().unwrap();
            for row in ranking["rows"].as_array().unwrap() {
                let found = list
                    .iter()
                    .find(|r| r["province"]["id"] == row["province"]["id"])
                    .unwrap();
                assert_eq!(found["change"], row["change"], "{uri}");
                assert_eq!(found["after"]["value"], row["value"], "{uri}");
                assert_eq!(found["after"]["rank"], row["rank"], "{uri}");
                assert_eq!(found["before"]["value"], row["change"]["value_before"], "{uri}");
            }
            pairs += 1;
        }
    }
    assert!(pairs > 30, "{pairs}");
}

#[tokio::test]
async fn what_does_not_compare_has_no_difference_but_both_ends() {
    let router = real();
    let mut broken = 0;
    for (uri, verdict) in [
        ("indicator=pci&from=2012&to=2013", "method_changed"),
        ("indicator=pci&from=2006&to=2016", "method_changed"),
        ("indicator=pci&from=2020&to=2021", "unclear"),
        ("indicator=papi&from=2017&to=2018", "method_changed"),
    ] {
        let shown = ask(&router, &format!("/api/v1/changes?{uri}")).await;
        let comparison = &shown["comparison"];
        assert_eq!(
            (&comparison["verdict"], &comparison["comparable"]),
            (&json!(verdict), &json!(false)),
            "{uri}"
        );
        assert!(!comparison["reason"]["vi"].as_str().unwrap().is_empty());
        for row in shown["rows"].as_array().unwrap() {
            let change = &row["change"];
            assert!(change["points"].is_null() && change["places"].is_null(), "{uri}: {row}");
            assert!(change["points_reason"].is_string() && change["places_reason"].is_string());
            broken += usize::from(row["before"]["value"].is_f64() && row["after"]["value"].is_f64());
        }
    }
    assert!(broken > 100, "both ends are given: {broken}");
    let shown = ask(
        &router,
        "/api/v1/changes?indicator=pci&from=2015&to=2016&province=ha-noi,hue",
    )
    .await;
    assert_eq!(shown["comparison"]["verdict"], "same_method");
    let rows = shown["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        let [before, after] = ["before", "after"].map(|end| row[end]["value"].as_f64().unwrap());
        assert!(
            (row["change"]["points"].as_f64().unwrap() - (after - before)).abs() < 1e-6,
            "{row}"
        );
    }
}

#[tokio::test]
async fn indicators_and_provinces_are_those_of_the_catalogue() {
    let (router, snapshot) = (real(), snapshot());
    let list = ask(&router, "/api/v1/indicators").await;
    let ids = |list: &Value| -> Vec<String> {
        let all = list.as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let slugs: Vec<String> = snapshot.catalogue.indicators.iter().map(|i| i.slug.clone()).collect();
    assert_eq!(ids(&list["indicators"]), slugs);
    for (id, indicator) in snapshot.catalogue.indicators() {
        let shown = ask(&router, &format!("/api/v1/indicators/{}", indicator.slug)).await;
        let shown = &shown["indicator"];
        let components: Vec<String> = indicator.components.iter().map(|c| c.slug.clone()).collect();
        assert_eq!(ids(&shown["components"]), components);
        assert_eq!(shown["verdicts"].as_array().unwrap().len(), indicator.verdicts.len());
        assert_eq!(shown["methods"].as_array().unwrap().len(), indicator.methods.len());
        assert_eq!(shown["years"], json!(snapshot.years(id, domain::ComponentId::TOTAL)));
        assert_eq!(shown["licence"]["vi"], indicator.licence.vi);
        for (component, part) in indicator.components() {
            let shown = &shown["components"][usize::from(component.0)];
            let tables = snapshot.tables(id, component).count();
            assert_eq!(shown["coverage"].as_array().unwrap().len(), tables, "{}", part.slug);
            for part in shown["parts"].as_array().unwrap() {
                let at = components.iter().position(|c| part == c).unwrap();
                assert_eq!(indicator.components[at].parent, Some(component));
            }
        }
    }
    let list = ask(&router, "/api/v1/provinces").await;
    assert_eq!(
        list["provinces"].as_array().unwrap().len(),
        snapshot.catalogue.provinces.alphabetical().count()
    );
    let of = |basis: &str| format!("/api/v1/provinces?basis={basis}");
    assert_eq!(ask(&router, &of("34")).await["provinces"].as_array().unwrap().len(), 34);
    assert_eq!(
        ask(&router, &of("63")).await["provinces"].as_array().unwrap().len(),
        64,
        "with Hà Tây"
    );
    let hue = ask(&router, "/api/v1/provinces/hue").await;
    assert_eq!(hue["province"]["earlier_names"][0]["name"]["vi"], "Thừa Thiên Huế");
    let one = &list["provinces"][3];
    let alone = ask(&router, one["address"].as_str().unwrap()).await;
    assert_eq!(&alone["province"], one);
}
