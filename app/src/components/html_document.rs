//! The root of every page: language, head and body.

use leptos::prelude::*;
use messages::common as m;

use domain::Lang;

/// Addresses of what a page loads; an empty one is left out.
#[derive(Clone, Copy, Default)]
pub(crate) struct PageFiles<'a> {
    pub(crate) stylesheet: &'a str,
    pub(crate) fonts: &'a [String],
    pub(crate) icon: &'a str,
    /// The module that hydrates the islands.
    pub(crate) module: &'a str,
    /// A script that runs once the page is parsed.
    pub(crate) script: &'a str,
}

/// An HTML page. The children are its body.
#[component]
pub(crate) fn HtmlDocument<'a>(
    lang: Lang,
    /// What the page is about; the site's name follows it.
    title: &'a str,
    /// Whether search engines may list the page.
    indexed: bool,
    #[prop(optional)] files: PageFiles<'a>,
    /// `light` or `dark`; empty follows the reader's system.
    #[prop(optional)]
    theme: &'a str,
    /// Class of the body.
    #[prop(optional)]
    class: Option<&'static str>,
    /// What else is in the head.
    #[prop(optional_no_strip)]
    head: Option<AnyView>,
    children: Children,
) -> AnyView {
    let themed = !theme.is_empty();
    let schemes = if themed { theme } else { "light dark" };
    let link = |rel: &'static str, href: &str, kind: Option<&'static str>| {
        (!href.is_empty()).then(|| view! { <link rel=rel href=href.to_owned() type=kind/> })
    };
    let fonts = files.fonts.iter().map(|font| {
        view! { <link rel="preload" href={font.clone()} as="font" type="font/woff2" crossorigin="anonymous"/> }
    });
    let module =
        (!files.module.is_empty()).then(|| view! { <script type="module" src=files.module.to_owned()></script> });
    let script = (!files.script.is_empty()).then(|| view! { <script src=files.script.to_owned() defer></script> });
    view! {
        <html lang=lang.code() data-theme=themed.then(|| theme.to_owned())>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width,initial-scale=1"/>
                <meta name="color-scheme" content=schemes.to_owned()/>
                <title>{format!("{title} – {}", m::SITE.get(lang))}</title>
                {(!indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                {fonts.collect_view()}
                {link("stylesheet", files.stylesheet, None)}
                {link("icon", files.icon, Some("image/svg+xml"))}
                {head}
                {module}
                {script}
            </head>
            <body class=class>{children()}</body>
        </html>
    }
    .into_any()
}
