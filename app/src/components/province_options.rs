//! All provinces as options of a list.

use domain::{Listed, ProvinceId};
use messages::Msg;

use super::shapes::escape;
use crate::{context::PageContext, words};

/// The options of a select in two groups, the units of today and those that the merger ended; `none` is the first
/// choice.
pub(crate) fn options(cx: &PageContext, none: Msg, chosen: Option<ProvinceId>) -> String {
    let lang = cx.lang();
    let all = || cx.snapshot().catalogue.provinces.alphabetical();
    let group = |label: Msg, is: fn(Listed) -> bool| {
        let options = all()
            .filter(|(_, province)| is(province.listed))
            .map(|(id, province)| option(&province.slug, &words::province(lang, province), chosen == Some(id)));
        let options: String = options.collect();
        format!(r#"<optgroup label="{}">{options}</optgroup>"#, escape(label.get(lang)))
    };
    [
        option("", none.get(lang), chosen.is_none()),
        group(messages::common::GROUP_NOW, |listed| listed != Listed::Before2025),
        group(messages::common::GROUP_FORMER, |listed| listed == Listed::Before2025),
    ]
    .concat()
}

/// One option.
pub(crate) fn option(value: &str, text: &str, selected: bool) -> String {
    let selected = if selected { " selected" } else { "" };
    format!(
        r#"<option value="{}"{selected}>{}</option>"#,
        escape(value),
        escape(text)
    )
}
