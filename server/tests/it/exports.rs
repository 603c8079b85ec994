//! Tables as files: who reads which CSV, layouts under frozen addresses, the rows that a page shows; and what search
//! engines are told.

use serde_json::Value;

use crate::fake::{Answer, get, real};

const TABLE: &str = "/charts/rankings/pci/2016/table";
const LINES: &str = "/charts/provinces/bac-giang/papi/lines";

/// The rows of a CSV file, its header first.
fn rows(answer: &Answer, delimiter: u8) -> Vec<Vec<String>> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let text = answer.text().strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| cells(record.unwrap())).collect()
}

fn column(rows: &[Vec<String>], head: &str) -> usize {
    let at = rows[0].iter().position(|cell| cell == head);
    at.unwrap_or_else(|| panic!("no column {head} in {:?}", rows[0]))
}

#[tokio::test]
async fn a_frozen_table_keeps_its_layout_and_a_live_one_has_the_newest() {
    let router = real();
    let asked = |query: &str| format!("{LINES}.csv{query}");
    let frozen = get(&router, &asked("?edition=1")).await;
    let first = rows(&frozen, b',');
    let year = |rows: &[Vec<String>], year: &str| rows.iter().find(|row| row[0] == year).cloned();
    assert_eq!(year(&first, "2014"), None, "frozen before the layout");
    assert!(!first[0].iter().any(|head| head.contains("SDMX")));
    assert_eq!(get(&router, &asked("?edition=1&layout=1")).await.body, frozen.body);

    let second = rows(&get(&router, &asked("?edition=1&layout=2")).await, b',');
    assert_eq!(second, rows(&get(&router, &asked("")).await, b','));
    let missing = year(&second, "2014").expect("a year without a value");
    let at = |head| column(&second, head);
    assert_eq!(missing[at("Giá trị (điểm)")], "");
    assert_eq!(missing[at("Vì sao không có số")], "nguồn không công bố");
    assert_ne!(
        missing[at("Trung bình các tỉnh (tính ở đây)")],
        "",
        "the country keeps its year"
    );
    let status = at("Tình trạng (mã SDMX CL_OBS_STATUS)");
    for (which, code) in [
        ("2011", "A"),
        ("2014", "O"),
        ("2016", "B"),
        ("2017", "A"),
        ("2023", "B"),
    ] {
        assert_eq!(year(&second, which).unwrap()[status], code, "{which}");
    }
    assert_eq!(get(&router, &asked("?layout=3")).await.status, 400);
}

#[tokio::test]
async fn several_years_of_a_comparison_have_the_country() {
    let router = real();
    let address = "/charts/compare/papi/lines.csv?provinces=bac-giang,ha-noi";
    let live = rows(&get(&router, address).await, b',');
    let mean = live
        .iter()
        .filter(|row| row[0] == "Trung bình các tỉnh (tính ở đây)" && row[1] == "2014");
    assert_eq!(mean.count(), 1);
    assert!(
        live.iter()
            .any(|row| row[0] == "Bắc Giang" && row[1] == "2014" && row[2].is_empty())
    );
    let frozen = rows(&get(&router, &format!("{address}&edition=1")).await, b',');
    assert!(frozen.iter().all(|row| row[1] != "2014" || row[0] == "Hà Nội"));
}

#[tokio::test]
async fn each_csv_says_who_reads_it() {
    let router = real();
    let programs = rows(&get(&router, &format!("{TABLE}.csv")).await, b',');
    let people = get(&router, &format!("{TABLE}.vi.csv")).await;
    assert!(
        people
            .header("content-disposition")
            .contains("pci-2016-table-thuocdo-1.vi.csv")
    );
    let people = rows(&people, b';');
    let value = column(&programs, "Giá trị (điểm)");
    assert!(programs.iter().skip(1).all(|row| !row[value].contains(',')));
    for (a, b) in programs.iter().zip(&people).skip(1) {
        assert_eq!(a[value].replace('.', ","), b[value]);
    }
    assert_eq!(people[0].len() + 1, programs[0].len(), "codes are for programs");
    for (ending, delimiter) in [("csv", ","), ("vi.csv", ";")] {
        let file = get(&router, &format!("{TABLE}.{ending}?lang=en&edition=1&layout=2")).await;
        let link = file.header("link").to_owned();
        let described = link
            .split(", ")
            .find(|link| link.contains("rel=\"describedby\""))
            .expect("a description");
        let address = described.split(['<', '>']).nth(1).unwrap();
        let path = address.strip_prefix("http://127.0.0.1:3000").unwrap_or(address);
        let path = &path[path.find("/charts/").unwrap()..];
        let metadata = get(&router, path).await;
        assert_eq!(metadata.status, 200, "{path}");
        assert_eq!(metadata.header("content-type"), "application/csvm+json");
        assert!(metadata.header("cache-control").contains("immutable"));
        let metadata: Value = serde_json::from_slice(&metadata.body).unwrap();
        assert_eq!(metadata["dialect"]["delimiter"], delimiter);
        let url = metadata["url"].as_str().unwrap();
        assert!(
            url.ends_with(&format!("{TABLE}.{ending}?lang=en&edition=1&layout=2")),
            "{url}"
        );
        let titles: Vec<&str> = metadata["tableSchema"]["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| column["titles"]["en"].as_str().unwrap())
            .collect();
        assert_eq!(titles, rows(&file, delimiter.as_bytes()[0])[0]);
    }
    let page = get(&router, "/vi/rankings/pci/2016").await;
    for words in ["CSV cho Excel", "CSV cho phần mềm"] {
        assert!(page.text().contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_filtered_and_sorted_ranking_leaves_as_it_is_shown() {
    let router = real();
    let choice = "q=ha&sort=score&dir=asc";
    let page = get(&router, &format!("/vi/rankings/pci/2016?{choice}")).await;
    let link = |ending: &str| format!("{TABLE}.{ending}?{choice}&edition=1&layout=2").replace('&', "&amp;");
    for ending in ["xlsx", "vi.csv"] {
        assert!(page.text().contains(&link(ending)), "{ending}");
    }
    let file = get(&router, &format!("{TABLE}.csv?{choice}")).await;
    assert!(
        file.header("content-disposition")
            .contains("pci-2016-table-ha-score-asc"),
        "{}",
        file.header("content-disposition")
    );
    let chosen = rows(&file, b',');
    let (name, value) = (column(&chosen, "Tỉnh, thành phố"), column(&chosen, "Giá trị (điểm)"));
    let says = column(&chosen, "Lọc và sắp xếp");
    let values: Vec<f64> = chosen.iter().skip(1).map(|row| row[value].parse().unwrap()).collect();
    assert!(values.len() > 3 && values.is_sorted(), "{values:?}");
    for row in chosen.iter().skip(1) {
        assert!(domain::fold(&row[name]).contains("ha"), "{}", row[name]);
        assert_eq!(row[says], "tên có “ha”; sắp xếp theo Giá trị, tăng dần");
    }
    let whole = rows(&get(&router, &format!("{TABLE}.csv")).await, b',');
    assert!(whole.len() > chosen.len() && !whole[0].contains(&"Lọc và sắp xếp".to_owned()));
    let region = rows(&get(&router, &format!("{TABLE}.csv?region=dong-nam-bo")).await, b',');
    assert!(region.len() > 4 && region.len() < 12, "{}", region.len());
    // Before the layout, a table had all rows by rank, whatever its address said.
    let frozen = get(&router, &format!("{TABLE}.csv?{choice}&edition=1")).await;
    assert_eq!(frozen.body, get(&router, &format!("{TABLE}.csv?edition=1")).await.body);
    assert_eq!(get(&router, &format!("{TABLE}.csv?sort=x")).await.status, 400);
    let none = get(&router, &format!("{TABLE}.csv?q=zzz")).await;
    assert_eq!(rows(&none, b',').len(), 1, "nobody fits");
}

#[tokio::test]
async fn search_engines_are_told_of_pages_and_not_of_files() {
    let router = real();
    let robots = get(&router, "/robots.txt").await;
    for line in [
        "Disallow: /charts/",
        "Disallow: /*/desk",
        "Disallow: /*?*edition=",
        "Allow: /charts/*.png",
    ] {
        assert!(robots.text().lines().any(|found| found == line), "{line}");
    }
    let map = robots
        .text()
        .lines()
        .find_map(|line| line.strip_prefix("Sitemap: "))
        .expect("a sitemap");
    assert!(map.ends_with("/sitemap.xml"));
    let sitemap = get(&router, "/sitemap.xml").await;
    assert_eq!(sitemap.header("content-type"), "application/xml; charset=utf-8");
    assert_eq!(sitemap.header("cache-control"), "public, max-age=0, must-revalidate");
    let origin = map.strip_suffix("/sitemap.xml").unwrap();
    let pages: Vec<&str> = sitemap
        .text()
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    assert!(pages.len() > 400, "{}", pages.len());
    for page in pages {
        let path = page.strip_prefix(origin).unwrap();
        assert!(!path.contains('?'), "{path}");
        // A ranking that has not changed its address, and no page twice under two.
        assert_eq!(get(&router, path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn pages_with_figures_describe_them() {
    let router = real();
    for (path, years) in [("/vi/rankings/pci/2016", "2016"), ("/en/indicators/pci", "2005/2024")] {
        let page = get(&router, path).await;
        let text = page.text();
        let start = text.find("application/ld+json\">").expect("a description") + "application/ld+json\">".len();
        let json = text[start..].split("</script>").next().unwrap();
        let found: Value = serde_json::from_str(json).unwrap();
        assert_eq!(found["@type"], "Dataset");
        assert_eq!(found["temporalCoverage"], years);
        assert!(found["url"].as_str().unwrap().ends_with(path));
        assert!(found["description"].as_str().unwrap().len() > 50);
        for file in found["distribution"].as_array().unwrap() {
            let address = file["contentUrl"].as_str().unwrap();
            let path = address.splitn(4, '/').nth(3).unwrap();
            let answer = get(&router, &format!("/{path}")).await;
            assert_eq!(answer.status, 200, "{address}");
            let kind = file["encodingFormat"].as_str().unwrap();
            assert!(answer.header("content-type").starts_with(kind), "{address}");
        }
        let pinned = get(&router, &format!("{path}?edition=1")).await;
        assert!(
            !pinned.text().contains("ld+json"),
            "described once, where it follows the newest edition"
        );
    }
}
