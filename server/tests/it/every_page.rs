//! Every page that the figures allow, in both languages: rules that no page may break, and
//! what the product was asked to show.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::{Arc, LazyLock},
};

use app::{Body, Request, SharedBackend};
use server::{Program, services::start};
use store::Editions;

static PROGRAM: LazyLock<SharedBackend> = LazyLock::new(|| {
    let snapshot = start::first_edition(None).unwrap();
    Arc::new(Program::new(Editions::new(snapshot), app::Assets::default()))
});

fn get(address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = app::render(&PROGRAM, &Request { path, query });
    let text = match response.body {
        Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text) => text,
    };
    (response.status, text)
}

fn page(address: &str) -> String {
    let (status, text) = get(address);
    assert_eq!(status, 200, "{address}");
    text
}

/// What a reader sees: no tags, no comments, spaces made one.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' if tag => tag = false,
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of the table row that names a province.
fn row(html: &str, name: &str) -> String {
    let rows = html.split("<tr").skip(1);
    let found = rows.map(text_after_tag).find(|text| text.contains(name));
    found.unwrap_or_else(|| panic!("no row names {name}"))
}

fn text_after_tag(rest: &str) -> String {
    let end = rest.find("</tr>").unwrap_or(rest.len());
    text_of(rest[..end].split_once('>').map_or("", |(_, inside)| inside))
}

/// Values of an attribute.
fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    html.split(mark.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn main_of(html: &str) -> &str {
    html.split_once("<main").map_or("", |(_, rest)| rest)
}

/// Rules for every page; gives the addresses that it links to.
fn check(address: &str, html: &str) -> Vec<String> {
    let shown = text_of(html);
    for bad in [
        "NaN", "inf ", "{0}", "{1}", "{2}", "{year}", "{source}", "{date}", "Some(",
    ] {
        assert!(!shown.contains(bad), "{address} shows `{bad}`");
    }
    assert!(
        !html.contains(" style="),
        "{address}: a strict policy allows no inline style"
    );
    assert!(!html.contains("<script>"), "{address}: no inline script");
    assert_eq!(html.matches("<h1").count(), 1, "{address}: one heading");
    let ids = attribute(html, "id");
    let unique: HashSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{address}: ids are used once");
    let links = attribute(html, "href")
        .into_iter()
        .map(|href| href.replace("&amp;", "&"));
    links
        .filter_map(|href| match href.strip_prefix('#') {
            Some("") | None => Some(href.split('#').next().unwrap_or_default().to_owned()),
            Some(id) => {
                assert!(ids.contains(&id), "{address}: #{id} leads nowhere");
                None
            }
        })
        .filter(|href| href.starts_with('/') && !is_no_page(href) && !is_of_the_desk(href))
        .collect()
}

/// Files, frames and the API have tests of their own.
fn is_no_page(href: &str) -> bool {
    let files = [
        "/assets/", "/charts/", "/decks/", "/embed", "/oembed", "/api/", "/vi/api", "/en/api",
    ];
    let path = href.split('?').next().unwrap_or_default();
    let file = [".pdf", ".docx", ".atom"].iter().any(|ending| path.ends_with(ending));
    file || files.iter().any(|start| href.starts_with(start))
}

/// Editions and the desk are the same under every edition, and need a store.
fn is_of_the_desk(href: &str) -> bool {
    let page = href.split('/').nth(2).unwrap_or_default();
    ["desk", "editions", "sign-in"].contains(&page.split('?').next().unwrap_or_default())
}

/// Pages with choices in their query are without number: so many of a kind are walked.
const MOST_OF_A_KIND: usize = 400;

/// Pages of a kind have the same first and last parts in their path, and choices or none.
fn kind_of(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let parts: Vec<&str> = path.split('/').skip(2).collect();
    match parts[..] {
        ["provinces", _, _, last] | ["regions", _, last] => format!("{last}{}", !query.is_empty()),
        _ => format!("{}{}", parts.first().unwrap_or(&""), !query.is_empty()),
    }
}

#[test]
fn every_page_that_can_be_reached_keeps_the_rules() {
    let mut waiting: Vec<String> = vec!["/vi".into(), "/en".into()];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut walked = 0;
    let mut alike_by_kind: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(address) = waiting.pop() {
        // Sorted and highlighted forms of one table are many and alike: one sort is enough.
        let (status, html) = get(&address);
        assert!(matches!(status, 200 | 303), "{status} {address}");
        walked += 1;
        let next = if status == 303 {
            vec![html]
        } else {
            check(&address, &html)
        };
        for link in next {
            let alike = ["sort=", "dir=", "highlight=", "chart=", "years="]
                .iter()
                .any(|p| link.contains(p));
            let of_kind = alike_by_kind.entry(kind_of(&link)).or_insert(0);
            if !(alike && walked > 400) && *of_kind < MOST_OF_A_KIND && seen.insert(link.clone()) {
                *of_kind += 1;
                waiting.push(link);
            }
        }
    }
    assert!(walked > 600, "only {walked} pages were reached");
}

#[test]
fn every_component_of_every_year_has_a_page_and_a_chart_of_each_kind() {
    let snapshot = PROGRAM.snapshot(None).unwrap();
    let mut charts = 0;
    for (id, indicator) in snapshot.catalogue.indicators() {
        for (component, part) in indicator.components() {
            for table in snapshot.tables(id, component).filter(|t| !t.rows.is_empty()) {
                for kind in ["bump", "bars", "slope"] {
                    let address = format!(
                        "/vi/rankings/{}/{}?component={}&basis={}&chart={kind}",
                        indicator.slug,
                        table.key.year,
                        part.slug,
                        table.key.basis.code()
                    );
                    let html = page(&address);
                    check(&address, &html);
                    charts += html.matches("role=\"img\"").count();
                    assert!(text_of(&html).contains("tỉnh, thành có số"), "{address}: coverage");
                }
            }
        }
    }
    assert!(charts > 1000, "{charts} charts");
}

#[test]
fn nghe_an_as_the_report_says() {
    let par = page("/vi/rankings/par_index/2022");
    let line = row(&par, "Nghệ An");
    for part in ["16/63", "86,67"] {
        assert!(line.contains(part), "{part} is not in: {line}");
    }
    // What may not be compared has no column: one sentence says so.
    assert!(!line.contains("17/63"), "{line}");
    assert!(text_of(&par).contains("So với 2021:") && text_of(&par).contains("không so sánh được"));
    assert!(text_of(&par).contains("876/QĐ-BNV"));
    assert!(
        attribute(&par, "href").iter().any(|h| h.starts_with("#s")),
        "a source for each figure"
    );
    let sipas = page("/vi/rankings/sipas/2022");
    let line = row(&sipas, "Nghệ An");
    assert!(line.contains("14/63") && !line.contains("35/63"), "{line}");
    assert!(text_of(&sipas).contains("không so sánh được"));
    let english = page("/en/rankings/par_index/2022");
    let line = row(&english, "Nghe An");
    assert!(line.contains("86.67") && !line.contains("17/63"), "{line}");
    assert!(text_of(&english).contains("not comparable"));
}

#[test]
fn counts_say_when_and_out_of_how_many() {
    let hanoi = text_of(&page("/vi/provinces/ha-noi"));
    for part in ["1.685", "1.217", "468", "giữa năm 2021"] {
        assert!(hanoi.contains(part), "{part}");
    }
    let thai_nguyen = text_of(&page("/vi/provinces/thai-nguyen-63"));
    for part in ["19/20", "9/9", "180/180"] {
        assert!(thai_nguyen.contains(part), "{part}");
    }
    assert!(text_of(&page("/vi/provinces/ha-tinh")).contains("gần 2.000"));
    assert!(text_of(&page("/en/provinces/ha-tinh")).contains("nearly 2,000"));
}

#[test]
fn what_cannot_be_compared_has_no_arrow() {
    for (address, arrows) in [
        ("/vi/rankings/papi/2018", false),
        ("/vi/rankings/sipas/2022", false),
        ("/vi/rankings/par_index/2022", false),
        ("/vi/rankings/pci/2016", true),
        ("/vi/rankings/par_index/2023", true),
    ] {
        let html = page(address);
        let table = main_of(&html).split("<tbody>").nth(1).unwrap_or_default();
        let found = table.contains("#i-up") || table.contains("#i-down");
        assert_eq!(found, arrows, "{address}");
        assert_eq!(
            html.contains("phương pháp thay đổi, không so sánh được."),
            !arrows,
            "{address}"
        );
    }
}

#[test]
fn published_and_computed_ranks_are_told_apart() {
    let pci = page("/vi/rankings/pci/2016");
    assert!(row(&pci, "Đà Nẵng").starts_with("1/63"), "{}", row(&pci, "Đà Nẵng"));
    assert!(row(&pci, "Nghệ An").starts_with("25/63"));
    assert!(text_of(&pci).contains("Hạng là hạng do nguồn công bố."));
    let line = row(&page("/vi/rankings/pci/2014"), "Đà Nẵng");
    assert!(line.starts_with("1/63") && line.contains("66,87"), "{line}");
    let land = text_of(&page("/vi/rankings/pci/2016?component=land"));
    assert!(land.contains("Hạng (tính)") && land.contains("tính từ bảng đầy đủ 63 tỉnh, thành"));
    let papi = page("/vi/rankings/papi/2018");
    assert!(text_of(&papi).contains("không xếp hạng") && row(&papi, "Bến Tre").starts_with("Cao nhất"));
}

#[test]
fn a_dispute_is_shown_as_one() {
    let html = page("/vi/rankings/par_index/2018");
    let line = row(&html, "Quảng Ninh");
    assert!(line.contains("3 nguồn khác nhau"), "{line}");
    let disputes = text_of(html.split("id=\"conflicts\"").nth(1).unwrap());
    for value in ["89,06", "89,6 ", "81"] {
        assert!(disputes.contains(value), "{value} is not in the list of disputes");
    }
}

#[test]
fn filters_and_sorting_work_by_address() {
    let rows = |address: &str| -> Vec<String> {
        let html = page(address);
        let table = html.split("<table id=\"ranking\"").nth(1).unwrap();
        let body = table.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
        body.split("<tr")
            .skip(1)
            .map(|r| attribute(&format!(" {r}"), "data-k")[0].to_owned())
            .collect()
    };
    let base = "/vi/rankings/pci/2016";
    assert_eq!(rows(base).len(), 63);
    assert_eq!(rows(&format!("{base}?q=nghe+an")), ["nghe an"]);
    assert_eq!(rows(&format!("{base}?q=BRVT")), ["ba ria vung tau"]);
    assert_eq!(rows(&format!("{base}?region=tay-nguyen")).len(), 5);
    assert_eq!(rows(&format!("{base}?sort=name"))[..2], ["an giang", "ba ria vung tau"]);
    let mut upwards = rows(&format!("{base}?sort=score&dir=asc"));
    upwards.reverse();
    assert_eq!(upwards[0], "da nang");
    assert_eq!(rows(&format!("{base}?sort=places"))[0], "binh duong");
}

#[test]
fn wrong_addresses_are_told_what_was_expected() {
    for (address, status, words) in [
        (
            "/vi/rankings/pci/2016?sort=bad",
            400,
            "“sort=bad”: cần một trong: rank, name",
        ),
        (
            "/en/rankings/pci/2016?region=x",
            400,
            "“region=x”: expected a region of the list",
        ),
        ("/vi/rankings/pci/2016?component=x&dir=y", 400, "“dir=y”"),
        ("/vi/rankings/pci/2016?edition=x", 400, "“edition=x”"),
        ("/vi/rankings/pci/2016?highlight=xyz", 400, "nghe-an"),
        ("/vi/rankings?indicator=zzz", 400, "“indicator=zzz”"),
        ("/vi/rankings/pci/1999", 404, "PCI không có số liệu năm 1999"),
        ("/vi/rankings/pci/2016?edition=7", 404, "Không có bản dữ liệu số 7"),
        ("/vi/provinces/atlantis", 404, "/vi/provinces/atlantis"),
        ("/xx", 404, "/xx"),
        ("/vi/%3Cscript%3E", 404, "&lt;script&gt;"),
    ] {
        let (found, html) = get(address);
        assert_eq!(found, status, "{address}");
        assert!(text_of(&html).contains(words), "{address}: {}", text_of(main_of(&html)));
        assert!(html.contains("/provinces"), "{address}: ways out");
    }
    for (address, to) in [
        (
            "/vi/rankings?indicator=pci&year=2016&component=land&q=",
            "/vi/rankings/pci/2016?component=land",
        ),
        (
            "/vi/rankings?indicator=sipas&year=2005&component=land",
            "/vi/rankings/sipas/2023",
        ),
        ("/en/rankings/pci", "/en/rankings/pci/2022"),
    ] {
        assert_eq!(get(address), (303, to.to_owned()), "{address}");
    }
}

#[test]
fn totals_computed_by_the_publishers_rule_are_marked() {
    let said = "theo quy tắc của nhà công bố";
    let of_2020 = page("/vi/rankings/papi/2020");
    assert!(text_of(&of_2020).contains("48,81*") && text_of(&of_2020).contains(said));
    let of_2019 = text_of(&page("/vi/rankings/papi/2019"));
    assert!(!of_2019.contains(said));
    // Where a total is published it is shown, without a mark.
    let of_2023 = page("/vi/rankings/papi/2023");
    assert!(row(&of_2023, "Thừa Thiên Huế").contains("46,04") && !row(&of_2023, "Thừa Thiên Huế").contains("46,04*"));
    assert!(row(&of_2023, "Nghệ An").contains("42,85*"));
    let province = text_of(&page("/vi/provinces/nghe-an"));
    assert!(province.contains("43,07*") && province.contains(said));
}

#[test]
fn a_pinned_edition_says_so_and_stays_in_the_links() {
    let html = page("/vi/rankings/pci/2016?edition=1");
    assert!(text_of(&html).contains("Đang xem bản dữ liệu số 1."));
    let inside = main_of(&html);
    let links = attribute(inside, "href");
    // Feeds tell of all editions; a wall is begun on the newest.
    let of_all = |h: &str| is_of_the_desk(h) || h.starts_with("/vi/feeds") || h == "/vi/wall";
    let ours = links.iter().filter(|h| h.starts_with("/vi/") && !of_all(h));
    assert!(ours.clone().count() > 80);
    for link in ours {
        assert!(link.contains("edition=1"), "{link}");
    }
}
