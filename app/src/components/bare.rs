//! A page without header, navigation and footer: for unattended screens.

use super::shapes::escape;
use crate::context::PageContext;
use messages::common as m;

/// What stands in its head.
pub(crate) struct Bare<'a> {
    pub(crate) title: &'a str,
    /// `light` or `dark`; empty leaves it to the computer.
    pub(crate) theme: &'a str,
    /// The one script that it runs; may be empty.
    pub(crate) script: &'a str,
    /// After this number of seconds it moves to another address. Where scripts run, the script does so instead:
    /// it can wait for a server that is away, which a browser by itself cannot.
    pub(crate) next: Option<(u32, String)>,
}

impl Bare<'_> {
    fn theme_mark(&self) -> String {
        match self.theme {
            "" => String::new(),
            theme => format!(r#" data-theme="{}""#, escape(theme)),
        }
    }

    /// The whole page around a body of our own HTML, in which nothing is escaped.
    pub(crate) fn document(&self, cx: &PageContext, body: &str) -> String {
        let (lang, assets) = (cx.lang(), cx.backend().assets());
        let mut head = String::new();
        for font in &assets.fonts {
            let font = escape(font);
            head.push_str(&format!(
                r#"<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin="anonymous">"#
            ));
        }
        if !assets.stylesheet.is_empty() {
            head.push_str(&format!(
                r#"<link rel="stylesheet" href="{}">"#,
                escape(&assets.stylesheet)
            ));
        }
        if !assets.icon.is_empty() {
            let icon = escape(&assets.icon);
            head.push_str(&format!(r#"<link rel="icon" href="{icon}" type="image/svg+xml">"#));
        }
        if !self.script.is_empty() {
            head.push_str(&format!(r#"<script src="{}" defer></script>"#, escape(self.script)));
        }
        if let Some((seconds, to)) = &self.next {
            let to = escape(to);
            let moves = format!(r#"<meta http-equiv="refresh" content="{seconds};url={to}">"#);
            if self.script.is_empty() {
                head.push_str(&moves);
            } else {
                head.push_str(&format!("<noscript>{moves}</noscript>"));
            }
        }
        format!(
            concat!(
                r#"<!doctype html><html lang="{}"{}><head><meta charset="utf-8">"#,
                r#"<meta name="viewport" content="width=device-width,initial-scale=1">"#,
                r#"<meta name="robots" content="noindex"><title>{} – {}</title>{}</head>"#,
                r#"<body class="bare">{}</body></html>"#,
            ),
            lang.code(),
            self.theme_mark(),
            escape(self.title),
            escape(m::SITE.get(lang)),
            head,
            body
        )
    }
}
