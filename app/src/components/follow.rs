//! Following a province: pages that can mark one begin with it.

use islands::{ProvinceFollow, calls::FollowProvince};
use leptos::{prelude::*, server_fn::ServerFn as _};
use messages::{fill, overview as w};

use domain::ProvinceId;

use crate::{context::page_context, route::Route, words};

/// The button on a province's page.
#[component]
pub(crate) fn FollowForm(province: ProvinceId) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let slug = cx.snapshot().catalogue.provinces.get(province).slug.clone();
    view! {
        <form class="following" method="post" action=cx.links.call(FollowProvince::PATH)>
            <button class="plainbtn" name="province" value=slug>{w::OWN_FOLLOW.get(lang)}</button>
            <ProvinceFollow/>
        </form>
    }
}

/// What is said when a province was chosen, or none any more.
#[component]
pub(crate) fn ProvinceFollowed(province: Option<ProvinceId>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let Some(id) = province else {
        return view! { <span>{w::OWN_FORGOTTEN.get(lang)}</span> }.into_any();
    };
    let province = cx.snapshot().catalogue.provinces.get(id);
    let said = fill!(w::OWN_FOLLOWED, lang, province = &words::province(lang, province));
    let overview = cx.links.with(Route::Overview, &[("province", &province.slug)]);
    view! { <span>{said}" "<a href=overview>{w::OWN_OVERVIEW.get(lang)}</a></span> }.into_any()
}
