//! The signed address of a draft for people without an account.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use app::Backend;
use domain::{Lang, Moment};

use crate::http::admin::Admin;

/// How long a link lasts.
const LIFETIME: Duration = Duration::from_secs(7 * 24 * 3600);

/// Milliseconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A link to a draft with its end, which is that of a day, so that the page of a draft stays the same
/// for a while. `None` if there is no key.
pub(crate) fn link(admin: &Admin, lang: Lang, draft: &str) -> Option<(String, Moment)> {
    let key = admin.link_key()?;
    let day = 24 * 3_600_000;
    let lifetime = i64::try_from(LIFETIME.as_millis()).unwrap_or(i64::MAX);
    let until = (now() + lifetime).div_euclid(day) * day + day - 1;
    let signature = key.sign(draft, until);
    let language = if lang == Lang::default() { "" } else { "?lang=en" };
    let origin = admin.program.origin();
    Some((
        format!("{origin}/preview/{draft}/{until}/{signature}{language}"),
        Moment(until),
    ))
}
