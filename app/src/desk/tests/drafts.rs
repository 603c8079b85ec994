//! What the page of a draft says of its file.

use domain::{Lang, upload::IssueKind};

use super::*;

#[test]
fn each_error_says_where_what_stands_there_and_how_to_mend_it() {
    let given = Given::new();
    let who = viewer(Role::Analyst);
    for lang in Lang::ALL {
        let path = format!("/{}/desk/drafts/k3v9", lang.code());
        let reply = made(&path, "", Some(&who), false, &Page::Draft(&given.view()));
        let html = html(&reply);
        for (at, issue) in given.reading.issues.iter().take(3).enumerate() {
            let said = crate::desk::issues::sentences(lang, issue);
            assert!(
                html.contains(&format!("Tổng hợp 2016, {}", issue.at.name())),
                "{at}: where"
            );
            assert!(
                html.contains(&format!("<code>{}</code>", issue.found)),
                "{at}: what stands there"
            );
            for text in [&said.what, &said.expected, &said.mend] {
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
        let reply = made(
            "/vi/desk/drafts/k3v9",
            query,
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        html(&reply).to_owned()
    };
    let first = at("");
    assert!(first.contains("x100x") && !first.contains("x101x"));
    assert!(first.contains("?kind=not-a-number&amp;page=3#i-not-a-number"));
    let last = at("kind=not-a-number&page=3");
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
        let reply = made(
            "/vi/desk/drafts/k3v9",
            query,
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        html(&reply).to_owned()
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
        let reply = made("/vi/desk/drafts/k3v9", "", Some(who), true, &Page::Draft(&given.view()));
        html(&reply).to_owned()
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
        let reply = made(
            "/vi/desk/drafts/k3v9",
            "",
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        let html = html(&reply);
        assert!(
            html.contains("<fieldset disabled")
                || html.contains("disabled class=\"bare\"")
                || html.contains("class=\"bare\" disabled")
        );
        assert!(html.contains("Bổ sung PCI 2016") && html.contains("Đã đối chiếu với báo cáo gốc"));
        for gone in ["k3v9/publish", "k3v9/discard", "k3v9/file\"", ">Cập nhật</button>"] {
            assert!(!html.contains(gone), "{gone}");
        }
    }
}

#[test]
fn many_unknown_columns_are_folded_away() {
    let mut given = Given::new();
    let known = given.reading.columns.clone();
    let unknown = given.reading.columns[4].clone();
    given
        .reading
        .columns
        .extend((10..30).map(|at| domain::upload::Column { at, ..unknown.clone() }));
    let who = viewer(Role::Analyst);
    let at = |given: &Given| {
        let reply = made(
            "/vi/desk/drafts/k3v9",
            "",
            Some(&who),
            false,
            &Page::Draft(&given.view()),
        );
        html(&reply).to_owned()
    };
    assert!(at(&given).contains("Cột không nhận ra, không đọc (21)"));
    assert!(at(&given).contains("name=\"column.29\""));
    given.reading.columns = known;
    assert!(!at(&given).contains("Cột không nhận ra, không đọc ("));
}
