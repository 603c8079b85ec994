//! What was done in the administration.

use app::admin::{AuditLine, Page};
use axum::response::Response;
use domain::Moment;
use store::{AuditEntry, AuditFilter};

use super::{Rejection, RequestContext};

const LINES: u32 = 50;
/// Older lines are in a backup; reading on for ever costs more with each page.
const PAGES: u32 = 400;

pub(super) async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let page = cx.parameter("page").parse().unwrap_or(1).clamp(1, PAGES);
    let filter = AuditFilter {
        limit: page * LINES + 1,
        ..AuditFilter::default()
    };
    let entries = cx.admin.store.audit(&filter).await?;
    let more = entries.len() > usize::try_from(page * LINES).unwrap_or(usize::MAX) && page < PAGES;
    let (before, shown) = ((page - 1) * LINES, LINES);
    let [before, shown] = [before, shown].map(|n| usize::try_from(n).unwrap_or(0));
    let lines: Vec<AuditLine> = entries.into_iter().skip(before).take(shown).map(line).collect();
    Ok(cx.show(&Page::Audit {
        lines: &lines,
        page,
        more,
    }))
}

fn line(entry: AuditEntry) -> AuditLine {
    AuditLine {
        at: Moment(entry.at),
        who: entry.who,
        action: entry.action,
        subject: entry.subject,
        detail: details(&entry.detail),
    }
}

/// The store writes details as an object; anything else is shown as it stands. What is not set
/// there is not worth a line.
fn details(detail: &str) -> Vec<(String, String)> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(detail) else {
        return Some((String::new(), detail.to_owned()))
            .filter(|(_, text)| !text.is_empty())
            .into_iter()
            .collect();
    };
    let said = |value: serde_json::Value| match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text).filter(|text| !text.is_empty()),
        other => Some(other.to_string()),
    };
    fields
        .into_iter()
        .filter_map(|(name, value)| Some((name, said(value)?)))
        .collect()
}
