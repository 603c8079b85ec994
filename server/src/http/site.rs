//! The bundled files (styles, islands, fonts, icons), under names that carry their content.

use std::collections::{BTreeMap, HashMap};

use axum::{
    body::Bytes,
    http::{HeaderValue, StatusCode, header},
};

use super::content::{Content, IMMUTABLE};

/// Lists `logical-name hashed-name`, one file a line; the bundler writes it.
const MANIFEST: &str = "manifest.txt";

/// Where the files are served.
pub(crate) const ROOT: &str = "/assets/";

/// The files by their hashed names, and the addresses that pages link to.
#[derive(Debug, Default)]
pub struct Site {
    files: HashMap<String, Content>,
    links: app::Assets,
}

impl Site {
    /// The files of a bundle by name: each in the manifest, with `.br` and `.gz` beside
    /// it where those are smaller. What the manifest does not name is not served.
    pub fn new(bundle: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let bundle: HashMap<String, Bytes> = bundle.into_iter().collect();
        let manifest = bundle.get(MANIFEST).map_or(&[][..], |m| m.as_ref());
        let manifest = String::from_utf8_lossy(manifest);
        let named: BTreeMap<&str, &str> = manifest
            .lines()
            .filter_map(|line| line.split_once(' '))
            .filter(|(_, hashed)| bundle.contains_key(*hashed))
            .collect();
        let file = |hashed: &&str| Some(((*hashed).to_owned(), content(&bundle, hashed)?));
        Self {
            files: named.values().filter_map(file).collect(),
            links: links(&named),
        }
    }

    /// The bundle that the program carries inside; empty when it was built without one.
    #[must_use]
    pub fn embedded() -> Self {
        Self::new(crate::services::embedded::site())
    }

    /// Whether there is no bundle.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The addresses for pages; empty ones for files that are not there.
    #[must_use]
    pub fn links(&self) -> &app::Assets {
        &self.links
    }

    pub(crate) fn get(&self, hashed: &str) -> Option<&Content> {
        self.files.get(hashed)
    }
}

fn content(bundle: &HashMap<String, Bytes>, hashed: &str) -> Option<Content> {
    let plain = bundle.get(hashed)?.clone();
    let sibling = |ending: &str| bundle.get(&format!("{hashed}.{ending}")).cloned();
    let kind = HeaderValue::from_static(media_type(hashed));
    Some(
        Content::new(StatusCode::OK, IMMUTABLE, plain)
            .packed(sibling("br"), sibling("gz"))
            .with(header::CONTENT_TYPE, kind),
    )
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn links(named: &BTreeMap<&str, &str>) -> app::Assets {
    let address = |logical: &str| named.get(logical).map(|hashed| format!("{ROOT}{hashed}"));
    let fonts = named.keys().filter(|name| name.starts_with("fonts/"));
    app::Assets {
        stylesheet: address("main.css").unwrap_or_default(),
        script: address("thuocdo.js").unwrap_or_default(),
        preload: ["islands.js", "islands.wasm"].into_iter().filter_map(address).collect(),
        fonts: fonts.filter_map(|name| address(name)).collect(),
        icon: address("icon.svg").unwrap_or_default(),
        embed_stylesheet: address("embed.css").unwrap_or_default(),
        embed_script: address("frame.js").unwrap_or_default(),
        wall_script: address("wall.js").unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_link_to_what_the_manifest_names() {
        let manifest = "embed.css embed.8.css\nfonts/a.woff2 a.1.woff2\nframe.js frame.9.js\n\
            icon.svg icon.2.svg\nislands.js islands.3.js\n\
            islands.wasm islands.4.wasm\nmain.css main.5.css\nthuocdo.js thuocdo.6.js\n\
            wall.js wall.a.js\ngone.svg gone.7.svg\n";
        let names = manifest.lines().filter_map(|l| l.split_once(' '));
        let mut bundle: HashMap<String, Bytes> = names
            .map(|(_, hashed)| (hashed.to_owned(), Bytes::from_static(b"x")))
            .collect();
        bundle.remove("gone.7.svg");
        bundle.insert(MANIFEST.into(), Bytes::from_static(manifest.as_bytes()));
        let site = Site::new(bundle);
        let expected = app::Assets {
            stylesheet: "/assets/main.5.css".into(),
            script: "/assets/thuocdo.6.js".into(),
            preload: vec!["/assets/islands.3.js".into(), "/assets/islands.4.wasm".into()],
            fonts: vec!["/assets/a.1.woff2".into()],
            icon: "/assets/icon.2.svg".into(),
            embed_stylesheet: "/assets/embed.8.css".into(),
            embed_script: "/assets/frame.9.js".into(),
            wall_script: "/assets/wall.a.js".into(),
        };
        assert_eq!(site.links(), &expected);
        assert!(site.get(MANIFEST).is_none() && site.get("gone.7.svg").is_none());
    }

    #[test]
    fn without_a_bundle_every_address_is_empty() {
        let site = Site::new([]);
        assert!(site.is_empty());
        assert_eq!(site.links(), &app::Assets::default());
    }
}
