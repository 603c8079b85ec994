//! What is wrong with the file, grouped by kind: every cell of it.

use messages::fill;
use std::collections::BTreeMap;

use leptos::prelude::*;

use domain::{
    Lang, number,
    upload::{CellRef, Issue, IssueKind, Severity},
};

use super::{
    located::{Facts, Located},
    method,
    sheet::Sheet,
};
use crate::{
    admin::{issues, paging::page_number, words as w},
    components::paging::Window,
    links::with_query,
};

/// All issues of a kind.
pub(super) struct Group<'a> {
    pub(super) kind: IssueKind,
    pub(super) issues: Vec<&'a Issue>,
}

impl Group<'_> {
    pub(super) fn title(&self, lang: Lang) -> &'static str {
        issues::title(lang, self.kind)
    }

    /// Its id on the page.
    pub(super) fn id(&self) -> String {
        format!("i-{}", self.kind.code())
    }

    /// Where it is fixed: some are answered by a choice, the rest in the file.
    pub(super) fn place(&self, sheet: &Sheet<'_>) -> String {
        use IssueKind as K;
        let section = match self.kind {
            K::UnsureColumn | K::TwoColumns | K::NoProvinceColumn | K::NoValueColumn => "columns",
            K::NoIndicator | K::NoYear | K::OtherYear | K::BadYear | K::FractionNotPercent => "about",
            K::NoMethod | K::ComponentNotInYear if method::is_shown(sheet) => "method",
            K::NoMethod => "about",
            K::SeveralSheets | K::NoSuchSheet | K::NoSuchHeader | K::AmbiguousNumber | K::UnsureEncoding => "file",
            K::UnknownProvince | K::NearProvince | K::AmbiguousProvince => "provinces",
            K::AbsentProvince => "absent",
            K::NoSource => "source",
            _ => return self.id(),
        };
        section.to_owned()
    }
}

/// Groups in the order in which they are shown: what blocks comes first.
pub(super) fn groups<'a>(sheet: &Sheet<'a>) -> Vec<Group<'a>> {
    let mut by_kind: BTreeMap<(Severity, IssueKind), Vec<&Issue>> = BTreeMap::new();
    for issue in &sheet.draft.reading.issues {
        by_kind
            .entry((issue.kind.severity(), issue.kind))
            .or_default()
            .push(issue);
    }
    let group = |((_, kind), issues)| Group { kind, issues };
    by_kind.into_iter().map(group).collect()
}

/// Rows of all kinds together before one of them is asked for, and of each at least.
const ROWS: usize = 40;
const LEAST_ROWS: usize = 2;
/// Kinds with a table; of those after them a line says how many there are.
const TABLES: usize = 10;
/// Rows of the kind that is asked for.
const ASKED_ROWS: usize = 50;

#[component]
pub(super) fn DraftProblemsSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let groups = groups(sheet);
    let rows = (ROWS / groups.len().max(1)).max(LEAST_ROWS);
    let located = Located::of(sheet, groups.iter().flat_map(|group| window(sheet, group, rows).1));
    let asked = sheet.parameters.get("kind");
    let group = |(nth, group): (usize, &Group<'_>)| {
        if nth < TABLES || asked == Some(group.kind.code()) {
            self::group(sheet, group, rows, &located)
        } else {
            view! { <DraftProblemsLine sheet group/> }.into_any()
        }
    };
    let none = groups.is_empty().then(|| view! { <p>{w::ISSUES_NONE.get(lang)}</p> });
    let downloads = (!groups.is_empty()).then(|| {
        view! {
            <ul class="links"><li><a href=sheet.link("/remarks")>{w::DOWNLOAD_REMARKS.get(lang)}</a></li>
                <li><a href=sheet.link("/issues.csv")>{w::DOWNLOAD_ISSUES.get(lang)}</a></li>
                <li><a href=sheet.link("/original")>{w::DOWNLOAD_ORIGINAL.get(lang)}</a></li></ul>
        }
    });
    let (notices, serious): (Vec<_>, Vec<_>) =
        (groups.iter().enumerate()).partition(|(_, g)| g.kind.severity() == Severity::Notice);
    let count: usize = notices.iter().map(|(_, g)| g.issues.len()).sum();
    let open = notices.iter().any(|(_, g)| Some(g.kind.code()) == asked);
    let serious: Vec<AnyView> = serious.into_iter().map(group).collect();
    let notices = (count > 0).then(|| {
        let items: Vec<AnyView> = notices.into_iter().map(group).collect();
        view! {
            <details open=open><summary>{fill!(w::NOTICES, lang, count = count)}</summary>{items}</details>
        }
    });
    view! {
        <section id="issues" aria-labelledby="issues-h"><h2 id="issues-h">{w::ISSUES.get(lang)}</h2>
            {none}{downloads}{serious}{notices}
        </section>
    }
    .into_any()
}

/// A severity: a drawn shape and a word.
#[component]
pub(super) fn DraftProblemsSeverity(lang: Lang, severity: Severity) -> AnyView {
    let (class, shape) = match severity {
        Severity::Error => (
            "sev error",
            r#"<svg class="i" viewBox="0 0 8 8" aria-hidden="true"><path d="M2.3 0h3.4L8 2.3v3.4L5.7 8H2.3L0 5.7V2.3z"/></svg>"#,
        ),
        Severity::Warning => (
            "sev warning",
            r#"<svg class="i" viewBox="0 0 8 8" aria-hidden="true"><path d="M4 .5 8 7.5H0z"/></svg>"#,
        ),
        Severity::Notice => (
            "sev notice",
            r#"<svg class="i" viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="3.5"/></svg>"#,
        ),
    };
    let words = issues::severity_name(lang, severity);
    view! { <span class=class><span inner_html=shape></span>{words}</span> }.into_any()
}

/// The page of a kind's issues that is shown, and what is on it.
fn window<'g, 'a>(sheet: &Sheet<'_>, group: &'g Group<'a>, rows: usize) -> (Window, &'g [&'a Issue]) {
    let asked = sheet.parameters.get("kind") == Some(group.kind.code());
    let (rows, page) = if asked {
        (ASKED_ROWS, page_number(sheet.parameters))
    } else {
        (rows, 1)
    };
    let window = Window::new(rows, group.issues.len(), page);
    (window, &group.issues[window.range()])
}

/// A kind without its table.
#[component]
fn DraftProblemsLine<'a>(sheet: &'a Sheet<'a>, group: &'a Group<'a>) -> AnyView {
    let lang = sheet.lang();
    let count = number::count(lang, group.issues.len());
    let id = group.id();
    let href = format!("{}#{id}", with_query(&sheet.link(""), &[("kind", group.kind.code())]));
    view! {
        <article class="issue" id=id><h3><DraftProblemsSeverity lang severity=group.kind.severity()/>" "
            <a href=href>{format!("{} ({count})", group.title(lang))}</a></h3></article>
    }
    .into_any()
}

fn group(sheet: &Sheet<'_>, group: &Group<'_>, rows: usize, located: &Located<'_>) -> AnyView {
    let lang = sheet.lang();
    let code = group.kind.code();
    let (window, shown) = window(sheet, group, rows);
    let said: Vec<_> = shown.iter().map(|i| (*i, issues::sentences(lang, i))).collect();
    // How to fix it is said once where it is the same for all.
    let same = |of: fn(&issues::Sentences) -> &String| {
        let first = said.first().map(|(_, s)| of(s).clone()).unwrap_or_default();
        said.iter().all(|(_, s)| *of(s) == first).then_some(first)
    };
    let fix = same(|s| &s.fix);
    let count = number::count(lang, group.issues.len());
    let title = format!("{} ({count})", group.title(lang));
    let facts: Vec<_> = shown.iter().map(|issue| located.facts(sheet, issue.at)).collect();
    let heads = Heads {
        fix: fix.is_none(),
        published: facts.iter().any(|facts| facts.published.is_some()),
    };
    let rows = said.iter().zip(facts);
    let rows = rows.map(|((issue, s), facts)| view! { <DraftProblemsRow sheet issue said=s facts heads/> }.into_any());
    let link = |page: usize| {
        let query = [("kind", code), ("page", &page.to_string())];
        format!("{}#{}", with_query(&sheet.link(""), &query), group.id())
    };
    let id = group.id();
    let once = fix.filter(|m| !m.is_empty()).map(|text| view! { <p>{text}</p> });
    let (caption, hidden) = if window.many() {
        (window.says(lang), "")
    } else {
        (title.clone(), "vh")
    };
    // All of them at a time, once an editor asks for them.
    let ways = if window.many() && sheet.parameters.get("kind") != Some(code) {
        let text = fill!(w::ISSUES_ALL, lang, count = &count);
        Some(view! { <p><a href=link(1)>{text}</a></p> }.into_any())
    } else {
        window.ways(lang, link)
    };
    view! {
        <article class="issue" id=id.clone() aria-labelledby=format!("{id}-h")>
            <h3 id=format!("{id}-h")><DraftProblemsSeverity lang severity=group.kind.severity()/>" "{title.clone()}</h3>
            {once}
            <table class="plain stack issues"><caption class=hidden>{caption}</caption>
                <thead><tr><th scope="col">{w::WHERE.get(lang)}</th><th scope="col">{w::FOUND.get(lang)}</th>
                    {heads.published.then(|| view! { <th scope="col" class="num">{w::PUBLISHED_NOW.get(lang)}</th> })}
                    <th scope="col">{w::WHAT.get(lang)}</th><th scope="col">{w::EXPECTED.get(lang)}</th>
                    {heads.fix.then(|| view! { <th scope="col">{w::FIX.get(lang)}</th> })}</tr></thead>
                <tbody>{rows.collect_view()}</tbody></table>
            {ways}
        </article>
    }
    .into_any()
}

/// "Tổng hợp, C14"; the sheet only where there are several.
fn place(sheet: &Sheet<'_>, at: CellRef) -> String {
    let lang = sheet.lang();
    let sheets = &sheet.draft.reading.sheets;
    let name = sheets
        .get(usize::from(at.sheet))
        .filter(|_| sheets.len() > 1)
        .map(|s| s.name.clone());
    let cell = match (at.row, at.column) {
        (0, 0) => None,
        (0, _) => Some(fill!(w::COLUMN_N, lang, column = &at.name())),
        (_, 0) => Some(fill!(w::ROW_N, lang, row = &at.name())),
        _ => Some(at.name()),
    };
    let parts: Vec<String> = [name, cell].into_iter().flatten().collect();
    if parts.is_empty() {
        w::WHOLE_FILE.get(lang).to_owned()
    } else {
        parts.join(", ")
    }
}

/// Columns that not every table has.
#[derive(Clone, Copy)]
struct Heads {
    fix: bool,
    published: bool,
}

#[component]
fn DraftProblemsRow<'a>(
    sheet: &'a Sheet<'a>,
    issue: &'a Issue,
    said: &'a issues::Sentences,
    facts: Facts,
    heads: Heads,
) -> AnyView {
    let lang = sheet.lang();
    let of = facts.place.map(|name| view! { <br/><small>{name}</small> });
    let published = heads.published.then(|| {
        view! { <td class="num" data-h=w::PUBLISHED_NOW.get(lang)><span>{facts.published}</span></td> }
    });
    let found = (!issue.found.is_empty()).then(|| view! { <code>{issue.found.to_string()}</code> });
    let fix = heads
        .fix
        .then(|| view! { <td data-h=w::FIX.get(lang)><span>{said.fix.clone()}</span></td> });
    view! {
        <tr><th scope="row">{place(sheet, issue.at)}{of}</th><td data-h=w::FOUND.get(lang)><span>{found}</span></td>{published}
            <td data-h=w::WHAT.get(lang)><span>{said.what.clone()}</span></td>
            <td data-h=w::EXPECTED.get(lang)><span>{said.expected.clone()}</span></td>{fix}</tr>
    }
    .into_any()
}
