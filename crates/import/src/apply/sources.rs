//! Resolves the source that the user names for a file.

use domain::{
    Catalogue, Source, SourceId, SourceKind, slug, tidy,
    upload::{Choices, Entry, NewSource, SourceChoice},
};

/// Maximum length of a source's slug, in bytes.
const MAX_SLUG_LEN: usize = 60;

/// The source that a file has as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FileSource {
    /// A source in the catalogue.
    Known(SourceId),
    /// A new source, with the id that it gets when it is added to the catalogue.
    New(SourceId, Source),
    /// No source is chosen, or an unknown or unusable one: the figures can be shown but not published.
    Unnamed(SourceId, Source),
}

impl FileSource {
    /// Returns the id of the source, also if it is not in the catalogue yet.
    pub(crate) const fn id(&self) -> SourceId {
        match self {
            Self::Known(id) | Self::New(id, _) | Self::Unnamed(id, _) => *id,
        }
    }

    /// Returns the source to add to the catalogue.
    pub(crate) const fn added(&self) -> Option<&Source> {
        match self {
            Self::Known(_) => None,
            Self::New(_, source) | Self::Unnamed(_, source) => Some(source),
        }
    }
}

/// Returns the source that the choices name. Sources with the same title, publisher, address and date are the same.
pub(crate) fn own_source(catalogue: &Catalogue, choices: &Choices) -> FileSource {
    let id = |at: usize| SourceId(u16::try_from(at).unwrap_or(u16::MAX));
    let next = id(catalogue.sources.len());
    match &choices.source {
        Some(SourceChoice::Known(name)) => match catalogue.sources.iter().position(|s| s.slug == *name) {
            Some(at) => FileSource::Known(id(at)),
            None => FileSource::Unnamed(next, unnamed()),
        },
        Some(SourceChoice::New(new)) if usable(new) => {
            let source = new_source(catalogue, new);
            match catalogue.sources.iter().position(|known| same(known, &source)) {
                Some(at) => FileSource::Known(id(at)),
                None => FileSource::New(next, source),
            }
        }
        Some(SourceChoice::New(_)) | None => FileSource::Unnamed(next, unnamed()),
    }
}

/// Returns true if the source has a title and, if any, an address that a page can link to.
pub(crate) fn usable(new: &NewSource) -> bool {
    let url = tidy(&new.url);
    let address = url.is_empty() || url.starts_with("https://") || url.starts_with("http://");
    !tidy(&new.title).is_empty() && address
}

/// Returns true if the entry's own row names its source.
pub(crate) fn named(catalogue: &Catalogue, entry: &Entry) -> bool {
    usize::from(entry.claim.source.0) < catalogue.sources.len()
}

fn same(a: &Source, b: &Source) -> bool {
    (&a.title, &a.publisher, &a.url, &a.published) == (&b.title, &b.publisher, &b.url, &b.published)
}

fn unnamed() -> Source {
    Source {
        slug: String::new(),
        title: String::new(),
        publisher: String::new(),
        url: String::new(),
        published: String::new(),
        kind: SourceKind::Publisher,
        note: String::new(),
    }
}

fn new_source(catalogue: &Catalogue, new: &NewSource) -> Source {
    Source {
        slug: unused_slug(catalogue, &new.title),
        title: tidy(&new.title),
        publisher: tidy(&new.publisher),
        url: tidy(&new.url),
        published: tidy(&new.published),
        kind: new.kind,
        note: String::new(),
    }
}

/// Returns an unused slug made of the title's first words, in ASCII so that any address can hold it. `new` is reserved
/// for forms.
fn unused_slug(catalogue: &Catalogue, title: &str) -> String {
    let mut name = String::new();
    for word in slug(title).split('-').filter(|word| word.is_ascii()) {
        if name.len() + word.len() >= MAX_SLUG_LEN {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() || name == "new" {
        name.push_str(if name.is_empty() { "source" } else { "-source" });
    }
    let taken = |name: &str| catalogue.sources.iter().any(|s| s.slug == name);
    if !taken(&name) {
        return name;
    }
    let numbered = |n: usize| format!("{name}-{n}");
    (2..).map(numbered).find(|name| !taken(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(title: &str, url: &str) -> NewSource {
        NewSource {
            title: title.to_owned(),
            publisher: String::new(),
            url: url.to_owned(),
            published: String::new(),
            kind: SourceKind::Press,
        }
    }

    fn chosen(catalogue: &Catalogue, title: &str, url: &str) -> FileSource {
        let source = Some(SourceChoice::New(new(title, url)));
        let choices = Choices {
            source,
            ..Choices::default()
        };
        own_source(catalogue, &choices)
    }

    #[test]
    fn a_slug_is_made_of_the_title_once() {
        let mut catalogue = Catalogue::default();
        let names = [
            ("VCCI: PCI 2017", "vcci-pci-2017"),
            ("VCCI – PCI 2017 ", "vcci-pci-2017-2"),
            ("new", "new-source"),
            ("***", "source"),
            ("报告", "source-2"),
        ];
        for (title, name) in names {
            let resolved = chosen(&catalogue, title, "");
            let source = resolved.added().unwrap().clone();
            assert_eq!(
                (source.slug.as_str(), usize::from(resolved.id().0)),
                (name, catalogue.sources.len())
            );
            catalogue.sources.push(source);
            // The second time, the source is known.
            assert_eq!(chosen(&catalogue, title, ""), FileSource::Known(resolved.id()));
        }
        let long = chosen(&catalogue, &"rất dài ".repeat(40), "");
        assert!(long.added().unwrap().slug.len() <= MAX_SLUG_LEN);
    }

    #[test]
    fn a_source_without_title_or_with_an_unsafe_address_is_unnamed() {
        let catalogue = Catalogue::default();
        for (title, url) in [
            ("", ""),
            ("  ", "https://x.vn"),
            ("Báo", "javascript:alert(1)"),
            ("Báo", "x.vn"),
        ] {
            assert!(
                matches!(chosen(&catalogue, title, url), FileSource::Unnamed(..)),
                "{title} {url}"
            );
        }
    }
}
