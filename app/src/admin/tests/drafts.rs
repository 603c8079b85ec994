//! What the page of a draft says of its file.

use domain::{Lang, upload::IssueKind};

use super::*;

#[test]
fn each_error_says_where_what_stands_there_and_how_to_mend_it() {
    let given = Given::new();
    let who = viewer(Role::Analyst);
    for lang in Lang::ALL {
        let path = format!("/{}/desk/drafts/k3v9", lang.code());
        let response = made(&path, "", Some(&who), false, &Page::Draft(&given.view()));
        let html = html(&response);
        for (at, issue) in given.reading.issues.iter().take(3).enumerate() {
            let said = crate::admin::issues::sentences(lang, issue);
            assert!(
                html.contains(&format!("Tổng hợp 2016, {}", issue.at.name())),
                "{at}: where"
            );
            assert!(
                html.contains(&format!("<code>{}</code>", issue.found)),
                "{at}: what stands there"
            );
            for text in [&said.what, &said.expected, &said.fix] {
                let escaped = crate::components::shapes::escape(text).replace("&quot;", "\"");
                assert!(html.contains(&escaped), "{at}: {text}");
            }
        }
    }
}

#[test]
fn many_issues_come_in_pages() {
    let mut given = Given::new();
    given.reading.issues = (1..=250)
        .map(|row| sample::issue(IssueKind::NotANumber, row, 3, &format!("x{row}x"), Vec::new()))
        .collect();
    let who = viewer(Role::Analyst);
    let at = |query: &str| {
        let response = made(
            "/vi/desk/drafts/k3v9",
            query,
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        html(&response).to_owned()
    };
    let first = at("");
    assert!(first.contains("x40x") && !first.contains("x41x"));
    assert!(first.contains("?kind=not-a-number&amp;page=1#i-not-a-number"));
    let asked = at("kind=not-a-number&page=2");
    assert!(asked.contains("x51x") && asked.contains("x100x") && !asked.contains("x50x"));
    let last = at("kind=not-a-number&page=5");
    assert!(last.contains("x201x") && last.contains("x250x") && !last.contains("x200x"));
    // A page that is not there is the last one.
    assert!(at("kind=not-a-number&page=99").contains("x250x"));
}

#[test]
fn changes_come_in_parts_and_pages() {
    let mut given = Given::new();
    let one = given.difference.changes[0].clone();
    given.difference.changes = vec![one; 150];
    let removed = sample::difference().changes[3].clone();
    given.difference.changes.push(removed);
    given.difference.movers.clear();
    let who = viewer(Role::Analyst);
    let at = |query: &str| {
        let response = made(
            "/vi/desk/drafts/k3v9",
            query,
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        html(&response).to_owned()
    };
    assert!(at("").contains("part=added&amp;page=2#changes") || at("").contains("?page=2#changes"));
    let removed = at("part=removed");
    assert!(removed.contains("59,68") && !removed.contains("58,45"));
}

#[test]
fn four_eyes_need_two_people() {
    let mut given = Given::new();
    given.reading.issues.clear();
    let own = viewer(Role::Analyst);
    let other = Viewer {
        name: "binh".into(),
        shown: "Trần Văn Bình".into(),
        role: Role::Analyst,
    };
    let at = |given: &Given, who: &Viewer| {
        let response = made("/vi/desk/drafts/k3v9", "", Some(who), true, &Page::Draft(&given.view()));
        html(&response).to_owned()
    };
    let publish = ">Công bố</button>";
    assert!(!at(&given, &own).contains(publish) && !at(&given, &own).contains("/approve"));
    assert!(!at(&given, &other).contains(publish) && at(&given, &other).contains("/approve"));
    given.approved = Some("Trần Văn Bình");
    assert!(at(&given, &own).contains(publish));
}

#[test]
fn what_is_done_is_read_only() {
    let who = viewer(Role::Administrator);
    for state in [DraftState::Published(7), DraftState::Discarded] {
        let mut given = Given::new();
        given.state = state;
        let response = made(
            "/vi/desk/drafts/k3v9",
            "",
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        let html = html(&response);
        assert!(
            html.contains("<fieldset disabled")
                || html.contains("disabled class=\"bare\"")
                || html.contains("class=\"bare\" disabled")
        );
        assert!(html.contains("Bổ sung PCI 2016") && html.contains("Đã đối chiếu với báo cáo gốc"));
        for gone in [
            "k3v9/publish",
            "k3v9/discard",
            "k3v9/file\"",
            ">Lưu các lựa chọn</button>",
            "name=\"open\"",
        ] {
            assert!(!html.contains(gone), "{gone}");
        }
    }
}

/// The page of a draft with this query.
fn page_of(given: &Given, query: &str) -> String {
    let who = viewer(Role::Analyst);
    let page = Page::Draft(&given.view());
    let response = made("/vi/desk/drafts/k3v9", query, Some(&who), false, &page);
    html(&response).to_owned()
}

#[test]
fn only_columns_to_be_decided_have_a_list() {
    let mut given = Given::new();
    let unknown = given.reading.columns[4].clone();
    given
        .reading
        .columns
        .extend((10..30).map(|at| domain::upload::Column { at, ..unknown.clone() }));
    let page = page_of(&given, "");
    assert!(!page.contains("name=\"column.29\""));
    // A button gives any column its list, whatever is chosen elsewhere.
    assert!(page.contains("value=\"column.29\""));
    assert!(page_of(&given, "open=column.29").contains("<select name=\"column.29\""));
    // A list of what is likely leaves out what another column has already.
    let unsure = given
        .reading
        .columns
        .iter()
        .find(|c| c.confidence == domain::upload::Confidence::Low);
    let at = unsure.expect("a column that nobody is sure of").at;
    assert!(page.contains(&format!("<select name=\"column.{at}\"")));
}

#[test]
fn a_page_stays_small_whatever_the_file_holds() {
    let mut given = Given::new();
    let column = given.reading.columns[4].clone();
    let low = domain::upload::Confidence::Low;
    let role: domain::upload::Role = "value:entry:".parse().unwrap();
    given.reading.columns = (1..=2_000)
        .map(|at| domain::upload::Column {
            at,
            role: role.clone(),
            confidence: low,
            ..column.clone()
        })
        .collect();
    let place = given.reading.places[0].clone();
    given.reading.places = (0..2_000)
        .map(|at| domain::upload::PlaceMatch {
            found: format!("Huyện {at}"),
            how: domain::upload::MatchedBy::Nothing,
            ..place.clone()
        })
        .collect();
    given.reading.issues = IssueKind::ALL
        .iter()
        .flat_map(|kind| (1..=100).map(|row| sample::issue(*kind, row, 3, "x", Vec::new())))
        .collect();
    let change = given.difference.changes[0].clone();
    given.difference.changes = vec![change; 10_000];
    let moved = given.difference.ranks[0].clone();
    given.difference.ranks = vec![moved; 5_000];
    let page = page_of(&given, "");
    assert!(page.len() <= 150_000, "{} bytes", page.len());
}
