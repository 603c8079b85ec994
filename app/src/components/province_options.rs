//! All provinces as options of a list.

use domain::{Listed, ProvinceId};
use leptos::prelude::*;
use messages::{Msg, common as m};

use crate::{context::page_context, words};

/// The options of a select in two groups, the units of today and those that the merger ended; `none` is the first
/// choice.
#[component]
pub(crate) fn ProvinceOptions(none: Msg, chosen: Option<ProvinceId>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let group = |label: Msg, is: fn(Listed) -> bool| {
        let provinces = cx.snapshot().catalogue.provinces.alphabetical();
        let options = provinces
            .filter(|(_, province)| is(province.listed))
            .map(|(id, province)| {
                let text = words::province(lang, province);
                view! { <option value=province.slug.clone() selected=chosen == Some(id)>{text}</option> }
            });
        view! { <optgroup label=label.get(lang)>{options.collect_view()}</optgroup> }
    };
    view! {
        <option value="" selected=chosen.is_none()>{none.get(lang)}</option>
        {group(m::GROUP_NOW, |listed| listed != Listed::Before2025)}
        {group(m::GROUP_FORMER, |listed| listed == Listed::Before2025)}
    }
}
