//! The readable page of the API: no script, nothing from elsewhere.

use leptos::prelude::*;
use messages::api_reference as w;

use super::model::{ApiEndpoint, ApiParameter, ApiParameterPlace};
use crate::{
    components::layout::{Document, Frame, Section},
    context::page_context,
};

#[component]
pub(crate) fn ApiReference<'a>(endpoints: &'a [ApiEndpoint]) -> AnyView {
    let lang = page_context().lang();
    let rules = [w::RULE_1, w::RULE_2, w::RULE_3, w::RULE_4, w::RULE_5, w::RULE_6];
    let contents = endpoints.iter().enumerate().map(|(at, endpoint)| {
        let address = address(endpoint);
        view! { <li><a href=format!("#api-{at}")>{endpoint.summary.clone()}</a>" "<code>{address}</code></li> }
    });
    let sections = endpoints
        .iter()
        .enumerate()
        .map(|(at, endpoint)| view! { <ApiEndpointSection at endpoint/> });
    let body = view! {
        <h1>{w::TITLE.get(lang)}</h1>
        <p class="lead">{w::LEAD.get(lang)}</p>
        <ul class="prose">{rules.map(|rule| view! { <li>{rule.get(lang)}</li> }).collect_view()}</ul>
        <p><a href="/api/v1/openapi.json">{w::DOCUMENT.get(lang)}</a></p>
        <nav aria-label=w::ADDRESSES.get(lang)><ul>{contents.collect_view()}</ul></nav>
        {sections.collect_view()}
    }
    .into_any();
    let frame = Frame::new(w::TITLE.get(lang), w::LEAD.get(lang), Section::None);
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Method and path.
fn address(endpoint: &ApiEndpoint) -> String {
    format!("{} {}", endpoint.method, endpoint.path)
}

#[component]
fn ApiEndpointSection<'a>(at: usize, endpoint: &'a ApiEndpoint) -> impl IntoView + use<> {
    let lang = page_context().lang();
    let id = format!("api-{at}");
    let token = endpoint
        .token
        .then(|| view! { <p class="prose">{w::TOKEN.get(lang)}</p> });
    let parameters = (!endpoint.parameters.is_empty())
        .then(|| view! { <ApiParameters section=&id parameters=&endpoint.parameters/> });
    let statuses = format!("{}: {}", w::STATUSES.get(lang), endpoint.statuses.join(", "));
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{endpoint.summary.clone()}</h2>
            <p><code>{address(endpoint)}</code></p>
            <p class="prose">{endpoint.description.clone()}</p>
            {token}
            {parameters}
            <p>{format!("{}: ", w::EXAMPLE.get(lang))}<code>{endpoint.example.clone()}</code></p>
            <p>{statuses}</p>
        </section>
    }
}

#[component]
fn ApiParameters<'a>(section: &'a str, parameters: &'a [ApiParameter]) -> impl IntoView + use<> {
    let lang = page_context().lang();
    let heads = [w::NAME, w::PLACE, w::VALUES, w::MEANING];
    let rows = parameters
        .iter()
        .map(|parameter| view! { <ApiParameterRow parameter/> });
    let caption = format!("{section}-c");
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby=format!("{section} {caption}")>
            <table class="plain">
                <caption id=caption.clone()>{w::PARAMETERS.get(lang)}</caption>
                <thead><tr>{heads.map(|words| view! { <th scope="col">{words.get(lang)}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ApiParameterRow<'a>(parameter: &'a ApiParameter) -> impl IntoView + use<> {
    let lang = page_context().lang();
    let place = match parameter.place {
        ApiParameterPlace::Path => w::IN_PATH,
        ApiParameterPlace::Header => w::IN_HEADER,
        ApiParameterPlace::Query => w::IN_QUERY,
    };
    // A path is never without its parameters.
    let place = if parameter.required && parameter.place != ApiParameterPlace::Path {
        format!("{}, {}", place.get(lang), w::REQUIRED.get(lang))
    } else {
        place.get(lang).to_owned()
    };
    view! {
        <tr>
            <th scope="row"><code>{parameter.name.clone()}</code></th>
            <td>{place}</td>
            <td>{parameter.values.clone()}</td>
            <td>{parameter.words.clone()}</td>
        </tr>
    }
}
