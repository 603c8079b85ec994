//! Admin pages on small figures made by hand.

mod drafts;
mod figures;
mod forms;
mod pages;
mod sample;

use std::sync::Arc;

use domain::{
    Snapshot,
    upload::{Choices, Counts, Difference, Mode, Reading},
};

use super::{
    AccountLine, Admin, AuditLine, CatalogueDraftView, DraftLine, DraftState, DraftView, EditionKind, EditionLine,
    Page, Role, TokenLine, UndoAgain, UserError, Viewer, page,
};
use crate::{Assets, Body, PageResponse, SharedBackend};
use sample::{AFTER, AT, Bare, NOW};

/// Everything that a draft's page is made of.
struct Given {
    choices: Choices,
    reading: Reading,
    difference: Difference,
    modes: Vec<(Mode, Counts)>,
    state: DraftState,
    approved: Option<&'static str>,
    refusal: Option<UserError>,
}

impl Given {
    fn new() -> Self {
        Self {
            choices: sample::choices(),
            reading: sample::reading(),
            difference: sample::difference(),
            modes: sample::modes(),
            state: DraftState::Open,
            approved: None,
            refusal: None,
        }
    }

    fn view(&self) -> DraftView<'_> {
        DraftView {
            id: "k3v9",
            revision: 4,
            state: self.state.clone(),
            upload: "u1",
            siblings: &[],
            file: "PCI <script>alert(1)</script> 2016.xlsx",
            size: 812_400,
            hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            by: "Nguyễn Thị Hoa",
            received: AT,
            choices: &self.choices,
            reading: &self.reading,
            difference: &self.difference,
            modes: &self.modes,
            after: &AFTER,
            base: 7,
            note: "Bổ sung PCI 2016",
            approved_by: self.approved,
            same: &[],
            preview: None,
            refusal: self.refusal.as_ref(),
        }
    }
}

fn viewer(role: Role) -> Viewer {
    Viewer {
        name: "hoa".into(),
        shown: "Nguyễn Thị Hoa".into(),
        role,
    }
}

/// A page in a language, for a user.
fn made(path: &str, query: &str, who: Option<&Viewer>, four_eyes: bool, asked: &Page<'_>) -> PageResponse {
    let snapshot = Arc::new(NOW.clone());
    let assets = Assets {
        stylesheet: "/assets/main.css".into(),
        ..Assets::default()
    };
    let admin = Admin {
        backend: &(Arc::new(Bare(assets)) as SharedBackend),
        snapshot: &snapshot,
        path,
        query,
        viewer: who,
        four_eyes,
        notice: None,
    };
    page(&admin, asked)
}

fn html(response: &PageResponse) -> &str {
    match &response.body {
        Body::Html(html) => html,
        other => panic!("not a page: {other:?}"),
    }
}

fn editions() -> Vec<EditionLine> {
    let line = |number, kind, file: Option<(&str, &str)>| EditionLine {
        made: None,
        number,
        published: AT,
        by: "Nguyễn Thị Hoa".into(),
        kind,
        note: domain::Text::new("Bổ sung PCI 2016", "PCI 2016 added"),
        file: file.map(|(a, b)| (a.to_owned(), b.to_owned())),
        method: Some("PCI 2013–2020".into()),
        counts: Counts {
            added: 693,
            changed: 3,
            ..Counts::default()
        },
        rows: 12_345,
        fingerprint: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
    };
    vec![
        line(7, EditionKind::Undo(5), None),
        line(6, EditionKind::Upload, Some(("pci <b>2016.xlsx", "9f86d081884c7d65"))),
        line(5, EditionKind::Catalogue, None),
        line(1, EditionKind::Program, None),
    ]
}

fn drafts() -> Vec<DraftLine> {
    let line = |id: &str, title: &str, catalogue, approved: Option<&str>| DraftLine {
        id: id.into(),
        title: title.into(),
        part: String::new(),
        upload: None,
        by: "Nguyễn Thị Hoa".into(),
        changed: AT,
        catalogue,
        correction: false,
        approved_by: approved.map(str::to_owned),
    };
    vec![
        line("k3v9", "PCI_2016 <tổng hợp>.xlsx", false, None),
        line("m2x1", "catalogue/aliases.csv", true, Some("Trần Văn Bình")),
    ]
}

fn accounts() -> Vec<AccountLine> {
    let line = |id, name: &str, role, disabled| AccountLine {
        id,
        name: name.into(),
        shown: "Nguyễn Thị Hoa".into(),
        role,
        created: AT,
        disabled,
    };
    vec![
        line(1, "binh", Role::Administrator, None),
        line(2, "hoa", Role::Analyst, None),
        line(3, "lan", Role::Reader, Some(AT)),
    ]
}

fn tokens() -> Vec<TokenLine> {
    vec![TokenLine {
        id: "5".into(),
        label: "Nhập hằng tháng".into(),
        created: AT,
        used: None,
    }]
}

fn audit() -> Vec<AuditLine> {
    vec![AuditLine {
        at: AT,
        who: "hoa".into(),
        action: "published".into(),
        subject: "edition/7".into(),
        detail: vec![
            ("name".into(), "PCI <2016>.xlsx".into()),
            ("new-word".into(), "1".into()),
        ],
    }]
}

fn catalogue_draft<'a>(
    difference: &'a Difference,
    problems: &'a [String],
    lines: &'a [(char, u32, String)],
) -> CatalogueDraftView<'a> {
    CatalogueDraftView {
        id: "m2x1",
        revision: 2,
        state: DraftState::Open,
        by: "Trần Văn Bình",
        path: "catalogue/aliases.csv",
        text: "spelling,province\n<TP HCM>,ho-chi-minh-63\n",
        lines,
        problems,
        difference,
        after: Some(&AFTER),
        base: 7,
        note: "",
        approved_by: None,
        refusal: None,
    }
}
