//! Figures on which sources disagree, and ranks that do not fit their scores.

use domain::{Figure, Table};
use messages::{common as m, fill};

use super::rows::SourceList;
use crate::{context::PageContext, findings::headline as finding, words};

/// A figure on which sources disagree.
pub(crate) struct Conflict {
    pub(crate) name: String,
    pub(crate) slug: Option<String>,
    /// Value and rank as given, with the numbers of the sources that give them.
    pub(crate) claims: Vec<(String, Vec<usize>)>,
}

/// Provinces whose rank and score do not fit, each with both.
pub(super) fn contradicted(cx: &PageContext, table: &Table) -> Vec<String> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let rows = table
        .rows
        .iter()
        .filter(|row| table.contradicted.contains(&row.province));
    rows.map(|row| {
        let value = words::value(lang, indicator, snapshot.figure(row.figure)).unwrap_or_default();
        let rank = row.rank.map(words::rank).unwrap_or_default();
        format!(
            "{}: {rank}, {value}",
            finding::name(snapshot, lang, row.province, table.key)
        )
    })
    .collect()
}

/// All figures of a table on which sources disagree.
pub(super) fn conflicts(cx: &PageContext, table: &Table, sources: &mut SourceList) -> Vec<Conflict> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let provinces = table.rows.iter().map(|row| (row.figure, Some(row.province)));
    let regions = table.regions.iter().map(|(_, at)| (*at, None));
    provinces
        .chain(regions)
        .filter(|(at, _)| snapshot.figure(*at).disputed())
        .map(|(at, province)| {
            let figure = snapshot.figure(at);
            let (name, slug) = match (province, figure.key.place) {
                (Some(id), _) => {
                    let slug = snapshot.catalogue.provinces.get(id).slug.clone();
                    (finding::name(snapshot, lang, id, table.key), Some(slug))
                }
                (None, domain::Place::Region(id)) => {
                    (snapshot.catalogue.provinces.region(id).name.get(lang).to_owned(), None)
                }
                (None, _) => (m::NATION.get(lang).to_owned(), None),
            };
            Conflict {
                name,
                slug,
                claims: claims(cx, figure, sources),
            }
        })
        .collect()
}

/// The claims on a figure as given, equal ones together, the numbers of their sources. The one that was chosen
/// says so, and why.
pub(crate) fn claims(cx: &PageContext, figure: &Figure, sources: &mut SourceList) -> Vec<(String, Vec<usize>)> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(figure.key.indicator);
    let mut said: Vec<(String, Vec<usize>)> = Vec::new();
    let mut chosen = None;
    for (at, claim) in figure.claims.iter().enumerate() {
        let value = claim
            .value
            .map(|q| words::as_given(lang, indicator, figure.key.component, q));
        let rank = claim.rank.map(|rank| {
            let of = claim.rank_of.map(|of| format!("/{of}")).unwrap_or_default();
            format!("{} {rank}{of}", m::RANK.get(lang).to_lowercase())
        });
        let text: Vec<String> = value.into_iter().chain(rank).collect();
        let (text, number) = (text.join(", "), sources.number(claim.source));
        let known = said.iter().position(|(known, _)| *known == text);
        match known.map(|known| &mut said[known].1) {
            Some(numbers) if !numbers.contains(&number) => numbers.push(number),
            Some(_) => {}
            None => said.push((text, vec![number])),
        }
        if figure.decision.as_ref().is_some_and(|decision| decision.claim == at) {
            chosen = known.or(Some(said.len() - 1));
        }
    }
    if let (Some(at), Some(decision)) = (chosen, &figure.decision) {
        said[at].0 = fill!(
            m::CLAIM_CHOSEN,
            lang,
            claim = &said[at].0,
            reason = decision.reason.get(lang)
        );
    }
    said
}
