//! Every page, in both languages.

use domain::Lang;

use super::*;
use crate::Cache;

/// Every kind of page with the text that it must hold, at its address.
fn all(check: impl Fn(&str, Option<Role>, &Page<'_>, &[&str])) {
    let given = Given::new();
    let (editions, drafts, accounts, tokens, audit) = (editions(), drafts(), accounts(), tokens(), audit());
    let lines = [
        (' ', 1, "spelling,province".to_owned()),
        ('+', 2, "<TP HCM>,ho-chi-minh-63".to_owned()),
    ];
    let problems = ["catalogue/aliases.csv:2:1: found `<TP HCM>`".to_owned()];
    let refusal = UserError::WrongPassword;
    let sign_in = |refusal| Page::SignIn {
        next: "/vi/desk",
        name: "hoa",
        refusal,
    };
    let home = Page::Home {
        drafts: &drafts,
        editions: &editions,
        limits: (50, 2_000_000),
        refusal: None,
    };
    let files = [
        "catalogue/aliases.csv",
        "catalogue/indicators/mass_mobilisation_models.toml",
    ]
    .map(|p| (p.to_owned(), 2_048));
    let admin = Some(Role::Administrator);
    check(
        "/sign-in",
        None,
        &sign_in(None),
        &["name=\"password\"", "name=\"next\" value=\"/vi/desk\""],
    );
    check(
        "/sign-in",
        None,
        &sign_in(Some(&refusal)),
        &["role=\"alert\"", "autofocus"],
    );
    check(
        "/desk",
        admin,
        &home,
        &[
            "multipart/form-data",
            "/desk/template.csv",
            "/desk/drafts/k3v9",
            "2.000.000|2,000,000",
        ],
    );
    let draft = given.view();
    check(
        "/desk/drafts/k3v9",
        admin,
        &Page::Draft(&draft),
        &[
            "id=\"errors\"",
            "id=\"file\"",
            "id=\"about\"",
            "id=\"columns\"",
            "id=\"provinces\"",
            "id=\"absent\"",
            "id=\"issues\"",
            "id=\"source\"",
            "id=\"difference\"",
            "id=\"publish\"",
            "/remarks",
            "/issues.csv",
            "/original",
        ],
    );
    let mut done = Given::new();
    done.state = DraftState::Published(7);
    check(
        "/desk/drafts/done",
        admin,
        &Page::Draft(&done.view()),
        &["/editions#e7"],
    );
    let catalogue = catalogue_draft(&given.difference, &problems, &lines);
    check(
        "/desk/drafts/m2x1",
        admin,
        &Page::CatalogueDraft(&catalogue),
        &["name=\"text\"", "id=\"errors\"", "class=\"plus\""],
    );
    let list = Page::Editions {
        editions: &editions,
        again: None,
        refusal: None,
    };
    check(
        "/editions",
        None,
        &list,
        &["/editions/7/figures.parquet", "id=\"e6\"", "?edition=6"],
    );
    check("/editions", admin, &list, &["id=\"undo\"", "/desk/editions/6/restore"]);
    let compare = Page::Compare {
        from: &editions[1],
        to: &editions[0],
        after: &AFTER,
        difference: &given.difference,
    };
    check("/editions/compare", None, &compare, &["id=\"changes\"", "58,45|58.45"]);
    let account = Page::Account {
        tokens: &tokens,
        fresh: Some("td_0123456789"),
        refusal: None,
    };
    check(
        "/desk/account",
        admin,
        &account,
        &["td_0123456789", "/desk/account/tokens/5/revoke", "name=\"again\""],
    );
    let all_accounts = Page::Accounts {
        accounts: &accounts,
        refusal: None,
    };
    check(
        "/desk/accounts",
        admin,
        &all_accounts,
        &[
            "/desk/accounts/2/disable",
            "/desk/accounts/3/enable",
            "/desk/accounts/1/role",
        ],
    );
    let log = Page::Audit {
        lines: &audit,
        page: 2,
        more: true,
    };
    check("/desk/audit", admin, &log, &["page=1", "page=3", "PCI &lt;2016"]);
    let shelf = Page::Catalogue {
        files: &files,
        refusal: None,
    };
    check(
        "/desk/catalogue",
        admin,
        &shelf,
        &[
            "?file=catalogue%2Faliases.csv",
            "/desk/catalogue/verdict",
            "name=\"scale_max\"",
        ],
    );
    check("/desk", None, &Page::Forbidden, &["name=\"password\""]);
    check("/desk/accounts", Some(Role::Analyst), &Page::Forbidden, &["<h1>"]);
    check(
        "/desk",
        admin,
        &Page::Trouble(&UserError::DiskFull),
        &["role=\"alert\""],
    );
    check("/desk", admin, &Page::CrossSite, &["<h1>"]);
    check("/desk/drafts/x", admin, &Page::NotFound, &["<h1>"]);
}

#[test]
fn every_page_is_whole_in_both_languages() {
    all(|path, role, asked, expected| {
        let who = role.map(viewer);
        for lang in Lang::ALL {
            let path = format!("/{}{path}", lang.code());
            let response = made(&path, "", who.as_ref(), false, asked);
            let html = html(&response);
            for part in expected {
                let found = part.split('|').any(|one| html.contains(one));
                assert!(found, "{path}: no {part}");
            }
            assert!(
                html.starts_with(&format!("<!doctype html><html lang=\"{}\"", lang.code())),
                "{path}"
            );
            assert_eq!(html.matches("<h1>").count(), 1, "{path}");
            assert!(html.contains("<main id=\"main\""), "{path}");
            assert!(
                !html.contains(" style=\""),
                "{path}: a strict policy allows no inline style"
            );
            assert!(!html.contains("<script>"), "{path}: text is escaped, scripts are files");
            assert_eq!(html.contains("/sign-out\""), who.is_some(), "{path}");
            tables_are_described(&path, html);
            ids_are_unique(&path, html);
            labels_lead_somewhere(&path, html);
            write(lang, &path, html);
        }
    });
}

/// For a look in a browser: `THUOCDO_PAGES=folder cargo test …`.
fn write(lang: Lang, path: &str, html: &str) {
    if let Ok(folder) = std::env::var("THUOCDO_PAGES") {
        let name = path.replace('/', "_");
        let mut file = format!("{folder}/{name}.html");
        let mut n = 1;
        while std::path::Path::new(&file).exists() {
            n += 1;
            file = format!("{folder}/{name}-{n}.html");
        }
        let _ = lang;
        std::fs::write(file, html).unwrap();
    }
}

/// Values of an attribute, in the order of the page.
pub(super) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn tables_are_described(path: &str, html: &str) {
    assert_eq!(
        html.matches("<table").count(),
        html.matches("<caption").count(),
        "{path}"
    );
    assert_eq!(
        html.matches("<th").count() - html.matches("<thead").count(),
        values(html, "scope").len(),
        "{path}"
    );
}

fn ids_are_unique(path: &str, html: &str) {
    let mut ids = values(html, "id");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{path}: {ids:?}");
}

fn labels_lead_somewhere(path: &str, html: &str) {
    let ids = values(html, "id");
    for of in ["for", "aria-labelledby", "aria-describedby"] {
        for id in values(html, of) {
            assert!(ids.contains(&id), "{path}: {of}={id}");
        }
    }
    for href in values(html, "href") {
        if let Some(id) = href.strip_prefix('#').filter(|id| !id.starts_with("i-")) {
            assert!(ids.contains(&id), "{path}: {href} leads nowhere");
        }
    }
}

#[test]
fn a_status_says_what_happened() {
    let home = |refusal| Page::Home {
        drafts: &[],
        editions: &[],
        limits: (50, 2_000_000),
        refusal,
    };
    let who = viewer(Role::Analyst);
    let status = |asked: &Page<'_>| made("/vi/desk", "", Some(&who), false, asked).status;
    assert_eq!(status(&home(None)), 200);
    assert_eq!(status(&home(Some(&UserError::NoFile))), 422);
    assert_eq!(status(&home(Some(&UserError::ChangedMeanwhile))), 409);
    assert_eq!(status(&home(Some(&UserError::DiskFull))), 503);
    assert_eq!(status(&Page::Forbidden), 403);
    assert_eq!(made("/vi/desk", "", None, false, &Page::Forbidden).status, 401);
    assert_eq!(status(&Page::Trouble(&UserError::Unreachable)), 503);
    assert_eq!(status(&Page::NotFound), 404);
}

#[test]
fn only_the_editions_are_kept_and_only_without_a_viewer() {
    let editions = editions();
    let list = Page::Editions {
        editions: &editions,
        again: None,
        refusal: None,
    };
    let who = viewer(Role::Analyst);
    assert_eq!(made("/vi/editions", "", None, false, &list).cache, Cache::Revalidate);
    assert_eq!(made("/vi/editions", "", Some(&who), false, &list).cache, Cache::NoStore);
    // Names of accounts are for those who have one.
    let response = made("/vi/editions", "", None, false, &list);
    assert!(!html(&response).contains("Hoa"));
    let given = Given::new();
    let response = made(
        "/vi/desk/drafts/k3v9",
        "",
        Some(&who),
        false,
        &Page::Draft(&given.view()),
    );
    assert_eq!(response.cache, Cache::NoStore);
}

#[test]
fn an_undo_that_came_too_late_shows_what_was_published_since() {
    let editions = editions();
    let refusal = UserError::UndoOvertaken { base: 5, newest: 7 };
    let list = Page::Editions {
        editions: &editions,
        again: Some(UndoAgain {
            of: 4,
            base: 5,
            note: "nhầm <tệp>",
        }),
        refusal: Some(&refusal),
    };
    let who = viewer(Role::Analyst);
    for (path, says) in [
        ("/vi/desk/editions/4/restore", ["Hoàn tác các bản số 5, 6, 7", "6, 7"]),
        ("/en/desk/editions/4/restore", ["Undo editions 5, 6, 7", "6, 7"]),
    ] {
        let response = made(path, "", Some(&who), false, &list);
        assert_eq!(response.status, 409);
        let html = html(&response);
        let again = html
            .split("id=\"again\"")
            .nth(1)
            .unwrap()
            .split("</section>")
            .next()
            .unwrap();
        for part in [
            "compare?from=6&amp;to=7",
            "compare?from=5&amp;to=6",
            "value=\"7\"",
            "nhầm &lt;tệp&gt;",
        ] {
            assert!(again.contains(part), "{part}: {again}");
        }
        assert!(!again.contains("#e5"), "edition 5 had been seen");
        assert!(says.iter().all(|text| html.contains(text)), "{html}");
    }
}

#[test]
fn every_refusal_and_every_notice_is_said() {
    use crate::admin::Notice;
    let refusals = [
        UserError::WrongPassword,
        UserError::Wait(30),
        UserError::ShortPassword(12),
        UserError::PasswordsDiffer,
        UserError::NameTaken("<hoa>".into()),
        UserError::BadName("h".into()),
        UserError::LastAdministrator,
        UserError::NoFile,
        UserError::FileTooLarge(50),
        UserError::BadFields(vec![("year".into(), "20x6".into()), ("place.<x>".into(), "?".into())]),
        UserError::BadCorrection(vec![domain::upload::CorrectionProblem {
            field: "value",
            found: "<x>".into(),
            error: domain::upload::CorrectionError::NotANumber,
        }]),
        UserError::NewerEdition(8),
        UserError::UndoOvertaken { base: 6, newest: 8 },
        UserError::ChangedMeanwhile,
        UserError::HasErrors(3),
        UserError::NeedsReasons(2),
        UserError::NothingChanges,
        UserError::NeedsApproval,
        UserError::OwnDraft,
        UserError::DiskFull,
        UserError::ReadOnly,
        UserError::Unreachable,
        UserError::WrongFiles(vec!["data/bundled/pci.csv:3".into()]),
        UserError::Failed,
    ];
    let who = viewer(Role::Analyst);
    for refusal in refusals {
        let mut given = Given::new();
        given.refusal = Some(refusal.clone());
        for path in ["/vi/desk/drafts/k3v9/choices", "/en/desk/drafts/k3v9/choices"] {
            let response = made(path, "", Some(&who), false, &Page::Draft(&given.view()));
            let html = html(&response);
            assert!(response.status >= 400, "{refusal:?}");
            assert!(html.contains("id=\"problem\""), "{refusal:?}");
            assert!(!html.contains("<hoa>") && !html.contains("<x>"), "{refusal:?}");
            // The other language is where the form is, not where it was sent.
            assert!(!html.contains("k3v9/choices\" lang="), "{refusal:?}");
        }
    }
    let notices = [
        Notice::Saved,
        Notice::Published(7),
        Notice::Restored(5, 7),
        Notice::Discarded,
        Notice::Approved,
        Notice::SameFile {
            draft: Some("k3v9".into()),
            edition: Some(6),
        },
        Notice::AccountSaved("<hoa>".into()),
        Notice::PasswordChanged,
        Notice::SignedOutEverywhere,
        Notice::TokenRevoked,
    ];
    for notice in notices {
        let admin = Admin {
            backend: &(Arc::new(Bare(Assets::default())) as SharedBackend),
            snapshot: &Arc::new(NOW.clone()),
            path: "/vi/desk",
            query: "done=saved",
            viewer: Some(&who),
            four_eyes: false,
            notice: Some(&notice),
        };
        let response = page(&admin, &Page::NotFound);
        assert!(html(&response).contains("class=\"note done\""), "{notice:?}");
        assert!(!html(&response).contains("done=saved"), "{notice:?} is said once");
    }
}

#[test]
fn an_edition_that_is_too_long_for_a_workbook_offers_and_says_so() {
    let mut editions = editions();
    editions[0].rows = 2_000_000;
    let list = Page::Editions {
        editions: &editions,
        again: None,
        refusal: None,
    };
    let response = made("/vi/editions", "", None, false, &list);
    assert!(!html(&response).contains("/editions/7/figures.xlsx"));
    assert!(html(&response).contains("/editions/7/figures.csv"));
    assert!(html(&response).contains("/editions/6/figures.xlsx"));
    let refused = Page::Trouble(&UserError::TooLongForWorkbook);
    let response = made("/vi/editions", "", None, false, &refused);
    assert_eq!(response.status, 422);
    assert!(html(&response).contains("1.048.576") && html(&response).contains("href=\"/vi/editions\""));
    assert!(!html(&response).contains("tạm thời không dùng được"), "the desk works");
}
