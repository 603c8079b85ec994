//! The comparison page and what leaves it.

use domain::chart::{ChartBody, DotLink};

use super::sample::backend;
use crate::{
    Body, Request,
    export::{self, Export, ExportParts},
    views::tests::{attribute, forms, plain, sample::TRAP, sent, tags},
};

fn asked(address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(&backend(), &Request { path, query });
    let (Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text)) = response.body;
    (response.status, text)
}

fn page(query: &str) -> String {
    let address = format!("/vi/compare?{query}");
    let (status, html) = asked(&address);
    assert_eq!(status, 200, "{address}");
    html
}

fn view(kind: &str, query: &str) -> Option<Export> {
    export::export(&backend(), &format!("compare/{kind}"), query, ExportParts::Both).ok()
}

/// Names in the first column of a table of the page.
fn names(html: &str, class: &str) -> Vec<String> {
    let table = html.split(&format!("<table class=\"plain {class}\"")).nth(1).unwrap();
    let body = table.split("</table>").next().unwrap().split("<tbody").nth(1).unwrap();
    let heads = body.split("<th scope=\"row\"").skip(1);
    let text = |head: &str| {
        let inside = head.split("</th>").next().unwrap().split_once('>').unwrap().1;
        let inside = inside.rsplit_once("</a>").map_or(inside, |(link, _)| link);
        plain(inside.trim_end_matches("<!>").rsplit('>').next().unwrap())
    };
    heads.map(text).collect()
}

#[test]
fn the_form_leads_to_a_tidy_address() {
    for (sent, tidy) in [
        (
            "choose=1&p1=t03&p2=t01&p5=&p6=t03&peers=none&indicator=pci&component=land&year=2017&from=2016",
            "provinces=t03,t01&indicator=pci&component=land&year=2017&from=2016",
        ),
        ("p1=t03&p8=t01&peers=region", "provinces=t03,t01&peers=region"),
        // What belongs to another indicator or year is left behind.
        (
            "choose=1&p1=t01&p2=t02&indicator=par&component=land&year=2017&from=2016&basis=34",
            "provinces=t01,t02&indicator=par",
        ),
        (
            "choose=1&p1=t01&p2=t02&indicator=pci&year=2017&from=2018",
            "provinces=t01,t02&indicator=pci&year=2017",
        ),
        ("choose=1&p1=t01&edition=7", "provinces=t01&edition=7"),
    ] {
        assert_eq!(
            asked(&format!("/en/compare?{sent}")),
            (303, format!("/en/compare?{tidy}"))
        );
    }
    assert_eq!(asked("/vi/compare?choose=1&p1="), (303, "/vi/compare".into()));
}

#[test]
fn a_form_that_is_sent_unchanged_asks_the_same() {
    for query in [
        "provinces=t05,t02&peers=neighbours&indicator=pci&component=land&year=2017&from=2016",
        "provinces=t05,t02",
        "indicator=pci&component=land&year=2017",
    ] {
        let html = page(query);
        let form = html
            .split("<form")
            .find(|form| form.contains("filters compare"))
            .unwrap();
        let (back, _) = sent(&form.replace("filters", "settings"));
        let (status, to) = asked(&format!("/vi/compare?{back}"));
        assert_eq!(status, 303, "{back}");
        let (_, again) = to.split_once('?').unwrap();
        let named = query.split('&').all(|pair| again.split('&').any(|other| other == pair));
        assert!(named, "{query} came back as {again}");
        assert_eq!(asked(&to).0, 200);
    }
}

#[test]
fn bad_values_are_named() {
    let nine: Vec<String> = (1..=9).map(|n| format!("t{n:02}")).collect();
    let nine = format!("provinces={}", nine.join(","));
    for (query, name) in [
        ("provinces=khong,t01", "provinces"),
        (nine.as_str(), "provinces"),
        ("p1=khong", "provinces"),
        ("provinces=t01,t02&peers=all", "peers"),
        ("provinces=t01,t02&indicator=khong", "indicator"),
        ("provinces=t01,t02&indicator=pci&component=khong", "component"),
        ("provinces=t01,t02&component=land", "component"),
        ("provinces=t01,t02&indicator=pci&year=x", "year"),
        ("provinces=t01,t02&indicator=pci&year=1999", "year"),
        ("provinces=t01,t02&year=1999", "year"),
        ("provinces=t01,t02&indicator=pci&year=2017&from=2017", "from"),
        ("provinces=t01,t02&indicator=pci&year=2017&from=2015", "from"),
        ("provinces=t01,t02&basis=100", "basis"),
        ("provinces=t01,t02&indicator=pci&year=2017&basis=34", "basis"),
    ] {
        let (status, html) = asked(&format!("/vi/compare?{query}"));
        assert_eq!(status, 400, "{query}");
        assert!(plain(&html).contains(&format!("“{name}=")), "{query}");
    }
    let years = asked("/vi/compare?provinces=t01,t02&indicator=pci&year=1999").1;
    assert!(years.contains("2016, 2017, 2018, 2025"));
    for (query, status) in [
        ("", 400),
        ("provinces=t01", 400),
        ("provinces=t01,khong", 400),
        ("provinces=t01,t02&from=1999", 400),
        // Only one has a place in the list: nothing to compare.
        ("provinces=t01,moi&year=2017", 404),
    ] {
        let refused = export::export(&backend(), "compare/pci/years", query, ExportParts::Both).unwrap_err();
        assert_eq!(refused.status, status, "{query}");
    }
}

#[test]
fn the_start_page_suggests_what_can_be_opened() {
    for query in ["", "provinces=t05", "indicator=pci&year=2017"] {
        let html = page(query);
        let links: Vec<String> = tags(&html, "a")
            .iter()
            .filter_map(|tag| attribute(tag, "href"))
            .collect();
        let links: Vec<&String> = links
            .iter()
            .filter(|href| href.contains("/vi/compare?provinces="))
            .collect();
        assert_eq!(links.len(), 3, "{links:?}");
        for link in links {
            assert_eq!(asked(link).0, 200, "{link}");
        }
        assert_eq!(html.contains("Mới có một tỉnh, thành"), query == "provinces=t05");
    }
    let chosen = page("provinces=t05");
    assert!(chosen.contains("/vi/compare?provinces=t05&amp;peers=neighbours"));
}

#[test]
fn neighbours_are_three_above_and_three_below() {
    let of = |province: &str| {
        names(
            &page(&format!(
                "provinces={province}&peers=neighbours&indicator=pci&year=2016"
            )),
            "aligned",
        )
    };
    let expected = |numbers: &[u8]| -> Vec<String> {
        let name = |n: &u8| {
            if *n == 3 {
                TRAP.to_owned()
            } else {
                format!("Tỉnh {n:02}")
            }
        };
        numbers.iter().map(name).collect()
    };
    assert_eq!(of("t05"), expected(&[2, 3, 4, 5, 6, 7, 8]));
    assert_eq!(of("t01"), expected(&[1, 2, 3, 4]));
    // In a table with gaps the next known rank is no neighbour.
    let sparse = page("provinces=t01&peers=neighbours&indicator=par&year=2023");
    assert_eq!(names(&sparse, "aligned"), expected(&[1, 2]));
    assert!(sparse.contains("chỉ những hạng mà các nguồn đã đọc nêu"));
    let unranked = page("provinces=t05,t01&peers=neighbours&indicator=par&year=2023");
    assert!(unranked.contains("không rõ hạng của Tỉnh 05, nên không có lân cận"));
    let counted = page("provinces=t01,t02&peers=neighbours&indicator=dvc&year=2021");
    assert!(counted.contains("Chỉ số này không có xếp hạng"));
}

#[test]
fn a_region_is_cut_at_eight_and_says_so() {
    let html = page("provinces=t02&peers=region&indicator=pci&year=2016");
    let shown = names(&html, "aligned");
    assert_eq!(shown.len(), 8);
    assert!(
        !shown.contains(&"Tỉnh 09".into()) && !shown.contains(&"Tỉnh 10".into()),
        "{shown:?}"
    );
    assert!(html.contains("nhóm này có 8; hiện 7") && html.contains("Không hiện: Tỉnh 09."));
    // A province without a figure comes last, and its reason is given.
    let sparse = page("provinces=t07&peers=region&indicator=par&year=2023");
    let shown = names(&sparse, "aligned");
    assert_eq!(shown[..4], ["Tỉnh 01", "Tỉnh 02", "Tỉnh 07", "Tỉnh 05"], "{shown:?}");
    assert!(sparse.contains("chưa có trong các nguồn đã đọc"));
    let band = page("provinces=t02&peers=band&indicator=pci&year=2016");
    assert_eq!(names(&band, "aligned"), ["Tỉnh 01", "Tỉnh 02", TRAP, "Tỉnh 04"]);
    assert!(band.contains("Cùng loại A với Tỉnh 02 năm 2016."));
    assert!(!html.contains("<b>&[x]"), "a name is escaped everywhere");
}

#[test]
fn an_arrow_only_where_two_years_compare() {
    for (query, arrows, verdict) in [
        ("provinces=t04,t05&year=2017&from=2016", 2, "= So với 2016:"),
        ("provinces=t04,t05&year=2018&from=2016", 0, "≠ So với 2016:"),
        (
            "provinces=t04,t05&year=2025&from=2018",
            2,
            "≠ So với 2018: danh sách đơn vị thay đổi",
        ),
    ] {
        let made = view("pci/years", query).unwrap();
        let model = made.model.unwrap();
        let ChartBody::Dots(dots) = &model.body else {
            panic!("{query}")
        };
        assert!(dots.rows.iter().all(|row| row.marks.len() == 2), "{query}");
        let drawn = dots.rows.iter().filter(|row| row.link == DotLink::Arrow).count();
        assert_eq!(drawn, arrows, "{query}");
        for row in &dots.rows {
            assert_eq!(row.note == "≠", row.link == DotLink::None, "{row:?}");
        }
        assert!(
            model.notes.iter().any(|note| note.text.starts_with(verdict)),
            "{:?}",
            model.notes
        );
    }
    let rose = page("provinces=t04,t05&indicator=pci&year=2017&from=2016");
    assert!(rose.contains("tăng nhiều nhất: Tỉnh 05 (+2,50 điểm); không đổi: Tỉnh 04."));
    let broken = page("provinces=t04,t05&indicator=pci&year=2018&from=2016");
    assert!(broken.contains("không nêu ai tăng, ai giảm") && !broken.contains("tăng nhiều nhất"));
    assert!(broken.contains("thang mới") && !broken.contains("chg up"));
}

#[test]
fn lists_of_provinces_never_mix() {
    let before = page("provinces=t01,moi&indicator=pci&year=2017");
    assert_eq!(names(&before, "aligned"), ["Tỉnh 01"]);
    assert!(before.contains("Mới chỉ có từ ngày 1/7/2025; trước đó là"));
    let swap = "/vi/compare?provinces=t01,cu-a,cu-b&amp;indicator=pci&amp;year=2017";
    assert!(before.contains(swap), "{before}");
    assert_eq!(
        names(&page(plain(swap).split_once('?').unwrap().1), "aligned"),
        ["Tỉnh 01", "Cũ A", "Cũ B"]
    );
    let after = page("provinces=t01,cu-a,cu-b&indicator=pci&year=2025");
    assert_eq!(names(&after, "aligned"), ["Tỉnh 01"]);
    assert!(after.contains("Cũ A có đến hết ngày 30/6/2025; nay thuộc"));
    assert!(after.contains("/vi/compare?provinces=t01,moi,cu-b&amp;indicator=pci&amp;year=2025"));
    // Without a year the newest that holds them all.
    assert_eq!(
        names(&page("provinces=cu-b,cu-a&indicator=pci"), "aligned"),
        ["Cũ A", "Cũ B"]
    );
    assert!(page("provinces=cu-b,cu-a&indicator=pci").contains("năm 2018 so với 2017"));
    assert!(page("provinces=moi,t01&indicator=pci").contains("năm 2025"));
    let lines = view("pci/lines", "provinces=t01,t02&year=2018").unwrap().model.unwrap();
    let ChartBody::Panels(panels) = lines.body else {
        panic!()
    };
    assert!(
        panels
            .panels
            .iter()
            .all(|panel| panel.trend.years == [2016, 2017, 2018])
    );
    assert!(
        panels
            .panels
            .iter()
            .all(|panel| panel.trend.breaks.iter().map(|b| b.before).eq([2018]))
    );
}

#[test]
fn components_stand_side_by_side_with_words_for_the_ends() {
    let html = page("provinces=t01,t02,cu-a&indicator=pci&year=2016");
    assert_eq!(names(&html, "parts"), ["land", "entry"]);
    let parts = html
        .split("<table class=\"plain parts\"")
        .nth(1)
        .unwrap()
        .split("</table>")
        .next()
        .unwrap();
    assert_eq!(parts.matches("cao nhất</small>").count(), 2);
    assert_eq!(parts.matches("thấp nhất</small>").count(), 2);
    assert!(parts.contains("9,00") && parts.contains("4,00"));
    let made = view("pci/profile", "provinces=t01,t02,cu-a&year=2016").unwrap();
    let model = made.model.unwrap();
    let ChartBody::Dots(dots) = &model.body else { panic!() };
    assert_eq!((dots.series.len(), dots.rows.len()), (3, 2));
    assert!(
        dots.rows
            .iter()
            .all(|row| row.scale == Some((0.0, 10.0)) && row.marks.len() == 3)
    );
    assert_eq!(model.title, "Xa nhau nhất: land; gần nhau nhất: entry");
    assert_eq!(made.table.unwrap().rows.len(), 6);
    // A component has no components, and counts no scale.
    assert!(view("pci/profile", "provinces=t01,t02&year=2016&component=land").is_none());
    assert!(view("dvc/profile", "provinces=t01,t02").is_none());
    assert!(
        page("provinces=t01,t02&indicator=dvc&year=2021")
            .contains("ở những thời điểm khác nhau (Tỉnh 01: giữa năm 2021; Tỉnh 02: cuối năm 2021)")
    );
}

#[test]
fn a_table_that_leaves_says_why_a_cell_is_empty() {
    let table = view("par/table", "provinces=t01,t02,t09&year=2023")
        .unwrap()
        .table
        .unwrap();
    let at = |key: &str| table.columns.iter().position(|column| column.key == key).unwrap();
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let cell = |row: usize, key: &str| format!("{:?}", table.rows[row][at(key)]);
    assert_eq!(cell(1, "value"), "Empty");
    assert_eq!(cell(1, "rank"), "Whole(2)");
    assert!(cell(1, "why_empty").contains("chưa có trong các nguồn") && cell(2, "why_empty").contains("chưa có"));
    assert_eq!(
        (cell(0, "change_value"), cell(0, "change_places")),
        ("Number(1.0)".into(), "Whole(1)".into())
    );
    assert!(
        table
            .readme
            .iter()
            .any(|(_, note)| note.text.contains("chỉ có hạng, 2/12"))
    );
}

#[test]
fn every_panel_of_the_page_leads_to_what_it_names() {
    let mut walked = 0;
    for lang in ["vi", "en"] {
        for query in [
            "provinces=t01,t02&indicator=pci&year=2016",
            "provinces=t05&peers=neighbours&indicator=pci&component=land&year=2017&from=2016&edition=7",
            "provinces=t03,t04&basis=34&indicator=pci",
            "provinces=t01,t05&indicator=par",
        ] {
            let (status, html) = asked(&format!("/{lang}/compare?{query}"));
            assert_eq!(status, 200, "{query}");
            for form in forms(&html) {
                let (query, buttons) = sent(form);
                let files = buttons.iter().filter_map(|to| to.strip_prefix("/charts/"));
                for file in files {
                    let (path, _) = file.split_once('.').unwrap();
                    let made = export::export(&backend(), path, &query, ExportParts::Both);
                    let made = made.unwrap_or_else(|_| panic!("{path}?{query}"));
                    assert_eq!((made.view.as_str(), made.frozen), (path, true));
                    // Its page is the comparison again.
                    let back = made.page.split('#').next().unwrap();
                    assert_eq!(asked(back).0, 200, "{back}");
                    assert!(html.contains(&format!("id=\"{}\"", made.page.split_once('#').unwrap().1)));
                    walked += 1;
                }
            }
        }
    }
    assert!(walked > 100, "{walked}");
}

#[test]
fn other_pages_lead_here() {
    let province = asked("/vi/provinces/t05").1;
    let links = |html: &str| -> Vec<String> {
        let all = tags(html, "a").into_iter().filter_map(|tag| attribute(&tag, "href"));
        // Not the entry of the navigation.
        all.filter(|href| href.contains("/compare?") && !href.contains("/compare?edition"))
            .collect()
    };
    let from_province = links(&province);
    assert_eq!(
        from_province,
        [
            "/vi/compare?provinces=t05&peers=neighbours",
            "/vi/compare?provinces=t05&peers=region"
        ]
    );
    let ranking = links(&asked("/vi/rankings/pci/2017?highlight=t05&edition=7").1);
    assert_eq!(ranking.len(), 2, "{ranking:?}");
    let several = links(&asked("/vi/rankings/pci/2017?highlight=t05,t01").1);
    assert_eq!(several[0], "/vi/compare?provinces=t05,t01&indicator=pci&year=2017");
    for link in from_province.iter().chain(&ranking).chain(&several) {
        assert_eq!(asked(link).0, 200, "{link}");
    }
    assert!(province.contains(">So sánh</a>"));
}
