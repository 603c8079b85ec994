//! What differs between two editions.

use std::sync::Arc;

use app::admin::Page;
use axum::response::Response;
use domain::{Snapshot, upload::Difference};

use super::{Rejection, RequestContext, explained, lines};

/// The page, for everybody who may read.
pub(super) async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let number = |name: &str| cx.parameter(name).parse::<u32>().ok();
    let (Some(from), Some(to)) = (number("from"), number("to")) else {
        return Err(Rejection::NotFound);
    };
    // The list lets people choose either way round; changes are told forwards.
    let (from, to) = (from.min(to), from.max(to));
    let (before, after) = (edition(&cx, from).await?, edition(&cx, to).await?);
    let store = &cx.admin.store;
    let lines = [store.edition(from).await?, store.edition(to).await?].map(|e| lines::edition(cx.lang(), &e));
    let difference = difference(&cx, before, Arc::clone(&after)).await?;
    Ok(cx.show(&Page::Compare {
        from: &lines[0],
        to: &lines[1],
        after: &after,
        difference: &difference,
    }))
}

async fn edition(cx: &RequestContext, number: u32) -> Result<Arc<Snapshot>, Rejection> {
    cx.admin
        .edition_loader
        .edition(number)
        .await?
        .ok_or(Rejection::NotFound)
}

async fn difference(
    cx: &RequestContext,
    before: Arc<Snapshot>,
    after: Arc<Snapshot>,
) -> Result<Arc<Difference>, Rejection> {
    let admin = &cx.admin;
    let pair = (before.edition.number, after.edition.number);
    if let Some(found) = admin.compared.get(pair) {
        return Ok(found);
    }
    let files = changed_files(cx, pair).await?;
    let made = admin.jobs.answer(move || {
        let mut difference = import::difference(&before, &after);
        difference.files = files;
        Arc::new(difference)
    });
    let made = made
        .await
        .map_err(|error| explained(error).map_or_else(|error| error, Rejection::Trouble))?;
    admin.compared.put(pair, &made);
    Ok(made)
}

/// Files of the catalogue that are not the same in both.
async fn changed_files(cx: &RequestContext, (from, to): (u32, u32)) -> Result<Vec<String>, Rejection> {
    let store = &cx.admin.store;
    let (before, after) = (store.manifest(from).await?, store.manifest(to).await?);
    let mut paths: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| path.starts_with("catalogue/") && before.get(path) != after.get(path));
    Ok(paths)
}
