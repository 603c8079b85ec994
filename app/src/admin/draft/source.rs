//! Where the figures were published, and what publishing does with those that are there.

use messages::{common as m, fill};
use std::collections::BTreeSet;

use leptos::prelude::*;

use domain::{
    IndicatorId, Lang, Snapshot, Source, SourceKind,
    upload::{Mode, SourceChoice},
};

use super::{Asked, sheet::Sheet};
use crate::admin::{
    editions,
    fields::{Field, Line, OpenButton, group, option},
    issues, words as w,
};

/// The choice of the list for a source that is typed.
const NEW: &str = "new";

#[component]
pub(super) fn DraftSourceSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let field = Field {
        id: "f-source",
        name: "source",
        label: w::SOURCE.get(lang),
        hint: w::SOURCE_HINT.get(lang),
    };
    // Open until a source of the catalogue is chosen: it is the one thing that every file needs.
    let open = !matches!(sheet.draft.choices.source, Some(SourceChoice::Known(_)));
    let everything = sheet.asked() == Some(Asked::Sources);
    let snapshot = sheet.at.admin.snapshot;
    let own = sheet.indicator().map(|i| i.slug.as_str());
    let own = own.and_then(|slug| snapshot.catalogue.indicator_by_slug(slug));
    let fields = SourceFields::of(sheet.draft.choices.source.as_ref());
    let more = (sheet.open() && !everything).then(|| {
        let words = w::SOURCES_ALL.get(lang);
        view! { <p><OpenButton code=Asked::Sources.code() text=words says=words/></p> }
    });
    view! {
        <section id="source" aria-labelledby="source-h"><h2 id="source-h">{w::SOURCE_TITLE.get(lang)}</h2>
            {field.list(view! { <DraftSourceOptions lang snapshot indicator=own fields=&fields everything/> }.into_any())}{more}
            <details open=open><summary>{w::SOURCE_NEW.get(lang)}</summary><NewFields lang fields=&fields/></details>
            {sheet.update("source")}
        </section>
    }
    .into_any()
}

const fn kind_name(kind: SourceKind) -> messages::Msg {
    match kind {
        SourceKind::Publisher => m::KIND_PUBLISHER,
        SourceKind::Government => m::KIND_GOVERNMENT,
        SourceKind::Press => m::KIND_PRESS,
        SourceKind::Copy => m::KIND_COPY,
    }
}

/// The fields of a source as they were chosen or typed.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::admin) struct SourceFields<'a> {
    /// The catalogue's source, by its name; `new` for one that is typed.
    pub(in crate::admin) chosen: Option<&'a str>,
    pub(in crate::admin) title: &'a str,
    pub(in crate::admin) publisher: &'a str,
    pub(in crate::admin) url: &'a str,
    pub(in crate::admin) published: &'a str,
    /// What it is, by its name in forms.
    pub(in crate::admin) kind: &'a str,
}

impl<'a> SourceFields<'a> {
    fn of(choice: Option<&'a SourceChoice>) -> Self {
        match choice {
            None => Self::default(),
            Some(SourceChoice::Known(slug)) => Self {
                chosen: Some(slug),
                ..Self::default()
            },
            Some(SourceChoice::New(source)) => Self {
                chosen: Some(NEW),
                title: &source.title,
                publisher: &source.publisher,
                url: &source.url,
                published: &source.published,
                kind: source.kind.code(),
            },
        }
    }

    /// True if a new source is typed, or is to be.
    pub(in crate::admin) fn is_new(&self) -> bool {
        let typed = [self.title, self.publisher, self.url, self.published];
        self.chosen == Some(NEW) || typed.iter().any(|text| !text.is_empty())
    }
}

/// The list of the catalogue's sources: those of the indicator, and all others if `everything` is asked for.
#[component]
pub(in crate::admin) fn DraftSourceOptions<'a>(
    lang: Lang,
    snapshot: &'a Snapshot,
    indicator: Option<IndicatorId>,
    fields: &'a SourceFields<'a>,
    everything: bool,
) -> AnyView {
    let chosen = fields.chosen.filter(|slug| *slug != NEW);
    let used: BTreeSet<usize> = snapshot
        .figures
        .iter()
        .filter(|f| Some(f.key.indicator) == indicator)
        .flat_map(|f| &f.claims)
        .map(|c| usize::from(c.source.0))
        .collect();
    let all = || snapshot.catalogue.sources.iter().enumerate();
    let one = |source: &Source| {
        let day = source.published.as_str();
        let text = if day.is_empty() {
            source.title.clone()
        } else {
            format!("{} ({day})", source.title)
        };
        option(&source.slug, text, chosen == Some(source.slug.as_str()))
    };
    let sorted = |mut sources: Vec<&Source>| {
        sources.sort_by_cached_key(|s| domain::collation_key(&s.title));
        sources.into_iter().map(one).collect::<Vec<_>>()
    };
    let first = group(
        w::SOURCES_OF_INDICATOR.get(lang),
        sorted(all().filter(|(at, _)| used.contains(at)).map(|(_, s)| s).collect()),
    );
    let rest = SourceKind::ALL.map(|kind| {
        let of_kind = all()
            .filter(|(at, s)| everything && s.kind == kind && !used.contains(at))
            .map(|(_, s)| s);
        group(kind_name(kind).get(lang), sorted(of_kind.collect()))
    });
    // One that the catalogue does not have (any more) is kept and shown as it is.
    let listed = |at: &usize| everything || used.contains(at);
    let other = chosen.filter(|slug| !all().any(|(at, s)| s.slug == *slug && listed(&at)));
    let other = other.map(|slug| {
        let title = all()
            .find(|(_, s)| s.slug == slug)
            .map_or(slug, |(_, s)| s.title.as_str());
        option(slug, title, true)
    });
    view! {
        {option("", w::SOURCE_NONE.get(lang), false)}
        {other}
        {option(NEW, w::SOURCE_NEW_OPTION.get(lang), chosen.is_none() && fields.is_new())}
        {first}
        {rest.collect_view()}
    }
    .into_any()
}

/// The fields of a source that the catalogue does not have yet.
#[component]
pub(in crate::admin) fn NewFields<'a>(lang: Lang, fields: &'a SourceFields<'a>) -> AnyView {
    let line = |id, name, label, hint, value: &str| {
        let line = Line {
            value,
            ..Line::default()
        };
        Field { id, name, label, hint }.line(line)
    };
    let day = as_people_write(fields.published);
    let kinds = SourceKind::ALL.map(|kind| option(kind.code(), kind_name(kind).get(lang), fields.kind == kind.code()));
    let kind = Field {
        id: "f-source_kind",
        name: "source_kind",
        label: w::SOURCE_KIND.get(lang),
        hint: "",
    };
    view! {
        <div class="pair">
            {line("f-source_title", "source_title", w::SOURCE_NAME.get(lang), w::SOURCE_NAME_HINT.get(lang), fields.title)}
            {line("f-source_publisher", "source_publisher", w::SOURCE_PUBLISHER.get(lang), "", fields.publisher)}
            {line("f-source_url", "source_url", w::SOURCE_URL.get(lang), "", fields.url)}
            {line("f-source_published", "source_published", w::SOURCE_DAY.get(lang), w::SOURCE_DAY_HINT.get(lang), &day)}
            {kind.list(kinds.collect_view().into_any())}
        </div>
    }
    .into_any()
}

/// "14/03/2017" for 2017-03-14, "03/2017" for 2017-03. What is no such day stays as it was typed.
fn as_people_write(day: &str) -> String {
    let parts: Vec<&str> = day.split('-').collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 => format!("{day}/{month}/{year}"),
        [year, month] if year.len() == 4 => format!("{month}/{year}"),
        _ => day.to_owned(),
    }
}

/// What publishing does with the figures that are there, each way with what it would do here.
#[component]
pub(super) fn DraftSourceModes<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let chosen = sheet.draft.choices.mode;
    let radios = Mode::ALL.map(|mode| {
        let id = format!("mode-{}", mode.code());
        let counts = sheet.draft.modes.iter().find(|(m, _)| *m == mode).map(|(_, c)| counted(lang, c));
        view! {
            <div class="mode"><label class="radio"><input type="radio" name="mode" value=mode.code() aria-describedby=id.clone()
                    checked=chosen == mode/><b>{issues::mode_name(lang, mode)}</b></label>
                <p id=id>{issues::mode_explained(lang, mode)}{counts.map(|text| view! { " "<b>{text}</b> })}</p></div>
        }
    });
    // If every mode has the same result, there is nothing to choose.
    let counts = || sheet.draft.modes.iter().map(|(_, counts)| counts);
    let differs = counts().any(|one| counts().any(|other| one != other));
    let title = format!("{}: {}", w::MODE.get(lang), issues::mode_name(lang, chosen));
    view! {
        <section id="mode" aria-labelledby="mode-h"><h2 id="mode-h" class="vh">{w::MODE.get(lang)}</h2>
            <details open=differs><summary>{title}</summary>
                <fieldset class="modes"><legend class="vh">{w::MODE.get(lang)}</legend>{radios.collect_view()}</fieldset>
                {sheet.update("mode")}
            </details>
        </section>
    }
    .into_any()
}

/// "Với tệp này: thêm 12, sửa 3, bỏ 0; để nguyên 4".
fn counted(lang: Lang, counts: &domain::upload::Counts) -> String {
    let text = editions::counts(lang, counts);
    if counts.kept > 0 {
        fill!(w::MODE_COUNTS_KEPT, lang, changes = &text, kept = counts.kept)
    } else {
        fill!(w::MODE_COUNTS, lang, changes = &text)
    }
}
