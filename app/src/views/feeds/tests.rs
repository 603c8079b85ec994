//! Feeds over three editions: years that are added, a figure that is corrected.

use std::sync::Arc;

use domain::{Figure, Place, ProvinceId, Snapshot, chart::ChartModel};

use crate::{
    Assets, Backend, Body, ChartSize, Request, SharedBackend,
    views::tests::sample::{TRAP, figures, snapshot},
};

/// Editions by number, from 1.
struct Shelf(Vec<Arc<Snapshot>>, Assets);

impl Backend for Shelf {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        let newest = u32::try_from(self.0.len()).unwrap();
        let at = edition.unwrap_or(newest).checked_sub(1)?;
        self.0.get(usize::try_from(at).unwrap()).cloned()
    }

    fn chart(&self, _: &ChartModel, _: &str, _: ChartSize) -> String {
        String::new()
    }

    fn origin(&self) -> &str {
        "https://thuocdo.example.vn"
    }

    fn assets(&self) -> &Assets {
        &self.1
    }
}

fn corrected(figure: Figure, value: f64) -> Figure {
    let mut claims = figure.claims;
    for claim in &mut claims {
        claim.value = claim.value.map(|q| domain::Quantity { value, ..q });
        claim.rank = claim.rank.map(|_| 2);
    }
    Figure::new(figure.key, claims)
}

/// 2015 alone; with 2016; with Nghệ An's figure of 2015 corrected.
fn shelf() -> SharedBackend {
    shelf_of(3)
}

/// Editions by number, from 1.
pub(crate) fn editions(all: Vec<Snapshot>) -> SharedBackend {
    Arc::new(Shelf(all.into_iter().map(Arc::new).collect(), Assets::default()))
}

/// The first editions of them.
pub(crate) fn shelf_of(count: usize) -> SharedBackend {
    let first: Vec<Figure> = figures().into_iter().filter(|f| f.key.year == Some(2015)).collect();
    let of_nghe_an = |f: &Figure| {
        f.key.place == Place::Province(ProvinceId(1)) && f.key.year == Some(2015) && f.key.component.0 == 0
    };
    let third = figures()
        .into_iter()
        .map(|f| if of_nghe_an(&f) { corrected(f, 55.0) } else { f });
    let all = [first, figures(), third.collect()];
    let all = (1..).zip(all).take(count);
    editions(all.map(|(number, figures)| snapshot(number, figures)).collect())
}

fn feed_of(backend: &SharedBackend, path: &str) -> String {
    let query = "";
    let response = crate::render(backend, &Request { path, query });
    let Body::Feed(xml) = response.body else {
        panic!("{path}: {response:?}")
    };
    assert_eq!(response.status, 200);
    xml
}

fn inside<'a>(xml: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let all = xml.split(open.as_str()).skip(1);
    all.map(|rest| rest.split(close.as_str()).next().unwrap()).collect()
}

#[test]
fn every_edition_has_its_entry_with_an_id_that_stays() {
    let xml = feed_of(&shelf(), "/vi/feeds/all.atom");
    let ids = inside(&xml, "id");
    let home = "https://thuocdo.example.vn/vi";
    let expected: Vec<String> = (1..=3).rev().map(|n| format!("{home}?edition={n}")).collect();
    assert_eq!(ids[0], format!("{home}/feeds/all.atom"));
    assert_eq!(ids[1..], expected);
    assert!(xml.contains(&format!(
        r#"rel="self" type="application/atom+xml" hreflang="vi" href="{}""#,
        ids[0]
    )));
    assert_eq!(inside(&xml, "updated"), vec!["2026-11-21T00:00:00+07:00"; 4]);
    // With fewer editions the entries of those are the same, word for word.
    let before = feed_of(&shelf_of(2), "/vi/feeds/all.atom");
    for entry in before.split("<entry>").skip(1) {
        let entry = entry.split("</entry>").next().unwrap();
        assert!(xml.contains(entry), "{entry}");
    }
}

#[test]
fn a_province_hears_of_new_figures_and_changed_ranks() {
    let vi = feed_of(&shelf(), "/vi/feeds/provinces/nghe-an.atom");
    let en = feed_of(&shelf(), "/en/feeds/provinces/nghe-an.atom");
    let titles = inside(&vi, "title");
    assert_eq!(titles[1], "Nghệ An, bản dữ liệu số 3: sửa số PCI 2015");
    assert_eq!(titles[2], "Nghệ An, bản dữ liệu số 2: số mới PCI 2016");
    assert!(
        vi.contains("PCI 2015: trước là 70,00, hạng 2/63; nay là 55,00, hạng 2/63"),
        "{vi}"
    );
    assert!(vi.contains("PCI 2016, số mới: 71,00, hạng 2/63; "), "{vi}");
    assert!(
        en.contains("PCI 2015: before 70.00, rank 2/63; now 55.00, rank 2/63"),
        "{en}"
    );
    assert_eq!(en.matches("<entry>").count(), 3);
    // What did not change is not listed.
    let hanoi = feed_of(&shelf(), "/vi/feeds/provinces/ha-noi.atom");
    assert_eq!(hanoi.matches("<entry>").count(), 2, "{hanoi}");
}

#[test]
fn an_indicator_hears_of_years_and_corrections() {
    let xml = feed_of(&shelf(), "/vi/feeds/indicators/pci.atom");
    assert!(xml.contains("2016: số mới của 3/3 tỉnh, thành"), "{xml}");
    assert!(xml.contains("2015: đổi 1 số"), "{xml}");
    assert!(xml.contains("thành phần: thêm 6 số"), "{xml}");
}

#[test]
fn names_cannot_break_the_xml() {
    let xml = feed_of(&shelf(), "/vi/feeds/provinces/trap.atom");
    assert!(!xml.contains(TRAP) && !xml.contains("<b>"));
    assert!(inside(&xml, "title")[0].ends_with("Ẵ &quot;ỷ&quot; &lt;b&gt;&amp;[x]"));
    // Within HTML within XML it is escaped twice.
    assert!(!xml.contains("&lt;b&gt;&amp;[x]:"), "{xml}");
}

#[test]
fn what_cannot_be_followed_is_not_found() {
    for path in [
        "/vi/feeds/x.atom",
        "/vi/feeds/provinces/nowhere.atom",
        "/vi/feeds/provinces/nghe-an",
    ] {
        let response = crate::render(&shelf(), &Request { path, query: "" });
        assert_eq!(response.status, 404, "{path}");
    }
    let page = crate::render(
        &shelf(),
        &Request {
            path: "/en/feeds",
            query: "",
        },
    );
    let Body::Html(html) = page.body else { panic!() };
    for feed in ["all", "provinces/nghe-an", "indicators/pci"] {
        assert!(html.contains(&format!(r#"href="/en/feeds/{feed}.atom""#)), "{feed}");
    }
}

#[test]
fn pages_name_their_feeds() {
    for (path, feed) in [
        ("/vi/provinces/nghe-an", "/vi/feeds/provinces/nghe-an.atom"),
        ("/en/indicators/pci", "/en/feeds/indicators/pci.atom"),
    ] {
        let response = crate::render(&shelf(), &Request { path, query: "" });
        let Body::Html(html) = response.body else { panic!() };
        assert!(
            html.contains(&format!(r#"href="https://thuocdo.example.vn{feed}""#)),
            "{path}"
        );
        assert!(html.contains(&format!(r#"<a href="{feed}""#)), "{path}");
    }
}
