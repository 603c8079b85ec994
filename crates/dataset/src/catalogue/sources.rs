//! Reads `bundled/sources.csv` and `bundled/left-out.csv`.

use std::collections::HashMap;

use domain::{LeftOut, Source, SourceId, SourceKind, Text};

use crate::{files::Files, problem::Problems, sheet::Sheet};

const HEADER: [&str; 7] = ["id", "title", "publisher", "url", "published", "kind", "note"];
const LEFT_OUT_HEADER: [&str; 12] = [
    "origin",
    "indicator",
    "component",
    "province",
    "year",
    "value",
    "unit",
    "rank",
    "rank_of",
    "source",
    "reason_vi",
    "reason_en",
];

pub(crate) fn read(files: &Files, problems: &mut Problems) -> Vec<Source> {
    let Some(sheet) = Sheet::read(files, "bundled/sources.csv", &HEADER, problems) else {
        return Vec::new();
    };
    let mut seen: HashMap<&str, ()> = HashMap::new();
    let mut sources = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        let id = row.get("id");
        if id.is_empty() || seen.insert(id, ()).is_some() {
            problems.add(
                &row.location("id"),
                format!("`{id}`"),
                "a name used once",
                "give each source a unique name",
            );
        }
        if row.get("title").is_empty() {
            problems.add(
                &row.location("title"),
                "nothing",
                "a title",
                "write the title as published",
            );
        }
        let url = row.get("url");
        if !url.is_empty() && !url.starts_with("http://") && !url.starts_with("https://") {
            problems.add(
                &row.location("url"),
                format!("`{url}`"),
                "an http or https address",
                "correct it or leave it empty",
            );
        }
        let kind = match row.get("kind") {
            "publisher" => SourceKind::Publisher,
            "government" => SourceKind::Government,
            "press" => SourceKind::Press,
            "copy" => SourceKind::Copy,
            other => {
                problems.add(
                    &row.location("kind"),
                    format!("`{other}`"),
                    "publisher, government, press or copy",
                    "choose one",
                );
                SourceKind::Press
            }
        };
        sources.push(Source {
            slug: id.to_owned(),
            title: domain::tidy(row.get("title")),
            publisher: domain::tidy(row.get("publisher")),
            url: url.to_owned(),
            published: row.get("published").to_owned(),
            kind,
            note: domain::tidy(row.get("note")),
        });
    }
    sources
}

pub(crate) fn read_left_out(files: &Files, sources: &[Source], problems: &mut Problems) -> Vec<LeftOut> {
    let Some(sheet) = Sheet::read(files, "bundled/left-out.csv", &LEFT_OUT_HEADER, problems) else {
        return Vec::new();
    };
    let ids: HashMap<&str, SourceId> = index(sources);
    let mut left_out = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        let source = ids.get(row.get("source")).copied();
        if source.is_none() && !row.get("source").is_empty() {
            problems.add(
                &row.location("source"),
                format!("`{}`", row.get("source")),
                "a source of sources.csv",
                "add the source there",
            );
        }
        let found = |field| domain::tidy(row.get(field));
        left_out.push(LeftOut {
            as_found: [
                found("indicator"),
                found("component"),
                found("province"),
                found("year"),
                [found("value"), found("unit")].join(" ").trim().to_owned(),
            ],
            source,
            reason: Text::new(found("reason_vi"), found("reason_en")),
        });
    }
    left_out
}

/// Returns the ids of the sources by their slugs.
pub(crate) fn index(sources: &[Source]) -> HashMap<&str, SourceId> {
    sources
        .iter()
        .enumerate()
        .filter_map(|(i, s)| u16::try_from(i).ok().map(|i| (s.slug.as_str(), SourceId(i))))
        .collect()
}
