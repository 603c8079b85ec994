//! All provinces as options of a list.

use domain::{Listed, ProvinceId, Snapshot};
use leptos::prelude::*;
use messages::{Msg, common as m};

use crate::{context::page_context, words};

/// Most provinces that a list offers. Of more, the reader types the name.
const MOST_OPTIONS: usize = 200;

/// True if there are too many provinces for a list.
pub(crate) fn too_many(snapshot: &Snapshot) -> bool {
    snapshot.catalogue.provinces.alphabetical().len() > MOST_OPTIONS
}

/// Asks for a province: by a list of all, or by its name where there are too many. `id` may be empty.
#[component]
pub(crate) fn ProvinceField(
    name: &'static str,
    #[prop(optional)] id: &'static str,
    none: Msg,
    chosen: Option<ProvinceId>,
) -> AnyView {
    let cx = &*page_context();
    let id = (!id.is_empty()).then_some(id);
    if too_many(cx.snapshot()) {
        // Its name in addresses: two units may have the same name otherwise.
        let value = chosen.map(|id| cx.snapshot().catalogue.provinces.get(id).slug.clone());
        return view! { <input type="text" id=id name=name value=value maxlength="60" autocomplete="off"/> }.into_any();
    }
    view! { <select id=id name=name><ProvinceOptions none chosen/></select> }.into_any()
}

/// The options of a select in two groups, the units of today and those that the merger ended; `none` is the first
/// choice.
#[component]
fn ProvinceOptions(none: Msg, chosen: Option<ProvinceId>) -> impl IntoView + use<> {
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
