//! Briefings on small figures made by hand.

use domain::briefing::Block;

use crate::views::tests::{asked, page, plain, sample};

fn briefing(path: &str, query: &str) -> domain::briefing::Briefing {
    crate::briefing(&sample::backend(), path, query).unwrap_or_else(|response| panic!("{path}: {}", response.status))
}

/// The cells of the only table of a section.
fn cells(briefing: &domain::briefing::Briefing, id: &str) -> Vec<Vec<String>> {
    let section = briefing.sections.iter().find(|section| section.id == id);
    let blocks = section.map_or(&[][..], |section| &section.blocks);
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.map(|row| row.iter().map(|cell| cell.with_numbers()).collect())
        .collect()
}

#[test]
fn a_province_stands_among_its_neighbours() {
    let standing = cells(&briefing("/vi/provinces/nghe-an/briefing", ""), "standing");
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0][..4], ["PCI", "2016", "71,00 điểm [1]", "2/63"]);
    assert_eq!(standing[0][6], "3/3");
    // Methods are not in the catalogue here: no movement may be told.
    assert!(standing[0][5].starts_with('≠'), "{:?}", standing[0]);

    for (slug, region, above, below) in [
        ("trap", "0/3", "đứng đầu bảng", "Nghệ An 71,00 (2/63) [1]"),
        (
            "nghe-an",
            "1/3",
            "Ẵ \"ỷ\" <b>&[x] 61,00 (1/63) [1]",
            "Hà Nội 56,50 (3/63) [1]",
        ),
    ] {
        let peers = cells(&briefing(&format!("/vi/provinces/{slug}/briefing"), ""), "peers");
        assert_eq!(peers.len(), 1, "{slug}");
        assert_eq!(peers[0][2..], [region, above, below], "{slug}");
    }
}

#[test]
fn a_region_and_the_country_name_first_and_last_by_published_rank() {
    // The published ranks differ from the order of the values here: the publisher's count.
    let (first, last) = ("Ẵ \"ỷ\" <b>&[x] 61,00 (1/63) [1]", "Hà Nội 56,50 (3/63) [1]");
    let region = cells(&briefing("/vi/regions/bac-bo/briefing", ""), "standing");
    assert_eq!(region.len(), 1);
    assert_eq!(region[0][..4], ["PCI 2016", first, last, "–"]);
    assert!(region[0][4].starts_with('≠'), "{:?}", region[0]);
    assert_eq!(region[0][6], "3/3");
    let members = cells(&briefing("/vi/regions/bac-bo/briefing", ""), "members");
    let ranks: Vec<[&str; 2]> = members.iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
    assert_eq!(ranks, [[sample::TRAP, "1/63"], ["Hà Nội", "3/63"], ["Nghệ An", "2/63"]]);

    let country = cells(&briefing("/vi/briefing", ""), "leaders");
    assert_eq!(country[0][..3], ["PCI 2016", first, last]);
    let changes = cells(&briefing("/vi/briefing", ""), "changes");
    assert_eq!(changes[0][1], "chưa có số cả nước trong các nguồn đã đọc");
}

#[test]
fn one_value_makes_page_and_paper() {
    for path in [
        "/vi/briefing",
        "/en/provinces/trap/briefing",
        "/vi/regions/bac-bo/briefing",
    ] {
        let of_page = briefing(path, "edition=7");
        assert_eq!(of_page, briefing(&format!("{path}.pdf"), "edition=7"), "{path}");
        assert!(of_page.frozen);
        assert!(of_page.page.ends_with(&format!("{path}?edition=7")));
        let html = plain(&page(&format!("{path}?edition=7")));
        for section in &of_page.sections {
            assert!(html.contains(&section.heading), "{path}: {}", section.heading);
        }
        assert!(html.contains(&format!("href=\"{path}.pdf?edition=7\"")), "{path}");
    }
}

#[test]
fn paper_names_the_edition_even_where_the_address_does_not() {
    let live = briefing("/vi/provinces/nghe-an/briefing", "");
    assert!(!live.frozen);
    assert!(live.page.ends_with("/briefing"));
    for text in [&live.paper.foot, &live.citation.text, &live.citation.url] {
        assert!(text.contains("/vi/provinces/nghe-an/briefing?edition=7"), "{text}");
    }
}

#[test]
fn names_do_no_harm() {
    let html = page("/vi/provinces/trap/briefing");
    assert!(!html.contains("<b>&["), "escaped");
    assert!(plain(&html).contains(sample::TRAP));
}

#[test]
fn what_cannot_be_shown_says_so() {
    for (address, status) in [
        ("/vi/provinces/nowhere/briefing", 404),
        ("/vi/regions/nowhere/briefing", 404),
        ("/vi/briefing?edition=8", 404),
        ("/vi/briefing?edition=x", 400),
    ] {
        assert_eq!(asked(address).0, status, "{address}");
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let refused = crate::briefing(&sample::backend(), &format!("{path}.pdf"), query);
        assert_eq!(refused.unwrap_err().status, status, "{address}");
    }
    let elsewhere = crate::briefing(&sample::backend(), "/vi/provinces/nghe-an", "");
    assert_eq!(elsewhere.unwrap_err().status, 404);
}

#[test]
fn verdicts_and_a_chart_come_first() {
    let found = briefing("/vi/provinces/nghe-an/briefing", "");
    let short = &found.sections[0];
    let kinds: Vec<&str> = short
        .blocks
        .iter()
        .map(|block| match block {
            Block::List(_) => "list",
            Block::Chart(_) => "chart",
            _ => "other",
        })
        .collect();
    assert_eq!(kinds, ["list", "chart", "list"]);
    let Block::List(verdicts) = &short.blocks[0] else {
        unreachable!()
    };
    assert_eq!(verdicts[0].text, "Vị trí: PCI 2016 2/63.");
    let html = page("/vi/provinces/nghe-an/briefing");
    assert!(html.contains("id=\"short-chart\""), "{html}");
}
